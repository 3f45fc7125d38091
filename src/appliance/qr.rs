//! The join code as a QR picture, once for pages (SVG) and once for the terminal. Knows only the text it is given.
//! Both keep the four modules of white around it that the standard asks for: readers give up without them.

use qrcode::{EcLevel, QrCode, types::QrError};
use std::fmt::Write;
use thiserror::Error;

/// White modules around the code, on each side (ISO/IEC 18004).
const QUIET: usize = 4;

/// Black on white of the fixed colour cube, which no terminal theme changes.
const BLACK_ON_WHITE: &str = "\x1b[38;5;16;48;5;231m";
const RESET: &str = "\x1b[0m";

/// The text does not fit into a QR code.
#[derive(Debug, Error)]
#[error("the address is too long for a QR code ({bytes} bytes): {source}")]
pub struct TooLong {
    bytes: usize,
    source: QrError,
}

/// A QR code of an address.
#[derive(Clone)]
pub struct Qr(QrCode);

impl Qr {
    /// Encodes `text` in the smallest size that can lose 15 % of its area, and with more redundancy where it costs no space.
    pub fn new(text: &str) -> Result<Self, TooLong> {
        let too_long = |source| TooLong {
            bytes: text.len(),
            source,
        };
        let least = QrCode::with_error_correction_level(text, EcLevel::M).map_err(too_long)?;
        let stronger = [EcLevel::H, EcLevel::Q]
            .into_iter()
            .find_map(|level| QrCode::with_version(text, least.version(), level).ok());
        Ok(Self(stronger.unwrap_or(least)))
    }

    /// Modules along one side, the white border included.
    fn side(&self) -> usize {
        self.0.width() + 2 * QUIET
    }

    /// Whether a module is dark. Modules in the border and beyond are not.
    fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = QUIET..QUIET + self.0.width();
        inside.contains(&x) && inside.contains(&y) && self.0[(x - QUIET, y - QUIET)] == qrcode::Color::Dark
    }

    /// An SVG picture, black on white, whose unit is one module; it takes the size of the box it is put in.
    pub fn svg(&self) -> String {
        let side = self.side();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{}\"/></svg>\n",
            self.path()
        )
    }

    /// One rectangle for each run of dark modules in a row.
    fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.side() {
            for (x, length) in self.runs(y) {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
        }
        path
    }

    /// Where the dark runs of a row begin, and how long they are.
    fn runs(&self, y: usize) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for x in (0..self.side()).filter(|&x| self.is_dark(x, y)) {
            match runs.last_mut() {
                Some((start, length)) if *start + *length == x => *length += 1,
                _ => runs.push((x, 1)),
            }
        }
        runs
    }

    /// Lines of half-block characters, two rows of modules in each. With `colour` it is black on white whatever the terminal's
    /// theme; without, dark modules are the printed ones, as on paper.
    pub fn terminal(&self, colour: bool) -> String {
        let (before, after) = if colour { (BLACK_ON_WHITE, RESET) } else { ("", "") };
        (0..self.side())
            .step_by(2)
            .map(|y| format!("{before}{}{after}\n", self.half_blocks(y)))
            .collect()
    }

    fn half_blocks(&self, y: usize) -> String {
        (0..self.side())
            .map(|x| match (self.is_dark(x, y), self.is_dark(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    const JOIN: &str = "http://192.168.178.144:8080/play?session=KWTX";

    /// A square picture of modules, true for dark.
    type Modules = Vec<Vec<bool>>;

    #[test]
    fn the_svg_is_read_by_zbar() {
        read_back(&drawn(&Qr::new(JOIN).unwrap().svg()), JOIN);
    }

    #[test]
    fn the_terminal_s_code_is_read_by_zbar() {
        read_back(&printed(&Qr::new(JOIN).unwrap().terminal(false)), JOIN);
    }

    #[test]
    fn the_svg_is_one_path_with_four_white_modules_around() {
        let svg = Qr::new(JOIN).unwrap().svg();
        assert_eq!(svg.matches("<path").count(), 1);
        let modules = drawn(&svg);
        let side = modules.len();
        let bordered = |x: usize, y: usize| [x, y].iter().any(|&at| at < QUIET || at >= side - QUIET);
        for (y, row) in modules.iter().enumerate() {
            assert!(
                row.iter().enumerate().all(|(x, &dark)| !(dark && bordered(x, y))),
                "row {y}"
            );
        }
        assert!(
            modules[QUIET][QUIET],
            "the finder pattern begins right behind the border"
        );
    }

    #[test]
    fn colours_are_forced_on_every_line_and_taken_back() {
        let text = Qr::new(JOIN).unwrap().terminal(true);
        assert!(
            text.lines()
                .all(|line| line.starts_with(BLACK_ON_WHITE) && line.ends_with(RESET))
        );
        assert!(!Qr::new(JOIN).unwrap().terminal(false).contains('\x1b'));
    }

    #[test]
    fn an_endless_address_is_refused() {
        assert!(
            Qr::new(&"x".repeat(5000))
                .err()
                .unwrap()
                .to_string()
                .contains("5000 bytes")
        );
    }

    /// Draws the path of `svg` on a sheet of its viewBox. Understands only what `path` writes, and fails on anything else.
    fn drawn(svg: &str) -> Modules {
        let side: usize = between(svg, "viewBox=\"0 0 ", " ").parse().unwrap();
        let mut modules = vec![vec![false; side]; side];
        for run in between(svg, " d=\"M", "z\"").split("zM") {
            let numbers: Vec<usize> = run.split([' ', 'h', 'v', '-']).filter_map(|n| n.parse().ok()).collect();
            let [x, y, length, 1, back] = numbers[..] else {
                panic!("a run like {run}")
            };
            assert_eq!(length, back);
            modules[y][x..x + length].fill(true);
        }
        modules
    }

    fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
        let (_, rest) = text.split_once(start).unwrap();
        rest.split_once(end).unwrap().0
    }

    fn printed(text: &str) -> Modules {
        let halves = |line: &str, ink: [char; 2]| line.chars().map(|c| ink.contains(&c)).collect::<Vec<bool>>();
        text.lines()
            .flat_map(|line| [halves(line, ['█', '▀']), halves(line, ['█', '▄'])])
            .collect()
    }

    /// Gives the picture to a reader that is not ours. Without zbarimg it is skipped, unless the whole suite is asked for.
    fn read_back(modules: &Modules, expected: &str) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("qr.pgm");
        std::fs::write(&file, pgm(modules, 6)).unwrap();
        match Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output() {
            Ok(read) => assert_eq!(String::from_utf8_lossy(&read.stdout).trim_end(), expected),
            Err(error) if std::env::var_os("SNOWPARTY_TEST_ALL").is_none() => eprintln!("SKIPPED, no zbarimg: {error}"),
            Err(error) => panic!("zbarimg: {error}"),
        }
    }

    /// A grey picture with `scale` pixels a module.
    fn pgm(modules: &Modules, scale: usize) -> Vec<u8> {
        let (width, height) = (modules[0].len() * scale, modules.len() * scale);
        let mut file = format!("P5 {width} {height} 255\n").into_bytes();
        for y in 0..height {
            file.extend((0..width).map(|x| if modules[y / scale][x / scale] { 0 } else { 255 }));
        }
        file
    }
}
