//! The film of a board: what was painted, cut into frames, as a GIF or as raw pictures for an encoder. It takes placements and
//! writes bytes; where they come from and go to is the caller's.

use gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};
use std::io::{self, Write};
use thiserror::Error;

/// A side of a film has at most so many pixels.
pub const LARGEST_SIDE: u32 = 4_096;
/// How long the last frame stands, hundredths of a second.
const HOLD_CS: u16 = 300;
/// The shortest delay that browsers keep, hundredths of a second.
const SHORTEST_CS: u16 = 2;
/// A stretch without placements takes at most so many frames.
const QUIET_FRAMES: u64 = 3;
/// So often at most is the measure of a quiet stretch refined; each round takes one pass.
const ROUNDS: usize = 32;

/// A cell (`y * width + x`) and its new colour.
pub type Stroke = (u32, u8);

/// Why a film was not written.
#[derive(Debug, Error)]
pub enum FilmError {
    /// It could not be written out.
    #[error("the film could not be written: {0}")]
    Write(#[from] io::Error),
    /// More pixels than allowed, or none.
    #[error("the film would have {width} × {height} pixels, 1 to {LARGEST_SIDE} a side are allowed")]
    Size {
        /// Pixels in a row.
        width: u64,
        /// Rows.
        height: u64,
    },
    /// No colour, or more than 256.
    #[error("a film has 1 to 256 colours")]
    Palette,
    /// The board that it begins with has another size.
    #[error("the cells do not fill the board")]
    Cells,
    /// A cell outside the board or a colour outside the palette.
    #[error("cell {0} of colour {1} is not on the board")]
    Stroke(u32, u8),
}

impl From<EncodingError> for FilmError {
    fn from(error: EncodingError) -> Self {
        match error {
            EncodingError::Io(error) => Self::Write(error),
            other => Self::Write(io::Error::other(other)),
        }
    }
}

/// Placements cut into frames. Twelve bytes for each placement.
#[derive(Clone, Debug)]
pub struct Film {
    /// How many frames there are, some of them perhaps empty.
    pub frames: usize,
    /// The time that they show, ms; quiet stretches are counted as short as they are shown.
    pub length_ms: u64,
    shots: Vec<Shot>,
}

/// A placement in a film, and the frame that shows it.
#[derive(Clone, Copy, Debug)]
struct Shot {
    frame: u32,
    stroke: Stroke,
}

/// A placement, and how many ms after the one before it was made.
type Timed = (u32, Stroke);

impl Film {
    /// Cuts the placements `(ms, cell, colour)` from `from_ms` to `to_ms`, both included, into at least one and otherwise
    /// exactly `frames` frames of equal time, where no stretch without placements is longer than three frames.
    /// They come in the order of time; one that is late counts as made with the one before it.
    pub fn cut(placements: impl IntoIterator<Item = (i64, u32, u8)>, from_ms: i64, to_ms: i64, frames: usize) -> Self {
        let mut last = from_ms;
        let within = placements.into_iter().filter(|(ms, ..)| (from_ms..=to_ms).contains(ms));
        let timed = within.map(|(ms, cell, colour)| {
            let since = gap(last, ms);
            last = last.max(ms);
            (since, (cell, colour))
        });
        let timed = timed.collect();
        Self::of(timed, gap(last, to_ms), frames.clamp(1, u32::MAX as usize))
    }

    /// Deals the placements to frames; `rest` ms follow the last of them.
    fn of(timed: Vec<Timed>, rest: u32, frames: usize) -> Self {
        let quiet = longest_quiet(&timed, rest, frames as u64);
        let length_ms = shown(&timed, rest, quiet);
        let mut clock = 0;
        let shots = timed.into_iter().map(|(since, stroke)| {
            clock += u64::from(since).min(quiet);
            let frame = u128::from(clock) * frames as u128 / u128::from(length_ms.max(1));
            let frame = frame.min(frames as u128 - 1) as u32;
            Shot { frame, stroke }
        });
        Self {
            frames,
            length_ms,
            shots: shots.collect(),
        }
    }

