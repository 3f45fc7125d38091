//! `snowparty campaign`: a writer's desk. Stories are begun, checked and played alone in a terminal, by the rules of the game and
//! without a party or a network, and brought into the house's library. What a terminal could obey never comes out of a story.

mod check;
mod house;
mod party;
mod play;
mod screen;
mod words;

pub use check::{check, report};
pub use play::play;
pub use screen::{Screen, Style};

use crate::cli::{CampaignArgs, CampaignCommand};
use crate::story::{MAX_SOURCE_BYTES, Story, compile};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// Does what the command line says. A reader who closes the pipe has read enough.
pub fn run(args: CampaignArgs, folder: impl Fn(Option<PathBuf>) -> Result<PathBuf>) -> Result<()> {
    let done = match args.command {
        CampaignCommand::New { file } => house::begin(&file),
        CampaignCommand::Import { file, name, data_dir } => import_file(&file, name, &folder(data_dir)?),
        CampaignCommand::List { data_dir } => house::list(&folder(data_dir)?, &mut io::stdout().lock()),
        CampaignCommand::Check { file } => check_file(&file),
        CampaignCommand::Play { file, seed } => play_file(&file, seed),
    };
    done.or_else(|error| match error.downcast_ref::<io::Error>() {
        Some(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}

fn check_file(file: &Path) -> Result<()> {
    let bytes = read(file)?;
    let checked = check(&bytes);
    report(&file.display().to_string(), &checked, &mut io::stdout().lock())?;
    refuse(file, checked.err().map_or(0, |faults| faults.len()))
}

fn import_file(file: &Path, name: Option<String>, folder: &Path) -> Result<()> {
    let bytes = read(file)?;
    let checked = check(&bytes);
    if checked.is_err() {
        report(&file.display().to_string(), &checked, &mut io::stdout().lock())?;
        refuse(file, checked.err().map_or(0, |faults| faults.len()))?;
    }
    let name = name.unwrap_or_else(|| house::name_of(file));
    println!("{}", house::import(&name, &bytes, folder)?);
    Ok(())
}

fn play_file(file: &Path, seed: Option<u64>) -> Result<()> {
    let story = story(file)?;
    let screen = Screen::new(io::stdout().lock(), Style::of_stdout());
    play(
        &story,
        seed.unwrap_or_else(|| rand::random_range(0..1_000_000)),
        io::stdin().lock(),
        screen,
    )
}

/// A story that compiles can be played, whatever else is wrong with it.
fn story(file: &Path) -> Result<Story> {
    match compile(&read(file)?) {
        Ok(story) => Ok(story),
        Err(faults) => {
            let found = faults.len();
            report(&file.display().to_string(), &Err(faults), &mut io::stdout().lock())?;
            refuse(file, found)?;
            bail!("{} cannot be told", file.display())
        }
    }
}

fn refuse(file: &Path, faults: usize) -> Result<()> {
    match faults {
        0 => Ok(()),
        1 => bail!("{} has a fault", file.display()),
        n => bail!("{} has {n} faults", file.display()),
    }
}

/// The file, up to one byte more than a story may have: what is larger is found to be too large.
fn read(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let opened = File::open(file);
    let read = opened.and_then(|opened| opened.take(MAX_SOURCE_BYTES as u64 + 1).read_to_end(&mut bytes));
    read.with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(bytes)
}

impl Style {
    fn of_stdout() -> Self {
        Self::of(io::stdout().is_terminal(), |name| std::env::var_os(name))
    }

    /// Colours only where they are seen and nobody has said no: <https://no-color.org>.
    fn of(is_terminal: bool, said: impl Fn(&str) -> Option<OsString>) -> Self {
        let no = said("NO_COLOR").is_some_and(|said| !said.is_empty());
        let dumb = said("TERM").is_some_and(|terminal| terminal == "dumb");
        if is_terminal && !no && !dumb {
            Self::Colour
        } else {
            Self::Plain
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_for_terminals_of_those_who_did_not_say_no() {
        let style = |is_terminal, name: &str, value: &str| {
            Style::of(is_terminal, |asked| (asked == name).then(|| OsString::from(value)))
        };
        assert_eq!(style(true, "NO_COLOR", ""), Style::Colour);
        assert_eq!(style(true, "NO_COLOR", "1"), Style::Plain);
        assert_eq!(style(true, "TERM", "dumb"), Style::Plain);
        assert_eq!(style(false, "TERM", "xterm"), Style::Plain);
    }
}
