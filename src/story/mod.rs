//! Stories in Ink: compiled, checked, and told a page at a time, from one decision to the next. A leaf: it knows the tags that a
//! writer may write, but no party, no dice and no heroes; whoever tells a story says who is there.
//!
//! Ink runs in `bladeink` and is compiled by `bladeink-compiler`. Neither counts on broken stories: steps, text and the run's
//! size are bounded here by counting, never by a clock, so that a replay stops where the first telling did.

mod ban;
mod compile;
mod contents;
mod lint;
mod mend;
mod page;
mod source;
mod tag;
mod tell;
#[cfg(test)]
mod tests;
mod walk;
pub mod words;

pub use compile::{About, Fault, MAX_COMPILED_BYTES, MAX_SOURCE_BYTES, Story, compile, reopen};
pub use contents::Contents;
pub use lint::check;
pub use page::{Decider, Line, Mark, Opt, Page, Then};
pub use tag::{Difficulty, Stat, Tag, Who};
pub use tell::{Bookmark, Broken, World, begin, go_on};
