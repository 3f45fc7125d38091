//! One page at the party: a socket, and the model of what it should show. Every message is judged as it comes: its schema, what it
//! must not tell, and the canvas's versions.

use crate::board::Board;
use crate::ledger::Heard;
use crate::night::{Night, PATIENCE, Tally};
use crate::phone::OVERFLOW;
use crate::secrets;
use crate::wire::Socket;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Topics that outlive a game; every other one belongs to the session that is played.
const PARTYS_OWN: [&str; 7] = [
    "system.",
    "session.",
    "players.",
    "player.",
    "party.info",
    "room.",
    "sound.",
];

/// A socket is listened to for so long at a time: the wire's own patience is shorter than ours.
const AT_A_TIME: Duration = Duration::from_secs(10);
/// For a farewell the house waits so long for one who does not read.
const NEGLECT: Duration = Duration::from_secs(2);
/// Longer than anything else that is done meanwhile.
const A_LONG_TIME: Duration = Duration::from_secs(3_600);
/// A ping that was not answered is sent again after this.
const PING_AGAIN: Duration = Duration::from_secs(2);

/// What a page shows, to be compared with what another one is told.
#[derive(Clone, Debug)]
pub struct Held {
    pub topics: BTreeMap<String, Value>,
    pub players: BTreeMap<u64, Value>,
}

/// A page.
pub struct Viewer {
    night: Arc<Night>,
    /// Whose page; nobody's seat is the host's or a TV's.
    pub seat: Option<u64>,
    socket: Socket,
    session: Value,
    board: Option<Board>,
    /// The code that it was closed with.
    pub closed: Option<u16>,
    /// When it was last read.
    read_at: Instant,
    /// It was not read for longer than the house waits for anybody: on a machine that is too busy for us that is our own fault.
    neglected: bool,
}

impl Viewer {
    /// Opens a page. `Err` is the close code of a door that stays shut.
    pub async fn open(night: &Arc<Night>, credential: &str, seat: Option<u64>) -> Result<Self, u16> {
        Self::open_at(night, &night.address, credential, seat).await
    }

    /// The same at another house that shows the same party.
    pub async fn open_at(night: &Arc<Night>, address: &str, credential: &str, seat: Option<u64>) -> Result<Self, u16> {
        let socket = Socket::try_knock(address, &night.code, credential)
            .await
            .map_err(|_| 0u16)?;
        let mut viewer = Self {
            night: Arc::clone(night),
            seat,
            socket,
            session: Value::Null,
            board: None,
            closed: None,
            read_at: Instant::now(),
            neglected: false,
        };
        match viewer.next(Instant::now() + PATIENCE).await {
            Some((kind, _)) if kind == "system.hello" => Ok(viewer),
            Some((kind, _)) => {
                night.fault(format!("{kind} came before system.hello"));
                Ok(viewer)
            }
            None => Err(viewer.closed.unwrap_or(0)),
        }
    }

    /// The next message, taken in and judged; `None` once the time is over or the socket is closed.
    async fn next(&mut self, until: Instant) -> Option<(String, Value)> {
        self.neglected |= self.read_at.elapsed() > NEGLECT;
        while self.closed.is_none() {
            let while_it_may = until.min(Instant::now() + AT_A_TIME);
            let next = timeout_at(while_it_may, self.socket.next()).await;
            // Frames that came before the message were cut from the stream on the way to it.
            self.take_frames();
            self.read_at = Instant::now();
            match next {
                Ok(Ok((kind, payload))) => {
                    self.judge(&kind, &payload);
                    return Some((kind, payload));
                }
                Ok(Err(code)) => self.closed = Some(code),
                Err(_) if while_it_may == until => return None,
                Err(_) => {}
            }
        }
        None
    }

    fn judge(&mut self, kind: &str, payload: &Value) {
        let night = Arc::clone(&self.night);
        Tally::one(&night.tally.heard);
        if kind == "session.state" {
            self.enter(&payload["session_id"]);
        }
        if kind == "canvas.board" && self.board.as_ref().is_some_and(|board| payload["epoch"] != board.epoch) {
            self.board = None;
        }
        for text in std::mem::take(&mut self.socket.heard) {
            let judged = night.secrets.search(&text);
            let judged = judged.and_then(|()| secrets::told_early(&self.socket.topics, kind, payload, &text));
            if let Err(wrong) = judged {
                night.fault(format!("{} heard: {wrong}", self.name()));
            }
            if kind == "party.state" || text.contains("CANARY") {
                let run = self.socket.topics.get("party.state");
                let run = run.and_then(|party| party["campaign_run_id"].as_str());
                night.secrets.hear_quest(self.seat, run, kind, payload, &text);
            }
        }
    }

