//! Guessing, and hiding behind a name: codes, PINs and tokens cannot be tried out, a seat's token is nobody else's, and what a guest is
//! called stays text wherever it is shown, printed or kept.

use crate::appliance::{Appliance, Machine};
use crate::house::{House, PIN};
use crate::wire::{Socket, request};
use serde_json::{Value, json};
use snowparty::id::Token;
use std::collections::HashSet;

/// What somebody might type where a name is asked for.
const NAMES: [&str; 8] = [
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "Robert'); DROP TABLE seat;--",
    "\u{1b}[31mred\u{1b}]0;x\u{7}\u{9b}2J",
    "\u{202e}gpj.exe\u{2066}Anna\u{2069}",
    "\u{200f}\u{61c}Bo\u{200b}\u{feff}",
    "{{7*7}}${7*7}%s%n",
    "a\r\nSet-Cookie: x=1\r\n\r\nHTTP/1.1 200",
];

/// Nothing that a terminal, a browser or a reader would obey.
fn assert_harmless(text: &str) {
    let obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    assert!(!text.chars().any(obeyed), "{text:?}");
}

#[tokio::test]
async fn a_name_is_text_for_every_viewer_and_in_every_answer() {
    let house = House::open().await;
    let mut tv = house.tv().await;
    let mut host = house.host().await;
    for name in NAMES {
        let joined = house.try_join(&json!({ "name": name })).await;
        assert_eq!(joined.status, 201, "{name:?}: {}", joined.body);
        assert_harmless(joined.body["player"]["name"].as_str().unwrap());
    }
    let state = house.get(&format!("/api/session/{}/state", house.code)).await;
    assert_eq!(state.headers["content-type"], "application/json");
    assert_eq!(state.body["players"].as_array().unwrap().len(), NAMES.len());
    for viewer in [&mut tv, &mut host] {
        viewer.catch_up().await;
        assert_eq!(viewer.players.len(), NAMES.len());
        for player in viewer.players.values() {
            assert_harmless(player["name"].as_str().unwrap());
        }
    }
    let html = state.body["players"][0]["name"].as_str().unwrap();
    assert!(html.starts_with("<img src=x"), "text stays what was typed: {html}");
    // The tables have not been dropped.
    let house = house.restart().await;
    assert_eq!(house.state().await["players"], offline(&state.body["players"]));
}

fn offline(players: &Value) -> Value {
    let mut players = players.clone();
    for player in players.as_array_mut().unwrap() {
        player["online"] = json!(false);
    }
    players
}

#[tokio::test]
async fn the_terminal_and_the_log_are_not_steered_by_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let appliance = Appliance::start(folder.path(), Machine::Told(&log), &[]);
    let path = format!("/api/session/{}/join", appliance.code);
    for name in NAMES {
        let body = json!({ "name": name }).to_string();
        assert_eq!(request(&appliance.address, "POST", &path, &[], &body).await.status, 201);
    }
    // What is heard at the door before anybody has looked at it.
    for path in ["/%1b%5b31m", "/api/session/%1b%5b2J/join", "/\u{1b}[31m"] {
        let _ = crate::wire::try_request(&appliance.address, "GET", path, &[], "").await;
    }
    assert!(appliance.stop().success());
    let told = std::fs::read_to_string(&log).unwrap();
    for line in told.lines() {
        assert_harmless(line);
    }
}

#[test]
fn tokens_are_long_and_never_alike() {
    let drawn: Vec<Token> = (0..2_000).map(|_| Token::draw()).collect();
    let different: HashSet<&str> = drawn.iter().map(Token::reveal).collect();
    assert_eq!(different.len(), drawn.len());
    // 144 bits in base64: 24 letters, every one of which takes all 64 values.
    assert!(drawn.iter().all(|token| token.reveal().len() == 24));
    for at in 0..24 {
        let letters: HashSet<u8> = drawn.iter().map(|token| token.reveal().as_bytes()[at]).collect();
        assert_eq!(letters.len(), 64, "letter {at}");
    }
}

#[tokio::test]
async fn a_token_opens_nothing_but_its_own_door() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let bo = house.join("Bo").await;
    let close = format!("/api/session/{}/close", house.code);
    // A device's id, a hash of a token, a part of one: none is a token.
    let hash = Token::from_wire(&anna.token).hash();
    let part = &anna.token[..23];
    let padded = format!("{}=", anna.token);
    for guess in [
        anna.device.as_str(),
        hash.as_str(),
        part,
        &padded,
        PIN,
        "null",
        "undefined",
        "",
    ] {
        let refused = house.post_as(guess, &close, &json!({})).await;
        assert_eq!((refused.status, refused.code()), (401, "auth/token_invalid"), "{guess}");
        let mut socket = Socket::knock(&house.address, &house.code, &format!("token={guess}")).await;
        assert_eq!(socket.closed().await, 4104, "{guess}");
    }
    // Every operation of the host's refuses a guest's.
    let document = snowparty::web::openapi();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let for_guests = path.ends_with("/feedback") && method == "post"
                || ["/canvas/place", "/canvas/undo", "/canvas/queue"]
                    .iter()
                    .any(|own| path.ends_with(own));
            if !operation["security"].is_array() || for_guests || path == "/metrics" {
                continue;
            }
            let real = path.replace("{code}", &house.code);
            let bearer = format!("Bearer {}", bo.token);
            let body = match path.as_str() {
                "/api/session" => json!({}),
                "/api/party" => json!({ "name": "Mine", "game": "canvas" }),
                _ => json!({ "action_id": "guess" }),
            };
            let body = body.to_string();
            let refused = request(
                &house.address,
                &method.to_uppercase(),
                &real,
                &[("authorization", &bearer)],
                &body,
            )
            .await;
            let session = ["session/not_active", "auth/host_only"].contains(&refused.code());
            assert!(
                session && refused.status >= 400,
                "{method} {path}: {} {}",
                refused.status,
                refused.body
            );
        }
    }
    anna.socket.act("ready", json!({ "ready": true })).await.unwrap();
    assert_eq!(
        house.state().await["players"].as_array().unwrap().len(),
        2,
        "nothing has changed"
    );
}

