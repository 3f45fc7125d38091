//! Eight heroes, two hundred in the audience and a TV, each with a real socket: how long an action takes to reach the last of them.

use super::figure::{Bound, Sheet, ms, percentile};
use anyhow::{Context, Result, ensure};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use snowparty::bots::Site;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

const HEROES: usize = 8;
const AUDIENCE: usize = 200;
const ACTIONS: usize = 300;
/// Between two actions, so that each is measured alone: what comes sooner is gathered.
const PAUSE: Duration = Duration::from_millis(60);
const PATIENCE: Duration = Duration::from_secs(20);

type Wire = WebSocketStream<TcpStream>;

/// A message, when it came, and to whom.
struct Heard {
    kind: String,
    payload: Box<RawValue>,
    at: Instant,
}

struct Appliance {
    process: Child,
    url: String,
    code: String,
    host: String,
}

impl Appliance {
    fn start(folder: &Path) -> Result<Self> {
        for story in ["tests/story/cellar.en.ink", "tests/bench/quest/corridor.en.ink"] {
            let imported = Command::new(env!("CARGO_BIN_EXE_snowparty"))
                .args(["campaign", "import", story, "--data-dir"])
                .arg(folder)
                .stdout(Stdio::null())
                .status()?;
            ensure!(imported.success(), "{story} is not brought in");
        }
        let fixed = [
            "--json",
            "--no-mdns",
            "--audio",
            "off",
            "--port",
            "0",
            "--bind",
            "127.0.0.1",
        ];
        let mut process = Command::new(env!("CARGO_BIN_EXE_snowparty"))
            .args(fixed)
            .arg("--data-dir")
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        let said = process.stdout.take().context("its words are piped")?;
        BufReader::new(said).read_line(&mut line)?;
        let said: Value = serde_json::from_str(&line)?;
        let text = |field: &str| said[field].as_str().unwrap_or_default().to_owned();
        let host = text("host_url")
            .split_once("#token=")
            .map(|(_, token)| token.to_owned());
        Ok(Self {
            process,
            url: text("url"),
            code: text("code"),
            host: host.context("no token for the host")?,
        })
    }

    async fn socket(&self, credential: &str) -> Result<Wire> {
        let address = self.url.trim_start_matches("http://");
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let url = format!("ws://{address}/ws?session={}&{credential}", self.code);
        Ok(client_async(url, stream).await?.0)
    }
}

impl Drop for Appliance {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Somebody who can ask; what is heard goes to whoever counts.
struct Voice(SplitSink<Wire, Message>);

impl Voice {
    async fn ask(&mut self, id: &str, action_type: &str, payload: Value) -> Result<()> {
        let envelope = json!({
            "type": "action.request", "timestamp": "", "trace_id": "bench",
            "payload": { "action_id": id, "action_type": action_type, "payload": payload },
        });
        Ok(self.0.send(Message::text(envelope.to_string())).await?)
    }
}

/// A message as far as it must be read to know what it is: two hundred screens share two cores with the party machine.
#[derive(serde::Deserialize)]
struct Envelope<'a> {
    #[serde(rename = "type", borrow)]
    kind: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    payload: &'a RawValue,
}

async fn listen(mut ears: SplitStream<Wire>, told: UnboundedSender<Heard>) {
    while let Some(Ok(message)) = ears.next().await {
        let at = Instant::now();
        let Message::Text(text) = message else { continue };
        let Ok(Envelope { kind, payload }) = serde_json::from_str(&text) else {
            continue;
        };
        let (kind, payload) = (kind.into_owned(), payload.to_owned());
        if told.send(Heard { kind, payload, at }).is_err() {
            return;
        }
    }
}

pub fn measure(sheet: &mut Sheet) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let appliance = Appliance::start(folder.path())?;
    let runtime = Runtime::new()?;
    let mut room = runtime.block_on(Room::open(&appliance))?;
    let (alone, at_once) = runtime.block_on(ballots(&mut room))?;
    note(sheet, "a ballot to all screens", alone);
    note(sheet, "ballots without a rest", at_once);
    note(
        sheet,
        "a choice that turns the page",
        runtime.block_on(pages(&mut room))?,
    );
    Ok(())
}

fn note(sheet: &mut Sheet, what: &str, times: Vec<Duration>) {
    let mut times: Vec<f64> = times.into_iter().map(ms).collect();
    let mut at = |per_cent: f64| percentile(&mut times, per_cent);
    sheet.noted(&format!("{what}, median"), at(50.0), "ms");
    sheet.bounded(&format!("{what}, p99"), at(99.0), "ms", Bound::Under(60.0));
    sheet.noted(&format!("{what}, the slowest"), at(100.0), "ms");
}

/// All who are there: the heroes can ask, everybody is listened to.
struct Room {
    heroes: Vec<Voice>,
    host: Voice,
    screens: UnboundedReceiver<Heard>,
    at_the_desk: UnboundedReceiver<Heard>,
    /// Held, so that nobody's socket is closed.
    _audience: Vec<Voice>,
}

impl Room {
    async fn open(appliance: &Appliance) -> Result<Self> {
        let site = Site::parse(&appliance.url)?;
        let (told, screens) = unbounded_channel();
        let mut heroes = Vec::new();
        for number in 0..HEROES + AUDIENCE {
            let path = format!("/api/session/{}/join", appliance.code);
            let joined = site
                .post(&path, None, &json!({ "name": format!("Guest {number}") }))
                .await?;
            let token = joined["token"].as_str().context("no token")?;
            heroes.push(visit(appliance, &format!("token={token}"), told.clone()).await?);
        }
        let mut audience = heroes.split_off(HEROES);
        audience.push(visit(appliance, "role=tv", told).await?);
        let (host_told, at_the_desk) = unbounded_channel();
        let host = visit(appliance, &format!("token={}", appliance.host), host_told).await?;
        Ok(Self {
            heroes,
            host,
            screens,
            at_the_desk,
            _audience: audience,
        })
    }

