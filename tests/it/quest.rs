//! The quest from outside: one acts and the others see it, nobody else hears a secret, an action counts once, a run goes on next week.

use crate::house::{House, Phone};
use crate::wire::Socket;
use serde_json::{Value, json};
use snowparty::game::quest;
use snowparty::store::Store;
use std::path::Path;

const CELLAR: &[u8] = include_bytes!("../story/cellar.en.ink");
/// What only one of them may ever hear.
const OF_THE_GUARDIAN: [&str; 2] = ["CANARY-guardian-7f3a", "CANARY-guardian-22c0"];
const OF_THE_SCOUT: &str = "CANARY-scout-91bd";

/// Brings a campaign into a house that is open.
pub fn bring(folder: &Path, name: &str, story: &[u8]) {
    let (_, work) = quest::bring(name, story).unwrap_or_else(|faults| panic!("{faults:?}"));
    Store::bring_in(folder, quest::SLUG, &work).unwrap();
}

/// A house in which the cellar is played.
struct Sofa {
    house: House,
    host: Socket,
    guardian: Phone,
    scout: Phone,
}

impl Sofa {
    /// The story has begun.
    async fn begun() -> Self {
        let house = House::open().await;
        bring(house.folder.path(), "cellar", CELLAR);
        let (guardian, scout) = (house.join("Anna").await, house.join("Bo").await);
        house
            .start_game("quest", json!({ "campaign": "cellar", "turn_seconds": 120 }))
            .await;
        let host = house.host().await;
        let mut sofa = Self {
            house,
            host,
            guardian,
            scout,
        };
        sofa.cast().await;
        sofa
    }

    async fn cast(&mut self) {
        for (phone, archetype) in [(&mut self.guardian, "guardian"), (&mut self.scout, "scout")] {
            let wish = json!({ "archetype": archetype });
            phone.socket.act("character", wish).await.unwrap();
        }
        self.host.act("begin", json!({})).await.unwrap();
        self.guardian.socket.until_phase("scene").await;
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/session/{}/{rest}", self.house.code)
    }

    /// Both vote for the first option.
    async fn vote(&mut self) {
        for phone in [&mut self.guardian, &mut self.scout] {
            let decision = decision(&mut phone.socket, "vote").await;
            phone
                .socket
                .act("choice", json!({ "decision_id": decision, "option": 0 }))
                .await
                .unwrap();
        }
    }

    /// The guardian waits at the door.
    async fn wait_at_the_door(&mut self) -> Value {
        let decision = decision(&mut self.guardian.socket, "choice").await;
        let choice = json!({ "decision_id": decision, "option": 0 });
        self.guardian.socket.act("choice", choice).await.unwrap()
    }

    /// Everything that was heard by somebody who is not the hero's player, and all that can be read without a token.
    async fn overheard(&mut self, others: &mut [&mut Socket]) -> String {
        let mut all = String::new();
        for socket in others {
            socket.catch_up().await;
            all += &socket.heard.join("\n");
        }
        for path in ["state", "quest/chronicle.md", "quest/chronicle.html"] {
            let answer = self.house.get(&self.path(path)).await;
            assert_eq!(answer.status, 200, "{path}");
            all += &String::from_utf8_lossy(&answer.bytes);
        }
        all
    }
}

/// Waits for a decision of this kind; gives its number.
async fn decision(socket: &mut Socket, kind: &str) -> u64 {
    let scene = socket
        .until_topic("scene.update", |scene| scene["decision"]["kind"] == kind)
        .await;
    scene["decision"]["decision_id"].as_u64().unwrap()
}