    /// The strokes of each frame, in order.
    pub fn frames(&self) -> impl Iterator<Item = Vec<Stroke>> {
        let mut rest = self.shots.as_slice();
        (0..self.frames).map(move |frame| {
            let (now, later) = rest.split_at(rest.partition_point(|shot| shot.frame as usize <= frame));
            rest = later;
            now.iter().map(|shot| shot.stroke).collect()
        })
    }
}

/// From one time to another, ms; at least 0 and at most 49 days.
fn gap(from_ms: i64, to_ms: i64) -> u32 {
    let ms = to_ms.saturating_sub(from_ms).max(0);
    u32::try_from(ms).unwrap_or(u32::MAX)
}

/// How much time is shown if no gap is longer than `quiet` ms.
fn shown(timed: &[Timed], rest: u32, quiet: u64) -> u64 {
    let gaps = timed.iter().map(|&(since, _)| since).chain([rest]);
    gaps.map(|gap| u64::from(gap).min(quiet)).sum()
}

/// The longest gap, ms, that takes no more than its frames; the less is shown the shorter a frame is, hence the rounds.
fn longest_quiet(timed: &[Timed], rest: u32, frames: u64) -> u64 {
    let mut quiet = u64::MAX;
    for _ in 0..ROUNDS {
        let shorter = (shown(timed, rest, quiet).saturating_mul(QUIET_FRAMES) / frames).max(1);
        if shorter >= quiet {
            break;
        }
        quiet = shorter;
    }
    quiet
}

/// What a film is shown on: the board that it begins with, and how large.
#[derive(Clone, Copy, Debug)]
pub struct Screen<'a> {
    /// Columns of the board.
    pub width: u16,
    /// Rows of the board.
    pub height: u16,
    /// Red, green and blue of each colour, at most 256.
    pub palette: &'a [[u8; 3]],
    /// A cell is a square of so many pixels.
    pub scale: u32,
    /// The board before the first frame, row by row.
    pub start: &'a [u8],
}

impl Screen<'_> {
    /// Writes a GIF that repeats for ever: the board as it begins, then `frames`, each for `delay_cs` hundredths of a second
    /// and holding only what changed; the last picture stands for 3 s. `progress` hears how many frames are done.
    pub fn write_gif(
        &self,
        out: impl Write,
        frames: impl IntoIterator<Item = Vec<Stroke>>,
        delay_cs: u16,
        progress: &mut dyn FnMut(usize),
    ) -> Result<(), FilmError> {
        let mut reel = Reel::new(self, out, delay_cs.max(SHORTEST_CS))?;
        for (done, strokes) in frames.into_iter().enumerate() {
            reel.show(&strokes)?;
            progress(done + 1);
        }
        reel.finish()
    }

    /// Writes pictures for a video encoder, rgb24 of `video_size`: the board as it begins, then one for each of `frames`, the
    /// last of them `hold` times more. `progress` hears how many frames are done.
    pub fn write_rgb(
        &self,
        mut out: impl Write,
        frames: impl IntoIterator<Item = Vec<Stroke>>,
        hold: usize,
        progress: &mut dyn FnMut(usize),
    ) -> Result<(), FilmError> {
        let mut still = Still::new(self)?;
        out.write_all(&still.rgb)?;
        for (done, strokes) in frames.into_iter().enumerate() {
            for (cell, colour) in strokes {
                self.check(cell, colour)?;
                still.paint(cell, colour);
            }
            out.write_all(&still.rgb)?;
            progress(done + 1);
        }
        for _ in 0..hold {
            out.write_all(&still.rgb)?;
        }
        Ok(out.flush()?)
    }

    /// Columns and rows of a video's picture: even, as encoders want them; an odd edge is doubled.
    pub fn video_size(&self) -> Result<(u32, u32), FilmError> {
        let (width, height) = self.size()?;
        Ok((width.next_multiple_of(2), height.next_multiple_of(2)))
    }

    /// Columns and rows of pixels; refuses what is too large.
    fn size(&self) -> Result<(u32, u32), FilmError> {
        let side = |cells: u16| u64::from(cells) * u64::from(self.scale);
        let (width, height) = (side(self.width), side(self.height));
        let sides = 1..=u64::from(LARGEST_SIDE);
        match sides.contains(&width) && sides.contains(&height) {
            true => Ok((width as u32, height as u32)),
            false => Err(FilmError::Size { width, height }),
        }
    }

    /// Its pixels' size, if palette and board are as they should be.
    fn checked(&self) -> Result<(u32, u32), FilmError> {
        let size = self.size()?;
        if !(1..=256).contains(&self.palette.len()) {
            return Err(FilmError::Palette);
        }
        if self.start.len() != usize::from(self.width) * usize::from(self.height) {
            return Err(FilmError::Cells);
        }
        let mut cells = (0..).zip(self.start);
        cells.try_for_each(|(cell, &colour)| self.check(cell, colour))?;
        Ok(size)
    }

    fn check(&self, cell: u32, colour: u8) -> Result<(), FilmError> {
        let inside = (cell as usize) < self.start.len() && usize::from(colour) < self.palette.len();
        inside.then_some(()).ok_or(FilmError::Stroke(cell, colour))
    }
}

