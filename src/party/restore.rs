//! A party from its journal: after a start, after a fault (see `fold`), and, from its first event, for making the read models anew
//! and for audits.

use super::fold::Fold;
use super::journal::{self, Event, Record, Unreadable};
use super::rows;
use super::state::{Party, ReplayError};
use crate::game::Refusal;
use crate::id::{ActionKey, PartyCode, PartyMs, SeatId, Seq};
use crate::store::{ReadError, Store, Stored};
use thiserror::Error;

/// Why a party could not be opened or restored.
#[derive(Debug, Error)]
pub enum RestoreError {
    /// The disk cannot be read.
    #[error("the journal cannot be read: {0}")]
    Disk(#[from] ReadError),
    /// The journal does not fold.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// A new party could not be opened.
    #[error("a new party cannot be opened: {0}")]
    Opening(Refusal),
}

impl RestoreError {
    /// The journal itself is at fault: a backup may know better.
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::Replay(ReplayError::Unreadable { .. } | ReplayError::NoBeginning)
        )
    }
}

/// Folds a party's journal; a party without one is unborn.
pub(super) async fn load(store: &Store, code: &PartyCode) -> Result<Fold, RestoreError> {
    let (store, code) = (store.clone(), code.clone());
    let folded = tokio::task::spawn_blocking(move || Fold::of(&store, &code)).await;
    // The task is never aborted, so it fails only by the panic that it passes on.
    folded.unwrap_or_else(|broken| std::panic::resume_unwind(broken.into_panic()))
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

/// Every action that the journal knows to be accepted, in order, and whose it was; `None` is the host. For audits.
pub async fn accepted(store: &Store, code: &PartyCode) -> Result<Vec<(Option<SeatId>, ActionKey)>, RestoreError> {
    let mut all = Vec::new();
    let mut step = |party: &mut Party, record: &Record| {
        match &record.event {
            Event::Played { seat, action, .. } => all.push((*seat, *action)),
            Event::Answered { seat, action_id, .. } => all.push((*seat, ActionKey::of(action_id))),
            _ => {}
        }
        party.apply(&record.event, record.at)
    };
    fold(store, code, &mut step).await?;
    Ok(all)
}

/// Keeps what a party's journal folds to, as the party itself does after many events.
pub async fn keep(store: &Store, code: &PartyCode) -> anyhow::Result<()> {
    let (store, code) = (store.clone(), code.clone());
    tokio::task::spawn_blocking(move || Fold::keep(&store, &code)).await?
}

/// All that a party's journal folds to, as it is kept, and the event after which it was folded. For audits.
pub async fn folded(store: &Store, code: &PartyCode) -> Result<(serde_json::Value, Seq), RestoreError> {
    let fold = load(store, code).await?;
    let state = serde_json::to_value(&fold.party).expect("states have string keys and finite numbers");
    Ok((state, fold.known.last_seq))
}

type Step<'a> = dyn FnMut(&mut Party, &Record) -> Result<(), ReplayError> + Send + 'a;

async fn fold(store: &Store, code: &PartyCode, step: &mut Step<'_>) -> Result<(Party, PartyMs), RestoreError> {
    let mut party = Party::unborn();
    let mut reached = PartyMs(0);
    for Stored {
        last_seq,
        at_ms,
        format,
        body,
    } in store.load(code).await?
    {
        journal::decode(format, &body, reached, &mut |record| {
            step(&mut party, &record).map_err(Stop::At)
        })
        .map_err(|stop| stop.into_replay(last_seq))?;
        // Times of the next row count from the last record of this one.
        reached = PartyMs(at_ms);
    }
    Ok((party, reached))
}

/// Why a row was not read to its end.
enum Stop {
    At(ReplayError),
    Row(Unreadable),
}

impl From<Unreadable> for Stop {
    fn from(cause: Unreadable) -> Self {
        Self::Row(cause)
    }
}

impl Stop {
    fn into_replay(self, seq: Seq) -> ReplayError {
        match self {
            Self::At(error) => error,
            Self::Row(cause) => ReplayError::Unreadable {
                seq,
                cause: cause.to_string(),
            },
        }
    }
}
