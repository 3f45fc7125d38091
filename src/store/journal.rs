//! The journal as it is read back. Every row carries a checksum, because SQLite's pages have none: what an old card has turned, or
//! lost, is noticed before it is played on.

use super::{Format, Passing, Store, Stored, blocking, open};
use crate::id::{PartyCode, Seq};
use rusqlite::{Connection, OptionalExtension, Row, ffi, params};

/// The CRC-32 of a row: the party's code, the numbers (last_seq, n, at_ms, format) as little-endian 64-bit integers, and the body.
pub(super) fn checksum(party: &str, numbers: [i64; 4], body: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(party.as_bytes());
    for number in numbers {
        sum.update(&number.to_le_bytes());
    }
    sum.update(body);
    sum.finalize()
}

const COLUMNS: &str = "last_seq, n, at_ms, format, body, crc";

impl Store {
    /// The whole journal of a party, in order, each row as it was written and none missing.
    pub async fn load(&self, party: &PartyCode) -> rusqlite::Result<Vec<Stored>> {
        let (store, party) = (self.clone(), party.clone());
        blocking(move || {
            let mut all = Vec::new();
            store.read_whole(&party, &mut |row| -> rusqlite::Result<()> {
                all.push(Stored {
                    last_seq: row.last_seq,
                    at_ms: row.at_ms,
                    format: row.format,
                    body: row.body.to_vec(),
                });
                Ok(())
            })?;
            Ok(all)
        })
        .await
    }

    /// Reads the whole journal of a party row by row, each as it was written and none missing, on a connection of its own: for threads
    /// that may wait.
    pub fn read_whole<E: From<rusqlite::Error>>(
        &self,
        party: &PartyCode,
        each: &mut dyn FnMut(Passing) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut reached = 0;
        let mut outcome = Ok(());
        self.read_back(party, 0, &mut |row| {
            let last_seq = row.last_seq;
            outcome = match row.last_seq - row.n == reached {
                true => each(row),
                false => Err(self.missing(party, reached + 1).into()),
            };
            reached = last_seq;
            outcome.is_ok()
        })?;
        outcome
    }

    /// Reads the journal of a party from the row that holds the event `from` on, row by row, until `each` says `false`. It has a
    /// connection of its own and may take its time: for threads that may wait.
    pub fn read_back(
        &self,
        party: &PartyCode,
        from: Seq,
        each: &mut dyn FnMut(Passing) -> bool,
    ) -> rusqlite::Result<()> {
        let read = open::read_only(&self.folder).and_then(|db| read_back(&db, party, from, each));
        read.inspect_err(|error| self.gauge.notice(error))
    }

    fn missing(&self, party: &PartyCode, seq: Seq) -> rusqlite::Error {
        let error = damaged(party.as_str(), seq);
        self.gauge.notice(&error);
        error
    }
}

fn read_back(
    db: &Connection,
    party: &PartyCode,
    from: Seq,
    each: &mut dyn FnMut(Passing) -> bool,
) -> rusqlite::Result<()> {
    let before = "SELECT at_ms FROM journal WHERE party = ? AND last_seq < ? ORDER BY last_seq DESC LIMIT 1";
    let mut since_ms = db
        .query_row(before, params![party.as_str(), from], |row| row.get(0))
        .optional()?
        .unwrap_or(0);
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE party = ? AND last_seq >= ? ORDER BY last_seq");
    let mut query = db.prepare(&sql)?;
    let mut rows = query.query(params![party.as_str(), from])?;
    while let Some(row) = rows.next()? {
        let passing = whole(party.as_str(), row, since_ms)?;
        since_ms = row.get(2)?;
        if !each(passing) {
            break;
        }
    }
    Ok(())
}

/// Reads every row of every party only to see that it is whole and that none is missing.
pub(super) fn prove(db: &Connection) -> rusqlite::Result<()> {
    let mut query = db.prepare(&format!(
        "SELECT {COLUMNS}, party FROM journal ORDER BY party, last_seq"
    ))?;
    let mut rows = query.query([])?;
    let (mut party, mut reached) = (String::new(), 0);
    while let Some(row) = rows.next()? {
        let of: String = row.get(6)?;
        if of != party {
            (party, reached) = (of, 0);
        }
        let Passing { last_seq, n, .. } = whole(&party, row, 0)?;
        if last_seq - n != reached {
            return Err(damaged(&party, reached + 1));
        }
        reached = last_seq;
    }
    Ok(())
}

/// A row as it was written; anything else is damage.
fn whole<'a>(party: &str, row: &'a Row, since_ms: i64) -> rusqlite::Result<Passing<'a>> {
    let (last_seq, n, at_ms): (Seq, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (number, crc): (i64, Option<u32>) = (row.get(3)?, row.get(5)?);
    let body = row.get_ref(4)?.as_blob()?;
    // Before version 4 there was none.
    if crc.is_some_and(|crc| crc != checksum(party, [last_seq, n, at_ms, number], body)) {
        return Err(damaged(party, last_seq));
    }
    Ok(Passing {
        last_seq,
        n,
        at_ms,
        since_ms,
        format: format(number)?,
        body,
    })
}

fn damaged(party: &str, seq: Seq) -> rusqlite::Error {
    let what = format!("the journal of {party} is damaged at event {seq}");
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CORRUPT), Some(what))
}

fn format(number: i64) -> rusqlite::Result<Format> {
    match number {
        0 => Ok(Format::Json),
        1 => Ok(Format::Packed),
        other => Err(rusqlite::Error::IntegralValueOutOfRange(0, other)),
    }
}
