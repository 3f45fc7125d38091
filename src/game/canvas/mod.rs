//! The canvas: a pixel board that the whole room paints. Pixel Battle, and Pixel Wars in teams. Whoever plays places a pixel after
//! each cooldown; who does nothing for two minutes goes AFK, and comes back through the queue.

mod album;
mod board;
mod bodies;
mod drafts;
mod gallery;
mod hindsight;
mod judge;
mod packed;
mod past;
mod room;
mod routes;
mod setup;
mod tell;
mod template;
mod war;
pub mod wire;

#[cfg(test)]
mod tests;

pub use setup::Setup;

use super::{
    By, Ctx, Deck, Edition, Gallery, Game, Library, Music, Outcome, Placed, PlayerStatus, Refusal, Route, Stage,
    Standing, Tell, Timer, Unreadable, Viewer,
};
use crate::id::{PartyMs, SeatId};
use board::{Board, Cell};
use rand::RngExt;
use room::Room;
use serde::{Deserialize, Serialize};
use setup::Rules;
use std::collections::BTreeMap;
use std::sync::Arc;
use template::Template;
use war::War;
use wire::{Area, Filter, Move, Msg, PlaceAnswer, Status};

/// Who does nothing for so long goes AFK.
const IDLE_MS: i64 = 120_000;
/// A placement can be undone for so long.
const UNDO_MS: i64 = 5_000;
/// A clear can be taken back for so long.
const KEPT_MS: i64 = 600_000;
const MINUTE_MS: i64 = 60_000;
/// So many who left are remembered.
const MOST_GONE: usize = 4_096;

/// What happened. Private; the journal keeps it as `packed` says.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A player placed a pixel.
    Placed { seat: SeatId, cell: Cell, colour: u8 },
    /// A player took the last placement back: the cell has its earlier colour again, and is whose it was before.
    Undone {
        seat: SeatId,
        cell: Cell,
        colour: u8,
        #[serde(default)]
        before: Option<SeatId>,
    },
    /// The host painted these: an import.
    Painted { items: Vec<u32> },
    /// The host took placements back: these cells are as if they had never been. `owners` says whose each is again, 0 nobody's.
    RolledBack {
        by: Filter,
        items: Vec<u32>,
        owners: Vec<u32>,
    },
    /// Guests came: each with a team, if there are teams. Those who are there when it starts wait for a place at once.
    /// `earlier` says which of them have been here before, and in which seats.
    Entered {
        seats: Vec<(SeatId, Option<u8>)>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        earlier: Vec<(SeatId, SeatId)>,
    },
    /// Guests left the party.
    Dropped { seats: Vec<SeatId> },
    /// A player pressed Play.
    Queued { seat: SeatId },
    /// There was room for these.
    Admitted { seats: Vec<SeatId> },
    /// These have done nothing for two minutes.
    Idled { seats: Vec<SeatId> },
    /// The host protects an area.
    Protected { area: Area },
    /// No longer.
    Unprotected { area: Area },
    /// The host lets a player paint no more, or again.
    Barred { seat: SeatId, barred: bool },
    /// The host cleared the board.
    Cleared {},
    /// The host took the clear back.
    Uncleared {},
    /// The host laid a ghost template.
    Templated { template: Template },
    /// The host took it away.
    Untemplated {},
    /// The host changed the pace or the room.
    Paced {
        cooldown_ms: u32,
        per_minute: u32,
        slots: u32,
    },
    /// It is over.
    Finished {},
}

/// One player.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Painter {
    team: Option<u8>,
    barred: bool,
    placed: u32,
    next_at: PartyMs,
    /// The placements of the last minute, if there is a limit to them.
    recent: Vec<PartyMs>,
    undo: Option<Undo>,
}

/// The last placement, while it can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Undo {
    cell: Cell,
    placed: u8,
    before: u8,
    #[serde(default)]
    whose: Option<SeatId>,
    until: PartyMs,
}

/// A board that was cleared, while that can be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Kept {
    board: Board,
    until: PartyMs,
}

/// A session of the canvas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Canvas {
    rules: Rules,
    board: Board,
    painters: BTreeMap<SeatId, Painter>,
    /// Who left: leaving and joining again mends neither a bar nor a cooldown.
    #[serde(default)]
    gone: BTreeMap<SeatId, Painter>,
    room: Room,
    war: War,
    protected: Vec<Area>,
    template: Option<Template>,
    /// Cells that it asks for: a large one is not counted for each who is greeted.
    #[serde(default)]
    asked: u32,
    templates: u32,
    kept: Option<Kept>,
    opened: PartyMs,
    first_epoch: u32,
    finished_at: Option<PartyMs>,
}

