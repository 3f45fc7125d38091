//! The party's clock: milliseconds that stand still while the party is paused, stopped or dead.

use crate::id::PartyMs;
use std::time::Duration;
use tokio::time::Instant;

/// A stopwatch over the machine's monotonic clock; the wall clock plays no part.
#[derive(Clone, Copy, Debug)]
pub struct PartyClock {
    reached: PartyMs,
    running_since: Option<Instant>,
}

impl PartyClock {
    /// A clock that stands still at `reached`.
    pub fn stopped_at(reached: PartyMs) -> Self {
        Self {
            reached,
            running_since: None,
        }
    }

    /// Party time at `instant`.
    pub fn at(&self, instant: Instant) -> PartyMs {
        let ran = self
            .running_since
            .map_or(Duration::ZERO, |since| instant.saturating_duration_since(since));
        self.reached
            .plus(i64::try_from(ran.as_millis()).unwrap_or(i64::MAX / 2))
    }

    /// Does it run?
    pub fn running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Lets it run from `instant` on.
    pub fn start(&mut self, instant: Instant) {
        self.running_since.get_or_insert(instant);
    }

    /// Stops it at `instant`.
    pub fn stop(&mut self, instant: Instant) {
        self.reached = self.at(instant);
        self.running_since = None;
    }

    /// When party time will be `due`; `None` while the clock stands still.
    pub fn instant_of(&self, due: PartyMs) -> Option<Instant> {
        let since = self.running_since?;
        Some(since + Duration::from_millis(u64::try_from(due.since(self.reached)).unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_still_until_started_and_after_being_stopped() {
        let begin = Instant::now();
        let second = Duration::from_secs(1);
        let mut clock = PartyClock::stopped_at(PartyMs(500));
        assert_eq!(clock.at(begin + second), PartyMs(500));
        assert_eq!(clock.instant_of(PartyMs(600)), None);
        clock.start(begin + second);
        assert_eq!(clock.at(begin + 3 * second), PartyMs(2500));
        assert_eq!(clock.instant_of(PartyMs(1500)), Some(begin + 2 * second));
        assert_eq!(
            clock.instant_of(PartyMs(0)),
            Some(begin + second),
            "what is overdue is due at once"
        );
        clock.stop(begin + 4 * second);
        assert_eq!(clock.at(begin + 9 * second), PartyMs(3500));
    }
}
