//! What was saved of a quest and cannot be continued: it is refused by a stable code and a sentence, and nothing is changed by asking.

use crate::house::{House, Phone};
use crate::quest::bring;
use crate::wire::Answer;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// One choice, and the end.
const BRIEF: &str = "\
# title: Brief
# language: en
# minutes: 1
# players: 1-8
# about: A story for tests.
A door. # scene: door # title: The Door # picture: gate # mood: calm # memory: You came to a door.
Open it? # who: next
+ [Yes]
    You open it. # memory: You opened it.
+ [No]
    You leave it. # memory: You left it.
- You are home. # ending: home # title: Home
-> END
";

/// A house in which the brief story is played by one.
struct Evening {
    house: House,
    anna: Phone,
    run: Value,
}

impl Evening {
    /// At the first decision.
    async fn begun() -> Self {
        let house = House::open().await;
        bring(house.folder.path(), "brief", BRIEF.as_bytes());
        let mut anna = house.join("Anna").await;
        house.start_game("quest", json!({ "campaign": "brief" })).await;
        anna.socket
            .act("character", json!({ "archetype": "bard" }))
            .await
            .unwrap();
        house.host().await.act("begin", json!({})).await.unwrap();
        anna.socket.until_phase("scene").await;
        let run = anna.socket.topics["party.state"]["campaign_run_id"].clone();
        Self { house, anna, run }
    }

    /// The host closes the party; another one is open over the same folder once `change` has been made to it.
    async fn next_week(self, change: impl FnOnce(&Path)) -> (House, Value) {
        let Self { house, run, .. } = self;
        let mut host = house.host().await;
        host.act("finish", json!({})).await.unwrap();
        host.until_state(|state| state["status"] == "finished").await;
        host.act("close", json!({})).await.unwrap();
        let folder: Arc<TempDir> = house.shut().await;
        change(folder.path());
        (House::over(folder, |_| {}).await, run)
    }
}

/// The host asks for a run to go on.
async fn continued(house: &House, host: &str, run: &Value) -> Answer {
    let wish = json!({ "game": "quest", "settings": { "run": run } });
    house.post_as(host, "/api/session", &wish).await
}

/// Asks for it, and holds that nothing but a refusal came of it.
async fn refused(house: &House, run: &Value, code: &str, sentence: &str) {
    let host = house.host_token().await;
    let before = kept(house.folder.path());
    let answer = continued(house, &host, run).await;
    assert_eq!((answer.status, answer.code()), (409, code));
    assert_eq!(answer.body["error"]["message"], sentence);
    assert_eq!(kept(house.folder.path()), before);
}

/// Everything that is written down of parties, runs and stories.
fn kept(folder: &Path) -> Vec<String> {
    let database = rusqlite::Connection::open(folder.join("snowparty.db")).unwrap();
    let rows = |table| {
        let mut query = database
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3"))
            .unwrap();
        let columns = query.column_count();
        let row = |row: &rusqlite::Row| {
            let cells = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap()));
            Ok(cells.collect::<Vec<_>>().join(" | "))
        };
        query
            .query_map([], row)
            .unwrap()
            .map(Result::unwrap)
            .collect::<Vec<String>>()
    };
    ["journal", "session", "saved", "work"]
        .into_iter()
        .flat_map(rows)
        .collect()
}

#[tokio::test]
async fn a_run_that_has_ended_is_not_continued() {
    let mut evening = Evening::begun().await;
    let scene = evening
        .anna
        .socket
        .until_topic("scene.update", |scene| scene["decision"].is_object())
        .await;
    let choice = json!({ "decision_id": scene["decision"]["decision_id"], "option": 0 });
    evening.anna.socket.act("choice", choice).await.unwrap();
    evening
        .anna
        .socket
        .until_topic("scene.update", |scene| scene["ending"]["id"] == "home")
        .await;
    let (house, run) = evening.next_week(|_| {}).await;
    refused(&house, &run, "quest/run_ended", "This story has been told to its end.").await;
}

#[tokio::test]
async fn a_run_whose_story_is_not_what_it_was_is_not_continued() {
    const SENTENCE: &str = "The story of this run has changed or is damaged; it cannot be continued.";
    let (unchanged, run) = Evening::begun().await.next_week(|_| {}).await;
    let host = unchanged.host_token().await;
    let answer = continued(&unchanged, &host, &run).await;
    assert_eq!(answer.status, 201, "as it was, it goes on: {}", answer.body);
    for damage in [
        // The story's place holds another one.
        "UPDATE work SET body = (SELECT body FROM saved)",
        "UPDATE work SET body = x'00'",
        "DELETE FROM work",
        "UPDATE saved SET body = x'1f8b'",
    ] {
        let damaged = |folder: &Path| {
            let database = rusqlite::Connection::open(folder.join("snowparty.db")).unwrap();
            assert!(database.execute(damage, []).unwrap() > 0, "{damage}");
        };
        let (house, run) = Evening::begun().await.next_week(damaged).await;
        refused(&house, &run, "quest/story_changed", SENTENCE).await;
    }
}
