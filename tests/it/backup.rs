//! Backups: made when the hour strikes and at the end, whole, off the way of commits, kept to a number; and put back.

use crate::appliance::{Appliance, Machine};
use crate::house::reopened;
use crate::wire::Socket;
use snowparty::id::PartyCode;
use snowparty::keeping;
use snowparty::store::{self, BackupError, Batch, Bounds, Condition, Format, Pace, Store, Synchronous};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use tokio::sync::mpsc;

const KEPT: Bounds = Bounds {
    number: 3,
    together: u64::MAX,
    spare: 0,
};

fn code() -> PartyCode {
    PartyCode::parse("KWTX").unwrap()
}

fn open(folder: &Path) -> Store {
    Store::open(folder, Synchronous::Full).unwrap()
}

/// Writes the n-th event, as large as a board.
async fn write(store: &Store, n: i64, bytes: usize) {
    let batch = Batch {
        party: code(),
        last_seq: n,
        n: 1,
        at_ms: n,
        format: Format::Packed,
        body: vec![n as u8; bytes],
        rows: Vec::new(),
        traces: Vec::new(),
    };
    store.append(batch).await.unwrap();
}

/// The events in a backup, which opens as the database of a folder.
async fn events_in(backup: &Path) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(backup, folder.path().join("snowparty.db")).unwrap();
    let journal = open(folder.path()).load(&code()).await.unwrap();
    journal.iter().flat_map(|row| row.body.clone()).collect()
}

/// A store whose rounds are struck by the test.
struct Rounds {
    store: Store,
    strike: mpsc::Sender<()>,
    told: mpsc::UnboundedReceiver<Result<PathBuf, String>>,
    task: tokio::task::JoinHandle<()>,
}

impl Rounds {
    fn begin(folder: &Path) -> Self {
        let store = open(folder);
        let (strike, hours) = mpsc::channel(1);
        let (tell, told) = mpsc::unbounded_channel();
        let tell = move |made: &Result<store::Backup, BackupError>| {
            let made = made.as_ref().map(|backup| backup.path.clone());
            tell.send(made.map_err(ToString::to_string)).unwrap();
        };
        let task = tokio::spawn(keeping::rounds(store.clone(), KEPT, hours, tell));
        Self {
            store,
            strike,
            told,
            task,
        }
    }

    async fn hour(&mut self) -> Result<PathBuf, String> {
        self.strike.send(()).await.unwrap();
        self.told.recv().await.unwrap()
    }
}

#[tokio::test]
async fn every_hour_and_at_the_end_a_backup_is_made_and_the_oldest_goes() {
    let folder = tempfile::tempdir().unwrap();
    let mut rounds = Rounds::begin(folder.path());
    for n in 1..=5 {
        write(&rounds.store, n, 1).await;
        let made = rounds.hour().await.unwrap();
        assert_eq!(events_in(&made).await, (1..=n as u8).collect::<Vec<_>>());
    }
    assert_eq!(store::backups(folder.path()).len(), 3);
    // An hour in which nothing was written leaves none behind: the next one has the next number.
    rounds.strike.send(()).await.unwrap();
    write(&rounds.store, 6, 1).await;
    let Rounds {
        strike, mut told, task, ..
    } = rounds;
    drop(strike);
    let last = told.recv().await.unwrap().unwrap();
    task.await.unwrap();
    assert!(told.recv().await.is_none());
    assert_eq!(events_in(&last).await, [1, 2, 3, 4, 5, 6]);
    let names: Vec<String> = store::backups(folder.path())
        .iter()
        .map(|backup| backup.name[..6].to_owned())
        .collect();
    assert_eq!(names, ["000006", "000005", "000004"]);
}

#[tokio::test]
async fn commits_go_on_while_a_backup_is_made_and_it_shows_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    for n in 1..=8 {
        write(&store, n, 1 << 20).await;
    }
    let backup = tokio::spawn({
        let store = store.clone();
        async move { store.back_up(KEPT, Pace::CALM).await.unwrap() }
    });
    let mut n = 8;
    while !backup.is_finished() {
        n += 1;
        write(&store, n, 1).await;
    }
    assert!(n > 12, "only {} commits beside it", n - 8);
    let kept = events_in(&backup.await.unwrap().path).await;
    assert!(
        kept.len() >= 8 << 20 && kept.len() < (8 << 20) + n as usize - 8,
        "one moment, and not the last"
    );
}

