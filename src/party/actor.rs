//! The asynchronous shell: takes what comes, lets the core decide, sends one batch at a time to the disk, and says nothing of it
//! before it is there. If the disk refuses, or a game panics, the core is thrown away and restored from the journal.

use super::core::Core;
use super::draft::{BulkDraft, Exhibit, Out, Reply, Show, system_error};
use super::fanout::{Admission, ConnId, Fanout};
use super::fold::Fold;
use super::keeper::Keeper;
use super::outbox::outbox;
use super::pace::Pace;
use super::render::text;
use super::state::Party;
use super::{
    Ask, Letter, PartyHandle, RestoreError, Setting, Surroundings, Visitor, Vitals, restore, trouble, unanswered,
};
use crate::defect::{Defect, planted};
use crate::game::{Audience, Edition, Refusal, Viewer};
use crate::id::{PartyCode, PartyMs};
use crate::protocol::{ActionResult, CloseCode, Frames, Pong, SoundState};
use crate::store::{Batch, Condition, Store, WriteError};
use bytes::Bytes;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::time::{Instant, timeout_at};
use tracing::Span;

/// Asks that may wait for the party before those who ask wait themselves.
const MAILBOX: usize = 1_024;
/// What the appliance may fall behind before it misses a sound or a line.
const SHOW: usize = 1_024;
/// Between attempts to restore a party whose disk fails.
const RESTORE_AGAIN: Duration = Duration::from_secs(1);
/// A fault so soon after the last is met more slowly.
const HEALED_LATELY: Duration = Duration::from_secs(10);

/// The load is measured over so long a time.
const MEASURE_EVERY: Duration = Duration::from_secs(1);

type Commit = Pin<Box<dyn Future<Output = Result<(), WriteError>> + Send>>;

/// The actor of one party; [`PartyActor::run`] is its life.
pub struct PartyActor {
    code: PartyCode,
    mailbox: mpsc::Receiver<Letter>,
    show: broadcast::Sender<Show>,
    sound: watch::Sender<SoundState>,
    store: Store,
    setting: Arc<Setting>,
    around: watch::Receiver<Surroundings>,
    core: Core,
    fanout: Fanout,
    exhibit: watch::Sender<Option<Exhibit>>,
    measured_at: Instant,
    in_flight: Option<(Commit, Vec<Out>)>,
    pace: Pace,
    /// What was decided waits until then for more.
    gathers_until: Option<Instant>,
    conns: u64,
    faulty: bool,
    healed_at: Option<Instant>,
    keeper: Keeper,
}

/// Opens a new party, or restores the one with this code. A new one that stands `beside` the evening's brings its own name.
pub async fn channel(
    code: PartyCode,
    beside: Option<String>,
    store: Store,
    setting: Arc<Setting>,
) -> Result<(PartyHandle, PartyActor), RestoreError> {
    let Fold { party, mark, known, .. } = restore::load(&store, &code).await?;
    let is_new = party.seq == 0;
    let mut core = Core::new(party, PartyMs(mark.at_ms), Arc::clone(&setting), store.library());
    let now = Instant::now();
    if is_new {
        core.open(code.clone(), beside, now).map_err(RestoreError::Opening)?;
    } else {
        core.follow_wishes(now);
        core.stand_still(now);
    }
    let (sender, mailbox) = mpsc::channel(MAILBOX);
    let (show, _) = broadcast::channel(SHOW);
    let (sound, heard) = watch::channel(core.sound());
    let (exhibit, exhibited) = watch::channel(core.exhibit());
    let handle = PartyHandle {
        code: code.clone(),
        mailbox: sender,
        show: show.clone(),
        sound: heard,
        exhibit: exhibited,
        setting: Arc::clone(&setting),
        store: store.clone(),
    };
    let actor = PartyActor {
        keeper: Keeper::new(store.clone(), code.clone(), setting.keep_every.into(), known.last_seq),
        code,
        mailbox,
        show,
        sound,
        store,
        around: setting.watch(),
        setting,
        core,
        fanout: Fanout::default(),
        exhibit,
        measured_at: now,
        in_flight: None,
        pace: Pace::new(now),
        gathers_until: None,
        conns: 0,
        faulty: false,
        healed_at: None,
    };
    Ok((handle, actor))
}

