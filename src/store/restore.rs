//! A backup takes the place of the database, which is kept aside. It happens in steps that the next start finishes if they are cut
//! off: once `restoring-….db` has its name the restore is decided.

use super::backup::{self, BackupError, Pace};
use super::open::{self, OpenError};
use super::shelf;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why nothing was restored, each in one sentence.
#[derive(Debug, Error)]
pub enum RestoreError {
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] OpenError),
    /// The backup cannot be used.
    #[error("The backup {file} is not restored. {cause}")]
    Backup {
        /// Which.
        file: PathBuf,
        /// Why.
        cause: BackupError,
    },
    /// A file cannot be moved or written.
    #[error("The database cannot be replaced: {0}.")]
    File(io::Error),
}

impl From<io::Error> for RestoreError {
    fn from(cause: io::Error) -> Self {
        Self::File(cause)
    }
}

/// A restore that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the replaced database is kept.
    pub aside: PathBuf,
}

const MARK: &str = "restoring-";
const ASIDE: &str = "replaced-";

/// Puts a backup in the place of the database of a folder that nobody uses.
pub fn restore(folder: &Path, file: &Path) -> Result<Restored, RestoreError> {
    let _lock = open::lock(folder)?;
    finish(folder)?;
    fetch(folder, file).map_err(|cause| RestoreError::Backup {
        file: file.to_owned(),
        cause,
    })?;
    Ok(Restored { aside: finish(folder)? })
}

/// Copies the backup, once it is known to be whole, to where a start would find it.
fn fetch(folder: &Path, file: &Path) -> Result<(), BackupError> {
    backup::prove(file)?;
    // Through SQLite: the last of it may stand in a write-ahead log beside it.
    let source = backup::standing_still(open::reading(file)?)?;
    backup::copy(&source, &mark(folder), 0, Pace::brisk(None))
}

/// Two restores within one second do not share a name.
fn mark(folder: &Path) -> PathBuf {
    let stamp = shelf::stamp();
    let mut names = (2..).map(|number| format!("{stamp}-{number}"));
    let mut name = stamp.clone();
    while folder.join(format!("{ASIDE}{name}")).exists() {
        name = names.next().unwrap_or_default();
    }
    folder.join(format!("{MARK}{name}.db"))
}

/// Finishes what was decided, from whichever step on; gives the folder in which the replaced database is kept, if there was one.
pub(super) fn finish(folder: &Path) -> io::Result<PathBuf> {
    shelf::sweep(folder, MARK);
    let mut aside = folder.to_owned();
    for mark in marks(folder) {
        let stamp = mark.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        aside = folder.join(stamp.replacen(MARK, ASIDE, 1));
        fs::create_dir_all(&aside)?;
        // An old write-ahead log would be folded into the new database: it goes too, and first.
        for end in ["-wal", "-shm", ""] {
            let name = format!("{}{end}", open::FILE);
            if folder.join(&name).exists() {
                fs::rename(folder.join(&name), aside.join(&name))?;
            }
        }
        sync(&aside)?;
        sync(folder)?;
        fs::rename(&mark, folder.join(open::FILE))?;
        sync(folder)?;
    }
    Ok(aside)
}

fn marks(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_mark = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(MARK) && name.ends_with(".db")
    };
    entries.map(|entry| entry.path()).filter(is_mark).collect()
}

fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
