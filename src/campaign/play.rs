//! A story played alone: it is printed page by page, and whatever it asks for is asked here. It reads any input and writes any
//! output; with the same seed and answers it prints the same.

use super::party::{Party, kind_name};
use super::screen::{Look, Screen};
use super::words::Tongue;
use crate::game::quest::dice::{Degree, Difficulty, Stat};
use crate::game::quest::fight::Outcome;
use crate::game::quest::prose::{breakdown, encounter_name, fought, stat_name};
use crate::game::quest::rules::{Words, rules};
use crate::game::quest::wire::CharacterId;
use crate::story::{Decider, Line, Mark, Opt, Page, Story, Tag, Then, begin, go_on};
use anyhow::Result;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::io::{self, BufRead, Read, Write};

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 200;
const OUTCOMES: [Outcome; 3] = [Outcome::Won, Outcome::Fled, Outcome::Lost];

/// Plays a story to an ending, to a `q`, or to the end of the input: all of these are a good end.
///
/// # Errors
/// A story that cannot go on; an output that cannot be written to.
pub fn play(story: &Story, seed: u64, input: impl BufRead, screen: Screen<impl Write>) -> Result<()> {
    let tongue = Tongue::of(&story.about.language);
    let reading = Reading {
        story,
        tongue,
        party: Party::new(tongue.language()),
        rng: StdRng::seed_from_u64(seed),
        input,
        screen,
    };
    reading.through(seed)
}

/// A story, and somebody who reads it.
struct Reading<'a, R, W> {
    story: &'a Story,
    tongue: Tongue,
    party: Party,
    rng: StdRng,
    input: R,
    screen: Screen<W>,
}

/// What was typed.
enum Typed {
    Answer(String),
    /// `q`, or the end of the input; it has been said.
    Nothing,
}

