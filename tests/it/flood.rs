//! Floods: one seat does everything at once that a phone can do wrong, while all the others play; they feel little of it. The small form
//! runs with all tests and counts what is let in, for its times would be the machine's; the whole one also measures what the others wait:
//! `FLOOD_SEATS=500 cargo test --release --test it -- flood::`.
//!
//! The long form, 2026-11-22, 2 shared cores, twice: p99 33 and 10.5 ms without, 5.8 and 5.6 ms under a flood of 597,000 frames, 10,100
//! sockets and 9,700 requests in 15 s, of which 790 actions, 253 sockets and 25 joins at most were let in.
//! Since one allowance stands for all tokens of a phone, on a machine of which others took up to a third, four times: p99 87, 281, 241
//! and 346 ms without, 14, 111, 248 and 305 ms with it; 325 actions, 246 sockets and 25 joins at most were let in.

use crate::house::House;
use crate::wire::{Answer, try_request};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

const SEATS: usize = 60;
/// Each of the others does something so often.
const BEAT: Duration = Duration::from_millis(500);
/// Below this it is the machine that is measured.
const FLOOR: Duration = Duration::from_millis(20);
/// A phone on a good Wi-Fi sends no more in a second.
const FRAMES_A_SECOND: u64 = 4_000;

type Connection = WebSocketStream<TcpStream>;

struct Guest {
    stream: Connection,
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

async fn open(address: &str, code: &str, token: &str) -> Option<Connection> {
    let stream = TcpStream::connect(address).await.ok()?;
    let url = format!("ws://{address}/ws?session={code}&token={token}");
    Some(client_async(url, stream).await.ok()?.0)
}

fn ready(id: &str, ready: bool) -> Message {
    let payload = json!({ "action_id": id, "action_type": "ready", "payload": { "ready": ready } });
    Message::text(json!({ "type": "action.request", "payload": payload }).to_string())
}

/// One seat that throws all it can at the house, over its sockets and over HTTP at once, until it is told to stop.
struct Flooder {
    house: Arc<House>,
    device: String,
    /// The newest: it takes its seat anew whenever it may.
    token: Mutex<String>,
    over: AtomicBool,
    thrown: Thrown,
    let_in: LetIn,
}

/// What the flood has thrown at the house.
#[derive(Default)]
struct Thrown {
    frames: AtomicU64,
    sockets: AtomicU64,
    requests: AtomicU64,
}

/// What the house did of it.
#[derive(Default)]
struct LetIn {
    greetings: AtomicU64,
    actions: AtomicU64,
    joins: AtomicU64,
}

impl Flooder {
    fn new(house: Arc<House>, guest: Guest) -> Arc<Self> {
        Arc::new(Self {
            house,
            device: guest.device,
            token: Mutex::new(guest.token),
            over: AtomicBool::new(false),
            thrown: Thrown::default(),
            let_in: LetIn::default(),
        })
    }

    async fn flood(self: Arc<Self>) {
        tokio::join!(self.talk(), self.ask());
    }

    fn token(&self) -> String {
        self.token.lock().unwrap().clone()
    }

    fn goes_on(&self) -> bool {
        !self.over.load(Ordering::Relaxed)
    }

    /// Now one socket that says far too much, now many that each say no more than one may at once.
    async fn talk(self: &Arc<Self>) {
        let mut readers = JoinSet::new();
        while self.goes_on() {
            self.pour(&mut readers).await;
            for _ in 0..50 {
                self.drip(&mut readers).await;
            }
        }
    }

    /// A second of actions and rubbish, and a frame that is too large.
    async fn pour(self: &Arc<Self>, readers: &mut JoinSet<()>) {
        let Some(mut sink) = self.knock(readers).await else {
            return;
        };
        let mut beats = tokio::time::interval(Duration::from_millis(50));
        for round in 0..20 {
            beats.tick().await;
            for number in 0..FRAMES_A_SECOND / 20 {
                let said = match number % 3 {
                    2 => Message::text("{\"type\":"),
                    _ => ready(&format!("f{round}-{number}"), number.is_multiple_of(2)),
                };
                if sink.feed(said).await.is_err() {
                    return;
                }
                count(&self.thrown.frames);
            }
            if sink.flush().await.is_err() {
                return;
            }
        }
        let _ = sink.send(Message::text("x".repeat(100_000))).await;
    }

    async fn drip(self: &Arc<Self>, readers: &mut JoinSet<()>) {
        let Some(mut sink) = self.knock(readers).await else {
            return;
        };
        for number in 0..60u32 {
            let said = ready(&format!("d{number}"), number.is_multiple_of(2));
            if sink.feed(said).await.is_err() {
                return;
            }
            count(&self.thrown.frames);
        }
        let _ = sink.flush().await;
    }

