//! Where random parties end up: no ending is out of reach, and none is the rule.

use super::{Play, campaign};
use std::collections::BTreeMap;

/// In a debug build a sample stands for the thousand.
const PARTIES: u64 = if cfg!(debug_assertions) { 60 } else { 1_000 };

fn endings(name: &str, language: &str) -> BTreeMap<String, u64> {
    let mut reached = BTreeMap::new();
    for seed in 0..PARTIES {
        let heroes = 1 + (seed % 8) as u32;
        let mut play = Play::open(campaign(name, language), heroes, 1_000 + seed);
        play.begin(heroes);
        play.play_out();
        let ending = play.game.tale.ending.clone().and_then(|ending| ending.id);
        *reached
            .entry(ending.expect("a campaign of ours does not break"))
            .or_default() += 1;
    }
    reached
}

#[test]
fn random_parties_reach_every_ending() {
    for (name, language, of) in [("midnight", "ru", 3), ("ember", "en", 5)] {
        let reached = endings(name, language);
        println!("{name}: {reached:?} of {PARTIES}");
        assert_eq!(reached.len(), of, "{name}: {reached:?}");
        let rare = reached.values().filter(|times| **times * 20 < PARTIES);
        assert_eq!(rare.count(), 0, "{name}: each in at least 5 of 100: {reached:?}");
    }
}
