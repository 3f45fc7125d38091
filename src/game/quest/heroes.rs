//! The heroes: who plays whom, how they are, what they carry, and what each of them alone has seen.

use super::chronicle::Entry;
use super::dice::{Bonus, Dice, Difficulty, Stat, Throw, throw};
use super::fight::{Effect, Fighter};
use super::rules::rules;
use super::wire::{CharacterId, HeroLine};
use crate::id::SeatId;
use crate::story::Who;
use serde::{Deserialize, Serialize};

/// So many may play a hero; everybody else is the audience.
pub const MOST_HEROES: usize = 8;
/// A hero's notes, the latest last: so many are kept on the sheet. The chronicle has none of them.
const MOST_NOTES: usize = 40;

/// A hero.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hero {
    /// Such as `scout`.
    pub archetype: String,
    /// Its name.
    pub name: String,
    /// Who plays it.
    pub seat: Option<SeatId>,
    /// Present strength.
    pub hp: i32,
    /// Effects that last: for so many turns of a fight, or scenes.
    pub effects: Vec<Effect>,
    /// What it carries.
    pub items: Vec<String>,
    /// What it alone has seen.
    pub notes: Vec<String>,
    /// What another guest saw as this hero, who was away when it was taken over: it waits for that guest as long as he is in the party.
    #[serde(default)]
    waiting: Vec<(SeatId, String)>,
}

/// All of them, in the order in which they joined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Heroes(pub Vec<Hero>);

