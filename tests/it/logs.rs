//! The log: one trace from the door to the journal, a JSON object a line, and nobody's secrets.

use crate::appliance::{Appliance, Machine};
use crate::wire::{Answer, request};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};

const JSON: [&str; 2] = ["--log-format", "json"];
/// Where one action passes by: the door, the party, the disk.
const DOOR: &str = "snowparty::web";
const PARTY: &str = "snowparty::party::actor";
const DISK: &str = "snowparty::store::writer";

fn lines(log: &Path) -> Vec<Value> {
    let told = std::fs::read_to_string(log).unwrap();
    let lines: Vec<Value> = told
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    for line in &lines {
        assert!(
            line["level"].is_string() && line["timestamp"].is_string() && line["target"].is_string(),
            "{line}"
        );
    }
    lines
}

/// Who told something under this trace, in order.
fn tellers<'a>(lines: &'a [Value], trace: &str) -> Vec<&'a str> {
    let under = lines.iter().filter(|line| line["span"]["trace_id"] == trace);
    under.map(|line| line["target"].as_str().unwrap()).collect()
}

async fn post(appliance: &Appliance, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
    request(&appliance.address, "POST", path, headers, &body.to_string()).await
}

#[tokio::test]
async fn one_trace_leads_from_the_door_to_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let appliance = Appliance::start(folder.path(), Machine::Told(&log), &JSON);
    let token = appliance.join("Anna").await;
    let mut anna = appliance.socket(&token).await;
    let payload = json!({ "action_id": "one", "action_type": "ready", "payload": { "ready": true } });
    anna.raw(&json!({ "type": "action.request", "trace_id": "by-socket", "payload": payload }).to_string())
        .await;
    anna.answer("one").await.unwrap();
    let path = format!("/api/session/{}/feedback", appliance.code);
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("x-trace-id", "by-http")];
    let told = post(&appliance, &path, &headers, json!({ "stars": 5, "text": "" })).await;
    assert_eq!(
        (told.status, told.headers["x-trace-id"].to_str().unwrap()),
        (201, "by-http")
    );
    let refused = post(&appliance, &path, &headers[1..], json!({})).await;
    let named = refused.headers["x-trace-id"].to_str().unwrap();
    assert_eq!((refused.status, named), (401, "by-http"));
    assert!(appliance.stop().success());
    let lines = lines(&log);
    for trace in ["by-socket", "by-http"] {
        let tellers = tellers(&lines, trace);
        for place in [DOOR, PARTY, DISK] {
            assert!(
                tellers.iter().any(|teller| teller.starts_with(place)),
                "{place} told nothing of {trace}: {tellers:?}"
            );
        }
    }
}

#[tokio::test]
async fn every_line_is_json_and_none_tells_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let more = [&JSON[..], &["--pin", "31415PIN"]].concat();
    let appliance = Appliance::start(folder.path(), Machine::Told(&log), &more);
    let path = format!("/api/session/{}/join", appliance.code);
    let device = "0b0e6a2c-58c5-4b1f-9d51-5a8f2f5be8a1";
    let joined = post(
        &appliance,
        &path,
        &[],
        json!({ "name": "Zaphod", "device_uuid": device }),
    )
    .await;
    let token = joined.body["token"].as_str().unwrap().to_owned();
    let let_in = post(&appliance, "/api/host", &[], json!({ "pin": "31415PIN" })).await;
    let key = let_in.body["token"].as_str().unwrap().to_owned();
    assert_eq!(
        post(&appliance, "/api/host", &[], json!({ "pin": "WRONGPIN" }))
            .await
            .status,
        401
    );
    let mut zaphod = appliance.socket(&token).await;
    zaphod.act("rename", json!({ "name": "Trillian" })).await.unwrap();
    zaphod
        .raw("{\"type\":\"action.request\",\"payload\":{\"name\":\"Trillian\"}}")
        .await;
    zaphod.until("system.error", |_| true).await;
    let secrets = [appliance.host_token.clone(), token, key];
    assert!(appliance.stop().success());
    let told = std::fs::read_to_string(&log).unwrap();
    assert!(lines(&log).len() > 5, "it was talkative: {told}");
    let words = ["Zaphod", "Trillian", "31415PIN", "WRONGPIN", device];
    for secret in secrets.iter().map(String::as_str).chain(words) {
        assert!(!told.contains(secret), "{secret} stands in the log");
    }
}

#[test]
fn the_last_word_of_a_run_that_fails_is_json_too() {
    let folder = tempfile::tempdir().unwrap();
    let (file, damaged) = (folder.path().join("no folder"), folder.path().join("damaged"));
    std::fs::write(&file, "").unwrap();
    std::fs::create_dir(&damaged).unwrap();
    std::fs::write(
        damaged.join("snowparty.db"),
        "this is no database, and long enough to be none",
    )
    .unwrap();
    assert_eq!(last_word(&file).0, Some(1));
    let (exit, said) = last_word(&damaged);
    assert_eq!(exit, Some(3), "the exit code is the same in either format: {said}");
}

/// The exit code of a run that has one thing to say, and what.
fn last_word(data_dir: &Path) -> (Option<i32>, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args([
            "--log-format",
            "json",
            "--port",
            "0",
            "--no-mdns",
            "--audio",
            "off",
            "--data-dir",
        ])
        .arg(data_dir)
        .stdout(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    let line: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said}"));
    assert_eq!(
        (&line["level"], &line["fields"]["code"]),
        (&json!("ERROR"), &json!("run/failed"))
    );
    assert!(line["fields"]["message"].as_str().unwrap().contains("--data-dir"));
    (run.status.code(), said)
}
