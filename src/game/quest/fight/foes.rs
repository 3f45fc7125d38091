//! What enemies do: they show a round ahead what they are up to, and then do it, unless somebody has spoilt it.

use super::bout::Bout;
use super::{Blow, Enemy, Fight, Intention, Who};
use crate::game::quest::dice::{Bonus, Degree, one_of};
use crate::game::quest::rules::{Ability, Creature, MoveRule, Once, Reach, rules};

impl Fight {
    /// An enemy's kind.
    pub fn creature(&self, enemy: usize) -> Option<&'static Creature> {
        rules().creatures.get(&self.enemy(enemy)?.creature)
    }

    /// The heroes that enemies choose among, with their weights: the marked alone if there are any, else whoever is in sight.
    fn prey(&self) -> Vec<(usize, usize)> {
        let seen = |hero: &usize| self.in_sight(Who::Hero(*hero));
        let drawn = |hero: &usize| self.under(Who::Hero(*hero), |rule| rule.drawn).is_some();
        let seen: Vec<usize> = self.standing_heroes().filter(seen).collect();
        let marked: Vec<usize> = seen.iter().copied().filter(drawn).collect();
        let chosen = if marked.is_empty() { seen } else { marked };
        chosen.into_iter().map(|hero| (hero, self.weight(hero))).collect()
    }

    fn weight(&self, hero: usize) -> usize {
        let kind = self.hero(hero).and_then(super::Hero::archetype);
        1 + usize::from(kind.is_some_and(|kind| kind.flaw.hunted))
    }

    /// The harm of a move in full, without rage.
    fn harm_of(&self, enemy: usize, rule: &MoveRule) -> i32 {
        let fierce = self.enemy(enemy).map_or(0, |enemy| enemy.fierce);
        if rule.damage > 0 {
            (rule.damage + fierce).max(1)
        } else {
            0
        }
    }

    fn has(&self, enemy: usize, ability: Ability) -> bool {
        self.creature(enemy).is_some_and(|kind| kind.ability == Some(ability))
    }

    fn raging(&self, enemy: usize) -> bool {
        let low = |enemy: &Enemy| enemy.hp * 2 < enemy.max_hp;
        self.has(enemy, Ability::Fury) && self.enemy(enemy).is_some_and(low)
    }

    fn in_pack(&self, enemy: usize) -> bool {
        let kind = |index: usize| self.enemies.get(index).map(|enemy| &enemy.creature);
        let mut others = self.standing_enemies().filter(|other| *other != enemy);
        self.has(enemy, Ability::Pack) && others.any(|other| kind(other) == kind(enemy))
    }
}

