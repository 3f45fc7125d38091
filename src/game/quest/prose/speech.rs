//! The sentences of the chronicle in both languages, with right plurals. The Russian ones are in the present tense, so that they
//! need not know whether a hero is a he or a she.

use crate::game::quest::dice::{Bonus, Degree, Stat, Throw};
use crate::game::quest::fight::Outcome;
use crate::game::quest::rules::rules;

/// A language that we speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speech {
    En,
    Ru,
}

impl Speech {
    pub fn of(language: &str) -> Self {
        if language == "ru" { Self::Ru } else { Self::En }
    }

    fn language(self) -> &'static str {
        self.say("en", "ru")
    }

    fn say(self, en: &'static str, ru: &'static str) -> &'static str {
        match self {
            Self::En => en,
            Self::Ru => ru,
        }
    }

    fn quoted(self, text: &str) -> String {
        match self {
            Self::En => format!("“{text}”"),
            Self::Ru => format!("«{text}»"),
        }
    }

    pub fn party(self) -> &'static str {
        self.say("The party", "Отряд")
    }

    pub fn somebody(self) -> &'static str {
        self.say("Somebody", "Кто-то")
    }

    pub fn evening(self, number: u32) -> String {
        format!("{} {number}", self.say("Evening", "Вечер"))
    }

    pub fn scene(self, number: u32) -> String {
        format!("{} {number}", self.say("Scene", "Сцена"))
    }

    pub fn ending(self, title: &str) -> String {
        let end = self.say("The end", "Конец");
        if title.is_empty() {
            end.to_owned()
        } else {
            format!("{end}: {title}")
        }
    }

    pub fn joined(self, kind: Option<&str>) -> String {
        let joined = self.say("joined the party.", "теперь в отряде.");
        kind.map_or_else(|| joined.to_owned(), |kind| format!("({kind}) {joined}"))
    }

    pub fn chose(self, option: &str) -> String {
        format!("{}: {}.", self.say("chose", "выбирает"), self.quoted(option))
    }

    pub fn threw(self, throw: &Throw) -> String {
        format!("{} {}.", self.say("threw", "бросает кубики:"), self.breakdown(throw))
    }

    /// The most first; what nobody wanted is not told.
    pub fn voted(self, option: &str, votes: &[u64], tied: bool) -> String {
        let voted = self.say("voted for", "голосует:");
        let dice = if tied {
            self.say(", and dice decided", ", решил бросок")
        } else {
            ""
        };
        format!("{voted} {} ({}{dice}).", self.quoted(option), self.counted(votes))
    }

    /// `3 votes to 1, 1`.
    fn counted(self, votes: &[u64]) -> String {
        let mut cast: Vec<u64> = votes.iter().copied().filter(|weight| *weight > 0).collect();
        cast.sort_unstable_by(|a, b| b.cmp(a));
        let Some((most, others)) = cast.split_first() else {
            return self.say("nobody voted", "никто не голосует").to_owned();
        };
        let most = format!("{} {}", self.ballots(*most), self.votes(*most));
        let others: Vec<String> = others.iter().map(|weight| self.ballots(*weight)).collect();
        if others.is_empty() {
            return most;
        }
        format!("{most} {} {}", self.say("to", "против"), others.join(", "))
    }

    /// `3`, `2.5`, `0,25`: hundredths of a ballot.
    fn ballots(self, weight: u64) -> String {
        let (whole, part) = (weight / 100, weight % 100);
        let point = self.say(".", ",");
        match part {
            0 => whole.to_string(),
            part if part % 10 == 0 => format!("{whole}{point}{}", part / 10),
            part => format!("{whole}{point}{part:02}"),
        }
    }

    fn votes(self, weight: u64) -> &'static str {
        let whole = weight.is_multiple_of(100).then_some(weight / 100);
        match (self, whole) {
            (Self::En, Some(1)) => "vote",
            (Self::En, _) => "votes",
            // Of a part of a vote.
            (Self::Ru, None) => "голоса",
            (Self::Ru, Some(n)) => form(n, ["голос", "голоса", "голосов"]),
        }
    }

    pub fn fought(self, outcome: Outcome, rounds: u32) -> String {
        let how = match outcome {
            Outcome::Won => self.say("won", "победа"),
            Outcome::Fled => self.say("the party got away", "отступление"),
            Outcome::Lost => self.say("lost", "поражение"),
        };
        let (fight, after) = (self.say("— a fight", "— бой"), self.say("after", "через"));
        format!("{fight}: {how} {after} {rounds} {}.", self.rounds(rounds))
    }

    fn rounds(self, n: u32) -> &'static str {
        match (self, n) {
            (Self::En, 1) => "round",
            (Self::En, _) => "rounds",
            (Self::Ru, n) => form(n.into(), ["раунд", "раунда", "раундов"]),
        }
    }

    /// `4 + 5 + wits 2 = 11, success`.
    pub fn breakdown(self, throw: &Throw) -> String {
        let mut sum = self.dice(&throw.dice);
        if throw.stat.is_some() || throw.value != 0 {
            sum += &term(throw.stat.map(|stat| self.stat(stat)), throw.value);
        }
        for bonus in &throw.bonus {
            sum += &term(Some(&self.why(bonus)), bonus.n);
        }
        format!("{sum} = {}, {}", number(throw.total), self.degree(throw.degree))
    }

    /// `6 + 5 (without 2)`.
    fn dice(self, dice: &[u8]) -> String {
        let mut counted = dice.to_vec();
        let least = (0..dice.len()).min_by_key(|at| dice[*at]);
        let left = least.filter(|_| dice.len() > 2).map(|at| counted.remove(at));
        let counted: Vec<String> = counted.iter().map(u8::to_string).collect();
        let sum = counted.join(" + ");
        let without = self.say("without", "без");
        left.map_or_else(|| sum.clone(), |left| format!("{sum} ({without} {left})"))
    }

    pub fn stat(self, stat: Stat) -> &'static str {
        match stat {
            Stat::Might => self.say("might", "сила"),
            Stat::Nimble => self.say("nimble", "ловкость"),
            Stat::Wits => self.say("wits", "ум"),
            Stat::Heart => self.say("heart", "сердце"),
        }
    }

    fn degree(self, degree: Degree) -> &'static str {
        match degree {
            Degree::Success => self.say("success", "успех"),
            Degree::Partial => self.say("success at a price", "успех с ценой"),
            Degree::Failure => self.say("failure", "неудача"),
        }
    }

    /// What a bonus is for; as it is called inside if there is no word for it.
    fn why(self, bonus: &Bonus) -> String {
        let effect = bonus.why.strip_prefix("effect:").and_then(|id| rules().effects.get(id));
        let known = match bonus.why.as_str() {
            "easy" => self.say("easy", "легко"),
            "hard" => self.say("hard", "трудно"),
            "help" => self.say("help", "помощь"),
            "flaw" => self.say("flaw", "слабость"),
            "ability:pack" => self.say("pack", "стая"),
            other => {
                return effect
                    .map_or(other, |rule| rule.name.of(self.language()))
                    .to_lowercase();
            }
        };
        known.to_owned()
    }
}

/// ` + wits 2`, ` − cold 1`.
fn term(what: Option<&str>, n: i32) -> String {
    let sign = if n < 0 { '−' } else { '+' };
    match what {
        Some(what) => format!(" {sign} {what} {}", n.unsigned_abs()),
        None => format!(" {sign} {}", n.unsigned_abs()),
    }
}

fn number(n: i32) -> String {
    let sign = if n < 0 { "−" } else { "" };
    format!("{sign}{}", n.unsigned_abs())
}

/// Russian forms of a noun: of 1, of 2 to 4, of 5 and more (11 to 14 among them).
fn form(n: u64, [one, few, many]: [&'static str; 3]) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}
