//! Looking back: the session's journal folded again, up to a moment, for those who ask what was where, who painted how much, and what
//! a rollback would come to.

use super::Event;
use super::album::{Album, Colours, Page};
use super::board::{Board, Cell, item, parts};
use super::packed::{placed, unpack};
use super::wire::Filter;
use crate::game::{By, Journaled, Past, Refusal, Unreadable};
use crate::id::{PartyMs, SeatId, Seq};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// One cell changed.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// When.
    pub at: PartyMs,
    /// Whose the cell is then; `None` is nobody, or the host.
    pub whose: Option<SeatId>,
    /// Which cell.
    pub cell: Cell,
    /// Its new colour.
    pub colour: u8,
    /// How it came about.
    pub how: How,
}

/// How a cell changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A player placed a pixel.
    Placed,
    /// The host painted it.
    Painted,
    /// This player took a placement back.
    Undone(SeatId),
    /// The host took placements back.
    RolledBack,
}

/// A step of the past.
pub enum Step<'a> {
    /// A cell changed.
    Stroke(Stroke),
    /// A rollback follows, cell by cell.
    Rollback(&'a Filter),
    /// The board was cleared.
    Cleared,
    /// The last clear was taken back.
    Uncleared,
}

/// Reads the whole past in order, and keeps the board as it was after each step. `see` is shown every step before it is taken.
pub fn look_back(past: &dyn Past, blank: &Board, see: &mut dyn FnMut(&Step, &Board)) -> Result<Board, Refusal> {
    let mut film = Film::beginning(blank);
    read(past, 0, &mut |journaled| {
        film.take_all(journaled, see)?;
        Ok(true)
    })?;
    Ok(film.board)
}

/// The board as it was then. Only its colours are known. `blank` is the session's first; the album is grown on the way.
pub fn at_moment(past: &dyn Past, album: &Mutex<Album>, blank: &Board, until: PartyMs) -> Result<Board, Refusal> {
    let album = || album.lock().unwrap_or_else(PoisonError::into_inner);
    let nearest = album().before(until).cloned();
    let (after, mut latest) = nearest.as_ref().map_or((0, PartyMs(0)), |page| (page.seq, page.at));
    let mut film = nearest.map_or_else(|| Film::beginning(blank), |page| Film::from_page(&page, blank));
    let (mut steps, mut apart) = (0, album().apart());
    read(past, after, &mut |journaled| {
        if journaled.at > until {
            return Ok(false);
        }
        film.take_all(journaled, &mut |_, _| {})?;
        latest = latest.max(journaled.at);
        steps += 1;
        if steps >= apart {
            let page = film.page(journaled.seq, latest);
            (steps, apart) = (0, album().put(page));
        }
        Ok(true)
    })?;
    Ok(film.board)
}

/// Hands out what comes after a place, until `each` says `false` or cannot read it.
fn read(
    past: &dyn Past,
    after: Seq,
    each: &mut dyn FnMut(&Journaled) -> Result<bool, Unreadable>,
) -> Result<(), Refusal> {
    let mut unreadable = None;
    past.tell(after, &mut |journaled: Journaled| {
        each(&journaled).unwrap_or_else(|error| {
            unreadable = Some(error);
            false
        })
    })?;
    match unreadable {
        None => Ok(()),
        Some(error) => {
            tracing::error!(%error, "the canvas's past cannot be read");
            Err(Refusal::Internal)
        }
    }
}

struct Film {
    board: Board,
    kept: Option<Board>,
}

impl Film {
    fn beginning(blank: &Board) -> Self {
        Self {
            board: blank.clone(),
            kept: None,
        }
    }

    fn from_page(page: &Page, blank: &Board) -> Self {
        Self {
            board: page.colours.onto(blank),
            kept: page.kept.as_ref().map(|kept| kept.onto(blank)),
        }
    }

    fn page(&self, seq: Seq, at: PartyMs) -> Page {
        Page {
            seq,
            at,
            colours: Colours::of(&self.board),
            kept: self.kept.as_ref().map(Colours::of),
        }
    }

    fn take_all(&mut self, journaled: &Journaled, see: &mut dyn FnMut(&Step, &Board)) -> Result<(), Unreadable> {
        let by = Some(journaled.by.map_or(By::Host, By::Seat));
        match placed(by, journaled.packed) {
            Some(event) => self.take(&event, journaled.at, see),
            None => unpack(by, journaled.packed)?
                .iter()
                .for_each(|event| self.take(event, journaled.at, see)),
        }
        Ok(())
    }

