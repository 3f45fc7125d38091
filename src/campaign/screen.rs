//! Text on a terminal: wrapped, and coloured where that is wished for. It knows nothing of stories.

use std::io::{self, Write};

/// The longest line, in characters.
const WIDTH: usize = 78;

/// Whether escape codes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A terminal.
    Colour,
    /// Anything else: no escape codes at all.
    Plain,
}

/// How a text looks in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Usual,
    Bold,
    Dim,
}

/// Where a story is printed.
#[derive(Debug)]
pub struct Screen<W> {
    out: W,
    style: Style,
}

impl<W: Write> Screen<W> {
    /// A screen over anything that can be written to.
    pub fn new(out: W, style: Style) -> Self {
        Self { out, style }
    }

    /// A paragraph, and an empty line after it.
    pub(super) fn paragraph(&mut self, text: &str, look: Look) -> io::Result<()> {
        self.rows("", text, look)?;
        writeln!(self.out)
    }

    /// A text whose first row begins with `head`; the others are indented as far.
    pub(super) fn rows(&mut self, head: &str, text: &str, look: Look) -> io::Result<()> {
        let indent = head.chars().count();
        let mut head = head.to_owned();
        for row in wrapped(&harmless(text), WIDTH.saturating_sub(indent)) {
            let row = self.looking(&row, look);
            writeln!(self.out, "{head}{row}")?;
            head = " ".repeat(indent);
        }
        Ok(())
    }

    /// Asks; the answer is typed behind it.
    pub(super) fn prompt(&mut self, text: &str) -> io::Result<()> {
        let text = self.looking(&harmless(text), Look::Bold);
        write!(self.out, "{text} ")?;
        self.out.flush()
    }

    /// Ends a row that was begun.
    pub(super) fn end_row(&mut self) -> io::Result<()> {
        writeln!(self.out)?;
        self.out.flush()
    }

    fn looking(&self, text: &str, look: Look) -> String {
        match (self.style, look) {
            (Style::Plain, _) | (_, Look::Usual) => text.to_owned(),
            (Style::Colour, Look::Bold) => format!("\x1b[1m{text}\x1b[0m"),
            (Style::Colour, Look::Dim) => format!("\x1b[2m{text}\x1b[0m"),
        }
    }
}

/// Nothing that a terminal obeys, and no line break.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Rows of at most `width` characters, unless a word is longer.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    let mut length = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if length > 0 && length + 1 + letters > width {
            rows.push(String::new());
            length = 0;
        }
        // There is always a row.
        if let Some(row) = rows.last_mut() {
            if length > 0 {
                row.push(' ');
                length += 1;
            }
            row.push_str(word);
        }
        length += letters;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(style: Style, show: impl Fn(&mut Screen<&mut Vec<u8>>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        show(&mut Screen::new(&mut out, style)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn long_texts_are_wrapped_and_hang_below_their_head() {
        let text = "слово ".repeat(30);
        let shown = shown(Style::Plain, |screen| screen.rows("  1  ", &text, Look::Bold));
        let rows: Vec<&str> = shown.lines().collect();
        assert!(rows.len() == 3 && rows.iter().all(|row| row.chars().count() <= WIDTH));
        assert!(rows[0].starts_with("  1  слово") && rows[1].starts_with("     слово"));
    }

    #[test]
    fn colours_are_there_only_if_wished_for_and_never_from_the_text() {
        let show = |style| shown(style, |screen| screen.paragraph("a\x1b[31m\u{9b}b\nc", Look::Dim));
        assert_eq!(show(Style::Plain), "a [31m b c\n\n");
        assert_eq!(show(Style::Colour), "\x1b[2ma [31m b c\x1b[0m\n\n");
    }
}
