//! What the arena asks of a mini-game, and the one list of them. A mini-game keeps what all were dealt and what each player
//! has given; it knows nothing of phases, totals, gifts or other levels.
//! A fourth is a folder beside the three, one line at the end of this file, and its names in `wire`.

use super::wire::{AwardKind, Deal, Details, LevelSetup, MiniGameKind, Msg, Setup, YouMsg};
use super::{choose, puzzle, tap};
use crate::game::{Deck, Outcome, Refusal, Tell, Timer};
use crate::id::{PartyMs, SeatId};
use rand::Rng;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a level's table is dealt from.
pub(super) struct Dealing<'a> {
    /// How long an answer is shown, ms.
    pub reveal_ms: i64,
    /// What the evening has shown already.
    pub deck: &'a mut Deck,
    /// What this session has dealt so far.
    pub dealt: BTreeSet<String>,
    /// Randomness; what is drawn is kept in the table.
    pub rng: &'a mut dyn Rng,
}

impl<'a> Dealing<'a> {
    pub fn new(setup: &Setup, deck: &'a mut Deck, rng: &'a mut dyn Rng) -> Self {
        Self {
            reveal_ms: i64::from(setup.reveal_seconds) * 1000,
            deck,
            dealt: BTreeSet::new(),
            rng,
        }
    }
}

/// What a phone sent, with the times that it counts by.
pub(super) struct Report<'a> {
    /// Whose.
    pub seat: SeatId,
    /// The phone's count.
    pub score: i64,
    /// The mini-game's own account.
    pub details: &'a Details,
    /// Milliseconds from the opening of the scene until the move, by the fair clock.
    pub elapsed: i64,
    /// Milliseconds from the opening of the scene until the move arrived.
    pub passed: i64,
}

/// How a player does in a level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Score {
    /// Points that may be known by now.
    pub points: u32,
    /// Snowballs, right answers, milliseconds to the solution.
    pub figure: i64,
    /// Milliseconds spent.
    pub spent: i64,
}

/// A mini-game as dealt for one level. Play is a row of scenes; most have just one.
pub(super) trait MiniGame {
    /// What all are dealt alike, once play begins.
    fn deal(&self) -> Deal;
    /// Play begins with the first scene.
    fn begin(&mut self, now: PartyMs);
    /// What the present scene counts down.
    fn timer(&self) -> Timer;
    /// Is something asked of the players? Such a scene ends early when all present are done, and late by the lag's cap.
    fn asks(&self) -> bool {
        true
    }
    /// Is the level over after this scene?
    fn last_scene(&self) -> bool {
        true
    }
    /// Goes on to the next scene, if there is one.
    fn turn(&mut self, _now: PartyMs) {}

    /// Judges a report; the answer must hold nothing that a player may not know yet.
    fn judge(&self, report: &Report) -> Result<Outcome, Refusal>;
    /// Keeps a report that was judged to be good. Never panics, whatever it is given.
    fn keep(&mut self, seat: SeatId, details: &Details, elapsed: i64);
    /// Drops all that a seat has given.
    fn forget(&mut self, seat: SeatId);

    /// Has the player given anything at all?
    fn played(&self, seat: SeatId) -> bool;
    /// Has the player nothing more to give in this scene?
    fn done(&self, seat: SeatId) -> bool;
    /// For how many players that is so.
    fn done_count(&self) -> usize;
    /// Has the player nothing more to give in this level?
    fn through(&self, seat: SeatId) -> bool {
        self.last_scene() && self.done(seat)
    }
    /// How the player does.
    fn score(&self, seat: SeatId) -> Score;
    /// The account of it for the tables.
    fn account(&self, seat: SeatId) -> Value;
    /// The most that a live value of this kind can be by now; `None` if the mini-game has none of it.
    fn most_live(&self, _kind: &str, _now: PartyMs) -> Option<f64> {
        None
    }
    /// How far the player is, 0 to 1.
    fn progress(&self, seat: SeatId) -> f32;
    /// What awards look at.
    fn feats(&self, seat: SeatId) -> Vec<(AwardKind, i64)>;
    /// The mini-game's part of `arena.you`.
    fn fill(&self, seat: SeatId, you: &mut YouMsg);

    /// Topics of its own, for all.
    fn topics(&self) -> Vec<Msg> {
        Vec::new()
    }
    /// What becomes known as a scene begins.
    fn tell_scene(&self, _out: &mut Tell<Msg>) {}
}

macro_rules! mini_games {
    ($($kind:ident => $game:ty),+ $(,)?) => {
        /// The mini-game of one level, dealt.
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(super) enum Table {
            $(#[doc = stringify!($kind)] $kind($game)),+
        }

        impl Table {
            /// Deals the mini-game that the level asks for.
            pub fn deal(level: &LevelSetup, dealing: &mut Dealing) -> Self {
                match level.mini_game {
                    $(MiniGameKind::$kind => Self::$kind(<$game>::dealt(level, dealing))),+
                }
            }

            /// To be asked.
            pub fn game(&self) -> &dyn MiniGame {
                match self {
                    $(Self::$kind(game) => game),+
                }
            }

            /// To be changed.
            pub fn game_mut(&mut self) -> &mut dyn MiniGame {
                match self {
                    $(Self::$kind(game) => game),+
                }
            }
        }
    };
}

mini_games! {
    Tap => tap::Tap,
    Choose => choose::Choose,
    Puzzle => puzzle::Puzzle,
}

/// Milliseconds that a level's play, or one question of it, lasts.
pub(super) fn play_ms(level: &LevelSetup) -> i64 {
    i64::from(level.seconds) * 1000
}

/// A timer of so many ms, from now.
pub(super) fn timer(now: PartyMs, ms: i64) -> Timer {
    Timer {
        opened: now,
        deadline: now.plus(ms),
    }
}
