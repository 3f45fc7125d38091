//! Who gets what: the stage follows everyone, a phone its own player, and a crowd is gathered.

use crate::house::{House, only};
use serde_json::{Value, json};
use snowparty::protocol::AudioOutput;

#[tokio::test]
async fn a_phone_is_sent_its_own_player_and_counts_the_tv_everyone() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut anna = house.join("Anna").await;
    for name in ["Bo", "Cleo", "Dan"] {
        house.join(name).await;
    }
    anna.socket.until("room.update", |room| room["players"] == 4).await;
    anna.socket.catch_up().await;
    assert_eq!(anna.socket.players.keys().collect::<Vec<_>>(), [&anna.seat]);
    assert!(
        anna.socket.heard.iter().all(|text| !text.contains("Cleo")),
        "what a phone does not show it is not sent"
    );
    tv.catch_up().await;
    assert_eq!(tv.players.len(), 4);
}

#[tokio::test]
async fn a_phones_board_has_the_head_and_its_own_line() {
    let house = House::open().await;
    let mut phones = Vec::new();
    for number in 0..8 {
        phones.push(house.join(&format!("Guest {number}")).await);
    }
    house.start(only("choose")).await;
    let mut host = house.host().await;
    phones[7].socket.until_topic("arena.question", |_| true).await;
    host.act("end", json!({})).await.unwrap();
    let last = &mut phones[7];
    last.socket.until_state(|state| state["status"] == "finished").await;
    last.socket.catch_up().await;
    let board = last.socket.topics["leaderboard.update"].clone();
    assert_eq!(board["count"], 8);
    let lines: Vec<&Value> = board["leaderboard"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| &line["player_id"])
        .collect();
    assert!(lines.len() <= 6 && lines.contains(&&json!(last.seat)), "{lines:?}");
}

#[tokio::test]
async fn live_values_reach_the_stage_and_no_phone_and_the_latest_wins() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    let seat = anna.seat;
    anna.socket.say("frame", json!({ "kind": "tap", "value": 1 })).await;
    house.start(only("tap")).await;
    anna.socket.until_phase("play").await;
    // What is not live now, or cannot be, is not shown.
    anna.socket.say("frame", json!({ "kind": "zz", "value": 7 })).await;
    anna.socket.say("frame", json!({ "kind": "tap", "value": 1e308 })).await;
    let first = tv.until("frames", |_| true).await;
    assert!(
        first["kind"] == "tap" && first["values"][0][1].as_f64().unwrap() < 100.0,
        "{first}"
    );
    for value in 1..=5 {
        anna.socket.say("frame", json!({ "kind": "tap", "value": value })).await;
    }
    tv.until("frames", |frames| {
        frames["kind"] == "tap" && frames["values"] == json!([[seat, 5.0]])
    })
    .await;
    bo.socket.catch_up().await;
    assert!(bo.socket.heard.iter().all(|text| !text.contains("\"frames\"")));
}

#[tokio::test]
async fn in_a_full_room_the_host_sees_a_new_session_and_stays() {
    let house = House::open().await;
    for number in 0..300 {
        assert_eq!(
            house
                .try_join(&json!({ "name": format!("Guest {number}") }))
                .await
                .status,
            201
        );
    }
    let mut host = house.host().await;
    host.act("open", json!({ "settings": only("tap") })).await.unwrap();
    host.catch_up().await;
    assert_eq!(host.players.len(), 300);
}

#[tokio::test]
async fn in_a_large_room_the_last_of_many_changes_is_on_the_board() {
    let house = House::open().await;
    for number in 0..60 {
        assert_eq!(
            house
                .try_join(&json!({ "name": format!("Guest {number}") }))
                .await
                .status,
            201
        );
    }
    let mut anna = house.join("Anna").await;
    house.start(only("tap")).await;
    for number in 0..5 {
        let name = format!("Anna {number}");
        anna.socket.act("rename", json!({ "name": name })).await.unwrap();
    }
    let shows_last = |board: &Value| {
        let lines = board["leaderboard"].as_array().unwrap();
        lines.iter().any(|line| line["name"] == "Anna 4")
    };
    anna.socket.until_topic("leaderboard.update", shows_last).await;
}

#[tokio::test]
async fn in_a_large_room_what_is_gathered_for_the_disk_is_answered_and_kept() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    for number in 0..60 {
        let guest = json!({ "name": format!("Guest {number}") });
        assert_eq!(house.try_join(&guest).await.status, 201);
    }
    // More than may go to the disk at once: the last of them wait, and nothing else comes to wake the party.
    for number in 0..12 {
        anna.socket
            .act("ready", json!({ "ready": number % 2 == 1 }))
            .await
            .unwrap();
    }
    let house = house.restart().await;
    assert_eq!(
        house.tv().await.until_topic("room.update", |_| true).await["confirmed"],
        1
    );
}

#[tokio::test]
async fn a_sound_device_that_is_lost_hands_over_to_the_tv() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    tv.until_topic("sound.state", |sound| sound["output"] == "off").await;
    house.setting.change(|around| around.output = AudioOutput::Tv);
    tv.until("sound.state", |sound| sound["output"] == "tv").await;
}

#[tokio::test]
async fn another_address_is_on_the_tv_and_in_the_qr_code() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut anna = house.join("Anna").await;
    let before = tv.until_topic("party.info", |_| true).await;
    let moved = "192.168.7.9:8080";
    house.setting.change(|around| around.place.address = moved.to_owned());
    let after = tv.until("party.info", |_| true).await;
    assert_ne!(before["address"], after["address"]);
    assert_eq!(after["join_url"], format!("http://{moved}/play?session={}", house.code));
    anna.socket.catch_up().await;
    assert!(
        !anna.socket.topics.contains_key("party.info"),
        "a phone knows where it is"
    );
    let state = house.get(&format!("/api/session/{}/state", house.code)).await;
    assert_eq!(state.body["party"]["address"], moved);
}

#[tokio::test]
async fn in_a_large_room_counts_are_gathered() {
    let house = House::open().await;
    let mut phones = Vec::new();
    for number in 0..60 {
        phones.push(house.join(&format!("Guest {number}")).await);
    }
    house.start(only("choose")).await;
    let mut watcher = phones.remove(0);
    watcher.socket.until_topic("arena.question", |_| true).await;
    let before = counts(&watcher.socket.heard);
    for phone in &mut phones {
        let details = json!({ "question": 0, "choice": 1 });
        let progress = json!({ "level": "green", "score": 0, "time": 0, "details": details });
        phone.socket.ask("progress", progress).await;
    }
    watcher.socket.until("arena.count", |count| count["done"] == 59).await;
    let told = counts(&watcher.socket.heard) - before;
    assert!(told < 30, "59 answers were told in {told} messages");
}

fn counts(heard: &[String]) -> usize {
    heard.iter().filter(|text| text.contains("\"arena.count\"")).count()
}
