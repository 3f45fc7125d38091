//! Ink source read row by row, without comments: enough to say on which line a fault is. It does not understand Ink; the
//! compiler does. Whatever is found here is certain, so a sound story is never refused.

use super::compile::Fault;
use super::words;
use std::collections::BTreeSet;

/// A row is a paragraph at most; longer ones are refused, because a loop could tell them many times over.
const MAX_ROW_BYTES: usize = 16 * 1024;
/// The compiler calls itself for every bracket inside a bracket.
const MAX_DEPTH: usize = 40;
/// The compiler nests choices by their bullets.
const MAX_BULLETS: usize = 12;

/// A source: row `n` is line `n + 1` of the file.
pub(super) struct Source {
    rows: Vec<String>,
}

/// Where a divert goes.
struct Divert<'a> {
    line: u32,
    target: &'a str,
}

impl Source {
    /// Reads `text`, and leaves comments and notes to oneself out.
    pub(super) fn read(text: &str) -> Self {
        let text = without_comments(text);
        let rows = text.lines().map(|row| if is_note(row) { "" } else { row.trim_end() });
        Self {
            rows: rows.map(str::to_owned).collect(),
        }
    }

    /// The source as the compiler shall see it: the lines are where they were.
    pub(super) fn text(&self) -> String {
        let mut text = self.rows.join("\n");
        text.push('\n');
        text
    }

    pub(super) fn is_blank(&self) -> bool {
        self.rows.iter().all(|row| row.trim().is_empty())
    }

    /// Lines with their numbers, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (u32, &str)> {
        (1..).zip(self.rows.iter().map(String::as_str))
    }

    /// What makes it impossible to compile.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let mut faults = self.oversized();
        if faults.is_empty() {
            faults.extend(self.includes());
            faults.extend(self.unclosed());
            faults.extend(self.unknown_diverts());
            faults.extend(self.unknown_externals());
        }
        faults.sort_by_key(|fault| fault.line);
        faults
    }

    /// The first line where `name` stands as a word; after an arrow if possible.
    pub(super) fn line_of(&self, name: &str) -> Option<u32> {
        let diverted = self.diverts().find(|divert| divert.target == name);
        let called = || self.lines().find(|(_, row)| has_word(row, name));
        diverted
            .map(|divert| divert.line)
            .or_else(|| called().map(|(line, _)| line))
    }

    /// The line that tells `text`, by the longest part of it that stands there as written.
    pub(super) fn line_telling(&self, text: &str) -> Option<u32> {
        let chars: Vec<char> = text.chars().collect();
        [40, 24, 12].into_iter().find_map(|length| {
            let starts = (0..chars.len().saturating_sub(length) + 1).step_by(length / 2);
            starts
                .map(|at| chars[at..chars.len().min(at + length)].iter().collect::<String>())
                .filter(|part| !part.trim().is_empty())
                .find_map(|part| self.line_with(&part))
        })
    }

    fn line_with(&self, part: &str) -> Option<u32> {
        self.lines()
            .find(|(_, row)| row.contains(part.trim()))
            .map(|(line, _)| line)
    }

    /// Names of knots that are not functions, with their lines.
    pub(super) fn knots(&self) -> impl Iterator<Item = (u32, &str)> {
        self.lines().filter_map(|(line, row)| match header(row) {
            Some((Header::Knot, name, _)) => Some((line, name)),
            _ => None,
        })
    }

    /// Names of `EXTERNAL` functions, with their lines.
    pub(super) fn externals(&self) -> impl Iterator<Item = (u32, &str)> {
        self.lines()
            .filter_map(|(line, row)| Some((line, identifier(after_word(row, "EXTERNAL")?))))
    }

    /// Is there a function of this name in the source itself?
    pub(super) fn has_function(&self, name: &str) -> bool {
        self.rows
            .iter()
            .any(|row| matches!(header(row), Some((Header::Function, function, _)) if function == name))
    }

    /// All names that anything diverts to, in parts: `knot.stitch` names both.
    pub(super) fn visited(&self) -> BTreeSet<&str> {
        self.diverts().flat_map(|divert| divert.target.split('.')).collect()
    }

    fn oversized(&self) -> Vec<Fault> {
        let long = self.lines().filter(|(_, row)| row.len() > MAX_ROW_BYTES);
        let long = long.map(|(line, _)| Fault::at(line, "story/long_line", "The line is longer than 16 KB."));
        let bullets = self.lines().filter(|(_, row)| bullets(row) > MAX_BULLETS);
        let bullets = bullets.map(|(line, _)| too_deep(line));
        long.chain(bullets).chain(self.too_deep()).collect()
    }

    fn too_deep(&self) -> Option<Fault> {
        let mut open = 0_usize;
        self.lines().find_map(|(line, row)| {
            let deepest = depth(row, &mut open);
            (deepest > MAX_DEPTH).then(|| too_deep(line))
        })
    }

    fn includes(&self) -> impl Iterator<Item = Fault> {
        self.lines()
            .filter(|(_, row)| after_word(row, "INCLUDE").is_some())
            .map(|(line, _)| Fault::at(line, "story/include", "A story is one file: INCLUDE is not taken."))
    }

    /// Braces must close before the next knot.
    fn unclosed(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut open: Vec<u32> = Vec::new();
        for (line, row) in self.lines() {
            if header(row).is_some() {
                faults.extend(open.drain(..).map(never_closed));
            }
            for brace in braces(row) {
                match brace {
                    '{' => open.push(line),
                    _ if open.pop().is_none() => faults.push(never_opened(line)),
                    _ => {}
                }
            }
        }
        faults.extend(open.into_iter().map(never_closed));
        faults
    }

    fn unknown_diverts(&self) -> Vec<Fault> {
        let names = self.names();
        let known =
            |target: &str| ["END", "DONE"].contains(&target) || target.split('.').all(|part| names.contains(part));
        self.diverts()
            .filter(|divert| !known(divert.target))
            .map(|divert| {
                let text = format!("There is no knot, stitch or label “{}”.", divert.target);
                Fault::at(divert.line, "story/unknown_divert", text)
            })
            .collect()
    }

    fn unknown_externals(&self) -> Vec<Fault> {
        self.externals()
            .filter(|(_, name)| !words::EXTERNALS.contains(name) && !self.has_function(name))
            .map(|(line, name)| {
                let text =
                    format!("Nothing answers “{name}”, and the story has no function of that name to fall back on.");
                Fault::at(line, "story/unknown_external", text)
            })
            .collect()
    }

    fn diverts(&self) -> impl Iterator<Item = Divert<'_>> {
        self.lines()
            .flat_map(|(line, row)| targets(row).map(move |target| Divert { line, target }))
    }

    /// Everything that is given a name anywhere.
    fn names(&self) -> BTreeSet<&str> {
        self.rows.iter().flat_map(|row| declared(row)).collect()
    }
}

