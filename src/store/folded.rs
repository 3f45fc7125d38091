//! What journals fold to, kept so that a start need not fold them again: a file for each party in the folder `folded`. It is bound to
//! the journal's own bytes and to the build that folded them, and may be deleted at any moment: that costs time, and nothing else.

use super::Store;
use crate::id::{PartyCode, Seq};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const FOLDER: &str = "folded";
/// The sources that this was built from: another build may fold otherwise.
const BUILD: &str = env!("SNOWPARTY_BUILD");
/// Nothing larger is kept: it would wear out a small card.
const MOST_BYTES: usize = 64 << 20;

/// How far a journal had been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Position of the last event.
    pub last_seq: Seq,
    /// Its party time, ms.
    pub at_ms: i64,
    /// Bytes of all bodies up to it.
    pub bytes: u64,
    /// Their CRC-32.
    pub crc: u32,
}

/// What a journal folds to up to a mark.
#[derive(Debug)]
pub struct Folded {
    /// Up to here.
    pub mark: Mark,
    /// The state, as the party writes it.
    pub state: Vec<u8>,
}

/// The first line of the file.
#[derive(Serialize, Deserialize)]
struct Head {
    build: String,
    mark: Mark,
    /// The CRC-32 of all that follows.
    crc: u32,
}

impl Store {
    /// What is kept of a party. Nothing if it is not whole or of another build; whether it fits the journal is for whoever reads that.
    pub fn folded(&self, party: &PartyCode) -> Option<Folded> {
        let file = fs::read(path(self.folder(), party)).ok()?;
        let end = file.iter().position(|byte| *byte == b'\n')?;
        let (head, state) = (serde_json::from_slice::<Head>(&file[..end]).ok()?, &file[end + 1..]);
        (head.build == BUILD && head.crc == crc32fast::hash(state)).then(|| Folded {
            mark: head.mark,
            state: state.to_vec(),
        })
    }

    /// Keeps it in the place of what was kept before. Nobody waits until it is on the disk: what is not whole after a power cut is not
    /// taken.
    pub fn keep_folded(&self, party: &PartyCode, folded: &Folded) -> io::Result<()> {
        if folded.state.len() > MOST_BYTES {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let path = path(self.folder(), party);
        let part = path.with_extension("part");
        fs::create_dir_all(self.folder().join(FOLDER))?;
        let kept = write(&part, folded).and_then(|()| fs::rename(&part, path));
        if kept.is_err() {
            // What cannot be removed is only in the way of space.
            let _ = fs::remove_file(part);
        }
        kept
    }

    /// Removes what is left of other parties than these.
    pub fn sweep_folded(&self, parties: &[PartyCode]) {
        let entries = fs::read_dir(self.folder().join(FOLDER)).into_iter().flatten().flatten();
        let of_none = |path: &PathBuf| parties.iter().all(|party| !path.ends_with(party.as_str()));
        for path in entries.map(|entry| entry.path()).filter(of_none) {
            // What cannot be removed is only in the way of space.
            let _ = fs::remove_file(path);
        }
    }

    /// Forgets it.
    pub fn forget_folded(&self, party: &PartyCode) {
        // There may be nothing.
        let _ = fs::remove_file(path(self.folder(), party));
    }
}

fn path(folder: &Path, party: &PartyCode) -> PathBuf {
    folder.join(FOLDER).join(party.as_str())
}

fn write(path: &Path, folded: &Folded) -> io::Result<()> {
    let head = Head {
        build: BUILD.to_owned(),
        mark: folded.mark,
        crc: crc32fast::hash(&folded.state),
    };
    let mut file = fs::File::create(path)?;
    serde_json::to_writer(&mut file, &head)?;
    file.write_all(b"\n")?;
    file.write_all(&folded.state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Synchronous;

    fn code() -> PartyCode {
        PartyCode::parse("KWRX").unwrap()
    }

    fn store_with(state: &[u8]) -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Synchronous::Full).unwrap();
        let folded = Folded {
            mark: Mark {
                last_seq: 7,
                ..Mark::default()
            },
            state: state.to_vec(),
        };
        store.keep_folded(&code(), &folded).unwrap();
        (folder, store)
    }

    #[tokio::test]
    async fn what_is_kept_is_found_until_it_is_forgotten() {
        let (_folder, store) = store_with(b"a state\nof two lines");
        let found = store.folded(&code()).unwrap();
        assert_eq!(
            (found.mark.last_seq, &found.state[..]),
            (7, &b"a state\nof two lines"[..])
        );
        store.sweep_folded(&[code()]);
        assert!(store.folded(&code()).is_some());
        store.sweep_folded(&[]);
        assert!(store.folded(&code()).is_none());
        store.forget_folded(&code());
    }

    #[tokio::test]
    async fn what_is_cut_off_or_turned_or_of_another_build_is_not_taken() {
        let (folder, store) = store_with(b"a state");
        let file = path(folder.path(), &code());
        let whole = fs::read(&file).unwrap();
        for cut in 0..whole.len() {
            fs::write(&file, &whole[..cut]).unwrap();
            assert!(store.folded(&code()).is_none(), "cut at {cut}");
        }
        let other = String::from_utf8(whole.clone())
            .unwrap()
            .replace(BUILD, "another build");
        fs::write(&file, other).unwrap();
        assert!(store.folded(&code()).is_none());
        let mut turned = whole;
        *turned.last_mut().unwrap() ^= 1;
        fs::write(&file, turned).unwrap();
        assert!(store.folded(&code()).is_none());
    }

    #[tokio::test]
    async fn what_is_too_large_is_not_kept() {
        let (_folder, store) = store_with(b"a state");
        let folded = Folded {
            mark: Mark::default(),
            state: vec![0; MOST_BYTES + 1],
        };
        assert!(store.keep_folded(&code(), &folded).is_err());
        assert_eq!(store.folded(&code()).unwrap().mark.last_seq, 7, "the one before stays");
    }
}
