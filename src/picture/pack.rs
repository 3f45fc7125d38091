//! The board as deflated chunks, packed again only where it changed, and joined into gzip bodies that a browser inflates by
//! itself. It knows cells and bytes, not what a header says nor who asks.
//!
//! Chromium reads only the first member of a gzip stream, so a body is one member: every chunk is deflated by itself up to a
//! flush on a byte boundary, which makes any row of chunks a valid stream (RFC 1951, RFC 1952).

use crc32fast::Hasher;
use flate2::bufread::GzDecoder;
use flate2::{Compress, Compression, FlushCompress};
use std::collections::HashMap;
use std::io::Read;
use std::sync::Arc;

/// Side of a chunk, in cells; chunks at the right and bottom edges are cut to the board.
pub const CHUNK: u16 = 64;
/// An overview's gzip has at most so many bytes; 100 below the 25,000 of the first paint, for a header and HTTP's own.
const OVERVIEW_BYTES: usize = 24_900;
/// An overview has at most so many cells: enough for a preview, and quick to pack.
const OVERVIEW_CELLS: usize = 1 << 17;
/// Deflate, without name and time, by an unknown system.
const GZIP_HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/// A final block without bytes.
const LAST_BLOCK: [u8; 5] = [1, 0, 0, 0xff, 0xff];
/// The most bytes that a stored block holds.
const STORED: usize = 0xffff;

/// The board's chunks, deflated. A clone shares their bytes, so that it may be joined elsewhere while this one goes on.
#[derive(Clone, Debug)]
pub struct Packed {
    width: u16,
    height: u16,
    /// In row-major order.
    chunks: Vec<Chunk>,
    /// One for each chunk: is it older than the board?
    dirty: Vec<bool>,
}

/// Bytes, deflated: whole blocks, none of them final, ending on a byte boundary.
#[derive(Clone, Debug)]
struct Chunk {
    deflated: Arc<[u8]>,
    /// Of the raw bytes.
    crc: u32,
    /// Of the raw bytes.
    length: u32,
}

/// A rectangle of cells.
#[derive(Clone, Copy)]
struct Area {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

impl Packed {
    /// An empty board of `width` × `height` cells, all of colour 0, with nothing dirty.
    pub fn new(width: u16, height: u16) -> Self {
        let mut packed = Self {
            width,
            height,
            chunks: Vec::new(),
            dirty: Vec::new(),
        };
        let mut press = Press::new();
        let mut blanks = HashMap::new();
        let mut blank = |area: Area| {
            let size = area.width * area.height;
            let chunk = blanks.entry(size).or_insert_with(|| press.chunk(&vec![0; size]));
            chunk.clone()
        };
        let count = usize::from(packed.columns()) * usize::from(packed.rows());
        packed.chunks = (0..count).map(|index| blank(packed.area(index))).collect();
        packed.dirty = vec![false; count];
        packed
    }

    /// How many chunks lie side by side.
    pub fn columns(&self) -> u16 {
        self.width.div_ceil(CHUNK)
    }

    /// How many chunks lie one under the other.
    pub fn rows(&self) -> u16 {
        self.height.div_ceil(CHUNK)
    }

    /// Says that `cell` (`y * width + x`) may have changed since its chunk was packed; nothing happens outside the board.
    pub fn mark(&mut self, cell: u32) {
        let width = u32::from(self.width).max(1);
        let (column, row) = (cell % width / u32::from(CHUNK), cell / width / u32::from(CHUNK));
        let index = row as usize * usize::from(self.columns()) + column as usize;
        if let Some(dirty) = self.dirty.get_mut(index) {
            *dirty = true;
        }
    }

    /// Says that every cell may have changed.
    pub fn mark_all(&mut self) {
        self.dirty.fill(true);
    }

