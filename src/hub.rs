//! Code → party: restores the open parties from the journal at start, opens a new one when there is none, and again when one ends.
//! `watch` is about ends and losses, `vitals` about those who ask how the house is.

mod vitals;
mod watch;

use crate::game::Refusal;
use crate::game::registry::{self, check_settings};
use crate::id::{PartyCode, Token, TokenHash};
use crate::party::{self, PartyHandle, RestoreError, Setting, Stamp};
use crate::protocol::{ActionRequest, PartyRequest};
use crate::store::Store;
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch as latest;
use tokio::task::{AbortHandle, JoinHandle};

/// So many parties stand beside the evening's.
const MOST_BESIDE: usize = 8;

/// The life of an actor.
type Life = JoinHandle<()>;

/// All parties of this appliance.
pub struct Hub {
    store: Store,
    setting: Arc<Setting>,
    parties: Mutex<HashMap<PartyCode, PartyHandle>>,
    /// The party of the evening, which a page without a code finds.
    current: latest::Sender<PartyHandle>,
    /// The actors of the parties, each until the party ends.
    lives: Mutex<HashMap<PartyCode, AbortHandle>>,
    /// Parties are opened one after another: there is room for few beside the evening's, and one only follows another.
    opening: tokio::sync::Mutex<()>,
}

impl Hub {
    /// Restores what is open; opens a party if nothing is.
    pub async fn open(store: Store, setting: Arc<Setting>) -> Result<Arc<Self>, RestoreError> {
        let mut handles = Vec::new();
        let mut newest = None;
        let open = store.open_parties().await?;
        store.sweep_folded(&open.iter().map(|(code, _)| code.clone()).collect::<Vec<_>>());
        for (code, beside) in open {
            let (party, life) = start(code, None, &store, &setting).await?;
            handles.push((party.clone(), life));
            newest = if beside { newest } else { Some(party) };
        }
        let newest = match newest {
            Some(party) => party,
            None => {
                let (party, life) = start_new(None, &store, &setting).await?;
                handles.push((party.clone(), life));
                party
            }
        };
        let parties = handles
            .iter()
            .map(|(party, _)| (party.code().clone(), party.clone()))
            .collect();
        let (current, _) = latest::channel(newest);
        let hub = Arc::new(Self {
            store,
            setting,
            parties: Mutex::new(parties),
            current,
            lives: Mutex::default(),
            opening: tokio::sync::Mutex::default(),
        });
        for (party, life) in handles {
            hub.watch(&party, life, None);
        }
        Ok(hub)
    }

    /// The party of the evening.
    pub fn current(&self) -> PartyHandle {
        self.current.borrow().clone()
    }

    /// Follows the party of the evening from one to the next.
    pub fn follow(&self) -> latest::Receiver<PartyHandle> {
        self.current.subscribe()
    }

    /// A new key for the host, which opens every party of this house.
    pub async fn host_key(&self) -> Result<Token, Refusal> {
        let token = Token::draw();
        for party in self.all() {
            party.let_host_in(token.hash()).await?;
        }
        Ok(token)
    }

