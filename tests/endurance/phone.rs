//! A guest with a phone: takes a seat, does what comes to mind, loses the connection and comes back. What was asked and answered goes
//! into the ledger.

use crate::board::Board;
use crate::ledger::Heard;
use crate::night::{Night, PATIENCE, Tally};
use crate::viewer::Viewer;
use crate::wits::{Sight, Wish};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::Instant;

/// Close codes, as the protocol names them.
pub const OVERFLOW: u16 = 4001;
pub const HEALED: u16 = 4004;
pub const FLOOD: u16 = 4007;
pub const TAKEN_OVER: u16 = 4101;
pub const REMOVED: u16 = 4102;
pub const TOKEN_INVALID: u16 = 4104;
pub const MISBEHAVED: u16 = 4105;
pub const AFK: u16 = 4106;

/// Within so long a phone of a large room has heard the counts: they are gathered for 250 ms. A page that is taken over sooner hears
/// of them no more.
const GATHERED: Duration = Duration::from_millis(300);
/// So many accepted actions are remembered, to be asked for again.
const REMEMBERED: usize = 6;

/// An action that was accepted.
pub struct Said {
    pub id: String,
    pub action: &'static str,
    pub payload: Value,
    pub answer: Value,
}

/// A guest.
pub struct Phone {
    pub night: Arc<Night>,
    pub rng: StdRng,
    pub seat: u64,
    pub token: String,
    pub device: String,
    /// The page, while there is one.
    pub page: Option<Viewer>,
    /// Close codes that are no surprise now.
    pub expects: Vec<u16>,
    /// It has asked to leave. If the answer was lost with the connection, the shut door tells.
    pub leaves: bool,
    /// The code with which the door was found shut the last time, if it was.
    pub shut: Option<u16>,
    pub lately: VecDeque<Said>,
    name: String,
    asked: u32,
}

impl Phone {
    /// A guest who takes a seat and opens the page.
    pub async fn enter(night: &Arc<Night>, name: &str, seed: u64) -> Option<Self> {
        let mut phone = Self {
            night: Arc::clone(night),
            rng: StdRng::seed_from_u64(seed),
            seat: 0,
            token: String::new(),
            device: uuid::Uuid::from_u128(rand::random()).to_string(),
            page: None,
            expects: Vec::new(),
            leaves: false,
            shut: None,
            lately: VecDeque::new(),
            name: name.to_owned(),
            asked: 0,
        };
        night.secrets.hide(&phone.device);
        phone.take_seat().await.then_some(())?;
        phone.connect().await;
        Some(phone)
    }

    /// Takes a seat, or the seat that this phone has; `false` if that was refused.
    pub async fn take_seat(&mut self) -> bool {
        let wish = json!({ "name": self.name, "device_uuid": self.device });
        let path = self.night.path("join");
        let Some(answer) = self.night.post(&path, None, &wish).await else {
            self.night.fault(format!("{} could not ask for a seat", self.name));
            return false;
        };
        if answer.status != 201 {
            let healing = self.night.disk_refuses.load(Ordering::Relaxed) && answer.status == 500;
            if !healing && answer.code() != "request/flood" {
                self.night
                    .fault(format!("{} was refused a seat: {}", self.name, answer.body));
            }
            return false;
        }
        Tally::one(&self.night.tally.joined);
        self.token = answer.body["token"].as_str().unwrap_or_default().to_owned();
        self.night.secrets.hide(&self.token);
        let seat = answer.body["player_id"].as_u64().unwrap_or(0);
        if seat != self.seat {
            self.lately.clear();
        }
        self.seat = seat;
        true
    }

    pub fn credential(&self) -> String {
        format!("token={}", self.token)
    }

    /// Opens the page, and asks again for what was accepted before: the answer must be the same.
    pub async fn connect(&mut self) {
        let opened = Viewer::open(&self.night, &self.credential(), Some(self.seat)).await;
        self.shut = opened.as_ref().err().copied();
        match opened {
            Ok(page) => {
                Tally::one(&self.night.tally.returned);
                self.page = Some(page);
                self.repeat().await;
            }
            Err(code) => self.is_surprised_by(code),
        }
    }

