//! A sliding picture, the same for all: 3×3 for green and yellow, 4×4 for red. The phone sends the moves and the server replays
//! them from the dealt board, so nothing has to be believed.
//! Solved is paid by speed, round((1 − t/T/2) × P); unsolved, up to 40 % of P by the share of tiles brought into place.

mod board;

use super::mini::{Dealing, MiniGame, Report, Score, play_ms, timer};
use super::points::{for_share, for_speed};
use super::wire::{AwardKind, Deal, Details, Level, LevelSetup, YouMsg};
use crate::game::{Outcome, Refusal, Timer};
use crate::id::{PartyMs, SeatId};
use board::Board;
use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The pictures that the pages can draw.
const PICTURES: [&str; 6] = ["cabin", "bear", "rocket", "tree", "lake", "train"];

/// More moves than this are not replayed. The hardest 4×4 board needs 80.
const MOST_MOVES: usize = 2_000;

/// Percent of the points that an unsolved board can earn: less than the half that the slowest solution does.
const UNSOLVED_PERCENT: u32 = 40;

/// How a level's board is scrambled.
struct Difficulty {
    size: u8,
    /// Moves of the random walk: an upper bound of what is needed to solve it.
    steps: u32,
    /// At least so many moves are needed.
    least: usize,
}

fn difficulty(level: Level) -> Difficulty {
    match level {
        Level::Green => Difficulty {
            size: 3,
            steps: 20,
            least: 8,
        },
        Level::Yellow => Difficulty {
            size: 3,
            steps: 40,
            least: 12,
        },
        Level::Red => Difficulty {
            size: 4,
            steps: 40,
            least: 16,
        },
    }
}

/// A level of the sliding picture.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Puzzle {
    points: u32,
    play_ms: i64,
    timer: Timer,
    picture: String,
    board: Board,
    slid: BTreeMap<SeatId, Slid>,
}

/// What a player has done to the board.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Slid {
    moves: Vec<u8>,
    in_place: usize,
    /// Milliseconds until the last report, at most the level's.
    elapsed: i64,
    solved: bool,
    done: bool,
}

impl Puzzle {
    pub fn dealt(level: &LevelSetup, dealing: &mut Dealing) -> Self {
        let picture = PICTURES[dealing.rng.random_range(0..PICTURES.len())].to_owned();
        Self {
            points: level.points,
            play_ms: play_ms(level),
            timer: timer(PartyMs(0), play_ms(level)),
            picture,
            board: scramble(&difficulty(level.level), dealing.rng),
            slid: BTreeMap::new(),
        }
    }

    /// The board after these moves, which end with its solution, and how many of them were made. `None` if one is not legal.
    fn replay(&self, moves: &[u8]) -> Option<(Board, usize)> {
        let mut board = self.board.clone();
        for (made, tile) in moves.iter().enumerate() {
            if board.is_solved() {
                return Some((board, made)); // a thumb that slid on after the picture was whole
            }
            if !board.slide(*tile) {
                return None;
            }
        }
        Some((board, moves.len()))
    }

    fn slid(&self, moves: &[u8], done: bool, elapsed: i64) -> Option<Slid> {
        let (board, made) = self.replay(moves)?;
        let solved = board.is_solved();
        Some(Slid {
            moves: moves[..made].to_vec(),
            in_place: board.in_place(),
            elapsed: elapsed.min(self.play_ms),
            solved,
            done: done || solved,
        })
    }

    fn points(&self, slid: &Slid) -> u32 {
        if slid.solved {
            return for_speed(self.points, slid.elapsed, self.play_ms);
        }
        let dealt = self.board.in_place() as i64;
        let gained = slid.in_place as i64 - dealt;
        for_share(
            self.points * UNSOLVED_PERCENT / 100,
            gained,
            self.tiles() as i64 - dealt,
        )
    }

    fn tiles(&self) -> usize {
        self.board.tiles().len() - 1
    }

    /// Milliseconds to the solution; an instant one still took one, because 0 stands for unsolved.
    fn solution_ms(&self, seat: SeatId) -> i64 {
        self.slid
            .get(&seat)
            .filter(|slid| slid.solved)
            .map_or(0, |slid| slid.elapsed.max(1))
    }

    fn extends(&self, seat: SeatId, moves: &[u8]) -> bool {
        self.slid.get(&seat).is_none_or(|slid| moves.starts_with(&slid.moves))
    }
}