/// A GIF being written.
struct Reel<'a, W: Write> {
    screen: &'a Screen<'a>,
    encoder: Encoder<W>,
    delay_cs: u16,
    /// The board as the frames so far leave it.
    cells: Vec<u8>,
    /// The last picture: how long it stands is known when the next one comes.
    waiting: Frame<'static>,
}

impl<'a, W: Write> Reel<'a, W> {
    fn new(screen: &'a Screen<'a>, out: W, delay_cs: u16) -> Result<Self, FilmError> {
        let (width, height) = screen.checked()?;
        let mut encoder = Encoder::new(out, width as u16, height as u16, &screen.palette.concat())?;
        encoder.set_repeat(Repeat::Infinite)?;
        let cells = screen.start.to_vec();
        Ok(Self {
            waiting: Area::whole(screen).frame(screen.scale, &cells, delay_cs),
            screen,
            encoder,
            delay_cs,
            cells,
        })
    }

    fn show(&mut self, strokes: &[Stroke]) -> Result<(), FilmError> {
        let changed = self.paint(strokes)?;
        match Area::around(&changed, self.screen.width.into()) {
            None => self.waiting.delay = self.waiting.delay.saturating_add(self.delay_cs),
            Some(area) => {
                let frame = self.frame(area, &changed);
                self.encoder.write_frame(&std::mem::replace(&mut self.waiting, frame))?;
            }
        }
        Ok(())
    }

    /// Lays the strokes onto the board; returns the cells that look different now, in order.
    fn paint(&mut self, strokes: &[Stroke]) -> Result<Vec<u32>, FilmError> {
        let mut before = std::collections::BTreeMap::new();
        for &(cell, colour) in strokes {
            self.screen.check(cell, colour)?;
            let old = std::mem::replace(&mut self.cells[cell as usize], colour);
            before.entry(cell).or_insert(old);
        }
        let differs = |&(&cell, &old): &(&u32, &u8)| self.cells[cell as usize] != old;
        Ok(before.iter().filter(differs).map(|(&cell, _)| cell).collect())
    }

    /// The changed cells alone if the palette leaves an index for "as before", which packs best; else all of the area.
    fn frame(&self, area: Area, changed: &[u32]) -> Frame<'static> {
        let width = usize::from(self.screen.width);
        let (scale, delay_cs) = (self.screen.scale, self.delay_cs);
        let Ok(same) = u8::try_from(self.screen.palette.len()) else {
            return area.frame(scale, &area.cut(&self.cells, width), delay_cs);
        };
        let mut cells = vec![same; area.width() * area.height()];
        for cell in changed.iter().map(|&cell| cell as usize) {
            let place = (cell / width - area.top) * area.width() + cell % width - area.left;
            cells[place] = self.cells[cell];
        }
        Frame {
            transparent: Some(same),
            ..area.frame(scale, &cells, delay_cs)
        }
    }

    fn finish(mut self) -> Result<(), FilmError> {
        self.waiting.delay = self.waiting.delay.max(HOLD_CS);
        self.encoder.write_frame(&self.waiting)?;
        Ok(self.encoder.into_inner()?.flush()?)
    }
}

