//! What follows by itself: seats that come and go, deadlines, everyone being done, a new leader, the moments of the show. One
//! event at a time, the most pressing first; the party asks again until there is none.

use super::{Arena, Event, Phase};
use crate::game::{Ctx, LAG_CAP_MS};
use crate::id::{PartyMs, SeatId};

impl Arena {
    pub(super) fn next_event(&self, ctx: &Ctx) -> Option<Event> {
        self.seats_changed(ctx)
            .or_else(|| self.new_leader().map(|seat| Event::Led { seat }))
            .or_else(|| self.gift_falls(ctx.now))
            .or_else(|| self.gift_over(ctx.now))
            .or_else(|| self.phase_over(ctx))
            .or_else(|| self.cue_due(ctx.now))
    }

    pub(super) fn next_moment(&self) -> Option<PartyMs> {
        let gift = self.gift.as_ref().and_then(|gift| gift.ends());
        let cue = self.cues.first().map(|(at, _)| *at);
        [self.phase_ends(), self.gift_due, gift, cue]
            .into_iter()
            .flatten()
            .min()
    }

    fn phase_ends(&self) -> Option<PartyMs> {
        match self.phase {
            Phase::Opening(since) => Some(since),
            Phase::Intro(timer) | Phase::Board(timer) => Some(timer.deadline),
            Phase::Play => Some(self.scene_ends()),
            Phase::Podium => None,
        }
    }

    /// While something is asked, what was under way at the deadline may still come in.
    fn scene_ends(&self) -> PartyMs {
        let lag = if self.table().asks() { LAG_CAP_MS } else { 0 };
        self.table().timer().deadline.plus(lag)
    }

    fn gift_falls(&self, now: PartyMs) -> Option<Event> {
        (now >= self.gift_due?).then_some(Event::GiftFell {})
    }

    fn gift_over(&self, now: PartyMs) -> Option<Event> {
        let ends = self.gift.as_ref().and_then(|gift| gift.ends())?;
        (now >= ends).then_some(Event::GiftEnded {})
    }

    fn phase_over(&self, ctx: &Ctx) -> Option<Event> {
        let over = ctx.now >= self.phase_ends()? || (self.phase == Phase::Play && self.all_done(ctx));
        over.then(|| self.next_phase(ctx)).flatten()
    }

    /// Everyone who plays this level and is connected has given all that the scene asks for. With nobody there the deadline
    /// decides.
    fn all_done(&self, ctx: &Ctx) -> bool {
        let here = |seat| self.players.get(seat).is_some_and(|player| player.in_level);
        let mut here = ctx.present.iter().filter(|seat| here(seat)).peekable();
        self.table().asks() && here.peek().is_some() && here.all(|seat| self.table().done(*seat))
    }

    fn cue_due(&self, now: PartyMs) -> Option<Event> {
        let (at, cue) = self.cues.first()?;
        (now >= *at).then_some(Event::Cued { cue: *cue })
    }

    /// What comes after the present phase, or within play after the present scene; nothing after the podium.
    pub(super) fn next_phase(&self, ctx: &Ctx) -> Option<Event> {
        Some(match self.phase {
            Phase::Opening(_) => Event::Announced {},
            Phase::Intro(_) => Event::Started {},
            Phase::Play if self.table().last_scene() => Event::Closed {
                gift: self.gift_follows(),
                away: self.away(ctx),
            },
            Phase::Play => Event::Turned {},
            Phase::Board(_) if self.last_round() => Event::Finished {},
            Phase::Board(_) => Event::Announced {},
            Phase::Podium => return None,
        })
    }

    /// Who plays this level and is not connected.
    fn away(&self, ctx: &Ctx) -> Vec<SeatId> {
        let playing = self.players.iter().filter(|(_, player)| player.in_level);
        let seats = playing.map(|(seat, _)| *seat);
        seats.filter(|seat| !ctx.present.contains(seat)).collect()
    }

    /// The way to the podium from here. A level that is being played closes with the points there are; an open question
    /// closes first, so that what was answered counts.
    pub(super) fn shortest_end(&self, ctx: &Ctx) -> Option<Vec<Event>> {
        let closed = || Event::Closed {
            gift: false,
            away: self.away(ctx),
        };
        match self.phase {
            Phase::Podium => None,
            Phase::Play if self.table().asks() && !self.table().last_scene() => {
                Some(vec![Event::Turned {}, closed(), Event::Finished {}])
            }
            Phase::Play => Some(vec![closed(), Event::Finished {}]),
            _ => Some(vec![Event::Finished {}]),
        }
    }
}