    /// Opens a party beside the evening's, for whoever holds this token, and starts its game.
    pub async fn open_beside(self: &Arc<Self>, host: TokenHash, request: PartyRequest) -> Result<PartyHandle, Refusal> {
        let _turn = self.opening.lock().await;
        if self.parties().len() > MOST_BESIDE {
            return Err(Refusal::PartiesFull);
        }
        // Before anything is opened: wrong settings leave no party behind.
        let settings = request.settings.unwrap_or_else(|| json!({}));
        check_settings(&request.game, settings.clone(), self.store.library().as_ref())?;
        let name = party::name_of_a_party(&request.name)?;
        let party = start_new(Some(name), &self.store, &self.setting).await;
        let (party, life) = party.map_err(|error| {
            tracing::error!(%error, "a party cannot be opened");
            Refusal::Internal
        })?;
        self.parties().insert(party.code().clone(), party.clone());
        self.watch(&party, life, None);
        let begun = begin(&party, &host, json!({ "game": request.game, "settings": settings })).await;
        if let Err(refusal) = begun {
            let close = ActionRequest::unnamed("close", json!({}));
            // What cannot be closed either is found in the list of parties, and closed there.
            let _ = party.act_as(host, close, Stamp::now()).await;
            return Err(refusal);
        }
        Ok(party)
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

    /// What the host can choose from for a game: stories that were brought in, runs that can be continued.
    pub async fn library(&self, game: &str) -> Result<Value, Refusal> {
        let game = registry::slug(game).ok_or(Refusal::NotFound)?;
        let broken = |error: RestoreError| {
            tracing::error!(%error, "the library cannot be read");
            Refusal::Internal
        };
        let (works, runs) = (self.store.works(game).await, self.store.saved_runs(game).await);
        let kept = works
            .map_err(|error| broken(error.into()))?
            .iter()
            .filter_map(|kept| read(&kept.about))
            .collect();
        let runs = runs
            .map_err(|error| broken(error.into()))?
            .into_iter()
            .filter_map(|run| {
                let mut line = read(&run.about)?;
                line["saved_at"] = Value::String(run.played_at);
                Some(line)
            });
        registry::library(game, kept, runs.collect()).ok_or(Refusal::NotFound)
    }

    /// All open parties.
    pub fn all(&self) -> Vec<PartyHandle> {
        self.parties().values().cloned().collect()
    }

    /// Tells every page that the appliance stops and will be back, once all that was decided is on the disk.
    pub async fn restart(&self) {
        let parties = self.all();
        join_all(parties.iter().map(PartyHandle::restart)).await;
    }

    fn parties(&self) -> MutexGuard<'_, HashMap<PartyCode, PartyHandle>> {
        self.parties.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lives(&self) -> MutexGuard<'_, HashMap<PartyCode, AbortHandle>> {
        self.lives.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// After the end of a party: the evening's is followed by the next.
    async fn follow_up(self: &Arc<Self>, code: &PartyCode) -> Result<(), RestoreError> {
        let _turn = self.opening.lock().await;
        self.parties().remove(code);
        self.lives().remove(code);
        self.store.forget_folded(code);
        if self.current().code() == code {
            let (party, life) = start_new(None, &self.store, &self.setting).await?;
            self.parties().insert(party.code().clone(), party.clone());
            self.watch(&party, life, None);
            self.current.send_replace(party);
        }
        Ok(())
    }
}

/// What a game wrote of its own for whoever chooses.
fn read(about: &str) -> Option<Value> {
    serde_json::from_str(about).ok()
}

/// Lets the host in and starts the game.
async fn begin(party: &PartyHandle, host: &TokenHash, session: Value) -> Result<(), Refusal> {
    party.let_host_in(host.clone()).await?;
    for (action, payload) in [("open", session), ("start", json!({}))] {
        let request = ActionRequest::unnamed(action, payload);
        party.act_as(host.clone(), request, Stamp::now()).await?;
    }
    Ok(())
}

async fn start_new(
    beside: Option<String>,
    store: &Store,
    setting: &Arc<Setting>,
) -> Result<(PartyHandle, Life), RestoreError> {
    loop {
        let code = PartyCode::draw(&mut rand::rng());
        if store.has_ended(&code).await?.is_none() {
            return start(code, beside, store, setting).await;
        }
    }
}

async fn start(
    code: PartyCode,
    beside: Option<String>,
    store: &Store,
    setting: &Arc<Setting>,
) -> Result<(PartyHandle, Life), RestoreError> {
    let (handle, actor) = party::channel(code, beside, store.clone(), Arc::clone(setting)).await?;
    let life = tokio::spawn(actor.run());
    // A key that nobody holds: it proves that the party's beginning is on the disk before anybody is invited.
    let nobodys = Token::draw().hash();
    handle.let_host_in(nobodys).await.map_err(RestoreError::Opening)?;
    Ok((handle, life))
}
