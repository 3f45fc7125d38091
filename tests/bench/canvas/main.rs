//! `cargo bench --bench canvas [-- NAME…]`: the canvas's figures against their bounds, one line each; ends with a failure if one is
//! missed. They are measured on this machine as it is: quote them with it, and with what else ran.

mod appliance;
mod crowd;
mod figure;
mod memory;
mod million;
mod past;
mod players;
mod room;
mod single;
mod sizes;
mod wire;

use anyhow::Result;
use figure::Sheet;
use million::Shelf;
use std::process::ExitCode;

/// By this name the benchmark starts itself again, to be the phones of a room.
const PLAYERS: &str = "the-players";

type Measure = fn(&mut Sheet, &Shelf) -> Result<()>;

/// In this order; a name on the command line chooses those in whose name it stands.
const ALL: [(&str, Measure); 8] = [
    ("room", room::measure),
    ("sizes", sizes::measure),
    ("disk-single", single::measure),
    ("actor", million::measure_actor),
    ("disk-batches", million::measure_disk),
    ("past", past::measure),
    ("memory", memory::measure),
    ("restore", memory::measure_restore),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == PLAYERS) {
        return finish(players::run().map(|()| true));
    }
    // `cargo test --all-targets` starts it too, but not to measure.
    if !words.iter().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    let wished: Vec<String> = words.into_iter().filter(|word| !word.starts_with('-')).collect();
    finish(measure(&wished))
}

fn measure(wished: &[String]) -> Result<bool> {
    let (mut sheet, shelf) = (Sheet::default(), Shelf::default());
    let chosen = |name: &str| wished.is_empty() || wished.iter().any(|wish| name.contains(wish.as_str()));
    for (name, measure) in ALL.iter().filter(|(name, _)| chosen(name)) {
        sheet.begin(name)?;
        measure(&mut sheet, &shelf)?;
    }
    Ok(sheet.is_good())
}

fn finish(done: Result<bool>) -> ExitCode {
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("canvas: {error:#}");
            ExitCode::from(2)
        }
    }
}
