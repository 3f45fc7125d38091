//! What a game is: a pure state machine. `play` turns a move into events, `apply` alone changes state, `tell` says what
//! viewers may know. Games contain no clock, no I/O, no sockets, no pause and no reconnects; those are the party's.

mod refusal;

pub mod arena;
pub mod canvas;
pub mod registry;

pub use crate::row::Row;
pub use refusal::Refusal;

use crate::id::{PartyMs, SeatId};
use rand::Rng;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeSet;

/// Who makes a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A player, from its phone.
    Seat(SeatId),
    /// The host.
    Host,
}

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase", tag = "viewer", content = "player_id")]
pub enum Viewer {
    /// The big screen: follows everyone, may change nothing.
    Tv,
    /// The host's page.
    Host,
    /// A player's phone.
    Player(SeatId),
}

/// Whom a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// Everyone who is connected.
    All,
    /// Those who follow everyone: TVs and hosts.
    Stage,
    /// The phones, not the stage.
    Players,
    /// One seat.
    Seat(SeatId),
}

/// What `play` and `tick` may look at. The random source is for deciding only: what was drawn must be written into the event.
pub struct Ctx<'a> {
    /// Party time.
    pub now: PartyMs,
    /// When the move counts as made: `now` less what the player's connection cost it (the fair clock), never more than
    /// [`LAG_CAP_MS`] back. Equal to `now` in `tick`.
    pub at: PartyMs,
    /// Randomness.
    pub rng: &'a mut dyn Rng,
    /// Every seat of the party that is not removed, in order of joining.
    pub seats: &'a BTreeSet<SeatId>,
    /// The seats whose phones are connected now. Input, not history.
    pub present: &'a BTreeSet<SeatId>,
}

/// At most so much lag is credited to a player; a question stays open this much longer for what is under way. Milliseconds.
pub const LAG_CAP_MS: i64 = 250;

/// A sound that the show makes, on whichever output plays it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// A guest came in.
    Join,
    /// One second of a countdown, or one more answer.
    Tick,
    /// The right answer is shown.
    Right,
    /// Nobody was right, or time ran out.
    Wrong,
    /// A level begins.
    Level,
    /// A new leader.
    Lead,
    /// The last ten seconds of a level begin.
    Hurry,
    /// The session is won.
    Win,
    /// A gift falls.
    Gift,
    /// The silence before something is revealed ends.
    Reveal,
}

/// Which tune fits the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Music {
    /// Guests are arriving.
    Lobby,
    /// An easy level.
    Calm,
    /// A harder level.
    Chase,
    /// The podium.
    Finale,
    /// Nothing, before a reveal or while paused.
    Silence,
}

/// A deadline that pages count down to, in party time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Timer {
    /// When it began, ms of party time.
    pub opened: PartyMs,
    /// When it ends, ms of party time.
    pub deadline: PartyMs,
}

/// What `session.state` says of the game: where the session stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stage {
    /// The round or level being played, from 1.
    pub round: u32,
    /// The game's own name for the moment, such as `intro`, `play`, `board`, `podium`.
    pub phase: String,
    /// What is being counted down, if anything.
    pub timer: Option<Timer>,
}

/// A player's status, as the arena's contract names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PlayerStatus {
    /// In the party, not in play.
    Ready,
    /// Playing the present level.
    Playing,
    /// Finished with the present level, or with the session.
    Done,
}

/// How one player stands in the session.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Ready, playing, done.
    pub status: PlayerStatus,
    /// The level's name.
    pub current_level: Option<String>,
    /// Points so far.
    pub score: i64,
    /// How far through the present level, 0 to 1.
    pub progress: f32,
}

/// One line of the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Whose.
    pub seat: SeatId,
    /// From 1; equal scores share a place.
    pub place: u32,
    /// Points so far.
    pub score: i64,
    /// Points gained since the board was last shown.
    pub gained: i64,
    /// Places climbed since then; negative when fallen.
    pub moved: i32,
}

/// What an accepted move answers to whoever made it.
pub type Outcome = serde_json::Value;

/// What an evening has already shown, so that no card comes twice while there are fresh ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Deck(BTreeSet<String>);

impl Deck {
    /// Has this card been drawn this evening?
    pub fn holds(&self, card: &str) -> bool {
        self.0.contains(card)
    }