impl PartyActor {
    /// Runs until the last handle is gone and all that was decided is durable.
    pub async fn run(mut self) {
        while self.turn().await {}
        self.hand_over();
        while let Some((commit, outs)) = self.in_flight.take() {
            self.committed(commit.await, outs).await;
            self.hand_over();
        }
        self.fanout.ring();
    }

    /// One turn: waits for something, does it and all that came meanwhile, then hands the next batch to the disk.
    async fn turn(&mut self) -> bool {
        let open = match self.wait().await {
            Woken::Committed(result, outs) => {
                self.committed(result, outs).await;
                // What is durable is on its way before anything new is looked at.
                self.fanout.flush_if_due(Instant::now());
                self.fanout.ring();
                true
            }
            Woken::Asked(letter) => {
                self.read(letter);
                true
            }
            Woken::Time | Woken::Surroundings => true,
            Woken::Alone => false,
        };
        // Timers fire only after all that has arrived was looked at.
        while !self.core.is_full()
            && let Ok(letter) = self.mailbox.try_recv()
        {
            self.read(letter);
        }
        self.measure(Instant::now());
        let decided = self.core.draft.records.len();
        self.guarded(|actor| actor.core.on_time(Instant::now()));
        self.core.draft.urgent |= self.core.draft.records.len() > decided;
        self.heal_if_faulty().await;
        self.show_frames();
        self.seal();
        self.fanout.ring();
        if self.core.party.ended {
            self.keeper.end();
        } else {
            self.keeper.look(self.core.party.seq);
        }
        self.count_sent();
        open
    }

    /// What goes wrong is told under the trace of what was asked.
    fn read(&mut self, letter: Letter) {
        let _told_as = letter.trace.entered();
        self.guarded(|actor| actor.take(letter.ask));
    }

    fn count_sent(&mut self) {
        if let Some((messages, bytes)) = self.fanout.take_told() {
            self.store.meter().sent(messages, bytes);
        }
    }

    async fn wait(&mut self) -> Woken {
        // While a batch is under way nothing more can be sealed: what waits for that must not wake us.
        let idle = self.in_flight.is_none();
        let sealed = idle.then(|| self.gathers_until.or(self.core.marks_due())).flatten();
        // As long as something is sent it is measured, for those who wait until it is less.
        let measured = (self.core.load > 0 || self.fanout.has_sent()).then(|| self.measured_at + MEASURE_EVERY);
        let due = [self.core.due(), self.fanout.due(), sealed, measured];
        let due = due.into_iter().flatten().min();
        let accepts = !self.core.is_full();
        if self.faulty {
            return Woken::Time;
        }
        let commit = async {
            match &mut self.in_flight {
                Some((commit, _)) => commit.await,
                None => std::future::pending().await,
            }
        };
        let timer = async {
            match due {
                Some(due) => tokio::time::sleep_until(due).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            result = commit => {
                let outs = self.in_flight.take().map(|(_, outs)| outs).unwrap_or_default();
                Woken::Committed(result, outs)
            }
            ask = self.mailbox.recv(), if accepts => ask.map_or(Woken::Alone, Woken::Asked),
            // The setting lives as long as we do; what has changed is rendered when the turn is sealed.
            Ok(()) = self.around.changed() => Woken::Surroundings,
            () = timer => Woken::Time,
        }
    }

    /// Runs something that may reach a game; a panic is told and makes the party restore itself.
    fn guarded(&mut self, work: impl FnOnce(&mut Self)) {
        if !self.faulty && catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            tracing::error!(code = "party/fault", party = %self.code, "a rule panicked; the party is restored from its journal");
            self.faulty = true;
        }
    }

