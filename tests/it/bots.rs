//! Bots play both campaigns over real sockets, to every ending there is. They do not read, and are told what they would rather take;
//! dice, fights and whatever else is asked of them fall as they may.

use crate::house::{House, PIN};
use crate::wire::Socket;
use futures_util::future::join_all;
use serde_json::json;
use snowparty::bots;
use snowparty::cli::BotArgs;
use snowparty::story::{Contents, compile};
use std::collections::BTreeSet;

const HEROES: u32 = 3;
/// Where dice have a say, so many parties set out for an ending.
const TRIES: u32 = 8;

/// An ending, and what is to be taken on the way to it.
type Road = (&'static str, &'static [&'static str]);

const MIDNIGHT: [Road; 3] = [
    ("on_time", &["never ready either", "We'll go down together"]),
    ("december_32", &["Take one more day"]),
    ("back_door", &["Pull the boot out"]),
];
const EMBER: [Road; 5] = [
    (
        "two_mittens",
        &["Ask Captain Ilka to come", "May is standing there", "Leave them alone"],
    ),
    ("keepers", &["tell it to us"]),
    ("given_road", &["story of your own road"]),
    ("forgotten", &["and burn it", "Burn it", "Snatch the box"]),
    ("hearths", &["Leave it cold"]),
];

#[tokio::test]
async fn bots_play_the_short_campaign_to_every_ending() {
    let story = include_bytes!("../../src/game/quest/stories/midnight.en.ink");
    to_every_ending("midnight", story, &MIDNIGHT).await;
}

#[tokio::test]
async fn bots_play_the_long_campaign_to_every_ending() {
    let story = include_bytes!("../../src/game/quest/stories/ember.en.ink");
    to_every_ending("ember", story, &EMBER).await;
}

async fn to_every_ending(campaign: &str, story: &[u8], roads: &[Road]) {
    let endings = Contents::of(&compile(story).unwrap()).endings;
    let known: BTreeSet<String> = roads.iter().map(|(ending, _)| (*ending).to_owned()).collect();
    assert_eq!(known, endings, "there is a road to each ending");
    join_all(roads.iter().map(|road| reach(campaign, *road))).await;
}

async fn reach(campaign: &str, (ending, prefer): Road) {
    let mut reached = BTreeSet::new();
    for _ in 0..TRIES {
        let end = evening(campaign, prefer).await;
        if end == ending {
            return;
        }
        reached.insert(end);
    }
    panic!("{campaign} did not come to {ending} with {prefer:?}, but to {reached:?}");
}

/// A party of bots from the door to the end; gives the ending.
async fn evening(campaign: &str, prefer: &[&str]) -> String {
    let house = House::open().await;
    let mut host = house.host().await;
    let playing = tokio::spawn(bots::run(crew(&house, campaign, prefer)));
    let cast = |party: &serde_json::Value| party["heroes"].as_array().unwrap().len() == HEROES as usize;
    host.until_topic("party.state", cast).await;
    host.act("begin", json!({})).await.unwrap();
    let ending = ending(&mut host).await;
    host.act("finish", json!({})).await.unwrap();
    playing.await.unwrap().unwrap();
    ending
}

fn crew(house: &House, campaign: &str, prefer: &[&str]) -> BotArgs {
    BotArgs {
        url: house.address.clone(),
        code: None,
        count: HEROES,
        pin: Some(PIN.to_owned()),
        game: Some("quest".to_owned()),
        settings: Some(json!({ "campaign": campaign }).to_string()),
        think: 0,
        tv: false,
        tvs: 0,
        once: true,
        lasting: None,
        storm: None,
        report: None,
        pid: None,
        hurry: true,
        prefer: prefer.iter().map(|words| (*words).to_owned()).collect(),
    }
}

/// Waits for the end of the story, however long it is; something is heard all the time.
async fn ending(host: &mut Socket) -> String {
    loop {
        let (kind, payload) = host.next().await.expect("the host stays");
        if kind == "scene.update" && payload["ending"].is_object() {
            return payload["ending"]["id"]
                .as_str()
                .expect("our campaigns do not break")
                .to_owned();
        }
    }
}
