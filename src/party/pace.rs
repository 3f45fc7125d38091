//! How often a large room goes to the disk. What is decided is told no more often than once a tick anyway, and each commit costs what
//! telling fifty sockets does: so after a few at once they come once a tick, with all that was decided meanwhile.

use std::time::Duration;
use tokio::time::Instant;

/// In a large room there is one commit in so long a time, on average; where ticks are shorter, one a tick.
const EACH: Duration = Duration::from_millis(50);
/// After a rest, so many come without waiting: nobody's lone action does.
const AT_ONCE: u32 = 5;
/// So many events are worth a commit at any time.
const ENOUGH: usize = 32;

/// When the next commit may be.
pub(super) struct Pace {
    /// When as many as after a rest may come at once.
    rested_at: Instant,
}

impl Pace {
    /// Well rested.
    pub fn new(now: Instant) -> Self {
        Self { rested_at: now }
    }

    /// When a draft of so many events is to be handed to the disk: at once if nobody waits for it, if it is large, or if there is room.
    pub fn next(&self, events: usize, now: Instant) -> Instant {
        let wait = (self.rested_at + EACH).checked_duration_since(now + EACH * AT_ONCE);
        match (1..ENOUGH).contains(&events) {
            true => now + wait.unwrap_or_default(),
            false => now,
        }
    }

    /// One has been handed over.
    pub fn step(&mut self, now: Instant) {
        self.rested_at = (self.rested_at.max(now) + EACH).min(now + EACH * AT_ONCE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When events that come so often are handed to the disk, in milliseconds.
    fn commits(every_ms: u64, until_ms: u64) -> Vec<u64> {
        let begin = Instant::now();
        let mut pace = Pace::new(begin);
        let mut waiting = 0;
        let mut at_the_disk = Vec::new();
        for ms in 0..until_ms {
            let now = begin + Duration::from_millis(ms);
            waiting += usize::from(ms % every_ms == 0);
            if waiting > 0 && pace.next(waiting, now) <= now {
                pace.step(now);
                waiting = 0;
                at_the_disk.push(ms);
            }
        }
        at_the_disk
    }

    #[test]
    fn what_comes_less_often_than_a_tick_waits_for_nobody() {
        assert_eq!(commits(50, 500), (0..10).map(|n| n * 50).collect::<Vec<_>>());
    }

    #[test]
    fn what_comes_often_goes_to_the_disk_together_once_a_tick() {
        let commits = commits(5, 2_000);
        assert_eq!(commits[..5], [0, 5, 10, 15, 20]);
        assert!(commits[6..].windows(2).all(|two| two[1] - two[0] == 50), "{commits:?}");
    }

    #[test]
    fn a_burst_and_what_needs_no_disk_wait_for_nothing() {
        let now = Instant::now();
        let mut pace = Pace::new(now);
        (0..100).for_each(|_| pace.step(now));
        assert_eq!(pace.next(ENOUGH, now), now);
        assert_eq!(pace.next(0, now), now);
        assert_eq!(pace.next(1, now), now + EACH);
    }
}
