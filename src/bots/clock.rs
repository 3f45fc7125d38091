//! Party time, as a guest knows it from what it is told. A message may have been under way for long, and never comes early: so the
//! latest time that the messages of a connection allow is the best.

use serde_json::Value;
use std::time::Duration;
use tokio::time::Instant;

/// A guest's party clock.
#[derive(Default)]
pub struct PartyClock(Option<Told>);

#[derive(Clone, Copy)]
struct Told {
    /// Milliseconds of party time, and when they were heard.
    party: i64,
    at: Instant,
    running: bool,
}

impl PartyClock {
    /// A message gives `{now, running}`.
    pub fn told(&mut self, clock: &Value, at: Instant) {
        let (Some(party), Some(running)) = (clock["now"].as_i64(), clock["running"].as_bool()) else {
            return;
        };
        let ahead = self.0.is_some_and(|told| told.running && told.party_at(at) > party);
        if !(ahead && running) {
            self.0 = Some(Told { party, at, running });
        }
    }

    /// A new connection: party time may have stood still before it.
    pub fn forget(&mut self) {
        self.0 = None;
    }

    /// When a moment of party time comes; now, if it is past or nothing is known.
    pub fn instant(&self, party: i64, now: Instant) -> Instant {
        let Some(told) = self.0 else { return now };
        now + Duration::from_millis(u64::try_from(party - told.party_at(now)).unwrap_or(0))
    }
}

impl Told {
    fn party_at(&self, now: Instant) -> i64 {
        let passed = if self.running { now - self.at } else { Duration::ZERO };
        self.party + i64::try_from(passed.as_millis()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn running(now: i64) -> Value {
        json!({ "now": now, "running": true })
    }

    fn left(clock: &PartyClock, party: i64, now: Instant) -> Duration {
        clock.instant(party, now) - now
    }

    #[test]
    fn a_message_that_was_long_under_way_does_not_set_it_back() {
        let begin = Instant::now();
        let second = Duration::from_secs(1);
        let mut clock = PartyClock::default();
        clock.told(&running(10_000), begin);
        clock.told(&running(9_000), begin + second);
        assert_eq!(left(&clock, 15_000, begin + second), 4 * second);
        clock.told(&running(13_000), begin + 2 * second);
        assert_eq!(left(&clock, 15_000, begin + 2 * second), 2 * second);
        assert_eq!(left(&clock, 15_000, begin + 9 * second), Duration::ZERO);
    }

    #[test]
    fn it_stands_in_a_pause_and_is_told_anew_afterwards_and_in_a_new_connection() {
        let begin = Instant::now();
        let second = Duration::from_secs(1);
        let mut clock = PartyClock::default();
        clock.told(&running(10_000), begin);
        clock.told(&json!({ "now": 10_000, "running": false }), begin + second);
        assert_eq!(left(&clock, 15_000, begin + 60 * second), 5 * second);
        clock.told(&running(10_000), begin + 60 * second);
        assert_eq!(left(&clock, 15_000, begin + 61 * second), 4 * second);
        clock.forget();
        clock.told(&running(10_000), begin + 90 * second);
        assert_eq!(left(&clock, 15_000, begin + 90 * second), 5 * second);
    }
}
