//! The synchronous heart of a party: it holds the private state, decides, and keeps a draft of what it has decided. It never waits;
//! the actor around it does.

use super::avatar;
use super::clock::PartyClock;
use super::draft::{Draft, Happening, Knock, Marks, Out, Show};
use super::fanout::{ConnId, Outbox, TopicKey};
use super::journal::{Event, Record};
use super::render::{key, text};
use super::state::Party;
use super::{Setting, journal, name, rows};
use crate::game::registry::{Step, Told};
use crate::game::{Audience, Ctx, Cue, LAG_CAP_MS, Refusal, Viewer};
use crate::id::{PartyMs, SeatId, Token, TokenHash};
use crate::protocol::*;
use crate::store::Batch;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// A game that goes on ticking for so long has a fault; the party is not held up by it.
const MOST_TICKS: usize = 100_000;
/// With so many undurable events the party takes no more asks until the disk has caught up.
const DRAFT_FULL: usize = 20_000;

/// How a paused party gets going again.
#[derive(Clone, Copy, Debug, Default)]
struct Resuming {
    /// The countdown is running, until then.
    goes_on: Option<Instant>,
    /// After a restart: do not wait longer for the missing ones.
    waits_until: Option<Instant>,
}

/// When a move was made, for the fair clock.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// When it arrived at the socket.
    pub arrived: Instant,
    /// Half of the connection's least round trip.
    pub lag: Duration,
}

pub(super) struct Core {
    pub(super) party: Party,
    pub(super) clock: PartyClock,
    pub(super) setting: Arc<Setting>,
    pub(super) draft: Draft,
    sockets: BTreeMap<ConnId, Viewer>,
    present: BTreeSet<SeatId>,
    rng: StdRng,
    resuming: Resuming,
    heard: Option<SoundState>,
    round: u32,
}

impl Core {
    /// A core over a restored (or unborn) party, whose clock stands at `at`.
    pub(super) fn new(party: Party, at: PartyMs, setting: Arc<Setting>) -> Self {
        Self {
            party,
            clock: PartyClock::stopped_at(at),
            setting,
            draft: Draft::default(),
            sockets: BTreeMap::new(),
            present: BTreeSet::new(),
            rng: StdRng::from_rng(&mut rand::rng()),
            resuming: Resuming::default(),
            heard: None,
            round: 0,
        }
    }

    /// Begins a new party: its first events.
    pub(super) fn open(&mut self, code: crate::id::PartyCode, now: Instant) -> Result<(), Refusal> {
        let setting = Arc::clone(&self.setting);
        let opened = Event::Opened {
            code,
            name: setting.name.clone(),
            lang: setting.lang,
            max_players: setting.max_players,
            wall: wall_clock(),
        };
        self.happen(opened, now);
        self.open_session(SessionRequest::default(), now)
    }

    /// After a restart: an active session stands still until its guests are back.
    pub(super) fn wake_up(&mut self, now: Instant) {
        if self.party.session.status == SessionStatus::Active && self.party.paused.is_none() {
            self.happen(
                Event::Paused {
                    reason: PauseReason::Restart,
                },
                now,
            );
        }
    }

    /// After a fault: the sockets that are still there, and time goes on if it ran.
    pub(super) fn carry_on(&mut self, viewers: impl Iterator<Item = (ConnId, Viewer)>, now: Instant) {
        for (conn, viewer) in viewers {
            self.sockets.insert(conn, viewer);
            if let Viewer::Player(seat) = viewer {
                self.present.insert(seat);
            }
        }
        if self.party.session.status == SessionStatus::Active && self.party.paused.is_none() {
            self.clock.start(now);
        }
    }

    // Events

    /// Applies an event and writes it into the draft.
    pub(super) fn happen(&mut self, event: Event, now: Instant) {
        let at = self.clock.at(now);
        match self.party.apply(&event, at) {
            Ok(_) => self.note(event, at),
            Err(error) => unreachable!("only replayed games fail to apply: {error}"),
        }
    }

    /// Writes an event into the draft that has been applied already.
    fn note(&mut self, event: Event, at: PartyMs) {
        self.draft.rows.extend(rows::after(&self.party, &event));
        self.draft.records.push(Record { at, event });
    }