    /// Packs the dirty chunks from `cells`, the whole board row by row, and returns how many they were.
    ///
    /// # Panics
    /// If `cells` has not `width` × `height` bytes.
    pub fn pack(&mut self, cells: &[u8]) -> usize {
        assert_eq!(
            cells.len(),
            usize::from(self.width) * usize::from(self.height),
            "one byte a cell"
        );
        let stale: Vec<usize> = (0..self.dirty.len()).filter(|&index| self.dirty[index]).collect();
        if stale.is_empty() {
            return 0;
        }
        let mut press = Press::new();
        for &index in &stale {
            self.chunks[index] = press.chunk(&self.cut(cells, self.area(index)));
            self.dirty[index] = false;
        }
        stale.len()
    }

    /// The whole board as last packed, one gzip member: `header`, then the cells chunk by chunk, each row by row.
    pub fn gzip(&self, header: &[u8]) -> Vec<u8> {
        member(header, &self.chunks)
    }

    /// One chunk as last packed, one gzip member: `header`, then its cells row by row; `None` if there is no such chunk.
    pub fn chunk_gzip(&self, cx: u16, cy: u16, header: &[u8]) -> Option<Vec<u8>> {
        let chunk = self.chunks.get(self.index(cx, cy)?)?;
        Some(member(header, std::slice::from_ref(chunk)))
    }

    /// Columns and rows of the cells in a chunk; `None` if there is no such chunk.
    pub fn chunk_size(&self, cx: u16, cy: u16) -> Option<(u16, u16)> {
        let Area { width, height, .. } = self.area(self.index(cx, cy)?);
        Some((width as u16, height as u16))
    }

    fn index(&self, cx: u16, cy: u16) -> Option<usize> {
        let inside = cx < self.columns() && cy < self.rows();
        inside.then(|| usize::from(cy) * usize::from(self.columns()) + usize::from(cx))
    }

    /// Where the chunk `index` lies.
    fn area(&self, index: usize) -> Area {
        let (columns, side) = (usize::from(self.columns()), usize::from(CHUNK));
        let (x, y) = (index % columns * side, index / columns * side);
        Area {
            x,
            y,
            width: side.min(usize::from(self.width) - x),
            height: side.min(usize::from(self.height) - y),
        }
    }

    fn cut(&self, cells: &[u8], area: Area) -> Vec<u8> {
        let rows = cells.chunks_exact(usize::from(self.width));
        let rows = rows.skip(area.y).take(area.height);
        rows.flat_map(|row| &row[area.x..area.x + area.width])
            .copied()
            .collect()
    }
}

/// The board seen from afar: the most frequent colour of every block of `step` × `step` cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Side of a block, in cells of the board.
    pub step: u16,
    /// Blocks side by side.
    pub width: u16,
    /// Blocks one under the other.
    pub height: u16,
    /// A colour for each block, row by row.
    pub cells: Vec<u8>,
}

/// The finest overview whose gzip stays within the 25,000 bytes of the first paint, whatever is on the board.
///
/// # Panics
/// If `cells` has not `width` × `height` bytes.
pub fn overview(cells: &[u8], width: u16, height: u16) -> Overview {
    assert_eq!(cells.len(), usize::from(width) * usize::from(height), "one byte a cell");
    let mut step = finest_step(width, height);
    loop {
        let seen = Overview::at_step(cells, (width, height), step);
        let packed = gzip_all(&seen.cells).len();
        if packed <= OVERVIEW_BYTES {
            return seen;
        }
        step = coarser(step, packed);
    }
}

fn finest_step(width: u16, height: u16) -> u16 {
    let cells = |step| usize::from(width.div_ceil(step)) * usize::from(height.div_ceil(step));
    (1..=u16::MAX)
        .find(|&step| cells(step) <= OVERVIEW_CELLS)
        .unwrap_or(u16::MAX)
}

/// The step that a `packed` size calls for if it shrank with the number of cells; it shrinks a little slower.
fn coarser(step: u16, packed: usize) -> u16 {
    let wanted = f64::from(step) * (packed as f64 / OVERVIEW_BYTES as f64).sqrt();
    (wanted as u16).max(step.saturating_add(1))
}