#[tokio::test]
async fn a_device_that_is_guessed_takes_no_seat_of_another() {
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    for guess in [anna.token.as_str(), "1", "", "00000000-0000-0000-0000-000000000001"] {
        let joined = house.try_join(&json!({ "name": "Anna", "device_uuid": guess })).await;
        assert_ne!(joined.body["player_id"], json!(anna.seat), "{guess}: {}", joined.body);
    }
    anna.socket.act("ready", json!({ "ready": true })).await.unwrap();
}

#[tokio::test]
async fn codes_that_are_tried_out_tell_nothing_of_other_parties() {
    let house = House::open().await;
    let mut told = HashSet::new();
    for guess in ["AAAA", "ZZZZ", "0000", "%00", "..", "a%2fb", "KWRXKWRX", "\u{202e}"] {
        let guess: String = guess.chars().filter(char::is_ascii).collect();
        let refused = house.get(&format!("/api/session/{guess}/state")).await;
        told.insert((refused.status, refused.code().to_owned()));
    }
    assert!(told.iter().all(|(status, _)| *status == 404), "{told:?}");
}

#[tokio::test]
async fn a_rebound_name_reaches_neither_the_page_nor_the_socket() {
    let house = House::open().await;
    let code = &house.code;
    let port = house.address.rsplit(':').next().unwrap();
    let ws = [
        ("connection", "upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];
    let path = format!("/ws?session={code}&role=tv");
    let rebound = format!("evil.example:{port}");
    let same = format!("http://{rebound}");
    // A page of a name that was bound to our address: Host and Origin are both its own, and agree.
    let headers = [&ws[..], &[("host", rebound.as_str()), ("origin", same.as_str())]].concat();
    let refused = request(&house.address, "GET", &path, &headers, "").await;
    assert_eq!((refused.status, refused.code()), (421, "request/foreign_host"));
    // A page from elsewhere that calls us by our address.
    for origin in ["http://evil.example", "null", "file://", "http://127.0.0.1:1"] {
        let headers = [&ws[..], &[("origin", origin)]].concat();
        let refused = request(&house.address, "GET", &path, &headers, "").await;
        assert_eq!(
            (refused.status, refused.code()),
            (421, "request/foreign_host"),
            "{origin}"
        );
    }
    for foreign in [
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example#127.0.0.1",
        "[::1].evil.example",
        "0x7f.1",
        "2130706433",
    ] {
        let refused = request(&house.address, "GET", "/api/party", &[("host", foreign)], "").await;
        assert_eq!(
            (refused.status, refused.code()),
            (421, "request/foreign_host"),
            "{foreign}"
        );
    }
}

#[tokio::test]
async fn no_page_tells_its_address_to_others_and_no_token_stands_in_one() {
    let house = House::open().await;
    let anna = house.join("Anna").await;
    for path in [
        "/",
        "/play",
        "/tv",
        "/host",
        "/canvas",
        "/api/party",
        "/api/openapi.json",
        "/sounds/lobby.ogg",
    ] {
        let answer = house.get(path).await;
        let header = |name: &str| answer.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        let referrer = header("referrer-policy").unwrap_or_default();
        assert_eq!(referrer, "same-origin", "{path}");
        assert_eq!(header("x-frame-options").as_deref(), Some("DENY"), "{path}");
        assert!(
            header("access-control-allow-origin").is_none(),
            "{path} is nobody else's"
        );
        assert!(header("set-cookie").is_none(), "{path}");
        let policy = header("content-security-policy").unwrap();
        for part in [
            "default-src 'none'",
            "script-src 'self';",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        let page = String::from_utf8_lossy(&answer.bytes);
        assert!(
            !page.contains("<script>") && !page.contains(" onclick=") && !page.contains("javascript:"),
            "{path} has an inline script"
        );
        assert!(!page.contains(&anna.token));
    }
    // Wherever somebody is sent, no token goes along.
    for path in ["/play/", "/?token=abc", "/host?token=abc"] {
        let answer = house.get(path).await;
        let location = answer
            .headers
            .get("location")
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default();
        assert!(!location.contains("abc"), "{path} leads to {location}");
    }
}
