//! The story that a run is pinned to: it travels with the run's state, so that a replay, or next week's evening, tells the same
//! story even when another edition of it has been brought in meanwhile.

use crate::game::Work;
use crate::picture::pack::{gunzip, gzip_all};
use crate::story::{Broken, MAX_COMPILED_BYTES, Story, reopen};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// A story, packed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pin {
    /// The campaign's name, such as `midnight`.
    pub campaign: String,
    /// The SHA-256 of its JSON, in hex.
    pub hash: String,
    /// The JSON, as gzip in base64.
    packed: String,
    #[serde(skip)]
    story: OnceLock<Option<Story>>,
}

/// The hash says it all.
impl PartialEq for Pin {
    fn eq(&self, other: &Self) -> bool {
        (&self.campaign, &self.hash) == (&other.campaign, &other.hash)
    }
}

impl Pin {
    /// Pins a run to a story.
    pub fn new(campaign: &str, story: &Story) -> Self {
        Self {
            campaign: campaign.to_owned(),
            hash: story.hash.clone(),
            packed: STANDARD.encode(gzip_all(story.json.as_bytes())),
            story: OnceLock::from(Some(story.clone())),
        }
    }

    /// Pins a run to a story that the house keeps.
    pub fn of_work(work: &Work) -> Self {
        Self {
            campaign: work.name.clone(),
            hash: work.hash.clone(),
            packed: STANDARD.encode(&work.body),
            story: OnceLock::new(),
        }
    }

    /// As the house keeps it.
    pub fn work(&self, story: &Story, about: String) -> Work {
        Work {
            hash: self.hash.clone(),
            name: self.campaign.clone(),
            language: story.about.language.clone(),
            about,
            body: STANDARD.decode(&self.packed).unwrap_or_default(),
        }
    }

    /// The story; broken if it is not the one that the run was pinned to.
    pub fn story(&self) -> Result<&Story, Broken> {
        let story = self.story.get_or_init(|| self.unpack());
        story.as_ref().ok_or_else(|| Broken {
            code: "story/changed",
            text: "The story of this run is damaged.".to_owned(),
        })
    }

    fn unpack(&self) -> Option<Story> {
        let packed = STANDARD.decode(&self.packed).ok()?;
        let json = gunzip(&packed, MAX_COMPILED_BYTES as u64)?;
        reopen(&json).ok().filter(|story| story.hash == self.hash)
    }
}
