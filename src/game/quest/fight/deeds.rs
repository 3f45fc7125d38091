//! What heroes do: each act as the blows that come of it. An act that [`Fight::judge`] refuses comes to nothing.

use super::bout::Bout;
use super::{Act, Blow, Fight, Hero, Who};
use crate::game::quest::dice::{Bonus, Degree, Dice, Stat};
use crate::game::quest::rules::{Ability, Aim, Archetype, SkillRule, Work, rules};

impl Fight {
    /// What comes of an act, up to whose turn is next; nothing if it may not be done.
    pub fn decide(&self, hero: usize, act: &Act, dice: Dice) -> Vec<Blow> {
        if self.judge(hero, act).is_err() {
            return Vec::new();
        }
        let mut bout = Bout::of(self, dice);
        bout.act(hero, act);
        bout.pass(Who::Hero(hero));
        bout.blows
    }
}

impl Bout<'_> {
    fn act(&mut self, hero: usize, act: &Act) {
        match act {
            Act::Attack { target } => self.attack(hero, *target),
            Act::Defend => self.defend(hero),
            Act::Help { hero: friend } => self.help(hero, *friend),
            Act::Skill { skill, target } => self.try_skill(hero, skill, *target),
            Act::Item { item, target } => self.use_item(hero, item, *target),
            Act::Flee => self.flee(hero),
            Act::Haunt { target } => self.haunt(hero, *target),
            Act::Inspire { hero: friend } => self.inspire(hero, *friend),
        }
    }

    fn attack(&mut self, hero: usize, target: usize) {
        let Some(kind) = self.kind_of(hero) else { return };
        let (by, enemy) = (Who::Hero(hero), Who::Enemy(target));
        // Read before the throw uses it up.
        let more = self.extra_harm(by) - self.thickness(target);
        let against = self.against(target);
        let degree = self.throw(by, "attack", base(kind, kind.attack.stat), against.0, against.1);
        self.end_all(by, |rule| rule.hidden);
        match degree {
            Degree::Success => self.hit(Some(by), enemy, (kind.attack.damage + more).max(1)),
            Degree::Partial => self.trade(
                hero,
                target,
                ((kind.attack.damage + 1) / 2 + more).max(1),
                kind.flaw.price,
            ),
            Degree::Failure => self.write(Blow::Missed { by, target: enemy }),
        }
    }

    /// Half the harm, and the other strikes back if it still stands.
    fn trade(&mut self, hero: usize, target: usize, harm: i32, flaw: i32) {
        let (by, enemy) = (Who::Hero(hero), Who::Enemy(target));
        self.hit(Some(by), enemy, harm);
        if self.fight.stands(enemy) {
            self.harm(Some(enemy), by, rules().blows.price + flaw);
        }
    }

    fn defend(&mut self, hero: usize) {
        self.write(Blow::Defended { hero });
        self.afflict(Who::Hero(hero), "guarding", 1, None);
        self.heal(Who::Hero(hero), rules().blows.breath);
    }

    fn help(&mut self, hero: usize, friend: usize) {
        self.write(Blow::Helped { hero, friend });
        self.end_first(Who::Hero(friend), |rule| rule.bad);
        self.afflict(Who::Hero(friend), "helped", 0, Some(Who::Hero(hero)));
    }

    fn haunt(&mut self, hero: usize, enemy: usize) {
        self.write(Blow::Haunted { hero, enemy });
        self.afflict(Who::Enemy(enemy), "weakened", 0, Some(Who::Hero(hero)));
    }

    fn inspire(&mut self, hero: usize, friend: usize) {
        self.write(Blow::Inspired { hero, friend });
        self.afflict(Who::Hero(friend), "inspired", 0, Some(Who::Hero(hero)));
    }

    fn flee(&mut self, hero: usize) {
        let Some(kind) = self.kind_of(hero) else { return };
        let degree = self.throw(Who::Hero(hero), "flee", base(kind, Stat::Nimble), Vec::new(), false);
        if degree == Degree::Partial {
            self.pay(hero, rules().blows.price);
        }
        if degree != Degree::Failure {
            self.write(Blow::Fled { hero });
        }
    }

    fn try_skill(&mut self, hero: usize, skill: &str, target: Option<Who>) {
        let Some(kind) = self.kind_of(hero) else { return };
        let Some(rule) = kind.skill(skill) else { return };
        self.write(Blow::Tried {
            hero,
            skill: skill.to_owned(),
            target,
            rests: if rule.rest == 0 { 0 } else { rule.rest + 1 },
        });
        let degree = self.throw_skill(hero, kind, rule, target);
        if degree == Degree::Failure {
            self.pay(hero, kind.flaw.backfire);
        }
        self.work(hero, rule.aim, target, work_of(rule, degree));
    }

    fn throw_skill(&mut self, hero: usize, kind: &Archetype, rule: &SkillRule, target: Option<Who>) -> Degree {
        let lucky = target.is_some_and(|who| self.fight.under(who, |rule| rule.exposed).is_some());
        self.throw(Who::Hero(hero), &rule.id, base(kind, rule.stat), Vec::new(), lucky)
    }

    fn use_item(&mut self, hero: usize, item: &str, target: Option<Who>) {
        let Some(rule) = rules().items.get(item) else { return };
        let Some(aim) = rule.aim else { return };
        self.write(Blow::Used {
            hero,
            item: item.to_owned(),
            target,
            spent: rule.spent,
        });
        self.work(hero, aim, target, &rule.work);
    }

    fn work(&mut self, hero: usize, aim: Aim, target: Option<Who>, work: &Work) {
        for who in self.aimed_at(hero, aim, target) {
            self.work_on(hero, who, work);
        }
        if let Some(own) = &work.own {
            self.afflict(Who::Hero(hero), own, 0, Some(Who::Hero(hero)));
        }
        self.pay(hero, work.cost);
    }

    fn work_on(&mut self, hero: usize, who: Who, work: &Work) {
        let by = Who::Hero(hero);
        if work.damage > 0 {
            self.hit(Some(by), who, work.damage);
        }
        if work.cures {
            self.end_all(who, |rule| rule.bad);
        }
        self.heal(who, self.healing(by, who, work.heals));
        for (effect, turns) in [(&work.effect, work.turns), (&work.also, 0)] {
            if let Some(effect) = effect {
                self.afflict(who, effect, turns, Some(by));
            }
        }
        if let Who::Hero(friend) = who {
            self.raise(friend, work);
        }
    }

    fn raise(&mut self, friend: usize, work: &Work) {
        let spirit = self.fight.hero(friend).is_some_and(Hero::is_spirit);
        if work.wakes > 0 && spirit {
            let left = work.wakes.min(self.hp(Who::Hero(friend)).1);
            self.write(Blow::Rose { hero: friend, left });
        }
        if work.again && self.fight.stands(Who::Hero(friend)) {
            self.write(Blow::Again { hero: friend });
        }
    }

    fn aimed_at(&self, hero: usize, aim: Aim, target: Option<Who>) -> Vec<Who> {
        match aim {
            Aim::Oneself => vec![Who::Hero(hero)],
            Aim::Heroes => self.fight.standing_heroes().map(Who::Hero).collect(),
            Aim::Enemies => self.fight.standing_enemies().map(Who::Enemy).collect(),
            Aim::Friend | Aim::Hero | Aim::Spirit | Aim::Enemy => target.into_iter().collect(),
        }
    }

    /// Some do not like to be looked after by others.
    fn healing(&self, by: Who, target: Who, amount: i32) -> i32 {
        let Who::Hero(hero) = target else { return amount };
        let flaw = self.kind_of(hero).map_or(0, |kind| kind.flaw.healed);
        if by == target { amount } else { amount + flaw }
    }

    fn kind_of(&self, hero: usize) -> Option<&'static Archetype> {
        self.fight.hero(hero)?.archetype()
    }

    /// What an attack on this enemy adds to the throw, and whether it has advantage.
    fn against(&self, enemy: usize) -> (Vec<Bonus>, bool) {
        let defence = self.fight.creature(enemy).map_or(0, |kind| kind.defence);
        let bonus = (defence != 0).then(|| Bonus::new("defence", -defence));
        let exposed = self.fight.under(Who::Enemy(enemy), |rule| rule.exposed).is_some();
        (bonus.into_iter().collect(), exposed)
    }

    fn extra_harm(&self, who: Who) -> i32 {
        let rules = self.fight.effects(who).iter().filter_map(super::Effect::rule);
        rules.map(|rule| rule.damage).sum()
    }

    fn thickness(&self, enemy: usize) -> i32 {
        let ability = self.fight.creature(enemy).and_then(|kind| kind.ability);
        i32::from(ability == Some(Ability::Thick))
    }
}

/// The work of a skill that went so well.
pub(super) fn work_of(rule: &SkillRule, degree: Degree) -> &Work {
    match degree {
        Degree::Success => &rule.success,
        Degree::Partial => &rule.partial,
        Degree::Failure => &rule.failure,
    }
}

fn base(kind: &Archetype, stat: Stat) -> (Option<Stat>, i32) {
    (Some(stat), kind.stats.of(stat))
}
