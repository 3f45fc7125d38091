//! snowparty: a party machine that stands next to a TV.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod appliance;
pub mod id;
pub mod row;
pub mod game;
pub mod protocol;
