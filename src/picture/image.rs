//! The board as a PNG, and a PNG as cells of the board: a template, an import. What comes in is a stranger's file: its size is
//! judged from its header, before anything is unpacked. It knows a palette, not who paints.

use png::{BitDepth, ColorType, Decoder, Encoder, Filter, Limits, Transformations};
use std::io::{self, Cursor, Write};
use thiserror::Error;

/// A side of a picture that is read has at most so many pixels; so it has at most 16,777,216 of them.
pub const LARGEST_READ: u32 = 4_096;
/// A side of a picture that is written has at most so many pixels.
pub const LARGEST_WRITTEN: u32 = 16_384;
/// From this scale on repeated rows pack better as differences from the row above, measured on a full board.
const UP_FROM: u32 = 6;
/// What the decoder may hold besides the picture: a row, and a chunk of something else.
const DECODER_BYTES: usize = 16 << 20;
/// A picture's mean opacity, of 255, from which a cell is asked for.
const OPAQUE: u8 = 128;
/// From cold to hot: the colours of heat 0, 51, 102, 153, 204 and 255.
const HEAT: [[u8; 3]; 6] = [
    [0x07, 0x0a, 0x14],
    [0x1b, 0x2a, 0x8c],
    [0x9a, 0x3c, 0xc0],
    [0xff, 0x5f, 0x56],
    [0xff, 0xb7, 0x2b],
    [0xff, 0xf3, 0xc4],
];

/// Why a picture was not written or read.
#[derive(Debug, Error)]
pub enum PictureError {
    /// More pixels than allowed, in this direction or that.
    #[error("the picture would have {width} × {height} pixels, {most} a side are allowed")]
    TooLarge {
        /// Pixels in a row.
        width: u64,
        /// Rows.
        height: u64,
        /// Allowed for either.
        most: u32,
    },
    /// It has no pixels.
    #[error("the picture has no pixels")]
    Empty,
    /// Not a PNG, or one that is cut short or damaged.
    #[error("this is no whole PNG picture: {0}")]
    Broken(#[from] png::DecodingError),
    /// No colour, more than 256, or fewer than the cells name.
    #[error("the palette does not fit the board")]
    Palette,
    /// Not one byte for each cell.
    #[error("the cells do not fill the board")]
    Cells,
    /// The PNG was not made.
    #[error("the picture could not be packed: {0}")]
    Unpacked(#[from] png::EncodingError),
}

/// What a picture asks of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ghost {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// A colour of the palette for each cell, row by row; `None` where the picture is transparent.
    pub cells: Vec<Option<u8>>,
}

/// The `width` × `height` cells as an indexed PNG, each a square of `scale` pixels. Refuses sides over 16,384 pixels, a palette
/// without all the colours, and cells that do not fill the board.
pub fn write_png(
    cells: &[u8],
    width: u16,
    height: u16,
    palette: &[[u8; 3]],
    scale: u32,
) -> Result<Vec<u8>, PictureError> {
    let (wide, high) = scaled(width, height, scale)?;
    check_cells(cells, width, height, palette)?;
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, wide, high);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_filter(if scale < UP_FROM { Filter::NoFilter } else { Filter::Up });
    let mut writer = encoder.write_header()?;
    let mut pixels = writer.stream_writer()?;
    for row in cells.chunks_exact(width.into()) {
        write_rows(row, scale as usize, &mut pixels).map_err(png::EncodingError::from)?;
    }
    pixels.finish()?;
    writer.finish()?;
    Ok(out)
}

/// A row of cells as `scale` rows of pixels.
fn write_rows(cells: &[u8], scale: usize, out: &mut impl Write) -> io::Result<()> {
    let row: Vec<u8> = cells
        .iter()
        .flat_map(|&cell| std::iter::repeat_n(cell, scale))
        .collect();
    (0..scale).try_for_each(|_| out.write_all(&row))
}

/// Pixels side by side and one under the other.
fn scaled(width: u16, height: u16, scale: u32) -> Result<(u32, u32), PictureError> {
    let side = |cells: u16| u64::from(cells) * u64::from(scale);
    within(side(width), side(height), LARGEST_WRITTEN)
}

