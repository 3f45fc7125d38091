//! Host, Origin, Authorization and the query of a request.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| snowparty::web::hostile::head(bytes));
