//! What a board with a long past takes of the machine's memory, and of a start's patience. The allocator is the C library's.

use crate::appliance::{Appliance, first_answer};
use crate::figure::{Bound, Sheet, ms};
use crate::million::Shelf;
use anyhow::Result;
use std::path::Path;
use std::time::Duration;

/// So that what a start needs for a moment is given back.
const CALM: Duration = Duration::from_secs(2);
/// A moment long after the last placement: the whole past is folded.
const THE_END: &str = "at?time=9000000000";

pub fn measure(sheet: &mut Sheet, shelf: &Shelf) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let idle = {
        let appliance = Appliance::start(folder.path())?;
        appliance.get("board")?;
        Resident::of(&appliance)?
    };
    let appliance = Appliance::start(shelf.million()?.folder())?;
    let started = Resident::of(&appliance)?;
    appliance.get("snapshot")?.good()?;
    appliance.get(THE_END)?.good()?;
    let open = Resident::of(&appliance)?;
    sheet.bounded(
        "more than an idle house, history open",
        open.now - idle.now,
        "MB",
        Bound::Under(40.0),
    );
    sheet.noted("… an idle house", idle.now, "MB");
    sheet.noted("… this one, just restored", started.now, "MB");
    sheet.noted("… this one, snapshot and one moment asked for", open.now, "MB");
    sheet.noted(
        "… its anonymous pages more than an idle house's",
        open.anonymous - idle.anonymous,
        "MB",
    );
    sheet.noted("… its largest while it was restored", started.most, "MB");
    for path in ["stats", "heatmap", "film", THE_END, "overview", THE_END] {
        appliance.get(path)?.good()?;
    }
    let later = Resident::of(&appliance)?;
    sheet.noted("… after stats, heatmap, film, moments: now", later.now, "MB");
    sheet.noted("… after stats, heatmap, film, moments: its largest", later.most, "MB");
    Ok(())
}

struct Resident {
    now: f64,
    anonymous: f64,
    most: f64,
}

impl Resident {
    fn of(appliance: &Appliance) -> Result<Self> {
        std::thread::sleep(CALM);
        Ok(Self {
            now: appliance.memory("VmRSS")?,
            anonymous: appliance.memory("RssAnon")?,
            most: appliance.memory("VmHWM")?,
        })
    }
}

pub fn measure_restore(sheet: &mut Sheet, shelf: &Shelf) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path: &Path = shelf.million()?.folder();
    sheet.noted(
        "from the process's start to its first answer",
        ms(first_answer(path)?),
        "ms",
    );
    sheet.noted("the same, once more", ms(first_answer(path)?), "ms");
    sheet.noted("the same of a new house", ms(first_answer(folder.path())?), "ms");
    Ok(())
}
