//! How much one phone may say: by socket, and over HTTP by token or device; never by address, for a router may stand for a whole
//! room.

use crate::id::TokenHash;
use std::collections::HashMap;
use tokio::time::Instant;

/// So many at once, and so many a second.
const BURST: f64 = 60.0;
const RATE: f64 = 30.0;
/// Phones that are remembered; with more, those that have been silent are forgotten.
const REMEMBERED: usize = 4_096;

/// A token bucket.
pub struct Allowance {
    left: f64,
    at: Instant,
}

impl Allowance {
    /// One that has not been used.
    pub fn full(now: Instant) -> Self {
        Self { left: BURST, at: now }
    }

    /// Takes one; false if there is none.
    pub fn take(&mut self, now: Instant) -> bool {
        self.left = self.by(now);
        self.at = now;
        let enough = self.left >= 1.0;
        if enough {
            self.left -= 1.0;
        }
        enough
    }

    fn by(&self, now: Instant) -> f64 {
        let earned = now.saturating_duration_since(self.at).as_secs_f64() * RATE;
        (self.left + earned).min(BURST)
    }
}

/// The allowances of all who ask over HTTP.
#[derive(Default)]
pub struct Allowances(HashMap<TokenHash, Allowance>);

impl Allowances {
    /// Takes one of this phone's.
    pub fn take(&mut self, who: &TokenHash, now: Instant) -> bool {
        if self.0.len() >= REMEMBERED {
            // A full allowance is the same as none remembered.
            self.0.retain(|_, allowance| allowance.by(now) < BURST);
        }
        let allowance = self.0.entry(who.clone()).or_insert_with(|| Allowance::full(now));
        allowance.take(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_allowance_is_a_burst_and_then_a_rate() {
        let begin = Instant::now();
        let mut allowance = Allowance::full(begin);
        assert_eq!((0..200).filter(|_| allowance.take(begin)).count(), 60);
        assert_eq!(
            (0..200)
                .filter(|_| allowance.take(begin + Duration::from_secs(1)))
                .count(),
            30
        );
        assert_eq!(
            (0..200)
                .filter(|_| allowance.take(begin + Duration::from_secs(60)))
                .count(),
            60
        );
    }

    #[test]
    fn each_phone_has_its_own_and_the_silent_are_forgotten() {
        let begin = Instant::now();
        let mut allowances = Allowances::default();
        let (one, other) = (TokenHash::of(b"one"), TokenHash::of(b"other"));
        assert_eq!((0..100).filter(|_| allowances.take(&one, begin)).count(), 60);
        assert!(allowances.take(&other, begin));
        for number in 0..10_000u32 {
            let later = begin + Duration::from_millis(u64::from(number));
            allowances.take(&TokenHash::of(&number.to_be_bytes()), later);
        }
        assert!(allowances.0.len() <= REMEMBERED + 1);
    }
}
