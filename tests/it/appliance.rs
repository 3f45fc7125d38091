//! A real appliance: the binary, as a host starts it, on whatever machine a test wants.

use crate::shim::{ForgetfulDisk, MoodyDisk, jump_the_wall_clock};
use crate::wire::{Answer, Socket, request};
use serde_json::{Value, json};
use snowparty::id::{ActionKey, SeatId};
use snowparty::party;
use snowparty::store::{Store, Synchronous};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

/// A process that runs until it is killed, or dropped.
pub struct Appliance {
    process: Child,
    pub address: String,
    pub code: String,
    pub host_token: String,
}

/// What is not as usual about the machine that an appliance starts on.
pub enum Machine<'a> {
    Usual,
    /// Its disk forgets.
    With(&'a ForgetfulDisk),
    /// Its disk is slow, full or broken.
    Moody(&'a MoodyDisk),
    /// Its wall clock stands so many seconds off.
    Jumped(i64),
    /// All that it can say of itself is written into a file.
    Told(&'a Path),
}

impl Appliance {
    pub fn start(folder: &Path, machine: Machine, more: &[&str]) -> Self {
        Self::start_of(Path::new(env!("CARGO_BIN_EXE_snowparty")), folder, machine, more)
    }

    /// The same of another release.
    pub fn start_of(binary: &Path, folder: &Path, machine: Machine, more: &[&str]) -> Self {
        let mut command = Command::new(binary);
        let fixed = [
            "--json",
            "--no-mdns",
            "--audio",
            "off",
            "--port",
            "0",
            "--bind",
            "127.0.0.1",
            "--countdown",
            "0",
        ];
        command
            .args(fixed)
            .args(more)
            .arg("--data-dir")
            .arg(folder)
            .stdout(Stdio::piped());
        match machine {
            Machine::Usual => {}
            Machine::With(disk) => disk.put_under(&mut command),
            Machine::Moody(disk) => {
                disk.put_under(&mut command);
                // Its log stands on the same disk.
                let full = std::fs::File::options().write(true).open("/dev/full");
                command.stderr(full.unwrap());
            }
            Machine::Jumped(seconds) => jump_the_wall_clock(&mut command, seconds),
            Machine::Told(log) => {
                let log = std::fs::File::create(log).unwrap();
                command.env("RUST_LOG", "trace").stderr(log);
            }
        }
        let mut process = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let said: Value = serde_json::from_str(&line).expect("the first line is JSON");
        let text = |field: &str| said[field].as_str().unwrap().to_owned();
        let host_token = text("host_url").split_once("#token=").unwrap().1.to_owned();
        let address = text("url").trim_start_matches("http://").to_owned();
        Self {
            process,
            address,
            code: text("code"),
            host_token,
        }
    }

    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Asks it to stop, as a service manager does, and waits for its end.
    pub fn stop(mut self) -> ExitStatus {
        let asked = Command::new("sh")
            .args(["-c", "kill -TERM $0", &self.process.id().to_string()])
            .status();
        assert!(asked.unwrap().success());
        self.process.wait().unwrap()
    }

    pub async fn post_as(&self, token: &str, path: &str, body: &Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str())];
        request(&self.address, "POST", path, &headers, &body.to_string()).await
    }

    pub async fn socket(&self, token: &str) -> Socket {
        Socket::connect(&self.address, &self.code, &format!("token={token}")).await
    }

    pub async fn join(&self, name: &str) -> String {
        let path = format!("/api/session/{}/join", self.code);
        let answer = request(&self.address, "POST", &path, &[], &json!({ "name": name }).to_string()).await;
        answer.body["token"].as_str().unwrap().to_owned()
    }
}

impl Drop for Appliance {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Every action that the journals of a folder know to be accepted.
pub async fn accepted(folder: &Path) -> Result<Vec<(Option<SeatId>, ActionKey)>, String> {
    let copy = tempfile::tempdir().unwrap();
    for name in ["snowparty.db", "snowparty.db-wal"] {
        // There is no log after a quiet end, and perhaps nothing at all.
        let _ = std::fs::copy(folder.join(name), copy.path().join(name));
    }
    let store = Store::open(copy.path(), Synchronous::Full).map_err(|error| error.to_string())?;
    let mut all = Vec::new();
    for code in store.journaled_parties().await.map_err(|error| error.to_string())? {
        let accepted = party::accepted(&store, &code).await;
        all.extend(accepted.map_err(|error| error.to_string())?);
    }
    Ok(all)
}
