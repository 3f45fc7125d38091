//! The host and the screens: who opens games and closes them, pauses, removes, and who only looks on.

use crate::board::Board;
use crate::games::Wish;
use crate::ledger::Heard;
use crate::night::{Night, Tally};
use crate::phone::HEALED;
use crate::viewer::Viewer;
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::Instant;

/// What a screen shows must be what is within this time: boards, counts and calm topics are told at a pace of their own.
const CONVERGES_WITHIN: Duration = Duration::from_secs(10);
/// While the disk refuses, the host asks again so often.
const MOST_TRIES: usize = 40;
const LOOK_AGAIN: Duration = Duration::from_millis(150);

/// A page that follows everyone: a TV, or the host's.
pub struct Screen {
    night: Arc<Night>,
    pub credential: String,
    pub page: Viewer,
}

impl Screen {
    pub async fn open(night: &Arc<Night>, credential: &str) -> Option<Self> {
        let page = Viewer::open(night, credential, None).await;
        let page = page
            .inspect_err(|code| night.fault(format!("a screen was refused with {code}")))
            .ok()?;
        Some(Self {
            night: Arc::clone(night),
            credential: credential.to_owned(),
            page,
        })
    }

    /// Looks on until then.
    pub async fn look(&mut self, until: Instant) {
        loop {
            self.page.listen(until).await;
            match self.page.closed {
                None => return,
                Some(code) => self.come_back(code).await,
            }
        }
    }

    async fn come_back(&mut self, code: u16) {
        let healing = code == HEALED && self.night.disk_refuses.load(Ordering::Relaxed);
        if !healing && !self.page.deserved(code) {
            self.night.fault(format!("a screen was closed with {code}"));
        }
        match Viewer::open(&self.night, &self.credential, None).await {
            Ok(page) => self.page = page,
            // It heals just now.
            Err(_) => tokio::time::sleep(LOOK_AGAIN).await,
        }
    }

    /// While all is quiet: what it shows becomes what a newcomer is told.
    pub async fn inspect(&mut self, board: Option<&Board>) {
        let deadline = Instant::now() + CONVERGES_WITHIN;
        loop {
            let wrong = self.unlike_newcomer(board).await;
            if wrong.is_empty() {
                return Tally::one(&self.night.tally.compared);
            }
            if Instant::now() > deadline {
                return wrong
                    .into_iter()
                    .for_each(|wrong| self.night.fault(format!("a screen: {wrong}")));
            }
            self.look(Instant::now() + LOOK_AGAIN).await;
        }
    }

    async fn unlike_newcomer(&mut self, board: Option<&Board>) -> Vec<String> {
        let Ok(mut fresh) = Viewer::open(&self.night, &self.credential, None).await else {
            return vec!["no newcomer is let in".to_owned()];
        };
        fresh.catch_up().await;
        self.page.catch_up().await;
        let mut wrong = self.page.held().unlike(fresh.held());
        if let Some(board) = board
            && self.page.board() != Some(board)
        {
            let unlike = self.page.board().map(|shown| shown.unlike(board));
            wrong.push(format!("it shows another board: {unlike:?}"));
        }
        wrong
    }
}

/// The host.
pub struct Host {
    pub screen: Screen,
    rng: StdRng,
    asked: u32,
}

impl Host {
    pub fn new(screen: Screen, rng: StdRng) -> Self {
        Self { screen, rng, asked: 0 }
    }

    fn night(&self) -> &Night {
        &self.screen.night
    }

    /// Asks for something; what came of it is in the ledger.
    pub async fn ask(&mut self, action: &str, payload: Value) -> Heard {
        self.asked += 1;
        let id = format!("host-{}", self.asked);
        let heard = self.screen.page.ask(&id, action, &payload).await;
        if let Err(wrong) = self.night().ledger.note(None, &id, action, &heard) {
            self.night().fault(wrong);
        }
        if let Some(code) = self.screen.page.closed {
            self.screen.come_back(code).await;
        }
        heard
    }

    /// The same, of what cannot be refused now; it may be asked again while the disk refuses.
    pub async fn must(&mut self, action: &str, payload: Value) {
        for _ in 0..MOST_TRIES {
            match self.ask(action, payload.clone()).await {
                Heard::Accepted(_) => return,
                Heard::Refused(code) if code == "system/internal" => {}
                Heard::Refused(code) => return self.night().fault(format!("the host's {action} was refused: {code}")),
                Heard::Nothing => {}
            }
            self.screen.look(Instant::now() + LOOK_AGAIN).await;
        }
        self.night().fault(format!("the host's {action} never came through"));
    }

    fn state(&self) -> Value {
        self.screen.page.topic("session.state").clone()
    }

    pub fn game(&self) -> String {
        self.state()["game"].as_str().unwrap_or_default().to_owned()
    }

