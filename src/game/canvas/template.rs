//! A ghost that the host lays over the board: what is to be painted there.

use super::wire::Area;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

/// Where a template asks for nothing.
pub const FREE: u16 = u16::MAX;

/// A template and where it lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Where it lies.
    pub area: Area,
    /// A colour for each cell, or [`FREE`]: two bytes each, little-endian, in base64.
    pub cells: String,
}

impl Template {
    /// Of these cells, row by row.
    pub fn new(area: Area, cells: impl Iterator<Item = Option<u8>>) -> Self {
        let bytes: Vec<u8> = cells
            .flat_map(|cell| cell.map_or(FREE, u16::from).to_le_bytes())
            .collect();
        Self {
            area,
            cells: STANDARD.encode(bytes),
        }
    }

    /// Its cells, row by row; `None` if they do not fill its area.
    pub fn cells(&self) -> Option<Vec<u16>> {
        let bytes = STANDARD.decode(&self.cells).ok()?;
        let size = usize::from(self.area.width) * usize::from(self.area.height);
        let words = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        (bytes.len() == size * 2).then(|| words.collect())
    }

    /// How many cells it asks for.
    pub fn asked(&self) -> u32 {
        let cells = self.cells().unwrap_or_default();
        cells.into_iter().filter(|cell| *cell != FREE).count() as u32
    }
}
