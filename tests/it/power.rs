//! The plug is pulled at chosen moments: in the middle of a level, and at every step of a fight. For kills at any moment under load, see
//! `kills`.

use crate::appliance::{Appliance, Machine};
use serde_json::{Value, json};
use std::process::{Command, Stdio};

#[tokio::test]
async fn a_level_that_was_cut_is_paused_and_goes_on_after_a_countdown() {
    let folder = tempfile::tempdir().unwrap();
    let appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
    let token = appliance.join("Anna").await;
    let mut host = appliance.socket(&appliance.host_token.clone()).await;
    host.act("open", json!({ "settings": crate::house::only("choose") }))
        .await
        .unwrap();
    host.act("start", json!({})).await.unwrap();
    let mut anna = appliance.socket(&token).await;
    let question = anna.until_topic("arena.question", |_| true).await;
    let (code, host_token) = (appliance.code.clone(), appliance.host_token.clone());
    appliance.kill();

    let appliance = Appliance::start(folder.path(), Machine::Usual, &[]);
    assert_eq!(appliance.code, code);
    let mut host = appliance.socket(&host_token).await;
    let state = host.until_state(|_| true).await;
    assert_eq!(
        (&state["pause"]["reason"], &state["phase"]),
        (&json!("restart"), &json!("play"))
    );
    let mut anna = appliance.socket(&token).await;
    anna.until_state(|state| state["pause"].is_null() && state["clock"]["running"] == true)
        .await;
    assert_eq!(
        anna.until_topic("arena.question", |_| true).await["text"],
        question["text"],
        "the same question goes on"
    );
}

/// What the guardian does when it is its turn: keeps the fight going for a while, then attacks; a spirit haunts.
fn blow(combat: &Value, step: u32) -> Value {
    let enemies = combat["state"]["enemies"].as_array().unwrap().iter().enumerate();
    let standing = enemies.filter(|(_, enemy)| enemy["hp"].as_i64() > Some(0));
    let target = standing
        .min_by_key(|(_, enemy)| enemy["hp"].as_i64())
        .map_or(0, |(at, _)| at);
    let act = match (combat["state"]["heroes"][0]["hp"].as_i64(), step) {
        (Some(0), _) => json!({ "act": "haunt", "target": target }),
        (_, 0..3) => json!({ "act": "defend" }),
        _ => json!({ "act": "attack", "target": target }),
    };
    json!({ "turn": combat["turn"], "act": act })
}

/// Anna alone before the wolves in the cellar.
async fn before_the_wolves(appliance: &Appliance, anna: &str) {
    let mut host = appliance.socket(&appliance.host_token).await;
    let mut anna = appliance.socket(anna).await;
    let settings = json!({ "campaign": "cellar", "turn_seconds": 120 });
    host.act("open", json!({ "game": "quest", "settings": settings }))
        .await
        .unwrap();
    host.act("start", json!({})).await.unwrap();
    anna.act("character", json!({ "archetype": "guardian" })).await.unwrap();
    host.act("begin", json!({})).await.unwrap();
    for (kind, action) in [("vote", "choice"), ("choice", "choice"), ("skill-check", "skill-check")] {
        let asked = |scene: &Value| scene["decision"]["kind"] == kind;
        let decision = anna.until_topic("scene.update", asked).await["decision"]["decision_id"].clone();
        let answer = if action == "choice" {
            json!({ "decision_id": decision, "option": 0 })
        } else {
            json!({ "decision_id": decision })
        };
        anna.act(action, answer).await.unwrap();
    }
    anna.until_topic("combat.update", |_| true).await;
}

/// A data folder in which the cellar is kept.
fn house_with_a_cellar() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let imported = Command::new(env!("CARGO_BIN_EXE_snowparty"))
        .args(["campaign", "import", "tests/story/cellar.en.ink", "--data-dir"])
        .arg(folder.path())
        .stdout(Stdio::null())
        .status();
    assert!(imported.unwrap().success());
    folder
}

#[tokio::test]
async fn no_log_tells_a_heros_secret_or_a_token() {
    let folder = house_with_a_cellar();
    let log = folder.path().join("log");
    let appliance = Appliance::start(folder.path(), Machine::Told(&log), &[]);
    let token = appliance.join("Anna").await;
    before_the_wolves(&appliance, &token).await;
    let mut anna = appliance.socket(&token).await;
    let notes = anna.until_topic("quest.you", |_| true).await["notes"].clone();
    assert_eq!(
        notes.as_array().unwrap().len(),
        2,
        "there is something to be told: {notes}"
    );
    let host_token = appliance.host_token.clone();
    appliance.kill();
    let told = std::fs::read_to_string(log).unwrap();
    assert!(told.lines().count() > 20, "it was talkative: {told}");
    for secret in ["CANARY", &token, &host_token] {
        assert!(!told.contains(secret), "{secret} stands in the log");
    }
}

#[tokio::test]
async fn a_fight_is_killed_at_every_step_and_goes_on() {
    let folder = house_with_a_cellar();
    // Now it is restored from what was kept a step before, now from one long before.
    let kept = ["--keep-every", "2"];
    let mut appliance = Appliance::start(folder.path(), Machine::Usual, &kept);
    let token = appliance.join("Anna").await;
    before_the_wolves(&appliance, &token).await;
    let mut steps = 0;
    loop {
        let mut anna = appliance.socket(&token).await;
        anna.until_state(|state| state["pause"].is_null()).await;
        anna.catch_up().await;
        let combat = anna.topics["combat.update"].clone();
        if !combat["outcome"].is_null() {
            break;
        }
        let (id, act) = (format!("blow-{steps}"), blow(&combat, steps));
        anna.ask_as(&id, "combat", act.clone()).await;
        // Now it is killed after the answer, now while the blow is under way.
        let answered = if steps % 2 == 0 {
            Some(anna.answer(&id).await.unwrap())
        } else {
            None
        };
        appliance.kill();
        appliance = Appliance::start(folder.path(), Machine::Usual, &kept);
        let mut anna = appliance.socket(&token).await;
        anna.until_state(|state| state["pause"].is_null()).await;
        anna.ask_as(&id, "combat", act).await;
        let again = anna.answer(&id).await.unwrap();
        assert!(
            answered.is_none_or(|answered| answered == again),
            "an answer is for good"
        );
        anna.catch_up().await;
        let turn = anna.topics["combat.update"]["turn"].as_u64();
        assert!(
            turn > combat["turn"].as_u64(),
            "the blow fell once and is not forgotten"
        );
        steps += 1;
        assert!(steps < 80, "the fight does not end");
    }
    assert!(steps > 2, "{steps} steps are no fight");
    let mut anna = appliance.socket(&token).await;
    let home = anna
        .until_topic("scene.update", |scene| scene["ending"].is_object())
        .await;
    assert_eq!(home["ending"]["id"], "home");
}
