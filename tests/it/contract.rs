//! The seed's contract, to the letter, and the documents that publish it.

use crate::house::{House, only, short};
use crate::wire::request;
use serde_json::{Value, json};
use snowparty::web::openapi;

#[tokio::test]
async fn a_session_goes_from_pending_over_the_three_levels_to_finished() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    assert_eq!(
        tv.topics.get("session.state"),
        None,
        "nothing but hello was awaited yet"
    );
    let pending = tv.until_state(|_| true).await;
    assert_eq!((&pending["status"], &pending["round"]), (&json!("pending"), &json!(0)));
    house.start(short()).await;
    let mut host = house.host().await;
    for (round, level) in [(1, "green"), (2, "yellow"), (3, "red")] {
        tv.until_state(|state| state["phase"] == "play" && state["round"] == round)
            .await;
        let dealt = |level: &Value| level["round"] == round && level["deal"].is_object();
        let announced = tv.until_topic("arena.level", dealt).await;
        assert_eq!((&announced["level"], &announced["of"]), (&json!(level), &json!(3)));
        assert_eq!(announced["deal"]["mini_game"], announced["mini_game"]);
        host.catch_up().await;
        while host.until_state(|_| true).await["phase"] == "play" {
            host.act("skip", json!({})).await.unwrap();
            host.catch_up().await;
        }
    }
    let end = tv.until_state(|state| state["status"] == "finished").await;
    assert_eq!(end["phase"], "podium");
    assert!(end["ended_at"].is_string());
    anna.socket.until_state(|state| state["status"] == "finished").await;
    bo.socket.until_state(|state| state["status"] == "finished").await;
    assert_eq!(house.state().await["leaderboard"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn progress_goes_through_rest_with_the_players_token_and_counts_once() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let _bo = house.join("Bo").await;
    house.start(only("choose")).await;
    let question = anna.socket.until_topic("arena.question", |_| true).await;
    let report = json!({
        "player_token": anna.token, "level": "green", "score": 0, "time": 900,
        "details": { "question": question["index"], "choice": 2 },
    });
    let first = house.post("/api/progress", &report).await;
    assert_eq!(
        (first.status, &first.body["status"]),
        (200, &json!("success")),
        "{}",
        first.body
    );
    let again = house.post("/api/progress", &report).await;
    assert_eq!(again.body, first.body, "a repeat gets the same answer");
    let count = anna.socket.until("arena.count", |_| true).await;
    assert_eq!((&count["done"], &count["of"]), (&json!(1), &json!(2)));
}

#[tokio::test]
async fn play_again_keeps_code_and_seats_and_starts_a_new_session() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    house.start(short()).await;
    let mut host = house.host().await;
    assert_eq!(host.act("again", json!({})).await, Err("session/active".into()));
    host.act("end", json!({})).await.unwrap();
    host.until_state(|state| state["status"] == "finished").await;
    host.act("again", json!({})).await.unwrap();
    let state = anna
        .socket
        .until_state(|state| state["status"] == "pending" && state["session_id"] == 3)
        .await;
    assert_eq!(state["code"], json!(house.code));
    assert_eq!(state["settings"]["intro_seconds"], 1, "with the same rules");
    house.start(short()).await;
    anna.socket
        .until_state(|state| state["phase"] == "intro" && state["session_id"] == 4)
        .await;
    assert_eq!(anna.socket.players[&anna.seat]["score"], 0);
}

#[tokio::test]
async fn only_the_host_starts_and_only_with_players() {
    let house = House::open().await;
    let start = format!("/api/session/{}/start", house.code);
    let host = house.host_token().await;
    let nobody = house.post_as(&host, &start, &json!({})).await;
    assert_eq!((nobody.status, nobody.code()), (409, "session/no_players"));
    let mut anna = house.join("Anna").await;
    for token in [anna.token.clone(), "x".into(), String::new()] {
        let refused = house.post_as(&token, &start, &json!({})).await;
        assert!(
            ["auth/host_only", "auth/token_invalid"].contains(&refused.code()),
            "{}",
            refused.body
        );
    }
    assert_eq!(anna.socket.act("start", json!({})).await, Err("auth/host_only".into()));
    let mut tv = house.tv().await;
    assert_eq!(
        tv.act("start", json!({})).await,
        Err("auth/player_only".into()),
        "a TV can change nothing"
    );
    assert_eq!(
        tv.act("ready", json!({ "ready": true })).await,
        Err("auth/player_only".into())
    );
    assert_eq!(house.post_as(&host, &start, &json!({})).await.status, 200);
    let twice = house.post_as(&host, &start, &json!({})).await;
    assert_eq!((twice.status, twice.code()), (409, "session/active"));
}

#[tokio::test]
async fn settings_out_of_bounds_open_nothing() {
    let house = House::open().await;
    let host = house.host_token().await;
    let before = house.state().await;
    for (body, code) in [
        (json!({ "game": "chess" }), "session/game_unknown"),
        (json!({ "settings": { "intro_seconds": 0 } }), "session/setup_invalid"),
        (json!({ "settings": { "levels": [] } }), "session/setup_invalid"),
        (json!({ "settings": { "colour": "blue" } }), "session/setup_invalid"),
        (json!({ "settings": [] }), "session/setup_invalid"),
        (json!({ "setings": {} }), "request/malformed"),
    ] {
        let refused = house.post_as(&host, "/api/session", &body).await;
        assert_eq!(refused.code(), code, "{body}: {}", refused.body);
    }
    assert_eq!(house.state().await, before);
}

