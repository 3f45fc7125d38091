//! What a game may leave in the tables beside the journal: a closed list, so that the writer knows every row there is.
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
    /// The whole leaderboard at one moment: after a level, and at the end.
    BoardSnapshot {
        /// Rows of `leaderboard.update`: JSON.
        payload: String,
    },
}
