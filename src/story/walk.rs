//! Faults that show only when a story is told: it is walked through many times, by parties of all kinds, always along what was
//! taken least. The same story is walked in the same way.

use super::compile::{Fault, Story};
use super::lint::{MAX_OPTION_CHARS, long_choice};
use super::page::{Mark, Opt, Told, are_marked};
use super::source::Source;
use super::tag::{Mention, Tag};
use super::tell::{Broken, Teller, World};
use super::words::ARCHETYPES;
use std::collections::{BTreeMap, BTreeSet};

const WALKS: u32 = 120;
/// Decisions of all walks together, so that a check of a large story takes seconds.
const MAX_DECISIONS: u32 = 8_000;
/// Decisions of one walk; a story may go in circles.
const MAX_LENGTH: u32 = 400;
/// A paragraph is read from a TV across the room.
const MAX_PARAGRAPH_CHARS: usize = 280;
const MAX_PARAGRAPHS: usize = 6;
const VOTE_OPTIONS: std::ops::RangeInclusive<usize> = 2..=5;

/// What walking through the story brings to light.
pub(super) fn faults(story: &Story, source: &Source) -> Vec<Fault> {
    let mut walker = Walker::new(source);
    let mut teller = None;
    for walk in 0..WALKS {
        // A teller that failed is not asked again: it may be in any state.
        match teller
            .take()
            .map_or_else(|| Teller::parse(&story.hash, &story.json), Ok)
        {
            Ok(fresh) => teller = walker.walk(fresh, walk),
            Err(broken) => walker.stumble(broken, ""),
        }
    }
    walker.found
}

struct Walker<'a> {
    source: &'a Source,
    found: Vec<Fault>,
    /// Codes and texts that were found already.
    known: BTreeSet<(&'static str, String)>,
    /// How often each option was taken.
    taken: BTreeMap<String, u32>,
    decisions: u32,
}

/// What one party carries and remembers on its way.
#[derive(Default)]
struct Way {
    heroes: Vec<&'static str>,
    items: BTreeSet<String>,
    /// The first line of the scene, until something is written down in it.
    unwritten: Option<String>,
    last: String,
}

impl<'a> Walker<'a> {
    fn new(source: &'a Source) -> Self {
        Self {
            source,
            found: Vec::new(),
            known: BTreeSet::new(),
            taken: BTreeMap::new(),
            decisions: 0,
        }
    }

    /// Gives the teller back, unless the story broke.
    fn walk(&mut self, mut teller: Teller, walk: u32) -> Option<Teller> {
        let mut way = Way::of_party(walk);
        match self.go(&mut teller, walk, &mut way) {
            Ok(()) => Some(teller),
            Err(broken) => {
                self.stumble(broken, &way.last);
                None
            }
        }
    }

    fn go(&mut self, teller: &mut Teller, walk: u32, way: &mut Way) -> Result<(), Broken> {
        teller.open_at_start(walk as i32)?;
        for _ in 0..MAX_LENGTH {
            let told = way.tell(teller)?;
            let options = teller.options()?;
            self.look_at(&told, &options, way);
            if options.is_empty() {
                self.look_at_end(&told, teller.loose, way);
                return Ok(());
            }
            if self.decisions >= MAX_DECISIONS {
                return Ok(());
            }
            teller.choose(self.least_taken(&options))?;
        }
        Ok(())
    }

    fn least_taken(&mut self, options: &[Opt]) -> usize {
        self.decisions += 1;
        let times = |option: &Opt| self.taken.get(&option.text).copied().unwrap_or(0);
        let least = (0..options.len())
            .min_by_key(|index| times(&options[*index]))
            .unwrap_or(0);
        *self.taken.entry(options[least].text.clone()).or_default() += 1;
        least
    }

    fn stumble(&mut self, broken: Broken, last: &str) {
        self.note(broken.code, last, broken.text);
    }

    /// Writes a fault down at the line that tells `told`; once.
    fn note(&mut self, code: &'static str, told: &str, text: impl Into<String>) {
        let text = text.into();
        if self.known.insert((code, format!("{told}{text}"))) {
            let line = self.source.line_telling(told);
            self.found.push(Fault::at(line, code, text));
        }
    }

    fn look_at(&mut self, told: &[Told], options: &[Opt], way: &mut Way) {
        self.look_at_paragraphs(told);
        if !options.is_empty() && told.len() > MAX_PARAGRAPHS {
            let text = format!("More than {MAX_PARAGRAPHS} paragraphs before anybody decides.");
            self.note("story/long_page", &told[told.len() - 1].text, text);
        }
        for line in told {
            self.look_at_scene(line, way);
        }
        if !options.is_empty() {
            self.look_at_options(told, options);
            self.look_at_decider(told, options);
        }
    }

    fn look_at_paragraphs(&mut self, told: &[Told]) {
        for line in told {
            let long = line.text.chars().count();
            if long > MAX_PARAGRAPH_CHARS {
                let text = format!("The paragraph has {long} characters; {MAX_PARAGRAPH_CHARS} can be read.");
                self.note("story/long_paragraph", &line.text, text);
            }
        }
    }

