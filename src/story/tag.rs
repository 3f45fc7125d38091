//! What stands behind `#`: tags of lines and of choices, read into words of the game. An unknown tag is kept as it is, for a
//! story from elsewhere may have its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Votes last as long as is written, within these bounds, in seconds.
const VOTE_SECONDS: (u32, u32) = (5, 600);
/// Of a vote without a number.
const USUAL_VOTE: u32 = 40;

/// A tag of a line that changes what is shown or what is so. Tags that say who decides are not among them: see [`super::Decider`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// A new place or time begins with this line: its id.
    Scene(String),
    /// Of the scene, or of the ending.
    Title(String),
    /// The scene's backdrop.
    Picture(String),
    /// The scene's music.
    Mood(String),
    /// The line is spoken by this character.
    Say(String),
    /// The line is for the hero of this archetype alone.
    Private(String),
    /// Somebody receives an item.
    Gift {
        /// Its id.
        item: String,
        /// Who receives it.
        who: Who,
    },
    /// The party loses an item.
    Take(String),
    /// Somebody loses hit points.
    Hurt {
        /// How many.
        points: u32,
        /// Who.
        who: Who,
    },
    /// Somebody gains hit points.
    Heal {
        /// How many.
        points: u32,
        /// Who.
        who: Who,
    },
    /// Something befalls somebody for a while.
    Effect {
        /// Its id.
        effect: String,
        /// Whom.
        who: Who,
    },
    /// Something that will matter.
    Flag(String),
    /// A sentence of the chronicle.
    Memory(String),
    /// The story ends here, in this way.
    Ending(String),
    /// Anything else, as written.
    Other(String),
}

/// Whom a tag is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The hero who acted last.
    Actor,
    /// The whole party.
    All,
    /// The hero of an archetype.
    Hero(String),
}

/// What a hero is good at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stat {
    /// Strength.
    Might,
    /// Quickness and quiet.
    Nimble,
    /// Cleverness.
    Wits,
    /// Courage and kindness.
    Heart,
}

/// How hard a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Difficulty {
    /// One more.
    Easy,
    /// As thrown.
    Fair,
    /// One less.
    Hard,
}

/// A tag of a line as it stands: something that happens, or a word about who decides next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    Event(Tag),
    Vote {
        seconds: u32,
    },
    Hidden,
    /// `None` is the next in turn.
    Turn(Option<String>),
    Check {
        stat: Stat,
        difficulty: Difficulty,
        who: Option<String>,
    },
    Encounter(String),
}

impl Mention {
    /// Does it name who decides?
    pub(super) fn decides(&self) -> bool {
        !matches!(self, Self::Event(_) | Self::Hidden)
    }
}

/// Name and value of a tag: `gift: rope @all` is `gift` and `rope @all`.
pub(super) fn split(tag: &str) -> (&str, &str) {
    match tag.split_once(':') {
        Some((name, value)) => (name.trim(), value.trim()),
        None => (tag.trim(), ""),
    }
}

/// What a line's tag means.
pub(super) fn mention(tag: &str) -> Mention {
    deciding(tag).unwrap_or_else(|| Mention::Event(event(tag).unwrap_or_else(|| Tag::Other(tag.trim().to_owned()))))
}

fn deciding(tag: &str) -> Option<Mention> {
    let (name, value) = split(tag);
    match name {
        "vote" => seconds(value).map(|seconds| Mention::Vote { seconds }),
        "hidden" if value.is_empty() => Some(Mention::Hidden),
        "who" if value == "next" => Some(Mention::Turn(None)),
        "who" => word(value).map(|hero| Mention::Turn(Some(hero))),
        "check" => check(value),
        "encounter" => word(value).map(Mention::Encounter),
        _ => None,
    }
}

fn event(tag: &str) -> Option<Tag> {
    let (name, value) = split(tag);
    let (what, who) = aimed(value);
    match name {
        "scene" => word(value).map(Tag::Scene),
        "title" => text(value).map(Tag::Title),
        "picture" => word(value).map(Tag::Picture),
        "mood" => word(value).map(Tag::Mood),
        "say" => text(value).map(Tag::Say),
        "private" => word(value).map(Tag::Private),
        "gift" => Some(Tag::Gift { item: word(what)?, who }),
        "take" => word(value).map(Tag::Take),
        "hurt" => Some(Tag::Hurt {
            points: points(what)?,
            who,
        }),
        "heal" => Some(Tag::Heal {
            points: points(what)?,
            who,
        }),
        "effect" => Some(Tag::Effect {
            effect: word(what)?,
            who,
        }),
        "flag" => word(value).map(Tag::Flag),
        "memory" => text(value).map(Tag::Memory),
        "ending" => word(value).map(Tag::Ending),
        _ => None,
    }
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// An id: one word.
fn word(value: &str) -> Option<String> {
    let one = !value.is_empty() && value.chars().all(|c| c.is_alphanumeric() || c == '_');
    one.then(|| value.to_owned())
}

fn points(value: &str) -> Option<u32> {
    value.parse().ok().filter(|points| (1..=99).contains(points))
}

fn seconds(value: &str) -> Option<u32> {
    let seconds = if value.is_empty() {
        USUAL_VOTE
    } else {
        value.parse().ok()?
    };
    Some(seconds.clamp(VOTE_SECONDS.0, VOTE_SECONDS.1))
}

/// `rope @all` is `rope` for all.
fn aimed(value: &str) -> (&str, Who) {
    match value.split_once('@') {
        None => (value, Who::Actor),
        Some((what, who)) => (what.trim(), named(who.trim())),
    }
}

fn named(who: &str) -> Who {
    match who {
        "actor" | "" => Who::Actor,
        "all" => Who::All,
        hero => Who::Hero(hero.to_owned()),
    }
}

fn check(value: &str) -> Option<Mention> {
    let (what, who) = aimed(value);
    let mut words = what.split_whitespace();
    let stat = stat(words.next()?)?;
    let difficulty = difficulty(words.next())?;
    let who = match who {
        Who::Hero(hero) => Some(hero),
        Who::Actor | Who::All => None,
    };
    words
        .next()
        .is_none()
        .then_some(Mention::Check { stat, difficulty, who })
}

fn stat(word: &str) -> Option<Stat> {
    match word {
        "might" => Some(Stat::Might),
        "nimble" => Some(Stat::Nimble),
        "wits" => Some(Stat::Wits),
        "heart" => Some(Stat::Heart),
        _ => None,
    }
}

fn difficulty(word: Option<&str>) -> Option<Difficulty> {
    match word {
        None => Some(Difficulty::Fair),
        Some("easy") => Some(Difficulty::Easy),
        Some("hard") => Some(Difficulty::Hard),
        Some(_) => None,
    }
}
