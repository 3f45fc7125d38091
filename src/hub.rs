//! Code → party: restores the open parties from the journal at start, opens a new one when there is none, and again when one ends.

use crate::game::Refusal;
use crate::id::PartyCode;
use crate::party::{self, Happening, PartyHandle, RestoreError, Setting, Show};
use crate::store::Store;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use tokio::sync::{broadcast, watch};

/// All parties of this appliance.
pub struct Hub {
    store: Store,
    setting: Arc<Setting>,
    parties: Mutex<HashMap<PartyCode, PartyHandle>>,
    /// The party of the evening, which a page without a code finds.
    current: watch::Sender<PartyHandle>,
}

impl Hub {
    /// Restores what is open; opens a party if nothing is.
    pub async fn open(store: Store, setting: Arc<Setting>) -> Result<Arc<Self>, RestoreError> {
        let mut handles = Vec::new();
        for code in store.open_parties().await? {
            handles.push(start(code, &store, &setting).await?);
        }
        if handles.is_empty() {
            handles.push(start_new(&store, &setting).await?);
        }
        let newest = handles[handles.len() - 1].clone();
        let parties = handles
            .iter()
            .map(|party| (party.code().clone(), party.clone()))
            .collect();
        let (current, _) = watch::channel(newest);
        let hub = Arc::new(Self {
            store,
            setting,
            parties: Mutex::new(parties),
            current,
        });
        for party in handles {
            hub.watch(&party);
        }
        Ok(hub)
    }

    /// The party of the evening.
    pub fn current(&self) -> PartyHandle {
        self.current.borrow().clone()
    }

    /// Follows the party of the evening from one to the next.
    pub fn follow(&self) -> watch::Receiver<PartyHandle> {
        self.current.subscribe()
    }

    /// The open party with this code.
    pub async fn find(&self, typed: &str) -> Result<PartyHandle, Refusal> {
        let code = PartyCode::parse(typed).ok_or(Refusal::PartyUnknown)?;
        if let Some(party) = self.parties().get(&code) {
            return Ok(party.clone());
        }
        match self.store.has_ended(&code).await {
            Ok(Some(true)) => Err(Refusal::PartyEnded),
            Ok(_) => Err(Refusal::PartyUnknown),
            Err(error) => {
                tracing::error!(%error, "the list of parties cannot be read");
                Err(Refusal::Internal)
            }
        }
    }

    /// All open parties.
    pub fn all(&self) -> Vec<PartyHandle> {
        self.parties().values().cloned().collect()
    }

    /// Tells every page that the appliance stops and will be back.
    pub async fn restart(&self) {
        for party in self.all() {
            party.restart().await;
        }
    }

    fn parties(&self) -> MutexGuard<'_, HashMap<PartyCode, PartyHandle>> {
        self.parties.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn watch(self: &Arc<Self>, party: &PartyHandle) {
        tokio::spawn(outlive(Arc::downgrade(self), party.show(), party.code().clone()));
    }

    async fn ended(self: Arc<Self>, code: PartyCode) {
        self.parties().remove(&code);
        if self.current().code() == &code {
            self.open_next().await;
        }
    }

    async fn open_next(self: &Arc<Self>) {
        match start_new(&self.store, &self.setting).await {
            Ok(party) => {
                self.parties().insert(party.code().clone(), party.clone());
                self.watch(&party);
                self.current.send_replace(party);
            }
            Err(error) => tracing::error!(%error, "the next party cannot be opened"),
        }
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
    if let Some(hub) = hub.upgrade() {
        hub.ended(code).await;
    }
}

async fn start_new(store: &Store, setting: &Arc<Setting>) -> Result<PartyHandle, RestoreError> {
    loop {
        let code = PartyCode::draw(&mut rand::rng());
        if store.has_ended(&code).await?.is_none() {
            return start(code, store, setting).await;
        }
    }
}

async fn start(code: PartyCode, store: &Store, setting: &Arc<Setting>) -> Result<PartyHandle, RestoreError> {
    let (handle, actor) = party::channel(code, store.clone(), Arc::clone(setting)).await?;
    tokio::spawn(actor.run());
    // A key that nobody holds: it proves that the party's beginning is on the disk before anybody is invited.
    handle.host_key().await.map_err(RestoreError::Opening)?;
    Ok(handle)
}
