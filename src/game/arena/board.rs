//! The board: who stands where, by the points of closed rounds. It is worked out from the totals whenever it is asked for, so
//! a late result, a caught gift or a removed player is on it at once. During play the totals of closed rounds do not move, and
//! neither does the board.

use super::{Arena, Phase, Player};
use crate::game::Placed;
use crate::id::SeatId;
use std::collections::BTreeMap;

impl Arena {
    /// The points of closed rounds.
    pub(super) fn totals(&self) -> BTreeMap<SeatId, i64> {
        self.players
            .iter()
            .map(|(seat, player)| (*seat, player.total()))
            .collect()
    }

    pub(super) fn placed(&self) -> Vec<Placed> {
        let before: BTreeMap<SeatId, (u32, i64)> = ranked(&self.baseline)
            .into_iter()
            .map(|(seat, place, score)| (seat, (place, score)))
            .collect();
        let line = |(seat, place, score): (SeatId, u32, i64)| {
            // One who was not there before has neither gained nor climbed.
            let (old_place, old_score) = before.get(&seat).copied().unwrap_or((place, score));
            // Before the first board there were no places to climb from.
            let moved = if self.closed > 1 {
                old_place as i32 - place as i32
            } else {
                0
            };
            let gained = score - old_score;
            Placed {
                seat,
                place,
                score,
                gained,
                moved,
            }
        };
        ranked(&self.totals()).into_iter().map(line).collect()
    }

    /// Who leads now, if that is someone else than was last said. A tie does not take the lead away.
    pub(super) fn new_leader(&self) -> Option<SeatId> {
        if !matches!(self.phase, Phase::Board(_)) {
            return None;
        }
        let best = self
            .players
            .values()
            .map(Player::total)
            .max()
            .filter(|best| *best > 0)?;
        let leads = |seat: &SeatId| self.players.get(seat).is_some_and(|player| player.total() == best);
        if self.leader.as_ref().is_some_and(leads) {
            return None;
        }
        self.players.keys().copied().find(leads)
    }
}

/// Seats with place and score, best first; equal scores share a place and stand in the order of joining.
pub(super) fn ranked(totals: &BTreeMap<SeatId, i64>) -> Vec<(SeatId, u32, i64)> {
    let mut lines: Vec<(SeatId, i64)> = totals.iter().map(|(seat, score)| (*seat, *score)).collect();
    lines.sort_by_key(|(seat, score)| (-score, *seat));
    let mut place = 0;
    let mut last = None;
    let mut rank = |index: usize, score: i64| {
        if last != Some(score) {
            (place, last) = (index as u32 + 1, Some(score));
        }
        place
    };
    lines
        .into_iter()
        .enumerate()
        .map(|(i, (seat, score))| (seat, rank(i, score), score))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_share_a_place_and_the_next_one_is_skipped() {
        let totals = [(1, 50), (2, 90), (3, 50), (4, 10)].map(|(seat, score)| (SeatId(seat), score));
        let places: Vec<(u32, u32)> = ranked(&totals.into())
            .into_iter()
            .map(|(seat, place, _)| (seat.0, place))
            .collect();
        assert_eq!(places, [(2, 1), (1, 2), (3, 2), (4, 4)]);
    }
}
