//! A day's journal: twelve hours with thirty guests, each of whom acts as fast as the game lets them. README.md has the arithmetic.

use crate::house::{House, PATIENCE, PIN};
use anyhow::{Context, Result, ensure};
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use snowparty::hub::Hub;
use snowparty::id::{PartyCode, Token};
use snowparty::party::{Admission, PartyHandle, Place, Setting, Stamp, Visitor};
use snowparty::protocol::{ActionRequest, AudioOutput, JoinRequest};
use snowparty::store::{Batch, Store, Stored, Synchronous};
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

const GUESTS: usize = 30;
const DAY_MS: i64 = 12 * 3_600 * 1_000;
/// The canvas's party preset: a pixel a second.
const PLACEMENTS: usize = GUESTS * DAY_MS as usize / 1_000;
const SIDES: (usize, usize) = (160, 90);
/// Rows that are on their way to the disk together.
const AT_ONCE: usize = 32;

/// A party with a day behind it.
pub struct Day {
    pub folder: tempfile::TempDir,
    pub code: String,
    /// One of the guests.
    pub token: String,
    pub events: i64,
}

impl Day {
    fn left(folder: tempfile::TempDir, code: String, token: String) -> Result<Self> {
        let db = rusqlite::Connection::open(folder.path().join("snowparty.db"))?;
        let events = db.query_row("SELECT max(last_seq) FROM journal WHERE party = ?", [&code], |row| {
            row.get(0)
        })?;
        Ok(Self {
            folder,
            code,
            token,
            events,
        })
    }

    /// What the database takes, MB.
    pub fn megabytes(&self) -> Result<f64> {
        Ok(std::fs::metadata(self.folder.path().join("snowparty.db"))?.len() as f64 / 1e6)
    }

    /// What was kept of its folding.
    pub fn kept(&self) -> std::path::PathBuf {
        self.folder.path().join("folded").join(&self.code)
    }

    /// One placement a second of each guest for the whole day, as fast as the disk takes them: the board has no cooldown, and the day
    /// passes in a minute.
    pub fn of_the_canvas() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let runtime = Runtime::new()?;
        let (code, token) = runtime.block_on(paint(folder.path()))?;
        drop(runtime);
        until_free(folder.path())?;
        Self::left(folder, code, token)
    }

    /// One session played by bots that hesitate over nothing, and then the same again and again until the day is over.
    pub fn of(game: &str, settings: &Value, more: &[&str]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let runtime = Runtime::new()?;
        let mut house = House::start(folder.path())?;
        let code = house.code()?;
        let token = runtime.block_on(house.join(&code, "Anna"))?;
        play(&house, game, settings, more)?;
        house.kill()?;
        runtime.block_on(repeat(folder.path(), &code))?;
        drop(runtime);
        until_free(folder.path())?;
        Self::left(folder, code, token)
    }
}

async fn paint(folder: &Path) -> Result<(String, String)> {
    let setting = Setting::new(None, None, AudioOutput::Off, Place::default());
    let hub = Hub::open(Store::open(folder, Synchronous::Full)?, Arc::new(setting)).await?;
    let party = hub.current();
    let mut tokens = Vec::new();
    for number in 1..=GUESTS {
        let name = format!("Guest {number}");
        let request = JoinRequest {
            name,
            device_uuid: None,
            avatar: None,
        };
        let token = party.join(request).await?.token;
        let socket = party
            .attach(Visitor::Holder(Token::from_wire(&token).hash()))
            .await
            .ok()
            .context("no socket")?;
        tokio::spawn(drain(socket));
        tokens.push(token);
    }
    let host = hub.host_key().await?.hash();
    let rules = json!({ "width": SIDES.0, "height": SIDES.1, "cooldown_ms": 0, "slots": GUESTS, "minutes": 0 });
    for (action, payload) in [
        ("open", json!({ "game": "canvas", "settings": rules })),
        ("start", json!({})),
    ] {
        party
            .act_as(host.clone(), ActionRequest::unnamed(action, payload), Stamp::now())
            .await?;
    }
    let epoch = epoch(&party).await?;
    let next = Arc::new(AtomicUsize::new(0));
    let mut painting = JoinSet::new();
    for token in &tokens {
        painting.spawn(paint_on(party.clone(), token.clone(), epoch, Arc::clone(&next)));
    }
    while let Some(painted) = painting.join_next().await {
        painted??;
    }
    let code = party.code().to_string();
    hub.restart().await;
    Ok((code, tokens.swap_remove(0)))
}