    /// Another session: what was the last one's is not shown any more.
    fn enter(&mut self, session: &Value) {
        if self.session != *session && !self.session.is_null() {
            let own = |kind: &str| PARTYS_OWN.iter().any(|own| kind.starts_with(own));
            self.socket.topics.retain(|kind, _| own(kind));
            self.board = None;
        }
        self.session = session.clone();
    }

    fn take_frames(&mut self) {
        for frame in std::mem::take(&mut self.socket.frames) {
            Tally::one(&self.night.tally.frames);
            let Some(board) = &mut self.board else { continue };
            match board.take(&frame) {
                Ok(true) => {}
                Ok(false) => self.board = None,
                Err(wrong) => {
                    self.night.fault(format!("{}: {wrong}", self.name()));
                    self.board = None;
                }
            }
        }
    }

    fn name(&self) -> String {
        let viewer = if self.topic("sound.state").is_null() {
            "the phone"
        } else {
            "a screen"
        };
        self.seat
            .map_or_else(|| viewer.to_owned(), |seat| format!("the phone of seat {seat}"))
    }

    /// Listens until then; ends sooner if the socket is closed.
    pub async fn listen(&mut self, until: Instant) {
        loop {
            if self.board.is_none() && self.shows_canvas() {
                self.board = Board::fetch(&self.night).await;
            }
            if self.next(until).await.is_none() {
                return;
            }
        }
    }

    /// Reads on while something else is done: who does not read for long is cut off, and hears no farewell.
    pub async fn reads_while<T>(&mut self, work: impl Future<Output = T>) -> T {
        let (reading, work) = (self.listen(Instant::now() + A_LONG_TIME), work);
        let (mut reading, mut work) = (pin!(reading), pin!(work));
        tokio::select! {
            biased;
            done = work.as_mut() => done,
            () = reading.as_mut() => work.await,
        }
    }

    /// Hears one message, and no more.
    pub async fn hear_one(&mut self, until: Instant) {
        self.next(until).await;
    }

    fn shows_canvas(&self) -> bool {
        self.closed.is_none() && self.socket.topics.contains_key("canvas.board")
    }

    /// Says something; nothing comes of it if the socket is closed.
    pub async fn say(&mut self, kind: &str, payload: Value) -> bool {
        self.closed.is_none() && self.socket.try_say(kind, payload).await
    }

    /// Says any text.
    pub async fn raw(&mut self, text: &str) -> bool {
        self.closed.is_none() && self.socket.try_raw(text).await
    }

    /// Asks for something and waits for the answer, listening meanwhile. Silence is a fault.
    pub async fn ask(&mut self, id: &str, action: &str, payload: &Value) -> Heard {
        let asked = Instant::now();
        if !self.request(id, action, payload).await {
            return Heard::Nothing;
        }
        let heard = self.answer(id, action).await;
        let waited = asked.elapsed().as_millis() as u64;
        self.night.tally.slowest.fetch_max(waited, Ordering::Relaxed);
        heard
    }

    async fn request(&mut self, id: &str, action: &str, payload: &Value) -> bool {
        let request = json!({ "action_id": id, "action_type": action, "payload": payload });
        self.closed.is_none() && self.socket.try_say_traced(id, "action.request", request).await
    }

    /// Waits for the answer to an action. Answers come in the order of asking: where one is missing, a later question shows whether it
    /// was lost, or whether nobody is answered.
    async fn answer(&mut self, id: &str, action: &str) -> Heard {
        let later = format!("{id}-later");
        let (patience, mut asked_again) = (Instant::now() + PATIENCE, false);
        loop {
            let until = if asked_again { patience + PATIENCE } else { patience };
            match self.next(until).await {
                Some((kind, payload)) if payload["action_id"] == id => match kind.as_str() {
                    "action.result" => return Heard::Accepted(payload["result"].clone()),
                    "system.error" => return Heard::Refused(payload["code"].as_str().unwrap_or_default().to_owned()),
                    _ => {}
                },
                Some((_, payload)) if asked_again && payload["action_id"] == later.as_str() => {
                    return self.unanswered(&format!("{action} was never answered, and a later question was"));
                }
                Some(_) => {}
                None if self.closed.is_some() => return Heard::Nothing,
                None if asked_again => {
                    return self.unanswered(&format!("neither {action} nor a later question was answered"));
                }
                None => asked_again = self.request(&later, "no-such-thing", &json!({})).await,
            }
        }
    }