/// A rectangle of cells, not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    left: usize,
    top: usize,
    /// The first column and row that are no longer in it.
    right: usize,
    bottom: usize,
}

impl Area {
    fn whole(screen: &Screen) -> Self {
        Self {
            left: 0,
            top: 0,
            right: screen.width.into(),
            bottom: screen.height.into(),
        }
    }

    /// The smallest that holds `cells` on a board so wide; `None` if there are none.
    fn around(cells: &[u32], width: usize) -> Option<Self> {
        let columns = || cells.iter().map(|&cell| cell as usize % width);
        let rows = || cells.iter().map(|&cell| cell as usize / width);
        Some(Self {
            left: columns().min()?,
            top: rows().min()?,
            right: columns().max()? + 1,
            bottom: rows().max()? + 1,
        })
    }

    fn width(self) -> usize {
        self.right - self.left
    }

    fn height(self) -> usize {
        self.bottom - self.top
    }

    /// This part of the `cells` of a board so wide.
    fn cut(self, cells: &[u8], width: usize) -> Vec<u8> {
        let rows = cells.chunks_exact(width).skip(self.top).take(self.height());
        rows.flat_map(|row| &row[self.left..self.right]).copied().collect()
    }

    /// The `cells` of this part alone, as a picture.
    fn frame(self, scale: u32, cells: &[u8], delay_cs: u16) -> Frame<'static> {
        let scale = scale as usize;
        let pixels = |cells: usize| (cells * scale) as u16; // at most `LARGEST_SIDE`, as checked
        Frame {
            delay: delay_cs,
            dispose: DisposalMethod::Keep,
            left: pixels(self.left),
            top: pixels(self.top),
            width: pixels(self.width()),
            height: pixels(self.height()),
            buffer: enlarged(cells, self.width(), scale).into(),
            ..Frame::default()
        }
    }
}

/// Rows of `width` cells, each cell as `scale` × `scale` pixels.
fn enlarged(cells: &[u8], width: usize, scale: usize) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(cells.len() * scale * scale);
    for row in cells.chunks_exact(width) {
        let begin = pixels.len();
        pixels.extend(row.iter().flat_map(|&cell| std::iter::repeat_n(cell, scale)));
        let end = pixels.len();
        (1..scale).for_each(|_| pixels.extend_from_within(begin..end));
    }
    pixels
}

/// One picture of a video.
struct Still<'a> {
    screen: &'a Screen<'a>,
    /// Pixels in a row.
    width: usize,
    /// Rows.
    height: usize,
    rgb: Vec<u8>,
}

impl<'a> Still<'a> {
    fn new(screen: &'a Screen<'a>) -> Result<Self, FilmError> {
        screen.checked()?;
        let (width, height) = screen.video_size()?;
        let (width, height) = (width as usize, height as usize);
        let mut still = Self {
            screen,
            width,
            height,
            rgb: vec![0; width * height * 3],
        };
        (0..)
            .zip(screen.start)
            .for_each(|(cell, &colour)| still.paint(cell, colour));
        Ok(still)
    }

    /// Paints a cell that is on the board; those at the right and bottom edges reach to the picture's.
    fn paint(&mut self, cell: u32, colour: u8) {
        let rgb = self.screen.palette[usize::from(colour)];
        let (board_width, board_height) = (usize::from(self.screen.width), usize::from(self.screen.height));
        let (x, y) = (cell as usize % board_width, cell as usize / board_width);
        let (left, right) = self.span(x, board_width, self.width);
        let (top, bottom) = self.span(y, board_height, self.height);
        for row in top..bottom {
            let row = &mut self.rgb[row * self.width * 3..][left * 3..right * 3];
            row.chunks_exact_mut(3).for_each(|pixel| pixel.copy_from_slice(&rgb));
        }
    }

