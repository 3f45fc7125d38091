//! What is measured: the servers, the rooms, and how long.

use super::dialect::Dialect;
use serde::Serialize;
use std::time::Duration;

/// A server that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Peer {
    Snowparty,
    Socketio,
    Ws,
    Colyseus,
    Fastapi,
    Floor,
}

impl Peer {
    pub const ALL: [Self; 6] = [
        Self::Snowparty,
        Self::Socketio,
        Self::Ws,
        Self::Colyseus,
        Self::Fastapi,
        Self::Floor,
    ];

    /// As the table calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Snowparty => "snowparty",
            Self::Socketio => "Socket.IO",
            Self::Ws => "Node `ws`",
            Self::Colyseus => "Colyseus",
            Self::Fastapi => "FastAPI, uvicorn",
            Self::Floor => "the floor: write()",
        }
    }

    /// Whether what it has told survives the loss of power.
    pub fn durability(self) -> &'static str {
        match self {
            Self::Snowparty => "on the disk before it is told",
            Self::Socketio | Self::Ws | Self::Colyseus | Self::Fastapi | Self::Floor => "memory only",
        }
    }

    /// What it speaks on the wire.
    pub fn dialect(self) -> Dialect {
        match self {
            Self::Socketio => Dialect::SocketIo,
            Self::Colyseus => Dialect::Colyseus,
            Self::Snowparty | Self::Ws | Self::Fastapi | Self::Floor => Dialect::Plain,
        }
    }
}

/// A room: phones act, and every act is told to every screen.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Scene {
    pub name: &'static str,
    /// They hear of everybody's acts.
    pub screens: usize,
    /// They act in turn; each hears of its own acts.
    pub phones: usize,
    /// Seats of snowparty whose phones are away: from 50 seats on it gathers.
    pub away: usize,
    /// Acts a second, of all phones together.
    pub acts: u32,
    /// Everybody is also told how many are ready, gathered within 250 ms. snowparty always does; peers only here.
    pub counts: bool,
}

/// The three rooms.
pub const SCENES: [Scene; 3] = [
    Scene {
        name: "1000 sockets × 20 events/s",
        screens: 1_000,
        phones: 20,
        away: 40,
        acts: 20,
        counts: false,
    },
    Scene {
        name: "100 sockets × 200 events/s",
        screens: 100,
        phones: 40,
        away: 20,
        acts: 200,
        counts: false,
    },
    Scene {
        name: "a game: 500 phones answer, 500 answers/s, one TV",
        screens: 1,
        phones: 500,
        away: 0,
        acts: 500,
        counts: true,
    },
];

/// The same three as small as they can be, for a look whether everything still works.
pub const SHORT_SCENES: [Scene; 3] = [
    Scene {
        name: "50 sockets × 20 events/s",
        screens: 50,
        phones: 20,
        away: 40,
        acts: 20,
        counts: false,
    },
    Scene {
        name: "20 sockets × 100 events/s",
        screens: 20,
        phones: 20,
        away: 40,
        acts: 100,
        counts: false,
    },
    Scene {
        name: "a game: 60 phones answer, 60 answers/s, one TV",
        screens: 1,
        phones: 60,
        away: 0,
        acts: 60,
        counts: true,
    },
];

/// How long a room is kept going.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Before anything is measured: compilers warm up.
    pub warm: Duration,
    pub measured: Duration,
    /// No run takes longer than this.
    pub most: Duration,
}

impl Pace {
    pub const FULL: Self = Self {
        warm: Duration::from_secs(1),
        measured: Duration::from_secs(4),
        most: Duration::from_secs(40),
    };
    pub const SHORT: Self = Self {
        warm: Duration::from_millis(500),
        measured: Duration::from_secs(2),
        most: Duration::from_secs(30),
    };
}
