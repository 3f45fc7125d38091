//! For those who look after an appliance: its health, its figures, and that it notices what it has lost.

use crate::house::House;
use crate::wire::{Answer, PATIENCE, Socket, request};
use rusqlite::Connection;
use serde_json::json;
use snowparty::web::Bounds;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;
use tokio::time::timeout;

pub async fn metrics(house: &House) -> String {
    let answer = house.get("/metrics").await;
    assert_eq!(
        (answer.status, answer.headers["content-type"].to_str().unwrap()),
        (200, "text/plain; version=0.0.4")
    );
    String::from_utf8(answer.bytes).unwrap()
}

/// The figure of a line such as `snowparty_parties`.
pub fn figure(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let line = line.unwrap_or_else(|| panic!("{name} is missing from\n{text}"));
    line.parse().unwrap()
}

#[tokio::test]
async fn a_house_in_order_is_healthy() {
    let house = House::open().await;
    let healthy = house.get("/healthz").await;
    assert_eq!(
        (healthy.status, healthy.body),
        (200, json!({ "status": "ok", "parties": 1 }))
    );
    assert_eq!(house.post("/healthz", &json!({})).await.status, 405);
}

#[tokio::test]
async fn the_figures_are_those_of_the_evening() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut anna = house.join("Anna").await;
    let _bo = house.join("Bo").await;
    anna.socket.act("ready", json!({ "ready": true })).await.unwrap();
    assert!(anna.socket.act("start", json!({})).await.is_err());
    assert_eq!(house.try_join(&json!({ "name": "" })).await.status, 422);
    house.state().await;
    anna.socket.catch_up().await;
    tv.catch_up().await;
    let text = metrics(&house).await;
    for (name, is) in [
        ("snowparty_parties", 1.0),
        ("snowparty_seats", 2.0),
        ("snowparty_sockets{viewer=\"player\"}", 2.0),
        ("snowparty_sockets{viewer=\"tv\"}", 1.0),
        ("snowparty_sockets{viewer=\"host\"}", 0.0),
        ("snowparty_actions_accepted_total", 1.0),
        ("snowparty_actions_refused_total{code=\"auth/host_only\"}", 1.0),
        ("snowparty_actions_refused_total{code=\"join/name_empty\"}", 1.0),
        ("snowparty_resyncs_total{how=\"greeting\"}", 3.0),
        ("snowparty_resyncs_total{how=\"state\"}", 1.0),
        ("snowparty_queue_length{queue=\"store\"}", 0.0),
        ("snowparty_connections_allowed", 4_000.0),
        ("snowparty_http_answers_total{status=\"422\"}", 1.0),
    ] {
        assert_eq!(figure(&text, name), is, "{name}");
    }
    assert!(figure(&text, "snowparty_connections") >= 3.0);
    assert!(
        figure(&text, "snowparty_journal_events_total") >= 5.0,
        "two joins, one action, the beginning"
    );
    let heard: usize = tv.heard.iter().chain(&anna.socket.heard).map(String::len).sum();
    assert!(figure(&text, "snowparty_sent_bytes_total") >= heard as f64);
    let commits = figure(&text, "snowparty_journal_commit_seconds_count");
    assert_eq!(
        commits,
        figure(&text, "snowparty_journal_commit_seconds_bucket{le=\"+Inf\"}")
    );
    assert!(commits >= 3.0);
    for secret in [&anna.token, &anna.device, &house.code, &"Anna".to_owned()] {
        assert!(!text.contains(secret.as_str()), "{secret} is nobody's business");
    }
}

#[tokio::test]
async fn the_next_party_is_opened_as_soon_as_the_disk_takes_it() {
    let house = House::open().await;
    let other = Connection::open(house.folder.path().join("snowparty.db")).unwrap();
    let refuse = "CREATE TRIGGER full BEFORE INSERT ON party BEGIN SELECT RAISE (ABORT, 'full'); END";
    other.execute_batch(refuse).unwrap();
    house.host().await.act("close", json!({})).await.unwrap();
    let parties = async || figure(&metrics(&house).await, "snowparty_parties");
    let gone = async { while parties().await > 0.0 {} };
    timeout(PATIENCE, gone).await.expect("it is over");
    // Meanwhile the next one is refused.
    for _ in 0..20 {
        parties().await;
    }
    other.execute_batch("DROP TRIGGER full").unwrap();
    let opened = async { while parties().await < 1.0 {} };
    timeout(PATIENCE, opened).await.expect("the next one is open");
    assert_ne!(house.get("/api/party").await.body["code"], *house.code);
}

