//! A player of the sliding picture that knows it only from the wire. It looks for any solution, not for the shortest.

use crate::game::arena::wire::{Deal, Details};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// The board as a phone sees it.
#[derive(Clone)]
pub struct Sight {
    size: usize,
    tiles: Vec<u8>,
    /// The moves that led here from the dealt board.
    pub made: Vec<u8>,
}

impl Sight {
    /// `None` if the deal is no puzzle.
    pub fn of(deal: Deal, kept: Option<Details>) -> Option<Self> {
        let Deal::Puzzle { size, board, .. } = deal else {
            return None;
        };
        let mut sight = Self {
            size: size.into(),
            tiles: board,
            made: Vec::new(),
        };
        if let Some(Details::Puzzle { moves, .. }) = kept {
            moves.iter().for_each(|tile| sight.slide(*tile));
        }
        Some(sight)
    }

    fn slide(&mut self, tile: u8) {
        let at = |wanted| self.tiles.iter().position(|t| *t == wanted).unwrap();
        let (from, gap) = (at(tile), at(0));
        self.tiles.swap(from, gap);
        self.made.push(tile);
    }

    fn beside_the_gap(&self) -> Vec<u8> {
        let gap = self.tiles.iter().position(|tile| *tile == 0).unwrap();
        (0..self.tiles.len())
            .filter(|i| self.apart(*i, gap) == 1)
            .map(|i| self.tiles[i])
            .collect()
    }

    fn apart(&self, a: usize, b: usize) -> usize {
        (a / self.size).abs_diff(b / self.size) + (a % self.size).abs_diff(b % self.size)
    }

    fn far(&self) -> usize {
        let tiles = self.tiles.iter().enumerate().filter(|(_, tile)| **tile != 0);
        tiles.map(|(i, tile)| self.apart(i, usize::from(*tile) - 1)).sum()
    }

    /// Makes so many legal moves, each chosen by a number.
    pub fn wander(mut self, choices: &[u8]) -> Vec<u8> {
        for choice in choices {
            let tiles = self.beside_the_gap();
            self.slide(tiles[usize::from(*choice) % tiles.len()]);
        }
        self.made
    }

    /// All moves from the dealt board to the solution.
    pub fn solve(self) -> Vec<u8> {
        let mut open = BinaryHeap::from([(Reverse(0), 0)]);
        let mut seen = HashSet::from([self.tiles.clone()]);
        let mut sights = vec![self];
        while let Some((_, index)) = open.pop() {
            let sight = sights[index].clone();
            if sight.far() == 0 {
                return sight.made;
            }
            for tile in sight.beside_the_gap() {
                let mut next = sight.clone();
                next.slide(tile);
                if seen.insert(next.tiles.clone()) {
                    open.push((Reverse(next.made.len() + 6 * next.far()), sights.len()));
                    sights.push(next);
                }
            }
        }
        panic!("there is no solution");
    }
}
