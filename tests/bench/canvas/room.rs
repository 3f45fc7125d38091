//! A thousand players who see each other paint: how long it takes, what it costs on the wire, what the server needs for it.

use crate::appliance::{Appliance, cpu_of};
use crate::figure::{Bound, Sheet};
use crate::million::Shelf;
use crate::players::{Outcome, Room, Task, open_socket};
use anyhow::{Context, Result, ensure};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;
use tokio::io::AsyncReadExt;

const PLAYERS: usize = 1_000;
const SIDE: u32 = 1_000;
const A_SECOND: u32 = 167;
const SECONDS: u32 = 20;
/// IPv4 20, TCP 20, its timestamps 12.
const HEADERS: u64 = 52;
/// After the greetings, and after the first pings (`web::socket`).
const CALM: Duration = Duration::from_secs(5);

/// 1000×1000 cells, a pixel in 5 s, room for all.
fn settings() -> serde_json::Value {
    json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 5_000, "slots": PLAYERS, "minutes": 0 })
}

pub fn measure(sheet: &mut Sheet, _: &Shelf) -> Result<()> {
    snowparty::web::raise_descriptor_limit();
    let folder = tempfile::tempdir()?;
    let appliance = Appliance::start(folder.path())?;
    let tokens = appliance.seat(PLAYERS)?;
    let mut players = Players::start(&Room {
        address: appliance.address.clone(),
        code: appliance.code.clone(),
        tokens,
        cells: SIDE * SIDE,
        width: SIDE,
    })?;
    let _tv = Tv::watch(&appliance)?;
    appliance.paint(&settings())?;
    appliance.until_playing(PLAYERS)?;
    std::thread::sleep(CALM);
    let (outcome, spent) = players.paint(&appliance)?;
    tell_order(sheet, &outcome);
    tell_times(sheet, &outcome);
    tell_bytes(sheet, &outcome, &spent);
    tell_cpu(sheet, &outcome, &spent);
    Ok(())
}

fn tell_order(sheet: &mut Sheet, outcome: &Outcome) {
    sheet.bounded(
        "placements accepted",
        outcome.accepted as f64,
        "",
        Bound::AtLeast((A_SECOND * SECONDS).into()),
    );
    let lost = outcome.missing + outcome.twice + outcome.gaps + outcome.closed;
    sheet.bounded(
        "frames missing or doubled, gaps, sockets closed",
        lost as f64,
        "",
        Bound::AtMost(0.0),
    );
    sheet.noted("requests left late by at most", outcome.late, "ms");
}

fn tell_times(sheet: &mut Sheet, outcome: &Outcome) {
    let [middle, slow, slowest] = outcome.seen;
    sheet.noted("POST to the last player's frame, p50", middle, "ms");
    sheet.bounded("POST to the last player's frame, p99", slow, "ms", Bound::Under(300.0));
    sheet.noted("POST to the last player's frame, largest", slowest, "ms");
    let [middle, slow, slowest] = outcome.answered;
    sheet.noted("POST to its answer, p50", middle, "ms");
    sheet.noted("POST to its answer, p99", slow, "ms");
    sheet.noted("POST to its answer, largest", slowest, "ms");
}

/// Bytes of the sockets, from the kernel's own counts of them (tcp_info, as `ss -ti` prints it): payload and 52 for each segment.
fn tell_bytes(sheet: &mut Sheet, outcome: &Outcome, spent: &Spent) {
    let each = |bytes: u64| bytes as f64 / outcome.accepted as f64 / PLAYERS as f64;
    let [down, up] = [spent.wire.down, spent.wire.up].map(Way::bytes);
    sheet.bounded(
        "bytes a placement a client, to the client",
        each(down),
        "",
        Bound::AtMost(7.0),
    );
    sheet.noted(
        "… of them headers of segments",
        each(spent.wire.down.segments * HEADERS),
        "",
    );
    sheet.noted("… of them binary frames", each(outcome.binary), "");
    sheet.noted("… of them texts (each player's own canvas.you)", each(outcome.text), "");
    sheet.noted(
        "the same with what the client sends (acknowledgements)",
        each(down + up),
        "",
    );
    sheet.noted(
        "answers to the POSTs, on connections of their own, add",
        each(outcome.answers),
        "",
    );
    let a_second = |count: u64| count as f64 / outcome.took / PLAYERS as f64;
    sheet.noted("binary frames a client a second", a_second(outcome.frames), "");
    sheet.noted("texts a client a second", a_second(outcome.texts), "");
    sheet.noted("segments to a client a second", a_second(spent.wire.down.segments), "");
}

