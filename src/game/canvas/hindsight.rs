//! What the gallery answers from the past: who painted a cell, statistics, the board at a moment, pictures and films. All of it looks
//! back over the journal, and takes its time.

use super::board::{Board, Cell, item};
use super::bodies;
use super::gallery::{Hall, TENTH_MS, binary, png, refused};
use super::past::{self, Step};
use super::wire::{CellAnswer, PlayerStats, StatsAnswer};
use crate::game::{Past, Question, Refusal, Reply};
use crate::id::{PartyMs, SeatId};
use crate::picture::film::{Film, Screen};
use crate::picture::image;
use crate::picture::pack::{CHUNK, Packed, gzip_all};

/// The film of a match: 17 s at 25 frames a second, and the last picture stands for 3 s.
const FILM_FRAMES: usize = 425;
const FILM_DELAY_CS: u16 = 4;
/// A film for the TV has at most so many placements, eight bytes each.
const FILM_STROKES: usize = 200_000;
/// A side of a film, pixels, unless the board is larger.
const FILM_SIDE: u32 = 960;
/// A film that is drawn while others wait is no larger.
const LARGEST_FILM_SIDE: u32 = 2_048;

impl Hall {
    pub(super) fn cell(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (x, y) = (question.needed("x")?, question.needed("y")?);
        let cell = self.first.cell(x, y).ok_or(Refusal::CanvasOutside)?;
        let (color, live) = self.last_seen(cell);
        let (painter, placed_at) = match live {
            Some((painter, at)) => (painter, Some(at)),
            // Painted before this house was started, or taken back from a clear: the journal knows.
            None => past::last_painted(past, &self.first, cell)?,
        };
        let answer = CellAnswer {
            x,
            y,
            color,
            player_id: painter,
            name: painter.and_then(|seat| (question.names)(seat)),
            placed_at: placed_at.filter(|_| painter.is_some()),
        };
        Ok(Reply::json(&answer))
    }

    /// The colour of a cell, and who painted it last and when, as far as this gallery has seen it happen.
    fn last_seen(&self, cell: Cell) -> (u8, Option<(Option<SeatId>, PartyMs)>) {
        let live = self.live();
        let tenths = live.when[cell as usize].checked_sub(1);
        let seen = tenths.map(|tenths| (live.board.painter(cell), PartyMs(i64::from(tenths) * TENTH_MS)));
        (live.board.colour(cell), seen)
    }

    pub(super) fn stats(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (figures, board) = past::count(past, &self.first)?;
        let surviving = board.surviving();
        let mut players: Vec<PlayerStats> = figures
            .placed
            .iter()
            .map(|(seat, placed)| PlayerStats {
                player_id: *seat,
                name: (question.names)(*seat).unwrap_or_default(),
                placed: *placed,
                surviving: surviving.get(seat).copied().unwrap_or(0),
            })
            .collect();
        players.sort_by_key(|line| (std::cmp::Reverse(line.placed), line.player_id));
        let count = |cells: usize| cells as u32;
        Ok(Reply::json(&StatsAnswer {
            placements: players.iter().map(|line| line.placed).sum(),
            painted: count(board.cells().iter().filter(|colour| **colour > 0).count()),
            untouched: count(figures.touched.iter().filter(|times| **times == 0).count()),
            players,
            first: figures.first,
            last: figures.last,
            from_ms: self.opened,
            to_ms: figures.to.max(self.opened),
        }))
    }

    pub(super) fn own(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let seat = SeatId(question.needed("player")?);
        if seat.0 == 0 {
            return Err(Refusal::PlayerUnknown);
        }
        let (figures, board) = past::count(past, &self.first)?;
        let placed = figures.placed.get(&seat).copied().unwrap_or(0);
        let body = gzip_all(&bodies::own(placed, &board.cells_of(seat)));
        Ok(binary(question, None, body.into()))
    }

    pub(super) fn heat(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (figures, board) = past::count(past, &self.first)?;
        let (most, cells) = image::heat(&figures.touched);
        let body = bodies::heat(board.edition().epoch, most, (board.width(), board.height()), &cells);
        Ok(binary(question, None, gzip_all(&body).into()))
    }

    pub(super) fn heat_picture(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (figures, board) = past::count(past, &self.first)?;
        let scale = self.scale(question, FILM_SIDE)?;
        image::heat_png(&figures.touched, board.width(), board.height(), scale)
            .map(png)
            .map_err(refused)
    }