    /// Measures what the sockets are sent.
    fn measure(&mut self, now: Instant) {
        let passed = now.saturating_duration_since(self.measured_at);
        if passed >= MEASURE_EVERY {
            self.core.load = (self.fanout.take_sent() as f64 / passed.as_secs_f64()) as u64;
            self.measured_at = now;
        }
    }

    fn take(&mut self, ask: Ask) {
        let now = Instant::now();
        match ask {
            Ask::Join(request, answer) => {
                let result = self.core.join(&request, now);
                self.hurry(result.is_ok());
                self.core.draft.outs.push(Out::Joined(answer, result));
            }
            Ask::Attach { visitor, admitted } => self.attach(visitor, admitted, now),
            Ask::Detach(conn) => {
                self.fanout.forget(conn);
                self.core.detach(conn, now);
            }
            Ask::ActAs {
                token,
                game,
                request,
                stamp,
                answer,
            } => {
                let viewer = self.core.holder(&token);
                let result = viewer.and_then(|viewer| match game {
                    Some(game) => self.core.act_in(game, viewer, &request, stamp, now),
                    None => self.core.act(viewer, &request, stamp, now),
                });
                self.hurry(result.is_ok());
                self.answer(Reply::Rest(answer), request.action_id, result);
            }
            Ask::Act {
                viewer,
                request,
                stamp,
                reply,
            } => {
                let result = self.core.act(viewer, &request, stamp, now);
                self.hurry(result.is_ok() && !matches!(viewer, Viewer::Player(_)));
                self.answer(reply, request.action_id, result);
            }
            Ask::Say {
                conn,
                refusal,
                action_id,
                trace_id,
            } => {
                self.count_refused(Some(&refusal));
                self.fanout.send(
                    conn,
                    &text("system.error", &trace_id, &system_error(&refusal, action_id.as_deref())),
                );
            }
            Ask::Frame { seat, kind, value } => {
                if let Some(value) = self.core.live(seat, &kind, value, now) {
                    self.fanout.frame(seat, kind, value, now);
                }
            }
            Ask::Ping { conn, sent, trace_id } => {
                let pong = Pong {
                    sent,
                    clock: self.core.clock_at(now),
                };
                self.fanout.send(conn, &text("pong", &trace_id, &pong));
            }
            Ask::State(answer) => self.core.draft.lookers.push(answer),
            Ask::Who(token, answer) => {
                // Whoever asked may have hung up.
                let _ = answer.send(self.core.holder(&token));
            }
            Ask::Names(answer) => {
                let _ = answer.send(self.core.names());
            }
            Ask::Vitals(answer) => {
                let _ = answer.send(self.vitals());
            }
            Ask::HostKey(token, done) => {
                self.hurry(true);
                self.core.happen(super::journal::Event::HostKey { token }, now);
                self.core.draft.outs.push(Out::Done(done));
            }
            Ask::Restart(done) => {
                self.hurry(true);
                self.core.stopping = true;
                self.core.stand_still(now);
                self.core.draft.last.push(Out::CloseAll(CloseCode::Restart));
                self.core.draft.last.push(Out::Done(done));
            }
        }
    }

    /// Does somebody wait for the disk who is not told by the next tick? What players do over their sockets is. Whoever only looks, or is
    /// refused, waits with them: anybody may be, so often that nothing would be gathered any more.
    fn hurry(&mut self, waits: bool) {
        self.core.draft.urgent |= waits;
    }

    fn vitals(&self) -> Vitals {
        Vitals {
            seats: self.core.party.live.len(),
            sockets: self.fanout.sockets(),
            mailbox: 0,
        }
    }

    fn attach(&mut self, visitor: Visitor, admitted: oneshot::Sender<Result<Admission, CloseCode>>, now: Instant) {
        if self.core.stopping {
            // Who comes back too early is told once more.
            let _ = admitted.send(Err(CloseCode::Restart));
            return;
        }
        let viewer = match visitor {
            Visitor::Tv => self.core.still_open().map(|()| Viewer::Tv),
            Visitor::Holder(token) => self.core.holder(&token),
        };
        match viewer {
            Ok(viewer) => {
                self.conns += 1;
                self.core.attach(ConnId(self.conns), viewer, admitted, now);
            }
            Err(refusal) => {
                let code = stay_away(&refusal);
                self.core.draft.outs.push(Out::TurnedAway(admitted, code));
            }
        }
    }