fn within(width: u64, height: u64, most: u32) -> Result<(u32, u32), PictureError> {
    match (u32::try_from(width), u32::try_from(height)) {
        (Ok(0), _) | (_, Ok(0)) => Err(PictureError::Empty),
        (Ok(wide), Ok(high)) if wide <= most && high <= most => Ok((wide, high)),
        _ => Err(PictureError::TooLarge { width, height, most }),
    }
}

fn check_cells(cells: &[u8], width: u16, height: u16, palette: &[[u8; 3]]) -> Result<(), PictureError> {
    check_palette(palette)?;
    if cells.len() != usize::from(width) * usize::from(height) {
        return Err(PictureError::Cells);
    }
    let known = cells.iter().all(|&cell| usize::from(cell) < palette.len());
    known.then_some(()).ok_or(PictureError::Palette)
}

fn check_palette(palette: &[[u8; 3]]) -> Result<(), PictureError> {
    (1..=256)
        .contains(&palette.len())
        .then_some(())
        .ok_or(PictureError::Palette)
}

/// A picture's own palette is of whole colours, 256 at most. The decoder only believes it, and panics where it is not so.
fn check_own_palette(palette: &[u8]) -> Result<(), PictureError> {
    if palette.len().is_multiple_of(3) && palette.len() <= 3 * 256 {
        return Ok(());
    }
    let cut = io::Error::new(io::ErrorKind::InvalidData, "its palette is damaged");
    Err(PictureError::Broken(cut.into()))
}

/// How often each cell was painted, as the most of all `counts` and a heat for each: 0 only for a count of 0, else 1 to 255 as
/// its logarithm grows.
pub fn heat(counts: &[u32]) -> (u32, Vec<u8>) {
    let most = counts.iter().copied().max().unwrap_or(0);
    let full = f64::from(most).ln_1p();
    let warmth = |&count: &u32| match count {
        0 => 0,
        _ => (f64::from(count).ln_1p() / full * 255.0).round().max(1.0) as u8,
    };
    (most, counts.iter().map(warmth).collect())
}

/// The heat of `width` × `height` counts as a PNG, each a square of `scale` pixels; it refuses what `write_png` refuses.
pub fn heat_png(counts: &[u32], width: u16, height: u16, scale: u32) -> Result<Vec<u8>, PictureError> {
    let colours: Vec<[u8; 3]> = (0..=255).map(heat_colour).collect();
    write_png(&heat(counts).1, width, height, &colours, scale)
}

/// Between two of the colours of heat, 51 apart.
fn heat_colour(heat: u8) -> [u8; 3] {
    let (below, part) = (usize::from(heat / 51), u16::from(heat % 51));
    let (cold, hot) = (HEAT[below], HEAT[(below + 1).min(HEAT.len() - 1)]);
    let mix = |channel: usize| (u16::from(cold[channel]) * (51 - part) + u16::from(hot[channel]) * part) / 51;
    [0, 1, 2].map(|channel| mix(channel) as u8)
}

/// Reads a PNG of any colour type as cells of `palette`, each the nearest colour, or `None` where it is rather transparent than
/// not. A picture larger than `fit` (columns, rows) is scaled down into it, keeping its shape. Refuses sides over 4,096 pixels,
/// and files that are broken or cut short.
pub fn read_png(bytes: &[u8], palette: &[[u8; 3]], fit: Option<(u16, u16)>) -> Result<Ghost, PictureError> {
    check_palette(palette)?;
    let raster = Raster::decode(bytes)?;
    let (width, height) = raster.fitted(fit);
    let mut nearest = Nearest::new(palette);
    let cells = match (width, height) == (raster.width, raster.height) {
        true => (0..width * height)
            .map(|index| nearest.cell(raster.pixel(index)))
            .collect(),
        false => raster.shrunk(width, height).map(|pixel| nearest.cell(pixel)).collect(),
    };
    Ok(Ghost {
        width: width as u16,
        height: height as u16,
        cells,
    })
}

/// The sides of a PNG, as its header says; `None` if it is none.
pub fn size_of(bytes: &[u8]) -> Option<(u32, u32)> {
    let reader = Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    Some(reader.info().size())
}