#[tokio::test]
async fn pause_stops_the_clock_and_resume_goes_on() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    house.start(only("choose")).await;
    let mut host = house.host().await;
    let question = anna.socket.until_topic("arena.question", |_| true).await;
    host.act("pause", json!({})).await.unwrap();
    let paused = anna.socket.until_state(|state| state["pause"].is_object()).await;
    assert_eq!(
        (&paused["pause"]["reason"], &paused["clock"]["running"]),
        (&json!("host"), &json!(false))
    );
    let answer = anna.choose("green", question["index"].as_u64().unwrap(), 0).await;
    assert_eq!(answer, Err("action/paused".into()));
    assert_eq!(host.act("pause", json!({})).await, Err("session/already_paused".into()));
    host.act("resume", json!({})).await.unwrap();
    anna.socket
        .until_state(|state| state["pause"].is_null() && state["clock"]["running"] == true)
        .await;
    anna.choose("green", question["index"].as_u64().unwrap(), 0)
        .await
        .unwrap();
    assert_eq!(host.act("resume", json!({})).await, Err("session/not_paused".into()));
}

#[tokio::test]
async fn every_published_operation_is_served_and_nothing_else() {
    let house = House::open().await;
    let document = openapi();
    for (path, operations) in document["paths"].as_object().unwrap() {
        let real = path.replace("{code}", &house.code);
        for method in operations.as_object().unwrap().keys() {
            let answer = request(&house.address, &method.to_uppercase(), &real, &[], "").await;
            assert!(
                ![404, 405].contains(&answer.status),
                "{method} {path} answers {}",
                answer.status
            );
        }
        let other = request(&house.address, "DELETE", &real, &[], "").await;
        assert_eq!(
            (other.status, other.code()),
            (405, "request/method_not_allowed"),
            "{path}"
        );
        let known = other.headers["allow"].to_str().unwrap();
        let told: Vec<String> = known.split(", ").map(str::to_lowercase).collect();
        let published = operations.as_object().unwrap().keys();
        assert!(published.clone().all(|method| told.contains(method)), "{path}: {known}");
    }
    let lost = house.get("/api/nothing").await;
    assert_eq!((lost.status, lost.code()), (404, "request/not_found"));
}

/// Whoever goes by the document is not told that a request has the wrong shape.
#[test]
fn the_document_tells_what_a_move_and_a_question_need() {
    let document = openapi();
    let operation =
        |method: &str, path: &str| &document["paths"][format!("/api/session/{{code}}/canvas/{path}")][method];
    let place = &operation("post", "place")["requestBody"]["content"]["application/json"]["schema"];
    let needed: Vec<&str> = place["required"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(needed, ["x", "y", "color", "epoch", "action_id"]);
    let undo = &operation("post", "undo")["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(undo["required"], json!(["action_id"]));
    let named = |path: &str| -> Vec<(&str, bool)> {
        let parameters = operation("get", path)["parameters"].as_array().unwrap();
        let query = parameters.iter().filter(|one| one["in"] == "query");
        query
            .map(|one| (one["name"].as_str().unwrap(), one["required"] == true))
            .collect()
    };
    assert_eq!(named("changes"), [("epoch", true), ("since", true)]);
    assert_eq!(named("picture.png"), [("scale", false), ("time", false)]);
    let picture = &operation("post", "import")["requestBody"]["content"];
    assert!(picture["image/png"].is_object(), "{picture}");
    assert_eq!(
        document["paths"]["/api/session"]["post"]["requestBody"]["required"],
        false
    );
    assert_eq!(
        document["paths"]["/metrics"]["get"]["security"],
        json!([{ "host": [] }, {}])
    );
}

#[tokio::test]
async fn answers_of_rest_keep_to_the_published_schemas() {
    let house = House::open().await;
    let document = openapi();
    let joined = house.try_join(&json!({ "name": "Anna" })).await;
    fits(&document, "JoinAnswer", &joined.body);
    fits(&document, "StateAnswer", &house.state().await);
    fits(&document, "PartyAnswer", &house.get("/api/party").await.body);
    let host = house.post("/api/host", &json!({ "pin": crate::house::PIN })).await;
    fits(&document, "HostAnswer", &host.body);
    let refused = house.try_join(&json!({ "name": "" })).await;
    fits(&document, "SystemError", &refused.body["error"]);
}

fn fits(document: &Value, name: &str, answer: &Value) {
    let schema = json!({ "$ref": format!("#/components/schemas/{name}"), "components": document["components"] });
    let validator = jsonschema::validator_for(&schema).unwrap();
    if let Err(error) = validator.validate(answer) {
        panic!("{name}: {error}\n{answer}");
    }
}

#[tokio::test]
async fn who_leaves_after_the_end_leaves_the_podium_too() {
    let house = House::open().await;
    let anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    house.start(only("choose")).await;
    let mut host = house.host().await;
    host.act("end", json!({})).await.unwrap();
    bo.socket.until_state(|state| state["status"] == "finished").await;
    host.act("remove", json!({ "player_id": anna.seat })).await.unwrap();
    let board = house.state().await["leaderboard"].clone();
    assert_eq!(board.as_array().unwrap().len(), 1, "{board}");
    assert_eq!(board[0]["name"], "Bo");
}