impl Canvas {
    /// When the painting ends, or has ended: the host may end it sooner.
    fn ends_at(&self) -> Option<PartyMs> {
        let planned = || self.rules.length_ms.map(|length| self.opened.plus(length));
        self.finished_at.or_else(planned)
    }

    fn over(&self) -> bool {
        self.finished_at.is_some()
    }

    fn painter(&self, seat: SeatId) -> Result<&Painter, Refusal> {
        self.painters.get(&seat).ok_or(Refusal::CanvasNotPlaying)
    }

    fn answer_to(&self, by: By) -> PlaceAnswer {
        let next_at = match by {
            By::Seat(seat) => self.painters.get(&seat).map(|painter| self.ready_at(painter)),
            By::Host => None,
        };
        PlaceAnswer {
            version: self.board.edition().version,
            next_at: next_at.unwrap_or_default(),
        }
    }

    /// The smaller team, the first of equals.
    fn smallest_team(&self, more: &[(SeatId, Option<u8>)]) -> Option<u8> {
        let size = |team: u8| {
            let of = |other: &Option<u8>| *other == Some(team);
            let entered = more.iter().filter(|(_, other)| of(other)).count();
            self.painters.values().filter(|painter| of(&painter.team)).count() + entered
        };
        (0..self.rules.teams).min_by_key(|team| size(*team))
    }

    fn place(&mut self, seat: SeatId, cell: Cell, colour: u8, now: PartyMs) {
        let (before, whose) = (self.board.colour(cell), self.board.painter(cell));
        self.paint(cell, colour, Some(seat), now);
        self.room.acted(seat, now);
        let rules = &self.rules;
        if let Some(painter) = self.painters.get_mut(&seat) {
            painter.placed += 1;
            painter.next_at = now.plus(rules.cooldown_ms.into());
            if rules.per_minute > 0 {
                painter.recent.retain(|at| now.since(*at) < MINUTE_MS);
                painter.recent.push(now);
            }
            painter.undo = Some(Undo {
                cell,
                placed: colour,
                before,
                whose,
                until: now.plus(UNDO_MS),
            });
        }
    }

    fn undo(&mut self, seat: SeatId, cell: Cell, colour: u8, before: Option<SeatId>, now: PartyMs) {
        self.paint(cell, colour, before, now);
        self.room.acted(seat, now);
        if let Some(painter) = self.painters.get_mut(&seat) {
            painter.placed = painter.placed.saturating_sub(1);
            painter.undo = None;
        }
    }

    fn paint(&mut self, cell: Cell, colour: u8, by: Option<SeatId>, now: PartyMs) {
        let before = self.board.colour(cell);
        self.board.paint(cell, colour, by);
        self.war.change(before, colour, now);
    }

    fn enter(&mut self, seats: &[(SeatId, Option<u8>)], earlier: &[(SeatId, SeatId)]) {
        let earlier: BTreeMap<SeatId, SeatId> = earlier.iter().copied().collect();
        for (seat, team) in seats {
            let before = earlier.get(seat).and_then(|before| self.gone.remove(before));
            let newcomer = || Painter {
                team: *team,
                ..Painter::default()
            };
            self.painters.insert(*seat, before.unwrap_or_else(newcomer));
            self.room.enter(*seat);
        }
    }

    fn leave(&mut self, seats: &[SeatId]) {
        for seat in seats {
            self.room.leave(*seat);
            if let Some(painter) = self.painters.remove(seat) {
                self.gone.insert(*seat, Painter { undo: None, ..painter });
            }
        }
        while self.gone.len() > MOST_GONE {
            self.gone.pop_first();
        }
    }

    fn clear(&mut self, now: PartyMs) {
        let board = self.board.clone();
        self.board.clear();
        self.kept = Some(Kept {
            board,
            until: now.plus(KEPT_MS),
        });
        self.board_changed(now);
    }

    fn unclear(&mut self, now: PartyMs) {
        if let Some(Kept { board, .. }) = self.kept.take() {
            self.board.take_back(board);
        }
        self.board_changed(now);
    }