    fn take(&mut self, event: &Event, at: PartyMs, see: &mut dyn FnMut(&Step, &Board)) {
        let stroke = |whose, cell, colour, how| Stroke {
            at,
            whose,
            cell,
            colour,
            how,
        };
        match event {
            Event::Placed { seat, cell, colour } => self.paint(stroke(Some(*seat), *cell, *colour, How::Placed), see),
            Event::Undone {
                seat,
                cell,
                colour,
                before,
            } => self.paint(stroke(*before, *cell, *colour, How::Undone(*seat)), see),
            Event::Painted { items } => {
                for (cell, colour) in items.iter().map(|item| parts(*item)) {
                    self.paint(stroke(None, cell, colour, How::Painted), see);
                }
            }
            Event::RolledBack { by, items, owners } => {
                see(&Step::Rollback(by), &self.board);
                for (cell, colour, whose) in super::returned(items, owners) {
                    self.paint(stroke(whose, cell, colour, How::RolledBack), see);
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
        self.board.paint(stroke.cell, stroke.colour, stroke.whose);
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
    /// When the last cell changed.
    pub to: PartyMs,
}

/// Counts what was done since the session began.
pub fn count(past: &dyn Past, blank: &Board) -> Result<(Figures, Board), Refusal> {
    let mut figures = Figures {
        touched: vec![0; blank.cells().len()],
        ..Figures::default()
    };
    let board = look_back(past, blank, &mut |step, _| {
        let Step::Stroke(stroke) = step else { return };
        if let Some(times) = figures.touched.get_mut(stroke.cell as usize) {
            *times += 1;
        }
        match (stroke.how, stroke.whose) {
            (How::Placed, Some(seat)) => {
                *figures.placed.entry(seat).or_default() += 1;
                figures.first.get_or_insert(seat);
                figures.last = Some(seat);
            }
            (How::Undone(seat), _) => {
                let placed = figures.placed.entry(seat).or_default();
                *placed = placed.saturating_sub(1);
            }
            _ => {}
        }
        figures.to = stroke.at;
    })?;
    Ok((figures, board))
}

/// What a rollback comes to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Return {
    /// The board that it was worked out for.
    pub epoch: u32,
    /// Cells and the colours that come back.
    pub items: Vec<u32>,
    /// Whose each of them is again; 0 is nobody's.
    pub owners: Vec<u32>,
    /// Whose each of them is now.
    pub found: Vec<u32>,
}

/// What the board would be if the placements that `filter` means had never been made, nor those that were rolled back before: each
/// cell gets the last colour that others gave it. A rollback means the board that it found: what a clear had put away, it did not touch.
pub fn rolled_back(past: &dyn Past, blank: &Board, filter: &Filter) -> Result<Return, Refusal> {
    let mut filters = Vec::new();
    let mut sheets = Sheets::default();
    look_back(past, blank, &mut |step, _| {
        sheets.take(step);
        if let Step::Rollback(by) = step {
            filters.push((sheets.on, **by));
        }
    })?;
    filters.push((sheets.on, *filter));
    let mut without = Without::empty(blank.cells().len());
    let (mut kept, mut passed) = (None, 0);
    let mut sheets = Sheets::default();
    let board = look_back(past, blank, &mut |step, board| {
        sheets.take(step);
        match step {
            Step::Stroke(stroke) => {
                // More may have been rolled back since they were read.
                let later = filters.get(passed..).unwrap_or_default();
                let mut later = later.iter().filter(|(sheet, _)| *sheet == sheets.on);
                let dropped = later.any(|(_, filter)| filter.means(stroke, board));
                without.take(stroke, dropped);
            }
            Step::Rollback(_) => passed += 1,
            Step::Cleared => kept = Some(std::mem::replace(&mut without, Without::empty(board.cells().len()))),
            Step::Uncleared => without = kept.take().unwrap_or_default(),
        }
    })?;
    Ok(without.against(&board))
}

/// Which of the boards is painted on: each clear begins another, and may be taken back.
#[derive(Default)]
struct Sheets {
    on: usize,
    kept: Option<usize>,
    begun: usize,
}

impl Sheets {
    fn take(&mut self, step: &Step) {
        match step {
            Step::Cleared => {
                self.begun += 1;
                self.kept = Some(std::mem::replace(&mut self.on, self.begun));
            }
            Step::Uncleared => self.on = self.kept.take().unwrap_or(self.on),
            Step::Stroke(_) | Step::Rollback(_) => {}
        }
    }
}

/// A board on which some placements were never made: the strokes of each cell, one upon the other, for an undo takes the last away.
#[derive(Default)]
struct Without {
    strokes: Vec<Layer>,
    /// The number of each cell's last stroke, from 1; 0 is none.
    top: Vec<u32>,
}

struct Layer {
    colour: u8,
    /// 0 is nobody.
    whose: u32,
    dropped: bool,
    /// The number of the one below.
    below: u32,
}

impl Without {
    fn empty(cells: usize) -> Self {
        Self {
            strokes: Vec::new(),
            top: vec![0; cells],
        }
    }

    fn take(&mut self, stroke: &Stroke, dropped: bool) {
        let Some(top) = self.top.get_mut(stroke.cell as usize) else {
            return;
        };
        match stroke.how {
            // What it took back is dropped stroke by stroke.
            How::RolledBack => {}
            How::Undone(_) => {
                let last = (*top as usize).checked_sub(1).and_then(|last| self.strokes.get(last));
                *top = last.map_or(0, |layer| layer.below);
            }
            How::Placed | How::Painted => {
                self.strokes.push(Layer {
                    colour: stroke.colour,
                    whose: stroke.whose.map_or(0, |seat| seat.0),
                    dropped,
                    below: *top,
                });
                *top = self.strokes.len() as u32;
            }
        }
    }

    /// What a cell shows, and whose it is.
    fn shade(&self, top: u32) -> (u8, u32) {
        let layer = |number: u32| (number as usize).checked_sub(1).and_then(|at| self.strokes.get(at));
        let mut layers = std::iter::successors(layer(top), |above| layer(above.below));
        layers
            .find(|layer| !layer.dropped)
            .map_or((0, 0), |layer| (layer.colour, layer.whose))
    }

    /// What must be painted to come from a board to this one.
    fn against(&self, board: &Board) -> Return {
        let now = self.top.iter().map(|top| self.shade(*top));
        let mut comes = Return {
            epoch: board.edition().epoch,
            ..Return::default()
        };
        for (cell, (is, was)) in (0..).zip(shades(board).zip(now)).filter(|(_, (is, was))| is != was) {
            comes.items.push(item(cell, was.0));
            comes.owners.push(was.1);
            comes.found.push(is.1);
        }
        comes
    }
}

/// The colour of each cell, and whose it is; 0 is nobody's.
fn shades(board: &Board) -> impl Iterator<Item = (u8, u32)> {
    let whose = |cell| board.painter(cell as Cell).map_or(0, |seat| seat.0);
    let cells = board.cells().iter().enumerate();
    cells.map(move |(cell, colour)| (*colour, whose(cell)))
}

/// Who painted a cell last, and when, of what still counts.
pub fn last_painted(past: &dyn Past, blank: &Board, cell: Cell) -> Result<(Option<SeatId>, Option<PartyMs>), Refusal> {
    let mut strokes: Vec<(Option<SeatId>, u8, PartyMs)> = Vec::new();
    let mut kept = Vec::new();
    let board = look_back(past, blank, &mut |step, _| match step {
        Step::Stroke(stroke) if stroke.cell == cell => match stroke.how {
            How::Placed | How::Painted => strokes.push((stroke.whose, stroke.colour, stroke.at)),
            How::Undone(_) => drop(strokes.pop()),
            How::RolledBack => {
                let same = |(whose, colour, _): &(Option<SeatId>, u8, PartyMs)| {
                    (*whose, *colour) == (stroke.whose, stroke.colour)
                };
                strokes.truncate(strokes.iter().rposition(same).map_or(0, |at| at + 1));
            }
        },
        Step::Stroke(_) | Step::Rollback(_) => {}
        Step::Cleared => kept = std::mem::take(&mut strokes),
        Step::Uncleared => strokes = std::mem::take(&mut kept),
    })?;
    Ok((board.painter(cell), strokes.last().map(|(.., at)| *at)))
}

impl Filter {
    fn means(&self, stroke: &Stroke, board: &Board) -> bool {
        let by = self.player_id.is_none_or(|seat| stroke.whose == Some(seat));
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
