//! Planted defects: each is put into the product in a run of its own, and must be caught within five minutes.

use crate::Wanted;
use snowparty::defect::Defect;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// The longest that a defect may stay unnoticed.
const CAUGHT_WITHIN: Duration = Duration::from_secs(300);

fn named(name: &str) -> Option<Defect> {
    Defect::ALL
        .into_iter()
        .find(|defect| format!("{defect:?}").eq_ignore_ascii_case(name))
}

/// Plants a defect into the parties of this process.
#[cfg(feature = "defects")]
pub fn plant(name: &str) -> Result<(), String> {
    named(name)
        .map(snowparty::defect::plant)
        .ok_or_else(|| format!("there is no defect {name}"))
}

/// Plants nothing: this build has nothing to plant.
#[cfg(not(feature = "defects"))]
pub fn plant(name: &str) -> Result<(), String> {
    let known = named(name).map_or("there is no such defect", |_| "build it with --features defects");
    Err(format!("{name} cannot be planted: {known}"))
}

/// Plants each defect in a process of its own, and tells what caught it and after how many seconds.
pub fn prove_all(wanted: &Wanted) -> ExitCode {
    let missed: Vec<Defect> = Defect::ALL
        .into_iter()
        .filter(|defect| !is_caught(*defect, wanted))
        .collect();
    match missed.is_empty() {
        true => ExitCode::SUCCESS,
        false => {
            eprintln!("endurance: not caught: {missed:?}");
            ExitCode::FAILURE
        }
    }
}

fn is_caught(defect: Defect, wanted: &Wanted) -> bool {
    let began = Instant::now();
    let run = Command::new(std::env::current_exe().expect("a process knows its program"))
        .args(["--defect", &format!("{defect:?}"), "--seed", &wanted.seed.to_string()])
        // Some laws are for the end of a run.
        .args(["--for", "120s"])
        .output()
        .expect("it can be started again");
    let seconds = began.elapsed().as_secs_f64();
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    let first = told
        .lines()
        .find(|line| line.starts_with("endurance: "))
        .unwrap_or("nothing was told");
    let caught = run.status.code() == Some(1) && began.elapsed() <= CAUGHT_WITHIN;
    let verdict = if caught { "caught" } else { "MISSED" };
    let why: String = first.chars().take(220).collect();
    println!("{:<24} {verdict} after {seconds:5.1} s: {why}", format!("{defect:?}"));
    caught
}