fn tell_cpu(sheet: &mut Sheet, outcome: &Outcome, spent: &Spent) {
    let share = |cpu: Duration| 100.0 * cpu.as_secs_f64() / outcome.took;
    sheet.noted("the server's share of one core", share(spent.server), "%");
    sheet.noted("the phones' share of one core", share(spent.phones), "%");
}

/// What a task took.
struct Spent {
    server: Duration,
    phones: Duration,
    wire: Wire,
}

/// The process with the phones.
struct Players {
    process: Child,
    orders: ChildStdin,
    words: BufReader<ChildStdout>,
    ports: BTreeSet<u16>,
}

impl Players {
    fn start(room: &Room) -> Result<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .arg(crate::PLAYERS)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let orders = process.stdin.take().context("its input is piped")?;
        let words = BufReader::new(process.stdout.take().context("its output is piped")?);
        let mut players = Self {
            process,
            orders,
            words,
            ports: BTreeSet::new(),
        };
        players.tell(room)?;
        players.ports = players.hear()?;
        Ok(players)
    }

    fn tell(&mut self, what: &impl Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.orders, what)?;
        Ok(self.orders.write_all(b"\n")?)
    }

    fn hear<T: serde::de::DeserializeOwned>(&mut self) -> Result<T> {
        let mut line = String::new();
        self.words.read_line(&mut line)?;
        serde_json::from_str(&line).context("the players have failed")
    }

    fn paint(&mut self, appliance: &Appliance) -> Result<(Outcome, Spent)> {
        let (epoch, _) = appliance.edition()?;
        let task = Task {
            epoch,
            a_second: A_SECOND,
            seconds: SECONDS,
        };
        let phones = self.process.id();
        let before = (
            Wire::of(appliance.port(), &self.ports)?,
            appliance.cpu()?,
            cpu_of(phones)?,
        );
        self.tell(&task)?;
        let outcome = self.hear()?;
        let spent = Spent {
            server: appliance.cpu()? - before.1,
            phones: cpu_of(phones)? - before.2,
            wire: Wire::of(appliance.port(), &self.ports)?.since(before.0),
        };
        Ok((outcome, spent))
    }
}

impl Drop for Players {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A TV looks on, as in every room; it is not counted.
struct Tv(#[expect(dead_code, reason = "its task reads as long as it lives")] tokio::runtime::Runtime);

impl Tv {
    fn watch(appliance: &Appliance) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let socket = open_socket(&appliance.address, &appliance.code, "role=tv");
        let mut stream = runtime.block_on(socket)?;
        runtime.spawn(async move {
            let mut buffer = vec![0; 64 * 1024];
            while stream.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
        });
        Ok(Self(runtime))
    }
}

/// What went over some sockets, as the kernel counts it at the clients' ends.
#[derive(Clone, Copy, Default)]
struct Wire {
    down: Way,
    up: Way,
}

#[derive(Clone, Copy, Default)]
struct Way {
    payload: u64,
    segments: u64,
}

impl Way {
    fn bytes(self) -> u64 {
        self.payload + self.segments * HEADERS
    }

    fn since(self, before: Self) -> Self {
        Self {
            payload: self.payload - before.payload,
            segments: self.segments - before.segments,
        }
    }
}

impl Wire {
    fn of(server: u16, clients: &BTreeSet<u16>) -> Result<Self> {
        let said = Command::new("ss")
            .args(["-tinHO", "state", "established", &format!("( dport = :{server} )")])
            .output()
            .context("ss (iproute2) is needed to count the wire")?;
        let said = String::from_utf8(said.stdout)?;
        let mut wire = Self::default();
        let mut counted = 0;
        for line in said
            .lines()
            .filter(|line| local_port(line).is_some_and(|port| clients.contains(&port)))
        {
            wire.add(line);
            counted += 1;
        }
        ensure!(
            counted == clients.len(),
            "ss knows {counted} of {} sockets",
            clients.len()
        );
        Ok(wire)
    }

    fn add(&mut self, line: &str) {
        let count = |name: &str| -> u64 {
            let mut fields = line.split_whitespace().filter_map(|field| field.split_once(':'));
            fields
                .find(|(field, _)| *field == name)
                .and_then(|(_, count)| count.parse().ok())
                .unwrap_or(0)
        };
        self.down.payload += count("bytes_received");
        self.down.segments += count("segs_in");
        self.up.payload += count("bytes_sent");
        self.up.segments += count("segs_out");
    }

    fn since(self, before: Self) -> Self {
        Self {
            down: self.down.since(before.down),
            up: self.up.since(before.up),
        }
    }
}

/// Receive queue, send queue, local address, and so on.
fn local_port(line: &str) -> Option<u16> {
    line.split_whitespace().nth(2)?.rsplit(':').next()?.parse().ok()
}
