//! Who watches over the parties: one that ends is followed by the next, and one whose actor is lost is restored from its journal.

use super::{Hub, Life, start};
use crate::id::PartyCode;
use crate::party::{Happening, PartyHandle, Show};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::broadcast;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// Between attempts to restore a party, and before one that was restored a moment ago is restored again.
const AGAIN: Duration = Duration::from_secs(1);
/// A loss so soon after the last is met more slowly.
const LATELY: Duration = Duration::from_secs(10);

impl Hub {
    /// Watches over a party from now on; `restored` says when it was last restored, if it was.
    pub(super) fn watch(self: &Arc<Self>, party: &PartyHandle, life: Life, restored: Option<Instant>) {
        let code = party.code().clone();
        self.lives().insert(code.clone(), life.abort_handle());
        tokio::spawn(outlive(Arc::downgrade(self), party.show(), code.clone()));
        tokio::spawn(supervise(Arc::downgrade(self), code, life, restored));
    }

    /// Ends a party's actor as a fault in it would: only to prove that the house notices.
    #[doc(hidden)]
    pub fn lose(&self, code: &PartyCode) {
        if let Some(life) = self.lives().get(code) {
            life.abort();
        }
    }

    async fn restore(self: &Arc<Self>, code: PartyCode) {
        loop {
            match self.started_again(&code).await {
                Ok(Some((party, life))) => return self.put_back(&party, life),
                // Its end is on the disk, and it was lost before it could tell.
                Ok(None) => return follow_up(&Arc::downgrade(self), &code).await,
                Err(error) => {
                    tracing::error!(code = "party/not_restored", party = %code, %error, "cannot be restored yet");
                }
            }
            tokio::time::sleep(AGAIN).await;
        }
    }

    /// Nothing, if it has ended.
    async fn started_again(&self, code: &PartyCode) -> anyhow::Result<Option<(PartyHandle, Life)>> {
        // What the lost one had handed to the writer is part of the journal by now, or never will be.
        self.store.settled().await?;
        if self.store.has_ended(code).await? == Some(true) {
            return Ok(None);
        }
        let (code, store, setting) = (code.clone(), self.store.clone(), Arc::clone(&self.setting));
        // In a task of its own: what cannot be restored must not take the watch with it.
        let started = tokio::spawn(async move { start(code, None, &store, &setting).await });
        Ok(Some(started.await??))
    }

    fn put_back(self: &Arc<Self>, party: &PartyHandle, life: Life) {
        self.parties().insert(party.code().clone(), party.clone());
        if self.current().code() == party.code() {
            self.current.send_replace(party.clone());
        }
        self.meter().restored("lost");
        self.watch(party, life, Some(Instant::now()));
    }
}

/// Waits for the end of a party; then the house opens the next one. Holds no house, which may be gone before its party.
async fn outlive(hub: Weak<Hub>, mut show: broadcast::Receiver<Show>, code: PartyCode) {
    loop {
        match show.recv().await {
            Ok(Show::Happening(Happening::Ended)) => break,
            Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => {}
            Err(broadcast::error::RecvError::Closed) => return,
        }
    }
    follow_up(&hub, &code).await;
}

/// Opens the next party, however often it takes.
async fn follow_up(hub: &Weak<Hub>, code: &PartyCode) {
    while let Some(hub) = hub.upgrade() {
        match hub.follow_up(code).await {
            Ok(()) => return,
            Err(error) => tracing::error!(%error, "the next party cannot be opened yet"),
        }
        drop(hub);
        tokio::time::sleep(AGAIN).await;
    }
}

/// Waits for the end of an actor. It ends by itself once nobody can ask it any more; every other end is a loss. The phones have been
/// told to come back, and find the restored one.
async fn supervise(hub: Weak<Hub>, code: PartyCode, life: JoinHandle<()>, restored: Option<Instant>) {
    let Err(lost) = life.await else { return };
    tracing::error!(code = "party/lost", party = %code, %lost, "a party's actor is lost; it is restored from its journal");
    if restored.is_some_and(|at| at.elapsed() < LATELY) {
        tokio::time::sleep(AGAIN).await;
    }
    if let Some(hub) = hub.upgrade().filter(|hub| hub.parties().contains_key(&code)) {
        hub.restore(code).await;
    }
}