/// A picture unpacked; its sides are 1 to 4,096 pixels.
struct Raster {
    width: usize,
    height: usize,
    /// Samples of a pixel: grey, grey and alpha, RGB, or RGBA.
    channels: usize,
    /// Row by row, 8 bits each.
    samples: Vec<u8>,
}

impl Raster {
    fn decode(bytes: &[u8]) -> Result<Self, PictureError> {
        let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: DECODER_BYTES });
        decoder.set_transformations(Transformations::normalize_to_color8());
        decoder.set_ignore_text_chunk(true);
        decoder.set_ignore_iccp_chunk(true);
        let header = decoder.read_header_info()?;
        within(header.width.into(), header.height.into(), LARGEST_READ)?;
        let mut reader = decoder.read_info()?;
        check_own_palette(reader.info().palette.as_deref().unwrap_or_default())?;
        let size = reader.output_buffer_size().ok_or(png::DecodingError::LimitsExceeded)?;
        let mut samples = vec![0; size];
        let frame = reader.next_frame(&mut samples)?;
        reader.finish()?;
        Ok(Self {
            width: frame.width as usize,
            height: frame.height as usize,
            channels: frame.color_type.samples(),
            samples,
        })
    }

    /// Red, green, blue and alpha.
    fn pixel(&self, index: usize) -> [u8; 4] {
        match self.samples[index * self.channels..][..self.channels] {
            [grey] => [grey, grey, grey, 255],
            [grey, alpha] => [grey, grey, grey, alpha],
            [red, green, blue] => [red, green, blue, 255],
            [red, green, blue, alpha] => [red, green, blue, alpha],
            _ => [0; 4],
        }
    }

    /// The largest size of the same shape within `fit`, never larger than the picture and never empty.
    fn fitted(&self, fit: Option<(u16, u16)>) -> (usize, usize) {
        let Some((wide, high)) = fit.map(|(wide, high)| (usize::from(wide).max(1), usize::from(high).max(1))) else {
            return (self.width, self.height);
        };
        let share = |side: usize, part: usize, whole: usize| ((2 * side * part + whole) / (2 * whole)).max(1);
        match (
            self.width <= wide && self.height <= high,
            wide * self.height <= high * self.width,
        ) {
            (true, _) => (self.width, self.height),
            (_, true) => (wide, share(self.height, wide, self.width)),
            (_, false) => (share(self.width, high, self.height), high),
        }
    }

    /// The picture at a size not above its own, row by row: each pixel is the mean of the area that it covers.
    fn shrunk(&self, width: usize, height: usize) -> impl Iterator<Item = [u8; 4]> {
        let light = linear_light();
        let columns: Vec<_> = (0..width).map(|x| covered(x, self.width, width)).collect();
        (0..height).flat_map(move |y| {
            let rows = covered(y, self.height, height);
            let mean = |columns: &Vec<(usize, usize)>| self.mean(columns, &rows, &light);
            columns.iter().map(mean).collect::<Vec<_>>()
        })
    }

    /// The mean of pixels by their weights, mixed as light mixes, the transparent ones counting less.
    fn mean(&self, columns: &[(usize, usize)], rows: &[(usize, usize)], light: &[f64; 256]) -> [u8; 4] {
        let mut sum = [0.0; 4];
        let mut area = 0;
        for &(y, high) in rows {
            for &(x, wide) in columns {
                let [red, green, blue, alpha] = self.pixel(y * self.width + x);
                let opacity = (high * wide * usize::from(alpha)) as f64;
                let parts = [
                    light[usize::from(red)],
                    light[usize::from(green)],
                    light[usize::from(blue)],
                    1.0,
                ];
                sum.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part * opacity);
                area += high * wide;
            }
        }
        let [red, green, blue, opacity] = sum;
        let [red, green, blue] = [red, green, blue].map(|part| encoded(part / opacity.max(1.0)));
        [red, green, blue, (opacity / area.max(1) as f64).round() as u8]
    }
}