    fn answer(&mut self, reply: Reply, action_id: String, result: Result<ActionResult, Refusal>) {
        match &result {
            Ok(_) => {
                tracing::debug!(party = %self.code, "accepted");
                self.core.draft.traces.push(Span::current());
            }
            Err(refusal) => tracing::debug!(party = %self.code, code = refusal.code(), "refused"),
        }
        self.core.draft.outs.push(Out::Answer {
            reply,
            action_id,
            result,
        });
    }

    // The disk

    /// Sends what is due, and hands what was decided to the disk unless it gathers.
    fn seal(&mut self) {
        self.fanout.flush_if_due(Instant::now());
        for conn in self.fanout.take_slow() {
            self.guarded(|actor| actor.core.detach(conn, Instant::now()));
        }
        self.gathers_until = self.may_gather(Instant::now());
        if self.gathers_until.is_none() {
            self.hand_over();
        }
    }

    /// Until when what players do in a large room is gathered before it goes to the disk, if not at once.
    fn may_gather(&self, now: Instant) -> Option<Instant> {
        let draft = &self.core.draft;
        if !self.core.is_crowded() || draft.urgent || draft.marks.stage {
            return None;
        }
        // Not beyond the tick with which it is shown, or it would wait for the one after.
        let next = self.pace.next(draft.records.len(), now).min(self.fanout.next_tick()?);
        Some(next).filter(|next| *next > now)
    }

    /// Hands what was decided to the disk, if it is idle; what needs no disk is said at once.
    fn hand_over(&mut self) {
        if self.in_flight.is_some() {
            return;
        }
        let mut sealed = (None, Vec::new());
        self.guarded(|actor| sealed = actor.core.seal(Instant::now()));
        match sealed {
            (Some(batch), outs) if planted(Defect::TellsBeforeCommit) => {
                self.say_all(outs);
                self.in_flight = Some((self.append(batch), Vec::new()));
            }
            (Some(batch), outs) => self.in_flight = Some((self.append(batch), outs)),
            (None, outs) => self.say_all(outs),
        }
    }

    fn append(&mut self, batch: Batch) -> Commit {
        self.pace.step(Instant::now());
        let store = self.store.clone();
        Box::pin(async move { store.append(batch).await })
    }

    async fn committed(&mut self, result: Result<(), WriteError>, outs: Vec<Out>) {
        match result {
            Ok(()) => self.say_all(outs),
            Err(_) if planted(Defect::LosesBatchOnWriteError) => self.say_all(outs),
            Err(error) => {
                tracing::error!(code = "party/not_durable", party = %self.code, %error, "not durable; the party is restored from its journal");
                let undecided = std::mem::take(&mut self.core.draft.outs);
                outs.into_iter().chain(undecided).for_each(|out| self.take_back(out));
                self.heal().await;
            }
        }
    }

    async fn heal_if_faulty(&mut self) {
        if !std::mem::take(&mut self.faulty) {
            return;
        }
        if let Some((commit, outs)) = self.in_flight.take() {
            match commit.await {
                Ok(()) => self.say_all(outs),
                Err(_) => outs.into_iter().for_each(|out| self.take_back(out)),
            }
        }
        for out in std::mem::take(&mut self.core.draft.outs) {
            self.take_back(out);
        }
        self.heal().await;
    }

    /// Restores the core from the journal. Every page comes back for a greeting: it may wait for an answer that will not come, and
    /// the session may stand elsewhere than it had said.
    async fn heal(&mut self) {
        self.tell_trouble();
        if self.healed_at.is_some_and(|at| at.elapsed() < HEALED_LATELY) {
            self.turn_away().await;
        }
        let mut waited = false;
        let restored = loop {
            if let Some(restored) = restored(&self.store, &self.code).await {
                break restored;
            }
            waited = true;
            self.turn_away().await;
            if self.mailbox.is_closed() {
                // Nobody is left who could see it.
                break (Party::unborn(), PartyMs(0));
            }
        };
        self.begin_anew(restored, waited);
    }

