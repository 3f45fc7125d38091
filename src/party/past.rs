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
    fn tell(&self, each: &mut dyn FnMut(Journaled) -> bool) -> Result<(), Refusal> {
        let mut readable = true;
        let mut started = false;
        let read = self.store.read_back(&self.code, self.begun, &mut |row| {
            // A row that begins before the session: what is in it of others does not count.
            let mut seq = row.last_seq - row.n;
            let mut one = |glimpse: Glimpse| -> Result<(), Stop> {
                seq += 1;
                started |= seq >= self.begun;
                match started && !tell_one(&glimpse, each) {
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

fn tell_one(glimpse: &Glimpse, each: &mut dyn FnMut(Journaled) -> bool) -> bool {
    let (by, packed) = match &glimpse.seen {
        Seen::Played { seat, packed, .. } => (*seat, packed),
        Seen::Ticked { packed } => (None, packed),
        // Of an earlier session, or of a later one: the game that looks back was over.
        Seen::Own(Event::SessionOpened { .. }) => return false,
        Seen::Own(_) => return true,
    };
    each(Journaled {
        at: glimpse.at,
        by,
        packed,
    })
}
