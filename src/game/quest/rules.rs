//! The table `rules.toml`: archetypes, effects, items, creatures and encounters, read once. It knows numbers and names and nothing of
//! a running fight or story. Whatever the table refers to exists: a test holds the embedded text to [`Rules::faults`].

use super::dice::Stat;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The table as it is written.
pub const TEXT: &str = include_str!("rules.toml");

/// The largest party that an encounter is scaled for.
pub const MOST_HEROES: usize = 8;

static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::read(TEXT).expect("a test reads the same text, which is part of the program"));

/// The game's rules.
pub fn rules() -> &'static Rules {
    &RULES
}

/// A name or a sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
}

impl Words {
    /// In this language; English for one that we do not speak.
    pub fn of(&self, language: &str) -> &str {
        if language == "ru" { &self.ru } else { &self.en }
    }
}

/// All of the table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// What a throw needs, and what is added to it.
    pub dice: DiceRules,
    /// How long things take.
    pub timings: Timings,
    /// How long a page takes to be read.
    pub reading: Reading,
    /// How a vote counts.
    pub votes: Votes,
    /// What is the same for all heroes in a fight.
    pub blows: Blows,
    /// The six, by id.
    pub archetypes: BTreeMap<String, Archetype>,
    /// Effects by id.
    pub effects: BTreeMap<String, EffectRule>,
    /// Items by id.
    pub items: BTreeMap<String, ItemRule>,
    /// Creatures by id.
    pub creatures: BTreeMap<String, Creature>,
    /// Encounters by id.
    pub encounters: BTreeMap<String, Encounter>,
}

/// What a throw needs, and what is added to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiceRules {
    /// From this total on it succeeds.
    pub success: i32,
    /// From this total on it succeeds with a price.
    pub partial: i32,
    /// Added if it is easy.
    pub easy: i32,
    /// Added if it is hard; negative.
    pub hard: i32,
    /// Added for a friend's help.
    pub help: i32,
    /// Added for a creature that hunts in a pack.
    pub pack: i32,
}

/// How long a page takes to be read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Letters in a second.
    pub letters: u32,
    /// For each paragraph besides, ms.
    pub paragraph_ms: u32,
    /// However long the page is, seconds.
    pub longest: u32,
}

/// How a vote counts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Votes {
    /// Per cent of the electorate; with fewer ballots the first option stands.
    pub quorum: u32,
}

/// Times in seconds, unless the name says otherwise, and the longest fight in rounds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timings {
    /// Once somebody has a hero, the story begins after so long.
    pub cast: u32,
    /// Once everybody who is there has one, so soon.
    pub all_cast: u32,
    /// A hero is asked for so long, then everybody for as long again.
    pub choice: u32,
    /// A hero's turn in a fight, seconds.
    pub turn: u32,
    /// A check outside of a fight, seconds.
    pub check: u32,
    /// After so many rounds a fight is over.
    pub rounds: u32,
    /// A blow is told on the TV for so long; only then a turn counts down.
    pub blow_ms: u32,
    /// What came of a vote or a throw is shown for so long.
    pub outcome_ms: u32,
    /// The end stays to be read at least so long.
    pub last_page: u32,
}

/// Seconds of the table in milliseconds of the party's clock.
pub fn ms(seconds: u32) -> i64 {
    i64::from(seconds) * 1_000
}

/// Numbers of a fight that are the same for all.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blows {
    /// Hp that an attack costs which succeeds in part.
    pub price: i32,
    /// Hp that a hero who defends gets back.
    pub breath: i32,
    /// Hp of a fallen hero after the fight.
    pub returns_with: i32,
}

/// The four stats of a hero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stats {
    /// See [`Stat::Might`].
    pub might: i32,
    /// See [`Stat::Nimble`].
    pub nimble: i32,
    /// See [`Stat::Wits`].
    pub wits: i32,
    /// See [`Stat::Heart`].
    pub heart: i32,
}

impl Stats {
    /// The value of one.
    pub fn of(&self, stat: Stat) -> i32 {
        match stat {
            Stat::Might => self.might,
            Stat::Nimble => self.nimble,
            Stat::Wits => self.wits,
            Stat::Heart => self.heart,
        }
    }
}

/// What kind of hero one is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archetype {
    /// Its name.
    pub name: Words,
    /// One sentence.
    pub about: Words,
    /// The four stats.
    pub stats: Stats,
    /// Hp at the start of a campaign, and at most.
    pub hp: i32,
    /// How it attacks.
    pub attack: AttackRule,
    /// What only it can do.
    pub skills: Vec<SkillRule>,
    /// What it pays for that.
    pub flaw: Flaw,
}

