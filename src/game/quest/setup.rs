//! The settings of a session of the quest, and the campaigns that come with the product.

use crate::game::Refusal;
use crate::story::{Story, compile};
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
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            campaign: "midnight".to_owned(),
            language: "en".to_owned(),
            audience_weight: 0,
            turn_seconds: 25,
        }
    }
}

impl Setup {
    /// Judges the settings.
    pub fn check(&self) -> Result<&'static Story, Refusal> {
        let invalid = |reason: &str| Refusal::SetupInvalid {
            reason: reason.to_owned(),
        };
        if self.audience_weight > 100 {
            return Err(invalid("audience_weight is 0 to 100"));
        }
        if !(10..=120).contains(&self.turn_seconds) {
            return Err(invalid("turn_seconds is 10 to 120"));
        }
        story(&self.campaign, &self.language).ok_or_else(|| invalid("there is no such campaign in this language"))
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
