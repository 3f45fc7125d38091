//! A vote of the party: who may vote is settled at its start, a ballot can be changed until the close, and a tie is broken by a throw
//! that is written down. It knows neither the story nor who is connected; it is told.

use super::rules::rules;
use crate::game::Refusal;
use crate::id::{PartyMs, SeatId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A vote, while it is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vote {
    /// Its number in the session, from 1.
    pub id: u32,
    /// How many options there are.
    pub options: usize,
    /// When it closes at the latest.
    pub deadline: PartyMs,
    /// Are the ballots shown only at the close?
    pub hidden: bool,
    /// Of the electorate so many hundredths must vote, or the default wins.
    pub quorum: u32,
    /// The option that wins without a quorum.
    pub default: usize,
    /// What a ballot of the audience weighs, in hundredths of one of the electorate.
    pub audience_weight: u32,
    /// Who may vote with full weight: the heroes' players at its start.
    pub electorate: BTreeSet<SeatId>,
    ballots: BTreeMap<SeatId, usize>,
}

/// What a vote came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The winning option.
    pub winner: usize,
    /// The weight of each option, in hundredths of a ballot.
    pub tally: Vec<u64>,
    /// The options between which a throw decided; empty without a tie.
    pub tied: Vec<usize>,
    /// Too few voted: the default won.
    pub no_quorum: bool,
}

/// How a vote begins.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its number.
    pub id: u32,
    /// How many options there are, at least one.
    pub options: usize,
    /// When it closes at the latest.
    pub deadline: PartyMs,
    /// Are the ballots hidden until then?
    pub hidden: bool,
    /// What a ballot of the audience weighs, in hundredths.
    pub audience_weight: u32,
}

impl Vote {
    /// Opens a vote for those who are in the party now.
    pub fn open(call: Call, electorate: BTreeSet<SeatId>) -> Self {
        Self {
            id: call.id,
            options: call.options,
            deadline: call.deadline,
            hidden: call.hidden,
            quorum: rules().votes.quorum,
            default: 0,
            audience_weight: call.audience_weight,
            electorate,
            ballots: BTreeMap::new(),
        }
    }

    /// May this seat vote so?
    pub fn judge(&self, seat: SeatId, option: usize) -> Result<(), Refusal> {
        if option >= self.options {
            return Err(Refusal::QuestOptionUnknown);
        }
        match self.electorate.contains(&seat) || self.audience_weight > 0 {
            true => Ok(()),
            false => Err(Refusal::QuestNotYourVote),
        }
    }

    /// Takes a ballot, or another one of the same seat.
    pub fn take(&mut self, seat: SeatId, option: usize) {
        self.ballots.insert(seat, option);
    }

    /// These are gone, and their ballots with them, unless they were of the electorate: whoever comes again is somebody else.
    pub fn leave(&mut self, gone: &[SeatId]) {
        self.ballots
            .retain(|seat, _| self.electorate.contains(seat) || !gone.contains(seat));
    }

    /// What a seat has voted.
    pub fn ballot(&self, seat: SeatId) -> Option<usize> {
        self.ballots.get(&seat).copied()
    }

    /// Has nobody voted yet, the audience included?
    pub fn is_untouched(&self) -> bool {
        self.ballots.is_empty()
    }

    /// How many of the electorate have voted.
    pub fn voted(&self) -> usize {
        self.electorate
            .iter()
            .filter(|seat| self.ballots.contains_key(seat))
            .count()
    }

    /// The weight of each option so far, in hundredths of a ballot.
    pub fn tally(&self) -> Vec<u64> {
        let mut tally = vec![0; self.options];
        for (seat, option) in &self.ballots {
            let weight = if self.electorate.contains(seat) {
                100
            } else {
                self.audience_weight
            };
            if let Some(sum) = tally.get_mut(*option) {
                *sum += u64::from(weight);
            }
        }
        tally
    }

    /// Is there nobody left to wait for? `there` are those who are connected, or were a moment ago.
    pub fn is_complete(&self, there: &BTreeSet<SeatId>) -> bool {
        let mut expected = self.electorate.intersection(there).peekable();
        expected.peek().is_some() && expected.all(|seat| self.ballots.contains_key(seat))
    }

    /// The options that a throw must decide between; one if there is a clear winner.
    pub fn leaders(&self) -> Vec<usize> {
        let tally = self.tally();
        let most = tally.iter().copied().max().unwrap_or(0);
        (0..self.options).filter(|option| tally[*option] == most).collect()
    }

