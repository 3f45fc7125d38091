//! A journal read through: the state that it folds to, and how far into its bytes that stands. All of it is read and seen to be whole
//! at each start; what was folded before and kept is not folded again, as long as it was folded from these very bytes.

use super::journal::{self, Glimpse, Unreadable};
use super::restore::RestoreError;
use super::state::{Party, ReplayError};
use crate::id::{PartyCode, PartyMs};
use crate::store::{Folded, Mark, Passing, ReadError, Store};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A party's state after its journal.
pub(super) struct Fold {
    pub party: Party,
    /// Where it ends.
    pub mark: Mark,
    /// Up to here nothing was folded: it was kept.
    pub known: Mark,
    sum: crc32fast::Hasher,
}

/// Why a journal is not read to its end.
enum Stop {
    Journal(RestoreError),
    /// What was kept was folded from another one.
    Stale,
}

impl From<ReadError> for Stop {
    fn from(cause: ReadError) -> Self {
        Self::Journal(cause.into())
    }
}

impl From<ReplayError> for Stop {
    fn from(cause: ReplayError) -> Self {
        Self::Journal(cause.into())
    }
}

impl Fold {
    /// Reads a party's journal through; a party without one is unborn. For threads that may wait.
    pub(super) fn of(store: &Store, code: &PartyCode) -> Result<Self, RestoreError> {
        let kept = store.folded(code).and_then(Self::after);
        let read = kept.map(|fold| catch_unwind(AssertUnwindSafe(|| fold.through(store, code))));
        match read {
            Some(Ok(Ok(fold))) => return Ok(fold),
            Some(Ok(Err(Stop::Journal(cause @ RestoreError::Disk(_))))) => return Err(cause),
            // Whatever was wrong with it, be it a game that cannot go on from it: the journal alone decides.
            Some(_) => store.forget_folded(code),
            None => {}
        }
        match Self::begin().through(store, code) {
            Err(Stop::Journal(cause)) => Err(cause),
            Err(Stop::Stale) => unreachable!("nothing was kept"),
            Ok(fold) => Ok(fold),
        }
    }

    /// Keeps what a party's journal folds to, for the next start. For threads that may wait.
    pub(super) fn keep(store: &Store, code: &PartyCode) -> anyhow::Result<()> {
        Ok(store.keep_folded(code, &Self::of(store, code)?.kept()?)?)
    }

    /// As it is kept.
    pub(super) fn kept(&self) -> serde_json::Result<Folded> {
        let state = serde_json::to_vec(&self.party)?;
        Ok(Folded { mark: self.mark, state })
    }

    fn begin() -> Self {
        Self {
            party: Party::unborn(),
            mark: Mark::default(),
            known: Mark::default(),
            sum: crc32fast::Hasher::new(),
        }
    }

    fn after(kept: Folded) -> Option<Self> {
        Some(Self {
            party: serde_json::from_slice(&kept.state).ok()?,
            known: kept.mark,
            ..Self::begin()
        })
    }

    fn through(mut self, store: &Store, code: &PartyCode) -> Result<Self, Stop> {
        store.read_whole(code, &mut |row| self.read(&row))?;
        let fits = self.known == Mark::default() || self.party.seq == self.mark.last_seq;
        let reached = self.mark.bytes >= self.known.bytes;
        match fits && reached {
            true => Ok(self),
            false => Err(Stop::Stale),
        }
    }

    fn read(&mut self, row: &Passing) -> Result<(), Stop> {
        let ahead = usize::try_from(self.known.bytes.saturating_sub(self.mark.bytes)).unwrap_or(usize::MAX);
        let (known, fresh) = row.body.split_at(ahead.min(row.body.len()));
        self.follow(known);
        if known.len() == ahead && ahead > 0 && self.mark.crc != self.known.crc {
            return Err(Stop::Stale);
        }
        self.follow(fresh);
        (self.mark.last_seq, self.mark.at_ms) = (row.last_seq, row.at_ms);
        // A row may have grown since.
        let since = if known.is_empty() {
            row.since_ms
        } else {
            self.known.at_ms
        };
        self.fold(row, fresh, PartyMs(since))
    }

    fn follow(&mut self, bytes: &[u8]) {
        self.sum.update(bytes);
        self.mark.bytes += bytes.len() as u64;
        self.mark.crc = self.sum.clone().finalize();
    }

    fn fold(&mut self, row: &Passing, body: &[u8], since: PartyMs) -> Result<(), Stop> {
        if body.is_empty() {
            return Ok(());
        }
        let mut one = |glimpse: Glimpse| self.party.apply_seen(&glimpse).map_err(Broken::At);
        journal::glance(row.format, body, since, &mut one).map_err(|broken| match broken {
            Broken::At(cause) => cause.into(),
            Broken::Row(cause) => Stop::Journal(
                ReplayError::Unreadable {
                    seq: row.last_seq,
                    cause: cause.to_string(),
                }
                .into(),
            ),
        })
    }
}

/// Why a row is not read to its end.
enum Broken {
    At(ReplayError),
    Row(Unreadable),
}

impl From<Unreadable> for Broken {
    fn from(cause: Unreadable) -> Self {
        Self::Row(cause)
    }
}
