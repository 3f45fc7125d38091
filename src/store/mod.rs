//! The disk: one writer thread that commits batches of events, and read connections. Durable means that SQLite has synced the
//! write-ahead log (`synchronous=FULL`). Knows ids and rows, no party and no game.

mod backup;
mod condition;
mod folded;
mod journal;
mod library;
mod migrations;
mod open;
mod pulse;
mod restore;
mod rows;
mod shelf;
mod writer;

pub use backup::{BackupError, Pace, back_up, back_up_to};
pub use condition::Condition;
pub use folded::{Folded, Mark};
pub use library::{Kept, SavedRun};
pub use open::OpenError;
pub use pulse::WriterState;
pub use restore::{RestoreError, Restored, restore};
pub use rows::TableRow;
/// Why the disk could not be read.
pub use rusqlite::Error as ReadError;
pub use shelf::{Backup, Bounds, backups};
pub use writer::WriteError;

use crate::id::{PartyCode, Seq};
use crate::meter::Meter;
use condition::Gauge;
use pulse::Pulse;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{mpsc, oneshot, watch};
use tracing::Span;

/// How strictly a commit waits for the disk. Anything but [`Synchronous::Full`] exists to prove that a test notices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Synchronous {
    /// A commit is on the disk before it is told.
    #[default]
    Full,
    /// A commit is told before it is on the disk.
    Off,
}

/// Events of one party that become durable together, with the rows that follow from them.
#[derive(Debug)]
pub struct Batch {
    /// Whose.
    pub party: PartyCode,
    /// Position of the last event.
    pub last_seq: Seq,
    /// How many events.
    pub n: i64,
    /// Party time of the last event, ms.
    pub at_ms: i64,
    /// How the events are encoded.
    pub format: Format,
    /// The events, as the party encodes them. Bodies of the same format put together are a body.
    pub body: Vec<u8>,
    /// Rows of the read models.
    pub rows: Vec<TableRow>,
    /// Under which traces the log tells of what is in it.
    pub traces: Vec<Span>,
}

/// How a body is encoded; only the party knows how to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A JSON array, as version 1 wrote it.
    Json = 0,
    /// Records one after the other.
    Packed = 1,
}

/// A row of the journal as read back.
#[derive(Debug, PartialEq, Eq)]
pub struct Stored {
    /// Position of the last event.
    pub last_seq: Seq,
    /// Party time of the last event, ms.
    pub at_ms: i64,
    /// How the events are encoded.
    pub format: Format,
    /// The events.
    pub body: Vec<u8>,
}

/// What a guest told the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which, in order.
    pub id: Seq,
    /// The guest's name.
    pub name: String,
    /// 1 to 5.
    pub stars: u8,
    /// What.
    pub text: String,
    /// When, RFC 3339.
    pub at: String,
}

/// A row of the journal under the eyes of somebody who reads on.
#[derive(Debug)]
pub struct Passing<'a> {
    /// Position of the last event.
    pub last_seq: Seq,
    /// How many events.
    pub n: i64,
    /// Party time of the last event, ms.
    pub at_ms: i64,
    /// Party time of the last event before this row, ms.
    pub since_ms: i64,
    /// How the events are encoded.
    pub format: Format,
    /// The events.
    pub body: &'a [u8],
}

/// A handle to the data folder. Clones share the writer thread; the last one dropped lets it finish and release the folder.
#[derive(Clone)]
pub struct Store {
    queue: mpsc::Sender<writer::Write>,
    reader: Arc<Mutex<Connection>>,
    folder: Arc<PathBuf>,
    pulse: Arc<Pulse>,
    meter: Arc<Meter>,
    gauge: Gauge,
    /// Commits since the start.
    commits: Arc<AtomicU64>,
}

/// Batches that may wait for the writer before those who bring them wait themselves.
const QUEUE: usize = 64;

impl Store {
    /// Opens or creates the data folder, migrates its database, and starts the writer.
    pub fn open(folder: &Path, synchronous: Synchronous) -> Result<Self, OpenError> {
        let lock = open::lock(folder)?;
        let connection = open::database(folder, synchronous)?;
        let reader = open::reader(folder)?;
        let (queue, receiver) = mpsc::channel(QUEUE);
        let desk = writer::Desk {
            folder: folder.to_owned(),
            synchronous,
            pulse: Arc::new(Pulse::new()),
            meter: Arc::new(Meter::new()),
            gauge: Gauge::new(),
            commits: Arc::default(),
        };
        let (pulse, meter) = (Arc::clone(&desk.pulse), Arc::clone(&desk.meter));
        let (gauge, commits) = (desk.gauge.clone(), Arc::clone(&desk.commits));
        writer::start(connection, receiver, lock, desk).map_err(OpenError::Thread)?;
        Ok(Self {
            queue,
            reader: Arc::new(Mutex::new(reader)),
            folder: Arc::new(folder.to_owned()),
            pulse,
            meter,
            gauge,
            commits,
        })
    }

    /// What is counted in the house that keeps itself here.
    pub fn meter(&self) -> &Arc<Meter> {
        &self.meter
    }

