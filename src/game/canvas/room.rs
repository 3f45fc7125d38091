//! Who plays, who waits, who is away: AFK → queue → playing → AFK, and no other way. A player whose socket is lost keeps the place
//! until the two minutes are over (the stage shows it asleep). One deadline, that of the next who idles, is all the timing there is.

use super::wire::Status;
use super::{Canvas, Event, IDLE_MS};
use crate::defect::{Defect, planted};
use crate::game::Ctx;
use crate::id::{PartyMs, SeatId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// While the sockets are sent more than this, bytes a second, nobody is let in: a home router's Wi-Fi carries three times as much.
const MOST_LOAD: u64 = 8_000_000;

impl Status {
    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Afk => "afk",
            Self::Queue => "queue",
            Self::Playing => "playing",
        }
    }
}

/// The room. Whoever is in none of the lists is AFK.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Room {
    queue: VecDeque<SeatId>,
    /// Who plays, and since when without doing anything.
    playing: BTreeMap<SeatId, PartyMs>,
    /// The same by time: the first is the next to idle.
    by_time: BTreeSet<(PartyMs, SeatId)>,
}

impl Room {
    /// Where a seat stands.
    pub fn status(&self, seat: SeatId) -> Status {
        if self.playing.contains_key(&seat) {
            Status::Playing
        } else if self.queue.contains(&seat) {
            Status::Queue
        } else {
            Status::Afk
        }
    }

    /// The place in the queue, from 1.
    pub fn place(&self, seat: SeatId) -> Option<u32> {
        let before = self.queue.iter().position(|other| *other == seat)?;
        Some(before as u32 + 1)
    }

    /// Who waits, in order.
    pub fn waiting(&self) -> impl Iterator<Item = SeatId> {
        self.queue.iter().copied()
    }

    /// How many play.
    pub fn players(&self) -> usize {
        self.playing.len()
    }

    /// How many wait.
    pub fn queued(&self) -> usize {
        self.queue.len()
    }

    /// When a player goes AFK unless it acts.
    pub fn idle_at(&self, seat: SeatId) -> Option<PartyMs> {
        self.playing.get(&seat).map(|since| since.plus(IDLE_MS))
    }

    /// A newcomer is AFK.
    pub fn enter(&mut self, seat: SeatId) {
        self.leave(seat);
    }

    /// Forgets a seat.
    pub fn leave(&mut self, seat: SeatId) {
        self.queue.retain(|other| *other != seat);
        self.stop(seat);
    }

    /// Lets a seat wait for a place.
    pub fn queue(&mut self, seat: SeatId) {
        if self.status(seat) == Status::Afk {
            self.queue.push_back(seat);
        }
    }

    /// Lets those who waited play.
    pub fn admit(&mut self, seats: &[SeatId], now: PartyMs) {
        for seat in seats {
            self.queue.retain(|other| other != seat);
            if planted(Defect::LosesTheQueue) {
                self.queue.pop_back();
            }
            self.start(*seat, now);
        }
    }

    /// Somebody did something.
    pub fn acted(&mut self, seat: SeatId, now: PartyMs) {
        if let Some(since) = self.playing.get_mut(&seat) {
            self.by_time.remove(&(*since, seat));
            *since = now;
            self.by_time.insert((now, seat));
        }
    }

    /// Those who did nothing are AFK.
    pub fn idle(&mut self, seats: &[SeatId]) {
        seats.iter().for_each(|seat| self.stop(*seat));
    }

    /// When the next player idles.
    pub fn due(&self) -> Option<PartyMs> {
        self.by_time.first().map(|(since, _)| since.plus(IDLE_MS))
    }

    fn idlers(&self, now: PartyMs) -> Vec<SeatId> {
        let over = |(since, _): &&(PartyMs, SeatId)| now.since(*since) >= IDLE_MS;
        self.by_time.iter().take_while(over).map(|(_, seat)| *seat).collect()
    }

    fn start(&mut self, seat: SeatId, now: PartyMs) {
        self.playing.insert(seat, now);
        self.by_time.insert((now, seat));
    }

    fn stop(&mut self, seat: SeatId) {
        if let Some(since) = self.playing.remove(&seat) {
            self.by_time.remove(&(since, seat));
        }
    }
}

impl Canvas {
    /// What follows by itself.
    pub(super) fn next_event(&self, ctx: &Ctx) -> Option<Event> {
        // Asked after every placement: a thousand seats are compared faster than looked up.
        let same_seats = self.painters.keys().eq(ctx.seats);
        if !same_seats && let Some(gone) = self.gone(ctx) {
            return Some(gone);
        }
        if self.over() {
            return None;
        }
        if self.ends_at().is_some_and(|end| end <= ctx.now) {
            return Some(Event::Finished {});
        }
        if !same_seats && let Some(new) = self.newcomers(ctx) {
            return Some(new);
        }
        let idle = self.room.idlers(ctx.now);
        if !idle.is_empty() {
            return Some(Event::Idled { seats: idle });
        }
        let seats = self.admissible(ctx);
        (!seats.is_empty()).then_some(Event::Admitted { seats })
    }

    fn gone(&self, ctx: &Ctx) -> Option<Event> {
        let seats: Vec<SeatId> = self
            .painters
            .keys()
            .filter(|seat| !ctx.seats.contains(seat))
            .copied()
            .collect();
        (!seats.is_empty()).then_some(Event::Dropped { seats })
    }

    fn newcomers(&self, ctx: &Ctx) -> Option<Event> {
        let new = ctx.seats.iter().filter(|seat| !self.painters.contains_key(seat));
        let seats = self.with_teams(new.copied());
        let earlier = seats.iter().filter_map(|(seat, _)| {
            // While a party stands still one may leave and join again more than once.
            let mut before = std::iter::successors(ctx.earlier.get(seat), |earlier| ctx.earlier.get(earlier));
            let before = before.find(|before| self.gone.contains_key(before))?;
            Some((*seat, *before))
        });
        let earlier = earlier.collect();
        (!seats.is_empty()).then_some(Event::Entered { seats, earlier })
    }

    /// Those for whom there is room, in the order of the queue. Whose phone is not connected keeps its place and lets others pass.
    fn admissible(&self, ctx: &Ctx) -> Vec<SeatId> {
        let room = (self.rules.slots as usize).saturating_sub(self.room.players());
        let room = if ctx.load < MOST_LOAD { room } else { 0 };
        let present = self.room.waiting().filter(|seat| ctx.present.contains(seat));
        present.take(room).collect()
    }

    pub(super) fn with_teams(&self, seats: impl Iterator<Item = SeatId>) -> Vec<(SeatId, Option<u8>)> {
        let mut entered = Vec::new();
        for seat in seats {
            entered.push((seat, self.smallest_team(&entered)));
        }
        entered
    }
}
