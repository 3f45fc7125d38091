//! One simulated guest: joins, gets ready, and plays whatever level comes at a pace of its own.

mod level;

use super::Crew;
use super::client::{Heard, Socket};
use super::clock::PartyClock;
use super::hero::{Hero, Wish};
use super::outbox::Outbox;
use super::painter::Painter;
use super::pulse::{Beat, Pulse};
use super::solver::Board;
use anyhow::{Context, Result};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep_until, timeout};

/// How quick the guests are.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// A question is answered within this time.
    pub think: Duration,
    /// A page is not read before something is decided.
    pub hurry: bool,
}

const NAMES: [&str; 24] = [
    "Anna",
    "Max",
    "Лиза",
    "Деда Коля",
    "Zoë",
    "Tomasz",
    "Mia",
    "Ваня",
    "Noah",
    "Бабушка Оля",
    "Emil",
    "Соня",
    "Lucía",
    "Otto",
    "Маша",
    "Jonas",
    "Ida",
    "Тимофей",
    "Freya",
    "Leo",
    "Ксюша",
    "Hugo",
    "Nora",
    "Глеб",
];

/// The close code of a guest who was away.
const AFK: u16 = 4106;
/// A connection that has not opened within this time is tried anew.
const OPENING: Duration = Duration::from_secs(8);
/// Live values are sent so often.
const FRAME_EVERY: Duration = Duration::from_millis(200);
/// And what has been thrown so far is reported so often, as the page does.
const CHECKPOINT: Duration = Duration::from_secs(5);

/// A guest with a seat.
pub struct Guest {
    crew: Arc<Crew>,
    token: String,
    seat: u64,
    rng: StdRng,
}

/// What it is about to do.
enum Plan {
    Nothing,
    /// Throw snowballs until the deadline.
    Throw {
        level: String,
        opened: Instant,
        checkpoint: Instant,
        ends: Instant,
        per_second: f64,
        thrown: Vec<u16>,
    },
    /// Slide tiles, one after the other.
    Slide {
        level: String,
        moves: Vec<u8>,
        done: usize,
        next: Instant,
        board: Board,
        opened: Instant,
    },
}

/// A guest with a socket.
pub struct Seated {
    guest: Guest,
    socket: Socket,
    plan: Plan,
    painter: Painter,
    hero: Hero,
    /// Something to ask for, at a time.
    later: Vec<(Instant, Value)>,
    clock: PartyClock,
    /// When the level ends, in milliseconds of party time, while one is played.
    bell: Option<i64>,
    /// Since when the party has stood still.
    paused: Option<Instant>,
    level: String,
    asked: u64,
    outbox: Outbox,
    pulse: Pulse,
    /// What it lives through when all connections are lost at once.
    storm: Storm,
}

/// All phones lose their connection at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Storm {
    Ahead,
    /// Since when it has been away.
    Away(Instant),
    Over,
}

impl Guest {
    /// Takes a seat.
    pub async fn join(crew: &Arc<Crew>, number: u32) -> Result<Self> {
        let name = NAMES[number as usize % NAMES.len()];
        let joined = crew
            .site
            .post(
                &format!("/api/session/{}/join", crew.code),
                None,
                &json!({ "name": name }),
            )
            .await?;
        let token = joined["token"].as_str().context("no token")?.to_owned();
        let seat = joined["player_id"].as_u64().context("no seat")?;
        Ok(Self {
            crew: Arc::clone(crew),
            token,
            seat,
            rng: StdRng::from_rng(&mut rand::rng()),
        })
    }

    async fn on_canvas(&self, action: &str, body: Value) -> Result<Value> {
        let path = format!("/api/session/{}/canvas/{action}", self.crew.code);
        self.crew.site.post(&path, Some(&self.token), &body).await
    }

    /// Opens its socket and hears the greeting's first word.
    pub async fn connect(self) -> Result<Seated> {
        let socket = self
            .crew
            .site
            .socket(&self.crew.code, &format!("token={}", self.token))
            .await?;
        let hero = Hero::new(&self.crew.prefer);
        let mut seated = Seated {
            guest: self,
            socket,
            plan: Plan::Nothing,
            painter: Painter::default(),
            hero,
            later: Vec::new(),
            clock: PartyClock::default(),
            bell: None,
            paused: None,
            level: String::new(),
            asked: 0,
            outbox: Outbox::default(),
            pulse: Pulse::felt(Instant::now()),
            storm: Storm::Ahead,
        };
        let ready = seated.within(Duration::from_secs(4));
        seated.ask_at(ready, "ready", json!({ "ready": true }));
        Ok(seated)
    }
}

