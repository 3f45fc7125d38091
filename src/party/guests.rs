//! Seats: who takes one, comes back to it, changes its name, leaves it.

use super::core::{Core, wall_clock};
use super::draft::{Happening, Out};
use super::journal::Event;
use super::{avatar, name};
use crate::game::{Cue, Refusal, Viewer};
use crate::id::{Device, SeatId, Token, TokenHash};
use crate::protocol::*;
use tokio::time::Instant;

/// Characters of what a guest tells the host.
const LONGEST_FEEDBACK: usize = 500;
/// A guest tells the host so many things in an evening.
const MOST_FEEDBACK: u8 = 20;
/// So many things are told to the host of a party in all: seats can be left and taken again.
const MOST_FEEDBACK_IN_ALL: u32 = 5_000;

impl Core {
    /// Gives a guest a seat, or the seat that the same phone has already.
    pub(super) fn join(&mut self, request: &JoinRequest, now: Instant) -> Result<Box<JoinAnswer>, Refusal> {
        self.still_open()?;
        let typed = name::normalise(&request.name)?;
        let device = Device::of(request.device_uuid.as_deref()).ok_or(Refusal::DeviceInvalid)?;
        let token = Token::draw();
        let seat = match self.party.seat_of_device(&device.hash()) {
            Some(seat) => self.come_back(seat, &typed, request, &token, now)?,
            None => self.sit_down(&typed, request, &token, device.hash(), now)?,
        };
        self.draft.marks.room = true;
        self.draft.marks.players.insert(seat);
        self.settle(now);
        Ok(Box::new(JoinAnswer {
            player_id: seat,
            token: token.reveal().to_owned(),
            device_uuid: device.reveal(),
            player: self.player(seat, &self.party.seats[&seat]),
            state: self.state(Viewer::Player(seat), now),
        }))
    }

    pub(super) fn sit_down(
        &mut self,
        typed: &str,
        request: &JoinRequest,
        token: &Token,
        device: TokenHash,
        now: Instant,
    ) -> Result<SeatId, Refusal> {
        if self.party.live.len() >= self.party.max_players as usize {
            return Err(Refusal::PartyFull);
        }
        let avatar = avatar::choose(request.avatar.as_deref(), |animal| self.party.roll.with_animal(animal))?;
        if !self.crowd.admit(now) {
            return Err(Refusal::JoinCrowd);
        }
        let name = self.unique(typed, None);
        let seat = SeatId(self.party.seats.len() as u32 + 1);
        let color = ((seat.0 - 1) % avatar::COLORS) as u8;
        let (token, wall) = (token.hash(), wall_clock());
        self.happen(
            Event::Joined {
                seat,
                name: name.clone(),
                avatar,
                color,
                token,
                device,
                wall,
            },
            now,
        );
        self.sound_cue(Cue::Join);
        self.report(Happening::Joined {
            name,
            players: self.party.live.len(),
        });
        Ok(seat)
    }

    pub(super) fn come_back(
        &mut self,
        seat: SeatId,
        typed: &str,
        request: &JoinRequest,
        token: &Token,
        now: Instant,
    ) -> Result<SeatId, Refusal> {
        self.rename(seat, typed, request.avatar.as_deref(), now)?;
        self.happen(
            Event::Returned {
                seat,
                token: token.hash(),
            },
            now,
        );
        Ok(seat)
    }

    pub(super) fn rename(
        &mut self,
        seat: SeatId,
        typed: &str,
        animal: Option<&str>,
        now: Instant,
    ) -> Result<(), Refusal> {
        let present = &self.party.seats[&seat];
        let avatar = avatar::choose(Some(animal.unwrap_or(&present.avatar)), |_| 0)?;
        let name = self.unique(typed, Some(seat));
        if name != present.name || avatar != present.avatar {
            self.happen(Event::Renamed { seat, name, avatar }, now);
            self.draft.marks.board = true;
        }
        self.draft.marks.players.insert(seat);
        Ok(())
    }

    /// A player takes another name.
    pub(super) fn rename_to(
        &mut self,
        seat: SeatId,
        typed: &str,
        animal: Option<&str>,
        now: Instant,
    ) -> Result<(), Refusal> {
        self.rename(seat, &name::normalise(typed)?, animal, now)
    }

    pub(super) fn unique(&self, typed: &str, own: Option<SeatId>) -> String {
        let own = own.filter(|seat| self.party.live.contains(seat));
        let own = own.map(|seat| self.party.seats[&seat].name.to_lowercase());
        let by_itself = |lower: &str| u32::from(own.as_deref() == Some(lower));
        name::make_unique(typed, |lower| self.party.roll.named(lower) > by_itself(lower))
    }

    /// A player is ready, or not yet.
    pub(super) fn confirm(&mut self, seat: SeatId, ready: bool, now: Instant) {
        self.happen(Event::Confirmed { seat, ready }, now);
        self.presence_changed(seat);
    }

    /// A player tells the host something.
    pub(super) fn hear(&mut self, seat: SeatId, stars: u8, text: &str, now: Instant) -> Result<(), Refusal> {
        let text = name::tidy(text);
        if !(1..=5).contains(&stars) || text.chars().count() > LONGEST_FEEDBACK {
            return Err(Refusal::FeedbackInvalid);
        }
        if self.party.seats[&seat].told >= MOST_FEEDBACK || self.party.told >= MOST_FEEDBACK_IN_ALL {
            return Err(Refusal::FeedbackEnough);
        }
        let wall = wall_clock();
        self.happen(
            Event::Told {
                seat,
                stars,
                text,
                wall,
            },
            now,
        );
        Ok(())
    }

    /// A player leaves.
    pub(super) fn leave(&mut self, seat: SeatId, now: Instant) {
        self.unseat(seat, now);
    }

    /// Removes a player at the host's wish.
    pub(super) fn remove(&mut self, seat: SeatId, now: Instant) -> Result<(), Refusal> {
        if !self.party.live.contains(&seat) {
            return Err(Refusal::PlayerUnknown);
        }
        self.unseat(seat, now);
        Ok(())
    }

    pub(super) fn unseat(&mut self, seat: SeatId, now: Instant) {
        let name = self.party.seats[&seat].name.clone();
        self.happen(Event::Removed { seat }, now);
        self.draft.marks.players.insert(seat);
        self.draft.marks.room = true;
        self.report(Happening::Left {
            name,
            players: self.party.live.len(),
        });
        if let Some(conn) = self.of_seat.get(&seat).copied() {
            self.drop_socket(conn, now);
            self.draft.last.push(Out::Close(conn, CloseCode::Removed));
        }
    }
}
