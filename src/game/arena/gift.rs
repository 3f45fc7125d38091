//! The gift that falls onto every phone while the board stands after green and yellow: whoever catches it in time gets its
//! points, once. After yellow it is worth twice as much to the last third, as a comeback: enough to keep them in, and capped, so
//! that nobody wins by it (streak bonuses without a cap decide a game before its end).

use super::board::ranked;
use super::wire::{GiftMsg, Level};
use super::{Arena, Phase};
use crate::game::{Ctx, LAG_CAP_MS, Refusal, Timer};
use crate::id::{PartyMs, SeatId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// So long a gift can be caught, if the board stands that long. Milliseconds.
const GIFT_MS: i64 = 6_000;

/// In the middle of the board's time: before it the board is read, after it what the gift has changed. It is gone before the board
/// is, so that a catch under way at its deadline still finds the board standing.
pub(super) fn falls_at(board: Timer) -> PartyMs {
    let spare = board.deadline.since(board.opened) - GIFT_MS - LAG_CAP_MS;
    board.opened.plus(spare.max(0) / 2)
}

/// A gift that has fallen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Gift {
    open: bool,
    deadline: PartyMs,
    worth: u32,
    /// What it is worth to the favoured.
    comeback: u32,
    /// The last third when it fell.
    favoured: BTreeSet<SeatId>,
    caught: BTreeMap<SeatId, u32>,
}

impl Gift {
    /// What it would be worth to this seat.
    fn worth_to(&self, seat: SeatId) -> u32 {
        if self.favoured.contains(&seat) {
            self.comeback
        } else {
            self.worth
        }
    }

    /// What it was worth to this seat, if it was caught.
    pub fn caught_by(&self, seat: SeatId) -> Option<u32> {
        self.caught.get(&seat).copied()
    }

    pub fn forget(&mut self, seat: SeatId) {
        self.favoured.remove(&seat);
        self.caught.remove(&seat);
    }

    pub fn message(&self) -> GiftMsg {
        GiftMsg {
            open: self.open,
            deadline: self.deadline,
            worth: self.worth,
            comeback: self.comeback,
            caught: self.caught.len() as u32,
        }
    }

    /// When it is gone: what was under way at the deadline may still come in.
    pub fn ends(&self) -> Option<PartyMs> {
        self.open.then(|| self.deadline.plus(LAG_CAP_MS))
    }
}

impl Arena {
    /// Does a gift fall when the present round closes?
    pub(super) fn gift_follows(&self) -> bool {
        self.setup.gift_points > 0 && !self.last_round()
    }

    /// A gift falls onto the board that stands.
    pub(super) fn drop_gift(&mut self, now: PartyMs) {
        let Phase::Board(board) = self.phase else { return };
        let favoured = if self.level() == Level::Yellow {
            self.last_third()
        } else {
            BTreeSet::new()
        };
        let worth = self.setup.gift_points;
        self.gift = Some(Gift {
            open: true,
            deadline: now.plus(GIFT_MS).min(board.deadline.plus(-LAG_CAP_MS)),
            worth,
            comeback: if favoured.is_empty() { worth } else { worth * 2 },
            favoured,
            caught: BTreeMap::new(),
        });
        self.gift_due = None;
        self.fallen += 1;
    }

    /// Those behind two thirds of the board; a tie across that line is not behind it.
    fn last_third(&self) -> BTreeSet<SeatId> {
        let lines = ranked(&self.totals());
        let ahead = (lines.len() - lines.len() / 3) as u32;
        lines
            .into_iter()
            .filter(|(_, place, _)| *place > ahead)
            .map(|(seat, ..)| seat)
            .collect()
    }

    /// What a catch is worth, or why it is none.
    pub(super) fn judge_catch(&self, seat: SeatId, ctx: &Ctx) -> Result<u32, Refusal> {
        let gift = self.gift.as_ref().filter(|_| matches!(self.phase, Phase::Board(_)));
        let gift = gift.filter(|_| !self.last_round() && self.gift_due.is_none());
        let gift = gift.ok_or(Refusal::NoGift)?;
        if !self.players.contains_key(&seat) {
            return Err(Refusal::PlayerUnknown);
        }
        if gift.caught.contains_key(&seat) {
            return Err(Refusal::AlreadyGiven);
        }
        if !gift.open || ctx.at > gift.deadline {
            return Err(Refusal::TooLate);
        }
        Ok(gift.worth_to(seat))
    }

    pub(super) fn catch(&mut self, seat: SeatId) {
        let Some(gift) = &mut self.gift else { return };
        let Some(earned) = self.players.get_mut(&seat).and_then(|player| player.earned.last_mut()) else {
            return;
        };
        earned.gift = gift.worth_to(seat);
        gift.caught.insert(seat, earned.gift);
    }

    pub(super) fn end_gift(&mut self) {
        if let Some(gift) = &mut self.gift {
            gift.open = false;
        }
    }
}
