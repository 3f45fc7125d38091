//! A party from its journal: after a start, after a fault, and for making the read models anew. The same fold each time.

use super::journal::{self, Record};
use super::rows;
use super::state::{Party, ReplayError};
use crate::game::Refusal;
use crate::id::{PartyCode, PartyMs};
use crate::store::Store;
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
    fold(store, code, &mut |party, record| party.apply(&record.event, record.at)).await
}

/// Makes all rows of a party anew from its journal.
pub async fn rebuild(store: &Store, code: &PartyCode) -> Result<usize, RestoreError> {
    let mut all = Vec::new();
    let mut step = |party: &mut Party, record: &Record| {
        let told = party.apply_told(&record.event, record.at)?;
        let of_game = told.into_iter().flat_map(|told| told.rows);
        all.extend(of_game.map(|row| rows::of_game(party, row)));
        all.extend(rows::after(party, &record.event));
        Ok(())
    };
    fold(store, code, &mut step).await?;
    store.rebuild(code, &all)?;
    Ok(all.len())
}

type Step<'a> = dyn FnMut(&mut Party, &Record) -> Result<(), ReplayError> + Send + 'a;

async fn fold(store: &Store, code: &PartyCode, step: &mut Step<'_>) -> Result<(Party, PartyMs), RestoreError> {
    let mut party = Party::unborn();
    let mut reached = PartyMs(0);
    for stored in store.load(code).await? {
        let unreadable = |cause| ReplayError::Unreadable {
            seq: stored.last_seq,
            cause,
        };
        for record in journal::decode(&stored.body).map_err(unreadable)? {
            step(&mut party, &record)?;
            reached = reached.max(record.at);
        }
    }
    Ok((party, reached))
}
