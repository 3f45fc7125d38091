//! Which games are played, and how: short levels, small boards, a short story, all drawn from the seed.

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

const GAMES: [&str; 3] = ["arena", "canvas", "quest"];
/// The story that is played; a house must have been brought it.
pub const CAMPAIGN: &str = "cellar";

/// A game as the host opens it.
#[derive(Clone, Debug)]
pub struct Wish {
    pub game: String,
    settings: Value,
}

impl Wish {
    /// The next one: `only` this game, if one is wished for.
    pub fn draw(only: Option<&str>, rng: &mut StdRng) -> Self {
        let game = only
            .or_else(|| GAMES.choose(rng).copied())
            .unwrap_or("arena")
            .to_owned();
        let settings = match game.as_str() {
            "arena" => arena(rng),
            "canvas" => canvas(rng),
            _ => json!({ "campaign": CAMPAIGN, "audience_weight": 50, "turn_seconds": 10 }),
        };
        Self { game, settings }
    }

    /// What `open` is asked with.
    pub fn payload(&self) -> Value {
        json!({ "game": self.game, "settings": self.settings })
    }
}

fn arena(rng: &mut StdRng) -> Value {
    let mut level = |level: &str| {
        let mini_game = ["tap", "choose", "choose", "puzzle"].choose(rng);
        json!({ "level": level, "mini_game": mini_game, "seconds": 5, "points": 1000 })
    };
    let levels = [level("green"), level("yellow"), level("red")];
    json!({ "levels": levels, "intro_seconds": 1, "board_seconds": 4, "reveal_seconds": 1 })
}

fn canvas(rng: &mut StdRng) -> Value {
    let mut one_of = |numbers: [u32; 3]| *numbers.choose(rng).unwrap_or(&numbers[0]);
    let (teams, slots, per_minute) = (one_of([0, 2, 3]), one_of([3, 6, 400]), one_of([0, 0, 60]));
    json!({
        "width": rng.random_range(12..80), "height": rng.random_range(12..80), "minutes": 0,
        "cooldown_ms": rng.random_range(0..80), "teams": teams, "slots": slots, "per_minute": per_minute,
    })
}
