//! The wire as a stranger would speak it: raw JSON over HTTP and WebSocket. Every message that is heard or said goes through the
//! published JSON Schemas with an independent validator.

use futures_util::{SinkExt, StreamExt};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::Duration;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// Longer than anything takes; a test that waits for it has failed.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// An HTTP answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: http::HeaderMap,
    pub body: Value,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The stable code of a refusal.
    pub fn code(&self) -> &str {
        self.body.pointer("/error/code").and_then(Value::as_str).unwrap_or("")
    }
}

/// A request with any headers; JSON bodies are parsed where there are any.
pub async fn request(address: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    carry(address, method, path, headers, body.as_bytes()).await
}

/// The same of somebody who may be gone at any moment.
pub async fn try_request(
    address: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Answer> {
    exchange(address, method, path, headers, body.as_bytes()).await.ok()
}

/// The same with any bytes.
pub async fn carry(address: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    exchange(address, method, path, headers, body).await.unwrap()
}

type Trouble = Box<dyn std::error::Error + Send + Sync>;

async fn exchange(
    address: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Result<Answer, Trouble> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let mut request = http::Request::builder().method(method).uri(path);
    if !headers.iter().any(|(name, _)| *name == "host") {
        request = request.header("host", address);
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Full::new(bytes::Bytes::copy_from_slice(body)))?;
    let response = timeout(PATIENCE, sender.send_request(request)).await??;
    let (head, body) = response.into_parts();
    let bytes = body.collect().await?.to_bytes().to_vec();
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Ok(Answer {
        status: head.status.as_u16(),
        headers: head.headers,
        body,
        bytes,
    })
}

/// A socket that keeps what a page would: the latest of each topic, and every cue and answer in order.
pub struct Socket {
    stream: WebSocketStream<TcpStream>,
    /// `topics[type] = payload`.
    pub topics: BTreeMap<String, Value>,
    /// Players by id, from `players.list` and `player.update`.
    pub players: BTreeMap<u64, Value>,
    /// Every text heard, whole.
    pub heard: Vec<String>,
    /// Every binary frame heard.
    pub frames: Vec<Vec<u8>>,
    asked: u32,
}

/// Messages that change no topic.
const CUES: [&str; 9] = [
    "game.event",
    "party.join",
    "party.leave",
    "sound.cue",
    "frames",
    "pong",
    "action.result",
    "system.error",
    "system.hello",
];

impl Socket {
    /// Connects; the greeting's first message is awaited.
    pub async fn connect(address: &str, code: &str, credential: &str) -> Self {
        let mut socket = Self::knock(address, code, credential).await;
        socket.until("system.hello", |_| true).await;
        socket
    }

    /// Connects, whatever comes.
    pub async fn knock(address: &str, code: &str, credential: &str) -> Self {
        Self::try_knock(address, code, credential).await.unwrap()
    }

    /// The same where the door may be shut.
    pub async fn try_knock(address: &str, code: &str, credential: &str) -> Result<Self, Trouble> {
        let socket = TcpSocket::new_v4()?;
        // A phone's buffer is small; a test that does not read should notice that soon.
        socket.set_recv_buffer_size(16 * 1024)?;
        let stream = socket.connect(address.parse()?).await?;
        let url = format!("ws://{address}/ws?session={code}&{credential}");
        let (stream, _) = client_async(url, stream).await?;
        Ok(Self {
            stream,
            topics: BTreeMap::new(),
            players: BTreeMap::new(),
            heard: Vec::new(),
            frames: Vec::new(),
            asked: 0,
        })
    }

    /// The next text, taken in; the close code if the socket is closed instead.
    pub async fn next(&mut self) -> Result<(String, Value), u16> {
        loop {
            let message = timeout(PATIENCE, self.stream.next())
                .await
                .expect("the socket says something in time");
            match message {
                Some(Ok(Message::Text(text))) => return Ok(self.take_in(&text)),
                Some(Ok(Message::Binary(frame))) => self.frames.push(frame.to_vec()),
                Some(Ok(Message::Close(frame))) => return Err(frame.map_or(0, |frame| frame.code.into())),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(0),
            }
        }
    }

    fn take_in(&mut self, text: &str) -> (String, Value) {
        let envelope: Value = serde_json::from_str(text).expect("frames are JSON");
        validate(&envelope, "server");
        self.heard.push(text.to_owned());
        let kind = envelope["type"].as_str().unwrap().to_owned();
        let payload = envelope["payload"].clone();
        match kind.as_str() {
            "players.list" => {
                self.players = payload["players"].as_array().unwrap().iter().map(by_id).collect();
            }
            "player.update" if payload["player"]["gone"] == true => {
                self.players.remove(&payload["player"]["id"].as_u64().unwrap());
            }
            "player.update" => self.players.extend([by_id(&payload["player"])]),
            _ => {}
        }
        if !CUES.contains(&kind.as_str()) && kind != "player.update" && kind != "players.list" {
            self.topics.insert(kind.clone(), payload.clone());
        }
        (kind, payload)
    }

    /// Waits for a message of this type that is as wanted.
    pub async fn until(&mut self, kind: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        timeout(PATIENCE, self.until_unbounded(kind, wanted))
            .await
            .unwrap_or_else(|_| panic!("no {kind} as wanted in time"))
    }

    async fn until_unbounded(&mut self, kind: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            match self.next().await {
                Ok((heard, payload)) if heard == kind && wanted(&payload) => return payload,
                Ok(_) => {}
                Err(code) => panic!("closed with {code} while waiting for {kind}"),
            }
        }
    }

    /// Waits until a topic is as wanted; it may be so already.
    pub async fn until_topic(&mut self, kind: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        match self.topics.get(kind).filter(|payload| wanted(payload)) {
            Some(payload) => payload.clone(),
            None => self.until(kind, wanted).await,
        }
    }

    /// Waits until `session.state` is as wanted; it may be so already.
    pub async fn until_state(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        self.until_topic("session.state", wanted).await
    }

    /// Waits until the session stands at this phase.
    pub async fn until_phase(&mut self, phase: &str) -> Value {
        self.until_state(|state| state["phase"] == phase).await
    }

    /// Waits for the close code.
    pub async fn closed(&mut self) -> u16 {
        loop {
            if let Err(code) = self.next().await {
                return code;
            }
        }
    }

    /// Waits for binary frames until what they hold is as wanted.
    pub async fn until_frames(&mut self, wanted: impl Fn(&[Vec<u8>]) -> bool) {
        while !wanted(&self.frames) {
            let message = timeout(PATIENCE, self.stream.next()).await;
            match message.expect("frames as wanted come in time") {
                Some(Ok(Message::Binary(frame))) => self.frames.push(frame.to_vec()),
                Some(Ok(Message::Text(text))) => drop(self.take_in(&text)),
                Some(Ok(_)) => {}
                other => panic!("{other:?} instead of frames"),
            }
        }
    }

    /// Says something in an envelope.
    pub async fn say(&mut self, kind: &str, payload: Value) {
        assert!(self.try_say(kind, payload).await, "the socket is open");
    }

    /// The same to somebody who may be gone; `false` if so.
    pub async fn try_say(&mut self, kind: &str, payload: Value) -> bool {
        self.try_say_traced("test", kind, payload).await
    }

    /// The same under a trace, by which it can be found in the log.
    pub async fn try_say_traced(&mut self, trace: &str, kind: &str, payload: Value) -> bool {
        let envelope =
            json!({ "type": kind, "timestamp": "2026-12-31T23:59:59Z", "trace_id": trace, "payload": payload });
        validate(&envelope, "client");
        self.try_raw(&envelope.to_string()).await
    }

    /// Says any text.
    pub async fn raw(&mut self, text: &str) {
        assert!(self.try_raw(text).await, "the socket is open");
    }

    /// The same to somebody who may be gone; `false` if so.
    pub async fn try_raw(&mut self, text: &str) -> bool {
        self.stream.send(Message::text(text)).await.is_ok()
    }

    /// Answers a ping that nobody has sent.
    pub async fn pong(&mut self, payload: &[u8]) {
        self.stream.send(Message::Pong(payload.to_vec().into())).await.unwrap();
    }

    /// Says any bytes.
    pub async fn binary(&mut self, bytes: &[u8]) {
        self.stream.send(Message::binary(bytes.to_vec())).await.unwrap();
    }

    /// Asks without waiting; gives the action's id.
    pub async fn ask(&mut self, action_type: &str, payload: Value) -> String {
        self.asked += 1;
        let id = format!("a{}-{:x}", self.asked, rand::random::<u32>());
        self.ask_as(&id, action_type, payload).await;
        id
    }

    /// Asks under an id of the test's choice.
    pub async fn ask_as(&mut self, id: &str, action_type: &str, payload: Value) {
        self.say(
            "action.request",
            json!({ "action_id": id, "action_type": action_type, "payload": payload }),
        )
        .await;
    }

    /// Waits for the answer to an action: the result, or the refusal's code.
    pub async fn answer(&mut self, id: &str) -> Result<Value, String> {
        loop {
            match self.next().await {
                Ok((kind, payload)) if payload["action_id"] == id => match kind.as_str() {
                    "action.result" => return Ok(payload["result"].clone()),
                    "system.error" => return Err(payload["code"].as_str().unwrap().to_owned()),
                    _ => {}
                },
                Ok(_) => {}
                Err(code) => panic!("closed with {code} while waiting for an answer"),
            }
        }
    }

    /// Asks and waits for the answer of somebody who may be gone at any moment: then there is none.
    pub async fn try_act(&mut self, id: &str, action_type: &str, payload: Value) -> Option<Result<Value, String>> {
        let ask = json!({ "action_id": id, "action_type": action_type, "payload": payload });
        let envelope = json!({ "type": "action.request", "timestamp": "2026-12-31T23:59:59Z", "trace_id": "test", "payload": ask });
        self.stream.send(Message::text(envelope.to_string())).await.ok()?;
        loop {
            let (kind, payload) = self.next().await.ok()?;
            match kind.as_str() {
                "action.result" if payload["action_id"] == id => return Some(Ok(payload["result"].clone())),
                "system.error" if payload["action_id"] == id => {
                    return Some(Err(payload["code"].as_str().unwrap().to_owned()));
                }
                _ => {}
            }
        }
    }

    /// Asks and waits for the answer.
    pub async fn act(&mut self, action_type: &str, payload: Value) -> Result<Value, String> {
        let id = self.ask(action_type, payload).await;
        self.answer(&id).await
    }

    /// Takes in everything that was sent before now: a pong comes after it.
    pub async fn catch_up(&mut self) {
        let sent = f64::from(rand::random::<u32>());
        self.say("ping", json!({ "sent": sent })).await;
        self.until("pong", |pong| pong["sent"] == sent).await;
    }
}

