//! Where backups are kept: a folder in the data folder. A name begins with a running number, because a machine without a clock of its
//! own does not know which day is later.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub(super) const FOLDER: &str = "backups";

/// A backup that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Such as `000012-2026-12-31T23-00-00Z`, by the machine's clock when it was made.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    number: u32,
}

/// How much of the disk backups may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// So many are kept.
    pub number: usize,
    /// So many bytes they take together, the newest alone excepted.
    pub together: u64,
    /// So many bytes of the disk stay free besides.
    pub spare: u64,
}

impl Bounds {
    /// So many backups, and what is bearable on a small card.
    pub fn of(number: usize) -> Self {
        Self {
            number,
            together: 4 << 30,
            spare: 128 << 20,
        }
    }
}

/// The backups of a data folder, the newest first; none if the folder cannot be read.
pub fn backups(folder: &Path) -> Vec<Backup> {
    let entries = fs::read_dir(folder.join(FOLDER)).into_iter().flatten().flatten();
    let mut all: Vec<Backup> = entries.filter_map(|entry| backup(&entry.path())).collect();
    all.sort_by_key(|backup| std::cmp::Reverse(backup.number));
    all
}

fn backup(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(".db")?;
    let (number, _) = name.split_once('-')?;
    Some(Backup {
        name: name.to_owned(),
        path: path.to_owned(),
        bytes: path.metadata().ok()?.len(),
        number: number.parse().ok()?,
    })
}

/// The file of the next backup.
pub(super) fn next(folder: &Path) -> io::Result<PathBuf> {
    let shelf = folder.join(FOLDER);
    fs::create_dir_all(&shelf)?;
    let number = backups(folder).first().map_or(0, |newest| newest.number) + 1;
    Ok(shelf.join(format!("{number:06}-{}.db", stamp())))
}

/// Removes the oldest until the rest is within bounds; the newest stays.
pub(super) fn tidy(folder: &Path, bounds: Bounds) -> io::Result<()> {
    let mut together = 0;
    for (at, backup) in backups(folder).into_iter().enumerate() {
        together += backup.bytes;
        if at > 0 && (at >= bounds.number || together > bounds.together) {
            fs::remove_file(&backup.path)?;
        }
    }
    Ok(())
}

/// Removes what copies of such names left that were cut off; one that is being made is locked by whoever makes it.
pub(super) fn sweep(folder: &Path, names: &str) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_part = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(names) && name.ends_with(".part")
    };
    for part in entries.map(|entry| entry.path()).filter(is_part) {
        let nobodys = fs::File::open(&part).is_ok_and(|file| file.try_lock().is_ok());
        if nobodys {
            // What cannot be removed is only in the way of space.
            let _ = fs::remove_file(part);
        }
    }
}

/// The time by the machine's clock, as a part of a file's name.
pub(super) fn stamp() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now())
        .to_string()
        .replace(':', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf_of(sizes: &[usize]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for size in sizes {
            fs::write(next(folder.path()).unwrap(), vec![0; *size]).unwrap();
        }
        folder
    }

    fn numbers(folder: &Path) -> Vec<u32> {
        backups(folder).iter().map(|backup| backup.number).collect()
    }

    #[test]
    fn numbers_run_on_whatever_the_clock_says() {
        let folder = shelf_of(&[1, 1]);
        fs::write(folder.path().join("backups/000007-1970-01-01T00-00-00Z.db"), "x").unwrap();
        fs::write(folder.path().join("backups/letter.txt"), "not ours").unwrap();
        fs::write(next(folder.path()).unwrap(), "x").unwrap();
        assert_eq!(numbers(folder.path()), [8, 7, 2, 1]);
    }

    #[test]
    fn the_oldest_go_first_and_the_newest_never() {
        let folder = shelf_of(&[10; 6]);
        let bounds = |number, together| Bounds {
            number,
            together,
            spare: 0,
        };
        tidy(folder.path(), bounds(4, 1_000)).unwrap();
        assert_eq!(numbers(folder.path()), [6, 5, 4, 3]);
        tidy(folder.path(), bounds(4, 25)).unwrap();
        assert_eq!(numbers(folder.path()), [6, 5]);
        tidy(folder.path(), bounds(1, 5)).unwrap();
        assert_eq!(numbers(folder.path()), [6]);
    }
}
