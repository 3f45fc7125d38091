//! The figures of all rounds: median and spread, beside Socket.IO's, and the aims.

use super::machine::Machine;
use super::plan::{Peer, Scene};
use super::run::Outcome;
use std::fmt::Write;

/// The middle of several runs, and between what they lay.
struct Spread {
    middle: f64,
    least: f64,
    most: f64,
}

impl Spread {
    fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let (least, most) = (*values.first()?, *values.last()?);
        let half = values.len() / 2;
        let middle = match values.len() % 2 {
            1 => values[half],
            _ => f64::midpoint(values[half - 1], values[half]),
        };
        Some(Self { middle, least, most })
    }

    fn show(&self) -> String {
        let [middle, least, most] = [self.middle, self.least, self.most].map(short);
        format!("{middle} ({least}–{most})")
    }
}

/// The tables, a room after the other.
pub fn markdown(machine: &Machine, scenes: &[Scene], outcomes: &[Outcome]) -> String {
    let mut text = format!("{}\n", machine.line());
    for scene in scenes {
        // Writing into a String cannot fail.
        let _ = write!(text, "\n### {}\n\n{}", scene.name, table(scene, outcomes));
    }
    text
}

fn table(scene: &Scene, outcomes: &[Outcome]) -> String {
    let mut text = String::from(
        "| | CPU for each delivered event, µs | of Socket.IO's | event → socket p50, ms | p99, ms | resident a socket, KB | kernel a socket, KB | bytes | runs | durability |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    let rival = cpu(scene, Peer::Socketio, outcomes).map(|spread| spread.middle);
    for peer in Peer::ALL {
        if let Some(line) = line(scene, peer, rival, outcomes) {
            text.push_str(&line);
        }
    }
    text
}

fn line(scene: &Scene, peer: Peer, rival: Option<f64>, outcomes: &[Outcome]) -> Option<String> {
    let runs: Vec<&Outcome> = of(scene, peer, outcomes).collect();
    let middle = |figure: fn(&Outcome) -> f64| Some(short(Spread::of(runs.iter().map(|run| figure(run)))?.middle));
    let cpu = cpu(scene, peer, outcomes)?;
    let share = rival.map_or_else(String::new, |rival| format!("{:.2}", cpu.middle / rival));
    Some(format!(
        "| {} | {} | {share} | {} | {} | {} | {} | {} | {} | {} |\n",
        peer.title(),
        cpu.show(),
        middle(|run| run.p50_ms)?,
        middle(|run| run.p99_ms)?,
        middle(|run| run.resident_bytes_a_socket / 1e3)?,
        middle(|run| run.kernel_bytes_a_socket / 1e3)?,
        middle(|run| run.bytes_a_delivery)?,
        runs.len(),
        peer.durability()
    ))
}

fn cpu(scene: &Scene, peer: Peer, outcomes: &[Outcome]) -> Option<Spread> {
    Spread::of(of(scene, peer, outcomes).map(|run| run.cpu_us_a_delivery))
}

fn of<'a>(scene: &Scene, peer: Peer, outcomes: &'a [Outcome]) -> impl Iterator<Item = &'a Outcome> + use<'a> {
    let name = scene.name;
    outcomes.iter().filter(move |run| run.scene == name && run.peer == peer)
}

/// Three digits that count, or all before the point.
fn short(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}
