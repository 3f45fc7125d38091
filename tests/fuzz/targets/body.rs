//! Bodies of requests.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| snowparty::web::hostile::body(bytes));
