//! How far the story is: the run that is pinned to a story's hash, the scene, the page that is read, and what the tags of a page do
//! to the heroes. The story tells; it never throws dice.

use super::chronicle::Entry;
use super::heroes::Heroes;
use super::rules::{ms, rules};
use super::wire::{CharacterId, EndingMsg, LineMsg};
use crate::story::{self, Bookmark, Broken, Line, Page, Story, Tag, Then, World};
use serde::{Deserialize, Serialize};

/// Where the run is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tale {
    seed: i32,
    /// `None` before the story begins.
    bookmark: Option<Bookmark>,
    /// The scene.
    pub scene: Scene,
    /// The page that is read, from 1.
    pub page: u32,
    /// Its paragraphs for everyone.
    pub lines: Vec<LineMsg>,
    /// What comes after it.
    pub then: Option<Then>,
    /// What the party did that will matter.
    pub flags: Vec<String>,
    /// How it ended.
    pub ending: Option<EndingMsg>,
}

/// A scene.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Its number in this run, from 1.
    pub number: u32,
    /// Its id in the story.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its picture.
    pub picture: String,
    /// Its mood.
    pub mood: String,
}

impl Tale {
    /// Before the first page.
    pub fn new(seed: i32) -> Self {
        Self {
            seed,
            bookmark: None,
            scene: Scene::default(),
            page: 0,
            lines: Vec::new(),
            then: None,
            flags: Vec::new(),
            ending: None,
        }
    }

    /// Tells the first page, or the one after an option. The same story, heroes and option give the same page, in every replay.
    pub fn turn(
        &mut self,
        story: &Story,
        option: Option<usize>,
        heroes: &mut Heroes,
        actor: CharacterId,
        chronicle: &mut Vec<Entry>,
    ) -> Result<(), Broken> {
        let (page, bookmark) = self.told(story, option, heroes, actor)?;
        self.bookmark = Some(bookmark);
        self.page += 1;
        self.lines.clear();
        for line in &page.lines {
            self.read(line, heroes, actor, chronicle);
        }
        if let Then::End { ending, title } = &page.then {
            self.ending = Some(EndingMsg {
                id: ending.clone(),
                title: title.clone().unwrap_or_else(|| self.scene.title.clone()),
            });
        }
        self.then = Some(page.then);
        Ok(())
    }

    fn told(
        &self,
        story: &Story,
        option: Option<usize>,
        heroes: &Heroes,
        actor: CharacterId,
    ) -> Result<(Page, Bookmark), Broken> {
        let present: Vec<&str> = heroes.0.iter().map(|hero| hero.archetype.as_str()).collect();
        let items: Vec<&str> = heroes
            .0
            .iter()
            .flat_map(|hero| hero.items.iter().map(String::as_str))
            .collect();
        let world = World {
            heroes: &present,
            items: &items,
            party_size: heroes.0.len() as u32,
            actor: heroes.get(actor).map_or("", |hero| hero.name.as_str()),
        };
        match (&self.bookmark, option) {
            (Some(bookmark), Some(option)) => story::go_on(story, bookmark, option, &world),
            _ => story::begin(story, self.seed, &world),
        }
    }

    fn read(&mut self, line: &Line, heroes: &mut Heroes, actor: CharacterId, chronicle: &mut Vec<Entry>) {
        let mut shown = LineMsg {
            text: line.text.clone(),
            say: None,
        };
        let mut private = None;
        let mut memories = Vec::new();
        for tag in &line.tags {
            match tag {
                Tag::Scene(id) => self.enter(id, heroes),
                Tag::Title(title) => self.scene.title.clone_from(title),
                Tag::Picture(picture) => self.scene.picture.clone_from(picture),
                Tag::Mood(mood) => self.scene.mood.clone_from(mood),
                Tag::Say(name) => shown.say = Some(name.clone()),
                Tag::Private(archetype) => private = Some(heroes.of_archetype(archetype)),
                Tag::Flag(flag) if !self.flags.contains(flag) => self.flags.push(flag.clone()),
                // What one hero alone saw is not the party's memory.
                Tag::Memory(_) if line.tags.iter().any(|tag| matches!(tag, Tag::Private(_))) => {}
                Tag::Memory(text) => memories.push(Entry::Memory(text.clone())),
                _ => happen(tag, heroes, actor),
            }
        }
        if line.tags.iter().any(|tag| matches!(tag, Tag::Scene(_))) {
            chronicle.push(Entry::Scene {
                number: self.scene.number,
                title: self.scene.title.clone(),
            });
        }
        // What is remembered of a scene stands below its title.
        chronicle.append(&mut memories);
        match private {
            // A secret of a hero whom nobody plays is nobody's.
            Some(owner) => {
                if let Some(hero) = owner.and_then(|id| heroes.get_mut(id)) {
                    hero.note(&line.text);
                }
            }
            None if line.text.is_empty() => {}
            None => self.lines.push(shown),
        }
    }

    fn enter(&mut self, id: &str, heroes: &mut Heroes) {
        self.scene = Scene {
            number: self.scene.number + 1,
            id: id.to_owned(),
            ..Scene::default()
        };
        heroes.0.iter_mut().for_each(super::heroes::Hero::outlive_a_scene);
    }

    /// How long the page is read on a sofa, ms.
    pub fn reading_ms(&self) -> i64 {
        let letters: i64 = self.lines.iter().map(|line| line.text.chars().count() as i64).sum();
        let paragraphs = self.lines.len() as i64;
        let pace = &rules().reading;
        (letters * 1_000 / i64::from(pace.letters) + paragraphs * i64::from(pace.paragraph_ms)).min(ms(pace.longest))
    }
}

/// What a tag does to the heroes.
pub fn happen(tag: &Tag, heroes: &mut Heroes, actor: CharacterId) {
    let each = |heroes: &mut Heroes, who, change: &dyn Fn(&mut super::heroes::Hero)| {
        for id in heroes.meant(who, actor) {
            heroes.get_mut(id).into_iter().for_each(change);
        }
    };
    match tag {
        Tag::Gift { item, who } => {
            // One thing is one thing, however many it is meant for.
            let first = heroes.meant(who, actor).first().copied().unwrap_or(actor);
            let receiver = if heroes.get(first).is_some() {
                first
            } else {
                CharacterId(1)
            };
            if let Some(hero) = heroes.get_mut(receiver) {
                hero.items.push(item.clone());
            }
        }
        Tag::Take(item) => {
            let carrier = heroes.carries(item);
            if let Some(hero) = carrier.and_then(|id| heroes.get_mut(id))
                && let Some(at) = hero.items.iter().position(|other| other == item)
            {
                hero.items.remove(at);
            }
        }
        Tag::Hurt { points, who } => each(heroes, who, &|hero| hero.hurt(*points)),
        Tag::Heal { points, who } => each(heroes, who, &|hero| hero.heal(*points)),
        Tag::Effect { effect, who } => each(heroes, who, &|hero| hero.befall(effect)),
        _ => {}
    }
}
