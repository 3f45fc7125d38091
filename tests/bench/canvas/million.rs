//! A million placements by a thousand seats, as fast as they become durable: their rate, their room on the disk, and the folder
//! for those who look back over it.

use crate::crowd::{Crowd, Disk, SEATS, with_crowd};
use crate::figure::{Bound, Sheet, ms, percentile};
use anyhow::{Context, Result};
use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::task::JoinSet;

const MILLION: usize = 1_000_000;

/// What is made once for all who need it.
#[derive(Default)]
pub struct Shelf(OnceCell<Million>);

impl Shelf {
    /// A party with a million placements behind it.
    pub fn million(&self) -> Result<&Million> {
        if self.0.get().is_none() {
            // Nobody else has put one there meanwhile: there is one thread.
            let _ = self.0.set(Million::paint()?);
        }
        self.0.get().context("it was put there")
    }
}

/// A party with a million placements behind it, and how it went.
pub struct Million {
    folder: TempDir,
    took: Duration,
    waits: [f64; 3],
    disk: Disk,
}

impl Million {
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn paint() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path();
        let (took, waits, before) = with_crowd(path, async |crowd| {
            let before = Disk::of(path)?;
            let begun = Instant::now();
            let waits = paint(&crowd).await?;
            Ok((begun.elapsed(), waits, before))
        })?;
        let disk = Disk::of(path)?.since(before);
        Ok(Self {
            folder,
            took,
            waits,
            disk,
        })
    }
}

/// Every seat places, waits for its answer, and places again.
async fn paint(crowd: &Arc<Crowd>) -> Result<[f64; 3]> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut painting = JoinSet::new();
    for _ in 0..SEATS {
        let (crowd, next) = (Arc::clone(crowd), Arc::clone(&next));
        painting.spawn(async move {
            let mut waits = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= MILLION {
                    return anyhow::Ok(waits);
                }
                let begun = Instant::now();
                crowd.place(number).await?;
                waits.push(ms(begun.elapsed()));
            }
        });
    }
    let mut waits = Vec::new();
    while let Some(of_one) = painting.join_next().await {
        waits.extend(of_one??);
    }
    Ok([50.0, 99.0, 100.0].map(|per_cent| percentile(&mut waits, per_cent)))
}

pub fn measure_actor(sheet: &mut Sheet, shelf: &Shelf) -> Result<()> {
    let million = shelf.million()?;
    let rate = MILLION as f64 / million.took.as_secs_f64();
    sheet.bounded(
        "placements durable and answered, 1000 in flight",
        rate,
        "a second",
        Bound::AtLeast(20_000.0),
    );
    sheet.noted("… from asking to the answer, p50", million.waits[0], "ms");
    sheet.noted("… from asking to the answer, p99", million.waits[1], "ms");
    Ok(())
}

pub fn measure_disk(sheet: &mut Sheet, shelf: &Shelf) -> Result<()> {
    tell_disk(sheet, shelf.million()?.disk, MILLION);
    Ok(())
}

/// What placements came to in the database; pages that they left free are counted too.
pub fn tell_disk(sheet: &mut Sheet, disk: Disk, placements: usize) {
    let each = |bytes: i64| bytes as f64 / placements as f64;
    let most = Bound::AtMost(16.0);
    sheet.bounded(
        "bytes a placement, all pages counted",
        each(disk.used + disk.free),
        "",
        most,
    );
    sheet.noted("… of them bodies of the journal", each(disk.bodies), "");
    sheet.noted("… of them pages left free", each(disk.free), "");
    sheet.noted("placements a row", placements as f64 / disk.rows as f64, "");
    sheet.noted("the write-ahead log beside it", disk.log as f64 / 1e6, "MB");
}
