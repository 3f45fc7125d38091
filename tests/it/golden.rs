//! What earlier releases wrote opens, and says the same.

use crate::house::House;
use serde_json::Value;
use snowparty::store::{Store, Synchronous};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// A party of ten after one short arena session, written with schema 1: journal rows in JSON.
const V1: &str = include_str!("../golden/v1.sql");

fn laid_down(dump: &str) -> Arc<tempfile::TempDir> {
    let folder = tempfile::tempdir().unwrap();
    let database = rusqlite::Connection::open(folder.path().join("snowparty.db")).unwrap();
    database.execute_batch(dump).unwrap();
    Arc::new(folder)
}

fn results(folder: &Path) -> Vec<(i64, i64, i64)> {
    let database = rusqlite::Connection::open(folder.join("snowparty.db")).unwrap();
    let mut query = database
        .prepare("SELECT seat, place, score FROM result WHERE session = 2 ORDER BY seat")
        .unwrap();
    let rows = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// Every table with its columns, in a form that does not know how it came about.
fn shape(folder: &Path) -> Vec<String> {
    let database = rusqlite::Connection::open(folder.join("snowparty.db")).unwrap();
    let mut query = database
        .prepare(
            "SELECT tables.name || '.' || columns.name || ' ' || columns.type || columns.\"notnull\" || columns.pk
             FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table' ORDER BY tables.name, columns.name",
        )
        .unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn an_old_database_comes_to_the_schema_of_a_new_one() {
    let (old, new) = (laid_down(V1), tempfile::tempdir().unwrap());
    for folder in [old.path(), new.path()] {
        drop(Store::open(folder, Synchronous::Full).unwrap());
    }
    assert_eq!(shape(old.path()), shape(new.path()));
}

#[tokio::test]
async fn a_party_of_version_1_opens_with_its_board() {
    let house = House::over(laid_down(V1), |_| {}).await;
    assert_eq!(house.code, "PNJD");
    let state = house.get("/api/session/PNJD/state").await.body;
    let score = |place: usize| state["leaderboard"][place]["score"].clone();
    assert_eq!((score(0), score(1)), (Value::from(2_031), Value::from(2_017)));
    assert_eq!(state["players"].as_array().unwrap().len(), 10);
}

#[test]
fn its_tables_are_made_anew_as_they_were() {
    let folder = laid_down(V1);
    let before = results(folder.path());
    assert_eq!(before.len(), 10);
    let rebuilt = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(["rebuild", "--data-dir"])
        .arg(folder.path())
        .status();
    assert!(rebuilt.unwrap().success());
    assert_eq!(results(folder.path()), before);
}
