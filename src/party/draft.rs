//! What a party has decided and nobody has seen yet: events on their way to the disk, and what is to be said once they are there.

use super::fanout::{Admission, ConnId, TopicKey};
use super::journal::Record;
use super::moment::Moment;
use crate::game::{Audience, Bulk, Cue, Edition, Gallery, Refusal, Viewer};
use crate::id::{PartyMs, SeatId, Seq, SessionId};
use crate::protocol::{ActionResult, CloseCode, JoinAnswer, SoundState, SystemError};
use crate::store::TableRow;
use bytes::Bytes;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::oneshot;
use tracing::Span;

/// What the appliance hears and prints.
#[derive(Clone, Debug, PartialEq)]
pub enum Show {
    /// An effect.
    Cue(Cue),
    /// Something to tell the host in the terminal.
    Happening(Happening),
}

/// What the terminal tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A guest came in.
    Joined {
        /// The name.
        name: String,
        /// How many are in now.
        players: usize,
    },
    /// A guest left or was removed.
    Left {
        /// The name.
        name: String,
        /// How many are in now.
        players: usize,
    },
    /// A round or level begins, from 1.
    Round(u32),
    /// Paused.
    Paused,
    /// Going on.
    Resumed,
    /// A session is over.
    Finished {
        /// Who won and with how many points, if anybody did.
        winner: Option<(String, i64)>,
    },
    /// The party is over.
    Ended,
}

/// Where the answer to an action goes.
pub enum Reply {
    /// To the socket it came from.
    Socket {
        /// The connection.
        conn: ConnId,
        /// The request's trace id.
        trace_id: String,
    },
    /// To a REST handler.
    Rest(oneshot::Sender<Result<ActionResult, Refusal>>),
}

/// Something to be said once all that was decided before it is durable.
pub enum Out {
    /// A message that replaces a topic.
    Topic(TopicKey, Bytes),
    /// A message that replaces a topic and must not be overtaken by others: what waits is sent first.
    Turn(TopicKey, Bytes),
    /// A message that replaces a topic, in no hurry.
    Calm(TopicKey, Bytes),
    /// A message that replaces a count, which everybody is told.
    Count(TopicKey, Bytes),
    /// A message that changes no topic.
    Cue(Audience, Bytes),
    /// What others may read from now on.
    Gallery(Option<Exhibit>),
    /// Changes of what is too large to be a topic.
    Bulk(BulkDraft, Edition),
    /// A greeting to a new connection.
    Greet {
        /// The connection.
        conn: ConnId,
        /// Whose.
        viewer: Viewer,
        /// Hello and the whole present state.
        texts: Vec<Bytes>,
        /// Told once it is in.
        admitted: oneshot::Sender<Result<Admission, CloseCode>>,
    },
    /// A new connection that is not let in, and why.
    TurnedAway(oneshot::Sender<Result<Admission, CloseCode>>, CloseCode),
    /// The answer to an action.
    Answer {
        /// To whom.
        reply: Reply,
        /// The request's id.
        action_id: String,
        /// The answer.
        result: Result<ActionResult, Refusal>,
    },
    /// The answer to a join.
    Joined(
        oneshot::Sender<Result<Box<JoinAnswer>, Refusal>>,
        Result<Box<JoinAnswer>, Refusal>,
    ),
    /// The answer to a resync.
    State(oneshot::Sender<Arc<Moment>>, Arc<Moment>),
    /// What was asked for is durable.
    Done(oneshot::Sender<()>),
    /// Close one connection.
    Close(ConnId, CloseCode),
    /// Close all.
    CloseAll(CloseCode),
    /// For the appliance, once.
    Show(Show),
    /// For the appliance: what is to be heard from now on.
    Sound(SoundState),
}

/// A session's gallery, and where its journal begins.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// Whose.
    pub session: SessionId,
    /// The game's slug.
    pub slug: &'static str,
    /// The position of the event that started it.
    pub begun: Seq,
    /// What is shown.
    pub gallery: Arc<dyn Gallery>,
}

/// Changes of a game's large thing that have been decided.
#[derive(Debug, Default)]
pub struct BulkDraft {
    /// When the last of them happened.
    pub at: PartyMs,
    /// In order.
    pub items: Vec<Bulk>,
    /// What else the gallery must know.
    pub notice: Option<serde_json::Value>,
}

/// A new connection that waits for its greeting.
pub struct Knock {
    /// The connection.
    pub conn: ConnId,
    /// Whose.
    pub viewer: Viewer,
    /// Told once it is in, or why it never will be.
    pub admitted: oneshot::Sender<Result<Admission, CloseCode>>,
}

/// Which of the party's own topics changed; rendered once, when the draft is sealed.
#[derive(Default)]
pub struct Marks {
    /// `session.state`.
    pub stage: bool,
    /// `leaderboard.update`.
    pub board: bool,
    /// `room.update`.
    pub room: bool,
    /// `players.list`: a new session.
    pub list: bool,
    /// `player.update` of these.
    pub players: BTreeSet<SeatId>,
}

/// All that has been decided since the last seal.
#[derive(Default)]
pub struct Draft {
    /// For the journal.
    pub records: Vec<Record>,
    /// For the read models.
    pub rows: Vec<TableRow>,
    /// To be said before all else: whoever is answered may look at once.
    pub first: Vec<Out>,
    /// Changes of a large thing, on their way into `first`.
    pub bulk: BulkDraft,
    /// To be said, in order.
    pub outs: Vec<Out>,
    /// To be said after the topics: closing a socket comes last.
    pub last: Vec<Out>,
    /// To be rendered.
    pub marks: Marks,
    /// To be greeted.
    pub knocks: Vec<Knock>,
    /// To be told the state.
    pub lookers: Vec<oneshot::Sender<Arc<Moment>>>,
    /// It holds more than what players did on their phones: it does not wait for more of that.
    pub urgent: bool,
    /// Under which traces the log tells of what was accepted.
    pub traces: Vec<Span>,
}

impl Draft {
    /// Has anything happened that is to be kept or said?
    pub(super) fn says_something(&self) -> bool {
        let says = |outs: &[Out]| !outs.is_empty();
        !self.records.is_empty() || says(&self.first) || says(&self.outs) || says(&self.last)
    }
}

/// Characters of what is told of something wrong: the libraries that judge it name the wrong value, however long it is.
const LONGEST_WORDS: usize = 300;

/// The wire's form of a refusal.
pub fn system_error(refusal: &Refusal, action_id: Option<&str>) -> SystemError {
    let mut params = refusal.params();
    if let Some(serde_json::Value::String(reason)) = params.get_mut("reason") {
        shorten(reason);
    }
    let mut message = refusal.to_string();
    shorten(&mut message);
    SystemError {
        code: refusal.code().to_owned(),
        message,
        action_id: action_id.map(str::to_owned),
        params,
    }
}

fn shorten(text: &mut String) {
    if let Some((at, _)) = text.char_indices().nth(LONGEST_WORDS) {
        text.truncate(at);
        text.push('…');
    }
}
