//! What a sensible hero would do: every act that is allowed is worth so many hp, saved or taken, and the best is chosen. Bots play by
//! it, the simulations that balance the encounters do, and a phone may hint with it. It sees what everybody sees and throws no dice.

use super::deeds::work_of;
use super::{Act, Enemy, Fight, Hero, Intention, Who};
use crate::game::quest::dice::{Degree, Stat, odds};
use crate::game::quest::rules::{Ability, Aim, EffectRule, SkillRule, Work, rules};
use std::collections::BTreeMap;

/// What it is worth that a hero does not fall.
const A_LIFE: f64 = 5.0;
/// What it is worth that an enemy will never move again, on top of the move it has announced.
const A_FOE: f64 = 2.0;

/// The best act for a hero whose turn it is, or would be. Always one that may be done.
pub fn advise(fight: &Fight, hero: usize) -> Act {
    Advice::of(fight, hero).best(true).map_or(Act::Defend, |(_, act)| act)
}

/// The fight as one hero sees it; what is announced is added up once.
#[derive(Clone)]
struct Advice<'a> {
    fight: &'a Fight,
    hero: usize,
    dangers: BTreeMap<usize, Danger>,
    threats: Vec<f64>,
}

impl<'a> Advice<'a> {
    fn of(fight: &'a Fight, hero: usize) -> Self {
        let mut advice = Self {
            fight,
            hero,
            dangers: BTreeMap::new(),
            threats: Vec::new(),
        };
        advice.dangers = fight
            .standing_heroes()
            .map(|hero| (hero, advice.announced_to(hero)))
            .collect();
        advice.threats = (0..fight.enemies.len())
            .map(|enemy| advice.announced_by(enemy))
            .collect();
        advice
    }
}

