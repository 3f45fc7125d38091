//! The present moment, as whoever asks over HTTP is told it. Anybody may ask, and as often as they like: so all who have asked by the end of
//! a draft share one moment, and it is kept for a short time as long as nothing happens. It is told like all else, when what it shows is
//! durable.

use super::core::Core;
use super::draft::Out;
use crate::game::Viewer;
use crate::protocol::StateAnswer;
use bytes::Bytes;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::time::Instant;

/// While nothing happens, only the party's clock makes one moment differ from the next.
const KEPT_FOR: Duration = Duration::from_millis(100);

/// The state, and its text for all who are told it.
#[derive(Debug)]
pub struct Moment {
    /// What the TV shows.
    pub state: StateAnswer,
    text: OnceLock<Bytes>,
}

impl Moment {
    fn of(state: StateAnswer) -> Self {
        let text = OnceLock::new();
        Self { state, text }
    }

    /// As JSON; written once, by the first who needs it.
    pub fn text(&self) -> Bytes {
        let written = || serde_json::to_vec(&self.state).expect("it has only names for keys");
        self.text.get_or_init(|| Bytes::from(written())).clone()
    }
}

/// A moment that may serve again.
pub(super) struct Kept {
    at: Instant,
    moment: Arc<Moment>,
}

impl Core {
    /// Answers those who have asked, at the end of a draft whose changes are rendered: they are what tells that something happened.
    pub(super) fn render_moment(&mut self, now: Instant) {
        if self.draft.says_something() {
            self.kept = None;
        }
        for answer in std::mem::take(&mut self.draft.lookers) {
            let moment = self.moment(now);
            self.draft.outs.push(Out::State(answer, moment));
        }
    }

    fn moment(&mut self, now: Instant) -> Arc<Moment> {
        if let Some(kept) = self.kept.as_ref().filter(|kept| kept.at + KEPT_FOR > now) {
            return Arc::clone(&kept.moment);
        }
        let moment = Arc::new(Moment::of(self.state(Viewer::Tv, now)));
        let kept = Arc::clone(&moment);
        self.kept = Some(Kept { at: now, moment: kept });
        moment
    }
}