    /// Takes what a game did: already applied to its table, not yet counted or told.
    fn take(&mut self, step: Step, now: Instant) {
        let at = self.clock.at(now);
        for (event, told) in step {
            self.party.seq += 1;
            self.note(Event::Game(event), at);
            self.tell(told);
        }
    }

    fn tell(&mut self, told: Told) {
        let party = &self.party;
        self.draft
            .rows
            .extend(told.rows.into_iter().map(|row| rows::of_game(party, row)));
        let trace = self.trace();
        for (audience, topic) in told.topics {
            self.draft.outs.push(Out::Topic(
                key(audience, &topic.kind),
                text(&topic.kind, &trace, &topic.payload),
            ));
        }
        for (audience, kind, payload) in told.events {
            let event = GameEvent {
                session_id: self.party.session.id,
                kind: kind.to_owned(),
                payload,
            };
            self.draft
                .outs
                .push(Out::Cue(audience, text("game.event", &trace, &event)));
        }
        for cue in told.sounds {
            self.sound_cue(cue);
        }
        self.draft.marks.stage |= told.stage;
        self.draft.marks.board |= told.board;
        self.draft.marks.players.extend(told.players);
    }

    fn sound_cue(&mut self, cue: Cue) {
        let heard = text("sound.cue", &self.trace(), &SoundCue { cue });
        self.draft.outs.push(Out::Cue(Audience::Stage, heard));
        self.draft.outs.push(Out::Show(Show::Cue(cue)));
    }

    fn report(&mut self, happening: Happening) {
        self.draft.outs.push(Out::Show(Show::Happening(happening)));
    }

    // Guests

    /// Gives a guest a seat, or the seat that the same phone has already.
    pub(super) fn join(&mut self, request: &JoinRequest, now: Instant) -> Result<Box<JoinAnswer>, Refusal> {
        self.still_open()?;
        let typed = name::normalise(&request.name)?;
        let device = device(request.device_uuid.as_deref())?;
        let token = Token::draw();
        let hash = TokenHash::of(device.as_bytes());
        let seat = match self.party.seat_of_device(&hash) {
            Some(seat) => self.come_back(seat, &typed, request, &token, now)?,
            None => self.sit_down(&typed, request, &token, hash, now)?,
        };
        self.draft.marks.room = true;
        self.draft.marks.players.insert(seat);
        self.settle(now);
        Ok(Box::new(JoinAnswer {
            player_id: seat,
            token: token.reveal().to_owned(),
            device_uuid: device,
            player: self.player(seat, &self.party.seats[&seat]),
            state: self.state(Viewer::Player(seat), now),
        }))
    }

    fn sit_down(
        &mut self,
        typed: &str,
        request: &JoinRequest,
        token: &Token,
        device: TokenHash,
        now: Instant,
    ) -> Result<SeatId, Refusal> {
        if self.party.live.len() >= self.party.max_players as usize {
            return Err(Refusal::PartyFull);
        }
        let animals = self.party.live_seats().map(|(_, seat)| seat.avatar.as_str());
        let avatar = avatar::choose(request.avatar.as_deref(), animals)?;
        let name = self.unique(typed, None);
        let seat = SeatId(self.party.seats.len() as u32 + 1);
        let color = ((seat.0 - 1) % avatar::COLORS) as u8;
        let (token, wall) = (token.hash(), wall_clock());
        self.happen(
            Event::Joined {
                seat,
                name: name.clone(),
                avatar,
                color,
                token,
                device,
                wall,
            },
            now,
        );
        self.sound_cue(Cue::Join);
        self.report(Happening::Joined {
            name,
            players: self.party.live.len(),
        });
        Ok(seat)
    }

    fn come_back(
        &mut self,
        seat: SeatId,
        typed: &str,
        request: &JoinRequest,
        token: &Token,
        now: Instant,
    ) -> Result<SeatId, Refusal> {
        self.rename(seat, typed, request.avatar.as_deref(), now)?;
        self.happen(
            Event::Returned {
                seat,
                token: token.hash(),
            },
            now,
        );
        Ok(seat)
    }