    /// Nothing of what was painted can be undone: what was below it may be another.
    fn forget_undos(&mut self) {
        for painter in self.painters.values_mut() {
            painter.undo = None;
        }
    }

    /// The teams hold what is there now.
    fn board_changed(&mut self, now: PartyMs) {
        self.forget_undos();
        self.war.count(self.board.cells(), now);
    }

    fn pace(&mut self, cooldown_ms: u32, per_minute: u32, slots: u32, now: PartyMs) {
        // Whoever waits waits no longer than from now on.
        let latest = now.plus(cooldown_ms.into());
        for painter in self.painters.values_mut().chain(self.gone.values_mut()) {
            painter.next_at = painter.next_at.min(latest);
        }
        self.rules.cooldown_ms = cooldown_ms;
        self.rules.per_minute = per_minute;
        self.rules.slots = slots;
    }
}

/// What a rollback comes to: cells, their colours, and whose they are again.
fn returned(items: &[u32], owners: &[u32]) -> impl Iterator<Item = (Cell, u8, Option<SeatId>)> {
    items.iter().zip(owners).map(|(item, owner)| {
        let (cell, colour) = board::parts(*item);
        (cell, colour, (*owner > 0).then_some(SeatId(*owner)))
    })
}

impl Game for Canvas {
    const SLUG: &'static str = "canvas";
    const ROUTES: &'static [Route] = routes::ROUTES;
    const STARTS_EMPTY: bool = true;
    type Setup = Setup;
    type Move = Move;
    type Event = Event;
    type Msg = Msg;

    fn check(setup: &Setup, _: &dyn Library) -> Result<(), Refusal> {
        setup.rules().map(drop)
    }

    fn open(setup: Setup, _: &mut Deck, ctx: &mut Ctx) -> Result<Self, Refusal> {
        let rules = setup.rules()?;
        // Drawn, so that a page that was away cannot take this board for an earlier one.
        let epoch = ctx.rng.random_range(1..1 << 16) << 8;
        let mut canvas = Self {
            board: Board::new(rules.width, rules.height, epoch),
            war: War::new(rules.teams, ctx.now),
            rules,
            painters: BTreeMap::new(),
            gone: BTreeMap::new(),
            room: Room::default(),
            protected: Vec::new(),
            template: None,
            asked: 0,
            templates: 0,
            kept: None,
            opened: ctx.now,
            first_epoch: epoch,
            finished_at: None,
        };
        let seats = canvas.with_teams(ctx.seats.iter().copied());
        canvas.enter(&seats, &[]);
        for seat in ctx.present {
            canvas.room.queue(*seat);
        }
        Ok(canvas)
    }

    fn play(&self, by: By, mv: Move, ctx: &mut Ctx) -> Result<(Vec<Event>, Outcome), Refusal> {
        let event = match by {
            By::Seat(seat) => self.judge_player(seat, mv, ctx.now)?,
            By::Host => self.judge_host(mv, ctx.now)?,
        };
        Ok((vec![event], Outcome::Null))
    }

    fn answer(&self, by: By) -> Outcome {
        serde_json::to_value(self.answer_to(by)).expect("numbers serialise")
    }

    fn answer_text(&self, by: By) -> String {
        serde_json::to_string(&self.answer_to(by)).expect("numbers serialise")
    }

    fn tick(&self, ctx: &mut Ctx) -> Vec<Event> {
        self.next_event(ctx).into_iter().collect()
    }

    fn due(&self) -> Option<PartyMs> {
        if self.over() {
            return None;
        }
        [self.ends_at(), self.room.due()].into_iter().flatten().min()
    }

