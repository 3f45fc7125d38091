//! What is generated from the Rust types is what is committed.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn the_pages_types_are_those_of_the_wire() {
    let schema = snowparty::protocol::schema::document().to_string();
    assert!(
        made("scripts/types.mjs", &schema) == committed("src/protocol.gen.ts"),
        "ui/src/protocol.gen.ts is stale: cargo run -- schema | (cd ui && node scripts/types.mjs > src/protocol.gen.ts)"
    );
}

#[test]
fn the_pages_rules_are_those_of_the_quest() {
    let rules = include_str!("../../src/game/quest/rules.toml");
    assert!(
        made("scripts/rules.mjs", rules) == committed("src/games/quest/rules.gen.ts"),
        "ui/src/games/quest/rules.gen.ts is stale: \
         cd ui && node scripts/rules.mjs < ../src/game/quest/rules.toml > src/games/quest/rules.gen.ts"
    );
}

/// What a script of the pages makes of `input`.
fn made(script: &str, input: &str) -> String {
    let mut node = Command::new("node")
        .arg(script)
        .current_dir("ui")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js is installed, as for the pages");
    node.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn committed(file: &str) -> String {
    fs::read_to_string(Path::new("ui").join(file)).unwrap()
}

#[test]
fn the_schema_on_stdout_is_the_one_that_is_served() {
    let output = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .arg("schema")
        .output()
        .unwrap();
    let printed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(printed, snowparty::protocol::schema::document());
}