#[tokio::test]
async fn one_acts_and_the_other_sees_the_result_and_the_scene_change() {
    let mut sofa = Sofa::begun().await;
    let mut tv = sofa.house.tv().await;
    let hello: Value = serde_json::from_str(&tv.heard[0]).unwrap();
    let hello = &hello["payload"];
    assert_eq!((&hello["game"], &hello["status"]), (&json!("quest"), &json!("active")));
    assert_eq!(hello["run"]["scene"], 1);
    assert_eq!(
        hello["run"]["members"],
        json!([
            { "character_id": 1, "display_name": "Guardian", "player_id": 1 },
            { "character_id": 2, "display_name": "Scout", "player_id": 2 },
        ])
    );
    let before = tv.until_topic("scene.update", |_| true).await;
    assert_eq!(
        hello["run"]["campaign_run_id"],
        tv.topics["party.state"]["campaign_run_id"]
    );
    assert_eq!((&before["id"], &before["number"]), (&json!("cellar"), &json!(1)));
    sofa.vote().await;
    let finished = sofa.scout.socket.until_topic("vote.finished", |_| true).await;
    assert_eq!(
        (&finished["option"], &finished["votes"]),
        (&json!("Left"), &json!([200, 0]))
    );
    assert_eq!(
        finished["applied"],
        json!({ "scene": "cellar", "decision_id": 1, "option": 0 })
    );
    let own = sofa.wait_at_the_door().await;
    assert_eq!((&own["character_id"], &own["outcome"]), (&json!(1), &Value::Null));
    // The seed's own: the other sees the result, and the scene change.
    let seen = sofa
        .scout
        .socket
        .until("action.result", |result| result["action_type"] == "choice")
        .await;
    assert_eq!((&seen["result"], &seen["action_id"]), (&own, &Value::Null));
    for socket in [&mut sofa.scout.socket, &mut tv] {
        let scene = socket.until_topic("scene.update", |scene| scene["id"] == "lock").await;
        assert_eq!(scene["lines"][0]["text"], "You wait.");
        assert_eq!(scene["decision"]["character_id"], 1);
    }
    let check = decision(&mut sofa.guardian.socket, "skill-check").await;
    let thrown = sofa
        .guardian
        .socket
        .act("skill-check", json!({ "decision_id": check }))
        .await
        .unwrap();
    let told = tv
        .until("action.result", |result| result["action_type"] == "skill-check")
        .await;
    assert_eq!(told["result"], thrown);
    assert_eq!(thrown["throw"]["dice"].as_array().unwrap().len(), 2);
    tv.until_phase("combat").await;
    assert_eq!(tv.until_topic("combat.update", |_| true).await["encounter"], "wolves");
    let party = tv
        .until_topic("party.state", |party| party["heroes"][0]["items"] == json!(["bread"]))
        .await;
    assert_eq!(party["heroes"][1]["items"], json!([]));
}

