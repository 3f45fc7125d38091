//! The events of a party, as they stand in its journal. Private: nothing here is ever sent to a page.

use crate::game::Deck;
use crate::id::{PartyCode, PartyMs, SeatId, SessionId, TokenHash};
use crate::protocol::{Lang, PauseReason};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

/// One line of the journal.
#[derive(Debug, Serialize, Deserialize)]
pub struct Record {
    /// Party time.
    pub at: PartyMs,
    /// What happened.
    pub event: Event,
}

/// What can happen to a party. Wall-clock times (`wall`, RFC 3339) are kept for people to read; nothing is decided by them.
#[derive(Debug, Serialize, Deserialize)]
pub enum Event {
    /// The party begins.
    Opened {
        code: PartyCode,
        name: String,
        lang: Lang,
        max_players: u32,
        wall: String,
    },
    /// The party is called otherwise, or speaks another language.
    Named { name: String, lang: Lang },
    /// Somebody may act as the host by this token.
    HostKey { token: TokenHash },
    /// A guest takes a seat.
    Joined {
        seat: SeatId,
        name: String,
        avatar: String,
        color: u8,
        token: TokenHash,
        device: TokenHash,
        wall: String,
    },
    /// The same phone came back without its token and got a new one.
    Returned { seat: SeatId, token: TokenHash },
    /// A guest has another name or animal.
    Renamed { seat: SeatId, name: String, avatar: String },
    /// A guest pressed "I am ready", or took it back.
    Confirmed { seat: SeatId, ready: bool },
    /// A seat is given up, by the guest or by the host. Its number is never given again.
    Removed { seat: SeatId },
    /// The next session stands open, with all its settings.
    SessionOpened {
        session: SessionId,
        game: String,
        settings: Value,
        wall: String,
    },
    /// Its game begins from this state, with everything random already drawn.
    SessionStarted {
        state: Box<RawValue>,
        deck: Deck,
        wall: String,
    },
    /// An event of the game.
    Game(Box<RawValue>),
    /// The game is over.
    SessionFinished { wall: String },
    /// Party time stands still.
    Paused { reason: PauseReason },
    /// Party time goes on.
    Resumed,
    /// An action was accepted and answered; a repeat of it gets the same answer. `seat: None` is the host.
    Answered {
        seat: Option<SeatId>,
        action_id: String,
        answer: Value,
    },
    /// The host chose the volume, 0 to 100.
    Volume { volume: u8 },
    /// The party is over.
    Ended { wall: String },
}

/// Encodes records as the body of one journal row.
pub fn encode(records: &[Record]) -> String {
    serde_json::to_string(records).expect("events have string keys and finite numbers")
}

/// Reads the body of one journal row.
pub fn decode(body: &str) -> serde_json::Result<Vec<Record>> {
    serde_json::from_str(body)
}
