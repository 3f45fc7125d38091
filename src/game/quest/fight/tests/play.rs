//! What each archetype can do that nobody else can, and what becomes of the fallen, each as a short scene at the table.

use super::*;
use crate::game::quest::dice::Degree;
use crate::game::quest::fight::bout::Bout;
use crate::game::quest::fight::{Blow, Code, Effect, Intention};

/// A scene of one kind each against the wolves, in the order given, with the first hero to act.
struct Table {
    fight: Fight,
    said: Vec<Blow>,
}

impl Table {
    fn of(kinds: &[&str]) -> Self {
        Self::against("wolves", kinds)
    }

    fn against(encounter: &str, kinds: &[&str]) -> Self {
        let heroes: Vec<Fighter> = (0..kinds.len())
            .map(|hero| Fighter::new(hero, kinds[hero]).unwrap())
            .collect();
        let (mut fight, blows) = Fight::begin(encounter, &heroes, &mut || 3).unwrap();
        blows.iter().for_each(|blow| fight.apply(blow));
        let mut table = Self {
            fight,
            said: Vec::new(),
        };
        table.turn(Who::Hero(0));
        table
    }

    fn turn(&mut self, who: Who) -> &mut Self {
        self.fight.apply(&Blow::Turn {
            who,
            round: 1,
            again: false,
        });
        self
    }

    /// Every enemy will leap at this hero.
    fn aimed(&mut self, hero: usize) -> &mut Self {
        for enemy in 0..self.fight.enemies_all().len() {
            let leap = Intention {
                mv: "leap".into(),
                targets: vec![hero],
                harm: 6,
                effect: None,
            };
            self.fight.apply(&Blow::Intends {
                enemy,
                intends: vec![leap],
            });
        }
        self
    }

    /// A hero acts, with dice that all fall on this face.
    fn act(&mut self, hero: usize, act: Act, face: u8) -> &mut Self {
        self.fight.judge(hero, &act).unwrap();
        self.said = self.fight.decide(hero, &act, &mut || face);
        self.said.iter().for_each(|blow| self.fight.apply(blow));
        self
    }

    fn skill(&mut self, hero: usize, skill: &str, target: Option<Who>, face: u8) -> &mut Self {
        let skill = skill.to_owned();
        self.act(hero, Act::Skill { skill, target }, face)
    }

    /// One enemy takes its turn.
    fn enemy(&mut self, enemy: usize, face: u8) -> &mut Self {
        self.turn(Who::Enemy(enemy));
        let mut dice = || face;
        let mut bout = Bout::of(&self.fight, &mut dice);
        bout.move_enemy(enemy);
        self.said = bout.blows;
        self.said.iter().for_each(|blow| self.fight.apply(blow));
        self
    }

    fn fell(&mut self, hero: usize) -> &mut Self {
        let who = Who::Hero(hero);
        self.fight.apply(&Blow::Hit {
            by: None,
            target: who,
            damage: 99,
            left: 0,
        });
        self.fight.apply(&Blow::Fell { who });
        self
    }

    fn hp(&self, hero: usize) -> i32 {
        self.fight.hero(hero).unwrap().fighter.hp
    }

    fn foe(&self, enemy: usize) -> i32 {
        self.fight.enemy(enemy).unwrap().hp
    }

    fn has(&self, who: Who, id: &str) -> bool {
        self.fight.effects(who).iter().any(|effect| effect.id == id)
    }
}

#[test]
fn the_guardian_takes_the_blow_that_was_meant_for_a_friend() {
    let mut table = Table::of(&["guardian", "healer"]);
    let (guardian, healer) = (table.hp(0), table.hp(1));
    table.aimed(1).skill(0, "shelter", Some(Who::Hero(1)), 6).enemy(0, 6);
    assert!(table.said.contains(&Blow::Stepped { hero: 0, friend: 1 }));
    assert!(table.hp(1) == healer && table.hp(0) < guardian && table.hp(0) >= guardian - 4);
}

