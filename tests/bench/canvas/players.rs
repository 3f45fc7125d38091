//! A thousand phones in a process of their own, as cheap as they can be: each holds a socket whose binary frames it reads and whose
//! texts it only counts, and a kept HTTP connection over which it places. What is painted tells which placement it was.

use crate::figure::{ms, percentile};
use crate::wire;
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::io::{BufRead, ErrorKind, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

/// The frames of placements for phones (`party::bulk`).
const ITEMS: u8 = 1;
/// Placements lie this far apart on the board, so that each paints a cell of its own.
const STRIDE: u32 = 7_919;
/// After the last placement: whoever has not seen all by then has missed some.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where to play, and with which seats: the first line that the process reads.
#[derive(Serialize, Deserialize)]
pub struct Room {
    pub address: String,
    pub code: String,
    pub tokens: Vec<String>,
    pub cells: u32,
    pub width: u32,
}

/// What to do: the second line, once all play.
#[derive(Serialize, Deserialize)]
pub struct Task {
    pub epoch: u64,
    pub a_second: u32,
    pub seconds: u32,
}

/// What came of it: the second line that the process writes. Before, it writes the ports of its sockets.
#[derive(Default, Serialize, Deserialize)]
pub struct Outcome {
    pub asked: usize,
    pub accepted: usize,
    /// Frames of a placement at a player that are missing, or came twice.
    pub missing: u64,
    pub twice: u64,
    pub gaps: u64,
    pub closed: u64,
    /// From sending the request to the last player's frame, ms: the middle, the 99th of a hundred, the largest.
    pub seen: [f64; 3],
    /// The same to the answer of the request.
    pub answered: [f64; 3],
    /// Bytes of WebSocket frames at all players: binary, text, control.
    pub binary: u64,
    pub text: u64,
    pub control: u64,
    pub frames: u64,
    pub texts: u64,
    /// Bytes of the answers to the requests.
    pub answers: u64,
    /// By how much requests left late, ms at most.
    pub late: f64,
    /// From the first request until everybody had seen everything, seconds.
    pub took: f64,
}

/// The process's whole life.
pub fn run() -> Result<()> {
    snowparty::web::raise_descriptor_limit();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, play())
}

async fn play() -> Result<()> {
    let room: Room = hear()?;
    let hall = Rc::new(Hall::new(room));
    let mut ports = Vec::new();
    for token in &hall.room.tokens {
        let stream = open_socket(&hall.room.address, &hall.room.code, &format!("token={token}")).await?;
        ports.push(stream.local_addr()?.port());
        tokio::task::spawn_local(watch(Rc::clone(&hall), stream));
    }
    say(&ports)?;
    let task: Task = tokio::task::spawn_blocking(hear).await??;
    *hall.tally.borrow_mut() = Tally::of((task.a_second * task.seconds) as usize);
    place_all(&hall, &task).await?;
    say(&hall.outcome())?;
    // The sockets stay open until they are counted: then the other end is closed, and nothing is heard.
    let _ended = tokio::task::spawn_blocking(hear::<Task>).await?;
    Ok(())
}

fn hear<T: serde::de::DeserializeOwned>() -> Result<T> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    serde_json::from_str(&line).context("the players were told nothing")
}

fn say<T: Serialize>(what: &T) -> Result<()> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, what)?;
    Ok(out.write_all(b"\n").and_then(|()| out.flush())?)
}

/// What all phones know together; one thread has it.
struct Hall {
    room: Room,
    tally: RefCell<Tally>,
    /// What was read last; every phone's turn ends before the next one's begins.
    buffer: RefCell<Vec<u8>>,
}

/// What was placed and seen since the task began.
#[derive(Default)]
struct Tally {
    sent: Vec<Option<Instant>>,
    answered: Vec<Option<Duration>>,
    reached: Vec<u32>,
    last: Vec<Option<Instant>>,
    outcome: Outcome,
}

impl Tally {
    fn of(placements: usize) -> Self {
        Self {
            sent: vec![None; placements],
            answered: vec![None; placements],
            reached: vec![0; placements],
            last: vec![None; placements],
            outcome: Outcome::default(),
        }
    }
}

impl Hall {
    fn new(room: Room) -> Self {
        Self {
            room,
            tally: RefCell::default(),
            buffer: RefCell::new(vec![0; 64 * 1024]),
        }
    }

    fn cell_of(&self, placement: usize) -> u32 {
        (placement as u64 * u64::from(STRIDE) % u64::from(self.room.cells)) as u32
    }

    fn all_seen(&self) -> bool {
        let everyone = self.room.tokens.len() as u32;
        let tally = self.tally.borrow();
        let answers = tally.answered.iter().zip(&tally.reached);
        answers
            .filter(|(answered, _)| answered.is_some())
            .all(|(_, reached)| *reached >= everyone)
    }

