//! One backup: the whole database, copied page by page through SQLite's backup interface by a connection that holds still at one
//! moment, so that commits go on meanwhile. It is proven whole before it gets its name; a damaged database pushes no good backup out.

use super::shelf::{self, Backup, Bounds};
use super::{Store, blocking, journal, migrations, open};
use rusqlite::backup::StepResult;
use rusqlite::{Connection, ErrorCode};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thiserror::Error;

/// Why there is no backup, each in one sentence.
#[derive(Debug, Error)]
pub enum BackupError {
    /// There is no database to copy.
    #[error("There is no database in {0}: choose another folder with --data-dir.")]
    Nothing(PathBuf),
    /// The copy's file is there already.
    #[error("There is a file {0} already: choose another name.")]
    Exists(PathBuf),
    /// It would fill the disk.
    #[error("There is no room for a backup on the disk of {folder}: it takes {bytes} bytes, and some must stay free.")]
    NoRoom {
        /// Where it was to go.
        folder: PathBuf,
        /// What it takes.
        bytes: u64,
    },
    /// What was copied is no whole database of ours.
    #[error("It is damaged, or no database of snowparty: {0}.")]
    Damaged(String),
    /// It took too long for somebody who is about to leave.
    #[error("There was no time for it.")]
    NoTime,
    /// The database cannot be read, or its copy not written.
    #[error("The database cannot be copied: {0}.")]
    Database(rusqlite::Error),
    /// The file of the copy cannot be made.
    #[error("The file cannot be written: {0}.")]
    File(io::Error),
}

impl From<rusqlite::Error> for BackupError {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Database(cause)
    }
}

impl From<io::Error> for BackupError {
    fn from(cause: io::Error) -> Self {
        Self::File(cause)
    }
}

impl BackupError {
    /// It is the database that is at fault.
    pub fn is_damage(&self) -> bool {
        let damaged = [Some(ErrorCode::DatabaseCorrupt), Some(ErrorCode::NotADatabase)];
        match self {
            Self::Damaged(_) => true,
            Self::Database(cause) => damaged.contains(&cause.sqlite_error_code()),
            _ => false,
        }
    }
}

/// How hurriedly a copy is made.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// After each step: the disk belongs to the party.
    pub pause: Duration,
    /// When it is given up.
    pub until: Option<Instant>,
}

impl Pace {
    /// Beside a party that plays: 25 MB a second at most.
    pub const CALM: Self = Self {
        pause: Duration::from_millis(10),
        until: None,
    };

    /// When nobody plays any more, or somebody waits.
    pub fn brisk(until: Option<Instant>) -> Self {
        Self {
            pause: Duration::ZERO,
            until,
        }
    }
}

/// How a file of SQLite begins.
const DATABASE: &[u8] = b"SQLite format 3\0";
/// Pages that are copied without a pause: 256 KB.
const STEP: i32 = 64;

impl Store {
    /// Makes a backup beside whatever goes on, and removes old ones beyond the bounds.
    pub async fn back_up(&self, bounds: Bounds, pace: Pace) -> Result<Backup, BackupError> {
        let folder = self.folder.clone();
        let made = blocking(move || back_up(&folder, bounds, pace)).await;
        match &made {
            Err(BackupError::Damaged(_)) => self.gauge.damaged(),
            Err(BackupError::Database(error)) => self.gauge.notice(error),
            _ => {}
        }
        made
    }
}

/// Makes a backup of a data folder, in which a party may be on, and removes old ones beyond the bounds.
pub fn back_up(folder: &Path, bounds: Bounds, pace: Pace) -> Result<Backup, BackupError> {
    let source = source(folder)?;
    let file = shelf::next(folder)?;
    copy(&source, &file, bounds.spare, pace)?;
    shelf::tidy(folder, bounds)?;
    let newest = shelf::backups(folder).into_iter().next();
    newest.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound).into())
}

/// Copies the database of a data folder, in which a party may be on, into a file of its own.
pub fn back_up_to(folder: &Path, file: &Path, spare: u64) -> Result<(), BackupError> {
    if file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    copy(&source(folder)?, file, spare, Pace::brisk(None))
}

/// A connection that holds still at this moment.
fn source(folder: &Path) -> Result<Connection, BackupError> {
    if !open::exists(folder) {
        return Err(BackupError::Nothing(folder.to_owned()));
    }
    Ok(standing_still(open::read_only(folder)?)?)
}