    pub fn is_active(&self) -> bool {
        self.state()["status"] == "active"
    }

    /// As many seats are told to be connected as there are pages open.
    pub async fn counts(&mut self, open: usize) {
        let deadline = Instant::now() + CONVERGES_WITHIN;
        while self.screen.page.catch_up().await {
            let room = self.screen.page.topic("room.update");
            if room["online"] == open {
                return;
            }
            if Instant::now() > deadline {
                return self
                    .night()
                    .fault(format!("{open} phones are connected, and the room is told {room}"));
            }
            self.screen.look(Instant::now() + LOOK_AGAIN).await;
        }
    }

    /// Ends what is played, if anything is.
    pub async fn end(&mut self) {
        for _ in 0..MOST_TRIES {
            self.look_up().await;
            if !self.is_active() {
                return;
            }
            let action = if self.game() == "arena" { "end" } else { "finish" };
            // It may come to its end by itself just now.
            self.ask(action, json!({})).await;
        }
        self.night().fault("the host could not end the game".to_owned());
    }

    /// Lets all stand still, if anything moves.
    pub async fn pause(&mut self) {
        for _ in 0..MOST_TRIES {
            self.look_up().await;
            if !self.is_active() || !self.state()["pause"].is_null() {
                return;
            }
            self.ask("pause", json!({})).await;
        }
        self.night().fault("the host could not pause the game".to_owned());
    }

    /// Sees what has happened until now, with the page that there is.
    async fn look_up(&mut self) {
        while !self.screen.page.catch_up().await && self.night().first_fault().is_none() {
            self.screen.look(Instant::now()).await;
        }
    }

    /// Opens a game and starts it, whatever is played now.
    pub async fn play(&mut self, wish: &Wish) {
        self.end().await;
        self.must("open", wish.payload()).await;
        self.must("start", json!({})).await;
    }

    /// Leads through the evening until then: `busy` hosts race with their players, and `games` are opened in the midst of play.
    pub async fn lead(&mut self, busy: bool, games: Vec<Wish>, until: Instant) {
        for game in games {
            let played = Duration::from_millis(self.rng.random_range(100..900));
            self.screen.look((Instant::now() + played).min(until)).await;
            self.play(&game).await;
        }
        while Instant::now() < until {
            let most = if busy { 250 } else { 1_500 };
            let thought = Duration::from_millis(self.rng.random_range(20..most));
            self.screen.look((Instant::now() + thought).min(until)).await;
            if Instant::now() < until {
                self.act(busy).await;
            }
        }
        // Nobody is to wait for the host.
        if !self.state()["pause"].is_null() {
            self.ask("resume", json!({})).await;
        }
    }

    async fn act(&mut self, busy: bool) {
        let chance = self.rng.random_range(0..100);
        match (busy, chance) {
            (true, 0..15) => drop(self.ask("pause", json!({})).await),
            (true, 15..35) => drop(self.ask("resume", json!({})).await),
            (true, 35..45) => self.remove_somebody().await,
            (true, 45..50) => {
                let volume = self.rng.random_range(0..120);
                self.ask("volume", json!({ "volume": volume })).await;
            }
            _ => self.go_on().await,
        }
    }

    async fn remove_somebody(&mut self) {
        let seats: Vec<u64> = self.screen.page.players().keys().copied().collect();
        if let Some(seat) = seats.choose(&mut self.rng) {
            self.night().removes(*seat);
            self.ask("remove", json!({ "player_id": seat })).await;
        }
    }

    /// What a host does in this game.
    async fn go_on(&mut self) {
        let (action, payload) = match self.game().as_str() {
            "arena" => ("skip", json!({})),
            "quest" => ("begin", json!({})),
            _ => self.keep_order(),
        };
        self.ask(action, payload).await;
    }

    fn keep_order(&mut self) -> (&'static str, Value) {
        let left = self.rng.random_range(0..6);
        let area = json!({ "x": left, "y": left, "width": 2, "height": 2 });
        let seats: Vec<u64> = self.screen.page.players().keys().copied().collect();
        match self.rng.random_range(0..9) {
            0 => ("clear", json!({})),
            1 => ("unclear", json!({})),
            2 => ("protect", json!({ "area": area })),
            3 => ("unprotect", json!({ "area": area })),
            4 => (
                "pace",
                json!({ "cooldown_ms": 0, "slots": self.rng.random_range(3..400) }),
            ),
            5 => {
                let barred = self.rng.random_bool(0.3);
                (
                    "bar",
                    json!({ "player_id": seats.choose(&mut self.rng).copied().unwrap_or(1), "barred": barred }),
                )
            }
            _ => ("pace", json!({ "cooldown_ms": self.rng.random_range(0..50) })),
        }
    }
}
