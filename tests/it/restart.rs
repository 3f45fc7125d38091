//! The house is closed in the middle of a level and opened again over the same folder.

use crate::house::{House, only};
use serde_json::json;
use snowparty::protocol::Lang;
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
async fn a_polite_stop_closes_no_question() {
    let house = House::open().await;
    // The one who has answered is the last to be sent away: the question must not take the others for gone.
    let mut slow = house.join("Slow").await;
    let mut quick = house.join("Quick").await;
    house.start(only("choose")).await;
    let question = quick.socket.until_topic("arena.question", |_| true).await;
    let index = question["index"].as_u64().unwrap();
    quick.choose("green", index, 3).await.unwrap();
    slow.socket.catch_up().await;
    let house = house.restart().await;
    slow.reconnect(&house).await;
    quick.reconnect(&house).await;
    slow.socket.until_state(|state| state["pause"].is_null()).await;
    assert!(
        slow.socket
            .topics
            .get("arena.reveal")
            .is_none_or(|reveal| reveal["index"] != index)
    );
    slow.choose("green", index, 0).await.unwrap();
}

#[tokio::test]
async fn a_restored_party_takes_the_name_and_language_that_are_asked_for_this_time() {
    let house = House::open().await;
    let house = house
        .restart_with(|setting| (setting.name, setting.lang) = (Some("Ёлка".into()), Some(Lang::Ru)))
        .await;
    assert_eq!(house.state().await["party"]["name"], "Ёлка");
    let house = house
        .restart_with(|setting| (setting.name, setting.lang) = (None, None))
        .await;
    let party = house.state().await["party"].clone();
    assert_eq!((&party["name"], &party["lang"]), (&json!("Ёлка"), &json!("ru")));
}

#[tokio::test]
async fn a_session_that_is_ended_in_a_pause_is_over() {
    let house = House::open().await;
    let _anna = house.join("Anna").await;
    house.start(only("choose")).await;
    let mut host = house.host().await;
    host.act("pause", json!({})).await.unwrap();
    host.act("end", json!({})).await.unwrap();
    let state = host.until_state(|state| state["status"] == "finished").await;
    assert!(state["pause"].is_null() && state["clock"]["running"] == false);
    assert_eq!(host.act("resume", json!({})).await, Err("session/not_paused".into()));
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
