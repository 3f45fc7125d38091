//! The rules of the canvas, with time and chance in the tests' hands: laws that hold for every evening, and the moments that matter.

mod rollback;

use super::template::Template;
use super::wire::{Area, Move, Place, Status};
use super::{Canvas, Event, IDLE_MS, KEPT_MS, UNDO_MS};
use crate::game::{Audience, Bulk, By, Ctx, Deck, Game, NoLibrary, Outcome, Refusal, Tell, Viewer};
use crate::id::{PartyMs, SeatId};
use proptest::prelude::*;
use rand::{SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const SIDE: u16 = 8;
/// A session of length ten minutes never ends within these.
const TICKS: usize = 100;

/// A canvas in play, as the party sees it, with everything that left it.
struct Play {
    game: Canvas,
    seats: BTreeSet<SeatId>,
    present: BTreeSet<SeatId>,
    now: PartyMs,
    earlier: BTreeMap<SeatId, SeatId>,
    load: u64,
    bulk: Vec<Bulk>,
    away: Vec<SeatId>,
    /// What each viewer holds: `topics[type] = payload`.
    pages: BTreeMap<Viewer, BTreeMap<String, Value>>,
    /// Packed, with who and when: the journal.
    journal: Vec<(PartyMs, Option<By>, Vec<u8>)>,
    opened: String,
}

impl Play {
    fn open(setup: Value, guests: u32) -> Self {
        let seats: BTreeSet<SeatId> = (1..=guests).map(SeatId).collect();
        let mut rng = StdRng::seed_from_u64(1);
        let mut ctx = Ctx {
            now: PartyMs(0),
            at: PartyMs(0),
            rng: &mut rng,
            seats: &seats,
            present: &seats,
            lately: &seats,
            earlier: &BTreeMap::new(),
            load: 0,
            library: &NoLibrary,
        };
        let setup = serde_json::from_value(setup).unwrap();
        let game = Canvas::open(setup, &mut Deck::default(), &mut ctx).unwrap();
        let viewers = seats
            .iter()
            .map(|seat| Viewer::Player(*seat))
            .chain([Viewer::Tv, Viewer::Host]);
        let pages = viewers.map(|viewer| (viewer, greeting(&game, viewer))).collect();
        let opened = serde_json::to_string(&game).unwrap();
        let mut play = Self {
            game,
            present: seats.clone(),
            seats,
            now: PartyMs(0),
            earlier: BTreeMap::new(),
            load: 0,
            bulk: Vec::new(),
            away: Vec::new(),
            pages,
            journal: Vec::new(),
            opened,
        };
        play.settle();
        play
    }

    /// A small board without a cooldown.
    fn quick(guests: u32) -> Self {
        Self::open(json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 0 }), guests)
    }

    fn ask<T>(&self, ask: impl FnOnce(&Canvas, &mut Ctx) -> T) -> T {
        let mut rng = StdRng::seed_from_u64(2);
        let mut ctx = Ctx {
            now: self.now,
            at: self.now,
            rng: &mut rng,
            seats: &self.seats,
            present: &self.present,
            lately: &self.present,
            earlier: &self.earlier,
            load: self.load,
            library: &NoLibrary,
        };
        ask(&self.game, &mut ctx)
    }

    fn act(&mut self, by: By, mv: Move) -> Result<(), Refusal> {
        let before = self.game.clone();
        match self.ask(|game, ctx| game.play(by, mv, ctx)) {
            Ok((events, outcome)) => {
                assert_eq!(outcome, Outcome::Null);
                self.happen(Some(by), &events);
                self.settle();
                Ok(())
            }
            Err(refusal) => {
                assert_eq!(self.game, before, "a refusal changes nothing");
                Err(refusal)
            }
        }
    }

    fn settle(&mut self) {
        for _ in 0..TICKS {
            let events = self.ask(|game, ctx| game.tick(ctx));
            if events.is_empty() {
                return;
            }
            self.happen(None, &events);
        }
        panic!("tick does not end");
    }

    fn happen(&mut self, by: Option<By>, events: &[Event]) {
        let before: BTreeMap<SeatId, Status> = self.statuses();
        for event in events {
            self.game.apply(event, self.now);
            let mut tell = Tell::default();
            self.game.tell(event, &mut tell);
            self.bulk.append(&mut tell.bulk);
            self.away.append(&mut tell.away);
            for (audience, message) in tell.topics.iter().chain(&tell.calm) {
                self.show(*audience, &serde_json::to_value(message).unwrap());
            }
        }
        self.journal.push((self.now, by, Canvas::pack(events)));
        self.judge_statuses(&before);
    }

    fn show(&mut self, audience: Audience, message: &Value) {
        let kind = message["type"].as_str().unwrap().to_owned();
        for (viewer, page) in &mut self.pages {
            let hears = match (audience, viewer) {
                (Audience::All, _) | (Audience::Players, Viewer::Player(_)) => true,
                (Audience::Stage, viewer) => !matches!(viewer, Viewer::Player(_)),
                (Audience::Seat(seat), viewer) => *viewer == Viewer::Player(seat),
                (Audience::Players, _) => false,
            };
            if hears {
                page.insert(kind.clone(), message["payload"].clone());
            }
        }
    }

    fn statuses(&self) -> BTreeMap<SeatId, Status> {
        self.seats
            .iter()
            .map(|seat| (*seat, self.game.room.status(*seat)))
            .collect()
    }

    /// AFK → queue → playing → AFK, and no other way.
    fn judge_statuses(&self, before: &BTreeMap<SeatId, Status>) {
        use Status::{Afk, Playing, Queue};
        for (seat, now) in self.statuses() {
            let allowed = matches!(
                (before[&seat], now),
                (Afk, Afk | Queue) | (Queue, Queue | Playing) | (Playing, Playing | Afk)
            );
            assert!(
                allowed || !self.game.painters.contains_key(&seat),
                "{seat:?}: {:?} → {now:?}",
                before[&seat]
            );
        }
    }

    fn wait(&mut self, ms: i64) {
        // As the party does it: at every due time on the way.
        let end = self.now.plus(ms);
        while let Some(due) = self.game.due().filter(|due| *due <= end) {
            self.now = due.max(self.now);
            self.settle();
            assert!(
                self.game.due().is_none_or(|next| next > self.now),
                "what is due is done"
            );
        }
        self.now = end;
        self.settle();
    }

    fn place(&mut self, seat: u32, x: u16, y: u16, color: u16) -> Result<(), Refusal> {
        let epoch = self.game.board.edition().epoch;
        self.act(By::Seat(SeatId(seat)), Move::Place(Place { x, y, color, epoch }))
    }

    /// A guest comes, and is told where everything stands.
    fn join(&mut self, seat: u32) {
        let seat = SeatId(seat);
        self.seats.insert(seat);
        self.present.insert(seat);
        self.settle();
        let viewer = Viewer::Player(seat);
        self.pages.entry(viewer).or_insert_with(|| greeting(&self.game, viewer));
    }

    fn status(&self, seat: u32) -> Status {
        self.game.room.status(SeatId(seat))
    }

    fn colour(&self, x: u16, y: u16) -> u8 {
        self.game.board.colour(self.game.board.cell(x, y).unwrap())
    }
}

