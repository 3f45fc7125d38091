//! The door that the PIN opens. It is one for the whole house: a limit by address would lock out everybody behind one router, or
//! nobody. The host's link in the terminal needs no PIN, so a closed door locks no host out.

use crate::game::Refusal;
use std::time::Duration;
use subtle::ConstantTimeEq;
use tokio::time::Instant;

const TRIES: u32 = 5;
const FIRST_CLOSING: Duration = Duration::from_secs(30);
const LONGEST_CLOSING: Duration = Duration::from_secs(15 * 60);

/// After five wrong PINs it closes for 30 s; after each further wrong one for twice as long, up to 15 minutes.
pub struct PinDoor {
    pin: String,
    wrong: u32,
    closed_until: Option<Instant>,
}

impl PinDoor {
    /// A door for this PIN.
    pub fn new(pin: String) -> Self {
        Self {
            pin,
            wrong: 0,
            closed_until: None,
        }
    }

    /// Tries a PIN.
    pub fn knock(&mut self, pin: &str, now: Instant) -> Result<(), Refusal> {
        if let Some(until) = self.closed_until.filter(|until| *until > now) {
            let left = until - now;
            return Err(Refusal::PinClosed {
                retry_after: left.as_secs() + 1,
            });
        }
        if bool::from(self.pin.as_bytes().ct_eq(pin.trim().as_bytes())) {
            self.wrong = 0;
            return Ok(());
        }
        self.wrong += 1;
        if self.wrong < TRIES {
            return Err(Refusal::PinWrong {
                left: TRIES - self.wrong,
            });
        }
        let doubled = FIRST_CLOSING * 2u32.saturating_pow((self.wrong - TRIES).min(10));
        let closing = doubled.min(LONGEST_CLOSING);
        self.closed_until = Some(now + closing);
        Err(Refusal::PinClosed {
            retry_after: closing.as_secs(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_closes_after_five_wrong_pins_for_longer_each_time_and_opens_again() {
        let begin = Instant::now();
        let mut door = PinDoor::new("2468".into());
        for left in (1..5).rev() {
            assert_eq!(door.knock("0000", begin), Err(Refusal::PinWrong { left }));
        }
        assert_eq!(door.knock("0000", begin), Err(Refusal::PinClosed { retry_after: 30 }));
        assert!(
            matches!(door.knock("2468", begin), Err(Refusal::PinClosed { .. })),
            "closed for the right one too"
        );
        let later = begin + Duration::from_secs(31);
        assert_eq!(door.knock("1111", later), Err(Refusal::PinClosed { retry_after: 60 }));
        let much_later = later + Duration::from_secs(61);
        assert_eq!(door.knock(" 2468 ", much_later), Ok(()));
        assert_eq!(
            door.knock("0000", much_later),
            Err(Refusal::PinWrong { left: 4 }),
            "a right one starts anew"
        );
    }
}
