//! What may be read of the canvas without a word to the party: the durable board, its recent versions, compressed snapshots, and the
//! past. Writers hold the lock for as long as a change takes; packing and looking back happen on copies.

use super::board::{Board, Cell, item, parts};
use super::past::{self, Step};
use super::tell::Notice;
use super::template::Template;
use super::wire::{Area, BoardAnswer, CellAnswer, PlayerStats, PreviewAnswer, Rollback, StatsAnswer};
use super::{Canvas, frames};
use crate::game::Past;
use crate::game::{Bulk, Edition, Gallery, Question, Refusal, Reply};
use crate::id::{PartyMs, SeatId};
use crate::picture::film::{Film, Screen};
use crate::picture::image::{self, PictureError};
use crate::picture::pack::{CHUNK, Packed, gzip_all, overview};
use bytes::Bytes;
use serde_json::json;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many placements are kept for those who ask what they missed.
const RING: usize = 65_536;
/// A snapshot is made anew when so many versions have passed.
const SNAPSHOT_EVERY: u32 = 100;
/// Times of placements are kept in tenths of a second, so that 32 bits last for years.
const TENTH_MS: i64 = 100;
/// The film of a match: 20 s at 25 frames a second.
const FILM_FRAMES: usize = 500;
const FILM_DELAY_CS: u16 = 4;
/// A film for the TV has at most so many placements, eight bytes each.
const FILM_STROKES: usize = 200_000;
/// A side of a film, pixels, unless the board is larger.
const FILM_SIDE: u32 = 960;

/// The canvas's gallery.
#[derive(Debug)]
pub struct Hall {
    first: Board,
    palette: Vec<[u8; 3]>,
    live: Mutex<Live>,
    packer: Mutex<Packed>,
    snapshot: Mutex<Option<Arc<Snapshot>>>,
    /// Films and pictures take a second and many megabytes: one is made at a time.
    studio: Mutex<()>,
}

/// What is durable.
#[derive(Debug)]
struct Live {
    board: Board,
    /// When each cell was painted last, in tenths of a second from 1; 0 is never.
    when: Vec<u32>,
    /// The last items; the newest made the board's present version.
    ring: VecDeque<u32>,
    /// Painted since the last snapshot was packed.
    dirty: Dirty,
    notice: Notice,
}

#[derive(Debug)]
enum Dirty {
    All,
    Cells(Vec<Cell>),
}

#[derive(Debug)]
struct Snapshot {
    at: Edition,
    whole: Bytes,
    overview: Bytes,
    packed: Packed,
}

impl Hall {
    /// A gallery that shows the game as it stands.
    pub fn new(game: &Canvas) -> Self {
        let board = game.board.clone();
        let (width, height) = (board.width(), board.height());
        Self {
            first: Board::new(width, height, game.first_epoch),
            palette: game.rules.palette.iter().map(|colour| colour.rgb.0).collect(),
            live: Mutex::new(Live {
                when: vec![0; board.cells().len()],
                board,
                ring: VecDeque::new(),
                dirty: Dirty::All,
                notice: game.notice_of(),
            }),
            packer: Mutex::new(Packed::new(width, height)),
            snapshot: Mutex::new(None),
            studio: Mutex::new(()),
        }
    }

    fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The latest snapshot, made anew if it is too old.
    fn snapshot(&self) -> Arc<Snapshot> {
        let mut packer = self.packer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut last = self.snapshot.lock().unwrap_or_else(PoisonError::into_inner);
        let at = self.live().board.edition();
        if let Some(snapshot) = last.as_ref().filter(|last| last.serves(at)) {
            return Arc::clone(snapshot);
        }
        let made = Arc::new(self.pack(&mut packer));
        *last = Some(Arc::clone(&made));
        made
    }

