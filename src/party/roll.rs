//! What is asked of all seats at once, kept and not counted: who has which name, how many have which animal, how many are ready. Only
//! of seats that are taken; it decides nothing.

use super::state::Seat;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The seats that are taken, all together.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Roll {
    /// In lower case: two names that differ in nothing else are one.
    names: HashMap<Box<str>, u32>,
    animals: HashMap<Box<str>, u32>,
    ready: u32,
}

impl Roll {
    /// A seat is taken, or stands here again after a change.
    pub fn enter(&mut self, seat: &Seat) {
        *self.names.entry(seat.name.to_lowercase().into()).or_default() += 1;
        *self.animals.entry(seat.avatar.as_str().into()).or_default() += 1;
        self.ready += u32::from(seat.confirmed);
    }

    /// A seat is given up, or about to change.
    pub fn strike(&mut self, seat: &Seat) {
        one_less(&mut self.names, &seat.name.to_lowercase());
        one_less(&mut self.animals, &seat.avatar);
        self.ready = self.ready.saturating_sub(u32::from(seat.confirmed));
    }

    /// Nobody is ready any more.
    pub fn unready(&mut self) {
        self.ready = 0;
    }

    /// How many have this name, in lower case.
    pub fn named(&self, lower: &str) -> u32 {
        self.names.get(lower).copied().unwrap_or_default()
    }

    /// How many have this animal.
    pub fn with_animal(&self, animal: &str) -> u32 {
        self.animals.get(animal).copied().unwrap_or_default()
    }

    /// How many are ready.
    pub fn ready(&self) -> u32 {
        self.ready
    }
}

fn one_less(counts: &mut HashMap<Box<str>, u32>, key: &str) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::journal::Event;
    use super::super::state::Party;
    use crate::id::{PartyMs, SeatId, SessionId, Token};

    fn joined(seat: u32, name: &str, avatar: &str) -> Event {
        let hash = || Token::draw().hash();
        Event::Joined {
            seat: SeatId(seat),
            name: name.to_owned(),
            avatar: avatar.to_owned(),
            color: 0,
            token: hash(),
            device: hash(),
            wall: String::new(),
        }
    }

    fn renamed(seat: u32, name: &str, avatar: &str) -> Event {
        let (name, avatar) = (name.to_owned(), avatar.to_owned());
        let seat = SeatId(seat);
        Event::Renamed { seat, name, avatar }
    }

    fn confirmed(seat: u32, ready: bool) -> Event {
        let seat = SeatId(seat);
        Event::Confirmed { seat, ready }
    }

    fn removed(seat: u32) -> Event {
        Event::Removed { seat: SeatId(seat) }
    }

    fn opened() -> Event {
        Event::SessionOpened {
            session: SessionId(1),
            game: "arena".to_owned(),
            settings: serde_json::json!({}),
            wall: String::new(),
        }
    }

    /// What is kept is what counting gives.
    fn agrees(party: &Party) {
        let live = || party.live.iter().map(|seat| &party.seats[seat]);
        let roll = &party.roll;
        assert_eq!(roll.ready() as usize, live().filter(|seat| seat.confirmed).count());
        for lower in ["anna", "bo", "лиза"] {
            let named = live().filter(|seat| seat.name.to_lowercase() == lower).count();
            assert_eq!(roll.named(lower) as usize, named, "{lower}");
        }
        for animal in ["fox", "bear"] {
            let having = live().filter(|seat| seat.avatar == animal).count();
            assert_eq!(roll.with_animal(animal) as usize, having, "{animal}");
        }
    }

    #[test]
    fn whatever_happens_to_seats_what_is_kept_is_what_counting_gives() {
        let mut party = Party::unborn();
        let evening = [
            joined(1, "Anna", "fox"),
            joined(2, "ЛИЗА", "fox"),
            confirmed(1, true),
            confirmed(1, true),
            confirmed(2, true),
            renamed(1, "BO", "bear"),
            confirmed(2, false),
            removed(1),
            removed(1),
            // Of a seat that is gone nothing counts any more.
            renamed(1, "Anna", "fox"),
            confirmed(1, true),
            joined(3, "bo", "fox"),
            confirmed(3, true),
            opened(),
            confirmed(2, true),
            removed(3),
        ];
        for event in evening {
            party.apply(&event, PartyMs(0)).unwrap();
            agrees(&party);
        }
        assert_eq!((party.roll.named("лиза"), party.roll.ready()), (1, 1));
    }
}
