//! The server decides every point: what no thumb can do, what does not fit, what comes from the wrong one.

use crate::house::{House, only};
use serde_json::{Value, json};

async fn refused(socket: &mut crate::wire::Socket, progress: Value, code: &str) {
    assert_eq!(
        socket.act("progress", progress.clone()).await,
        Err(code.to_owned()),
        "{progress}"
    );
}

fn tap(level: &str, score: i64, per_second: &[u32]) -> Value {
    json!({ "level": level, "score": score, "time": 1000, "details": { "per_second": per_second } })
}

#[tokio::test]
async fn more_snowballs_than_a_thumb_can_throw_are_refused() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let _bo = house.join("Bo").await;
    assert_eq!(
        anna.socket.act("progress", tap("green", 5, &[5])).await,
        Err("session/not_active".into())
    );
    house.start(only("tap")).await;
    refused(&mut anna.socket, tap("green", 5, &[5]), "action/level_not_running").await;
    anna.socket.until_phase("play").await;
    refused(&mut anna.socket, tap("yellow", 5, &[5]), "action/level_not_running").await;
    refused(&mut anna.socket, tap("green", 500, &[500]), "action/score_impossible").await;
    refused(&mut anna.socket, tap("green", 99, &[5]), "action/score_impossible").await;
    refused(&mut anna.socket, tap("green", -5, &[5]), "action/score_impossible").await;
    refused(&mut anna.socket, tap("green", 50, &[5; 10]), "action/score_impossible").await;
    refused(&mut anna.socket, tap("purple", 5, &[5]), "request/malformed").await;
    let choice = json!({ "level": "green", "score": 0, "time": 0, "details": { "question": 0, "choice": 0 } });
    refused(&mut anna.socket, choice, "action/wrong_mini_game").await;
    assert_eq!(anna.socket.players[&anna.seat]["score"], 0);
    anna.socket.act("progress", tap("green", 6, &[6])).await.unwrap();
    refused(&mut anna.socket, tap("green", 2, &[2]), "action/score_impossible").await;
}

#[tokio::test]
async fn moves_that_do_not_fit_the_board_are_refused() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    house.start(only("puzzle")).await;
    let level = anna
        .socket
        .until_topic("arena.level", |level| level["deal"].is_object())
        .await;
    let board: Vec<u64> = serde_json::from_value(level["deal"]["board"].clone()).unwrap();
    let gap = board.iter().position(|tile| *tile == 0).unwrap();
    let side = level["deal"]["size"].as_u64().unwrap() as usize;
    let far = board
        .iter()
        .enumerate()
        .find(|(at, _)| at / side != gap / side && at % side != gap % side)
        .unwrap();
    for moves in [json!([far.1]), json!([0]), json!([99])] {
        let progress = json!({ "level": "green", "score": 0, "time": 0, "details": { "moves": moves } });
        refused(&mut anna.socket, progress, "action/moves_invalid").await;
    }
}

#[tokio::test]
async fn questions_that_are_not_open_cannot_be_answered() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    house.start(only("choose")).await;
    anna.socket.until_topic("arena.question", |_| true).await;
    assert_eq!(anna.choose("green", 0, 4).await, Err("action/choice_unknown".into()));
    assert_eq!(anna.choose("green", 5, 0).await, Err("action/choice_unknown".into()));
    anna.choose("green", 0, 0).await.unwrap();
    assert_eq!(anna.choose("green", 0, 1).await, Err("action/already_given".into()));
    bo.choose("green", 0, 1).await.unwrap();
    anna.socket.until_topic("arena.reveal", |_| true).await;
    let mut late = house.join("Late").await;
    assert_eq!(late.choose("green", 0, 2).await, Err("action/not_in_level".into()));
}

#[tokio::test]
async fn only_the_host_skips_and_ends() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    house.start(only("tap")).await;
    for action in ["skip", "end"] {
        assert_eq!(anna.socket.act(action, json!({})).await, Err("auth/host_only".into()));
    }
    let mut host = house.host().await;
    assert_eq!(
        host.act("progress", tap("green", 1, &[1])).await,
        Err("auth/player_only".into())
    );
    assert_eq!(host.act("catch", json!({})).await, Err("auth/player_only".into()));
    host.act("skip", json!({})).await.unwrap();
    anna.socket.until_phase("play").await;
}