    async fn knock(self: &Arc<Self>, readers: &mut JoinSet<()>) -> Option<SplitSink<Connection, Message>> {
        let stream = open(&self.house.address, &self.house.code, &self.token()).await?;
        count(&self.thrown.sockets);
        let (sink, heard) = stream.split();
        readers.spawn(Arc::clone(self).hear(heard));
        Some(sink)
    }

    async fn hear(self: Arc<Self>, mut heard: SplitStream<Connection>) {
        while let Some(Ok(message)) = heard.next().await {
            let text = message.to_text().unwrap_or_default();
            if text.contains("\"type\":\"action.result\"") {
                count(&self.let_in.actions);
            } else if text.contains("\"type\":\"system.hello\"") {
                count(&self.let_in.greetings);
            }
        }
    }

    /// The same seat over HTTP: it joins again, reads the state, reports and tells, each as fast as it is answered.
    async fn ask(&self) {
        let session = format!("/api/session/{}", self.house.code);
        while self.goes_on() {
            let joining = json!({ "name": "Flood", "device_uuid": self.device });
            if let Some(joined) = self.request("POST", &format!("{session}/join"), joining).await
                && joined.status == 201
            {
                count(&self.let_in.joins);
                joined.body["token"]
                    .as_str()
                    .unwrap()
                    .clone_into(&mut self.token.lock().unwrap());
            }
            self.request("GET", &format!("{session}/state"), json!({})).await;
            let progress = json!({ "player_token": self.token(), "level": "green", "score": 1, "time": 1 });
            let feedback = json!({ "stars": 1, "text": "" });
            for (path, body) in [("/api/progress", progress), (&format!("{session}/feedback"), feedback)] {
                let told = self.request("POST", path, body).await;
                if told.is_some_and(|told| told.status != 429) {
                    count(&self.let_in.actions);
                }
            }
        }
    }

    /// Being turned away is no news to a flood.
    async fn request(&self, method: &str, path: &str, body: Value) -> Option<Answer> {
        count(&self.thrown.requests);
        let bearer = format!("Bearer {}", self.token());
        let headers = [("authorization", bearer.as_str())];
        try_request(&self.house.address, method, path, &headers, &body.to_string()).await
    }
}

fn count(what: &AtomicU64) {
    what.fetch_add(1, Ordering::Relaxed);
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
async fn one_seat_that_floods_is_let_in_no_more_than_any_and_the_others_are_answered() {
    let seats = std::env::var("FLOOD_SEATS").map_or(SEATS, |seats| seats.parse().unwrap());
    let time = Duration::from_secs(if seats > SEATS { 15 } else { 3 });
    let house = Arc::new(House::open().await);
    let mut guests = Vec::new();
    for number in 0..seats {
        guests.push(Guest::come(&house, number).await);
    }
    let flooder = Guest::come(&house, seats).await;
    // Just come, they are still told of each other.
    let (guests, _) = p99(guests, time / 3).await;
    let (guests, quiet) = p99(guests, time).await;
    let flooder = Flooder::new(house.clone(), flooder);
    let begun = Instant::now();
    let flooding = tokio::spawn(Arc::clone(&flooder).flood());
    let (_guests, flooded) = p99(guests, time).await;
    flooder.over.store(true, Ordering::Relaxed);
    flooding.await.unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    let Thrown {
        frames,
        sockets,
        requests,
    } = &flooder.thrown;
    let LetIn {
        greetings,
        actions,
        joins,
    } = &flooder.let_in;
    let [frames, sockets, requests, greetings, actions, joins] =
        [frames, sockets, requests, greetings, actions, joins].map(|count| count.load(Ordering::Relaxed) as f64);
    println!(
        "{seats} seats, {time:?} each: p99 {quiet:?} quiet, {flooded:?} under a flood of {frames} frames, {sockets} sockets and \
         {requests} requests in {seconds:.1} s, of which {actions} actions, {greetings} sockets and {joins} joins were let in"
    );
    assert!(frames + sockets + requests > 300.0, "there was a flood");
    // Ten at once and one a second; sixty at once and thirty a second over all tokens and all that is open.
    assert!(joins <= 11.0 + seconds, "{joins} joins in {seconds} s");
    let most = 61.0 + seconds * 30.0;
    assert!(
        greetings + actions <= most,
        "{greetings} greetings and {actions} actions are more than {most}"
    );
    if !cfg!(debug_assertions) {
        assert!(
            flooded <= 2 * quiet.max(FLOOR),
            "p99 {quiet:?} without the flood, {flooded:?} with it"
        );
    }
}