#[tokio::test]
async fn promtool_accepts_the_figures() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    anna.socket.act("ready", json!({ "ready": true })).await.unwrap();
    assert!(anna.socket.act("start", json!({})).await.is_err());
    let promtool = Command::new("promtool")
        .args(["check", "metrics"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut promtool = match promtool {
        Ok(promtool) => promtool,
        Err(error) if std::env::var_os("SNOWPARTY_TEST_ALL").is_none() => {
            return eprintln!("SKIPPED, no promtool: {error}");
        }
        Err(error) => panic!("promtool is missing: {error}"),
    };
    let text = metrics(&house).await;
    promtool.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let said = promtool.wait_with_output().unwrap();
    let complaints = String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned();
    assert!(
        said.status.success() && complaints.trim().is_empty(),
        "{complaints}\n{text}"
    );
}

#[tokio::test]
async fn the_figures_are_for_this_machine_and_for_the_host() {
    let house = House::open().await;
    let anna = house.join("Anna").await;
    let host = house.host_token().await;
    let through_a_proxy = async |token: &str| -> Answer {
        let bearer = format!("Bearer {token}");
        let headers = [("x-forwarded-for", "192.168.1.7"), ("authorization", bearer.as_str())];
        request(&house.address, "GET", "/metrics", &headers, "").await
    };
    assert_eq!(house.get("/metrics").await.status, 200, "the tests are on this machine");
    assert_eq!(through_a_proxy("nonsense").await.code(), "auth/token_invalid");
    assert_eq!(through_a_proxy(&anna.token).await.code(), "auth/host_only");
    assert_eq!(through_a_proxy(&host).await.status, 200);
}

#[tokio::test]
async fn a_lost_party_is_restored_and_its_phones_come_back_to_their_seats() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut anna = house.join("Anna").await;
    anna.socket.act("ready", json!({ "ready": true })).await.unwrap();
    house.lose_the_party();
    assert_eq!(
        (anna.socket.closed().await, tv.closed().await),
        (4004, 4004),
        "come back"
    );
    come_back(&house, &mut anna).await;
    anna.socket.catch_up().await;
    assert_eq!(
        anna.socket.players[&anna.seat]["confirmed"], true,
        "what was answered stands"
    );
    anna.socket.act("ready", json!({ "ready": false })).await.unwrap();
    assert_eq!(house.get("/healthz").await.status, 200);
    let restored = figure(
        &metrics(&house).await,
        "snowparty_parties_restored_total{cause=\"lost\"}",
    );
    assert_eq!(restored, 1.0);
}

#[tokio::test]
async fn after_a_party_that_was_lost_while_it_ended_the_house_opens_the_next() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    // The end is on the disk, and whoever was to tell it is gone.
    let database = rusqlite::Connection::open(house.folder.path().join("snowparty.db")).unwrap();
    let ended = database.execute("UPDATE party SET ended_at = opened_at", []).unwrap();
    assert_eq!(ended, 1);
    house.lose_the_party();
    assert_eq!(tv.closed().await, 4004, "come back");
    let next = house.next_party().await;
    assert_eq!(next["party"]["name"], "Test");
    assert_eq!(house.get("/healthz").await.status, 200);
}

/// As a page does, only faster: again, until somebody is there.
async fn come_back(house: &House, phone: &mut crate::house::Phone) {
    let back = async {
        loop {
            let credential = format!("token={}", phone.token);
            let mut socket = Socket::knock(&house.address, &house.code, &credential).await;
            match socket.next().await {
                Ok((hello, _)) if hello == "system.hello" => return socket,
                Ok(other) => panic!("{other:?} before the greeting"),
                Err(code) => assert!([4004, 4007].contains(&code), "{code} is no call to come back"),
            }
        }
    };
    phone.socket = timeout(PATIENCE, back).await.expect("the party is restored");
}

#[tokio::test]
async fn as_long_as_a_party_is_lost_the_house_is_not_healthy() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    house.lose_the_party();
    anna.socket.closed().await;
    come_back(&house, &mut anna).await;
    // So soon after the first loss the second is met more slowly, which lets us look.
    house.lose_the_party();
    anna.socket.closed().await;
    let ill = house.get("/healthz").await;
    assert_eq!((ill.status, ill.code()), (503, "health/party_lost"));
    come_back(&house, &mut anna).await;
    assert_eq!(house.get("/healthz").await.status, 200);
}

#[tokio::test]
async fn health_does_not_wait_for_a_disk_that_hangs() {
    let bounds = Bounds {
        answer: Duration::from_millis(100),
        ..Bounds::default()
    };
    let house = House::bounded(100, bounds).await;
    let mut anna = house.join("Anna").await;
    // Somebody else holds the database; the writer waits for it, for as long as five seconds.
    let other = Connection::open(house.folder.path().join("snowparty.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let asked = anna.socket.ask("ready", json!({ "ready": true })).await;
    let mut ill = house.get("/healthz").await;
    while ill.status == 200 {
        ill = house.get("/healthz").await;
    }
    assert_eq!((ill.status, ill.code()), (503, "health/writer_slow"));
    assert_eq!(
        figure(&metrics(&house).await, "snowparty_seats"),
        1.0,
        "the party itself answers"
    );
    other.execute_batch("ROLLBACK").unwrap();
    anna.socket.answer(&asked).await.unwrap();
    assert_eq!(house.get("/healthz").await.status, 200);
}
