//! What the arena says and hears: its settings, moves and messages. `Msg` has no field in which an open question's answer could travel.

use crate::id::{PartyMs, SeatId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The three levels, always in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The first and easiest.
    Green,
    /// The second.
    Yellow,
    /// The last and hardest.
    Red,
}

/// The three mini-games, one of each family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MiniGameKind {
    /// Snowball rush: two thumbs in turn.
    Tap,
    /// Six questions of four choices.
    Choose,
    /// A sliding picture.
    Puzzle,
}

/// One level as the host sets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelSetup {
    /// Which level.
    pub level: Level,
    /// Which mini-game is played.
    pub mini_game: MiniGameKind,
    /// Seconds of play: 5 to 600. For `choose` the seconds of one question, 5 to 120.
    pub seconds: u32,
    /// Points for a perfect result: 100 to 10,000.
    pub points: u32,
}

/// The arena's timings and rules. Every field may be left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Setup {
    /// Green, yellow and red, in this order, each once.
    pub levels: Vec<LevelSetup>,
    /// Seconds for which a level is announced, 1 to 60.
    pub intro_seconds: u32,
    /// Seconds for which the board stands between levels, 1 to 120.
    pub board_seconds: u32,
    /// Seconds for which an answer is shown, 1 to 60.
    pub reveal_seconds: u32,
    /// Points of the gift that falls between levels, 0 (no gift) to 5,000; twice as much for the last third after yellow.
    pub gift_points: u32,
}

impl Default for Setup {
    fn default() -> Self {
        let level = |level, mini_game, seconds, points| LevelSetup {
            level,
            mini_game,
            seconds,
            points,
        };
        Self {
            levels: vec![
                level(Level::Green, MiniGameKind::Tap, 20, 1000),
                level(Level::Yellow, MiniGameKind::Choose, 15, 1500),
                level(Level::Red, MiniGameKind::Puzzle, 90, 2000),
            ],
            intro_seconds: 6,
            board_seconds: 14,
            reveal_seconds: 5,
            gift_points: 100,
        }
    }
}

/// What a player may ask for, as `action_type` and `payload` of `action.request`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action_type", content = "payload", rename_all = "lowercase")]
pub enum Move {
    /// A level's result, or one answer of it. It is what `POST /api/progress` carries.
    Progress(Progress),
    /// Catch the gift that falls between levels.
    Catch {},
    /// The host: on to the next phase.
    Skip {},
    /// The host: finish now, with the points there are.
    End {},
}

/// A result as the phone reports it. The server computes the points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The level it belongs to.
    pub level: Level,
    /// The phone's count: snowballs thrown, 0 for the others. Checked, never trusted.
    pub score: i64,
    /// Milliseconds spent, as the phone measured them. Informative.
    pub time: i64,
    /// The mini-game's own account.
    pub details: Details,
}

/// What each mini-game reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Details {
    /// Snowball rush: how many in each second of play; they add up to `score`. May be sent again with more while the level runs
    /// (`done: false`), so that a lost phone keeps what it had.
    Tap {
        /// Snowballs in each second since the level opened.
        per_second: Vec<u16>,
        /// True for the last report.
        #[serde(default)]
        done: bool,
    },
    /// One answer.
    Choose {
        /// Index of the question, from 0.
        question: u32,
        /// Index of the choice, 0 to 3.
        choice: u32,
    },
    /// The sliding picture.
    Puzzle {
        /// The number on each tile moved, in order, from the dealt board.
        moves: Vec<u8>,
        /// True for the last report; a solved board is done in any case.
        #[serde(default)]
        done: bool,
    },
}

/// A text in the languages of the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
}

/// What a viewer may know of the arena. All are topics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "payload")]
pub enum Msg {
    /// The present level. All.
    #[serde(rename = "arena.level")]
    Level(LevelMsg),
    /// The question that is open or was last open. All.
    #[serde(rename = "arena.question")]
    Question(QuestionMsg),
    /// The answer of the question with the same index, once it is closed. All.
    #[serde(rename = "arena.reveal")]
    Reveal(RevealMsg),
    /// How many have answered the open question, or are done with the level. All.
    #[serde(rename = "arena.count")]
    Count(CountMsg),
    /// The gift between levels. All.
    #[serde(rename = "arena.gift")]
    Gift(GiftMsg),
    /// One player's own part. That seat alone.
    #[serde(rename = "arena.you")]
    You(YouMsg),
    /// The end. All.
    #[serde(rename = "arena.podium")]
    Podium(PodiumMsg),
}

/// `arena.level`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LevelMsg {
    /// From 1.
    pub round: u32,
    /// How many levels there are.
    pub of: u32,
    /// Its colour.
    pub level: Level,
    /// What is played.
    pub mini_game: MiniGameKind,
    /// Seconds of play (`choose`: of one question).
    pub seconds: u32,
    /// Points for a perfect result.
    pub points: u32,
    /// What is dealt, once play begins; null during the intro.
    pub deal: Option<Deal>,
}

