//! snowparty: a party machine that stands next to a TV.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod app;
pub mod appliance;
pub mod bots;
pub mod cli;
pub mod game;
pub mod hub;
pub mod id;
pub mod party;
pub mod protocol;
pub mod row;
pub mod store;
pub mod web;