    fn span(&self, at: usize, cells: usize, pixels: usize) -> (usize, usize) {
        let scale = self.screen.scale as usize;
        let end = if at + 1 == cells { pixels } else { (at + 1) * scale };
        (at * scale, end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{SplitMix64, winter_picture};
    use super::*;
    use gif::{ColorOutput, DecodeOptions};
    use proptest::prelude::*;

    const GREYS: [[u8; 3]; 32] = {
        let mut greys = [[0; 3]; 32];
        let mut index = 0;
        while index < 32 {
            greys[index] = [index as u8 * 8; 3];
            index += 1;
        }
        greys
    };

    fn screen(width: u16, height: u16, scale: u32, start: &[u8]) -> Screen<'_> {
        Screen {
            width,
            height,
            palette: &GREYS,
            scale,
            start,
        }
    }

    /// What a viewer of the GIF sees at last, as cells, and how long each picture stands.
    fn watch(gif: &[u8], scale: usize) -> (Vec<u8>, Vec<u16>) {
        let mut options = DecodeOptions::new();
        options.set_color_output(ColorOutput::Indexed);
        options.check_frame_consistency(true);
        let mut decoder = options.read_info(gif).unwrap();
        let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
        let mut shown = vec![255; width * height];
        let mut delays = Vec::new();
        while let Some(frame) = decoder.read_next_frame().unwrap() {
            assert_eq!(frame.dispose, DisposalMethod::Keep);
            delays.push(frame.delay);
            for (index, &pixel) in frame.buffer.iter().enumerate() {
                let (x, y) = (index % usize::from(frame.width), index / usize::from(frame.width));
                if frame.transparent != Some(pixel) {
                    shown[(y + usize::from(frame.top)) * width + x + usize::from(frame.left)] = pixel;
                }
            }
        }
        assert!(
            (0..width * height)
                .all(|at| shown[at] == shown[at / width / scale * scale * width + at % width / scale * scale])
        );
        let corners = shown
            .chunks(width)
            .step_by(scale)
            .flat_map(|row| row.iter().step_by(scale))
            .copied();
        (corners.collect(), delays)
    }

    fn gif_of(screen: &Screen, frames: Vec<Vec<Stroke>>, delay_cs: u16) -> Vec<u8> {
        let mut out = Vec::new();
        screen.write_gif(&mut out, frames, delay_cs, &mut |_| ()).unwrap();
        out
    }

    fn random_frames(dice: &mut SplitMix64, frames: usize, cells: u32, colours: u32) -> Vec<Vec<Stroke>> {
        let mut stroke = || (dice.below(cells), dice.below(colours) as u8);
        (0..frames)
            .map(|frame| (0..frame % 5).map(|_| stroke()).collect())
            .collect()
    }

    fn painted(start: &[u8], frames: &[Vec<Stroke>]) -> Vec<u8> {
        let mut cells = start.to_vec();
        frames
            .iter()
            .flatten()
            .for_each(|&(cell, colour)| cells[cell as usize] = colour);
        cells
    }

    #[test]
    fn the_last_picture_is_the_board_and_stands_for_3_s() {
        let start = winter_picture(37, 21, 2);
        let frames = random_frames(&mut SplitMix64::new(6), 60, 37 * 21, 32);
        for scale in [1, 3] {
            let screen = screen(37, 21, scale, &start);
            let (cells, delays) = watch(&gif_of(&screen, frames.clone(), 4), scale as usize);
            assert_eq!(cells, painted(&start, &frames));
            assert_eq!(delays.last(), Some(&300));
            assert_eq!(delays.iter().map(|&delay| u32::from(delay)).sum::<u32>(), 60 * 4 + 300);
        }
    }

    #[test]
    fn a_full_palette_leaves_no_index_for_what_is_as_before() {
        let palette: Vec<[u8; 3]> = (0..=255).map(|grey| [grey; 3]).collect();
        let start = vec![255; 30];
        let frames = vec![vec![(0, 0), (29, 7)], vec![(12, 255), (13, 254)]];
        let screen = Screen {
            palette: &palette,
            ..screen(6, 5, 2, &start)
        };
        assert_eq!(
            watch(&gif_of(&screen, frames.clone(), 4), 2).0,
            painted(&start, &frames)
        );
    }

    #[test]
    fn frames_hold_only_what_changed() {
        let start = vec![0; 100];
        let frames = vec![
            vec![(12, 1), (34, 2)],
            vec![(12, 1)],
            vec![(55, 3), (55, 0)],
            vec![(99, 4)],
        ];
        let gif = gif_of(&screen(10, 10, 2, &start), frames, 4);
        let mut decoder = DecodeOptions::new().read_info(&gif[..]).unwrap();
        let mut areas = Vec::new();
        while let Some(frame) = decoder.next_frame_info().unwrap() {
            areas.push((frame.left, frame.top, frame.width, frame.height, frame.delay));
        }
        assert_eq!(areas, [(0, 0, 20, 20, 4), (4, 2, 6, 6, 12), (18, 18, 2, 2, 300)]);
    }

    #[test]
    fn a_board_nobody_touched_is_a_film_too() {
        let start = winter_picture(8, 8, 1);
        assert_eq!(
            watch(&gif_of(&screen(8, 8, 1, &start), vec![], 4), 1),
            (start.clone(), vec![300])
        );
        assert_eq!(
            watch(&gif_of(&screen(8, 8, 1, &start), vec![vec![]; 99], 4), 1),
            (start, vec![400])
        );
    }

    #[test]
    fn what_cannot_be_shown_is_refused() {
        let start = [0; 4];
        let refusal = |screen: Screen, stroke| {
            let gif = screen
                .write_gif(&mut Vec::new(), [vec![stroke]], 4, &mut |_| ())
                .unwrap_err();
            let rgb = screen
                .write_rgb(&mut Vec::new(), [vec![stroke]], 0, &mut |_| ())
                .unwrap_err();
            assert_eq!(gif.to_string(), rgb.to_string());
            gif
        };
        let fine = screen(2, 2, 1, &start);
        assert!(matches!(refusal(fine, (4, 0)), FilmError::Stroke(4, 0)));
        assert!(matches!(refusal(fine, (0, 32)), FilmError::Stroke(0, 32)));
        assert!(matches!(
            refusal(screen(2, 2, 2049, &start), (0, 0)),
            FilmError::Size { width: 4098, .. }
        ));
        assert!(matches!(
            refusal(screen(2, 2, 0, &start), (0, 0)),
            FilmError::Size { .. }
        ));
        assert!(matches!(refusal(screen(2, 3, 1, &start), (0, 0)), FilmError::Cells));
        assert!(matches!(
            refusal(screen(2, 2, 1, &[0, 0, 0, 40]), (0, 0)),
            FilmError::Stroke(3, 40)
        ));
        assert!(matches!(
            refusal(Screen { palette: &[], ..fine }, (0, 0)),
            FilmError::Palette
        ));
    }

    #[test]
    fn a_full_disk_is_told() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let start = [0; 4];
        let told =
            |result| matches!(result, Err(FilmError::Write(error)) if error.kind() == io::ErrorKind::StorageFull);
        assert!(told(screen(2, 2, 1, &start).write_gif(Full, [], 4, &mut |_| ())));
        assert!(told(screen(2, 2, 1, &start).write_rgb(Full, [], 4, &mut |_| ())));
    }

