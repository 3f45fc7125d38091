//! A TV that measures: how long an answer takes from the phone that gave it to the screen that shows it.

use super::Crew;
use super::client::Heard;
use anyhow::Result;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// When each seat asked, and how long the TV took to show it.
#[derive(Default)]
pub struct Clock(Mutex<Times>);

#[derive(Default)]
struct Times {
    asked: HashMap<u64, Instant>,
    taken: Vec<Duration>,
    answers: u64,
}

impl Clock {
    /// A guest sends an answer.
    pub fn asked(&self, seat: u64, ask: &Value) {
        if ask["action_type"] == "progress" {
            let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            times.asked.insert(seat, Instant::now());
            times.answers += 1;
        }
    }

    fn shown(&self, seat: u64) {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(asked) = times.asked.remove(&seat) {
            times.taken.push(asked.elapsed());
        }
    }

    /// How it went, in milliseconds.
    pub fn report(&self) -> String {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        times.taken.sort();
        let at = |share: f64| match times.taken.len() {
            0 => f64::NAN,
            n => times.taken[((n - 1) as f64 * share) as usize].as_secs_f64() * 1000.0,
        };
        format!(
            "answers {} shown {} · answer → TV: p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms",
            times.answers,
            times.taken.len(),
            at(0.5),
            at(0.99),
            at(1.0)
        )
    }
}

/// Watches as a TV does until told to stop. An answer is shown once its player has got further: told alone, or in a list.
pub async fn watch(crew: Arc<Crew>) -> Result<()> {
    let mut socket = crew.site.socket(&crew.code, "role=tv").await?;
    let mut reached: HashMap<u64, f64> = HashMap::new();
    loop {
        tokio::select! {
            () = crew.stop.cancelled() => return Ok(()),
            heard = socket.hear() => match heard? {
                Heard::Message(kind, payload) => {
                    let alone = (kind == "player.update").then_some(&payload["player"]);
                    let listed = payload["players"].as_array().filter(|_| kind == "players.list");
                    for player in alone.into_iter().chain(listed.into_iter().flatten()) {
                        let (Some(seat), Some(progress)) = (player["id"].as_u64(), player["progress"].as_f64()) else {
                            continue;
                        };
                        if reached.insert(seat, progress).is_some_and(|before| progress > before) {
                            crew.clock.shown(seat);
                        }
                    }
                }
                Heard::Closed(_) => return Ok(()),
            },
        }
    }
}