fn greeting(game: &Canvas, viewer: Viewer) -> BTreeMap<String, Value> {
    let messages = game
        .greet(viewer)
        .into_iter()
        .map(|message| serde_json::to_value(message).unwrap());
    messages
        .map(|message| (message["type"].as_str().unwrap().to_owned(), message["payload"].clone()))
        .collect()
}

/// What may happen in an evening.
#[derive(Clone, Debug)]
enum Doing {
    Place(u32, u16, u16, u16),
    Undo(u32),
    Queue(u32),
    Leave(u32),
    Lose(u32),
    Return(u32),
    Wait(i64),
    Load(bool),
    Join(u32),
    Host(u8, u32),
}

fn doing() -> impl Strategy<Value = Doing> {
    let seat = 1u32..6;
    prop_oneof![
        8 => (seat.clone(), 0..SIDE + 1, 0..SIDE + 1, 0u16..8).prop_map(|(seat, x, y, color)| Doing::Place(seat, x, y, color)),
        2 => seat.clone().prop_map(Doing::Undo),
        3 => seat.clone().prop_map(Doing::Queue),
        1 => seat.clone().prop_map(Doing::Leave),
        2 => seat.clone().prop_map(Doing::Lose),
        2 => seat.clone().prop_map(Doing::Return),
        4 => prop_oneof![0i64..3_000, 60_000i64..130_000].prop_map(Doing::Wait),
        1 => any::<bool>().prop_map(Doing::Load),
        1 => (6u32..9).prop_map(Doing::Join),
        4 => (0u8..60, seat).prop_map(|(what, seat)| Doing::Host(what, seat)),
    ]
}

