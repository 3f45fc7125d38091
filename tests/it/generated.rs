//! What is generated from the Rust types is what is committed.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn the_pages_types_are_those_of_the_wire() {
    let schema = snowparty::protocol::schema::document().to_string();
    let mut node = Command::new("node")
        .arg("scripts/types.mjs")
        .current_dir("ui")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js is installed, as for the pages");
    node.stdin.take().unwrap().write_all(schema.as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    let committed = fs::read_to_string("ui/src/protocol.gen.ts").unwrap();
    assert!(
        String::from_utf8_lossy(&output.stdout) == committed,
        "ui/src/protocol.gen.ts is stale: cargo run -- schema | (cd ui && node scripts/types.mjs > src/protocol.gen.ts)"
    );
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
