//! One run: a server, a room full of sockets, acts at a steady pace, and what they cost.

use super::line::{Line, Pen};
use super::plan::{Pace, Peer, Scene};
use super::score::{Score, Window};
use super::server::{Binary, Door, Server};
use anyhow::{Context, Result, ensure};
use serde::Serialize;
use snowparty::bots::gauge::{Cpu, Kernel};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout};

/// So many come in at the same time.
const AT_THE_DOOR: usize = 64;
/// After so long without a word the room is quiet.
const QUIET: Duration = Duration::from_millis(300);
/// What was told last is waited for so long.
const PATIENCE: Duration = Duration::from_secs(10);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What a run has shown.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    pub peer: Peer,
    pub scene: &'static str,
    pub round: u32,
    /// Acts that reached a screen in the measured time, each screen counted.
    pub deliveries: u64,
    /// All other messages in that time.
    pub beside: u64,
    pub bytes_a_delivery: f64,
    pub cpu_us_a_delivery: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    pub max_ms: f64,
    pub resident_idle: u64,
    pub resident_bytes_a_socket: f64,
    pub kernel_bytes_a_socket: f64,
}

/// A room that is full.
struct Room {
    score: Arc<Score>,
    pens: Vec<Pen>,
    /// Ended with the room.
    _listening: JoinSet<()>,
}

/// What is read of a server at a moment.
struct Reading {
    resident: u64,
    kernel: Kernel,
}

/// Measures one server in one room. Whatever goes wrong, the server is ended.
pub async fn run(binary: Binary<'_>, scene: &Scene, round: u32, pace: &Pace) -> Result<Outcome> {
    let done = timeout(pace.most, measure(binary, scene, round, pace)).await;
    done.context("it takes too long")?
}

async fn measure(binary: Binary<'_>, scene: &Scene, round: u32, pace: &Pace) -> Result<Outcome> {
    let peer = binary.peer;
    let server = Server::start(binary, scene).await?;
    sleep(QUIET).await;
    let idle = read(&server)?;
    let room = fill(&server, peer, scene).await?;
    let full = read(&server)?;
    let (window, cpu) = play(&server, &room, scene, pace).await?;
    room.score.check()?;
    Ok(outcome((peer, scene, round), window, cpu, &idle, &full))
}

fn read(server: &Server) -> Result<Reading> {
    Ok(Reading {
        resident: server.gauge().resident()?,
        kernel: Kernel::now()?,
    })
}

/// Lets everybody in, and waits until nothing more is said.
async fn fill(server: &Server, peer: Peer, scene: &Scene) -> Result<Room> {
    let screens = lines(server, peer, server.screens(scene.screens).await?).await?;
    let mut doors = server.phones(scene.phones + away(peer, scene)).await?;
    doors.truncate(scene.phones);
    let seats: Vec<u64> = doors.iter().map(|door| door.seat).collect();
    let score = Arc::new(Score::new(scene.screens, &seats));
    let mut listening = JoinSet::new();
    for (number, line) in screens.into_iter().enumerate() {
        let score = Arc::clone(&score);
        listening.spawn(listen(line, Arc::clone(&score), move |message| {
            score.screen(number, message)
        }));
    }
    let phones = lines(server, peer, doors).await?;
    let pens = phones.iter().map(Line::pen).collect();
    for (number, line) in phones.into_iter().enumerate() {
        let score = Arc::clone(&score);
        listening.spawn(listen(line, Arc::clone(&score), move |message| {
            score.phone(number, message)
        }));
    }
    until(|| score.silence() > QUIET)
        .await
        .context("the room does not become quiet")?;
    Ok(Room {
        score,
        pens,
        _listening: listening,
    })
}

/// Seats without a phone: only snowparty knows what that is.
fn away(peer: Peer, scene: &Scene) -> usize {
    if peer == Peer::Snowparty { scene.away } else { 0 }
}

async fn lines(server: &Server, peer: Peer, doors: Vec<Door>) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for group in doors.chunks(AT_THE_DOOR) {
        let address = server.address();
        let opening = group
            .iter()
            .map(|door| Line::open(&address, &door.path, peer.dialect()));
        lines.extend(futures_util::future::try_join_all(opening).await?);
    }
    Ok(lines)
}