    /// How the writer is; asked of nobody who might not answer.
    pub fn writer(&self) -> WriterState {
        if self.queue.is_closed() {
            return WriterState::Lost;
        }
        self.pulse.state()
    }

    /// Batches that wait for the writer.
    pub fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    /// Makes a batch durable. When it returns `Ok`, the batch survives a pulled plug.
    pub async fn append(&self, batch: Batch) -> Result<(), WriteError> {
        self.write(Some(batch)).await
    }

    /// Returns once everything that was handed over before is on the disk, or refused.
    pub async fn settled(&self) -> Result<(), WriteError> {
        self.write(None).await
    }

    async fn write(&self, batch: Option<Batch>) -> Result<(), WriteError> {
        let (done, answer) = oneshot::channel();
        let write = writer::Write { batch, done };
        self.queue.send(write).await.map_err(|_| WriteError::Stopped)?;
        answer.await.map_err(|_| WriteError::Stopped)?
    }

    /// The parties that have not ended, oldest first; true for those beside the evening's.
    pub async fn open_parties(&self) -> rusqlite::Result<Vec<(PartyCode, bool)>> {
        self.read(|db| {
            let mut query =
                db.prepare_cached("SELECT code, beside FROM party WHERE ended_at IS NULL ORDER BY opened_at, code")?;
            let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
            rows.filter_map(|row| {
                row.map(|(code, beside)| PartyCode::parse(&code).map(|code| (code, beside)))
                    .transpose()
            })
            .collect()
        })
        .await
    }

    /// What guests of a party have told the host, oldest first.
    pub async fn feedback(&self, party: &PartyCode) -> rusqlite::Result<Vec<Told>> {
        let party = party.clone();
        self.read(move |db| {
            let mut query = db.prepare_cached(
                "SELECT feedback.id, seat.name, stars, text, at FROM feedback
                 LEFT JOIN seat ON seat.party = feedback.party AND seat.id = feedback.seat
                 WHERE feedback.party = ? ORDER BY feedback.id",
            )?;
            let rows = query.query_map([party.as_str()], |row| {
                Ok(Told {
                    id: row.get(0)?,
                    name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                    stars: row.get(2)?,
                    text: row.get(3)?,
                    at: row.get(4)?,
                })
            })?;
            rows.collect()
        })
        .await
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How the disk is doing.
    pub fn condition(&self) -> Condition {
        self.gauge.read()
    }

    /// Follows how the disk is doing.
    pub fn watch(&self) -> watch::Receiver<Condition> {
        self.gauge.follow()
    }

    /// Commits since the start.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Writes something that is taken back, after the disk has refused a write: does it take writes again? What looked like damage and
    /// was only a disk that could not be read is found to be whole.
    pub async fn prove(&self) -> rusqlite::Result<()> {
        let folder = Arc::clone(&self.folder);
        let damaged = self.condition() == Condition::Damaged;
        let (proven, whole) = blocking(move || (open::prove(&folder), damaged && open::is_whole(&folder))).await;
        match &proven {
            Ok(()) if whole => self.gauge.sound(),
            Ok(()) => self.gauge.well(),
            Err(error) => self.gauge.notice(error),
        }
        if proven.is_ok() {
            self.pulse.refused(false);
        }
        proven
    }

    /// Every party that has a journal.
    pub async fn journaled_parties(&self) -> rusqlite::Result<Vec<PartyCode>> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT DISTINCT party FROM journal ORDER BY party")?;
            let codes = query.query_map([], |row| row.get::<_, String>(0))?;
            codes
                .filter_map(|code| code.map(|code| PartyCode::parse(&code)).transpose())
                .collect()
        })
        .await
    }

    /// Whether a party with this code ever was, and has ended: `Some(true)` if it has.
    pub async fn has_ended(&self, party: &PartyCode) -> rusqlite::Result<Option<bool>> {
        let party = party.clone();
        self.read(move |db| {
            let mut query = db.prepare_cached("SELECT ended_at IS NOT NULL FROM party WHERE code = ?")?;
            query.query_row([party.as_str()], |row| row.get(0)).optional()
        })
        .await
    }

    /// Replaces all rows of a party by those made anew from its journal.
    pub fn rebuild(&self, party: &PartyCode, all: &[TableRow]) -> rusqlite::Result<()> {
        let mut db = open::writable(&self.folder)?;
        let transaction = db.transaction()?;
        for table in [
            "saved",
            "feedback",
            "board_snapshot",
            "result",
            "progress",
            "seat",
            "session",
        ] {
            transaction.execute(&format!("DELETE FROM {table} WHERE party = ?"), params![party.as_str()])?;
        }
        transaction.execute("DELETE FROM party WHERE code = ?", params![party.as_str()])?;
        for row in all {
            rows::write(&transaction, party, row)?;
        }
        transaction.commit()
    }

    async fn read<T, F>(&self, query: F) -> rusqlite::Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let reader = Arc::clone(&self.reader);
        let read = blocking(move || query(&reader.lock().unwrap_or_else(PoisonError::into_inner))).await;
        read.inspect_err(|error| self.gauge.notice(error))
    }
}

/// Does something on a thread that may wait.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    // The task is never aborted, so it fails only by the panic that it passes on.
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|broken| std::panic::resume_unwind(broken.into_panic()))
}
