//! What a page may say over its socket: the text of a frame, read and judged before anybody is asked. Knows no socket and no party.

use crate::game::Refusal;
use crate::protocol::{self, ActionRequest, Frame, Ping};
use serde::de::DeserializeOwned;

/// Ids that are sent back are not longer.
const LONGEST_ID: usize = 64;
/// Letters of what a live value is called.
const LONGEST_KIND: usize = 16;

/// One thing that is said.
#[derive(Debug)]
pub enum Said {
    /// Something is to be done.
    Action(ActionRequest),
    /// A live value.
    Frame(Frame),
    /// A sign of life.
    Ping(Ping),
}

/// A text, and the trace id under which it is answered.
#[derive(Debug)]
pub struct Heard {
    /// Empty if the text has none.
    pub trace_id: String,
    /// What it says.
    pub said: Result<Said, Refusal>,
}

/// Reads a text.
pub fn read(text: &str) -> Heard {
    match protocol::decode(text) {
        Err(error) => Heard {
            trace_id: String::new(),
            said: Err(malformed(&error.to_string())),
        },
        Ok(envelope) => Heard {
            trace_id: short(&envelope.trace_id),
            said: said(&envelope.kind, envelope.payload.get()),
        },
    }
}

fn said(kind: &str, payload: &str) -> Result<Said, Refusal> {
    match kind {
        "action.request" => {
            let request: ActionRequest = payload_of(payload)?;
            // Refused without its id: nobody is to fill a queue with what is sent back.
            match request.action_id.len() > LONGEST_ID {
                true => Err(Refusal::ActionIdInvalid),
                false => Ok(Said::Action(request)),
            }
        }
        "frame" => {
            let frame: Frame = payload_of(payload)?;
            match frame.kind.len() > LONGEST_KIND || !frame.value.is_finite() {
                true => Err(malformed("a frame has a short kind and a finite value")),
                false => Ok(Said::Frame(frame)),
            }
        }
        "ping" => payload_of(payload).map(Said::Ping),
        _ => Err(Refusal::ActionUnknown),
    }
}

/// The trace id and the action id of a text that is not looked at any further, if it asks for something.
pub fn whose(text: &str) -> Option<(String, String)> {
    let envelope = protocol::decode(text)
        .ok()
        .filter(|said| said.kind == "action.request")?;
    let request: ActionRequest = serde_json::from_str(envelope.payload.get()).ok()?;
    (request.action_id.len() <= LONGEST_ID).then(|| (short(&envelope.trace_id), request.action_id))
}

fn payload_of<T: DeserializeOwned>(payload: &str) -> Result<T, Refusal> {
    protocol::read_object(payload).map_err(|error| malformed(&error.to_string()))
}

/// As much of a trace id as is sent back.
fn short(trace_id: &str) -> String {
    trace_id.chars().take(LONGEST_ID).collect()
}

/// A refusal for something of the wrong shape.
pub fn malformed(reason: &str) -> Refusal {
    Refusal::Malformed {
        reason: reason.to_owned(),
    }
}