    fn look_at_scene(&mut self, line: &Told, way: &mut Way) {
        let mentions = line.mentions();
        if mentions
            .iter()
            .any(|mention| matches!(mention, Mention::Event(Tag::Scene(_))))
        {
            self.look_at_memory(way);
            way.unwritten = Some(line.text.clone());
        }
        if mentions
            .iter()
            .any(|mention| matches!(mention, Mention::Event(Tag::Memory(_))))
        {
            way.unwritten = None;
        }
    }

    fn look_at_memory(&mut self, way: &mut Way) {
        if let Some(scene) = way.unwritten.take() {
            self.note(
                "story/no_memory",
                &scene,
                "A party can leave this scene and remember nothing of it.",
            );
        }
    }

    fn look_at_options(&mut self, told: &[Told], options: &[Opt]) {
        for option in options
            .iter()
            .filter(|option| option.text.chars().count() > MAX_OPTION_CHARS)
        {
            self.note("story/long_choice", &option.text, long_choice(&option.text));
        }
        let last = told.last().map_or("", |line| line.text.as_str());
        if options.iter().all(|option| option.only.is_some()) {
            self.note("story/nobody_may_choose", last, "No choice is for everybody.");
        }
    }

    fn look_at_decider(&mut self, told: &[Told], options: &[Opt]) {
        let Some((last, before)) = told.split_last() else {
            return self.note(
                "story/no_decider",
                &options[0].text,
                "Nothing is told before this choice, so nothing says who decides.",
            );
        };
        for line in before.iter().filter(|line| deciders(line).next().is_some()) {
            let text = "Who decides stands on the last line before the choices.";
            self.note("story/decider_not_last", &line.text, text);
        }
        let mut deciders = deciders(last);
        match (deciders.next(), deciders.next()) {
            (None, _) => self.note("story/no_decider", &last.text, "This line does not say who decides."),
            (Some(_), Some(_)) => self.note("story/two_deciders", &last.text, "This line says twice who decides."),
            (Some(decider), None) => self.look_at_fit(&decider, &last.text, options),
        }
    }

    /// Do the options fit the decider?
    fn look_at_fit(&mut self, decider: &Mention, last: &str, options: &[Opt]) {
        match decider {
            Mention::Check { .. } if !are_marked(options, Mark::OF_CHECK) => {
                let text = "A check has three choices: success, partial, failure.";
                self.note("story/check_choices", last, text);
            }
            Mention::Encounter(_) if !are_marked(options, Mark::OF_ENCOUNTER) => {
                let text = "An encounter has three choices: won, fled, lost.";
                self.note("story/encounter_choices", last, text);
            }
            Mention::Vote { .. } if !VOTE_OPTIONS.contains(&options.len()) => {
                let text = format!("A vote has two to five choices; here are {}.", options.len());
                self.note("story/vote_choices", last, text);
            }
            Mention::Vote { .. } | Mention::Turn(_) if options.iter().any(|option| option.mark.is_some()) => {
                let text = "These choices are outcomes, but nothing is thrown.";
                self.note("story/stray_mark", last, text);
            }
            _ => {}
        }
    }

    fn look_at_end(&mut self, told: &[Told], loose: bool, way: &mut Way) {
        self.look_at_memory(way);
        if loose {
            self.note("story/loose_end", &way.last, "The story stops here without “-> END”.");
        }
        let ends = |line: &Told| {
            line.mentions()
                .iter()
                .any(|mention| matches!(mention, Mention::Event(Tag::Ending(_))))
        };
        if !told.last().is_some_and(ends) {
            self.note(
                "story/no_ending",
                &way.last,
                "The story ends here without “# ending: …” on its last line.",
            );
        }
    }
}

fn deciders(line: &Told) -> impl Iterator<Item = Mention> {
    line.mentions().into_iter().filter(Mention::decides)
}

impl Way {
    /// First everybody, then parties of all kinds.
    fn of_party(walk: u32) -> Self {
        let plays = |hero: usize| walk == 0 || (walk.wrapping_mul(37) >> hero) & 1 == 1;
        let heroes = (0..ARCHETYPES.len()).filter(|hero| plays(*hero));
        Self {
            heroes: heroes.map(|hero| ARCHETYPES[hero]).collect(),
            ..Self::default()
        }
    }

    fn tell(&mut self, teller: &mut Teller) -> Result<Vec<Told>, Broken> {
        let items: Vec<&str> = self.items.iter().map(String::as_str).collect();
        let told = teller.tell(&World {
            heroes: &self.heroes,
            items: &items,
            party_size: self.heroes.len().clamp(2, 8) as u32,
            actor: "Kim",
        })?;
        told.iter()
            .flat_map(Told::mentions)
            .for_each(|mention| self.carry(mention));
        self.last = told
            .last()
            .map_or(std::mem::take(&mut self.last), |line| line.text.clone());
        Ok(told)
    }

    fn carry(&mut self, mention: Mention) {
        match mention {
            Mention::Event(Tag::Gift { item, .. }) => {
                self.items.insert(item);
            }
            Mention::Event(Tag::Take(item)) => {
                self.items.remove(&item);
            }
            _ => {}
        }
    }
}
