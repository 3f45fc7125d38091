//! A whole evening in any of the games: actions, drops and time.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| snowparty::party::hostile::evening(bytes));
