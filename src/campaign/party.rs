//! The party of somebody who plays alone: three heroes who stay together, carry what the story gives them, and fight by themselves.
//! The rules are the game's.

use crate::game::quest::dice::{Dice, Difficulty, Stat, Throw};
use crate::game::quest::fight::advice::advise;
use crate::game::quest::fight::{Blow, Fight, Outcome, Who};
use crate::game::quest::happen;
use crate::game::quest::heroes::{Hero, Heroes};
use crate::game::quest::rules::rules;
use crate::game::quest::wire::CharacterId;
use crate::story::{Tag, World};

/// Who they are.
const KINDS: [&str; 3] = ["guardian", "scout", "bard"];

/// Three heroes, one of whom acted last.
#[derive(Debug)]
pub(super) struct Party {
    heroes: Heroes,
    actor: CharacterId,
}

impl Party {
    /// Named after what they are, in the story's language.
    pub fn new(language: &str) -> Self {
        let hero = |kind: &str| Hero::new(kind, kind_name(kind, language), None);
        Self {
            heroes: Heroes(KINDS.into_iter().map(hero).collect()),
            actor: CharacterId(1),
        }
    }

    /// `Guardian, Scout, Bard`.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.heroes.0.iter().map(|hero| hero.name.as_str()).collect();
        names.join(", ")
    }

    /// Lets somebody ask what a story may ask.
    pub fn asked<T>(&self, ask: impl FnOnce(&World) -> T) -> T {
        let each = || self.heroes.0.iter();
        let kinds: Vec<&str> = each().map(|hero| hero.archetype.as_str()).collect();
        let items: Vec<&str> = each().flat_map(|hero| hero.items.iter().map(String::as_str)).collect();
        ask(&World {
            heroes: &kinds,
            items: &items,
            party_size: kinds.len() as u32,
            actor: self.name(self.actor),
        })
    }

    pub fn name(&self, id: CharacterId) -> &str {
        self.heroes.get(id).map_or("", |hero| &hero.name)
    }

    /// The hero of an archetype, if it is one of ours.
    pub fn of_archetype(&self, archetype: &str) -> Option<CharacterId> {
        self.heroes.of_archetype(archetype)
    }

    /// Who chooses: the one that is named, or the next in turn.
    pub fn chooser(&self, who: Option<&str>) -> CharacterId {
        let next = CharacterId::of((self.actor.index() + 1) % KINDS.len());
        who.and_then(|archetype| self.of_archetype(archetype)).unwrap_or(next)
    }

    /// Who throws: the one that is named, or whoever acted last.
    pub fn thrower(&self, who: Option<&str>) -> CharacterId {
        who.and_then(|archetype| self.of_archetype(archetype))
            .unwrap_or(self.actor)
    }

    /// Somebody acts.
    pub fn act(&mut self, actor: CharacterId) {
        self.actor = actor;
    }

    /// What a tag of the story does to them.
    pub fn take(&mut self, tag: &Tag) {
        match tag {
            Tag::Scene(_) => self.heroes.0.iter_mut().for_each(Hero::outlive_a_scene),
            tag => happen(tag, &mut self.heroes, self.actor),
        }
    }

    /// The names of those whom a tag means.
    pub fn meant(&self, who: &crate::story::Who) -> String {
        let meant = self.heroes.meant(who, self.actor);
        let names: Vec<&str> = meant.into_iter().map(|id| self.name(id)).collect();
        names.join(", ")
    }

    /// A hero throws for a check.
    pub fn throw(&mut self, id: CharacterId, stat: Stat, difficulty: Difficulty, dice: Dice) -> Option<Throw> {
        self.actor = id;
        let hero = self.heroes.get_mut(id)?;
        let throw = hero.throw(stat, difficulty, false, dice);
        hero.spend_throw();
        throw
    }

    /// All three fight as is wisest, to the end: how it ended, and after how many rounds. Nothing if nobody knows the enemies.
    pub fn fight(&mut self, encounter: &str, dice: Dice) -> Option<(Outcome, u32)> {
        let fighters: Vec<_> = self
            .heroes
            .0
            .iter()
            .enumerate()
            .map(|(at, hero)| hero.fighter(at))
            .collect();
        let (mut fight, opening) = Fight::begin(encounter, &fighters, dice).ok()?;
        apply(&mut fight, &opening);
        loop {
            let blows = fight.enemies(dice);
            apply(&mut fight, &blows);
            let Some(Who::Hero(hero)) = fight.turn() else { break };
            let blows = fight.decide(hero, &advise(&fight, hero), dice);
            apply(&mut fight, &blows);
            self.actor = CharacterId::of(hero);
        }
        for (hero, fighter) in self.heroes.0.iter_mut().zip(fight.afterwards()) {
            hero.come_out(&fighter);
        }
        Some((fight.over()?, fight.round()))
    }
}

fn apply(fight: &mut Fight, blows: &[Blow]) {
    blows.iter().for_each(|blow| fight.apply(blow));
}

/// What an archetype is called; its id if the rules do not know it.
pub(super) fn kind_name<'a>(archetype: &'a str, language: &str) -> &'a str {
    let rule = rules().archetypes.get(archetype);
    rule.map_or(archetype, |rule| rule.name.of(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_heroes_fight_every_encounter_to_its_end_and_go_on() {
        for encounter in rules().encounters.keys() {
            let mut party = Party::new("en");
            let mut faces = (1..=6).cycle();
            let (_, rounds) = party.fight(encounter, &mut || faces.next().unwrap()).unwrap();
            assert!(
                rounds > 0 && party.heroes.0.iter().all(|hero| hero.hp > 0),
                "{encounter}"
            );
        }
        assert_eq!(Party::new("en").fight("nobody", &mut || 3), None);
    }

    #[test]
    fn they_take_turns_unless_one_is_named() {
        let mut party = Party::new("ru");
        assert_eq!(party.name(party.chooser(None)), "Следопыт");
        party.act(CharacterId(3));
        assert_eq!(party.chooser(None), CharacterId(1));
        assert_eq!(party.chooser(Some("scout")), CharacterId(2));
        assert_eq!(party.chooser(Some("healer")), CharacterId(1));
        assert_eq!(party.thrower(None), CharacterId(3));
    }
}
