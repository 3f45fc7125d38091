//! The canvas from outside: placed over HTTP, seen over the socket, read by version, kept in order by the host.

use crate::house::{House, Phone};
use crate::wire::{Answer, Socket, carry, request};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::io::Read;
use std::time::Instant;

const SIDE: u64 = 16;

/// A board of 16×16 without a cooldown.
fn quick() -> Value {
    json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 0 })
}

/// A house in which a canvas is open.
struct Studio {
    house: House,
    epoch: u64,
}

impl Studio {
    async fn open(settings: Value, names: &[&str]) -> (Self, Vec<Phone>) {
        let house = House::open().await;
        let mut phones = Vec::new();
        for name in names {
            phones.push(house.join(name).await);
        }
        house.start_game("canvas", settings).await;
        let mut studio = Self { house, epoch: 0 };
        for phone in &mut phones {
            let playing = |you: &Value| you["status"] == "playing";
            phone.socket.until_topic("canvas.you", playing).await;
            studio.epoch = phone.socket.topics["canvas.board"]["epoch"].as_u64().unwrap();
        }
        (studio, phones)
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/session/{}/canvas/{rest}", self.house.code)
    }

    async fn get(&self, rest: &str) -> Answer {
        self.house.get(&self.path(rest)).await
    }

    async fn post(&self, token: &str, rest: &str, body: Value) -> Answer {
        self.house.post_as(token, &self.path(rest), &body).await
    }

    async fn place(&self, phone: &Phone, x: u64, y: u64, color: u64) -> Answer {
        let id = format!("{:x}", rand::random::<u64>());
        self.place_as(phone, &id, x, y, color).await
    }

    async fn place_as(&self, phone: &Phone, id: &str, x: u64, y: u64, color: u64) -> Answer {
        let body = json!({ "action_id": id, "x": x, "y": y, "color": color, "epoch": self.epoch });
        self.post(&phone.token, "place", body).await
    }

    async fn version(&self) -> u64 {
        self.get("board").await.body["version"].as_u64().unwrap()
    }

    /// The board as the latest snapshot and the changes since give it.
    async fn seen_over_http(&self) -> Vec<u8> {
        let snapshot = self.get("snapshot").await.bytes;
        let (version, epoch) = (number(&snapshot, 4), number(&snapshot, 12));
        let mut cells = snapshot[20..].to_vec();
        let changes = self.get(&format!("changes?epoch={epoch}&since={version}")).await.bytes;
        assert_eq!(number(&changes, 12) as usize * 4, changes.len() - 20);
        for item in changes[20..].chunks(4) {
            cells[number(item, 0) as usize & 0xff_ffff] = item[3];
        }
        cells
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
}

/// The items that frames of an op carried, each of so many numbers.
fn items(frames: &[Vec<u8>], op: u8, numbers: usize) -> Vec<Vec<u32>> {
    let frames = frames.iter().filter(|frame| frame[0] == op);
    let items = frames.flat_map(|frame| frame[8..].chunks(4 * numbers));
    items
        .map(|item| (0..numbers).map(|i| number(item, 4 * i)).collect())
        .collect()
}

fn item(x: u64, y: u64, color: u64) -> u32 {
    ((y * SIDE + x) | (color << 24)) as u32
}

async fn status(socket: &mut Socket, status: &str) -> Value {
    socket.until_topic("canvas.you", |you| you["status"] == status).await
}

#[tokio::test]
async fn what_one_paints_everyone_sees() {
    let (studio, mut phones) = Studio::open(quick(), &["Anna", "Bo"]).await;
    let mut tv = studio.house.tv().await;
    let answer = studio.place(&phones[0], 3, 4, 7).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.body["result"]["version"], 1);
    let painted = item(3, 4, 7);
    let bo = &mut phones[1].socket;
    bo.until_frames(|frames| items(frames, 1, 1) == [[painted]]).await;
    assert_eq!(bo.frames[0][1], studio.epoch as u8, "the epoch's lowest bits");
    assert_eq!(number(&bo.frames[0], 4), 1, "the version after it");
    tv.until_frames(|frames| items(frames, 2, 2) == [[painted, 1]]).await;
    let cells = studio.seen_over_http().await;
    assert_eq!(
        (cells[4 * 16 + 3], cells.iter().filter(|cell| **cell > 0).count()),
        (7, 1)
    );
    let cell = studio.get("cell?x=3&y=4").await.body;
    assert_eq!((&cell["name"], &cell["color"]), (&json!("Anna"), &json!(7)));
    let board = tv
        .until_topic("leaderboard.update", |board| board["leaderboard"][0]["score"] == 1)
        .await;
    assert_eq!(board["leaderboard"][0]["name"], "Anna");
}