impl Overview {
    fn at_step(cells: &[u8], (width, height): (u16, u16), step: u16) -> Self {
        let mut tally = Tally { counts: [0; 256] };
        let bands = cells.chunks(usize::from(width).max(1) * usize::from(step));
        let seen = bands.flat_map(|band| tally.band(band, usize::from(width), usize::from(step)));
        Self {
            step,
            cells: seen.collect(),
            width: width.div_ceil(step),
            height: height.div_ceil(step),
        }
    }
}

/// Counts colours, one block after the other.
struct Tally {
    /// All 0 between two blocks.
    counts: [u32; 256],
}

impl Tally {
    /// The most frequent colours of the blocks in a band of at most `step` rows.
    fn band(&mut self, band: &[u8], width: usize, step: usize) -> Vec<u8> {
        let blocks = (0..width).step_by(step);
        let block = |x: usize| {
            band.chunks_exact(width)
                .flat_map(move |row| &row[x..width.min(x + step)])
        };
        blocks.map(|x| self.most_frequent(block(x).copied())).collect()
    }

    /// The colour that most cells have; of equals the one that was complete first.
    fn most_frequent(&mut self, cells: impl Iterator<Item = u8> + Clone) -> u8 {
        let (mut most, mut winner) = (0, 0);
        for colour in cells.clone() {
            let count = &mut self.counts[usize::from(colour)];
            *count += 1;
            if *count > most {
                (most, winner) = (*count, colour);
            }
        }
        cells.for_each(|colour| self.counts[usize::from(colour)] = 0);
        winner
    }
}

/// `bytes` as one gzip member.
pub fn gzip_all(bytes: &[u8]) -> Vec<u8> {
    let pieces = bytes.chunks(1 << 30);
    let mut press = Press::new();
    let chunks: Vec<Chunk> = pieces.map(|piece| press.chunk(piece)).collect();
    member(&[], &chunks)
}

/// Unpacks a gzip member that is at most so large when it is unpacked; `None` if it is larger, or no such thing.
pub fn gunzip(gzip: &[u8], most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let unpacked = GzDecoder::new(gzip).take(most + 1).read_to_end(&mut bytes);
    unpacked.ok().filter(|_| bytes.len() as u64 <= most)?;
    Some(bytes)
}

fn member(header: &[u8], chunks: &[Chunk]) -> Vec<u8> {
    let deflated: usize = chunks.iter().map(|chunk| chunk.deflated.len()).sum();
    let mut out = Vec::with_capacity(deflated + stored_size(header.len()) + 32);
    let mut crc = Hasher::new();
    crc.update(header);
    out.extend(GZIP_HEADER);
    store(header, &mut out);
    for chunk in chunks {
        out.extend(chunk.deflated.iter());
        crc.combine(&Hasher::new_with_initial_len(chunk.crc, chunk.length.into()));
    }
    out.extend(LAST_BLOCK);
    let length = crc.total_len() as u32; // modulo 2^32, as RFC 1952 wants it
    out.extend(crc.finalize().to_le_bytes());
    out.extend(length.to_le_bytes());
    out
}

