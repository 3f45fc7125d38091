//! The canvas: a pixel board that the whole room paints. Pixel Battle, and Pixel Wars in teams.

pub mod setup;
pub mod wire;

pub use setup::Setup;
