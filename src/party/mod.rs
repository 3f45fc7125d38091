//! A party: an actor with a journal. `channel()` gives a handle, cheap to clone, and the actor to be spawned. Knows games, the
//! protocol and the store; no HTTP, no sockets but their queues, no sound.

mod actor;
mod avatar;
mod bulk;
mod clock;
mod core;
mod crowd;
mod decide;
mod draft;
mod fanout;
mod fold;
mod guests;
#[cfg(any(test, feature = "hostile"))]
pub mod hostile;
mod journal;
mod keeper;
mod moment;
mod name;
mod outbox;
mod pace;
mod past;
mod post;
mod presence;
mod render;
mod restore;
mod roll;
mod round;
mod rows;
mod seal;
mod session;
mod sitting;
mod state;
mod tick;

pub use actor::{PartyActor, channel};
pub use avatar::ANIMALS;
pub use decide::Stamp;
pub use draft::{Exhibit, Happening, Show, system_error};
pub use fanout::{Admission, ConnId, Sockets};
pub use moment::Moment;
#[cfg(test)]
pub use outbox::tests as queues;
pub use outbox::{Courier, Inbox, Outbox, Waiting};
pub use past::JournalOf;
pub use post::Post;
pub use restore::{RestoreError, accepted, folded, keep, rebuild};

use crate::game::{Refusal, Viewer};
use crate::id::{PartyCode, SeatId, TokenHash};
use crate::meter::Meter;
use crate::protocol::{
    ActionRequest, ActionResult, AudioOutput, CloseCode, FeedbackAnswer, FeedbackLine, JoinAnswer, JoinRequest, Lang,
    SoundState,
};
use crate::store::{Condition, Store, Told};
use draft::Reply;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tracing::Span;

/// Where phones reach this appliance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Host and port, as typed: `192.168.1.20:8080`.
    pub address: String,
    /// Others of this machine.
    pub others: Vec<String>,
}

/// What the appliance decides for its parties.
#[derive(Debug)]
pub struct Setting {
    /// The name that the host wishes for; without a wish a party keeps its own.
    pub name: Option<String>,
    /// The language that the host wishes for; the same.
    pub lang: Option<Lang>,
    /// Seats of a new party.
    pub max_players: u32,
    /// Guests whom a party has never seen: as many at once as it has seats, and one more each time that this has passed.
    pub newcomer_every: Duration,
    /// How long the countdown is after which a paused session goes on.
    pub countdown: Duration,
    /// After a restart: how long the first guest who is back waits for the others.
    pub patience: Duration,
    /// After so many events what the journal folds to is kept, so that a start is quick.
    pub keep_every: u32,
    around: watch::Sender<Surroundings>,
}

/// What may change around the parties while they run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// Where phones reach us.
    pub place: Place,
    /// Who plays the sounds.
    pub output: AudioOutput,
}

impl Setting {
    /// Settings for a house; what is around it can change while it runs.
    pub fn new(name: Option<String>, lang: Option<Lang>, output: AudioOutput, place: Place) -> Self {
        Self {
            name,
            lang,
            max_players: 1000,
            newcomer_every: Duration::from_millis(10),
            countdown: Duration::from_secs(5),
            patience: Duration::from_secs(10),
            keep_every: 100_000,
            around: watch::Sender::new(Surroundings { place, output }),
        }
    }

    /// What is around us now.
    pub fn around(&self) -> Surroundings {
        self.around.borrow().clone()
    }

    /// Follows it.
    pub fn watch(&self) -> watch::Receiver<Surroundings> {
        self.around.subscribe()
    }

    /// Something around us has changed: the parties look up.
    pub fn change(&self, change: impl FnOnce(&mut Surroundings)) {
        self.around.send_if_modified(|around| {
            let before = around.clone();
            change(around);
            *around != before
        });
    }
}

/// What a party beside the evening's may be called.
pub fn name_of_a_party(typed: &str) -> Result<String, Refusal> {
    name::normalise(typed)
}

/// Who knocks at the socket's door.
#[derive(Debug)]
pub enum Visitor {
    /// A TV: needs no token, may change nothing.
    Tv,
    /// Whoever this token belongs to.
    Holder(TokenHash),
}

/// What is asked of a party, and the trace under which the log tells of it.
struct Letter {
    ask: Ask,
    trace: Span,
}