    /// Draws `n` different cards of `pool`, fresh ones first, and remembers them. Fewer only if the pool itself is smaller.
    pub fn draw(&mut self, pool: &[&str], n: usize, rng: &mut dyn Rng) -> Vec<String> {
        use rand::seq::SliceRandom;
        let (mut fresh, mut seen): (Vec<&str>, Vec<&str>) =
            pool.iter().copied().partition(|card| !self.0.contains(*card));
        fresh.shuffle(rng);
        seen.shuffle(rng);
        let drawn: Vec<String> = fresh.into_iter().chain(seen).take(n).map(str::to_owned).collect();
        self.0.extend(drawn.iter().cloned());
        drawn
    }
}

/// What an applied event lets be known: messages by audience, sounds, rows, and which of the party's own topics changed.
pub struct Tell<M> {
    /// Messages that replace a topic of their audience.
    pub topics: Vec<(Audience, M)>,
    /// What `game.event` shows once: `(audience, kind, payload)`. It changes no topic and may be missed.
    pub events: Vec<(Audience, &'static str, serde_json::Value)>,
    /// Sounds, in order.
    pub sounds: Vec<Cue>,
    /// Rows for the read models.
    pub rows: Vec<Row>,
    /// `session.state` changed.
    pub stage: bool,
    /// `leaderboard.update` changed.
    pub board: bool,
    /// These players' `player.update` changed.
    pub players: BTreeSet<SeatId>,
}

impl<M> Default for Tell<M> {
    fn default() -> Self {
        Self {
            topics: Vec::new(),
            events: Vec::new(),
            sounds: Vec::new(),
            rows: Vec::new(),
            stage: false,
            board: false,
            players: BTreeSet::new(),
        }
    }
}

/// A game's rules. Everything that a session needs to be resumed is in `Self`, which is what the journal's first event carries.
pub trait Game: Serialize + DeserializeOwned + Send + Sized + 'static {
    /// The name in URLs, in the journal and of the UI's folder.
    const SLUG: &'static str;
    /// Timings and rules that the host may choose; `{}` means the defaults.
    type Setup: DeserializeOwned + Serialize + JsonSchema;
    /// What players and the host may ask for.
    type Move: DeserializeOwned + JsonSchema;
    /// What happened: private, the journal's, never sent.
    type Event: Serialize + DeserializeOwned + Send;
    /// What a viewer may know. Serialised as `{"type", "payload"}`.
    type Msg: Serialize + JsonSchema;

    /// Judges the settings without starting anything.
    fn check(setup: &Self::Setup) -> Result<(), Refusal>;
    /// Starts a session with the seats of `ctx`. Everything random is drawn here and kept in the state.
    fn open(setup: Self::Setup, deck: &mut Deck, ctx: &mut Ctx) -> Result<Self, Refusal>;
    /// Judges a move. Nothing changes but by the events returned.
    fn play(&self, by: By, mv: Self::Move, ctx: &mut Ctx) -> Result<(Vec<Self::Event>, Outcome), Refusal>;
    /// What follows by itself: deadlines, everyone having answered, seats come or gone. Called after every change and when
    /// [`Game::due`] has come, again and again until it returns nothing.
    fn tick(&self, ctx: &mut Ctx) -> Vec<Self::Event>;
    /// When `tick` wants to be called next.
    fn due(&self) -> Option<PartyMs>;
    /// Changes the state. Must not fail, draw or look at a clock; `now` is the event's own time.
    fn apply(&mut self, event: &Self::Event, now: PartyMs);
    /// What becomes known through `event`, which has just been applied.
    fn tell(&self, event: &Self::Event, out: &mut Tell<Self::Msg>);
    /// The whole present state of this game for one viewer, as topics.
    fn greet(&self, viewer: Viewer) -> Vec<Self::Msg>;

    /// Where the session stands.
    fn stage(&self) -> Stage;
    /// The tune of the moment.
    fn music(&self) -> Music;
    /// How one player stands; `None` for a seat that is not in the session.
    fn standing(&self, seat: SeatId) -> Option<Standing>;
    /// The board as last shown, best first.
    fn board(&self) -> Vec<Placed>;
    /// True once the session is over; it never becomes false again.
    fn finished(&self) -> bool;
    /// A live value from a player's phone (how far it says it is), as far as it may be shown; `None` if nothing of this kind is
    /// live. It never counts.
    fn live(&self, _seat: SeatId, _kind: &str, _value: f64, _now: PartyMs) -> Option<f64> {
        None
    }
}
