//! The journal is the truth: every other table is made anew from it, by the command that a host would type.

use crate::house::{House, Phone, short};
use serde_json::json;
use std::path::Path;
use std::process::Command;

const READ_MODELS: [&str; 10] = [
    "party",
    "session",
    "person",
    "seat",
    "progress",
    "result",
    "board_snapshot",
    "feedback",
    "work",
    "saved",
];

#[tokio::test]
async fn every_table_is_made_anew_from_the_journal() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Деда Коля").await;
    house.start(short()).await;
    let mut host = house.host().await;
    while host.act("skip", json!({})).await.is_ok() {}
    anna.socket.until_state(|state| state["status"] == "finished").await;
    bo.socket.act("rename", json!({ "name": "Kolya" })).await.unwrap();
    host.act("remove", json!({ "player_id": anna.seat })).await.unwrap();
    let word = json!({ "stars": 4, "text": "Again!" });
    bo.socket.act("feedback", word).await.unwrap();
    begin_a_quest(&house, &mut bo).await;
    host.act("close", json!({})).await.unwrap();
    let folder = house.shut().await;
    let before = tables(folder.path());
    assert!(
        before.iter().all(|rows| !rows.is_empty()),
        "every table has something to lose: {before:?}"
    );

    let database = rusqlite::Connection::open(folder.path().join("snowparty.db")).unwrap();
    for table in READ_MODELS.iter().rev() {
        database.execute(&format!("DELETE FROM {table}"), []).unwrap();
    }
    drop(database);
    let rebuilt = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(["rebuild", "--data-dir"])
        .arg(folder.path())
        .status();
    assert!(rebuilt.unwrap().success());
    assert_eq!(tables(folder.path()), before);
}

/// A campaign is saved at its first page, with the story that it is pinned to.
async fn begin_a_quest(house: &House, player: &mut Phone) {
    house.start_game("quest", json!({ "campaign": "midnight" })).await;
    let wish = json!({ "archetype": "bard" });
    player.socket.act("character", wish).await.unwrap();
    house.host().await.act("begin", json!({})).await.unwrap();
    player.socket.until_phase("scene").await;
}

fn tables(folder: &Path) -> Vec<Vec<String>> {
    let database = rusqlite::Connection::open(folder.join("snowparty.db")).unwrap();
    let rows = |table: &&str| {
        let mut query = database
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3"))
            .unwrap();
        let columns = query.column_count();
        let row = |row: &rusqlite::Row| {
            let cells = (0..columns).map(|i| row.get::<_, rusqlite::types::Value>(i).map(|cell| format!("{cell:?}")));
            cells
                .collect::<rusqlite::Result<Vec<_>>>()
                .map(|cells| cells.join(" | "))
        };
        query.query_map([], row).unwrap().map(Result::unwrap).collect()
    };
    READ_MODELS.iter().map(rows).collect()
}
