//! What holds in every fight, whatever is done in it: hp in bounds, one order, no act that may not be done, an end, the same fold.

use super::*;
use crate::game::quest::fight::{Blow, Code, Fight};
use proptest::prelude::*;

const SKILLS: [&str; 13] = [
    "shelter",
    "challenge",
    "ambush",
    "snare",
    "foresee",
    "starfall",
    "mend",
    "wake",
    "song",
    "jest",
    "wind_up",
    "trap",
    "?",
];
const ITEMS: [&str; 9] = [
    "rope",
    "honey",
    "tea",
    "mirror",
    "bell",
    "key",
    "ice_shard",
    "cloak",
    "?",
];

/// Any act at all: most of them wrong.
fn any_act() -> impl Strategy<Value = Act> {
    let who = prop_oneof![(0usize..9).prop_map(Who::Hero), (0usize..9).prop_map(Who::Enemy)];
    let target = prop::option::of(who);
    prop_oneof![
        3 => (0usize..9).prop_map(|target| Act::Attack { target }),
        1 => Just(Act::Defend),
        1 => Just(Act::Flee),
        1 => (0usize..9).prop_map(|hero| Act::Help { hero }),
        1 => (0usize..9).prop_map(|target| Act::Haunt { target }),
        1 => (0usize..9).prop_map(|hero| Act::Inspire { hero }),
        5 => (prop::sample::select(&SKILLS[..]), target.clone())
            .prop_map(|(skill, target)| Act::Skill { skill: skill.to_owned(), target }),
        3 => (prop::sample::select(&ITEMS[..]), target)
            .prop_map(|(item, target)| Act::Item { item: item.to_owned(), target }),
    ]
}

fn any_encounter() -> impl Strategy<Value = &'static str> {
    let ids: Vec<&str> = rules().encounters.keys().map(String::as_str).collect();
    prop::sample::select(ids)
}

/// A party that carries something each.
fn laden(size: usize, seed: u64) -> Vec<Fighter> {
    let mut heroes = party(size, seed);
    let items = ["honey", "rope", "tea", "ice_shard", "key", "mirror", "bell", "cloak"];
    for (hero, item) in heroes.iter_mut().zip(items) {
        hero.items.push(item.to_owned());
    }
    heroes
}

/// Sound: hp within bounds, no effect that has run out, nobody fallen whose turn it is but spirits.
fn sound(fight: &Fight) -> bool {
    let hero = |hero: &crate::game::quest::fight::Hero| (0..=hero.fighter.max_hp).contains(&hero.fighter.hp);
    let enemy = |enemy: &crate::game::quest::fight::Enemy| (0..=enemy.max_hp).contains(&enemy.hp);
    fight.heroes().iter().all(hero) && fight.enemies_all().iter().all(enemy)
}