#[tokio::test]
async fn a_backup_that_would_fill_the_disk_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    write(&store, 1, 1).await;
    let greedy = Bounds {
        spare: u64::MAX / 2,
        ..KEPT
    };
    let made = store.back_up(greedy, Pace::brisk(None)).await;
    assert!(matches!(made, Err(BackupError::NoRoom { .. })), "{made:?}");
    assert_eq!(fs::read_dir(folder.path().join("backups")).unwrap().count(), 0);
    assert_eq!(store.condition(), Condition::Well);
}

#[tokio::test]
async fn a_damaged_database_pushes_no_good_backup_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut rounds = Rounds::begin(folder.path());
    for n in 1..=4 {
        write(&rounds.store, n, 1).await;
        rounds.hour().await.unwrap();
    }
    let good = store::backups(folder.path());
    let turned = rusqlite::Connection::open(folder.path().join("snowparty.db")).unwrap();
    turned.execute("UPDATE journal SET body = x'00'", []).unwrap();
    write(&rounds.store, 5, 1_000).await;
    let said = rounds.hour().await.unwrap_err();
    assert!(said.contains("the journal of KWTX is damaged at event 4"), "{said}");
    assert_eq!(store::backups(folder.path()), good);
    assert_eq!(rounds.store.condition(), Condition::Damaged);
}

#[tokio::test]
async fn a_database_that_no_start_would_take_pushes_no_good_backup_out() {
    for broken in [
        "DELETE FROM journal WHERE last_seq = 2",
        "ALTER TABLE party RENAME COLUMN name TO nome",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut rounds = Rounds::begin(folder.path());
        for n in 1..=4 {
            // Each so large that it has a row of its own.
            write(&rounds.store, n, 100_000).await;
            rounds.hour().await.unwrap();
        }
        let good = store::backups(folder.path());
        let other = rusqlite::Connection::open(folder.path().join("snowparty.db")).unwrap();
        other.execute_batch(broken).unwrap();
        write(&rounds.store, 5, 1).await;
        rounds.hour().await.expect_err(broken);
        assert_eq!(store::backups(folder.path()), good);
        assert_eq!(rounds.store.condition(), Condition::Damaged);
    }
}

fn snowparty(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(arguments)
        .arg("--data-dir")
        .arg(folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.clone(), output.stderr.clone()].concat()).into_owned()
}

fn succeeded(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    said(output)
}

async fn guests(appliance: &Appliance) -> usize {
    let mut tv = Socket::connect(&appliance.address, &appliance.code, "role=tv").await;
    tv.catch_up().await;
    tv.players.len()
}

#[tokio::test]
async fn a_party_is_copied_while_it_runs_and_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evening.db");
    let data = folder.path().join("data");
    let appliance = Appliance::start(&data, Machine::Usual, &[]);
    appliance.join("Anna").await;
    succeeded(&snowparty(&["backup", file.to_str().unwrap()], &data));
    let again = snowparty(&["backup", file.to_str().unwrap()], &data);
    assert!(
        !again.status.success() && said(&again).contains("already"),
        "{}",
        said(&again)
    );
    appliance.join("Bo").await;
    let kept = succeeded(&snowparty(&["backup"], &data));
    assert!(Path::new(kept.trim()).exists(), "{kept}");

    let in_use = snowparty(&["restore", file.to_str().unwrap()], &data);
    assert_eq!(in_use.status.code(), Some(4), "{}", said(&in_use));
    assert!(appliance.stop().success(), "it stops in peace");
    let list = succeeded(&snowparty(&["restore"], &data));
    assert_eq!(
        list.lines().count(),
        2,
        "the one by command, and the one at the end: {list}"
    );

    succeeded(&snowparty(&["restore", file.to_str().unwrap()], &data));
    assert_eq!(guests(&Appliance::start(&data, Machine::Usual, &[])).await, 1);
    let name = list.lines().last().unwrap().split_whitespace().next().unwrap();
    let told = succeeded(&snowparty(&["restore", name], &data));
    assert_eq!(guests(&Appliance::start(&data, Machine::Usual, &[])).await, 2);
    let aside = told
        .lines()
        .nth(1)
        .unwrap()
        .rsplit_once(" in ")
        .unwrap()
        .1
        .trim_end_matches('.');
    assert!(Path::new(aside).join("snowparty.db").exists(), "{told}");
}

/// A folder with two events, and a backup from when there was one. In use as long as the store is.
async fn with_a_backup() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    write(&store, 1, 1).await;
    let backup = store.back_up(KEPT, Pace::brisk(None)).await.unwrap();
    write(&store, 2, 1).await;
    (folder, backup.path, store)
}

/// The folder as a kill would leave it, its lock free.
fn killed(folder: &Path) -> TempDir {
    let left = tempfile::tempdir().unwrap();
    for name in ["snowparty.db", "snowparty.db-wal"] {
        fs::copy(folder.join(name), left.path().join(name)).unwrap();
    }
    left
}