impl Archetype {
    /// One of its skills.
    pub fn skill(&self, id: &str) -> Option<&SkillRule> {
        self.skills.iter().find(|skill| skill.id == id)
    }
}

/// An archetype's plain attack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttackRule {
    /// What the button says.
    pub name: Words,
    /// What the dice are added to.
    pub stat: Stat,
    /// Harm of a success; half of it, rounded up, of a partial success.
    pub damage: i32,
}

/// A weakness; what it does not name does not apply.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flaw {
    /// Its name.
    pub name: Words,
    /// One sentence.
    pub about: Words,
    /// Added to initiative.
    #[serde(default)]
    pub initiative: i32,
    /// Added to whatever heals this hero.
    #[serde(default)]
    pub healed: i32,
    /// Added to the price of an attack that succeeds in part.
    #[serde(default)]
    pub price: i32,
    /// Is cursed for a turn when a friend falls.
    #[serde(default)]
    pub shaken: bool,
    /// Is aimed at twice as often.
    #[serde(default)]
    pub hunted: bool,
    /// Hp that a skill costs which fails.
    #[serde(default)]
    pub backfire: i32,
}

/// Whom a skill, an item or a move is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// The hero that acts.
    #[serde(rename = "self")]
    Oneself,
    /// One standing hero other than the one that acts.
    Friend,
    /// One standing hero.
    Hero,
    /// Every standing hero.
    Heroes,
    /// One fallen hero.
    Spirit,
    /// One enemy that can be seen.
    Enemy,
    /// Every enemy.
    Enemies,
}

/// What a skill or an item does when it works.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Work {
    /// Harm.
    pub damage: i32,
    /// Hp back.
    pub heals: i32,
    /// An effect on whom it is aimed at.
    pub effect: Option<String>,
    /// For how many turns; 0 is the effect's own.
    pub turns: u32,
    /// A second effect, for as long as it lasts by itself.
    pub also: Option<String>,
    /// An effect on the hero that acts.
    pub own: Option<String>,
    /// Takes away every bad effect.
    pub cures: bool,
    /// A spirit comes back with so much hp.
    pub wakes: i32,
    /// Acts again at once.
    pub again: bool,
    /// Hp of the hero that acts.
    pub cost: i32,
}

/// A skill: one throw, three outcomes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkillRule {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// One sentence.
    pub about: Words,
    /// Whom it is for.
    pub aim: Aim,
    /// What the dice are added to.
    pub stat: Stat,
    /// How many own turns it rests afterwards.
    pub rest: u32,
    /// From 10.
    pub success: Work,
    /// From 7.
    pub partial: Work,
    /// Below.
    #[serde(default)]
    pub failure: Work,
}

/// What an effect changes for its bearer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectRule {
    /// Its name, as a chip on the screen.
    pub name: Words,
    /// One sentence.
    pub about: Words,
    /// How many of the bearer's turns it lasts by itself.
    pub turns: u32,
    /// Nobody wants it; a cure takes it away.
    #[serde(default)]
    pub bad: bool,
    /// Comes from the cold: the warm do not get it.
    #[serde(default)]
    pub cold: bool,
    /// Ends with the fight.
    #[serde(default)]
    pub fight: bool,
    /// Ends earlier, after this.
    #[serde(default)]
    pub once: Option<Once>,
    /// Added to throws.
    #[serde(default)]
    pub throws: i32,
    /// Throws with advantage.
    #[serde(default)]
    pub advantage: bool,
    /// Added to the harm that an attack does.
    #[serde(default)]
    pub damage: i32,
    /// Loses a turn, or an enemy one of its moves.
    #[serde(default)]
    pub loses_move: bool,
    /// Cannot be aimed at.
    #[serde(default)]
    pub hidden: bool,
    /// Is aimed at first.
    #[serde(default)]
    pub drawn: bool,
    /// No effect of the cold takes hold.
    #[serde(default)]
    pub wards_cold: bool,
    /// Is attacked with advantage and harmed by one more.
    #[serde(default)]
    pub exposed: bool,
    /// Takes half the harm.
    #[serde(default)]
    pub halves: bool,
    /// Whoever gave it takes the blows.
    #[serde(default)]
    pub covered: bool,
    /// The move hits the own side.
    #[serde(default)]
    pub turned: bool,
    /// The move does half the harm.
    #[serde(default)]
    pub weak: bool,
    /// Harm to the bearer instead of the move.
    #[serde(default)]
    pub springs: i32,
}

/// What ends an effect before its turns are over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Once {
    /// The bearer's next throw.
    Throw,
    /// The bearer's next move.
    Move,
}

/// A thing that a hero carries.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemRule {
    /// Its name.
    pub name: Words,
    /// One sentence.
    pub about: Words,
    /// Whom it is for in a fight; without that it is of no use there.
    #[serde(default)]
    pub aim: Option<Aim>,
    /// Gone once it has been used.
    #[serde(default)]
    pub spent: bool,
    /// What it does, always.
    #[serde(default)]
    pub work: Work,
}