#[tokio::test]
async fn a_secret_is_its_owners_alone_also_after_hand_over_and_reconnect() {
    let mut sofa = Sofa::begun().await;
    let (mut tv, mut stranger) = (sofa.house.tv().await, sofa.house.join("Eve").await);
    sofa.guardian
        .socket
        .until_topic("quest.you", |you| you["notes"] == json!([OF_THE_GUARDIAN[0]]))
        .await;
    sofa.scout
        .socket
        .until_topic("quest.you", |you| you["notes"] == json!([OF_THE_SCOUT]))
        .await;
    sofa.vote().await;
    sofa.wait_at_the_door().await;
    sofa.guardian
        .socket
        .until_topic("quest.you", |you| you["notes"].as_array().unwrap().len() == 2)
        .await;
    let told = sofa.guardian.socket.heard.join("\n");
    assert!(told.contains(OF_THE_GUARDIAN[0]) && !told.contains(OF_THE_SCOUT));
    sofa.scout.socket.catch_up().await;
    let told = sofa.scout.socket.heard.join("\n");
    assert!(told.contains(OF_THE_SCOUT) && OF_THE_GUARDIAN.iter().all(|secret| !told.contains(secret)));
    sofa.guardian.reconnect(&sofa.house).await;
    sofa.guardian
        .socket
        .until_topic("quest.you", |you| you["notes"] == json!(OF_THE_GUARDIAN))
        .await;
    // Eve takes the guardian over once Anna is gone: from now on she knows what the guardian knows, and nobody else does.
    assert_eq!(
        stranger.socket.act("handover", json!({ "target": 1 })).await,
        Err("quest/hero_taken".into())
    );
    let knew = stranger.socket.heard.join("\n");
    assert!(OF_THE_GUARDIAN.iter().all(|secret| !knew.contains(secret)));
    sofa.guardian.socket.act("leave", json!({})).await.unwrap();
    let free = |party: &Value| party["heroes"][0]["player_id"].is_null();
    stranger.socket.until_topic("party.state", free).await;
    stranger.socket.act("handover", json!({ "target": 1 })).await.unwrap();
    stranger
        .socket
        .until_topic("quest.you", |you| you["notes"] == json!(OF_THE_GUARDIAN))
        .await;
    let mut late = sofa.house.tv().await;
    let mut host = sofa.house.host().await;
    let mut scout = sofa.house.socket(&format!("token={}", sofa.scout.token)).await;
    let overheard = sofa.overheard(&mut [&mut tv, &mut late, &mut host, &mut scout]).await;
    for secret in OF_THE_GUARDIAN {
        assert!(!overheard.contains(secret), "{secret} was overheard");
        assert!(stranger.socket.heard.iter().any(|text| text.contains(secret)));
    }
    let others = sofa
        .overheard(&mut [&mut tv, &mut late, &mut host, &mut stranger.socket])
        .await;
    assert!(!others.contains(OF_THE_SCOUT));
}

#[tokio::test]
async fn what_is_not_ones_own_or_too_late_is_refused_and_changes_nothing() {
    let mut sofa = Sofa::begun().await;
    let vote = decision(&mut sofa.guardian.socket, "vote").await;
    let run = sofa.guardian.socket.topics["party.state"]["campaign_run_id"].clone();
    let meant = |character: u64, run: &Value| {
        json!({
            "action_id": format!("m{character}{run}"), "action_type": "choice", "character_id": character, "campaign_run_id": run,
            "payload": { "decision_id": vote, "option": 1 },
        })
    };
    for (request, code) in [
        (meant(2, &run), "quest/not_your_hero"),
        (meant(1, &json!("another")), "quest/old_scene"),
    ] {
        let id = request["action_id"].as_str().unwrap().to_owned();
        sofa.guardian.socket.say("action.request", request).await;
        assert_eq!(sofa.guardian.socket.answer(&id).await, Err(code.into()));
    }
    let none = json!({ "decision_id": vote, "option": 9 });
    assert_eq!(
        sofa.guardian.socket.act("choice", none).await,
        Err("quest/option_unknown".into())
    );
    assert_eq!(
        sofa.guardian.socket.act("item", json!({ "item": "rope" })).await,
        Err("quest/item_unknown".into())
    );
    let early = json!({ "turn": 1, "act": { "act": "defend" } });
    assert_eq!(
        sofa.guardian.socket.act("combat", early).await,
        Err("quest/old_scene".into())
    );
    let tally = sofa.guardian.socket.topics["vote.update"].clone();
    assert_eq!(tally["voted"], 0, "nothing was counted: {tally}");
    sofa.vote().await;
    let late = json!({ "decision_id": vote, "option": 1 });
    assert_eq!(
        sofa.scout.socket.act("choice", late).await,
        Err("quest/vote_closed".into())
    );
    let door = decision(&mut sofa.scout.socket, "choice").await;
    let theirs = json!({ "decision_id": door, "option": 1 });
    assert_eq!(
        sofa.scout.socket.act("choice", theirs).await,
        Err("quest/not_your_turn".into())
    );
    let request = sofa.guardian.socket.ask("no-such", json!({})).await;
    assert_eq!(
        sofa.guardian.socket.answer(&request).await,
        Err("request/action_unknown".into())
    );
}

