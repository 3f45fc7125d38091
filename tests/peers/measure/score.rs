//! Who heard what: each screen must hear each act once, all screens in the same order, each phone its own answers. Counts and times
//! what falls into the measured window.

use anyhow::{Result, ensure};
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The marks that an act is read by; every server writes its JSON in this order and without spaces.
const UPDATE: &str = r#"{"type":"player.update""#;
const RESULT: &str = r#"{"type":"action.result""#;
const PLAYER: &str = r#""player":{"id":"#;
const CONFIRMED: &str = r#""confirmed":"#;

/// The counts of one run.
pub struct Score(Mutex<Counts>);

struct Counts {
    /// Before this nothing counts: people come in.
    begun: bool,
    measuring: bool,
    phone_of: HashMap<u64, usize>,
    /// When each phone acted.
    asked: Vec<Vec<Instant>>,
    screens: Vec<Ears>,
    answered: Vec<usize>,
    faults: Vec<String>,
    last: Instant,
    window: Window,
}

/// What one screen has heard.
#[derive(Clone, Default)]
struct Ears {
    heard: Vec<usize>,
    order: DefaultHasher,
}

/// What fell into the measured window.
#[derive(Clone, Default)]
pub struct Window {
    /// Acts heard, each screen counted.
    pub deliveries: u64,
    /// Their bytes, as text.
    pub bytes: u64,
    /// All other messages, to screens and phones.
    pub beside: u64,
    /// From the act to each screen.
    pub taken: Vec<Duration>,
}

struct Update {
    seat: u64,
    ready: bool,
}

impl Score {
    /// For so many screens, and phones with these seats.
    pub fn new(screens: usize, seats: &[u64]) -> Self {
        let ears = Ears {
            heard: vec![0; seats.len()],
            ..Ears::default()
        };
        Self(Mutex::new(Counts {
            begun: false,
            measuring: false,
            phone_of: seats.iter().copied().zip(0..).collect(),
            asked: vec![Vec::new(); seats.len()],
            screens: vec![ears; screens],
            answered: vec![0; seats.len()],
            faults: Vec::new(),
            last: Instant::now(),
            window: Window::default(),
        }))
    }

    /// From now on everything counts.
    pub fn begin(&self) {
        self.counts().begun = true;
    }

    /// The measured window opens.
    pub fn open(&self) {
        let mut counts = self.counts();
        counts.measuring = true;
        counts.window = Window::default();
    }

    /// It closes; what fell into it.
    pub fn close(&self) -> Window {
        let mut counts = self.counts();
        counts.measuring = false;
        std::mem::take(&mut counts.window)
    }

    /// A phone acts now; true if it is to say that it is ready.
    pub fn act(&self, phone: usize) -> bool {
        let mut counts = self.counts();
        counts.asked[phone].push(Instant::now());
        counts.asked[phone].len() % 2 == 1
    }

    /// Has everybody heard of all that a phone did, and has it been answered? Whoever waits for that hears of a fault at once.
    pub fn is_settled(&self, phone: usize) -> Result<bool> {
        let counts = self.counts();
        let asked = counts.asked[phone].len();
        ensure!(counts.faults.is_empty(), "{}", counts.faults[0]);
        Ok(counts.answered[phone] == asked && counts.screens.iter().all(|ears| ears.heard[phone] == asked))
    }

    /// What is wanting of a phone's acts.
    pub fn wanting(&self, phone: usize) -> String {
        let counts = self.counts();
        let least = counts.screens.iter().map(|ears| ears.heard[phone]).min();
        let (asked, answered) = (counts.asked[phone].len(), counts.answered[phone]);
        format!(
            "phone {phone} has acted {asked} times and was answered {answered} times; every screen has heard of {least:?}"
        )
    }

    /// A screen hears a message.
    pub fn screen(&self, screen: usize, message: &[u8]) {
        let mut counts = self.counts();
        counts.last = Instant::now();
        if counts.begun {
            match update(message) {
                Some(update) => counts.update(screen, &update, message.len()),
                None => counts.beside(),
            }
        }
    }

    /// A phone hears a message.
    pub fn phone(&self, phone: usize, message: &[u8]) {
        let mut counts = self.counts();
        counts.last = Instant::now();
        if counts.begun {
            counts.answered[phone] += usize::from(message.starts_with(RESULT.as_bytes()));
            counts.beside();
        }
    }

    /// A connection ended.
    pub fn fault(&self, fault: String) {
        self.counts().faults.push(fault);
    }

    /// How long nobody has heard anything.
    pub fn silence(&self) -> Duration {
        self.counts().last.elapsed()
    }

    /// Has everybody heard everything?
    pub fn is_complete(&self) -> bool {
        self.counts().missing() == 0
    }

    /// Every act reached every screen once and in the same order, and was answered.
    pub fn check(&self) -> Result<()> {
        let counts = self.counts();
        ensure!(counts.faults.is_empty(), "{}", counts.faults[0]);
        let missing = counts.missing();
        ensure!(missing == 0, "{missing} deliveries and answers are missing or too many");
        let orders = counts.screens.iter().map(|ears| ears.order.finish());
        let distinct = orders.collect::<std::collections::BTreeSet<_>>().len();
        ensure!(distinct <= 1, "the screens have heard {distinct} orders");
        Ok(())
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    fn update(&mut self, screen: usize, update: &Update, bytes: usize) {
        let Some(phone) = self.phone_of.get(&update.seat).copied() else {
            return self.beside();
        };
        let ears = &mut self.screens[screen];
        let number = ears.heard[phone];
        ears.heard[phone] += 1;
        update.seat.hash(&mut ears.order);
        match self.asked[phone].get(number) {
            Some(asked) if number.is_multiple_of(2) == update.ready => {
                if self.measuring {
                    self.window.deliveries += 1;
                    self.window.bytes += bytes as u64;
                    self.window.taken.push(asked.elapsed());
                }
            }
            _ => self
                .faults
                .push(format!("screen {screen} hears seat {} out of turn", update.seat)),
        }
    }

    fn beside(&mut self) {
        self.window.beside += u64::from(self.measuring);
    }

    /// Deliveries and answers that are wanting, or too many.
    fn missing(&self) -> usize {
        let asked: Vec<usize> = self.asked.iter().map(Vec::len).collect();
        let wanting = |heard: &Vec<usize>| -> usize { heard.iter().zip(&asked).map(|(a, b)| a.abs_diff(*b)).sum() };
        self.screens.iter().map(|ears| wanting(&ears.heard)).sum::<usize>() + wanting(&self.answered)
    }
}

fn update(message: &[u8]) -> Option<Update> {
    let text = std::str::from_utf8(message).ok()?;
    let rest = text.strip_prefix(UPDATE)?;
    let (_, player) = rest.split_once(PLAYER)?;
    let (seat, player) = player.split_once(',')?;
    let (_, confirmed) = player.split_once(CONFIRMED)?;
    Some(Update {
        seat: seat.parse().ok()?,
        ready: confirmed.starts_with("true"),
    })
}
