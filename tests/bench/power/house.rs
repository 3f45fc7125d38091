//! The appliance in a process of its own, which can be killed, and a phone that comes back to it.

use anyhow::{Context, Result, ensure};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use snowparty::bots::Site;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::client_async;
use tokio_tungstenite::tungstenite::Message;

pub const PIN: &str = "123456";
/// Longer than anything takes here.
pub const PATIENCE: Duration = Duration::from_secs(600);

pub struct House {
    process: Child,
    pub address: String,
}

impl House {
    /// Starts one and does not wait for it.
    pub fn start(folder: &Path) -> Result<Self> {
        // Nobody else takes it in the moment between.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let fixed = [
            "--json",
            "--no-mdns",
            "--audio",
            "off",
            "--bind",
            "127.0.0.1",
            "--countdown",
            "0",
            "--pin",
            PIN,
        ];
        let process = Command::new(env!("CARGO_BIN_EXE_snowparty"))
            .args(fixed)
            .args(["--port", &port.to_string(), "--data-dir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .context("the appliance does not start")?;
        Ok(Self {
            process,
            address: format!("127.0.0.1:{port}"),
        })
    }

    /// Waits until it says where it is; gives the party's code.
    pub fn code(&mut self) -> Result<String> {
        let mut line = String::new();
        let said = self
            .process
            .stdout
            .take()
            .context("its words are piped, and were not read yet")?;
        BufReader::new(said).read_line(&mut line)?;
        let said: Value = serde_json::from_str(&line).context("the appliance did not say where it is")?;
        Ok(said["code"].as_str().context("no code")?.to_owned())
    }

    pub fn site(&self) -> Result<Site> {
        Site::parse(&format!("http://{}", self.address))
    }

    /// Gives a guest a seat; its token.
    pub async fn join(&self, code: &str, name: &str) -> Result<String> {
        let path = format!("/api/session/{code}/join");
        let joined = self.site()?.post(&path, None, &json!({ "name": name })).await?;
        Ok(joined["token"].as_str().context("no token")?.to_owned())
    }

    /// SIGKILL.
    pub fn kill(mut self) -> Result<()> {
        self.process.kill()?;
        self.process.wait()?;
        Ok(())
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A phone knocks every millisecond until it is let in, is greeted, and does something: how long after `begun` the greeting came, and
/// how long the answer, which is durable.
pub async fn first_answer(address: &str, code: &str, token: &str, begun: Instant) -> Result<(Duration, Duration)> {
    let stream = loop {
        match TcpStream::connect(address).await {
            Ok(stream) => break stream,
            Err(error) => ensure!(begun.elapsed() < PATIENCE, "nobody opens: {error}"),
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    };
    stream.set_nodelay(true)?;
    let url = format!("ws://{address}/ws?session={code}&token={token}");
    let mut socket = client_async(url, stream).await?.0;
    let until = async |socket: &mut tokio_tungstenite::WebSocketStream<TcpStream>, wanted: &str| loop {
        let heard = timeout(PATIENCE, socket.next())
            .await?
            .context("the socket is closed")??;
        let Message::Text(text) = heard else { continue };
        let said: Value = serde_json::from_str(&text)?;
        match said["type"].as_str() {
            Some(kind) if kind == wanted => return anyhow::Ok(begun.elapsed()),
            Some("system.error") => anyhow::bail!("refused: {text}"),
            _ => {}
        }
    };
    let greeted = until(&mut socket, "system.hello").await?;
    let name = format!("Back {}", rand::random::<u16>());
    let wish = json!({
        "type": "action.request", "timestamp": "", "trace_id": "bench",
        "payload": { "action_id": name, "action_type": "rename", "payload": { "name": name } },
    });
    socket.send(Message::text(wish.to_string())).await?;
    let answered = until(&mut socket, "action.result").await?;
    Ok((greeted, answered))
}
