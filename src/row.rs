//! What a game may leave in the tables beside the journal, and find there: a closed list, so that the writer knows every row there is.
//! A leaf, because games make rows and the store writes them, and neither may know the other.

use crate::id::SeatId;

/// One row of a read model. All of them can be made anew from the journal.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// How a player did in one level; a later row for the same seat, session and level replaces it.
    Progress {
        /// Whose.
        seat: SeatId,
        /// The level's name, such as `green`.
        level: &'static str,
        /// `playing` or `done`.
        status: &'static str,
        /// Points that the server gave.
        score: i64,
        /// Time spent on the level, milliseconds of party time.
        time_spent_ms: i64,
        /// The mini-game's own account of it: JSON, already text, because a thousand of them wait for the disk at once.
        details: String,
    },
    /// A player's place at the end of a session.
    Result {
        /// Whose.
        seat: SeatId,
        /// From 1; equal scores share a place.
        place: u32,
        /// The session's points.
        score: i64,
    },
    /// What the session is pinned to: kept for as long as the house stands, so that it can be continued.
    Pinned(Work),
    /// How a run stands that can be continued on another evening; replaces what was kept of it in this session.
    Saved {
        /// The run.
        run: String,
        /// JSON, for whoever chooses.
        about: String,
        /// All that is needed to continue it, as the game packs it.
        body: Vec<u8>,
    },
    /// The whole leaderboard at one moment: after a level, and at the end.
    BoardSnapshot {
        /// Rows of `leaderboard.update`: JSON.
        payload: String,
    },
}

/// Something that a game is played from: a campaign's story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Of the body.
    pub hash: String,
    /// What it is called on the command line and in settings.
    pub name: String,
    /// Its language.
    pub language: String,
    /// JSON, for whoever chooses.
    pub about: String,
    /// As the game packs it.
    pub body: Vec<u8>,
}

/// What the house keeps for its games beyond an evening.
pub trait Library: Send + Sync {
    /// The work of this name and language that was brought in last.
    fn work(&self, game: &str, name: &str, language: &str) -> Option<Work>;
    /// A work by its hash.
    fn edition(&self, game: &str, hash: &str) -> Option<Work>;
    /// A run, as it was saved last.
    fn saved(&self, game: &str, run: &str) -> Option<Vec<u8>>;
}

/// An empty one.
pub struct NoLibrary;

impl Library for NoLibrary {
    fn work(&self, _: &str, _: &str, _: &str) -> Option<Work> {
        None
    }

    fn edition(&self, _: &str, _: &str) -> Option<Work> {
        None
    }

    fn saved(&self, _: &str, _: &str) -> Option<Vec<u8>> {
        None
    }
}