/// What a creature is by nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// One more on its throws while another of its kind stands.
    Pack,
    /// Plain attacks do one less.
    Thick,
    /// One more harm below half of its hp.
    Fury,
    /// Gets back half of the harm it does.
    Drains,
}

impl Ability {
    /// Its id, as throws give it as a reason.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pack => "pack",
            Self::Thick => "thick",
            Self::Fury => "fury",
            Self::Drains => "drains",
        }
    }
}

/// An enemy's kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Creature {
    /// Its name.
    pub name: Words,
    /// Hp before the encounter's toughness.
    pub hp: i32,
    /// Added to initiative.
    pub speed: i32,
    /// Taken off every attack on it.
    pub defence: i32,
    /// Added to its throws.
    pub power: i32,
    /// What it is by nature.
    #[serde(default)]
    pub ability: Option<Ability>,
    /// What it may do.
    pub moves: Vec<MoveRule>,
}

impl Creature {
    /// The move that a die chooses.
    pub fn move_on(&self, face: u8) -> &MoveRule {
        let chosen = self.moves.iter().find(|mv| mv.faces.contains(&face));
        chosen.unwrap_or(&self.moves[0])
    }

    /// A move by its id.
    pub fn move_of(&self, id: &str) -> Option<&MoveRule> {
        self.moves.iter().find(|mv| mv.id == id)
    }
}

/// Whom an enemy's move is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// One hero.
    One,
    /// Two heroes.
    Two,
    /// Every hero.
    All,
    /// Itself.
    #[serde(rename = "self")]
    Oneself,
    /// Every enemy.
    Pack,
}

impl Reach {
    /// Is it heroes that it is for?
    pub fn heroes(self) -> bool {
        matches!(self, Self::One | Self::Two | Self::All)
    }
}

/// One of the moves of a creature.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveRule {
    /// Its id, unique in the creature.
    pub id: String,
    /// The faces of the die that choose it.
    pub faces: Vec<u8>,
    /// What is seen a round ahead, to follow the enemy's name.
    pub intention: Words,
    /// What it then does, to follow the enemy's name.
    pub does: Words,
    /// Whom it is for.
    pub aim: Reach,
    /// Harm of a success; half of it, rounded up, of a partial success.
    #[serde(default)]
    pub damage: i32,
    /// Hp back for whom it is for.
    #[serde(default)]
    pub heals: i32,
    /// An effect on whom it is for.
    #[serde(default)]
    pub effect: Option<String>,
    /// For how many turns.
    #[serde(default)]
    pub turns: u32,
}

/// How hard an encounter is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// For a warm-up.
    Easy,
    /// For the middle of an evening.
    Fair,
    /// For its end.
    Hard,
}

/// A fight that a story may call.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Encounter {
    /// Its name.
    pub name: Words,
    /// One sentence.
    pub about: Words,
    /// How hard it is meant to be.
    pub level: Level,
    /// Per cent of the creatures' hp, by the size of the party.
    pub toughness: [i32; MOST_HEROES],
    /// Added to the harm of every move that does any, by the size of the party.
    pub fierce: [i32; MOST_HEROES],
    /// Who comes.
    pub cast: Vec<Cast>,
}

/// So many of one creature.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// Which.
    pub creature: String,
    /// How many, by the size of the party.
    pub count: [u32; MOST_HEROES],
    /// How many moves each makes a round, by the size of the party.
    pub moves: [u32; MOST_HEROES],
    /// The names of the first ones; the others have the creature's.
    #[serde(default)]
    pub called: Vec<Words>,
}