impl Seated {
    /// Plays until the party is over, or until told to stop.
    pub async fn play(mut self) -> Result<()> {
        let crew = Arc::clone(&self.guest.crew);
        loop {
            let due = self.due().min(self.pulse.due());
            let heard = tokio::select! {
                () = crew.stop.cancelled() => return Ok(()),
                () = crew.storm.cancelled(), if self.storm == Storm::Ahead => {
                    self.storm = Storm::Away(Instant::now());
                    self.socket.cut().await;
                    Some(Heard::Closed(None))
                }
                heard = self.socket.hear() => Some(heard?),
                () = sleep_until(due) => None,
            };
            if heard.is_some() {
                self.pulse = Pulse::felt(Instant::now());
            }
            match heard {
                Some(Heard::Message(kind, payload)) => {
                    if self.hear(&kind, &payload).await {
                        return Ok(());
                    }
                }
                Some(Heard::Closed(Some(AFK))) => self.play_again().await?,
                Some(Heard::Closed(Some(4101..=4199))) => return Ok(()),
                Some(Heard::Closed(_)) => self.lose().await?,
                None => match self.pulse.beat(Instant::now()) {
                    Beat::Gone => self.lose().await?,
                    Beat::Ask => self.socket.say("ping", json!({ "sent": 0 })).await,
                    Beat::Calm => self.act().await,
                },
            }
        }
    }

    /// Was away from the canvas: presses Play after a while.
    async fn play_again(&mut self) -> Result<()> {
        let pause = Duration::from_millis(self.guest.rng.random_range(200..2_000));
        tokio::time::sleep(pause).await;
        let action_id = format!("bot-{:016x}", self.guest.rng.random::<u64>());
        // It may be over by now; the socket will tell.
        let _ = self.guest.on_canvas("queue", json!({ "action_id": action_id })).await;
        self.come_back().await
    }

    async fn lose(&mut self) -> Result<()> {
        self.guest.crew.tally.lost();
        self.come_back().await
    }

    /// Comes back after a lost connection, as a phone does.
    async fn come_back(&mut self) -> Result<()> {
        for attempt in 0..40 {
            let pause = Duration::from_millis(self.guest.rng.random_range(200..(400 + 100 * attempt).min(3_000)));
            tokio::time::sleep(pause).await;
            let credential = format!("token={}", self.guest.token);
            let opening = self.guest.crew.site.socket(&self.guest.crew.code, &credential);
            if let Ok(Ok(socket)) = timeout(OPENING, opening).await {
                self.socket = socket;
                self.pulse = Pulse::felt(Instant::now());
                return Ok(());
            }
        }
        anyhow::bail!("the party machine does not come back")
    }

    /// Party time stands still in a pause, and so does everything that was to be done.
    fn stand_still(&mut self, paused: bool) {
        let now = Instant::now();
        if paused {
            self.paused.get_or_insert(now);
        } else if let Some(since) = self.paused.take() {
            let missed = now - since;
            self.later.iter_mut().for_each(|(at, _)| *at += missed);
            match &mut self.plan {
                Plan::Nothing => {}
                Plan::Throw {
                    opened,
                    checkpoint,
                    ends,
                    ..
                } => {
                    *opened += missed;
                    *checkpoint += missed;
                    *ends += missed;
                }
                Plan::Slide { opened, next, .. } => {
                    *opened += missed;
                    *next += missed;
                }
            }
        }
    }

    fn due(&self) -> Instant {
        if self.paused.is_some() {
            return Instant::now() + Duration::from_secs(3_600);
        }
        let planned = match &self.plan {
            Plan::Nothing => None,
            Plan::Throw { ends, .. } => Some((Instant::now() + FRAME_EVERY).min(*ends)),
            Plan::Slide { next, .. } => Some(*next),
        };
        let later = self.later.iter().map(|(at, _)| *at).min();
        planned
            .into_iter()
            .chain(later)
            .min()
            .unwrap_or_else(|| Instant::now() + Duration::from_secs(3_600))
    }

    fn within(&mut self, time: Duration) -> Instant {
        let most = u64::try_from(time.as_millis()).unwrap_or(u64::MAX).max(1);
        Instant::now() + Duration::from_millis(self.guest.rng.random_range(0..most))
    }

    fn ask_at(&mut self, at: Instant, action_type: &str, payload: Value) {
        self.asked += 1;
        let action_id = format!(
            "bot-{}-{}-{:08x}",
            self.guest.seat,
            self.asked,
            self.guest.rng.random::<u32>()
        );
        self.later.push((
            at,
            json!({ "action_id": action_id, "action_type": action_type, "payload": payload }),
        ));
    }

    /// Takes a message in; true once there is nothing left to stay for.
    async fn hear(&mut self, kind: &str, payload: &Value) -> bool {
        match kind {
            "system.hello" => self.greeted(payload).await,
            "pong" => self.ask_again().await,
            "action.result" => {
                self.guest.crew.tally.accepted(payload);
                self.outbox.accepted(payload);
            }
            "session.state" => {
                self.outbox.enter(&payload["session_id"]);
                self.clock.told(&payload["clock"], Instant::now());
                self.stand_still(!payload["pause"].is_null());
                match payload["phase"] == "play" {
                    true => self.hear_of_the_bell(payload["timer"]["deadline"].as_i64()),
                    false => self.stop_playing(),
                }
                return self.guest.crew.once && payload["status"] == "finished";
            }
            "arena.level" => self.start_level(payload),
            "arena.question" => self.think_about(payload),
            "canvas.board" => self.painter.look(payload),
            "canvas.you" => self.reach_for_the_brush(payload),
            "party.state" | "quest.you" | "scene.update" | "combat.update" => self.adventure(kind, payload),
            "system.error" => {
                self.guest.crew.tally.refused(payload);
                self.outbox.refused(payload);
                if payload["code"] == "quest/hero_taken" {
                    self.adventure(kind, payload);
                }
            }
            "arena.gift" if payload["open"] == true => self.reach_for_gift(),
            _ => {}
        }
        false
    }

