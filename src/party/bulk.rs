//! The frames of a large thing: what was changed is gathered, encoded once for all phones and once for the stage, and sent at a
//! pace that falls as the room grows. Knows items and versions, no sockets.
//!
//! A frame, little-endian: `op u8, epoch u8 (its lowest 8 bits), n u16, last_version u32`, then `n` items of u32; on the stage each is
//! followed by the u32 of the seat that did it, 0 for the host. Ops: 1 items, 2 signed items, 3 reset, which has none and carries the
//! whole epoch in place of the version.

use crate::defect::{Defect, planted};
use crate::game::{Bulk, Edition};
use bytes::{BufMut, Bytes, BytesMut};
use std::time::Duration;
use tokio::time::Instant;

const ITEMS: u8 = 1;
const SIGNED: u8 = 2;
const RESET: u8 = 3;
/// A frame holds at most so many items: 128 KB on the stage.
const MOST_ITEMS: usize = 16_384;
/// With more than these only the last frame of them is sent: so far back nobody can go in versions.
const MOST_WAITING: usize = 65_536;

/// One frame in its two forms.
pub struct Frame {
    /// For phones.
    pub plain: Bytes,
    /// For those who follow everyone.
    pub signed: Bytes,
}

/// What waits to be sent.
#[derive(Default)]
pub struct BulkStream {
    waiting: Vec<Bulk>,
    edition: Edition,
    due: Option<Instant>,
}

impl BulkStream {
    /// Takes changes in; the thing stands at `edition` after them.
    pub fn take(&mut self, items: Vec<Bulk>, edition: Edition, viewers: usize, now: Instant) {
        if items.is_empty() {
            return;
        }
        match self.waiting.is_empty() {
            true => self.waiting = items,
            false => self.waiting.extend(items),
        }
        if self.waiting.len() > MOST_WAITING {
            // Whoever sees the gap fetches the whole, which is less.
            self.waiting.drain(..self.waiting.len() - MOST_ITEMS);
            self.waiting.shrink_to_fit();
        }
        self.edition = edition;
        self.due.get_or_insert(now + pace(viewers));
    }

    /// When what waits is to be sent.
    pub fn due(&self) -> Option<Instant> {
        self.due
    }

    /// The frames of all that waits.
    pub fn flush(&mut self) -> Vec<Frame> {
        self.due = None;
        let waiting = std::mem::take(&mut self.waiting);
        let mut at = before(&waiting, self.edition);
        let mut frames = Vec::new();
        for run in waiting.chunk_by(|one, next| is_item(one) && is_item(next)) {
            for some in run.chunks(MOST_ITEMS) {
                at = after(some, at);
                frames.push(frame(some, at));
            }
        }
        frames
    }
}

/// 20 Hz in a small room, 10 in a large one, 5 in a crowd.
fn pace(viewers: usize) -> Duration {
    Duration::from_millis(match viewers {
        0..200 => 50,
        200..=500 => 100,
        _ => 200,
    })
}

fn is_item(bulk: &Bulk) -> bool {
    matches!(bulk, Bulk::Item { .. })
}

/// Where the thing stood before these changes. Before a reset it does not matter, for nobody can go on from there.
fn before(changes: &[Bulk], end: Edition) -> Edition {
    let items = changes.iter().take_while(|bulk| is_item(bulk)).count();
    let resets = changes.iter().any(|bulk| !is_item(bulk));
    match changes.iter().find_map(|bulk| match bulk {
        Bulk::Reset { epoch, .. } => Some(*epoch),
        Bulk::Item { .. } => None,
    }) {
        Some(epoch) if resets => Edition {
            epoch: epoch.wrapping_sub(1),
            version: 0,
        },
        _ => Edition {
            epoch: end.epoch,
            version: end.version.wrapping_sub(items as u32),
        },
    }
}

fn after(some: &[Bulk], at: Edition) -> Edition {
    some.iter().fold(at, |at, bulk| match bulk {
        Bulk::Item { .. } => Edition {
            version: at.version.wrapping_add(1),
            ..at
        },
        Bulk::Reset { epoch, .. } => Edition {
            epoch: *epoch,
            version: 0,
        },
    })
}

fn frame(some: &[Bulk], after: Edition) -> Frame {
    let mut plain = BytesMut::with_capacity(8 + some.len() * 4);
    let mut signed = BytesMut::with_capacity(8 + some.len() * 8);
    if let Some(Bulk::Reset { epoch, .. }) = some.first() {
        head(&mut plain, RESET, after.epoch, 0, *epoch);
        head(&mut signed, RESET, after.epoch, 0, *epoch);
    } else {
        let version = after.version + u32::from(planted(Defect::NumbersFramesWrongly));
        head(&mut plain, ITEMS, after.epoch, some.len(), version);
        head(&mut signed, SIGNED, after.epoch, some.len(), after.version);
    }
    for bulk in some {
        if let Bulk::Item { item, by, returns } = bulk {
            plain.put_u32_le(*item);
            signed.put_u32_le(*item);
            signed.put_u32_le(by.filter(|_| !returns).map_or(0, |seat| seat.0));
        }
    }
    Frame {
        plain: plain.freeze(),
        signed: signed.freeze(),
    }
}

fn head(out: &mut BytesMut, op: u8, epoch: u32, n: usize, version: u32) {
    out.put_u8(op);
    out.put_u8(epoch as u8);
    out.put_u16_le(n as u16);
    out.put_u32_le(version);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_whole_board_only_the_last_is_sent_in_versions() {
        let items = (0..200_000).map(|item| Bulk::Item {
            item,
            by: None,
            returns: false,
        });
        let mut stream = BulkStream::default();
        let edition = Edition {
            epoch: 1,
            version: 200_000,
        };
        stream.take(items.collect(), edition, 1, Instant::now());
        let frames = stream.flush();
        assert_eq!(frames.len(), 1);
        assert_eq!(frames[0].plain[4..8], 200_000u32.to_le_bytes());
    }
}
