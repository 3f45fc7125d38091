//! One fight: who stands, whose turn it is, what the enemies are up to. Pure: an act is judged, the dice it needs are handed in, and
//! what comes of it is a list of [`Blow`]s, which are the only thing that changes a [`Fight`]. It knows no player, clock or story.

mod act;
pub mod advice;
mod blow;
mod bout;
mod deeds;
mod foes;
mod order;
#[cfg(test)]
mod tests;

pub use act::{Act, Code};
pub use blow::{Blow, Place};

use super::dice::Dice;
use super::rules::{EffectRule, Encounter, MOST_HEROES, Words, rules};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody in a fight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// A hero, by its index in the party.
    Hero(usize),
    /// An enemy, by its index in the fight.
    Enemy(usize),
}

/// How a fight ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// No enemy stands.
    Won,
    /// Somebody got away and took the others along, or everybody was tired.
    Fled,
    /// No hero stands, and nobody got away.
    Lost,
}

/// An effect on somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effect {
    /// Which, of the rules' effects.
    pub id: String,
    /// For how many of the bearer's turns yet, the present one included.
    pub turns: u32,
    /// Who gave it, where that matters.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<Who>,
}

/// A hero as it goes into a fight and comes out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fighter {
    /// Its index in the party.
    pub hero: usize,
    /// Its archetype's id.
    pub archetype: String,
    /// 0 is a spirit.
    pub hp: i32,
    /// Never more than that.
    pub max_hp: i32,
    /// What it is under.
    pub effects: Vec<Effect>,
    /// What it carries.
    pub items: Vec<String>,
}

/// A hero in a fight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Hero {
    /// Who that is.
    #[serde(flatten)]
    pub fighter: Fighter,
    /// Got away.
    pub fled: bool,
    /// For how many own turns a skill rests, the present one included.
    pub rests: BTreeMap<String, u32>,
    /// Items that did their work in this fight.
    pub used: BTreeSet<String>,
}

/// An enemy in a fight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Enemy {
    /// Its creature's id.
    pub creature: String,
    /// What it is called.
    pub name: Words,
    /// Which of those of the same name, from 1; `None` if there is but one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number: Option<u32>,
    /// 0 is out of the fight.
    pub hp: i32,
    /// Never more than that.
    pub max_hp: i32,
    /// What it is under.
    pub effects: Vec<Effect>,
    /// How many moves it makes a round.
    pub moves: u32,
    /// What every harm of it has more than its creature's.
    pub fierce: i32,
    /// What it will do in its next turn.
    pub intends: Vec<Intention>,
}

/// What an enemy is about to do, for all to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Intention {
    /// The move's id in the creature's rules, which have the words.
    #[serde(rename = "move")]
    pub mv: String,
    /// The heroes it is aimed at.
    pub targets: Vec<usize>,
    /// The harm it does in full.
    pub harm: i32,
    /// The effect it then brings.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub effect: Option<String>,
}

/// A fight. Serialises whole, so that it can be saved between any two blows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fight {
    encounter: String,
    /// From 1; 0 before the first turn.
    round: u32,
    heroes: Vec<Hero>,
    enemies: Vec<Enemy>,
    /// Everybody, in the order of initiative; set once.
    order: Vec<Who>,
    /// Where in the order the round stands.
    at: usize,
    now: Option<Who>,
    /// Heroes who act again before the order goes on.
    again: Vec<usize>,
}

impl Fight {
    /// A fight and how it opens. The fight is as it stands before those blows.
    pub fn begin(encounter: &str, heroes: &[Fighter], dice: Dice) -> Result<(Self, Vec<Blow>), Code> {
        let meeting = rules().encounters.get(encounter).ok_or(Code::UnknownEncounter)?;
        Self::begin_as(encounter, meeting, heroes, dice)
    }

    /// The same with an encounter that need not be in the table, so that rows of it can be tried out.
    fn begin_as(
        encounter: &str,
        meeting: &Encounter,
        heroes: &[Fighter],
        dice: Dice,
    ) -> Result<(Self, Vec<Blow>), Code> {
        judge_party(heroes)?;
        let fight = Self {
            encounter: encounter.to_owned(),
            round: 0,
            heroes: heroes.iter().map(|fighter| Hero::new(fighter.clone())).collect(),
            enemies: enemies_of(meeting, heroes.len()),
            order: Vec::new(),
            at: 0,
            now: None,
            again: Vec::new(),
        };
        let blows = fight.opening(dice);
        Ok((fight, blows))
    }

    /// Which of the rules' encounters this is.
    pub fn encounter(&self) -> &str {
        &self.encounter
    }

    /// The round, from 1; 0 before the opening.
    pub fn round(&self) -> u32 {
        self.round
    }

    /// Everybody in the order of initiative.
    pub fn order(&self) -> &[Who] {
        &self.order
    }

    /// All heroes, also the fallen and those who got away.
    pub fn heroes(&self) -> &[Hero] {
        &self.heroes
    }

    /// All enemies, also those who are out of the fight.
    pub fn enemies_all(&self) -> &[Enemy] {
        &self.enemies
    }

    /// A hero by its index in the party.
    pub fn hero(&self, hero: usize) -> Option<&Hero> {
        self.heroes.iter().find(|each| each.fighter.hero == hero)
    }

    /// An enemy by its index.
    pub fn enemy(&self, enemy: usize) -> Option<&Enemy> {
        self.enemies.get(enemy)
    }

