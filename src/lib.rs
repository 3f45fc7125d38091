//! snowparty: a party machine that stands next to a TV. One binary hosts a party; guests play on their phones.
//!
//! A party is an actor with a journal of events. A game is a pure state machine that turns a move into events; an event, and
//! nothing else, changes state. Durable before visible: nothing is answered, shown or read before it is on the disk.
//!
//! The modules in reading order, each importing only those above it (`tests/it/architecture.rs` holds that):
//!
//! - `defect`: what can be planted to prove that a test notices it; nothing, in a release.
//! - `hostile`: wishes that no honest page would have, for tests and fuzzing; nothing, in a release.
//! - `id`: codes, seats, party time, tokens: newtypes.
//! - `row`: what a game may leave in the tables beside the journal.
//! - `meter`: what is counted while it runs, for Prometheus.
//! - `picture`: boards as compressed chunks, PNG and films: bytes in, bytes out.
//! - `story`: stories in Ink, compiled, checked and told a page at a time.
//! - `game`: the `Game` trait, the registry, and the games: `game::arena`, `game::canvas`, `game::quest`.
//! - `protocol`: envelope, messages, close codes, schemas; the pages' types are generated from them.
//! - `store`: the one writer thread, the read connections, the schema.
//! - `party`: the actor (`party::channel`), its state (a fold over the journal), its rules, its fan-out.
//! - `hub`: code → party; opens, restores, follows one by the next.
//! - `web`: accept loop, routes, socket, embedded pages; the only place that knows warp.
//! - `appliance`: which address phones reach, mDNS, QR, terminal, sound.
//! - `cli`: what can be said on the command line.
//! - `keeping`: backups, hourly and by command, and putting one back.
//! - `campaign`: stories checked and played, for the command line.
//! - `bots`: simulated guests over real sockets.
//! - `studio`: pictures and films of a board, for the command line.
//! - `app`: wires it all together.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod app;
pub mod appliance;
pub mod bots;
pub mod campaign;
pub mod cli;
pub mod defect;
pub mod game;
#[cfg(any(test, feature = "hostile"))]
pub mod hostile;
pub mod hub;
pub mod id;
pub mod keeping;
pub mod meter;
pub mod party;
pub mod picture;
pub mod protocol;
pub mod row;
pub mod store;
pub mod story;
pub mod studio;
pub mod web;
