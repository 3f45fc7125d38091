//! Placements that come one at a time, each a commit of its own: what they take on the disk.

use crate::crowd::{Disk, with_crowd};
use crate::figure::Sheet;
use crate::million::{Shelf, tell_disk};
use anyhow::Result;
use std::time::Instant;

const PLACEMENTS: usize = 20_000;

pub fn measure(sheet: &mut Sheet, _: &Shelf) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path();
    let (took, disk) = with_crowd(path, async |crowd| {
        let before = Disk::of(path)?;
        let begun = Instant::now();
        for number in 0..PLACEMENTS {
            crowd.place(number).await?;
        }
        Ok((begun.elapsed(), Disk::of(path)?.since(before)))
    })?;
    tell_disk(sheet, disk, PLACEMENTS);
    let each = took.as_secs_f64() * 1_000.0 / PLACEMENTS as f64;
    sheet.noted("a lone placement durable and answered, on average", each, "ms");
    Ok(())
}
