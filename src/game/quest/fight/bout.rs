//! The pen that writes blows: a copy of the fight that each blow is applied to as it is written, so that the next one follows from it.
//! What heroes and enemies have in common is here: throws, harm, healing, effects.

use super::{Blow, Effect, Fight, Who};
use crate::game::quest::dice::{Bonus, Degree, Dice, Stat, Throw, throw};
use crate::game::quest::rules::{Once, rules};

/// A fight being written on.
pub(super) struct Bout<'d> {
    pub fight: Fight,
    pub blows: Vec<Blow>,
    pub dice: Dice<'d>,
}

impl<'d> Bout<'d> {
    pub fn of(fight: &Fight, dice: Dice<'d>) -> Self {
        Self {
            fight: fight.clone(),
            blows: Vec::new(),
            dice,
        }
    }

    pub fn write(&mut self, blow: Blow) {
        self.fight.apply(&blow);
        self.blows.push(blow);
    }

    /// Throws for somebody, with what its effects add; those for one throw are over with it.
    pub fn throw(
        &mut self,
        who: Who,
        for_what: &str,
        base: (Option<Stat>, i32),
        more: Vec<Bonus>,
        advantage: bool,
    ) -> Degree {
        let (mut bonus, mut lucky) = (more, advantage);
        for effect in self.fight.effects(who) {
            let Some(rule) = effect.rule() else { continue };
            lucky |= rule.advantage;
            if rule.throws != 0 {
                bonus.push(Bonus::new(format!("effect:{}", effect.id), rule.throws));
            }
        }
        let throw: Throw = throw(base.0, base.1, bonus, lucky, self.dice);
        let degree = throw.degree;
        let for_what = for_what.to_owned();
        self.write(Blow::Threw { who, for_what, throw });
        self.end_after(who, Once::Throw);
        degree
    }

    /// Harm as it arrives: more on the exposed, half on the guarded.
    pub fn hit(&mut self, by: Option<Who>, target: Who, harm: i32) {
        let exposed = self.fight.under(target, |rule| rule.exposed).is_some();
        let halved = self.fight.under(target, |rule| rule.halves).is_some();
        let harm = harm + i32::from(exposed);
        let damage = if halved { harm / 2 } else { harm }.max(0);
        self.harm(by, target, damage);
    }

    /// Takes hp away, whatever protects; who has none left falls.
    pub fn harm(&mut self, by: Option<Who>, target: Who, damage: i32) {
        let before = self.hp(target).0;
        let left = (before - damage).max(0);
        self.write(Blow::Hit {
            by,
            target,
            damage,
            left,
        });
        if before > 0 && left == 0 {
            self.fall(target);
        }
    }

    /// A price never makes a hero fall.
    pub fn pay(&mut self, hero: usize, price: i32) {
        let who = Who::Hero(hero);
        let price = price.min(self.hp(who).0 - 1);
        if price > 0 {
            self.harm(None, who, price);
        }
    }

    /// Gives hp back, up to the most.
    pub fn heal(&mut self, target: Who, amount: i32) {
        let (hp, most) = self.hp(target);
        let amount = amount.min(most - hp);
        if amount > 0 && self.fight.stands(target) {
            let left = hp + amount;
            self.write(Blow::Healed { target, amount, left });
        }
    }

    /// Puts an effect on somebody, for the effect's own time if `turns` is 0. In one's own turn the present one does not count.
    pub fn afflict(&mut self, target: Who, id: &str, turns: u32, by: Option<Who>) {
        let Some(rule) = rules().effects.get(id).filter(|_| self.fight.stands(target)) else {
            return;
        };
        if rule.cold && self.fight.under(target, |rule| rule.wards_cold).is_some() {
            let effect = id.to_owned();
            return self.write(Blow::Warded { target, effect });
        }
        let turns = if turns == 0 { rule.turns } else { turns };
        let present = u32::from(self.fight.turn() == Some(target));
        let known = self.fight.effects(target).iter().find(|effect| effect.id == id);
        let effect = Effect {
            id: id.to_owned(),
            turns: known.map_or(0, |known| known.turns).max(turns + present),
            by,
        };
        self.write(Blow::Afflicted { target, effect });
    }

    /// Ends the first effect of which this is true, and says which it was.
    pub fn end_first(
        &mut self,
        who: Who,
        is: impl Fn(&crate::game::quest::rules::EffectRule) -> bool,
    ) -> Option<Effect> {
        let effect = self.fight.under(who, is)?.clone();
        self.end(who, &effect.id);
        Some(effect)
    }

    /// Ends every effect of which this is true.
    pub fn end_all(&mut self, who: Who, is: impl Fn(&crate::game::quest::rules::EffectRule) -> bool) {
        while self.end_first(who, &is).is_some() {}
    }

    /// Takes an effect away.
    pub fn end(&mut self, target: Who, id: &str) {
        let effect = id.to_owned();
        self.write(Blow::Ended { target, effect });
    }

    fn end_after(&mut self, who: Who, what: Once) {
        self.end_all(who, |rule| rule.once == Some(what));
    }

    /// Hp and the most of it.
    pub fn hp(&self, who: Who) -> (i32, i32) {
        let hero = |hero| self.fight.hero(hero).map(|hero| (hero.fighter.hp, hero.fighter.max_hp));
        let enemy = |enemy| self.fight.enemy(enemy).map(|enemy| (enemy.hp, enemy.max_hp));
        match who {
            Who::Hero(index) => hero(index),
            Who::Enemy(index) => enemy(index),
        }
        .unwrap_or((0, 0))
    }

    fn fall(&mut self, who: Who) {
        self.write(Blow::Fell { who });
        if matches!(who, Who::Hero(_)) {
            self.shake();
        }
    }

    fn shake(&mut self) {
        let soft: Vec<usize> = self
            .fight
            .standing_heroes()
            .filter(|hero| self.is_soft(*hero))
            .collect();
        for hero in soft {
            self.afflict(Who::Hero(hero), "cursed", 1, None);
        }
    }

    fn is_soft(&self, hero: usize) -> bool {
        let kind = self.fight.hero(hero).and_then(super::Hero::archetype);
        kind.is_some_and(|kind| kind.flaw.shaken)
    }
}
