//! Stories that a host brings in. What fails inside Ink's machine is caught by us, so its panics must not end the fuzzer; ours still
//! do, for the fuzzer aborts on whatever leaves its target.
#![no_main]

use std::sync::Once;

static QUIET: Once = Once::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    QUIET.call_once(|| std::panic::set_hook(Box::new(|told| eprintln!("{told}"))));
    snowparty::game::hostile::tale(bytes);
});