fn too_deep(line: u32) -> Fault {
    Fault::at(line, "story/too_deep", "Brackets or bullets are nested too deep.")
}

fn never_closed(line: u32) -> Fault {
    Fault::at(line, "story/unclosed_brace", "This { is never closed.")
}

fn never_opened(line: u32) -> Fault {
    Fault::at(line, "story/unopened_brace", "This } closes nothing.")
}

/// `TODO: …` is a note of the writer's to herself.
fn is_note(row: &str) -> bool {
    row.trim_start().starts_with("TODO:")
}

fn without_comments(text: &str) -> String {
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut kept = String::with_capacity(rest.len());
    while let Some(at) = rest.find("//").into_iter().chain(rest.find("/*")).min() {
        kept.push_str(&rest[..at]);
        rest = skip_comment(&rest[at..], &mut kept);
    }
    kept.push_str(rest);
    kept
}

/// What follows the comment that `text` begins with; its line ends are kept.
fn skip_comment<'a>(text: &'a str, kept: &mut String) -> &'a str {
    if text.starts_with("//") {
        return text.find('\n').map_or("", |end| &text[end..]);
    }
    let end = text[2..].find("*/").map_or(text.len(), |end| end + 4);
    kept.extend(text[..end].chars().filter(|c| *c == '\n'));
    &text[end..]
}

/// What a row with equals signs begins.
#[derive(PartialEq)]
enum Header {
    Knot,
    Stitch,
    Function,
}

