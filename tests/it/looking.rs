//! Anybody on the Wi-Fi may look at the party, and as often as they like: that costs it little, and nobody is shown what is over.

use crate::house::House;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use tokio::task::JoinSet;

/// What shows the party's state, or a part of it, to whoever asks.
fn ways(house: &House) -> [String; 3] {
    let session = format!("/api/session/{}", house.code);
    [
        format!("{session}/state"),
        format!("{session}/qr.svg"),
        "/api/party".into(),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_look_they_are_shown_few_different_moments() {
    let house = Arc::new(House::open().await);
    house.start_game("canvas", json!({ "width": 32, "height": 32 })).await;
    let begun = Instant::now();
    let mut crowd = JoinSet::new();
    for _ in 0..8 {
        let house = Arc::clone(&house);
        crowd.spawn(async move {
            let mut shown = Vec::new();
            for _ in 0..60 {
                shown.push(house.state().await["session"]["clock"]["now"].as_i64().unwrap());
            }
            shown
        });
    }
    let shown = crowd.join_all().await.concat();
    let different: BTreeSet<i64> = shown.iter().copied().collect();
    // The clock runs, so that each moment that was made has a time of its own.
    let made_at_most = begun.elapsed().as_millis() / 100 + 2;
    assert!(different.len() > 1, "time goes on");
    assert!(
        different.len() as u128 <= made_at_most,
        "{} moments for {} looks, {made_at_most} would do",
        different.len(),
        shown.len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_sees_what_was_acknowledged_before() {
    let house = Arc::new(House::open().await);
    let over = Arc::new(AtomicBool::new(false));
    let (looked_at, enough) = (Arc::clone(&house), Arc::clone(&over));
    let crowd = tokio::spawn(async move {
        let ways = ways(&looked_at);
        while !enough.load(Ordering::Relaxed) {
            for way in &ways {
                assert_eq!(looked_at.get(way).await.status, 200, "{way}");
            }
        }
    });
    for seat in 0..20 {
        let mut guest = house.join(&format!("Guest {seat}")).await;
        assert_eq!(
            house.state().await["players"][seat]["online"],
            true,
            "Guest {seat} is in"
        );
        guest.socket.act("ready", json!({ "ready": true })).await.unwrap();
        let state = house.state().await;
        assert_eq!(state["players"][seat]["confirmed"], true, "Guest {seat} is ready");
    }
    over.store(true, Ordering::Relaxed);
    crowd.await.unwrap();
}
