//! What a painted board of 1000×1000 takes on the wire: the first paint, the whole, and what a reconnect costs. Heads of the answers
//! are counted; KB are thousands of bytes.

use crate::appliance::Appliance;
use crate::crowd::{SEED, SIDE};
use crate::figure::{Bound, Sheet, ms};
use crate::million::Shelf;
use crate::players::open_socket;
use crate::wire;
use anyhow::{Context, Result};
use flate2::{Compression, write::DeflateEncoder};
use serde_json::json;
use snowparty::picture::image::write_png;
use snowparty::picture::sample::{SplitMix64, winter_picture};
use std::io::Write;
use std::time::Instant;
use tokio::io::AsyncReadExt;
use tokio::runtime::Runtime;

/// Enough that none of them asks too often (`web::allowance`).
const PLAYERS: usize = 400;
/// In a minute: as many as are asked for, and as many as 167 a second.
const IN_A_MINUTE: [usize; 2] = [600, 167 * 60];
const KB: f64 = 1_000.0;

pub fn measure(sheet: &mut Sheet, _: &Shelf) -> Result<()> {
    let cells = winter_picture(SIDE, SIDE, SEED);
    tell_picture(sheet, &cells)?;
    let folder = tempfile::tempdir()?;
    let studio = Studio::open(folder.path())?;
    studio.import(sheet, &cells)?;
    studio.tell_first_load(sheet)?;
    for placements in IN_A_MINUTE {
        studio.tell_reconnect(sheet, placements)?;
    }
    Ok(())
}

fn tell_picture(sheet: &mut Sheet, cells: &[u8]) -> Result<()> {
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::best());
    deflated.write_all(cells)?;
    let size = deflated.finish()?.len() as f64 / KB;
    sheet.bounded(
        "the picture's raw cells, deflated at level 9",
        size,
        "KB",
        Bound::Between(220.0, 240.0),
    );
    let painted = cells.iter().filter(|colour| **colour > 0).count();
    let share = 100.0 * painted as f64 / cells.len() as f64;
    sheet.bounded("painted", share, "%", Bound::AtLeast(90.0));
    Ok(())
}

/// An appliance with an empty board, and players without a cooldown.
struct Studio {
    appliance: Appliance,
    tokens: Vec<String>,
    /// The sockets are read as long as it lives.
    _runtime: Runtime,
}

impl Studio {
    fn open(folder: &std::path::Path) -> Result<Self> {
        let appliance = Appliance::start(folder)?;
        let tokens = appliance.seat(PLAYERS)?;
        let runtime = Runtime::new()?;
        for token in &tokens {
            let credential = format!("token={token}");
            let socket = open_socket(&appliance.address, &appliance.code, &credential);
            let mut stream = runtime.block_on(socket)?;
            runtime.spawn(async move {
                let mut buffer = vec![0; 4 * 1024];
                while stream.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
            });
        }
        appliance.paint(&json!({ "width": SIDE, "height": SIDE, "cooldown_ms": 0, "minutes": 0 }))?;
        appliance.until_playing(PLAYERS)?;
        Ok(Self {
            appliance,
            tokens,
            _runtime: runtime,
        })
    }

    /// The host paints the picture.
    fn import(&self, sheet: &mut Sheet, cells: &[u8]) -> Result<()> {
        let png = write_png(cells, SIDE, SIDE, &self.palette()?, 1)?;
        let begun = Instant::now();
        let path = format!("{}?x=0&y=0&width={SIDE}&height={SIDE}", self.appliance.path("import"));
        self.appliance.post(&path, "image/png", &png)?;
        sheet.noted("importing it took", ms(begun.elapsed()), "ms");
        sheet.noted("… and the appliance grew to", self.appliance.memory("VmHWM")?, "MB");
        Ok(())
    }

