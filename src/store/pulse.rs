//! How the writer is, for those who look after the appliance: they look, and never wait for it or for its disk.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How the writer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriterState {
    /// It writes what comes, or waits for it.
    Ready,
    /// It has been waiting for the disk for so long.
    Busy(Duration),
    /// The disk refused what came last.
    Refused,
    /// Its thread has failed, and cannot go on yet.
    Lost,
}

/// Written by the writer's thread; that the disk takes writes again may be told by whoever has tried.
pub(super) struct Pulse {
    begun: Instant,
    /// Milliseconds after `begun` at which it turned to the disk, and one more, for 0 means that it does not wait for the disk.
    busy_since: AtomicU64,
    refused: AtomicBool,
    lost: AtomicBool,
    #[cfg(test)]
    pub(super) panics: AtomicBool,
}

impl Pulse {
    pub(super) fn new() -> Self {
        Self {
            begun: Instant::now(),
            busy_since: AtomicU64::new(0),
            refused: AtomicBool::new(false),
            lost: AtomicBool::new(false),
            #[cfg(test)]
            panics: AtomicBool::new(false),
        }
    }

    pub(super) fn state(&self) -> WriterState {
        if self.lost.load(Ordering::Relaxed) {
            return WriterState::Lost;
        }
        match self.busy_since.load(Ordering::Relaxed) {
            0 if self.refused.load(Ordering::Relaxed) => WriterState::Refused,
            0 => WriterState::Ready,
            since => WriterState::Busy(Duration::from_millis((self.now() + 1).saturating_sub(since))),
        }
    }

    /// Does something with the disk.
    pub(super) fn at_the_disk<T>(&self, work: impl FnOnce() -> T) -> T {
        self.busy_since.store(self.now() + 1, Ordering::Relaxed);
        #[cfg(test)]
        assert!(!self.panics.swap(false, Ordering::Relaxed), "the test wants a panic");
        let done = work();
        self.busy_since.store(0, Ordering::Relaxed);
        done
    }

    pub(super) fn refused(&self, refused: bool) {
        self.refused.store(refused, Ordering::Relaxed);
    }

    pub(super) fn lost(&self, lost: bool) {
        self.lost.store(lost, Ordering::Relaxed);
        self.busy_since.store(0, Ordering::Relaxed);
    }

    fn now(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PartyCode;
    use crate::store::{Batch, Condition, Format, Store, Synchronous, WriteError};
    use rusqlite::ffi;

    fn batch(seq: i64) -> Batch {
        Batch {
            party: PartyCode::parse("KWRX").unwrap(),
            last_seq: seq,
            n: 1,
            at_ms: seq,
            format: Format::Json,
            body: b"[]".to_vec(),
            rows: Vec::new(),
            traces: Vec::new(),
        }
    }

    #[tokio::test]
    async fn a_writer_that_fails_tells_who_waited_and_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Synchronous::Full).unwrap();
        store.append(batch(1)).await.unwrap();
        store.pulse.panics.store(true, Ordering::Relaxed);
        assert_eq!(store.append(batch(2)).await, Err(WriteError::Stopped));
        assert_eq!(store.append(batch(2)).await, Ok(()), "the next one is written");
        assert_eq!(store.load(&batch(1).party).await.unwrap().len(), 2);
        assert_ne!(store.writer(), WriterState::Lost);
    }

    #[tokio::test]
    async fn a_disk_that_is_seen_to_take_writes_again_refuses_no_longer() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Synchronous::Full).unwrap();
        store.pulse.refused(true);
        assert_eq!(store.writer(), WriterState::Refused);
        store.prove().await.unwrap();
        assert_eq!(store.writer(), WriterState::Ready);
    }

    #[tokio::test]
    async fn who_asks_whether_all_is_written_writes_nothing_and_learns_nothing_of_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Synchronous::Full).unwrap();
        store.append(batch(1)).await.unwrap();
        store
            .gauge
            .notice(&rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_FULL), None));
        store.settled().await.unwrap();
        assert_eq!((store.commits(), store.condition()), (1, Condition::Full));
    }

    #[test]
    fn waiting_for_the_disk_is_seen_from_outside_and_so_is_a_refusal() {
        let pulse = Pulse::new();
        assert_eq!(pulse.state(), WriterState::Ready);
        let inside = pulse.at_the_disk(|| pulse.state());
        assert!(matches!(inside, WriterState::Busy(_)), "{inside:?}");
        pulse.refused(true);
        assert_eq!(pulse.state(), WriterState::Refused);
        pulse.refused(false);
        pulse.lost(true);
        assert_eq!(pulse.state(), WriterState::Lost);
    }
}
