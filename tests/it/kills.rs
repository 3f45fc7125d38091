//! The plug is pulled under load, in each of the games: SIGKILL at any moment, and everything thrown away that had not been synced.
//! What was acknowledged is kept in a ledger outside; after the start on what is left of the disk it must be there, once, and what
//! anybody has seen must still be so.

use crate::appliance::{Appliance, Machine, accepted};
use crate::shim::ForgetfulDisk;
use crate::wire::{Socket, request, try_request};
use futures_util::future::join_all;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use snowparty::id::{ActionKey, SeatId};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// Kills of each game in one run; the long form is KILLS=70.
fn kills() -> u64 {
    std::env::var("KILLS").map_or(5, |value| value.parse().unwrap())
}

/// Answers that a party still knows of each of its players.
const KNOWN: usize = 30;
const SIDE: u32 = 32;
/// It is killed after so many answers at most, or after so long.
const MOST_HEARD: u32 = 100;
const ENOUGH: Duration = Duration::from_secs(5);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Game {
    Arena,
    Canvas,
    Quest,
}

impl Game {
    fn wish(self) -> Value {
        match self {
            Self::Arena => json!({ "game": "arena", "settings": crate::house::only("choose") }),
            Self::Canvas => {
                json!({ "game": "canvas", "settings": { "width": SIDE, "height": SIDE, "cooldown_ms": 0 } })
            }
            Self::Quest => json!({ "game": "quest", "settings": { "campaign": "cellar", "turn_seconds": 120 } }),
        }
    }
}

/// What somebody asks for.
#[derive(Clone, Debug)]
struct Wish {
    action: &'static str,
    payload: Value,
}

fn wish(action: &'static str, payload: Value) -> Wish {
    Wish { action, payload }
}

/// An action that was answered, and with what.
struct Acknowledged {
    id: String,
    wish: Wish,
    answer: Value,
}

/// Someone at the party, with everything that was acknowledged to them.
struct Guest {
    seat: Option<SeatId>,
    token: String,
    socket: Socket,
    address: String,
    code: String,
    ledger: Vec<Acknowledged>,
    asked: u32,
    /// A permit for each action that was acknowledged to anybody.
    heard: Arc<Semaphore>,
}

impl Guest {
    async fn at(appliance: &Appliance, seat: Option<SeatId>, token: String) -> Self {
        Self {
            seat,
            socket: appliance.socket(&token).await,
            token,
            address: appliance.address.clone(),
            code: appliance.code.clone(),
            ledger: Vec::new(),
            asked: 0,
            heard: Arc::new(Semaphore::new(0)),
        }
    }

    /// Asks, and keeps what was answered; a refusal is no acknowledgement. False when nobody is there any more.
    async fn act(&mut self, wish: Wish) -> bool {
        self.asked += 1;
        let id = format!("{}-{}", self.seat.map_or(0, |seat| seat.0), self.asked);
        let answered = match wish.action {
            "place" => self.place(&id, &wish.payload).await,
            action => self.socket.try_act(&id, action, wish.payload.clone()).await,
        };
        match answered {
            Some(Ok(answer)) => {
                self.ledger.push(Acknowledged { id, wish, answer });
                self.heard.add_permits(1);
            }
            // Thirty a second are enough for one guest.
            Some(Err(_)) => tokio::time::sleep(Duration::from_millis(10)).await,
            None => return false,
        }
        true
    }

    async fn place(&mut self, id: &str, payload: &Value) -> Option<Result<Value, String>> {
        let path = format!("/api/session/{}/canvas/place", self.code);
        let bearer = format!("Bearer {}", self.token);
        let mut body = payload.clone();
        body["action_id"] = id.into();
        let headers = [("authorization", bearer.as_str())];
        let answer = try_request(&self.address, "POST", &path, &headers, &body.to_string()).await?;
        Some(match answer.status {
            200 => Ok(answer.body["result"].clone()),
            _ => Err(answer.code().to_owned()),
        })
    }