    fn palette(&self) -> Result<Vec<[u8; 3]>> {
        let board = self.appliance.get("board")?.good()?.json()?;
        let colours = board["board"]["palette"]
            .as_array()
            .context("a board without a palette")?;
        let rgb = |colour: &serde_json::Value| {
            let hex = colour["rgb"]
                .as_str()
                .and_then(|text| u32::from_str_radix(text.trim_start_matches('#'), 16).ok());
            let [_, red, green, blue] = hex.context("a colour that is none")?.to_be_bytes();
            Ok([red, green, blue])
        };
        colours.iter().map(rgb).collect()
    }

    fn tell_first_load(&self, sheet: &mut Sheet) -> Result<()> {
        let (epoch, _) = self.appliance.edition()?;
        let begun = Instant::now();
        let snapshot = self.appliance.get("snapshot")?.good()?;
        let took = ms(begun.elapsed());
        let overview = self.appliance.get("overview")?.good()?;
        sheet.bounded(
            "overview, the first paint",
            overview.size() as f64 / KB,
            "KB",
            Bound::AtMost(25.0),
        );
        let version = u32::from_le_bytes(inflated(&snapshot.body)?[4..8].try_into()?);
        let changes = self
            .appliance
            .get(&format!("changes?epoch={epoch}&since={version}"))?
            .good()?;
        let whole = (snapshot.size() + changes.size()) as f64 / KB;
        sheet.bounded("snapshot and changes, the whole", whole, "KB", Bound::AtMost(260.0));
        sheet.noted("all three together", whole + overview.size() as f64 / KB, "KB");
        sheet.noted("a head among these", snapshot.head.len() as f64, "bytes");
        sheet.noted("a snapshot of a board all new takes", took, "ms");
        Ok(())
    }

    /// A phone was away for a minute: it has a version, and asks for the rest.
    fn tell_reconnect(&self, sheet: &mut Sheet, placements: usize) -> Result<()> {
        let (epoch, version) = self.appliance.edition()?;
        self.place(placements, epoch)?;
        let path = format!("changes?epoch={epoch}&since={version}");
        let changes = self.appliance.get(&path)?.good()?;
        let count = u32::from_le_bytes(inflated(&changes.body)?[12..16].try_into()?);
        let what = format!("reconnect after {placements} placements ({count} cells)");
        // Four bytes a cell, and a head.
        let raw = (placements * 4 + 1_000) as f64 / KB;
        sheet.bounded(&what, changes.size() as f64 / KB, "KB", Bound::AtMost(raw));
        let etag = changes.header("etag").context("changes without an ETag")?;
        let (_, version) = self.appliance.edition()?;
        let path = format!("changes?epoch={epoch}&since={version}");
        let nothing = self.appliance.get_with(&path, &[("if-none-match", &etag)])?;
        sheet.bounded(
            "… nothing new: status",
            nothing.status.into(),
            "",
            Bound::Between(304.0, 304.0),
        );
        sheet.noted("… nothing new", nothing.size() as f64, "bytes");
        Ok(())
    }

    fn place(&self, placements: usize, epoch: u64) -> Result<()> {
        let mut dice = SplitMix64::new(placements as u64);
        for number in 0..placements {
            let (x, y, color) = (dice.below(SIDE.into()), dice.below(SIDE.into()), dice.below(32));
            let action_id = format!("{placements:x}-{number:x}");
            let body = json!({ "action_id": action_id, "x": x, "y": y, "color": color, "epoch": epoch }).to_string();
            let bearer = format!("Bearer {}", self.tokens[number % PLAYERS]);
            let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
            let address = &self.appliance.address;
            wire::ask(
                address,
                "POST",
                &self.appliance.path("place"),
                &headers,
                body.as_bytes(),
            )?
            .good()?;
        }
        Ok(())
    }
}

fn inflated(gzip: &[u8]) -> Result<Vec<u8>> {
    let mut plain = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(gzip), &mut plain)?;
    Ok(plain)
}
