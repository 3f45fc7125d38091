//! Snowball rush: two thumbs in turn, as fast as they can. The phone counts and reports how many in each second; here it is
//! judged whether a thumb can do that, and paid: round(P × min(1, n/par)).

use super::mini::{Dealing, MiniGame, Report, Score, play_ms, timer};
use super::points::for_share;
use super::wire::{AwardKind, Deal, Details, LevelSetup, YouMsg};
use crate::game::{LAG_CAP_MS, Outcome, Refusal, Timer};
use crate::id::{PartyMs, SeatId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Snowballs a second that earn full points. One finger taps five to six times a second (the clinical finger tapping test: some
/// 50 in ten seconds); two thumbs in turn do better, so a quick guest reaches seven and most come near.
const PAR_PER_SECOND: u32 = 7;

/// More than this in a second no thumbs can do: the world record for single strokes with two drumsticks is 1,208 in 60 seconds
/// (Tom Grosset, World's Fastest Drummer, 2013), and thumbs on glass are slower than sticks.
const MOST_PER_SECOND: u16 = 20;

/// A level of snowball rush.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Tap {
    points: u32,
    seconds: u32,
    timer: Timer,
    thrown: BTreeMap<SeatId, Thrown>,
}

/// What a player has reported last.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Thrown {
    per_second: Vec<u16>,
    done: bool,
}

impl Tap {
    pub fn dealt(level: &LevelSetup, _: &mut Dealing) -> Self {
        let timer = timer(PartyMs(0), play_ms(level));
        Self {
            points: level.points,
            seconds: level.seconds,
            timer,
            thrown: BTreeMap::new(),
        }
    }

    fn par(&self) -> u32 {
        PAR_PER_SECOND * self.seconds
    }

    fn snowballs(&self, seat: SeatId) -> i64 {
        sum(self.per_second(seat))
    }

    fn per_second(&self, seat: SeatId) -> &[u16] {
        self.thrown.get(&seat).map_or(&[], |thrown| &thrown.per_second)
    }

    /// So many seconds may have been counted: those that have begun by now, on a phone whose clock runs ahead by as much as its
    /// connection may have misled it. A last throw right at the deadline may fall into one more than the level has.
    fn seconds_begun(&self, passed: i64) -> i64 {
        ((passed + LAG_CAP_MS) / 1000).min(i64::from(self.seconds)) + 1
    }
}

fn sum(per_second: &[u16]) -> i64 {
    per_second.iter().map(|n| i64::from(*n)).sum()
}

impl MiniGame for Tap {
    fn deal(&self) -> Deal {
        Deal::Tap {
            par: self.par(),
            most_per_second: MOST_PER_SECOND,
        }
    }

    fn begin(&mut self, now: PartyMs) {
        self.timer = timer(now, i64::from(self.seconds) * 1000);
    }

    fn timer(&self) -> Timer {
        self.timer
    }

    fn judge(&self, report: &Report) -> Result<Outcome, Refusal> {
        let Details::Tap { per_second, .. } = report.details else {
            return Err(Refusal::WrongMiniGame);
        };
        if self.done(report.seat) {
            return Err(Refusal::AlreadyGiven);
        }
        let in_time = per_second.len() as i64 <= self.seconds_begun(report.passed);
        let most = i64::from(MOST_PER_SECOND) * i64::from(self.seconds);
        let by_thumb = per_second.iter().all(|n| *n <= MOST_PER_SECOND) && report.score <= most;
        let adds_up = sum(per_second) == report.score;
        if !(in_time && by_thumb && adds_up && report.score >= self.snowballs(report.seat)) {
            return Err(Refusal::ScoreImpossible);
        }
        Ok(json!({ "points": for_share(self.points, report.score, i64::from(self.par())) }))
    }

    fn keep(&mut self, seat: SeatId, details: &Details, _elapsed: i64) {
        if let Details::Tap { per_second, done } = details {
            self.thrown.insert(
                seat,
                Thrown {
                    per_second: per_second.clone(),
                    done: *done,
                },
            );
        }
    }

    fn forget(&mut self, seat: SeatId) {
        self.thrown.remove(&seat);
    }

    fn played(&self, seat: SeatId) -> bool {
        self.thrown.contains_key(&seat)
    }

    fn done(&self, seat: SeatId) -> bool {
        self.thrown.get(&seat).is_some_and(|thrown| thrown.done)
    }

    fn done_count(&self) -> usize {
        self.thrown.values().filter(|thrown| thrown.done).count()
    }

