//! The arena: three levels of mini-games, a board and a gift between them, a podium at the end.

pub mod wire;
