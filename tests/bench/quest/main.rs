//! `cargo bench --bench quest`: what the quest must keep to. An action until it is on every screen, with eight heroes and an audience of
//! two hundred; a step of a story of half a megabyte. Measured on this machine as it is: quote the figures with it, and with what else ran.

#[path = "../canvas/figure.rs"]
#[allow(dead_code)]
mod figure;
mod room;
mod story;

use anyhow::Result;
use figure::Sheet;
use std::process::ExitCode;

fn main() -> ExitCode {
    // `cargo test --all-targets` starts it too, but not to measure.
    if !std::env::args().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    match measure() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("quest: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn measure() -> Result<bool> {
    let mut sheet = Sheet::default();
    sheet.begin("room")?;
    room::measure(&mut sheet)?;
    sheet.begin("story")?;
    story::measure(&mut sheet)?;
    Ok(sheet.is_good())
}
