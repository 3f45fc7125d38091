//! The disk under a run: in memory, where there is one, so that a busy machine's disk is not what is waited for; what survives a pulled
//! plug is proved elsewhere. And a disk that refuses: every write of the journal fails with an error of SQLite's own.

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

const REFUSE: &str = "
    CREATE TRIGGER refuse_row BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'the disk refuses'); END;
    CREATE TRIGGER refuse_growth BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the disk refuses'); END;";
const TAKE: &str = "DROP TRIGGER refuse_row; DROP TRIGGER refuse_growth;";

/// A folder for a house.
pub fn folder() -> Arc<TempDir> {
    let in_memory = tempfile::tempdir_in("/dev/shm");
    Arc::new(
        in_memory
            .or_else(|_| tempfile::tempdir())
            .expect("a folder can be made"),
    )
}

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