    fn outcome(&self) -> Outcome {
        let mut tally = self.tally.borrow_mut();
        let everyone = self.room.tokens.len() as u32;
        let answered: Vec<Duration> = tally.answered.iter().flatten().copied().collect();
        let accepted = tally
            .answered
            .iter()
            .zip(&tally.reached)
            .filter(|(answered, _)| answered.is_some());
        let reached: Vec<u32> = accepted.map(|(_, reached)| *reached).collect();
        let waits = tally
            .sent
            .iter()
            .zip(&tally.last)
            .filter_map(|(sent, last)| Some((*last)? - (*sent)?));
        let waits: Vec<Duration> = waits.collect();
        Outcome {
            asked: tally.sent.iter().flatten().count(),
            accepted: answered.len(),
            missing: reached
                .iter()
                .map(|reached| u64::from(everyone.saturating_sub(*reached)))
                .sum(),
            twice: reached
                .iter()
                .map(|reached| u64::from(reached.saturating_sub(everyone)))
                .sum(),
            seen: spread(&waits),
            answered: spread(&answered),
            ..std::mem::take(&mut tally.outcome)
        }
    }
}

fn spread(times: &[Duration]) -> [f64; 3] {
    let mut times: Vec<f64> = times.iter().map(|time| ms(*time)).collect();
    [50.0, 99.0, 100.0].map(|per_cent| percentile(&mut times, per_cent))
}

/// Opens a room's socket with `token=…` or `role=tv`.
pub async fn open_socket(address: &str, code: &str, credential: &str) -> Result<TcpStream> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let headers = [
        ("host", address),
        ("connection", "upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "c25vd3BhcnR5IHBhcnR5IQ=="),
    ];
    let path = format!("/ws?session={code}&{credential}");
    stream.write_all(&wire::request("GET", &path, &headers, b"")).await?;
    let mut head = Vec::new();
    while wire::end_of_head(&head).is_none() {
        // Byte by byte: what follows are frames.
        head.push(stream.read_u8().await?);
    }
    ensure!(wire::status(&head) == 101, "the socket was refused");
    Ok(stream)
}

/// One phone's socket.
struct Phone {
    hall: Rc<Hall>,
    version: Option<u32>,
    /// The beginning of a frame whose end has not come.
    rest: Vec<u8>,
}

async fn watch(hall: Rc<Hall>, stream: TcpStream) {
    let mut phone = Phone {
        hall,
        version: None,
        rest: Vec::new(),
    };
    while stream.readable().await.is_ok() {
        match phone.read(&stream) {
            Ok(pongs) if pongs.is_empty() => {}
            // Nothing else is written to this socket, and its buffer has room for a few bytes.
            Ok(pongs) => drop(stream.try_write(&pongs)),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(_) => break,
        }
    }
    phone.hall.tally.borrow_mut().outcome.closed += 1;
}

impl Phone {
    /// Reads what is there; gives what is to be answered.
    fn read(&mut self, stream: &TcpStream) -> std::io::Result<Vec<u8>> {
        let hall = Rc::clone(&self.hall);
        let mut buffer = hall.buffer.borrow_mut();
        let read = stream.try_read(&mut buffer)?;
        if read == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let now = Instant::now();
        let mut bytes = &buffer[..read];
        let joined;
        if !self.rest.is_empty() {
            joined = [&self.rest, bytes].concat();
            bytes = &joined;
        }
        let mut pongs = Vec::new();
        while let Some((head, length)) = frame(bytes) {
            let (whole, rest) = bytes.split_at(head + length);
            self.take(whole[0], &whole[head..], whole.len(), now, &mut pongs)?;
            bytes = rest;
        }
        self.rest = bytes.to_vec();
        Ok(pongs)
    }

    fn take(&mut self, kind: u8, body: &[u8], size: usize, now: Instant, pongs: &mut Vec<u8>) -> std::io::Result<()> {
        let mut tally = self.hall.tally.borrow_mut();
        match kind & 0x0f {
            1 => {
                tally.outcome.text += size as u64;
                tally.outcome.texts += 1;
            }
            2 => {
                tally.outcome.binary += size as u64;
                tally.outcome.frames += 1;
                see(&mut tally, &mut self.version, body, self.hall.room.cells, now);
            }
            8 => return Err(ErrorKind::ConnectionAborted.into()),
            9 => {
                tally.outcome.control += size as u64;
                // A pong, masked with zeros.
                pongs.extend_from_slice(&[0x8a, 0x80 | body.len() as u8, 0, 0, 0, 0]);
                pongs.extend_from_slice(body);
            }
            _ => tally.outcome.control += size as u64,
        }
        Ok(())
    }
}