enum Ask {
    Join(JoinRequest, oneshot::Sender<Result<Box<JoinAnswer>, Refusal>>),
    Attach {
        visitor: Visitor,
        admitted: oneshot::Sender<Result<Admission, CloseCode>>,
    },
    Detach(ConnId),
    ActAs {
        token: TokenHash,
        /// Whose address it came by, if it is a game's.
        game: Option<&'static str>,
        request: ActionRequest,
        stamp: Stamp,
        answer: oneshot::Sender<Result<ActionResult, Refusal>>,
    },
    Act {
        viewer: Viewer,
        request: ActionRequest,
        stamp: Stamp,
        reply: Reply,
    },
    Say {
        conn: ConnId,
        refusal: Refusal,
        action_id: Option<String>,
        trace_id: String,
    },
    Frame {
        seat: SeatId,
        kind: String,
        value: f64,
    },
    Ping {
        conn: ConnId,
        sent: f64,
        trace_id: String,
    },
    State(oneshot::Sender<Arc<Moment>>),
    Who(TokenHash, oneshot::Sender<Result<Viewer, Refusal>>),
    Names(oneshot::Sender<HashMap<SeatId, String>>),
    HostKey(TokenHash, oneshot::Sender<()>),
    Vitals(oneshot::Sender<Vitals>),
    Restart(oneshot::Sender<()>),
}

impl Ask {}

/// How a party is at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vitals {
    /// Seats that are taken.
    pub seats: usize,
    /// Its sockets and what waits for them.
    pub sockets: Sockets,
    /// Asks that wait for it.
    pub mailbox: usize,
}

/// The way to a party.
#[derive(Clone)]
pub struct PartyHandle {
    code: PartyCode,
    mailbox: mpsc::Sender<Letter>,
    show: broadcast::Sender<Show>,
    sound: watch::Receiver<SoundState>,
    exhibit: watch::Receiver<Option<Exhibit>>,
    setting: Arc<Setting>,
    store: Store,
}

impl PartyHandle {
    /// Its code.
    pub fn code(&self) -> &PartyCode {
        &self.code
    }

    /// What the appliance is to play and print from now on.
    pub fn show(&self) -> broadcast::Receiver<Show> {
        self.show.subscribe()
    }

    /// The tune and the volume, now and from now on.
    pub fn sound(&self) -> watch::Receiver<SoundState> {
        self.sound.clone()
    }

    /// The house's settings.
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// Gives a guest a seat.
    pub async fn join(&self, request: JoinRequest) -> Result<Box<JoinAnswer>, Refusal> {
        self.ask(|answer| Ask::Join(request, answer)).await?
    }

    /// Lets a socket in; its greeting is the first thing in the queue.
    pub async fn attach(&self, visitor: Visitor) -> Result<Admission, CloseCode> {
        let admitted = self.ask(|admitted| Ask::Attach { visitor, admitted }).await;
        admitted.unwrap_or_else(|refusal| Err(trouble(&refusal)))
    }

    /// A socket is gone.
    pub async fn detach(&self, conn: ConnId) {
        self.tell(Ask::Detach(conn)).await;
    }

    /// Acts for whoever holds the token; the answer is durable.
    pub async fn act_as(
        &self,
        token: TokenHash,
        request: ActionRequest,
        stamp: Stamp,
    ) -> Result<ActionResult, Refusal> {
        self.act_by(None, token, request, stamp).await
    }

    /// The same, of an action that is meant for this game alone.
    pub async fn act_in(
        &self,
        game: &'static str,
        token: TokenHash,
        request: ActionRequest,
        stamp: Stamp,
    ) -> Result<ActionResult, Refusal> {
        self.act_by(Some(game), token, request, stamp).await
    }

    async fn act_by(
        &self,
        game: Option<&'static str>,
        token: TokenHash,
        request: ActionRequest,
        stamp: Stamp,
    ) -> Result<ActionResult, Refusal> {
        self.ask(|answer| Ask::ActAs {
            token,
            game,
            request,
            stamp,
            answer,
        })
        .await?
    }

    /// Acts for a socket's viewer; the answer goes to the socket.
    pub async fn act(&self, conn: ConnId, viewer: Viewer, request: ActionRequest, trace_id: String, stamp: Stamp) {
        self.tell(Ask::Act {
            viewer,
            request,
            stamp,
            reply: Reply::Socket { conn, trace_id },
        })
        .await;
    }