    fn pack(&self, packer: &mut Packed) -> Snapshot {
        let (at, cells) = {
            let mut live = self.live();
            match std::mem::replace(&mut live.dirty, Dirty::Cells(Vec::new())) {
                Dirty::All => packer.mark_all(),
                Dirty::Cells(cells) => cells.iter().for_each(|cell| packer.mark(*cell)),
            }
            (live.board.edition(), live.board.cells().to_vec())
        };
        packer.pack(&cells);
        let (width, height) = (self.first.width(), self.first.height());
        let seen = overview(&cells, width, height);
        let seen = frames::overview(at, seen.step, seen.width, seen.height, &seen.cells);
        Snapshot {
            at,
            whole: packer.gzip(&frames::snapshot(at, CHUNK, width, height)).into(),
            overview: gzip_all(&seen).into(),
            packed: packer.clone(),
        }
    }

    /// The latest snapshot; by its version, under an address that never answers otherwise.
    fn whole(&self, question: &Question) -> Result<Reply, Refusal> {
        let snapshot = self.snapshot();
        let name = name_of(snapshot.at);
        match question.parameter("version") {
            None => Ok(binary(question, Some(name), snapshot.whole.clone())),
            Some(version) if version == name => Ok(Reply::Body {
                kind: BINARY,
                gzip: true,
                etag: Some(name),
                immutable: true,
                bytes: snapshot.whole.clone(),
            }),
            Some(_) => Err(Refusal::CanvasVersionGone),
        }
    }

    fn seen_from_afar(&self, question: &Question) -> Reply {
        let snapshot = self.snapshot();
        binary(question, Some(name_of(snapshot.at)), snapshot.overview.clone())
    }

    fn chunk(&self, question: &Question) -> Result<Reply, Refusal> {
        let place = (question.needed("cx")?, question.needed("cy")?);
        let snapshot = self.snapshot();
        let size = snapshot
            .packed
            .chunk_size(place.0, place.1)
            .ok_or(Refusal::CanvasOutside)?;
        let header = frames::chunk(snapshot.at, place, size);
        let bytes = snapshot
            .packed
            .chunk_gzip(place.0, place.1, &header)
            .ok_or(Refusal::CanvasOutside)?;
        Ok(binary(question, Some(name_of(snapshot.at)), bytes.into()))
    }

    /// What changed since a version, each cell once.
    fn changes(&self, question: &Question) -> Result<Reply, Refusal> {
        let (epoch, since) = (question.needed("epoch")?, question.needed::<u32>("since")?);
        let live = self.live();
        let at = live.board.edition();
        if at == (Edition { epoch, version: since }) && question.etag.is_some() {
            return Ok(Reply::Unchanged { etag: name_of(at) });
        }
        let items = live.since(epoch, since)?;
        drop(live);
        let body = gzip_all(&frames::changes(at, since, &items));
        Ok(Reply::Body {
            kind: BINARY,
            gzip: true,
            etag: Some(name_of(at)),
            immutable: false,
            bytes: body.into(),
        })
    }