/// Notes the placements of a binary frame.
fn see(tally: &mut Tally, version: &mut Option<u32>, body: &[u8], cells: u32, now: Instant) {
    let number = |at: usize| u32::from_le_bytes([body[at], body[at + 1], body[at + 2], body[at + 3]]);
    if body.len() < 8 || body[0] != ITEMS {
        return;
    }
    let (count, last) = (u32::from(u16::from_le_bytes([body[2], body[3]])), number(4));
    if version.is_some_and(|version| version != last.wrapping_sub(count)) {
        tally.outcome.gaps += 1;
    }
    *version = Some(last);
    for at in (8..body.len()).step_by(4) {
        let placement = placement_of(number(at) & 0x00ff_ffff, cells);
        if let Some(reached) = tally.reached.get_mut(placement) {
            *reached += 1;
            tally.last[placement] = Some(now);
        }
    }
}

/// The first that paints a cell: the stride's inverse takes the cell back to its number.
fn placement_of(cell: u32, cells: u32) -> usize {
    thread_local!(static INVERSE: RefCell<(u32, u64)> = const { RefCell::new((0, 0)) });
    let inverse = INVERSE.with_borrow_mut(|known| {
        if known.0 != cells {
            let inverse = (1..u64::from(cells)).find(|one| one * u64::from(STRIDE) % u64::from(cells) == 1);
            *known = (cells, inverse.unwrap_or(0));
        }
        known.1
    });
    (u64::from(cell) * inverse % u64::from(cells)) as usize
}

/// The lengths of a frame's head and body, if it is whole (RFC 6455, 5.2; servers do not mask).
fn frame(bytes: &[u8]) -> Option<(usize, usize)> {
    let (head, length) = match *bytes.get(1)? & 0x7f {
        126 => (4, usize::from(u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?))),
        127 => (10, u64::from_be_bytes(bytes.get(2..10)?.try_into().ok()?) as usize),
        short => (2, usize::from(short)),
    };
    (bytes.len() >= head + length).then_some((head, length))
}

/// Lets the seats place one after the other, in even steps of time.
async fn place_all(hall: &Rc<Hall>, task: &Task) -> Result<()> {
    let mut lines = Vec::new();
    for _ in &hall.room.tokens {
        let stream = TcpStream::connect(&hall.room.address).await?;
        stream.set_nodelay(true)?;
        lines.push(Rc::new(tokio::sync::Mutex::new(stream)));
    }
    let begun = Instant::now();
    let step = Duration::from_secs(1) / task.a_second;
    let mut placing = tokio::task::JoinSet::new();
    for placement in 0..(task.a_second * task.seconds) as usize {
        let due = begun + step * placement as u32;
        tokio::time::sleep_until(due.into()).await;
        let late = &mut hall.tally.borrow_mut().outcome.late;
        *late = late.max(ms(due.elapsed()));
        let line = Rc::clone(&lines[placement % lines.len()]);
        placing.spawn_local(place(Rc::clone(hall), line, placement, task.epoch));
    }
    while let Some(placed) = placing.join_next().await {
        placed??;
    }
    let waited = Instant::now();
    while !hall.all_seen() && waited.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    hall.tally.borrow_mut().outcome.took = begun.elapsed().as_secs_f64();
    Ok(())
}

async fn place(hall: Rc<Hall>, line: Rc<tokio::sync::Mutex<TcpStream>>, placement: usize, epoch: u64) -> Result<()> {
    let room = &hall.room;
    let cell = hall.cell_of(placement);
    let (x, y, color) = (cell % room.width, cell / room.width, 1 + placement % 31);
    let body = format!(r#"{{"action_id":"{placement:x}","x":{x},"y":{y},"color":{color},"epoch":{epoch}}}"#);
    let bearer = format!("Bearer {}", room.tokens[placement % room.tokens.len()]);
    let headers = [
        ("host", room.address.as_str()),
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let path = format!("/api/session/{}/canvas/place", room.code);
    let request = wire::request("POST", &path, &headers, body.as_bytes());
    let mut line = line.lock().await;
    let sent = Instant::now();
    hall.tally.borrow_mut().sent[placement] = Some(sent);
    line.write_all(&request).await?;
    let answer = answer(&mut line).await?;
    let mut tally = hall.tally.borrow_mut();
    tally.outcome.answers += answer.len() as u64;
    if wire::status(&answer) == 200 {
        tally.answered[placement] = Some(sent.elapsed());
    } else {
        eprintln!("refused: {}", String::from_utf8_lossy(&answer));
    }
    Ok(())
}

async fn answer(line: &mut TcpStream) -> Result<Vec<u8>> {
    let mut answer = Vec::with_capacity(1_024);
    loop {
        if let Some(end) = wire::end_of_head(&answer).filter(|end| answer.len() >= end + wire::length_of_body(&answer))
        {
            ensure!(end > 0, "an answer without a head");
            return Ok(answer);
        }
        ensure!(line.read_buf(&mut answer).await? > 0, "the answer broke off");
    }
}
