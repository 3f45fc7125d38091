//! What may be read of the canvas without a word to the party: the durable board, its recent versions and compressed snapshots.
//! Writers hold the lock for as long as a change takes; packing happens on copies. What looks back is in `hindsight`.

use super::album::Album;
use super::board::{Board, Cell, item, parts};
use super::tell::Notice;
use super::template::Template;
use super::wire::{Area, BoardAnswer};
use super::{Canvas, bodies};
use crate::game::{Bulk, Edition, Gallery, Past, Question, Refusal, Reply};
use crate::id::{PartyMs, SeatId};
use crate::picture::pack::{CHUNK, Packed, gzip_all, overview};
use bytes::Bytes;
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many placements are kept for those who ask what they missed.
const RING: usize = 65_536;
/// A snapshot is made anew when so many versions have passed.
const SNAPSHOT_EVERY: u32 = 100;
/// Times of placements are kept in tenths of a second, so that 32 bits last for years.
pub(super) const TENTH_MS: i64 = 100;

/// The canvas's gallery.
#[derive(Debug)]
pub struct Hall {
    pub(super) first: Board,
    pub(super) palette: Vec<[u8; 3]>,
    pub(super) opened: PartyMs,
    live: Mutex<Live>,
    packer: Mutex<Packer>,
    /// The last template that was packed, by its number.
    ghost: Mutex<Option<(u32, Bytes)>>,
    pub(super) album: Mutex<Album>,
}

/// The board in packed chunks, and the last snapshot that was made of them.
#[derive(Debug)]
struct Packer {
    chunks: Packed,
    last: Option<Arc<Snapshot>>,
}

/// What is durable.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) board: Board,
    /// When each cell was painted last, in tenths of a second from 1; 0 is not known here.
    pub(super) when: Vec<u32>,
    /// The last items; the newest made the board's present version.
    ring: VecDeque<u32>,
    /// Painted since the last snapshot was packed.
    dirty: Dirty,
    notice: Arc<Notice>,
    /// Another one for other rules.
    mark: String,
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
        let notice = game.notice_of();
        Self {
            first: Board::new(width, height, game.first_epoch),
            opened: game.opened,
            palette: game.rules.palette.iter().map(|colour| colour.rgb.0).collect(),
            live: Mutex::new(Live {
                when: vec![0; board.cells().len()],
                board,
                ring: VecDeque::new(),
                dirty: Dirty::All,
                mark: mark_of(&notice),
                notice: Arc::new(notice),
            }),
            packer: Mutex::new(Packer {
                chunks: Packed::new(width, height),
                last: None,
            }),
            ghost: Mutex::default(),
            album: Mutex::default(),
        }
    }

    pub(super) fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The latest snapshot, made anew if it is too old.
    fn snapshot(&self) -> Arc<Snapshot> {
        let mut packer = self.packer.lock().unwrap_or_else(PoisonError::into_inner);
        let at = self.live().board.edition();
        if let Some(snapshot) = packer.last.as_ref().filter(|last| last.serves(at)) {
            return Arc::clone(snapshot);
        }
        let made = Arc::new(self.pack(&mut packer.chunks));
        packer.last = Some(Arc::clone(&made));
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
        let seen = bodies::overview(at, seen.step, seen.width, seen.height, &seen.cells);
        Snapshot {
            at,
            whole: packer.gzip(&bodies::snapshot(at, CHUNK, width, height)).into(),
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
            Some(version) if version == name && question.etag == Some(&name) => Ok(Reply::Unchanged { etag: name }),
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
        let header = bodies::chunk(snapshot.at, place, size);
        let bytes = snapshot
            .packed
            .chunk_gzip(place.0, place.1, &header)
            .ok_or(Refusal::CanvasOutside)?;
        Ok(binary(question, Some(name_of(snapshot.at)), bytes.into()))
    }

    /// Shape and rules.
    fn rules(&self, question: &Question) -> Reply {
        let (answer, etag) = {
            let live = self.live();
            (live.answer(), live.etag())
        };
        match question.etag {
            Some(known) if known == etag => Reply::Unchanged { etag },
            _ => Reply::named_json(&answer, etag),
        }
    }

    /// What changed since a version, each cell once. Its edition has the mark of the rules behind that of the board: whoever asks with
    /// it hears that the rules are others, though no cell may be.
    fn changes(&self, question: &Question) -> Result<Reply, Refusal> {
        let (epoch, since) = (question.needed("epoch")?, question.needed::<u32>("since")?);
        let live = self.live();
        let at = live.board.edition();
        let etag = live.etag();
        let known = question.etag.is_some_and(|known| known == etag || known == name_of(at));
        if known && at == (Edition { epoch, version: since }) {
            return Ok(Reply::Unchanged { etag });
        }
        let missed = live.since(epoch, since)?;
        drop(live);
        let items = latest(&missed);
        let body = gzip_all(&bodies::changes(at, since, &items));
        Ok(Reply::Body {
            kind: BINARY,
            gzip: true,
            etag: Some(etag),
            immutable: false,
            bytes: body.into(),
        })
    }

    fn ghost(&self, question: &Question) -> Result<Reply, Refusal> {
        let notice = Arc::clone(&self.live().notice);
        let info = notice.board.template.ok_or(Refusal::NotFound)?;
        // Numbers begin anew with each session, and its address does not.
        let etag = format!("template-{}-{}", self.first.edition().epoch, info.id);
        if question.etag == Some(&etag) {
            return Ok(Reply::Unchanged { etag });
        }
        // Whoever comes meanwhile waits: when one is laid a whole room asks at once.
        let mut ghost = self.ghost.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = ghost.as_ref().filter(|(id, _)| *id == info.id) {
            return Ok(binary(question, Some(etag), bytes.clone()));
        }
        let cells = notice.template.as_ref().and_then(Template::cells);
        let cells = cells.ok_or(Refusal::NotFound)?;
        let Area { x, y, width, height } = info.area;
        let body = bodies::template(info.id, (width, height), (x, y), &cells);
        let bytes = Bytes::from(gzip_all(&body));
        *ghost = Some((info.id, bytes.clone()));
        Ok(binary(question, Some(etag), bytes))
    }
}