    /// Does what this game offers until nobody answers any more, and hears all that was said until then.
    async fn play(mut self, game: Game, seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        loop {
            let wish = match self.seat {
                None => of_the_host(game, &self.socket.topics, &mut rng),
                Some(seat) => of_a_guest(game, seat, &self.socket.topics, &mut rng),
            };
            if !self.act(wish).await {
                break;
            }
            if self.seat.is_none() {
                tokio::time::sleep(Duration::from_millis(rng.random_range(5..40))).await;
            }
        }
        while self.socket.next().await.is_ok() {}
        self
    }
}

type Topics = BTreeMap<String, Value>;

fn topic<'a>(topics: &'a Topics, kind: &str) -> &'a Value {
    topics.get(kind).unwrap_or(&Value::Null)
}

/// The host keeps the evening going: one session after the other.
fn of_the_host(game: Game, topics: &Topics, rng: &mut StdRng) -> Wish {
    let state = topic(topics, "session.state");
    match (state["status"].as_str(), game) {
        (Some("pending"), _) if rng.random_bool(0.5) => wish("start", json!({})),
        (Some("pending" | "finished"), _) => wish("open", game.wish()),
        (_, Game::Arena) => wish("skip", json!({})),
        (_, Game::Quest) if rng.random_bool(0.5) => wish("begin", json!({})),
        _ => wish("volume", json!({ "volume": rng.random_range(0..=100) })),
    }
}

fn of_a_guest(game: Game, seat: SeatId, topics: &Topics, rng: &mut StdRng) -> Wish {
    let name = format!("Name {}", rng.random::<u16>());
    match game {
        _ if rng.random_bool(0.1) => wish("rename", json!({ "name": name })),
        Game::Arena if rng.random_bool(0.2) => wish("ready", json!({ "ready": rng.random_bool(0.5) })),
        Game::Arena => answer(topics, rng),
        Game::Canvas => pixel(topics, rng),
        Game::Quest => deed(seat, topics, rng),
    }
}

fn answer(topics: &Topics, rng: &mut StdRng) -> Wish {
    let details = json!({ "question": topic(topics, "arena.question")["index"], "choice": rng.random_range(0..4) });
    let level = &topic(topics, "arena.level")["level"];
    wish(
        "progress",
        json!({ "level": level, "score": 0, "time": 900, "details": details }),
    )
}

fn pixel(topics: &Topics, rng: &mut StdRng) -> Wish {
    let epoch = &topic(topics, "canvas.board")["epoch"];
    let (x, y, color) = (
        rng.random_range(0..SIDE),
        rng.random_range(0..SIDE),
        rng.random_range(1..32),
    );
    wish("place", json!({ "x": x, "y": y, "color": color, "epoch": epoch }))
}

/// What the story asks for just now.
fn deed(seat: SeatId, topics: &Topics, rng: &mut StdRng) -> Wish {
    if topic(topics, "quest.you")["character_id"].is_null() {
        let heroes = ["guardian", "scout", "stargazer"];
        return wish("character", json!({ "archetype": heroes[seat.0 as usize - 1] }));
    }
    let decision = &topic(topics, "scene.update")["decision"];
    let asked = &decision["decision_id"];
    match decision["kind"].as_str() {
        Some("vote" | "choice") => wish(
            "choice",
            json!({ "decision_id": asked, "option": rng.random_range(0..2) }),
        ),
        Some("skill-check") => wish("skill-check", json!({ "decision_id": asked })),
        _ => blow(&topic(topics, "combat.update")["turn"], rng),
    }
}

fn blow(turn: &Value, rng: &mut StdRng) -> Wish {
    let act = match rng.random_range(0..6) {
        0 => json!({ "act": "defend" }),
        1 => json!({ "act": "haunt", "target": 0 }),
        target => json!({ "act": "attack", "target": target % 3 }),
    };
    wish("combat", json!({ "turn": turn, "act": act }))
}

