//! What happens in a fight, one thing at a time: enough to show it, to tell it in prose and to fold it. Applying a blow neither
//! draws nor decides; whatever was decided stands in the blow.

use super::{Effect, Fight, Intention, Outcome, Who};
use crate::game::quest::dice::Throw;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where somebody came in the order, and by which throw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Who.
    pub who: Who,
    /// The throw; its degree means nothing here.
    pub throw: Throw,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "blow", rename_all = "snake_case")]
pub enum Blow {
    /// The order of the whole fight.
    Initiative {
        /// First to last.
        order: Vec<Place>,
    },
    /// An enemy shows what its next turn will bring.
    Intends {
        /// Which enemy.
        enemy: usize,
        /// Its moves, in order.
        intends: Vec<Intention>,
    },
    /// A turn begins.
    Turn {
        /// Whose.
        who: Who,
        /// In which round.
        round: u32,
        /// Out of order, because a friend made it possible.
        again: bool,
    },
    /// Dice fell.
    Threw {
        /// Whose.
        who: Who,
        /// For what: `attack`, `flee`, a skill's or a move's id.
        for_what: String,
        /// How they fell.
        throw: Throw,
    },
    /// A hero defends, or a spirit drifts.
    Defended {
        /// Who.
        hero: usize,
    },
    /// A hero helps another.
    Helped {
        /// Who.
        hero: usize,
        /// Whom.
        friend: usize,
    },
    /// A spirit is at an enemy's ear.
    Haunted {
        /// Who.
        hero: usize,
        /// Whom.
        enemy: usize,
    },
    /// A spirit is at a friend's ear.
    Inspired {
        /// Who.
        hero: usize,
        /// Whom.
        friend: usize,
    },
    /// A skill was tried; it rests.
    Tried {
        /// Who.
        hero: usize,
        /// Which.
        skill: String,
        /// For whom, if for one.
        target: Option<Who>,
        /// For so many own turns, the present one included.
        rests: u32,
    },
    /// An item was used.
    Used {
        /// Who.
        hero: usize,
        /// Which.
        item: String,
        /// For whom, if for one.
        target: Option<Who>,
        /// It is gone.
        spent: bool,
    },
    /// An enemy makes a move.
    Moved {
        /// Which enemy.
        enemy: usize,
        /// Its id in the creature's rules, which have the words.
        #[serde(rename = "move")]
        mv: String,
    },
    /// An enemy's move came to nothing.
    Spoiled {
        /// Which enemy.
        enemy: usize,
        /// The move.
        #[serde(rename = "move")]
        mv: String,
        /// The effect that did it; nothing if there was nobody to aim at.
        why: Option<String>,
    },
    /// An enemy's move goes for its own side.
    Turned {
        /// Which enemy.
        enemy: usize,
        /// Whom it hits instead.
        to: usize,
    },
    /// A hero steps in front of another.
    Stepped {
        /// Who.
        hero: usize,
        /// In front of whom.
        friend: usize,
    },
    /// Harm was done.
    Hit {
        /// By whom; nobody if it was a price.
        by: Option<Who>,
        /// To whom.
        target: Who,
        /// How much; 0 if all of it was held off.
        damage: i32,
        /// Hp that are left.
        left: i32,
    },
    /// An attack or a move failed.
    Missed {
        /// Whose.
        by: Who,
        /// On whom.
        target: Who,
    },
    /// Hp came back.
    Healed {
        /// To whom.
        target: Who,
        /// How many.
        amount: i32,
        /// Hp it has now.
        left: i32,
    },
    /// An effect begins, or begins anew.
    Afflicted {
        /// On whom.
        target: Who,
        /// Which, and for how long.
        effect: Effect,
    },
    /// The warm do not get an effect of the cold.
    Warded {
        /// Who.
        target: Who,
        /// Which effect.
        effect: String,
    },
    /// An effect is over.
    Ended {
        /// Whose.
        target: Who,
        /// Which.
        effect: String,
    },
    /// A hero is a spirit from now on, or an enemy is out of the fight.
    Fell {
        /// Who.
        who: Who,
    },
    /// A spirit is back on its feet.
    Rose {
        /// Who.
        hero: usize,
        /// Hp it has.
        left: i32,
    },
    /// A hero will act again at once.
    Again {
        /// Who.
        hero: usize,
    },
    /// A hero got away.
    Fled {
        /// Who.
        hero: usize,
    },
    /// Somebody loses the turn.
    Idled {
        /// Who.
        who: Who,
        /// Through which effect.
        effect: String,
    },
    /// A turn ends: effects and rests are one turn shorter.
    Passed {
        /// Whose.
        who: Who,
    },
    /// The fight ends.
    Over {
        /// How.
        outcome: Outcome,
    },
}

