//! The host's own music: which files of a folder are songs, and in which order they come. It reads folders and names only;
//! what is inside a file, the decoder finds out.

use rand::seq::SliceRandom;
use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders within folders, so deep.
const DEPTH: usize = 4;
/// So many entries are looked at in all, and so many songs kept: a folder may be a whole disk.
const ENTRIES: usize = 20_000;
const SONGS: usize = 2_000;

/// The songs found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// What plays in place of our tunes.
    pub songs: Vec<PathBuf>,
    /// Files that call themselves a finale play on the podium.
    pub finales: Vec<PathBuf>,
}

impl Shelf {
    /// Looks through `folder`, the nearest folders first. Errors only if `folder` itself cannot be read.
    pub fn scan(folder: &Path) -> io::Result<Self> {
        let mut shelf = Self::default();
        let mut entries = 0;
        let mut open = VecDeque::from([(folder.to_owned(), 0)]);
        fs::read_dir(folder)?;
        while let Some((folder, depth)) = open.pop_front() {
            for path in listed(&folder) {
                entries += 1;
                if entries > ENTRIES || shelf.songs.len() >= SONGS {
                    return Ok(shelf);
                }
                if path.is_dir() {
                    if depth + 1 < DEPTH && !path.is_symlink() {
                        open.push_back((path, depth + 1));
                    }
                } else if is_song(&path) {
                    shelf.put(path);
                }
            }
        }
        Ok(shelf)
    }

    fn put(&mut self, song: PathBuf) {
        let finale = song
            .file_stem()
            .is_some_and(|name| name.to_string_lossy().to_lowercase().contains("finale"));
        if finale {
            self.finales.push(song)
        } else {
            self.songs.push(song)
        }
    }
}

/// The visible entries of a folder by name, so that the same folder gives the same shelf; none if it cannot be read.
fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(ENTRIES);
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| !is_hidden(path))
        .collect();
    paths.sort();
    paths
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

fn is_song(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    ["mp3", "ogg", "oga", "flac"].iter().any(|known| ending == *known) && path.is_file()
}

/// Songs in shuffled rounds without end: each comes once before any comes again.
pub struct Shuffle {
    songs: Vec<PathBuf>,
    next: usize,
}

impl Shuffle {
    /// Shuffles at once.
    pub fn new(songs: Vec<PathBuf>) -> Self {
        let mut shuffle = Self { songs, next: 0 };
        shuffle.songs.shuffle(&mut rand::rng());
        shuffle
    }

    /// The next song; `None` if all have been struck out.
    pub fn draw(&mut self) -> Option<PathBuf> {
        if self.next == self.songs.len() {
            self.next = 0;
            self.songs.shuffle(&mut rand::rng());
        }
        let song = self.songs.get(self.next).cloned();
        self.next += usize::from(song.is_some());
        song
    }

    /// The song drawn last cannot be played: it does not come again.
    pub fn strike_out(&mut self) {
        self.next -= 1;
        self.songs.remove(self.next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "not music").unwrap();
        }
        folder
    }

    fn names(songs: &[PathBuf]) -> Vec<&str> {
        songs
            .iter()
            .map(|song| song.file_name().unwrap().to_str().unwrap())
            .collect()
    }

    #[test]
    fn songs_are_found_by_name_in_folders_within_bounds() {
        let folder = folder(&[
            "b.MP3",
            "a.ogg",
            "Grand Finale.flac",
            "x/c.flac",
            "x/notes.txt",
            ".hidden.mp3",
            "1/2/3/4/deep.mp3",
        ]);
        let shelf = Shelf::scan(folder.path()).unwrap();
        assert_eq!(names(&shelf.songs), ["a.ogg", "b.MP3", "c.flac"]);
        assert_eq!(names(&shelf.finales), ["Grand Finale.flac"]);
        assert!(Shelf::scan(&folder.path().join("nowhere")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_holds_itself_ends() {
        let folder = folder(&["a.ogg"]);
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        assert_eq!(Shelf::scan(folder.path()).unwrap().songs.len(), 1);
    }

    #[test]
    fn each_song_comes_once_a_round_and_bad_ones_never_again() {
        let songs: Vec<PathBuf> = ["a", "b", "c"].map(PathBuf::from).to_vec();
        let mut shuffle = Shuffle::new(songs.clone());
        let mut round: Vec<PathBuf> = (0..3).filter_map(|_| shuffle.draw()).collect();
        round.sort();
        assert_eq!(round, songs);
        let bad = shuffle.draw().unwrap();
        shuffle.strike_out();
        assert!((0..6).all(|_| shuffle.draw().unwrap() != bad));
        shuffle.strike_out();
        shuffle.draw();
        shuffle.strike_out();
        assert_eq!(shuffle.draw(), None);
    }
}
