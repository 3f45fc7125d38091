//! Opening the data folder: the lock, the checks that a host should hear about in one sentence, the connections.

use super::{Backup, Synchronous, backup, migrations, restore, shelf};
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};
use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;
use thiserror::Error;

/// Why the data folder cannot be used, each in one sentence with what to do.
#[derive(Debug, Error)]
pub enum OpenError {
    /// It cannot be created or written to.
    #[error("The data folder {0} cannot be written to: make it writable, or choose another one with --data-dir.")]
    ReadOnly(PathBuf),
    /// The disk is full.
    #[error("The disk of the data folder {0} is full: free some space, or choose another folder with --data-dir.")]
    Full(PathBuf),
    /// A newer snowparty wrote it.
    #[error(
        "The data folder {folder} was written by a newer snowparty (schema {found}, this one knows {known}): update snowparty, or choose another folder with --data-dir."
    )]
    Newer {
        /// The folder.
        folder: PathBuf,
        /// Its schema version.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// Another snowparty runs on it.
    #[error(
        "Another snowparty is already using the data folder {0}: stop that one, or choose another folder with --data-dir."
    )]
    InUse(PathBuf),
    /// It is no database, a damaged one, or gone.
    #[error("The database in {folder} is {how}: {remedy}")]
    Damaged {
        /// The folder.
        folder: PathBuf,
        /// How one finds it.
        how: &'static str,
        /// What to do, with the command.
        remedy: String,
    },
    /// Anything else.
    #[error("The data folder {folder} cannot be opened ({cause}): check it, or choose another one with --data-dir.")]
    Other {
        /// The folder.
        folder: PathBuf,
        /// What SQLite or the system said.
        cause: String,
    },
    /// The operating system gave no thread.
    #[error("The system has no thread left for the database ({0}): close other programs and try again.")]
    Thread(io::Error),
}

pub(super) const FILE: &str = "snowparty.db";

/// So long a start looks for damage; what it does not come to is looked at by the next backup.
const LOOK: Duration = Duration::from_millis(300);

impl OpenError {
    /// What an error of SQLite means for the host of this folder.
    pub fn from_sqlite(folder: &Path, error: &rusqlite::Error) -> Self {
        from_sqlite(folder, error)
    }

    /// Damage, with the way back: the last backup that is whole.
    pub fn damaged(folder: &Path, how: &'static str) -> Self {
        let whole = shelf::backups(folder)
            .into_iter()
            .find(|backup| backup::prove(&backup.path).is_ok());
        let at = folder.display();
        let remedy = match whole {
            Some(Backup { name, .. }) => format!(
                "the last good backup is {name}; put it in its place with: snowparty restore {name} --data-dir {at}"
            ),
            None => {
                "there is no backup of it, so restore a copy of that folder if you have one, or choose another one \
                     with --data-dir to start afresh."
                    .to_owned()
            }
        };
        Self::Damaged {
            folder: folder.to_owned(),
            how,
            remedy,
        }
    }

    /// The exit code by which scripts know it; 1 is everything else, and 2 a command line that makes no sense.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Damaged { .. } => 3,
            Self::InUse(_) => 4,
            Self::Full(_) => 5,
            Self::ReadOnly(_) => 6,
            Self::Newer { .. } => 7,
            Self::Other { .. } | Self::Thread(_) => 1,
        }
    }
}

/// Takes the folder for this process; the lock goes with the process, however it ends.
pub(super) fn lock(folder: &Path) -> Result<File, OpenError> {
    std::fs::create_dir_all(folder).map_err(|error| from_io(folder, &error))?;
    let file = File::create(folder.join("lock")).map_err(|error| from_io(folder, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(folder.to_owned())),
        Err(TryLockError::Error(error)) => Err(from_io(folder, &error)),
    }
}

/// Has anything been kept in this folder?
pub(super) fn exists(folder: &Path) -> bool {
    folder.join(FILE).exists()
}

/// The writer's connection, with the schema brought up to date.
pub(super) fn database(folder: &Path, synchronous: Synchronous) -> Result<Connection, OpenError> {
    let explain = |error: rusqlite::Error| from_sqlite(folder, &error);
    restore::finish(folder).map_err(|error| from_io(folder, &error))?;
    shelf::sweep(&folder.join(shelf::FOLDER), "");
    let mut db = writing(folder, synchronous).map_err(explain)?;
    let found: i64 = db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(explain)?;
    if found == 0 && !is_empty(&db).map_err(explain)? {
        return Err(OpenError::damaged(folder, "damaged"));
    }
    if found == 0 && !shelf::backups(folder).is_empty() {
        return Err(OpenError::damaged(folder, "gone"));
    }
    if found > migrations::VERSION {
        return Err(OpenError::Newer {
            folder: folder.to_owned(),
            found,
            known: migrations::VERSION,
        });
    }
    look(&db, LOOK).map_err(explain)?;
    migrations::bring_up_to_date(&mut db, found).map_err(explain)?;
    if !migrations::has_the_shape(&db).map_err(explain)? {
        return Err(OpenError::damaged(folder, "damaged"));
    }
    prove_writable(&db).map_err(explain)?;
    Ok(db)
}

