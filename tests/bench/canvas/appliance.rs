//! The real appliance: the binary as a host starts it, over a folder, in a process of its own.

use crate::wire::{self, Answer};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, ErrorKind};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longer than anything takes here.
const PATIENCE: Duration = Duration::from_secs(120);
/// Ticks of processor time in a second, on every Linux of today (proc_pid_stat(5)).
const TICKS: f64 = 100.0;

pub struct Appliance {
    process: Child,
    pub address: String,
    pub code: String,
    host: String,
}

impl Appliance {
    /// Starts one, and waits until it says where it is.
    pub fn start(folder: &Path) -> Result<Self> {
        let port = free_port()?.to_string();
        let fixed = [
            "--json",
            "--no-mdns",
            "--audio",
            "off",
            "--bind",
            "127.0.0.1",
            "--countdown",
            "0",
        ];
        let mut process = Command::new(env!("CARGO_BIN_EXE_snowparty"))
            .args(fixed)
            .args(["--port", &port, "--data-dir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .context("the appliance does not start")?;
        let mut line = String::new();
        let said = process.stdout.take().context("its words are piped")?;
        BufReader::new(said).read_line(&mut line)?;
        let said: Value = serde_json::from_str(&line).context("the appliance did not say where it is")?;
        let text = |field: &str| said[field].as_str().unwrap_or_default().to_owned();
        let host = text("host_url")
            .split_once("#token=")
            .map(|(_, token)| token.to_owned());
        Ok(Self {
            process,
            address: text("url").trim_start_matches("http://").to_owned(),
            code: text("code"),
            host: host.context("no token for the host")?,
        })
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }

    pub fn port(&self) -> u16 {
        self.address
            .rsplit(':')
            .next()
            .and_then(|port| port.parse().ok())
            .unwrap_or(0)
    }

    /// An address of the canvas.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/session/{}/canvas/{rest}", self.code)
    }

    /// Reads something of the canvas, as a browser asks for it.
    pub fn get(&self, rest: &str) -> Result<Answer> {
        self.get_with(rest, &[])
    }

    pub fn get_with(&self, rest: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let headers = [&[("accept-encoding", "gzip")], headers].concat();
        wire::ask(&self.address, "GET", &self.path(rest), &headers, b"")
    }

    /// Asks as the host.
    pub fn post(&self, path: &str, kind: &str, body: &[u8]) -> Result<Answer> {
        let bearer = format!("Bearer {}", self.host);
        let headers = [("authorization", bearer.as_str()), ("content-type", kind)];
        wire::ask(&self.address, "POST", path, &headers, body)?.good()
    }

    /// Gives so many guests a seat; their tokens.
    pub fn seat(&self, guests: usize) -> Result<Vec<String>> {
        let path = format!("/api/session/{}/join", self.code);
        let join = |number: usize| {
            let body = json!({ "name": format!("Guest {number}") }).to_string();
            let headers = [("content-type", "application/json")];
            let joined = wire::ask(&self.address, "POST", &path, &headers, body.as_bytes())?
                .good()?
                .json()?;
            Ok(joined["token"].as_str().context("a seat without a token")?.to_owned())
        };
        (1..=guests).map(join).collect()
    }

    /// Opens a canvas and starts it.
    pub fn paint(&self, settings: &Value) -> Result<()> {
        let wish = json!({ "game": "canvas", "settings": settings }).to_string();
        self.post("/api/session", "application/json", wish.as_bytes())?;
        self.post(&format!("/api/session/{}/start", self.code), "application/json", b"{}")?;
        Ok(())
    }

    /// Waits until so many play.
    pub fn until_playing(&self, players: usize) -> Result<()> {
        let path = format!("/api/session/{}/state", self.code);
        let begun = Instant::now();
        loop {
            let state = wire::ask(&self.address, "GET", &path, &[], b"")?.good()?.json()?;
            if playing(&state) == players {
                return Ok(());
            }
            ensure!(begun.elapsed() < PATIENCE, "{} of {players} play", playing(&state));
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// The board's epoch and version.
    pub fn edition(&self) -> Result<(u64, u64)> {
        let board = self.get("board")?.good()?.json()?;
        let epoch = board["board"]["epoch"].as_u64().context("a board without an epoch")?;
        Ok((epoch, board["version"].as_u64().context("a board without a version")?))
    }

    /// A line of its status, such as `VmRSS`, in MB.
    pub fn memory(&self, line: &str) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id()))?;
        let found = status
            .lines()
            .find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
        let kb = found.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
        Ok(kb.with_context(|| format!("no {line} in its status"))? * 1_024.0 / 1e6)
    }

    /// The processor time that it has taken.
    pub fn cpu(&self) -> Result<Duration> {
        cpu_of(self.id())
    }
}

impl Drop for Appliance {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How many players of a party's state play.
pub fn playing(state: &Value) -> usize {
    let players = state["players"].as_array().map_or(&[][..], Vec::as_slice);
    players
        .iter()
        .filter(|player| player["current_level"] == "playing")
        .count()
}

/// The processor time that a process has taken: user and system (fields 14 and 15 of proc_pid_stat(5)).
pub fn cpu_of(process: u32) -> Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, rest) = stat.rsplit_once(") ").context("no status of that process")?;
    let ticks: f64 = rest
        .split(' ')
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum();
    Ok(Duration::from_secs_f64(ticks / TICKS))
}

/// A port that nobody listens on; nobody else takes it in the moment between.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// From the start of the process over a folder to its first answer.
pub fn first_answer(folder: &Path) -> Result<Duration> {
    let port = free_port()?;
    let fixed = ["--json", "--no-mdns", "--audio", "off", "--bind", "127.0.0.1"];
    let begun = Instant::now();
    let mut process = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(fixed)
        .args(["--port", &port.to_string(), "--data-dir"])
        .arg(folder)
        .stdout(Stdio::null())
        .spawn()?;
    let answered = until_answered(&format!("127.0.0.1:{port}"), begun);
    process.kill()?;
    process.wait()?;
    answered
}

fn until_answered(address: &str, begun: Instant) -> Result<Duration> {
    loop {
        match wire::ask(address, "GET", "/api/party", &[], b"") {
            Ok(answer) => return answer.good().map(|_| begun.elapsed()),
            Err(error) if refused(&error) && begun.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(1)),
            Err(error) => return Err(error),
        }
    }
}

fn refused(error: &anyhow::Error) -> bool {
    let cause = error.downcast_ref::<std::io::Error>();
    cause.is_some_and(|cause| cause.kind() == ErrorKind::ConnectionRefused)
}