fn by_id(player: &Value) -> (u64, Value) {
    (player["id"].as_u64().unwrap(), player.clone())
}

/// Checks an envelope's payload against the published schema of its type.
fn validate(envelope: &Value, side: &str) {
    static VALIDATORS: OnceLock<BTreeMap<String, jsonschema::Validator>> = OnceLock::new();
    let kind = envelope["type"].as_str().expect("an envelope has a type");
    for field in ["timestamp", "trace_id"] {
        assert!(envelope[field].is_string(), "{kind} has no {field}");
    }
    let validators = VALIDATORS.get_or_init(compile);
    let validator = validators
        .get(&format!("{side}/{kind}"))
        .unwrap_or_else(|| panic!("{kind} is not published"));
    if let Err(error) = validator.validate(&envelope["payload"]) {
        panic!("{kind} breaks its schema: {error}\n{}", envelope["payload"]);
    }
}

fn compile() -> BTreeMap<String, jsonschema::Validator> {
    let document = snowparty::protocol::schema::document();
    let sides = ["server", "client"].into_iter();
    let named = sides.flat_map(|side| {
        let messages = document["properties"][side]["properties"].as_object().unwrap().clone();
        messages
            .into_iter()
            .map(move |(kind, payload)| (format!("{side}/{kind}"), payload))
    });
    named
        .map(|(name, payload)| {
            let mut schema = payload.as_object().unwrap().clone();
            schema.insert("$defs".into(), document["$defs"].clone());
            (name, jsonschema::validator_for(&Value::Object(schema)).unwrap())
        })
        .collect()
}