    #[test]
    fn raw_pictures_have_even_sides() {
        let start = [0, 1, 2, 3, 4, 5, 6, 7, 8];
        let screen = screen(3, 3, 1, &start);
        assert_eq!(screen.video_size().unwrap(), (4, 4));
        let (mut out, mut heard) = (Vec::new(), Vec::new());
        screen
            .write_rgb(&mut out, [vec![(8, 31)], vec![]], 2, &mut |done| heard.push(done))
            .unwrap();
        assert_eq!((out.len(), heard), (5 * 4 * 4 * 3, vec![1, 2]));
        let red = |picture: usize| {
            out[picture * 48..][..48]
                .chunks(3)
                .map(|pixel| pixel[0] / 8)
                .collect::<Vec<_>>()
        };
        assert_eq!(red(0), [0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 6, 7, 8, 8]);
        assert_eq!(red(1), [0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 31, 31, 6, 7, 31, 31]);
        assert_eq!(red(4), red(1));
    }

    #[test]
    fn a_film_is_cut_evenly() {
        let placements = (0..600).map(|n| (1_000 + n * 100, n as u32, 1));
        let film = Film::cut(placements, 1_000, 61_000, 60);
        assert_eq!((film.frames, film.length_ms), (60, 60_000));
        assert!(film.frames().all(|frame| frame.len() == 10));
    }

