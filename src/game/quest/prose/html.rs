//! Chapters as one page of HTML. Its only form is what its elements mean: our pages allow no inline style, and a page that is kept
//! or printed elsewhere has no sheet of ours.

use super::{Chapter, Part, in_one_line};
use std::fmt::Write;

/// The whole page.
pub(super) fn written(title: &str, language: &str, chapters: &[Chapter]) -> String {
    let language = if language.is_empty() { "en" } else { language };
    let (title, language) = (escaped(title), escaped(language));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<link rel=\"icon\" href=\"/icon.svg\">\n<link rel=\"stylesheet\" href=\"/chronicle.css\">\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n"
    );
    for chapter in chapters {
        // Writing to a string cannot fail.
        let _ = write_chapter(&mut page, chapter);
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn write_chapter(page: &mut String, chapter: &Chapter) -> std::fmt::Result {
    writeln!(page, "<section>")?;
    if let Some(heading) = &chapter.heading {
        writeln!(page, "<h2>{}</h2>", escaped(heading))?;
    }
    for part in &chapter.parts {
        match part {
            Part::Paragraph(text) => writeln!(page, "<p>{}</p>", escaped(text))?,
            Part::Notes(notes) => {
                writeln!(page, "<ul>")?;
                for note in notes {
                    let (who, what) = (escaped(&note.who), escaped(&note.what));
                    writeln!(page, "<li><strong>{who}</strong> {what}</li>")?;
                }
                writeln!(page, "</ul>")?;
            }
        }
    }
    writeln!(page, "</section>")
}

/// Safe between tags and between quotation marks.
fn escaped(text: &str) -> String {
    in_one_line(text).chars().fold(String::new(), |mut escaped, c| {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
        escaped
    })
}