fn host_move(what: u8, seat: u32, epoch: u32) -> Move {
    let area = Area {
        x: 1,
        y: 1,
        width: seat as u16,
        height: 2,
    };
    match what % 10 {
        0 => Move::Protect { area },
        1 => Move::Unprotect { area },
        2 => Move::Bar {
            player_id: SeatId(seat),
            barred: seat.is_multiple_of(2),
        },
        3 => Move::Clear {},
        4 => Move::Unclear {},
        5 => Move::Paint {
            epoch,
            items: super::wire::Words((0..seat).map(|cell| cell | 3 << 24).collect()),
        },
        6 => Move::Template {
            template: Template::new(area, (0..seat * 2).map(|cell| (cell % 2 == 0).then_some(1))),
        },
        7 => Move::Untemplate {},
        // Seldom, or nothing would happen after it.
        8 if what > 50 => Move::Finish {},
        _ => Move::Pace(super::wire::Pace {
            slots: Some(seat),
            per_minute: [None, Some(0), Some(3)][seat as usize % 3],
            ..Default::default()
        }),
    }
}

fn play_out(play: &mut Play, all: Vec<Doing>) {
    for one in all {
        // Most of what is tried is refused; that is checked to change nothing.
        match one {
            Doing::Place(seat, x, y, color) => drop(play.place(seat, x, y, color)),
            Doing::Undo(seat) => drop(play.act(By::Seat(SeatId(seat)), Move::Undo {})),
            Doing::Queue(seat) => drop(play.act(By::Seat(SeatId(seat)), Move::Queue {})),
            Doing::Leave(seat) => {
                play.seats.remove(&SeatId(seat));
                play.present.remove(&SeatId(seat));
            }
            // In the seat's place for the sixth to eighth guest sits whoever left as the first to third.
            Doing::Join(seat) => {
                if !play.seats.contains(&SeatId(seat - 5)) {
                    play.earlier.insert(SeatId(seat), SeatId(seat - 5));
                }
                play.join(seat);
            }
            Doing::Lose(seat) => drop(play.present.remove(&SeatId(seat))),
            Doing::Return(seat) if play.seats.contains(&SeatId(seat)) => drop(play.present.insert(SeatId(seat))),
            Doing::Return(_) => {}
            Doing::Wait(ms) => play.wait(ms),
            Doing::Load(heavy) => play.load = if heavy { u64::MAX } else { 0 },
            Doing::Host(what, seat) => {
                let epoch = play.game.board.edition().epoch;
                drop(play.act(By::Host, host_move(what, seat, epoch)));
            }
        }
        play.settle();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_whatever_happens(
        slots in 1u32..5,
        teams in prop_oneof![Just(0u8), 2u8..4],
        per_minute in prop_oneof![Just(0u32), Just(3u32)],
        all in prop::collection::vec(doing(), 0..60),
    ) {
        let setup = json!({
            "width": SIDE, "height": SIDE, "cooldown_ms": 500, "slots": slots, "teams": teams, "per_minute": per_minute,
        });
        let mut play = Play::open(setup, 5);
        play_out(&mut play, all);

        // Who is told of every change holds the board.
        let mut cells = vec![0u8; usize::from(SIDE) * usize::from(SIDE)];
        let mut version = 0;
        for bulk in &play.bulk {
            match bulk {
                Bulk::Item { item, .. } => {
                    cells[(item & 0xff_ffff) as usize] = (item >> 24) as u8;
                    version += 1;
                }
                Bulk::Reset { cells: all, .. } => {
                    cells = all.to_vec();
                    version = 0;
                }
            }
        }
        prop_assert_eq!(&cells[..], play.game.board.cells());
        prop_assert_eq!(version, play.game.board.edition().version);

        // Who was there from the beginning knows what a newcomer is told.
        for (viewer, page) in &play.pages {
            if !matches!(viewer, Viewer::Player(seat) if !play.seats.contains(seat)) {
                prop_assert_eq!(page, &greeting(&play.game, *viewer), "{:?}", viewer);
            }
        }

        // The journal folds to the same state.
        let mut again: Canvas = serde_json::from_str(&play.opened).unwrap();
        for (at, by, packed) in &play.journal {
            for event in Canvas::unpack(*by, packed).unwrap() {
                again.apply(&event, *at);
            }
        }
        prop_assert_eq!(&again, &play.game);

        // Nobody plays who has idled.
        let idle_at = play.game.room.due();
        prop_assert!(play.game.over() || idle_at.is_none_or(|at| at > play.now));
    }
}

#[test]
fn two_minutes_without_a_pixel_and_one_is_away() {
    let mut play = Play::quick(2);
    play.wait(IDLE_MS - 1_000);
    play.place(1, 0, 0, 1).unwrap();
    play.wait(1_000);
    assert_eq!((play.status(1), play.status(2)), (Status::Playing, Status::Afk));
    assert_eq!(play.away, [SeatId(2)], "it is told, and then its socket is closed");
    assert!(play.game.away(SeatId(2)) && !play.game.away(SeatId(1)));
    assert_eq!(play.place(2, 1, 1, 1), Err(Refusal::CanvasNotPlaying));
    play.act(By::Seat(SeatId(2)), Move::Queue {}).unwrap();
    assert_eq!(play.status(2), Status::Playing);
    play.wait(IDLE_MS - 1_001);
    assert_eq!(play.status(1), Status::Playing);
    play.wait(1);
    assert_eq!(play.status(1), Status::Afk, "two minutes after its pixel");
}

#[test]
fn a_lost_socket_keeps_the_place_for_the_rest_of_the_two_minutes() {
    let mut play = Play::quick(1);
    play.present.clear();
    play.wait(IDLE_MS - 1);
    assert_eq!(play.status(1), Status::Playing, "stalled");
    play.present.insert(SeatId(1));
    play.settle();
    assert_eq!(play.place(1, 0, 0, 1), Ok(()));
    play.present.clear();
    play.wait(IDLE_MS);
    assert_eq!(play.status(1), Status::Afk);
}

#[test]
fn the_load_closes_the_door_and_opens_it_again() {
    let mut play = Play::quick(1);
    play.wait(IDLE_MS);
    play.load = u64::MAX;
    play.act(By::Seat(SeatId(1)), Move::Queue {}).unwrap();
    assert_eq!(play.status(1), Status::Queue);
    play.load = 0;
    play.settle();
    assert_eq!(play.status(1), Status::Playing);
}

#[test]
fn whoever_is_not_there_keeps_the_place_in_the_queue_and_lets_others_pass() {
    let mut play = Play::open(json!({ "width": SIDE, "height": SIDE, "slots": 1 }), 3);
    assert_eq!(
        (play.status(1), play.status(2), play.status(3)),
        (Status::Playing, Status::Queue, Status::Queue)
    );
    play.present.remove(&SeatId(2));
    play.wait(IDLE_MS);
    assert_eq!((play.status(2), play.status(3)), (Status::Queue, Status::Playing));
    assert_eq!(play.game.room.place(SeatId(2)), Some(1));
    play.present.insert(SeatId(2));
    play.wait(IDLE_MS);
    assert_eq!(play.status(2), Status::Playing);
}

#[test]
fn a_placement_is_taken_back_within_five_seconds_unless_somebody_painted_over_it() {
    let mut play = Play::quick(2);
    let undo = |play: &mut Play, seat| play.act(By::Seat(SeatId(seat)), Move::Undo {});
    play.place(1, 0, 0, 3).unwrap();
    play.place(1, 0, 0, 4).unwrap();
    play.wait(UNDO_MS);
    undo(&mut play, 1).unwrap();
    assert_eq!(play.colour(0, 0), 3);
    assert_eq!(
        undo(&mut play, 1),
        Err(Refusal::CanvasNothingToUndo),
        "only the last one"
    );
    play.place(1, 0, 0, 5).unwrap();
    play.wait(UNDO_MS + 1);
    assert_eq!(undo(&mut play, 1), Err(Refusal::CanvasNothingToUndo));
    play.place(1, 0, 0, 6).unwrap();
    play.place(2, 0, 0, 6).unwrap();
    assert_eq!(
        undo(&mut play, 1),
        Err(Refusal::CanvasNothingToUndo),
        "it is the other's now"
    );
    assert_eq!(play.game.painters[&SeatId(1)].placed, 3);
}

#[test]
fn the_pace_is_a_cooldown_and_a_rate() {
    let mut play = Play::open(
        json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 1_000, "per_minute": 3 }),
        1,
    );
    for _ in 0..3 {
        play.place(1, 0, 0, 1).unwrap();
        assert_eq!(play.place(1, 0, 0, 1), Err(Refusal::CanvasCooldown { retry_ms: 1_000 }));
        play.wait(1_000);
    }
    assert_eq!(play.place(1, 0, 0, 1), Err(Refusal::CanvasRate { retry_ms: 57_000 }));
    play.wait(56_999);
    assert_eq!(play.place(1, 0, 0, 1), Err(Refusal::CanvasRate { retry_ms: 1 }));
    play.wait(1);
    assert_eq!(play.place(1, 0, 0, 1), Ok(()));
}

