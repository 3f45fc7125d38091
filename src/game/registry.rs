//! The one list of games, and the erasure of their types: a party holds a [`Table`], whatever is played on it.

use super::{
    Audience, Bulk, By, Ctx, Cue, Deck, Edition, Gallery, Game, Library, Meant, Music, Outcome, Placed, Refusal, Route,
    Row, Run, Stage, Standing, Tell, Unreadable, Viewer, arena, canvas, quest,
};
use crate::id::{PartyMs, SeatId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::sync::Arc;

type Open = fn(Value, &mut Deck, &mut Ctx) -> Result<Box<dyn Table>, Refusal>;

/// What the catalogue says of a game.
pub struct Entry {
    /// The name in URLs, in the journal and of the UI's folder.
    pub slug: &'static str,
    /// Its own addresses.
    pub routes: &'static [Route],
    /// What the schema of its moves is called.
    pub moves: fn() -> Cow<'static, str>,
    starts_empty: bool,
    open: Open,
    check: fn(Value, &dyn Library) -> Result<Value, Refusal>,
    resume: fn(&RawValue) -> serde_json::Result<Box<dyn Table>>,
    library: fn(Vec<Value>, Vec<Value>) -> Option<Value>,
}

/// Every game there is.
pub const GAMES: [Entry; 3] = [
    entry::<arena::Arena>(),
    entry::<canvas::Canvas>(),
    entry::<quest::Quest>(),
];

const fn entry<G: Game>() -> Entry {
    Entry {
        slug: G::SLUG,
        routes: G::ROUTES,
        moves: <G::Move as JsonSchema>::schema_name,
        starts_empty: G::STARTS_EMPTY,
        open: open::<G>,
        check: check::<G>,
        resume: resume::<G>,
        library: G::library,
    }
}

fn find(slug: &str) -> Result<&'static Entry, Refusal> {
    GAMES.iter().find(|game| game.slug == slug).ok_or(Refusal::GameUnknown)
}

/// Reads settings and fills in the defaults, without starting anything.
pub fn check_settings(slug: &str, settings: Value, library: &dyn Library) -> Result<Value, Refusal> {
    (find(slug)?.check)(settings, library)
}

/// May a session of this game start before anybody has joined?
pub fn starts_empty(slug: &str) -> bool {
    find(slug).is_ok_and(|game| game.starts_empty)
}

/// The slug as the registry holds it, if there is such a game.
pub fn slug(slug: &str) -> Option<&'static str> {
    find(slug).ok().map(|game| game.slug)
}

/// What a host can choose from for this game, if it is played from anything that could be brought in.
pub fn library(slug: &str, kept: Vec<Value>, runs: Vec<Value>) -> Option<Value> {
    find(slug).ok().and_then(|game| (game.library)(kept, runs))
}

/// The routes of a game.
pub fn routes(slug: &str) -> &'static [Route] {
    find(slug).map_or(&[], |game| game.routes)
}

/// Starts a session.
pub fn open_table(slug: &str, settings: Value, deck: &mut Deck, ctx: &mut Ctx) -> Result<Box<dyn Table>, Refusal> {
    (find(slug)?.open)(settings, deck, ctx)
}

/// Takes a session up again from the state that its first event carries. `None` if this build does not know the game.
pub fn resume_table(slug: &str, state: &RawValue) -> Option<serde_json::Result<Box<dyn Table>>> {
    find(slug).ok().map(|game| (game.resume)(state))
}

/// A message as it goes on the wire, its game forgotten.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The envelope's `type`.
    pub kind: String,
    /// The payload, already text: when a level closes, a thousand of them are there at once.
    pub payload: Box<RawValue>,
}

