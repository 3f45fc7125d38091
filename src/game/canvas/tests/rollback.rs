//! A rollback is as if the placements had never been made: whatever was painted over, undone, cleared and rolled back before.

use super::*;
use crate::game::canvas::album::{Album, Colours};
use crate::game::canvas::board::Board;
use crate::game::canvas::past::{Return, at_moment, last_painted, look_back, rolled_back};
use crate::game::canvas::wire::{Filter, Words};
use crate::game::{Journaled, Past};
use crate::id::Seq;
use std::sync::Mutex;

impl Past for Play {
    fn tell(&self, after: Seq, each: &mut dyn FnMut(Journaled) -> bool) -> Result<(), Refusal> {
        for (seq, (at, by, packed)) in (1..).zip(&self.journal).skip(after as usize) {
            let by = by.and_then(|by| match by {
                By::Seat(seat) => Some(seat),
                By::Host => None,
            });
            let (at, packed) = (*at, &packed[..]);
            if !each(Journaled { seq, at, by, packed }) {
                break;
            }
        }
        Ok(())
    }
}

impl Play {
    fn first(&self) -> Board {
        Board::new(SIDE, SIDE, self.game.first_epoch)
    }

    fn roll_back(&mut self, by: Filter) -> usize {
        let (wish, cells) = self.drafted(by);
        self.act(By::Host, wish).unwrap();
        cells
    }

    /// A rollback that was worked out and not done yet, and of how many cells.
    fn drafted(&self, by: Filter) -> (Move, usize) {
        let Return {
            epoch,
            items,
            owners,
            found,
        } = rolled_back(self, &self.first(), &by).unwrap();
        let cells = items.len();
        let wish = Move::Rollback {
            epoch,
            by,
            items: Words(items),
            owners: Words(owners),
            found: Words(found),
        };
        (wish, cells)
    }

    fn of(player: u32) -> Filter {
        Filter {
            player_id: Some(SeatId(player)),
            ..Filter::default()
        }
    }

    fn undo(&mut self, seat: u32) -> Result<(), Refusal> {
        self.act(By::Seat(SeatId(seat)), Move::Undo {})
    }
}

/// What a cell shows and whose it is.
fn at(play: &Play, x: u16, y: u16) -> (u8, Option<u32>) {
    let cell = play.game.board.cell(x, y).unwrap();
    (
        play.game.board.colour(cell),
        play.game.board.painter(cell).map(|seat| seat.0),
    )
}

#[test]
fn two_vandals_are_rolled_back_one_after_the_other() {
    let mut play = Play::quick(3);
    play.place(3, 0, 0, 5).unwrap();
    play.place(2, 0, 0, 3).unwrap();
    play.place(1, 0, 0, 4).unwrap();
    assert_eq!(play.roll_back(Play::of(1)), 1);
    assert_eq!(
        at(&play, 0, 0),
        (3, Some(2)),
        "it is the painter's again who had it before"
    );
    assert_eq!(play.roll_back(Play::of(2)), 1);
    assert_eq!(at(&play, 0, 0), (5, Some(3)));
    assert_eq!(play.roll_back(Play::of(1)), 0, "there is nothing left of it");
}

#[test]
fn an_undo_gives_the_pixel_back_to_whose_it_was() {
    let mut play = Play::quick(2);
    play.place(1, 0, 0, 4).unwrap();
    play.place(2, 0, 0, 7).unwrap();
    play.undo(2).unwrap();
    assert_eq!(at(&play, 0, 0), (4, Some(1)));
    assert_eq!(play.roll_back(Play::of(1)), 1);
    assert_eq!(at(&play, 0, 0), (0, None));
    let cell = play.game.board.cell(0, 0).unwrap();
    assert_eq!(last_painted(&play, &play.first(), cell), Ok((None, None)));
}

#[test]
fn what_was_below_a_placement_may_be_rolled_back_before_it_is_undone() {
    let mut play = Play::quick(2);
    play.place(1, 0, 0, 4).unwrap();
    play.place(2, 0, 0, 7).unwrap();
    play.roll_back(Play::of(1));
    assert_eq!(play.undo(2), Err(Refusal::CanvasNothingToUndo));
    assert_eq!(at(&play, 0, 0), (7, Some(2)));
}

#[test]
fn a_rollback_of_a_board_that_was_cleared_meanwhile_is_refused() {
    let mut play = Play::quick(1);
    play.place(1, 0, 0, 4).unwrap();
    let (wish, _) = play.drafted(Play::of(1));
    play.act(By::Host, Move::Clear {}).unwrap();
    assert_eq!(play.act(By::Host, wish), Err(Refusal::CanvasEpoch));
}