impl Hero {
    /// A hero at full strength.
    pub fn new(archetype: &str, name: &str, seat: Option<SeatId>) -> Self {
        Self {
            archetype: archetype.to_owned(),
            name: name.to_owned(),
            seat,
            hp: most_hp(archetype),
            effects: Vec::new(),
            items: Vec::new(),
            notes: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// What the chronicle says of its coming.
    pub fn joined(&self) -> Entry {
        Entry::Joined {
            name: self.name.clone(),
            archetype: self.archetype.clone(),
        }
    }

    /// Nobody plays it for now, and whoever does next knows all that it has seen.
    pub fn wait(&mut self) {
        self.seat = None;
        self.remember(|_| true);
    }

    /// Another guest plays it: the host has given it with all that it has seen, or else its notes wait for the one who saw it.
    pub fn change_hands(&mut self, seat: SeatId, with_notes: bool) {
        if let Some(before) = self.seat.replace(seat)
            && !with_notes
        {
            self.waiting.extend(self.notes.drain(..).map(|note| (before, note)));
        }
        self.remember(|owner| with_notes || owner == seat);
    }

    /// These guests have left the party: nothing waits for them any more.
    pub fn lose(&mut self, gone: &[SeatId]) {
        self.seat = self.seat.filter(|seat| !gone.contains(seat));
        self.remember(|owner| gone.contains(&owner));
    }

    /// The notes that waited for such guests are the hero's again, as the older ones.
    fn remember(&mut self, is_meant: impl Fn(SeatId) -> bool) {
        let all = std::mem::take(&mut self.waiting).into_iter();
        let (meant, waiting): (Vec<_>, Vec<_>) = all.partition(|(owner, _)| is_meant(*owner));
        self.waiting = waiting;
        let older: Vec<String> = meant.into_iter().map(|(_, note)| note).collect();
        self.notes.splice(0..0, older);
        let over = self.notes.len().saturating_sub(MOST_NOTES);
        self.notes.drain(..over);
    }

    /// Loses strength; the story alone leaves one its last point.
    pub fn hurt(&mut self, points: u32) {
        self.hp = self.hp.saturating_sub_unsigned(points).max(1);
    }

    /// Gains strength.
    pub fn heal(&mut self, points: u32) {
        self.hp = self.hp.saturating_add_unsigned(points).min(most_hp(&self.archetype));
    }

    /// Is under an effect for a while.
    pub fn befall(&mut self, effect: &str) {
        let Some(rule) = rules().effects.get(effect) else {
            return;
        };
        self.effects.retain(|other| other.id != effect);
        self.effects.push(Effect {
            id: effect.to_owned(),
            turns: rule.turns,
            by: None,
        });
    }

    /// A scene has passed.
    pub fn outlive_a_scene(&mut self) {
        for effect in &mut self.effects {
            effect.turns = effect.turns.saturating_sub(1);
        }
        self.effects.retain(|effect| effect.turns > 0);
    }

    /// Throws for a check, with all that counts for this hero; nothing for one of whom the rules know nothing.
    pub fn throw(&self, stat: Stat, difficulty: Difficulty, helped: bool, dice: Dice) -> Option<Throw> {
        let value = rules().archetypes.get(&self.archetype)?.stats.of(stat);
        let mut bonus: Vec<Bonus> = difficulty.bonus().into_iter().collect();
        bonus.extend(helped.then(|| Bonus::new("help", rules().dice.help)));
        let mut advantage = false;
        for effect in &self.effects {
            let Some(rule) = effect.rule() else { continue };
            advantage |= rule.advantage;
            if rule.throws != 0 {
                bonus.push(Bonus::new(format!("effect:{}", effect.id), rule.throws));
            }
        }
        Some(throw(Some(stat), value, bonus, advantage, dice))
    }

    /// What ends with a throw has ended.
    pub fn spend_throw(&mut self) {
        let once = |effect: &Effect| effect.rule().is_some_and(|rule| rule.once.is_some());
        self.effects.retain(|effect| !once(effect));
    }

    /// As it goes into a fight.
    pub fn fighter(&self, index: usize) -> Fighter {
        Fighter {
            hero: index,
            archetype: self.archetype.clone(),
            hp: self.hp,
            max_hp: most_hp(&self.archetype),
            effects: self.effects.clone(),
            items: self.items.clone(),
        }
    }

    /// As it comes out of one: whoever fell is back, and shaky.
    pub fn come_out(&mut self, fighter: &Fighter) {
        self.hp = fighter.hp.max(1);
        self.effects.clone_from(&fighter.effects);
        self.items.clone_from(&fighter.items);
    }

    /// Remembers what nobody else has seen.
    pub fn note(&mut self, text: &str) {
        if self.notes.len() == MOST_NOTES {
            self.notes.remove(0);
        }
        self.notes.push(text.to_owned());
    }

    fn line(&self, character_id: CharacterId) -> HeroLine {
        HeroLine {
            character_id,
            archetype: self.archetype.clone(),
            display_name: self.name.clone(),
            player_id: self.seat,
            hp: self.hp,
            max_hp: most_hp(&self.archetype),
            effects: self.effects.iter().map(|effect| effect.id.clone()).collect(),
            items: self.items.clone(),
        }
    }
}

impl CharacterId {
    /// Its place in the list.
    pub fn index(self) -> usize {
        (self.0 as usize).wrapping_sub(1)
    }

    /// Of the place in the list.
    pub fn of(index: usize) -> Self {
        Self(index as u32 + 1)
    }
}

impl Heroes {
    /// One of them.
    pub fn get(&self, id: CharacterId) -> Option<&Hero> {
        self.0.get(id.index())
    }

    /// One of them, to be changed.
    pub fn get_mut(&mut self, id: CharacterId) -> Option<&mut Hero> {
        self.0.get_mut(id.index())
    }

    /// All with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (CharacterId, &Hero)> {
        self.0
            .iter()
            .enumerate()
            .map(|(index, hero)| (CharacterId::of(index), hero))
    }

    /// The hero that a guest plays.
    pub fn of_seat(&self, seat: SeatId) -> Option<CharacterId> {
        self.iter().find(|(_, hero)| hero.seat == Some(seat)).map(|(id, _)| id)
    }

    /// The hero of an archetype: one who is played, if there are several.
    pub fn of_archetype(&self, archetype: &str) -> Option<CharacterId> {
        let mut all = self.iter().filter(|(_, hero)| hero.archetype == archetype).peekable();
        let first = all.peek().map(|(id, _)| *id);
        all.find(|(_, hero)| hero.seat.is_some()).map(|(id, _)| id).or(first)
    }

    /// Those whom a tag means.
    pub fn meant(&self, who: &Who, actor: CharacterId) -> Vec<CharacterId> {
        match who {
            Who::Actor => vec![actor],
            Who::All => self.iter().map(|(id, _)| id).collect(),
            Who::Hero(archetype) => self.of_archetype(archetype).into_iter().collect(),
        }
    }

    /// The next in turn after a hero, among those who are played.
    pub fn after(&self, actor: CharacterId) -> CharacterId {
        let played: Vec<CharacterId> = self
            .iter()
            .filter(|(_, hero)| hero.seat.is_some())
            .map(|(id, _)| id)
            .collect();
        let next = played.iter().find(|id| **id > actor).or(played.first());
        next.copied().unwrap_or(CharacterId(1))
    }

    /// Does anybody carry an item?
    pub fn carries(&self, item: &str) -> Option<CharacterId> {
        let has = |hero: &Hero| hero.items.iter().any(|other| other == item);
        self.iter().find(|(_, hero)| has(hero)).map(|(id, _)| id)
    }

    /// The archetypes that nobody has chosen; all of them once each is taken.
    pub fn free(&self) -> Vec<String> {
        let taken = |archetype: &str| self.0.iter().any(|hero| hero.archetype == archetype);
        let all: Vec<String> = rules().archetypes.keys().cloned().collect();
        let free: Vec<String> = all.iter().filter(|archetype| !taken(archetype)).cloned().collect();
        match (free.is_empty(), self.0.len() < MOST_HEROES) {
            (_, false) => Vec::new(),
            (true, true) => all,
            (false, true) => free,
        }
    }

    /// What everyone may know of them.
    pub fn lines(&self) -> Vec<HeroLine> {
        self.iter().map(|(id, hero)| hero.line(id)).collect()
    }
}

/// The full strength of an archetype.
fn most_hp(archetype: &str) -> i32 {
    rules().archetypes.get(archetype).map_or(1, |rule| rule.hp)
}
