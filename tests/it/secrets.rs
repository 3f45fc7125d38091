//! What must not be known: every byte that reaches any viewer before a question closes is searched for its answer, and nothing that
//! leaves the house carries a token, a hash or a device id.

use crate::house::{House, only};
use crate::wire::Socket;
use serde_json::{Value, json};

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
    let mut first = 0;
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    house.start(only("choose")).await;
    let mut host = house.host().await;
    for _ in 0..18 {
        let open = anna.socket.until_topic("arena.question", |_| true).await;
        first += u32::from(open["choices"][0]["en"] == written(&open)["choices"][0]["en"]);
        while host.act("skip", json!({})).await.is_ok() {
            host.catch_up().await;
            let state = &host.topics["session.state"];
            let index = host.topics["arena.question"]["index"].clone();
            if state["status"] == "finished" || (index != open["index"] && state["phase"] == "play") {
                break;
            }
        }
        if host.topics["session.state"]["status"] == "finished" {
            break;
        }
    }
    assert!(first < 15, "the right one stood first in {first} of 18");
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