/// Walks until the board is far enough from solved; after enough walks the farthest will do.
fn scramble(difficulty: &Difficulty, rng: &mut dyn Rng) -> Board {
    let mut farthest = Board::scrambled(difficulty.size, difficulty.steps, rng);
    for _ in 0..200 {
        if farthest.distance() >= difficulty.least {
            break;
        }
        let board = Board::scrambled(difficulty.size, difficulty.steps, rng);
        farthest = if board.distance() > farthest.distance() {
            board
        } else {
            farthest
        };
    }
    farthest
}

impl MiniGame for Puzzle {
    fn deal(&self) -> Deal {
        Deal::Puzzle {
            size: self.board.size(),
            board: self.board.tiles().to_vec(),
            picture: self.picture.clone(),
        }
    }

    fn begin(&mut self, now: PartyMs) {
        self.timer = timer(now, self.play_ms);
    }

    fn timer(&self) -> Timer {
        self.timer
    }

    fn judge(&self, report: &Report) -> Result<Outcome, Refusal> {
        let Details::Puzzle { moves, done } = report.details else {
            return Err(Refusal::WrongMiniGame);
        };
        if self.done(report.seat) {
            return Err(Refusal::AlreadyGiven);
        }
        if report.score != 0 {
            return Err(Refusal::ScoreImpossible);
        }
        if moves.len() > MOST_MOVES || !self.extends(report.seat, moves) {
            return Err(Refusal::MovesInvalid);
        }
        let slid = self.slid(moves, *done, report.elapsed).ok_or(Refusal::MovesInvalid)?;
        Ok(json!({ "solved": slid.solved, "points": self.points(&slid) }))
    }

    fn keep(&mut self, seat: SeatId, details: &Details, elapsed: i64) {
        let Details::Puzzle { moves, done } = details else {
            return;
        };
        if let Some(slid) = self.slid(moves, *done, elapsed) {
            self.slid.insert(seat, slid);
        }
    }

    fn forget(&mut self, seat: SeatId) {
        self.slid.remove(&seat);
    }

    fn played(&self, seat: SeatId) -> bool {
        self.slid.contains_key(&seat)
    }

    fn done(&self, seat: SeatId) -> bool {
        self.slid.get(&seat).is_some_and(|slid| slid.done)
    }

    fn done_count(&self) -> usize {
        self.slid.values().filter(|slid| slid.done).count()
    }

    fn score(&self, seat: SeatId) -> Score {
        let Some(slid) = self.slid.get(&seat) else {
            return Score::default();
        };
        Score {
            points: self.points(slid),
            figure: self.solution_ms(seat),
            spent: slid.elapsed,
        }
    }

    fn most_live(&self, kind: &str, _now: PartyMs) -> Option<f64> {
        (kind == "puzzle").then_some(1.0)
    }

    fn account(&self, seat: SeatId) -> Value {
        let account =
            |slid: &Slid| json!({ "solved": slid.solved, "moves": slid.moves.len(), "in_place": slid.in_place });
        self.slid.get(&seat).map_or(Value::Null, account)
    }

    fn progress(&self, seat: SeatId) -> f32 {
        let in_place = self.slid.get(&seat).map_or(self.board.in_place(), |slid| slid.in_place);
        in_place as f32 / self.tiles() as f32
    }

    fn feats(&self, seat: SeatId) -> Vec<(AwardKind, i64)> {
        let solution = Some(self.solution_ms(seat)).filter(|ms| *ms > 0);
        solution.map(|ms| (AwardKind::PuzzleMaster, ms)).into_iter().collect()
    }