    /// Tells a socket what was wrong with what it said, in its turn.
    pub async fn refuse(&self, conn: ConnId, refusal: Refusal, action_id: Option<String>, trace_id: String) {
        self.tell(Ask::Say {
            conn,
            refusal,
            action_id,
            trace_id,
        })
        .await;
    }

    /// A live value that only has to be seen; it may be missed.
    pub fn frame(&self, seat: SeatId, kind: String, value: f64) {
        let (ask, trace) = (Ask::Frame { seat, kind, value }, Span::none());
        let _ = self.mailbox.try_send(Letter { ask, trace });
    }

    /// Answers a page's ping with the party clock.
    pub async fn ping(&self, conn: ConnId, sent: f64, trace_id: String) {
        self.tell(Ask::Ping { conn, sent, trace_id }).await;
    }

    /// The present state, as the TV shows it; shared by those who ask at the same time.
    pub async fn state(&self) -> Result<Arc<Moment>, Refusal> {
        self.ask(Ask::State).await
    }

    /// Whose token this is.
    pub async fn who(&self, token: TokenHash) -> Result<Viewer, Refusal> {
        self.ask(|answer| Ask::Who(token, answer)).await?
    }

    /// The names of all seats, removed ones too.
    pub async fn names(&self) -> Result<HashMap<SeatId, String>, Refusal> {
        self.ask(Ask::Names).await
    }

    /// What may be read of the game on the table without asking the party.
    pub fn exhibit(&self) -> Option<Exhibit> {
        self.exhibit.borrow().clone()
    }

    /// The journal of what is exhibited.
    pub fn past(&self, exhibit: &Exhibit) -> JournalOf {
        JournalOf::new(self.store.clone(), self.code.clone(), exhibit.begun)
    }

    /// What guests have told the host, oldest first.
    pub async fn feedback(&self) -> Result<FeedbackAnswer, Refusal> {
        let told = self.store.feedback(&self.code).await.map_err(|error| {
            tracing::error!(%error, "the feedback cannot be read");
            Refusal::Internal
        })?;
        let line = |told: Told| FeedbackLine {
            id: told.id,
            name: told.name,
            stars: told.stars,
            text: told.text,
            at: told.at,
        };
        Ok(FeedbackAnswer {
            feedback: told.into_iter().map(line).collect(),
        })
    }

    /// How it is. Answered at once, whatever the disk does; an error means that nobody is there.
    pub async fn vitals(&self) -> Result<Vitals, Refusal> {
        let vitals: Vitals = self.ask(Ask::Vitals).await?;
        let mailbox = self.mailbox.max_capacity() - self.mailbox.capacity();
        Ok(Vitals { mailbox, ..vitals })
    }

    /// True once its actor is gone; nobody answers any more.
    pub fn is_lost(&self) -> bool {
        self.mailbox.is_closed()
    }

    /// What is counted in this house.
    pub fn meter(&self) -> &Meter {
        self.store.meter()
    }

    /// Lets whoever holds this token act as the host.
    pub async fn let_host_in(&self, token: TokenHash) -> Result<(), Refusal> {
        self.ask(|done| Ask::HostKey(token, done)).await
    }

    /// Stands still, durably, and then tells all pages that the appliance stops and will be back.
    pub async fn restart(&self) {
        // A party that is gone has told everybody already.
        let _ = self.ask(Ask::Restart).await;
    }

    async fn tell(&self, ask: Ask) {
        let trace = Span::current();
        // A party that is gone has nobody left to tell.
        let _ = self.mailbox.send(Letter { ask, trace }).await;
    }

    async fn ask<T>(&self, ask: impl FnOnce(oneshot::Sender<T>) -> Ask) -> Result<T, Refusal> {
        let (sender, receiver) = oneshot::channel();
        self.tell(ask(sender)).await;
        receiver.await.map_err(|_| unanswered(&self.store))
    }
}

/// Why an ask was dropped: the disk takes nothing, or else it is our fault.
fn unanswered(store: &Store) -> Refusal {
    match store.condition() {
        Condition::Well => Refusal::Internal,
        Condition::Full | Condition::Failing | Condition::Damaged => Refusal::Disk,
    }
}

/// The same for a socket.
fn trouble(refusal: &Refusal) -> CloseCode {
    match refusal {
        Refusal::Disk => CloseCode::Disk,
        _ => CloseCode::Healed,
    }
}
