//! The pixels: a colour for each cell and who painted it last, and where that stands: epoch and version. The game keeps one, the
//! gallery another, and whoever looks back a third; all of them change by the same strokes.

use super::wire::Area;
use crate::game::Edition;
use crate::id::SeatId;
use crate::picture::pack::{gunzip, gzip_all};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A cell's number: `y * width + x`.
pub type Cell = u32;

/// What a frame carries for a cell: 24 bits of it, 8 bits of colour.
pub fn item(cell: Cell, colour: u8) -> u32 {
    cell | u32::from(colour) << 24
}

/// The cell and the colour of an item.
pub fn parts(item: u32) -> (Cell, u8) {
    (item & 0x00ff_ffff, (item >> 24) as u8)
}

/// A board. Seats are kept in 16 bits; 0 is nobody, the host, or a seat beyond them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    width: u16,
    height: u16,
    edition: Edition,
    #[serde(serialize_with = "write_bytes", deserialize_with = "read_bytes")]
    cells: Vec<u8>,
    #[serde(serialize_with = "write_words", deserialize_with = "read_words")]
    by: Vec<u16>,
}

impl Board {
    /// An empty board.
    pub fn new(width: u16, height: u16, epoch: u32) -> Self {
        let size = usize::from(width) * usize::from(height);
        Self {
            width,
            height,
            edition: Edition { epoch, version: 0 },
            cells: vec![0; size],
            by: vec![0; size],
        }
    }

    /// Columns.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> u16 {
        self.height
    }

    /// Where it stands.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The colours, row by row.
    pub fn cells(&self) -> &[u8] {
        &self.cells
    }

    /// The number of a cell, if it lies on the board.
    pub fn cell(&self, x: u16, y: u16) -> Option<Cell> {
        (x < self.width && y < self.height).then(|| Cell::from(y) * Cell::from(self.width) + Cell::from(x))
    }

    /// Column and row of a cell.
    pub fn place(&self, cell: Cell) -> (u16, u16) {
        let width = Cell::from(self.width);
        ((cell % width) as u16, (cell / width) as u16)
    }

    /// The colour of a cell; that of the empty board outside.
    pub fn colour(&self, cell: Cell) -> u8 {
        self.cells.get(cell as usize).copied().unwrap_or(0)
    }

    /// Who painted a cell last, if it was a player.
    pub fn painter(&self, cell: Cell) -> Option<SeatId> {
        let by = self.by.get(cell as usize).copied().unwrap_or(0);
        (by > 0).then(|| SeatId(by.into()))
    }

    /// Paints a cell; that is one more version. What lies outside is counted and not painted.
    pub fn paint(&mut self, cell: Cell, colour: u8, by: Option<SeatId>) {
        self.edition.version = self.edition.version.wrapping_add(1);
        if let (Some(at), Some(whose)) = (self.cells.get_mut(cell as usize), self.by.get_mut(cell as usize)) {
            *at = colour;
            *whose = by.map_or(0, |seat| u16::try_from(seat.0).unwrap_or(0));
        }
    }

    /// Becomes empty, in the next epoch.
    pub fn clear(&mut self) {
        *self = Self::new(self.width, self.height, self.edition.epoch.wrapping_add(1));
    }

    /// Becomes an earlier one again, in the next epoch.
    pub fn take_back(&mut self, earlier: Self) {
        let epoch = self.edition.epoch.wrapping_add(1);
        *self = Self {
            edition: Edition { epoch, version: 0 },
            ..earlier
        };
    }

    /// Becomes another, of which only the colours are known.
    pub fn begin_again(&mut self, epoch: u32, cells: &[u8]) {
        *self = Self::new(self.width, self.height, epoch);
        if cells.len() == self.cells.len() {
            self.cells.copy_from_slice(cells);
        }
    }

    /// One of the same size that stands there, of which only the colours are known.
    pub fn coloured(&self, edition: Edition, cells: &[u8]) -> Self {
        Self {
            edition,
            cells: cells.to_vec(),
            ..Self::new(self.width, self.height, edition.epoch)
        }
    }

    /// Does an area lie on the board?
    pub fn holds(&self, area: Area) -> bool {
        let within =
            |from: u16, length: u16, side: u16| length > 0 && u32::from(from) + u32::from(length) <= side.into();
        within(area.x, area.width, self.width) && within(area.y, area.height, self.height)
    }

    /// The cells of each painter that nobody has painted over.
    pub fn surviving(&self) -> std::collections::BTreeMap<SeatId, u32> {
        let mut counts = std::collections::BTreeMap::new();
        for by in self.by.iter().filter(|by| **by > 0) {
            *counts.entry(SeatId((*by).into())).or_default() += 1;
        }
        counts
    }

    /// The cells that a player painted last.
    pub fn cells_of(&self, seat: SeatId) -> Vec<Cell> {
        let own = |(_, by): &(usize, &u16)| u32::from(**by) == seat.0;
        self.by
            .iter()
            .enumerate()
            .filter(own)
            .map(|(cell, _)| cell as Cell)
            .collect()
    }
}

