//! Names that guests type: made harmless, cut, and unique within the party. They stay text wherever they are shown.

use crate::game::Refusal;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The longest name, in graphemes (what a person counts as letters).
pub const LONGEST: usize = 20;
/// A grapheme with more code points than this is a stack of marks (Zalgo), unless it is an emoji.
const MOST_MARKS: usize = 4;
/// Emoji families have up to some ten code points.
const MOST_IN_EMOJI: usize = 12;
/// More bytes than any name has, however many marks and joiners.
const MOST_BYTES: usize = 2_000;

/// A longer text, made harmless as names are: one line, nothing unseen, no stacks of marks.
pub fn tidy(typed: &str) -> String {
    let spaced = typed.nfc().map(|c| if c.is_whitespace() { ' ' } else { c });
    let plain: String = spaced.filter(|c| !is_unseen(*c)).collect();
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").graphemes(true).map(tame).collect()
}

/// Normalises what was typed: NFKC, no control or direction characters, single spaces, at most [`LONGEST`] graphemes.
pub fn normalise(typed: &str) -> Result<String, Refusal> {
    if typed.len() > MOST_BYTES {
        return Err(Refusal::NameTooLong);
    }
    let plain: String = typed
        .nfkc()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_unseen(*c))
        .collect();
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    let name: String = words.join(" ").graphemes(true).take(LONGEST).map(tame).collect();
    let name = name.nfkc().collect::<String>().trim().to_owned();
    if name.chars().any(is_visible) {
        Ok(name)
    } else {
        Err(Refusal::NameEmpty)
    }
}

/// Adds " 2", " 3", … until nobody else has the name, whatever the case: asks whether one in lower case is taken.
pub fn make_unique(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n: u32| with_suffix(name, &format!(" {n}")));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|candidate| !taken(&candidate.to_lowercase()))
        .unwrap_or_else(|| name.to_owned())
}

fn with_suffix(name: &str, suffix: &str) -> String {
    let room = LONGEST - suffix.graphemes(true).count();
    let cut: String = name.graphemes(true).take(room).collect();
    format!("{}{suffix}", cut.trim_end())
}

/// Joiners and selectors stay where emoji need them; elsewhere they would make two names of one.
fn tame(grapheme: &str) -> String {
    let emoji = grapheme.chars().any(is_emoji);
    let most = if emoji { MOST_IN_EMOJI } else { MOST_MARKS };
    let kept = |c: &char| emoji || !matches!(c, '\u{200d}' | '\u{fe0f}');
    grapheme.chars().filter(kept).take(most).collect()
}

/// Characters that show nothing, or change how their neighbours are shown. The joiner and the variation selector are kept: emoji need them.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{1d173}'..='\u{1d17a}' | '\u{1bca0}'..='\u{1bca3}' | '\u{13430}'..='\u{1343f}' | '\u{fe00}'..='\u{fe0e}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
}

fn is_visible(c: char) -> bool {
    c.is_alphanumeric() || is_emoji(c)
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{1fb00}'..='\u{1fbff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_normalised() {
        for (typed, name) in [
            ("  Anna \t Maria ", "Anna Maria"),
            ("ＡＮＮＡ", "ANNA"),
            ("Деда Коля", "Деда Коля"),
            ("\u{202e}anna\u{202c}", "anna"),
            ("a\u{200b}b", "ab"),
            ("🎅🏽", "🎅🏽"),
            ("👩‍👩‍👧", "👩‍👩‍👧"),
            ("<b>x</b>", "<b>x</b>"),
            ("עדי", "עדי"),
            ("A\u{200d}nna", "Anna"),
            ("Anna\u{fe0f}", "Anna"),
            ("\u{1d173}Anna", "Anna"),
            ("\u{1b}[31mred", "[31mred"),
        ] {
            assert_eq!(normalise(typed).unwrap(), name, "{typed:?}");
        }
    }

    #[test]
    fn what_shows_nothing_is_no_name() {
        for typed in [
            "",
            "   ",
            "\u{200b}",
            "\u{3164}",
            "\u{2800}",
            "\u{202e}",
            "\u{301}",
            "...",
            "\u{fe0f}\u{200d}",
        ] {
            assert_eq!(normalise(typed), Err(Refusal::NameEmpty), "{typed:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_at_twenty_graphemes_and_marks_do_not_pile_up() {
        assert_eq!(normalise(&"ё".repeat(300)).unwrap(), "ё".repeat(20));
        let zalgo = format!("e{}", "\u{301}".repeat(50));
        assert!(normalise(&zalgo).unwrap().chars().count() <= MOST_MARKS);
        assert_eq!(normalise(&"x".repeat(2_001)), Err(Refusal::NameTooLong));
    }

    #[test]
    fn the_second_anna_gets_a_number() {
        let taken = |lower: &str| ["anna", "anna 2"].contains(&lower);
        assert_eq!(make_unique("Anna", taken), "Anna 3");
        assert_eq!(make_unique("ANNA", taken), "ANNA 3");
        let long = "a".repeat(20);
        assert_eq!(
            make_unique(&long, |lower| lower == long),
            format!("{} 2", "a".repeat(18))
        );
    }
}
