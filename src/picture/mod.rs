//! Boards as pictures: compressed chunks for browsers, PNG, films, and a picture to measure with. A leaf: bytes in, bytes out; it
//! knows no game, no disk and no clock.

pub mod film;
pub mod image;
pub mod pack;
pub mod sample;
