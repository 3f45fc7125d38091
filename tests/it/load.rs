//! The load tool as an operator runs it: `snowparty bots` in a process of its own, against a house of this one.

use crate::house::{House, PIN, only};
use crate::way::Way;
use serde_json::Value;
use std::process::{Command, Output};

async fn bots(house: &House, more: &[&str]) -> Output {
    bots_at(&house.address, more).await
}

async fn bots_at(address: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snowparty"));
    command.args(["bots", "--url", &format!("http://{address}")]).args(more);
    tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_counts_what_every_tv_has_shown() {
    let house = House::open().await;
    let settings = only("choose").to_string();
    let (pid, game) = (std::process::id().to_string(), ["--pin", PIN, "--settings", &settings]);
    let load = [
        "--count", "6", "--tvs", "2", "--think", "300", "--for", "6s", "--report", "json", "--pid", &pid,
    ];
    let output = bots(&house, &[&load[..], &game].concat()).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["phones"], &report["tvs"]), (&6.into(), &2.into()), "{report}");
    let answers = &report["answers"];
    assert!(answers["accepted"].as_u64().unwrap() >= 6, "{report}");
    assert_eq!(
        (&answers["missing"], &report["connections_lost"]),
        (&0.into(), &0.into()),
        "{report}"
    );
    assert!(report["answer_to_tv"]["p99"].as_f64().unwrap() > 0.0, "{report}");
    assert_eq!(report["server"]["pid"].to_string(), pid);
    assert!(
        report["server"]["cpu_us_a_delivery"].as_f64().unwrap() > 0.0,
        "{report}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_storm_every_phone_is_back() {
    let house = House::open().await;
    let load = ["--count", "8", "--storm", "1s", "--for", "5s", "--report", "json"];
    let output = bots(&house, &load).await;
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["storm"]["healed"], 8, "{report}");
    assert_eq!(report["connections_lost"], 8, "{report}");
    // Phones wait a moment before they come back, each another one.
    assert!(report["storm"]["after"]["p50"].as_f64().unwrap() >= 200.0, "{report}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_whose_result_was_lost_is_sent_again_and_counts_once() {
    let house = House::open().await;
    let way = Way::cut_at(&house.address, r#""action_type":"progress""#).await;
    let settings = only("choose").to_string();
    let game = ["--pin", PIN, "--settings", &settings];
    let load = [
        "--count", "1", "--tvs", "0", "--think", "200", "--for", "8s", "--report", "json",
    ];
    let output = bots_at(&way.address, &[&load[..], &game].concat()).await;
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["connections_lost"], 1, "{report}");
    let answers = &report["answers"];
    assert_eq!(
        (&answers["asked"], &answers["accepted"], &answers["refused"]),
        (&1.into(), &1.into(), &0.into()),
        "{report}"
    );
}
