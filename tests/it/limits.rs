//! Bad input and bad days on the wire: everything is bounded, told, and changes nothing for the others.

use crate::house::{House, PIN};
use crate::running::{figure, metrics};
use crate::wire::{PATIENCE, Socket, request};
use futures_util::future::join_all;
use serde_json::{Value, json};
use snowparty::web::Bounds;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use uuid::Uuid;

#[tokio::test]
async fn bodies_over_the_bound_are_refused_with_and_without_a_length() {
    let house = House::open().await;
    let large = "x".repeat(1_000_000);
    let answer = house.post("/api/host", &json!({ "pin": large })).await;
    assert_eq!((answer.status, answer.code()), (413, "request/too_large"));
    let mut stream = TcpStream::connect(&house.address).await.unwrap();
    let head = format!(
        "POST /api/host HTTP/1.1\r\nhost: {}\r\ntransfer-encoding: chunked\r\n\r\n",
        house.address
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
    // The server may hang up in the middle of it, which is as good as an answer.
    for _ in 0..16 {
        if stream.write_all(chunk.as_bytes()).await.is_err() {
            break;
        }
    }
    let mut answer = Vec::new();
    let _ = timeout(PATIENCE, stream.read_to_end(&mut answer)).await.unwrap();
    assert!(
        answer.is_empty() || answer.starts_with(b"HTTP/1.1 413"),
        "{}",
        String::from_utf8_lossy(&answer)
    );
}

#[tokio::test]
async fn json_of_the_wrong_shape_is_malformed() {
    let house = House::open().await;
    for body in [
        "{",
        "null",
        "[]",
        "\"x\"",
        "{\"pin\": 5}",
        "\u{0}",
        "{\"name\":\"\\ud800\"}",
    ] {
        let answer = request(&house.address, "POST", "/api/host", &[], body).await;
        assert_eq!((answer.status, answer.code()), (422, "request/malformed"), "{body}");
    }
}

#[tokio::test]
async fn half_a_request_does_not_stay() {
    let house = House::open().await;
    let mut stream = TcpStream::connect(&house.address).await.unwrap();
    stream.write_all(b"GET /api/party HTTP/1.1\r\nho").await.unwrap();
    let mut rest = Vec::new();
    let closed = timeout(Duration::from_secs(15), stream.read_to_end(&mut rest)).await;
    assert!(closed.is_ok(), "the head's time is up after ten seconds");
}

#[tokio::test]
async fn a_request_without_a_path_is_refused_and_not_a_panic() {
    let house = House::open().await;
    let mut stream = TcpStream::connect(&house.address).await.unwrap();
    let request = format!(
        "CONNECT evil:80 HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
        house.address
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    timeout(PATIENCE, stream.read_to_end(&mut answer))
        .await
        .unwrap()
        .unwrap();
    assert!(
        answer.starts_with(b"HTTP/1.1 405"),
        "{}",
        String::from_utf8_lossy(&answer)
    );
}

/// One and the same device, however it is spelled.
fn spelled(number: u32) -> String {
    let loud = |(at, letter): (usize, char)| match number >> (at % 8) & 1 {
        1 => letter.to_ascii_uppercase(),
        _ => letter,
    };
    "abcdefab-cdef-4abc-8abc-abcdefabcdef"
        .chars()
        .enumerate()
        .map(loud)
        .collect()
}

#[tokio::test]
async fn a_phone_takes_its_seat_anew_only_so_often() {
    let house = House::open().await;
    let again = |number| json!({ "name": "Anna", "device_uuid": spelled(number) });
    assert_eq!(house.try_join(&again(0)).await.status, 201);
    let began = Instant::now();
    let mut refused = 0.0;
    for number in 0..100 {
        let answer = house.try_join(&again(number)).await;
        refused += f64::from(u8::from(answer.status == 429 && answer.code() == "request/flood"));
    }
    // Ten at once, and one a second.
    let most = 11.0 + began.elapsed().as_secs_f64();
    assert!(
        100.0 - refused <= most,
        "{refused} of 100 were refused, {most} may be let in"
    );
    assert_eq!(
        house.try_join(&json!({ "name": "Bo" })).await.status,
        201,
        "others feel nothing"
    );
}

#[tokio::test]
async fn a_phone_may_say_no_more_over_many_sockets_than_over_one() {
    let house = House::open().await;
    let anna = house.join("Anna").await;
    let credential = format!("token={}", anna.token);
    // Each takes the seat over from the one before; the last that was let in has it.
    let knock = || async {
        let mut socket = Socket::knock(&house.address, &house.code, &credential).await;
        socket.next().await.err() == Some(4007)
    };
    let turned_away = async { while !join_all((0..100).map(|_| knock())).await.contains(&true) {} };
    timeout(PATIENCE, turned_away)
        .await
        .expect("it is told to come back later");
    let progress = json!({ "player_token": anna.token, "level": "green", "score": 1, "time": 1 });
    let over_http = async {
        loop {
            let asked = (0..100).map(|_| house.post("/api/progress", &progress));
            if let Some(refused) = join_all(asked).await.into_iter().find(|answer| answer.status == 429) {
                return refused.code().to_owned();
            }
        }
    };
    assert_eq!(timeout(PATIENCE, over_http).await.unwrap(), "request/flood");
    let mut bo = house.join("Bo").await;
    bo.socket.act("ready", json!({ "ready": true })).await.unwrap();
}

#[tokio::test]
async fn what_a_phone_says_counts_over_all_its_sockets_tokens_and_requests() {
    let house = House::open().await;
    let began = Instant::now();
    let mut let_in = 0;
    for number in 0..4 {
        let joined = house
            .try_join(&json!({ "name": "Anna", "device_uuid": spelled(number) }))
            .await;
        let token = joined.body["token"].as_str().unwrap();
        let mut socket = Socket::knock(&house.address, &house.code, &format!("token={token}")).await;
        if socket.next().await.is_ok() {
            let_in += 1;
            for action in 0..30 {
                let id = format!("{number}-{action}");
                let answer = socket.try_act(&id, "ready", json!({ "ready": action % 2 == 0 })).await;
                let_in += u32::from(answer.is_some_and(|answer| answer.is_ok()));
            }
        }
        let progress = json!({ "player_token": token, "level": "green", "score": 1, "time": 1 });
        let asked = (0..30).map(|_| house.post("/api/progress", &progress));
        let answers = join_all(asked).await;
        let_in += answers.iter().filter(|answer| answer.status != 429).count() as u32;
    }
    let most = 61.0 + 30.0 * began.elapsed().as_secs_f64();
    assert!(f64::from(let_in) <= most, "{let_in} were let in, {most} may be");
}

#[tokio::test]
async fn those_who_are_refused_do_not_hurry_the_disk() {
    let house = House::open().await;
    let mut phones = Vec::new();
    for number in 0..60 {
        phones.push(house.join(&format!("Guest {number}")).await);
    }
    let mut tv = house.tv().await;
    let commits = async || figure(&metrics(&house).await, "snowparty_journal_commit_seconds_count");
    let (before, began) = (commits().await, Instant::now());
    let strangers = async {
        for number in 0.. {
            house.get("/healthz").await;
            house.post_as("made up", "/api/session", &json!({})).await;
            house.try_join(&json!({ "name": "" })).await;
            if number < 30 {
                tv.ask_as(&format!("t{number}"), "ready", json!({ "ready": true }))
                    .await;
            }
        }
    };
    let guests = phones.iter_mut().take(10).map(async |phone| {
        for number in 0..40 {
            phone
                .socket
                .act("ready", json!({ "ready": number % 2 == 0 }))
                .await
                .unwrap();
        }
    });
    tokio::select! {
        () = strangers => {}
        _ = join_all(guests) => {}
    }
    let (made, passed) = (commits().await - before, began.elapsed().as_secs_f64());
    // Five at once and then one a tick, of 20 ms or more; never do 32 wait.
    let most = 6.0 + passed * 50.0;
    assert!(made <= most, "{made} commits in {passed} s, {most} may be");
}

#[tokio::test]
async fn an_id_that_is_too_long_is_not_sent_back() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let before = tv.heard.len();
    tv.ask_as(&"x".repeat(30_000), "ready", json!({ "ready": true })).await;
    tv.until("system.error", |error| error["code"] == "request/action_id_invalid")
        .await;
    assert!(tv.heard[before..].iter().all(|text| text.len() < 1_000));
}

#[tokio::test]
async fn what_was_wrong_is_told_without_sending_it_all_back() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    anna.socket.catch_up().await;
    let before = anna.socket.heard.len();
    let wrong = json!({ "ready": "x".repeat(30_000) });
    assert_eq!(anna.socket.act("ready", wrong).await, Err("request/malformed".into()));
    assert!(anna.socket.heard[before..].iter().all(|text| text.len() < 2_000));
    let unknown = format!("{{\"{}\":1}}", "x".repeat(30_000));
    let refused = request(&house.address, "POST", "/api/session", &[], &unknown).await;
    assert_eq!((refused.status, refused.code()), (422, "request/malformed"));
    assert!(refused.bytes.len() < 2_000, "{} bytes", refused.bytes.len());
}

