//! Chapters as CommonMark. A text is one line, and no character of it means anything.

use super::{Chapter, Part, in_one_line};
use std::fmt::Write;

/// What may begin something in the middle of a line.
const SPEAKING: &str = "\\`*_[]<>&#|~$";

/// The whole book.
pub(super) fn written(title: &str, chapters: &[Chapter]) -> String {
    let mut book = format!("# {}\n", inline(title));
    for chapter in chapters {
        // Writing to a string cannot fail.
        let _ = write_chapter(&mut book, chapter);
    }
    book
}

fn write_chapter(book: &mut String, chapter: &Chapter) -> std::fmt::Result {
    if let Some(heading) = &chapter.heading {
        writeln!(book, "\n## {}", inline(heading))?;
    }
    for part in &chapter.parts {
        writeln!(book)?;
        match part {
            Part::Paragraph(text) => writeln!(book, "{}", paragraph(text))?,
            Part::Notes(notes) => {
                for note in notes {
                    writeln!(book, "- **{}** {}", inline(&note.who), inline(&note.what))?;
                }
            }
        }
    }
    Ok(())
}

fn inline(text: &str) -> String {
    in_one_line(text).chars().fold(String::new(), |mut escaped, c| {
        if SPEAKING.contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
        escaped
    })
}

/// A line that must not begin a list, a rule or a heading.
fn paragraph(text: &str) -> String {
    let text = inline(text);
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[number..];
    let begins = if number == 0 {
        rest.starts_with(['+', '-', '='])
    } else {
        rest.starts_with(['.', ')'])
    };
    if begins {
        format!("{}\\{rest}", &text[..number])
    } else {
        text
    }
}