/// The writer's connection to a database that is known to be in order.
pub(super) fn writing(folder: &Path, synchronous: Synchronous) -> rusqlite::Result<Connection> {
    let db = writable(folder)?;
    let level = if synchronous == Synchronous::Off { "OFF" } else { "FULL" };
    db.pragma_update(None, "synchronous", level)?;
    Ok(db)
}

fn is_empty(db: &Connection) -> rusqlite::Result<bool> {
    db.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
}

/// Looks for damage in the structure of the database, for a bounded time; a large one is not looked at to its end.
fn look(db: &Connection, at_most: Duration) -> rusqlite::Result<()> {
    let handle = db.get_interrupt_handle();
    let (done, waiting) = std::sync::mpsc::channel::<()>();
    let patience = std::thread::spawn(move || {
        if waiting.recv_timeout(at_most) == Err(RecvTimeoutError::Timeout) {
            handle.interrupt();
        }
    });
    let said = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
    drop(done);
    // It does nothing that could panic.
    let _ = patience.join();
    match said {
        Ok(said) if said != "ok" => Err(rusqlite::Error::SqliteFailure(
            ffi::Error::new(ffi::SQLITE_CORRUPT),
            Some(said),
        )),
        Err(error) if error.sqlite_error_code() != Some(ErrorCode::OperationInterrupted) => Err(error),
        _ => Ok(()),
    }
}

/// A connection that may write.
pub(super) fn writable(folder: &Path) -> rusqlite::Result<Connection> {
    let db = Connection::open(folder.join(FILE))?;
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // Checkpoints are the writer's, between commits.
    db.pragma_update(None, "wal_autocheckpoint", 0)?;
    db.pragma_update(None, "foreign_keys", true)?;
    Ok(db)
}

/// A connection that only reads.
pub(super) fn reader(folder: &Path) -> Result<Connection, OpenError> {
    read_only(folder).map_err(|error| from_sqlite(folder, &error))
}

/// The same, once the folder is known to be in order.
pub(super) fn read_only(folder: &Path) -> rusqlite::Result<Connection> {
    reading(&folder.join(FILE))
}

/// A connection to any file that may only read.
pub(super) fn reading(file: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(file, flags)
}

/// Does the disk of a folder that is in use take writes?
pub(super) fn prove(folder: &Path) -> rusqlite::Result<()> {
    prove_writable(&writable(folder)?)
}

/// Is the database of a folder that is in use whole, to its last row?
pub(super) fn is_whole(folder: &Path) -> bool {
    backup::prove(&folder.join(FILE)).is_ok()
}

/// A full or read-only disk shows itself only at a write, so make one before the party counts on it: 256 KB that are taken back.
fn prove_writable(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch(
        "BEGIN IMMEDIATE;
         CREATE TABLE IF NOT EXISTS room_on_disk (filler BLOB);
         INSERT INTO room_on_disk VALUES (zeroblob(262144));
         COMMIT;
         DROP TABLE room_on_disk;",
    )
}

fn from_io(folder: &Path, error: &io::Error) -> OpenError {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::NotADirectory => {
            OpenError::ReadOnly(folder.to_owned())
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OpenError::Full(folder.to_owned()),
        _ => OpenError::Other {
            folder: folder.to_owned(),
            cause: error.to_string(),
        },
    }
}

fn from_sqlite(folder: &Path, error: &rusqlite::Error) -> OpenError {
    let folder = folder.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => OpenError::ReadOnly(folder),
        Some(ErrorCode::DiskFull) => OpenError::Full(folder),
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => OpenError::damaged(&folder, "damaged"),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::InUse(folder),
        // The index of a WAL that cannot be extended on a full disk fails as an I/O error.
        Some(ErrorCode::SystemIoFailure) if is_full(&folder) => OpenError::Full(folder),
        _ => OpenError::Other {
            folder,
            cause: error.to_string(),
        },
    }
}

/// Asked of the disk itself, after something has failed.
fn is_full(folder: &Path) -> bool {
    let probe = folder.join("probe");
    let written = File::create(&probe).and_then(|mut file| {
        file.write_all(&[0; 256 * 1024])?;
        file.sync_all()
    });
    // What was written of it stands in nobody's way for long: the start has failed, and the host makes room.
    let _ = std::fs::remove_file(&probe);
    written.is_err_and(|error| matches!(from_io(folder, &error), OpenError::Full(_)))
}
