//! Who may do what. A move is turned into an event or refused, and a refusal changes nothing.

use super::board::Cell;
use super::template::{FREE, Template};
use super::wire::{Area, Move, Pace, Place, Status, Words};
use super::{Canvas, Event, MINUTE_MS, Painter};
use crate::game::Refusal;
use crate::id::{PartyMs, SeatId};

const MOST_AREAS: usize = 64;

impl Canvas {
    pub(super) fn judge_player(&self, seat: SeatId, mv: Move, now: PartyMs) -> Result<Event, Refusal> {
        if self.over() {
            return Err(Refusal::SessionNotActive);
        }
        match mv {
            Move::Place(place) => self.judge_place(seat, place, now),
            Move::Undo {} => self.judge_undo(seat, now),
            Move::Queue {} => self.judge_queue(seat),
            _ => Err(Refusal::HostOnly),
        }
    }

    fn judge_place(&self, seat: SeatId, place: Place, now: PartyMs) -> Result<Event, Refusal> {
        let painter = self.painter(seat)?;
        if painter.barred {
            return Err(Refusal::CanvasBarred);
        }
        if self.room.status(seat) != Status::Playing {
            return Err(Refusal::CanvasNotPlaying);
        }
        if place.epoch != self.board.edition().epoch {
            return Err(Refusal::CanvasEpoch);
        }
        let cell = self.board.cell(place.x, place.y).ok_or(Refusal::CanvasOutside)?;
        let colour = self.judge_colour(painter, place.color)?;
        if self.protected.iter().any(|area| area.has((place.x, place.y))) {
            return Err(Refusal::CanvasProtected);
        }
        self.judge_pace(painter, now)?;
        Ok(Event::Placed { seat, cell, colour })
    }

    fn judge_colour(&self, painter: &Painter, colour: u16) -> Result<u8, Refusal> {
        let known = u8::try_from(colour)
            .ok()
            .filter(|colour| usize::from(*colour) < self.rules.palette.len());
        let colour = known.ok_or(Refusal::CanvasColourUnknown)?;
        match painter.team {
            Some(team) if super::war::team_of(colour) != Some(team.into()) => Err(Refusal::CanvasNotYourColour),
            _ => Ok(colour),
        }
    }

    fn judge_pace(&self, painter: &Painter, now: PartyMs) -> Result<(), Refusal> {
        let cooldown = painter.next_at.since(now);
        if cooldown > 0 {
            return Err(Refusal::CanvasCooldown { retry_ms: cooldown });
        }
        match self.ready_at(painter).since(now) {
            retry_ms @ 1.. => Err(Refusal::CanvasRate { retry_ms }),
            _ => Ok(()),
        }
    }

    /// When a player may paint again, by the cooldown and by the limit of a minute.
    pub(super) fn ready_at(&self, painter: &Painter) -> PartyMs {
        let most = self.rules.per_minute as usize;
        let over = painter.recent.len().checked_sub(most).filter(|_| most > 0);
        let full = over.and_then(|over| painter.recent.get(over));
        full.map_or(painter.next_at, |first| painter.next_at.max(first.plus(MINUTE_MS)))
    }

    fn judge_undo(&self, seat: SeatId, now: PartyMs) -> Result<Event, Refusal> {
        let undo = self.painter(seat)?.undo.filter(|undo| undo.until.since(now) >= 0);
        let undo = undo.ok_or(Refusal::CanvasNothingToUndo)?;
        let own = self.board.painter(undo.cell) == Some(seat) && self.board.colour(undo.cell) == undo.placed;
        match own && self.room.status(seat) == Status::Playing && !self.is_protected(undo.cell) {
            true => Ok(Event::Undone {
                seat,
                cell: undo.cell,
                colour: undo.before,
                before: undo.whose,
            }),
            false => Err(Refusal::CanvasNothingToUndo),
        }
    }

    fn is_protected(&self, cell: Cell) -> bool {
        let place = self.board.place(cell);
        self.protected.iter().any(|area| area.has(place))
    }

    fn judge_queue(&self, seat: SeatId) -> Result<Event, Refusal> {
        self.painter(seat)?;
        match self.room.status(seat) {
            Status::Afk => Ok(Event::Queued { seat }),
            Status::Queue | Status::Playing => Err(Refusal::CanvasAlreadyIn),
        }
    }

