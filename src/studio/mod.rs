//! `snowparty canvas`: pictures and films of a board, and paint from a picture, over the same addresses that pages use. The party
//! may run beside the TV while this is typed elsewhere.

mod film;

use crate::bots::Site;
use crate::cli::{CanvasArgs, CanvasCommand};
use crate::picture::image;
use anyhow::{Context, Result, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use std::path::Path;

/// A party's canvas, as it is asked for.
struct Easel {
    site: Site,
    code: String,
}

/// Does what the command line says.
pub async fn run(args: CanvasArgs) -> Result<()> {
    let site = Site::parse(&args.url)?;
    let code = match args.code {
        Some(code) => code,
        None => site.open_code().await?,
    };
    let easel = Easel { site, code };
    match args.command {
        CanvasCommand::Export { file, scale, time } => easel.export(&file, scale, time).await,
        CanvasCommand::Film { file, seconds, scale } => film::shoot(&easel, &file, seconds, scale).await,
        CanvasCommand::Import { file, pin, x, y } => easel.import(&file, &pin, (x, y)).await,
    }
}

impl Easel {
    async fn read(&self, rest: &str) -> Result<Vec<u8>> {
        let path = format!("/api/session/{}/canvas/{rest}", self.code);
        self.site.fetch(&path, &mut |_, _| {}).await
    }

    async fn export(&self, file: &Path, scale: Option<u32>, time: Option<u32>) -> Result<()> {
        ensure!(
            file.extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("png")),
            "a picture's file ends in .png"
        );
        let mut query: Vec<String> = scale.iter().map(|scale| format!("scale={scale}")).collect();
        query.extend(
            time.iter()
                .map(|seconds| format!("time={}", u64::from(*seconds) * 1_000)),
        );
        let path = format!("/api/session/{}/canvas/picture.png?{}", self.code, query.join("&"));
        let bar = progress("bytes");
        let picture = self.site.fetch(&path, &mut |done, all| show(&bar, done, all)).await?;
        bar.finish_and_clear();
        keep(file, &picture)
    }

    async fn import(&self, file: &Path, pin: &str, (x, y): (u16, u16)) -> Result<()> {
        let picture = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        self.fits(&picture, (x, y)).await?;
        let host = self.site.post("/api/host", None, &json!({ "pin": pin })).await?;
        let token = host["token"].as_str().context("the host's door stays closed")?;
        let path = format!("/api/session/{}/canvas/import?x={x}&y={y}", self.code);
        let bar = progress("bytes");
        self.site
            .send(&path, token, picture.into(), &mut |done, all| show(&bar, done, all))
            .await?;
        bar.finish_and_clear();
        println!("painted");
        Ok(())
    }

    /// What would be cut off at the board's edge is better said before.
    async fn fits(&self, picture: &[u8], (x, y): (u16, u16)) -> Result<()> {
        let answer: Value = serde_json::from_slice(&self.read("board").await?)?;
        let side = |name: &str| answer["board"][name].as_u64().context("the answer is no board");
        let (width, height) = image::size_of(picture).context("only PNG pictures can be read")?;
        let (wide, high) = (side("width")?, side("height")?);
        let lies = u64::from(x) + u64::from(width) <= wide && u64::from(y) + u64::from(height) <= high;
        ensure!(
            lies,
            "a picture of {width}×{height} at {x}, {y} does not lie on the board, which is {wide}×{high}"
        );
        Ok(())
    }
}

/// Writes a file beside its place and moves it there: a cut-off picture is worse than none.
fn keep(file: &Path, bytes: &[u8]) -> Result<()> {
    ensure!(!bytes.is_empty(), "the answer was empty");
    let beside = file.with_extension("part");
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, file));
    written.with_context(|| format!("{} cannot be written", file.display()))?;
    println!("{}", file.display());
    Ok(())
}

/// A bar on stderr; none where nobody looks.
fn progress(unit: &str) -> ProgressBar {
    let form = format!("{{wide_bar}} {{pos}}/{{len}} {unit} {{eta}}");
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template(&form).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

fn show(bar: &ProgressBar, done: u64, all: u64) {
    bar.set_length(all.max(done));
    bar.set_position(done);
}