#[test]
fn teams_are_even_and_paint_in_their_own_colours() {
    let mut play = Play::open(
        json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 0, "teams": 2 }),
        5,
    );
    let size = |team| {
        play.game
            .painters
            .values()
            .filter(|painter| painter.team == Some(team))
            .count()
    };
    assert_eq!((size(0), size(1)), (3, 2));
    for (seat, team) in [(1, 0), (2, 1)] {
        assert_eq!(play.game.painters[&SeatId(seat)].team, Some(team));
        for colour in 0..7u16 {
            let own = colour > 0 && (colour - 1) / 3 == u16::from(team);
            let expected = if own { Ok(()) } else { Err(Refusal::CanvasNotYourColour) };
            assert_eq!(play.place(seat, u16::from(team), colour, colour), expected);
        }
    }
    play.wait(10_000);
    play.act(By::Host, Move::Finish {}).unwrap();
    let sides = play.game.war.sides();
    assert_eq!((sides[0].area, sides[0].points_ms), (3, 30_000));
}

#[test]
fn a_clear_is_another_board_and_can_be_taken_back_for_ten_minutes() {
    let mut play = Play::quick(1);
    play.place(1, 2, 2, 9).unwrap();
    let first = play.game.board.edition();
    play.act(By::Host, Move::Clear {}).unwrap();
    assert_eq!(
        (play.colour(2, 2), play.game.board.edition().epoch),
        (0, first.epoch + 1)
    );
    let old = Place {
        x: 2,
        y: 2,
        color: 1,
        epoch: first.epoch,
    };
    assert_eq!(
        play.act(By::Seat(SeatId(1)), Move::Place(old)),
        Err(Refusal::CanvasEpoch)
    );
    assert_eq!(
        play.act(By::Seat(SeatId(1)), Move::Undo {}),
        Err(Refusal::CanvasNothingToUndo)
    );
    play.wait(1_000);
    play.act(By::Host, Move::Unclear {}).unwrap();
    assert_eq!(
        (play.colour(2, 2), play.game.board.edition().epoch),
        (9, first.epoch + 2)
    );
    let mut late = Play::open(json!({ "preset": "wall", "width": SIDE, "height": SIDE }), 1);
    late.act(By::Host, Move::Clear {}).unwrap();
    late.wait(KEPT_MS + 1);
    assert_eq!(late.act(By::Host, Move::Unclear {}), Err(Refusal::CanvasNothingKept));
}

