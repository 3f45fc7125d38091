//! When a party's folded state is kept for the next start. It is folded from the journal by a thread of its own: the party neither
//! waits for it nor is asked, and what is kept is durable by its nature.

use super::fold::Fold;
use crate::id::{PartyCode, Seq};
use crate::store::Store;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// So many events are worth it after so long: steps of a story are few, and each takes its time.
const SOME: Seq = 1_000;
const LONG: Duration = Duration::from_secs(600);

pub(super) struct Keeper {
    store: Store,
    code: PartyCode,
    /// A start folds so many events and a few more at most.
    every: Seq,
    kept: Seq,
    kept_at: Instant,
    folding: Option<JoinHandle<()>>,
    wanted: Arc<Wanted>,
}

/// Whether what is being folded is still to be kept. Nothing is put into the folder while this changes.
struct Wanted(Mutex<bool>);

impl Wanted {
    fn keep(&self, store: &Store, code: &PartyCode) -> anyhow::Result<()> {
        let folded = Fold::of(store, code)?.kept()?;
        let wanted = self.lock();
        if *wanted {
            store.keep_folded(code, &folded)?;
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keeper {
    /// For a party of which all up to `kept` is kept.
    pub(super) fn new(store: Store, code: PartyCode, every: Seq, kept: Seq) -> Self {
        Self {
            store,
            code,
            every,
            kept,
            kept_at: Instant::now(),
            folding: None,
            wanted: Arc::new(Wanted(Mutex::new(true))),
        }
    }

    /// The party is over: nothing is kept from now on, so that whoever forgets it need not wait.
    pub(super) fn end(&self) {
        *self.wanted.lock() = false;
    }

    /// The party has come to `seq`.
    pub(super) fn look(&mut self, seq: Seq) {
        let more = seq - self.kept;
        let due = more >= self.every || more >= SOME && self.kept_at.elapsed() >= LONG;
        let busy = self.folding.as_ref().is_some_and(|folding| !folding.is_finished());
        if !due || busy {
            return;
        }
        (self.kept, self.kept_at) = (seq, Instant::now());
        let (store, code, wanted) = (self.store.clone(), self.code.clone(), Arc::clone(&self.wanted));
        self.folding = Some(tokio::task::spawn_blocking(move || {
            if let Err(error) = wanted.keep(&store, &code) {
                tracing::warn!(party = %code, %error, "what the journal folds to is not kept: a start will take longer");
            }
        }));
    }
}
