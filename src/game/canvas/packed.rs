//! How the journal keeps the canvas's events. A placement is four bytes: three of the cell, one of the colour, who is known from the
//! record. What the host paints is a 1 and four bytes for each cell. All else is JSON, and rare.

use super::Event;
use super::board::{item, parts};
use crate::game::{By, Unreadable};
use crate::id::SeatId;

/// Begins a list of cells that the host paints.
const PAINTED: u8 = 1;
const ITEM: usize = 4;

/// The events of one move.
pub fn pack(events: &[Event]) -> Vec<u8> {
    match events {
        [Event::Placed { cell, colour, .. }] => item(*cell, *colour).to_le_bytes().to_vec(),
        [Event::Painted { items }] => {
            let bytes = items.iter().flat_map(|item| item.to_le_bytes());
            std::iter::once(PAINTED).chain(bytes).collect()
        }
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
        Some((&PAINTED, items)) if items.len() % ITEM == 0 => {
            let items = items.chunks_exact(ITEM);
            let items = items
                .map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
                .collect();
            Ok(vec![Event::Painted { items }])
        }
        _ => serde_json::from_slice(packed).map_err(|error| Unreadable(error.to_string())),
    }
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
        fn rubbish_is_refused_and_nothing_else(packed in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = unpack(None, &packed);
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