#[tokio::test]
async fn foreign_hosts_and_origins_are_turned_away_everywhere() {
    let house = House::open().await;
    for path in ["/api/party", "/tv", "/ws", "/api/session/ABCD/join"] {
        let rebound = request(&house.address, "GET", path, &[("host", "evil.example")], "").await;
        assert_eq!(
            (rebound.status, rebound.code()),
            (421, "request/foreign_host"),
            "{path}"
        );
        let crossed = request(&house.address, "POST", path, &[("origin", "http://evil.example")], "{}").await;
        assert_eq!(
            (crossed.status, crossed.code()),
            (421, "request/foreign_host"),
            "{path}"
        );
    }
    let named = request(
        &house.address,
        "GET",
        "/api/party",
        &[("host", "snowparty.local:8080")],
        "",
    )
    .await;
    assert_eq!(named.status, 200);
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let house = House::open().await;
    for path in ["/api/party", "/nowhere.css", "/api/nowhere"] {
        let answer = house.get(path).await;
        let header = |name: &str| {
            answer
                .headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
                .unwrap_or_default()
        };
        let policy = header("content-security-policy");
        assert!(
            policy.contains("script-src 'self'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(
            (header("x-content-type-options"), header("referrer-policy")),
            ("nosniff".into(), "same-origin".into())
        );
    }
}

#[tokio::test]
async fn the_pin_door_closes_after_five_and_the_hosts_token_goes_on_working() {
    let house = House::open().await;
    let mut host = house.host().await;
    for left in (1..5).rev() {
        let wrong = house.post("/api/host", &json!({ "pin": "000000" })).await;
        assert_eq!(
            (wrong.status, wrong.code(), &wrong.body["error"]["params"]["left"]),
            (401, "auth/pin_wrong", &json!(left))
        );
    }
    let fifth = house.post("/api/host", &json!({ "pin": "000000" })).await;
    assert_eq!((fifth.status, fifth.code()), (429, "auth/pin_closed"));
    assert_eq!(fifth.headers["retry-after"], "30");
    let right = house.post("/api/host", &json!({ "pin": PIN })).await;
    assert_eq!(right.code(), "auth/pin_closed");
    host.act("volume", json!({ "volume": 30 })).await.unwrap();
}

#[tokio::test]
async fn rubbish_on_the_socket_is_told_and_the_others_feel_nothing() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    for rubbish in ["", "{", "[]", "{\"type\":\"ready\"}", "{\"type\":5,\"payload\":{}}"] {
        anna.socket.raw(rubbish).await;
        let error = anna.socket.until("system.error", |_| true).await;
        assert_eq!(error["code"], "request/malformed", "{rubbish}");
    }
    anna.socket.binary(&[0, 159, 146, 150]).await;
    assert_eq!(
        anna.socket.until("system.error", |_| true).await["code"],
        "request/malformed"
    );
    anna.socket.raw("{\"type\":\"dance\",\"payload\":{}}").await;
    assert_eq!(
        anna.socket.until("system.error", |_| true).await["code"],
        "request/action_unknown"
    );
    assert_eq!(
        anna.socket.act("dance", json!({})).await,
        Err("session/not_active".into())
    );
    assert_eq!(
        anna.socket.act("ready", json!({ "ready": "maybe" })).await,
        Err("request/malformed".into())
    );
    anna.socket.ask_as("", "ready", json!({ "ready": true })).await;
    assert_eq!(
        anna.socket.until("system.error", |_| true).await["code"],
        "request/action_id_invalid"
    );
    bo.socket.act("ready", json!({ "ready": true })).await.unwrap();
    assert!(bo.socket.heard.iter().all(|text| !text.contains("system.error")));
}

