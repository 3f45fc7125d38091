//! Integration tests, one module for each risk.

mod shim;
