//! A database that a bad card has hurt: the start notices, says so in a sentence with the way back, and never falls over. What it
//! does not have to notice has hurt nothing that is played on.

use crate::appliance::{Appliance, Machine};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// The exit code of a start on a damaged database.
const DAMAGED: i32 = 3;
const PAGE: usize = 4096;
const DATABASE: &str = "snowparty.db";
const LOG: &str = "snowparty.db-wal";

fn snowparty(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(arguments)
        .arg("--data-dir")
        .arg(folder)
        .output()
        .unwrap()
}

/// A party that was killed in the middle of a session: its database and what is not yet folded into it, and perhaps a backup.
async fn evening(backup: bool) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
    let mut host = appliance.socket(&appliance.host_token).await;
    for guest in 0..40 {
        appliance.join(&format!("Guest {guest}")).await;
    }
    if backup {
        assert!(snowparty(&["backup"], folder.path()).status.success());
    }
    host.act("open", json!({ "settings": crate::house::only("choose") }))
        .await
        .unwrap();
    host.act("start", json!({})).await.unwrap();
    appliance.kill();
    folder
}

/// The same folder for another injury.
fn copy(of: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let copied = Command::new("cp")
        .arg("-r")
        .arg(of.join("."))
        .arg(folder.path())
        .status();
    assert!(copied.unwrap().success());
    folder
}

/// All is folded into the database, as after a quiet second, and no page of it is free: every injury hits something.
fn folded(of: &Path) -> TempDir {
    let folder = copy(of);
    let database = rusqlite::Connection::open(folder.path().join(DATABASE)).unwrap();
    database.execute_batch("VACUUM").unwrap();
    database
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    folder
}

fn hurt(folder: &Path, name: &str, injure: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(folder.join(name)).unwrap();
    injure(&mut bytes);
    fs::write(folder.join(name), bytes).unwrap();
}

/// Opens the folder and folds every journal in it, as a start does.
fn open(folder: &Path) -> (Option<i32>, String) {
    let output = snowparty(&["rebuild"], folder);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
    (output.status.code(), said)
}

/// A start says the same as what only opens the folder.
fn noticed(folder: &Path, injury: &str) -> String {
    let arguments = [
        "--json",
        "--no-mdns",
        "--audio",
        "off",
        "--port",
        "0",
        "--bind",
        "127.0.0.1",
    ];
    let output = snowparty(&arguments, folder);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(DAMAGED), "{injury}: {said}");
    assert_eq!(said.trim().lines().count(), 1, "{injury}: {said}");
    said
}

fn find(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(wanted.len()).enumerate();
    windows
        .filter(|(_, window)| *window == wanted)
        .map(|(at, _)| at)
        .collect()
}

type Injury = (&'static str, fn(&mut Vec<u8>));

const GRAVE: [Injury; 8] = [
    ("the first bytes are others", |bytes| bytes[..16].fill(0x5a)),
    ("the list of tables is gone", |bytes| bytes[100..PAGE].fill(0)),
    ("the pages with a guest on them are gone", |bytes| {
        for at in find(bytes, b"Guest 7") {
            let page = at / PAGE * PAGE;
            bytes[page..page + PAGE].fill(0);
        }
    }),
    ("the half is gone", |bytes| bytes.truncate(bytes.len() / 2)),
    ("all but a byte is gone", |bytes| bytes.truncate(1)),
    ("all is gone", Vec::clear),
    ("it is noise", |bytes| StdRng::seed_from_u64(1).fill_bytes(bytes)),
    ("a guest is called otherwise, everywhere", |bytes| {
        for at in find(bytes, b"Guest 7") {
            bytes[at] ^= 1;
        }
    }),
];

#[tokio::test]
async fn grave_damage_is_told_with_the_command_that_puts_the_last_backup_back() {
    let healthy = folded(evening(true).await.path());
    for (injury, injure) in GRAVE {
        let folder = copy(healthy.path());
        hurt(folder.path(), DATABASE, injure);
        let said = noticed(folder.path(), injury);
        let command = said.trim().rsplit_once("snowparty restore ").expect(&said).1;
        let words: Vec<&str> = command.split_whitespace().collect();
        assert_eq!(words[1..], ["--data-dir", folder.path().to_str().unwrap()], "{said}");
        // The command does what it says.
        assert!(
            snowparty(&["restore", words[0]], folder.path()).status.success(),
            "{injury}"
        );
        assert_eq!(open(folder.path()).0, Some(0), "{injury}");
    }
}

#[tokio::test]
async fn without_a_backup_a_damaged_one_is_none() {
    let healthy = folded(evening(true).await.path());
    hurt(healthy.path(), DATABASE, |bytes| bytes[..16].fill(0));
    let backups = fs::read_dir(healthy.path().join("backups")).unwrap();
    for backup in backups {
        fs::write(backup.unwrap().path(), "snow").unwrap();
    }
    let said = noticed(healthy.path(), "no good backup");
    assert!(
        said.contains("no backup") && !said.contains("snowparty restore"),
        "{said}"
    );
}

type OfTheLog<'a> = (&'a str, &'a dyn Fn(&Path));

#[tokio::test]
async fn a_write_ahead_log_that_is_empty_or_gone_or_torn_never_fells_the_start() {
    let killed = evening(true).await;
    let injuries: [OfTheLog; 3] = [
        ("empty", &|folder| fs::write(folder.join(LOG), "").unwrap()),
        ("gone", &|folder| fs::remove_file(folder.join(LOG)).unwrap()),
        ("torn", &|folder| {
            hurt(folder, LOG, |bytes| bytes.truncate(bytes.len() - PAGE / 2))
        }),
    ];
    for (injury, injure) in injuries {
        let folder = copy(killed.path());
        injure(folder.path());
        let (code, said) = open(folder.path());
        assert!([Some(0), Some(DAMAGED)].contains(&code), "{injury}: {said}");
    }
}

/// What the journal says of everybody, by the tables that are made anew from it.
fn told_by_the_journal(folder: &Path) -> Vec<String> {
    let database = rusqlite::Connection::open(folder.join(DATABASE)).unwrap();
    let mut query = database
        .prepare("SELECT party || id || name || token_hash FROM seat ORDER BY 1")
        .unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[tokio::test]
async fn flipped_bits_anywhere_are_noticed_or_change_nothing_that_counts() {
    let healthy = folded(evening(false).await.path());
    let size = fs::metadata(healthy.path().join(DATABASE)).unwrap().len() as usize;
    assert_eq!(open(healthy.path()).0, Some(0));
    let truth = told_by_the_journal(healthy.path());
    let mut noticed = 0;
    for seed in 0..60 {
        let mut rng = StdRng::seed_from_u64(seed);
        let folder = copy(healthy.path());
        hurt(folder.path(), DATABASE, |bytes| {
            for _ in 0..rng.random_range(1..6) {
                // Beyond the header, which may turn into that of a newer snowparty.
                let at = rng.random_range(100..size);
                bytes[at] ^= 1 << rng.random_range(0..8);
            }
        });
        match open(folder.path()) {
            (Some(0), _) => assert_eq!(told_by_the_journal(folder.path()), truth, "seed {seed}"),
            (Some(DAMAGED), _) => noticed += 1,
            (code, said) => panic!("seed {seed}: {code:?}: {said}"),
        }
    }
    assert!(noticed > 10, "only {noticed} were noticed");
}
