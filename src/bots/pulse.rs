//! Does the other side still live? A connection through a network that has gone dark says nothing, and does not end: so a phone asks into
//! a long silence, and takes the lack of any answer for the end.

use std::time::Duration;
use tokio::time::Instant;

/// After so long a silence a phone asks whether anybody is there.
const SILENCE: Duration = Duration::from_secs(10);
/// And after this it has been answered, or never will be.
const PATIENCE: Duration = Duration::from_secs(6);

/// What a connection has last been heard to do.
pub struct Pulse {
    felt: Instant,
    /// Since when somebody asks.
    asked: Option<Instant>,
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// Nothing.
    Calm,
    /// Ask whether anybody is there.
    Ask,
    /// Nobody is.
    Gone,
}

impl Pulse {
    /// Something was heard just now.
    pub fn felt(now: Instant) -> Self {
        Self { felt: now, asked: None }
    }

    /// When to look again.
    pub fn due(&self) -> Instant {
        let answered = self.asked.map(|asked| asked + PATIENCE);
        answered.unwrap_or(self.felt + SILENCE)
    }

    /// Looks, and takes note that somebody asks. A phone that has slept asks first, too.
    pub fn beat(&mut self, now: Instant) -> Beat {
        if now < self.due() {
            return Beat::Calm;
        }
        match self.asked.replace(now) {
            None => Beat::Ask,
            Some(_) => Beat::Gone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_silence_is_asked_into_once_and_then_it_is_the_end() {
        let begin = Instant::now();
        let mut pulse = Pulse::felt(begin);
        let mut beat = |seconds| pulse.beat(begin + Duration::from_secs(seconds));
        let beats = [9, 10, 11, 15, 16].map(&mut beat);
        assert_eq!(beats, [Beat::Calm, Beat::Ask, Beat::Calm, Beat::Calm, Beat::Gone]);
    }

    #[test]
    fn who_has_slept_asks_before_it_is_the_end() {
        let begin = Instant::now();
        let mut pulse = Pulse::felt(begin);
        let woken = begin + Duration::from_secs(300);
        assert_eq!((pulse.beat(woken), pulse.beat(woken)), (Beat::Ask, Beat::Calm));
    }
}