    fn score(&self, seat: SeatId) -> Score {
        let figure = self.snowballs(seat);
        Score {
            points: for_share(self.points, figure, i64::from(self.par())),
            figure,
            spent: (self.per_second(seat).len() as i64).min(i64::from(self.seconds)) * 1000,
        }
    }

    fn most_live(&self, kind: &str, now: PartyMs) -> Option<f64> {
        let begun = self.seconds_begun(now.since(self.timer.opened).max(0));
        (kind == "tap").then(|| begun as f64 * f64::from(MOST_PER_SECOND))
    }

    fn account(&self, seat: SeatId) -> Value {
        json!({ "per_second": self.per_second(seat) })
    }

    fn progress(&self, seat: SeatId) -> f32 {
        (self.snowballs(seat) as f32 / self.par().max(1) as f32).min(1.0)
    }

    fn feats(&self, seat: SeatId) -> Vec<(AwardKind, i64)> {
        vec![(AwardKind::FastestThumb, self.snowballs(seat))]
    }

    fn fill(&self, seat: SeatId, you: &mut YouMsg) {
        let kept = |thrown: &Thrown| Details::Tap {
            per_second: thrown.per_second.clone(),
            done: thrown.done,
        };
        you.kept = self.thrown.get(&seat).map(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAT: SeatId = SeatId(1);

    fn twenty_seconds() -> Tap {
        let timer = timer(PartyMs(0), 20_000);
        Tap {
            points: 1000,
            seconds: 20,
            timer,
            thrown: BTreeMap::new(),
        }
    }

    fn tap(per_second: &[u16], done: bool) -> Details {
        Details::Tap {
            per_second: per_second.to_vec(),
            done,
        }
    }

    fn judged(game: &Tap, per_second: &[u16], score: i64, passed: i64) -> Result<Outcome, Refusal> {
        let details = tap(per_second, false);
        game.judge(&Report {
            seat: SEAT,
            score,
            details: &details,
            elapsed: passed,
            passed,
        })
    }

    #[test]
    fn full_points_at_par_and_no_more_beyond() {
        let mut game = twenty_seconds();
        assert_eq!(game.par(), 140);
        assert_eq!(judged(&game, &[7; 20], 140, 20_000), Ok(json!({ "points": 1000 })));
        game.keep(SEAT, &tap(&[9; 20], true), 20_000);
        assert_eq!((game.score(SEAT).points, game.score(SEAT).figure), (1000, 180));
        game.keep(SEAT, &tap(&[7; 10], true), 20_000);
        assert_eq!((game.score(SEAT).points, game.progress(SEAT)), (500, 0.5));
    }

    #[test]
    fn what_no_thumb_can_do_is_refused() {
        let game = twenty_seconds();
        assert!(judged(&game, &[20], 20, 900).is_ok());
        assert_eq!(judged(&game, &[21], 21, 900), Err(Refusal::ScoreImpossible));
        assert_eq!(
            judged(&game, &[65535; 20], 65535 * 20, 20_000),
            Err(Refusal::ScoreImpossible)
        );
    }

    #[test]
    fn no_more_seconds_than_have_begun() {
        let game = twenty_seconds();
        assert!(judged(&game, &[5; 3], 15, 1_750).is_ok());
        assert_eq!(judged(&game, &[5; 3], 15, 1_749), Err(Refusal::ScoreImpossible));
        assert!(judged(&game, &[5; 21], 105, 90_000).is_ok());
        assert_eq!(judged(&game, &[5; 22], 110, 90_000), Err(Refusal::ScoreImpossible));
    }

    #[test]
    fn the_sum_is_the_score() {
        let game = twenty_seconds();
        assert_eq!(judged(&game, &[5, 5], 11, 5_000), Err(Refusal::ScoreImpossible));
        assert_eq!(judged(&game, &[5, 5], -10, 5_000), Err(Refusal::ScoreImpossible));
        assert!(judged(&game, &[], 0, 5_000).is_ok());
    }

    #[test]
    fn a_report_never_shrinks_and_the_last_one_stands() {
        let mut game = twenty_seconds();
        game.keep(SEAT, &tap(&[5, 3], false), 1_500);
        assert!(judged(&game, &[5, 6, 2], 13, 5_000).is_ok());
        assert_eq!(judged(&game, &[5], 5, 5_000), Err(Refusal::ScoreImpossible));
        assert_eq!(judged(&game, &[7], 7, 5_000), Err(Refusal::ScoreImpossible));
        game.keep(SEAT, &tap(&[5, 6], true), 5_000);
        assert_eq!(judged(&game, &[5, 6, 7], 18, 5_000), Err(Refusal::AlreadyGiven));
    }
}