    #[test]
    fn quiet_weeks_are_skipped() {
        let week = 7 * 24 * 3_600_000;
        let evening = |day: i64| (0..300).map(move |n| (day * week + n * 1_000, n as u32, 1));
        let film = Film::cut((0..3).flat_map(evening), 0, 3 * week, 300);
        let busy = film.frames().filter(|frame| !frame.is_empty()).count();
        assert!(busy >= 285, "{busy} of 300 frames show something");
        assert!(
            (890_000..990_000).contains(&film.length_ms),
            "{} ms shown",
            film.length_ms
        );
    }

    #[test]
    fn few_placements_are_spread_over_the_film() {
        let film = Film::cut([(5, 1, 1), (6_000, 2, 2), (999_000, 3, 3)], 0, 1_000_000, 100);
        let at: Vec<usize> = film
            .frames()
            .enumerate()
            .filter(|(_, frame)| !frame.is_empty())
            .map(|(at, _)| at)
            .collect();
        assert_eq!(at, [25, 50, 75]);
        assert_eq!(Film::cut([], 0, 1_000, 0).frames().count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_placement_in_time_is_in_one_frame_in_order(
            times in prop::collection::vec(-50_000i64..900_000, 0..200), frames in 1usize..80, quick in 1i64..1000,
        ) {
            let mut times: Vec<i64> = times.into_iter().map(|ms| ms / quick).collect();
            times.sort_unstable();
            let placements: Vec<_> = (0..).zip(&times).map(|(cell, &ms)| (ms, cell, cell as u8)).collect();
            let film = Film::cut(placements.iter().copied(), 0, 500_000, frames);
            prop_assert_eq!(film.frames().count(), frames);
            let strokes: Vec<Stroke> = film.frames().flatten().collect();
            let within = placements.iter().filter(|(ms, ..)| (0..=500_000).contains(ms));
            prop_assert_eq!(strokes, within.map(|&(_, cell, colour)| (cell, colour)).collect::<Vec<_>>());
        }

        #[test]
        fn any_film_ends_with_the_board(width in 1u16..40, height in 1u16..40, scale in 1u32..4, seed: u64, colours in 1u32..=32) {
            let mut dice = SplitMix64::new(seed);
            let count = u32::from(width) * u32::from(height);
            let start: Vec<u8> = (0..count).map(|_| dice.below(colours) as u8).collect();
            let frames = random_frames(&mut dice, 20, count, colours);
            let screen = Screen { palette: &GREYS[..colours as usize], ..screen(width, height, scale, &start) };
            let (cells, _) = watch(&gif_of(&screen, frames.clone(), 4), scale as usize);
            prop_assert_eq!(cells, painted(&start, &frames));
            let mut rgb = Vec::new();
            screen.write_rgb(&mut rgb, frames.clone(), 0, &mut |_| ()).unwrap();
            let (wide, high) = screen.video_size().unwrap();
            prop_assert_eq!(rgb.len(), (wide * high) as usize * 3 * 21);
        }
    }
}