    fn cell(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (x, y) = (question.needed("x")?, question.needed("y")?);
        let cell = self.first.cell(x, y).ok_or(Refusal::CanvasOutside)?;
        let (color, live) = self.last_seen(cell);
        let (painter, placed_at) = match live {
            Some((painter, at)) => (painter, Some(at)),
            // Painted before this house was started, or taken back from a clear: the journal knows.
            None => self.last_painted(cell, past)?,
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

    fn last_painted(&self, cell: Cell, past: &dyn Past) -> Result<(Option<SeatId>, Option<PartyMs>), Refusal> {
        let mut last = None;
        let board = past::look_back(past, self.first.clone(), None, &mut |step, _| match step {
            Step::Stroke(stroke) if stroke.cell == cell => last = Some(stroke.at),
            _ => {}
        })?;
        Ok((board.painter(cell), last))
    }

    fn stats(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (figures, board) = past::count(past, self.first.clone())?;
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
        }))
    }

    fn own(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let seat = SeatId(question.needed("player")?);
        let (figures, board) = past::count(past, self.first.clone())?;
        let placed = figures.placed.get(&seat).copied().unwrap_or(0);
        let body = gzip_all(&frames::own(placed, &board.cells_of(seat)));
        Ok(binary(question, None, body.into()))
    }

    fn heat(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (figures, board) = past::count(past, self.first.clone())?;
        let (most, cells) = image::heat(&figures.touched);
        let body = frames::heat(board.edition().epoch, most, (board.width(), board.height()), &cells);
        Ok(binary(question, None, gzip_all(&body).into()))
    }

    fn heat_picture(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let (figures, board) = past::count(past, self.first.clone())?;
        let scale = self.scale(question, FILM_SIDE)?;
        let _turn = self.studio.lock().unwrap_or_else(PoisonError::into_inner);
        image::heat_png(&figures.touched, board.width(), board.height(), scale)
            .map(png)
            .map_err(refused)
    }

    /// The board at a time; now, if none is named.
    fn board_at(&self, question: &Question, past: &dyn Past) -> Result<Board, Refusal> {
        match question.number("time")? {
            Some(time) => past::look_back(past, self.first.clone(), Some(PartyMs(time)), &mut |_, _| {}),
            None => Ok(self.live().board.clone()),
        }
    }

    fn at(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        question.needed::<i64>("time")?;
        let board = self.board_at(question, past)?;
        let (width, height) = (board.width(), board.height());
        let mut packed = Packed::new(width, height);
        packed.mark_all();
        packed.pack(board.cells());
        let body = packed.gzip(&frames::snapshot(board.edition(), CHUNK, width, height));
        Ok(binary(question, None, body.into()))
    }

    fn picture(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let board = self.board_at(question, past)?;
        let scale = self.scale(question, FILM_SIDE)?;
        let _turn = self.studio.lock().unwrap_or_else(PoisonError::into_inner);
        let written = image::write_png(board.cells(), board.width(), board.height(), &self.palette, scale);
        written.map(png).map_err(refused)
    }

    /// The board as it was before it was last cleared.
    fn cleared(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let mut kept = None;
        past::look_back(past, self.first.clone(), None, &mut |step, board| {
            if let Step::Cleared = step {
                kept = Some(board.cells().to_vec());
            }
        })?;
        let cells = kept.ok_or(Refusal::CanvasNothingKept)?;
        let scale = self.scale(question, FILM_SIDE)?;
        let _turn = self.studio.lock().unwrap_or_else(PoisonError::into_inner);
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
        past::look_back(past, self.first.clone(), None, &mut |step, _| match step {
            Step::Stroke(stroke) => strokes.push((stroke.at.0, stroke.cell, stroke.colour)),
            Step::Cleared => kept = std::mem::take(&mut strokes),
            Step::Uncleared => strokes = std::mem::take(&mut kept),
        })?;
        Ok(strokes)
    }

    fn film(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let strokes = self.strokes(past)?;
        let (from, to) = span(&strokes);
        let strokes: Vec<(u32, u32)> = past::thinned(&strokes, FILM_STROKES)
            .into_iter()
            .map(|(at, cell, colour)| (item(cell, colour), small(at - from)))
            .collect();
        let at = self.live().board.edition();
        let size = (self.first.width(), self.first.height());
        let body = frames::film(at.epoch, size, small(from), small(to - from), &strokes);
        Ok(binary(question, None, gzip_all(&body).into()))
    }

    fn gif(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let strokes = self.strokes(past)?;
        let scale = self.scale(question, FILM_SIDE)?;
        let _turn = self.studio.lock().unwrap_or_else(PoisonError::into_inner);
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
        written.map_err(|error| Refusal::CanvasPicture {
            reason: error.to_string(),
        })?;
        Ok(Reply::Body {
            kind: "image/gif",
            gzip: false,
            etag: None,
            immutable: false,
            bytes: bytes.into(),
        })
    }

    fn ghost(&self, question: &Question) -> Result<Reply, Refusal> {
        let live = self.live();
        let info = live.notice.board.template.ok_or(Refusal::NotFound)?;
        let cells = live
            .notice
            .template
            .as_ref()
            .and_then(Template::cells)
            .ok_or(Refusal::NotFound)?;
        drop(live);
        let Area { x, y, width, height } = info.area;
        let body = frames::template(info.id, (width, height), (x, y), &cells);
        Ok(binary(
            question,
            Some(format!("template-{}", info.id)),
            gzip_all(&body).into(),
        ))
    }

    fn preview(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        let items = self.rolled_back(question, past)?;
        Ok(Reply::json(&PreviewAnswer {
            cells: items.len() as u32,
            items,
        }))
    }

    fn rolled_back(&self, question: &Question, past: &dyn Past) -> Result<Vec<u32>, Refusal> {
        let wish: Rollback = serde_json::from_slice(question.body).map_err(|error| malformed(&error.to_string()))?;
        if wish.by.is_empty() {
            return Err(malformed("a rollback names a player, an area or a time"));
        }
        if wish.by.area.is_some_and(|area| !self.first.holds(area)) {
            return Err(Refusal::CanvasAreaInvalid);
        }
        past::rolled_back(past, self.first.clone(), &wish.by)
    }

    /// A picture in the palette's colours, and where it is to lie.
    fn quantised(&self, question: &Question) -> Result<(Area, Vec<Option<u8>>), Refusal> {
        let (x, y) = (question.number("x")?.unwrap_or(0), question.number("y")?.unwrap_or(0));
        let right = self.first.width().saturating_sub(x);
        let bottom = self.first.height().saturating_sub(y);
        let fit = (
            question.number("width")?.unwrap_or(right),
            question.number("height")?.unwrap_or(bottom),
        );
        let asked = Area {
            x,
            y,
            width: fit.0,
            height: fit.1,
        };
        if !self.first.holds(asked) {
            return Err(Refusal::CanvasAreaInvalid);
        }
        let _turn = self.studio.lock().unwrap_or_else(PoisonError::into_inner);
        let ghost = image::read_png(question.body, &self.palette, Some(fit)).map_err(refused)?;
        let area = Area {
            width: ghost.width,
            height: ghost.height,
            ..asked
        };
        Ok((area, ghost.cells))
    }

    fn imported(&self, question: &Question) -> Result<Vec<u32>, Refusal> {
        let (area, cells) = self.quantised(question)?;
        let live = self.live();
        let places = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (area.x + x, area.y + y)));
        let wished = places
            .zip(cells)
            .filter_map(|((x, y), colour)| Some((live.board.cell(x, y)?, colour?)));
        let changed = wished.filter(|(cell, colour)| live.board.colour(*cell) != *colour);
        Ok(changed.map(|(cell, colour)| item(cell, colour)).collect())
    }

    fn painting(&self, items: Vec<u32>) -> serde_json::Value {
        json!({ "epoch": self.live().board.edition().epoch, "items": items })
    }
}