/// [`Tell`] with its game forgotten.
#[derive(Default)]
pub struct Told {
    /// Messages that replace a topic of their audience.
    pub topics: Vec<(Audience, Topic)>,
    /// The same, in no hurry.
    pub calm: Vec<(Audience, Topic)>,
    /// Messages that change no topic.
    pub cues: Vec<(Audience, Topic)>,
    /// Changes of what is too large to be a topic.
    pub bulk: Vec<Bulk>,
    /// What else the gallery must know, if it has changed.
    pub notice: Option<Value>,
    /// These went away from their phones.
    pub away: Vec<SeatId>,
    /// `game.event`s.
    pub events: Vec<(Audience, &'static str, Value)>,
    /// Sounds, in order.
    pub sounds: Vec<Cue>,
    /// Rows for the read models.
    pub rows: Vec<Row>,
    /// `session.state` changed.
    pub stage: bool,
    /// `leaderboard.update` changed.
    pub board: bool,
    /// These players changed.
    pub players: std::collections::BTreeSet<SeatId>,
}

/// What followed in a game, already applied: packed for the journal, and what it lets be known.
pub struct Step {
    /// For the journal.
    pub packed: Vec<u8>,
    /// For the room.
    pub told: Told,
}

/// An accepted move.
pub struct Played {
    /// What followed.
    pub step: Step,
    /// What it answers.
    pub answer: Outcome,
    /// The same, if the journal must keep it.
    pub kept: Option<Box<RawValue>>,
}

/// A game being played, whichever it is. Every method that decides also applies.
pub trait Table: Send {
    /// The game's slug.
    fn slug(&self) -> &'static str;
    /// Judges whether a move is meant for what is played here.
    fn meant(&self, by: By, meant: Meant<'_>) -> Result<(), Refusal>;
    /// Judges and makes a move.
    fn play(&mut self, by: By, action_type: &str, payload: Value, ctx: &mut Ctx) -> Result<Played, Refusal>;
    /// Lets follow what follows by itself, once.
    fn tick(&mut self, ctx: &mut Ctx) -> Option<Step>;
    /// Applies what the journal keeps of a move or a tick again.
    fn replay(&mut self, by: Option<By>, packed: &[u8], now: PartyMs) -> Result<(), Unreadable>;
    /// The same, and gives what it had let be known.
    fn replay_told(&mut self, by: Option<By>, packed: &[u8], now: PartyMs) -> Result<Told, Unreadable>;
    /// What a move answers that has just been applied, if the journal did not keep it: JSON.
    fn answer_text(&self, by: By) -> String;
    /// So many answers of each seat are kept.
    fn answers_kept(&self) -> usize;
    /// When `tick` wants to be called next.
    fn due(&self) -> Option<PartyMs>;
    /// Where the session stands.
    fn stage(&self) -> Stage;
    /// The run of a campaign, in a game that has one.
    fn run(&self) -> Option<Run>;
    /// The tune of the moment.
    fn music(&self) -> Music;
    /// How a player stands.
    fn standing(&self, seat: SeatId) -> Option<Standing>;
    /// The board as last shown.
    fn board(&self) -> Vec<Placed>;
    /// Does this viewer follow the leaderboard now?
    fn follows_board(&self, viewer: Viewer) -> bool;
    /// Is the session over?
    fn finished(&self) -> bool;
    /// Does it stand still after a restart until its guests are back?
    fn waits_for_guests(&self) -> bool;
    /// Must this player's phone stay away?
    fn away(&self, seat: SeatId) -> bool;
    /// Where its large thing stands.
    fn edition(&self) -> Option<Edition>;
    /// What others may read of it.
    fn gallery(&self) -> Option<Arc<dyn Gallery>>;
    /// A live value as far as it may be shown.
    fn live(&self, seat: SeatId, kind: &str, value: f64, now: PartyMs) -> Option<f64>;
    /// The whole present state for a viewer.
    fn greet(&self, viewer: Viewer) -> Vec<Topic>;
    /// The whole state, for the journal's first event of the session.
    fn save(&self) -> Box<RawValue>;
}

struct Playing<G>(G);

impl<G: Game> Table for Playing<G> {
    fn slug(&self) -> &'static str {
        G::SLUG
    }

    fn meant(&self, by: By, meant: Meant<'_>) -> Result<(), Refusal> {
        self.0.meant(by, meant)
    }

    fn play(&mut self, by: By, action_type: &str, payload: Value, ctx: &mut Ctx) -> Result<Played, Refusal> {
        let mv = read_move::<G>(action_type, payload)?;
        let now = ctx.now;
        let (events, said) = self.0.play(by, mv, ctx)?;
        let step = self.happen(&events, now);
        let kept = (!said.is_null()).then(|| raw(&said));
        let answer = if said.is_null() { self.0.answer(by) } else { said };
        Ok(Played { step, answer, kept })
    }

    fn tick(&mut self, ctx: &mut Ctx) -> Option<Step> {
        let now = ctx.now;
        let events = self.0.tick(ctx);
        (!events.is_empty()).then(|| self.happen(&events, now))
    }

    fn replay(&mut self, by: Option<By>, packed: &[u8], now: PartyMs) -> Result<(), Unreadable> {
        self.0.replay(by, packed, now)
    }

    fn replay_told(&mut self, by: Option<By>, packed: &[u8], now: PartyMs) -> Result<Told, Unreadable> {
        Ok(self.apply_all(&G::unpack(by, packed)?, now))
    }

    fn answer_text(&self, by: By) -> String {
        self.0.answer_text(by)
    }

    fn answers_kept(&self) -> usize {
        G::ANSWERS_KEPT
    }

    fn due(&self) -> Option<PartyMs> {
        self.0.due()
    }

    fn stage(&self) -> Stage {
        self.0.stage()
    }

