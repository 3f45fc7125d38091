//! The rows of the read models: a closed list, written in the transaction of the events that they follow from.

use crate::id::{PartyCode, SeatId, Seq, SessionId, TokenHash};
use crate::row::{Row, Work};
use rusqlite::{Transaction, params};

/// Everything that the writer can write beside the journal. Times are RFC 3339 in UTC.
#[derive(Clone, Debug, PartialEq)]
pub enum TableRow {
    /// A party was opened.
    PartyOpened {
        /// Its name.
        name: String,
        /// Its language.
        lang: String,
        /// When.
        at: String,
        /// It stands beside the evening's party.
        beside: bool,
    },
    /// A guest told the host something.
    Feedback {
        /// The position of the event.
        id: Seq,
        /// Who.
        seat: SeatId,
        /// 1 to 5.
        stars: u8,
        /// What.
        text: String,
        /// When.
        at: String,
    },
    /// A party is called otherwise, or speaks another language.
    PartyNamed {
        /// Its name.
        name: String,
        /// Its language.
        lang: String,
    },
    /// A party has ended.
    PartyEnded {
        /// When.
        at: String,
    },
    /// A seat was taken or changed.
    Seat {
        /// Which.
        seat: SeatId,
        /// The hash of the phone's device_uuid.
        device: TokenHash,
        /// The hash of the seat's token.
        token: TokenHash,
        /// The name.
        name: String,
        /// The animal.
        avatar: String,
        /// The colour's index.
        color: u8,
        /// When it was taken.
        at: String,
        /// Given up or removed.
        removed: bool,
    },
    /// A session was opened, started or finished.
    Session {
        /// Which.
        session: SessionId,
        /// The game's slug.
        game: String,
        /// pending, active, finished.
        status: &'static str,
        /// JSON.
        settings: String,
        /// When it was started.
        started_at: Option<String>,
        /// When it finished.
        ended_at: Option<String>,
    },
    /// What a game left.
    Game {
        /// Which game.
        game: String,
        /// Of which session.
        session: SessionId,
        /// After which event.
        seq: Seq,
        /// What.
        row: Row,
    },
}

/// Writes one row; writing it again changes nothing.
pub(super) fn write(transaction: &Transaction, party: &PartyCode, row: &TableRow) -> rusqlite::Result<()> {
    let party = party.as_str();
    match row {
        TableRow::PartyOpened { name, lang, at, beside } => execute(
            transaction,
            "INSERT OR REPLACE INTO party (code, name, lang, opened_at, beside) VALUES (?, ?, ?, ?, ?)",
            params![party, name, lang, at, beside],
        ),
        TableRow::Feedback {
            id,
            seat,
            stars,
            text,
            at,
        } => execute(
            transaction,
            "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?)",
            params![party, id, seat.0, stars, text, at],
        ),
        TableRow::PartyNamed { name, lang } => execute(
            transaction,
            "UPDATE party SET name = ?2, lang = ?3 WHERE code = ?1",
            params![party, name, lang],
        ),
        TableRow::PartyEnded { at } => execute(
            transaction,
            "UPDATE party SET ended_at = ?2 WHERE code = ?1",
            params![party, at],
        ),
        TableRow::Seat {
            seat,
            device,
            token,
            name,
            avatar,
            color,
            at,
            removed,
        } => {
            execute(
                transaction,
                "INSERT INTO person VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET name = ?2, seen_at = ?3",
                params![device.as_str(), name, at],
            )?;
            execute(
                transaction,
                "INSERT OR REPLACE INTO seat VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    party,
                    seat.0,
                    device.as_str(),
                    name,
                    avatar,
                    color,
                    token.as_str(),
                    at,
                    removed
                ],
            )
        }
        TableRow::Session {
            session,
            game,
            status,
            settings,
            started_at,
            ended_at,
        } => execute(
            transaction,
            "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![party, session.0, game, status, settings, started_at, ended_at],
        ),
        TableRow::Game {
            game,
            session,
            seq,
            row,
        } => match row {
            Row::Pinned(work) => write_work(transaction, game, work, None),
            Row::Saved { run, about, body } => execute(
                transaction,
                "INSERT OR REPLACE INTO saved VALUES (?, ?, ?, ?, ?, ?)",
                params![party, session.0, game, run, about, body],
            ),
            _ => write_game(transaction, party, session.0, *seq, row),
        },
    }
}

fn write_game(transaction: &Transaction, party: &str, session: u32, seq: Seq, row: &Row) -> rusqlite::Result<()> {
    match row {
        Row::Progress {
            seat,
            level,
            status,
            score,
            time_spent_ms,
            details,
        } => execute(
            transaction,
            "INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![party, session, seat.0, level, status, score, time_spent_ms, details],
        ),
        Row::Result { seat, place, score } => execute(
            transaction,
            "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?)",
            params![party, session, seat.0, place, score],
        ),
        Row::BoardSnapshot { payload } => execute(
            transaction,
            "INSERT OR REPLACE INTO board_snapshot VALUES (?, ?, ?, ?)",
            params![party, session, seq, payload],
        ),
        // They belong to no level.
        Row::Pinned(_) | Row::Saved { .. } => Ok(()),
    }
}

/// Keeps a work. One that is there already is brought in anew at most.
pub(super) fn write_work(
    transaction: &Transaction,
    game: &str,
    work: &Work,
    brought_at: Option<&str>,
) -> rusqlite::Result<()> {
    execute(
        transaction,
        "INSERT INTO work VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT DO UPDATE SET brought_at = ?7, name = ?3 WHERE ?7 IS NOT NULL",
        params![
            game,
            work.hash,
            work.name,
            work.language,
            work.about,
            work.body,
            brought_at
        ],
    )
}

fn execute(transaction: &Transaction, sql: &str, values: &[&dyn rusqlite::ToSql]) -> rusqlite::Result<()> {
    transaction.prepare_cached(sql)?.execute(values).map(drop)
}