impl Gallery for Hall {
    fn take(&self, at: PartyMs, bulk: &[Bulk], _: Edition) {
        let mut live = self.live();
        for change in bulk {
            match change {
                Bulk::Item { item, by } => live.paint(*item, *by, at),
                Bulk::Reset { epoch, cells } => live.reset(*epoch, cells),
            }
        }
    }

    fn notice(&self, notice: serde_json::Value) {
        match serde_json::from_value(notice) {
            Ok(notice) => self.live().notice = notice,
            Err(error) => tracing::error!(%error, "the canvas's notice cannot be read"),
        }
    }

    fn read(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        match question.path {
            "board" => Ok(Reply::json(&self.live().answer())),
            "snapshot" => self.whole(question),
            "overview" => Ok(self.seen_from_afar(question)),
            "chunk" => self.chunk(question),
            "changes" => self.changes(question),
            "at" => self.at(question, past),
            "film" => self.film(question, past),
            "cell" => self.cell(question, past),
            "stats" => self.stats(question, past),
            "mine" => self.own(question, past),
            "heatmap" => self.heat(question, past),
            "heatmap.png" => self.heat_picture(question, past),
            "template" => self.ghost(question),
            "picture.png" => self.picture(question, past),
            "cleared.png" => self.cleared(question, past),
            "film.gif" => self.gif(question, past),
            "preview" => self.preview(question, past),
            _ => Err(Refusal::NotFound),
        }
    }