impl Advice<'_> {
    /// The first of the best. `deep`: may also think of letting a friend act again.
    fn best(&self, deep: bool) -> Option<(f64, Act)> {
        let mut best: Option<(f64, Act)> = None;
        for act in self.acts() {
            let worth = self.worth(&act, deep);
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, act));
            }
        }
        best
    }

    /// All that may be done, but for running away.
    fn acts(&self) -> Vec<Act> {
        let mut acts = vec![Act::Defend];
        for target in self.fight.standing_enemies() {
            acts.extend([Act::Attack { target }, Act::Haunt { target }]);
        }
        for hero in self.fight.standing_heroes() {
            acts.extend([Act::Help { hero }, Act::Inspire { hero }]);
        }
        for target in self.targets() {
            acts.extend(
                self.skills()
                    .map(|skill| skill.id.clone())
                    .map(|skill| Act::Skill { skill, target }),
            );
            acts.extend(self.items().map(|item| Act::Item { item, target }));
        }
        acts.retain(|act| self.fight.judge_in_turn(self.hero, act).is_ok());
        acts
    }

    fn targets(&self) -> Vec<Option<Who>> {
        let heroes = self.fight.heroes.iter().map(|hero| Who::Hero(hero.fighter.hero));
        let enemies = self.fight.standing_enemies().map(Who::Enemy);
        std::iter::once(None).chain(heroes.chain(enemies).map(Some)).collect()
    }

    fn skills(&self) -> impl Iterator<Item = &'static SkillRule> {
        let kind = self.fight.hero(self.hero).and_then(Hero::archetype);
        kind.into_iter().flat_map(|kind| &kind.skills)
    }

    fn items(&self) -> impl Iterator<Item = String> {
        let items = self.fight.hero(self.hero).map(|hero| hero.fighter.items.clone());
        items.unwrap_or_default().into_iter()
    }

    fn worth(&self, act: &Act, deep: bool) -> f64 {
        match act {
            Act::Attack { target } => self.attack(*target),
            Act::Defend => self.defend(),
            Act::Help { hero } => self.help(*hero),
            Act::Skill { skill, target } => self.skill(skill, *target, deep),
            Act::Item { item, target } => self.item(item, *target),
            Act::Haunt { target } => self.effect(Who::Enemy(*target), "weakened", 2),
            Act::Inspire { hero } => self.effect(Who::Hero(*hero), "inspired", 2),
            Act::Flee => 0.0,
        }
    }

    fn attack(&self, target: usize) -> f64 {
        let Some(kind) = self.fight.hero(self.hero).and_then(Hero::archetype) else {
            return 0.0;
        };
        let (me, enemy) = (Who::Hero(self.hero), Who::Enemy(target));
        let creature = self.fight.creature(target);
        let lucky = self.fight.under(enemy, |rule| rule.exposed).is_some();
        let defence = creature.map_or(0, |kind| kind.defence);
        let thick = creature.is_some_and(|kind| kind.ability == Some(Ability::Thick));
        let (success, partial) = self.odds(kind.attack.stat, -defence, lucky);
        let more = self.sum(me, |rule| rule.damage) - i32::from(thick);
        let full = self.blow(target, (kind.attack.damage + more).max(1));
        let half = self.blow(target, ((kind.attack.damage + 1) / 2 + more).max(1));
        let price = f64::from(rules().blows.price + kind.flaw.price) * self.care(self.hero);
        success * full + partial * (half - price) + self.nearly_down(target)
    }

    /// Harm to an enemy, and the end of it if that is enough.
    fn blow(&self, enemy: usize, harm: i32) -> f64 {
        let exposed = self.fight.under(Who::Enemy(enemy), |rule| rule.exposed).is_some();
        let halved = self.fight.under(Who::Enemy(enemy), |rule| rule.halves).is_some();
        let harm = harm + i32::from(exposed);
        let harm = if halved { harm / 2 } else { harm };
        let left = self.fight.enemy(enemy).map_or(0, |enemy| enemy.hp);
        let end = if harm >= left { A_FOE + self.threat(enemy) } else { 0.0 };
        f64::from(harm.min(left)) + end
    }

    /// A little for the weaker one, so that all hit the same.
    fn nearly_down(&self, enemy: usize) -> f64 {
        let lost = |enemy: &Enemy| 1.0 - f64::from(enemy.hp) / f64::from(enemy.max_hp);
        self.fight.enemy(enemy).map_or(0.0, |enemy| 0.3 * lost(enemy))
    }

    fn defend(&self) -> f64 {
        let breath = f64::from(self.missing(self.hero).min(rules().blows.breath));
        breath * self.care(self.hero) + self.effect(Who::Hero(self.hero), "guarding", 1)
    }

    fn help(&self, friend: usize) -> f64 {
        let freed = self.fight.under(Who::Hero(friend), |rule| rule.bad);
        let freed = freed.and_then(super::Effect::rule).map_or(0.0, burden);
        freed + self.effect(Who::Hero(friend), "helped", 2)
    }

    fn skill(&self, id: &str, target: Option<Who>, deep: bool) -> f64 {
        let Some(rule) = self.skills().find(|skill| skill.id == id) else {
            return 0.0;
        };
        let lucky = target.is_some_and(|who| self.fight.under(who, |rule| rule.exposed).is_some());
        let (success, partial) = self.odds(rule.stat, 0, lucky);
        let by_degree = [
            (success, Degree::Success),
            (partial, Degree::Partial),
            (1.0 - success - partial, Degree::Failure),
        ];
        let worth = |degree| self.work(rule.aim, target, work_of(rule, degree), deep);
        by_degree.iter().map(|(share, degree)| share * worth(*degree)).sum()
    }

    /// Things are few: kept for when they do something.
    fn item(&self, id: &str, target: Option<Who>) -> f64 {
        let rule = rules().items.get(id);
        let worth = rule.and_then(|rule| Some(self.work(rule.aim?, target, &rule.work, false)));
        worth.unwrap_or(0.0)
    }

    fn work(&self, aim: Aim, target: Option<Who>, work: &Work, deep: bool) -> f64 {
        let own = work
            .own
            .as_ref()
            .map_or(0.0, |own| self.effect(Who::Hero(self.hero), own, 1));
        let cost = f64::from(work.cost) * self.care(self.hero);
        let on = |who: Who| self.work_on(who, work, deep);
        own - cost + self.aimed_at(aim, target).into_iter().map(on).sum::<f64>()
    }

    fn aimed_at(&self, aim: Aim, target: Option<Who>) -> Vec<Who> {
        match aim {
            Aim::Oneself => vec![Who::Hero(self.hero)],
            Aim::Heroes => self.fight.standing_heroes().map(Who::Hero).collect(),
            Aim::Enemies => self.fight.standing_enemies().map(Who::Enemy).collect(),
            Aim::Friend | Aim::Hero | Aim::Spirit | Aim::Enemy => target.into_iter().collect(),
        }
    }

    fn work_on(&self, who: Who, work: &Work, deep: bool) -> f64 {
        let effects = [(&work.effect, work.turns), (&work.also, 1)];
        let effects = effects
            .iter()
            .filter_map(|(id, turns)| Some(self.effect(who, id.as_ref()?, *turns)));
        let effects: f64 = effects.sum();
        match who {
            Who::Enemy(enemy) if work.damage > 0 => effects + self.blow(enemy, work.damage),
            Who::Enemy(_) => effects,
            Who::Hero(hero) => effects + self.care_for(hero, work) + self.again(hero, work, deep),
        }
    }

    fn care_for(&self, hero: usize, work: &Work) -> f64 {
        if work.wakes > 0 {
            return A_LIFE + f64::from(work.wakes) / 2.0;
        }
        let healed = work.heals.min(self.missing(hero));
        let (hp, danger) = (self.hp(hero), self.danger(hero));
        let saved = danger.worst >= hp && danger.worst < hp + healed;
        let cured: f64 = self
            .rules_on(Who::Hero(hero))
            .filter(|rule| work.cures && rule.bad)
            .map(burden)
            .sum();
        f64::from(healed.max(0)) * self.care(hero) + if saved { A_LIFE * 0.5 } else { 0.0 } + cured
    }

    fn again(&self, hero: usize, work: &Work, deep: bool) -> f64 {
        if !work.again || !deep {
            return 0.0;
        }
        let friend = Self { hero, ..self.clone() };
        friend.best(false).map_or(0.0, |(worth, _)| worth)
    }

    /// What an effect is worth on somebody; nothing if it is there already.
    fn effect(&self, who: Who, id: &str, turns: u32) -> f64 {
        let Some(rule) = rules().effects.get(id) else {
            return 0.0;
        };
        if self.fight.effects(who).iter().any(|effect| effect.id == id) {
            return 0.0;
        }
        match who {
            Who::Enemy(enemy) => self.on_enemy(enemy, rule, turns),
            Who::Hero(hero) => self.on_hero(hero, rule, turns),
        }
    }

    fn on_enemy(&self, enemy: usize, rule: &EffectRule, turns: u32) -> f64 {
        let Some(foe) = self.fight.enemy(enemy) else { return 0.0 };
        let held = self.rules_on(Who::Enemy(enemy)).any(stops_a_move);
        let first = foe.intends.first().filter(|_| !held);
        let next = first.map_or(0.0, |intention| self.menace(enemy, intention));
        let own_side = first.map_or(0, |intention| intention.harm);
        let fists = self.fight.standing_heroes().count() as f64;
        let hits = (fists * f64::from(turns.min(2)) * 0.6).min(f64::from(foe.hp) / 3.0);
        let springs = f64::from(rule.springs.min(foe.hp));
        let mut worth = springs;
        worth += if stops_a_move(rule) { next } else { 0.0 };
        worth += if rule.weak { next * 0.5 } else { 0.0 };
        worth += if rule.turned && next > 0.0 {
            f64::from(own_side)
        } else {
            0.0
        };
        worth + if rule.exposed { hits * 1.7 } else { 0.0 }
    }

    fn on_hero(&self, hero: usize, rule: &EffectRule, turns: u32) -> f64 {
        let danger = self.danger(hero);
        let in_danger = danger.worst >= self.hp(hero);
        let saved = if in_danger { A_LIFE * danger.chance } else { 0.0 };
        let half = danger.mean * 0.5 * self.care(hero);
        let mut worth = f64::from(rule.throws * turns.min(2) as i32) * 0.55;
        worth += if rule.advantage { 1.0 } else { 0.0 };
        worth += f64::from(rule.damage) * 0.75;
        worth += if rule.halves { half + saved * 0.7 } else { 0.0 };
        worth += if rule.covered {
            self.cover(hero, danger.mean, saved)
        } else {
            0.0
        };
        worth += if rule.hidden {
            danger.mean * 0.3 + saved * 0.8
        } else {
            0.0
        };
        worth += if rule.wards_cold { 0.3 } else { 0.0 };
        worth + if rule.drawn { self.draw_all() } else { 0.0 }
    }

    /// Half of the danger is gone, the other half moves to the guardian.
    fn cover(&self, friend: usize, mean: f64, saved: f64) -> f64 {
        let mine = self.danger(self.hero).mean;
        let afford = f64::from(self.hp(self.hero)) > mean + mine;
        let gain = mean * (self.care(friend) - 0.5 * self.care(self.hero)) + saved * 0.8;
        if afford { gain } else { gain - A_LIFE }
    }

    /// All blows at one go to the hero, who takes half of each.
    fn draw_all(&self) -> f64 {
        let others = self.fight.standing_heroes().filter(|hero| *hero != self.hero);
        let moved: f64 = others.map(|hero| self.danger(hero).single).sum();
        let afford = f64::from(self.hp(self.hero)) > moved * 0.6 + self.danger(self.hero).mean * 0.5;
        if afford { moved * 0.5 } else { -A_LIFE }
    }

    fn danger(&self, hero: usize) -> Danger {
        self.dangers.get(&hero).copied().unwrap_or_default()
    }

    fn threat(&self, enemy: usize) -> f64 {
        self.threats.get(enemy).copied().unwrap_or_default()
    }

    /// What is announced against a hero.
    fn announced_to(&self, hero: usize) -> Danger {
        let mut danger = Danger::default();
        for enemy in self.fight.standing_enemies() {
            let mut held = self
                .rules_on(Who::Enemy(enemy))
                .filter(|rule| stops_a_move(rule))
                .count();
            for intention in &self.fight.enemies[enemy].intends {
                if held > 0 {
                    held -= 1;
                } else if intention.targets.contains(&hero) {
                    danger.add(self.harm(enemy, intention), intention);
                }
            }
        }
        danger
    }

    /// What all that an enemy has announced would cost the party.
    fn announced_by(&self, enemy: usize) -> f64 {
        let intends = self.fight.enemy(enemy).map(|enemy| &enemy.intends);
        intends
            .into_iter()
            .flatten()
            .map(|intention| self.menace(enemy, intention))
            .sum()
    }

    /// What one announced move would cost the party.
    fn menace(&self, enemy: usize, intention: &Intention) -> f64 {
        let (mean, _) = self.harm(enemy, intention);
        let effect = intention
            .effect
            .as_ref()
            .and_then(|id| rules().effects.get(id))
            .map_or(0.0, burden);
        let on = |hero: &usize| {
            let falls = intention.harm >= self.hp(*hero);
            mean * self.care(*hero) + effect * 0.4 + if falls { A_LIFE * 0.4 } else { 0.0 }
        };
        intention
            .targets
            .iter()
            .filter(|hero| self.fight.stands(Who::Hero(**hero)))
            .map(on)
            .sum()
    }

    /// The mean harm of a move, and how often it does any.
    fn harm(&self, enemy: usize, intention: &Intention) -> (f64, f64) {
        let power = self.fight.creature(enemy).map_or(0, |kind| kind.power);
        let bonus = power + self.sum(Who::Enemy(enemy), |rule| rule.throws);
        let (success, partial) = odds(bonus, false);
        let weak = self.rules_on(Who::Enemy(enemy)).any(|rule| rule.weak);
        let harm = f64::from(intention.harm) * if weak { 0.5 } else { 1.0 };
        (harm * (success + partial * 0.55), success + partial)
    }

    /// Hp of the hurt are worth more.
    fn care(&self, hero: usize) -> f64 {
        let most = self.fight.hero(hero).map_or(1, |hero| hero.fighter.max_hp);
        1.3 - 0.5 * f64::from(self.hp(hero)) / f64::from(most.max(1))
    }

    fn odds(&self, stat: Stat, bonus: i32, lucky: bool) -> (f64, f64) {
        let me = Who::Hero(self.hero);
        let value = self
            .fight
            .hero(self.hero)
            .and_then(Hero::archetype)
            .map_or(0, |kind| kind.stats.of(stat));
        let lucky = lucky || self.rules_on(me).any(|rule| rule.advantage);
        odds(value + bonus + self.sum(me, |rule| rule.throws), lucky)
    }

    fn hp(&self, hero: usize) -> i32 {
        self.fight.hero(hero).map_or(0, |hero| hero.fighter.hp)
    }

    fn missing(&self, hero: usize) -> i32 {
        self.fight
            .hero(hero)
            .map_or(0, |hero| hero.fighter.max_hp - hero.fighter.hp)
    }

    fn rules_on(&self, who: Who) -> impl Iterator<Item = &'static EffectRule> {
        self.fight.effects(who).iter().filter_map(super::Effect::rule)
    }

    fn sum(&self, who: Who, of: impl Fn(&EffectRule) -> i32) -> i32 {
        self.rules_on(who).map(of).sum()
    }
}

/// What is announced against one hero.
#[derive(Clone, Copy, Default)]
struct Danger {
    mean: f64,
    /// Of that, by moves at one hero alone.
    single: f64,
    worst: i32,
    /// How probable it is that any of it hits.
    chance: f64,
}

impl Danger {
    fn add(&mut self, (mean, chance): (f64, f64), intention: &Intention) {
        self.mean += mean;
        self.single += if intention.targets.len() == 1 { mean } else { 0.0 };
        self.worst += intention.harm;
        self.chance = self.chance.max(chance);
    }
}

/// A bearer would give so many hp to be rid of it.
fn burden(rule: &EffectRule) -> f64 {
    match (rule.loses_move, rule.throws < 0) {
        (true, _) => 2.5,
        (_, true) => 0.9,
        _ => 0.3,
    }
}

/// The next move comes to nothing for the heroes.
fn stops_a_move(rule: &EffectRule) -> bool {
    rule.loses_move || rule.turned || rule.springs > 0
}
