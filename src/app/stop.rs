//! The end of an evening: everybody is told "back in a moment", what was answered is on the disk, and nobody is waited for longer
//! than a service manager, or a host with a thumb on Ctrl-C, would wait.

use crate::appliance::mdns::Announcement;
use crate::hub::Hub;
use anyhow::Result;
use std::time::Duration;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// What the disk has not taken by then was never answered to anybody.
const FLUSH: Duration = Duration::from_secs(2);

/// Resolves on Ctrl-C or a service manager's polite request.
pub fn signal() -> Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// Tells the pages, then closes the door behind them.
pub async fn close(
    hub: &Hub,
    shutdown: CancellationToken,
    serving: JoinHandle<()>,
    announcement: Option<Announcement>,
) -> Result<()> {
    if timeout(FLUSH, hub.restart()).await.is_err() {
        tracing::error!(
            code = "stop/not_flushed",
            "the disk does not answer; what it did not take is lost"
        );
    }
    shutdown.cancel();
    let unannounced = spawn_blocking(|| announcement.map(Announcement::stop));
    serving.await?;
    unannounced.await?;
    Ok(())
}

/// Waits for the last backup, but not for one of a database that is too large, or of a disk that is too slow.
pub async fn last_backup(rounds: JoinHandle<()>, bound: Duration) -> Result<()> {
    match timeout(bound, rounds).await {
        Ok(made) => Ok(made?),
        Err(_) => {
            tracing::warn!(
                code = "stop/no_backup",
                "the last backup is given up: it takes too long"
            );
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::pending;

    #[tokio::test]
    async fn a_backup_that_finds_no_end_is_not_waited_for() {
        let endless = tokio::spawn(pending());
        let asked = last_backup(endless, Duration::from_millis(1));
        let ended = timeout(Duration::from_secs(10), asked).await;
        assert!(ended.expect("nobody waits for it").is_ok());
    }
}
