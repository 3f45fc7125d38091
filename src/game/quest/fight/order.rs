//! Whose turn it is: initiative, the way from one turn to the next, and turns that are lost. Ties are stable: heroes before enemies,
//! then by index.

use super::bout::Bout;
use super::{Blow, Fight, Place, Who};
use crate::game::quest::dice::{Bonus, Dice, Stat, throw};

impl Fight {
    /// Initiative, the first intentions, the first turn.
    pub(super) fn opening(&self, dice: Dice) -> Vec<Blow> {
        let mut bout = Bout::of(self, dice);
        bout.throw_initiative();
        for enemy in 0..self.enemies.len() {
            bout.intend(enemy);
        }
        if let Some(first) = bout.fight.order.first().copied() {
            bout.write(Blow::Turn {
                who: first,
                round: 1,
                again: false,
            });
        }
        bout.blows
    }

    /// What follows by itself until a hero may act or the fight is over: enemies' turns and turns that are lost. Nothing while a
    /// hero is to act.
    pub fn enemies(&self, dice: Dice) -> Vec<Blow> {
        let mut bout = Bout::of(self, dice);
        while let Some(who) = bout.fight.turn() {
            match who {
                Who::Enemy(enemy) => bout.move_enemy(enemy),
                Who::Hero(_) if !bout.idle(who) => break,
                Who::Hero(_) => {}
            }
            bout.pass(who);
        }
        bout.blows
    }

    /// Is it the turn of a hero who loses it?
    pub fn is_turn_lost(&self) -> bool {
        let hero = self.turn().filter(|who| matches!(who, Who::Hero(_)));
        hero.is_some_and(|who| self.under(who, |rule| rule.loses_move).is_some())
    }

    /// Who comes next, in which round, and whether out of order.
    fn next(&self) -> Option<(Who, u32, bool)> {
        if let Some(hero) = self.again.first() {
            return Some((Who::Hero(*hero), self.round, true));
        }
        let later = self.order.iter().skip(self.at + 1).map(|who| (*who, self.round, false));
        let wrapped = self.order.iter().map(|who| (*who, self.round + 1, false));
        later.chain(wrapped).find(|(who, ..)| self.takes_turns(*who))
    }

    fn takes_turns(&self, who: Who) -> bool {
        match who {
            Who::Hero(hero) => self.hero(hero).is_some_and(|hero| !hero.fled),
            Who::Enemy(_) => self.stands(who),
        }
    }
}

impl Bout<'_> {
    fn throw_initiative(&mut self) {
        let heroes = self.fight.heroes.iter().map(|hero| Who::Hero(hero.fighter.hero));
        let all = heroes.chain((0..self.fight.enemies.len()).map(Who::Enemy));
        let mut order: Vec<Place> = Vec::new();
        for who in all.collect::<Vec<_>>() {
            order.push(self.throw_place(who));
        }
        order.sort_by_key(|place| (-place.throw.total, place.who));
        self.write(Blow::Initiative { order });
    }

    fn throw_place(&mut self, who: Who) -> Place {
        let (stat, value, flaw) = self.fight.swiftness(who);
        let bonus = (flaw != 0).then(|| Bonus::new("flaw", flaw));
        let throw = throw(stat, value, bonus.into_iter().collect(), false, self.dice);
        Place { who, throw }
    }

    /// Ends a turn and begins the next.
    pub(super) fn pass(&mut self, who: Who) {
        self.write(Blow::Passed { who });
        let over = |effect: &&super::Effect| effect.turns == 0;
        while let Some(effect) = self.fight.effects(who).iter().find(over) {
            let id = effect.id.clone();
            self.end(who, &id);
        }
        self.begin_next();
    }

    fn begin_next(&mut self) {
        if self.fight.over().is_none()
            && let Some((who, round, again)) = self.fight.next()
        {
            self.write(Blow::Turn { who, round, again });
        }
        if let Some(outcome) = self.fight.over() {
            self.write(Blow::Over { outcome });
        }
    }

    /// A hero who cannot move loses the turn.
    fn idle(&mut self, who: Who) -> bool {
        let Some(effect) = self.fight.under(who, |rule| rule.loses_move) else {
            return false;
        };
        let effect = effect.id.clone();
        self.write(Blow::Idled {
            who,
            effect: effect.clone(),
        });
        self.end(who, &effect);
        true
    }
}

impl Fight {
    /// What initiative is thrown with: the stat, its value, a flaw.
    fn swiftness(&self, who: Who) -> (Option<Stat>, i32, i32) {
        match who {
            Who::Hero(hero) => {
                let kind = self.hero(hero).and_then(super::Hero::archetype);
                kind.map_or((None, 0, 0), |kind| {
                    (Some(Stat::Nimble), kind.stats.nimble, kind.flaw.initiative)
                })
            }
            Who::Enemy(enemy) => (None, self.creature(enemy).map_or(0, |kind| kind.speed), 0),
        }
    }
}