    pub(super) fn judge_host(&self, mv: Move, now: PartyMs) -> Result<Event, Refusal> {
        match mv {
            Move::Place(_) | Move::Undo {} | Move::Queue {} => Err(Refusal::PlayerOnly),
            _ if self.over() => Err(Refusal::SessionNotActive),
            Move::Protect { area } => self.judge_protect(area),
            Move::Unprotect { area } if self.protected.contains(&area) => Ok(Event::Unprotected { area }),
            Move::Unprotect { .. } => Err(Refusal::CanvasAreaInvalid),
            Move::Bar { player_id, barred } => {
                let known = self.painters.contains_key(&player_id);
                let seat = known.then_some(player_id).ok_or(Refusal::PlayerUnknown)?;
                Ok(Event::Barred { seat, barred })
            }
            Move::Clear {} => Ok(Event::Cleared {}),
            Move::Unclear {} => {
                let kept = self.kept.as_ref().filter(|kept| kept.until.since(now) >= 0);
                kept.map(|_| Event::Uncleared {}).ok_or(Refusal::CanvasNothingKept)
            }
            Move::Paint { epoch, items } => {
                self.judge_items(epoch, &items)?;
                Ok(Event::Painted { items: items.0 })
            }
            Move::Rollback {
                epoch,
                by,
                items,
                owners,
                found,
            } => {
                self.judge_items(epoch, &items)?;
                if items.0.len() != owners.0.len() || items.0.len() != found.0.len() {
                    return Err(Refusal::CanvasOutside);
                }
                let (items, owners) = self.still_so(items.0, owners.0, &found.0);
                Ok(Event::RolledBack { by, items, owners })
            }
            Move::Template { template } => self.judge_template(template),
            Move::Untemplate {} => Ok(Event::Untemplated {}),
            Move::Pace(pace) => self.judge_new_pace(pace),
            Move::Finish {} => Ok(Event::Finished {}),
        }
    }

    fn judge_protect(&self, area: Area) -> Result<Event, Refusal> {
        if !self.board.holds(area) || self.protected.contains(&area) {
            return Err(Refusal::CanvasAreaInvalid);
        }
        match self.protected.len() < MOST_AREAS {
            true => Ok(Event::Protected { area }),
            false => Err(Refusal::CanvasAreasFull),
        }
    }

    fn judge_items(&self, epoch: u32, items: &Words) -> Result<(), Refusal> {
        if epoch != self.board.edition().epoch {
            return Err(Refusal::CanvasEpoch);
        }
        for (cell, colour) in items.0.iter().map(|item| super::board::parts(*item)) {
            if cell as usize >= self.board.cells().len() {
                return Err(Refusal::CanvasOutside);
            }
            if usize::from(colour) >= self.rules.palette.len() {
                return Err(Refusal::CanvasColourUnknown);
            }
        }
        Ok(())
    }

    /// Those cells that are whose they were found to be.
    fn still_so(&self, items: Vec<u32>, owners: Vec<u32>, found: &[u32]) -> (Vec<u32>, Vec<u32>) {
        let whose = |item: u32| {
            let (cell, _) = super::board::parts(item);
            self.board.painter(cell).map_or(0, |seat| seat.0)
        };
        let all = items.into_iter().zip(owners).zip(found);
        all.filter(|((item, _), found)| whose(*item) == **found)
            .map(|(back, _)| back)
            .unzip()
    }

    fn judge_template(&self, template: Template) -> Result<Event, Refusal> {
        if !self.board.holds(template.area) {
            return Err(Refusal::CanvasAreaInvalid);
        }
        let cells = template.cells().ok_or(Refusal::CanvasAreaInvalid)?;
        let known = |cell: &u16| *cell == FREE || usize::from(*cell) < self.rules.palette.len();
        match cells.iter().all(known) {
            true => Ok(Event::Templated { template }),
            false => Err(Refusal::CanvasColourUnknown),
        }
    }

    /// Pace and room may change while it runs; what would lose pixels may not.
    fn judge_new_pace(&self, pace: Pace) -> Result<Event, Refusal> {
        let rules = &self.rules;
        let other = pace.width.is_some_and(|width| width != rules.width)
            || pace.height.is_some_and(|height| height != rules.height)
            || pace.teams.is_some_and(|teams| teams != rules.teams)
            || pace.palette.is_some_and(|palette| palette != rules.palette);
        if other {
            return Err(Refusal::CanvasWouldLosePixels);
        }
        let wished = super::Setup {
            cooldown_ms: Some(pace.cooldown_ms.unwrap_or(rules.cooldown_ms)),
            per_minute: Some(pace.per_minute.unwrap_or(rules.per_minute)),
            slots: Some(pace.slots.unwrap_or(rules.slots)),
            ..super::Setup::default()
        };
        let wished = wished.rules()?;
        Ok(Event::Paced {
            cooldown_ms: wished.cooldown_ms,
            per_minute: wished.per_minute,
            slots: wished.slots,
        })
    }
}
