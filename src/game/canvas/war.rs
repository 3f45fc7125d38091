//! Pixel Wars: what each team holds, and its points: cells held × seconds. Only colours are looked at, so that a page can count the
//! same from what it sees.

use super::setup::SHADES;
use crate::id::PartyMs;
use serde::{Deserialize, Serialize};

/// The standing of the teams; empty without teams.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct War {
    teams: Vec<Side>,
    /// Up to when points have been given.
    settled: PartyMs,
}

/// One team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Cells held.
    pub area: u32,
    /// Cells held × milliseconds.
    pub points_ms: i64,
}

/// The team that a colour belongs to.
pub fn team_of(colour: u8) -> Option<usize> {
    colour.checked_sub(1).map(|colour| usize::from(colour / SHADES))
}

impl War {
    /// So many teams, all with nothing.
    pub fn new(teams: u8, now: PartyMs) -> Self {
        Self {
            teams: vec![Side::default(); teams.into()],
            settled: now,
        }
    }

    /// A cell changed its colour.
    pub fn change(&mut self, before: u8, after: u8, now: PartyMs) {
        if self.teams.is_empty() || team_of(before) == team_of(after) {
            return;
        }
        self.settle(now);
        if let Some(side) = team_of(before).and_then(|team| self.teams.get_mut(team)) {
            side.area = side.area.saturating_sub(1);
        }
        if let Some(side) = team_of(after).and_then(|team| self.teams.get_mut(team)) {
            side.area += 1;
        }
    }

    /// The board is another one: counts it.
    pub fn count(&mut self, cells: &[u8], now: PartyMs) {
        self.settle(now);
        for (number, side) in self.teams.iter_mut().enumerate() {
            side.area = cells.iter().filter(|colour| team_of(**colour) == Some(number)).count() as u32;
        }
    }

    /// Gives the points up to `now`.
    pub fn settle(&mut self, now: PartyMs) {
        let passed = now.since(self.settled).max(0);
        self.settled = now;
        for side in &mut self.teams {
            side.points_ms += i64::from(side.area) * passed;
        }
    }

    /// Up to when points have been given.
    pub fn settled(&self) -> PartyMs {
        self.settled
    }

    /// The teams in the order of their numbers.
    pub fn sides(&self) -> &[Side] {
        &self.teams
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn points_are_area_times_time(strokes in prop::collection::vec((0usize..20, 0u8..7, 0i64..5_000), 0..100)) {
            let mut cells = [0u8; 20];
            let mut war = War::new(2, PartyMs(0));
            let (mut now, mut expected) = (0, [0i64; 2]);
            for (cell, colour, passed) in strokes {
                for (team, expected) in expected.iter_mut().enumerate() {
                    *expected += cells.iter().filter(|at| team_of(**at) == Some(team)).count() as i64 * passed;
                }
                now += passed;
                war.change(cells[cell], colour, PartyMs(now));
                cells[cell] = colour;
            }
            war.settle(PartyMs(now));
            for (team, expected) in expected.into_iter().enumerate() {
                let side = war.sides()[team];
                prop_assert_eq!(side.points_ms, expected);
                prop_assert_eq!(side.area as usize, cells.iter().filter(|at| team_of(**at) == Some(team)).count());
            }
        }
    }
}
