//! What makes the machine an appliance: which address phones can reach, the name on the network, the QR code, what the
//! terminal says. It knows ids, codes and the party, and nothing of games, stores or sockets; `app` hands it what to show.
//! Nothing here may fail a start: a network without multicast, or no network at all, is a warning.

pub mod mdns;
pub mod net;
pub mod qr;
pub mod sound;
pub mod terminal;
