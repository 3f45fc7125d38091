//! Floods: one seat does everything at once that a phone can do wrong, while all the others play; they feel little of it. The small form
//! runs with all tests; the whole one is `FLOOD_SEATS=500 cargo test --release --test it -- flood::`.

use crate::house::House;
use crate::wire::{Answer, try_request};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

const SEATS: usize = 60;
/// Each of the others does something so often.
const BEAT: Duration = Duration::from_millis(500);
/// Below this it is the machine that is measured: a debug build beside other tests.
const FLOOR: Duration = Duration::from_millis(if cfg!(debug_assertions) { 150 } else { 20 });
/// A phone on a good Wi-Fi sends no more in a second.
const FRAMES_A_SECOND: u64 = 4_000;

struct Guest {
    stream: WebSocketStream<TcpStream>,
    token: String,
    device: String,
    acted: u64,
}

impl Guest {
    async fn come(house: &House, number: usize) -> Self {
        let joined = house.try_join(&json!({ "name": format!("Guest {number}") })).await;
        let text = |field: &str| joined.body[field].as_str().unwrap().to_owned();
        let (token, device) = (text("token"), text("device_uuid"));
        Self {
            stream: open(&house.address, &house.code, &token).await.unwrap(),
            token,
            device,
            acted: 0,
        }
    }

    /// Acts, and gives the time until the answer has come.
    async fn act(&mut self) -> Duration {
        self.acted += 1;
        let id = format!("a{}", self.acted);
        let asked = Instant::now();
        self.stream
            .send(ready(&id, self.acted.is_multiple_of(2)))
            .await
            .unwrap();
        let answer = format!("\"action_id\":\"{id}\"");
        loop {
            let message = self.stream.next().await.unwrap().unwrap();
            if let Ok(text) = message.to_text()
                && text.contains(&answer)
            {
                assert!(text.contains("action.result"), "{text}");
                return asked.elapsed();
            }
        }
    }

    /// Plays until told to stop; what comes between two beats is read.
    async fn play(mut self, number: usize, seats: usize, over: Arc<AtomicBool>) -> (Self, Vec<Duration>) {
        let mut times = Vec::new();
        let offset = BEAT.mul_f64(number as f64 / seats as f64);
        let mut beats = tokio::time::interval_at(tokio::time::Instant::now() + offset, BEAT);
        while !over.load(Ordering::Relaxed) {
            tokio::select! {
                _ = beats.tick() => times.push(self.act().await),
                message = self.stream.next() => drop(message.unwrap().unwrap()),
            }
        }
        (self, times)
    }
}

async fn open(address: &str, code: &str, token: &str) -> Option<WebSocketStream<TcpStream>> {
    let stream = TcpStream::connect(address).await.ok()?;
    let url = format!("ws://{address}/ws?session={code}&token={token}");
    Some(client_async(url, stream).await.ok()?.0)
}

fn ready(id: &str, ready: bool) -> Message {
    let payload = json!({ "action_id": id, "action_type": "ready", "payload": { "ready": ready } });
    Message::text(json!({ "type": "action.request", "payload": payload }).to_string())
}

/// What the flood has thrown at the house.
#[derive(Default)]
struct Thrown {
    frames: AtomicU64,
    sockets: AtomicU64,
    requests: AtomicU64,
}

/// The flood of one seat, over its socket and over HTTP, until it is told to stop.
async fn flood(house: Arc<House>, guest: Guest, over: Arc<AtomicBool>, thrown: Arc<Thrown>) {
    let (token, device) = (guest.token.clone(), guest.device.clone());
    drop(guest);
    let talking = talk(house.clone(), token.clone(), over.clone(), thrown.clone());
    let asking = ask(house, token, device, over, thrown);
    tokio::join!(talking, asking);
}

