//! A picture such as a room full of guests would paint, for tests and benchmarks: a winter evening, and the mess that real
//! canvases have. Its colours are the indices of the 32 colours of a winter evening. Whole numbers only, so that every machine
//! paints the same.

/// Indices of the winter evening's colours.
mod colour {
    pub const SNOW: u8 = 0;
    pub const FROST: u8 = 1;
    pub const SILVER: u8 = 2;
    pub const SLATE: u8 = 3;
    pub const INK: u8 = 4;
    pub const BLACK: u8 = 5;
    pub const WINE: u8 = 6;
    pub const RED: u8 = 7;
    pub const ROSE: u8 = 9;
    pub const AMBER: u8 = 13;
    pub const YELLOW: u8 = 14;
    pub const CREAM: u8 = 15;
    pub const BROWN: u8 = 16;
    pub const WOOD: u8 = 17;
    pub const MOSS: u8 = 19;
    pub const PINE: u8 = 20;
    pub const GREEN: u8 = 21;
    pub const MINT: u8 = 23;
    pub const TEAL: u8 = 24;
    pub const NAVY: u8 = 27;
    pub const INDIGO: u8 = 28;
    pub const VIOLET: u8 = 29;
    pub const LILAC: u8 = 30;
    pub const COUNT: u32 = 32;
}
use colour::*;