/// Kind, name, and what follows the name.
fn header(row: &str) -> Option<(Header, &str, &str)> {
    let row = row.trim_start();
    let rest = row.trim_start_matches('=');
    let kind = match row.len() - rest.len() {
        0 => return None,
        1 => Header::Stitch,
        _ => Header::Knot,
    };
    let (kind, rest) = match after_word(rest, "function") {
        Some(rest) => (Header::Function, rest),
        None => (kind, rest.trim_start()),
    };
    let name = identifier(rest);
    Some((kind, name, &rest[name.len()..]))
}

/// What follows `word` at the beginning of a row.
fn after_word<'a>(row: &'a str, word: &str) -> Option<&'a str> {
    let rest = row.trim_start().strip_prefix(word)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The name that `text` begins with; may be empty.
pub(super) fn identifier(text: &str) -> &str {
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    &text[..end]
}

fn path(text: &str) -> &str {
    let end = text.find(|c| !is_name(c) && c != '.').unwrap_or(text.len());
    text[..end].trim_end_matches('.')
}

fn has_word(row: &str, word: &str) -> bool {
    row.match_indices(word).any(|(at, _)| {
        let before = row[..at].chars().next_back().is_some_and(is_name);
        let after = row[at + word.len()..].chars().next().is_some_and(is_name);
        !before && !after
    })
}

/// The names that a row gives to something.
fn declared(row: &str) -> Vec<&str> {
    if let Some((_, name, rest)) = header(row) {
        return std::iter::once(name).chain(parameters(rest)).collect();
    }
    let declarations = ["VAR", "CONST", "LIST", "EXTERNAL"];
    if let Some(rest) = declarations.iter().find_map(|word| after_word(row, word)) {
        return vec![identifier(rest)];
    }
    temporary(row).into_iter().chain(label(row)).collect()
}

/// `(a, ref b, -> c)`.
fn parameters(rest: &str) -> impl Iterator<Item = &str> {
    let inside = rest
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'));
    let names = inside.map_or("", |(inside, _)| inside).split(',');
    names.map(|name| {
        let name = name.trim().trim_start_matches("ref ").trim_start_matches("->");
        identifier(name.trim_start().trim_start_matches("ref ").trim_start())
    })
}

/// `~ temp name = …`, also inside braces.
fn temporary(row: &str) -> Option<&str> {
    let at = row.find("temp ")?;
    Some(identifier(row[at + "temp ".len()..].trim_start()))
}

/// `* (name)`, `- (name)`.
fn label(row: &str) -> Option<&str> {
    let rest = after_bullets(row)?.strip_prefix('(')?;
    let name = identifier(rest.trim_start());
    rest[name.len()..].trim_start().starts_with(')').then_some(name)
}

/// What follows the bullets of a choice or a gather; `None` if there are none.
pub(super) fn after_bullets(row: &str) -> Option<&str> {
    let bare = row.trim_start();
    let mut rest = bare;
    while let Some(next) = rest.strip_prefix(['*', '+', '-']).filter(|next| !next.starts_with('>')) {
        rest = next.trim_start();
    }
    (rest.len() < bare.len()).then_some(rest)
}

/// Is the row a choice?
pub(super) fn is_choice(row: &str) -> bool {
    row.trim_start().starts_with(['*', '+'])
}

fn bullets(row: &str) -> usize {
    let rest = after_bullets(row).map_or(row.len(), str::len);
    row[..row.len() - rest].matches(['*', '+', '-']).count()
}

/// What the row's arrows point to; returns from tunnels point nowhere.
fn targets(row: &str) -> impl Iterator<Item = &str> {
    row.match_indices("->")
        .map(|(at, arrow)| path(row[at + arrow.len()..].trim_start()))
        .filter(|target| !target.is_empty())
}

fn unescaped(row: &str) -> impl Iterator<Item = char> {
    let mut escaped = false;
    row.chars().filter(move |c| {
        let plain = !escaped;
        escaped = plain && *c == '\\';
        plain
    })
}

fn braces(row: &str) -> impl Iterator<Item = char> {
    unescaped(row).filter(|c| ['{', '}'].contains(c))
}

/// The deepest bracket of a row; braces stay open from row to row.
fn depth(row: &str, open: &mut usize) -> usize {
    let mut inside = 0_usize;
    let mut deepest = *open;
    for c in row.chars() {
        match c {
            '{' => *open += 1,
            '}' => *open = open.saturating_sub(1),
            '(' | '[' => inside += 1,
            ')' | ']' => inside = inside.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(*open + inside);
    }
    deepest
}