/// Which of `from` pixels lie under pixel `index` of `to`, and how much of each, in parts of `to` to the whole.
fn covered(index: usize, from: usize, to: usize) -> Vec<(usize, usize)> {
    let (start, end) = (index * from, (index + 1) * from);
    let weight = |pixel: usize| (end.min((pixel + 1) * to) - start.max(pixel * to), pixel);
    let pixels = start / to..end.div_ceil(to);
    pixels.map(weight).map(|(weight, pixel)| (pixel, weight)).collect()
}

/// The light, 0 to 1, of each sRGB value (IEC 61966-2-1).
fn linear_light() -> [f64; 256] {
    std::array::from_fn(|value| match value as f64 / 255.0 {
        dark if dark <= 0.040_45 => dark / 12.92,
        bright => ((bright + 0.055) / 1.055).powf(2.4),
    })
}

/// The sRGB value of a light from 0 to 1.
fn encoded(light: f64) -> u8 {
    let value = match light {
        dark if dark <= 0.003_130_8 => dark * 12.92,
        bright => 1.055 * bright.powf(1.0 / 2.4) - 0.055,
    };
    (value * 255.0).round() as u8
}

/// How many answers are remembered.
const REMEMBERED: usize = 1 << 14;

/// Finds the nearest colour of a palette.
struct Nearest {
    light: [f64; 256],
    /// The colours in OKLab and their indices in the palette, the darkest first.
    palette: Vec<([f32; 3], u8)>,
    /// The last answer of every colour that falls here: the colour, and its index in the palette.
    known: Vec<Option<([u8; 3], u8)>>,
}

impl Nearest {
    /// For a palette of 1 to 256 colours.
    fn new(palette: &[[u8; 3]]) -> Self {
        let light = linear_light();
        let colours = (0..=255).zip(palette);
        let mut palette: Vec<_> = colours.map(|(index, &rgb)| (oklab(rgb, &light), index)).collect();
        palette.sort_by(|one, other| one.0[0].total_cmp(&other.0[0]));
        Self {
            palette,
            light,
            known: vec![None; REMEMBERED],
        }
    }

    fn cell(&mut self, [red, green, blue, alpha]: [u8; 4]) -> Option<u8> {
        (alpha >= OPAQUE).then(|| self.colour([red, green, blue]))
    }

    fn colour(&mut self, rgb: [u8; 3]) -> u8 {
        let place = rgb.iter().fold(0, |sum, &part| sum * 37 + usize::from(part)) % REMEMBERED;
        match self.known[place] {
            Some((known, colour)) if known == rgb => colour,
            _ => {
                let colour = self.search(rgb);
                self.known[place] = Some((rgb, colour));
                colour
            }
        }
    }

    /// Of equally near ones the first of the palette.
    fn search(&self, rgb: [u8; 3]) -> u8 {
        let wanted = oklab(rgb, &self.light);
        let (darker, lighter) = self
            .palette
            .split_at(self.palette.partition_point(|(lab, _)| lab[0] < wanted[0]));
        let above = nearer(wanted, (f32::INFINITY, 0), lighter.iter());
        nearer(wanted, above, darker.iter().rev()).1
    }
}

/// The nearer of `best`, a squared distance and its colour, and `colours`, whose lightness goes away from the wanted one.
fn nearer<'a>(wanted: [f32; 3], best: (f32, u8), colours: impl Iterator<Item = &'a ([f32; 3], u8)>) -> (f32, u8) {
    let mut best = best;
    for (lab, index) in colours {
        let [light, green, blue] = [0, 1, 2].map(|axis: usize| (lab[axis] - wanted[axis]).powi(2));
        if light > best.0 {
            break;
        }
        let away = (light + green + blue, *index);
        best = if away < best { away } else { best };
    }
    best
}

/// A colour in OKLab, where equal distances look equal: lightness, green–red, blue–yellow. The formula is Björn Ottosson's
/// (bottosson.github.io/posts/oklab, "A perceptual color space for image processing", 2020).
fn oklab(rgb: [u8; 3], light: &[f64; 256]) -> [f32; 3] {
    let [r, g, b] = rgb.map(|value| light[usize::from(value)]);
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        (0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s) as f32,
        (1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s) as f32,
        (0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s) as f32,
    ]
}

