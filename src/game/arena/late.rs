//! Those who come late and those who go. A late guest plays from the next level on, and gets for each level missed the median of
//! what those who played it earned: neither punished nor ahead. A seat that is gone leaves nothing behind.

use super::{Arena, Earned, Event, Phase};
use crate::game::Ctx;
use crate::id::SeatId;

impl Arena {
    /// Seats of the party that the game does not know yet, or that it knows and are gone.
    pub(super) fn seats_changed(&self, ctx: &Ctx) -> Option<Event> {
        // Asked after every move of a full party: mostly nothing has changed, and that is seen in one walk.
        if self.players.keys().eq(ctx.seats) {
            return None;
        }
        let gone: Vec<SeatId> = self
            .players
            .keys()
            .filter(|seat| !ctx.seats.contains(seat))
            .copied()
            .collect();
        if !gone.is_empty() {
            return Some(Event::Dropped { seats: gone });
        }
        let new: Vec<SeatId> = ctx
            .seats
            .iter()
            .filter(|seat| !self.players.contains_key(seat))
            .copied()
            .collect();
        (!new.is_empty() && self.phase != Phase::Podium).then_some(Event::Entered { seats: new })
    }

    /// Whoever comes while a level is still being announced plays it.
    pub(super) fn enter(&mut self, seats: &[SeatId]) {
        let in_level = matches!(self.phase, Phase::Opening(_) | Phase::Intro(_));
        for seat in seats {
            self.players.entry(*seat).or_default().in_level = in_level;
        }
        self.give_medians();
    }

    /// Gives everyone who has fewer entries than there are closed rounds the medians of those missing. Together they lift nobody
    /// above the middle of the board: medians of levels can add up to more than anybody has.
    pub(super) fn give_medians(&mut self) {
        if self.players.values().all(|player| player.earned.len() >= self.closed) {
            return;
        }
        let medians: Vec<u32> = (0..self.closed).map(|round| self.median(round)).collect();
        let middle_total = self.middle_total();
        for player in self.players.values_mut() {
            let mut room = middle_total.saturating_sub(u32::try_from(player.total()).unwrap_or(0));
            for points in medians.iter().skip(player.earned.len()) {
                let points = (*points).min(room);
                room -= points;
                player.earned.push(Earned {
                    points,
                    gift: 0,
                    figure: 0,
                    median: true,
                });
            }
        }
    }

    /// The median of the totals of those who have played every closed round; of all who are there if nobody has.
    fn middle_total(&self) -> u32 {
        let there = || {
            self.players
                .values()
                .filter(|player| player.earned.len() == self.closed)
        };
        let whole = |player: &&super::Player| player.earned.iter().all(|earned| !earned.median);
        let total = |player: &super::Player| u32::try_from(player.total()).unwrap_or(0);
        match there().any(|player| whole(&player)) {
            true => middle(there().filter(whole).map(total).collect()),
            false => middle(there().map(total).collect()),
        }
    }

    /// The median of the points of those who gave anything in a round; 0 if nobody did. Of an even number, the mean of the
    /// middle two, rounded down.
    fn median(&self, round: usize) -> u32 {
        let Some(table) = self.rounds.get(round).map(|round| round.table.game()) else {
            return 0;
        };
        let players = self.players.iter().filter(|(seat, _)| table.played(**seat));
        let earned = players.filter_map(|(_, player)| player.earned.get(round));
        middle(
            earned
                .filter(|earned| !earned.median)
                .map(|earned| earned.points)
                .collect(),
        )
    }

    pub(super) fn drop_seats(&mut self, seats: &[SeatId]) {
        for seat in seats {
            self.players.remove(seat);
            self.baseline.remove(seat);
            self.rounds
                .iter_mut()
                .for_each(|round| round.table.game_mut().forget(*seat));
            self.gift.iter_mut().for_each(|gift| gift.forget(*seat));
        }
        self.leader = self.leader.filter(|leader| !seats.contains(leader));
    }
}

fn middle(mut values: Vec<u32>) -> u32 {
    values.sort_unstable();
    let half = values.len() / 2;
    match values.len() {
        0 => 0,
        n if n % 2 == 1 => values[half],
        _ => (values[half - 1] + values[half]) / 2,
    }
}

#[cfg(test)]
mod tests {
    use super::middle;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(middle(vec![]), 0);
        assert_eq!(middle(vec![7]), 7);
        assert_eq!(middle(vec![900, 100, 200]), 200);
        assert_eq!(middle(vec![100, 205, 0, 900]), 152);
    }
}
