//! Copies of the database: the round of backups beside a running party and at its end, and the commands `backup` and `restore`.
//! Knows no party and no clock: somebody else says when an hour has struck.

use crate::cli::{BackupArgs, RestoreArgs};
use crate::store::{self, Backup, BackupError, Bounds, OpenError, Pace, RestoreError, Store};
use anyhow::Result;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

/// After so much of an evening it is worth a backup: a host who pulls the plug every time has one too.
const FIRST: Duration = Duration::from_secs(600);
const HOUR: Duration = Duration::from_secs(3_600);
/// Whoever stops the party waits no longer for the last backup.
pub const FAREWELL: Duration = Duration::from_secs(10);

/// Strikes ten minutes after the start and then every hour, as long as somebody listens.
pub async fn strike(hours: mpsc::Sender<()>) {
    let mut wait = FIRST;
    loop {
        tokio::time::sleep(wait).await;
        if hours.send(()).await.is_err() {
            return;
        }
        wait = HOUR;
    }
}

/// Makes a backup each time an hour strikes, and a last one when no hour will strike any more; none where nothing was written since
/// the last. Each outcome is told.
pub async fn rounds(
    store: Store,
    bounds: Bounds,
    mut hours: mpsc::Receiver<()>,
    tell: impl Fn(&Result<Backup, BackupError>) + Send,
) {
    let mut kept = None;
    while hours.recv().await.is_some() {
        kept = round(&store, bounds, Pace::CALM, kept, &tell).await;
    }
    let until = Some(Instant::now() + FAREWELL);
    round(&store, bounds, Pace::brisk(until), kept, &tell).await;
}

/// Gives the number of commits that are known to be in a backup.
async fn round(
    store: &Store,
    bounds: Bounds,
    pace: Pace,
    kept: Option<u64>,
    tell: &(impl Fn(&Result<Backup, BackupError>) + Send),
) -> Option<u64> {
    let commits = store.commits();
    if bounds.number == 0 || kept == Some(commits) {
        return kept;
    }
    let made = store.back_up(bounds, pace).await;
    tell(&made);
    made.map_or(kept, |_| Some(commits))
}

/// `snowparty backup`.
pub fn back_up(args: BackupArgs, folder: &Path) -> Result<()> {
    let bounds = Bounds::of(args.backups.max(1));
    let made = match &args.file {
        Some(file) => store::back_up_to(folder, file, bounds.spare).map(|()| file.clone()),
        None => store::back_up(folder, bounds, Pace::brisk(None)).map(|backup| backup.path),
    };
    let file = made.map_err(|error| match error {
        damage if damage.is_damage() => OpenError::damaged(folder, "damaged").into(),
        other => anyhow::Error::from(other),
    })?;
    say(&format!("{}\n", file.display()));
    Ok(())
}

/// `snowparty restore`: without a name a list of what there is.
pub fn restore(args: RestoreArgs, folder: &Path) -> Result<()> {
    let Some(wanted) = args.backup else {
        list(folder);
        return Ok(());
    };
    let file = named(folder, &wanted);
    let restored = store::restore(folder, &file).map_err(|error| match error {
        // Its own sentence, and its own exit code.
        RestoreError::Folder(cause) => anyhow::Error::from(cause),
        other => other.into(),
    })?;
    let (now, before) = (file.display(), restored.aside.display());
    say(&format!(
        "{now} is the database now.\nWhat it replaced is kept in {before}.\n"
    ));
    Ok(())
}

fn list(folder: &Path) {
    let line = |backup: Backup| format!("{}  {:>9} KB\n", backup.name, backup.bytes.div_ceil(1024));
    let lines: String = store::backups(folder).into_iter().map(line).collect();
    match lines.is_empty() {
        true => say(&format!("There is no backup in {}.\n", folder.display())),
        false => say(&lines),
    }
}

fn say(text: &str) {
    // Whoever has stopped listening has heard enough.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// What the host has typed: the name of a backup that is kept, or a file.
fn named(folder: &Path, wanted: &Path) -> PathBuf {
    let kept = store::backups(folder)
        .into_iter()
        .find(|backup| Path::new(&backup.name) == wanted);
    kept.map_or_else(|| wanted.to_owned(), |backup| backup.path)
}
