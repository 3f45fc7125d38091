//! What a game is: a pure state machine. `play` turns a move into events, `apply` alone changes state, `tell` says what
//! viewers may know. Games contain no clock, no I/O, no sockets, no pause and no reconnects; those are the party's.

mod gallery;
#[cfg(any(test, feature = "hostile"))]
pub mod hostile;
mod refusal;

pub mod arena;
pub mod canvas;
pub mod quest;
pub mod registry;

pub use crate::row::{Library, NoLibrary, Row, Work};
pub use gallery::{Gallery, Journaled, Method, Number, Past, Question, Reply, Route, Serves, Who};
pub use refusal::Refusal;

use crate::id::{PartyMs, SeatId};
use rand::Rng;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Who makes a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A player, from its phone.
    Seat(SeatId),
    /// The host.
    Host,
}

/// What a move says of itself beyond what is to be done: which run and which character it means. A party that has moved on, or a
/// hero that has changed hands, must not be hit by what was meant for another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Meant<'a> {
    /// The run.
    pub run: Option<&'a str>,
    /// The character in it.
    pub character: Option<u32>,
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
    /// Those, and the ones that were connected within the last 10 s: nobody is given up for a moment without Wi-Fi.
    pub lately: &'a BTreeSet<SeatId>,
    /// Of a guest who left and came again: the seat that the same phone held before.
    pub earlier: &'a BTreeMap<SeatId, SeatId>,
    /// What the party sends to its guests, bytes a second, measured. Input, not history.
    pub load: u64,
    /// What the house keeps beyond the evening: for [`Game::open`] alone, which writes what it takes of it into the state.
    pub library: &'a dyn Library,
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
    /// An easy level, a calm scene.
    Calm,
    /// A harder level, a fight.
    Chase,
    /// The podium, a triumph.
    Finale,
    /// A scene to marvel at.
    Wonder,
    /// A scene of waiting for something bad.
    Tense,
    /// A scene in which it comes nearer.
    Danger,
    /// A sad scene.
    Sorrow,
    /// A feast, a dance.
    Merry,
    /// A riddle.
    Mystery,
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

/// A campaign's run, as `system.hello` tells whoever connects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Run {
    /// Identifies it over all its evenings.
    pub campaign_run_id: String,
    /// The number of the present scene; 0 before the first.
    pub scene: u32,
    /// The heroes, in the order in which they joined.
    pub members: Vec<Member>,
}

/// A hero of a run, and who plays it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// Its number in the run, from 1.
    pub character_id: u32,
    /// Its name.
    pub display_name: String,
    /// Nobody at the moment if `None`.
    pub player_id: Option<SeatId>,
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

/// What an accepted move answers to whoever made it. `Null` if it can be read off the state, by [`Game::answer`]: then the journal
/// does not keep it.
pub type Outcome = serde_json::Value;

/// Events that are none of this game's.
#[derive(Debug, thiserror::Error)]
#[error("the game's events cannot be read: {0}")]
pub struct Unreadable(pub String);

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

/// A change of something too large to be a topic, which pages hold and count the versions of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bulk {
    /// One item was changed; that raised the version by one.
    Item {
        /// Cell and colour, as the frame carries them.
        item: u32,
        /// Whose it is now; `None` is the host's.
        by: Option<SeatId>,
        /// It is again as it was before: `by` did that once, and nobody just now.
        returns: bool,
    },
    /// All of it is another: what pages hold is void, and versions begin at 0.
    Reset {
        /// Which begins.
        epoch: u32,
        /// What it begins with.
        cells: Arc<[u8]>,
    },
}

/// Where a large thing stands: which of its epochs, and which version of that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Raised when all of it becomes another.
    pub epoch: u32,
    /// Raised by one with every item.
    pub version: u32,
}

/// What an applied event lets be known: messages by audience, sounds, rows, and which of the party's own topics changed.
pub struct Tell<M> {
    /// Messages that replace a topic of their audience.
    pub topics: Vec<(Audience, M)>,
    /// The same, for what changes all the time and need not be seen at once: only the latest goes out, every few seconds.
    pub calm: Vec<(Audience, M)>,
    /// Changes of what is too large to be a topic.
    pub bulk: Vec<Bulk>,
    /// Messages that change no topic, go out once and may be missed.
    pub cues: Vec<(Audience, M)>,
    /// What [`Game::notice`] says has changed.
    pub notice: bool,
    /// These went away from their phones: once they have been told, their sockets are closed, and the pages stay away.
    pub away: Vec<SeatId>,
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
            calm: Vec::new(),
            bulk: Vec::new(),
            cues: Vec::new(),
            notice: false,
            away: Vec::new(),
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

