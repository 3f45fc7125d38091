//! Superlatives at the end, one of each kind at most. Where several share a feat, it goes to the one with the fewest awards so
//! far, and among those to the one lowest on the board, so that more people are named than the three on the podium.

use super::Arena;
use super::board::ranked;
use super::wire::{Award, AwardKind, PodiumMsg};
use crate::id::SeatId;
use std::collections::BTreeMap;

/// In the order in which they are shown.
const KINDS: [AwardKind; 6] = [
    AwardKind::FastestThumb,
    AwardKind::SharpestMind,
    AwardKind::QuickestAnswer,
    AwardKind::PuzzleMaster,
    AwardKind::Climber,
    AwardKind::GiftCatcher,
];

impl Arena {
    pub(super) fn podium(&self) -> PodiumMsg {
        let mut awards: Vec<Award> = Vec::new();
        for kind in KINDS {
            let award = self.winner(kind, &awards);
            awards.extend(award);
        }
        PodiumMsg { awards }
    }

    fn winner(&self, kind: AwardKind, given: &[Award]) -> Option<Award> {
        let feats = self.feats(kind);
        let values = feats.values().copied();
        let best = if least_wins(kind) { values.min() } else { values.max() }?;
        let mut places: Vec<SeatId> = ranked(&self.totals()).into_iter().map(|(seat, ..)| seat).collect();
        places.reverse();
        let sharing = places.into_iter().filter(|seat| feats.get(seat) == Some(&best));
        let winner = sharing.min_by_key(|seat| given.iter().filter(|award| award.player_id == *seat).count())?;
        Some(Award {
            kind,
            player_id: winner,
            value: best,
        })
    }

    /// What each player has to show of a kind; those without anything are not in it.
    fn feats(&self, kind: AwardKind) -> BTreeMap<SeatId, i64> {
        match kind {
            AwardKind::Climber => self.climbs(),
            AwardKind::GiftCatcher => self.all_gifts(),
            _ => self
                .players
                .keys()
                .filter_map(|seat| Some((*seat, self.played_feat(kind, *seat)?)))
                .collect(),
        }
    }

    /// The sum over the levels, or the least where less is better.
    fn played_feat(&self, kind: AwardKind, seat: SeatId) -> Option<i64> {
        let feats = self.rounds.iter().flat_map(|round| round.table.game().feats(seat));
        let values = feats.filter(|(of, _)| *of == kind).map(|(_, value)| value);
        let feat = if least_wins(kind) {
            values.min()
        } else {
            values.reduce(|a, b| a + b)
        };
        feat.filter(|value| *value > 0)
    }

    /// Places climbed from the first board to the last.
    fn climbs(&self) -> BTreeMap<SeatId, i64> {
        let first = |earned: &super::Earned| i64::from(earned.points) + i64::from(earned.gift);
        let totals = self
            .players
            .iter()
            .map(|(seat, player)| (*seat, player.earned.first().map_or(0, first)));
        let started: BTreeMap<SeatId, u32> = ranked(&totals.collect())
            .into_iter()
            .map(|(seat, place, _)| (seat, place))
            .collect();
        let climbed = |(seat, place, _): (SeatId, u32, i64)| {
            let places = i64::from(*started.get(&seat)?) - i64::from(place);
            (places > 0).then_some((seat, places))
        };
        ranked(&self.totals()).into_iter().filter_map(climbed).collect()
    }

    /// Those who caught every gift that fell.
    fn all_gifts(&self) -> BTreeMap<SeatId, i64> {
        let caught = |player: &super::Player| player.earned.iter().filter(|earned| earned.gift > 0).count();
        let all = self
            .players
            .iter()
            .filter(|(_, player)| self.fallen > 0 && caught(player) == self.fallen);
        all.map(|(seat, _)| (*seat, self.fallen as i64)).collect()
    }
}

fn least_wins(kind: AwardKind) -> bool {
    matches!(kind, AwardKind::QuickestAnswer | AwardKind::PuzzleMaster)
}