impl Area {
    /// Does a cell lie in it?
    pub fn has(&self, (x, y): (u16, u16)) -> bool {
        x >= self.x && y >= self.y && x - self.x < self.width && y - self.y < self.height
    }
}

/// Before bytes that are packed; in base64 it stands for nothing.
const PACKED: char = ':';
/// More than the painters of the largest board take.
const LARGEST: u64 = 1 << 26;

fn write_bytes<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    format!("{PACKED}{}", STANDARD.encode(gzip_all(bytes))).serialize(to)
}

fn read_bytes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(from)?;
    let decoded = |text| STANDARD.decode(text).map_err(D::Error::custom);
    match text.strip_prefix(PACKED) {
        Some(packed) => gunzip(&decoded(packed)?, LARGEST).ok_or_else(|| D::Error::custom("a board that is not whole")),
        None => decoded(&text).map(|runs| unroll(&runs)),
    }
}

/// As journals of the first releases have it: runs, a length in two bytes and the byte.
fn unroll(runs: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for run in runs.chunks_exact(3) {
        let length = u16::from_le_bytes([run[0], run[1]]);
        out.resize(out.len() + usize::from(length), run[2]);
    }
    out
}

fn write_words<S: Serializer>(words: &[u16], to: S) -> Result<S::Ok, S::Error> {
    // Low bytes, then high bytes: so they pack better.
    let bytes: Vec<u8> = words
        .iter()
        .map(|word| *word as u8)
        .chain(words.iter().map(|word| (word >> 8) as u8))
        .collect();
    write_bytes(&bytes, to)
}

fn read_words<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u16>, D::Error> {
    let bytes = read_bytes(from)?;
    let (low, high) = bytes.split_at(bytes.len() / 2);
    Ok(low
        .iter()
        .zip(high)
        .map(|(low, high)| u16::from_le_bytes([*low, *high]))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_board_is_kept_as_it_is(strokes in prop::collection::vec((0u32..12 * 9, any::<u8>(), 0u32..70_000), 0..300)) {
            let mut board = Board::new(12, 9, 7);
            for (cell, colour, seat) in strokes {
                board.paint(cell, colour, (seat > 0).then_some(SeatId(seat)));
            }
            let kept = serde_json::to_string(&board).unwrap();
            prop_assert_eq!(serde_json::from_str::<Board>(&kept).unwrap(), board);
        }

        #[test]
        fn a_cell_has_one_place(x in 0u16..12, y in 0u16..9) {
            let board = Board::new(12, 9, 0);
            prop_assert_eq!(board.place(board.cell(x, y).unwrap()), (x, y));
        }
    }

    #[test]
    fn a_board_of_the_first_releases_is_read() {
        // Two runs: five cells of colour 3, one of colour 1; all of them painted by nobody.
        let runs = |runs: &[u8]| STANDARD.encode(runs);
        let old = serde_json::json!({
            "width": 3, "height": 2, "edition": { "epoch": 4, "version": 9 },
            "cells": runs(&[5, 0, 3, 1, 0, 1]), "by": runs(&[12, 0, 0]),
        });
        let board: Board = serde_json::from_value(old).unwrap();
        assert_eq!(board.cells(), [3, 3, 3, 3, 3, 1]);
        assert_eq!((board.painter(5), board.edition().version), (None, 9));
    }

    #[test]
    fn a_board_that_is_not_whole_is_not_read() {
        let mut kept = serde_json::to_value(Board::new(3, 2, 0)).unwrap();
        for damaged in [":", ":AAAA", ":!", "!"] {
            kept["cells"] = damaged.into();
            assert!(serde_json::from_value::<Board>(kept.clone()).is_err(), "{damaged}");
        }
    }

    #[test]
    fn what_lies_outside_has_no_cell_and_no_area() {
        let board = Board::new(12, 9, 0);
        assert_eq!((board.cell(12, 0), board.cell(0, 9)), (None, None));
        let area = |x, y, width, height| Area { x, y, width, height };
        assert!(board.holds(area(0, 0, 12, 9)) && board.holds(area(11, 8, 1, 1)));
        for outside in [
            area(0, 0, 13, 1),
            area(11, 8, 2, 1),
            area(0, 0, 0, 1),
            area(65_535, 0, 65_535, 1),
        ] {
            assert!(!board.holds(outside), "{outside:?}");
        }
    }
}