    /// A story begins; gives the number of its first decision.
    async fn begin(&mut self, campaign: &str) -> Result<Value> {
        let wish = json!({ "game": "quest", "settings": { "campaign": campaign } });
        self.host.ask(&format!("open-{campaign}"), "open", wish).await?;
        self.host.ask(&format!("start-{campaign}"), "start", json!({})).await?;
        until(&mut self.at_the_desk, "session.state", |state| {
            state["phase"] == "casting"
        })
        .await?;
        let kinds = ["guardian", "scout", "stargazer", "healer", "bard", "tinker"];
        for (number, hero) in self.heroes.iter_mut().enumerate() {
            let wish = json!({ "archetype": kinds[number % kinds.len()] });
            hero.ask(&format!("cast-{campaign}-{number}"), "character", wish)
                .await?;
            let cast = |party: &Value| party["heroes"].as_array().is_some_and(|all| all.len() > number);
            until(&mut self.at_the_desk, "party.state", cast).await?;
        }
        self.host.ask(&format!("begin-{campaign}"), "begin", json!({})).await?;
        self.decision_after(&Value::Null).await
    }

    /// The number of the decision that comes after another.
    async fn decision_after(&mut self, other: &Value) -> Result<Value> {
        let new = |scene: &Value| scene["decision"].is_object() && scene["decision"]["decision_id"] != *other;
        let scene = until(&mut self.at_the_desk, "scene.update", new).await?;
        Ok(scene["decision"]["decision_id"].clone())
    }

    /// Until all screens have heard a message of a kind.
    async fn all_have(&mut self, kind: &str, asked: Instant) -> Result<Duration> {
        let mut last = asked;
        for _ in 0..HEROES + AUDIENCE + 1 {
            last = last.max(next(&mut self.screens, kind).await?.at);
        }
        Ok(last - asked)
    }

    /// The guardian goes on: how long until the last screen shows the next page.
    async fn go_on(&mut self, action: usize, decision: &Value) -> Result<Duration> {
        while self.screens.try_recv().is_ok() {}
        let asked = Instant::now();
        let choice = json!({ "decision_id": decision, "option": 0 });
        self.heroes[0].ask(&format!("go-{action}"), "choice", choice).await?;
        self.all_have("scene.update", asked).await
    }

    /// A ballot that is told to everybody: how long until the last screen has it.
    async fn vote(&mut self, action: usize, decision: &Value) -> Result<Duration> {
        // The last hero never votes: the vote stays open.
        let (voter, option) = (action % (HEROES - 1), action / (HEROES - 1) % 2);
        while self.screens.try_recv().is_ok() {}
        let asked = Instant::now();
        let ballot = json!({ "decision_id": decision, "option": option });
        self.heroes[voter]
            .ask(&format!("vote-{action}"), "choice", ballot)
            .await?;
        self.all_have("vote.update", asked).await
    }
}

/// Opens a socket; what it hears is told.
async fn visit(appliance: &Appliance, credential: &str, told: UnboundedSender<Heard>) -> Result<Voice> {
    let (voice, ears) = appliance.socket(credential).await?.split();
    tokio::spawn(listen(ears, told));
    Ok(Voice(voice))
}

async fn next(ears: &mut UnboundedReceiver<Heard>, kind: &str) -> Result<Heard> {
    loop {
        let heard = timeout(PATIENCE, ears.recv()).await.context("nothing is heard")?;
        let heard = heard.context("all are gone")?;
        if heard.kind == kind {
            return Ok(heard);
        }
    }
}

/// Waits for the first message of a kind that is as wanted.
async fn until(ears: &mut UnboundedReceiver<Heard>, kind: &str, wanted: impl Fn(&Value) -> bool) -> Result<Value> {
    loop {
        let heard = next(ears, kind).await?;
        let payload = serde_json::from_str(heard.payload.get())?;
        if wanted(&payload) {
            return Ok(payload);
        }
    }
}

/// Ballots that change, first each alone and then one right after the other.
async fn ballots(room: &mut Room) -> Result<(Vec<Duration>, Vec<Duration>)> {
    let decision = room.begin("cellar").await?;
    let (mut alone, mut at_once) = (Vec::new(), Vec::new());
    for action in 0..ACTIONS {
        tokio::time::sleep(PAUSE).await;
        alone.push(room.vote(action, &decision).await?);
    }
    for action in ACTIONS..2 * ACTIONS {
        at_once.push(room.vote(action, &decision).await?);
    }
    room.host.ask("finish", "finish", json!({})).await?;
    until(&mut room.at_the_desk, "session.state", |state| {
        state["status"] == "finished"
    })
    .await?;
    Ok((alone, at_once))
}

/// Choices that turn the page, each alone.
async fn pages(room: &mut Room) -> Result<Vec<Duration>> {
    let mut decision = room.begin("corridor").await?;
    let mut times = Vec::new();
    for action in 0..ACTIONS {
        tokio::time::sleep(PAUSE).await;
        times.push(room.go_on(action, &decision).await?);
        decision = room.decision_after(&decision).await?;
    }
    Ok(times)
}
