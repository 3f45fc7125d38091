//! What a guest wants next, by what the page shows: mostly sensible, now and then too late, too early or somebody else's.

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

/// Something to ask for.
pub struct Wish {
    pub action: &'static str,
    pub payload: Value,
}

/// What a guest's page shows.
pub struct Sight<'a> {
    pub topic: &'a dyn Fn(&str) -> Value,
    pub rng: &'a mut StdRng,
}

fn wish(action: &'static str, payload: Value) -> Option<Wish> {
    Some(Wish { action, payload })
}

impl Sight<'_> {
    /// The next wish, if there is one.
    pub fn next(&mut self) -> Option<Wish> {
        if self.rng.random_bool(0.06) {
            return self.small_talk();
        }
        let state = (self.topic)("session.state");
        if state["status"] != "active" {
            return self.in_the_lobby();
        }
        match state["game"].as_str() {
            Some("arena") => self.in_the_arena(&state),
            Some("canvas") => self.at_the_canvas(),
            Some("quest") => self.on_the_quest(),
            _ => None,
        }
    }

    fn small_talk(&mut self) -> Option<Wish> {
        match self.rng.random_range(0..10) {
            0..6 => wish(
                "rename",
                json!({ "name": format!("Guest {}", self.rng.random_range(0..50)) }),
            ),
            6 => wish(
                "feedback",
                json!({ "stars": self.rng.random_range(0..7), "text": "Nice" }),
            ),
            7 => wish("start", json!({})),
            8 => wish("no-such-thing", json!({ "x": 1 })),
            _ => wish("ready", json!({ "ready": "yes" })),
        }
    }

    fn in_the_lobby(&mut self) -> Option<Wish> {
        wish("ready", json!({ "ready": self.rng.random_bool(0.5) }))
    }

    fn in_the_arena(&mut self, state: &Value) -> Option<Wish> {
        if (self.topic)("arena.gift")["open"] == true && self.rng.random_bool(0.5) {
            return wish("catch", json!({}));
        }
        let late = self.rng.random_bool(0.1);
        if state["phase"] != "play" && !late {
            return None;
        }
        let level = (self.topic)("arena.level");
        let you = (self.topic)("arena.you");
        let (score, details) = match level["deal"]["mini_game"].as_str()? {
            "tap" => self.throw(&you),
            "choose" => self.choose(&you, late)?,
            _ => self.slide(&level["deal"], &you)?,
        };
        let progress = json!({ "level": level["level"], "score": score, "time": 500, "details": details });
        wish("progress", progress)
    }

    fn throw(&mut self, you: &Value) -> (u64, Value) {
        let kept = you["kept"]["per_second"][0].as_u64().unwrap_or(0);
        let thrown = kept + self.rng.random_range(0..4);
        (thrown, json!({ "per_second": [thrown] }))
    }

    fn choose(&mut self, you: &Value, late: bool) -> Option<(u64, Value)> {
        if !you["chosen"].is_null() && !late {
            return None;
        }
        let question = (self.topic)("arena.question")["index"].as_u64()?;
        Some((
            0,
            json!({ "question": question, "choice": self.rng.random_range(0..5) }),
        ))
    }

    fn slide(&mut self, deal: &Value, you: &Value) -> Option<(u64, Value)> {
        let mut board: Vec<u8> = serde_json::from_value(deal["board"].clone()).ok()?;
        let mut moves: Vec<u8> = serde_json::from_value(you["kept"]["moves"].clone()).unwrap_or_default();
        let side = deal["size"].as_u64()? as usize;
        let gap = |board: &[u8]| board.iter().position(|tile| *tile == 0);
        for tile in &moves {
            let (from, to) = (board.iter().position(|other| other == tile)?, gap(&board)?);
            board.swap(from, to);
        }
        let gap = gap(&board)?;
        let near = |at: &usize| {
            let (row, column) = ((at / side).abs_diff(gap / side), (at % side).abs_diff(gap % side));
            row + column == 1
        };
        let around: Vec<usize> = (0..board.len()).filter(near).collect();
        moves.push(board[*around.choose(self.rng)?]);
        Some((0, json!({ "moves": moves })))
    }

    fn at_the_canvas(&mut self) -> Option<Wish> {
        let (board, you) = ((self.topic)("canvas.board"), (self.topic)("canvas.you"));
        if you["status"] == "afk" {
            return wish("queue", json!({}));
        }
        if self.rng.random_bool(0.08) {
            return wish("undo", json!({}));
        }
        let colours = board["palette"].as_array().map_or(2, Vec::len) as u64;
        let colour = match you["team"].as_u64() {
            Some(team) => 3 * team + self.rng.random_range(1..4),
            None => self.rng.random_range(0..colours),
        };
        let mut within = |side: &str| self.rng.random_range(0..board[side].as_u64().unwrap_or(8).max(1));
        wish(
            "place",
            json!({ "x": within("width"), "y": within("height"), "color": colour, "epoch": board["epoch"] }),
        )
    }

    fn on_the_quest(&mut self) -> Option<Wish> {
        let you = (self.topic)("quest.you");
        let Some(hero) = you["character_id"].as_u64() else {
            return self.look_for_a_hero();
        };
        let (scene, combat) = ((self.topic)("scene.update"), (self.topic)("combat.update"));
        if !combat.is_null() && combat["outcome"].is_null() && self.rng.random_bool(0.7) {
            return self.fight(&combat, hero);
        }
        let decision = &scene["decision"];
        let id = decision["decision_id"].as_u64()?;
        match decision["kind"].as_str()? {
            "skill-check" if decision["character_id"] == hero => wish("skill-check", json!({ "decision_id": id })),
            "skill-check" => wish("help", json!({ "decision_id": id })),
            _ => {
                let options = decision["options"].as_array().map_or(1, Vec::len);
                let option = self.rng.random_range(0..options.max(1));
                wish("choice", json!({ "decision_id": id, "option": option }))
            }
        }
    }

    fn look_for_a_hero(&mut self) -> Option<Wish> {
        let party = (self.topic)("party.state");
        let waiting: Vec<u64> = party["heroes"]
            .as_array()?
            .iter()
            .filter(|hero| hero["player_id"].is_null())
            .filter_map(|hero| hero["character_id"].as_u64())
            .collect();
        if let Some(target) = waiting.choose(self.rng) {
            return wish("handover", json!({ "target": target }));
        }
        let archetype = party["free"].as_array()?.choose(self.rng)?;
        wish("character", json!({ "archetype": archetype }))
    }

    fn fight(&mut self, combat: &Value, hero: u64) -> Option<Wish> {
        if combat["state"]["now"]["hero"].as_u64() != hero.checked_sub(1) && self.rng.random_bool(0.9) {
            return None;
        }
        let act = match self.rng.random_range(0..4) {
            0 => json!({ "act": "defend" }),
            _ => json!({ "act": "attack", "target": self.rng.random_range(0..3) }),
        };
        wish("combat", json!({ "turn": combat["turn"], "act": act }))
    }
}