/// Whatever is committed from now on is not seen, so that a copy never has to begin anew.
pub(super) fn standing_still(db: Connection) -> rusqlite::Result<Connection> {
    db.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema;")?;
    Ok(db)
}

/// A file that is removed unless it gets another name.
struct Part {
    path: PathBuf,
    /// Locked as long as it is written, lest a start sweeps it away.
    held: File,
}

impl Part {
    /// Beside the file that it is to become; nobody else's. What a copy left that was cut off is written anew.
    fn of(file: &Path) -> io::Result<Self> {
        let mut name = file.as_os_str().to_owned();
        name.push(".part");
        let path = PathBuf::from(name);
        let mut held = File::options().create(true).append(true).read(true).open(&path)?;
        held.try_lock()?;
        let mut head = Vec::new();
        (&mut held).take(DATABASE.len() as u64).read_to_end(&mut head)?;
        // A start may have swept it away before it was locked.
        if !path.exists() || !(head.is_empty() || head == DATABASE) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        held.set_len(0)?;
        Ok(Self { path, held })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // It may be gone under its other name.
        let _ = fs::remove_file(&self.path);
    }
}

/// Copies what this connection sees into a file, which has its name once it is known to be whole and on the disk.
pub(super) fn copy(source: &Connection, file: &Path, spare: u64, pace: Pace) -> Result<(), BackupError> {
    let home = home_of(file);
    let number = |pragma| source.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let bytes = (number("page_count")? * number("page_size")?).unsigned_abs();
    make_sure_of_room(home, bytes, spare)?;
    let part = Part::of(file)?;
    copy_pages(source, &part.path, pace)?;
    prove(&part.path)?;
    part.held.sync_all()?;
    fs::rename(&part.path, file)?;
    Ok(File::open(home)?.sync_all()?)
}

fn home_of(file: &Path) -> &Path {
    match file.parent() {
        Some(home) if home != Path::new("") => home,
        _ => Path::new("."),
    }
}

/// As much as it takes must stay free once more, and the spare.
fn make_sure_of_room(folder: &Path, bytes: u64, spare: u64) -> Result<(), BackupError> {
    let disk = rustix::fs::statvfs(folder).map_err(io::Error::from)?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    match bytes.saturating_mul(2).saturating_add(spare) <= free {
        true => Ok(()),
        false => Err(BackupError::NoRoom {
            folder: folder.to_owned(),
            bytes,
        }),
    }
}

fn copy_pages(source: &Connection, part: &Path, pace: Pace) -> Result<(), BackupError> {
    let mut copy = Connection::open(part)?;
    // If it is cut off it is thrown away; when it is whole it is synced once.
    copy.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    let backup = rusqlite::backup::Backup::new(source, &mut copy)?;
    while backup.step(STEP)? != StepResult::Done {
        if pace.until.is_some_and(|until| until < Instant::now()) {
            return Err(BackupError::NoTime);
        }
        std::thread::sleep(pace.pause);
    }
    drop(backup);
    drop(copy);
    // One file, which opens where nothing can be written beside it.
    let copy = Connection::open(part)?;
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.close().map_err(|(_, error)| error.into())
}

/// Is this a whole database of ours? Every page and every row of the journal is looked at.
pub(super) fn prove(file: &Path) -> Result<(), BackupError> {
    use ErrorCode::{CannotOpen, DiskFull, OutOfMemory, SystemIoFailure};
    // These are no fault of the file's.
    let elsewhere = [CannotOpen, DiskFull, OutOfMemory, SystemIoFailure];
    proven(file).map_err(|error| match error {
        BackupError::Database(error) if error.sqlite_error_code().is_none_or(|code| !elsewhere.contains(&code)) => {
            BackupError::Damaged(error.to_string())
        }
        other => other,
    })
}

fn proven(file: &Path) -> Result<(), BackupError> {
    let db = open::reading(file)?;
    let said: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said != "ok" {
        return Err(BackupError::Damaged(said));
    }
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if !(1..=migrations::VERSION).contains(&version) {
        let of = format!(
            "its schema is {version}, this snowparty knows 1 to {}",
            migrations::VERSION
        );
        return Err(BackupError::Damaged(of));
    }
    if version == migrations::VERSION && !migrations::has_the_shape(&db)? {
        return Err(BackupError::Damaged("its tables are not as they should be".to_owned()));
    }
    // Before version 4 rows had no checksums.
    match version {
        ..4 => Ok(()),
        _ => Ok(journal::prove(&db)?),
    }
}
