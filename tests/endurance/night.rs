//! What everybody in a run shares: where the party is, what was acknowledged, what must stay secret, and what went wrong first.

use crate::ledger::Ledger;
use crate::secrets::Secrets;
use crate::wire::{Answer, try_request};
use serde_json::Value;
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Longer than anything takes on a machine that does other things besides. A law that waits for it is broken.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// So many faults are told; the first is the one to look at.
const MOST_TOLD: usize = 12;

/// One run.
pub struct Night {
    pub address: String,
    pub code: String,
    pub ledger: Ledger,
    pub secrets: Secrets,
    pub tally: Tally,
    /// The disk refuses writes now, or did a moment ago: pages may be told that something was healed.
    pub disk_refuses: AtomicBool,
    /// The seats that the host has asked to be removed.
    removed: Mutex<HashSet<u64>>,
    began: Instant,
    faults: Mutex<Vec<String>>,
}

/// How much happened, for the report.
#[derive(Default)]
pub struct Tally {
    pub acted: AtomicU64,
    pub joined: AtomicU64,
    pub heard: AtomicU64,
    pub frames: AtomicU64,
    pub returned: AtomicU64,
    pub compared: AtomicU64,
    /// Silent connections that the house has ended.
    pub silent: AtomicU64,
    /// Guests who could pass by only when another had gone.
    pub waited: AtomicU64,
    /// The longest that anybody has waited for an answer, milliseconds.
    pub slowest: AtomicU64,
}

impl Tally {
    pub fn one(counter: &AtomicU64) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

impl Night {
    pub fn new(address: String, code: String) -> Self {
        Self {
            address,
            code,
            ledger: Ledger::default(),
            secrets: Secrets::default(),
            tally: Tally::default(),
            disk_refuses: AtomicBool::new(false),
            removed: Mutex::default(),
            began: Instant::now(),
            faults: Mutex::default(),
        }
    }

    /// Something is not as it must be.
    pub fn fault(&self, what: String) {
        let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        if faults.len() < MOST_TOLD {
            eprintln!("endurance: {:.1} s: {what}", self.began.elapsed().as_secs_f64());
            faults.push(what);
        }
    }

    /// The host is about to remove a seat.
    pub fn removes(&self, seat: u64) {
        self.removed.lock().unwrap_or_else(PoisonError::into_inner).insert(seat);
    }

    /// Has the host asked for that?
    pub fn is_removed(&self, seat: u64) -> bool {
        self.removed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(&seat)
    }

    /// What went wrong first, if anything did.
    pub fn first_fault(&self) -> Option<String> {
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        faults.first().cloned()
    }

    pub fn passed(&self) -> Duration {
        self.began.elapsed()
    }

    /// A path of the party's.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/session/{}/{rest}", self.code)
    }

    pub async fn get(&self, path: &str) -> Option<Answer> {
        try_request(&self.address, "GET", path, &[], "").await
    }

    pub async fn post(&self, path: &str, token: Option<&str>, body: &Value) -> Option<Answer> {
        let bearer = format!("Bearer {}", token.unwrap_or_default());
        let named = [("authorization", bearer.as_str())];
        let headers = if token.is_some() { &named[..] } else { &[] };
        try_request(&self.address, "POST", path, headers, &body.to_string()).await
    }
}
