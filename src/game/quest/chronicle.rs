//! The campaign's long memory, beside its present state: what happened, in the order in which it did, with throws and votes. Nothing
//! that one hero alone has seen is in it.

use super::dice::Throw;
use super::fight::Outcome;
use super::wire::CharacterId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "QuestEntry")]
pub enum Entry {
    /// A scene began.
    Scene {
        /// Its number in the run.
        number: u32,
        /// Its title.
        title: String,
    },
    /// A sentence of the writer's.
    Memory(String),
    /// A hero came.
    Joined {
        /// Its name.
        name: String,
        /// Such as `scout`.
        archetype: String,
    },
    /// A hero chose.
    Chose {
        /// Who.
        who: CharacterId,
        /// What.
        option: String,
    },
    /// The party voted.
    Voted {
        /// For what.
        option: String,
        /// The weight of each option, in hundredths of a ballot.
        votes: Vec<u64>,
        /// Dice decided.
        tied: bool,
    },
    /// A hero threw dice.
    Threw {
        /// Who.
        who: CharacterId,
        /// What came of it.
        throw: Throw,
    },
    /// A fight ended.
    Fought {
        /// The encounter's id.
        encounter: String,
        /// How it ended.
        outcome: Outcome,
        /// After so many rounds.
        rounds: u32,
    },
    /// The end.
    Ending(String),
    /// The run was continued on another evening.
    Evening {
        /// Which, from 2.
        number: u32,
    },
}
