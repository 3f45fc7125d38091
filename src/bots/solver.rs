//! Solves sliding pictures for the guests: weighted A* (Pohl 1970) over Manhattan distance, quick rather than shortest. A crowd that
//! is dealt the same board solves it once.

use std::collections::{BinaryHeap, HashMap};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How much more the distance to the goal counts than the way so far.
const WEIGHT: u32 = 6;
/// Boards looked at before giving up.
const MOST_LOOKED_AT: usize = 400_000;

/// Remembers solutions.
#[derive(Default)]
pub struct Solver(Mutex<HashMap<Vec<u8>, Vec<u8>>>);

/// A guest's own board: row by row, 0 is the gap.
pub struct Board {
    /// The tiles.
    pub tiles: Vec<u8>,
    /// Time between two moves.
    pub every: Duration,
}

impl Board {
    /// Slides a tile into the gap.
    pub fn slide(&mut self, tile: u8) {
        let at = |wanted: u8| self.tiles.iter().position(|tile| *tile == wanted);
        if let (Some(from), Some(gap)) = (at(tile), at(0)) {
            self.tiles.swap(from, gap);
        }
    }

    /// The share of tiles that are where they belong.
    pub fn in_place(&self) -> f64 {
        let right = self
            .tiles
            .iter()
            .zip(1u8..)
            .filter(|(tile, wanted)| *tile == wanted)
            .count();
        right as f64 / (self.tiles.len() - 1).max(1) as f64
    }
}

impl Solver {
    /// The tiles to move, in order; empty if no way was found.
    pub fn solve(&self, board: &[u8]) -> Vec<u8> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(board.to_vec()).or_insert_with(|| search(board)).clone()
    }
}

fn search(start: &[u8]) -> Vec<u8> {
    let side = (start.len() as f64).sqrt() as usize;
    let mut came_from: HashMap<Vec<u8>, (Vec<u8>, u8)> = HashMap::new();
    let mut open = BinaryHeap::new();
    open.push((std::cmp::Reverse(0), 0u32, start.to_vec()));
    while let Some((_, way, board)) = open.pop() {
        if distance(&board, side) == 0 {
            return way_back(&came_from, board, start);
        }
        if came_from.len() > MOST_LOOKED_AT {
            break;
        }
        for (tile, next) in neighbours(&board, side) {
            if next != start && !came_from.contains_key(&next) {
                came_from.insert(next.clone(), (board.clone(), tile));
                open.push((
                    std::cmp::Reverse(way + 1 + WEIGHT * distance(&next, side)),
                    way + 1,
                    next,
                ));
            }
        }
    }
    Vec::new()
}

fn way_back(came_from: &HashMap<Vec<u8>, (Vec<u8>, u8)>, goal: Vec<u8>, start: &[u8]) -> Vec<u8> {
    let mut moves = Vec::new();
    let mut board = &goal;
    while board != start {
        let Some((before, tile)) = came_from.get(board) else {
            break;
        };
        moves.push(*tile);
        board = before;
    }
    moves.reverse();
    moves
}

fn neighbours(board: &[u8], side: usize) -> Vec<(u8, Vec<u8>)> {
    let Some(gap) = board.iter().position(|tile| *tile == 0) else {
        return Vec::new();
    };
    let (row, column) = (gap / side, gap % side);
    let mut from = Vec::new();
    if row > 0 {
        from.push(gap - side);
    }
    if row + 1 < side {
        from.push(gap + side);
    }
    if column > 0 {
        from.push(gap - 1);
    }
    if column + 1 < side {
        from.push(gap + 1);
    }
    let slid = |tile: usize| {
        let mut next = board.to_vec();
        next.swap(tile, gap);
        (board[tile], next)
    };
    from.into_iter().map(slid).collect()
}

fn distance(board: &[u8], side: usize) -> u32 {
    let far = |(at, tile): (usize, &u8)| {
        let home = usize::from(*tile) - 1;
        (at / side).abs_diff(home / side) + (at % side).abs_diff(home % side)
    };
    board
        .iter()
        .enumerate()
        .filter(|(_, tile)| **tile != 0)
        .map(far)
        .sum::<usize>() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_solves_what_it_is_dealt() {
        for dealt in [vec![1, 2, 3, 4, 5, 6, 0, 7, 8], vec![8, 1, 3, 4, 0, 2, 7, 6, 5]] {
            let moves = Solver::default().solve(&dealt);
            let mut board = Board {
                tiles: dealt,
                every: Duration::ZERO,
            };
            moves.iter().for_each(|tile| board.slide(*tile));
            assert_eq!(board.tiles, [1, 2, 3, 4, 5, 6, 7, 8, 0]);
            assert!((board.in_place() - 1.0).abs() < f64::EPSILON);
        }
    }
}
