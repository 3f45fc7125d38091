//! The data folder on bad days: each is told at start in one sentence with what to do.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn start_on(folder: &Path) -> Output {
    let arguments = ["--json", "--no-mdns", "--audio", "off", "--port", "0", "--data-dir"];
    Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(arguments)
        .arg(folder)
        .output()
        .unwrap()
}

fn refused(folder: &Path, sentence: &str) {
    told(&start_on(folder), sentence);
}

/// A database as snowparty leaves it: made by a process that has ended.
fn make_database(folder: &Path) {
    let made = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(["rebuild", "--data-dir"])
        .arg(folder)
        .status();
    assert!(made.unwrap().success());
}

fn told(output: &Output, sentence: &str) {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && output.stdout.is_empty(), "{said}");
    assert!(said.contains(sentence) && said.contains("--data-dir"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
}

/// Starts on a folder after `mounting` it (`$1`) in a mount namespace of its own, which ends with it: even root cannot write to a
/// file system that is read-only or full.
#[cfg(target_os = "linux")]
fn start_mounted(folder: &Path, mounting: &str) -> Output {
    let start = "\"$0\" --json --no-mdns --audio off --port 0 --data-dir \"$1\"";
    Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c"])
        .arg(format!("set -e; {mounting}; exec {start}"))
        .arg(env!("CARGO_BIN_EXE_snowparty"))
        .arg(folder)
        .output()
        .expect("unshare (util-linux)")
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_folder_is_told() {
    let read_only = "mount --bind \"$1\" \"$1\"; mount -o remount,bind,ro \"$1\"";
    let folder = tempfile::tempdir().unwrap();
    told(&start_mounted(folder.path(), read_only), "cannot be written to");
    make_database(folder.path());
    told(&start_mounted(folder.path(), read_only), "cannot be written to");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_however_far_the_start_comes() {
    let folder = tempfile::tempdir().unwrap();
    for kilobytes in [4, 16, 64, 128] {
        let small = format!("mount -t tmpfs -o size={kilobytes}k none \"$1\"");
        told(&start_mounted(folder.path(), &small), "is full");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    refused(&file.join("data"), "cannot be written to");
}

#[test]
fn a_folder_from_a_newer_version_is_told_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let database = rusqlite::Connection::open(folder.path().join("snowparty.db")).unwrap();
    database.pragma_update(None, "user_version", 999).unwrap();
    drop(database);
    refused(folder.path(), "newer snowparty");
}

#[test]
fn a_folder_in_use_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let store = snowparty::store::Store::open(folder.path(), snowparty::store::Synchronous::Full).unwrap();
    refused(folder.path(), "already using");
    drop(store);
}

#[test]
fn a_database_that_is_damaged_in_its_middle_is_told() {
    let folder = tempfile::tempdir().unwrap();
    make_database(folder.path());
    let file = folder.path().join("snowparty.db");
    rusqlite::Connection::open(&file)
        .unwrap()
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")
        .unwrap();
    let mut bytes = fs::read(&file).unwrap();
    let page = 4096;
    assert!(bytes.len() > 2 * page);
    bytes[page..].fill(0x5a);
    fs::write(&file, bytes).unwrap();
    refused(folder.path(), "damaged");
}

#[test]
fn a_file_that_is_no_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("snowparty.db"), "snow ".repeat(4096)).unwrap();
    refused(folder.path(), "damaged");
}
