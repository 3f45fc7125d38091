//! Pictures for the board, brought in by the host.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| snowparty::game::hostile::picture(bytes));
