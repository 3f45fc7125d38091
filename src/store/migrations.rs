//! Brings an older database to the schema of `schema.sql`. Each step takes version n to n + 1; a test compares the end with a new one.

use rusqlite::Connection;

/// The schema version that this build writes.
pub const VERSION: i64 = 1;

const SCHEMA: &str = include_str!("../../schema.sql");

/// `STEPS[i]` takes version i + 1 to i + 2.
const STEPS: [&str; VERSION as usize - 1] = [];

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