    fn begin_anew(&mut self, (party, at): (Party, PartyMs), waited: bool) {
        let now = Instant::now();
        let mut healed = Core::new(party, at, Arc::clone(&self.setting), self.store.library());
        if waited {
            // Nobody could play meanwhile: it goes on as after a restart, when the guests are back.
            healed.stand_still(now);
        } else {
            healed.take_over(&self.core, now);
        }
        self.core = healed;
        self.exhibit.send_replace(self.core.exhibit());
        self.store.meter().restored("fault");
        self.healed_at = Some(now);
    }

    /// Tells every page that it has to come back, and why if it is the disk.
    fn tell_trouble(&mut self) {
        let refusal = unanswered(&self.store);
        if refusal == Refusal::Disk {
            let told = text("system.error", &self.core.trace(), &system_error(&refusal, None));
            self.fanout.cue(Audience::All, &told);
        }
        self.fanout.close_all(trouble(&refusal));
    }

    /// For a while asks are dropped, which tells whoever asked. Who comes for a socket is told to come back.
    async fn turn_away(&mut self) {
        let until = Instant::now() + RESTORE_AGAIN;
        while let Ok(Some(_)) = timeout_at(until, self.mailbox.recv()).await {}
        tokio::time::sleep_until(until).await;
    }

    /// Answers what was asked but did not become durable.
    fn take_back(&mut self, out: Out) {
        match out {
            Out::Answer {
                reply: Reply::Socket { conn, trace_id },
                action_id,
                ..
            } => {
                let refusal = unanswered(&self.store);
                self.count_refused(Some(&refusal));
                let error = system_error(&refusal, Some(&action_id));
                self.fanout.send(conn, &text("system.error", &trace_id, &error));
            }
            Out::Greet { admitted, .. } | Out::TurnedAway(admitted, _) => {
                // A visitor that has hung up does not need the reason.
                let _ = admitted.send(Err(trouble(&unanswered(&self.store))));
            }
            // Dropping the other end of a REST answer tells its handler; nothing else was promised to anybody.
            _ => {}
        }
    }

    // The room

    fn say_all(&mut self, outs: Vec<Out>) {
        let now = Instant::now();
        for out in outs {
            self.say(out, now);
        }
    }

    fn say(&mut self, out: Out, now: Instant) {
        let seats = self.core.party.live.len();
        match out {
            Out::Topic(key, text) => self.fanout.topic(key, text, seats, now),
            Out::Turn(key, text) => {
                self.fanout.flush_all();
                self.fanout.cue(key.audience, &text);
            }
            Out::Calm(key, text) => self.fanout.calm(key, text, now),
            Out::Count(key, text) => self.fanout.count(key, text, seats, now),
            Out::Gallery(exhibit) => drop(self.exhibit.send_replace(exhibit)),
            Out::Bulk(bulk, edition) => self.show_bulk(bulk, edition, now),
            Out::Cue(audience, text) => self.fanout.cue(audience, &text),
            Out::Greet {
                conn,
                viewer,
                texts,
                admitted,
            } => {
                self.store.meter().resynced("greeting");
                let (outbox, inbox) = outbox(viewer);
                self.fanout.admit(conn, viewer, outbox.clone(), &texts);
                let admission = Admission {
                    conn,
                    viewer,
                    outbox,
                    inbox,
                };
                if admitted.send(Ok(admission)).is_err() {
                    self.fanout.forget(conn);
                    self.guarded(|actor| actor.core.detach(conn, now));
                }
            }
            Out::Close(conn, code) => self.fanout.close(conn, code),
            Out::CloseAll(code) => self.fanout.close_all(code),
            Out::Show(show) => {
                // Nobody listens when no sound is wanted.
                let _ = self.show.send(show);
            }
            Out::Sound(sound) => drop(self.sound.send_replace(sound)),
            answer => self.say_answer(answer),
        }
    }

