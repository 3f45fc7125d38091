//! The binary bodies that the gallery answers with, little-endian: a header of 20 bytes, then cells or items. Those on the socket are
//! the party's (`party::bulk`).

use super::board::Cell;
use crate::game::Edition;

/// A header: `op u8, epoch u8 (lowest 8 bits), small u16`, then four numbers of u32.
fn header(op: u8, epoch: u32, small: u16, numbers: [u32; 4]) -> Vec<u8> {
    let mut bytes = vec![op, epoch as u8];
    bytes.extend_from_slice(&small.to_le_bytes());
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes
}

/// Two numbers of u16 in the place of one of u32.
fn pair(low: u16, high: u16) -> u32 {
    u32::from(low) | u32::from(high) << 16
}

/// Op 4, changes since a version: `last_version, since, count, epoch`, then `count` items of u32.
pub fn changes(at: Edition, since: u32, items: &[u32]) -> Vec<u8> {
    let mut bytes = header(4, at.epoch, 0, [at.version, since, items.len() as u32, at.epoch]);
    bytes.extend(items.iter().flat_map(|item| item.to_le_bytes()));
    bytes
}

/// The header of op 5, a whole board in chunks: `chunk u16; version, (width u16, height u16), epoch, 0`.
pub fn snapshot(at: Edition, chunk: u16, width: u16, height: u16) -> Vec<u8> {
    header(5, at.epoch, chunk, [at.version, pair(width, height), at.epoch, 0])
}

/// Op 6, an overview: `step u16; version, (width u16, height u16), epoch, 0`, then its cells row by row.
pub fn overview(at: Edition, step: u16, width: u16, height: u16, cells: &[u8]) -> Vec<u8> {
    let mut bytes = header(6, at.epoch, step, [at.version, pair(width, height), at.epoch, 0]);
    bytes.extend_from_slice(cells);
    bytes
}

/// The header of op 7, one chunk: `version, (cx u16, cy u16), epoch, (width u16, height u16)`.
pub fn chunk(at: Edition, place: (u16, u16), size: (u16, u16)) -> Vec<u8> {
    header(
        7,
        at.epoch,
        0,
        [at.version, pair(place.0, place.1), at.epoch, pair(size.0, size.1)],
    )
}

/// Op 8, a film: `count, (width u16, height u16), from_ms, length_ms`, then an item and its time in ms since the beginning for each.
pub fn film(epoch: u32, size: (u16, u16), from_ms: u32, length_ms: u32, strokes: &[(u32, u32)]) -> Vec<u8> {
    let mut bytes = header(
        8,
        epoch,
        0,
        [strokes.len() as u32, pair(size.0, size.1), from_ms, length_ms],
    );
    for (item, ms) in strokes {
        bytes.extend_from_slice(&item.to_le_bytes());
        bytes.extend_from_slice(&ms.to_le_bytes());
    }
    bytes
}

/// Op 9, a heatmap: `most, (width u16, height u16), 0, 0`, then a byte for each cell.
pub fn heat(epoch: u32, most: u32, size: (u16, u16), cells: &[u8]) -> Vec<u8> {
    let mut bytes = header(9, epoch, 0, [most, pair(size.0, size.1), 0, 0]);
    bytes.extend_from_slice(cells);
    bytes
}

/// Op 10, a template, whose header is shorter: `id u32, (width u16, height u16), (x u16, y u16)`, then a u16 for each cell.
pub fn template(id: u32, size: (u16, u16), place: (u16, u16), cells: &[u16]) -> Vec<u8> {
    let mut bytes = vec![10, 0, 0, 0];
    for number in [id, pair(size.0, size.1), pair(place.0, place.1)] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend(cells.iter().flat_map(|cell| cell.to_le_bytes()));
    bytes
}

/// Op 11, a player's own cells: `count, placed, surviving, 0`, then the cells.
pub fn own(placed: u32, cells: &[Cell]) -> Vec<u8> {
    let count = cells.len() as u32;
    let mut bytes = header(11, 0, 0, [count, placed, count, 0]);
    bytes.extend(cells.iter().flat_map(|cell| cell.to_le_bytes()));
    bytes
}
