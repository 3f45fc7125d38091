//! Rows of a journal that a broken disk may bring.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| snowparty::party::hostile::journal(bytes));