#[test]
fn the_guardians_challenge_draws_every_blow_at_one() {
    let mut table = Table::of(&["guardian", "healer"]);
    table.aimed(1).skill(0, "challenge", None, 6).enemy(0, 6);
    assert_eq!(table.hp(1), table.fight.hero(1).unwrap().fighter.max_hp);
}

#[test]
fn nobody_can_aim_at_a_scout_in_ambush_who_then_hits_harder() {
    let mut table = Table::of(&["scout", "bard"]);
    table.aimed(0).skill(0, "ambush", None, 6).enemy(0, 6);
    assert_eq!(table.hp(0), 10);
    assert!(table.hp(1) < 10);
    let before = table.foe(1);
    table.turn(Who::Hero(0)).act(0, Act::Attack { target: 1 }, 6);
    assert_eq!(table.foe(1), (before - 7).max(0));
    assert!(!table.has(Who::Hero(0), "hidden"));
}

#[test]
fn a_snare_a_trap_and_a_jest_each_spoil_a_move() {
    for (kind, skill) in [("scout", "snare"), ("tinker", "trap"), ("bard", "jest")] {
        let mut table = Table::of(&[kind, "healer"]);
        table.aimed(1).skill(0, skill, Some(Who::Enemy(0)), 6);
        let before: i32 = (0..2).map(|enemy| table.foe(enemy)).sum();
        table.enemy(0, 6);
        assert_eq!(table.hp(1), 10, "{skill}");
        let after: i32 = (0..2).map(|enemy| table.foe(enemy)).sum();
        assert_eq!(after < before, skill != "snare", "{skill}");
    }
}

#[test]
fn the_stargazer_hits_all_and_shows_weak_spots() {
    let mut table = Table::of(&["stargazer", "scout"]);
    let before = [table.foe(0), table.foe(1)];
    table.skill(0, "starfall", None, 6);
    assert_eq!([table.foe(0), table.foe(1)], before.map(|hp| (hp - 3).max(0)));
    table.turn(Who::Hero(0)).skill(0, "foresee", Some(Who::Enemy(1)), 6);
    table.turn(Who::Hero(1)).act(1, Act::Attack { target: 1 }, 2);
    let dice = table.said.iter().find_map(|blow| match blow {
        Blow::Threw { throw, .. } => Some(throw.dice.len()),
        _ => None,
    });
    assert_eq!(dice, Some(3));
}

#[test]
fn the_healer_calls_a_spirit_back() {
    let mut table = Table::of(&["healer", "guardian"]);
    table.fell(1).skill(0, "wake", Some(Who::Hero(1)), 6);
    assert_eq!(table.hp(1), 6);
}

#[test]
fn the_tinker_lets_a_friend_act_again_at_once() {
    let mut table = Table::of(&["tinker", "scout"]);
    table.skill(0, "wind_up", Some(Who::Hero(1)), 6);
    assert_eq!(table.fight.turn(), Some(Who::Hero(1)));
    assert!(
        table
            .said
            .iter()
            .any(|blow| matches!(blow, Blow::Turn { again: true, .. }))
    );
}

#[test]
fn who_defends_takes_half_and_gets_breath() {
    let harm = |defends: bool| {
        let mut table = Table::of(&["guardian", "healer"]);
        table.aimed(0);
        if defends {
            table.act(0, Act::Defend, 6);
        }
        table.enemy(0, 6);
        13 - table.hp(0)
    };
    assert_eq!(harm(true), harm(false) / 2);
}

#[test]
fn help_counts_once_and_brushes_a_bad_effect_off() {
    let mut table = Table::of(&["bard", "guardian"]);
    let chilled = Effect {
        id: "chilled".into(),
        turns: 2,
        by: None,
    };
    table.fight.apply(&Blow::Afflicted {
        target: Who::Hero(1),
        effect: chilled,
    });
    table.act(0, Act::Help { hero: 1 }, 3);
    assert!(table.has(Who::Hero(1), "helped") && !table.has(Who::Hero(1), "chilled"));
    table.turn(Who::Hero(1)).act(1, Act::Attack { target: 0 }, 3);
    assert!(
        table.said.iter().any(
            |blow| matches!(blow, Blow::Threw { throw, .. } if throw.total == 9 && throw.degree == Degree::Partial)
        )
    );
    assert!(!table.has(Who::Hero(1), "helped"));
}

