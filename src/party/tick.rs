//! What one side of a large room is told, gathered: of each topic the last, all together, and no more often than once a tick. A lone
//! change waits for nobody.

use super::fanout::TopicKey;
use super::post::Post;
use bytes::Bytes;
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::Instant;

/// What waits for the end of a tick.
#[derive(Default)]
pub(super) struct Tick {
    texts: Vec<Bytes>,
    at: HashMap<TopicKey, usize>,
    until: Option<Instant>,
    /// Nothing goes out sooner by itself.
    from: Option<Instant>,
}

impl Tick {
    /// Takes a topic: if nothing went out within the last tick it is due now, or else when that tick is over.
    pub fn take(&mut self, key: TopicKey, text: Bytes, now: Instant) {
        let soonest = self.from.map_or(now, |from| from.max(now));
        self.until.get_or_insert(soonest);
        // Of two topics that tell of the same thing, the one that was told last is heard last.
        if let Some(before) = self.at.insert(key, self.texts.len()) {
            self.texts[before] = Bytes::new();
        }
        self.texts.push(text);
    }

    /// When something is to be sent that waits now.
    pub fn due(&self) -> Option<Instant> {
        self.until
    }

    /// When what is taken next may be sent, if that is known: until then nobody would see it.
    pub fn next(&self) -> Option<Instant> {
        self.from
    }

    /// All that waits, if its tick is over; the next one is so long.
    pub fn pour_if_due(&mut self, now: Instant, length: Duration) -> Option<Post> {
        let until = self.until.filter(|until| *until <= now)?;
        self.from = Some(until + length);
        Some(self.pour())
    }

    /// All that waits, before anything that must not be overtaken. It is no tick: the one that is under way ends when it would have
    /// ended.
    pub fn pour(&mut self) -> Post {
        self.until = None;
        self.at.clear();
        let texts = std::mem::take(&mut self.texts);
        Post::together(texts.iter().filter(|text| !text.is_empty()))
    }
}
