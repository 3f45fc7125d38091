//! Texts that stand in Rust sources: what is between quotation marks, as the program would see it. It knows just enough of Rust not
//! to be led astray by comments, characters and lifetimes.

/// All texts of a source, with their lines.
pub fn texts(source: &str) -> Vec<(usize, String)> {
    let (mut found, mut rest, mut line) = (Vec::new(), source, 1);
    while !rest.is_empty() {
        let (length, text) = token(rest);
        found.extend(text.map(|text| (line, text)));
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    found
}

/// How long the first token is, and what it says if it is a text.
fn token(rest: &str) -> (usize, Option<String>) {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |end| end + 2), None);
    }
    match rest.as_bytes()[0] {
        b'"' => quoted(rest),
        b'\'' => (character(rest), None),
        _ => raw(rest).unwrap_or_else(|| (word(rest).max(first), None)),
    }
}

/// A name or a number: so that no text seems to begin inside.
fn word(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(rest.len())
}

/// `'a'`, `'\n'`; of a lifetime, the mark alone.
fn character(rest: &str) -> usize {
    let mut inside = rest.char_indices().skip(1);
    let escaped = inside.next().is_some_and(|(_, c)| c == '\\');
    match inside.find(|(at, c)| *c == '\'' && (!escaped || *at > 2)) {
        Some((end, _)) if escaped || rest[1..end].chars().count() == 1 => end + 1,
        _ => 1,
    }
}

/// `r"…"`, `r#"…"#`; `None` if it is something else.
fn raw(rest: &str) -> Option<(usize, Option<String>)> {
    let fenced = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let inside = fenced.trim_start_matches('#');
    let fence = &fenced[..fenced.len() - inside.len()];
    let inside = inside.strip_prefix('"')?;
    let text = inside.split(&format!("\"{fence}")).next()?;
    let length = rest.len() - inside.len() + text.len() + 1 + fence.len();
    Some((length, Some(text.to_owned())))
}

/// `"…"`, with what its escapes stand for.
fn quoted(rest: &str) -> (usize, Option<String>) {
    let (mut text, mut at) = (String::new(), 1);
    while let Some(c) = rest[at..].chars().next().filter(|c| *c != '"') {
        at += c.len_utf8();
        if c != '\\' {
            text.push(c);
            continue;
        }
        let (length, meant) = escape(&rest[at..]);
        text.extend(meant);
        at += length;
    }
    (at + 1, Some(text))
}

/// What follows a backslash: how long it is, and what it stands for.
fn escape(rest: &str) -> (usize, Option<char>) {
    let of_code = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    match rest.as_bytes()[0] {
        b'n' => (1, Some('\n')),
        b't' => (1, Some('\t')),
        b'r' => (1, Some('\r')),
        b'0' => (1, Some('\0')),
        b'x' => (3, of_code(&rest[1..3])),
        b'u' => {
            let end = rest.find('}').expect("braces close");
            (end + 1, of_code(&rest[2..end]))
        }
        // The line goes on.
        b'\n' => (rest.len() - rest.trim_start().len(), None),
        sign => (1, Some(char::from(sign))),
    }
}

#[test]
fn texts_are_read_as_the_program_sees_them() {
    let source = r###"
// "not this"
fn f<'a>(c: char) -> &'a str { /* "nor this" */ assert!(c != '"' && c != '\'' && c != '\u{22}'); "one\n\"two\"" }
const RAW: &str = r#"a "raw" \n one"#; const FOUR: &str = "a \
    b\u{e9}\x41";
"###;
    let found = texts(source);
    let expected = [(3, "one\n\"two\""), (4, "a \"raw\" \\n one"), (4, "a bé\u{41}")];
    assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
}