    fn fill(&self, seat: SeatId, you: &mut YouMsg) {
        let kept = |slid: &Slid| Details::Puzzle {
            moves: slid.moves.clone(),
            done: slid.done,
        };
        you.kept = self.slid.get(&seat).map(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{SeedableRng, rngs::StdRng};

    const SEAT: SeatId = SeatId(1);

    /// 3×3, two moves from solved: 5 and 8 are out of place.
    fn two_moves_away() -> Puzzle {
        let mut board = Board::solved(3);
        assert!(board.slide(8) && board.slide(5));
        let timer = timer(PartyMs(0), 60_000);
        Puzzle {
            points: 1000,
            play_ms: 60_000,
            timer,
            picture: "bear".to_owned(),
            board,
            slid: BTreeMap::new(),
        }
    }

    fn judged(game: &Puzzle, moves: &[u8], elapsed: i64) -> Result<Outcome, Refusal> {
        let details = Details::Puzzle {
            moves: moves.to_vec(),
            done: false,
        };
        game.judge(&Report {
            seat: SEAT,
            score: 0,
            details: &details,
            elapsed,
            passed: elapsed,
        })
    }

    fn keep(game: &mut Puzzle, moves: &[u8], done: bool, elapsed: i64) {
        game.keep(
            SEAT,
            &Details::Puzzle {
                moves: moves.to_vec(),
                done,
            },
            elapsed,
        );
    }

    #[test]
    fn a_solution_is_paid_by_speed_and_never_less_than_half() {
        let solved = |elapsed| judged(&two_moves_away(), &[5, 8], elapsed).unwrap()["points"].clone();
        assert_eq!(solved(0), 1000);
        assert_eq!(solved(30_000), 750);
        assert_eq!(solved(60_000), 500);
        assert_eq!(solved(65_000), 500, "after the deadline as if at it");
    }

    #[test]
    fn an_unsolved_board_earns_by_what_it_gained() {
        let mut game = two_moves_away();
        assert_eq!(judged(&game, &[], 10).unwrap(), json!({ "solved": false, "points": 0 }));
        assert_eq!(
            judged(&game, &[5], 10).unwrap(),
            json!({ "solved": false, "points": 200 })
        );
        assert_eq!(
            judged(&game, &[2], 10).unwrap(),
            json!({ "solved": false, "points": 0 }),
            "never below nothing"
        );
        keep(&mut game, &[5], true, 60_000);
        assert_eq!(
            (game.score(SEAT).points, game.score(SEAT).figure, game.progress(SEAT)),
            (200, 0, 7.0 / 8.0)
        );
    }

    #[test]
    fn moves_are_replayed_and_only_grow() {
        let mut game = two_moves_away();
        assert_eq!(judged(&game, &[1], 10), Err(Refusal::MovesInvalid));
        assert_eq!(judged(&game, &[0], 10), Err(Refusal::MovesInvalid));
        assert_eq!(judged(&game, &[6; 2_001], 10), Err(Refusal::MovesInvalid));
        keep(&mut game, &[6, 6], false, 10);
        assert_eq!(judged(&game, &[6], 10), Err(Refusal::MovesInvalid));
        assert_eq!(judged(&game, &[5, 8], 10), Err(Refusal::MovesInvalid));
        assert_eq!(judged(&game, &[6, 6, 5, 8], 10).unwrap()["solved"], true);
        keep(&mut game, &[6, 6, 5, 8], false, 10);
        assert_eq!(judged(&game, &[6, 6, 5, 8], 10), Err(Refusal::AlreadyGiven));
    }

    #[test]
    fn sliding_on_after_the_solution_does_not_undo_it() {
        let mut game = two_moves_away();
        keep(&mut game, &[5, 8, 8], false, 5_000);
        assert!(game.done(SEAT));
        assert_eq!(game.slid[&SEAT].moves, [5, 8]);
    }

    #[test]
    fn every_deal_is_far_enough_from_solved_and_can_be_solved() {
        let mut rng = StdRng::seed_from_u64(3);
        for level in [Level::Green, Level::Yellow, Level::Red] {
            let wanted = difficulty(level);
            for _ in 0..2_000 {
                let board = scramble(&wanted, &mut rng);
                assert!(board.distance() >= wanted.least, "{board:?}");
                assert!(!board.is_solved() && is_solvable(&board), "{board:?}");
            }
        }
    }

    /// A square board can be solved if the parity of its inversions matches that of the gap's way home.
    fn is_solvable(board: &Board) -> bool {
        let tiles = board.tiles();
        let after = |i: usize| tiles[i + 1..].iter().filter(|later| **later < tiles[i]).count();
        let inversions: usize = (0..tiles.len()).map(after).sum();
        let gap = tiles.iter().position(|tile| *tile == 0).unwrap();
        let size = usize::from(board.size());
        let home = (size - 1 - gap / size) + (size - 1 - gap % size);
        (inversions + (tiles.len() - 1) + home).is_multiple_of(2)
    }
}