    fn draft(&self, question: &Question, past: &dyn Past) -> Result<serde_json::Value, Refusal> {
        match question.path {
            "rollback" => Ok(self.painting(self.rolled_back(question, past)?)),
            "import" => Ok(self.painting(self.imported(question)?)),
            "template" => {
                let (area, cells) = self.quantised(question)?;
                Ok(json!({ "template": Template::new(area, cells.into_iter()) }))
            }
            _ => Err(Refusal::NotFound),
        }
    }
}

impl Live {
    fn paint(&mut self, painted: u32, by: Option<SeatId>, at: PartyMs) {
        let (cell, colour) = parts(painted);
        self.board.paint(cell, colour, by);
        if let Some(when) = self.when.get_mut(cell as usize) {
            *when = u32::try_from(at.0 / TENTH_MS + 1).unwrap_or(u32::MAX);
        }
        if self.ring.len() == RING {
            self.ring.pop_front();
        }
        self.ring.push_back(painted);
        match &mut self.dirty {
            Dirty::Cells(cells) if cells.len() < RING => cells.push(cell),
            dirty => *dirty = Dirty::All,
        }
    }

    fn reset(&mut self, epoch: u32, cells: &[u8]) {
        self.board.begin_again(epoch, cells);
        self.when.fill(0);
        self.ring.clear();
        self.dirty = Dirty::All;
    }

    fn answer(&self) -> BoardAnswer {
        BoardAnswer {
            board: self.notice.board.clone(),
            version: self.board.edition().version,
        }
    }

    /// The latest colour of each cell that changed after a version.
    fn since(&self, epoch: u32, since: u32) -> Result<Vec<u32>, Refusal> {
        let at = self.board.edition();
        if epoch != at.epoch {
            return Err(Refusal::CanvasVersionGone);
        }
        let missed = at.version.checked_sub(since).ok_or(Refusal::CanvasVersionUnknown)? as usize;
        let from = self.ring.len().checked_sub(missed).ok_or(Refusal::CanvasVersionGone)?;
        let mut last: HashMap<Cell, u8> = HashMap::with_capacity(missed);
        last.extend(self.ring.range(from..).map(|item| parts(*item)));
        let mut items: Vec<u32> = last.into_iter().map(|(cell, colour)| item(cell, colour)).collect();
        // In order of cells they pack better.
        items.sort_unstable_by_key(|item| item & 0x00ff_ffff);
        Ok(items)
    }
}

impl Snapshot {
    /// Is it new enough for a board that stands at `at`?
    fn serves(&self, at: Edition) -> bool {
        self.at.epoch == at.epoch && at.version.wrapping_sub(self.at.version) < SNAPSHOT_EVERY
    }
}

const BINARY: &str = "application/octet-stream";

/// How an edition is named in an ETag.
fn name_of(at: Edition) -> String {
    format!("{}-{}", at.epoch, at.version)
}

fn binary(question: &Question, etag: Option<String>, bytes: Bytes) -> Reply {
    match etag {
        Some(etag) if question.etag == Some(&etag) => Reply::Unchanged { etag },
        etag => Reply::Body {
            kind: BINARY,
            gzip: true,
            etag,
            immutable: false,
            bytes,
        },
    }
}

fn png(bytes: Vec<u8>) -> Reply {
    Reply::Body {
        kind: "image/png",
        gzip: false,
        etag: None,
        immutable: false,
        bytes: bytes.into(),
    }
}

fn refused(error: PictureError) -> Refusal {
    Refusal::CanvasPicture {
        reason: error.to_string(),
    }
}

fn malformed(reason: &str) -> Refusal {
    Refusal::Malformed {
        reason: reason.to_owned(),
    }
}

/// The times of the first and the last stroke.
fn span(strokes: &[(i64, Cell, u8)]) -> (i64, i64) {
    let first = strokes.first().map_or(0, |(at, ..)| *at);
    (first, strokes.last().map_or(first, |(at, ..)| *at))
}

fn small(ms: i64) -> u32 {
    u32::try_from(ms).unwrap_or(u32::MAX)
}