impl<R: BufRead, W: Write> Reading<'_, R, W> {
    fn through(mut self, seed: u64) -> Result<()> {
        self.greet(seed)?;
        let story = self.story;
        let ink_seed = self.rng.random_range(1..i32::MAX);
        let told = self.party.asked(|world| begin(story, ink_seed, world));
        let (mut page, mut bookmark) = told.map_err(unable)?;
        loop {
            self.tell(&page)?;
            let Some(option) = self.decide(&page.then)? else {
                return Ok(());
            };
            let told = self.party.asked(|world| go_on(story, &bookmark, option, world));
            (page, bookmark) = told.map_err(unable)?;
        }
    }

    fn greet(&mut self, seed: u64) -> io::Result<()> {
        let about = &self.story.about;
        for (text, look) in [(&about.title, Look::Bold), (&about.about, Look::Usual)] {
            if !text.is_empty() {
                self.screen.paragraph(text, look)?;
            }
        }
        let greeting = self.tongue.greeting(&self.party.names(), seed);
        self.screen.paragraph(&greeting, Look::Dim)
    }

    fn tell(&mut self, page: &Page) -> io::Result<()> {
        page.lines.iter().try_for_each(|line| self.tell_line(line))
    }

    fn tell_line(&mut self, line: &Line) -> io::Result<()> {
        if line.tags.iter().any(|tag| matches!(tag, Tag::Scene(_))) {
            self.tell_scene(line)?;
        }
        if !line.text.is_empty() {
            let (text, look) = self.worded(line);
            self.screen.paragraph(&text, look)?;
        }
        for tag in &line.tags {
            self.party.take(tag);
            if let Some(text) = self.happening(tag) {
                self.screen.paragraph(&text, Look::Dim)?;
            }
        }
        Ok(())
    }

    /// `— Late, as Every Year — (path, merry)`.
    fn tell_scene(&mut self, line: &Line) -> io::Result<()> {
        let mut title = "";
        let mut looks: Vec<&str> = Vec::new();
        for tag in &line.tags {
            match tag {
                Tag::Scene(id) if title.is_empty() => title = id,
                Tag::Title(text) => title = text,
                Tag::Picture(word) | Tag::Mood(word) => looks.push(word),
                _ => {}
            }
        }
        let looks = if looks.is_empty() {
            String::new()
        } else {
            format!(" ({})", looks.join(", "))
        };
        self.screen.paragraph(&format!("— {title} —{looks}"), Look::Bold)
    }

    /// With who speaks, and who alone may read it.
    fn worded(&self, line: &Line) -> (String, Look) {
        let (mut text, mut look) = (line.text.clone(), Look::Usual);
        for tag in &line.tags {
            match tag {
                Tag::Say(name) => text = format!("{name}: {text}"),
                Tag::Private(archetype) => {
                    text = format!("{} {text}", self.only_for(archetype));
                    look = Look::Dim;
                }
                _ => {}
            }
        }
        (text, look)
    }

    fn only_for(&self, archetype: &str) -> String {
        let kind = kind_name(archetype, self.tongue.language());
        self.tongue.only_for(kind, self.party.of_archetype(archetype).is_some())
    }

    /// What the heroes would see on their sheets.
    fn happening(&self, tag: &Tag) -> Option<String> {
        let word = |words: Option<&'static Words>, id: &str| {
            words
                .map_or(id, |words| words.of(self.tongue.language()))
                .to_lowercase()
        };
        let item = |id: &str| word(rules().items.get(id).map(|rule| &rule.name), id);
        let effect = |id: &str| word(rules().effects.get(id).map(|rule| &rule.name), id);
        Some(match tag {
            Tag::Gift { item: id, who } => format!("+ {}: {}", item(id), self.party.meant(who)),
            Tag::Effect { effect: id, who } => format!("{}: {}", effect(id), self.party.meant(who)),
            Tag::Take(id) => format!("− {}", item(id)),
            Tag::Hurt { points, who } => self.tongue.strength('−', *points, &self.party.meant(who)),
            Tag::Heal { points, who } => self.tongue.strength('+', *points, &self.party.meant(who)),
            _ => return None,
        })
    }

    /// The option that is taken; nothing once it is over.
    fn decide(&mut self, then: &Then) -> Result<Option<usize>> {
        let (decider, options) = match then {
            Then::Decision { decider, options } => (decider, options),
            Then::End { title, .. } => {
                let end = self.tongue.end(title.as_deref().unwrap_or_default());
                self.screen.rows("", &end, Look::Bold)?;
                return Ok(None);
            }
        };
        let taken = match decider {
            Decider::Vote { seconds, hidden } => self.choose(&self.tongue.vote(*seconds, *hidden), options)?,
            Decider::Hero { who } => self.choose_as(who.as_deref(), options)?,
            Decider::Check { stat, difficulty, who } => {
                let thrower = self.party.thrower(who.as_deref());
                self.throw(thrower, *stat, *difficulty, then)?
            }
            Decider::Encounter { id } => self.meet(id, then)?,
        };
        Ok(taken)
    }

    fn choose_as(&mut self, who: Option<&str>, options: &[Opt]) -> io::Result<Option<usize>> {
        let chooser = self.party.chooser(who);
        let head = self.tongue.chooses(self.party.name(chooser));
        let chosen = self.choose(&head, options)?;
        let only = chosen.and_then(|option| options.get(option)?.only.as_deref());
        let named = only.and_then(|archetype| self.party.of_archetype(archetype));
        self.party.act(named.unwrap_or(chooser));
        Ok(chosen)
    }

    fn choose(&mut self, head: &str, options: &[Opt]) -> io::Result<Option<usize>> {
        let buttons: Vec<String> = options.iter().map(|option| self.button(option)).collect();
        self.pick(head, &buttons)
    }

    fn button(&self, option: &Opt) -> String {
        match &option.only {
            Some(archetype) => format!("{} {}", option.text, self.only_for(archetype)),
            None => option.text.clone(),
        }
    }

    /// One of several, by its number; asks until there is an answer.
    fn pick(&mut self, head: &str, buttons: &[String]) -> io::Result<Option<usize>> {
        self.screen.rows("", head, Look::Bold)?;
        for (number, button) in (1..).zip(buttons) {
            self.screen.rows(&format!("{number:>3}  "), button, Look::Usual)?;
        }
        let most = buttons.len();
        loop {
            let Typed::Answer(answer) = self.ask(&format!("1–{most}?"))? else {
                return Ok(None);
            };
            match answer.parse::<usize>() {
                Ok(number) if (1..=most).contains(&number) => return Ok(Some(number - 1)),
                _ => self.screen.rows("", &self.tongue.not_understood(most), Look::Dim)?,
            }
        }
    }

    fn throw(
        &mut self,
        thrower: CharacterId,
        stat: Stat,
        difficulty: Difficulty,
        then: &Then,
    ) -> io::Result<Option<usize>> {
        let language = self.tongue.language();
        let hard = match difficulty {
            Difficulty::Easy => Some(self.tongue.easy()),
            Difficulty::Fair => None,
            Difficulty::Hard => Some(self.tongue.hard()),
        };
        let check = self
            .tongue
            .check(self.party.name(thrower), stat_name(stat, language), hard);
        self.screen.rows("", &check, Look::Bold)?;
        let Typed::Answer(_) = self.ask(self.tongue.enter())? else {
            return Ok(None);
        };
        let dice = &mut || self.rng.random_range(1..=6);
        let throw = self.party.throw(thrower, stat, difficulty, dice);
        let degree = throw.as_ref().map_or(Degree::Partial, |throw| throw.degree);
        if let Some(throw) = throw {
            self.screen.paragraph(&breakdown(&throw, language), Look::Bold)?;
        }
        self.take(mark_of(degree), then)
    }

    fn meet(&mut self, encounter: &str, then: &Then) -> io::Result<Option<usize>> {
        let name = encounter_name(encounter, self.tongue.language()).to_owned();
        let known = rules().encounters.contains_key(encounter);
        let mut buttons: Vec<String> = OUTCOMES
            .iter()
            .map(|outcome| self.tongue.outcome(*outcome).to_owned())
            .collect();
        if known {
            buttons.push(self.tongue.by_themselves(&self.party.names()));
        } else {
            let text = self.tongue.nobody_knows_them();
            self.screen.paragraph(text, Look::Dim)?;
        }
        let Some(picked) = self.pick(&self.tongue.fight(&name), &buttons)? else {
            return Ok(None);
        };
        match OUTCOMES.get(picked) {
            Some(outcome) => self.take(mark_of_outcome(*outcome), then),
            None => self.fight(encounter, then),
        }
    }

    /// The three of them, by the rules.
    fn fight(&mut self, encounter: &str, then: &Then) -> io::Result<Option<usize>> {
        let dice = &mut || self.rng.random_range(1..=6);
        let Some((outcome, rounds)) = self.party.fight(encounter, dice) else {
            return self.take(Mark::Won, then);
        };
        let told = fought(encounter, outcome, rounds, self.tongue.language());
        self.screen.paragraph(&told, Look::Bold)?;
        self.take(mark_of_outcome(outcome), then)
    }

    /// The option of an outcome, and what it says.
    fn take(&mut self, mark: Mark, then: &Then) -> io::Result<Option<usize>> {
        let taken = then.option(mark).unwrap_or(0);
        if let Then::Decision { options, .. } = then
            && let Some(option) = options.get(taken).filter(|option| !option.text.is_empty())
        {
            self.screen.paragraph(&option.text, Look::Usual)?;
        }
        Ok(Some(taken))
    }

    fn ask(&mut self, prompt: &str) -> io::Result<Typed> {
        self.screen.prompt(prompt)?;
        let mut bytes = Vec::new();
        let read = (&mut self.input).take(LONGEST_ANSWER).read_until(b'\n', &mut bytes)?;
        self.screen.end_row()?;
        let answer = String::from_utf8_lossy(&bytes).trim().to_owned();
        let farewell = match answer.to_lowercase().as_str() {
            _ if read == 0 => self.tongue.ran_dry(),
            // On a Russian keyboard it is the same key.
            "q" | "й" => self.tongue.left(),
            _ => return Ok(Typed::Answer(answer)),
        };
        self.screen.rows("", farewell, Look::Dim)?;
        Ok(Typed::Nothing)
    }
}

fn mark_of(degree: Degree) -> Mark {
    match degree {
        Degree::Success => Mark::Success,
        Degree::Partial => Mark::Partial,
        Degree::Failure => Mark::Failure,
    }
}

fn mark_of_outcome(outcome: Outcome) -> Mark {
    match outcome {
        Outcome::Won => Mark::Won,
        Outcome::Fled => Mark::Fled,
        Outcome::Lost => Mark::Lost,
    }
}

/// With the code first, for those who look it up.
fn unable(broken: crate::story::Broken) -> anyhow::Error {
    anyhow::anyhow!("{}: {}", broken.code, broken.text)
}

#[cfg(test)]
mod tests;
