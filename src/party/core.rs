//! The synchronous heart of a party: it holds the private state, and keeps a draft of what was decided. It never waits; the actor
//! around it does. What is decided stands beside it: by guests (`guests`), by who is connected (`presence`), by actions
//! (`decide`), by the session and its time (`session`); what is then said is rendered in `seal`.

use super::clock::PartyClock;
use super::crowd::Crowd;
use super::draft::{Draft, Happening, Out, Show};
use super::fanout::ConnId;
use super::journal::{Event, Record};
use super::moment::Kept;
use super::presence::STILL_THERE;
use super::render::{key, text};
use super::session::Resuming;
use super::state::Party;
use super::{Place, Setting, rows};
use crate::game::registry::{Step, Table, Told};
use crate::game::{Audience, Ctx, Cue, Library, Refusal, Viewer};
use crate::id::{PartyCode, PartyMs, SeatId};
use crate::protocol::*;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;
use tokio::time::Instant;

/// A game that goes on ticking for so long has a fault; the party takes a breath before the rest.
const MOST_TICKS: usize = 1_000;
/// With so many undurable events the party takes no more asks until the disk has caught up.
const DRAFT_FULL: usize = 20_000;

pub(super) struct Core {
    pub(super) party: Party,
    pub(super) clock: PartyClock,
    pub(super) setting: Arc<Setting>,
    pub(super) draft: Draft,
    pub(super) sockets: BTreeMap<ConnId, Viewer>,
    /// Which of them is a seat's: at most one is.
    pub(super) of_seat: HashMap<SeatId, ConnId>,
    /// The seats that have one.
    pub(super) present: BTreeSet<SeatId>,
    /// Those, and the ones that are in `lost`.
    pub(super) lately: BTreeSet<SeatId>,
    /// Whose socket is gone, and until when the game counts them as there; who was lost first is the first.
    pub(super) lost: VecDeque<(Instant, SeatId)>,
    pub(super) rng: StdRng,
    pub(super) resuming: Resuming,
    pub(super) heard: Option<SoundState>,
    /// The stage shows this place.
    pub(super) shown: Option<Place>,
    pub(super) round: u32,
    /// The appliance stops: nothing goes on any more.
    pub(super) stopping: bool,
    /// When the boards were last rendered.
    pub(super) boards_at: Option<Instant>,
    /// Sockets of players who must stay away, and when they are closed.
    pub(super) leaving: Vec<(Instant, ConnId)>,
    /// The time of the last record that was handed to the disk.
    pub(super) written: PartyMs,
    /// What the sockets are sent, bytes a second, as measured.
    pub(super) load: u64,
    /// What the house keeps beyond the evening.
    pub(super) library: Arc<dyn Library>,
    /// How many guests may come in.
    pub(super) crowd: Crowd,
    /// What was last told to those who ask; gone as soon as anything happens.
    pub(super) kept: Option<Kept>,
}

impl Core {
    /// A core over a restored (or unborn) party, whose clock stands at `at`.
    pub(super) fn new(party: Party, at: PartyMs, setting: Arc<Setting>, library: Arc<dyn Library>) -> Self {
        Self {
            party,
            clock: PartyClock::stopped_at(at),
            crowd: Crowd::new(setting.max_players, setting.newcomer_every, Instant::now()),
            setting,
            draft: Draft::default(),
            sockets: BTreeMap::new(),
            of_seat: HashMap::new(),
            present: BTreeSet::new(),
            lately: BTreeSet::new(),
            lost: VecDeque::new(),
            rng: StdRng::from_rng(&mut rand::rng()),
            resuming: Resuming::default(),
            heard: None,
            shown: None,
            round: 0,
            stopping: false,
            boards_at: None,
            leaving: Vec::new(),
            written: at,
            load: 0,
            library,
            kept: None,
        }
    }

    /// Begins a new party: its first events.
    pub(super) fn open(&mut self, code: PartyCode, beside: Option<String>, now: Instant) -> Result<(), Refusal> {
        let setting = Arc::clone(&self.setting);
        let own = setting.name.clone().unwrap_or_else(|| "Snowparty".to_owned());
        let opened = Event::Opened {
            code,
            beside: beside.is_some(),
            name: beside.unwrap_or(own),
            lang: setting.lang.unwrap_or(Lang::En),
            max_players: setting.max_players,
            wall: wall_clock(),
        };
        self.happen(opened, now);
        self.open_session(SessionRequest::default(), now)
    }

    /// A restored party takes the name and the language that the host has asked for this time.
    pub(super) fn follow_wishes(&mut self, now: Instant) {
        if self.party.beside {
            return;
        }
        let name = self.setting.name.clone().unwrap_or_else(|| self.party.name.clone());
        let lang = self.setting.lang.unwrap_or(self.party.lang);
        if (&name, lang) != (&self.party.name, self.party.lang) {
            self.happen(Event::Named { name, lang }, now);
        }
    }

    /// Before a stop and after a restart: an active session stands still until its guests are back, if its game waits for them.
    pub(super) fn stand_still(&mut self, now: Instant) {
        let goes = self.party.paused.is_none() || self.resuming.goes_on.is_some();
        let waits = self
            .party
            .session
            .table
            .as_ref()
            .is_some_and(|table| table.waits_for_guests());
        if self.party.session.status == SessionStatus::Active && goes && !waits && !self.stopping {
            self.clock.start(now);
        } else if self.party.session.status == SessionStatus::Active && goes && waits {
            self.clock.stop(now);
            self.resuming = Resuming::default();
            let reason = PauseReason::Restart;
            self.happen(Event::Paused { reason }, now);
        }
    }

