//! A party that hosts nothing but the arena: it keeps the journal, and for each viewer the topics as that viewer's page has them.

use crate::game::arena::wire::{Details, Level, Move, Msg, Progress, Setup, YouMsg};
use crate::game::arena::{Arena, Event};
use crate::game::{Audience, By, Ctx, Cue, Deck, Game, NoLibrary, Outcome, Refusal, Row, Tell, Viewer};
use crate::id::{PartyMs, SeatId};
use rand::{SeedableRng, rngs::StdRng};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// More events than this in a row, with time standing still, means that `tick` does not end.
const MOST_AT_ONCE: usize = 40;

type Topics = BTreeMap<String, Value>;

pub struct Show {
    pub game: Arena,
    /// The opened state, as the journal's first event holds it.
    pub opened: Value,
    pub journal: Vec<(PartyMs, Value)>,
    pub now: PartyMs,
    pub seats: BTreeSet<SeatId>,
    pub present: BTreeSet<SeatId>,
    /// What each viewer's page holds.
    pub pages: BTreeMap<Viewer, Topics>,
    /// Kinds of `game.event`, in order.
    pub shown: Vec<(&'static str, Value)>,
    pub sounds: Vec<Cue>,
    pub rows: Vec<Row>,
    /// Called on every told event with the state before and after it.
    pub watch: fn(&Arena, &Event, PartyMs, &Arena),
    rng: StdRng,
}

impl Show {
    pub fn open(setup: Setup, players: u32, seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let seats: BTreeSet<SeatId> = (1..=players).map(SeatId).collect();
        let now = PartyMs(10_000);
        let mut ctx = Ctx {
            now,
            at: now,
            rng: &mut rng,
            seats: &seats,
            present: &seats,
            lately: &seats,
            earlier: &BTreeMap::new(),
            load: 0,
            library: &NoLibrary,
        };
        let game = Arena::open(setup, &mut Deck::default(), &mut ctx).unwrap();
        let mut show = Self {
            opened: serde_json::to_value(&game).unwrap(),
            game,
            journal: Vec::new(),
            now,
            present: seats.clone(),
            seats,
            pages: BTreeMap::new(),
            shown: Vec::new(),
            sounds: Vec::new(),
            rows: Vec::new(),
            watch: |_, _, _, _| (),
            rng,
        };
        show.reload_pages();
        show.settle();
        show
    }

    /// Every page greets anew, as after a reconnect.
    pub fn reload_pages(&mut self) {
        self.pages = self
            .viewers()
            .into_iter()
            .map(|viewer| (viewer, self.greeted(viewer)))
            .collect();
    }

    pub fn viewers(&self) -> Vec<Viewer> {
        [Viewer::Tv, Viewer::Host]
            .into_iter()
            .chain(self.seats.iter().map(|seat| Viewer::Player(*seat)))
            .collect()
    }

    pub fn greeted(&self, viewer: Viewer) -> Topics {
        self.game.greet(viewer).iter().map(named).collect()
    }

    fn with_ctx<T>(&mut self, at: PartyMs, ask: impl FnOnce(&Arena, &mut Ctx) -> T) -> T {
        let Self {
            game,
            now,
            rng,
            seats,
            present,
            ..
        } = self;
        ask(
            game,
            &mut Ctx {
                now: *now,
                at,
                rng,
                seats,
                present,
                lately: present,
                earlier: &BTreeMap::new(),
                load: 0,
                library: &NoLibrary,
            },
        )
    }

    /// A move that counts as made now.
    pub fn play(&mut self, by: By, mv: Move) -> Result<Outcome, Refusal> {
        self.play_at(self.now, by, mv)
    }

    pub fn play_at(&mut self, at: PartyMs, by: By, mv: Move) -> Result<Outcome, Refusal> {
        let (events, outcome) = self.with_ctx(at, |game, ctx| game.play(by, mv, ctx))?;
        events.iter().for_each(|event| self.happen(event));
        self.settle();
        Ok(outcome)
    }

    /// Ticks until nothing follows.
    pub fn settle(&mut self) {
        for _ in 0..MOST_AT_ONCE {
            let events = self.with_ctx(self.now, |game, ctx| game.tick(ctx));
            if events.is_empty() {
                return;
            }
            events.iter().for_each(|event| self.happen(event));
        }
        panic!("tick does not end");
    }