    fn run(&self) -> Option<Run> {
        self.0.run()
    }

    fn music(&self) -> Music {
        self.0.music()
    }

    fn standing(&self, seat: SeatId) -> Option<Standing> {
        self.0.standing(seat)
    }

    fn board(&self) -> Vec<Placed> {
        self.0.board()
    }

    fn follows_board(&self, viewer: Viewer) -> bool {
        self.0.follows_board(viewer)
    }

    fn finished(&self) -> bool {
        self.0.finished()
    }

    fn waits_for_guests(&self) -> bool {
        self.0.waits_for_guests()
    }

    fn away(&self, seat: SeatId) -> bool {
        self.0.away(seat)
    }

    fn edition(&self) -> Option<Edition> {
        self.0.edition()
    }

    fn gallery(&self) -> Option<Arc<dyn Gallery>> {
        self.0.gallery()
    }

    fn live(&self, seat: SeatId, kind: &str, value: f64, now: PartyMs) -> Option<f64> {
        self.0.live(seat, kind, value, now)
    }

    fn greet(&self, viewer: Viewer) -> Vec<Topic> {
        self.0.greet(viewer).iter().map(topic).collect()
    }

    fn save(&self) -> Box<RawValue> {
        raw(&self.0)
    }
}

impl<G: Game> Playing<G> {
    fn happen(&mut self, events: &[G::Event], now: PartyMs) -> Step {
        let told = self.apply_all(events, now);
        let packed = G::pack(events);
        Step { packed, told }
    }

    fn apply_all(&mut self, events: &[G::Event], now: PartyMs) -> Told {
        let mut tell = Tell::default();
        for event in events {
            self.0.apply(event, now);
            self.0.tell(event, &mut tell);
        }
        let notice = tell.notice.then(|| self.0.notice());
        Told {
            notice,
            ..Told::from(tell)
        }
    }
}

impl<M: Serialize> From<Tell<M>> for Told {
    fn from(tell: Tell<M>) -> Self {
        let forget = |messages: &[(Audience, M)]| {
            let messages = messages.iter();
            messages
                .map(|(audience, message)| (*audience, topic(message)))
                .collect()
        };
        Self {
            topics: forget(&tell.topics),
            calm: forget(&tell.calm),
            cues: forget(&tell.cues),
            bulk: tell.bulk,
            notice: None,
            away: tell.away,
            events: tell.events,
            sounds: tell.sounds,
            rows: tell.rows,
            stage: tell.stage,
            board: tell.board,
            players: tell.players,
        }
    }
}

fn open<G: Game>(settings: Value, deck: &mut Deck, ctx: &mut Ctx) -> Result<Box<dyn Table>, Refusal> {
    Ok(Box::new(Playing(G::open(read_settings::<G>(settings)?, deck, ctx)?)))
}

fn check<G: Game>(settings: Value, library: &dyn Library) -> Result<Value, Refusal> {
    let setup = read_settings::<G>(settings)?;
    G::check(&setup, library)?;
    serde_json::to_value(setup).map_err(|_| Refusal::Internal)
}

fn resume<G: Game>(state: &RawValue) -> serde_json::Result<Box<dyn Table>> {
    let game: G = serde_json::from_str(state.get())?;
    Ok(Box::new(Playing(game)))
}

fn read_settings<G: Game>(settings: Value) -> Result<G::Setup, Refusal> {
    if !settings.is_object() {
        return Err(Refusal::SetupInvalid {
            reason: "an object is expected".to_owned(),
        });
    }
    serde_json::from_value(settings).map_err(|error| Refusal::SetupInvalid {
        reason: error.to_string(),
    })
}

fn read_move<G: Game>(action_type: &str, payload: Value) -> Result<G::Move, Refusal> {
    let payload = if payload.is_null() { json!({}) } else { payload };
    let tagged = json!({ "action_type": action_type, "payload": payload });
    serde_json::from_value(tagged).map_err(|error| {
        let reason = error.to_string();
        match reason.starts_with(&format!("unknown variant `{action_type}`")) {
            true => Refusal::ActionUnknown,
            false => Refusal::Malformed { reason },
        }
    })
}

/// How games' messages serialise; anything else would be a mistake in a game, caught by its first test.
#[derive(Deserialize)]
struct Tagged {
    #[serde(rename = "type")]
    kind: String,
    payload: Box<RawValue>,
}

fn topic(message: &impl Serialize) -> Topic {
    let Tagged { kind, payload } =
        serde_json::from_str(raw(message).get()).expect("a game's messages are objects with a type and a payload");
    Topic { kind, payload }
}

fn raw(value: &impl Serialize) -> Box<RawValue> {
    serde_json::value::to_raw_value(value).expect("states and events have string keys and finite numbers")
}
