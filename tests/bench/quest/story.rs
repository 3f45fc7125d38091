//! A step of a long story: from one decision to the next, with the bookmark taken in and handed out, as the party does it.

use super::figure::{Bound, Sheet, ms, percentile};
use anyhow::{Result, anyhow};
use snowparty::story::{Then, World, begin, compile, go_on};
use std::fmt::Write;
use std::time::Instant;

/// Of source.
const SIZE: usize = 500_000;
const STEPS: usize = 300;

const WORLD: World = World {
    heroes: &["scout", "bard"],
    items: &["rope"],
    party_size: 2,
    actor: "Kim",
};

/// As many scenes as fit, each with a few paragraphs, something to remember, and two ways on.
fn long_story() -> Result<String> {
    let mut source = String::from("# title: Long\n# language: en\nVAR steps = 0\n-> scene_0\n");
    let mut scene = 0;
    while source.len() < SIZE {
        writeln!(source, "=== scene_{scene} ===\n~ steps = steps + 1")?;
        for paragraph in 0..4 {
            writeln!(
                source,
                "Snow falls on scene {scene}, and paragraph {paragraph} says so at some length, for a room that reads from a sofa."
            )?;
        }
        writeln!(source, "{{steps > 3: It is late.|It is early.}} # vote: 40")?;
        let next = scene + 1;
        writeln!(
            source,
            "+ [Go on] -> scene_{next}\n+ [Go on, whistling]\n  You whistle.\n  -> scene_{next}"
        )?;
        scene = next;
    }
    writeln!(source, "=== scene_{scene} ===\nThe end.\n-> END")?;
    Ok(source)
}

pub fn measure(sheet: &mut Sheet) -> Result<()> {
    let source = long_story()?;
    let story = compile(source.as_bytes()).map_err(|faults| anyhow!("{faults:?}"))?;
    let broken = |broken: snowparty::story::Broken| anyhow!("{}", broken.text);
    let (_, mut bookmark) = begin(&story, 1, &WORLD).map_err(broken)?;
    let mut times = Vec::new();
    for step in 0..STEPS {
        let asked = Instant::now();
        let (page, next) = go_on(&story, &bookmark, step % 2, &WORLD).map_err(broken)?;
        times.push(ms(asked.elapsed()));
        bookmark = next;
        if matches!(page.then, Then::End { .. }) {
            break;
        }
    }
    sheet.noted("source", source.len() as f64 / 1_000.0, "KB");
    sheet.noted("its JSON", story.json.len() as f64 / 1_000.0, "KB");
    sheet.bounded("a step, median", percentile(&mut times, 50.0), "ms", Bound::Under(5.0));
    sheet.bounded("a step, p99", percentile(&mut times, 99.0), "ms", Bound::Under(5.0));
    sheet.noted("the slowest", percentile(&mut times, 100.0), "ms");
    Ok(())
}