#[tokio::test]
async fn a_throw_that_is_asked_for_twice_at_once_falls_once_and_for_good() {
    let mut sofa = Sofa::begun().await;
    sofa.vote().await;
    sofa.wait_at_the_door().await;
    let check = decision(&mut sofa.guardian.socket, "skill-check").await;
    let payload = json!({ "decision_id": check });
    let mut second = sofa.house.socket(&format!("token={}", sofa.guardian.token)).await;
    for socket in [&mut sofa.guardian.socket, &mut second] {
        socket.ask_as("once", "skill-check", payload.clone()).await;
    }
    // The newer socket is the seat's; what the older one asked may have gone with it.
    let thrown = second.answer("once").await.unwrap();
    second.until_phase("combat").await;
    second.ask_as("once", "skill-check", payload.clone()).await;
    assert_eq!(second.answer("once").await.unwrap(), thrown);
    let token = sofa.guardian.token.clone();
    let house = sofa.house.restart().await;
    let mut after = house.socket(&format!("token={token}")).await;
    after.ask_as("once", "skill-check", payload).await;
    assert_eq!(
        after.answer("once").await.unwrap(),
        thrown,
        "a restart changes no answer"
    );
    let log = after.until_topic("quest.log", |_| true).await;
    let throws = log["entries"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["entry"]["threw"].is_object());
    assert_eq!(throws.count(), 1);
}

#[tokio::test]
async fn a_fight_that_the_host_broke_off_is_told_to_whoever_comes_later() {
    let mut sofa = Sofa::begun().await;
    let mut tv = sofa.house.tv().await;
    sofa.vote().await;
    sofa.wait_at_the_door().await;
    let check = decision(&mut sofa.guardian.socket, "skill-check").await;
    let throw = json!({ "decision_id": check });
    sofa.guardian.socket.act("skill-check", throw).await.unwrap();
    tv.until_phase("combat").await;
    sofa.host.act("finish", json!({})).await.unwrap();
    tv.until_state(|state| state["status"] == "finished").await;
    tv.catch_up().await;
    let mut late = sofa.house.tv().await;
    late.catch_up().await;
    assert_eq!(late.topics.get("combat.update"), tv.topics.get("combat.update"));
}

#[tokio::test]
async fn the_board_is_told_when_somebody_takes_a_hero_and_when_somebody_leaves() {
    let mut sofa = Sofa::begun().await;
    let mut tv = sofa.house.tv().await;
    sofa.house.join("Eve").await;
    sofa.scout.socket.act("leave", json!({})).await.unwrap();
    let left = |board: &Value| board["count"] == 1 && board["leaderboard"].as_array().unwrap().len() == 1;
    tv.until_topic("leaderboard.update", left).await;
    sofa.guardian.socket.until_topic("leaderboard.update", left).await;
}