#[cfg(test)]
mod tests {
    use super::super::sample::SplitMix64;
    use super::*;
    use flate2::{Compression as Level, write::ZlibEncoder};
    use proptest::prelude::*;

    const SNOW: [u8; 3] = [0xf8, 0xfb, 0xff];
    const PINE: [u8; 3] = [0x0d, 0x5c, 0x3a];
    const WOOD: [u8; 3] = [0x9c, 0x6b, 0x3f];
    const RED: [u8; 3] = [0xd9, 0x2b, 0x3a];
    const PALETTE: [[u8; 3]; 4] = [SNOW, PINE, WOOD, RED];
    const GREY: u8 = 0;
    const RGB: u8 = 2;
    const INDEXED: u8 = 3;
    const GREY_ALPHA: u8 = 4;
    const RGBA: u8 = 6;

    /// A PNG of whatever kind, put together by hand.
    struct Made {
        size: (u32, u32),
        depth: u8,
        colour: u8,
        adam7: bool,
        /// The filter byte and samples of each row, as they are deflated.
        rows: Vec<u8>,
    }

    impl Made {
        fn rgba(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Self {
            let row = |y| [vec![0], (0..width).flat_map(|x| pixel(x, y)).collect()].concat();
            Self {
                size: (width, height),
                depth: 8,
                colour: RGBA,
                adam7: false,
                rows: (0..height).flat_map(row).collect(),
            }
        }

        /// One row of one pixel.
        fn pixel(colour: u8, depth: u8, samples: &[u8]) -> Vec<u8> {
            let rows = [&[0], samples].concat();
            let made = Self {
                size: (1, 1),
                depth,
                colour,
                adam7: false,
                rows,
            };
            made.file()
        }

        fn file(&self) -> Vec<u8> {
            let (width, height) = (self.size.0.to_be_bytes(), self.size.1.to_be_bytes());
            let kind = [self.depth, self.colour, 0, 0, u8::from(self.adam7)];
            let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
            file.extend(chunk(b"IHDR", &[&width[..], &height, &kind].concat()));
            if self.colour == INDEXED {
                file.extend(chunk(b"PLTE", &PALETTE.concat()));
                file.extend(chunk(b"tRNS", &[255, 255, 0]));
            }
            file.extend(chunk(b"IDAT", &zlib(&self.rows)));
            file.extend(chunk(b"IEND", b""));
            file
        }
    }

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut out = ZlibEncoder::new(Vec::new(), Level::fast());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }

    fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let length = (body.len() as u32).to_be_bytes();
        let named = [kind, body].concat();
        [&length[..], &named, &crc32fast::hash(&named).to_be_bytes()].concat()
    }

    fn read(bytes: &[u8], fit: Option<(u16, u16)>) -> Ghost {
        read_png(bytes, &PALETTE, fit).unwrap()
    }

    fn opaque([red, green, blue]: [u8; 3]) -> [u8; 4] {
        [red, green, blue, 255]
    }

    #[test]
    fn what_is_written_is_read_again() {
        let cells = [0, 1, 2, 3, 3, 2];
        let ghost = read(&write_png(&cells, 3, 2, &PALETTE, 1).unwrap(), None);
        assert_eq!((ghost.width, ghost.height), (3, 2));
        assert_eq!(ghost.cells, cells.map(Some));
    }

    #[test]
    fn a_scaled_picture_fits_back_onto_its_board() {
        let mut dice = SplitMix64::new(4);
        let cells: Vec<u8> = (0..30 * 20).map(|_| dice.below(4) as u8).collect();
        for scale in [2, 5, 6, 16] {
            let png = write_png(&cells, 30, 20, &PALETTE, scale).unwrap();
            assert_eq!(read(&png, None).cells.len(), 600 * (scale * scale) as usize);
            let ghost = read(&png, Some((30, 20)));
            assert!(
                ghost.cells.iter().copied().eq(cells.iter().copied().map(Some)),
                "scale {scale}"
            );
        }
    }

    #[test]
    fn what_cannot_be_written_is_refused() {
        let refusal =
            |cells: &[u8], width, palette: &[[u8; 3]], scale| write_png(cells, width, 1, palette, scale).unwrap_err();
        assert!(matches!(
            refusal(&[0; 4], 4, &PALETTE, 4097),
            PictureError::TooLarge { width: 16_388, .. }
        ));
        assert!(matches!(
            refusal(&[0; 4], 4, &PALETTE, u32::MAX),
            PictureError::TooLarge { .. }
        ));
        assert!(matches!(refusal(&[0; 4], 4, &PALETTE, 0), PictureError::Empty));
        assert!(matches!(refusal(&[], 0, &PALETTE, 1), PictureError::Empty));
        assert!(matches!(refusal(&[0; 5], 4, &PALETTE, 1), PictureError::Cells));
        assert!(matches!(refusal(&[4; 4], 4, &PALETTE, 1), PictureError::Palette));
        assert!(matches!(refusal(&[0; 4], 4, &[], 1), PictureError::Palette));
        assert!(write_png(&[0; 4], 4, 1, &PALETTE, 4096).is_ok());
    }

    #[test]
    fn every_colour_type_is_read() {
        let cell = |file: &[u8]| read(file, None).cells[0];
        assert_eq!(cell(&Made::pixel(GREY, 1, &[0b1000_0000])), Some(0));
        assert_eq!(cell(&Made::pixel(GREY, 16, &[0xf8, 0xff])), Some(0));
        assert_eq!(cell(&Made::pixel(GREY_ALPHA, 8, &[255, 127])), None);
        assert_eq!(cell(&Made::pixel(GREY_ALPHA, 16, &[255, 0, 128, 0])), Some(0));
        assert_eq!(cell(&Made::pixel(RGB, 8, &RED)), Some(3));
        assert_eq!(cell(&Made::pixel(RGB, 16, &[0x9c, 0, 0x6b, 0, 0x3f, 0])), Some(2));
        assert_eq!(cell(&Made::pixel(INDEXED, 8, &[1])), Some(1));
        assert_eq!(cell(&Made::pixel(INDEXED, 2, &[0b1000_0000])), None);
        assert_eq!(cell(&Made::pixel(INDEXED, 4, &[0b0011_0000])), Some(3));
        assert_eq!(cell(&Made::pixel(RGBA, 8, &opaque(PINE))), Some(1));
        assert_eq!(cell(&Made::pixel(RGBA, 16, &[0; 8])), None);
    }

    #[test]
    fn interlaced_pictures_are_read() {
        // The seven passes of 3 × 3 pixels: (0,0); none; none; (2,0); (0,2) (2,2); (1,0); (1,2) then row 1.
        let order = [vec![0], vec![2], vec![6, 8], vec![1], vec![7], vec![3, 4, 5]];
        let colours = [0, 1, 2, 3, 0, 1, 2, 3, 0].map(|index: usize| PALETTE[index]);
        let pass = |cells: &Vec<usize>| [vec![0], cells.iter().flat_map(|&cell| colours[cell]).collect()].concat();
        let rows = [&order[0], &order[1], &order[2], &order[3], &order[4], &order[5]]
            .map(pass)
            .concat();
        let made = Made {
            size: (3, 3),
            depth: 8,
            colour: RGB,
            adam7: true,
            rows,
        };
        assert_eq!(read(&made.file(), None).cells, [0, 1, 2, 3, 0, 1, 2, 3, 0].map(Some));
    }

    #[test]
    fn a_picture_is_scaled_down_into_its_place_only() {
        let red = Made::rgba(40, 30, |_, _| opaque(RED)).file();
        let size = |fit| {
            let ghost = read(&red, fit);
            assert!(ghost.cells.iter().all(|&cell| cell == Some(3)));
            (ghost.width, ghost.height)
        };
        assert_eq!(size(None), (40, 30));
        assert_eq!(size(Some((100, 100))), (40, 30));
        assert_eq!(size(Some((20, 100))), (20, 15));
        assert_eq!(size(Some((39, 7))), (9, 7));
        assert_eq!(size(Some((0, 0))), (1, 1));
        assert_eq!(size(Some((4096, 1))), (1, 1));
    }

    #[test]
    fn scaling_mixes_light_and_heeds_transparency() {
        let board = [[0, 0, 0], [255, 255, 255], [188, 188, 188], [128, 128, 128]];
        let checks = Made::rgba(8, 8, |x, y| if (x + y) % 2 == 0 { [0, 0, 0, 255] } else { [255; 4] }).file();
        assert_eq!(read_png(&checks, &board, Some((1, 1))).unwrap().cells, [Some(2)]);
        let half = Made::rgba(4, 1, |x, _| if x < 2 { opaque(RED) } else { [0, 0, 0, 0] }).file();
        assert_eq!(read(&half, Some((1, 1))).cells, [Some(3)]);
        let rather_not = Made::rgba(4, 1, |x, _| if x < 1 { opaque(RED) } else { [0, 0, 0, 80] }).file();
        assert_eq!(read(&rather_not, Some((1, 1))).cells, [None]);
    }

    #[test]
    fn parts_of_pixels_count_by_their_area() {
        assert_eq!(covered(0, 3, 2), [(0, 2), (1, 1)]);
        assert_eq!(covered(1, 3, 2), [(1, 1), (2, 2)]);
        assert_eq!(covered(1, 10, 5), [(2, 5), (3, 5)]);
    }

    #[test]
    fn oklab_is_as_published() {
        let light = linear_light();
        let near = |rgb, lab: [f32; 3]| oklab(rgb, &light).iter().zip(lab).all(|(a, b)| (a - b).abs() < 2e-3);
        assert!(near([255, 255, 255], [1.0, 0.0, 0.0]));
        assert!(near([255, 0, 0], [0.628, 0.225, 0.126]));
        assert!(near([0, 0, 255], [0.452, -0.032, -0.312]));
    }

    #[test]
    fn huge_pictures_are_refused_by_their_header() {
        for (width, height) in [(4097, 1), (1, 4097), (u32::MAX >> 1, u32::MAX >> 1), (100_000, 100_000)] {
            let head = Made {
                rows: Vec::new(),
                size: (width, height),
                ..Made::rgba(0, 0, |_, _| [0; 4])
            };
            let refusal = read_png(&head.file()[..33], &PALETTE, None).unwrap_err();
            assert!(
                matches!(refusal, PictureError::TooLarge { most: 4096, .. }),
                "{refusal}"
            );
        }
    }

    #[test]
    fn bombs_do_not_go_off() {
        let mut image = Made::rgba(8, 8, |_, _| opaque(RED));
        image.rows.resize(64 << 20, 0);
        let started = image.file();
        assert!(started.len() < 1 << 20);
        read_png(&started, &PALETTE, None).ok();
        let text = [b"a\0\0".as_slice(), &zlib(&vec![b'a'; 64 << 20])].concat();
        let mut noted = Made::rgba(8, 8, |_, _| opaque(RED)).file();
        for kind in [b"zTXt", b"iCCP"] {
            noted.splice(33..33, chunk(kind, &text));
        }
        assert_eq!(read(&noted, None).cells, [Some(3); 64]);
    }

    #[test]
    fn broken_pictures_are_refused() {
        let whole = Made::rgba(20, 20, |x, y| [x as u8 * 9, y as u8 * 7, 3, 255]).file();
        for end in 0..whole.len() {
            let refusal = read_png(&whole[..end], &PALETTE, None).unwrap_err();
            assert!(matches!(refusal, PictureError::Broken(_)), "{end}: {refusal}");
        }
        assert!(read_png(b"GIF89a", &PALETTE, None).is_err());
        assert!(matches!(read_png(&whole, &[], None), Err(PictureError::Palette)));
    }

    #[test]
    fn a_damaged_palette_is_refused() {
        let indexed = Made {
            size: (2, 1),
            depth: 8,
            colour: INDEXED,
            adam7: false,
            rows: vec![0, 0, 1],
        };
        let whole = indexed.file();
        let its_own = 33..33 + chunk(b"PLTE", &PALETTE.concat()).len();
        for (length, taken) in [
            (9, true),
            (768, true),
            (1, false),
            (2, false),
            (10, false),
            (771, false),
        ] {
            let mut file = whole.clone();
            file.splice(its_own.clone(), chunk(b"PLTE", &vec![7; length]));
            let read = read_png(&file, &PALETTE, None);
            assert!(matches!(read, Ok(_) | Err(PictureError::Broken(_))), "{length}");
            assert_eq!(read.is_ok(), taken, "{length}");
        }
    }

    #[test]
    fn heat_is_0_only_for_what_nobody_touched() {
        assert_eq!(heat(&[]), (0, vec![]));
        assert_eq!(heat(&[0, 0]), (0, vec![0, 0]));
        assert_eq!(heat(&[0, 1]), (1, vec![0, 255]));
        assert_eq!(heat(&[0, 1, 9, 99]), (99, vec![0, 38, 128, 255]));
        assert_eq!(heat(&[u32::MAX, 1]), (u32::MAX, vec![255, 8]));
        assert!(heat_png(&[0, 1, 9, 99], 2, 2, 3).unwrap().len() > 700);
        assert_eq!((heat_colour(0), heat_colour(255)), (HEAT[0], HEAT[5]));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn a_strangers_bytes_never_panic(place: prop::sample::Index, with: u8, cut: prop::sample::Index) {
            let mut file = Made::rgba(9, 9, |x, y| [x as u8, y as u8, 0, 200]).file();
            *place.get_mut(&mut file) = with;
            file.truncate(cut.index(file.len() + 1).max(20));
            read_png(&file, &PALETTE, Some((4, 4))).ok();
        }

        #[test]
        fn nor_do_odd_headers(
            size in (0u32..70, 0u32..70), depth in 0u32..5, colour in 0u8..8, adam7: bool, seed: u64, length in 0usize..5_000,
        ) {
            let mut dice = SplitMix64::new(seed);
            let rows = (0..length).map(|_| dice.below(5) as u8).collect();
            let made = Made { size, depth: 1 << depth, colour, adam7, rows };
            if let Ok(ghost) = read_png(&made.file(), &PALETTE, Some((40, 40))) {
                prop_assert_eq!(ghost.cells.len(), usize::from(ghost.width) * usize::from(ghost.height));
            }
        }

        #[test]
        fn the_nearest_is_the_nearest(rgb: [u8; 3], seed: u64) {
            let mut dice = SplitMix64::new(seed);
            let palette: Vec<[u8; 3]> = (0..40).map(|_| [0; 3].map(|_: u8| dice.below(256) as u8)).collect();
            let mut nearest = Nearest::new(&palette);
            let found = nearest.colour(rgb);
            prop_assert_eq!(nearest.colour(rgb), found);
            let lab = |rgb| oklab(rgb, &linear_light());
            let away = |index: u8| (0..3).map(|axis| (lab(palette[usize::from(index)])[axis] - lab(rgb)[axis]).powi(2)).sum::<f32>();
            prop_assert!((0..40).all(|other| away(found) <= away(other)));
        }

        #[test]
        fn heat_grows_with_the_count(counts in prop::collection::vec(0u32..100_000, 1..50)) {
            let (most, heats) = heat(&counts);
            prop_assert_eq!(most, *counts.iter().max().unwrap());
            for (one, other) in (0..counts.len()).flat_map(|i| (0..counts.len()).map(move |j| (i, j))) {
                prop_assert!(counts[one] > counts[other] || heats[one] <= heats[other]);
                prop_assert_eq!(counts[one] == 0, heats[one] == 0);
            }
        }

        #[test]
        fn a_fit_is_kept((width, height) in (1u32..60, 1u32..60), (wide, high) in (1u16..70, 1u16..70)) {
            let ghost = read(&Made::rgba(width, height, |_, _| opaque(RED)).file(), Some((wide, high)));
            prop_assert!(ghost.width <= wide && ghost.height <= high);
            prop_assert!(u32::from(ghost.width) <= width && u32::from(ghost.height) <= height);
            prop_assert_eq!(ghost.cells, vec![Some(3); usize::from(ghost.width) * usize::from(ghost.height)]);
        }
    }
}