/// What a phone is sent is thrown away.
async fn drain(mut socket: Admission) {
    while socket.inbox.word().await.is_none() {
        socket.inbox.waiting().for_each(drop);
    }
}

/// The board's epoch, once there is a board.
async fn epoch(party: &PartyHandle) -> Result<u64> {
    let begun = Instant::now();
    loop {
        if let Some(edition) = party.exhibit().and_then(|exhibit| read_epoch(party, &exhibit)) {
            return Ok(edition);
        }
        ensure!(begun.elapsed() < PATIENCE, "nothing is shown");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn read_epoch(party: &PartyHandle, exhibit: &snowparty::party::Exhibit) -> Option<u64> {
    let question = snowparty::game::Question {
        path: "board",
        query: "",
        etag: None,
        body: b"",
        names: &|_| None,
    };
    let snowparty::game::Reply::Body { bytes, .. } = exhibit.gallery.read(&question, &party.past(exhibit)).ok()? else {
        return None;
    };
    serde_json::from_slice::<Value>(&bytes).ok()?["board"]["epoch"].as_u64()
}

async fn paint_on(party: PartyHandle, token: String, epoch: u64, next: Arc<AtomicUsize>) -> Result<()> {
    let token = Token::from_wire(&token).hash();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= PLACEMENTS {
            return Ok(());
        }
        // Coprime to the number of cells: placements jump about.
        let cell = number * 6_151 % (SIDES.0 * SIDES.1);
        let request = ActionRequest {
            action_id: format!("{number:x}"),
            action_type: "place".to_owned(),
            payload: json!({ "x": cell % SIDES.0, "y": cell / SIDES.0, "color": number % 31 + 1, "epoch": epoch }),
            campaign_run_id: None,
            character_id: None,
        };
        party.act_as(token.clone(), request, Stamp::now()).await?;
    }
}

fn play(house: &House, game: &str, settings: &Value, more: &[&str]) -> Result<()> {
    let count = (GUESTS - 1).to_string();
    let settings = settings.to_string();
    let bots = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args([
            "bots",
            "--url",
            &format!("http://{}", house.address),
            "--count",
            &count,
            "--pin",
            PIN,
        ])
        .args([
            "--game",
            game,
            "--settings",
            &settings,
            "--think",
            "1",
            "--once",
            "--for",
            "5m",
        ])
        .args(more)
        .stdout(Stdio::null())
        .status()?;
    ensure!(bots.success(), "the bots have failed");
    Ok(())
}

/// Everything from the session's start on once more, until twelve hours of party time are full.
async fn repeat(folder: &Path, code: &str) -> Result<()> {
    let store = Store::open(folder, Synchronous::Full)?;
    let code = PartyCode::parse(code).context("a code")?;
    let rows = store.load(&code).await?;
    let started = |row: &Stored| row.body.windows(16).any(|bytes| bytes == b"\"SessionStarted\"");
    let first = rows.iter().rposition(started).context("no session was started")?;
    let (before, last) = (&rows[first - 1], &rows[rows.len() - 1]);
    let (events, length) = (last.last_seq - before.last_seq, last.at_ms - before.at_ms);
    ensure!(length > 0, "no time has passed");
    let again = (1..DAY_MS / length).flat_map(|round| {
        let reached = std::iter::once(before).chain(&rows[first..]).map(|row| row.last_seq);
        let batches = rows[first..].iter().zip(reached);
        batches.map(move |(row, reached)| (row, row.last_seq - reached, round))
    });
    let written = stream::iter(again).map(|(row, n, round)| {
        store.append(Batch {
            party: code.clone(),
            last_seq: row.last_seq + round * events,
            n,
            at_ms: row.at_ms + round * length,
            format: row.format,
            body: row.body.clone(),
            rows: Vec::new(),
            traces: Vec::new(),
        })
    });
    Ok(written.buffered(AT_ONCE).try_for_each(|()| async { Ok(()) }).await?)
}

/// The writer folds its log in and gives the lock back when it ends.
fn until_free(folder: &Path) -> Result<()> {
    let lock = File::open(folder.join("lock"))?;
    let begun = Instant::now();
    while lock.try_lock().is_err() {
        ensure!(begun.elapsed() < PATIENCE, "the folder is still in use");
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
