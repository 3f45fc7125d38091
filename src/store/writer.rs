//! The one thread that writes. All batches that wait are committed in one transaction; if that fails, each is tried alone, so that
//! a bad one takes nobody with it. Checkpoints happen between commits, when nobody waits. If it panics, the parties whose batches it
//! had in hand restore themselves, and it goes on with a fresh connection.

use super::condition::Gauge;
use super::pulse::Pulse;
use super::{Batch, Format, Synchronous, journal, open, rows};
use crate::id::{PartyCode, Seq};
use crate::meter::Meter;
use rusqlite::{Connection, Transaction, params};
use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use thiserror::Error;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{mpsc, oneshot};

/// Why a batch is not on the disk.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// SQLite refused it.
    #[error("the database refused a write: {0}")]
    Refused(String),
    /// The writer has stopped.
    #[error("the database is closed")]
    Stopped,
}

pub(super) struct Write {
    /// Nothing, for those who only want to know that all before them is done.
    pub batch: Option<Batch>,
    pub done: oneshot::Sender<Result<(), WriteError>>,
}

const MOST_IN_ONE_COMMIT: usize = 256;
/// After so much quiet the write-ahead log is folded into the database.
const QUIET: Duration = Duration::from_millis(500);
/// With nothing to fold in there is nothing to wake up for.
const IDLE: Duration = Duration::from_secs(3_600);
/// Under unbroken load it is folded in after so many commits all the same, or it would grow without end.
const COMMITS_BETWEEN_CHECKPOINTS: u32 = 2_000;

/// Between attempts to go on after a panic.
const AGAIN: Duration = Duration::from_secs(1);
/// Of a batch that was not written so many actions are named in the log.
const NAMED: usize = 16;

/// What the writer works with, and where it tells how it goes.
pub(super) struct Desk {
    pub folder: PathBuf,
    pub synchronous: Synchronous,
    pub pulse: Arc<Pulse>,
    pub meter: Arc<Meter>,
    pub gauge: Gauge,
    /// Commits since the start.
    pub commits: Arc<AtomicU64>,
}

/// Starts the thread; it ends when the last sender is gone and all that waited is written. Only then is the folder's lock released;
/// if the process dies, the operating system does it.
pub(super) fn start(db: Connection, queue: mpsc::Receiver<Write>, lock: File, desk: Desk) -> io::Result<()> {
    let timer = Builder::new_current_thread().enable_time().build()?;
    std::thread::Builder::new().name("store".into()).spawn(move || {
        live(db, queue, &desk, &timer);
        drop(lock);
    })?;
    Ok(())
}

/// Writes until the last sender is gone, whatever happens on the way.
fn live(mut db: Connection, mut queue: mpsc::Receiver<Write>, desk: &Desk, timer: &Runtime) {
    loop {
        let writing = AssertUnwindSafe(|| timer.block_on(run(&mut db, &mut queue, desk)));
        if catch_unwind(writing).is_ok() {
            return;
        }
        desk.pulse.lost(true);
        tracing::error!(
            code = "store/writer_lost",
            "the writer has failed; it goes on with a fresh connection"
        );
        match reopened(desk, &queue) {
            Some(fresh) => db = fresh,
            None => return,
        }
        desk.pulse.lost(false);
    }
}

/// A fresh connection, as soon as there is one; `None` if nobody waits for it any more.
fn reopened(desk: &Desk, queue: &mpsc::Receiver<Write>) -> Option<Connection> {
    loop {
        match open::writing(&desk.folder, desk.synchronous) {
            Ok(db) => return Some(db),
            Err(error) => {
                tracing::error!(code = "store/writer_lost", %error, "the database cannot be opened again yet");
                desk.gauge.notice(&error);
            }
        }
        if queue.is_closed() {
            return None;
        }
        std::thread::sleep(AGAIN);
    }
}

/// Rows grow to so many bytes: a lone event would cost three times its size. Four of these fit on a page.
const ROW: usize = 900;

/// The last row of each party, as long as it may grow. Emptied by a failure: then nothing is known of the rows.
type Tails = HashMap<PartyCode, Tail>;

struct Tail {
    last_seq: Seq,
    n: i64,
    body: Vec<u8>,
}

async fn run(db: &mut Connection, queue: &mut mpsc::Receiver<Write>, desk: &Desk) {
    let mut tails = Tails::new();
    let mut commits = 0;
    let mut waiting = Vec::new();
    loop {
        let patience = if commits == 0 { IDLE } else { QUIET };
        match tokio::time::timeout(patience, queue.recv_many(&mut waiting, MOST_IN_ONE_COMMIT)).await {
            Ok(0) => break,
            Ok(_) => {
                let writes = std::mem::take(&mut waiting);
                desk.pulse.at_the_disk(|| commit(db, &mut tails, writes, desk));
                commits += 1;
            }
            Err(_quiet) => desk.pulse.at_the_disk(|| checkpoint(db, &mut commits)),
        }
        if commits >= COMMITS_BETWEEN_CHECKPOINTS {
            desk.pulse.at_the_disk(|| checkpoint(db, &mut commits));
        }
    }
    checkpoint(db, &mut commits);
}

fn checkpoint(db: &Connection, commits: &mut u32) {
    *commits = 0;
    if let Err(error) = db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
        tracing::warn!(%error, "checkpoint put off");
    }
}

