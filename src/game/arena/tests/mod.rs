//! The arena played through from outside, as the party does it: `play` or `tick`, then `apply`, then `tell`.

mod laws;
mod show;
mod solver;
mod story;
