//! What a simulated guest paints: small winter things, a pixel at a time, in one place after the other.

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

/// `#` is painted in the motif's colour, `+` in another one.
const MOTIFS: [&[&str]; 6] = [
    &["..#..", ".###.", "..#..", ".###.", "#####", "..+.."],
    &[".#.#.", "#####", "#####", ".###.", "..#.."],
    &["..#..", "#.#.#", ".###.", "##+##", ".###.", "#.#.#", "..#.."],
    &["..#..", ".###.", "#####", ".+++.", ".+#+."],
    &[".+++.", "..+..", ".###.", ".#+#.", "#####", "#####", ".###."],
    &["#...#", ".#.#.", "..+..", ".#.#.", "#...#"],
];
const SHADES: u64 = 3;

/// A guest with a brush.
#[derive(Default)]
pub struct Painter {
    epoch: u64,
    size: (u64, u64),
    colours: Vec<u64>,
    all: u64,
    strokes: Vec<(u64, u64, u64)>,
}

impl Painter {
    /// Looks at the board: `canvas.board`.
    pub fn look(&mut self, board: &Value) {
        let number = |field: &str| board[field].as_u64().unwrap_or(0);
        if self.epoch != number("epoch") {
            self.strokes.clear();
        }
        self.epoch = number("epoch");
        self.size = (number("width").max(8), number("height").max(8));
        self.all = board["palette"].as_array().map_or(2, Vec::len) as u64;
    }

    /// Learns which colours are its own: `canvas.you`.
    pub fn learn(&mut self, you: &Value) {
        self.colours = match you["team"].as_u64() {
            Some(team) => (1..=SHADES).map(|shade| team * SHADES + shade).collect(),
            None => (1..self.all).collect(),
        };
    }

    /// The next placement.
    pub fn stroke(&mut self, rng: &mut StdRng) -> Option<Value> {
        if self.strokes.is_empty() {
            self.begin(rng)?;
        }
        let (x, y, color) = self.strokes.pop()?;
        Some(json!({ "x": x, "y": y, "color": color, "epoch": self.epoch }))
    }

    fn begin(&mut self, rng: &mut StdRng) -> Option<()> {
        let motif = MOTIFS.choose(rng)?;
        let (one, other) = (*self.colours.choose(rng)?, *self.colours.choose(rng)?);
        let (left, top) = (
            rng.random_range(0..self.size.0 - 5),
            rng.random_range(0..self.size.1 - 7),
        );
        let rows = motif.iter().zip(top..);
        let cells = rows.flat_map(|(row, y)| row.bytes().zip(left..).map(move |(sign, x)| (sign, x, y)));
        let strokes = cells.filter(|(sign, ..)| *sign != b'.');
        self.strokes = strokes
            .map(|(sign, x, y)| (x, y, if sign == b'#' { one } else { other }))
            .collect();
        Some(())
    }
}
