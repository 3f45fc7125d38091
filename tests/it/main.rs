//! The integration tests: one module for each risk.

mod sound;