async fn listen(mut line: Line, score: Arc<Score>, tell: impl Fn(&[u8]) + Send) {
    loop {
        if let Err(error) = line.hear(&tell).await {
            return score.fault(format!("{error:#}"));
        }
    }
}

/// Acts, first to warm up, then measured.
async fn play(server: &Server, room: &Room, scene: &Scene, pace: &Pace) -> Result<(Window, Duration)> {
    let mut acts = 0;
    room.score.begin();
    act(room, scene, pace.warm, &mut acts).await?;
    let before: Cpu = server.gauge().cpu()?;
    room.score.open();
    act(room, scene, pace.measured, &mut acts).await?;
    let window = room.score.close();
    let cpu = server.gauge().cpu()?.since(&before);
    // Whatever is not complete by then is a fault, and told as one.
    let _ = until(|| room.score.is_complete()).await;
    Ok((window, cpu))
}

/// At a steady pace. Who has changed his mind before the room has heard of it is told of once by a server that gathers, and rightly:
/// should the disk or the machine stand still for so long that it is a phone's turn again, it waits.
async fn act(room: &Room, scene: &Scene, lasting: Duration, acts: &mut u32) -> Result<()> {
    let (begun, first) = (Instant::now(), *acts);
    let all = (lasting.as_secs_f64() * f64::from(scene.acts)) as u32;
    while *acts < first + all {
        sleep_until(begun + Duration::from_secs(1) * (*acts - first) / scene.acts).await;
        let phone = *acts as usize % room.pens.len();
        settle(&room.score, phone).await?;
        let ready = room.score.act(phone);
        room.pens[phone].say(&request(*acts, ready))?;
        *acts += 1;
    }
    sleep_until(begun + lasting).await;
    Ok(())
}

async fn settle(score: &Score, phone: usize) -> Result<()> {
    let begun = Instant::now();
    while !score.is_settled(phone)? {
        ensure!(
            begun.elapsed() < PATIENCE,
            "after {} s {}",
            PATIENCE.as_secs(),
            score.wanting(phone)
        );
        sleep(LOOK_EVERY).await;
    }
    Ok(())
}

/// The same bytes for every server.
fn request(number: u32, ready: bool) -> String {
    format!(
        r#"{{"type":"action.request","timestamp":"","trace_id":"{number:016x}","payload":{{"action_id":"act-{number:08}","action_type":"ready","payload":{{"ready":{ready}}}}}}}"#
    )
}

async fn until(done: impl Fn() -> bool) -> Result<()> {
    let begun = Instant::now();
    while !done() {
        ensure!(
            begun.elapsed() < PATIENCE,
            "it takes more than {} s",
            PATIENCE.as_secs()
        );
        sleep(LOOK_EVERY).await;
    }
    Ok(())
}

fn outcome(what: (Peer, &Scene, u32), mut window: Window, cpu: Duration, idle: &Reading, full: &Reading) -> Outcome {
    let (peer, scene, round) = what;
    let deliveries = window.deliveries;
    let sockets = (scene.screens + scene.phones) as f64;
    let each = |now: u64, before: u64| now.saturating_sub(before) as f64 / sockets;
    window.taken.sort_unstable();
    let at = |share: f64| {
        let last = window.taken.len().saturating_sub(1) as f64;
        let taken = window.taken.get((last * share) as usize);
        taken.map_or(f64::NAN, |taken| taken.as_secs_f64() * 1e3)
    };
    Outcome {
        peer,
        scene: scene.name,
        round,
        deliveries,
        beside: window.beside,
        bytes_a_delivery: window.bytes as f64 / deliveries as f64,
        cpu_us_a_delivery: cpu.as_secs_f64() * 1e6 / deliveries as f64,
        p50_ms: at(0.5),
        p99_ms: at(0.99),
        max_ms: at(1.0),
        resident_idle: idle.resident,
        resident_bytes_a_socket: each(full.resident, idle.resident),
        // Both ends of every connection are on this machine.
        kernel_bytes_a_socket: each(full.kernel.bytes(), idle.kernel.bytes()) / 2.0,
    }
}