    /// Whose turn it is; nobody's before the opening and after the end.
    pub fn turn(&self) -> Option<Who> {
        self.now.filter(|_| self.over().is_none())
    }

    /// How it ended, once it has.
    pub fn over(&self) -> Option<Outcome> {
        if self.enemies.iter().all(|enemy| enemy.hp == 0) {
            return Some(Outcome::Won);
        }
        let tired = self.round > rules().timings.rounds;
        let beaten = !self.heroes.iter().any(Hero::stands);
        let away = self.heroes.iter().any(|hero| hero.fled);
        match (tired, beaten, away) {
            (true, _, _) | (_, true, true) => Some(Outcome::Fled),
            (_, true, false) => Some(Outcome::Lost),
            _ => None,
        }
    }

    /// The heroes as they go on: the fallen are back on their feet, and what belongs to a fight is gone.
    pub fn afterwards(&self) -> Vec<Fighter> {
        self.heroes.iter().map(Hero::afterwards).collect()
    }

    /// Standing, and not gone.
    pub fn stands(&self, who: Who) -> bool {
        match who {
            Who::Hero(hero) => self.hero(hero).is_some_and(Hero::stands),
            Who::Enemy(enemy) => self.enemy(enemy).is_some_and(|enemy| enemy.hp > 0),
        }
    }

    /// What somebody is under.
    pub fn effects(&self, who: Who) -> &[Effect] {
        match who {
            Who::Hero(hero) => self.hero(hero).map_or(&[], |hero| &hero.fighter.effects),
            Who::Enemy(enemy) => self.enemy(enemy).map_or(&[], |enemy| &enemy.effects),
        }
    }

    /// The first effect on somebody of which this is true.
    pub fn under(&self, who: Who, is: impl Fn(&EffectRule) -> bool) -> Option<&Effect> {
        self.effects(who).iter().find(|effect| effect.rule().is_some_and(&is))
    }

    /// Standing heroes, by their index in the party.
    pub fn standing_heroes(&self) -> impl Iterator<Item = usize> {
        self.heroes
            .iter()
            .filter(|hero| hero.stands())
            .map(|hero| hero.fighter.hero)
    }

    /// Standing enemies.
    pub fn standing_enemies(&self) -> impl Iterator<Item = usize> {
        (0..self.enemies.len()).filter(|enemy| self.enemies[*enemy].hp > 0)
    }

    /// May be aimed at.
    pub fn in_sight(&self, who: Who) -> bool {
        self.stands(who) && self.under(who, |rule| rule.hidden).is_none()
    }
}

impl Effect {
    /// What the rules say about it; nothing if a newer table has lost it.
    pub fn rule(&self) -> Option<&'static EffectRule> {
        rules().effects.get(&self.id)
    }
}

impl Fighter {
    /// A fresh hero of an archetype, as a campaign begins with; `None` if there is no such archetype.
    pub fn new(hero: usize, archetype: &str) -> Option<Self> {
        let hp = rules().archetypes.get(archetype)?.hp;
        Some(Self {
            hero,
            archetype: archetype.to_owned(),
            hp,
            max_hp: hp,
            effects: Vec::new(),
            items: Vec::new(),
        })
    }
}

impl Hero {
    fn new(fighter: Fighter) -> Self {
        Self {
            fighter,
            fled: false,
            rests: BTreeMap::new(),
            used: BTreeSet::new(),
        }
    }

    /// On its feet and still there.
    pub fn stands(&self) -> bool {
        self.fighter.hp > 0 && !self.fled
    }

    /// Fallen: it haunts and inspires.
    pub fn is_spirit(&self) -> bool {
        self.fighter.hp == 0
    }

    fn afterwards(&self) -> Fighter {
        let mut fighter = self.fighter.clone();
        fighter.hp = fighter.hp.max(rules().blows.returns_with.min(fighter.max_hp));
        fighter
            .effects
            .retain(|effect| effect.rule().is_some_and(|rule| !rule.fight));
        fighter
    }
}

/// One to eight different heroes of known archetypes, all on their feet and within their hp.
fn judge_party(heroes: &[Fighter]) -> Result<(), Code> {
    let different: BTreeSet<usize> = heroes.iter().map(|fighter| fighter.hero).collect();
    let sound = |fighter: &Fighter| {
        rules().archetypes.contains_key(&fighter.archetype) && (1..=fighter.max_hp).contains(&fighter.hp)
    };
    let fits = (1..=MOST_HEROES).contains(&heroes.len()) && different.len() == heroes.len();
    (fits && heroes.iter().all(sound)).then_some(()).ok_or(Code::BadParty)
}

fn enemies_of(meeting: &Encounter, party: usize) -> Vec<Enemy> {
    let size = party - 1;
    let mut enemies = Vec::new();
    for cast in &meeting.cast {
        let kind = &rules().creatures[&cast.creature];
        let hp = (kind.hp * meeting.toughness[size] / 100).max(1);
        let unnamed = cast.count[size].saturating_sub(cast.called.len() as u32);
        for n in 0..cast.count[size] {
            let number = (n + 1)
                .checked_sub(cast.called.len() as u32)
                .filter(|n| *n > 0 && unnamed > 1);
            enemies.push(Enemy {
                creature: cast.creature.clone(),
                name: cast.called.get(n as usize).unwrap_or(&kind.name).clone(),
                number,
                hp,
                max_hp: hp,
                effects: Vec::new(),
                moves: cast.moves[size],
                fierce: meeting.fierce[size],
                intends: Vec::new(),
            });
        }
    }
    enemies
}