    /// Answers go to those who asked; one who has hung up does not need it.
    fn say_answer(&mut self, out: Out) {
        match out {
            Out::Answer {
                reply: Reply::Socket { conn, trace_id },
                action_id,
                result,
            } => {
                self.count_answer(&result);
                let text = answer_text(&trace_id, &action_id, result);
                self.fanout.send(conn, &text);
            }
            Out::Answer {
                reply: Reply::Rest(answer),
                result,
                ..
            } => {
                self.count_answer(&result);
                drop(answer.send(result));
            }
            Out::Joined(answer, result) => {
                self.count_refused(result.as_ref().err());
                drop(answer.send(result));
            }
            Out::State(answer, state) => {
                self.store.meter().resynced("state");
                drop(answer.send(state));
            }
            Out::Done(done) => drop(done.send(())),
            Out::TurnedAway(admitted, code) => drop(admitted.send(Err(code))),
            Out::Topic(..)
            | Out::Count(..)
            | Out::Turn(..)
            | Out::Calm(..)
            | Out::Gallery(_)
            | Out::Bulk(..)
            | Out::Cue(..)
            | Out::Greet { .. }
            | Out::Close(..)
            | Out::CloseAll(_)
            | Out::Show(_)
            | Out::Sound(_) => {}
        }
    }

    fn count_answer(&self, result: &Result<ActionResult, Refusal>) {
        match result {
            Ok(_) => self.store.meter().accepted(),
            Err(refusal) => self.count_refused(Some(refusal)),
        }
    }

    fn count_refused(&self, refusal: Option<&Refusal>) {
        if let Some(refusal) = refusal {
            self.store.meter().refused(refusal.code());
        }
    }

    fn show_bulk(&mut self, bulk: BulkDraft, edition: Edition, now: Instant) {
        if let Some(exhibit) = self.exhibit.borrow().as_ref() {
            exhibit.gallery.take(bulk.at, &bulk.items);
            if let Some(notice) = bulk.notice {
                exhibit.gallery.notice(notice);
            }
        }
        self.fanout.bulk(bulk.items, edition, now);
    }

    fn show_frames(&mut self) {
        for (kind, values) in self.fanout.take_frames(Instant::now()) {
            let frames = Frames {
                kind,
                values: values.into_iter().collect(),
            };
            self.fanout
                .cue(Audience::Stage, &text("frames", &self.core.trace(), &frames));
        }
    }
}

/// What the journal says, once the disk takes writes again.
async fn restored(store: &Store, code: &PartyCode) -> Option<(Party, PartyMs)> {
    let restored = restore::load(store, code).await;
    let restored = restored.inspect_err(
        |error| tracing::error!(code = "party/not_restored", party = %code, %error, "cannot be restored yet"),
    );
    if store.condition() != Condition::Well {
        let proven = store.prove().await;
        proven
            .inspect_err(|error| tracing::error!(code = "party/not_restored", party = %code, %error, "the disk takes nothing yet"))
            .ok()?;
    }
    restored.ok().map(|fold| (fold.party, PartyMs(fold.mark.at_ms)))
}

#[expect(clippy::large_enum_variant, reason = "one lives for one turn, on the stack")]
enum Woken {
    Committed(Result<(), WriteError>, Vec<Out>),
    Asked(Letter),
    Time,
    Surroundings,
    Alone,
}

fn answer_text(trace_id: &str, action_id: &str, result: Result<ActionResult, Refusal>) -> Bytes {
    match result {
        Ok(result) => text("action.result", trace_id, &result),
        Err(refusal) => text("system.error", trace_id, &system_error(&refusal, Some(action_id))),
    }
}

fn stay_away(refusal: &Refusal) -> CloseCode {
    match refusal {
        Refusal::SeatRemoved => CloseCode::Removed,
        Refusal::PartyEnded => CloseCode::PartyOver,
        _ => CloseCode::TokenInvalid,
    }
}
