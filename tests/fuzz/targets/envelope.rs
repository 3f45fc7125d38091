//! Texts of a socket, as the door reads them.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| snowparty::web::hostile::envelope(bytes));
