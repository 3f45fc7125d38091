//! `cargo bench --bench power [-- NAME…]`: what the journal takes, and how long phones wait after the plug was pulled at the end of a
//! day. Measured on this machine and its disk as they are: quote the figures with both, and with what else ran. See README.md.

mod day;
#[path = "../canvas/figure.rs"]
#[allow(dead_code)]
mod figure;
mod house;
mod journal;
mod restart;

use anyhow::Result;
use figure::Sheet;
use std::process::ExitCode;

type Measure = fn(&mut Sheet) -> Result<()>;

/// In this order; a name on the command line chooses those in whose name it stands.
const ALL: [(&str, Measure); 5] = [
    ("lone", journal::measure_lone),
    ("groups", journal::measure_groups),
    ("restart-canvas", restart::measure_canvas),
    ("restart-arena", restart::measure_arena),
    ("restart-quest", restart::measure_quest),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` starts it too, but not to measure.
    if !words.iter().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    let wished: Vec<String> = words.into_iter().filter(|word| !word.starts_with('-')).collect();
    match measure(&wished) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("power: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn measure(wished: &[String]) -> Result<bool> {
    let mut sheet = Sheet::default();
    let chosen = |name: &str| wished.is_empty() || wished.iter().any(|wish| name.contains(wish.as_str()));
    for (name, measure) in ALL.iter().filter(|(name, _)| chosen(name)) {
        sheet.begin(name)?;
        measure(&mut sheet)?;
    }
    Ok(sheet.is_good())
}
