//! What the house keeps for its games beyond an evening: works that were brought in, and runs that can be continued. Reading happens
//! where a session is opened, a row at a time.

use super::open::{self, OpenError};
use super::{Store, Synchronous, rows};
use crate::row::{Library, Work};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// A work, for whoever chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is called.
    pub name: String,
    /// Its language.
    pub language: String,
    /// JSON.
    pub about: String,
    /// When it was brought in, RFC 3339.
    pub brought_at: String,
}

/// A run, for whoever chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedRun {
    /// Which.
    pub run: String,
    /// JSON.
    pub about: String,
    /// When the evening began on which it was played last, RFC 3339.
    pub played_at: String,
}

/// The house's library, read over the store's own connection.
struct Shelves(Arc<Mutex<Connection>>);

/// The schema version that brought it.
const LIBRARY_SINCE: i64 = 3;

const WORK: &str = "SELECT hash, name, language, about, body FROM work WHERE game = ?";

impl Library for Shelves {
    fn work(&self, game: &str, name: &str, language: &str) -> Option<Work> {
        let sql =
            format!("{WORK} AND name = ? AND language = ? AND brought_at IS NOT NULL ORDER BY brought_at DESC LIMIT 1");
        self.one(&sql, params![game, name, language], work)
    }

    fn edition(&self, game: &str, hash: &str) -> Option<Work> {
        self.one(&format!("{WORK} AND hash = ?"), params![game, hash], work)
    }

    fn saved(&self, game: &str, run: &str) -> Option<Vec<u8>> {
        let sql = "SELECT body FROM saved JOIN session ON session.party = saved.party AND session.id = saved.session
                   WHERE saved.game = ? AND run = ? ORDER BY started_at DESC LIMIT 1";
        self.one(sql, params![game, run], |row| row.get(0))
    }
}

impl Shelves {
    /// What cannot be read is not there: whoever asked is told so.
    fn one<T>(
        &self,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
        read: impl FnOnce(&Row) -> rusqlite::Result<T>,
    ) -> Option<T> {
        let db = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = db.query_row(sql, values, read).optional();
        found
            .inspect_err(|error| tracing::error!(%error, "the library cannot be read"))
            .ok()
            .flatten()
    }
}

fn work(row: &Row) -> rusqlite::Result<Work> {
    Ok(Work {
        hash: row.get(0)?,
        name: row.get(1)?,
        language: row.get(2)?,
        about: row.get(3)?,
        body: row.get(4)?,
    })
}

impl Store {
    /// What the house keeps for its games.
    pub fn library(&self) -> Arc<dyn Library> {
        Arc::new(Shelves(Arc::clone(&self.reader)))
    }

    /// What was brought in for a game, by name; of each name and language the latest.
    pub async fn works(&self, game: &'static str) -> rusqlite::Result<Vec<Kept>> {
        self.read(move |db| works(db, game)).await
    }

    /// The runs of a game that were saved, the latest first.
    pub async fn saved_runs(&self, game: &'static str) -> rusqlite::Result<Vec<SavedRun>> {
        self.read(move |db| saved_runs(db, game)).await
    }

    /// Both, of a data folder that a party machine may be using; nothing if there is none yet.
    pub fn look(folder: &Path, game: &str) -> Result<(Vec<Kept>, Vec<SavedRun>), OpenError> {
        let explain = |error: rusqlite::Error| OpenError::from_sqlite(folder, &error);
        if !open::exists(folder) {
            return Ok((Vec::new(), Vec::new()));
        }
        let db = open::read_only(folder).map_err(explain)?;
        // What an older snowparty left holds none of this, and looking does not change it.
        let version: i64 = db
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(explain)?;
        if version < LIBRARY_SINCE {
            return Ok((Vec::new(), Vec::new()));
        }
        Ok((
            works(&db, game).map_err(explain)?,
            saved_runs(&db, game).map_err(explain)?,
        ))
    }

    /// Brings a work into a data folder, also while a party machine runs on it.
    pub fn bring_in(folder: &Path, game: &str, work: &Work) -> Result<(), OpenError> {
        let explain = |error: rusqlite::Error| OpenError::from_sqlite(folder, &error);
        let mut db = match open::lock(folder) {
            // Nobody is there: the database is made, or brought up to date.
            Ok(_lock) => open::database(folder, Synchronous::Full)?,
            Err(OpenError::InUse(_)) => open::writable(folder).map_err(explain)?,
            Err(error) => return Err(error),
        };
        let transaction = db.transaction().map_err(explain)?;
        let now = "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
        let at: String = transaction.query_row(now, [], |row| row.get(0)).map_err(explain)?;
        rows::write_work(&transaction, game, work, Some(&at)).map_err(explain)?;
        transaction.commit().map_err(explain)
    }
}

fn works(db: &Connection, game: &str) -> rusqlite::Result<Vec<Kept>> {
    let mut query = db.prepare_cached(
        "SELECT name, language, about, MAX(brought_at) FROM work WHERE game = ? AND brought_at IS NOT NULL
         GROUP BY name, language ORDER BY name, language",
    )?;
    let rows = query.query_map([game], |row| {
        Ok(Kept {
            name: row.get(0)?,
            language: row.get(1)?,
            about: row.get(2)?,
            brought_at: row.get(3)?,
        })
    })?;
    rows.collect()
}

fn saved_runs(db: &Connection, game: &str) -> rusqlite::Result<Vec<SavedRun>> {
    let mut query = db.prepare_cached(
        "SELECT run, about, MAX(started_at) AS latest FROM saved
         JOIN session ON session.party = saved.party AND session.id = saved.session
         WHERE saved.game = ? GROUP BY run ORDER BY latest DESC LIMIT 50",
    )?;
    let rows = query.query_map([game], |row| {
        Ok(SavedRun {
            run: row.get(0)?,
            about: row.get(1)?,
            played_at: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
        })
    })?;
    rows.collect()
}
