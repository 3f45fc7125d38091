//! What must be true when all stands still, and when all is over: the journal folds to what is shown, knows what was acknowledged, and
//! nothing is left behind.

use crate::board::Board;
use crate::disk;
use crate::evening::panic_of;
use crate::host::{Host, Screen};
use crate::house::{House, reopened};
use crate::night::{Night, Tally};
use crate::phone::Phone;
use crate::viewer::{Held, Viewer};
use snowparty::id::PartyCode;
use snowparty::party;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Handle;
use tokio::time::Instant;

/// Farewells take up to two seconds each way.
const GIVEN_BACK_WITHIN: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(100);
/// So many phones are compared with the journal each time.
const MOST_COMPARED: usize = 24;
/// What may be kept for each seat that ever was, and for each action: names, tokens and answers.
const KEPT_A_SEAT: u64 = 8 * 1024;
const KEPT_AN_ACTION: u64 = 1024;
/// What allocators, caches and threads may take besides.
const ANY_PROCESS: u64 = 160 * 1024 * 1024;

/// What a process holds.
#[derive(Clone, Copy, Debug)]
pub struct Footprint {
    /// The house's tasks.
    tasks: usize,
    /// Open files and sockets.
    files: usize,
    /// Resident memory, bytes.
    memory: u64,
}

impl Footprint {
    pub fn of(server: &Handle) -> Self {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let memory = memory.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok());
        Self {
            tasks: server.metrics().num_alive_tasks(),
            files: std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count),
            memory: memory.unwrap_or(0u64) * 1024,
        }
    }
}

/// Opens a second house over a copy of the journal: it must show what the first one shows.
pub async fn compare_with_journal(
    night: &Arc<Night>,
    server: &Handle,
    house: &House,
    screens: impl Iterator<Item = &mut Screen>,
    phones: &mut [Phone],
) {
    let folder = disk::folder();
    copy(house.folder.path(), folder.path());
    let opened = server.spawn(twin(folder)).await;
    let Ok(twin) =
        opened.map_err(|broken| night.fault(format!("by the journal there is no house: {}", panic_of(broken))))
    else {
        return;
    };
    match (Board::fetch(night).await, Board::fetch_at(night, &twin.address).await) {
        (Some(shown), Some(folded)) if shown != folded => {
            night.fault(format!(
                "by the journal the board is another one: {}",
                shown.unlike(&folded)
            ));
        }
        (Some(_), None) | (None, Some(_)) => night.fault("by the journal there is a board, or none".to_owned()),
        _ => {}
    }
    for screen in screens {
        screen.page.catch_up().await;
        let shown = screen.page.held();
        compare(night, &twin, "a screen", &screen.credential, None, shown).await;
    }
    for phone in phones.iter_mut().take(MOST_COMPARED) {
        let (seat, credential) = (phone.seat, phone.credential());
        if let Some(page) = &mut phone.page
            && page.catch_up().await
        {
            compare(
                night,
                &twin,
                &format!("the phone of seat {seat}"),
                &credential,
                Some(seat),
                page.held(),
            )
            .await;
        }
    }
    twin.shut().await;
}

async fn twin(folder: Arc<TempDir>) -> House {
    House::over(folder, |_| {}).await
}

async fn compare(night: &Arc<Night>, twin: &House, who: &str, credential: &str, seat: Option<u64>, shown: Held) {
    match Viewer::open_at(night, &twin.address, credential, seat).await {
        Err(code) => night.fault(format!("by the journal {who} is refused with {code}")),
        Ok(mut folded) => {
            folded.catch_up().await;
            Tally::one(&night.tally.compared);
            for wrong in shown.unconnected().unlike(folded.held().unconnected()) {
                night.fault(format!("by the journal, {who}: {wrong}"));
            }
        }
    }
}

/// A copy of the database as it is now.
fn copy(from: &Path, to: &Path) {
    let name = "snowparty.db";
    let db = rusqlite::Connection::open(from.join(name)).expect("the database can be opened");
    db.backup("main", to.join(name), None::<fn(rusqlite::backup::Progress)>)
        .expect("the database can be copied");
}

/// After the last one has left no seat is taken, and nobody is connected.
pub async fn nobody_is_left(night: &Arc<Night>, host: &mut Host) {
    let Ok(mut late) = Viewer::open(night, "role=tv", None).await else {
        return night.fault("a late screen is not let in".to_owned());
    };
    late.catch_up().await;
    host.screen.page.catch_up().await;
    for (who, page) in [("the host's page", &host.screen.page), ("a late screen", &late)] {
        let (room, players) = (page.topic("room.update"), page.players().len());
        if room["players"] != 0 || room["online"] != 0 || players > 0 {
            night.fault(format!(
                "after everybody has left {who} shows {players} players and the room {room}"
            ));
        }
    }
}

/// Sockets, tasks and memory are given back.
pub async fn all_is_given_back(night: &Night, server: &Handle, before: &Footprint) -> Footprint {
    let deadline = Instant::now() + GIVEN_BACK_WITHIN;
    loop {
        let after = Footprint::of(server);
        let given_back = after.tasks <= before.tasks && after.files <= before.files;
        if given_back || Instant::now() > deadline {
            if !given_back {
                night.fault(format!("not all is given back: {before:?} before, {after:?} after"));
            }
            return after;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

/// What happened, in figures.
pub fn report(night: &Night, before: &Footprint, after: &Footprint) -> String {
    let tally = &night.tally;
    let read = |counter: &std::sync::atomic::AtomicU64| counter.load(Ordering::Relaxed);
    let kept = ANY_PROCESS + KEPT_A_SEAT * read(&tally.joined) + KEPT_AN_ACTION * read(&tally.acted);
    if after.memory > before.memory + kept {
        night.fault(format!("memory was not given back: {before:?} before, {after:?} after"));
    }
    format!(
        "{} seats ({} guests had to wait for others to pass by), {} pages opened, {} actions ({} acknowledged, the slowest answered after {} ms), {} messages and {} frames heard, \
         {} pages compared, {} silent connections ended; {} tasks, {} files and {} MB before, {} tasks, {} files and {} MB after",
        read(&tally.joined),
        read(&tally.waited),
        read(&tally.returned),
        read(&tally.acted),
        night.ledger.acknowledged(),
        read(&tally.slowest),
        read(&tally.heard),
        read(&tally.frames),
        read(&tally.compared),
        read(&tally.silent),
        before.tasks,
        before.files,
        before.memory >> 20,
        after.tasks,
        after.files,
        after.memory >> 20,
    )
}

/// The house is shut: no task of it is left, and its journal knows what was acknowledged.
pub async fn read_the_journal(night: &Night, server: &Handle, house: House) {
    let code = PartyCode::parse(&house.code).expect("a house has a code");
    let folder = house.shut().await;
    let store = reopened(folder.path()).await;
    match party::accepted(&store, &code).await {
        Ok(journal) => night
            .ledger
            .audit(&journal)
            .into_iter()
            .for_each(|wrong| night.fault(wrong)),
        Err(error) => night.fault(format!("the journal cannot be read: {error}")),
    }
    drop(store);
    let deadline = Instant::now() + GIVEN_BACK_WITHIN;
    while server.metrics().num_alive_tasks() > 0 {
        if Instant::now() > deadline {
            let left = server.metrics().num_alive_tasks();
            return night.fault(format!("{left} tasks are left of a house that is shut"));
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}