    fn rename(&mut self, seat: SeatId, typed: &str, animal: Option<&str>, now: Instant) -> Result<(), Refusal> {
        let present = &self.party.seats[&seat];
        let avatar = avatar::choose(Some(animal.unwrap_or(&present.avatar)), std::iter::empty())?;
        let name = self.unique(typed, Some(seat));
        if name != present.name || avatar != present.avatar {
            self.happen(Event::Renamed { seat, name, avatar }, now);
            self.draft.marks.board = true;
        }
        self.draft.marks.players.insert(seat);
        Ok(())
    }

    fn unique(&self, typed: &str, own: Option<SeatId>) -> String {
        let others = self.party.live_seats().filter(|(id, _)| Some(*id) != own);
        name::make_unique(typed, others.map(|(_, seat)| seat.name.as_str()))
    }

    fn unseat(&mut self, seat: SeatId, now: Instant) {
        let name = self.party.seats[&seat].name.clone();
        self.happen(Event::Removed { seat }, now);
        self.draft.marks.players.insert(seat);
        self.draft.marks.room = true;
        self.report(Happening::Left {
            name,
            players: self.party.live.len(),
        });
        let socket = self
            .sockets
            .iter()
            .find(|(_, viewer)| **viewer == Viewer::Player(seat))
            .map(|(conn, _)| *conn);
        if let Some(conn) = socket {
            self.drop_socket(conn);
            self.draft.last.push(Out::Close(conn, CloseCode::Removed));
        }
    }

    // Sockets

    /// Whose token this is, if it may still be used.
    pub(super) fn holder(&self, token: &TokenHash) -> Result<Viewer, Refusal> {
        match self.party.holder(token) {
            None => Err(Refusal::TokenInvalid),
            Some(Viewer::Player(seat)) if !self.party.live.contains(&seat) => Err(Refusal::SeatRemoved),
            Some(viewer) => {
                self.still_open()?;
                Ok(viewer)
            }
        }
    }

    fn still_open(&self) -> Result<(), Refusal> {
        if self.party.ended {
            Err(Refusal::PartyEnded)
        } else {
            Ok(())
        }
    }

    /// Lets a viewer in; a second socket of a seat takes it over from the first.
    pub(super) fn attach(
        &mut self,
        conn: ConnId,
        viewer: Viewer,
        outbox: Outbox,
        admitted: oneshot::Sender<Result<(ConnId, Viewer), CloseCode>>,
        now: Instant,
    ) {
        if let Viewer::Player(seat) = viewer {
            let earlier = self
                .sockets
                .iter()
                .find(|(_, other)| **other == viewer)
                .map(|(conn, _)| *conn);
            if let Some(earlier) = earlier {
                self.sockets.remove(&earlier);
                self.draft.outs.push(Out::Close(earlier, CloseCode::TakenOver));
            }
            self.present.insert(seat);
            self.presence_changed(seat);
        }
        self.sockets.insert(conn, viewer);
        self.settle(now);
        self.expect_guests(now);
        self.draft.knocks.push(Knock {
            conn,
            viewer,
            outbox,
            admitted,
        });
    }

    /// A socket is gone.
    pub(super) fn detach(&mut self, conn: ConnId, now: Instant) {
        self.drop_socket(conn);
        self.settle(now);
    }

    fn drop_socket(&mut self, conn: ConnId) {
        if let Some(Viewer::Player(seat)) = self.sockets.remove(&conn) {
            self.present.remove(&seat);
            self.presence_changed(seat);
        }
    }

    fn presence_changed(&mut self, seat: SeatId) {
        self.draft.marks.players.insert(seat);
        self.draft.marks.room = true;
    }

    /// Is this seat's phone connected?
    pub(super) fn is_present(&self, seat: SeatId) -> bool {
        self.present.contains(&seat)
    }

    // Actions