#[test]
fn a_rollback_takes_nothing_from_who_painted_meanwhile() {
    let mut play = Play::quick(2);
    play.place(1, 0, 0, 4).unwrap();
    play.place(1, 1, 0, 4).unwrap();
    let (wish, cells) = play.drafted(Play::of(1));
    play.place(2, 0, 0, 7).unwrap();
    play.act(By::Host, wish).unwrap();
    assert_eq!(cells, 2);
    assert_eq!((at(&play, 0, 0), at(&play, 1, 0)), ((7, Some(2)), (0, None)));
}

/// A past in which two rollbacks land between two looks at it.
struct Between(Play, Mutex<Seq>);

impl Past for Between {
    fn tell(&self, after: Seq, each: &mut dyn FnMut(Journaled) -> bool) -> Result<(), Refusal> {
        let mut seen = self.1.lock().unwrap();
        let known = std::mem::replace(&mut *seen, Seq::MAX);
        self.0.tell(after, &mut |step| step.seq <= known && each(step))
    }
}

#[test]
fn rollbacks_that_land_while_one_is_worked_out_are_no_fault() {
    let mut play = Play::quick(2);
    play.place(1, 0, 0, 4).unwrap();
    play.place(2, 1, 0, 4).unwrap();
    let known = play.journal.len() as Seq;
    play.roll_back(Play::of(1));
    play.roll_back(Play::of(2));
    let first = play.first();
    let past = Between(play, Mutex::new(known));
    assert!(rolled_back(&past, &first, &Play::of(1)).is_ok());
}

#[derive(Clone, Debug)]
enum Doing {
    Place(u32, u16, u8),
    Undo(u32),
    RollBack(u32),
    Clear,
    Unclear,
    Wait(i64),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        10 => (1u32..4, 0u16..3, 1u8..7).prop_map(|(seat, cell, colour)| Doing::Place(seat, cell, colour)),
        3 => (1u32..4).prop_map(Doing::Undo),
        3 => (1u32..4).prop_map(Doing::RollBack),
        1 => Just(Doing::Clear),
        1 => Just(Doing::Unclear),
        3 => (0i64..4_000).prop_map(Doing::Wait),
    ]
}

/// Strokes that count: who, where, which colour.
type Strokes = Vec<(u32, u16, u8)>;

fn shown(strokes: &Strokes, cell: u16) -> (u8, Option<u32>) {
    let last = strokes.iter().rev().find(|(_, other, _)| *other == cell);
    last.map_or((0, None), |(seat, _, colour)| (*colour, Some(*seat)))
}

/// Does it, if it can be done.
fn attempt(play: &mut Play, doing: &Doing) -> bool {
    match *doing {
        Doing::Place(seat, cell, colour) => play.place(seat, cell, 0, colour.into()).is_ok(),
        Doing::Undo(seat) => play.undo(seat).is_ok(),
        Doing::RollBack(seat) => {
            play.roll_back(Play::of(seat));
            true
        }
        Doing::Clear => play.act(By::Host, Move::Clear {}).is_ok(),
        Doing::Unclear => play.act(By::Host, Move::Unclear {}).is_ok(),
        Doing::Wait(ms) => {
            play.wait(ms);
            true
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_as_if_it_had_never_been(all in prop::collection::vec(doing(), 0..50)) {
        let mut play = Play::quick(3);
        let (mut strokes, mut kept): (Strokes, Option<Strokes>) = Default::default();
        for one in all {
            if !attempt(&mut play, &one) {
                continue;
            }
            match one {
                Doing::Place(seat, cell, colour) => strokes.push((seat, cell, colour)),
                Doing::Undo(seat) => {
                    let last = strokes.iter().rposition(|(other, ..)| *other == seat).unwrap();
                    strokes.remove(last);
                }
                Doing::RollBack(seat) => strokes.retain(|(other, ..)| *other != seat),
                Doing::Clear => kept = Some(std::mem::take(&mut strokes)),
                Doing::Unclear => strokes = kept.take().unwrap(),
                Doing::Wait(_) => {}
            }
            for cell in 0..3 {
                prop_assert_eq!(at(&play, cell, 0), shown(&strokes, cell));
            }
        }
        let again = look_back(&play, &play.first(), &mut |_, _| {}).unwrap();
        prop_assert_eq!(&again, &play.game.board);
    }

    #[test]
    fn any_moment_is_the_board_as_it_was(
        all in prop::collection::vec(doing(), 0..80),
        asked in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
        apart in 1u32..9,
        room in 0usize..8,
    ) {
        let mut play = Play::quick(3);
        let mut boards = vec![(play.now, Colours::of(&play.game.board))];
        for one in &all {
            attempt(&mut play, one);
            boards.push((play.now, Colours::of(&play.game.board)));
        }
        let album = Mutex::new(Album::new(apart, room * play.first().cells().len()));
        for moment in asked {
            let (time, _) = boards[moment.index(boards.len())];
            // Of all that happened at the same time, the last.
            let (_, was) = boards.iter().rfind(|(at, _)| *at == time).unwrap();
            let is = at_moment(&play, &album, &play.first(), time).unwrap();
            prop_assert_eq!(&Colours::of(&is), was);
        }
    }
}
