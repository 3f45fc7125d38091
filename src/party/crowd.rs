//! How fast a party takes guests whom it has never seen: a whole hall at once, and nobody's script without end. It is one bound for the
//! party, never by address, for everybody may sit behind one router; phones that come back to their seats are not counted.

use std::time::Duration;
use tokio::time::Instant;

/// Room for new guests, and when there is more of it.
pub(super) struct Crowd {
    /// One more in so long a time.
    each: Duration,
    /// When all the room is there again.
    full_at: Instant,
    /// How long that takes from nothing.
    whole: Duration,
}

impl Crowd {
    /// Room for as many at once as the party has seats, and for one more each time.
    pub(super) fn new(seats: u32, each: Duration, now: Instant) -> Self {
        Self {
            each,
            full_at: now,
            whole: each * seats.max(1),
        }
    }

    /// Lets one in; false if there is no room at this moment.
    pub(super) fn admit(&mut self, now: Instant) -> bool {
        let full_at = self.full_at.max(now) + self.each;
        let room = full_at <= now + self.whole;
        if room {
            self.full_at = full_at;
        }
        room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_as_there_are_seats_come_at_once_and_then_a_hundred_a_second() {
        let begin = Instant::now();
        let mut crowd = Crowd::new(250, Duration::from_millis(10), begin);
        let mut come = |after: u64| {
            let now = begin + Duration::from_secs(after);
            (0..2_000).filter(|_| crowd.admit(now)).count()
        };
        assert_eq!((come(0), come(1), come(60)), (250, 100, 250));
    }
}
