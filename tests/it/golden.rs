//! What earlier releases wrote opens, and says the same. `tests/golden/vN.sql` is a data folder as the release with schema N left it,
//! never to be changed; `vN.json` is what that release itself showed of it after a restart.

use crate::appliance::{Appliance, Machine};
use crate::house::{House, only};
use crate::wire::{Socket, request};
use rusqlite::Connection;
use serde_json::{Map, Value, json};
use snowparty::store::{Store, Synchronous};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// Releases with what they showed. The first one wrote journal rows in JSON, and is known by its board alone.
const SHOWN: [i64; 3] = [2, 3, 4];

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// The data folder of the release with this schema.
pub fn left_by(release: i64) -> Arc<tempfile::TempDir> {
    laid_down(&std::fs::read_to_string(golden(&format!("v{release}.sql"))).unwrap())
}

fn laid_down(dump: &str) -> Arc<tempfile::TempDir> {
    let folder = tempfile::tempdir().unwrap();
    database(folder.path()).execute_batch(dump).unwrap();
    Arc::new(folder)
}

fn database(folder: &Path) -> Connection {
    Connection::open(folder.join("snowparty.db")).unwrap()
}

fn results(folder: &Path) -> Vec<(i64, i64, i64)> {
    let database = database(folder);
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
    let database = database(folder);
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
fn old_databases_come_to_the_schema_of_a_new_one() {
    let new = tempfile::tempdir().unwrap();
    drop(Store::open(new.path(), Synchronous::Full).unwrap());
    for release in [1, 2, 3, 4] {
        let old = left_by(release);
        drop(Store::open(old.path(), Synchronous::Full).unwrap());
        assert_eq!(shape(old.path()), shape(new.path()));
    }
}

#[test]
fn there_is_a_golden_of_this_schema() {
    let new = tempfile::tempdir().unwrap();
    drop(Store::open(new.path(), Synchronous::Full).unwrap());
    let newest = SHOWN[SHOWN.len() - 1];
    assert_eq!(
        version(new.path()),
        newest,
        "make one: see the_golden_of_a_release_is_made"
    );
    assert_eq!(version(left_by(newest).path()), newest);
}

fn version(folder: &Path) -> i64 {
    database(folder)
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

#[tokio::test]
async fn a_party_of_version_1_opens_with_its_board() {
    let house = House::over(left_by(1), |_| {}).await;
    assert_eq!(house.code, "PNJD");
    let state = house.get("/api/session/PNJD/state").await.body;
    let score = |place: usize| state["leaderboard"][place]["score"].clone();
    assert_eq!((score(0), score(1)), (Value::from(2_031), Value::from(2_017)));
    assert_eq!(state["players"].as_array().unwrap().len(), 10);
}

#[test]
fn tables_are_made_anew_as_they_were() {
    for (release, players) in [(1, 10), (2, 2), (3, 2), (4, 2)] {
        let folder = left_by(release);
        let before = results(folder.path());
        assert_eq!(before.len(), players);
        let rebuilt = Command::new(env!("CARGO_BIN_EXE_snowparty"))
            .args(["rebuild", "--data-dir"])
            .arg(folder.path())
            .status();
        assert!(rebuilt.unwrap().success());
        assert_eq!(results(folder.path()), before);
    }
}

#[tokio::test]
async fn every_release_is_shown_as_it_showed_itself() {
    for release in SHOWN {
        let shown = std::fs::read(golden(&format!("v{release}.json"))).unwrap();
        let expected: Value = serde_json::from_slice(&shown).unwrap();
        let house = House::over(left_by(release), |setting| setting.name = None).await;
        let now = shown_of(&house.address, &expected["tokens"]).await;
        assert!(expected["parties"].as_object().unwrap().len() == 2);
        holds(&expected["parties"], &now, &format!("v{release}"));
    }
}

/// All that an earlier release showed is shown; more may have come since.
fn holds(expected: &Value, now: &Value, at: &str) {
    match (expected, now) {
        (Value::Object(expected), Value::Object(now)) => {
            for (key, value) in expected {
                holds(value, now.get(key).unwrap_or(&Value::Null), &format!("{at}/{key}"));
            }
        }
        (Value::Array(expected), Value::Array(now)) => {
            assert_eq!(expected.len(), now.len(), "{at}");
            for (index, value) in expected.iter().enumerate() {
                holds(value, &now[index], &format!("{at}/{index}"));
            }
        }
        (expected, now) => assert_eq!(expected, now, "{at}"),
    }
}

/// What differs between two openings of the same folder: addresses, and the clock where it runs.
const OF_THE_MOMENT: [&str; 5] = ["address", "join_url", "others", "clock", "connected"];

fn lasting(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .into_iter()
                .filter(|(key, _)| !OF_THE_MOMENT.contains(&key.as_str()));
            Value::Object(fields.map(|(key, value)| (key, lasting(value))).collect())
        }
        Value::Array(values) => values.into_iter().map(lasting).collect(),
        other => other,
    }
}

