//! The house is closed in the middle of a level and opened again over the same folder.

use crate::house::{House, only};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_restart_keeps_code_tokens_players_and_scores_and_goes_on() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    house.start(only("choose")).await;
    let question = anna.socket.until_topic("arena.question", |_| true).await;
    let index = question["index"].as_u64().unwrap();
    anna.choose("green", index, 3).await.unwrap();
    let code = house.code.clone();
    let before = house.state().await;

    let house = house.restart().await;
    assert_eq!(anna.socket.closed().await, 4002, "back in a moment");
    assert_eq!(house.code, code);
    let after = house.state().await;
    assert_eq!(after["session"]["pause"]["reason"], "restart");
    assert_eq!(after["session"]["clock"]["running"], false);
    assert_eq!(names(&after), names(&before));

    anna.reconnect(&house).await;
    bo.reconnect(&house).await;
    bo.socket.until_state(|state| state["pause"].is_null()).await;
    bo.choose("green", index, 0).await.unwrap();
    let reveal = bo.socket.until_topic("arena.reveal", |_| true).await;
    let chosen: u64 = reveal["chosen"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|n| n.as_u64())
        .sum();
    assert_eq!(chosen, 2, "the answer from before the restart counts, once");
}

fn names(state: &serde_json::Value) -> Vec<serde_json::Value> {
    state["players"]
        .as_array()
        .unwrap()
        .iter()
        .map(|player| player["name"].clone())
        .collect()
}

#[tokio::test]
async fn after_a_restart_one_guest_does_not_wait_for_ever_for_the_others() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let _bo = house.join("Bo").await;
    house.start(only("choose")).await;
    anna.socket.until_topic("arena.question", |_| true).await;
    let house = house
        .restart_with(|setting| setting.patience = Duration::from_millis(50))
        .await;
    anna.reconnect(&house).await;
    anna.socket
        .until_state(|state| state["pause"].is_null() && state["clock"]["running"] == true)
        .await;
}

#[tokio::test]
async fn the_host_may_go_on_without_anybody() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    house.start(only("choose")).await;
    anna.socket.until_topic("arena.question", |_| true).await;
    let house = house.restart().await;
    let mut host = house.host().await;
    host.act("resume", json!({})).await.unwrap();
    host.until_state(|state| state["pause"].is_null()).await;
}
