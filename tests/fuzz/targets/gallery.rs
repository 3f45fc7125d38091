//! Questions to the board's gallery.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| snowparty::game::hostile::gallery(bytes));
