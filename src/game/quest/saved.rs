//! A run that is kept from one evening to the next: what is saved at each step, and how another evening begins with it. The story
//! itself is kept once, by its hash.

use super::chronicle::Entry;
use super::heroes::Hero;
use super::pin::Pin;
use super::wire::{CampaignLine, RunLine};
use super::{Phase, Quest, SLUG, Setup};
use crate::game::{Library, Refusal, Row};
use crate::id::SeatId;
use crate::picture::pack::{gunzip, gzip_all};
use serde_json::Value;
use std::collections::BTreeSet;

/// A run is at most so large, unpacked, bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

impl Quest {
    /// The run as it stands, without the story.
    pub(super) fn saved(&self) -> Row {
        let mut state = serde_json::to_value(self).expect("states have string keys");
        state["pin"] = Value::String(self.pin.hash.clone());
        let body = serde_json::to_vec(&state).expect("values serialise");
        Row::Saved {
            run: self.run.clone(),
            about: serde_json::to_string(&self.run_line()).expect("lines have string keys"),
            body: gzip_all(&body),
        }
    }

    /// The story that the run is pinned to; `None` if it is damaged.
    pub(super) fn pinned(&self) -> Option<Row> {
        let story = self.pin.story().ok()?;
        let line = CampaignLine::of(&self.pin.campaign, story, false);
        let about = serde_json::to_string(&line).expect("lines have string keys");
        Some(Row::Pinned(self.pin.work(story, about)))
    }

    fn run_line(&self) -> RunLine {
        RunLine {
            run: self.run.clone(),
            campaign: self.pin.campaign.clone(),
            title: self.title.clone(),
            language: self.setup.language.clone(),
            scene: self.tale.scene.title.clone(),
            heroes: self.heroes.0.iter().map(|hero| hero.name.clone()).collect(),
            ended: self.tale.ending.is_some(),
            saved_at: String::new(),
        }
    }

    /// The same run with whoever is there now: the heroes wait for players, and the story for the heroes.
    pub(super) fn on_another_evening(mut self, setup: &Setup, seats: &BTreeSet<SeatId>) -> Self {
        let Setup { campaign, language, .. } = self.setup;
        self.setup = Setup {
            campaign,
            language,
            ..setup.clone()
        };
        self.seats.clone_from(seats);
        self.heroes.0.iter_mut().for_each(Hero::wait);
        self.deserted = None;
        self.evening += 1;
        self.earlier = self.chronicle.len();
        self.chronicle.push(Entry::Evening { number: self.evening });
        let phase = std::mem::replace(&mut self.phase, Phase::Casting { begins_at: None });
        if !matches!(phase, Phase::Over | Phase::Casting { .. }) {
            self.halted = Some(Box::new(phase));
        }
        (self.called, self.counted, self.last_vote) = (None, None, None);
        (self.last_fight, self.last_result) = (None, None);
        self
    }
}

/// A run as it was saved last.
pub fn read(run: &str, library: &dyn Library) -> Result<Quest, Refusal> {
    let packed = library.saved(SLUG, run).ok_or(Refusal::QuestRunUnknown)?;
    let quest = unpack(&packed, library)?;
    if quest.tale.ending.is_some() {
        return Err(Refusal::QuestRunEnded);
    }
    quest.pin.story().map_err(|_| Refusal::QuestStoryChanged)?;
    Ok(quest)
}

/// What is damaged is refused as a story that has changed: it is not the one that was saved.
fn unpack(packed: &[u8], library: &dyn Library) -> Result<Quest, Refusal> {
    let damaged = || Refusal::QuestStoryChanged;
    let body = gunzip(packed, LARGEST).ok_or_else(damaged)?;
    let mut state: Value = serde_json::from_slice(&body).map_err(|_| damaged())?;
    let hash = state["pin"].as_str().ok_or_else(damaged)?;
    let work = library.edition(SLUG, hash).ok_or_else(damaged)?;
    state["pin"] = serde_json::to_value(Pin::of_work(&work)).map_err(|_| damaged())?;
    serde_json::from_value(state).map_err(|_| damaged())
}