/// What a mini-game deals to all alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "mini_game", rename_all = "lowercase")]
pub enum Deal {
    /// Snowball rush.
    Tap {
        /// Snowballs for full points: the top of the hill.
        par: u32,
        /// More than this in one second is refused.
        most_per_second: u16,
    },
    /// Questions.
    Choose {
        /// How many.
        questions: u32,
    },
    /// The sliding picture.
    Puzzle {
        /// Tiles on a side: 3 or 4.
        size: u8,
        /// Row by row, 0 is the gap; solved is 1, 2, … with the gap last.
        board: Vec<u8>,
        /// Which picture: `cabin`, `bear`, `rocket`, `tree`, `lake` or `train`.
        picture: String,
    },
}

/// `arena.question`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionMsg {
    /// From 0.
    pub index: u32,
    /// How many in this level.
    pub of: u32,
    /// The question.
    pub text: Text,
    /// Four choices, in the order of the shapes ▲ ■ ● ◆.
    pub choices: Vec<Text>,
    /// When it opened, ms of party time.
    pub opened: PartyMs,
    /// When it closes, ms of party time.
    pub deadline: PartyMs,
}

/// `arena.reveal`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RevealMsg {
    /// The question's index.
    pub index: u32,
    /// Index of the right choice.
    pub correct: u32,
    /// How many chose each.
    pub chosen: Vec<u32>,
    /// One sentence that makes the answer worth knowing; may be empty.
    pub note: Text,
}

/// `arena.count`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CountMsg {
    /// Have answered, or are done.
    pub done: u32,
    /// Of so many who play this level.
    pub of: u32,
}

/// `arena.gift`: shown while `open`; between levels a gift falls on every phone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GiftMsg {
    /// Can it be caught now?
    pub open: bool,
    /// When it stops, ms of party time.
    pub deadline: PartyMs,
    /// Its worth in points.
    pub worth: u32,
    /// Its worth for the last third of the board, as a comeback; equal to `worth` when there is none.
    pub comeback: u32,
    /// How many have caught it.
    pub caught: u32,
}

/// `arena.you`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct YouMsg {
    /// False for one who came late and plays from the next level on.
    pub in_level: bool,
    /// Done with the present level (or, in `choose`, with the present question).
    pub done: bool,
    /// Snowballs, or moves of the puzzle that the server holds for the present level; so that a reloaded phone goes on.
    pub kept: Option<Details>,
    /// The choice made for the present question, while it is open and after.
    pub chosen: Option<u32>,
    /// How the last closed question went.
    pub question: Option<QuestionResult>,
    /// Points of each level so far, in order.
    pub levels: Vec<LevelResult>,
    /// What the gift was worth to this player, if it was caught.
    pub gift: Option<u32>,
}

/// How a question went for one player.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionResult {
    /// The question's index.
    pub index: u32,
    /// Was it right? `None` if there was no answer.
    pub right: Option<bool>,
    /// Points for it.
    pub points: u32,
}

/// How a level went for one player.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LevelResult {
    /// Which.
    pub level: Level,
    /// Points, the gift after it included.
    pub points: u32,
    /// The mini-game's own figure: snowballs, right answers, milliseconds to the solution (0: unsolved).
    pub figure: i64,
    /// True if the player came late and was given the level's median.
    pub median: bool,
}

/// `arena.podium`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PodiumMsg {
    /// At most six.
    pub awards: Vec<Award>,
}

/// A superlative of the evening.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Award {
    /// What for.
    pub kind: AwardKind,
    /// Who.
    pub player_id: SeatId,
    /// The figure behind it, in the unit of its kind.
    pub value: i64,
}

/// What an award is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AwardKind {
    /// Most snowballs; snowballs.
    FastestThumb,
    /// Most right answers; answers.
    SharpestMind,
    /// Quickest right answer; milliseconds.
    QuickestAnswer,
    /// Puzzle solved first; milliseconds.
    PuzzleMaster,
    /// Climbed most places; places.
    Climber,
    /// Caught every gift; gifts.
    GiftCatcher,
}

/// The `kind` of a `game.event` of the arena; its payload is in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GameEventKind {
    /// `{level}` is announced.
    LevelAnnounced,
    /// `{level, mini_game}` play begins.
    LevelStarted,
    /// `{level}` is over.
    LevelFinished,
    /// `{index}` is open.
    QuestionOpened,
    /// `{index}` is closed and its answer shown.
    QuestionClosed,
    /// `{player_id}` now leads.
    LeadChanged,
    /// `{player_id}` finished the level.
    PlayerFinished,
    /// A gift falls: `{worth, comeback}`.
    Bonus,
    /// `{player_id, points}` caught it.
    BonusCaught,
    /// The podium.
    Finale,
}
