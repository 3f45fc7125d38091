//! The chronicle as something to keep: Markdown, or one page of HTML that prints well without a style. Both are made of the same
//! sentences, in English or Russian; whatever came from guests or writers is escaped where it is written. It reads entries and
//! changes nothing.

mod html;
mod markdown;
mod speech;

use super::chronicle::Entry;
use super::dice::{Stat, Throw};
use super::fight::Outcome;
use super::rules::rules;
use super::wire::CharacterId;
use speech::Speech;

/// A campaign's chronicle, to be told.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    /// The campaign's title.
    pub title: &'a str,
    /// The language that it was told in; sentences of ours are English unless it is `ru`.
    pub language: &'a str,
    /// The heroes' names, in the order in which they joined.
    pub heroes: &'a [&'a str],
    /// What happened.
    pub entries: &'a [Entry],
}

/// What stands under one heading.
#[derive(Debug, Default, PartialEq, Eq)]
struct Chapter {
    /// `None` before the first scene.
    heading: Option<String>,
    parts: Vec<Part>,
}

/// A part of a chapter; texts as they are, not escaped.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// Prose.
    Paragraph(String),
    /// What was done at the table, a row each.
    Notes(Vec<Note>),
}

/// `Mira` and `chose “…”.`
#[derive(Debug, PartialEq, Eq)]
struct Note {
    who: String,
    what: String,
}

impl Book<'_> {
    /// As Markdown (CommonMark).
    pub fn markdown(&self) -> String {
        markdown::written(self.title, &self.chapters())
    }

    /// As a page of its own, without a script.
    pub fn html(&self) -> String {
        html::written(self.title, self.language, &self.chapters())
    }

    fn chapters(&self) -> Vec<Chapter> {
        let mut chapters = vec![Chapter::default()];
        for entry in self.entries {
            match self.heading(entry) {
                Some(heading) => chapters.push(Chapter {
                    heading: Some(heading),
                    parts: Vec::new(),
                }),
                // There is always one.
                None => chapters.last_mut().into_iter().for_each(|last| self.add(entry, last)),
            }
        }
        chapters.retain(|chapter| chapter.heading.is_some() || !chapter.parts.is_empty());
        chapters
    }

    /// Of an entry that begins a chapter.
    fn heading(&self, entry: &Entry) -> Option<String> {
        let speech = self.speech();
        match entry {
            Entry::Scene { number, title } if title.is_empty() => Some(speech.scene(*number)),
            Entry::Scene { number, title } => Some(format!("{number}. {title}")),
            Entry::Evening { number } => Some(speech.evening(*number)),
            Entry::Ending(title) => Some(speech.ending(title)),
            _ => None,
        }
    }

    fn add(&self, entry: &Entry, chapter: &mut Chapter) {
        if let Entry::Memory(sentence) = entry {
            chapter.remember(sentence);
        }
        if let Some(note) = self.note(entry) {
            chapter.note(note);
        }
    }

    /// A row of its own, of an entry that is neither prose nor a heading.
    fn note(&self, entry: &Entry) -> Option<Note> {
        let speech = self.speech();
        let note = |who: &str, what| {
            let who = who.to_owned();
            Some(Note { who, what })
        };
        match entry {
            Entry::Joined { name, archetype } => note(name, speech.joined(self.kind(name, archetype))),
            Entry::Chose { who, option } => note(self.hero(*who), speech.chose(option)),
            Entry::Voted { option, votes, tied } => note(speech.party(), speech.voted(option, votes, *tied)),
            Entry::Threw { who, throw } => note(self.hero(*who), speech.threw(throw)),
            Entry::Fought {
                encounter,
                outcome,
                rounds,
            } => note(
                encounter_name(encounter, self.language),
                speech.fought(*outcome, *rounds),
            ),
            Entry::Scene { .. } | Entry::Memory(_) | Entry::Ending(_) | Entry::Evening { .. } => None,
        }
    }

    fn speech(&self) -> Speech {
        Speech::of(self.language)
    }

    fn hero(&self, id: CharacterId) -> &str {
        let name = self.heroes.get(id.index()).copied();
        name.unwrap_or_else(|| self.speech().somebody())
    }

    /// What kind of hero that is, unless the name says it.
    fn kind(&self, name: &str, archetype: &str) -> Option<&'static str> {
        let rule = rules().archetypes.get(archetype)?;
        Some(rule.name.of(self.language)).filter(|kind| *kind != name)
    }
}

impl Chapter {
    /// Sentences that follow each other are a paragraph.
    fn remember(&mut self, sentence: &str) {
        match self.parts.last_mut() {
            Some(Part::Paragraph(text)) => {
                text.push(' ');
                text.push_str(sentence);
            }
            _ => self.parts.push(Part::Paragraph(sentence.to_owned())),
        }
    }

    fn note(&mut self, note: Note) {
        match self.parts.last_mut() {
            Some(Part::Notes(notes)) => notes.push(note),
            _ => self.parts.push(Part::Notes(vec![note])),
        }
    }
}

/// How a throw adds up: `4 + 5 + wits 2 = 11, success`.
pub fn breakdown(throw: &Throw, language: &str) -> String {
    Speech::of(language).breakdown(throw)
}

/// What a stat is called.
pub fn stat_name(stat: Stat, language: &str) -> &'static str {
    Speech::of(language).stat(stat)
}

/// How a fight ended: `Wolves — a fight: won after 4 rounds.`
pub fn fought(encounter: &str, outcome: Outcome, rounds: u32, language: &str) -> String {
    let name = encounter_name(encounter, language);
    format!("{name} {}", Speech::of(language).fought(outcome, rounds))
}

/// What an encounter is called; its id if the rules do not know it.
pub fn encounter_name<'a>(encounter: &'a str, language: &str) -> &'a str {
    let rule = rules().encounters.get(encounter);
    rule.map_or(encounter, |rule| rule.name.of(language))
}

/// One line of text: what would end a line or move a cursor is a space, once.
fn in_one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
