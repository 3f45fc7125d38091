//! Connections on which nothing is under way: opened and never used, or kept by a browser for later. Each holds a place. When all places
//! are taken the longest lull ends, so that somebody who opens connections and says nothing keeps nobody out.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

/// So long a connection may be silent even when the house is full: a phone's first request is under way, or our last answer.
const GRACE: Duration = Duration::from_millis(500);

/// All lulls of a house, the longest first.
pub struct Lulls {
    grace: Duration,
    silent: Mutex<Silent>,
}

#[derive(Default)]
struct Silent {
    /// Of the next one.
    number: u64,
    since: BTreeMap<u64, (Instant, Arc<Notify>)>,
}

impl Default for Lulls {
    fn default() -> Self {
        Self::with(GRACE)
    }
}

impl Lulls {
    fn with(grace: Duration) -> Self {
        let silent = Mutex::default();
        Self { grace, silent }
    }

    /// A connection has come, and has said nothing yet.
    pub fn begin(self: &Arc<Self>) -> Arc<Lull> {
        let over = Arc::new(Notify::new());
        let number = AtomicU64::new(self.enter(&over));
        let all = Arc::clone(self);
        Arc::new(Lull { all, over, number })
    }

    /// Ends the longest, if it has been long enough; gives the time after which it is worth coming again.
    pub fn end_longest(&self) -> Duration {
        let mut silent = self.silent();
        let Some(longest) = silent.since.first_entry() else {
            return self.grace;
        };
        let left = self.grace.saturating_sub(longest.get().0.elapsed());
        if left.is_zero() {
            longest.remove().1.notify_one();
            // Its place is free in a moment; if not, the next one goes.
            return self.grace;
        }
        left
    }

    fn enter(&self, over: &Arc<Notify>) -> u64 {
        let mut silent = self.silent();
        silent.number += 1;
        let number = silent.number;
        silent.since.insert(number, (Instant::now(), Arc::clone(over)));
        number
    }

    fn leave(&self, number: u64) {
        self.silent().since.remove(&number);
    }

    fn silent(&self) -> MutexGuard<'_, Silent> {
        self.silent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One connection's silence.
pub struct Lull {
    all: Arc<Lulls>,
    over: Arc<Notify>,
    number: AtomicU64,
}

impl Lull {
    /// Something is under way until what this gives is dropped.
    pub fn interrupt(self: &Arc<Self>) -> Interruption {
        self.all.leave(self.number.load(Ordering::Relaxed));
        Interruption(Arc::clone(self))
    }

    /// Waits until the place is needed for somebody who speaks.
    pub async fn is_over(&self) {
        self.over.notified().await;
    }
}

impl Drop for Lull {
    fn drop(&mut self) {
        self.all.leave(self.number.load(Ordering::Relaxed));
    }
}

/// A request that is being answered.
pub struct Interruption(Arc<Lull>);

impl Drop for Interruption {
    fn drop(&mut self) {
        let number = self.0.all.enter(&self.0.over);
        self.0.number.store(number, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    fn is_over(lull: &Lull) -> bool {
        lull.is_over().now_or_never().is_some()
    }

    #[test]
    fn the_longest_lull_ends_first_and_none_while_something_is_under_way() {
        let lulls = Arc::new(Lulls::with(Duration::ZERO));
        let (first, second) = (lulls.begin(), lulls.begin());
        drop(first.interrupt());
        lulls.end_longest();
        assert_eq!(
            (is_over(&first), is_over(&second)),
            (false, true),
            "the second is silent for longer"
        );
        let under_way = first.interrupt();
        lulls.end_longest();
        assert!(!is_over(&first));
        drop(under_way);
        lulls.end_longest();
        assert!(is_over(&first));
        drop((first, second));
        assert!(lulls.silent().since.is_empty(), "nothing is left of them");
    }

    #[test]
    fn a_short_lull_goes_on() {
        let lulls = Arc::new(Lulls::with(Duration::from_secs(3_600)));
        let lull = lulls.begin();
        assert!(lulls.end_longest() > Duration::from_secs(3_000));
        assert!(!is_over(&lull));
    }
}
