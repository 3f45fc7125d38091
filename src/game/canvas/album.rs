//! Boards of the past that were come by on the way to a moment: the next who looks back begins at the last one before it, and not with
//! an empty board. Their room is bounded: the longer the past, the farther apart they stand.

use super::board::Board;
use crate::game::Edition;
use crate::id::{PartyMs, Seq};

/// Bytes in all. Four boards of a million cells; of a party's small ones as many as their number allows.
const ROOM: usize = 4 << 20;
const MOST_PAGES: usize = 32;
/// Steps from one page to the next, as long as all have room.
const CLOSEST: u32 = 1 << 16;

/// The boards, oldest first. They are the past's, and the past does not change.
#[derive(Debug)]
pub struct Album {
    pages: Vec<Page>,
    apart: u32,
    /// Bytes.
    room: usize,
}

/// A board as it was.
#[derive(Clone, Debug)]
pub struct Page {
    /// The last step that made it.
    pub seq: Seq,
    /// No step up to it was later.
    pub at: PartyMs,
    /// The board.
    pub colours: Colours,
    /// The board that the last clear put away.
    pub kept: Option<Colours>,
}

/// A board of which only the colours are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    edition: Edition,
    cells: Vec<u8>,
}

impl Colours {
    /// Of a board.
    pub fn of(board: &Board) -> Self {
        Self {
            edition: board.edition(),
            cells: board.cells().to_vec(),
        }
    }

    /// A board that looks like this and was painted by nobody.
    pub fn onto(&self, blank: &Board) -> Board {
        blank.coloured(self.edition, &self.cells)
    }
}

impl Default for Album {
    fn default() -> Self {
        Self::new(CLOSEST, ROOM)
    }
}

impl Album {
    /// One without pages, which begins with one every so many steps and has so many bytes of room.
    pub fn new(apart: u32, room: usize) -> Self {
        Self {
            pages: Vec::new(),
            apart,
            room,
        }
    }

    /// The last page that is not later.
    pub fn before(&self, until: PartyMs) -> Option<&Page> {
        self.pages.iter().rfind(|page| page.at <= until)
    }

    /// After how many steps without a page one is wanted.
    pub fn apart(&self) -> u32 {
        self.apart
    }

    /// Takes a page in, unless another has come so far meanwhile. After so many more steps the next is wanted.
    pub fn put(&mut self, page: Page) -> u32 {
        if self.pages.last().is_none_or(|last| last.seq < page.seq) {
            self.pages.push(page);
        }
        while self.pages.len() > MOST_PAGES || self.size() > self.room {
            self.thin_out();
        }
        self.apart
    }

    /// Every second page goes, and the next ones come half as often.
    fn thin_out(&mut self) {
        let mut number = 0;
        self.pages.retain(|_| {
            number += 1;
            number % 2 == 0
        });
        self.apart = self.apart.saturating_mul(2);
    }

    fn size(&self) -> usize {
        self.pages.iter().map(Page::size).sum()
    }
}

impl Page {
    /// Bytes.
    fn size(&self) -> usize {
        self.colours.cells.len() + self.kept.as_ref().map_or(0, |kept| kept.cells.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(seq: Seq) -> Page {
        Page {
            seq,
            at: PartyMs(seq),
            colours: Colours::of(&Board::new(10, 10, 0)),
            kept: None,
        }
    }

    #[test]
    fn a_longer_past_has_its_pages_farther_apart_and_never_more_room() {
        let mut album = Album::new(10, 450);
        let (mut seq, mut apart) = (0, album.apart());
        while seq < 1_000_000 {
            seq += Seq::from(apart);
            apart = album.put(page(seq));
            assert!(album.size() <= 450);
        }
        let nearest = album.before(PartyMs(seq / 2)).unwrap().seq;
        assert!(nearest > seq / 4, "{nearest} of {seq}");
        assert!(album.before(PartyMs(5)).is_none());
    }

    #[test]
    fn what_another_has_put_in_meanwhile_is_not_put_in_twice() {
        let mut album = Album::default();
        for seq in [10, 20, 10, 20, 30] {
            album.put(page(seq));
        }
        let seqs: Vec<Seq> = album.pages.iter().map(|page| page.seq).collect();
        assert_eq!(seqs, [10, 20, 30]);
    }
}
