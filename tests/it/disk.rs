//! A disk that is full, broken or slow under a party that plays: nobody is told what is not kept, everybody is told why, and it goes
//! on by itself when the disk does.

use crate::appliance::{Appliance, Machine, accepted};
use crate::house::only;
use crate::shim::MoodyDisk;
use crate::wire::{PATIENCE, Socket, request, try_request};
use futures_util::future::join_all;
use serde_json::{Value, json};
use snowparty::id::SeatId;
use std::time::{Duration, Instant};

/// Knocks until it is let in; what it is told until then is collected.
async fn until_let_in(appliance: &Appliance, token: &str) -> (Socket, Vec<u16>) {
    let since = Instant::now();
    let mut turned_away = Vec::new();
    loop {
        let mut socket = Socket::knock(&appliance.address, &appliance.code, &format!("token={token}")).await;
        match socket.next().await {
            Ok(_) => return (socket, turned_away),
            Err(code) => turned_away.push(code),
        }
        assert!(since.elapsed() < PATIENCE, "it does not go on: {turned_away:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// What a guest hears whose action the disk does not take: the refusal, and the socket's close code.
async fn refused(socket: &mut Socket, action: &str, payload: Value) -> (Vec<String>, u16) {
    let id = socket.ask(action, payload).await;
    let mut codes = Vec::new();
    loop {
        match socket.next().await {
            Ok((kind, payload)) if kind == "system.error" => {
                assert!(payload["action_id"].is_null() || payload["action_id"] == *id);
                codes.push(payload["code"].as_str().unwrap().to_owned());
            }
            Ok((kind, _)) => assert_ne!(kind, "action.result"),
            Err(code) => return (codes, code),
        }
    }
}

/// What is tried while the disk takes nothing: nobody gets in, everybody is told why.
async fn turned_away(appliance: &Appliance, told: &[&str]) {
    let path = format!("/api/session/{}/join", appliance.code);
    let joined = try_request(&appliance.address, "POST", &path, &[], r#"{"name":"Cleo"}"#)
        .await
        .unwrap();
    assert_eq!((joined.status, joined.code()), (503, "system/disk"), "{}", joined.body);
    let mut tv = Socket::knock(&appliance.address, &appliance.code, "role=tv").await;
    assert_eq!(tv.next().await, Err(4006));
    let (status, code) = health(appliance).await;
    assert_eq!(status, 503);
    assert!(told.contains(&code.as_str()), "{code}");
}

/// What those who look after it are told.
async fn health(appliance: &Appliance) -> (u16, String) {
    let answer = request(&appliance.address, "GET", "/healthz", &[], "").await;
    (answer.status, answer.code().to_owned())
}

async fn a_disk_that_takes_nothing_for_a_while(moods: &[&str], told: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let disk = MoodyDisk::new(&data, &folder.path().join("moods"), 0);
    let appliance = Appliance::start(&data, Machine::Moody(&disk), &[]);
    let (anna, bo) = (appliance.join("Anna").await, appliance.join("Bo").await);
    let mut host = appliance.socket(&appliance.host_token).await;
    host.act("open", json!({ "settings": only("choose") })).await.unwrap();
    host.act("start", json!({})).await.unwrap();
    let (mut anna_socket, mut bo_socket) = (appliance.socket(&anna).await, appliance.socket(&bo).await);
    let question = anna_socket.until_topic("arena.question", |_| true).await;
    let answer =
        json!({ "level": "green", "score": 0, "time": 900, "details": { "question": question["index"], "choice": 1 } });
    anna_socket.ask_as("before", "progress", answer.clone()).await;
    let acknowledged = anna_socket.answer("before").await.unwrap();

    for mood in moods {
        disk.turn(mood);
    }
    let (codes, closed) = refused(&mut bo_socket, "progress", answer.clone()).await;
    assert!(
        !codes.is_empty() && codes.iter().all(|code| code == "system/disk"),
        "{codes:?}"
    );
    assert_eq!(closed, 4006, "come back");
    assert_eq!(anna_socket.closed().await, 4006, "everybody is told");
    turned_away(&appliance, told).await;
    for mood in moods {
        disk.recover(mood);
    }

    let (mut anna_socket, turned) = until_let_in(&appliance, &anna).await;
    assert!(turned.iter().all(|code| *code == 4006), "{turned:?}");
    assert_eq!(health(&appliance).await.0, 200, "before anything else is written");
    let (mut bo_socket, _) = until_let_in(&appliance, &bo).await;
    bo_socket.until_state(|state| state["pause"].is_null()).await;
    bo_socket.act("progress", answer.clone()).await.unwrap();
    anna_socket.ask_as("before", "progress", answer).await;
    assert_eq!(anna_socket.answer("before").await.unwrap(), acknowledged);
    appliance.kill();
    let all = accepted(&data).await.unwrap();
    let of = |seat: u32| all.iter().filter(|(who, _)| *who == Some(SeatId(seat))).count();
    assert_eq!((of(1), of(2)), (1, 1), "each once: {all:?}");
}

#[tokio::test]
async fn a_disk_that_fills_up_is_told_and_waited_for() {
    a_disk_that_takes_nothing_for_a_while(&["full"], &["health/writer_refused"]).await;
}

#[tokio::test]
async fn a_disk_that_cannot_be_read_either_is_told_and_waited_for() {
    // As long as it cannot be read it may look damaged.
    let told = ["health/damaged", "health/writer_refused"];
    a_disk_that_takes_nothing_for_a_while(&["full", "broken"], &told).await;
}

/// A guest who does something each second; gives how long each answer took.
async fn tap(appliance: &Appliance, guest: u32, guests: u32, seconds: u32) -> Vec<Duration> {
    let token = appliance.join(&format!("Guest {guest}")).await;
    let mut socket = appliance.socket(&token).await;
    // They do not all tap at once.
    tokio::time::sleep(Duration::from_secs(1) * guest / guests).await;
    let mut each = tokio::time::interval(Duration::from_secs(1));
    let mut took = Vec::new();
    for second in 0..seconds {
        each.tick().await;
        let asked = Instant::now();
        let id = format!("{guest}-{second}");
        socket.ask_as(&id, "ready", json!({ "ready": second % 2 == 0 })).await;
        socket.answer(&id).await.unwrap();
        took.push(asked.elapsed());
    }
    took
}

fn from_env(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).map_or(otherwise, |value| value.parse().unwrap())
}

/// The long form, with a release build: GUESTS=500 SECONDS=30 P99_MS=250.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_slow_disk_commits_are_shared_and_nothing_is_lost() {
    let (guests, seconds) = (from_env("GUESTS", 40), from_env("SECONDS", 3));
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let disk = MoodyDisk::new(&data, &folder.path().join("moods"), 50);
    let appliance = Appliance::start(&data, Machine::Moody(&disk), &[]);
    let (begun, synced) = (Instant::now(), disk.syncs());
    let taps = join_all((0..guests).map(|guest| tap(&appliance, guest, guests, seconds))).await;
    let (syncs, passed) = (disk.syncs() - synced, begun.elapsed().as_secs_f64());
    let mut took = taps.concat();
    took.sort();
    let p99 = took[took.len() * 99 / 100];
    println!(
        "{} actions in {passed:.1} s: {:.1} commits/s, p50 {:?}, p99 {p99:?}, max {:?}",
        took.len(),
        syncs as f64 / passed,
        took[took.len() / 2],
        took[took.len() - 1],
    );
    assert_eq!(took.len() as u32, guests * seconds, "every action was acknowledged");
    assert!(syncs as f64 <= passed * 20.0, "{syncs} commits in {passed} s");
    assert!(
        syncs < u64::from(guests * seconds),
        "{syncs} commits for {} actions",
        took.len()
    );
    if let Ok(most) = std::env::var("P99_MS") {
        assert!(p99 < Duration::from_millis(most.parse().unwrap()), "{p99:?}");
    }
    appliance.kill();
    let all = accepted(&data).await.unwrap();
    assert_eq!(all.len() as u32, guests * seconds, "and is in the journal once");
}
