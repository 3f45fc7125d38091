//! One run of one game in a party, and how it is written whole: its game as the game itself writes it.

use super::state::ReplayError;
use crate::game::registry::{self, Table};
use crate::id::{Seq, SessionId};
use crate::protocol::SessionStatus;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

pub(super) fn unreadable(seq: Seq, cause: impl std::fmt::Display) -> ReplayError {
    ReplayError::Unreadable {
        seq,
        cause: cause.to_string(),
    }
}

/// One run of one game.
#[derive(Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct Session {
    /// Its number in the party.
    pub id: SessionId,
    /// The game's slug.
    pub game: String,
    /// All settings, defaults filled in.
    pub settings: Value,
    /// pending, active, finished.
    pub status: SessionStatus,
    /// The game itself, from the start on.
    #[serde(serialize_with = "write_table")]
    pub table: Option<Box<dyn Table>>,
    /// The position of the event that started it.
    pub begun: Seq,
    /// When it was started, RFC 3339.
    pub started_at: Option<String>,
    /// When it finished, RFC 3339.
    pub ended_at: Option<String>,
}

/// A session as it was written.
#[derive(Deserialize)]
struct Written {
    id: SessionId,
    game: String,
    settings: Value,
    status: SessionStatus,
    table: Option<Box<RawValue>>,
    begun: Seq,
    started_at: Option<String>,
    ended_at: Option<String>,
}

impl TryFrom<Written> for Session {
    type Error = ReplayError;

    fn try_from(written: Written) -> Result<Self, ReplayError> {
        let begun = written.begun;
        let table = written.table.map(|state| take_up(&written.game, &state, begun));
        Ok(Self {
            table: table.transpose()?,
            id: written.id,
            game: written.game,
            settings: written.settings,
            status: written.status,
            begun,
            started_at: written.started_at,
            ended_at: written.ended_at,
        })
    }
}

fn write_table<S: Serializer>(table: &Option<Box<dyn Table>>, to: S) -> Result<S::Ok, S::Error> {
    table.as_ref().map(|table| table.save()).serialize(to)
}

/// Takes a game up again from its state.
pub(super) fn take_up(game: &str, state: &RawValue, seq: Seq) -> Result<Box<dyn Table>, ReplayError> {
    registry::resume_table(game, state)
        .ok_or_else(|| ReplayError::UnknownGame(game.to_owned()))?
        .map_err(|cause| unreadable(seq, cause))
}

impl Session {
    /// Before its game begins.
    pub(super) fn new(id: SessionId, game: String, settings: Value) -> Self {
        Self {
            id,
            game,
            settings,
            status: SessionStatus::Pending,
            table: None,
            begun: 0,
            started_at: None,
            ended_at: None,
        }
    }
}
