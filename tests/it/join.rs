//! Joining: names, seats, full and ended parties.

use crate::house::{House, PIN};
use serde_json::json;

#[tokio::test]
async fn a_guest_joins_by_name_and_the_tv_sees_it() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let anna = house.join("Anna").await;
    let seen = tv
        .until("player.update", |update| update["player"]["name"] == "Anna")
        .await;
    assert_eq!(seen["player"]["id"], anna.seat);
    assert_eq!(seen["player"]["status"], "ready");
    let room = tv.until("room.update", |room| room["online"] == 1).await;
    assert_eq!(room["players"], 1);
}

#[tokio::test]
async fn names_are_normalised_made_unique_and_stay_text() {
    let house = House::open().await;
    for (typed, name) in [
        ("  Anna  ", "Anna"),
        ("ANNA", "ANNA 2"),
        ("<b>Bo</b>", "<b>Bo</b>"),
        ("\u{202e}Bo", "Bo"),
        (&"x".repeat(300), &"x".repeat(20)),
        ("🎅", "🎅"),
        ("עדי", "עדי"),
    ] {
        let answer = house.try_join(&json!({ "name": typed })).await;
        assert_eq!(
            (answer.status, answer.body["player"]["name"].as_str()),
            (201, Some(name))
        );
    }
}

#[tokio::test]
async fn what_is_no_name_takes_no_seat() {
    let house = House::open().await;
    for (body, status, code) in [
        (json!({ "name": "" }), 422, "join/name_empty"),
        (json!({ "name": "\u{200b}\u{3164}" }), 422, "join/name_empty"),
        (json!({ "name": "x".repeat(5000) }), 422, "join/name_too_long"),
        (json!({ "name": "Bo", "avatar": "dragon" }), 422, "join/avatar_unknown"),
        (json!({ "name": "Bo", "device_uuid": "me" }), 422, "join/device_invalid"),
        (json!({ "name": 7 }), 422, "request/malformed"),
        (json!(["Bo"]), 422, "request/malformed"),
    ] {
        let answer = house.try_join(&body).await;
        assert_eq!((answer.status, answer.code()), (status, code), "{body}");
    }
    assert_eq!(house.state().await["players"], json!([]));
}

#[tokio::test]
async fn unknown_codes_and_ended_parties_are_told_apart() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let nobody = house.post("/api/session/ZZZZ/join", &json!({ "name": "Bo" })).await;
    assert_eq!((nobody.status, nobody.code()), (404, "party/unknown"));
    house.host().await.ask("close", json!({})).await;
    assert_eq!(
        anna.socket.closed().await,
        4103,
        "a party that is over is a reason to stay away"
    );
    let late = house.try_join(&json!({ "name": "Bo" })).await;
    assert_eq!((late.status, late.code()), (410, "party/ended"));
}

#[tokio::test]
async fn after_a_party_the_house_opens_the_next_with_another_code() {
    let house = House::open().await;
    let mut host = house.host().await;
    host.ask("close", json!({})).await;
    assert_eq!(host.closed().await, 4103);
    let next = house.next_party().await;
    assert_eq!(next["party"]["name"], "Test");
    assert_eq!(
        house.post("/api/host", &json!({ "pin": PIN })).await.body["code"],
        next["party"]["code"]
    );
}

#[tokio::test]
async fn a_full_party_says_so() {
    let house = House::with(|setting| setting.max_players = 2).await;
    house.join("Anna").await;
    house.join("Bo").await;
    let third = house.try_join(&json!({ "name": "Cleo" })).await;
    assert_eq!((third.status, third.code()), (409, "join/party_full"));
}

#[tokio::test]
async fn the_same_phone_gets_its_seat_back_and_its_old_token_dies() {
    let house = House::open().await;
    let anna = house.join("Anna").await;
    let again = house
        .try_join(&json!({ "name": "Anna", "device_uuid": anna.device }))
        .await;
    assert_eq!(again.body["player_id"], anna.seat);
    assert_eq!(again.body["player"]["name"], "Anna", "one's own name is not taken");
    assert_ne!(again.body["token"], json!(anna.token));
    let mut old = crate::wire::Socket::knock(&house.address, &house.code, &format!("token={}", anna.token)).await;
    assert_eq!(old.closed().await, 4104);
}

#[tokio::test]
async fn a_removed_guest_stays_out_and_may_join_anew() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut host = house.host().await;
    host.act("remove", json!({ "player_id": anna.seat })).await.unwrap();
    assert_eq!(anna.socket.closed().await, 4102);
    assert_eq!(
        host.act("remove", json!({ "player_id": anna.seat })).await,
        Err("session/player_unknown".into())
    );
    let mut back = crate::wire::Socket::knock(&house.address, &house.code, &format!("token={}", anna.token)).await;
    assert_eq!(back.closed().await, 4102);
    let anew = house
        .try_join(&json!({ "name": "Anna", "device_uuid": anna.device }))
        .await;
    assert_eq!(anew.status, 201);
    assert_ne!(anew.body["player_id"], anna.seat);
}