/// Actions, rubbish and frames that are too large; whenever the socket is closed, the next one.
async fn talk(house: Arc<House>, token: String, over: Arc<AtomicBool>, thrown: Arc<Thrown>) {
    let burst = FRAMES_A_SECOND / 20;
    let mut beats = tokio::time::interval(Duration::from_millis(50));
    while !over.load(Ordering::Relaxed) {
        let Some(stream) = open(&house.address, &house.code, &token).await else {
            continue;
        };
        thrown.sockets.fetch_add(1, Ordering::Relaxed);
        let (mut sink, mut heard) = stream.split();
        let reading = tokio::spawn(async move { while let Some(Ok(_)) = heard.next().await {} });
        'socket: for round in 0..20 {
            beats.tick().await;
            for number in 0..burst {
                let said = match number % 3 {
                    0 | 1 => ready(&format!("f{round}-{number}"), true),
                    _ => Message::text("{\"type\":"),
                };
                if sink.feed(said).await.is_err() {
                    break 'socket;
                }
                thrown.frames.fetch_add(1, Ordering::Relaxed);
            }
            if sink.flush().await.is_err() {
                break;
            }
        }
        let _ = sink.send(Message::text("x".repeat(100_000))).await;
        reading.abort();
    }
}

/// The same seat over HTTP: it joins again, reads the state, reports and tells, each as fast as it is answered.
async fn ask(house: Arc<House>, token: String, device: String, over: Arc<AtomicBool>, thrown: Arc<Thrown>) {
    let session = format!("/api/session/{}", house.code);
    let progress = json!({ "player_token": token, "level": "green", "score": 1, "time": 1 });
    let asks: [(&str, String, Value); 4] = [
        (
            "POST",
            format!("{session}/join"),
            json!({ "name": "Flood", "device_uuid": device }),
        ),
        ("GET", format!("{session}/state"), json!({})),
        ("POST", "/api/progress".into(), progress),
        ("POST", format!("{session}/feedback"), json!({ "stars": 1, "text": "" })),
    ];
    let bearer = format!("Bearer {token}");
    while !over.load(Ordering::Relaxed) {
        for (method, path, body) in &asks {
            // Being turned away is no news to a flood.
            let _: Option<Answer> = try_request(
                &house.address,
                method,
                path,
                &[("authorization", &bearer)],
                &body.to_string(),
            )
            .await;
            thrown.requests.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// All play for so long; gives what 99 of 100 answers took at most.
async fn p99(guests: Vec<Guest>, time: Duration) -> (Vec<Guest>, Duration) {
    let over = Arc::new(AtomicBool::new(false));
    let seats = guests.len();
    let mut playing: JoinSet<_> = guests
        .into_iter()
        .enumerate()
        .map(|(number, guest)| guest.play(number, seats, Arc::clone(&over)))
        .collect();
    tokio::time::sleep(time).await;
    over.store(true, Ordering::Relaxed);
    let (mut guests, mut times) = (Vec::new(), Vec::new());
    while let Some(played) = playing.join_next().await {
        let (guest, own) = played.expect("the socket of an honest guest stays open");
        guests.push(guest);
        times.extend(own);
    }
    times.sort_unstable();
    assert!(times.len() > seats, "they have played");
    (guests, times[times.len() * 99 / 100])
}

#[tokio::test(flavor = "multi_thread")]
async fn one_seat_that_floods_does_not_double_what_the_others_wait() {
    let seats = std::env::var("FLOOD_SEATS").map_or(SEATS, |seats| seats.parse().unwrap());
    let time = Duration::from_secs(if seats > SEATS { 15 } else { 3 });
    let house = Arc::new(House::open().await);
    let mut guests = Vec::new();
    for number in 0..seats {
        guests.push(Guest::come(&house, number).await);
    }
    let flooder = Guest::come(&house, seats).await;
    let (guests, quiet) = p99(guests, time).await;
    let (over, thrown) = (Arc::new(AtomicBool::new(false)), Arc::new(Thrown::default()));
    let flooding = tokio::spawn(flood(house.clone(), flooder, over.clone(), thrown.clone()));
    let (_guests, flooded) = p99(guests, time).await;
    over.store(true, Ordering::Relaxed);
    flooding.await.unwrap();
    let [frames, sockets, requests] =
        [&thrown.frames, &thrown.sockets, &thrown.requests].map(|count| count.load(Ordering::Relaxed));
    println!(
        "{seats} seats, {time:?} each: p99 {quiet:?} quiet, {flooded:?} under a flood of {frames} frames, {sockets} sockets, {requests} requests"
    );
    // Its sockets are soon closed, one after the other. On a machine that is busy with other things a flood is small, too.
    assert!(frames + sockets + requests > 300, "there was a flood");
    assert!(
        flooded <= 2 * quiet.max(FLOOR),
        "p99 {quiet:?} without the flood, {flooded:?} with it"
    );
}