    /// The board at a time; now, if none is named.
    fn board_at(&self, question: &Question, past: &dyn Past) -> Result<Board, Refusal> {
        match question.number("time")? {
            Some(time) => past::at_moment(past, &self.album, &self.first, PartyMs(time)),
            None => Ok(self.live().board.clone()),
        }
    }

    pub(super) fn at(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        question.needed::<i64>("time")?;
        let board = self.board_at(question, past)?;
        let (width, height) = (board.width(), board.height());
        let mut packed = Packed::new(width, height);
        packed.mark_all();
        packed.pack(board.cells());
        let body = packed.gzip(&bodies::snapshot(board.edition(), CHUNK, width, height));
        Ok(binary(question, None, body.into()))
    }

    pub(super) fn picture(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let board = self.board_at(question, past)?;
        let scale = self.scale(question, FILM_SIDE)?;
        let written = image::write_png(board.cells(), board.width(), board.height(), &self.palette, scale);
        written.map(png).map_err(refused)
    }

    /// The board as it was before it was last cleared.
    pub(super) fn cleared(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let mut kept = None;
        past::look_back(past, &self.first, &mut |step, board| {
            if let Step::Cleared = step {
                kept = Some(board.cells().to_vec());
            }
        })?;
        let cells = kept.ok_or(Refusal::CanvasNothingKept)?;
        let scale = self.scale(question, FILM_SIDE)?;
        let written = image::write_png(&cells, self.first.width(), self.first.height(), &self.palette, scale);
        written.map(png).map_err(refused)
    }

    /// The scale that is asked for, or the one that makes the longer side about `side` pixels.
    fn scale(&self, question: &Question, side: u32) -> Result<u32, Refusal> {
        let longer = u32::from(self.first.width().max(self.first.height()));
        Ok(question.number("scale")?.unwrap_or((side / longer).max(1)))
    }

    /// Every stroke since the last clear that still counts, with its time.
    fn strokes(&self, past: &dyn Past) -> Result<Vec<(i64, Cell, u8)>, Refusal> {
        let mut strokes: Vec<(i64, Cell, u8)> = Vec::new();
        let mut kept = Vec::new();
        past::look_back(past, &self.first, &mut |step, _| match step {
            Step::Stroke(stroke) => strokes.push((stroke.at.0, stroke.cell, stroke.colour)),
            Step::Cleared => kept = std::mem::take(&mut strokes),
            Step::Uncleared => strokes = std::mem::take(&mut kept),
            Step::Rollback(_) => {}
        })?;
        Ok(strokes)
    }

    pub(super) fn film(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let strokes = self.strokes(past)?;
        let (from, to) = span(&strokes);
        let strokes: Vec<(u32, u32)> = past::thinned(&strokes, FILM_STROKES)
            .into_iter()
            .map(|(at, cell, colour)| (item(cell, colour), small(at - from)))
            .collect();
        let at = self.live().board.edition();
        let size = (self.first.width(), self.first.height());
        let body = bodies::film(at.epoch, size, small(from), small(to - from), &strokes);
        Ok(binary(question, None, gzip_all(&body).into()))
    }

    pub(super) fn gif(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let strokes = self.strokes(past)?;
        let scale = self.scale(question, FILM_SIDE)?;
        let longer = u32::from(self.first.width().max(self.first.height()));
        if scale > 1 && longer.saturating_mul(scale) > LARGEST_FILM_SIDE {
            return Err(refused(format!("a film's side is at most {LARGEST_FILM_SIDE} pixels")));
        }
        let (from, to) = span(&strokes);
        let film = Film::cut(strokes, from, to, FILM_FRAMES);
        let mut bytes = Vec::new();
        let screen = Screen {
            width: self.first.width(),
            height: self.first.height(),
            palette: &self.palette,
            scale,
            start: self.first.cells(),
        };
        let written = screen.write_gif(&mut bytes, film.frames(), FILM_DELAY_CS, &mut |_| {});
        written.map_err(refused)?;
        Ok(Reply::Body {
            kind: "image/gif",
            gzip: false,
            etag: None,
            immutable: false,
            bytes: bytes.into(),
        })
    }
}

/// The times of the first and the last stroke.
fn span(strokes: &[(i64, Cell, u8)]) -> (i64, i64) {
    let first = strokes.first().map_or(0, |(at, ..)| *at);
    (first, strokes.last().map_or(first, |(at, ..)| *at))
}

fn small(ms: i64) -> u32 {
    u32::try_from(ms.max(0)).unwrap_or(u32::MAX)
}
