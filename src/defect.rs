//! Defects that can be planted into a running party, to prove that the endurance run notices them (`tests/endurance`). Without the
//! feature `defects`, which no release is built with, nothing can be planted, and the compiler leaves all of it out.

/// What can be wrong with a party.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// Actions are acknowledged, and shown, before they are on the disk.
    TellsBeforeCommit,
    /// A batch that could not be written is told as if it had been.
    LosesBatchOnWriteError,
    /// A repeated action acts again: after a takeover, over a second door.
    ForgetsAnswers,
    /// A move in a game is applied twice.
    AppliesTwice,
    /// The stage is not told of the board.
    SkipsTheStage,
    /// A greeting leaves a topic out.
    GreetsWithoutCounts,
    /// What is told at leisure is never told.
    NeverTellsCalmly,
    /// What does not fit into a socket's queue is dropped, and the socket stays open.
    DropsWhenFull,
    /// A phone learns whether its answer is right while the question is open.
    TellsAnswersEarly,
    /// Everybody is sent what one hero alone may read.
    TellsNotesToAll,
    /// A token that was replaced still opens the seat.
    KeepsOldTokens,
    /// Whoever is let onto the canvas takes the last one of the queue along.
    LosesTheQueue,
    /// Frames of the canvas carry another version than theirs.
    NumbersFramesWrongly,
    /// A socket that is gone is not forgotten.
    KeepsDeadSockets,
    /// A seat that was left is still taken.
    KeepsLeftSeats,
}

impl Defect {
    /// Every one.
    pub const ALL: [Self; 15] = [
        Self::TellsBeforeCommit,
        Self::LosesBatchOnWriteError,
        Self::ForgetsAnswers,
        Self::AppliesTwice,
        Self::SkipsTheStage,
        Self::GreetsWithoutCounts,
        Self::NeverTellsCalmly,
        Self::DropsWhenFull,
        Self::TellsAnswersEarly,
        Self::TellsNotesToAll,
        Self::KeepsOldTokens,
        Self::LosesTheQueue,
        Self::NumbersFramesWrongly,
        Self::KeepsDeadSockets,
        Self::KeepsLeftSeats,
    ];
}

/// Is this wrong with the parties of this process? Never, in a release.
#[cfg(not(feature = "defects"))]
#[inline]
pub const fn planted(_: Defect) -> bool {
    false
}

#[cfg(feature = "defects")]
pub use planting::{plant, planted};

#[cfg(feature = "defects")]
mod planting {
    use super::Defect;
    use std::sync::OnceLock;

    static PLANTED: OnceLock<Defect> = OnceLock::new();

    /// Plants a defect, the first one for good.
    pub fn plant(defect: Defect) {
        let _ = PLANTED.set(defect);
    }

    /// Is this wrong with the parties of this process?
    pub fn planted(defect: Defect) -> bool {
        PLANTED.get() == Some(&defect)
    }
}