/// Applies blow by blow to the fight and to a copy that goes through JSON each time.
fn fold(fight: &mut Fight, blows: &[Blow]) {
    for blow in blows {
        let mut saved: Fight = serde_json::from_str(&serde_json::to_string(&*fight).unwrap()).unwrap();
        let read: Blow = serde_json::from_str(&serde_json::to_string(blow).unwrap()).unwrap();
        saved.apply(&read);
        fight.apply(blow);
        assert_eq!(&saved, fight);
        assert!(sound(fight), "{blow:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn hp_stay_in_bounds_the_order_stays_and_saved_fights_go_on_the_same(
        encounter in any_encounter(), size in 1usize..=8, seed in any::<u64>(), acts in prop::collection::vec(any_act(), 1..60)
    ) {
        let mut dice = dice(seed);
        let mut fight = open(encounter, &laden(size, seed), &mut dice);
        let order = fight.order().to_vec();
        for act in acts {
            let Some(Who::Hero(hero)) = fight.turn() else { break };
            let act = if fight.judge(hero, &act).is_ok() { act } else { Act::Defend };
            let blows = fight.decide(hero, &act, &mut dice);
            fold(&mut fight, &blows);
            let blows = fight.enemies(&mut dice);
            fold(&mut fight, &blows);
            prop_assert_eq!(fight.order(), &order[..]);
        }
    }

    #[test]
    fn what_may_not_be_done_changes_nothing(
        encounter in any_encounter(), size in 1usize..=8, seed in any::<u64>(), actor in 0usize..9, act in any_act()
    ) {
        let mut dice = dice(seed);
        let fight = open(encounter, &laden(size, seed), &mut dice);
        let mut thrown = 0;
        let blows = fight.decide(actor, &act, &mut || { thrown += 1; 6 });
        match fight.judge(actor, &act) {
            Ok(()) => prop_assert!(fight.turn() == Some(Who::Hero(actor)) && !blows.is_empty()),
            Err(_) => prop_assert!(blows.is_empty() && thrown == 0),
        }
    }

    #[test]
    fn every_fight_ends(encounter in any_encounter(), size in 1usize..=8, seed in any::<u64>(), acts in prop::collection::vec(any_act(), 40)) {
        let mut dice = dice(seed);
        let mut fight = open(encounter, &laden(size, seed), &mut dice);
        let mut turns = 0;
        while let Some(Who::Hero(hero)) = fight.turn() {
            let chosen = &acts[turns % acts.len()];
            let chosen = if fight.judge(hero, chosen).is_ok() { chosen.clone() } else { Act::Defend };
            act(&mut fight, hero, &chosen, &mut dice);
            follow(&mut fight, &mut dice);
            turns += 1;
            prop_assert!(turns < 400);
        }
        prop_assert!(fight.over().is_some());
        prop_assert!(fight.afterwards().iter().all(|hero| hero.hp >= 1));
    }

    #[test]
    fn advice_can_always_be_taken(encounter in any_encounter(), size in 1usize..=8, seed in any::<u64>(), acts in prop::collection::vec(any_act(), 0..30)) {
        let mut dice = dice(seed);
        let mut fight = open(encounter, &laden(size, seed), &mut dice);
        for chosen in acts {
            let Some(Who::Hero(hero)) = fight.turn() else { break };
            prop_assert_eq!(fight.judge(hero, &advise(&fight, hero)), Ok(()));
            let chosen = if fight.judge(hero, &chosen).is_ok() { chosen } else { Act::Defend };
            act(&mut fight, hero, &chosen, &mut dice);
            follow(&mut fight, &mut dice);
        }
    }

    /// All throw the same: then the swift come first, and among equals the seat decides.
    #[test]
    fn ties_in_initiative_go_by_seat(encounter in any_encounter(), size in 1usize..=8, seed in any::<u64>(), die in 1u8..=6) {
        let heroes = party(size, seed);
        let (mut fight, blows) = Fight::begin(encounter, &heroes, &mut || die).unwrap();
        let Some(Blow::Initiative { order }) = blows.first() else { panic!("no initiative") };
        let sorted = order.windows(2).all(|pair| {
            (-pair[0].throw.total, pair[0].who) < (-pair[1].throw.total, pair[1].who)
        });
        prop_assert!(sorted);
        blows.iter().for_each(|blow| fight.apply(blow));
        prop_assert_eq!(fight.turn(), Some(order[0].who));
    }
}

#[test]
fn only_a_sound_party_may_fight() {
    let sound = party(2, 1);
    let begun = |encounter: &str, heroes: &[Fighter]| Fight::begin(encounter, heroes, &mut || 3).map(|_| ());
    assert_eq!(begun("wolves", &sound), Ok(()));
    assert_eq!(begun("nowhere", &sound), Err(Code::UnknownEncounter));
    let mut doubled = sound.clone();
    doubled[1].hero = 0;
    let mut fallen = sound.clone();
    fallen[0].hp = 0;
    let mut strange = sound;
    strange[0].archetype = "wizard".into();
    for heroes in [vec![], party(9, 1), doubled, fallen, strange] {
        assert_eq!(begun("wolves", &heroes), Err(Code::BadParty));
    }
}
