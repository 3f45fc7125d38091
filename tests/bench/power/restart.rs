//! From the start of the process over a day's journal, after SIGKILL, to the first phone that is greeted and answered.

use crate::day::Day;
use crate::figure::{Bound, Sheet, ms, percentile};
use crate::house::{House, PATIENCE, first_answer};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const TIMES: usize = 7;

pub fn measure_canvas(sheet: &mut Sheet) -> Result<()> {
    measure(sheet, &Day::of_the_canvas()?)
}

pub fn measure_arena(sheet: &mut Sheet) -> Result<()> {
    let level = |level: &str| json!({ "level": level, "mini_game": "choose", "seconds": 5, "points": 1200 });
    let levels: Vec<Value> = ["green", "yellow", "red"].map(level).into();
    let settings = json!({ "levels": levels, "intro_seconds": 1, "board_seconds": 1, "reveal_seconds": 1 });
    measure(sheet, &Day::of("arena", &settings, &[])?)
}

pub fn measure_quest(sheet: &mut Sheet) -> Result<()> {
    measure(
        sheet,
        &Day::of("quest", &json!({ "campaign": "midnight" }), &["--hurry"])?,
    )
}

fn measure(sheet: &mut Sheet, day: &Day) -> Result<()> {
    sheet.noted("events of the day", day.events as f64, "");
    sheet.noted("the database", day.megabytes()?, "MB");
    // With nothing kept, as after an update; while it plays on, it keeps what it has come to.
    let (_, answered) = started_and_killed(day, true)?;
    sheet.noted("first answer when all is folded", ms(answered), "ms");
    let (mut greetings, mut answers) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let (greeted, answered) = started_and_killed(day, false)?;
        greetings.push(ms(greeted));
        answers.push(ms(answered));
    }
    sheet.noted(
        "what is kept of it",
        std::fs::metadata(day.kept())?.len() as f64 / 1e6,
        "MB",
    );
    sheet.noted(
        "start to the first phone's greeting, median of 7",
        percentile(&mut greetings, 50.0),
        "ms",
    );
    sheet.noted(
        "start to its first answer, median of 7",
        percentile(&mut answers, 50.0),
        "ms",
    );
    let most = percentile(&mut answers, 100.0);
    sheet.bounded(
        "start to its first answer, the slowest of 7",
        most,
        "ms",
        Bound::Under(1_000.0),
    );
    Ok(())
}

/// Starts, lets the phone in, and kills; a first time after all that was kept is gone and is kept again.
fn started_and_killed(day: &Day, anew: bool) -> Result<(Duration, Duration)> {
    if anew {
        // There may be nothing.
        let _ = std::fs::remove_file(day.kept());
    }
    let begun = Instant::now();
    let house = House::start(day.folder.path())?;
    let runtime = Runtime::new()?;
    let times = runtime.block_on(first_answer(&house.address, &day.code, &day.token, begun))?;
    while !day.kept().exists() {
        ensure!(begun.elapsed() < PATIENCE, "nothing is kept");
        std::thread::sleep(Duration::from_millis(10));
    }
    house.kill()?;
    Ok(times)
}
