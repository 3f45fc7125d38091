//! A canvas as a page holds it: a snapshot over HTTP, then frame after frame from the socket. Within a socket nothing may be missing.

use crate::night::Night;
use crate::wire::try_request;

const ITEMS: u8 = 1;
const SIGNED: u8 = 2;
const RESET: u8 = 3;

/// The board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    pub epoch: u32,
    pub version: u32,
    pub cells: Vec<u8>,
}

fn number(bytes: &[u8], at: usize) -> u32 {
    let word = bytes.get(at..at + 4).and_then(|word| word.try_into().ok());
    word.map_or(0, u32::from_le_bytes)
}

/// A snapshot's chunks, one after the other, as rows of the whole board.
fn in_rows(mut chunks: &[u8], chunk: usize, (width, height): (usize, usize)) -> Option<Vec<u8>> {
    let mut cells = vec![0; width * height];
    for top in (0..height).step_by(chunk) {
        for left in (0..width).step_by(chunk) {
            let across = chunk.min(width - left);
            for row in top..(top + chunk).min(height) {
                let (line, rest) = chunks.split_at_checked(across)?;
                cells[row * width + left..][..across].copy_from_slice(line);
                chunks = rest;
            }
        }
    }
    chunks.is_empty().then_some(cells)
}

async fn body(address: &str, path: &str) -> Option<Vec<u8>> {
    let answer = try_request(address, "GET", path, &[], "").await?;
    (answer.status == 200).then_some(answer.bytes)
}

impl Board {
    /// The board as it is now: the latest snapshot and what changed since. `None` if no canvas is on the table.
    pub async fn fetch(night: &Night) -> Option<Self> {
        Self::fetch_at(night, &night.address).await
    }

    /// The same at another house that shows the same party.
    pub async fn fetch_at(night: &Night, address: &str) -> Option<Self> {
        let snapshot = body(address, &night.path("canvas/snapshot")).await?;
        let (version, epoch) = (number(&snapshot, 4), number(&snapshot, 12));
        let half = |at: usize| usize::from(u16::from_le_bytes([snapshot[at], snapshot[at + 1]]));
        let cells = in_rows(snapshot.get(20..)?, half(2), (half(8), half(10)))?;
        let mut board = Self { epoch, version, cells };
        let path = night.path(&format!("canvas/changes?epoch={epoch}&since={version}"));
        let changes = body(address, &path).await?;
        changes
            .get(20..)?
            .chunks_exact(4)
            .for_each(|item| board.paint(number(item, 0)));
        board.version = number(&changes, 4);
        Some(board)
    }

    /// How it differs from another one.
    pub fn unlike(&self, other: &Self) -> String {
        let cells = self.cells.iter().zip(&other.cells).enumerate();
        let wrong: Vec<_> = cells.filter(|(_, (one, other))| one != other).take(8).collect();
        format!(
            "epoch {} and {}, version {} and {}, cells {wrong:?}",
            self.epoch, other.epoch, self.version, other.version
        )
    }

    fn paint(&mut self, item: u32) {
        if let Some(cell) = self.cells.get_mut(item as usize & 0xff_ffff) {
            *cell = (item >> 24) as u8;
        }
    }

    /// Takes a frame in. `Ok(false)`: the board is another one, and is to be fetched.
    pub fn take(&mut self, frame: &[u8]) -> Result<bool, String> {
        let (op, last) = (frame.first().copied().unwrap_or(0), number(frame, 4));
        let size = match op {
            ITEMS => 4,
            SIGNED => 8,
            RESET => return Ok(false),
            _ => return Err(format!("a frame with the op {op}")),
        };
        let items: Vec<u32> = frame[8..].chunks_exact(size).map(|item| number(item, 0)).collect();
        let count = u32::from(u16::from_le_bytes([frame[2], frame[3]]));
        if count as usize != items.len() || !frame[8..].len().is_multiple_of(size) {
            return Err(format!(
                "a frame says that it has {count} items and has {}",
                items.len()
            ));
        }
        if frame[1] != self.epoch as u8 {
            return Ok(false);
        }
        self.follow(last, &items)
    }

    fn follow(&mut self, last: u32, items: &[u32]) -> Result<bool, String> {
        let first = last.wrapping_sub(items.len() as u32);
        if first > self.version {
            return Err(format!(
                "a frame goes on from version {first}, and {} was the last",
                self.version
            ));
        }
        let known = (self.version - first) as usize;
        items.iter().skip(known).for_each(|item| self.paint(*item));
        self.version = self.version.max(last);
        Ok(true)
    }
}
