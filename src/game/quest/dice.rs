//! Two dice and a stat: what a throw is and how well it went. The dice themselves come from outside, so that a journal can write
//! them down; nothing here draws, and nothing here knows who throws or why.

use super::rules::rules;
/// What a check of the story names.
pub use crate::story::{Difficulty, Stat};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Gives one die at a time, 1 to 6.
pub type Dice<'a> = &'a mut dyn FnMut() -> u8;

impl Stat {
    /// All four, in the order of a character sheet.
    pub const ALL: [Self; 4] = [Self::Might, Self::Nimble, Self::Wits, Self::Heart];
}

impl Difficulty {
    /// What it adds to a throw, with its reason.
    pub fn bonus(self) -> Option<Bonus> {
        let dice = &rules().dice;
        match self {
            Self::Easy => Some(Bonus::new("easy", dice.easy)),
            Self::Fair => None,
            Self::Hard => Some(Bonus::new("hard", dice.hard)),
        }
    }
}

/// How well a throw went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Degree {
    /// 6 and less, as the table has it.
    Failure,
    /// 7 to 9: yes, with a price.
    Partial,
    /// 10 and more.
    Success,
}

impl Degree {
    /// The degree that a total reaches.
    pub fn of(total: i32) -> Self {
        let dice = &rules().dice;
        match total {
            _ if total >= dice.success => Self::Success,
            _ if total >= dice.partial => Self::Partial,
            _ => Self::Failure,
        }
    }
}

/// One number beside the dice, and why it is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bonus {
    /// `easy`, `hard`, `help`, `effect:ID`, `ability:pack`.
    pub why: String,
    /// What it adds; negative if it takes away.
    pub n: i32,
}

impl Bonus {
    /// A bonus with its reason.
    pub fn new(why: impl Into<String>, n: i32) -> Self {
        Self { why: why.into(), n }
    }
}

/// A throw as it fell: enough to tumble it on a screen and to add it up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Throw {
    /// Two dice, or three with advantage: then the smallest does not count.
    pub dice: Vec<u8>,
    /// The stat that was added; an enemy has none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stat: Option<Stat>,
    /// The stat's value, or an enemy's power.
    pub value: i32,
    /// Everything else that counted, in order.
    pub bonus: Vec<Bonus>,
    /// The two best dice, the value and every bonus.
    pub total: i32,
    /// How well that is.
    pub degree: Degree,
}

/// Throws two dice, or three with advantage, and adds up.
pub fn throw(stat: Option<Stat>, value: i32, bonus: Vec<Bonus>, advantage: bool, dice: Dice) -> Throw {
    let fallen: Vec<u8> = (0..if advantage { 3 } else { 2 }).map(|_| dice().clamp(1, 6)).collect();
    let total = best_two(&fallen) + value + bonus.iter().map(|bonus| bonus.n).sum::<i32>();
    Throw {
        dice: fallen,
        stat,
        value,
        bonus,
        total,
        degree: Degree::of(total),
    }
}

/// One of `n` alternatives, by two dice: near enough to even for a table of up to a dozen.
pub fn one_of(n: usize, dice: Dice) -> usize {
    let (tens, ones) = (dice().clamp(1, 6) - 1, dice().clamp(1, 6) - 1);
    (usize::from(tens) * 6 + usize::from(ones)) % n.max(1)
}

/// How probable success and a partial success are with `bonus` added to the dice: for advice, and for a sheet that shows odds.
pub fn odds(bonus: i32, advantage: bool) -> (f64, f64) {
    let sums = if advantage { &BEST_OF_THREE } else { &OF_TWO };
    let all: u32 = sums.iter().sum();
    let share = |degree: Degree| {
        let fits = (2..).zip(sums).filter(|(sum, _)| Degree::of(sum + bonus) == degree);
        f64::from(fits.map(|(_, ways)| ways).sum::<u32>()) / f64::from(all)
    };
    (share(Degree::Success), share(Degree::Partial))
}

/// In how many ways two dice give 2, 3, … 12.
const OF_TWO: [u32; 11] = [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1];
/// In how many ways the two best of three dice give 2, 3, … 12.
const BEST_OF_THREE: [u32; 11] = [1, 3, 7, 12, 19, 27, 34, 36, 34, 27, 16];

fn best_two(dice: &[u8]) -> i32 {
    let sum: i32 = dice.iter().map(|die| i32::from(*die)).sum();
    let worst = dice.iter().min().filter(|_| dice.len() > 2);
    sum - worst.map_or(0, |die| i32::from(*die))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn falling(dice: &[u8]) -> impl FnMut() -> u8 {
        let mut dice = dice.iter().copied();
        move || dice.next().unwrap()
    }

    #[test]
    fn a_throw_adds_up_and_says_how_well_it_went() {
        let bonus = vec![Bonus::new("help", 1), Bonus::new("effect:chilled", -1)];
        let thrown = throw(Some(Stat::Might), 2, bonus, false, &mut falling(&[3, 4]));
        assert_eq!((thrown.total, thrown.degree), (9, Degree::Partial));
        let degree = |total| Degree::of(total);
        assert_eq!(
            [degree(6), degree(7), degree(9)],
            [Degree::Failure, Degree::Partial, Degree::Partial]
        );
        assert_eq!([degree(10), degree(-2)], [Degree::Success, Degree::Failure]);
    }

    #[test]
    fn with_advantage_the_smallest_of_three_dice_does_not_count() {
        let thrown = throw(None, 0, vec![], true, &mut falling(&[5, 1, 4]));
        assert_eq!((thrown.dice.len(), thrown.total), (3, 9));
    }

    #[test]
    fn the_odds_are_those_of_the_dice() {
        for advantage in [false, true] {
            let (mut ways, mut all) = ([0u32; 3], 0);
            for number in 0..216u32 {
                let dice = [number % 6, number / 6 % 6, number / 36].map(|die| die as u8 + 1);
                let thrown = throw(None, 1, vec![], advantage, &mut falling(&dice));
                ways[thrown.degree as usize] += 1;
                all += 1;
            }
            let (success, partial) = odds(1, advantage);
            assert!((success - f64::from(ways[2]) / f64::from(all)).abs() < 1e-9);
            assert!((partial - f64::from(ways[1]) / f64::from(all)).abs() < 1e-9);
        }
    }
}
