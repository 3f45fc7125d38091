//! How much one phone may say: by its device, over all its tokens, its sockets and HTTP together; never by address, for a router may
//! stand for a whole room.

use crate::game::Refusal;
use crate::id::TokenHash;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::time::Instant;

/// So many at once, and so many a second.
#[derive(Clone, Copy)]
pub struct Pace {
    /// At once, after a silence.
    pub burst: f64,
    /// Earned in a second.
    pub a_second: f64,
}

/// What a phone says: actions, live values, requests, and coming back with a new socket.
pub const SAYING: Pace = Pace {
    burst: 60.0,
    a_second: 30.0,
};
/// Taking a seat anew, which gives a new token and with it a new allowance to say things.
pub const JOINING: Pace = Pace {
    burst: 10.0,
    a_second: 1.0,
};
/// Phones that are remembered before it is asked who of them has been silent.
const REMEMBERED: usize = 4_096;

/// A token bucket, shared by whatever its phone has open.
#[derive(Clone)]
pub struct Allowance(Arc<Mutex<Bucket>>);

struct Bucket {
    pace: Pace,
    left: f64,
    at: Instant,
}

impl Allowance {
    /// One that has not been used.
    pub fn full(pace: Pace, now: Instant) -> Self {
        let left = pace.burst;
        Self(Arc::new(Mutex::new(Bucket { pace, left, at: now })))
    }

    /// Takes one; false if there is none.
    pub fn take(&self, now: Instant) -> bool {
        let mut bucket = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        bucket.left = bucket.by(now);
        bucket.at = bucket.at.max(now);
        let enough = bucket.left >= 1.0;
        if enough {
            bucket.left -= 1.0;
        }
        enough
    }

    fn is_full(&self, now: Instant) -> bool {
        let bucket = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        bucket.by(now) >= bucket.pace.burst
    }
}

impl Bucket {
    fn by(&self, now: Instant) -> f64 {
        let earned = now.saturating_duration_since(self.at).as_secs_f64() * self.pace.a_second;
        (self.left + earned).min(self.pace.burst)
    }
}

/// The allowances of all phones.
pub struct Allowances {
    pace: Pace,
    phones: Mutex<Phones>,
}

struct Phones {
    known: HashMap<TokenHash, Allowance>,
    /// With so many the silent are forgotten.
    most: usize,
}

impl Allowances {
    /// Nobody has said anything yet.
    pub fn at(pace: Pace) -> Self {
        let phones = Phones {
            known: HashMap::new(),
            most: REMEMBERED,
        };
        Self {
            pace,
            phones: Mutex::new(phones),
        }
    }

    /// This phone's, known by the hash of its token or device.
    pub fn of(&self, who: &TokenHash, now: Instant) -> Allowance {
        let mut phones = self.phones.lock().unwrap_or_else(PoisonError::into_inner);
        if phones.known.len() >= phones.most && !phones.known.contains_key(who) {
            phones.forget_the_silent(now);
        }
        let new = || Allowance::full(self.pace, now);
        phones.known.entry(who.clone()).or_insert_with(new).clone()
    }

    /// What a phone has left is what its new token has: that is no new allowance.
    pub fn hand_on(&self, device: &TokenHash, token: TokenHash, now: Instant) {
        let allowance = self.of(device, now);
        let mut phones = self.phones.lock().unwrap_or_else(PoisonError::into_inner);
        phones.known.insert(token, allowance);
    }

    /// Takes one of this phone's, or refuses.
    pub fn take(&self, who: &TokenHash) -> Result<(), Refusal> {
        let now = Instant::now();
        if self.of(who, now).take(now) {
            Ok(())
        } else {
            Err(Refusal::Flood)
        }
    }
}

impl Phones {
    /// One that is full and that no socket holds is the same as none remembered. Done again only when there are twice as many: however
    /// many phones there are, one more costs little.
    fn forget_the_silent(&mut self, now: Instant) {
        let mut names: HashMap<_, usize> = HashMap::new();
        for allowance in self.known.values() {
            *names.entry(Arc::as_ptr(&allowance.0)).or_default() += 1;
        }
        let is_held = |Allowance(bucket): &Allowance| Arc::strong_count(bucket) > names[&Arc::as_ptr(bucket)];
        self.known
            .retain(|_, allowance| !allowance.is_full(now) || is_held(allowance));
        self.most = REMEMBERED.max(2 * self.known.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn taken(allowance: &Allowance, now: Instant) -> usize {
        (0..200).filter(|_| allowance.take(now)).count()
    }

    #[test]
    fn the_allowance_is_a_burst_and_then_a_rate() {
        let begin = Instant::now();
        let allowance = Allowance::full(SAYING, begin);
        assert_eq!(taken(&allowance, begin), 60);
        assert_eq!(taken(&allowance, begin + Duration::from_secs(1)), 30);
        assert_eq!(taken(&allowance, begin + Duration::from_secs(60)), 60);
    }

    #[test]
    fn a_moment_that_is_told_late_earns_nothing_twice() {
        let begin = Instant::now();
        let allowance = Allowance::full(SAYING, begin);
        assert_eq!(taken(&allowance, begin + Duration::from_secs(1)), 60);
        assert_eq!(taken(&allowance, begin), 0);
        assert_eq!(taken(&allowance, begin + Duration::from_secs(1)), 0);
    }

    #[test]
    fn each_phone_has_its_own_whatever_it_has_open() {
        let begin = Instant::now();
        let allowances = Allowances::at(SAYING);
        let (one, other) = (TokenHash::of(b"one"), TokenHash::of(b"other"));
        let socket = allowances.of(&one, begin);
        assert_eq!(taken(&socket, begin), 60);
        assert_eq!(taken(&allowances.of(&one, begin), begin), 0);
        assert_eq!(taken(&allowances.of(&other, begin), begin), 60);
    }

    #[test]
    fn a_new_token_has_what_its_phone_had_left() {
        let begin = Instant::now();
        let allowances = Allowances::at(SAYING);
        let [device, first, second] = [b"device", b"first-", b"second"].map(|name| TokenHash::of(name));
        allowances.hand_on(&device, first.clone(), begin);
        assert_eq!(taken(&allowances.of(&first, begin), begin), 60);
        allowances.hand_on(&device, second.clone(), begin);
        assert_eq!(taken(&allowances.of(&second, begin), begin), 0);
        let later = begin + Duration::from_secs(10);
        allowances.phones.lock().unwrap().forget_the_silent(later);
        assert!(allowances.phones.lock().unwrap().known.is_empty());
    }

    #[test]
    fn the_silent_are_forgotten_and_whoever_is_there_is_not() {
        let begin = Instant::now();
        let allowances = Allowances::at(SAYING);
        let there = TokenHash::of(b"there");
        let socket = allowances.of(&there, begin);
        for number in 0..10_000u32 {
            let now = begin + Duration::from_millis(u64::from(number));
            allowances.of(&TokenHash::of(&number.to_be_bytes()), now).take(now);
        }
        assert!(allowances.phones.lock().unwrap().known.len() <= REMEMBERED + 1);
        let later = begin + Duration::from_secs(60);
        assert_eq!(taken(&socket, later), 60);
        assert_eq!(taken(&allowances.of(&there, later), later), 0);
    }
}
