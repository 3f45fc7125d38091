//! Integration tests: a house of its own for each, real sockets, a real database, one module for each risk.

mod architecture;
mod beside;
mod campaign;
mod canvas;
mod cheating;
mod contract;
mod fanout;
mod folder;
mod generated;
mod golden;
mod house;
mod join;
mod limits;
mod load;
mod power;
mod quest;
mod rebuild;
mod reconnect;
mod restart;
mod secrets;
mod shim;
mod sound;
mod story;
mod wire;