    /// May this code have been deserved by not reading?
    pub fn deserved(&self, code: u16) -> bool {
        self.neglected && [0, OVERFLOW].contains(&code)
    }

    fn unanswered(&self, what: &str) -> Heard {
        self.night.fault(format!("{}: {what}", self.name()));
        Heard::Nothing
    }

    /// Takes in everything that was sent before now; `false` if the socket is closed. A ping is asked again, for those of a guest who has
    /// just said too much are dropped.
    pub async fn catch_up(&mut self) -> bool {
        let patience = Instant::now() + PATIENCE;
        while self.closed.is_none() && Instant::now() < patience {
            let sent = f64::from(rand::random::<u32>());
            self.say("ping", json!({ "sent": sent })).await;
            let until = patience.min(Instant::now() + PING_AGAIN);
            while let Some((kind, payload)) = self.next(until).await {
                if kind == "pong" && payload["sent"] == sent {
                    self.neglected = false;
                    return true;
                }
            }
        }
        if self.closed.is_none() {
            self.night.fault(format!("{}: no ping was answered", self.name()));
        }
        false
    }

    /// A topic as it is shown; null if there is none.
    pub fn topic(&self, kind: &str) -> &Value {
        self.socket.topics.get(kind).unwrap_or(&Value::Null)
    }

    /// Players as they are shown.
    pub fn players(&self) -> &BTreeMap<u64, Value> {
        &self.socket.players
    }

    pub fn board(&self) -> Option<&Board> {
        self.board.as_ref()
    }

    /// What it shows now.
    pub fn held(&self) -> Held {
        Held {
            topics: self.socket.topics.clone(),
            players: self.socket.players.clone(),
        }
    }
}

impl Held {
    /// Without what is another at every moment: the clock's hand.
    fn steady(mut self) -> Self {
        if let Some(state) = self.topics.get_mut("session.state") {
            state["clock"]["now"] = Value::Null;
            if state["pause"].is_object() {
                state["pause"]["resumes_in"] = Value::Null;
            }
        }
        self
    }

    /// Without who is connected, and where to: another house has another address.
    pub fn unconnected(mut self) -> Self {
        if let Some(info) = self.topics.get_mut("party.info") {
            for address in ["join_url", "address", "other_addresses"] {
                info[address] = Value::Null;
            }
        }
        if let Some(room) = self.topics.get_mut("room.update") {
            room["online"] = Value::Null;
        }
        for player in self.players.values_mut() {
            player["online"] = Value::Null;
        }
        self
    }

    /// Where this differs from what somebody is told who comes now; empty if nowhere.
    pub fn unlike(self, told: Self) -> Vec<String> {
        let (mut held, mut told) = (self.steady(), told.steady());
        let mut wrong = Vec::new();
        for kind in union(&held.topics, &told.topics) {
            let (held, told) = (held.topics.remove(&kind), told.topics.remove(&kind));
            if held != told {
                wrong.push(format!(
                    "{kind} is {} and a newcomer is told {}",
                    shown(held),
                    shown(told)
                ));
            }
        }
        for seat in union(&held.players, &told.players) {
            let (held, told) = (held.players.remove(&seat), told.players.remove(&seat));
            if held != told {
                wrong.push(format!(
                    "player {seat} is {} and a newcomer is told {}",
                    shown(held),
                    shown(told)
                ));
            }
        }
        wrong
    }
}

fn union<K: Clone + Ord>(one: &BTreeMap<K, Value>, other: &BTreeMap<K, Value>) -> Vec<K> {
    let mut keys: Vec<K> = one.keys().chain(other.keys()).cloned().collect();
    keys.sort();
    keys.dedup();
    keys
}

fn shown(value: Option<Value>) -> String {
    let text = value.map_or_else(|| "nothing".to_owned(), |value| value.to_string());
    text.chars().take(600).collect()
}