    /// After a fault: takes over from the core that is thrown away. Time that has passed is not given back, and goes on if it ran; who
    /// was there still counts as there for a while.
    pub(super) fn take_over(&mut self, before: &Self, now: Instant) {
        // Their sockets were closed by us, and not by them.
        for seat in before.lately.intersection(&self.party.live) {
            self.lately.insert(*seat);
            self.lost.push_back((now + STILL_THERE, *seat));
        }
        let reached = self.clock.at(now).max(before.clock.at(now));
        self.clock = PartyClock::stopped_at(reached);
        if self.party.paused.is_some() {
            self.resuming = before.resuming;
        } else if self.party.session.status == SessionStatus::Active {
            self.clock.start(now);
        }
    }

    /// Applies an event and writes it into the draft.
    pub(super) fn happen(&mut self, event: Event, now: Instant) {
        let at = self.clock.at(now);
        match self.party.apply(&event, at) {
            Ok(_) => self.note(event, at),
            Err(error) => unreachable!("only replayed games fail to apply: {error}"),
        }
    }

    /// Writes an event into the draft that has been applied already.
    pub(super) fn note(&mut self, event: Event, at: PartyMs) {
        self.draft.rows.extend(rows::after(&self.party, &event));
        self.draft.records.push(Record { at, event });
    }

    /// Takes what a game did: already applied to its table, not yet counted or told.
    pub(super) fn take(&mut self, event: Event, told: Told, now: Instant) {
        let at = self.clock.at(now);
        self.party.seq += 1;
        self.note(event, at);
        self.tell(told, at);
    }

    fn tell(&mut self, told: Told, at: PartyMs) {
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
        for (audience, topic) in told.calm {
            self.draft.outs.push(Out::Calm(
                key(audience, &topic.kind),
                text(&topic.kind, &trace, &topic.payload),
            ));
        }
        for (audience, topic) in told.cues {
            let text = text(&topic.kind, &trace, &topic.payload);
            self.draft.outs.push(Out::Cue(audience, text));
        }
        self.draft.bulk.at = at;
        match self.draft.bulk.items.is_empty() {
            true => self.draft.bulk.items = told.bulk,
            false => self.draft.bulk.items.extend(told.bulk),
        }
        self.draft.bulk.notice = told.notice.or(self.draft.bulk.notice.take());
        for seat in told.away {
            self.send_away(seat);
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

    pub(super) fn sound_cue(&mut self, cue: Cue) {
        let heard = text("sound.cue", &self.trace(), &SoundCue { cue });
        self.draft.outs.push(Out::Cue(Audience::Stage, heard));
        self.draft.outs.push(Out::Show(Show::Cue(cue)));
    }

    pub(super) fn report(&mut self, happening: Happening) {
        self.draft.outs.push(Out::Show(Show::Happening(happening)));
    }

    /// Lets follow what follows by itself, until nothing more does.
    pub(super) fn settle(&mut self, now: Instant) {
        for _ in 0..MOST_TICKS {
            let Some(Step { packed, told }) = self.tick(now) else {
                break;
            };
            self.take(Event::Ticked { packed }, told, now);
        }
        self.note_round();
        self.finish_if_over(now);
    }

    fn tick(&mut self, now: Instant) -> Option<Step> {
        if self.party.paused.is_some() {
            return None;
        }
        let at = self.clock.at(now);
        self.with_table(at, at, |table, ctx| table.tick(ctx)).flatten()
    }

    /// Calls into the game with what it may look at. A finished one is still ticked: who leaves also leaves the podium.
    pub(super) fn with_table<T>(
        &mut self,
        now: PartyMs,
        at: PartyMs,
        call: impl FnOnce(&mut dyn Table, &mut Ctx) -> T,
    ) -> Option<T> {
        let table = self.party.session.table.as_mut()?;
        let mut ctx = Ctx {
            now,
            at,
            rng: &mut self.rng,
            seats: &self.party.live,
            present: &self.present,
            lately: &self.lately,
            earlier: &self.party.earlier,
            load: self.load,
            library: self.library.as_ref(),
        };
        Some(call(table.as_mut(), &mut ctx))
    }

    /// Does what is due.
    pub(super) fn on_time(&mut self, now: Instant) {
        self.go_on(now);
        self.expect_guests(now);
        self.send_leaving(now);
        self.give_up(now);
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
        let leaving = self.leaving.iter().map(|(at, _)| *at).min();
        let lost = self.lost.front().map(|(at, _)| *at);
        [game, self.resuming.goes_on, waits, leaving, lost]
            .into_iter()
            .flatten()
            .min()
    }

    /// True while the disk must catch up before more is decided.
    pub(super) fn is_full(&self) -> bool {
        self.draft.records.len() >= DRAFT_FULL
    }

    /// A fresh trace id for what the party says by itself.
    pub(super) fn trace(&self) -> String {
        format!("{:016x}", rand::rng().random::<u64>())
    }
}

/// The wall clock, for people to read; nothing is decided by it.
pub(super) fn wall_clock() -> String {
    humantime::format_rfc3339_seconds(std::time::SystemTime::now()).to_string()
}
