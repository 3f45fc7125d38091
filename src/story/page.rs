//! A page: what a story tells up to the next decision, and who makes that decision. Made of the texts and tags that Ink gives.

use super::tag::{self, Difficulty, Mention, Stat, Tag};
use serde::{Deserialize, Serialize};

/// What is told before somebody has to decide, or before the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Paragraphs, in order.
    pub lines: Vec<Line>,
    /// What comes after them.
    pub then: Then,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What is read; empty only if there are tags.
    pub text: String,
    /// What happens with it, in the writer's order.
    pub tags: Vec<Tag>,
}

/// How a page ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// Somebody decides.
    Decision {
        /// Who, or what.
        decider: Decider,
        /// Among these, at least one.
        options: Vec<Opt>,
    },
    /// The story is over.
    End {
        /// Which ending it was, if the writer says so.
        ending: Option<String>,
        /// The ending's title.
        title: Option<String>,
    },
}

/// Something that can be decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opt {
    /// What the button says.
    pub text: String,
    /// Which outcome of a check or an encounter takes it.
    pub mark: Option<Mark>,
    /// Only the hero of this archetype may take it.
    pub only: Option<String>,
    /// Other tags, as written.
    pub tags: Vec<String>,
}

/// An outcome that the engine finds and the story takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The check succeeded.
    Success,
    /// It succeeded at a price.
    Partial,
    /// It failed.
    Failure,
    /// The fight was won.
    Won,
    /// The party ran.
    Fled,
    /// The fight was lost.
    Lost,
}

/// Who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// All together.
    Vote {
        /// How long.
        seconds: u32,
        /// Are the bars hidden until the close?
        hidden: bool,
    },
    /// One hero.
    Hero {
        /// The archetype; `None` is the next in turn.
        who: Option<String>,
    },
    /// Two dice and a stat. There are exactly three options: success, partial, failure.
    Check {
        /// The stat added.
        stat: Stat,
        /// One more or one less.
        difficulty: Difficulty,
        /// The archetype that throws; `None` is the acting hero.
        who: Option<String>,
    },
    /// A fight. There are exactly three options: won, fled, lost.
    Encounter {
        /// Against whom.
        id: String,
    },
}

impl Mark {
    /// The outcomes of a check.
    pub const OF_CHECK: [Self; 3] = [Self::Success, Self::Partial, Self::Failure];
    /// The outcomes of an encounter.
    pub const OF_ENCOUNTER: [Self; 3] = [Self::Won, Self::Fled, Self::Lost];

    pub(super) fn read(tag: &str) -> Option<Self> {
        match tag.trim() {
            "success" => Some(Self::Success),
            "partial" => Some(Self::Partial),
            "failure" => Some(Self::Failure),
            "won" => Some(Self::Won),
            "fled" => Some(Self::Fled),
            "lost" => Some(Self::Lost),
            _ => None,
        }
    }
}

impl Then {
    /// Which option an outcome takes, from 0.
    pub fn option(&self, mark: Mark) -> Option<usize> {
        match self {
            Self::Decision { options, .. } => options.iter().position(|option| option.mark == Some(mark)),
            Self::End { .. } => None,
        }
    }
}

impl Opt {
    pub(super) fn read(text: &str, tags: &[String]) -> Self {
        let mut option = Self {
            text: text.trim().to_owned(),
            mark: None,
            only: None,
            tags: Vec::new(),
        };
        tags.iter().for_each(|tag| option.note(tag));
        option
    }

    fn note(&mut self, tag: &str) {
        match (Mark::read(tag), tag::split(tag)) {
            (Some(mark), _) => self.mark = Some(mark),
            (None, ("for", hero)) if !hero.is_empty() => self.only = Some(hero.to_owned()),
            _ => self.tags.push(tag.trim().to_owned()),
        }
    }
}

/// A paragraph as Ink gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) text: String,
    pub(super) tags: Vec<String>,
}

impl Told {
    pub(super) fn mentions(&self) -> Vec<Mention> {
        self.tags.iter().map(|tag| tag::mention(tag)).collect()
    }

    fn line(&self) -> Line {
        let tags = self.mentions().into_iter().filter_map(|mention| match mention {
            Mention::Event(tag) => Some(tag),
            _ => None,
        });
        Line {
            text: self.text.clone(),
            tags: tags.collect(),
        }
    }
}

/// Puts a page together. Tags that stand alone on a line belong to the paragraph before, if there is one.
pub(super) fn page(told: &[Told], options: Vec<Opt>) -> Page {
    let lines: Vec<Line> = told.iter().map(Told::line).filter(|line| !line.is_blank()).collect();
    let then = if options.is_empty() {
        end(&lines)
    } else {
        let decider = decider(told.last(), &options);
        Then::Decision { decider, options }
    };
    Page { lines, then }
}

impl Line {
    fn is_blank(&self) -> bool {
        self.text.is_empty() && self.tags.is_empty()
    }
}

/// Who decides, as the last line says; if it says nothing that can be taken, the next hero in turn.
fn decider(last: Option<&Told>, options: &[Opt]) -> Decider {
    let mentions = last.map(Told::mentions).unwrap_or_default();
    let hidden = mentions.contains(&Mention::Hidden);
    let named = mentions.into_iter().find(Mention::decides);
    match named {
        Some(Mention::Vote { seconds }) => Decider::Vote { seconds, hidden },
        Some(Mention::Turn(who)) => Decider::Hero { who },
        Some(Mention::Check { stat, difficulty, who }) if are_marked(options, Mark::OF_CHECK) => {
            Decider::Check { stat, difficulty, who }
        }
        Some(Mention::Encounter(id)) if are_marked(options, Mark::OF_ENCOUNTER) => Decider::Encounter { id },
        _ => Decider::Hero { who: None },
    }
}

/// Are there exactly these three outcomes, in any order?
pub(super) fn are_marked(options: &[Opt], marks: [Mark; 3]) -> bool {
    let has = |mark| options.iter().any(|option| option.mark == Some(mark));
    options.len() == marks.len() && marks.into_iter().all(has)
}

fn end(lines: &[Line]) -> Then {
    let last = lines.iter().rev().find_map(|line| Some((line, line.ending()?)));
    Then::End {
        ending: last.map(|(_, ending)| ending.to_owned()),
        title: last.and_then(|(line, _)| line.title()).map(str::to_owned),
    }
}

impl Line {
    fn ending(&self) -> Option<&str> {
        self.tags.iter().find_map(|tag| match tag {
            Tag::Ending(id) => Some(id.as_str()),
            _ => None,
        })
    }

    fn title(&self) -> Option<&str> {
        self.tags.iter().find_map(|tag| match tag {
            Tag::Title(title) => Some(title.as_str()),
            _ => None,
        })
    }
}