fn commit(db: &mut Connection, tails: &mut Tails, writes: Vec<Write>, desk: &Desk) {
    let begun = Instant::now();
    if write_all(db, tails, writes.iter().filter_map(|write| write.batch.as_ref()), desk).is_ok() {
        let batches = || writes.iter().filter_map(|write| write.batch.as_ref());
        let events = batches().map(|batch| batch.n.unsigned_abs()).sum();
        desk.meter.committed(begun.elapsed(), events);
        batches().for_each(tell_written);
        for write in writes {
            // A caller that is gone does not need the answer.
            let _ = write.done.send(Ok(()));
        }
        return;
    }
    for write in writes {
        let written = write
            .batch
            .map_or(Ok(()), |batch| commit_alone(db, tails, &batch, desk));
        let _ = write.done.send(written);
    }
}

fn commit_alone(db: &mut Connection, tails: &mut Tails, batch: &Batch, desk: &Desk) -> Result<(), WriteError> {
    let begun = Instant::now();
    let written = write_all(db, tails, std::iter::once(batch), desk);
    match written {
        Ok(()) => {
            desk.meter.committed(begun.elapsed(), batch.n.unsigned_abs());
            tell_written(batch);
            Ok(())
        }
        Err(error) => {
            desk.meter.not_written();
            tell_not_written(batch, &error);
            Err(WriteError::Refused(error.to_string()))
        }
    }
}

/// One line for each action, under the trace that it brought.
fn tell_written(batch: &Batch) {
    if tracing::enabled!(tracing::Level::DEBUG) {
        for trace in &batch.traces {
            tracing::debug!(parent: trace, party = %batch.party, seq = batch.last_seq, "journaled");
        }
    }
}

fn tell_not_written(batch: &Batch, error: &rusqlite::Error) {
    tracing::error!(code = "store/refused", party = %batch.party, %error, "a batch was not written");
    for trace in batch.traces.iter().take(NAMED) {
        tracing::error!(parent: trace, code = "store/refused", party = %batch.party, "it was in that batch");
    }
}

fn write_all<'a>(
    db: &mut Connection,
    tails: &mut Tails,
    batches: impl Iterator<Item = &'a Batch>,
    desk: &Desk,
) -> rusqlite::Result<()> {
    let mut batches = batches.peekable();
    if batches.peek().is_none() {
        // Nothing was tried that would say anything of the disk.
        return Ok(());
    }
    let written = in_one(db, tails, batches);
    desk.pulse.refused(written.is_err());
    match &written {
        Ok(()) => {
            desk.commits.fetch_add(1, Ordering::Relaxed);
            desk.gauge.well();
        }
        Err(error) => {
            tails.clear();
            desk.gauge.notice(error);
        }
    }
    written
}

fn in_one<'a>(
    db: &mut Connection,
    tails: &mut Tails,
    batches: impl Iterator<Item = &'a Batch>,
) -> rusqlite::Result<()> {
    let transaction = db.transaction()?;
    for batch in batches {
        append(&transaction, tails, batch)?;
        for row in &batch.rows {
            rows::write(&transaction, &batch.party, row)?;
        }
    }
    transaction.commit()
}

/// Adds a batch to the party's last row while that is small, or begins another.
fn append(transaction: &Transaction, tails: &mut Tails, batch: &Batch) -> rusqlite::Result<()> {
    match tails.get_mut(&batch.party) {
        Some(tail) if tail.takes(batch) => tail.grow(transaction, batch),
        _ => begin(transaction, tails, batch),
    }
}

fn begin(transaction: &Transaction, tails: &mut Tails, batch: &Batch) -> rusqlite::Result<()> {
    let format = batch.format as i64;
    transaction
        .prepare_cached(
            "INSERT INTO journal (party, last_seq, n, at_ms, format, body, crc) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            batch.party.as_str(),
            batch.last_seq,
            batch.n,
            batch.at_ms,
            format,
            batch.body,
            journal::checksum(
                batch.party.as_str(),
                [batch.last_seq, batch.n, batch.at_ms, format],
                &batch.body
            )
        ])?;
    let tail = Tail {
        last_seq: batch.last_seq,
        n: batch.n,
        body: batch.body.clone(),
    };
    match batch.format == Format::Packed && batch.body.len() < ROW {
        true => tails.insert(batch.party.clone(), tail),
        false => tails.remove(&batch.party),
    };
    Ok(())
}

impl Tail {
    fn takes(&self, batch: &Batch) -> bool {
        let follows = batch.last_seq - batch.n == self.last_seq;
        follows && batch.format == Format::Packed && self.body.len() + batch.body.len() <= ROW
    }

    fn grow(&mut self, transaction: &Transaction, batch: &Batch) -> rusqlite::Result<()> {
        self.body.extend_from_slice(&batch.body);
        self.n += batch.n;
        let numbers = [batch.last_seq, self.n, batch.at_ms, batch.format as i64];
        let crc = journal::checksum(batch.party.as_str(), numbers, &self.body);
        transaction
            .prepare_cached(
                "UPDATE journal SET last_seq = ?, n = ?, at_ms = ?, body = ?, crc = ? WHERE party = ? AND last_seq = ?",
            )?
            .execute(params![
                batch.last_seq,
                self.n,
                batch.at_ms,
                self.body,
                crc,
                batch.party.as_str(),
                self.last_seq
            ])?;
        self.last_seq = batch.last_seq;
        Ok(())
    }
}