impl Fight {
    /// Lets a blow happen. The only thing that changes a fight.
    pub fn apply(&mut self, blow: &Blow) {
        match blow {
            Blow::Initiative { order } => self.order = order.iter().map(|place| place.who).collect(),
            Blow::Intends { enemy, intends } => self.intend(*enemy, intends),
            Blow::Turn { who, round, again } => self.take_turn(*who, *round, *again),
            Blow::Hit { target, left, .. } | Blow::Healed { target, left, .. } => self.set_hp(*target, *left),
            Blow::Rose { hero, left } => self.set_hp(Who::Hero(*hero), *left),
            Blow::Afflicted { target, effect } => self.afflict(*target, effect),
            Blow::Ended { target, effect } => self.relieve(*target, effect),
            Blow::Fell { who } => self.fall(*who),
            Blow::Tried { hero, skill, rests, .. } => self.rest(*hero, skill, *rests),
            Blow::Used { hero, item, spent, .. } => self.use_up(*hero, item, *spent),
            Blow::Again { hero } => self.again.push(*hero),
            Blow::Fled { hero } => self.leave(*hero),
            Blow::Passed { who } => self.pass(*who),
            Blow::Threw { .. }
            | Blow::Defended { .. }
            | Blow::Helped { .. }
            | Blow::Haunted { .. }
            | Blow::Inspired { .. }
            | Blow::Moved { .. }
            | Blow::Spoiled { .. }
            | Blow::Turned { .. }
            | Blow::Stepped { .. }
            | Blow::Missed { .. }
            | Blow::Warded { .. }
            | Blow::Idled { .. }
            | Blow::Over { .. } => {}
        }
    }

    fn intend(&mut self, enemy: usize, intends: &[Intention]) {
        if let Some(enemy) = self.enemies.get_mut(enemy) {
            enemy.intends = intends.to_vec();
        }
    }

    fn take_turn(&mut self, who: Who, round: u32, again: bool) {
        self.now = Some(who);
        self.round = round;
        if again {
            self.again.retain(|hero| Who::Hero(*hero) != who);
        } else if let Some(at) = self.order.iter().position(|each| *each == who) {
            self.at = at;
        }
    }

    fn set_hp(&mut self, who: Who, hp: i32) {
        match who {
            Who::Hero(hero) => {
                if let Some(hero) = self.hero_mut(hero) {
                    hero.fighter.hp = hp.clamp(0, hero.fighter.max_hp);
                }
            }
            Who::Enemy(enemy) => {
                if let Some(enemy) = self.enemies.get_mut(enemy) {
                    enemy.hp = hp.clamp(0, enemy.max_hp);
                }
            }
        }
    }

    fn afflict(&mut self, who: Who, effect: &Effect) {
        self.relieve(who, &effect.id);
        if let Some(effects) = self.effects_mut(who) {
            effects.push(effect.clone());
        }
    }

    fn relieve(&mut self, who: Who, id: &str) {
        if let Some(effects) = self.effects_mut(who) {
            effects.retain(|each| each.id != id);
        }
    }

    fn fall(&mut self, who: Who) {
        if let Some(effects) = self.effects_mut(who) {
            effects.clear();
        }
        match who {
            Who::Hero(hero) => self.again.retain(|each| *each != hero),
            Who::Enemy(enemy) => self.intend(enemy, &[]),
        }
    }

    fn rest(&mut self, hero: usize, skill: &str, rests: u32) {
        if let Some(hero) = self.hero_mut(hero).filter(|_| rests > 0) {
            hero.rests.insert(skill.to_owned(), rests);
        }
    }

    fn use_up(&mut self, hero: usize, item: &str, spent: bool) {
        let Some(hero) = self.hero_mut(hero) else { return };
        let carried = hero.fighter.items.iter().position(|each| each == item);
        match carried.filter(|_| spent) {
            Some(at) => drop(hero.fighter.items.remove(at)),
            None => drop(hero.used.insert(item.to_owned())),
        }
    }

    fn leave(&mut self, hero: usize) {
        self.again.retain(|each| *each != hero);
        if let Some(hero) = self.hero_mut(hero) {
            hero.fled = true;
        }
    }

    fn pass(&mut self, who: Who) {
        for effect in self.effects_mut(who).into_iter().flatten() {
            effect.turns = effect.turns.saturating_sub(1);
        }
        if let Who::Hero(hero) = who
            && let Some(hero) = self.hero_mut(hero)
        {
            hero.rests
                .values_mut()
                .for_each(|turns| *turns = turns.saturating_sub(1));
            hero.rests.retain(|_, turns| *turns > 0);
        }
    }

    fn hero_mut(&mut self, hero: usize) -> Option<&mut super::Hero> {
        self.heroes.iter_mut().find(|each| each.fighter.hero == hero)
    }

    fn effects_mut(&mut self, who: Who) -> Option<&mut Vec<Effect>> {
        match who {
            Who::Hero(hero) => self.hero_mut(hero).map(|hero| &mut hero.fighter.effects),
            Who::Enemy(enemy) => self.enemies.get_mut(enemy).map(|enemy| &mut enemy.effects),
        }
    }
}
