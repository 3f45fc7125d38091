//! Which scene comes next, who has which part in it, and what is done by those who are no guests.

use crate::disk::RefusingDisk;
use crate::night::Night;
use crate::scenes::{self, Part, Silent};
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::Instant;

/// What everybody is doing for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    Calm,
    Storm,
    Races,
    Deaf,
    Rubbish,
    Takeovers,
    Flicker,
    BusyHost,
    Churn,
    DiskRefuses,
    Silent,
    /// One game after the other, under play.
    Switches,
}

const SCENES: [Scene; 12] = [
    Scene::Races,
    Scene::Storm,
    Scene::BusyHost,
    Scene::Takeovers,
    Scene::Churn,
    Scene::DiskRefuses,
    Scene::Switches,
    Scene::Deaf,
    Scene::Rubbish,
    Scene::Flicker,
    Scene::Silent,
    Scene::Calm,
];

impl Scene {
    fn named(name: &str) -> Result<Self, String> {
        let known = SCENES
            .into_iter()
            .find(|scene| format!("{scene:?}").eq_ignore_ascii_case(name));
        known.ok_or_else(|| format!("there is no scene {name}; there are {SCENES:?}"))
    }

    /// The part that one guest has in it.
    pub fn part(self, rng: &mut StdRng) -> Part {
        let (part, chance) = match self {
            Self::Storm => (Part::Storm, 1.0),
            Self::Races => (Part::Race, 0.6),
            Self::Deaf if rng.random_bool(0.3) => (Part::Slow, 1.0),
            Self::Deaf => (Part::Deaf, 0.2),
            Self::Rubbish => (Part::Rubbish, 0.4),
            Self::Takeovers => (Part::Takeover, 0.6),
            Self::Flicker => (Part::Flicker, 0.5),
            Self::Calm | Self::BusyHost | Self::Churn | Self::DiskRefuses | Self::Silent | Self::Switches => {
                (Part::Play, 1.0)
            }
        };
        if rng.random_bool(chance) { part } else { Part::Play }
    }
}

/// The order of the scenes: every one comes before one comes again.
pub struct Script {
    only: Option<Scene>,
    left: Vec<Scene>,
}

impl Script {
    pub fn new(only: Option<&str>) -> Result<Self, String> {
        let only = only.map(Scene::named).transpose()?;
        Ok(Self { only, left: Vec::new() })
    }

    pub fn next(&mut self, rng: &mut StdRng) -> Scene {
        if self.left.is_empty() {
            self.left = SCENES.to_vec();
            self.left.shuffle(rng);
        }
        let next = self.left.pop().unwrap_or(Scene::Calm);
        self.only.unwrap_or(next)
    }
}

/// What is done to the party by those who are no guests; gives the connections that stay silent.
pub async fn others(
    night: &Arc<Night>,
    churn: u32,
    scene: Scene,
    seed: u64,
    folder: &Path,
    until: Instant,
) -> Vec<Silent> {
    match scene {
        Scene::Churn => {
            let every = Duration::from_secs(1) / churn.max(1);
            scenes::churn(Arc::clone(night), seed, every, until).await;
        }
        Scene::DiskRefuses => {
            tokio::time::sleep(until.saturating_duration_since(Instant::now()) / 3).await;
            night.disk_refuses.store(true, Ordering::Relaxed);
            let disk = RefusingDisk::begin(folder).await;
            tokio::time::sleep(Duration::from_millis(200 + seed % 300)).await;
            disk.end().await;
        }
        Scene::Silent => {
            let upgrade = format!(
                "GET /ws?session={}&role=tv HTTP/1.1\r\nhost: {}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
                 sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                night.code, night.address
            );
            let mut silent = Vec::new();
            for (what, opening) in [
                ("a screen", upgrade.as_bytes()),
                ("half a request", b"GET /api/party HTTP/1.1\r\nho"),
                ("nothing", b""),
            ] {
                silent.extend(scenes::be_silent(night, what, opening).await);
            }
            return silent;
        }
        _ => {}
    }
    Vec::new()
}
