//! How the journal keeps the canvas's events. A placement is four bytes: three of the cell, one of the colour, who is known from the
//! record. What the host paints is a 1 and four bytes for each cell, a rollback is as `ROLLED_BACK` says. All else is JSON, and rare.

use super::Event;
use super::board::{item, parts};
use super::wire::Filter;
use crate::game::{By, Unreadable};
use crate::id::SeatId;

/// Begins a list of cells that the host paints.
const PAINTED: u8 = 1;
/// Begins a rollback: the length of its filter in two bytes, the filter in JSON, then each cell and whose it is again.
const ROLLED_BACK: u8 = 2;
const ITEM: usize = 4;

/// The events of one move.
pub fn pack(events: &[Event]) -> Vec<u8> {
    match events {
        [Event::Placed { cell, colour, .. }] => item(*cell, *colour).to_le_bytes().to_vec(),
        [Event::Painted { items }] => {
            let bytes = items.iter().flat_map(|item| item.to_le_bytes());
            std::iter::once(PAINTED).chain(bytes).collect()
        }
        [Event::RolledBack { by, items, owners }] => rollback(by, items, owners),
        _ => serde_json::to_vec(events).expect("events have string keys and finite numbers"),
    }
}

/// A placement, which nearly every move is: read without taking memory for it.
pub fn placed(by: Option<By>, packed: &[u8]) -> Option<Event> {
    let (cell, colour) = parts(u32::from_le_bytes(packed.try_into().ok()?));
    let seat = seat(by)?;
    Some(Event::Placed { seat, cell, colour })
}

/// Reads them back.
pub fn unpack(by: Option<By>, packed: &[u8]) -> Result<Vec<Event>, Unreadable> {
    if packed.len() == ITEM {
        let placed = placed(by, packed).ok_or_else(|| Unreadable("a placement by nobody".to_owned()))?;
        return Ok(vec![placed]);
    }
    match packed.split_first() {
        Some((&PAINTED, items)) if items.len() % ITEM == 0 => Ok(vec![Event::Painted {
            items: words(items).collect(),
        }]),
        Some((&ROLLED_BACK, rest)) => rolled_back(rest).map(|event| vec![event]),
        _ => serde_json::from_slice(packed).map_err(|error| Unreadable(error.to_string())),
    }
}

fn rollback(by: &Filter, items: &[u32], owners: &[u32]) -> Vec<u8> {
    let filter = serde_json::to_vec(by).expect("filters have string keys");
    let pairs = items.iter().zip(owners).flat_map(|(item, owner)| [*item, *owner]);
    std::iter::once(ROLLED_BACK)
        .chain((filter.len() as u16).to_le_bytes())
        .chain(filter)
        .chain(pairs.flat_map(u32::to_le_bytes))
        .collect()
}

fn rolled_back(packed: &[u8]) -> Result<Event, Unreadable> {
    let cut = || Unreadable("a rollback is cut off".to_owned());
    let (length, rest) = packed.split_first_chunk::<2>().ok_or_else(cut)?;
    let length = usize::from(u16::from_le_bytes(*length));
    let (filter, pairs) = rest.split_at_checked(length).ok_or_else(cut)?;
    if pairs.len() % (2 * ITEM) != 0 {
        return Err(cut());
    }
    Ok(Event::RolledBack {
        by: serde_json::from_slice(filter).map_err(|error| Unreadable(error.to_string()))?,
        items: words(pairs).step_by(2).collect(),
        owners: words(pairs).skip(1).step_by(2).collect(),
    })
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .chunks_exact(ITEM)
        .map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

fn seat(by: Option<By>) -> Option<SeatId> {
    match by? {
        By::Seat(seat) => Some(seat),
        By::Host => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(by: By, events: Vec<Event>) {
        let packed = pack(&events);
        assert_eq!(unpack(Some(by), &packed).unwrap(), events);
    }

    proptest! {
        #[test]
        fn a_placement_takes_four_bytes(cell in 0u32..1 << 24, colour: u8, seat in 1u32..1_000) {
            let seat = SeatId(seat);
            let events = vec![Event::Placed { seat, cell, colour }];
            prop_assert_eq!(pack(&events).len(), 4);
            same(By::Seat(seat), events);
        }

        #[test]
        fn what_the_host_paints_takes_four_bytes_a_cell(items in prop::collection::vec(any::<u32>(), 0..50)) {
            same(By::Host, vec![Event::Painted { items }]);
        }

        #[test]
        fn a_rollback_takes_eight_bytes_a_cell(pairs in prop::collection::vec(any::<(u32, u32)>(), 0..50), player: Option<u32>) {
            let by = Filter { player_id: player.map(SeatId), ..Filter::default() };
            let (items, owners) = pairs.into_iter().unzip();
            same(By::Host, vec![Event::RolledBack { by, items, owners }]);
        }

        #[test]
        fn no_rubbish_is_a_panic(packed in prop::collection::vec(any::<u8>(), 0..40), first in 0u8..4) {
            let _ = unpack(None, &packed);
            let _ = unpack(Some(By::Host), &[&[first], &packed[..]].concat());
        }
    }

    #[test]
    fn all_else_is_kept_too() {
        same(By::Host, vec![Event::Cleared {}]);
        same(
            By::Host,
            vec![
                Event::Queued { seat: SeatId(1) },
                Event::Idled { seats: vec![SeatId(2)] },
            ],
        );
    }
}