/// So many cells of a thousand are painted over by somebody who passed: tuned so that 1000 × 1000 deflates to 220–240 KB.
const STRAYS_PER_MILLE: u32 = 80;
/// One sprite, line of writing, scribble for so many cells of the board.
const CELLS_A_SPRITE: u32 = 900;
const CELLS_A_LINE: u32 = 9_000;
const CELLS_A_SCRIBBLE: u32 = 9_000;
const CELLS_A_STAR: u32 = 700;
const CELLS_A_TREE: u32 = 2_600;
const CELLS_A_HOUSE: u32 = 30_000;
/// From the zenith down to the horizon.
const SKY: [u8; 7] = [BLACK, INK, NAVY, INDIGO, VIOLET, LILAC, ROSE];
/// Ranges of hills, the farthest first: where their crests lie (per mille of the height), how high they swing, how wide a hill
/// is, and their colours on the crest and below.
const HILLS: [(u32, u32, u32, [u8; 2]); 3] = [
    (520, 90, 230, [SILVER, SLATE]),
    (620, 70, 150, [FROST, SILVER]),
    (740, 80, 330, [SNOW, FROST]),
];
/// Thresholds of an ordered dither (B. E. Bayer, "An optimum method for two-level rendition of continuous-tone pictures", 1973).
const BAYER: [[u32; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];

/// The picture of `seed`: `width` × `height` colours from 0 to 31 row by row, at least nine tenths of them not 0.
pub fn winter_picture(width: u16, height: u16, seed: u64) -> Vec<u8> {
    let mut scene = Scene::new(width, height, seed);
    scene.sky();
    scene.stars();
    scene.aurora();
    scene.moon();
    for (range, hill) in HILLS.into_iter().enumerate() {
        scene.hills(range as u32, hill);
    }
    scene.many(CELLS_A_TREE, Scene::tree);
    scene.many(CELLS_A_HOUSE, Scene::house);
    scene.many(CELLS_A_SPRITE, Scene::sprite);
    scene.many(CELLS_A_LINE, Scene::writing);
    scene.many(CELLS_A_SCRIBBLE, Scene::scribble);
    scene.strays();
    scene.cells
}

/// Random numbers: Sebastiano Vigna's SplitMix64 (prng.di.unimi.it/splitmix64.c, in the public domain).
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Begins at `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// A number under `bound`, or 0 if that is 0. Its bias is under one in four thousand million.
    pub fn below(&mut self, bound: u32) -> u32 {
        (((self.draw() >> 32) * u64::from(bound)) >> 32) as u32
    }
}

/// SplitMix64's output function.
fn mixed(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

struct Scene {
    width: u32,
    height: u32,
    cells: Vec<u8>,
    seed: u64,
    dice: SplitMix64,
}

impl Scene {
    fn new(width: u16, height: u16, seed: u64) -> Self {
        Self {
            width: width.into(),
            height: height.into(),
            cells: vec![INK; usize::from(width) * usize::from(height)],
            seed,
            dice: SplitMix64::new(seed),
        }
    }

    /// Paints a cell; nothing happens outside the board.
    fn put(&mut self, x: u32, y: u32, colour: u8) {
        if x < self.width && y < self.height {
            self.cells[(y * self.width + x) as usize] = colour;
        }
    }

    fn fill(&mut self, (x, y): (u32, u32), (width, height): (u32, u32), colour: u8) {
        for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
            self.put(x.wrapping_add(column), y.wrapping_add(row), colour);
        }
    }

    /// One `thing` for every `share` cells of the board.
    fn many(&mut self, share: u32, thing: fn(&mut Self)) {
        for _ in 0..self.width * self.height / share {
            thing(self);
        }
    }

    fn any_colour(&mut self) -> u8 {
        1 + self.dice.below(COUNT - 1) as u8
    }

    fn anywhere(&mut self) -> (u32, u32) {
        (self.dice.below(self.width), self.dice.below(self.height))
    }

    /// A place at least `from` per mille of the height down.
    fn on_the_ground(&mut self, from: u32) -> (u32, u32) {
        let top = self.height * from / 1000;
        (self.dice.below(self.width), top + self.dice.below(self.height - top))
    }

    fn sky(&mut self) {
        let (width, height) = (self.width, self.height);
        let horizon = (height * 3 / 5).max(1);
        for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
            let level = y.min(horizon) * (SKY.len() as u32 - 1) * 256 / horizon;
            let shade = (level + dither(x, y)) / 256;
            self.put(x, y, SKY[(shade as usize).min(SKY.len() - 1)]);
        }
    }

    fn stars(&mut self) {
        for _ in 0..self.width * self.height / 2 / CELLS_A_STAR {
            let (x, y) = (self.dice.below(self.width), self.dice.below(self.height / 2));
            let light = [CREAM, FROST, SNOW][self.dice.below(3) as usize];
            self.put(x, y, light);
            if self.dice.below(8) == 0 {
                self.fill((x.wrapping_sub(1), y), (3, 1), light);
                self.fill((x, y.wrapping_sub(1)), (1, 3), light);
            }
        }
    }

    /// Curtains of light that hang from a wavy hem and fade upwards.
    fn aurora(&mut self) {
        for x in 0..self.width {
            let hem = self.height * (180 + self.wave(x, 210, 11) * 160 / 256) / 1000;
            let length = self.height * (40 + self.wave(x, 17, 12) * 160 / 256) / 1000;
            for up in 0..length.min(hem) {
                self.aurora_ray(x, hem - up, up * 256 / length.max(1));
            }
        }
    }

    /// A cell of a curtain: `faded` goes from 0 at the hem to 255 at the top.
    fn aurora_ray(&mut self, x: u32, y: u32, faded: u32) {
        if dither(x, y) >= faded {
            let light = [MINT, GREEN, TEAL, TEAL][(faded / 64) as usize % 4];
            self.put(x, y, light);
        }
    }

    fn moon(&mut self) {
        let (middle_x, middle_y) = (self.width * 4 / 5, self.height * 3 / 20);
        let radius = self.width.min(self.height) / 22;
        for (dy, dx) in (0..=2 * radius).flat_map(|dy| (0..=2 * radius).map(move |dx| (dy, dx))) {
            let away = dx.abs_diff(radius).pow(2) + dy.abs_diff(radius).pow(2);
            if away <= radius * radius {
                let shadow = dither(dx, dy) < dx * 256 / (2 * radius).max(1);
                let light = if shadow { AMBER } else { CREAM };
                self.put(
                    (middle_x + dx).wrapping_sub(radius),
                    (middle_y + dy).wrapping_sub(radius),
                    light,
                );
            }
        }
    }

    fn hills(&mut self, range: u32, (crest, swing, width, [top, below]): (u32, u32, u32, [u8; 2])) {
        for x in 0..self.width {
            let rise = 3 * self.wave(x, width, range) + self.wave(x, width / 7, 50 + range);
            let crest = self.height * (crest + swing * 2 - swing * rise / 512) / 1000;
            for y in crest..self.height {
                let depth = (y - crest) * 1500 / self.height.max(1);
                self.put(x, y, if dither(x, y) >= depth { top } else { below });
            }
        }
    }

    fn tree(&mut self) {
        let (x, foot) = self.on_the_ground(620);
        let tall = 8 + self.dice.below(26);
        let leaves = [PINE, MOSS, TEAL][self.dice.below(3) as usize];
        self.fill((x.wrapping_sub(1), foot), (2, 3), BROWN);
        for down in 0..tall {
            let half = (down % 8 + down / 3) / 2;
            let y = foot.wrapping_sub(tall - down);
            self.fill((x.wrapping_sub(half), y), (2 * half + 1, 1), leaves);
            self.fill(
                (x.wrapping_sub(half), y),
                (1 + half / 2, 1),
                if down % 8 < 3 { FROST } else { leaves },
            );
        }
    }

    fn house(&mut self) {
        let (x, y) = self.on_the_ground(680);
        let (wide, high) = (24 + self.dice.below(30), 14 + self.dice.below(14));
        let wall = [WOOD, BROWN, WINE, RED][self.dice.below(4) as usize];
        self.fill((x, y), (wide, high), wall);
        for line in (0..high).step_by(4) {
            self.fill((x, y + line), (wide, 1), BROWN);
        }
        for up in 0..wide / 3 {
            self.fill(
                (x.wrapping_add(up).wrapping_sub(2), y.wrapping_sub(up)),
                (wide + 4 - 2 * up, 1),
                FROST,
            );
        }
        self.windows((x, y), wide);
    }

    fn windows(&mut self, (x, y): (u32, u32), wide: u32) {
        for left in (3..wide.saturating_sub(6)).step_by(9) {
            let light = [AMBER, YELLOW, INK][self.dice.below(3) as usize];
            self.fill((x + left, y + 4), (6, 6), BLACK);
            self.fill((x + left + 1, y + 5), (4, 4), light);
            self.fill((x + left + 2, y + 5), (1, 4), BLACK);
        }
    }

    /// A small creature, the same left and right, as many have drawn theirs.
    fn sprite(&mut self) {
        let (x, y) = self.on_the_ground(350);
        let (half, high) = (3 + self.dice.below(4), 6 + self.dice.below(7));
        let paint = [self.any_colour(), self.any_colour(), BLACK];
        for (row, column) in (0..high).flat_map(|row| (0..half).map(move |column| (row, column))) {
            let ink = self.dice.below(5) as usize;
            if let Some(&colour) = paint.get(ink) {
                self.put(x + column, y + row, colour);
                self.put(x + 2 * half - 1 - column, y + row, colour);
            }
        }
    }

    /// Something like words: letters of 3 × 5 cells on a plate.
    fn writing(&mut self) {
        let (x, y) = self.anywhere();
        let letters = 4 + self.dice.below(14);
        let (plate, ink) = (self.any_colour(), self.any_colour());
        self.fill((x, y), (letters * 4 + 1, 7), plate);
        for (letter, row) in (0..letters).flat_map(|letter| (0..5).map(move |row| (letter, row))) {
            let strokes = self.dice.below(8);
            for column in (0..3).filter(|column| strokes >> column & 1 == 1) {
                self.put(x + 1 + letter * 4 + column, y + 1 + row, ink);
            }
        }
    }

    /// Somebody's finger, wandering.
    fn scribble(&mut self) {
        let (mut x, mut y) = self.anywhere();
        let ink = self.any_colour();
        for _ in 0..40 + self.dice.below(160) {
            self.put(x, y, ink);
            x = x.wrapping_add(self.dice.below(3)).wrapping_sub(1);
            y = y.wrapping_add(self.dice.below(3)).wrapping_sub(1);
        }
    }

    fn strays(&mut self) {
        for _ in 0..self.cells.len() * STRAYS_PER_MILLE as usize / 1000 {
            let ((x, y), ink) = (self.anywhere(), self.any_colour());
            self.put(x, y, ink);
        }
    }

    /// A smooth wave along x from 0 to 255: random heights every `period` cells, and between them the curve 3t² − 2t³.
    fn wave(&self, x: u32, period: u32, salt: u32) -> u32 {
        let period = period.max(1);
        let height = |step: u32| (mixed(self.seed ^ mixed(u64::from(salt) << 32 | u64::from(step))) >> 56) as u32;
        let t = x % period * 256 / period;
        let eased = (t * t * (3 * 256 - 2 * t)) >> 16;
        (height(x / period) * (256 - eased) + height(x / period + 1) * eased) / 256
    }
}

/// A threshold from 0 to 240, the same for every fourth cell.
fn dither(x: u32, y: u32) -> u32 {
    BAYER[(y % 4) as usize][(x % 4) as usize] * 16
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn deflated(bytes: &[u8]) -> usize {
        let mut out = ZlibEncoder::new(Vec::new(), Compression::best());
        out.write_all(bytes).unwrap();
        out.finish().unwrap().len()
    }

    #[test]
    fn it_is_as_heavy_as_a_real_board() {
        for seed in 1..=3 {
            let cells = winter_picture(1000, 1000, seed);
            let size = deflated(&cells);
            assert!((220_000..=240_000).contains(&size), "seed {seed}: {size} bytes");
            let painted = cells.iter().filter(|&&colour| colour != 0).count();
            assert!(painted >= 900_000, "seed {seed}: {painted} painted");
        }
    }

    #[test]
    fn all_32_colours_are_there_and_no_other() {
        let cells = winter_picture(1000, 1000, 1);
        let used: std::collections::BTreeSet<u8> = cells.into_iter().collect();
        assert_eq!(used, (0..32).collect());
    }

    #[test]
    fn a_seed_is_a_picture() {
        assert_eq!(winter_picture(160, 90, 7), winter_picture(160, 90, 7));
        assert_ne!(winter_picture(160, 90, 7), winter_picture(160, 90, 8));
        assert_eq!(crc32fast::hash(&winter_picture(160, 90, 7)), 0x7c79_3772);
    }

    #[test]
    fn any_size_will_do() {
        for (width, height) in [(0, 0), (0, 9), (1, 1), (8, 8), (4096, 3), (3, 4096), (65, 129)] {
            assert_eq!(
                winter_picture(width, height, 1).len(),
                usize::from(width) * usize::from(height)
            );
        }
    }

    #[test]
    fn the_dice_are_splitmix64() {
        let mut dice = SplitMix64::new(1_234_567);
        let known = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!([dice.draw(), dice.draw(), dice.draw()], known);
    }
}
