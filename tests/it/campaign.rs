//! A writer's desk: `snowparty campaign`, as it is typed. Stories good, broken and impossible; a story played by a script.

use snowparty::story::compile;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const MIDNIGHT: &str = "src/game/quest/stories/midnight.en.ink";

/// What a command came to.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Types a command, and then its input.
fn campaign(arguments: &[&str], input: &str) -> Said {
    let mut process = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .arg("campaign")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may end before it has read everything.
    let _ = process.stdin.take().unwrap().write_all(input.as_bytes());
    let output = process.wait_with_output().unwrap();
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_folder_that_an_older_snowparty_left_is_looked_at_and_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("snowparty.db");
    let old = rusqlite::Connection::open(&database).unwrap();
    old.pragma_update(None, "user_version", 2).unwrap();
    drop(old);
    let before = fs::read(&database).unwrap();
    let said = campaign(&["list", "--data-dir", &folder.path().display().to_string()], "");
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("The Last Ember"), "{}", said.out);
    assert_eq!(fs::read(&database).unwrap(), before);
}

#[test]
fn our_own_stories_have_no_faults() {
    let stories = fs::read_dir("src/game/quest/stories")
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let stories: Vec<PathBuf> = stories
        .filter(|path| path.extension().is_some_and(|end| end == "ink"))
        .collect();
    assert_eq!(stories.len(), 5, "two campaigns in two languages, and the template");
    for story in stories {
        let said = check(&story.display().to_string());
        assert_eq!(said.code, Some(0), "{}", said.out);
    }
}

fn check(file: &str) -> Said {
    campaign(&["check", file], "")
}

/// A file with these bytes, and its name.
fn file(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path: PathBuf = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_good_story_is_told_in_one_line() {
    let said = check(MIDNIGHT);
    let expected = format!("{MIDNIGHT}: no faults: Twenty Minutes to Midnight, en, ");
    assert!(said.out.starts_with(&expected), "{}", said.out);
    assert!(said.out.lines().count() == 1 && said.out.ends_with(" scenes\n"));
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
}

#[test]
fn faults_have_their_lines() {
    let folder = tempfile::tempdir().unwrap();
    let head = "# title: Snow\n# language: en\n# minutes: 5\n# players: 1-8\n# about: It snows.\n";
    let lost = file(&folder, "lost.ink", format!("{head}Where to?\n-> nowhere\n"));
    let said = check(&lost);
    assert!(
        said.out.starts_with(&format!("{lost}:7: story/unknown_divert: ")),
        "{}",
        said.out
    );
    assert_eq!(said.code, Some(1));
    assert_eq!(said.err, format!("snowparty: {lost} has a fault\n"));
    let odd = file(
        &folder,
        "odd.ink",
        format!("{head}Oh. # mood: odd\nAh. # gift: moon\n-> END\n"),
    );
    let said = check(&odd);
    let places: Vec<&str> = said.out.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert!(
        places.starts_with(&[&format!("{odd}:6"), &format!("{odd}:7")]),
        "{}",
        said.out
    );
    assert_eq!(said.code, Some(1));
}

#[test]
fn files_that_are_no_stories_are_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let large = file(&folder, "large.ink", vec![b'a'; 10_000_001]);
    let torn = file(&folder, "torn.ink", b"One.\nTwo \xff.\n");
    let json = file(&folder, "other.json", "{\"snow\": true}");
    for (name, expected) in [
        (&large, ": story/too_big: The file is larger than 10 MB.\n"),
        (&torn, ":2: story/not_utf8: The file is not UTF-8 text.\n"),
        (&json, ": story/not_ink: "),
    ] {
        for command in ["check", "play"] {
            let said = campaign(&[command, name], "");
            assert!(said.out.starts_with(&format!("{name}{expected}")), "{}", said.out);
            assert_eq!(said.code, Some(1));
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.ink");
    for name in [missing.as_path(), folder.path()] {
        let said = check(name.to_str().unwrap());
        let expected = format!("snowparty: {} cannot be read: ", name.display());
        assert!(said.err.starts_with(&expected) && said.out.is_empty(), "{}", said.err);
        assert_eq!(said.code, Some(1));
    }
}

#[test]
fn the_same_seed_plays_the_same_story_to_its_ending() {
    let input = "1\n".repeat(200);
    let play = || campaign(&["play", MIDNIGHT, "--seed", "7"], &input);
    let (first, second) = (play(), play());
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    assert_eq!(first.out, second.out);
    assert!(
        first.out.lines().last().unwrap().starts_with("The end: "),
        "{}",
        first.out
    );
    assert!(!first.out.contains('\x1b'), "a pipe sees no colours");
}

#[test]
fn a_compiled_story_is_checked_and_played_as_its_source() {
    let folder = tempfile::tempdir().unwrap();
    let story = compile(&fs::read(Path::new(MIDNIGHT)).unwrap()).unwrap();
    let json = file(&folder, "midnight.json", story.json.as_bytes());
    let counts = |said: Said| said.out.split(": no faults: ").last().unwrap().to_owned();
    assert_eq!(counts(check(&json)), counts(check(MIDNIGHT)));
    let input = "2\n".repeat(200);
    let play = |name: &str| campaign(&["play", name, "--seed", "3"], &input).out;
    assert_eq!(play(&json), play(MIDNIGHT));
}

#[test]
fn one_may_stop_reading_whenever_one_likes() {
    let left = campaign(&["play", MIDNIGHT], "1\nq\n");
    assert!(left.code == Some(0) && left.out.ends_with("You close the book here.\n"));
    let dry = campaign(&["play", MIDNIGHT], "1\n");
    assert!(dry.code == Some(0) && dry.out.ends_with("the story waits here.\n"));
}
