//! How a simulated guest plays the quest: takes a hero, votes, throws, helps and fights, sensibly enough to get to an end.

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

/// Below this share of its strength a hero rather defends.
const WEAK: f64 = 0.4;

/// What it wants to do next.
pub struct Wish {
    /// The action.
    pub action_type: &'static str,
    /// Its parameters.
    pub payload: Value,
    /// Not before this moment of party time.
    pub from: i64,
    /// It may be thought about for so long after that, ms.
    pub within: u64,
}

/// A guest in the quest.
#[derive(Default)]
pub struct Hero {
    character: Option<u64>,
    may: Vec<u64>,
    party: Value,
    scene: Value,
    /// The last decision and turn that it has answered.
    decided: u64,
    turn: (u64, u64),
    /// Words of options that it would rather take, the dearest first.
    prefer: Vec<String>,
}

impl Hero {
    /// One that has not played yet.
    pub fn new(prefer: &[String]) -> Self {
        Self {
            prefer: prefer.to_vec(),
            ..Self::default()
        }
    }

    /// `party.state`: before it has a hero, it takes one that is free.
    pub fn join(&mut self, party: &Value, rng: &mut StdRng) -> Option<Wish> {
        self.party = party.clone();
        self.choose(rng)
    }

    /// Somebody was quicker: it takes another.
    pub fn choose(&self, rng: &mut StdRng) -> Option<Wish> {
        let party = &self.party;
        let free = party["free"].as_array().filter(|_| self.character.is_none())?;
        let archetype = free.choose(rng)?;
        Some(Wish {
            action_type: "character",
            payload: json!({ "archetype": archetype }),
            from: 0,
            within: 4_000,
        })
    }

    /// `quest.you`: who it is, and what it may choose.
    pub fn learn(&mut self, you: &Value, rng: &mut StdRng) -> Option<Wish> {
        self.character = you["character_id"].as_u64();
        let may = you["may"].as_array().map(Vec::as_slice).unwrap_or_default();
        self.may = may.iter().filter_map(Value::as_u64).collect();
        self.decide(rng)
    }

    /// `scene.update`: another page, another decision.
    pub fn read(&mut self, scene: &Value, rng: &mut StdRng) -> Option<Wish> {
        // What it may choose of another decision it is told next.
        if scene["decision"]["decision_id"] != self.scene["decision"]["decision_id"] {
            self.may.clear();
        }
        self.scene = scene.clone();
        self.decide(rng)
    }

    fn decide(&mut self, rng: &mut StdRng) -> Option<Wish> {
        let decision = &self.scene["decision"];
        let (id, opened) = (decision["decision_id"].as_u64()?, decision["opened"].as_i64()?);
        let own = decision["character_id"]
            .as_u64()
            .is_none_or(|asked| Some(asked) == self.character);
        if self.character.is_none() || id <= self.decided {
            return None;
        }
        let (action_type, payload) = match decision["kind"].as_str()? {
            "vote" | "choice" => {
                let option = self.preferred().or_else(|| self.may.choose(rng).copied())?;
                ("choice", json!({ "decision_id": id, "option": option }))
            }
            "skill-check" if own => ("skill-check", json!({ "decision_id": id })),
            "skill-check" if decision["helper"].is_null() && rng.random_bool(0.4) => {
                ("help", json!({ "decision_id": id }))
            }
            _ => return None,
        };
        self.decided = id;
        let within = if own { 8_000 } else { 3_000 };
        Some(Wish {
            action_type,
            payload,
            from: opened,
            within,
        })
    }

    /// What it may take and would rather than anything else.
    fn preferred(&self) -> Option<u64> {
        let text = |option: &u64| self.scene["decision"]["options"][*option as usize].as_str();
        let has = |option: &&u64, words: &str| text(option).is_some_and(|text| text.contains(words));
        let mut prefer = self.prefer.iter();
        prefer.find_map(|words| self.may.iter().find(|option| has(option, words)).copied())
    }

    /// `combat.update`: acts when it is its turn.
    pub fn fight(&mut self, combat: &Value, rng: &mut StdRng) -> Option<Wish> {
        let turn = (combat["fight"].as_u64()?, combat["turn"].as_u64()?);
        let index = self.character?.checked_sub(1)?;
        let state = &combat["state"];
        if state["now"]["hero"].as_u64() != Some(index) || self.turn >= turn || !combat["outcome"].is_null() {
            return None;
        }
        self.turn = turn;
        Some(Wish {
            action_type: "combat",
            payload: json!({ "turn": turn.1, "act": act(state, index, rng) }),
            from: 0,
            within: 6_000,
        })
    }
}

/// Mostly attacks whoever is weakest; defends or helps when that is wiser.
fn act(state: &Value, index: u64, rng: &mut StdRng) -> Value {
    let heroes = state["heroes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let enemies = state["enemies"].as_array().map(Vec::as_slice).unwrap_or_default();
    let in_sight = enemies.iter().enumerate().filter(|(_, enemy)| is_in_sight(enemy));
    let Some((target, _)) = in_sight.min_by_key(|(_, enemy)| enemy["hp"].as_i64()) else {
        return json!({ "act": "defend" });
    };
    let own = heroes.iter().find(|hero| hero["hero"].as_u64() == Some(index));
    let strength = own.map_or(1.0, |own| {
        own["hp"].as_f64().unwrap_or(0.0) / own["max_hp"].as_f64().unwrap_or(1.0)
    });
    let friend = heroes
        .iter()
        .find(|hero| hero["hero"].as_u64() != Some(index) && hero["hp"].as_i64() > Some(0));
    match (strength, friend) {
        (0.0, _) => json!({ "act": "haunt", "target": target }),
        (weak, _) if weak < WEAK && rng.random_bool(0.7) => json!({ "act": "defend" }),
        (_, Some(friend)) if rng.random_bool(0.3) => json!({ "act": "help", "hero": friend["hero"] }),
        _ => json!({ "act": "attack", "target": target }),
    }
}

/// Stands, and is not hidden: what cannot be aimed at is refused.
fn is_in_sight(enemy: &Value) -> bool {
    let mut effects = enemy["effects"].as_array().into_iter().flatten();
    enemy["hp"].as_i64() > Some(0) && effects.all(|effect| effect["id"] != "hidden")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    fn acts(enemies: &Value) -> Value {
        let state = json!({ "heroes": [{ "hero": 0, "hp": 9, "max_hp": 9 }], "enemies": enemies });
        act(&state, 0, &mut StdRng::seed_from_u64(1))
    }

    #[test]
    fn it_aims_at_the_weakest_it_sees_and_waits_where_it_sees_none() {
        let fallen = json!({ "hp": 0, "effects": [] });
        let hidden = json!({ "hp": 1, "effects": [{ "id": "hidden", "turns": 1 }] });
        let seen = json!({ "hp": 5, "effects": [{ "id": "chilled", "turns": 1 }] });
        assert_eq!(
            acts(&json!([fallen, hidden, seen])),
            json!({ "act": "attack", "target": 2 })
        );
        assert_eq!(acts(&json!([fallen, hidden])), json!({ "act": "defend" }));
    }
}
