//! What is wrong with a story, and what is in it if nothing is: everything that the story's own lints find, and fights that the
//! game's rules do not know.

use super::screen::harmless;
use crate::game::quest::rules::rules;
use crate::story::{self, Contents, Fault, Story, compile};
use std::io::{self, Write};

/// The story, or everything that is wrong with it, in the order of its lines.
pub fn check(source: &[u8]) -> Result<Story, Vec<Fault>> {
    let mut faults = story::check(source);
    let story = compile(source)?;
    faults.extend(unknown_encounters(&story, source));
    faults.sort_by_key(|fault| (fault.line.is_none(), fault.line));
    if faults.is_empty() { Ok(story) } else { Err(faults) }
}

/// Prints faults as compilers do, or one line that says what the story holds.
pub fn report(file: &str, checked: &Result<Story, Vec<Fault>>, out: &mut impl Write) -> io::Result<()> {
    match checked {
        Ok(story) => writeln!(out, "{file}: no faults: {}", harmless(&summary(story))),
        Err(faults) => faults.iter().try_for_each(|fault| {
            let line = fault.line.map_or_else(String::new, |line| format!("{line}:"));
            writeln!(out, "{file}:{line} {}: {}", fault.code, harmless(&fault.text))
        }),
    }
}

fn summary(story: &Story) -> String {
    let contents = Contents::of(story);
    let or = |text: &str, otherwise: &str| if text.is_empty() { otherwise } else { text }.to_owned();
    let title = or(&story.about.title, "no title");
    let language = or(&story.about.language, "no language");
    let words = counted(contents.words, "word");
    let scenes = counted(contents.scenes.len(), "scene");
    format!("{title}, {language}, {words}, {scenes}")
}

fn counted(n: usize, noun: &str) -> String {
    let ending = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{ending}")
}

/// Fights that would be won without a blow, because nobody knows the enemies.
fn unknown_encounters(story: &Story, source: &[u8]) -> Vec<Fault> {
    let known = &rules().encounters;
    let unknown = Contents::of(story).encounters;
    unknown
        .into_iter()
        .filter(|id| !known.contains_key(id))
        .map(|id| Fault {
            line: line_of(&id, source),
            code: "story/unknown_encounter",
            text: format!("The rules know no encounter “{id}”: it would be won without a blow."),
        })
        .collect()
}

/// The first line that has the tag; none in compiled stories, which are one line.
fn line_of(encounter: &str, source: &[u8]) -> Option<u32> {
    let text = String::from_utf8_lossy(source);
    let names = |row: &str| {
        let mut tags = row.split('#').skip(1).filter_map(|tag| tag.split_once(':'));
        tags.any(|(name, value)| name.trim() == "encounter" && value.split_whitespace().next() == Some(encounter))
    };
    (1..)
        .zip(text.lines())
        .find(|(_, row)| names(row))
        .map(|(line, _)| line)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# title: Snow\n# language: en\n# minutes: 5\n# players: 1-8\n# about: It snows.\n";

    fn reported(source: &str) -> String {
        let mut out = Vec::new();
        report("s.ink", &check(source.as_bytes()), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_story_without_faults_is_one_line() {
        let text = reported(&format!(
            "{HEAD}It snows. It is late. # ending: late # title: Late\n-> END\n"
        ));
        assert_eq!(text, "s.ink: no faults: Snow, en, 5 words, 0 scenes\n");
    }

    #[test]
    fn an_encounter_that_the_rules_do_not_know_has_its_line() {
        let fight = "Teeth! # encounter: teeth\n+ [Won # won]\n+ [Fled # fled]\n+ [Lost # lost]\n";
        let text = reported(&format!("{HEAD}{fight}- Over. # ending: over # title: Over\n-> END\n"));
        let expected = "s.ink:6: story/unknown_encounter: The rules know no encounter “teeth”";
        assert!(text.starts_with(expected), "{text}");
    }

    #[test]
    fn a_fault_without_a_line_has_none_and_nothing_that_a_terminal_obeys() {
        let mut out = Vec::new();
        let fault = Fault {
            line: None,
            code: "story/empty",
            text: "Red\x1b[31m\nalert".to_owned(),
        };
        report("s.ink", &Err(vec![fault]), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "s.ink: story/empty: Red [31m alert\n");
    }
}
