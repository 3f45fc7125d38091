//! HTTP and sockets: the only place that knows warp. Everything it may do goes through a `PartyHandle`.

mod accept;
mod assets;
mod call;
mod errors;
mod guard;
mod openapi;
mod pin;
mod routes;
mod socket;

pub use accept::{listen, raise_descriptor_limit};
pub use openapi::{asyncapi, openapi};
pub use pin::PinDoor;

use crate::hub::Hub;
use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// What other parts of the appliance draw and play, handed in so that the web need not know them.
#[derive(Clone, Copy)]
pub struct Media {
    /// A sound file by its name, such as `lobby.ogg`.
    pub sound: fn(&str) -> Option<Cow<'static, [u8]>>,
    /// A text as a QR code, in SVG.
    pub qr: fn(&str) -> String,
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
}

impl House {
    fn names(&self) -> Vec<String> {
        self.names.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Answers to one more name, such as the one that mDNS settled on.
    pub fn answer_to(&self, name: String) {
        self.names.write().unwrap_or_else(PoisonError::into_inner).push(name);
    }
}