    /// Asks once more for something that was accepted.
    pub async fn repeat(&mut self) {
        let Some(page) = &mut self.page else { return };
        let Some(said) = self.lately.back() else { return };
        let heard = page.ask(&said.id, said.action, &said.payload).await;
        let noted = self.night.ledger.note(Some(self.seat), &said.id, said.action, &heard);
        let noted = noted.and_then(|()| match &heard {
            Heard::Accepted(answer) if *answer != said.answer => Err(format!(
                "a repeated {} was answered {answer} instead of {}",
                said.action, said.answer
            )),
            Heard::Refused(code) if code == "request/flood" && self.expects.contains(&FLOOD) => Ok(()),
            // The host may have removed this guest a moment ago.
            Heard::Refused(code) if code != "system/internal" && code != "auth/removed" => {
                Err(format!("a repeated {} was refused with {code}", said.action))
            }
            _ => Ok(()),
        });
        noted.unwrap_or_else(|wrong| self.night.fault(wrong));
    }

    /// Is it a fault that the page was closed with this code?
    pub fn is_surprised_by(&self, code: u16) {
        let healing = code == HEALED && self.night.disk_refuses.load(Ordering::Relaxed);
        let removed = code == REMOVED && (self.leaves || self.night.is_removed(self.seat));
        if !healing && !removed && code != AFK && !self.expects.contains(&code) {
            self.night
                .fault(format!("the phone of seat {} was closed with {code}", self.seat));
        }
    }

    /// Plays until then.
    pub async fn play(&mut self, until: Instant) {
        while Instant::now() < until {
            let thought = Duration::from_millis(self.rng.random_range(30..220));
            let then = (Instant::now() + thought).min(until);
            match &mut self.page {
                Some(page) => page.listen(then).await,
                None => tokio::time::sleep_until(then).await,
            }
            if self.page.as_ref().is_none_or(|page| page.closed.is_some()) {
                self.come_back().await;
            } else if Instant::now() < until {
                self.act().await;
            }
        }
    }

    /// Whatever closed the page, the guest comes back.
    pub async fn come_back(&mut self) {
        let page = self.page.take();
        let code = page.as_ref().and_then(|page| page.closed);
        if let (Some(page), Some(code)) = (page, code)
            && !page.deserved(code)
        {
            self.is_surprised_by(code);
        }
        let opens = match code {
            Some(REMOVED) => self.take_seat().await,
            Some(AFK) if self.rng.random_bool(0.5) => {
                self.press_play().await;
                true
            }
            // Looks on without a page, for a while.
            Some(AFK) => false,
            _ => true,
        };
        if opens {
            self.connect().await;
        }
    }

    async fn press_play(&mut self) {
        let id = self.next_id();
        let heard = self.by_http("queue", &id, json!({})).await;
        self.note(&id, "queue", json!({}), heard);
    }

    pub fn next_id(&mut self) -> String {
        self.asked += 1;
        format!("{}-{}-{}", self.name, self.seat, self.asked)
    }

    /// Does what comes to mind.
    pub async fn act(&mut self) {
        let Some((wish, id)) = self.think() else { return };
        let Wish { action, payload } = wish;
        let heard = match (action, self.rng.random_bool(0.7)) {
            ("place" | "undo" | "queue", true) => self.by_http(action, &id, payload.clone()).await,
            ("progress", false) => self.by_http(action, &id, payload.clone()).await,
            _ => match &mut self.page {
                Some(page) => page.ask(&id, action, &payload).await,
                None => return,
            },
        };
        self.note(&id, action, payload, heard);
    }

    /// A wish, and the id under which it is asked for.
    pub fn think(&mut self) -> Option<(Wish, String)> {
        let page = self.page.as_ref()?;
        let topic = |kind: &str| page.topic(kind).clone();
        let mut sight = Sight {
            topic: &topic,
            rng: &mut self.rng,
        };
        let wish = sight.next()?;
        let id = self.next_id();
        Some((wish, id))
    }

