//! What the long campaign promises, held to in both languages: how much there is of it, and choices that are heard of long after. A
//! choice is heard of where a page would read otherwise, had it not been made: the story's memory is changed back, and the page told again.

use super::super::setup::story;
use crate::story::{Bookmark, Contents, Page, Story, Tag, Then, World, begin, go_on};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const LANGUAGES: [&str; 2] = ["en", "ru"];
/// So many scenes lie between a choice and its echo.
const FAR: u32 = 5;
const WALKS: u64 = 24;

#[test]
fn the_long_campaign_is_as_long_as_promised() {
    for language in LANGUAGES {
        let contents = Contents::of(story("ember", language).unwrap());
        let counts = (contents.scenes.len(), contents.encounters.len(), contents.endings.len());
        println!(
            "ember {language}: {} words; scenes, encounters, endings: {counts:?}",
            contents.words
        );
        assert!(contents.words >= 12_000, "{language}: {} words", contents.words);
        assert!(
            counts.0 >= 25 && counts.1 >= 6 && counts.2 >= 4,
            "{language}: {counts:?}"
        );
    }
}

#[test]
fn choices_of_the_long_campaign_are_heard_of_five_scenes_later() {
    for language in LANGUAGES {
        let story = story("ember", language).unwrap();
        let mut heard = BTreeMap::new();
        (0..WALKS).for_each(|seed| Walk::begin(story, seed).go(&mut heard));
        println!("ember {language}: {} choices are heard of: {heard:?}", heard.len());
        assert!(heard.len() >= 8, "{language}: {heard:?}");
    }
}

/// A choice that the story has written down: what was so before, and in which scene it was made.
struct Noted {
    before: Option<Value>,
    scene: u32,
}

/// One party's way through the story; its dice and votes fall at random.
struct Walk<'a> {
    story: &'a Story,
    page: Page,
    bookmark: Bookmark,
    items: Vec<String>,
    scene: u32,
    noted: BTreeMap<String, Noted>,
    rng: StdRng,
}

impl<'a> Walk<'a> {
    fn begin(story: &'a Story, seed: u64) -> Self {
        let (page, bookmark) = begin(story, 7, &world(&[])).unwrap();
        let mut walk = Self {
            story,
            page,
            bookmark,
            items: Vec::new(),
            scene: 0,
            noted: BTreeMap::new(),
            rng: StdRng::seed_from_u64(seed),
        };
        walk.read();
        walk
    }

    /// Goes to the end, and adds which choices are heard of, with the most scenes between.
    fn go(&mut self, heard: &mut BTreeMap<String, u32>) {
        while let Then::Decision { options, .. } = &self.page.then {
            let option = self.rng.random_range(0..options.len());
            let before = memory(&self.bookmark);
            let (page, bookmark) = self.told(&self.bookmark, option);
            for (name, far) in self.echoes(option, &page, heard) {
                heard.insert(name, far);
            }
            (self.page, self.bookmark) = (page, bookmark);
            self.note(&before);
            self.read();
        }
    }

    fn told(&self, from: &Bookmark, option: usize) -> (Page, Bookmark) {
        let items: Vec<&str> = self.items.iter().map(String::as_str).collect();
        go_on(self.story, from, option, &world(&items)).unwrap()
    }

    /// Choices made long ago without which this page would read otherwise.
    fn echoes(&self, option: usize, page: &Page, heard: &BTreeMap<String, u32>) -> Vec<(String, u32)> {
        let far = self
            .noted
            .iter()
            .map(|(name, noted)| (name, noted, self.scene - noted.scene));
        let new = far.filter(|(name, _, far)| *far >= FAR && !heard.contains_key(*name));
        let heard = new.filter(|(name, noted, _)| {
            let without = unmade(&self.bookmark, name, noted.before.as_ref());
            self.told(&without, option).0.lines != page.lines
        });
        heard.map(|(name, _, far)| (name.clone(), far)).collect()
    }

    /// What the last choice has changed in the story's memory.
    fn note(&mut self, before: &Map<String, Value>) {
        for (name, now) in memory(&self.bookmark) {
            let was = before.get(&name);
            if was != Some(&now) {
                let noted = Noted {
                    before: was.cloned(),
                    scene: self.scene,
                };
                self.noted.insert(name, noted);
            }
        }
    }

    fn read(&mut self) {
        for tag in self.page.lines.iter().flat_map(|line| &line.tags) {
            match tag {
                Tag::Scene(_) => self.scene += 1,
                Tag::Gift { item, .. } => self.items.push(item.clone()),
                Tag::Take(item) => self.items.retain(|other| other != item),
                _ => {}
            }
        }
    }
}

fn world<'a>(items: &'a [&'a str]) -> World<'a> {
    World {
        heroes: &["guardian", "scout", "bard"],
        items,
        party_size: 3,
        actor: "Kim",
    }
}

/// A bookmark is the story's hash and Ink's own save.
fn parts(bookmark: &Bookmark) -> (String, Value) {
    let text = serde_json::to_value(bookmark).unwrap();
    let text = text.as_str().unwrap();
    let at = text.find('{').unwrap();
    (text[..at].to_owned(), serde_json::from_str(&text[at..]).unwrap())
}

/// The story's variables, those that are not as they were at the start.
fn memory(bookmark: &Bookmark) -> Map<String, Value> {
    parts(bookmark).1["variablesState"].as_object().unwrap().clone()
}

/// The same place in the story, had a choice not been written down.
fn unmade(bookmark: &Bookmark, name: &str, before: Option<&Value>) -> Bookmark {
    let (hash, mut save) = parts(bookmark);
    let memory = save["variablesState"].as_object_mut().unwrap();
    match before {
        Some(before) => memory.insert(name.to_owned(), before.clone()),
        None => memory.remove(name),
    };
    serde_json::from_value(Value::String(format!("{hash}{save}"))).unwrap()
}
