//! The one thread that writes. All batches that wait are committed in one transaction; if that fails, each is tried alone, so that
//! a bad one takes nobody with it. Checkpoints happen between commits, when nobody waits.

use super::condition::Gauge;
use super::{Batch, Format, journal, rows};
use crate::id::{PartyCode, Seq};
use rusqlite::{Connection, Transaction, params};
use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use thiserror::Error;
use tokio::runtime::Builder;
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
    pub batch: Batch,
    pub done: oneshot::Sender<Result<(), WriteError>>,
}

/// Where the writer tells how it goes.
pub(super) struct Told {
    pub gauge: Gauge,
    pub commits: Arc<AtomicU64>,
}

const MOST_IN_ONE_COMMIT: usize = 256;
/// After so much quiet the write-ahead log is folded into the database.
const QUIET: Duration = Duration::from_millis(500);
/// With nothing to fold in there is nothing to wake up for.
const IDLE: Duration = Duration::from_secs(3_600);
/// Under unbroken load it is folded in after so many commits all the same, or it would grow without end.
const COMMITS_BETWEEN_CHECKPOINTS: u32 = 2_000;

/// Starts the thread; it ends when the last sender is gone and all that waited is written. Only then is the folder's lock released;
/// if the process dies, the operating system does it.
pub(super) fn start(db: Connection, mut queue: mpsc::Receiver<Write>, lock: File, told: Told) -> io::Result<()> {
    let timer = Builder::new_current_thread().enable_time().build()?;
    std::thread::Builder::new().name("store".into()).spawn(move || {
        timer.block_on(run(db, &mut queue, &told));
        drop(lock);
    })?;
    Ok(())
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

async fn run(mut db: Connection, queue: &mut mpsc::Receiver<Write>, told: &Told) {
    let mut tails = Tails::new();
    let mut commits = 0;
    let mut waiting = Vec::new();
    loop {
        let patience = if commits == 0 { IDLE } else { QUIET };
        match tokio::time::timeout(patience, queue.recv_many(&mut waiting, MOST_IN_ONE_COMMIT)).await {
            Ok(0) => break,
            Ok(_) => {
                commit(&mut db, &mut tails, std::mem::take(&mut waiting), told);
                commits += 1;
            }
            Err(_quiet) => checkpoint(&db, &mut commits),
        }
        if commits >= COMMITS_BETWEEN_CHECKPOINTS {
            checkpoint(&db, &mut commits);
        }
    }
    checkpoint(&db, &mut commits);
}

fn checkpoint(db: &Connection, commits: &mut u32) {
    *commits = 0;
    if let Err(error) = db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
        tracing::warn!(%error, "checkpoint put off");
    }
}

fn commit(db: &mut Connection, tails: &mut Tails, writes: Vec<Write>, told: &Told) {
    if write_all(db, tails, writes.iter().map(|write| &write.batch), told).is_ok() {
        for write in writes {
            // A caller that is gone does not need the answer.
            let _ = write.done.send(Ok(()));
        }
        return;
    }
    for write in writes {
        let one = std::iter::once(&write.batch);
        let result = write_all(db, tails, one, told).map_err(|error| WriteError::Refused(error.to_string()));
        if let Err(error) = &result {
            tracing::error!(party = %write.batch.party, %error, "a batch was not written");
        }
        let _ = write.done.send(result);
    }
}

fn write_all<'a>(
    db: &mut Connection,
    tails: &mut Tails,
    batches: impl Iterator<Item = &'a Batch>,
    told: &Told,
) -> rusqlite::Result<()> {
    let written = in_one(db, tails, batches);
    match &written {
        Ok(()) => {
            told.commits.fetch_add(1, Ordering::Relaxed);
            told.gauge.well();
        }
        Err(error) => {
            tails.clear();
            told.gauge.notice(error);
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
