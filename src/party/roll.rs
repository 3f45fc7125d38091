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
