//! `cargo bench --bench peers`: the same room on snowparty, Socket.IO, Node `ws`, Colyseus, FastAPI and a bare write() loop, with one
//! measuring side, round after round, every delivery asserted. `tests/peers/run.sh` installs what they need and starts this;
//! README.md beside it says what is compared and what is not.

mod dialect;
mod line;
mod machine;
mod plan;
mod run;
mod score;
mod server;
mod table;

use anyhow::{Context, Result};
use clap::Parser;
use machine::Machine;
use plan::{Pace, Peer, SCENES, SHORT_SCENES, Scene};
use run::Outcome;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How it is to be measured.
#[derive(Parser)]
struct Wish {
    /// As Cargo says it; without it nothing is measured
    #[arg(long, hide = true)]
    bench: bool,
    /// Few sockets, two seconds, one round: whether everything still works
    #[arg(long)]
    short: bool,
    /// Rounds, in each of which every server has its turn in every room [default: 5, or 1]
    #[arg(long)]
    rounds: Option<u32>,
    /// Only these, comma by comma; else all, and those that are not installed are named
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Peer>,
    /// Only the rooms whose number is named: 1, 2, 3
    #[arg(long, value_delimiter = ',')]
    rooms: Vec<usize>,
    /// No run begins that would not be over by then
    #[arg(long, default_value = "12m", value_parser = humantime::parse_duration)]
    within: Duration,
    /// Another binary of snowparty, to compare two
    #[arg(long, value_name = "FILE", default_value = env!("CARGO_BIN_EXE_snowparty"))]
    snowparty: PathBuf,
    /// Write peers.md and peers.json into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// All that was measured, and what went wrong.
#[derive(Default)]
struct Record {
    outcomes: Vec<Outcome>,
    faults: Vec<String>,
}

fn main() -> ExitCode {
    // `cargo test --all-targets` starts it too, but not to measure.
    if !std::env::args().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    match measure(&Wish::parse()) {
        Ok(record) if record.faults.is_empty() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("peers: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// On one thread: the other core is the server's.
fn measure(wish: &Wish) -> Result<Record> {
    // What the system allows is what there is; a connection that does not fit says so.
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    debug_assert!(wish.bench);
    server::make_floor()?;
    let machine = Machine::here();
    println!("{}", machine.line());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let record = runtime.block_on(all(wish));
    println!("\n{}", table::markdown(&machine, &scenes(wish), &record.outcomes));
    for fault in &record.faults {
        println!("FAILED: {fault}");
    }
    let held = record.outcomes.len();
    println!("{held} passed, {} failed", record.faults.len());
    write(wish, &machine, &record)?;
    Ok(record)
}

async fn all(wish: &Wish) -> Record {
    let begun = Instant::now();
    let peers = peers(wish);
    let pace = pace(wish);
    let mut record = Record::default();
    for round in 1..=wish.rounds.unwrap_or(if wish.short { 1 } else { 5 }) {
        for scene in scenes(wish) {
            // Every round begins with another one: nobody always has the machine as the one before left it.
            for turn in 0..peers.len() {
                let peer = peers[(turn + round as usize) % peers.len()];
                if begun.elapsed() + pace.warm + pace.measured + Duration::from_secs(5) > wish.within {
                    println!("the time is over");
                    return record;
                }
                one(&mut record, peer, &scene, round, wish).await;
            }
        }
    }
    record
}

async fn one(record: &mut Record, peer: Peer, scene: &Scene, round: u32, wish: &Wish) {
    let title = format!("{}, {}, round {round}", scene.name, peer.title());
    let binary = server::Binary {
        peer,
        snowparty: &wish.snowparty,
    };
    match run::run(binary, scene, round, &pace(wish)).await {
        Ok(outcome) => {
            println!(
                "{title}: {:.2} µs for each of {} deliveries, p99 {:.1} ms, {:.1} KB a socket",
                outcome.cpu_us_a_delivery,
                outcome.deliveries,
                outcome.p99_ms,
                outcome.resident_bytes_a_socket / 1e3
            );
            record.outcomes.push(outcome);
        }
        Err(error) => {
            println!("{title}: FAILED: {error:#}");
            record.faults.push(format!("{title}: {error:#}"));
        }
    }
}

fn pace(wish: &Wish) -> Pace {
    if wish.short { Pace::SHORT } else { Pace::FULL }
}

fn peers(wish: &Wish) -> Vec<Peer> {
    let wanted = Peer::ALL
        .into_iter()
        .filter(|peer| wish.only.is_empty() || wish.only.contains(peer));
    wanted
        .filter(|peer| match server::lacks(*peer) {
            Some(reason) => {
                println!("{} is left out: {reason}", peer.title());
                false
            }
            None => true,
        })
        .collect()
}

fn scenes(wish: &Wish) -> Vec<Scene> {
    let all = if wish.short { SHORT_SCENES } else { SCENES };
    let numbered = (1..).zip(all);
    numbered
        .filter(|(number, _)| wish.rooms.is_empty() || wish.rooms.contains(number))
        .map(|(_, scene)| scene)
        .collect()
}

fn write(wish: &Wish, machine: &Machine, record: &Record) -> Result<()> {
    let Some(folder) = &wish.out else { return Ok(()) };
    let table = table::markdown(machine, &scenes(wish), &record.outcomes);
    let runs = json!({ "machine": machine, "rooms": scenes(wish), "runs": record.outcomes, "faults": record.faults });
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(folder.join("peers.md"), table))
        .and_then(|()| std::fs::write(folder.join("peers.json"), format!("{runs:#}\n")))
        .with_context(|| format!("{} cannot be written", folder.display()))
}