#[tokio::test]
async fn a_message_over_the_bound_closes_the_socket_for_good() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    anna.socket
        .raw(&format!("{{\"type\":\"{}\",\"payload\":{{}}}}", "x".repeat(40_000)))
        .await;
    assert_eq!(anna.socket.closed().await, 4105);
}

#[tokio::test]
async fn a_flood_from_one_seat_is_refused_and_the_others_are_answered() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    for _ in 0..200 {
        anna.socket.ask("ready", json!({ "ready": true })).await;
    }
    bo.socket.act("ready", json!({ "ready": true })).await.unwrap();
    let error = anna.socket.until("system.error", |_| true).await;
    assert_eq!(error["code"], "request/flood");
    assert!(error["action_id"].is_string(), "the page knows which action it was");
}

#[tokio::test]
async fn a_socket_that_never_reads_is_asked_to_come_back_and_nobody_waits_for_it() {
    let house = House::open().await;
    let mut sleeper = house.join("Sleeper").await;
    let mut awake = house.join("Awake").await;
    let host = house.host_token().await;
    // Each session that is opened is a dozen messages to every phone; the sleeper reads none of them.
    for _ in 0..300 {
        assert_eq!(house.post_as(&host, "/api/session", &json!({})).await.status, 201);
        let opened = house.state().await["session"]["session_id"].clone();
        awake.socket.until_state(|state| state["session_id"] == opened).await;
    }
    awake.socket.catch_up().await;
    assert_eq!(sleeper.socket.closed().await, 4001);
    sleeper.reconnect(&house).await;
    sleeper.socket.act("ready", json!({ "ready": true })).await.unwrap();
}