    fn apply(&mut self, event: &Event, now: PartyMs) {
        match event {
            Event::Placed { seat, cell, colour } => self.place(*seat, *cell, *colour, now),
            Event::Undone {
                seat,
                cell,
                colour,
                before,
            } => self.undo(*seat, *cell, *colour, *before, now),
            Event::Painted { items } => {
                for (cell, colour) in items.iter().map(|item| board::parts(*item)) {
                    self.paint(cell, colour, None, now);
                }
            }
            Event::RolledBack { items, owners, .. } => {
                for (cell, colour, owner) in returned(items, owners) {
                    self.paint(cell, colour, owner, now);
                }
                self.forget_undos();
            }
            Event::Entered { seats, earlier } => self.enter(seats, earlier),
            Event::Dropped { seats } => self.leave(seats),
            Event::Queued { seat } => self.room.queue(*seat),
            Event::Admitted { seats } => self.room.admit(seats, now),
            Event::Idled { seats } => self.room.idle(seats),
            Event::Protected { area } => self.protected.push(*area),
            Event::Unprotected { area } => self.protected.retain(|other| other != area),
            Event::Barred { seat, barred } => {
                if let Some(painter) = self.painters.get_mut(seat) {
                    painter.barred = *barred;
                }
            }
            Event::Cleared {} => self.clear(now),
            Event::Uncleared {} => self.unclear(now),
            Event::Templated { template } => {
                self.templates += 1;
                self.asked = template.asked();
                self.template = Some(template.clone());
            }
            Event::Untemplated {} => self.template = None,
            Event::Paced {
                cooldown_ms,
                per_minute,
                slots,
            } => self.pace(*cooldown_ms, *per_minute, *slots, now),
            Event::Finished {} => {
                self.war.settle(now);
                self.finished_at = Some(now);
            }
        }
    }

    fn pack(events: &[Event]) -> Vec<u8> {
        packed::pack(events)
    }

    fn unpack(by: Option<By>, packed: &[u8]) -> Result<Vec<Event>, Unreadable> {
        packed::unpack(by, packed)
    }

    /// A day has a million placements: none of them takes memory.
    fn replay(&mut self, by: Option<By>, packed: &[u8], now: PartyMs) -> Result<(), Unreadable> {
        if let Some(placed) = packed::placed(by, packed) {
            self.apply(&placed, now);
            return Ok(());
        }
        for event in packed::unpack(by, packed)? {
            self.apply(&event, now);
        }
        Ok(())
    }

    fn tell(&self, event: &Event, out: &mut Tell<Msg>) {
        self.tell_of(event, out);
    }

    fn greet(&self, viewer: Viewer) -> Vec<Msg> {
        self.topics_for(viewer)
    }

    fn stage(&self) -> Stage {
        let timer = self.ends_at().map(|deadline| Timer {
            opened: self.opened,
            deadline,
        });
        Stage {
            round: 1,
            phase: if self.over() { "finale" } else { "play" }.to_owned(),
            timer: timer.filter(|_| !self.over()),
        }
    }

    fn music(&self) -> Music {
        match self.over() {
            true => Music::Finale,
            false if self.rules.teams > 0 => Music::Chase,
            false => Music::Calm,
        }
    }

    fn standing(&self, seat: SeatId) -> Option<Standing> {
        let painter = self.painters.get(&seat)?;
        let status = self.room.status(seat);
        Some(Standing {
            status: match (self.over(), status) {
                (true, _) => PlayerStatus::Done,
                (false, Status::Playing) => PlayerStatus::Playing,
                (false, Status::Afk | Status::Queue) => PlayerStatus::Ready,
            },
            current_level: (!self.over()).then(|| status.name().to_owned()),
            score: if self.over() { painter.placed.into() } else { 0 },
            progress: if self.over() { 1.0 } else { 0.0 },
        })
    }

    fn board(&self) -> Vec<Placed> {
        let mut order: Vec<(u32, SeatId)> = self
            .painters
            .iter()
            .map(|(seat, painter)| (painter.placed, *seat))
            .collect();
        order.sort_by_key(|(placed, seat)| (std::cmp::Reverse(*placed), *seat));
        let mut place = 0;
        let mut before = None;
        let lines = order.into_iter().zip(1..).map(|((placed, seat), number)| {
            if before != Some(placed) {
                place = number;
                before = Some(placed);
            }
            Placed {
                seat,
                place,
                score: placed.into(),
                gained: 0,
                moved: 0,
            }
        });
        lines.collect()
    }

    fn finished(&self) -> bool {
        self.over()
    }

    fn edition(&self) -> Option<Edition> {
        Some(self.board.edition())
    }

    fn gallery(&self) -> Option<Arc<dyn Gallery>> {
        Some(Arc::new(gallery::Hall::new(self)))
    }

    fn notice(&self) -> serde_json::Value {
        serde_json::to_value(self.notice_of()).expect("boards serialise")
    }

    fn away(&self, seat: SeatId) -> bool {
        !self.over() && self.painters.contains_key(&seat) && self.room.status(seat) == Status::Afk
    }

    fn follows_board(&self, viewer: Viewer) -> bool {
        self.over() || !matches!(viewer, Viewer::Player(_))
    }

    fn waits_for_guests(&self) -> bool {
        false
    }
}