    /// Judges an action. Accepted ones are remembered with their answer; a repeat gets the same.
    pub(super) fn act(
        &mut self,
        viewer: Viewer,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<ActionResult, Refusal> {
        if request.action_id.is_empty() || request.action_id.len() > 64 {
            return Err(Refusal::ActionIdInvalid);
        }
        let result = match self.party.earlier_answer(viewer, &request.action_id) {
            Some(answer) => answer,
            None => self.act_once(viewer, request, stamp, now)?,
        };
        Ok(ActionResult {
            action_id: request.action_id.clone(),
            action_type: request.action_type.clone(),
            status: "success".to_owned(),
            result,
        })
    }

    fn act_once(
        &mut self,
        viewer: Viewer,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<serde_json::Value, Refusal> {
        let seat = match viewer {
            Viewer::Tv => return Err(Refusal::PlayerOnly),
            Viewer::Host => None,
            // A message may be under way from a phone that was removed a moment ago.
            Viewer::Player(seat) if !self.party.live.contains(&seat) => return Err(Refusal::SeatRemoved),
            Viewer::Player(seat) => Some(seat),
        };
        self.still_open()?;
        let answer = self.decide(viewer, request, stamp, now)?;
        let answered = Event::Answered {
            seat,
            action_id: request.action_id.clone(),
            answer: answer.clone(),
        };
        self.happen(answered, now);
        self.settle(now);
        Ok(answer)
    }

    /// Lets follow what follows by itself, until nothing more does.
    pub(super) fn settle(&mut self, now: Instant) {
        for _ in 0..MOST_TICKS {
            let step = self.tick(now);
            if step.is_empty() {
                break;
            }
            self.take(step, now);
        }
        self.note_round(now);
        self.finish_if_over(now);
    }

    fn tick(&mut self, now: Instant) -> Step {
        if self.party.paused.is_some() {
            return Step::new();
        }
        let at = self.clock.at(now);
        self.with_table(at, at, |table, ctx| table.tick(ctx))
            .unwrap_or_default()
    }

    /// Calls into the game with what it may look at. A finished one is still ticked: who leaves also leaves the podium.
    pub(super) fn with_table<T>(
        &mut self,
        now: PartyMs,
        at: PartyMs,
        call: impl FnOnce(&mut dyn crate::game::registry::Table, &mut Ctx) -> T,
    ) -> Option<T> {
        let table = self.party.session.table.as_mut()?;
        let mut ctx = Ctx {
            now,
            at,
            rng: &mut self.rng,
            seats: &self.party.live,
            present: &self.present,
        };
        Some(call(table.as_mut(), &mut ctx))
    }

    pub(super) fn play(
        &mut self,
        viewer: Viewer,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<serde_json::Value, Refusal> {
        let by = match viewer {
            Viewer::Player(_) if self.party.paused.is_some() => return Err(Refusal::Paused),
            Viewer::Player(seat) => crate::game::By::Seat(seat),
            Viewer::Host | Viewer::Tv => crate::game::By::Host,
        };
        if self.party.session.status != SessionStatus::Active {
            return Err(Refusal::SessionNotActive);
        }
        let (party_now, at) = (self.clock.at(now), self.fair(stamp, now));
        let (kind, payload) = (request.action_type.as_str(), request.payload.clone());
        let played = self.with_table(party_now, at, |table, ctx| table.play(by, kind, payload, ctx));
        let (step, outcome) = played.ok_or(Refusal::SessionNotActive)??;
        self.take(step, now);
        Ok(outcome)
    }

    /// When a move counts as made, in party time: its arrival less what the connection costs, at most the cap.
    fn fair(&self, stamp: Stamp, now: Instant) -> PartyMs {
        let lag = i64::try_from(stamp.lag.as_millis())
            .unwrap_or(LAG_CAP_MS)
            .min(LAG_CAP_MS);
        self.clock.at(stamp.arrived.min(now)).plus(-lag)
    }

    fn note_round(&mut self, _now: Instant) {
        let round = self.party.session.table.as_ref().map_or(0, |table| table.stage().round);
        if round != self.round {
            self.round = round;
            if round > 0 {
                self.report(Happening::Round(round));
            }
        }
    }

    fn finish_if_over(&mut self, now: Instant) {
        let over = self.party.session.table.as_ref().is_some_and(|table| table.finished());
        if over && self.party.session.status == SessionStatus::Active {
            self.happen(Event::SessionFinished { wall: wall_clock() }, now);
            self.clock.stop(now);
            self.resuming = Resuming::default();
            self.mark_all();
            self.report(Happening::Finished { winner: self.leader() });
        }
    }

    // The session

    /// Opens the next session; the seats come along.
    pub(super) fn open_session(&mut self, request: SessionRequest, now: Instant) -> Result<(), Refusal> {
        if self.party.session.status == SessionStatus::Active {
            return Err(Refusal::SessionActive);
        }
        let game = request.game.unwrap_or_else(|| "arena".to_owned());
        let settings = request.settings.unwrap_or_else(|| serde_json::json!({}));
        let settings = crate::game::registry::check_settings(&game, settings)?;
        let session = crate::id::SessionId(self.party.session.id.0 + 1);
        self.happen(
            Event::SessionOpened {
                session,
                game,
                settings,
                wall: wall_clock(),
            },
            now,
        );
        self.round = 0;
        self.mark_all();
        self.draft.marks.list = true;
        Ok(())
    }

    /// Starts the pending session.
    pub(super) fn start(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.party.session.status {
            SessionStatus::Active => return Err(Refusal::SessionActive),
            SessionStatus::Finished => return Err(Refusal::SessionNotActive),
            SessionStatus::Pending if self.party.live.is_empty() => return Err(Refusal::NoPlayers),
            SessionStatus::Pending => {}
        }
        let at = self.clock.at(now);
        let mut deck = self.party.deck.clone();
        let mut ctx = Ctx {
            now: at,
            at,
            rng: &mut self.rng,
            seats: &self.party.live,
            present: &self.present,
        };
        let (game, settings) = (&self.party.session.game, self.party.session.settings.clone());
        let table = crate::game::registry::open_table(game, settings, &mut deck, &mut ctx)?;
        let (state, wall) = (table.save(), wall_clock());
        self.party.seq += 1;
        self.party.start_session(table, deck.clone(), &wall);
        self.note(Event::SessionStarted { state, deck, wall }, at);
        self.clock.start(now);
        self.mark_all();
        self.greet_again();
        Ok(())
    }

    /// A new table: everyone gets its topics, as a newcomer would.
    fn greet_again(&mut self) {
        let Some(table) = &self.party.session.table else { return };
        let trace = self.trace();
        let seats = self
            .present
            .iter()
            .map(|seat| (Audience::Seat(*seat), Viewer::Player(*seat)));
        let everyone = std::iter::once((Audience::Stage, Viewer::Tv)).chain(seats);
        let topics =
            everyone.flat_map(|(audience, viewer)| table.greet(viewer).into_iter().map(move |topic| (audience, topic)));
        let outs = topics
            .map(|(audience, topic)| Out::Topic(key(audience, &topic.kind), text(&topic.kind, &trace, &topic.payload)));
        self.draft.outs.extend(outs.collect::<Vec<_>>());
    }

    /// Stands still.
    pub(super) fn pause(&mut self, now: Instant) -> Result<(), Refusal> {
        if self.party.session.status != SessionStatus::Active {
            return Err(Refusal::SessionNotActive);
        }
        if self.party.paused.is_some() && self.resuming.goes_on.is_none() {
            return Err(Refusal::AlreadyPaused);
        }
        self.resuming = Resuming::default();
        self.clock.stop(now);
        self.happen(
            Event::Paused {
                reason: PauseReason::Host,
            },
            now,
        );
        self.draft.marks.stage = true;
        self.report(Happening::Paused);
        Ok(())
    }

    /// Begins the countdown after which time goes on.
    pub(super) fn resume(&mut self, now: Instant) -> Result<(), Refusal> {
        if self.party.paused.is_none() {
            return Err(Refusal::NotPaused);
        }
        if self.resuming.goes_on.is_none() {
            self.resuming = Resuming {
                goes_on: Some(now + self.setting.countdown),
                waits_until: None,
            };
            self.draft.marks.stage = true;
        }
        Ok(())
    }

    /// After a restart: goes on once everybody is back, or some time after the first.
    fn expect_guests(&mut self, now: Instant) {
        let waiting = self.party.paused == Some(PauseReason::Restart) && self.resuming.goes_on.is_none();
        if !waiting || self.present.is_empty() {
            return;
        }
        let until = *self.resuming.waits_until.get_or_insert(now + self.setting.patience);
        if until <= now || self.party.live.is_subset(&self.present) {
            // It is paused, so it can be resumed.
            let _ = self.resume(now);
        }
    }

    /// Milliseconds until time goes on, if the countdown runs.
    pub(super) fn resumes_in(&self, now: Instant) -> Option<i64> {
        let left = self.resuming.goes_on?.saturating_duration_since(now);
        i64::try_from(left.as_millis()).ok()
    }

    fn go_on(&mut self, now: Instant) {
        if self.resuming.goes_on.is_some_and(|at| at <= now) {
            self.resuming = Resuming::default();
            self.happen(Event::Resumed, now);
            self.clock.start(now);
            self.draft.marks.stage = true;
            self.report(Happening::Resumed);
        }
    }

    /// Removes a player at the host's wish.
    pub(super) fn remove(&mut self, seat: SeatId, now: Instant) -> Result<(), Refusal> {
        if !self.party.live.contains(&seat) {
            return Err(Refusal::PlayerUnknown);
        }
        self.unseat(seat, now);
        Ok(())
    }

    /// A player leaves.
    pub(super) fn leave(&mut self, seat: SeatId, now: Instant) {
        self.unseat(seat, now);
    }

    /// A player is ready, or not yet.
    pub(super) fn confirm(&mut self, seat: SeatId, ready: bool, now: Instant) {
        self.happen(Event::Confirmed { seat, ready }, now);
        self.presence_changed(seat);
    }

    /// A player takes another name.
    pub(super) fn rename_to(
        &mut self,
        seat: SeatId,
        typed: &str,
        animal: Option<&str>,
        now: Instant,
    ) -> Result<(), Refusal> {
        self.rename(seat, &name::normalise(typed)?, animal, now)
    }

    /// The host turns the volume.
    pub(super) fn set_volume(&mut self, volume: u8, now: Instant) -> Result<(), Refusal> {
        if volume > 100 {
            return Err(Refusal::Malformed {
                reason: "volume is 0 to 100".to_owned(),
            });
        }
        self.happen(Event::Volume { volume }, now);
        Ok(())
    }

    /// Ends the party.
    pub(super) fn end(&mut self, now: Instant) {
        self.clock.stop(now);
        self.happen(Event::Ended { wall: wall_clock() }, now);
        self.draft.last.push(Out::CloseAll(CloseCode::PartyOver));
        self.draft.last.push(Out::Show(Show::Happening(Happening::Ended)));
        self.sockets.clear();
        self.present.clear();
    }

    // Time

    /// Does what is due.
    pub(super) fn on_time(&mut self, now: Instant) {
        self.go_on(now);
        self.expect_guests(now);
        self.settle(now);
    }

    /// When [`Core::on_time`] is next to be called.
    pub(super) fn due(&self) -> Option<Instant> {
        let table = self.party.session.table.as_ref();
        let active = self.party.session.status == SessionStatus::Active && self.party.paused.is_none();
        let game = table
            .filter(|_| active)
            .and_then(|table| table.due())
            .and_then(|due| self.clock.instant_of(due));
        let waits = self
            .resuming
            .waits_until
            .filter(|_| self.resuming.goes_on.is_none() && !self.present.is_empty());
        [game, self.resuming.goes_on, waits].into_iter().flatten().min()
    }

    /// True while the disk must catch up before more is decided.
    pub(super) fn is_full(&self) -> bool {
        self.draft.records.len() >= DRAFT_FULL
    }

    // Sealing

    fn mark_all(&mut self) {
        self.draft.marks.stage = true;
        self.draft.marks.board = true;
        self.draft.marks.room = true;
        self.draft.marks.players.extend(self.party.live.iter().copied());
    }

    /// Closes the draft: renders what changed, and hands over the batch and what is to be said once it is durable.
    pub(super) fn seal(&mut self, now: Instant) -> (Option<Batch>, Vec<Out>) {
        self.render_marks(now);
        self.render_greetings(now);
        let draft = std::mem::take(&mut self.draft);
        let mut outs = draft.outs;
        outs.extend(draft.last);
        let batch = draft.records.last().map(|last| Batch {
            party: self.party.code.clone(),
            last_seq: self.party.seq,
            n: draft.records.len() as i64,
            at_ms: last.at.0,
            body: journal::encode(&draft.records),
            rows: draft.rows,
        });
        (batch, outs)
    }

    fn render_marks(&mut self, now: Instant) {
        let marks: Marks = std::mem::take(&mut self.draft.marks);
        let trace = self.trace();
        if marks.stage {
            let state = text("session.state", &trace, &self.session_state(now));
            self.draft
                .outs
                .insert(0, Out::Turn(key(Audience::All, "session.state"), state));
        }
        if marks.list {
            self.render_list(&trace);
        }
        if marks.room {
            self.topic(Audience::All, "room.update", &trace, &self.room());
        }
        for seat in &marks.players {
            self.render_player(*seat, &trace);
        }
        if marks.board {
            self.render_board(&trace);
        }
        self.render_sound(&trace);
    }

    /// Greetings show the state at the end of the draft, so that nothing told before them is missing from them.
    fn render_greetings(&mut self, now: Instant) {
        for Knock {
            conn,
            viewer,
            outbox,
            admitted,
        } in std::mem::take(&mut self.draft.knocks)
        {
            let texts = match self.sockets.contains_key(&conn) {
                true => self.greeting(viewer, now),
                // Removed, or taken over, before it was greeted.
                false => continue,
            };
            self.draft.outs.push(Out::Greet {
                conn,
                viewer,
                outbox,
                texts,
                admitted,
            });
        }
    }

    fn topic(&mut self, audience: Audience, kind: &str, trace: &str, payload: &impl serde::Serialize) {
        self.draft
            .outs
            .push(Out::Topic(key(audience, kind), text(kind, trace, payload)));
    }

    fn render_list(&mut self, trace: &str) {
        self.topic(Audience::Stage, "players.list", trace, &self.players_list(Viewer::Tv));
        for seat in self.present.clone() {
            self.topic(
                Audience::Seat(seat),
                "players.list",
                trace,
                &self.players_list(Viewer::Player(seat)),
            );
        }
    }

    fn render_player(&mut self, seat: SeatId, trace: &str) {
        let Some(place) = self.party.seats.get(&seat) else {
            return;
        };
        let update = PlayerUpdate {
            session_id: self.party.session.id,
            player: self.player(seat, place),
        };
        let message = text("player.update", trace, &update);
        for audience in [Audience::Stage, Audience::Seat(seat)] {
            let key = TopicKey {
                audience,
                kind: "player.update".to_owned(),
                player: Some(seat),
            };
            self.draft.outs.push(Out::Topic(key, message.clone()));
        }
    }

    fn render_board(&mut self, trace: &str) {
        self.topic(
            Audience::Stage,
            "leaderboard.update",
            trace,
            &self.leaderboard(Viewer::Tv),
        );
        for seat in self.present.clone() {
            self.topic(
                Audience::Seat(seat),
                "leaderboard.update",
                trace,
                &self.leaderboard(Viewer::Player(seat)),
            );
        }
    }

    fn render_sound(&mut self, trace: &str) {
        let sound = self.sound();
        if self.heard.replace(sound) != Some(sound) {
            self.topic(Audience::Stage, "sound.state", trace, &sound);
            self.draft.outs.push(Out::Sound(sound));
        }
    }

    /// A fresh trace id for what the party says by itself.
    pub(super) fn trace(&self) -> String {
        format!("{:016x}", rand::rng().random::<u64>())
    }
}

/// The phone's own id: the one it brought, or a new one.
fn device(brought: Option<&str>) -> Result<String, Refusal> {
    match brought {
        None => Ok(uuid::Uuid::new_v4().to_string()),
        Some(text) => uuid::Uuid::try_parse(text)
            .map(|uuid| uuid.to_string())
            .map_err(|_| Refusal::DeviceInvalid),
    }
}

/// The wall clock, for people to read; nothing is decided by it.
pub(super) fn wall_clock() -> String {
    humantime::format_rfc3339_seconds(std::time::SystemTime::now()).to_string()
}