#[tokio::test]
async fn bad_input_is_refused_and_changes_nothing() {
    let (studio, phones) = Studio::open(
        json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 60_000 }),
        &["Anna"],
    )
    .await;
    let anna = &phones[0];
    let host = studio.house.host_token().await;
    let area = json!({ "x": 0, "y": 0, "width": 2, "height": 2 });
    studio
        .post(&host, "protect", json!({ "action_id": "p", "area": area }))
        .await;
    let place = |more: Value| {
        let mut body = json!({ "action_id": format!("{:x}", rand::random::<u64>()), "x": 5, "y": 5, "color": 1, "epoch": studio.epoch });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        studio.post(&anna.token, "place", body)
    };
    for (more, status, code) in [
        (json!({ "x": 16 }), 422, "canvas/outside"),
        (json!({ "y": 65_535 }), 422, "canvas/outside"),
        (json!({ "color": 32 }), 422, "canvas/colour_unknown"),
        (json!({ "color": 65_535 }), 422, "canvas/colour_unknown"),
        (json!({ "epoch": studio.epoch + 256 }), 409, "canvas/epoch"),
        (json!({ "x": 1, "y": 1 }), 409, "canvas/protected"),
        (json!({ "x": -1 }), 422, "request/malformed"),
        (json!({ "more": 1 }), 422, "request/malformed"),
        (json!({ "action_id": 7 }), 422, "request/action_id_invalid"),
        (json!({ "action_id": "" }), 422, "request/action_id_invalid"),
    ] {
        let answer = place(more.clone()).await;
        assert_eq!((answer.status, answer.code()), (status, code), "{more}");
    }
    assert_eq!(studio.version().await, 0);
    assert_eq!(place(json!({})).await.status, 200);
    let early = place(json!({})).await;
    assert_eq!((early.status, early.code()), (429, "canvas/cooldown"));
    let left = early.body["error"]["params"]["retry_ms"].as_u64().unwrap();
    assert!((59_000..=60_000).contains(&left), "{left}");
    assert_eq!(early.headers["retry-after"], "60");
    assert_eq!(studio.version().await, 1);
    for (path, status, code) in [
        ("changes?epoch=1&since=0".to_owned(), 410, "canvas/version_gone"),
        (
            format!("changes?epoch={}&since=9", studio.epoch),
            422,
            "canvas/version_unknown",
        ),
        ("changes?since=0".to_owned(), 422, "request/malformed"),
        ("chunk?cx=1&cy=0".to_owned(), 422, "canvas/outside"),
        ("cell?x=99&y=0".to_owned(), 422, "canvas/outside"),
        ("nothing".to_owned(), 404, "request/not_found"),
        ("place".to_owned(), 405, "request/method_not_allowed"),
        ("template".to_owned(), 404, "request/not_found"),
    ] {
        let answer = studio.get(&path).await;
        assert_eq!((answer.status, answer.code()), (status, code), "{path}");
    }
    let wider = studio
        .post(&host, "pace", json!({ "action_id": "w", "width": 8 }))
        .await;
    assert_eq!((wider.status, wider.code()), (409, "canvas/would_lose_pixels"));
    for path in ["clear", "protect", "finish", "rollback", "preview", "template"] {
        let answer = studio
            .post(
                &anna.token,
                path,
                json!({ "action_id": path, "by": { "player_id": 1 } }),
            )
            .await;
        assert!(answer.status == 403 || answer.status == 422, "{path}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_move_on_the_canvas_is_no_move_in_another_game() {
    let (studio, phones) = Studio::open(quick(), &["Anna", "Bo"]).await;
    let placed = studio.place_as(&phones[0], "once", 1, 2, 3).await;
    assert_eq!(placed.status, 200, "{}", placed.body);
    let host = studio.house.host_token().await;
    let finished = studio.post(&host, "finish", json!({ "action_id": "f" })).await;
    assert_eq!(finished.status, 200, "{}", finished.body);
    studio.house.start_game("quest", json!({})).await;
    // Both games know this action.
    let refused = studio.post(&host, "finish", json!({ "action_id": "g" })).await;
    assert_eq!((refused.status, refused.code()), (409, "session/not_active"));
    let refused = studio.place(&phones[0], 2, 2, 3).await;
    assert_eq!((refused.status, refused.code()), (409, "session/not_active"));
    assert_eq!(studio.house.state().await["session"]["status"], "active");
    // Whoever has not heard the answer asks again, whatever is played meanwhile.
    let again = studio.place_as(&phones[0], "once", 1, 2, 3).await;
    assert_eq!((again.status, &again.body), (200, &placed.body));
}

#[tokio::test]
async fn a_flood_is_refused_and_others_feel_nothing() {
    let (studio, phones) = Studio::open(quick(), &["Anna", "Bo"]).await;
    let names: Vec<String> = (0..300).map(|number| number.to_string()).collect();
    let flood = join_all(names.iter().map(|name| studio.place_as(&phones[0], name, 1, 1, 2)));
    let others = async {
        let mut statuses = Vec::new();
        for cell in 0..10 {
            statuses.push(studio.place(&phones[1], cell, 2, 2).await.status);
        }
        statuses
    };
    let began = Instant::now();
    let (flood, others) = tokio::join!(flood, others);
    // Sixty at once, and thirty a second.
    let most = 61.0 + began.elapsed().as_secs_f64() * 30.0;
    assert_eq!(others, [200; 10], "the other paints on in the midst of it");
    let refused = flood.iter().filter(|answer| answer.code() == "request/flood").count();
    assert!(
        300.0 - refused as f64 <= most,
        "{refused} of 300 were refused, {most} may be let in"
    );
    assert_eq!(studio.version().await, (300 - refused + 10) as u64);
}

#[tokio::test]
async fn a_repeated_action_counts_once() {
    let (studio, mut phones) = Studio::open(quick(), &["Anna"]).await;
    let first = studio.place_as(&phones[0], "same", 1, 1, 2).await;
    let again = studio.place_as(&phones[0], "same", 1, 1, 2).await;
    assert_eq!(first.body, again.body);
    assert_eq!(studio.version().await, 1);
    let placed = |you: &Value| you["placed"] == 1;
    phones[0].socket.until_topic("canvas.you", placed).await;
    let studio = Studio {
        house: studio.house.restart().await,
        ..studio
    };
    let cell = studio.get("cell?x=1&y=1").await.body;
    assert!(cell["name"] == "Anna" && cell["placed_at"].is_i64(), "{cell}");
    let after = studio.place_as(&phones[0], "same", 1, 1, 2).await;
    assert_eq!(after.body, first.body, "after a restart, too");
    assert_eq!(studio.version().await, 1);
    assert_eq!(studio.seen_over_http().await[17], 2);
}

#[tokio::test]
async fn a_reload_keeps_the_seat_and_the_time_of_the_last_action() {
    let (studio, mut phones) = Studio::open(quick(), &["Anna"]).await;
    studio.place(&phones[0], 1, 1, 2).await;
    let before = phones[0]
        .socket
        .until_topic("canvas.you", |you| you["placed"] == 1)
        .await;
    phones[0].reconnect(&studio.house).await;
    let after = status(&mut phones[0].socket, "playing").await;
    assert_eq!(after["idle_at"], before["idle_at"]);
}

#[tokio::test]
async fn who_comes_late_is_sent_away_until_play_is_pressed() {
    let (studio, _phones) = Studio::open(quick(), &["Anna"]).await;
    let mut late = studio.house.join("Late").await;
    status(&mut late.socket, "afk").await;
    let refused = studio.place(&late, 1, 1, 1).await;
    assert_eq!((refused.status, refused.code()), (409, "canvas/not_playing"));
    assert_eq!(late.socket.closed().await, 4106);
    let queued = studio.post(&late.token, "queue", json!({ "action_id": "q" })).await;
    assert_eq!(queued.status, 200, "{}", queued.body);
    late.reconnect(&studio.house).await;
    status(&mut late.socket, "playing").await;
    assert_eq!(studio.place(&late, 1, 1, 1).await.status, 200);
    let twice = studio.post(&late.token, "queue", json!({ "action_id": "q2" })).await;
    assert_eq!(twice.code(), "canvas/already_in");
}

#[tokio::test]
async fn who_comes_while_all_stands_still_is_sent_away_once_it_goes_on() {
    let (studio, _phones) = Studio::open(quick(), &["Anna"]).await;
    let mut host = studio.house.host().await;
    host.act("pause", json!({})).await.unwrap();
    let mut late = studio.house.join("Late").await;
    host.act("resume", json!({})).await.unwrap();
    status(&mut late.socket, "afk").await;
    assert_eq!(late.socket.closed().await, 4106);
}

#[tokio::test]
async fn there_is_room_for_so_many_and_the_next_ones_wait_in_order() {
    let mut settings = quick();
    settings["slots"] = json!(1);
    let house = House::open().await;
    let mut anna = house.join("Anna").await;
    let mut bo = house.join("Bo").await;
    house.start_game("canvas", settings).await;
    status(&mut anna.socket, "playing").await;
    bo.socket
        .until_topic("canvas.you", |you| you["status"] == "queue" && you["place"] == 1)
        .await;
    anna.socket.act("leave", json!({})).await.unwrap();
    status(&mut bo.socket, "playing").await;
}

#[tokio::test]
async fn what_has_not_changed_costs_a_304() {
    let (studio, phones) = Studio::open(quick(), &["Anna"]).await;
    studio.place(&phones[0], 1, 1, 2).await;
    for path in [
        "snapshot".to_owned(),
        "overview".to_owned(),
        "chunk?cx=0&cy=0".to_owned(),
    ] {
        let first = studio.get(&path).await;
        let etag = first.headers["etag"].to_str().unwrap().to_owned();
        let again = studio.ask_again(&path, &etag).await;
        assert_eq!((again.status, again.bytes.len()), (304, 0), "{path}");
    }
    let path = format!("changes?epoch={}&since=1", studio.epoch);
    let etag = format!("\"{}-1\"", studio.epoch);
    assert_eq!(studio.ask_again(&path, &etag).await.status, 304);
    studio.place(&phones[0], 2, 1, 2).await;
    let news = studio.ask_again(&path, &etag).await;
    assert_eq!((news.status, news.bytes.len()), (200, 24), "a delta of one cell");
    let named = studio.get("snapshot").await.headers["etag"]
        .to_str()
        .unwrap()
        .trim_start_matches("W/")
        .trim_matches('"')
        .to_owned();
    let other = studio.ask_again(&path, "\"nonsense\"").await;
    assert_eq!(other.status, 200, "an edition that nobody named is not the same");
    let immutable = studio.get(&format!("snapshot?version={named}")).await;
    assert!(
        immutable.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
}

#[tokio::test]
async fn who_asks_for_changes_hears_at_once_that_the_rules_are_others() {
    let (studio, phones) = Studio::open(quick(), &["Anna"]).await;
    let host = studio.house.host_token().await;
    studio.place(&phones[0], 1, 1, 2).await;
    let path = format!("changes?epoch={}&since=1", studio.epoch);
    let bare = format!("\"{}-1\"", studio.epoch);
    let calm = studio.ask_again(&path, &bare).await;
    let etag = calm.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(studio.ask_again(&path, &etag).await.status, 304);
    let finished = studio.post(&host, "finish", json!({ "action_id": "end" })).await;
    assert_eq!(finished.status, 200);
    let news = studio.ask_again(&path, &etag).await;
    assert_eq!((news.status, news.bytes.len()), (200, 20), "no cell is another");
    assert_ne!(news.headers["etag"], etag.as_str());
    let told = news.headers["etag"].to_str().unwrap();
    assert_eq!(studio.ask_again(&path, told).await.status, 304);
    let other = studio.ask_again(&path, &bare).await;
    assert_eq!(other.status, 304, "who asks for cells alone has them all");
}

impl Studio {
    async fn ask_again(&self, path: &str, etag: &str) -> Answer {
        let headers = [("if-none-match", etag)];
        request(&self.house.address, "GET", &self.path(path), &headers, "").await
    }
}

#[tokio::test]
async fn a_browser_is_sent_what_it_unpacks_by_itself() {
    let (studio, phones) = Studio::open(quick(), &["Anna"]).await;
    studio.place(&phones[0], 1, 1, 2).await;
    let headers = [("accept-encoding", "gzip, deflate")];
    let packed = request(&studio.house.address, "GET", &studio.path("snapshot"), &headers, "").await;
    assert_eq!(packed.headers["content-encoding"], "gzip");
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(&packed.bytes[..])
        .read_to_end(&mut plain)
        .unwrap();
    assert_eq!(plain, studio.get("snapshot").await.bytes);
}

#[tokio::test]
async fn the_host_keeps_order_and_everyone_is_told() {
    let (studio, mut phones) = Studio::open(quick(), &["Anna", "Bo"]).await;
    let host = studio.house.host_token().await;
    let mut tv = studio.house.tv().await;
    for (x, color) in [(0, 1), (1, 2)] {
        studio.place(&phones[0], x, 0, color).await;
        studio.place(&phones[1], x, 0, color + 5).await;
    }
    studio.place(&phones[0], 2, 0, 9).await;
    let filter = json!({ "action_id": "r", "by": { "player_id": phones[1].seat } });
    let preview = studio.post(&host, "preview", filter.clone()).await.body;
    assert_eq!(preview, json!({ "cells": 2, "items": [item(0, 0, 1), item(1, 0, 2)] }));
    assert_eq!(studio.version().await, 5, "a preview changes nothing");
    assert_eq!(studio.post(&host, "rollback", filter).await.status, 200);
    assert_eq!(studio.seen_over_http().await[..3], [1, 2, 9]);
    tv.until_frames(|frames| items(frames, 2, 2).ends_with(&[vec![item(0, 0, 1), 0], vec![item(1, 0, 2), 0]]))
        .await;
    let bar = json!({ "action_id": "b", "player_id": phones[1].seat, "barred": true });
    studio.post(&host, "bar", bar).await;
    let barred = studio.place(&phones[1], 5, 5, 1).await;
    assert_eq!((barred.status, barred.code()), (403, "canvas/barred"));

    studio.post(&host, "clear", json!({ "action_id": "c" })).await;
    let bo = &mut phones[1].socket;
    bo.until_frames(|frames| frames.last().is_some_and(|frame| frame[0] == 3))
        .await;
    assert_eq!(u64::from(number(bo.frames.last().unwrap(), 4)), studio.epoch + 1);
    assert_eq!(studio.place(&phones[0], 1, 1, 1).await.code(), "canvas/epoch");
    assert!(studio.seen_over_http().await.iter().all(|cell| *cell == 0));
    assert!(
        studio.get("cleared.png").await.bytes.starts_with(b"\x89PNG"),
        "a picture is kept"
    );
    studio.post(&host, "unclear", json!({ "action_id": "u" })).await;
    assert_eq!(studio.seen_over_http().await[..3], [1, 2, 9]);
    assert_eq!(
        studio.get("cell?x=2&y=0").await.body["name"],
        "Anna",
        "who painted is taken back, too"
    );
    let again = studio.post(&host, "unclear", json!({ "action_id": "u2" })).await;
    assert_eq!(again.code(), "canvas/nothing_kept");
}

#[tokio::test]
async fn the_past_can_be_looked_at() {
    let (studio, phones) = Studio::open(quick(), &["Anna"]).await;
    studio.place(&phones[0], 0, 0, 3).await;
    let stats = studio.get("stats").await.body;
    assert_eq!(stats["players"][0]["placed"], 1);
    assert_eq!((&stats["first"], &stats["last"]), (&json!(1), &json!(1)));
    assert_eq!((&stats["painted"], &stats["untouched"]), (&json!(1), &json!(255)));
    let before = studio.get("at?time=0").await.bytes;
    let now = studio.get("at?time=999999999").await.bytes;
    assert_eq!((before[20], now[20]), (0, 3));
    let film = studio.get("film").await.bytes;
    assert_eq!((number(&film, 4), number(&film, 20)), (1, item(0, 0, 3)));
    let heat = studio.get("heatmap").await.bytes;
    assert_eq!((heat[20], heat[21]), (255, 0));
    let own = studio.get("mine?player=1").await.bytes;
    assert_eq!((number(&own, 4), number(&own, 20)), (1, 0));
    for (path, magic) in [
        ("picture.png?scale=2", &b"\x89PNG"[..]),
        ("heatmap.png", b"\x89PNG"),
        ("film.gif", b"GIF89a"),
    ] {
        assert!(studio.get(path).await.bytes.starts_with(magic), "{path}");
    }
}

#[tokio::test]
async fn a_picture_becomes_a_ghost_or_paint() {
    let (studio, mut phones) = Studio::open(quick(), &["Anna"]).await;
    let host = studio.house.host_token().await;
    studio.place(&phones[0], 0, 0, 3).await;
    let picture = studio.get("picture.png?scale=1").await.bytes;
    let bearer = format!("Bearer {host}");
    let headers = [("authorization", bearer.as_str())];
    let carry =
        async |path: &str, body: &[u8]| carry(&studio.house.address, "POST", &studio.path(path), &headers, body).await;
    assert_eq!(carry("template?x=8&y=8&width=8&height=8", &picture).await.status, 200);
    let told = phones[0]
        .socket
        .until_topic("canvas.board", |board| board["template"]["id"] == 1)
        .await;
    assert_eq!(
        told["template"]["area"],
        json!({ "x": 8, "y": 8, "width": 8, "height": 8 })
    );
    let ghost = studio.get("template").await.bytes;
    assert_eq!(ghost.len(), 16 + 8 * 8 * 2);
    assert_eq!(carry("import?x=8&y=0&width=8&height=8", &picture).await.status, 200);
    assert!(studio.version().await > 1);
    for (body, path) in [
        (&b"no picture"[..], "template"),
        (&picture[..40], "import"),
        (b"", "template"),
    ] {
        assert_eq!(carry(path, body).await.code(), "canvas/picture");
    }
    assert_eq!(
        carry("template?x=15&width=2", &picture).await.code(),
        "canvas/area_invalid"
    );
    assert_eq!(
        carry("template", &vec![0; 8 * 1024 * 1024 + 1]).await.code(),
        "request/too_large"
    );
    // The next session's first ghost is not taken for this one's.
    let tag = studio.get("template").await.headers["etag"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(studio.ask_again("template", &tag).await.status, 304);
    studio.post(&host, "finish", json!({ "action_id": "f" })).await;
    studio.house.start_game("canvas", quick()).await;
    assert_eq!(carry("template?width=4&height=4", &picture).await.status, 200);
    assert_eq!(studio.ask_again("template", &tag).await.status, 200);
}

/// How long a GIF plays.
fn seconds_of(gif: &[u8]) -> f64 {
    let mut reader = gif::DecodeOptions::new().read_info(gif).unwrap();
    let mut hundredths = 0;
    while let Some(frame) = reader.read_next_frame().unwrap() {
        hundredths += u32::from(frame.delay);
    }
    f64::from(hundredths) / 100.0
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_makes_pictures_and_films_and_paints() {
    let (studio, phones) = Studio::open(quick(), &["Anna"]).await;
    for cell in 0..SIDE {
        studio.place(&phones[0], cell, cell, 1 + cell).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], file: &str| {
        let file = folder.path().join(file);
        let url = format!("http://{}", studio.house.address);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_snowparty"));
        command.arg("canvas").args(arguments).arg(&file).args(["--url", &url]);
        (command.output().unwrap(), std::fs::read(file).unwrap_or_default())
    };
    let (exported, png) = run(&["export", "--scale", "1"], "board.png");
    assert!(exported.status.success() && png.starts_with(b"\x89PNG"), "{exported:?}");
    let (shot, gif) = run(&["film", "--seconds", "5"], "match.gif");
    assert!(shot.status.success() && gif.starts_with(b"GIF89a"), "{shot:?}");
    assert_eq!(seconds_of(&gif), 5.0, "its last picture's rest counts");
    let (tall, _) = Studio::open(json!({ "width": 8, "height": 64 }), &["Anna"]).await;
    let file = folder.path().join("tall.gif");
    let mut film = std::process::Command::new(env!("CARGO_BIN_EXE_snowparty"));
    film.args(["canvas", "film", "--seconds", "5"]).arg(file);
    film.args(["--url", &format!("http://{}", tall.house.address)]);
    let filmed = film.output().unwrap();
    assert!(filmed.status.success(), "{filmed:?}");
    let pin = ["--pin", crate::house::PIN];
    for (arguments, file, sentence) in [
        (&["film"][..], "match.avi", ".gif or .mp4"),
        (&["export"], "board.jpg", "ends in .png"),
        (
            &["import", pin[0], pin[1], "--x", "3"],
            "board.png",
            "does not lie on the board",
        ),
    ] {
        let (refused, _) = run(arguments, file);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && said.contains(sentence), "{said}");
    }
    let before = studio.seen_over_http().await;
    let host = studio.house.host_token().await;
    studio.post(&host, "clear", json!({ "action_id": "c" })).await;
    let (imported, _) = run(&["import", "--pin", crate::house::PIN], "board.png");
    assert!(imported.status.success(), "{imported:?}");
    assert_eq!(
        studio.seen_over_http().await,
        before,
        "what was exported is painted again"
    );
    let (refused, _) = run(&["import", "--pin", "000000"], "board.png");
    assert!(!refused.status.success());
}

#[tokio::test]
async fn a_wall_needs_nobody_and_goes_on_after_a_restart() {
    let house = House::open().await;
    house
        .start_game("canvas", json!({ "preset": "wall", "width": 32, "height": 32 }))
        .await;
    let house = house.restart().await;
    let state = house.state().await;
    assert_eq!(
        (&state["session"]["status"], &state["session"]["pause"]),
        (&json!("active"), &Value::Null)
    );
    assert_eq!(state["session"]["clock"]["running"], true);
}

#[tokio::test]
async fn the_end_is_told_to_all() {
    let (studio, mut phones) = Studio::open(quick(), &["Anna"]).await;
    studio.place(&phones[0], 0, 0, 3).await;
    let host = studio.house.host_token().await;
    studio.post(&host, "finish", json!({ "action_id": "f" })).await;
    phones[0].socket.until_phase("finale").await;
    let anna = &mut phones[0].socket;
    anna.until_topic("leaderboard.update", |board| board["leaderboard"][0]["score"] == 1)
        .await;
    assert_eq!(studio.place(&phones[0], 1, 0, 3).await.code(), "session/not_active");
    assert_eq!(
        studio.get("snapshot").await.status,
        200,
        "what was painted can still be read"
    );
}