    /// Its own addresses.
    const ROUTES: &'static [Route] = &[];
    /// May it start before anybody has joined?
    const STARTS_EMPTY: bool = false;
    /// So many answers of each seat are kept at least, so that a repeated action is answered as the first time.
    const ANSWERS_KEPT: usize = 0;

    /// What a host can choose from: what comes with the product, with what was brought in and what was saved, each as this game had
    /// described it. `None` if it is played from nothing that could be brought in.
    fn library(_kept: Vec<serde_json::Value>, _runs: Vec<serde_json::Value>) -> Option<serde_json::Value> {
        None
    }
    /// Judges the settings without starting anything.
    fn check(setup: &Self::Setup, library: &dyn Library) -> Result<(), Refusal>;
    /// Starts a session with the seats of `ctx`. Everything random is drawn here and kept in the state.
    fn open(setup: Self::Setup, deck: &mut Deck, ctx: &mut Ctx) -> Result<Self, Refusal>;
    /// Judges whether a move is meant for what is played here. Games without runs and characters take it as it comes.
    fn meant(&self, _by: By, _meant: Meant<'_>) -> Result<(), Refusal> {
        Ok(())
    }
    /// Judges a move. Nothing changes but by the events returned.
    fn play(&self, by: By, mv: Self::Move, ctx: &mut Ctx) -> Result<(Vec<Self::Event>, Outcome), Refusal>;
    /// What follows by itself: deadlines, everyone having answered, seats come or gone. Called after every change and when
    /// [`Game::due`] has come, again and again until it returns nothing.
    fn tick(&self, ctx: &mut Ctx) -> Vec<Self::Event>;
    /// When `tick` wants to be called next.
    fn due(&self) -> Option<PartyMs>;
    /// Changes the state. Must not fail, draw or look at a clock; `now` is the event's own time.
    fn apply(&mut self, event: &Self::Event, now: PartyMs);
    /// What a move answers whose outcome was `Null`, right after its events were applied.
    fn answer(&self, _by: By) -> Outcome {
        serde_json::json!({})
    }
    /// The same as text, which a replay asks for after every such move.
    fn answer_text(&self, by: By) -> String {
        self.answer(by).to_string()
    }
    /// The events of one move as the journal keeps them: JSON, unless there are thousands of them.
    fn pack(events: &[Self::Event]) -> Vec<u8> {
        serde_json::to_vec(events).expect("events have string keys and finite numbers")
    }
    /// Reads them back; `by` made the move that they followed from, and is nobody if they followed by themselves.
    fn unpack(_by: Option<By>, packed: &[u8]) -> Result<Vec<Self::Event>, Unreadable> {
        serde_json::from_slice(packed).map_err(|error| Unreadable(error.to_string()))
    }
    /// Applies what the journal keeps of a move again.
    fn replay(&mut self, by: Option<By>, packed: &[u8], now: PartyMs) -> Result<(), Unreadable> {
        for event in Self::unpack(by, packed)? {
            self.apply(&event, now);
        }
        Ok(())
    }
    /// What becomes known through `event`, which has just been applied.
    fn tell(&self, event: &Self::Event, out: &mut Tell<Self::Msg>);
    /// The whole present state of this game for one viewer, as topics.
    fn greet(&self, viewer: Viewer) -> Vec<Self::Msg>;

    /// Where the session stands.
    fn stage(&self) -> Stage;
    /// The run of a campaign, in a game that has one.
    fn run(&self) -> Option<Run> {
        None
    }
    /// The tune of the moment.
    fn music(&self) -> Music;
    /// How one player stands; `None` for a seat that is not in the session.
    fn standing(&self, seat: SeatId) -> Option<Standing>;
    /// The board as last shown, best first.
    fn board(&self) -> Vec<Placed>;
    /// True once the session is over; it never becomes false again.
    fn finished(&self) -> bool;
    /// Where the game's large thing stands, if it has one.
    fn edition(&self) -> Option<Edition> {
        None
    }
    /// What others may read of the large thing: a copy that follows the bulk of what is durable.
    fn gallery(&self) -> Option<Arc<dyn Gallery>> {
        None
    }
    /// What else the gallery must know.
    fn notice(&self) -> serde_json::Value {
        serde_json::Value::Null
    }
    /// Must this player's phone stay away until it has asked to play?
    fn away(&self, _seat: SeatId) -> bool {
        false
    }
    /// Does this viewer follow the leaderboard now? Where it changes with every move, phones do not.
    fn follows_board(&self, _viewer: Viewer) -> bool {
        true
    }
    /// After a restart: does the game stand still until its guests are back?
    fn waits_for_guests(&self) -> bool {
        true
    }
    /// A live value from a player's phone (how far it says it is), as far as it may be shown; `None` if nothing of this kind is
    /// live. It never counts.
    fn live(&self, _seat: SeatId, _kind: &str, _value: f64, _now: PartyMs) -> Option<f64> {
        None
    }
}