/// How far it was visible that the session had come: never less after a restart. Only numbers that grow within a session.
fn reached(game: Game, socket: &Socket) -> (u64, i64) {
    let state = topic(&socket.topics, "session.state");
    let grown = match game {
        Game::Arena => {
            let scores = socket.players.values().filter_map(|player| player["score"].as_i64());
            state["round"].as_i64().unwrap_or(0) + scores.sum::<i64>()
        }
        Game::Quest => topic(&socket.topics, "scene.update")["number"].as_i64().unwrap_or(0),
        Game::Canvas => 0,
    };
    (state["session_id"].as_u64().unwrap_or(0), grown)
}

/// A data folder, in which a story is kept, on a disk that forgets.
fn data_folder(folder: &Path) -> (std::path::PathBuf, ForgetfulDisk) {
    let (live, durable) = (folder.join("live"), folder.join("durable"));
    let imported = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(["campaign", "import", "tests/story/cellar.en.ink", "--data-dir"])
        .arg(&live)
        .stdout(Stdio::null())
        .status();
    assert!(imported.unwrap().success());
    let disk = ForgetfulDisk::new(&live, &durable);
    (live, disk)
}

/// Plays for a while, is killed, and checks the ledgers on what is left; says what was lost.
async fn kill_and_check(game: Game, seed: u64, more: &[&str]) -> Result<usize, String> {
    let folder = tempfile::tempdir().unwrap();
    let (live, disk) = data_folder(folder.path());
    // Every other time it is restored from what was kept on the way.
    let kept = ["--keep-every", if seed.is_multiple_of(2) { "7" } else { "100000" }];
    let appliance = Appliance::start(&live, Machine::With(&disk), &[&kept, more].concat());
    let mut rng = StdRng::seed_from_u64(seed);
    let mut guests = vec![Guest::at(&appliance, None, appliance.host_token.clone()).await];
    for (seat, name) in (1..).map(SeatId).zip(["Anna", "Деда Коля", "Cleo"]) {
        let token = appliance.join(name).await;
        guests.push(Guest::at(&appliance, Some(seat), token).await);
    }
    for begin in [wish("open", game.wish()), wish("start", json!({}))] {
        assert!(guests[0].act(begin).await);
    }
    let code = appliance.code.clone();
    let seeds = rng.random::<u64>();
    let heard = Arc::new(Semaphore::new(0));
    let players: Vec<_> = (0u64..)
        .zip(guests)
        .map(|(at, guest)| {
            let guest = Guest {
                heard: Arc::clone(&heard),
                ..guest
            };
            tokio::spawn(guest.play(game, seeds.wrapping_add(at)))
        })
        .collect();
    // Counted in answers, because a machine that has other things to do needs longer for as many; and then at any moment.
    let _ = timeout(ENOUGH, heard.acquire_many(rng.random_range(1..=MOST_HEARD))).await;
    tokio::time::sleep(Duration::from_millis(rng.random_range(0..40))).await;
    appliance.kill();
    let guests: Vec<Guest> = join_all(players).await.into_iter().map(Result::unwrap).collect();
    // The date of the machine is not to be trusted afterwards.
    let jump = rng.random_range(-400..400) * 86_400;
    let left = disk.after_power_cut();
    keep_unsynced(&live, &left);
    left_in_order(game, &left, jump, &code, &guests).await
}

/// What was kept for a quick start is never synced. A power cut may leave it all the same, ahead of the journal or not.
fn keep_unsynced(live: &Path, left: &Path) {
    for file in std::fs::read_dir(live.join("folded")).into_iter().flatten().flatten() {
        std::fs::create_dir_all(left.join("folded")).unwrap();
        std::fs::copy(file.path(), left.join("folded").join(file.file_name())).unwrap();
    }
}

