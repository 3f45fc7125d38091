//! A small HTTP and WebSocket client for one site.

use anyhow::{Context, Result, bail};
use futures_util::{SinkExt, StreamExt};
use http_body::Body;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

const JSON: &str = "application/json";
const ANYTHING: &str = "application/octet-stream";

/// Where the party machine is.
#[derive(Clone, Debug)]
pub struct Site {
    authority: String,
    /// Frames that have come over its sockets.
    heard: Arc<AtomicU64>,
}

impl Site {
    /// From an address such as `http://192.168.1.20:8080`; a path behind it is ignored.
    pub fn parse(url: &str) -> Result<Self> {
        let rest = url.strip_prefix("http://").unwrap_or(url);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let with_port = if authority.contains(':') {
            authority.to_owned()
        } else {
            format!("{authority}:80")
        };
        with_port
            .parse::<http::uri::Authority>()
            .with_context(|| format!("{url} is no address"))?;
        Ok(Self {
            authority: with_port,
            heard: Arc::default(),
        })
    }

    /// Its port, if it is an address of this machine itself.
    pub fn port_here(&self) -> Option<u16> {
        let (host, port) = self.authority.rsplit_once(':')?;
        let here = ["localhost", "[::1]"].contains(&host) || host.starts_with("127.");
        here.then(|| port.parse().ok()).flatten()
    }

    /// How many frames have come over its sockets so far.
    pub fn heard(&self) -> u64 {
        self.heard.load(Ordering::Relaxed)
    }

    /// GET, answered by JSON.
    pub async fn get(&self, path: &str) -> Result<Value> {
        self.request("GET", path, None, "", bytes::Bytes::new()).await
    }

    /// The code of the evening's party.
    pub async fn open_code(&self) -> Result<String> {
        let answer = self.get("/api/party").await?;
        let code = answer.pointer("/party/code").and_then(Value::as_str);
        Ok(code.context("no party is open there")?.to_owned())
    }

    /// GET, answered by bytes; `progress` hears how many have come, and of how many.
    pub async fn fetch(&self, path: &str, progress: &mut dyn FnMut(u64, u64)) -> Result<Vec<u8>> {
        let (mut sender, connection) = http1::handshake(TokioIo::new(self.connect().await?)).await?;
        let carrying = tokio::spawn(connection);
        let request = http::Request::builder().uri(path).header("host", &self.authority);
        let response = sender
            .send_request(request.body(Full::new(bytes::Bytes::new()))?)
            .await?;
        let (status, mut body) = (response.status(), response.into_body());
        let all = body.size_hint().exact().unwrap_or(0);
        let mut bytes = Vec::new();
        while let Some(frame) = body.frame().await {
            if let Ok(data) = frame?.into_data() {
                bytes.extend_from_slice(&data);
                progress(bytes.len() as u64, all);
            }
        }
        drop(sender);
        carrying.await??;
        if !status.is_success() {
            bail!("{}", refusal(&bytes));
        }
        Ok(bytes)
    }

    /// POST of any bytes, answered by JSON; `progress` hears how many have gone, and of how many.
    pub async fn send(
        &self,
        path: &str,
        token: &str,
        body: bytes::Bytes,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Value> {
        let all = body.len() as u64;
        progress(0, all);
        let answer = self.request("POST", path, Some(token), ANYTHING, body).await?;
        progress(all, all);
        Ok(answer)
    }

    /// POST of JSON, answered by JSON; a refusal is an error with its sentence.
    pub async fn post(&self, path: &str, token: Option<&str>, body: &Value) -> Result<Value> {
        self.request("POST", path, token, JSON, body.to_string().into()).await
    }

    async fn connect(&self) -> Result<TcpStream> {
        let stream = TcpStream::connect(&self.authority)
            .await
            .with_context(|| format!("nobody answers at {}", self.authority))?;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    async fn request(
        &self,
        method: &str,
        path: &str,
        token: Option<&str>,
        kind: &str,
        body: bytes::Bytes,
    ) -> Result<Value> {
        let (mut sender, connection) = http1::handshake(TokioIo::new(self.connect().await?)).await?;
        let carrying = tokio::spawn(connection);
        let mut request = http::Request::builder()
            .method(method)
            .uri(path)
            .header("host", &self.authority);
        if !kind.is_empty() {
            request = request.header("content-type", kind);
        }
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let response = sender.send_request(request.body(Full::new(body))?).await?;
        let status = response.status();
        let bytes = response.into_body().collect().await?.to_bytes();
        drop(sender);
        carrying.await??;
        let answer: Value =
            serde_json::from_slice(&bytes).with_context(|| format!("{path} answered {status} without JSON"))?;
        if !status.is_success() {
            bail!("{}", refusal(&bytes));
        }
        Ok(answer)
    }

    /// Opens the room's socket; `credential` is `token=…` or `role=tv`.
    pub async fn socket(&self, code: &str, credential: &str) -> Result<Socket> {
        let url = format!("ws://{}/ws?session={code}&{credential}", self.authority);
        let config = WebSocketConfig::default()
            .read_buffer_size(4 * 1024)
            .write_buffer_size(0);
        let (stream, _) = client_async_with_config(url, self.connect().await?, Some(config)).await?;
        let heard = Arc::clone(&self.heard);
        Ok(Socket { stream, heard })
    }
}

/// The sentence of a refusal.
fn refusal(bytes: &[u8]) -> String {
    let answer: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let sentence = answer.pointer("/error/message").and_then(Value::as_str);
    sentence.unwrap_or("refused").to_owned()
}

/// The room's socket, in envelopes.
pub struct Socket {
    stream: WebSocketStream<TcpStream>,
    heard: Arc<AtomicU64>,
}

/// What came.
pub enum Heard {
    /// A message: its type and its payload.
    Message(String, Value),
    /// The socket is closed, with this code if it said one.
    Closed(Option<u16>),
}

impl Socket {
    /// The next message. Pings are answered on the way.
    pub async fn hear(&mut self) -> Result<Heard> {
        loop {
            match self.stream.next().await {
                Some(Ok(Message::Text(text))) => {
                    self.heard.fetch_add(1, Ordering::Relaxed);
                    let mut envelope: Value = serde_json::from_str(&text)?;
                    let kind = envelope["type"].as_str().unwrap_or_default().to_owned();
                    return Ok(Heard::Message(kind, envelope["payload"].take()));
                }
                Some(Ok(Message::Close(frame))) => return Ok(Heard::Closed(frame.map(|frame| frame.code.into()))),
                Some(Ok(Message::Binary(_))) => drop(self.heard.fetch_add(1, Ordering::Relaxed)),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Ok(Heard::Closed(None)),
            }
        }
    }

    /// Loses the connection without a word, as a phone does whose router is gone.
    pub async fn cut(&mut self) {
        // It may be gone already.
        let _ = self.stream.get_mut().shutdown().await;
    }

    /// Says something. If the connection is gone, [`Socket::hear`] tells.
    pub async fn say(&mut self, kind: &str, payload: Value) {
        let text = json!({ "type": kind, "timestamp": "", "trace_id": "", "payload": payload }).to_string();
        let _ = self.stream.send(Message::text(text)).await;
    }
}
