//! The settings of a session of the quest, and the campaigns that come with the product.

use super::pin::Pin;
use super::rules::rules;
use super::wire::CampaignLine;
use crate::game::{Library, Refusal, Work};
use crate::story::{Fault, Story, check, compile};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// What the host may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "QuestSetup")]
pub struct Setup {
    /// The campaign.
    pub campaign: String,
    /// The language that it is told in: `en` or `ru`.
    pub language: String,
    /// What a ballot of the audience weighs, in hundredths of a hero's, up to 100.
    pub audience_weight: u32,
    /// A hero's turn in a fight, seconds, 10 to 120.
    pub turn_seconds: u32,
    /// A run of an earlier evening that is continued: then it says campaign and language itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<String>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            campaign: "midnight".to_owned(),
            language: "en".to_owned(),
            audience_weight: 0,
            turn_seconds: rules().timings.turn,
            run: None,
        }
    }
}

impl Setup {
    /// Judges the figures.
    pub fn check(&self) -> Result<(), Refusal> {
        let invalid = |reason: &str| Refusal::SetupInvalid {
            reason: reason.to_owned(),
        };
        if self.audience_weight > 100 {
            return Err(invalid("audience_weight is 0 to 100"));
        }
        if !(10..=120).contains(&self.turn_seconds) {
            return Err(invalid("turn_seconds is 10 to 120"));
        }
        Ok(())
    }

    /// The story of a new run: one that comes with the product, or one that was brought in.
    pub fn pin(&self, library: &dyn Library) -> Result<Pin, Refusal> {
        if let Some(own) = story(&self.campaign, &self.language) {
            return Ok(Pin::new(&self.campaign, own));
        }
        let work = library.work(super::SLUG, &self.campaign, &self.language);
        let pin = Pin::of_work(&work.ok_or(Refusal::QuestCampaignUnknown)?);
        pin.story().map_err(|_| Refusal::QuestStoryChanged)?;
        Ok(pin)
    }

    /// A hero's turn in a fight, ms.
    pub fn turn_ms(&self) -> i64 {
        i64::from(self.turn_seconds) * 1_000
    }
}

/// The campaigns that come with the product: name, language, source.
const SOURCES: [(&str, &str, &str); 4] = [
    ("midnight", "en", include_str!("stories/midnight.en.ink")),
    ("midnight", "ru", include_str!("stories/midnight.ru.ink")),
    ("ember", "en", include_str!("stories/ember.en.ink")),
    ("ember", "ru", include_str!("stories/ember.ru.ink")),
];

/// One of them, compiled when it is first asked for.
pub fn story(campaign: &str, language: &str) -> Option<&'static Story> {
    static STORIES: [OnceLock<Option<Story>>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];
    let (at, (.., source)) = SOURCES
        .iter()
        .enumerate()
        .find(|(_, (name, spoken, _))| (*name, *spoken) == (campaign, language))?;
    STORIES[at].get_or_init(|| compile(source.as_bytes()).ok()).as_ref()
}

/// The campaigns that come with the product, for whoever chooses.
pub fn own_campaigns() -> Vec<CampaignLine> {
    let told = SOURCES
        .iter()
        .filter_map(|(name, language, _)| story(name, language).map(|story| (name, story)));
    told.map(|(name, story)| CampaignLine::of(name, story, true)).collect()
}

/// A campaign as the house keeps it, from Ink's source or its JSON; its faults by line if it is none.
pub fn bring(campaign: &str, bytes: &[u8]) -> Result<(CampaignLine, Work), Vec<Fault>> {
    let story = compile(bytes)?;
    let faults = check(bytes);
    if !faults.is_empty() {
        return Err(faults);
    }
    let line = CampaignLine::of(campaign, &story, false);
    let about = serde_json::to_string(&line).expect("lines have string keys");
    let work = Pin::new(campaign, &story).work(&story, about);
    Ok((line, work))
}

/// Does a campaign of this name come with the product?
pub fn is_own(campaign: &str) -> bool {
    SOURCES.iter().any(|(name, ..)| *name == campaign)
}
