//! Looking back: the session's journal folded again, up to a moment, for those who ask what was where, who painted how much, and what
//! a rollback would come to.

use super::Event;
use super::board::{Board, Cell, item, parts};
use super::packed::{placed, unpack};
use super::wire::Filter;
use crate::game::{By, Journaled, Past, Refusal};
use crate::id::{PartyMs, SeatId};
use std::collections::BTreeMap;

/// One cell changed.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// When.
    pub at: PartyMs,
    /// Who; `None` is the host.
    pub by: Option<SeatId>,
    /// Which cell.
    pub cell: Cell,
    /// Its new colour.
    pub colour: u8,
    /// A placement taken back.
    pub undo: bool,
}

/// A step of the past.
pub enum Step {
    /// A cell changed.
    Stroke(Stroke),
    /// The board was cleared.
    Cleared,
    /// The last clear was taken back.
    Uncleared,
}

/// Reads the past in order, and keeps the board as it was after each step. `see` is shown every step before it is taken.
pub fn look_back(
    past: &dyn Past,
    board: Board,
    until: Option<PartyMs>,
    see: &mut dyn FnMut(&Step, &Board),
) -> Result<Board, Refusal> {
    let mut film = Film { board, kept: None };
    past.tell(&mut |journaled: Journaled| {
        if until.is_some_and(|until| journaled.at > until) {
            return false;
        }
        let by = journaled.by.map_or(By::Host, By::Seat);
        match placed(Some(by), journaled.packed) {
            Some(event) => film.take(&event, journaled.at, see),
            None => {
                let events = unpack(Some(by), journaled.packed).unwrap_or_default();
                events.iter().for_each(|event| film.take(event, journaled.at, see));
            }
        }
        true
    })?;
    Ok(film.board)
}

struct Film {
    board: Board,
    kept: Option<Board>,
}

impl Film {
    fn take(&mut self, event: &Event, at: PartyMs, see: &mut dyn FnMut(&Step, &Board)) {
        let stroke = |by, cell, colour, undo| Stroke {
            at,
            by,
            cell,
            colour,
            undo,
        };
        match event {
            Event::Placed { seat, cell, colour } => self.paint(stroke(Some(*seat), *cell, *colour, false), see),
            Event::Undone { seat, cell, colour } => self.paint(stroke(Some(*seat), *cell, *colour, true), see),
            Event::Painted { items } => {
                for (cell, colour) in items.iter().map(|item| parts(*item)) {
                    self.paint(stroke(None, cell, colour, false), see);
                }
            }
            Event::Cleared {} => {
                see(&Step::Cleared, &self.board);
                self.kept = Some(self.board.clone());
                self.board.clear();
            }
            Event::Uncleared {} => {
                see(&Step::Uncleared, &self.board);
                if let Some(kept) = self.kept.take() {
                    self.board.take_back(kept);
                }
            }
            _ => {}
        }
    }

    fn paint(&mut self, stroke: Stroke, see: &mut dyn FnMut(&Step, &Board)) {
        see(&Step::Stroke(stroke), &self.board);
        self.board.paint(stroke.cell, stroke.colour, stroke.by);
    }
}

/// Figures of a session.
#[derive(Default)]
pub struct Figures {
    /// Pixels that each player placed, less those taken back.
    pub placed: BTreeMap<SeatId, u32>,
    /// How often each cell was painted.
    pub touched: Vec<u32>,
    /// Who placed the first pixel.
    pub first: Option<SeatId>,
    /// Who placed the last one.
    pub last: Option<SeatId>,
}

/// Counts what was done since the session began.
pub fn count(past: &dyn Past, board: Board) -> Result<(Figures, Board), Refusal> {
    let mut figures = Figures {
        touched: vec![0; board.cells().len()],
        ..Figures::default()
    };
    let board = look_back(past, board, None, &mut |step, _| {
        let Step::Stroke(stroke) = step else { return };
        if let Some(times) = figures.touched.get_mut(stroke.cell as usize) {
            *times += 1;
        }
        if let Some(seat) = stroke.by {
            let placed = figures.placed.entry(seat).or_default();
            *placed = if stroke.undo {
                placed.saturating_sub(1)
            } else {
                *placed + 1
            };
            figures.first.get_or_insert(seat);
            figures.last = Some(seat);
        }
    })?;
    Ok((figures, board))
}

/// What must be painted so that the placements of `filter` were never made: each cell gets the last colour that others gave it.
pub fn rolled_back(past: &dyn Past, board: Board, filter: &Filter) -> Result<Vec<u32>, Refusal> {
    let mut without = board.cells().to_vec();
    let mut kept = without.clone();
    let board = look_back(past, board, None, &mut |step, board| match step {
        Step::Stroke(stroke) if !filter.means(stroke, board) => {
            if let Some(colour) = without.get_mut(stroke.cell as usize) {
                *colour = stroke.colour;
            }
        }
        Step::Stroke(_) => {}
        Step::Cleared => {
            kept = std::mem::replace(&mut without, vec![0; kept.len()]);
        }
        Step::Uncleared => without.clone_from(&kept),
    })?;
    let cells = board.cells().iter().zip(&without).enumerate();
    let differing = cells.filter(|(_, (is, was))| is != was);
    Ok(differing.map(|(cell, (_, was))| item(cell as Cell, *was)).collect())
}

impl Filter {
    fn means(&self, stroke: &Stroke, board: &Board) -> bool {
        let by = self.player_id.is_none_or(|seat| stroke.by == Some(seat));
        let there = self.area.is_none_or(|area| area.has(board.place(stroke.cell)));
        let then = self.from_ms.is_none_or(|from| stroke.at >= from) && self.to_ms.is_none_or(|to| stroke.at <= to);
        by && there && then
    }

    /// Does it name anything at all?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The most even choice of at most `most` of `all`, in order, the last of them always among it.
pub fn thinned<T: Copy>(all: &[T], most: usize) -> Vec<T> {
    if all.len() <= most {
        return all.to_vec();
    }
    (1..=most).map(|number| all[number * all.len() / most - 1]).collect()
}
