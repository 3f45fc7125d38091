//! How the disk is doing, as the last reads and writes have shown. Whoever wants to know looks here and tries nothing of its own.

use rusqlite::ErrorCode;
use std::sync::Arc;
use tokio::sync::watch;

/// How the disk is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// It takes what is written.
    #[default]
    Well,
    /// It has no room.
    Full,
    /// It refuses reads or writes.
    Failing,
    /// The database on it is damaged, until it is restored or turns out to be whole.
    Damaged,
}

/// Where it is noted; clones share it.
#[derive(Clone)]
pub(super) struct Gauge(Arc<watch::Sender<Condition>>);

impl Gauge {
    pub(super) fn new() -> Self {
        Self(Arc::new(watch::Sender::new(Condition::Well)))
    }

    pub(super) fn follow(&self) -> watch::Receiver<Condition> {
        self.0.subscribe()
    }

    pub(super) fn read(&self) -> Condition {
        *self.0.borrow()
    }

    /// Something was read or written without trouble. Damage does not go away by that.
    pub(super) fn well(&self) {
        self.turn(|now| match now {
            Condition::Damaged => Condition::Damaged,
            _ => Condition::Well,
        });
    }

    /// Takes an error for what it says of the disk; most say nothing of it.
    pub(super) fn notice(&self, error: &rusqlite::Error) {
        let shown = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Condition::Damaged,
            Some(ErrorCode::DiskFull) => Condition::Full,
            Some(
                ErrorCode::SystemIoFailure | ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied,
            ) => Condition::Failing,
            _ => return,
        };
        self.turn(|now| match now {
            Condition::Damaged => Condition::Damaged,
            _ => shown,
        });
    }

    /// All of it was looked at, and is whole.
    pub(super) fn sound(&self) {
        self.turn(|_| Condition::Well);
    }

    pub(super) fn damaged(&self) {
        self.turn(|_| Condition::Damaged);
    }

    fn turn(&self, next: impl FnOnce(Condition) -> Condition) {
        self.0.send_if_modified(|now| {
            let before = std::mem::replace(now, next(*now));
            before != *now
        });
    }
}