    /// A greeting begins; the answer to a ping will tell where it ends.
    async fn greeted(&mut self, hello: &Value) {
        self.clock.forget();
        self.clock.told(&hello["clock"], Instant::now());
        if let Storm::Away(since) = self.storm {
            self.storm = Storm::Over;
            self.guest.crew.tally.healed(since.elapsed());
        }
        self.outbox.greeted();
        self.socket.say("ping", json!({ "sent": 0 })).await;
    }

    /// Knows the present state by now: what was not answered before the connection was lost is asked for again.
    async fn ask_again(&mut self) {
        for ask in self.outbox.ponged() {
            self.socket.say("action.request", ask).await;
        }
    }

    /// What its hero wants to do now, once it has been thought about.
    fn adventure(&mut self, kind: &str, payload: &Value) {
        let rng = &mut self.guest.rng;
        let wish = match kind {
            "party.state" => self.hero.join(payload, rng),
            "system.error" => self.hero.choose(rng),
            "quest.you" => self.hero.learn(payload, rng),
            "scene.update" => self.hero.read(payload, rng),
            _ => self.hero.fight(payload, rng),
        };
        let Some(Wish {
            action_type,
            payload,
            from,
            within,
        }) = wish
        else {
            return;
        };
        if self.later.iter().any(|(_, ask)| ask["action_type"] == action_type) {
            return;
        }
        let pace = self.guest.crew.pace;
        let thought = self.within(Duration::from_millis(within).min(pace.think)) - Instant::now();
        let read = if pace.hurry { Instant::now() } else { self.instant(from) };
        self.ask_at(read.max(Instant::now()) + thought, action_type, payload);
    }

    /// The next pixel, once it is due and the guest has thought about it.
    fn reach_for_the_brush(&mut self, you: &Value) {
        self.later.retain(|(_, ask)| ask["action_type"] != "place");
        self.painter.learn(you);
        if you["status"] != "playing" || you["barred"] == true {
            return;
        }
        let due = self.instant(you["next_at"].as_i64().unwrap_or(0)).max(Instant::now());
        let thought = self.within(self.guest.crew.pace.think / 4) - Instant::now();
        if let Some(stroke) = self.painter.stroke(&mut self.guest.rng) {
            self.ask_at(due + thought, "place", stroke);
        }
    }

    /// Placements go by HTTP; a refused one is thought over.
    async fn place(&mut self, mut ask: Value) {
        let mut body = ask["payload"].take();
        body["action_id"] = ask["action_id"].take();
        if self.guest.on_canvas("place", body).await.is_err()
            && let Some(stroke) = self.painter.stroke(&mut self.guest.rng)
        {
            self.ask_at(Instant::now() + Duration::from_secs(2), "place", stroke);
        }
    }

    fn reach_for_gift(&mut self) {
        let reaching = self.later.iter().any(|(_, ask)| ask["action_type"] == "catch");
        if !reaching && self.guest.rng.random_bool(0.8) {
            let at = self.within(Duration::from_secs(4));
            self.ask_at(at, "catch", json!({}));
        }
    }

    /// When a moment of party time comes, by this guest's clock.
    fn instant(&self, party_ms: i64) -> Instant {
        self.clock.instant(party_ms, Instant::now())
    }

    /// Does what is due now.
    async fn act(&mut self) {
        if self.paused.is_some() {
            return;
        }
        let now = Instant::now();
        for (_, ask) in self.later.extract_if(.., |(at, _)| *at <= now).collect::<Vec<_>>() {
            match ask["action_type"] == "place" {
                true => self.place(ask).await,
                false => self.ask(ask).await,
            }
        }
        match &self.plan {
            Plan::Throw { ends, .. } if *ends <= now => self.stop_playing(),
            Plan::Throw { checkpoint, ends, .. } => {
                // Shortly before the end the last word says it all.
                if *checkpoint <= now && now + Duration::from_secs(1) <= *ends {
                    self.report_throws(false);
                }
                self.throw(now).await;
            }
            Plan::Slide { next, .. } if *next <= now => self.slide(now).await,
            Plan::Slide { .. } | Plan::Nothing => {}
        }
    }

    /// Asks for something now, and goes on doing so until it is answered.
    async fn ask(&mut self, ask: Value) {
        self.guest.crew.tally.asked(self.guest.seat, &ask);
        self.outbox.add(&ask);
        self.socket.say("action.request", ask).await;
    }
}
