//! The fights under test: parties, dice from a seed, whole evenings played through.

mod balance;
mod laws;
mod play;

use super::advice::advise;
use super::{Act, Encounter, Fight, Fighter, Outcome, Who, rules};
use rand::rngs::SmallRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

const KINDS: [&str; 6] = ["guardian", "scout", "stargazer", "healer", "bard", "tinker"];

/// How a hero chooses its act.
type Policy = fn(&Fight, usize) -> Act;

/// Dice that fall as the seed says.
fn dice(seed: u64) -> impl FnMut() -> u8 {
    let mut rng = SmallRng::seed_from_u64(seed);
    move || rng.random_range(1..=6)
}

/// A party of different archetypes, as far as there are enough.
fn party(size: usize, seed: u64) -> Vec<Fighter> {
    let mut rng = SmallRng::seed_from_u64(seed);
    let mut kinds = Vec::new();
    while kinds.len() < size {
        let mut more = KINDS.to_vec();
        more.shuffle(&mut rng);
        kinds.extend(more);
    }
    (0..size).map(|hero| Fighter::new(hero, kinds[hero]).unwrap()).collect()
}

/// A fight at its first turn that a hero may take.
fn open(encounter: &str, heroes: &[Fighter], dice: &mut dyn FnMut() -> u8) -> Fight {
    open_as(encounter, &rules().encounters[encounter], heroes, dice)
}

fn open_as(encounter: &str, meeting: &Encounter, heroes: &[Fighter], dice: &mut dyn FnMut() -> u8) -> Fight {
    let (mut fight, blows) = Fight::begin_as(encounter, meeting, heroes, dice).unwrap();
    blows.iter().for_each(|blow| fight.apply(blow));
    follow(&mut fight, dice);
    fight
}

fn follow(fight: &mut Fight, dice: &mut dyn FnMut() -> u8) {
    let blows = fight.enemies(dice);
    blows.iter().for_each(|blow| fight.apply(blow));
}

fn act(fight: &mut Fight, hero: usize, act: &Act, dice: &mut dyn FnMut() -> u8) {
    let blows = fight.decide(hero, act, dice);
    blows.iter().for_each(|blow| fight.apply(blow));
}

/// Plays to the end: how it ended, and in which round.
fn play(meeting: &Encounter, size: usize, seed: u64, policy: Policy) -> (Outcome, u32) {
    let mut dice = dice(seed);
    let mut fight = open_as("wolves", meeting, &party(size, seed), &mut dice);
    while let Some(Who::Hero(hero)) = fight.turn() {
        let chosen = policy(&fight, hero);
        act(&mut fight, hero, &chosen, &mut dice);
        follow(&mut fight, &mut dice);
    }
    (fight.over().unwrap(), fight.round())
}

/// Attacks whoever is weakest, and does nothing else.
fn attack_only(fight: &Fight, hero: usize) -> Act {
    let allowed = |target: &usize| fight.judge(hero, &Act::Attack { target: *target }).is_ok();
    let targets = fight.standing_enemies().filter(allowed);
    let weakest = targets.min_by_key(|target| fight.enemies_all()[*target].hp);
    weakest.map_or(Act::Defend, |target| Act::Attack { target })
}