async fn left_in_order(game: Game, left: &Path, jump: i64, code: &str, guests: &[Guest]) -> Result<usize, String> {
    let before = accepted(left).await?;
    each_once(&before, guests)?;
    let appliance = Appliance::start(left, Machine::Jumped(jump), &[]);
    same(&appliance.code, &code.to_owned(), "the code")?;
    for guest in guests {
        answers_are_for_good(&appliance, guest).await?;
    }
    for guest in guests {
        let mut socket = appliance.socket(&guest.token).await;
        socket.catch_up().await;
        let (seen, now) = (reached(game, &guest.socket), reached(game, &socket));
        if now < seen {
            return Err(format!("{:?} had seen {seen:?}, and now it is {now:?}", guest.seat));
        }
    }
    if game == Game::Canvas {
        every_version_is_its_placement(&appliance, guests).await?;
    }
    appliance.kill();
    // A repeat is answered from memory: nothing of it may stand in the journal a second time.
    same(&accepted(left).await?, &before, "the journal after repeats")?;
    Ok(guests.iter().map(|guest| guest.ledger.len()).sum())
}

fn same<T: PartialEq + std::fmt::Debug>(now: &T, before: &T, what: &str) -> Result<(), String> {
    match now == before {
        true => Ok(()),
        false => Err(format!("{what} is {now:?} instead of {before:?}")),
    }
}

fn each_once(journal: &[(Option<SeatId>, ActionKey)], guests: &[Guest]) -> Result<(), String> {
    for guest in guests {
        for Acknowledged { id, wish, .. } in &guest.ledger {
            let key = (guest.seat, ActionKey::of(id));
            let times = journal.iter().filter(|other| **other == key).count();
            same(
                &times,
                &1,
                &format!("the number of {id} ({}) in the journal", wish.action),
            )?;
        }
    }
    Ok(())
}

async fn answers_are_for_good(appliance: &Appliance, guest: &Guest) -> Result<(), String> {
    let mut again = Guest::at(appliance, guest.seat, guest.token.clone()).await;
    for Acknowledged { id, wish, answer } in guest.ledger.iter().rev().take(KNOWN) {
        let answered = match wish.action {
            "place" => again.place(id, &wish.payload).await,
            action => again.socket.try_act(id, action, wish.payload.clone()).await,
        };
        same(
            &answered,
            &Some(Ok(answer.clone())),
            &format!("the answer to {id} ({wish:?})"),
        )?;
    }
    Ok(())
}

/// Every version is the placement that was told to have made it.
async fn every_version_is_its_placement(appliance: &Appliance, guests: &[Guest]) -> Result<(), String> {
    let path = format!("/api/session/{}/canvas/film", appliance.code);
    let film = request(&appliance.address, "GET", &path, &[], "").await.bytes;
    let number = |at: usize| u32::from_le_bytes(film[at..at + 4].try_into().unwrap());
    let placed = guests
        .iter()
        .flat_map(|guest| &guest.ledger)
        .filter(|done| done.wish.action == "place");
    for Acknowledged { id, wish, answer } in placed {
        let field = |name: &str| wish.payload[name].as_u64().unwrap() as u32;
        let item = (field("y") * SIDE + field("x")) | (field("color") << 24);
        let version = answer["version"].as_u64().unwrap() as usize;
        same(
            &number(20 + 8 * (version - 1)),
            &item,
            &format!("version {version} ({id})"),
        )?;
    }
    Ok(())
}

async fn nothing_is_lost(game: Game) {
    let mut acknowledged = 0;
    for seed in 0..kills() {
        let kept = kill_and_check(game, seed, &[]).await;
        acknowledged += kept.unwrap_or_else(|lost| panic!("{game:?}, seed {seed}: {lost}"));
    }
    println!(
        "{game:?}: {} kills, {acknowledged} acknowledged actions, none lost or doubled",
        kills()
    );
    assert!(
        acknowledged as u64 > 15 * kills(),
        "only {acknowledged} actions were acknowledged"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_in_the_arena_is_lost_or_counted_twice() {
    nothing_is_lost(Game::Arena).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_painted_is_lost_or_doubled() {
    nothing_is_lost(Game::Canvas).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_done_in_the_quest_is_lost_or_done_twice() {
    nothing_is_lost(Game::Quest).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_test_notices_when_commits_are_told_too_early() {
    let kept = kill_and_check(Game::Arena, 1, &["--unsafe-no-sync"]).await;
    assert!(kept.is_err(), "without syncing something acknowledged must be missing");
}
