//! Brings an older database to the schema of `schema.sql`. Each step takes version n to n + 1; a test compares the end with a new one.

use rusqlite::Connection;

/// The schema version that this build writes.
pub const VERSION: i64 = 4;

const SCHEMA: &str = include_str!("../../schema.sql");

/// `STEPS[i]` takes version i + 1 to i + 2.
const STEPS: [&str; VERSION as usize - 1] = [
    // The journal's bodies became bytes, with the format beside them; parties beside the evening's; what guests tell the host.
    "ALTER TABLE journal RENAME TO journal_1;
     CREATE TABLE journal (
         party       TEXT NOT NULL,
         last_seq    INTEGER NOT NULL,
         n           INTEGER NOT NULL,
         at_ms       INTEGER NOT NULL,
         format      INTEGER NOT NULL,
         body        BLOB NOT NULL,
         PRIMARY KEY (party, last_seq)
     ) STRICT, WITHOUT ROWID;
     INSERT INTO journal SELECT party, last_seq, n, at_ms, 0, CAST(body AS BLOB) FROM journal_1;
     DROP TABLE journal_1;
     ALTER TABLE party ADD COLUMN beside INTEGER NOT NULL DEFAULT 0;
     CREATE TABLE feedback (
         party       TEXT NOT NULL,
         id          INTEGER NOT NULL,
         seat        INTEGER NOT NULL,
         stars       INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
         text        TEXT NOT NULL,
         at          TEXT NOT NULL,
         PRIMARY KEY (party, id)
     ) STRICT, WITHOUT ROWID;",
    // What is brought in for a game, and runs that can be continued on another evening.
    "CREATE TABLE work (
         game        TEXT NOT NULL,
         hash        TEXT NOT NULL,
         name        TEXT NOT NULL,
         language    TEXT NOT NULL,
         about       TEXT NOT NULL,
         body        BLOB NOT NULL,
         brought_at  TEXT,
         PRIMARY KEY (game, hash)
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE saved (
         party       TEXT NOT NULL,
         session     INTEGER NOT NULL,
         game        TEXT NOT NULL,
         run         TEXT NOT NULL,
         about       TEXT NOT NULL,
         body        BLOB NOT NULL,
         PRIMARY KEY (party, session, run)
     ) STRICT, WITHOUT ROWID;",
    // Rows of the journal carry a checksum.
    "ALTER TABLE journal ADD COLUMN crc INTEGER;",
];

/// Creates the schema in an empty database, or takes an older one step by step to the present.
pub fn bring_up_to_date(db: &mut Connection, found: i64) -> rusqlite::Result<()> {
    let transaction = db.transaction()?;
    if found == 0 {
        transaction.execute_batch(SCHEMA)?;
    } else {
        for step in STEPS.iter().skip(found as usize - 1) {
            transaction.execute_batch(step)?;
        }
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}

/// Are the tables those of a new database? A turned bit in their description would only show itself somewhere in the evening.
pub fn has_the_shape(db: &Connection) -> rusqlite::Result<bool> {
    let new = Connection::open_in_memory()?;
    new.execute_batch(SCHEMA)?;
    Ok(shape(db)? == shape(&new)?)
}

/// Every column of every table.
fn shape(db: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut query = db.prepare(
        "SELECT tables.name || '.' || columns.name || ' ' || columns.type || columns.\"notnull\" || columns.pk
         FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name <> 'room_on_disk' ORDER BY 1",
    )?;
    query.query_map([], |row| row.get(0))?.collect()
}
