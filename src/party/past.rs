//! The journal of one session, for those who look back: read from the disk, never from the party.

use super::journal::{self, Event, Glimpse, Seen, Unreadable};
use crate::game::{Journaled, Past, Refusal};
use crate::id::{PartyCode, PartyMs, Seq};
use crate::store::Store;

/// What happened in a party's session since it was started.
pub struct JournalOf {
    store: Store,
    code: PartyCode,
    begun: Seq,
}

/// Why the reading ended before the end of the journal.
enum Stop {
    Enough,
    Unreadable,
}

impl From<Unreadable> for Stop {
    fn from(_: Unreadable) -> Self {
        Self::Unreadable
    }
}

impl JournalOf {
    pub(super) fn new(store: Store, code: PartyCode, begun: Seq) -> Self {
        Self { store, code, begun }
    }
}

impl Past for JournalOf {
    fn tell(&self, after: Seq, each: &mut dyn FnMut(Journaled) -> bool) -> Result<(), Refusal> {
        let mut readable = true;
        let from = self.begun.max(after.saturating_add(1));
        let read = self.store.read_back(&self.code, from, &mut |row| {
            // What is in the same row and comes before does not count.
            let mut seq = row.last_seq - row.n;
            let mut one = |glimpse: Glimpse| -> Result<(), Stop> {
                seq += 1;
                match seq >= from && !tell_one(seq, &glimpse, each) {
                    true => Err(Stop::Enough),
                    false => Ok(()),
                }
            };
            let read = journal::glance(row.format, row.body, PartyMs(row.since_ms), &mut one);
            readable &= !matches!(read, Err(Stop::Unreadable));
            read.is_ok()
        });
        match read {
            Ok(()) if readable => Ok(()),
            Ok(()) => Err(Refusal::Internal),
            Err(error) => {
                tracing::error!(%error, "the journal cannot be read");
                Err(Refusal::Internal)
            }
        }
    }
}

fn tell_one(seq: Seq, glimpse: &Glimpse, each: &mut dyn FnMut(Journaled) -> bool) -> bool {
    let (by, packed) = match &glimpse.seen {
        Seen::Played { seat, packed, .. } => (*seat, packed),
        Seen::Ticked { packed } => (None, packed),
        // Of an earlier session, or of a later one: the game that looks back was over.
        Seen::Own(Event::SessionOpened { .. }) => return false,
        Seen::Own(_) => return true,
    };
    each(Journaled {
        seq,
        at: glimpse.at,
        by,
        packed,
    })
}
