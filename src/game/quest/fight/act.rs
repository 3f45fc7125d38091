//! What a hero may do in its turn, and why it may not. Judging looks and changes nothing.

use super::{Fight, Hero, Who};
use crate::game::quest::rules::{Aim, Archetype, rules};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a hero does with its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// The archetype's attack on an enemy.
    Attack {
        /// Which enemy.
        target: usize,
    },
    /// Takes half the harm until its next turn and gets its breath back. A spirit drifts. This is also what an absent hero does.
    Defend,
    /// Makes a friend's next throw better and brushes one bad effect off.
    Help {
        /// Which hero.
        hero: usize,
    },
    /// One of the archetype's skills.
    Skill {
        /// Its id.
        skill: String,
        /// For whom, if it is for one.
        #[serde(default)]
        target: Option<Who>,
    },
    /// A thing that the hero carries.
    Item {
        /// Its id.
        item: String,
        /// For whom, if it is for one.
        #[serde(default)]
        target: Option<Who>,
    },
    /// Tries to get away.
    Flee,
    /// A spirit makes an enemy's next move weaker.
    Haunt {
        /// Which enemy.
        target: usize,
    },
    /// A spirit gives a hero advantage on its next throw.
    Inspire {
        /// Which hero.
        hero: usize,
    },
}

/// Why something cannot be done. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Code {
    /// No such encounter.
    #[error("There is no such encounter.")]
    UnknownEncounter,
    /// Not one to eight sound heroes.
    #[error("This party cannot fight.")]
    BadParty,
    /// The fight is over.
    #[error("The fight is over.")]
    Over,
    /// It is another's turn.
    #[error("It is not your turn.")]
    NotYourTurn,
    /// Nobody such to aim at.
    #[error("You cannot aim there.")]
    NoTarget,
    /// The hero has no such skill.
    #[error("You have no such skill.")]
    UnknownSkill,
    /// The skill rests.
    #[error("That skill takes a rest.")]
    SkillRests,
    /// The hero carries no such item.
    #[error("You carry no such thing.")]
    UnknownItem,
    /// The item is of no use in a fight.
    #[error("That is of no use in a fight.")]
    UselessItem,
    /// The item has done its work in this fight.
    #[error("That has done its work in this fight.")]
    ItemUsed,
    /// The hero is a spirit.
    #[error("A spirit can only haunt and inspire.")]
    Spirit,
    /// The hero is not a spirit.
    #[error("Only a spirit can do that.")]
    NotASpirit,
}

impl Code {
    /// The stable name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownEncounter => "quest/unknown_encounter",
            Self::BadParty => "quest/bad_party",
            Self::Over => "quest/fight_over",
            Self::NotYourTurn => "quest/not_your_turn",
            Self::NoTarget => "quest/no_target",
            Self::UnknownSkill => "quest/unknown_skill",
            Self::SkillRests => "quest/skill_rests",
            Self::UnknownItem => "quest/unknown_item",
            Self::UselessItem => "quest/useless_item",
            Self::ItemUsed => "quest/item_used",
            Self::Spirit => "quest/spirit",
            Self::NotASpirit => "quest/not_a_spirit",
        }
    }
}

impl Fight {
    /// May this hero do that now?
    pub fn judge(&self, hero: usize, act: &Act) -> Result<(), Code> {
        if self.over().is_some() {
            return Err(Code::Over);
        }
        if self.turn() != Some(Who::Hero(hero)) {
            return Err(Code::NotYourTurn);
        }
        self.judge_in_turn(hero, act)
    }

    /// May this hero do that when its turn comes, as things stand?
    pub fn judge_in_turn(&self, hero: usize, act: &Act) -> Result<(), Code> {
        let actor = self.hero(hero).ok_or(Code::NotYourTurn)?;
        judge_state(actor, act)?;
        match act {
            Act::Attack { target } | Act::Haunt { target } => {
                self.judge_aim(hero, Aim::Enemy, Some(Who::Enemy(*target)))
            }
            Act::Help { hero: friend } => self.judge_aim(hero, Aim::Friend, Some(Who::Hero(*friend))),
            Act::Inspire { hero: friend } => self.judge_aim(hero, Aim::Hero, Some(Who::Hero(*friend))),
            Act::Skill { skill, target } => self.judge_skill(actor, skill, *target),
            Act::Item { item, target } => self.judge_item(actor, item, *target),
            Act::Defend | Act::Flee => Ok(()),
        }
    }

    fn judge_skill(&self, actor: &Hero, skill: &str, target: Option<Who>) -> Result<(), Code> {
        let rule = actor
            .archetype()
            .and_then(|kind| kind.skill(skill))
            .ok_or(Code::UnknownSkill)?;
        if actor.rests.contains_key(skill) {
            return Err(Code::SkillRests);
        }
        self.judge_aim(actor.fighter.hero, rule.aim, target)
    }

    fn judge_item(&self, actor: &Hero, item: &str, target: Option<Who>) -> Result<(), Code> {
        if !actor.fighter.items.iter().any(|carried| carried == item) {
            return Err(Code::UnknownItem);
        }
        let rule = rules().items.get(item).ok_or(Code::UnknownItem)?;
        let aim = rule.aim.ok_or(Code::UselessItem)?;
        if actor.used.contains(item) {
            return Err(Code::ItemUsed);
        }
        self.judge_aim(actor.fighter.hero, aim, target)
    }

    /// For all or for oneself no target is needed, and a wrong one is refused all the same.
    fn judge_aim(&self, actor: usize, aim: Aim, target: Option<Who>) -> Result<(), Code> {
        let fits = match (aim, target) {
            (Aim::Oneself, target) => target.is_none_or(|who| who == Who::Hero(actor)),
            (Aim::Heroes | Aim::Enemies, target) => target.is_none(),
            (Aim::Friend, Some(Who::Hero(hero))) => hero != actor && self.stands(Who::Hero(hero)),
            (Aim::Hero, Some(Who::Hero(hero))) => self.stands(Who::Hero(hero)),
            (Aim::Spirit, Some(Who::Hero(hero))) => self.hero(hero).is_some_and(Hero::is_spirit),
            (Aim::Enemy, Some(Who::Enemy(enemy))) => self.in_sight(Who::Enemy(enemy)),
            _ => false,
        };
        fits.then_some(()).ok_or(Code::NoTarget)
    }
}

impl Hero {
    /// What kind of hero it is.
    pub fn archetype(&self) -> Option<&'static Archetype> {
        rules().archetypes.get(&self.fighter.archetype)
    }
}

/// The fallen do what spirits do, and the standing do not.
fn judge_state(actor: &Hero, act: &Act) -> Result<(), Code> {
    match act {
        Act::Haunt { .. } | Act::Inspire { .. } if !actor.is_spirit() => Err(Code::NotASpirit),
        Act::Haunt { .. } | Act::Inspire { .. } | Act::Defend => Ok(()),
        _ if actor.is_spirit() => Err(Code::Spirit),
        _ => Ok(()),
    }
}
