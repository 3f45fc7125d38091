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

/// A law, and the words by which a fault names it.
struct Law(&'static str, &'static [&'static str]);

const ANSWERS: Law = Law(
    "a repeated question is answered as the first time",
    &["was answered twice and differently", "a repeated "],
);
const JOURNAL: Law = Law("the journal folds to what is shown", &["by the journal"]);
const ONCE: Law = Law(
    "the journal knows each acknowledged action once",
    &["is in the journal"],
);
const NEWCOMER: Law = Law(
    "a page shows what a newcomer is told",
    &["and a newcomer is told", "shows another board"],
);
const FRAMES: Law = Law("no frame is missing within a socket", &["a frame goes on from version"]);
const EARLY: Law = Law("no answer of an open question is told", &["was told while it was open"]);
const NOTES: Law = Law("a hero's notes are its player's alone", &["alone may know"]);
const TOKENS: Law = Law("a replaced token opens nothing", &["a token that was replaced"]);
const CONNECTED: Law = Law(
    "as many seats are connected as there are pages",
    &["phones are connected, and the room is told"],
);
const LEFT: Law = Law("no seat is left behind", &["after everybody has left"]);

/// The laws that a defect breaks: caught by any other it is not caught.
fn laws(defect: Defect) -> &'static [Law] {
    match defect {
        Defect::TellsBeforeCommit => &[ANSWERS, ONCE, JOURNAL],
        Defect::LosesBatchOnWriteError => &[JOURNAL, ONCE],
        Defect::ForgetsAnswers => &[ANSWERS, ONCE],
        Defect::AppliesTwice => &[FRAMES, JOURNAL],
        Defect::NumbersFramesWrongly => &[FRAMES],
        Defect::SkipsTheStage
        | Defect::GreetsWithoutCounts
        | Defect::NeverTellsCalmly
        | Defect::DropsWhenFull
        | Defect::LosesTheQueue => &[NEWCOMER, JOURNAL],
        Defect::TellsAnswersEarly => &[EARLY],
        Defect::TellsNotesToAll => &[NOTES],
        Defect::KeepsOldTokens => &[TOKENS],
        Defect::KeepsDeadSockets => &[CONNECTED],
        Defect::KeepsLeftSeats => &[LEFT],
    }
}

/// Plants each defect in a process of its own, and tells which law caught it and after how many seconds.
pub fn prove_all(wanted: &Wanted) -> ExitCode {
    println!("| defect | caught by | after | seed |\n|---|---|---|---|");
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
    let passed = began.elapsed();
    let told = String::from_utf8_lossy(&run.stderr);
    let first = told.lines().find_map(|line| line.strip_prefix("endurance: "));
    let first = first.unwrap_or("nothing was told");
    let broken = |law: &&Law| law.1.iter().any(|words| first.contains(words));
    let law = laws(defect).iter().find(broken);
    let caught = law.is_some() && run.status.code() == Some(1) && passed <= CAUGHT_WITHIN;
    let by = law.filter(|_| caught).map_or("MISSED", |law| law.0);
    println!(
        "| {defect:?} | {by} | {:.0} s | {} |",
        passed.as_secs_f64(),
        wanted.seed
    );
    if wanted.tells || !caught {
        println!("{defect:?}: {}", first.chars().take(300).collect::<String>());
    }
    caught
}