#[test]
fn the_session_ends_by_the_clock_and_nothing_moves_after_it() {
    let mut play = Play::quick(1);
    play.wait(590_000);
    play.act(By::Seat(SeatId(1)), Move::Queue {}).unwrap();
    play.place(1, 1, 1, 1).unwrap();
    play.wait(10_000);
    assert!(play.game.finished());
    assert_eq!(play.game.stage().phase, "finale");
    assert_eq!(play.place(1, 1, 2, 1), Err(Refusal::SessionNotActive));
    assert_eq!(play.act(By::Host, Move::Clear {}), Err(Refusal::SessionNotActive));
    assert_eq!(play.game.due(), None);
    assert!(!play.game.away(SeatId(1)), "the finale is for everybody");
}

#[test]
fn leaving_and_joining_again_mends_neither_a_bar_nor_a_cooldown() {
    let mut play = Play::open(
        json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 5_000, "teams": 2 }),
        2,
    );
    play.place(1, 0, 0, 1).unwrap();
    play.act(
        By::Host,
        Move::Bar {
            player_id: SeatId(2),
            barred: true,
        },
    )
    .unwrap();
    play.seats.clear();
    play.settle();
    play.earlier = BTreeMap::from([(SeatId(3), SeatId(1)), (SeatId(4), SeatId(2))]);
    for seat in [3, 4] {
        play.join(seat);
        play.act(By::Seat(SeatId(seat)), Move::Queue {}).unwrap();
    }
    assert_eq!(play.place(3, 1, 1, 1), Err(Refusal::CanvasCooldown { retry_ms: 5_000 }));
    assert_eq!(play.place(4, 1, 1, 4), Err(Refusal::CanvasBarred));
    play.wait(5_000);
    assert_eq!(
        play.place(3, 1, 1, 4),
        Err(Refusal::CanvasNotYourColour),
        "the team is the same"
    );
    assert_eq!(play.place(3, 1, 1, 1), Ok(()));
}

