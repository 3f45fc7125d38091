//! The wire: envelope, messages, close codes. Types are declared here once; JSON Schemas, OpenAPI and the pages' TypeScript come
//! from them. Knows games and ids, no party, no socket.

mod close;
mod messages;
pub mod schema;

pub use close::CloseCode;
pub use messages::*;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::time::SystemTime;

/// The protocol's version, in `system.hello`; raised when an old page could not go on.
pub const PROTOCOL: u32 = 1;

/// What every text frame holds, both ways.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Envelope<P> {
    /// The message's name, such as `session.state`.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it was made, RFC 3339 in UTC with milliseconds, by the sender's clock. Informative: nothing is decided by it.
    #[serde(default)]
    pub timestamp: String,
    /// Ties a request, its answer and the log together: at most 64 characters.
    #[serde(default)]
    pub trace_id: String,
    /// The message itself.
    pub payload: P,
}

/// Encodes a message as the text of one frame.
///
/// # Panics
/// Never for our own messages: they have string keys and finite numbers only.
pub fn encode(kind: &str, trace_id: &str, payload: &impl Serialize) -> String {
    serde_json::to_string(&Envelope {
        kind: kind.to_owned(),
        timestamp: humantime::format_rfc3339_millis(SystemTime::now()).to_string(),
        trace_id: trace_id.to_owned(),
        payload,
    })
    .expect("messages serialise")
}

/// Reads an object of the shape `T`. serde would also take an array for a struct, field by field; the wire does not.
pub fn read_object<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    match text.trim_start().starts_with('{') {
        true => serde_json::from_str(text),
        false => Err(serde::de::Error::custom("an object is expected")),
    }
}

/// Decodes the text of one frame; the payload is judged by whoever the type belongs to.
pub fn decode(text: &str) -> Result<Envelope<Box<RawValue>>, serde_json::Error> {
    read_object(text)
}
