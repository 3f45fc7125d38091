//! What a run of simulated guests counts: answers asked, accepted and refused, how long each took to every TV, connections lost and
//! found again.

use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// Counts for all guests and TVs of a run.
#[derive(Default)]
pub struct Tally {
    counts: Mutex<Counts>,
    /// Something has been shown: [`Tally::all_shown`] looks again.
    news: Notify,
}

#[derive(Default)]
struct Counts {
    /// The answers of each seat that were not refused: which each was, and when it was sent.
    sent: HashMap<u64, Vec<(u64, Instant)>>,
    /// Whose answer an action is, and which, until it has been judged.
    waiting: HashMap<String, (u64, u64)>,
    asked: u64,
    accepted: u64,
    refused: u64,
    taken: Vec<Duration>,
    lost: u64,
    healed: Vec<Duration>,
}

/// The last answer of each seat that one TV has shown.
#[derive(Default)]
pub struct Screen(HashMap<u64, u64>);

/// How long something took, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Times {
    /// The median.
    pub p50: f64,
    /// 99 of 100 took no longer.
    pub p99: f64,
    /// The longest.
    pub max: f64,
}

/// How the answers went.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Answers {
    /// Sent by a guest.
    pub asked: u64,
    /// On the disk, as its guest was told.
    pub accepted: u64,
    /// Refused: too late, for example.
    pub refused: u64,
    /// Shown, each TV counted.
    pub shown: u64,
    /// Accepted, and not shown on a TV that should have.
    pub missing: u64,
}

impl Tally {
    /// A guest sends something; only answers are counted.
    pub fn asked(&self, seat: u64, ask: &Value) {
        if ask["action_type"] == "progress" {
            let mut counts = self.counts();
            counts.asked += 1;
            let number = counts.asked;
            counts.sent.entry(seat).or_default().push((number, Instant::now()));
            let id = ask["action_id"].as_str().unwrap_or_default();
            counts.waiting.insert(id.to_owned(), (seat, number));
        }
    }

    /// A guest hears `action.result`.
    pub fn accepted(&self, result: &Value) {
        let mut counts = self.counts();
        if counts.judged(result).is_some() {
            counts.accepted += 1;
        }
    }

    /// A guest hears `system.error`.
    pub fn refused(&self, error: &Value) {
        let mut counts = self.counts();
        if let Some((seat, number)) = counts.judged(error) {
            counts.refused += 1;
            counts.sent.entry(seat).or_default().retain(|(sent, _)| *sent != number);
        }
    }

    /// A TV shows that a player has got further: two answers that have come at once are shown at once.
    pub fn shown(&self, seat: u64, screen: &mut Screen) {
        let mut counts = self.counts();
        let Counts { sent, taken, .. } = &mut *counts;
        let seen = screen.0.entry(seat).or_default();
        let unseen = |(number, _): &&(u64, Instant)| *number > *seen;
        let newly: Vec<_> = sent.get(&seat).into_iter().flatten().filter(unseen).collect();
        if let Some((last, _)) = newly.last() {
            *seen = *last;
        }
        taken.extend(newly.iter().map(|(_, at)| at.elapsed()));
        self.news.notify_one();
    }

    /// Waits until what was accepted has been shown on so many TVs. For one who waits.
    pub async fn all_shown(&self, screens: u32) {
        while self.answers(screens).missing > 0 {
            self.news.notified().await;
        }
    }

    /// A connection was lost.
    pub fn lost(&self) {
        self.counts().lost += 1;
    }

    /// A guest is greeted again, so long after all connections were lost.
    pub fn healed(&self, after: Duration) {
        self.counts().healed.push(after);
    }

    /// How the answers went, with so many TVs.
    pub fn answers(&self, screens: u32) -> Answers {
        let counts = self.counts();
        let shown = counts.taken.len() as u64;
        Answers {
            asked: counts.asked,
            accepted: counts.accepted,
            refused: counts.refused,
            shown,
            missing: (counts.accepted * u64::from(screens)).saturating_sub(shown),
        }
    }

    /// From the phone to a TV, if any TV showed anything.
    pub fn to_tv(&self) -> Option<Times> {
        times(&mut self.counts().taken)
    }

    /// How many connections were lost.
    pub fn losses(&self) -> u64 {
        self.counts().lost
    }

    /// How many came back after the storm, and after how long.
    pub fn storm(&self) -> (usize, Option<Times>) {
        let mut counts = self.counts();
        (counts.healed.len(), times(&mut counts.healed))
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    /// Whose answer was judged, and which, if it was one.
    fn judged(&mut self, told: &Value) -> Option<(u64, u64)> {
        self.waiting.remove(told["action_id"].as_str()?)
    }
}

fn times(taken: &mut [Duration]) -> Option<Times> {
    taken.sort_unstable();
    let last = taken.len().checked_sub(1)?;
    let at = |share: f64| taken[(last as f64 * share) as usize].as_secs_f64() * 1_000.0;
    Some(Times {
        p50: at(0.5),
        p99: at(0.99),
        max: at(1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use serde_json::json;

    #[test]
    fn an_answer_counts_once_on_each_tv_and_a_lost_one_is_missing() {
        let tally = Tally::default();
        let (mut one, mut other) = (Screen::default(), Screen::default());
        for (seat, id) in [(1, "a"), (2, "b"), (3, "c")] {
            tally.asked(seat, &json!({ "action_id": id, "action_type": "progress" }));
        }
        tally.accepted(&json!({ "action_id": "a" }));
        tally.accepted(&json!({ "action_id": "b" }));
        tally.accepted(&json!({ "action_id": "b" }));
        tally.refused(&json!({ "action_id": "c" }));
        for screen in [&mut one, &mut other] {
            tally.shown(1, screen);
            tally.shown(1, screen);
            tally.shown(3, screen);
        }
        tally.shown(2, &mut one);
        let expected = Answers {
            asked: 3,
            accepted: 2,
            refused: 1,
            shown: 3,
            missing: 1,
        };
        assert_eq!(tally.answers(2), expected);
        assert!(tally.all_shown(2).now_or_never().is_none());
        tally.shown(2, &mut other);
        assert!(tally.all_shown(2).now_or_never().is_some());
    }

    #[test]
    fn two_answers_that_are_shown_at_once_are_both_shown() {
        let (tally, mut screen) = (Tally::default(), Screen::default());
        for id in ["a", "b"] {
            tally.asked(1, &json!({ "action_id": id, "action_type": "progress" }));
            tally.accepted(&json!({ "action_id": id }));
        }
        tally.shown(1, &mut screen);
        tally.shown(1, &mut screen);
        let answers = tally.answers(1);
        assert_eq!((answers.shown, answers.missing), (2, 0));
    }

    #[test]
    fn nothing_taken_has_no_times() {
        assert_eq!(times(&mut []), None);
        let mut taken: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        let told = times(&mut taken).unwrap();
        assert_eq!((told.p50, told.p99, told.max), (50.0, 99.0, 100.0));
    }
}
