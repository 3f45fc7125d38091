//! A film of a match, made here from its placements: a GIF by ourselves, an MP4 by ffmpeg where it is installed.

use super::{Easel, progress};
use crate::picture::film::{Film, Screen};
use crate::picture::image::read_png;
use anyhow::{Context, Result, bail, ensure};
use indicatif::ProgressBar;
use serde_json::Value;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const PER_SECOND: u32 = 25;
/// The last picture of a video stands for so many seconds; a GIF does the same by itself.
const HOLD: u32 = 3;
/// Without a wish a film is about so wide, pixels.
const WIDTH: u32 = 1_280;
const HEADER: usize = 20;
const FILM: u8 = 8;

/// A match as the gallery tells it.
struct Reel {
    width: u16,
    height: u16,
    palette: Vec<[u8; 3]>,
    strokes: Vec<(i64, u32, u8)>,
    length_ms: i64,
}

/// Makes the film; the file's ending says which kind.
pub async fn shoot(easel: &Easel, file: &Path, seconds: u32, scale: Option<u32>) -> Result<()> {
    let ending = file
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
        .to_lowercase();
    ensure!(
        ["gif", "mp4"].contains(&ending.as_str()),
        "a film's file ends in .gif or .mp4"
    );
    let board: Value = serde_json::from_slice(&easel.read("board").await?)?;
    let mut reel = Reel::read(&board, &easel.read("film").await?)?;
    reel.end(&easel.read("picture.png?scale=1").await?)?;
    let scale = scale.unwrap_or((WIDTH / u32::from(reel.width.max(reel.height))).max(1));
    let frames = seconds.saturating_sub(HOLD) * PER_SECOND;
    let frames = frames as usize;
    let bar = progress("frames");
    bar.set_length(frames as u64);
    match ending.as_str() {
        "gif" => reel.write_gif(file, frames, scale, &bar)?,
        _ => reel.write_mp4(file, frames, scale, &bar)?,
    }
    bar.finish_and_clear();
    println!("{}", file.display());
    Ok(())
}

impl Reel {
    fn read(board: &Value, film: &[u8]) -> Result<Self> {
        let number = |at: usize| {
            film.get(at..at + 4)
                .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        };
        let short = |at: usize| film.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]));
        let no_film = "the answer is no film";
        ensure!(film.first() == Some(&FILM), no_film);
        let (width, height) = short(8).zip(short(10)).context(no_film)?;
        ensure!(width > 0 && height > 0, no_film);
        let body = film.get(HEADER..).context(no_film)?;
        let strokes = body.chunks_exact(8).map(|eight| {
            let item = u32::from_le_bytes([eight[0], eight[1], eight[2], eight[3]]);
            let at = u32::from_le_bytes([eight[4], eight[5], eight[6], eight[7]]);
            (i64::from(at), item & 0x00ff_ffff, (item >> 24) as u8)
        });
        Ok(Self {
            width,
            height,
            palette: palette(board).context("the board has no palette")?,
            strokes: strokes.collect(),
            length_ms: number(16).context(no_film)?.into(),
        })
    }

    /// The last picture is the board itself: of very many placements the party machine tells an even choice.
    fn end(&mut self, picture: &[u8]) -> Result<()> {
        let board = read_png(picture, &self.palette, None)?.cells;
        let mut cells = self.empty();
        for (_, cell, colour) in &self.strokes {
            if let Some(at) = cells.get_mut(*cell as usize) {
                *at = *colour;
            }
        }
        let missing = (0..)
            .zip(cells.iter().zip(board))
            .filter_map(|(cell, (is, was))| Some((cell, was?)).filter(|(_, was)| was != is));
        let missing: Vec<(u32, u8)> = missing.collect();
        self.strokes
            .extend(missing.into_iter().map(|(cell, colour)| (self.length_ms, cell, colour)));
        Ok(())
    }

    fn cut(&self, frames: usize) -> Film {
        Film::cut(self.strokes.iter().copied(), 0, self.length_ms, frames)
    }

    fn screen<'a>(&'a self, scale: u32, start: &'a [u8]) -> Screen<'a> {
        Screen {
            width: self.width,
            height: self.height,
            palette: &self.palette,
            scale,
            start,
        }
    }

    fn empty(&self) -> Vec<u8> {
        vec![0; usize::from(self.width) * usize::from(self.height)]
    }

    fn write_gif(&self, file: &Path, frames: usize, scale: u32, bar: &ProgressBar) -> Result<()> {
        let out = File::create(file).with_context(|| format!("{} cannot be written", file.display()))?;
        let (empty, film) = (self.empty(), self.cut(frames));
        let delay_cs = (100 / PER_SECOND) as u16;
        let screen = self.screen(scale, &empty);
        screen.write_gif(BufWriter::new(out), film.frames(), delay_cs, &mut |done| {
            bar.set_position(done as u64)
        })?;
        Ok(())
    }

    fn write_mp4(&self, file: &Path, frames: usize, scale: u32, bar: &ProgressBar) -> Result<()> {
        let (empty, film) = (self.empty(), self.cut(frames));
        let screen = self.screen(scale, &empty);
        let mut ffmpeg = encoder(file, screen.video_size()?)?;
        let pipe = ffmpeg.stdin.take().context("ffmpeg takes no pictures")?;
        let hold = (HOLD * PER_SECOND) as usize;
        let written = screen.write_rgb(BufWriter::new(pipe), film.frames(), hold, &mut |done| {
            bar.set_position(done as u64)
        });
        let status = ffmpeg.wait()?;
        if !status.success() {
            bail!("ffmpeg could not write {}", file.display());
        }
        Ok(written?)
    }
}

fn encoder(file: &Path, (width, height): (u32, u32)) -> Result<Child> {
    let size = format!("{width}x{height}");
    let rate = PER_SECOND.to_string();
    let from = [
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", &size, "-r", &rate, "-i", "-",
    ];
    let to = [
        "-c:v",
        "libx264",
        "-pix_fmt",
        "yuv420p",
        "-crf",
        "16",
        "-movflags",
        "+faststart",
    ];
    Command::new("ffmpeg")
        .args(["-v", "error", "-y"])
        .args(from)
        .args(to)
        .arg(file)
        .stdin(Stdio::piped())
        .spawn()
        .context("ffmpeg is not installed: install it for .mp4, or make a .gif")
}

fn palette(board: &Value) -> Option<Vec<[u8; 3]>> {
    let colours = board.pointer("/board/palette")?.as_array()?.iter().map(|colour| {
        let hex = colour["rgb"].as_str()?.strip_prefix('#')?;
        let [_, red, green, blue] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
        Some([red, green, blue])
    });
    colours.collect()
}
