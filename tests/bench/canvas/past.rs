//! Looking back over a million placements, as a page does: over HTTP, on a board of 1000×1000.

use crate::appliance::Appliance;
use crate::figure::{Bound, Sheet, ms, percentile};
use crate::million::Shelf;
use anyhow::{Context, Result};
use snowparty::picture::sample::SplitMix64;
use std::time::Instant;

const TIMES: usize = 20;
const SEED: u64 = 7;

pub fn measure(sheet: &mut Sheet, shelf: &Shelf) -> Result<()> {
    let appliance = Appliance::start(shelf.million()?.folder())?;
    let span = Span::of(&appliance)?;
    let mut dice = SplitMix64::new(SEED);
    let mut looks = Vec::new();
    for _ in 0..TIMES {
        let time = span.from + dice.below(span.length);
        looks.push(look(&appliance, &format!("at?time={time}"))?);
    }
    let [middle, most] = [50.0, 100.0].map(|per_cent| percentile(&mut looks, per_cent));
    sheet.bounded(
        "the board at 20 random times, the slowest",
        most,
        "ms",
        Bound::AtMost(200.0),
    );
    sheet.noted("the board at 20 random times, p50", middle, "ms");
    let end = format!("at?time={}", span.from + span.length);
    sheet.bounded(
        "the board at its end",
        look(&appliance, &end)?,
        "ms",
        Bound::AtMost(200.0),
    );
    for path in ["stats", "heatmap", "film", "picture.png"] {
        sheet.noted(path, look(&appliance, path)?, "ms");
    }
    Ok(())
}

/// How long an answer takes, ms.
fn look(appliance: &Appliance, path: &str) -> Result<f64> {
    let begun = Instant::now();
    appliance.get(path)?.good()?;
    Ok(ms(begun.elapsed()))
}

/// The party time in which the session was painted.
pub struct Span {
    pub from: u32,
    pub length: u32,
}

impl Span {
    /// As the film tells it (`frames::film`).
    pub fn of(appliance: &Appliance) -> Result<Self> {
        let film = appliance
            .get_with("film", &[("accept-encoding", "identity")])?
            .good()?
            .body;
        let number = |at: usize| {
            film.get(at..at + 4)
                .and_then(|bytes| bytes.try_into().ok())
                .map(u32::from_le_bytes)
        };
        Ok(Self {
            from: number(12).context("a film without a head")?,
            length: number(16).context("a film without a head")?,
        })
    }
}