/// Appends `bytes` in stored blocks, which are not deflated.
fn store(bytes: &[u8], out: &mut Vec<u8>) {
    for block in bytes.chunks(STORED) {
        let length = block.len() as u16; // at most `STORED`
        out.push(0);
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
}

/// Deflates pieces, each by itself.
struct Press(Compress);

impl Press {
    fn new() -> Self {
        // Level 6: level 9 takes twice as long for 1 % less.
        Self(Compress::new(Compression::new(6), false))
    }

    fn chunk(&mut self, raw: &[u8]) -> Chunk {
        let deflated = self.deflate(raw).unwrap_or_else(|| stored(raw));
        Chunk {
            deflated: deflated.into(),
            crc: crc32fast::hash(raw),
            length: raw.len() as u32,
        }
    }

    /// `None` if the compressor gives up, or needs more bytes than stored blocks do.
    fn deflate(&mut self, raw: &[u8]) -> Option<Vec<u8>> {
        self.0.reset();
        let mut out = Vec::with_capacity(stored_size(raw.len()) + 1);
        let room = out.capacity();
        self.0.compress_vec(raw, &mut out, FlushCompress::Full).ok()?;
        let whole = self.0.total_in() == raw.len() as u64 && out.len() < room;
        whole.then_some(out)
    }
}

fn stored(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(stored_size(raw.len()));
    store(raw, &mut out);
    out
}

fn stored_size(raw: usize) -> usize {
    raw + 5 * raw.div_ceil(STORED)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{SplitMix64, winter_picture};
    use super::*;
    use flate2::bufread::GzDecoder;
    use proptest::prelude::*;
    use std::io::Read;

    /// Inflates one member, which must be all there is.
    fn inflate(gzip: &[u8]) -> Vec<u8> {
        let mut decoder = GzDecoder::new(gzip);
        let mut raw = Vec::new();
        decoder.read_to_end(&mut raw).unwrap();
        assert!(decoder.into_inner().is_empty(), "bytes after the member");
        raw
    }

    /// What a page does with a snapshot's body.
    fn unchunked(mut body: &[u8], width: usize, height: usize) -> Vec<u8> {
        let mut cells = vec![0; width * height];
        for (top, left) in (0..height)
            .step_by(64)
            .flat_map(|y| (0..width).step_by(64).map(move |x| (y, x)))
        {
            for y in top..height.min(top + 64) {
                let (row, rest) = body.split_at(64.min(width - left));
                cells[y * width + left..][..row.len()].copy_from_slice(row);
                body = rest;
            }
        }
        assert!(body.is_empty());
        cells
    }

    fn packed(cells: &[u8], width: u16, height: u16) -> Packed {
        let mut packed = Packed::new(width, height);
        packed.mark_all();
        packed.pack(cells);
        packed
    }

    fn assert_round_trip(cells: &[u8], width: u16, height: u16) {
        let header: Vec<u8> = (0..20).collect();
        let body = inflate(&packed(cells, width, height).gzip(&header));
        assert_eq!(body[..20], header);
        assert_eq!(unchunked(&body[20..], width.into(), height.into()), cells);
    }

    #[test]
    fn a_snapshot_is_one_member_at_any_size() {
        for (width, height) in [(8, 8), (64, 64), (65, 129), (4096, 3), (3, 4096), (1, 1), (1000, 70)] {
            assert_round_trip(&winter_picture(width, height, 5), width, height);
        }
        assert_eq!(inflate(&Packed::new(0, 7).gzip(b"head")), b"head");
    }

    #[test]
    fn a_new_board_is_empty_and_shares_its_blank_chunks() {
        let board = Packed::new(200, 130);
        assert_eq!(inflate(&board.gzip(b"")), vec![0; 200 * 130]);
        assert_eq!((board.columns(), board.rows()), (4, 3));
        assert!(Arc::ptr_eq(&board.chunks[0].deflated, &board.chunks[6].deflated));
    }

    #[test]
    fn a_chunk_comes_alone_cut_at_the_edges() {
        let cells = winter_picture(130, 70, 9);
        let board = packed(&cells, 130, 70);
        let body = inflate(&board.chunk_gzip(2, 1, b"hi").unwrap());
        let rows: Vec<u8> = (64..70).flat_map(|y| cells[y * 130 + 128..][..2].to_vec()).collect();
        assert_eq!(body, [b"hi".as_slice(), &rows].concat());
        assert_eq!(
            (board.chunk_size(0, 0), board.chunk_size(2, 1)),
            (Some((64, 64)), Some((2, 6)))
        );
        assert_eq!((board.chunk_size(3, 0), board.chunk_gzip(0, 2, b"")), (None, None));
    }

    #[test]
    fn only_what_was_marked_is_packed_again() {
        let mut cells = winter_picture(200, 200, 1);
        let mut board = packed(&cells, 200, 200);
        let before = board.clone();
        assert_eq!(board.pack(&cells), 0);
        cells[70 * 200 + 70] ^= 1;
        cells[0] ^= 1;
        board.mark(70 * 200 + 70);
        board.mark(u32::MAX);
        assert_eq!(board.pack(&cells), 1);
        cells[0] ^= 1;
        let same = |index: usize| Arc::ptr_eq(&board.chunks[index].deflated, &before.chunks[index].deflated);
        assert_eq!((0..16).filter(|&index| !same(index)).collect::<Vec<_>>(), [5]);
        assert_eq!(unchunked(&inflate(&board.gzip(b"")), 200, 200), cells);
    }

    #[test]
    fn the_sample_keeps_its_figures() {
        let cells = winter_picture(1000, 1000, 1);
        assert!(packed(&cells, 1000, 1000).gzip(&[0; 20]).len() <= 260_000);
        let seen = overview(&cells, 1000, 1000);
        assert!(gzip_all(&[&[0; 20], &seen.cells[..]].concat()).len() <= 25_000);
        assert!(seen.step <= 4, "step {}", seen.step);
    }

    #[test]
    fn noise_gets_a_coarser_overview() {
        let mut dice = SplitMix64::new(3);
        let noise: Vec<u8> = (0..1_000_000).map(|_| (dice.draw() >> 59) as u8).collect();
        let seen = overview(&noise, 1000, 1000);
        assert!(gzip_all(&seen.cells).len() <= OVERVIEW_BYTES);
        assert_eq!(seen.cells.len(), usize::from(seen.width) * usize::from(seen.height));
        assert_eq!(
            (seen.width, seen.height),
            (1000u16.div_ceil(seen.step), 1000u16.div_ceil(seen.step))
        );
        assert!((5..=7).contains(&seen.step), "step {}", seen.step);
    }

    #[test]
    fn an_overview_shows_what_most_of_a_block_is() {
        assert_eq!(overview(&[1, 2, 3, 4], 2, 2).cells, [1, 2, 3, 4]);
        let speckled = |cell: usize| u8::from(cell % 4 == 3 && (cell / 4096).is_multiple_of(2));
        let halves = (0..4096 * 64).map(|cell| if cell % 4096 < 2048 { 7 } else { speckled(cell) });
        let halves: Vec<u8> = halves.collect();
        let seen = overview(&halves, 4096, 64);
        assert_eq!((seen.step, seen.width, seen.height), (2, 2048, 32));
        let row = [vec![7; 1024], vec![0; 1024]].concat();
        assert!(seen.cells.chunks(2048).all(|seen| seen == row));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_board_comes_back(width in 1u16..200, height in 1u16..200, colours in 1u64..=256, seed: u64) {
            let mut dice = SplitMix64::new(seed);
            let count = usize::from(width) * usize::from(height);
            let cells: Vec<u8> = (0..count).map(|_| (dice.draw() % colours) as u8).collect();
            assert_round_trip(&cells, width, height);
        }

        #[test]
        fn marked_cells_are_enough(changes in prop::collection::vec((0u32..130 * 70, any::<u8>()), 0..40)) {
            let mut cells = vec![0; 130 * 70];
            let mut board = Packed::new(130, 70);
            for batch in changes.chunks(7) {
                for &(cell, colour) in batch {
                    cells[cell as usize] = colour;
                    board.mark(cell);
                }
                board.pack(&cells);
            }
            prop_assert_eq!(unchunked(&inflate(&board.gzip(b"")), 130, 70), cells);
        }

        #[test]
        fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..200_000)) {
            prop_assert_eq!(inflate(&gzip_all(&bytes)), bytes);
        }
    }
}
