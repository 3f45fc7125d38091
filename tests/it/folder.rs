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
    let output = start_on(folder);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(said.contains(sentence) && said.contains("--data-dir"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
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
fn a_file_that_is_no_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("snowparty.db"), "snow ".repeat(4096)).unwrap();
    refused(folder.path(), "damaged");
}