    fn happen(&mut self, event: &Event) {
        let before = self.game.clone();
        self.game.apply(event, self.now);
        self.journal.push((self.now, serde_json::to_value(event).unwrap()));
        (self.watch)(&before, event, self.now, &self.game);
        let mut told = Tell::default();
        self.game.tell(event, &mut told);
        for (audience, msg) in &told.topics {
            self.deliver(*audience, msg);
        }
        self.shown
            .extend(told.events.into_iter().map(|(_, kind, payload)| (kind, payload)));
        self.sounds.extend(told.sounds);
        self.rows.extend(told.rows);
    }

    fn deliver(&mut self, audience: Audience, msg: &Msg) {
        for viewer in self.viewers().into_iter().filter(|viewer| hears(audience, *viewer)) {
            self.pages.entry(viewer).or_default().extend([named(msg)]);
        }
    }

    /// Lets time go on, waking the game whenever it is due.
    pub fn wait(&mut self, ms: i64) {
        let end = self.now.plus(ms);
        while let Some(due) = self.game.due().filter(|due| *due <= end) {
            self.now = self.now.max(due);
            self.settle();
            assert_ne!(self.game.due(), Some(due), "what was due has not happened");
        }
        self.now = end;
        self.settle();
    }

    pub fn wait_for(&mut self, phase: &str) {
        for _ in 0..1000 {
            if self.game.stage().phase == phase {
                return;
            }
            let due = self.game.due().expect("something is to come");
            self.wait(due.since(self.now).max(0));
        }
        panic!("no {phase}");
    }

    pub fn join(&mut self, seat: u32) {
        self.seats.insert(SeatId(seat));
        self.present.insert(SeatId(seat));
        let greeted = self.greeted(Viewer::Player(SeatId(seat)));
        self.pages.insert(Viewer::Player(SeatId(seat)), greeted);
        self.settle();
    }

    pub fn leave(&mut self, seat: u32) {
        self.seats.remove(&SeatId(seat));
        self.present.remove(&SeatId(seat));
        self.pages.remove(&Viewer::Player(SeatId(seat)));
        self.settle();
    }

    pub fn report(&mut self, seat: u32, level: Level, score: i64, details: Details) -> Result<Outcome, Refusal> {
        let progress = Progress {
            level,
            score,
            time: 0,
            details,
        };
        self.play(By::Seat(SeatId(seat)), Move::Progress(progress))
    }

    pub fn skip(&mut self) {
        self.play(By::Host, Move::Skip {}).unwrap();
    }

    pub fn you(&self, seat: u32) -> YouMsg {
        let page = &self.pages[&Viewer::Player(SeatId(seat))];
        serde_json::from_value(page["arena.you"].clone()).unwrap()
    }

    pub fn tv(&self, topic: &str) -> Value {
        self.pages[&Viewer::Tv].get(topic).cloned().unwrap_or_default()
    }

    /// Seat, place, score, gained, moved.
    pub fn lines(&self) -> Vec<(u32, u32, i64, i64, i32)> {
        self.game
            .board()
            .iter()
            .map(|l| (l.seat.0, l.place, l.score, l.gained, l.moved))
            .collect()
    }

    /// The state that a restart would have.
    pub fn replayed(&self) -> Arena {
        let mut game: Arena = serde_json::from_value(self.opened.clone()).unwrap();
        for (at, event) in &self.journal {
            game.apply(&serde_json::from_value(event.clone()).unwrap(), *at);
        }
        game
    }

    pub fn kinds(&self) -> Vec<&'static str> {
        self.shown.iter().map(|(kind, _)| *kind).collect()
    }
}

/// A topic's name and payload, as they are sent.
pub fn named(msg: &Msg) -> (String, Value) {
    let mut value = serde_json::to_value(msg).unwrap();
    (value["type"].as_str().unwrap().to_owned(), value["payload"].take())
}

fn hears(audience: Audience, viewer: Viewer) -> bool {
    match audience {
        Audience::All => true,
        Audience::Stage => matches!(viewer, Viewer::Tv | Viewer::Host),
        Audience::Players => matches!(viewer, Viewer::Player(_)),
        Audience::Seat(seat) => viewer == Viewer::Player(seat),
    }
}
