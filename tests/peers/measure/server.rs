//! One server, started for one run in production mode, and ended by its number when the run is over, however it ends.

use super::plan::{Peer, Scene};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use snowparty::bots::Site;
use snowparty::bots::gauge::Gauge;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::timeout;

/// A server that is not up by then does not come.
const STARTING: Duration = Duration::from_secs(20);

/// What is started.
#[derive(Clone, Copy)]
pub struct Binary<'a> {
    pub peer: Peer,
    /// If it is ours.
    pub snowparty: &'a Path,
}

/// A server that runs.
pub struct Server {
    peer: Peer,
    process: Child,
    said: Value,
    site: Site,
    /// Kept for as long as it is served from.
    _folder: TempDir,
}

/// Somebody's way in: the address of a socket, and the seat it has.
pub struct Door {
    pub path: String,
    pub seat: u64,
}

fn servers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers/servers")
}

fn python() -> PathBuf {
    servers().join(".venv/bin/python")
}

fn floor() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers-floor")
}

/// Why a peer cannot be measured here, if it cannot.
pub fn lacks(peer: Peer) -> Option<&'static str> {
    let modules = servers().join("node_modules/socket.io").exists();
    match peer {
        Peer::Socketio | Peer::Ws | Peer::Colyseus if !modules => {
            Some("its modules are not installed: npm --prefix tests/peers/servers install")
        }
        Peer::Fastapi if !python().exists() => Some("its packages are not installed: see tests/peers/run.sh"),
        _ => None,
    }
}

/// Compiles the floor.
pub fn make_floor() -> Result<()> {
    let made = Command::new("cc")
        .args(["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-o"])
        .arg(floor())
        .arg(servers().join("floor.c"))
        .status()
        .context("there is no C compiler")?;
    ensure!(made.success(), "the floor does not compile");
    Ok(())
}

impl Server {
    /// Starts it, and waits until it says where it is.
    pub async fn start(binary: Binary<'_>, scene: &Scene) -> Result<Self> {
        let peer = binary.peer;
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let mut process = command(binary, folder.path())
            .env("PEERS_COUNTS", if scene.counts { "1" } else { "0" })
            .env("NODE_ENV", "production")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", peer.title()))?;
        let output = process.stdout.take();
        let said = match timeout(STARTING, first_line(output)).await {
            Ok(said) => said,
            Err(_) => Err(anyhow::anyhow!("{} does not say where it is", peer.title())),
        };
        let mut server = Self {
            peer,
            process,
            said: Value::Null,
            site: Site::parse("127.0.0.1")?,
            _folder: folder,
        };
        // Whatever it said, from here on it is ended with the run.
        server.said = said?;
        server.site = Site::parse(&server.address())?;
        Ok(server)
    }

    /// For readings of it.
    pub fn gauge(&self) -> Gauge {
        Gauge { pid: self.process.id() }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.said["port"])
    }

    /// The ways in for so many screens.
    pub async fn screens(&self, count: usize) -> Result<Vec<Door>> {
        let mut doors = Vec::new();
        for _ in 0..count {
            let path = match self.peer {
                Peer::Snowparty => format!("/ws?session={}&role=tv", self.code()),
                _ => self.path("role=tv", json!({ "role": "tv" })).await?,
            };
            doors.push(Door { path, seat: 0 });
        }
        Ok(doors)
    }

    /// The ways in for phones with the seats from 1 on.
    pub async fn phones(&self, count: usize) -> Result<Vec<Door>> {
        let mut doors = Vec::new();
        for seat in 1..=count as u64 {
            doors.push(match self.peer {
                Peer::Snowparty => self.join(seat).await?,
                _ => Door {
                    path: self.path(&format!("seat={seat}"), json!({ "seat": seat })).await?,
                    seat,
                },
            });
        }
        Ok(doors)
    }

    fn code(&self) -> &str {
        self.said["code"].as_str().unwrap_or_default()
    }

    /// A seat of snowparty.
    async fn join(&self, number: u64) -> Result<Door> {
        let path = format!("/api/session/{}/join", self.code());
        let wish = json!({ "name": format!("Guest {number:04}"), "avatar": "fox" });
        let joined = self.site.post(&path, None, &wish).await?;
        let token = joined["token"].as_str().context("a seat without a token")?;
        Ok(Door {
            path: format!("/ws?session={}&token={token}", self.code()),
            seat: joined["player_id"].as_u64().context("a seat without a number")?,
        })
    }

    async fn path(&self, query: &str, wish: Value) -> Result<String> {
        match self.peer {
            Peer::Socketio => Ok(format!("/socket.io/?EIO=4&transport=websocket&{query}")),
            Peer::Colyseus => self.reserve(wish).await,
            Peer::Snowparty | Peer::Ws | Peer::Fastapi | Peer::Floor => Ok(format!("/ws?{query}")),
        }
    }

    /// Colyseus gives a seat first, and a socket to it afterwards.
    async fn reserve(&self, wish: Value) -> Result<String> {
        let seat = self.site.post("/matchmake/joinOrCreate/room", None, &wish).await?;
        let text = |pointer: &str| seat.pointer(pointer).and_then(Value::as_str);
        let process = text("/processId").or_else(|| text("/room/processId"));
        let room = text("/roomId").or_else(|| text("/room/roomId"));
        match (process, room, text("/sessionId")) {
            (Some(process), Some(room), Some(session)) => Ok(format!("/{process}/{room}?sessionId={session}")),
            _ => anyhow::bail!("a reservation that is not understood: {seat}"),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How it is started. If this program dies, the kernel ends it.
fn command(binary: Binary, folder: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--"]).current_dir(servers());
    match binary.peer {
        Peer::Snowparty => command
            .arg(binary.snowparty)
            .args([
                "--json",
                "--no-mdns",
                "--audio",
                "off",
                "--bind",
                "127.0.0.1",
                "--port",
                "0",
                "--data-dir",
            ])
            .arg(folder),
        Peer::Socketio => command.args(["node", "socketio.mjs"]),
        Peer::Ws => command.args(["node", "ws.mjs"]),
        Peer::Colyseus => command.args(["node", "colyseus.mjs"]),
        Peer::Fastapi => command.arg(python()).arg("fastapi_room.py"),
        Peer::Floor => command.arg(floor()),
    };
    command
}

/// What it says of itself: one JSON object in its first line. The rest of what it says is not listened to.
async fn first_line(output: Option<ChildStdout>) -> Result<Value> {
    let output = output.context("its words are piped")?;
    let line = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).map(|_| line)
    });
    serde_json::from_str(&line.await??).context("it did not say where it is")
}
