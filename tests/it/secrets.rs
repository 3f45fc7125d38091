//! What must not be known: every byte that reaches any viewer before a question closes is searched for its answer, and nothing that
//! leaves the house carries a token, a hash or a device id.

use crate::house::{House, only};
use crate::wire::Socket;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The questions as we wrote them: the first choice is the right one.
const QUESTIONS: &str = include_str!("../../src/game/arena/choose/questions.json");

#[tokio::test]
async fn no_byte_before_the_reveal_tells_the_answer() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut host = house.host().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    house.start(only("choose")).await;
    let open = anna.socket.until_topic("arena.question", |_| true).await;
    anna.choose("green", 0, 0).await.unwrap();
    for viewer in [&mut tv, &mut host, &mut anna.socket, &mut bo.socket] {
        viewer.catch_up().await;
        no_sign(viewer, &open);
    }
    let rest = house.state().await.to_string();
    assert!(!rest.contains(note(&open)["en"].as_str().unwrap()) && !rest.contains("correct"));
    bo.choose("green", 0, 1).await.unwrap();
    let reveal = anna.socket.until_topic("arena.reveal", |_| true).await;
    let right = &open["choices"][reveal["correct"].as_u64().unwrap() as usize];
    assert_eq!(
        right["en"],
        written(&open)["choices"][0]["en"],
        "and then the right one is shown"
    );
}

fn no_sign(viewer: &Socket, open: &Value) {
    for text in &viewer.heard {
        for sign in [
            "correct",
            "\"right\":true",
            "\"right\":false",
            "arena.reveal",
            note(open)["en"].as_str().unwrap(),
        ] {
            assert!(!text.contains(sign), "{sign} in {text}");
        }
    }
}

/// The question as written, found by its text.
fn written(open: &Value) -> Value {
    let all: Vec<Value> = serde_json::from_str(QUESTIONS).unwrap();
    all.into_iter()
        .find(|question| question["text"]["en"] == open["text"]["en"])
        .unwrap()
}

fn note(open: &Value) -> Value {
    written(open)["note"].clone()
}

#[tokio::test]
async fn choices_are_shuffled_so_that_their_order_tells_nothing() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut host = house.host().await;
    house.start(only("choose")).await;
    while host.act("skip", json!({})).await.is_ok() {}
    anna.socket.until_state(|state| state["status"] == "finished").await;
    let asked = anna.socket.heard.iter().filter_map(|text| question(text));
    let asked: BTreeMap<String, Value> = asked.map(|open| (open["text"]["en"].to_string(), open)).collect();
    assert_eq!(asked.len(), 18, "six questions on each of three levels, none twice");
    let first = asked
        .values()
        .filter(|open| open["choices"][0]["en"] == written(open)["choices"][0]["en"])
        .count();
    // By chance 15 of 18 stand first once in ten million evenings.
    assert!(first < 15, "the right one stood first in {first} of 18");
}

fn question(text: &str) -> Option<Value> {
    let envelope: Value = serde_json::from_str(text).unwrap();
    (envelope["type"] == "arena.question").then(|| envelope["payload"].clone())
}

#[tokio::test]
async fn tokens_and_device_ids_reach_nobody_else_and_the_disk_only_hashed() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let host_token = house.host_token().await;
    let anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    tv.until("player.update", |update| {
        update["player"]["name"] == "Bo" && update["player"]["online"] == true
    })
    .await;
    bo.socket.catch_up().await;
    let said: Vec<&String> = tv.heard.iter().chain(&bo.socket.heard).collect();
    let secrets = [&anna.token, &anna.device, &host_token];
    for secret in secrets {
        assert!(
            said.iter().all(|text| !text.contains(secret.as_str())),
            "a secret was sent"
        );
        assert!(!house.state().await.to_string().contains(secret.as_str()));
    }
    for entry in std::fs::read_dir(house.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for secret in secrets {
            assert!(
                !bytes.windows(secret.len()).any(|window| window == secret.as_bytes()),
                "a secret is on the disk"
            );
        }
    }
}
