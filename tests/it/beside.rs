//! Parties beside the evening's, such as a wall that stays for weeks; and what guests tell the host.

use crate::house::House;
use serde_json::{Value, json};

fn wall(name: &str) -> Value {
    json!({ "name": name, "game": "canvas", "settings": { "preset": "wall", "width": 32, "height": 32 } })
}

async fn as_host(house: &House, token: &str, path: &str) -> crate::wire::Answer {
    let bearer = format!("Bearer {token}");
    crate::wire::request(&house.address, "GET", path, &[("authorization", &bearer)], "").await
}

#[tokio::test]
async fn a_wall_stands_beside_the_evening_and_outlives_it() {
    let house = House::open().await;
    let host = house.host_token().await;
    let opened = house.post_as(&host, "/api/party", &wall("Our wall")).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    let code = opened.body["party"]["code"].as_str().unwrap().to_owned();
    assert_eq!(opened.body["party"]["name"], "Our wall");
    let closed = house
        .post_as(&host, &format!("/api/session/{}/close", house.code), &json!({}))
        .await;
    assert_eq!(closed.status, 200);
    let house = house
        .restart_with(|setting| setting.name = Some("Another evening".into()))
        .await;
    assert_ne!(house.code, code, "a wall is never the evening's party");
    let host = house.host_token().await;
    let parties = as_host(&house, &host, "/api/parties").await.body;
    let lines = parties["parties"].as_array().unwrap();
    assert_eq!(lines.len(), 2, "{parties}");
    assert_eq!(
        (&lines[0]["evening"], &lines[1]["evening"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        (&lines[1]["code"], &lines[1]["name"], &lines[1]["game"]),
        (&json!(code), &json!("Our wall"), &json!("canvas"))
    );
    let ended = house
        .post_as(&host, &format!("/api/session/{code}/close"), &json!({}))
        .await;
    assert_eq!(ended.status, 200, "the evening's host closes it: {}", ended.body);
}

#[tokio::test]
async fn only_a_host_opens_and_lists_parties_and_not_without_end() {
    let house = House::open().await;
    let anna = house.join("Anna").await;
    assert_eq!(
        house.post_as(&anna.token, "/api/party", &wall("Mine")).await.code(),
        "auth/host_only"
    );
    assert_eq!(
        house.post("/api/party", &wall("Mine")).await.code(),
        "auth/token_invalid"
    );
    assert_eq!(
        as_host(&house, &anna.token, "/api/parties").await.code(),
        "auth/host_only"
    );
    let host = house.host_token().await;
    for (body, code) in [
        (json!({ "name": " ", "game": "canvas" }), "join/name_empty"),
        (json!({ "name": "Wall", "game": "chess" }), "session/game_unknown"),
        (
            json!({ "name": "Wall", "game": "canvas", "settings": { "width": 1 } }),
            "session/setup_invalid",
        ),
        (json!({ "name": "Wall" }), "request/malformed"),
    ] {
        assert_eq!(house.post_as(&host, "/api/party", &body).await.code(), code, "{body}");
    }
    for number in 0..8 {
        assert_eq!(
            house
                .post_as(&host, "/api/party", &wall(&format!("Wall {number}")))
                .await
                .status,
            201
        );
    }
    assert_eq!(
        house.post_as(&host, "/api/party", &wall("One more")).await.code(),
        "party/too_many"
    );
}

#[tokio::test]
async fn guests_tell_the_host_and_nobody_else_hears() {
    let house = House::open().await;
    let anna = house.join("Anna").await;
    let path = format!("/api/session/{}/feedback", house.code);
    let tell = async |stars: i64, text: &str| {
        house
            .post_as(&anna.token, &path, &json!({ "stars": stars, "text": text }))
            .await
    };
    let told = tell(5, "Ещё\u{202e}  одну!\n<b>").await;
    assert_eq!(told.status, 201, "{}", told.body);
    for (stars, text) in [(0, ""), (6, ""), (3, &*"x".repeat(501))] {
        let refused = tell(stars, text).await;
        assert_eq!((refused.status, refused.code()), (422, "feedback/invalid"));
    }
    assert_eq!(as_host(&house, &anna.token, &path).await.code(), "auth/host_only");
    let host = house.host_token().await;
    let house = house.restart().await;
    let heard = as_host(&house, &host, &path).await.body;
    let line = &heard["feedback"][0];
    assert_eq!(
        (&line["name"], &line["stars"], &line["text"]),
        (&json!("Anna"), &json!(5), &json!("Ещё одну! <b>"))
    );
    assert_eq!(heard["feedback"].as_array().unwrap().len(), 1);
    assert!(!house.state().await.to_string().contains("одну"));
    let tell = async |text: &str| {
        house
            .post_as(&anna.token, &path, &json!({ "stars": 3, "text": text }))
            .await
    };
    for _ in 0..19 {
        assert_eq!(tell("again").await.status, 201);
    }
    assert_eq!(tell("enough").await.code(), "feedback/enough");
}
