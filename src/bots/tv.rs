//! A TV that watches as the page does, and tells the tally what it shows.

use super::Crew;
use super::client::Heard;
use super::tally::Screen;
use anyhow::Result;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

/// A TV is a machine of its own: it has a thread, and does not stand in a line with hundreds of phones before it hears.
pub fn stand_alone(crew: Arc<Crew>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(watch(crew))
}

/// Watches until told to stop. An answer is shown once its player has got further: told alone, or in a list.
async fn watch(crew: Arc<Crew>) -> Result<()> {
    let mut socket = crew.site.socket(&crew.code, "role=tv").await?;
    let mut reached = HashMap::new();
    let mut screen = Screen::default();
    loop {
        tokio::select! {
            () = crew.dark.cancelled() => return Ok(()),
            heard = socket.hear() => match heard? {
                Heard::Message(kind, payload) => {
                    for seat in further(&kind, &payload, &mut reached) {
                        crew.tally.shown(seat, &mut screen);
                    }
                }
                Heard::Closed(_) => {
                    crew.tally.lost();
                    return Ok(());
                }
            },
        }
    }
}

/// Whose progress a message shows to have grown.
fn further(kind: &str, payload: &Value, reached: &mut HashMap<u64, f64>) -> Vec<u64> {
    let alone = (kind == "player.update").then_some(&payload["player"]);
    let listed = payload["players"].as_array().filter(|_| kind == "players.list");
    let players = alone.into_iter().chain(listed.into_iter().flatten());
    let known = players.filter_map(|player| Some((player["id"].as_u64()?, player["progress"].as_f64()?)));
    known
        .filter(|(seat, progress)| {
            reached
                .insert(*seat, *progress)
                .is_some_and(|before| *progress > before)
        })
        .map(|(seat, _)| seat)
        .collect()
}
