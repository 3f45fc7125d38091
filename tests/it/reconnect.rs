//! Lost connections: same seat, same score, nothing counted twice.

use crate::house::{House, only};
use serde_json::json;

#[tokio::test]
async fn a_second_socket_takes_the_seat_over() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut second = house.socket(&format!("token={}", anna.token)).await;
    assert_eq!(anna.socket.closed().await, 4101);
    second.act("ready", json!({ "ready": true })).await.unwrap();
    assert_eq!(
        house.state().await["players"][0]["online"],
        true,
        "the seat is not empty for it"
    );
}

#[tokio::test]
async fn an_answer_repeated_after_a_reconnect_counts_once_and_is_answered_alike() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let _bo = house.join("Bo").await;
    house.start(only("choose")).await;
    let question = anna.socket.until_topic("arena.question", |_| true).await["index"].clone();
    let details = json!({ "question": question, "choice": 1 });
    let progress = json!({ "level": "green", "score": 0, "time": 10, "details": details });
    anna.socket.ask_as("offline-1", "progress", progress.clone()).await;
    let first = anna.socket.answer("offline-1").await.unwrap();
    anna.reconnect(&house).await;
    anna.socket.ask_as("offline-1", "progress", progress.clone()).await;
    assert_eq!(anna.socket.answer("offline-1").await.unwrap(), first);
    assert_eq!(
        anna.socket.act("progress", progress).await,
        Err("action/already_given".into()),
        "another id is another try"
    );
    assert_eq!(anna.socket.topics["arena.count"]["done"], 1);
    assert_eq!(anna.socket.topics["arena.you"]["chosen"], 1);
}

#[tokio::test]
async fn a_greeting_is_the_whole_present_state() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    house.start(only("choose")).await;
    let question = anna.socket.until_topic("arena.question", |_| true).await["index"]
        .as_u64()
        .unwrap();
    anna.choose("green", question, 3).await.unwrap();
    bo.choose("green", question, 0).await.unwrap();
    anna.socket.until_topic("arena.reveal", |_| true).await;
    for followed in [&mut tv, &mut anna.socket, &mut bo.socket] {
        followed.catch_up().await;
    }
    let mut fresh_tv = house.tv().await;
    fresh_tv.catch_up().await;
    assert_same(&tv, &fresh_tv);
    let before = anna.socket.topics.clone();
    anna.reconnect(&house).await;
    anna.socket.catch_up().await;
    assert_eq!(without_clock(before), without_clock(anna.socket.topics.clone()));
}

fn assert_same(stream: &crate::wire::Socket, greeting: &crate::wire::Socket) {
    assert_eq!(
        without_clock(stream.topics.clone()),
        without_clock(greeting.topics.clone())
    );
    assert_eq!(stream.players, greeting.players);
}

/// A greeting says what the clock shows now, a message what it showed then.
fn without_clock(
    mut topics: std::collections::BTreeMap<String, serde_json::Value>,
) -> std::collections::BTreeMap<String, serde_json::Value> {
    if let Some(state) = topics.get_mut("session.state") {
        state["clock"] = json!(null);
    }
    topics
}

#[tokio::test]
async fn a_wrong_token_is_turned_away_for_good() {
    let house = House::open().await;
    for credential in ["token=nonsense", "token=", "role=host", ""] {
        let mut socket = crate::wire::Socket::knock(&house.address, &house.code, credential).await;
        assert_eq!(socket.closed().await, 4104, "{credential}");
    }
    let mut lost = crate::wire::Socket::knock(&house.address, "ZZZZ", "role=tv").await;
    assert_eq!(lost.closed().await, 4103);
}
