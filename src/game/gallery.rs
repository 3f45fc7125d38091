//! What a game serves over HTTP beside the party's own routes, and its read side: a copy of what is durable, read by many without a
//! word to the party. Knows no HTTP library; the web mounts it.

use super::{Bulk, Refusal};
use crate::id::{PartyMs, SeatId, Seq};
use std::fmt::Debug;

/// A route of a game, under `/api/session/{code}/{slug}/`.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// What stands behind the slug, such as `snapshot`.
    pub path: &'static str,
    /// Its method.
    pub method: Method,
    /// One sentence.
    pub summary: &'static str,
    /// The schema of the body, if it has one of its own: a move's is the move's payload, and a picture is a PNG.
    pub body: Option<&'static str>,
    /// The schema of the answer; `None` for pictures and binary forms.
    pub answer: Option<&'static str>,
    /// Who may ask.
    pub who: Who,
    /// What it does.
    pub serves: Serves,
    /// Does its answer name players?
    pub names: bool,
    /// Whole numbers that its query must have.
    pub needs: &'static [Number],
    /// Whole numbers that its query may have.
    pub takes: &'static [Number],
}

/// A whole number in a query.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// What it is called.
    pub name: &'static str,
    /// It is not less.
    pub least: i64,
    /// It is not more.
    pub most: i64,
}

/// The method of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Looks.
    Get,
    /// Changes something, or brings a body.
    Post,
}

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// A player, or the host.
    Holder,
    /// The host.
    Host,
}

/// What a route does.
#[derive(Clone, Copy, Debug)]
pub enum Serves {
    /// Makes this move; the body is its payload, and an `action_id`.
    Move(&'static str),
    /// Lets the gallery answer, at once.
    Reading,
    /// Lets the gallery answer from the past: that may take a while, and few are answered at the same time.
    LookingBack,
    /// Lets the gallery make a picture or a film, which takes longer and more memory: one is made at a time.
    Drawing,
    /// Lets the gallery work a move out from the body, such as a picture, and makes it.
    Drafting {
        /// The move's action type.
        action: &'static str,
        /// The largest body, bytes.
        largest: usize,
    },
}

/// What is asked of a gallery.
pub struct Question<'a> {
    /// The route's path.
    pub path: &'static str,
    /// What stands behind the question mark.
    pub query: &'a str,
    /// The edition that the asker has already, as it was told: without quotes.
    pub etag: Option<&'a str>,
    /// The body, if there is one.
    pub body: &'a [u8],
    /// The names of the seats, for those who read.
    pub names: &'a dyn Fn(SeatId) -> Option<String>,
}

impl Question<'_> {
    /// A parameter of the query.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .split('&')
            .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// A number in the query; `None` if it is not there.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, Refusal> {
        let read = |text: &str| {
            text.parse().map_err(|_| Refusal::Malformed {
                reason: format!("{name} is not such a number"),
            })
        };
        self.parameter(name).map(read).transpose()
    }

    /// A number that must be in the query.
    pub fn needed<T: std::str::FromStr>(&self, name: &str) -> Result<T, Refusal> {
        self.number(name)?.ok_or_else(|| Refusal::Malformed {
            reason: format!("{name} is missing"),
        })
    }
}

/// What a gallery answers.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply {
    /// The asker has it already.
    Unchanged {
        /// The edition.
        etag: String,
    },
    /// A body.
    Body {
        /// Its media type.
        kind: &'static str,
        /// Is it gzip, to be unpacked by the browser?
        gzip: bool,
        /// Names this edition of it, if it can be asked for again.
        etag: Option<String>,
        /// Will this address always answer the same?
        immutable: bool,
        /// The body.
        bytes: bytes::Bytes,
    },
}

impl Reply {
    /// An answer in JSON.
    pub fn json(value: &impl serde::Serialize) -> Self {
        Self::in_json(value, None)
    }

    /// An answer in JSON that can be asked for again under this name.
    pub fn named_json(value: &impl serde::Serialize, etag: String) -> Self {
        Self::in_json(value, Some(etag))
    }

    fn in_json(value: &impl serde::Serialize, etag: Option<String>) -> Self {
        Self::Body {
            kind: "application/json",
            gzip: false,
            etag,
            immutable: false,
            bytes: serde_json::to_vec(value).expect("answers serialise").into(),
        }
    }
}

/// What once happened in a game, as its journal tells it.
#[derive(Debug)]
pub struct Journaled<'a> {
    /// Its place in the journal.
    pub seq: Seq,
    /// When.
    pub at: PartyMs,
    /// Who; `None` is the host, or the game itself.
    pub by: Option<SeatId>,
    /// The events, packed by the game.
    pub packed: &'a [u8],
}

/// The journal of one session.
pub trait Past {
    /// Hands out everything that is durable and comes after this place in the journal, in order, until `each` says `false`. The
    /// session's beginning comes after 0.
    fn tell(&self, after: Seq, each: &mut dyn FnMut(Journaled) -> bool) -> Result<(), Refusal>;
}

/// A game's read side. It is told what is durable, in order, and answers whoever asks; both may happen at once.
pub trait Gallery: Send + Sync + Debug {
    /// Takes in what has become durable.
    fn take(&self, at: PartyMs, bulk: &[Bulk]);
    /// Takes in what else viewers without a socket must know, as [`super::Game::notice`] words it.
    fn notice(&self, notice: serde_json::Value);
    /// Answers. It may take its time: it is called where waiting hurts nobody.
    fn read(&self, question: &Question, past: &dyn Past) -> Result<Reply, Refusal>;
    /// Works out the payload of a move from a body.
    fn draft(&self, question: &Question, past: &dyn Past) -> Result<serde_json::Value, Refusal>;
}