#[tokio::test]
async fn an_answer_that_nobody_reads_gives_its_place_back() {
    let bounds = Bounds {
        unread: Duration::from_millis(100),
        ..Bounds::default()
    };
    let house = House::bounded(1, bounds).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4 * 1024).unwrap();
    let mut idler = socket.connect(house.address.parse().unwrap()).await.unwrap();
    let request = format!("GET /sounds/lobby.ogg HTTP/1.1\r\nhost: {}\r\n\r\n", house.address);
    idler.write_all(request.as_bytes()).await.unwrap();
    // There is one place, and it is his: the next guest gets an answer only once he has lost it.
    let served = timeout(PATIENCE, house.get("/api/party")).await;
    assert_eq!(served.expect("the place is free again").status, 200);
    let mut rest = Vec::new();
    let read = timeout(PATIENCE, idler.read_to_end(&mut rest)).await.unwrap();
    assert!(read.is_err() || rest.len() < 800_000, "he was cut off");
}

#[tokio::test]
async fn who_opens_connections_and_says_nothing_keeps_nobody_out() {
    let house = House::bounded(20, Bounds::default()).await;
    let mut anna = house.join("Anna").await;
    let mut silent = Vec::new();
    for number in 0..60 {
        let mut stream = TcpStream::connect(&house.address).await.unwrap();
        // Some say nothing at all, some ask once and stay, some owe what they have announced.
        let said = match number % 3 {
            0 => String::new(),
            1 => format!("GET /api/party HTTP/1.1\r\nhost: {}\r\n\r\n", house.address),
            _ => format!(
                "POST /api/host HTTP/1.1\r\nhost: {}\r\ncontent-length: 9\r\n\r\n",
                house.address
            ),
        };
        let _ = stream.write_all(said.as_bytes()).await;
        silent.push(stream);
    }
    // A head's time alone would keep the places for ten seconds at a time, three times over.
    let joined = timeout(Duration::from_secs(9), house.join("Bo")).await;
    let mut bo = joined.expect("a guest is let in");
    bo.socket.act("ready", json!({ "ready": true })).await.unwrap();
    anna.socket.act("ready", json!({ "ready": true })).await.unwrap();
}

#[tokio::test]
async fn tvs_never_take_the_places_of_the_players() {
    let house = House::bounded(40, Bounds::default()).await;
    let mut looking = Vec::new();
    for _ in 0..10 {
        looking.push(house.tv().await);
    }
    let mut late = Socket::knock(&house.address, &house.code, "role=tv").await;
    assert_eq!(late.closed().await, 4005, "come back later");
    let mut anna = house.join("Anna").await;
    anna.socket.act("ready", json!({ "ready": true })).await.unwrap();
    house.host().await;
    drop(looking.pop());
    let freed = async {
        while Socket::knock(&house.address, &house.code, "role=tv")
            .await
            .next()
            .await
            .is_err()
        {}
    };
    timeout(PATIENCE, freed)
        .await
        .expect("a TV that is gone leaves its place");
}

#[tokio::test]
async fn a_hall_may_come_at_once_and_a_script_may_not_come_for_ever() {
    let house = House::with(|setting| {
        (setting.max_players, setting.newcomer_every) = (3, Duration::from_secs(3_600));
    })
    .await;
    let mut host = house.host().await;
    let mut last = Value::Null;
    for name in ["Anna", "Bo", "Cy"] {
        let joined = house.try_join(&json!({ "name": name })).await;
        assert_eq!(joined.status, 201);
        last = joined.body;
    }
    // The seat is free again, and still nobody new comes: it is not the seats that have run out.
    host.act("remove", json!({ "player_id": 1 })).await.unwrap();
    for newcomer in [
        json!({ "name": "Di" }),
        json!({ "name": "Di", "device_uuid": Uuid::new_v4().to_string() }),
    ] {
        let refused = house.try_join(&newcomer).await;
        assert_eq!((refused.status, refused.code()), (429, "join/crowd"));
        assert_eq!(refused.headers["retry-after"], "1");
    }
    let back = house
        .try_join(&json!({ "name": "Cy", "device_uuid": last["device_uuid"] }))
        .await;
    assert_eq!(back.status, 201, "who has a seat comes back to it");
}
