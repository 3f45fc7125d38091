//! The one thread that writes. All batches that wait are committed in one transaction; if that fails, each is tried alone, so that
//! a bad one takes nobody with it. Checkpoints happen between commits, when nobody waits.

use super::{Batch, rows};
use rusqlite::{Connection, Transaction, params};
use std::fs::File;
use std::io;
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

const MOST_IN_ONE_COMMIT: usize = 256;
/// After so much quiet the write-ahead log is folded into the database.
const QUIET: Duration = Duration::from_millis(500);
/// With nothing to fold in there is nothing to wake up for.
const IDLE: Duration = Duration::from_secs(3_600);
/// Under unbroken load it is folded in after so many commits all the same, or it would grow without end.
const COMMITS_BETWEEN_CHECKPOINTS: u32 = 2_000;

/// Starts the thread; it ends when the last sender is gone and all that waited is written. Only then is the folder's lock released;
/// if the process dies, the operating system does it.
pub(super) fn start(db: Connection, mut queue: mpsc::Receiver<Write>, lock: File) -> io::Result<()> {
    let timer = Builder::new_current_thread().enable_time().build()?;
    std::thread::Builder::new().name("store".into()).spawn(move || {
        timer.block_on(run(db, &mut queue));
        drop(lock);
    })?;
    Ok(())
}

async fn run(mut db: Connection, queue: &mut mpsc::Receiver<Write>) {
    let mut commits = 0;
    let mut waiting = Vec::new();
    loop {
        let patience = if commits == 0 { IDLE } else { QUIET };
        match tokio::time::timeout(patience, queue.recv_many(&mut waiting, MOST_IN_ONE_COMMIT)).await {
            Ok(0) => break,
            Ok(_) => {
                commit(&mut db, std::mem::take(&mut waiting));
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

fn commit(db: &mut Connection, writes: Vec<Write>) {
    if write_all(db, writes.iter().map(|write| &write.batch)).is_ok() {
        for write in writes {
            // A caller that is gone does not need the answer.
            let _ = write.done.send(Ok(()));
        }
        return;
    }
    for write in writes {
        let result =
            write_all(db, std::iter::once(&write.batch)).map_err(|error| WriteError::Refused(error.to_string()));
        if let Err(error) = &result {
            tracing::error!(party = %write.batch.party, %error, "a batch was not written");
        }
        let _ = write.done.send(result);
    }
}

fn write_all<'a>(db: &mut Connection, batches: impl Iterator<Item = &'a Batch>) -> rusqlite::Result<()> {
    let transaction = db.transaction()?;
    for batch in batches {
        write_one(&transaction, batch)?;
    }
    transaction.commit()
}

fn write_one(transaction: &Transaction, batch: &Batch) -> rusqlite::Result<()> {
    transaction
        .prepare_cached("INSERT INTO journal (party, last_seq, n, at_ms, body) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![
            batch.party.as_str(),
            batch.last_seq,
            batch.n,
            batch.at_ms,
            batch.body
        ])?;
    for row in &batch.rows {
        rows::write(transaction, &batch.party, row)?;
    }
    Ok(())
}
