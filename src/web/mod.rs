//! HTTP and sockets: the only place that knows warp. Everything it may do goes through a `PartyHandle`.

mod accept;
mod allow;
mod allowance;
mod assets;
mod call;
mod errors;
mod games;
mod guard;
mod halves;
#[cfg(any(test, feature = "hostile"))]
pub mod hostile;
mod line;
mod lull;
mod openapi;
mod pin;
mod pipe;
mod places;
mod routes;
mod said;
mod socket;
mod stall;
mod trace;
mod vitals;

pub use accept::{listen, raise_descriptor_limit};
pub use openapi::{asyncapi, openapi};
pub use pin::PinDoor;

use crate::game::Refusal;
use crate::hub::Hub;
use allowance::{Allowances, JOINING, SAYING};
use bytes::Bytes;
use places::Places;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::Semaphore;

/// So many requests that cost much are served at the same time.
const AT_ONCE: usize = 2;

/// What other parts of the appliance draw and play, handed in so that the web need not know them.
#[derive(Clone, Copy)]
pub struct Media {
    /// A sound file by its name, such as `lobby.ogg`.
    pub sound: fn(&str) -> Option<Cow<'static, [u8]>>,
    /// A text as a QR code, in SVG.
    pub qr: fn(&str) -> String,
}

/// How long this house waits for others.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// For a party, or the disk, before somebody who looks after the appliance is told that it does not answer.
    pub answer: Duration,
    /// For the other side of a connection to take anything of what is sent to it.
    pub unread: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(2),
            unread: Duration::from_secs(30),
        }
    }
}

/// What the handlers share.
pub struct House {
    /// The parties.
    pub hub: Arc<Hub>,
    /// The host's PIN and who knocks.
    pub door: Mutex<PinDoor>,
    /// Names under which this house may be called, besides addresses: what the host allows, and the name announced by mDNS.
    pub names: RwLock<Vec<String>>,
    /// Sounds and QR codes.
    pub media: Media,
    /// How long it waits for others.
    pub bounds: Bounds,
    /// There from the moment that somebody listens.
    places: OnceLock<Places>,
    unpacked: tokio::sync::Mutex<HashMap<String, Bytes>>,
    /// What each token may still say, over whatever it says it.
    saying: Allowances,
    /// How often each device may still take its seat anew.
    joining: Allowances,
    /// Turns of those who look back over a whole session.
    lookers_back: Arc<Semaphore>,
    /// Moves that are worked out from what was.
    drafting: tokio::sync::Mutex<()>,
    drawers: Arc<Semaphore>,
    /// Turns of those who bring a large body.
    carriers: Semaphore,
}

impl House {
    /// A house over these parties, with its PIN, the names that it may be called by, and its sounds.
    pub fn new(hub: Arc<Hub>, door: PinDoor, names: Vec<String>, media: Media) -> Self {
        Self {
            hub,
            door: Mutex::new(door),
            names: RwLock::new(names),
            media,
            bounds: Bounds::default(),
            places: OnceLock::new(),
            unpacked: tokio::sync::Mutex::default(),
            saying: Allowances::at(SAYING),
            joining: Allowances::at(JOINING),
            lookers_back: Arc::new(Semaphore::new(AT_ONCE)),
            drafting: tokio::sync::Mutex::default(),
            drawers: Arc::new(Semaphore::new(1)),
            carriers: Semaphore::new(AT_ONCE),
        }
    }

    /// A tune for a browser that knows no Ogg. Unpacking takes a moment and many megabytes: one is made at a time, and kept, or two
    /// who ask in turn would keep a core busy.
    async fn unpacked(&self, name: &str) -> Result<Bytes, Refusal> {
        let mut kept = self.unpacked.lock().await;
        if let Some(data) = kept.get(name) {
            return Ok(data.clone());
        }
        let (make, wanted) = (self.media.sound, name.to_owned());
        let made = tokio::task::spawn_blocking(move || make(&wanted)).await;
        let data = assets::bytes_of(made.map_err(|_| Refusal::Internal)?.ok_or(Refusal::NotFound)?);
        kept.insert(name.to_owned(), data.clone());
        Ok(data)
    }

    fn names(&self) -> Vec<String> {
        self.names.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Answers to one more name, such as the one that mDNS settled on.
    pub fn answer_to(&self, name: String) {
        self.names.write().unwrap_or_else(PoisonError::into_inner).push(name);
    }
}