impl Gallery for Hall {
    fn take(&self, at: PartyMs, bulk: &[Bulk]) {
        let mut live = self.live();
        for change in bulk {
            match change {
                Bulk::Item { item, by, returns } => live.paint(*item, *by, (!returns).then_some(at)),
                Bulk::Reset { epoch, cells } => live.reset(*epoch, cells),
            }
        }
    }

    fn notice(&self, notice: serde_json::Value) {
        match serde_json::from_value(notice) {
            Ok(notice) => self.live().learn(notice),
            Err(error) => tracing::error!(%error, "the canvas's notice cannot be read"),
        }
    }

    fn read(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal> {
        match question.path {
            "board" => Ok(self.rules(question)),
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
            "rollback" => self.rollback(question, past),
            "import" => self.imported(question),
            "template" => self.ghost_of(question),
            _ => Err(Refusal::NotFound),
        }
    }
}

impl Live {
    /// `at` is `None` for what was painted earlier and came back: when that was, the journal knows.
    fn paint(&mut self, painted: u32, by: Option<SeatId>, at: Option<PartyMs>) {
        let (cell, colour) = parts(painted);
        self.board.paint(cell, colour, by);
        if let Some(when) = self.when.get_mut(cell as usize) {
            *when = at.map_or(0, |at| u32::try_from(at.0 / TENTH_MS + 1).unwrap_or(u32::MAX));
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

    /// The edition of the board and the mark of its rules.
    fn etag(&self) -> String {
        format!("{}-{}", name_of(self.board.edition()), self.mark)
    }

    fn learn(&mut self, notice: Notice) {
        self.mark = mark_of(&notice);
        self.notice = Arc::new(notice);
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

    /// The items that made the versions after this one. No more is done here: the party waits for the lock.
    fn since(&self, epoch: u32, since: u32) -> Result<Vec<u32>, Refusal> {
        let at = self.board.edition();
        if epoch != at.epoch {
            return Err(Refusal::CanvasVersionGone);
        }
        let missed = at.version.checked_sub(since).ok_or(Refusal::CanvasVersionUnknown)? as usize;
        let from = self.ring.len().checked_sub(missed).ok_or(Refusal::CanvasVersionGone)?;
        Ok(self.ring.range(from..).copied().collect())
    }
}

/// Each cell once, with its latest colour.
fn latest(items: &[u32]) -> Vec<u32> {
    let mut last: HashMap<Cell, u8> = HashMap::with_capacity(items.len());
    last.extend(items.iter().map(|item| parts(*item)));
    let mut items: Vec<u32> = last.into_iter().map(|(cell, colour)| item(cell, colour)).collect();
    // In order of cells they pack better.
    items.sort_unstable_by_key(|item| item & 0x00ff_ffff);
    items
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

/// Short, the same for the same rules, and after a restart as well.
fn mark_of(notice: &Notice) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(&serde_json::to_vec(&notice.board).expect("rules serialise"));
    format!("{:08x}", hasher.finish() as u32)
}

pub(super) fn binary(question: &Question, etag: Option<String>, bytes: Bytes) -> Reply {
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

pub(super) fn png(bytes: Vec<u8>) -> Reply {
    Reply::Body {
        kind: "image/png",
        gzip: false,
        etag: None,
        immutable: false,
        bytes: bytes.into(),
    }
}

pub(super) fn refused(error: impl std::fmt::Display) -> Refusal {
    Refusal::CanvasPicture {
        reason: error.to_string(),
    }
}

pub(super) fn malformed(reason: &str) -> Refusal {
    Refusal::Malformed {
        reason: reason.to_owned(),
    }
}
