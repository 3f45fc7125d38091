//! The plug is pulled: SIGKILL at any moment, and everything thrown away that had not been synced. What was acknowledged is kept in
//! a ledger outside; after the start on what is left of the disk it must be there, once.

use crate::shim::{ForgetfulDisk, jump_the_wall_clock};
use crate::wire::{Socket, request, try_request};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use snowparty::id::{ActionKey, SeatId};
use snowparty::party;
use snowparty::store::{Store, Synchronous};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

/// Kills in one run. Each is at another moment of a session.
const KILLS: u64 = 20;

/// A real appliance: the binary, as a host starts it.
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
    /// Its wall clock stands so many seconds off.
    Jumped(i64),
    /// All that it can say of itself is written into a file.
    Told(&'a Path),
}

impl Appliance {
    pub fn start(folder: &Path, machine: Machine, more: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snowparty"));
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

    fn kill(mut self) {
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

/// An action that was answered, and with what.
struct Acknowledged {
    id: String,
    action: &'static str,
    payload: Value,
    answer: Value,
}

/// Someone at the party, with everything that was acknowledged to them.
struct Guest {
    token: String,
    socket: Socket,
    ledger: Vec<Acknowledged>,
}

impl Guest {
    async fn at(appliance: &Appliance, token: String) -> Self {
        Self {
            socket: appliance.socket(&token).await,
            token,
            ledger: Vec::new(),
        }
    }

    /// Asks, and keeps what was answered; a refusal is no acknowledgement.
    async fn act(&mut self, action: &'static str, payload: Value) {
        let id = format!("power-{}", self.ledger.len());
        self.socket.ask_as(&id, action, payload.clone()).await;
        if let Ok(answer) = self.socket.answer(&id).await {
            self.ledger.push(Acknowledged {
                id,
                action,
                payload,
                answer,
            });
        }
    }

    /// Answers the question that is open, if one is.
    async fn choose(&mut self, choice: u64) {
        self.socket.catch_up().await;
        let asked = &self.socket.topics["arena.question"];
        let details = json!({ "question": asked["index"], "choice": choice });
        let level = self.socket.topics["arena.level"]["level"].clone();
        self.act(
            "progress",
            json!({ "level": level, "score": 0, "time": 900, "details": details }),
        )
        .await;
    }
}

/// Plays for a while, is killed, and checks the ledger on what is left. True if nothing acknowledged was lost.
async fn kill_and_check(seed: u64, more: &[&str]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let (live, durable) = (folder.path().join("live"), folder.path().join("durable"));
    std::fs::create_dir(&live).unwrap();
    let disk = ForgetfulDisk::new(&live, &durable);
    let appliance = Appliance::start(&live, Machine::With(&disk), more);
    let code = appliance.code.clone();
    let mut rng = StdRng::seed_from_u64(seed);
    let mut party = vec![Guest::at(&appliance, appliance.host_token.clone()).await];
    for name in ["Anna", "Деда Коля"] {
        let token = appliance.join(name).await;
        party.push(Guest::at(&appliance, token).await);
    }
    for (action, payload) in [
        ("open", json!({ "settings": crate::house::only("choose") })),
        ("start", json!({})),
        ("skip", json!({})),
    ] {
        party[0].act(action, payload).await;
    }
    for round in 0..rng.random_range(3..9) {
        play(&mut party, round, &mut rng).await;
    }
    let answered = |guest: &Guest| guest.ledger.iter().filter(|said| said.action == "progress").count();
    assert!(
        party[1..].iter().all(|guest| answered(guest) > 1),
        "questions were answered"
    );
    let seen = seen_by(&mut party[0].socket).await;
    // One more is under way when the plug is pulled: it may be lost or not.
    party[1].socket.ask("ready", json!({ "ready": true })).await;
    tokio::time::sleep(Duration::from_millis(rng.random_range(0..30))).await;
    appliance.kill();
    // The date of the machine is not to be trusted afterwards.
    let jump = rng.random_range(-400..400) * 86_400;
    left_in_order(&disk.after_power_cut(), jump, &code, &party, &seen).await
}

/// A round of a session: new names, readiness, answers, which close the question, and on to the next.
async fn play(party: &mut [Guest], round: u32, rng: &mut StdRng) {
    for guest in &mut party[1..] {
        guest.act("ready", json!({ "ready": round.is_multiple_of(2) })).await;
        let name = format!("Name {}", rng.random::<u16>());
        guest.act("rename", json!({ "name": name })).await;
        guest.choose(rng.random_range(0..4)).await;
    }
    party[0].act("skip", json!({})).await;
}

/// What was visible of the session: how far it is, and each player's points.
async fn seen_by(host: &mut Socket) -> (u64, Vec<(u64, i64)>) {
    host.catch_up().await;
    let round = host.topics["session.state"]["round"].as_u64().unwrap();
    let points = |(id, player): (&u64, &Value)| (*id, player["score"].as_i64().unwrap());
    (round, host.players.iter().map(points).collect())
}

async fn left_in_order(left: &Path, jump: i64, code: &str, party: &[Guest], seen: &(u64, Vec<(u64, i64)>)) -> bool {
    let database = left.join("snowparty.db");
    if !database.exists() {
        return false;
    }
    let Some(before) = accepted(left).await else {
        return false;
    };
    let appliance = Appliance::start(left, Machine::Jumped(jump), &[]);
    if appliance.code != code {
        return false;
    }
    for guest in party {
        let mut socket = Socket::knock(&appliance.address, code, &format!("token={}", guest.token)).await;
        if socket.next().await.is_err() {
            return false;
        }
        for acknowledged in guest.ledger.iter().rev().take(30) {
            socket
                .ask_as(&acknowledged.id, acknowledged.action, acknowledged.payload.clone())
                .await;
            if socket.answer(&acknowledged.id).await.as_ref() != Ok(&acknowledged.answer) {
                return false;
            }
        }
    }
    let mut host = appliance.socket(&party[0].token).await;
    if seen_by(&mut host).await != *seen {
        return false;
    }
    drop(appliance);
    // A repeat is answered from memory: nothing of it may stand in the journal a second time.
    let after = accepted(left).await.expect("it was readable before");
    let seats = [None, Some(SeatId(1)), Some(SeatId(2))];
    let mut ledger = party.iter().zip(seats).flat_map(|(guest, seat)| {
        let ids = guest.ledger.iter().map(|acknowledged| &acknowledged.id);
        ids.map(move |id| (seat, ActionKey::of(id)))
    });
    let once = |action: (Option<SeatId>, ActionKey)| after.iter().filter(|other| **other == action).count() == 1;
    after == before && ledger.all(once)
}

/// Every action that the journal knows to be accepted.
async fn accepted(folder: &Path) -> Option<Vec<(Option<SeatId>, ActionKey)>> {
    let copy = tempfile::tempdir().unwrap();
    for name in ["snowparty.db", "snowparty.db-wal"] {
        let _ = std::fs::copy(folder.join(name), copy.path().join(name));
    }
    let store = Store::open(copy.path(), Synchronous::Full).ok()?;
    let mut all = Vec::new();
    for code in store.journaled_parties().await.ok()? {
        all.extend(party::accepted(&store, &code).await.ok()?);
    }
    Some(all)
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_or_counted_twice() {
    for seed in 0..KILLS {
        assert!(kill_and_check(seed, &[]).await, "seed {seed}");
    }
}

#[tokio::test]
async fn the_test_notices_when_commits_are_told_too_early() {
    assert!(
        !kill_and_check(1, &["--unsafe-no-sync"]).await,
        "without syncing something acknowledged must be missing"
    );
}

#[tokio::test]
async fn a_level_that_was_cut_is_paused_and_goes_on_after_a_countdown() {
    let folder = tempfile::tempdir().unwrap();
    let appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
    let token = appliance.join("Anna").await;
    let mut host = appliance.socket(&appliance.host_token.clone()).await;
    host.act("open", json!({ "settings": crate::house::only("choose") }))
        .await
        .unwrap();
    host.act("start", json!({})).await.unwrap();
    let mut anna = appliance.socket(&token).await;
    let question = anna.until_topic("arena.question", |_| true).await;
    let (code, host_token) = (appliance.code.clone(), appliance.host_token.clone());
    appliance.kill();

    let appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
    assert_eq!(appliance.code, code);
    let mut host = appliance.socket(&host_token).await;
    let state = host.until_state(|_| true).await;
    assert_eq!(
        (&state["pause"]["reason"], &state["phase"]),
        (&json!("restart"), &json!("play"))
    );
    let mut anna = appliance.socket(&token).await;
    anna.until_state(|state| state["pause"].is_null() && state["clock"]["running"] == true)
        .await;
    assert_eq!(
        anna.until_topic("arena.question", |_| true).await["text"],
        question["text"],
        "the same question goes on"
    );
}

/// A placement that was acknowledged.
struct Pixel {
    id: String,
    body: Value,
    item: u32,
    answer: Value,
}

/// Places one pixel after the other until nobody answers any more.
async fn paint(address: String, path: String, token: String, epoch: u64, seed: u64) -> Vec<Pixel> {
    let mut rng = StdRng::seed_from_u64(seed);
    let bearer = format!("Bearer {token}");
    let mut ledger = Vec::new();
    loop {
        let (x, y, color) = (
            rng.random_range(0..32u32),
            rng.random_range(0..32u32),
            rng.random_range(1..32u32),
        );
        let id = format!("{seed}-{}", ledger.len());
        let body = json!({ "action_id": id, "x": x, "y": y, "color": color, "epoch": epoch });
        match try_request(
            &address,
            "POST",
            &path,
            &[("authorization", &bearer)],
            &body.to_string(),
        )
        .await
        {
            Some(answer) if answer.status == 200 => ledger.push(Pixel {
                id,
                body,
                item: (y * 32 + x) | (color << 24),
                answer: answer.body,
            }),
            // Thirty a second are enough for one guest.
            Some(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            None => return ledger,
        }
    }
}

/// Paints, is killed in the middle of it, and checks what is left of the disk: nothing acknowledged is lost, nothing is doubled.
async fn kill_the_painters(seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let (live, durable) = (folder.path().join("live"), folder.path().join("durable"));
    std::fs::create_dir(&live).unwrap();
    let disk = ForgetfulDisk::new(&live, &durable);
    let appliance = Appliance::start(&live, Machine::With(&disk), &[]);
    let (code, canvas) = (
        appliance.code.clone(),
        format!("/api/session/{}/canvas", appliance.code),
    );
    let mut tokens = Vec::new();
    for name in ["Anna", "Bo", "Cleo"] {
        tokens.push(appliance.join(name).await);
    }
    let mut sockets = Vec::new();
    for token in &tokens {
        sockets.push(appliance.socket(token).await);
    }
    let mut host = appliance.socket(&appliance.host_token.clone()).await;
    let settings = json!({ "width": 32, "height": 32, "cooldown_ms": 0 });
    host.act("open", json!({ "game": "canvas", "settings": settings }))
        .await
        .unwrap();
    host.act("start", json!({})).await.unwrap();
    let board = host.until_topic("canvas.board", |_| true).await;
    let epoch = board["epoch"].as_u64().unwrap();
    let painters: Vec<_> = (seed * 10..)
        .zip(&tokens)
        .map(|(seed, token)| {
            let path = format!("{canvas}/place");
            tokio::spawn(paint(appliance.address.clone(), path, token.clone(), epoch, seed))
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(150 + 37 * seed)).await;
    appliance.kill();
    let mut ledgers = Vec::new();
    for painter in painters {
        ledgers.push(painter.await.unwrap());
    }
    assert!(ledgers.iter().all(|ledger| ledger.len() > 3), "everybody painted");

    let left = disk.after_power_cut();
    let before = accepted(&left).await.expect("what is left can be read");
    for (seat, ledger) in (1..).zip(&ledgers) {
        for pixel in ledger {
            let key = (Some(SeatId(seat)), ActionKey::of(&pixel.id));
            assert_eq!(
                before.iter().filter(|other| **other == key).count(),
                1,
                "seed {seed}: {}",
                pixel.id
            );
        }
    }
    let appliance = Appliance::start(&left, Machine::Usual, &[]);
    assert_eq!(appliance.code, code);
    for (token, ledger) in tokens.iter().zip(&ledgers) {
        let bearer = format!("Bearer {token}");
        for pixel in ledger.iter().rev().take(10) {
            let headers = [("authorization", bearer.as_str())];
            let again = request(
                &appliance.address,
                "POST",
                &format!("{canvas}/place"),
                &headers,
                &pixel.body.to_string(),
            )
            .await;
            assert_eq!(again.body, pixel.answer, "seed {seed}: {}", pixel.id);
        }
    }
    // Every version is the placement that was told to have made it.
    let film = request(&appliance.address, "GET", &format!("{canvas}/film"), &[], "")
        .await
        .bytes;
    let number = |at: usize| u32::from_le_bytes(film[at..at + 4].try_into().unwrap());
    for pixel in ledgers.iter().flatten() {
        let version = pixel.answer["result"]["version"].as_u64().unwrap() as usize;
        assert_eq!(number(20 + 8 * (version - 1)), pixel.item, "seed {seed}: {}", pixel.id);
    }
    drop(appliance);
    assert_eq!(accepted(&left).await.unwrap(), before, "repeats count for nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_painted_is_lost_or_doubled() {
    for seed in 0..8 {
        kill_the_painters(seed).await;
    }
}

/// What the guardian does when it is its turn: keeps the fight going for a while, then attacks; a spirit haunts.
fn blow(combat: &Value, step: u32) -> Value {
    let enemies = combat["state"]["enemies"].as_array().unwrap().iter().enumerate();
    let standing = enemies.filter(|(_, enemy)| enemy["hp"].as_i64() > Some(0));
    let target = standing
        .min_by_key(|(_, enemy)| enemy["hp"].as_i64())
        .map_or(0, |(at, _)| at);
    let act = match (combat["state"]["heroes"][0]["hp"].as_i64(), step) {
        (Some(0), _) => json!({ "act": "haunt", "target": target }),
        (_, 0..3) => json!({ "act": "defend" }),
        _ => json!({ "act": "attack", "target": target }),
    };
    json!({ "turn": combat["turn"], "act": act })
}

/// Anna alone before the wolves in the cellar.
async fn before_the_wolves(appliance: &Appliance, anna: &str) {
    let mut host = appliance.socket(&appliance.host_token).await;
    let mut anna = appliance.socket(anna).await;
    let settings = json!({ "campaign": "cellar", "turn_seconds": 120 });
    host.act("open", json!({ "game": "quest", "settings": settings }))
        .await
        .unwrap();
    host.act("start", json!({})).await.unwrap();
    anna.act("character", json!({ "archetype": "guardian" })).await.unwrap();
    host.act("begin", json!({})).await.unwrap();
    for (kind, action) in [("vote", "choice"), ("choice", "choice"), ("skill-check", "skill-check")] {
        let asked = |scene: &Value| scene["decision"]["kind"] == kind;
        let decision = anna.until_topic("scene.update", asked).await["decision"]["decision_id"].clone();
        let answer = if action == "choice" {
            json!({ "decision_id": decision, "option": 0 })
        } else {
            json!({ "decision_id": decision })
        };
        anna.act(action, answer).await.unwrap();
    }
    anna.until_topic("combat.update", |_| true).await;
}

/// A data folder in which the cellar is kept.
fn house_with_a_cellar() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let imported = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(["campaign", "import", "tests/story/cellar.en.ink", "--data-dir"])
        .arg(folder.path())
        .stdout(Stdio::null())
        .status();
    assert!(imported.unwrap().success());
    folder
}

#[tokio::test]
async fn no_log_tells_a_heros_secret_or_a_token() {
    let folder = house_with_a_cellar();
    let log = folder.path().join("log");
    let appliance = Appliance::start(folder.path(), Machine::Told(&log), &[]);
    let token = appliance.join("Anna").await;
    before_the_wolves(&appliance, &token).await;
    let mut anna = appliance.socket(&token).await;
    let notes = anna.until_topic("quest.you", |_| true).await["notes"].clone();
    assert_eq!(
        notes.as_array().unwrap().len(),
        2,
        "there is something to be told: {notes}"
    );
    let host_token = appliance.host_token.clone();
    appliance.kill();
    let told = std::fs::read_to_string(log).unwrap();
    assert!(told.lines().count() > 20, "it was talkative: {told}");
    for secret in ["CANARY", &token, &host_token] {
        assert!(!told.contains(secret), "{secret} stands in the log");
    }
}

#[tokio::test]
async fn a_fight_is_killed_at_every_step_and_goes_on() {
    let folder = house_with_a_cellar();
    let mut appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
    let token = appliance.join("Anna").await;
    before_the_wolves(&appliance, &token).await;
    let mut steps = 0;
    loop {
        let mut anna = appliance.socket(&token).await;
        anna.until_state(|state| state["pause"].is_null()).await;
        anna.catch_up().await;
        let combat = anna.topics["combat.update"].clone();
        if !combat["outcome"].is_null() {
            break;
        }
        let (id, act) = (format!("blow-{steps}"), blow(&combat, steps));
        anna.ask_as(&id, "combat", act.clone()).await;
        // Now it is killed after the answer, now while the blow is under way.
        let answered = if steps % 2 == 0 {
            Some(anna.answer(&id).await.unwrap())
        } else {
            None
        };
        appliance.kill();
        appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
        let mut anna = appliance.socket(&token).await;
        anna.until_state(|state| state["pause"].is_null()).await;
        anna.ask_as(&id, "combat", act).await;
        let again = anna.answer(&id).await.unwrap();
        assert!(
            answered.is_none_or(|answered| answered == again),
            "an answer is for good"
        );
        anna.catch_up().await;
        let turn = anna.topics["combat.update"]["turn"].as_u64();
        assert!(
            turn > combat["turn"].as_u64(),
            "the blow fell once and is not forgotten"
        );
        steps += 1;
        assert!(steps < 80, "the fight does not end");
    }
    assert!(steps > 2, "{steps} steps are no fight");
    let mut anna = appliance.socket(&token).await;
    let home = anna
        .until_topic("scene.update", |scene| scene["ending"].is_object())
        .await;
    assert_eq!(home["ending"]["id"], "home");
}