async fn seen(address: &str, code: &str, credential: &str) -> Value {
    let mut socket = Socket::connect(address, code, credential).await;
    socket.catch_up().await;
    let players: BTreeMap<String, Value> = socket
        .players
        .into_iter()
        .map(|(id, player)| (id.to_string(), player))
        .collect();
    lasting(json!({ "topics": socket.topics, "players": players }))
}

/// What each party of a house shows: to its TV, to one of its guests, and of its board.
async fn shown_of(address: &str, tokens: &Value) -> Value {
    let mut parties = Map::new();
    for (code, token) in tokens.as_object().unwrap() {
        let token = token.as_str().unwrap();
        let film = request(address, "GET", &format!("/api/session/{code}/canvas/film"), &[], "").await;
        let film =
            (film.status == 200).then(|| film.bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        let shown = json!({
            "tv": seen(address, code, "role=tv").await,
            "guest": seen(address, code, &format!("token={token}")).await,
            "film": film,
        });
        parties.insert(code.clone(), shown);
    }
    Value::Object(parties)
}

/// Writes `tests/golden/vN.sql` and `vN.json` with this release, or with the one in $BINARY:
/// `cargo nextest run --run-ignored only -E 'test(the_golden_of_a_release_is_made)'`
#[tokio::test]
#[ignore = "writes the golden of a release"]
async fn the_golden_of_a_release_is_made() {
    let binary = std::env::var_os("BINARY").map_or_else(|| env!("CARGO_BIN_EXE_snowparty").into(), PathBuf::from);
    let folder = tempfile::tempdir().unwrap();
    let appliance = Appliance::start_of(&binary, folder.path(), Machine::Usual, &[]);
    let knows_stories = import_the_cellar(&binary, folder.path());
    let wall = paint_a_wall(&appliance).await;
    let anna = play_the_arena(&appliance).await;
    if knows_stories {
        before_the_door(&appliance, &anna).await;
    }
    let tokens = json!({ appliance.code.clone(): anna, wall.0: wall.1 });
    appliance.kill();
    let appliance = Appliance::start_of(&binary, folder.path(), Machine::Usual, &[]);
    let shown = json!({ "tokens": tokens, "parties": shown_of(&appliance.address, &tokens).await });
    appliance.kill();
    let release = version(folder.path());
    std::fs::write(golden(&format!("v{release}.json")), format!("{shown:#}\n")).unwrap();
    std::fs::write(golden(&format!("v{release}.sql")), dump(folder.path())).unwrap();
}

fn import_the_cellar(binary: &Path, folder: &Path) -> bool {
    let import = ["campaign", "import", "tests/story/cellar.en.ink", "--data-dir"];
    let imported = Command::new(binary).args(import).arg(folder).output().unwrap();
    imported.status.success()
}

async fn paint_a_wall(appliance: &Appliance) -> (String, String) {
    let settings = json!({ "width": 32, "height": 32, "cooldown_ms": 0 });
    let wish = json!({ "name": "Our wall", "game": "canvas", "settings": settings });
    let opened = appliance.post_as(&appliance.host_token, "/api/party", &wish).await;
    let code = opened.body["party"]["code"].as_str().expect("a wall").to_owned();
    let path = format!("/api/session/{code}");
    let joined = appliance
        .post_as("", &format!("{path}/join"), &json!({ "name": "Cleo" }))
        .await;
    let token = joined.body["token"].as_str().unwrap().to_owned();
    let queue = json!({ "action_id": "queue" });
    let queued = appliance.post_as(&token, &format!("{path}/canvas/queue"), &queue).await;
    assert_eq!(queued.status, 200, "{}", queued.body);
    let mut socket = Socket::connect(&appliance.address, &code, &format!("token={token}")).await;
    socket.until_topic("canvas.you", |you| you["status"] == "playing").await;
    let board = socket.until_topic("canvas.board", |_| true).await;
    for n in 0..60u32 {
        let body = json!({ "action_id": format!("p{n}"), "x": n % 32, "y": n / 3, "color": 1 + n % 30, "epoch": board["epoch"] });
        let placed = appliance.post_as(&token, &format!("{path}/canvas/place"), &body).await;
        assert_eq!(placed.status, 200, "{}", placed.body);
        // Thirty a second are enough for one guest.
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    (code, token)
}

/// Two guests answer questions to the end.
async fn play_the_arena(appliance: &Appliance) -> String {
    let (anna, bo) = (appliance.join("Anna").await, appliance.join("Деда Коля").await);
    let mut host = appliance.socket(&appliance.host_token).await;
    let mut phones = [appliance.socket(&anna).await, appliance.socket(&bo).await];
    host.act("open", json!({ "settings": only("choose") })).await.unwrap();
    host.act("start", json!({})).await.unwrap();
    loop {
        for (at, phone) in phones.iter_mut().enumerate() {
            phone.catch_up().await;
            let details = json!({ "question": phone.topics.get("arena.question").map(|asked| asked["index"].clone()), "choice": at });
            let level = phone.topics.get("arena.level").map(|level| level["level"].clone());
            // Between questions it is refused.
            let _ = phone
                .act(
                    "progress",
                    json!({ "level": level, "score": 0, "time": 700, "details": details }),
                )
                .await;
        }
        if host.act("skip", json!({})).await.is_err() {
            break;
        }
    }
    phones[1]
        .act("feedback", json!({ "stars": 5, "text": "Ещё!" }))
        .await
        .unwrap();
    anna
}

/// Anna alone has voted, and stands before the door.
async fn before_the_door(appliance: &Appliance, anna: &str) {
    let mut host = appliance.socket(&appliance.host_token).await;
    let mut anna = appliance.socket(anna).await;
    let settings = json!({ "campaign": "cellar", "turn_seconds": 120 });
    host.act("open", json!({ "game": "quest", "settings": settings }))
        .await
        .unwrap();
    host.act("start", json!({})).await.unwrap();
    anna.act("character", json!({ "archetype": "guardian" })).await.unwrap();
    host.act("begin", json!({})).await.unwrap();
    let scene = anna
        .until_topic("scene.update", |scene| scene["decision"]["kind"] == "vote")
        .await;
    let vote = json!({ "decision_id": scene["decision"]["decision_id"], "option": 0 });
    anna.act("choice", vote).await.unwrap();
    anna.until_topic("scene.update", |scene| scene["decision"]["kind"] == "choice")
        .await;
}

/// The database as text.
fn dump(folder: &Path) -> String {
    let database = database(folder);
    let mut text = format!(
        "-- A wall of 60 pixels, an arena session of two, and where it exists a quest before the door, as a snowparty with schema {0}\n\
         -- wrote it. Never to be changed.\nPRAGMA user_version = {0};\nBEGIN;\n",
        version(folder)
    );
    for (name, sql) in tables(&database) {
        text += &format!("{sql};\n");
        for row in rows(&database, &name) {
            text += &format!("INSERT INTO {name} VALUES ({row});\n");
        }
    }
    text + "COMMIT;\n"
}

fn tables(database: &Connection) -> Vec<(String, String)> {
    let mut query = database
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn rows(database: &Connection, table: &str) -> Vec<String> {
    let columns = database.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let quoted: Vec<String> = columns.column_names().map(|name| format!("quote({name})")).collect();
    let mut query = database
        .prepare(&format!("SELECT {} FROM {table}", quoted.join(" || ', ' || ")))
        .unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}
