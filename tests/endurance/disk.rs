//! A disk that refuses: every write of the journal fails with an error of SQLite's own, for as long as it lasts.

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::Duration;

const REFUSE: &str = "
    CREATE TRIGGER refuse_row BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'the disk refuses'); END;
    CREATE TRIGGER refuse_growth BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the disk refuses'); END;";
const TAKE: &str = "DROP TRIGGER refuse_row; DROP TRIGGER refuse_growth;";

/// While it lives and has not ended, nothing can be written.
pub struct RefusingDisk(PathBuf);

impl RefusingDisk {
    pub async fn begin(folder: &Path) -> Self {
        let database = folder.join("snowparty.db");
        change(database.clone(), REFUSE).await;
        Self(database)
    }

    pub async fn end(self) {
        change(self.0, TAKE).await;
    }
}

async fn change(database: PathBuf, statements: &'static str) {
    let work = move || {
        let db = Connection::open(database)?;
        db.busy_timeout(Duration::from_secs(5))?;
        db.execute_batch(statements)
    };
    tokio::task::spawn_blocking(work)
        .await
        .expect("it is never aborted")
        .expect("the database can be changed");
}