#[test]
fn a_spirit_haunts_and_inspires_and_comes_back_after_the_fight() {
    let mut table = Table::of(&["bard", "guardian"]);
    table.fell(0).turn(Who::Hero(0));
    assert_eq!(table.fight.judge(0, &Act::Attack { target: 0 }), Err(Code::Spirit));
    table.act(0, Act::Haunt { target: 0 }, 3);
    assert!(table.has(Who::Enemy(0), "weakened"));
    table.turn(Who::Hero(0)).act(0, Act::Inspire { hero: 1 }, 3);
    assert!(table.has(Who::Hero(1), "inspired"));
    table.turn(Who::Hero(1));
    assert_eq!(table.fight.judge(1, &Act::Haunt { target: 0 }), Err(Code::NotASpirit));
    assert_eq!(table.fight.judge(0, &Act::Haunt { target: 0 }), Err(Code::NotYourTurn));
    let after = table.fight.afterwards();
    assert_eq!(after[0].hp, 1);
    assert!(after[1].effects.is_empty(), "inspiration belongs to the fight");
}

#[test]
fn a_frozen_hero_loses_one_turn_and_the_warm_do_not_freeze() {
    let mut table = Table::of(&["bard", "guardian"]);
    let frozen = Effect {
        id: "frozen".into(),
        turns: 1,
        by: None,
    };
    table.fight.apply(&Blow::Afflicted {
        target: Who::Hero(0),
        effect: frozen,
    });
    let blows = table.fight.enemies(&mut || 1);
    assert!(matches!(&blows[0], Blow::Idled { who: Who::Hero(0), .. }));
    blows.iter().for_each(|blow| table.fight.apply(blow));
    assert!(!table.has(Who::Hero(0), "frozen"));
}

#[test]
fn all_who_stand_may_get_away_and_take_the_fallen_along() {
    let mut table = Table::of(&["scout", "bard"]);
    table.fell(1).turn(Who::Hero(0)).act(0, Act::Flee, 6);
    assert_eq!(table.fight.over(), Some(Outcome::Fled));
    assert_eq!(table.fight.turn(), None);
    assert_eq!(table.fight.judge(0, &Act::Defend), Err(Code::Over));
}

#[test]
fn things_work_without_a_throw_once_and_food_is_eaten() {
    let mut heroes = party(2, 4);
    heroes[0].items = vec!["bread".into(), "rope".into(), "key".into()];
    heroes[0].hp = 2;
    let (mut fight, blows) = Fight::begin("wolves", &heroes, &mut || 3).unwrap();
    blows.iter().for_each(|blow| fight.apply(blow));
    let mut table = Table {
        fight,
        said: Vec::new(),
    };
    let item = |item: &str, target| Act::Item {
        item: item.into(),
        target,
    };
    let rope = item("rope", Some(Who::Enemy(0)));
    table.turn(Who::Hero(0)).act(0, item("bread", Some(Who::Hero(0))), 1);
    assert_eq!(table.hp(0), 6);
    table.turn(Who::Hero(0)).act(0, rope.clone(), 1).turn(Who::Hero(0));
    assert!(table.has(Who::Enemy(0), "snared"));
    let refused = |act: &Act| table.fight.judge(0, act).unwrap_err();
    assert_eq!(refused(&rope), Code::ItemUsed);
    assert_eq!(refused(&item("bread", Some(Who::Hero(0)))), Code::UnknownItem);
    assert_eq!(refused(&item("key", None)), Code::UselessItem);
    assert_eq!(refused(&Act::Attack { target: 7 }), Code::NoTarget);
    let skill = Act::Skill {
        skill: "juggle".into(),
        target: None,
    };
    assert_eq!(refused(&skill), Code::UnknownSkill);
}