#[tokio::test]
async fn a_restore_that_was_cut_off_is_finished_by_the_next_start() {
    let (folder, backup, _store) = with_a_backup().await;
    // Cut off right after it was decided, and after the write-ahead log went aside.
    for moved in [false, true] {
        let left = killed(folder.path());
        let aside = left.path().join("replaced-2026-12-31T23-00-00Z");
        if moved {
            fs::create_dir(&aside).unwrap();
            fs::rename(left.path().join("snowparty.db-wal"), aside.join("snowparty.db-wal")).unwrap();
        }
        fs::copy(&backup, left.path().join("restoring-2026-12-31T23-00-00Z.db")).unwrap();
        let journal = open(left.path()).load(&code()).await.unwrap();
        assert_eq!(journal.len(), 1);
        assert_eq!(events_in_folder(&aside).await, [1, 2]);
    }
}

async fn events_in_folder(folder: &Path) -> Vec<u8> {
    let journal = open(folder).load(&code()).await.unwrap();
    journal.iter().flat_map(|row| row.body.clone()).collect()
}

#[tokio::test]
async fn what_a_restore_put_aside_comes_back_whole() {
    let (folder, backup, _store) = with_a_backup().await;
    let data = killed(folder.path());
    let first = store::restore(data.path(), &backup).unwrap();
    let second = store::restore(data.path(), &backup).unwrap();
    assert_ne!(first.aside, second.aside, "within one second");
    // Its last event stands in its write-ahead log alone.
    store::restore(data.path(), &first.aside.join("snowparty.db")).unwrap();
    assert_eq!(events_in_folder(data.path()).await, [1, 2]);
}

#[tokio::test]
async fn a_start_does_not_take_a_backup_away_that_is_being_made() {
    let folder = tempfile::tempdir().unwrap();
    write(&open(folder.path()), 1, 8 << 20).await;
    let shelf = folder.path().join("backups");
    fs::create_dir_all(&shelf).unwrap();
    let cut_off = shelf.join("000001-cut-off.db.part");
    fs::write(&cut_off, "").unwrap();
    let data = folder.path().to_owned();
    let making = std::thread::spawn(move || store::back_up(&data, KEPT, Pace::CALM));
    let parts = || {
        let files = fs::read_dir(&shelf).unwrap().map(|file| file.unwrap().file_name());
        files.filter(|name| name.to_str().unwrap().ends_with(".part")).count()
    };
    while parts() < 2 {
        std::thread::yield_now();
    }
    drop(reopened(folder.path()).await);
    assert!(!cut_off.exists(), "what nobody writes any more is gone");
    let made = making.join().unwrap().unwrap();
    assert_eq!(events_in(&made.path).await.len(), 8 << 20);
}

#[tokio::test]
async fn a_copy_that_was_cut_off_is_in_nobodys_way() {
    let (folder, ..) = with_a_backup().await;
    let file = folder.path().join("evening.db");
    let part = folder.path().join("evening.db.part");
    fs::write(&part, "somebody's own").unwrap();
    let refused = store::back_up_to(folder.path(), &file, 0);
    assert!(matches!(refused, Err(BackupError::File(_))), "{refused:?}");
    assert_eq!(fs::read(&part).unwrap(), b"somebody's own");
    fs::write(&part, b"SQLite format 3\0 and no more").unwrap();
    store::back_up_to(folder.path(), &file, 0).unwrap();
    assert_eq!(events_in(&file).await, [1, 2]);
}

#[tokio::test]
async fn what_is_no_whole_backup_is_not_restored() {
    let (folder, backup, _store) = with_a_backup().await;
    let left = killed(folder.path());
    let bad = left.path().join("bad.db");
    let mut torn = fs::read(&backup).unwrap();
    torn.truncate(torn.len() / 2);
    let other = rusqlite::Connection::open(left.path().join("other.db")).unwrap();
    other.execute_batch("CREATE TABLE snow (flake)").unwrap();
    for bytes in [
        torn,
        b"snow".repeat(5_000),
        fs::read(left.path().join("other.db")).unwrap(),
    ] {
        fs::write(&bad, bytes).unwrap();
        let refused = snowparty(&["restore", bad.to_str().unwrap()], left.path());
        assert!(
            !refused.status.success() && said(&refused).contains("not restored"),
            "{}",
            said(&refused)
        );
    }
    let missing = snowparty(&["restore", "000099-none"], left.path());
    assert!(!missing.status.success(), "{}", said(&missing));
    assert_eq!(events_in_folder(left.path()).await, [1, 2]);
}
