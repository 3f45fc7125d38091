//! A party with a thousand seats that paint, in this process: without HTTP and sockets, but with the real store under it.

use crate::appliance::playing;
use anyhow::{Context, Result, ensure};
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use snowparty::hub::Hub;
use snowparty::id::{Token, TokenHash};
use snowparty::party::{Admission, PartyHandle, Place, Setting, Stamp, Visitor};
use snowparty::picture::sample::winter_picture;
use snowparty::protocol::{ActionRequest, AudioOutput, JoinRequest};
use snowparty::store::{Store, Synchronous};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::time::Instant;

pub const SEATS: usize = 1_000;
pub const SIDE: u16 = 1_000;
pub const CELLS: usize = SIDE as usize * SIDE as usize;
/// The picture that is painted everywhere in these benchmarks.
pub const SEED: u64 = 2_026;
/// Coprime to the number of cells: placements jump about, and paint every cell once.
const STRIDE: usize = 618_033;

/// A house whose canvas has no cooldown.
pub struct Crowd {
    hub: Arc<Hub>,
    party: PartyHandle,
    tokens: Vec<TokenHash>,
    epoch: u64,
    picture: Vec<u8>,
}

impl Crowd {
    /// A thousand seats, connected; what they are sent is thrown away by a task for each.
    pub async fn open(folder: &Path) -> Result<Self> {
        let store = Store::open(folder, Synchronous::Full)?;
        let setting = Setting::new(None, None, AudioOutput::Off, Place::default());
        let hub = Hub::open(store, Arc::new(setting)).await?;
        let party = hub.current();
        let mut tokens = Vec::new();
        for number in 1..=SEATS {
            let token = seat(&party, number).await?;
            let socket = party.attach(Visitor::Holder(token.clone())).await;
            tokio::spawn(drain(socket.ok().context("a socket was refused")?));
            tokens.push(token);
        }
        start(&party, hub.host_key().await?.hash()).await?;
        Ok(Self {
            epoch: epoch(&party)?,
            hub,
            party,
            tokens,
            picture: winter_picture(SIDE, SIDE, SEED),
        })
    }

    /// Makes a placement and waits until it is durable.
    pub async fn place(&self, number: usize) -> Result<()> {
        let cell = number * STRIDE % CELLS;
        let (x, y) = (cell % usize::from(SIDE), cell / usize::from(SIDE));
        let request = ActionRequest {
            action_id: format!("{number:x}"),
            action_type: "place".to_owned(),
            payload: json!({ "x": x, "y": y, "color": self.picture[cell], "epoch": self.epoch }),
            campaign_run_id: None,
            character_id: None,
        };
        let token = self.tokens[number % SEATS].clone();
        self.party.act_as(token, request, Stamp::now()).await?;
        Ok(())
    }

    /// Says goodbye to all.
    pub async fn leave(&self) {
        self.hub.restart().await;
    }
}

async fn seat(party: &PartyHandle, number: usize) -> Result<TokenHash> {
    let request = JoinRequest {
        name: format!("Guest {number}"),
        device_uuid: None,
        avatar: None,
    };
    Ok(Token::from_wire(&party.join(request).await?.token).hash())
}

async fn drain(mut socket: Admission) {
    while socket.inbox.word().await.is_none() {
        socket.inbox.waiting().for_each(drop);
    }
}

async fn start(party: &PartyHandle, host: TokenHash) -> Result<()> {
    let rules = json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 0, "slots": SEATS, "minutes": 0 });
    let wish = json!({ "game": "canvas", "settings": rules });
    for (action, payload) in [("open", wish), ("start", json!({}))] {
        let request = ActionRequest::unnamed(action, payload);
        party.act_as(host.clone(), request, Stamp::now()).await?;
    }
    let begun = Instant::now();
    while playing(&serde_json::to_value(&party.state().await?.state)?) < SEATS {
        ensure!(begun.elapsed() < Duration::from_secs(60), "not all are let in");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// The board's epoch, as the gallery tells everyone.
fn epoch(party: &PartyHandle) -> Result<u64> {
    let exhibit = party.exhibit().context("nothing is shown")?;
    let question = snowparty::game::Question {
        path: "board",
        query: "",
        etag: None,
        body: b"",
        names: &|_| None,
    };
    let snowparty::game::Reply::Body { bytes, .. } = exhibit.gallery.read(&question, &party.past(&exhibit))? else {
        anyhow::bail!("a board that is unchanged since never");
    };
    let board: Value = serde_json::from_slice(&bytes)?;
    board["board"]["epoch"].as_u64().context("a board without an epoch")
}

/// Lets a crowd do something over a folder, and waits until the folder is free again.
pub fn with_crowd<T>(folder: &Path, work: impl AsyncFnOnce(Arc<Crowd>) -> Result<T>) -> Result<T> {
    let runtime = Runtime::new()?;
    let done = runtime.block_on(async {
        let crowd = Arc::new(Crowd::open(folder).await?);
        let done = work(Arc::clone(&crowd)).await;
        crowd.leave().await;
        done
    });
    drop(runtime);
    until_free(folder)?;
    done
}

/// The writer folds its log in and gives the lock back when it ends.
fn until_free(folder: &Path) -> Result<()> {
    let lock = File::open(folder.join("lock"))?;
    let begun = std::time::Instant::now();
    while lock.try_lock().is_err() {
        ensure!(begun.elapsed() < Duration::from_secs(60), "the folder is still in use");
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// What a folder's database takes.
#[derive(Clone, Copy)]
pub struct Disk {
    /// Pages with something on them, bytes; those in the write-ahead log count as they will stand in the file.
    pub used: i64,
    /// Pages that wait to be used again, bytes.
    pub free: i64,
    /// Rows of the journal.
    pub rows: i64,
    /// Bytes of their bodies.
    pub bodies: i64,
    /// The write-ahead log, bytes; it is written over and over.
    pub log: u64,
}

impl Disk {
    pub fn of(folder: &Path) -> Result<Self> {
        let db = read(folder)?;
        let pragma = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let (page, free) = (pragma("page_size")?, pragma("freelist_count")?);
        let sums = "SELECT count(*), sum(length(body)) FROM journal";
        let (rows, bodies) = db.query_row(sums, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let log = std::fs::metadata(folder.join("snowparty.db-wal"));
        Ok(Self {
            used: (pragma("page_count")? - free) * page,
            free: free * page,
            rows,
            bodies,
            log: log.map_or(0, |log| log.len()),
        })
    }

    /// What came since.
    pub fn since(self, before: Self) -> Self {
        Self {
            used: self.used - before.used,
            free: (self.free - before.free).max(0),
            rows: self.rows - before.rows,
            bodies: self.bodies - before.bodies,
            log: self.log,
        }
    }
}

fn read(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    Ok(Connection::open_with_flags(folder.join("snowparty.db"), flags)?)
}
