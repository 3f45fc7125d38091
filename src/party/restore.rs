//! A party from its journal: after a start, after a fault, and for making the read models anew. The same fold each time.

use super::journal;
use super::rows;
use super::state::{Party, ReplayError};
use crate::game::Refusal;
use crate::id::{PartyCode, PartyMs};
use crate::store::{Store, TableRow};
use thiserror::Error;

/// Why a party could not be opened or restored.
#[derive(Debug, Error)]
pub enum RestoreError {
    /// The disk cannot be read.
    #[error("the journal cannot be read: {0}")]
    Disk(#[from] rusqlite::Error),
    /// The journal does not fold.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// A new party could not be opened.
    #[error("a new party cannot be opened: {0}")]
    Opening(Refusal),
}

/// Folds a party's journal; a party without one is unborn. Gives the state and the party time that was reached.
pub(super) async fn load(store: &Store, code: &PartyCode) -> Result<(Party, PartyMs), RestoreError> {
    let mut nothing = |_: &Party, _: TableRow| {};
    fold(store, code, &mut nothing).await
}

/// Makes all rows of a party anew from its journal.
pub async fn rebuild(store: &Store, code: &PartyCode) -> Result<usize, RestoreError> {
    let mut all = Vec::new();
    fold(store, code, &mut |_, row| all.push(row)).await?;
    store.rebuild(code, &all)?;
    Ok(all.len())
}

async fn fold(
    store: &Store,
    code: &PartyCode,
    on_row: &mut (dyn FnMut(&Party, TableRow) + Send),
) -> Result<(Party, PartyMs), RestoreError> {
    let mut party = Party::unborn();
    let mut reached = PartyMs(0);
    for stored in store.load(code).await? {
        let unreadable = |cause| ReplayError::Unreadable {
            seq: stored.last_seq,
            cause,
        };
        for record in journal::decode(&stored.body).map_err(unreadable)? {
            let told = party.apply(&record.event, record.at)?;
            for row in told.into_iter().flat_map(|told| told.rows) {
                let row = rows::of_game(&party, row);
                on_row(&party, row);
            }
            if let Some(row) = rows::after(&party, &record.event) {
                on_row(&party, row);
            }
            reached = reached.max(record.at);
        }
    }
    Ok((party, reached))
}