#[tokio::test]
async fn a_run_goes_on_next_week_with_whoever_is_there() {
    let mut sofa = Sofa::begun().await;
    sofa.vote().await;
    let door = sofa
        .scout
        .socket
        .until_topic("scene.update", |scene| scene["id"] == "door")
        .await;
    let run = sofa.scout.socket.topics["party.state"]["campaign_run_id"].clone();
    sofa.host.act("finish", json!({})).await.unwrap();
    sofa.scout
        .socket
        .until_state(|state| state["status"] == "finished")
        .await;
    sofa.host.act("close", json!({})).await.unwrap();
    // Next week: another party, another guest; the story lies as it was left, even if another edition has come.
    let other = String::from_utf8_lossy(CELLAR).replace("Somebody knocks.", "Somebody coughs.");
    bring(sofa.house.folder.path(), "cellar", other.as_bytes());
    let house = sofa.house.restart().await;
    let token = house.host_token().await;
    let bearer = format!("Bearer {token}");
    let asked = [("authorization", bearer.as_str())];
    let library = crate::wire::request(&house.address, "GET", "/api/library/quest", &asked, "").await;
    let saved = &library.body["runs"][0];
    assert_eq!(
        (&saved["run"], &saved["scene"]),
        (&run, &json!("The Door")),
        "{}",
        library.body
    );
    assert_eq!(saved["heroes"].as_array().unwrap().len(), 2);
    assert_eq!(house.get("/api/library/quest").await.code(), "auth/token_invalid");
    let mut cat = house.join("Cat").await;
    house.start_game("quest", json!({ "run": run })).await;
    let party = cat
        .socket
        .until_topic("party.state", |party| party["heroes"].as_array().unwrap().len() == 2)
        .await;
    assert_eq!(
        party["recap"],
        json!(["You went down into the cellar.", "You went left."])
    );
    assert_eq!(party["heroes"][0]["player_id"], Value::Null);
    cat.socket.act("handover", json!({ "target": 1 })).await.unwrap();
    let mut host = house.host().await;
    host.act("begin", json!({})).await.unwrap();
    let again = cat
        .socket
        .until_topic("scene.update", |scene| scene["decision"].is_object())
        .await;
    assert_eq!((&again["id"], &again["lines"]), (&door["id"], &door["lines"]));
    assert_eq!(again["decision"]["character_id"], 1);
    let book = house
        .get(&format!("/api/session/{}/quest/chronicle.md", house.code))
        .await;
    let book = String::from_utf8(book.bytes).unwrap();
    assert!(book.contains("You went left."), "{book}");
}

#[tokio::test]
async fn what_cannot_be_continued_or_begun_is_refused() {
    let house = House::open().await;
    let _anna = house.join("Anna").await;
    let token = house.host_token().await;
    for (settings, code) in [
        (json!({ "run": "0000000000000000" }), "quest/run_unknown"),
        (json!({ "campaign": "no-such" }), "quest/campaign_unknown"),
        (
            json!({ "campaign": "midnight", "language": "tlh" }),
            "quest/campaign_unknown",
        ),
        (json!({ "turn_seconds": 1 }), "session/setup_invalid"),
    ] {
        let wish = json!({ "game": "quest", "settings": settings });
        let answer = house.post_as(&token, "/api/session", &wish).await;
        assert_eq!(answer.code(), code, "{settings}");
    }
}

#[tokio::test]
async fn a_broken_story_takes_nobody_down() {
    // The desk cannot find that this never ends: it does so for a hero of this name alone.
    let endless = String::from_utf8_lossy(CELLAR).replace(
        "=== door ===\n",
        "=== door ===\n{actor() == \"Guardian\": -> turning}\n-> real_door\n=== turning ===\n{actor() == \"Guardian\": -> turning}\n-> real_door\n=== real_door ===\n",
    );
    let house = House::open().await;
    let (story, folder) = (endless.as_bytes(), house.folder.path());
    match quest::bring("endless", story) {
        Ok((_, work)) => Store::bring_in(folder, quest::SLUG, &work).unwrap(),
        Err(faults) => panic!("the desk already sees it: {faults:?}"),
    }
    let (guardian, scout) = (house.join("Anna").await, house.join("Bo").await);
    house.start_game("quest", json!({ "campaign": "endless" })).await;
    let host = house.host().await;
    let mut sofa = Sofa {
        house,
        host,
        guardian,
        scout,
    };
    sofa.cast().await;
    sofa.vote().await;
    let end = sofa
        .scout
        .socket
        .until_topic("scene.update", |scene| scene["ending"].is_object())
        .await;
    assert_eq!(end["ending"]["id"], Value::Null, "{end}");
    assert_eq!(
        end["lines"][0]["text"], "You stand in a cellar.",
        "the page that was read stays"
    );
    sofa.scout
        .socket
        .act("rename", json!({ "name": "Still here" }))
        .await
        .unwrap();
    sofa.host.act("finish", json!({})).await.unwrap();
    sofa.host.until_state(|state| state["status"] == "finished").await;
    sofa.host.act("again", json!({})).await.unwrap();
}