impl Bout<'_> {
    /// Chooses an enemy's next moves and shows them.
    pub(super) fn intend(&mut self, enemy: usize) {
        let Some(kind) = self.fight.creature(enemy) else { return };
        let moves = self.fight.enemies[enemy].moves;
        let intends = (0..moves).map(|_| self.choose(enemy, kind)).collect();
        self.write(Blow::Intends { enemy, intends });
    }

    fn choose(&mut self, enemy: usize, kind: &Creature) -> Intention {
        let rule = kind.move_on((self.dice)().clamp(1, 6));
        Intention {
            mv: rule.id.clone(),
            targets: self.choose_targets(rule.aim),
            harm: self.fight.harm_of(enemy, rule),
            effect: rule.effect.clone().filter(|_| rule.aim.heroes()),
        }
    }

    fn choose_targets(&mut self, aim: Reach) -> Vec<usize> {
        match aim {
            Reach::One => self.draw_prey(1),
            Reach::Two => self.draw_prey(2),
            Reach::All => self.fight.standing_heroes().collect(),
            Reach::Oneself | Reach::Pack => Vec::new(),
        }
    }

    /// Different heroes, by the dice.
    fn draw_prey(&mut self, n: usize) -> Vec<usize> {
        let mut prey = self.fight.prey();
        let mut drawn = Vec::new();
        while drawn.len() < n && !prey.is_empty() {
            let weights = prey.iter().map(|(_, weight)| weight).sum();
            let at = nth_by_weight(&prey, one_of(weights, self.dice));
            drawn.push(prey.remove(at).0);
        }
        drawn
    }

    /// An enemy's turn: its moves, one after the other, and then what it will do next.
    pub(super) fn move_enemy(&mut self, enemy: usize) {
        let intends = self.fight.enemies[enemy].intends.clone();
        for intention in intends {
            if self.fight.over().is_none() && self.fight.stands(Who::Enemy(enemy)) {
                self.make_move(enemy, &intention);
            }
        }
        if self.fight.over().is_none() && self.fight.stands(Who::Enemy(enemy)) {
            self.intend(enemy);
        }
    }

    fn make_move(&mut self, enemy: usize, intention: &Intention) {
        let Some(rule) = self.fight.creature(enemy).and_then(|kind| kind.move_of(&intention.mv)) else {
            return;
        };
        let spoilt = self.spring(enemy, rule) || self.hold(enemy, rule) || self.turn_round(enemy, rule);
        if !spoilt {
            self.carry_out(enemy, rule, intention);
        }
    }

    /// A trap goes off.
    fn spring(&mut self, enemy: usize, rule: &MoveRule) -> bool {
        let Some(trap) = self.end_first(Who::Enemy(enemy), |rule| rule.springs > 0) else {
            return false;
        };
        let harm = trap.rule().map_or(0, |rule| rule.springs);
        self.spoil(enemy, rule, Some(trap.id));
        self.hit(trap.by, Who::Enemy(enemy), harm);
        true
    }

    /// The move is lost.
    fn hold(&mut self, enemy: usize, rule: &MoveRule) -> bool {
        let Some(hold) = self.end_first(Who::Enemy(enemy), |rule| rule.loses_move) else {
            return false;
        };
        self.spoil(enemy, rule, Some(hold.id));
        true
    }

    /// The move hits another enemy, or its own author if that is alone: surely, and in full.
    fn turn_round(&mut self, enemy: usize, rule: &MoveRule) -> bool {
        let Some(jest) = self.end_first(Who::Enemy(enemy), |rule| rule.turned) else {
            return false;
        };
        if rule.damage == 0 {
            self.spoil(enemy, rule, Some(jest.id));
            return true;
        }
        let others: Vec<usize> = self.fight.standing_enemies().filter(|other| *other != enemy).collect();
        let to = if others.is_empty() {
            enemy
        } else {
            others[one_of(others.len(), self.dice)]
        };
        self.write(Blow::Turned { enemy, to });
        let harm = self.fight.harm_of(enemy, rule);
        self.hit(Some(Who::Enemy(enemy)), Who::Enemy(to), harm);
        true
    }

    fn spoil(&mut self, enemy: usize, rule: &MoveRule, why: Option<String>) {
        let mv = rule.id.clone();
        self.write(Blow::Spoiled { enemy, mv, why });
    }

    fn carry_out(&mut self, enemy: usize, rule: &MoveRule, intention: &Intention) {
        let mv = rule.id.clone();
        if !rule.aim.heroes() {
            self.write(Blow::Moved { enemy, mv });
            return self.strengthen(enemy, rule);
        }
        let targets = self.still_there(rule.aim, &intention.targets);
        if targets.is_empty() {
            return self.spoil(enemy, rule, None);
        }
        self.write(Blow::Moved { enemy, mv });
        self.strike(enemy, rule, &targets);
    }

    fn strengthen(&mut self, enemy: usize, rule: &MoveRule) {
        let whom: Vec<usize> = match rule.aim {
            Reach::Pack => self.fight.standing_enemies().collect(),
            _ => vec![enemy],
        };
        for friend in whom {
            self.heal(Who::Enemy(friend), rule.heals);
            if let Some(effect) = &rule.effect {
                self.afflict(Who::Enemy(friend), effect, rule.turns, None);
            }
        }
    }

    /// Whom a move reaches now: a blow at one goes to the marked; who has fallen or hidden is replaced, where it was aimed.
    fn still_there(&mut self, aim: Reach, targets: &[usize]) -> Vec<usize> {
        let seen = |hero: &usize| self.fight.in_sight(Who::Hero(*hero));
        let drawn = |hero: &usize| self.fight.under(Who::Hero(*hero), |rule| rule.drawn).is_some();
        let there: Vec<usize> = targets.iter().copied().filter(seen).collect();
        match aim {
            Reach::All => self.fight.standing_heroes().filter(seen).collect(),
            Reach::One if there.is_empty() || self.fight.standing_heroes().any(|hero| drawn(&hero)) => {
                self.draw_prey(1)
            }
            _ if there.is_empty() => self.draw_prey(1),
            _ => there,
        }
    }

    fn strike(&mut self, enemy: usize, rule: &MoveRule, targets: &[usize]) {
        let weak = self.fight.under(Who::Enemy(enemy), |rule| rule.weak).is_some();
        let degree = self.throw_move(enemy, rule);
        self.end_all(Who::Enemy(enemy), |rule| rule.once == Some(Once::Move) && rule.weak);
        let full = self.fight.harm_of(enemy, rule) + i32::from(self.fight.raging(enemy));
        let harm = if weak { full / 2 } else { full };
        for hero in targets {
            self.land(enemy, *hero, rule, degree, harm);
        }
    }

    fn throw_move(&mut self, enemy: usize, rule: &MoveRule) -> Degree {
        let power = self.fight.creature(enemy).map_or(0, |kind| kind.power);
        let pack = self
            .fight
            .in_pack(enemy)
            .then(|| Bonus::new("ability:pack", rules().dice.pack));
        self.throw(
            Who::Enemy(enemy),
            &rule.id,
            (None, power),
            pack.into_iter().collect(),
            false,
        )
    }

    fn land(&mut self, enemy: usize, aimed: usize, rule: &MoveRule, degree: Degree, harm: i32) {
        let by = Who::Enemy(enemy);
        if degree == Degree::Failure {
            let target = Who::Hero(aimed);
            return self.write(Blow::Missed { by, target });
        }
        let target = Who::Hero(self.shelter(aimed));
        // An earlier blow of the same move may have felled the guardian who took it.
        if !self.fight.stands(target) {
            return;
        }
        let before = self.hp(target).0;
        let harm = if degree == Degree::Success {
            harm
        } else {
            (harm + 1) / 2
        };
        self.hit(Some(by), target, harm);
        self.drain(enemy, before - self.hp(target).0);
        if let Some(effect) = rule.effect.as_ref().filter(|_| degree == Degree::Success) {
            self.afflict(target, effect, rule.turns, Some(by));
        }
    }

    /// Who takes a blow for this hero.
    fn shelter(&mut self, aimed: usize) -> usize {
        let cover = self.fight.under(Who::Hero(aimed), |rule| rule.covered);
        match cover.and_then(|effect| effect.by) {
            Some(Who::Hero(hero)) if hero != aimed && self.fight.stands(Who::Hero(hero)) => {
                self.write(Blow::Stepped { hero, friend: aimed });
                hero
            }
            _ => aimed,
        }
    }

    fn drain(&mut self, enemy: usize, taken: i32) {
        if self.fight.has(enemy, Ability::Drains) {
            self.heal(Who::Enemy(enemy), taken / 2);
        }
    }
}

fn nth_by_weight(prey: &[(usize, usize)], mut n: usize) -> usize {
    for (at, (_, weight)) in prey.iter().enumerate() {
        if n < *weight {
            return at;
        }
        n -= weight;
    }
    0
}