    /// The other door.
    pub async fn by_http(&self, action: &str, id: &str, payload: Value) -> Heard {
        http(&self.night, &self.token, action, id, payload).await
    }

    /// Writes into the ledger what came back, and remembers what was accepted.
    pub fn note(&mut self, id: &str, action: &'static str, payload: Value, heard: Heard) {
        Tally::one(&self.night.tally.acted);
        if let Err(wrong) = self.night.ledger.note(Some(self.seat), id, action, &heard) {
            self.night.fault(wrong);
        }
        if let Heard::Accepted(answer) = heard {
            self.lately.push_back(Said {
                id: id.to_owned(),
                action,
                payload,
                answer,
            });
            while self.lately.len() > REMEMBERED {
                self.lately.pop_front();
            }
        }
    }

    /// Before all stands still: whoever was sent away is back or has gone to look on, so that nobody comes or goes meanwhile.
    pub async fn settle(&mut self) {
        while let Some(page) = &mut self.page {
            let there = page.catch_up().await;
            if there && !must_stay_away(page) {
                page.listen(Instant::now() + GATHERED).await;
                if page.closed.is_none() {
                    return;
                }
            }
            page.listen(Instant::now() + PATIENCE).await;
            match page.closed {
                None => {
                    return self
                        .night
                        .fault(format!("seat {} is away and was not sent away", self.seat));
                }
                Some(AFK) => self.page = None,
                Some(_) => self.come_back().await,
            }
        }
    }

    /// While all is quiet: what the page shows is what a newcomer in this seat is told. The newcomer's page takes over.
    pub async fn inspect(&mut self, board: Option<&Board>) {
        let Some(mut page) = self.page.take() else { return };
        if !page.catch_up().await {
            let code = page.closed;
            return self.night.fault(format!(
                "while all stood still seat {} was closed with {code:?}",
                self.seat
            ));
        }
        let credential = self.credential();
        let opening = Viewer::open(&self.night, &credential, Some(self.seat));
        let Ok(mut fresh) = page.reads_while(opening).await else {
            return self.night.fault(format!("seat {} was not let in again", self.seat));
        };
        page.reads_while(fresh.catch_up()).await;
        Tally::one(&self.night.tally.compared);
        for wrong in page.held().unlike(fresh.held()) {
            self.night.fault(format!("the phone of seat {}: {wrong}", self.seat));
        }
        if let (Some(shown), Some(board)) = (page.board(), board)
            && shown != board
        {
            let unlike = shown.unlike(board);
            self.night
                .fault(format!("the phone of seat {} shows another board: {unlike}", self.seat));
        }
        page.listen(Instant::now() + PATIENCE).await;
        if page.closed != Some(TAKEN_OVER) {
            self.night
                .fault(format!("a page that was taken over was closed with {:?}", page.closed));
        }
        self.page = Some(fresh);
        self.repeat().await;
    }
}

/// Does the canvas want this player to look on without a page?
fn must_stay_away(page: &Viewer) -> bool {
    page.topic("session.state")["status"] == "active" && page.topic("canvas.you")["status"] == "afk"
}

/// Asks over HTTP: a canvas's move, or a result in the arena.
pub async fn http(night: &Night, token: &str, action: &str, id: &str, mut payload: Value) -> Heard {
    payload["action_id"] = json!(id);
    let answer = if action == "progress" {
        payload["player_token"] = json!(token);
        night.post("/api/progress", None, &payload).await
    } else {
        night
            .post(&night.path(&format!("canvas/{action}")), Some(token), &payload)
            .await
    };
    match answer {
        None => Heard::Nothing,
        Some(answer) if answer.status == 200 => Heard::Accepted(answer.body["result"].clone()),
        Some(answer) => Heard::Refused(answer.code().to_owned()),
    }
}