impl Rules {
    /// Reads a table.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Whatever does not fit together, one sentence each.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        self.archetypes
            .iter()
            .for_each(|(id, kind)| self.judge_archetype(id, kind, &mut faults));
        self.items
            .iter()
            .for_each(|(id, item)| self.judge_work(id, &item.work, &mut faults));
        self.creatures
            .iter()
            .for_each(|(id, kind)| self.judge_creature(id, kind, &mut faults));
        self.encounters
            .iter()
            .for_each(|(id, meeting)| self.judge_encounter(id, meeting, &mut faults));
        faults
    }

    fn judge_archetype(&self, id: &str, kind: &Archetype, faults: &mut Vec<String>) {
        let total: i32 = Stat::ALL.iter().map(|stat| kind.stats.of(*stat)).sum();
        if total != 2 || kind.skills.len() != 2 || kind.hp < 1 {
            faults.push(format!("{id}: stats are 2 together, two skills, some hp"));
        }
        for skill in &kind.skills {
            for work in [&skill.success, &skill.partial, &skill.failure] {
                self.judge_work(&skill.id, work, faults);
            }
        }
    }

    fn judge_work(&self, id: &str, work: &Work, faults: &mut Vec<String>) {
        for effect in [&work.effect, &work.also, &work.own].into_iter().flatten() {
            if !self.effects.contains_key(effect) {
                faults.push(format!("{id}: no effect {effect}"));
            }
        }
    }

    fn judge_creature(&self, id: &str, kind: &Creature, faults: &mut Vec<String>) {
        let mut faces: Vec<u8> = kind.moves.iter().flat_map(|mv| mv.faces.clone()).collect();
        faces.sort_unstable();
        if faces != [1, 2, 3, 4, 5, 6] {
            faults.push(format!("{id}: the moves' faces are {faces:?}"));
        }
        for effect in kind.moves.iter().filter_map(|mv| mv.effect.as_ref()) {
            if !self.effects.contains_key(effect) {
                faults.push(format!("{id}: no effect {effect}"));
            }
        }
    }

    fn judge_encounter(&self, id: &str, meeting: &Encounter, faults: &mut Vec<String>) {
        for cast in &meeting.cast {
            if !self.creatures.contains_key(&cast.creature) {
                faults.push(format!("{id}: no creature {}", cast.creature));
            }
            if cast.moves.contains(&0) {
                faults.push(format!("{id}: {} makes no moves", cast.creature));
            }
        }
        for size in 0..MOST_HEROES {
            let enemies: u32 = meeting.cast.iter().map(|cast| cast.count[size]).sum();
            if enemies == 0 || meeting.toughness[size] < 1 {
                faults.push(format!("{id}: nobody comes to a party of {}", size + 1));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_table_refers_to_exists() {
        assert_eq!(Rules::read(TEXT).unwrap().faults(), Vec::<String>::new());
    }

    #[test]
    fn faults_are_found() {
        for (right, wrong, fault) in [
            ("effect = \"snared\"", "effect = \"snored\"", "no effect snored"),
            ("creature = \"wolf\"", "creature = \"woof\"", "no creature woof"),
            ("faces = [4, 5]", "faces = [4]", "the moves' faces are"),
            ("might = 2, heart = 1", "might = 2, heart = 2", "stats are 2 together"),
        ] {
            assert!(TEXT.contains(right));
            let faults = Rules::read(&TEXT.replacen(right, wrong, 1)).unwrap().faults();
            assert!(faults.iter().any(|found| found.contains(fault)), "{fault}: {faults:?}");
        }
        assert!(Rules::read(&TEXT.replacen("[timings]", "[timing]", 1)).is_err());
    }

    /// Serde asks for both languages; here: neither is empty, English has no Cyrillic letters, and Russian has some.
    #[test]
    fn every_word_is_in_both_languages() {
        let table: toml::Table = TEXT.parse().unwrap();
        let mut pairs = Vec::new();
        collect(&toml::Value::Table(table), &mut pairs);
        assert!(pairs.len() > 150);
        let cyrillic = |text: &str| text.chars().any(|c| ('\u{400}'..'\u{500}').contains(&c));
        for (en, ru) in pairs {
            assert!(!en.is_empty() && !cyrillic(&en), "{en}");
            assert!(cyrillic(&ru), "{ru}");
        }
    }

    fn collect(value: &toml::Value, pairs: &mut Vec<(String, String)>) {
        match value {
            toml::Value::Table(table) if table.contains_key("en") => {
                let word = |language: &str| table[language].as_str().unwrap().to_owned();
                pairs.push((word("en"), word("ru")));
            }
            toml::Value::Table(table) => table.values().for_each(|inner| collect(inner, pairs)),
            toml::Value::Array(list) => list.iter().for_each(|inner| collect(inner, pairs)),
            _ => {}
        }
    }

    /// The ids that the guide for writers promises.
    #[test]
    fn the_ids_of_the_writers_guide_are_all_there() {
        let promised = |ids: &str, table: Vec<&String>| {
            for id in ids.split_whitespace() {
                assert!(table.iter().any(|known| *known == id), "{id}");
            }
        };
        let rules = rules();
        promised(
            "guardian scout stargazer healer bard tinker",
            rules.archetypes.keys().collect(),
        );
        promised(
            "frozen chilled brave hidden warm cursed blessed marked",
            rules.effects.keys().collect(),
        );
        promised(
            "wolf raven imp golem knight witch bear shade drake king",
            rules.creatures.keys().collect(),
        );
        let items = "rope lantern honey tea bell mirror key map torch horn cloak amulet hammer spyglass feather coal \
                     ice_shard bread flute needle";
        promised(items, rules.items.keys().collect());
    }
}