#[test]
fn whoever_used_up_the_minute_is_told_when_it_is_over() {
    let mut play = Play::open(
        json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 1_000, "per_minute": 2 }),
        1,
    );
    let told = |play: &Play| play.pages[&Viewer::Player(SeatId(1))]["canvas.you"]["next_at"].clone();
    play.place(1, 0, 0, 1).unwrap();
    assert_eq!(told(&play), json!(1_000));
    play.wait(1_000);
    play.place(1, 1, 0, 1).unwrap();
    assert_eq!(told(&play), json!(60_000));
    play.wait(58_999);
    assert_eq!(play.place(1, 2, 0, 1), Err(Refusal::CanvasRate { retry_ms: 1 }));
    play.wait(1);
    assert_eq!(play.place(1, 2, 0, 1), Ok(()));
}

#[test]
fn who_leaves_and_joins_twice_while_all_stands_still_stays_barred() {
    let mut play = Play::quick(2);
    let bar = Move::Bar {
        player_id: SeatId(2),
        barred: true,
    };
    play.act(By::Host, bar).unwrap();
    play.seats.remove(&SeatId(2));
    play.earlier = BTreeMap::from([(SeatId(3), SeatId(2)), (SeatId(4), SeatId(3))]);
    play.join(4);
    assert!(play.game.painters[&SeatId(4)].barred);
}

#[test]
fn a_shorter_cooldown_is_one_for_those_who_wait() {
    let mut play = Play::open(
        json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 3_600_000, "per_minute": 0 }),
        1,
    );
    play.place(1, 0, 0, 1).unwrap();
    let shorter = super::wire::Pace {
        cooldown_ms: Some(1_000),
        ..Default::default()
    };
    play.act(By::Host, Move::Pace(shorter)).unwrap();
    play.wait(1_000);
    assert_eq!(play.place(1, 1, 0, 1), Ok(()));
}

#[test]
fn another_pace_is_told_to_those_who_wait() {
    let mut play = Play::open(
        json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 0, "per_minute": 1 }),
        1,
    );
    let told = |play: &Play| play.pages[&Viewer::Player(SeatId(1))]["canvas.you"]["next_at"].clone();
    play.place(1, 0, 0, 1).unwrap();
    assert_eq!(told(&play), json!(60_000));
    let at_will = super::wire::Pace {
        per_minute: Some(0),
        ..Default::default()
    };
    play.act(By::Host, Move::Pace(at_will)).unwrap();
    assert_eq!(told(&play), json!(0));
    assert_eq!(play.place(1, 1, 0, 1), Ok(()));
}
