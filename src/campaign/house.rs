//! A writer's desk and the house: a story to begin with, stories that are brought in, and what there is.

use super::screen::harmless;
use crate::game::quest::{self, wire::CampaignLine, wire::RunLine};
use crate::store::Store;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::Write;
use std::path::Path;

const TEMPLATE: &str = include_str!("../game/quest/stories/template.en.ink");
/// Letters of a campaign's name.
const LONGEST_NAME: usize = 40;

/// Writes our template; a file that is there already stays as it is.
pub fn begin(file: &Path) -> Result<()> {
    let made = File::create_new(file).and_then(|mut made| made.write_all(TEMPLATE.as_bytes()));
    made.with_context(|| format!("{} cannot be written", file.display()))?;
    println!(
        "{0} is a small campaign to write over: snowparty campaign check {0}",
        file.display()
    );
    Ok(())
}

/// The file's name up to its first dot.
pub fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_lowercase()
}

/// Brings in a story that was checked; gives the sentence that says so.
pub fn import(name: &str, bytes: &[u8], folder: &Path) -> Result<String> {
    judge(name)?;
    let (line, work) = quest::bring(name, bytes).map_err(|faults| {
        let first = faults.first().map_or_else(String::new, |fault| fault.text.clone());
        anyhow::anyhow!("it cannot be brought in: {first}")
    })?;
    if line.title.is_empty() || line.language.is_empty() {
        bail!("a campaign needs # title: and # language: in its head, or no host could choose it");
    }
    Store::bring_in(folder, quest::SLUG, &work)?;
    let CampaignLine { title, language, .. } = line;
    let said = format!("{name} ({language}): {title} can be chosen now");
    Ok(harmless(&said).to_string())
}

fn judge(name: &str) -> Result<()> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if name.is_empty() || name.len() > LONGEST_NAME || !name.chars().all(fits) {
        bail!("a campaign's name has 1 to {LONGEST_NAME} small Latin letters, digits, - and _: choose one with --name");
    }
    if quest::is_own(name) {
        bail!("{name} comes with snowparty: choose another name with --name");
    }
    Ok(())
}

/// Says what there is.
pub fn list(folder: &Path, out: &mut impl Write) -> Result<()> {
    let (works, runs) = Store::look(folder, quest::SLUG)?;
    let brought = works.iter().filter_map(|kept| serde_json::from_str(&kept.about).ok());
    for campaign in quest::own_campaigns().into_iter().chain(brought) {
        let CampaignLine {
            campaign,
            language,
            title,
            minutes,
            players: (from, to),
            ..
        } = campaign;
        let line = format!("{campaign:<16} {language:<3} {title}, {minutes} minutes, {from} to {to} players");
        writeln!(out, "{}", harmless(&line))?;
    }
    for run in runs {
        let Ok(line) = serde_json::from_str::<RunLine>(&run.about) else {
            continue;
        };
        let end = if line.ended {
            "told to its end"
        } else {
            "can be continued"
        };
        let said = format!(
            "{} {}: {}, {} ({end})",
            run.played_at,
            line.title,
            line.scene,
            line.heroes.join(", ")
        );
        writeln!(out, "{}", harmless(&said))?;
    }
    Ok(())
}
