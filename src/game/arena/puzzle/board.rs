//! The tiles of a sliding picture: a square of numbered tiles and a gap. Solved is 1, 2, … with the gap last.

use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

/// A square of tiles, row by row; 0 is the gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Board {
    size: usize,
    tiles: Vec<u8>,
}

impl Board {
    pub fn solved(size: u8) -> Self {
        let tiles = (1..size * size).chain([0]).collect();
        Self {
            size: size.into(),
            tiles,
        }
    }

    /// Walks the gap at random from the solved board, never straight back. Only legal moves lead here, so they lead back too.
    pub fn scrambled(size: u8, steps: u32, rng: &mut dyn Rng) -> Self {
        let mut board = Self::solved(size);
        let mut last = None;
        for _ in 0..steps {
            let mut tiles = board.movable();
            tiles.retain(|tile| Some(*tile) != last);
            let tile = tiles[rng.random_range(0..tiles.len())]; // a gap has two neighbours at least, one of them not the last
            board.slide(tile);
            last = Some(tile);
        }
        board
    }

    pub fn tiles(&self) -> &[u8] {
        &self.tiles
    }

    pub fn size(&self) -> u8 {
        self.size as u8
    }

    /// Slides a tile into the gap. False, and nothing changed, if it does not lie beside it.
    pub fn slide(&mut self, tile: u8) -> bool {
        let (Some(from), Some(gap)) = (self.find(tile), self.find(0)) else {
            return false;
        };
        let beside = self.steps_between(from, gap) == 1;
        if beside {
            self.tiles.swap(from, gap);
        }
        beside
    }

    pub fn is_solved(&self) -> bool {
        self.in_place() == self.tiles.len() - 1
    }

    /// How many tiles lie where they belong; the gap is none.
    pub fn in_place(&self) -> usize {
        self.tiles
            .iter()
            .enumerate()
            .filter(|(i, tile)| usize::from(**tile) == i + 1)
            .count()
    }

    /// At least so many moves are needed to solve it: the sum of the tiles' distances from their places.
    pub fn distance(&self) -> usize {
        let tiles = self.tiles.iter().enumerate().filter(|(_, tile)| **tile != 0);
        tiles
            .map(|(i, tile)| self.steps_between(i, usize::from(*tile) - 1))
            .sum()
    }

    pub(super) fn movable(&self) -> Vec<u8> {
        let Some(gap) = self.find(0) else { return Vec::new() };
        let beside = |(i, tile): (usize, &u8)| (self.steps_between(i, gap) == 1).then_some(*tile);
        self.tiles.iter().enumerate().filter_map(beside).collect()
    }

    fn find(&self, tile: u8) -> Option<usize> {
        self.tiles.iter().position(|t| *t == tile)
    }

    fn steps_between(&self, a: usize, b: usize) -> usize {
        (a / self.size).abs_diff(b / self.size) + (a % self.size).abs_diff(b % self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_tile_beside_the_gap_slides() {
        let mut board = Board::solved(3);
        assert!(board.is_solved());
        assert_eq!(board.movable(), [6, 8]);
        assert!(!board.slide(1) && !board.slide(0) && !board.slide(9) && !board.slide(7));
        assert!(board.slide(8) && board.slide(5));
        assert_eq!(board.tiles(), [1, 2, 3, 4, 0, 6, 7, 5, 8]);
        assert_eq!((board.in_place(), board.distance()), (6, 2));
        assert!(board.slide(5) && board.slide(8) && board.is_solved());
    }

    #[test]
    fn no_wrap_around_the_edge() {
        let mut board = Board::solved(3);
        assert!(board.slide(6)); // the gap is now at the end of the second row, 7 begins the third
        assert!(!board.slide(7));
    }
}