    fn has_quorum(&self) -> bool {
        !self.electorate.is_empty() && self.voted() * 100 >= self.electorate.len() * self.quorum as usize
    }

    /// Closes it. `throw` chooses one of so many, and is asked only in a tie.
    pub fn close(&self, throw: &mut dyn FnMut(usize) -> usize) -> Verdict {
        let tally = self.tally();
        if !self.has_quorum() {
            return Verdict {
                winner: self.default,
                tally,
                tied: Vec::new(),
                no_quorum: true,
            };
        }
        let leaders = self.leaders();
        let winner = match leaders[..] {
            [only] => only,
            _ => leaders[throw(leaders.len()).min(leaders.len() - 1)],
        };
        Verdict {
            winner,
            tally,
            tied: if leaders.len() > 1 { leaders } else { Vec::new() },
            no_quorum: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vote(electorate: u32, audience_weight: u32) -> Vote {
        let call = Call {
            id: 7,
            options: 3,
            deadline: PartyMs(40_000),
            hidden: false,
            audience_weight,
        };
        Vote::open(call, (1..=electorate).map(SeatId).collect())
    }

    fn first(_: usize) -> usize {
        0
    }

    #[test]
    fn a_ballot_can_be_changed_and_counts_once() {
        let mut vote = vote(3, 0);
        vote.take(SeatId(1), 0);
        vote.take(SeatId(1), 2);
        vote.take(SeatId(2), 2);
        assert_eq!((vote.tally(), vote.voted()), (vec![0, 0, 200], 2));
        assert_eq!(vote.close(&mut first).winner, 2);
    }

    #[test]
    fn it_waits_for_nobody_who_is_gone() {
        let mut vote = vote(3, 0);
        let there: BTreeSet<SeatId> = [SeatId(1), SeatId(2)].into();
        vote.take(SeatId(1), 0);
        assert!(!vote.is_complete(&there));
        vote.take(SeatId(2), 1);
        assert!(vote.is_complete(&there));
        assert!(!vote.is_complete(&BTreeSet::new()), "an empty room is waited for");
    }

    #[test]
    fn without_a_quorum_the_default_wins() {
        let mut vote = vote(4, 0);
        vote.take(SeatId(1), 2);
        let verdict = vote.close(&mut first);
        assert!(verdict.no_quorum && verdict.winner == 0);
        vote.take(SeatId(2), 2);
        assert_eq!(vote.close(&mut first).winner, 2);
    }

    #[test]
    fn the_audience_weighs_what_the_host_set() {
        let mut vote = vote(2, 10);
        vote.take(SeatId(1), 0);
        vote.take(SeatId(2), 1);
        for seat in 10..13 {
            assert_eq!(vote.judge(SeatId(seat), 1), Ok(()));
            vote.take(SeatId(seat), 1);
        }
        assert_eq!(vote.tally(), [100, 130, 0]);
        assert_eq!(
            super::tests::vote(2, 0).judge(SeatId(10), 1),
            Err(Refusal::QuestNotYourVote)
        );
    }

    #[test]
    fn what_cannot_be_voted_is_refused() {
        let vote = vote(2, 0);
        assert_eq!(vote.judge(SeatId(1), 3), Err(Refusal::QuestOptionUnknown));
    }

    proptest! {
        #[test]
        fn the_winner_has_the_most_and_a_throw_decides_ties_only(
            electorate in 1u32..9,
            ballots in prop::collection::vec((1u32..12, 0usize..3), 0..30),
            weight in 0u32..100,
            thrown in 0usize..3,
        ) {
            let mut vote = vote(electorate, weight);
            let mut last = BTreeMap::new();
            for (seat, option) in ballots {
                if vote.judge(SeatId(seat), option).is_ok() {
                    vote.take(SeatId(seat), option);
                    last.insert(seat, option);
                }
            }
            let asked = std::cell::Cell::new(0);
            let verdict = vote.close(&mut |among| { asked.set(among); thrown % among });
            let total: u64 = last.keys().map(|seat| if *seat <= electorate { 100 } else { u64::from(weight) }).sum();
            prop_assert_eq!(verdict.tally.iter().sum::<u64>(), total);
            if verdict.no_quorum {
                prop_assert_eq!(verdict.winner, vote.default);
            } else {
                prop_assert_eq!(verdict.tally[verdict.winner], *verdict.tally.iter().max().unwrap());
                prop_assert_eq!(asked.get(), verdict.tied.len());
            }
        }
    }
}
