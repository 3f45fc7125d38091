//! Tells a story: from a bookmark and an option to the next page and bookmark. `bladeink` runs it; parsed stories stay in a small
//! memo of this thread, for they cannot leave it. Nothing else is kept: every step begins from the bookmark alone.

use super::ban;
use super::compile::Story;
use super::page::{self, Opt, Page, Told};
use super::words;
use bladeink::story::Story as Ink;
use bladeink::story::error::StoryError;
use bladeink::story::external_functions::ExternalFunctionResult;
use bladeink::value_type::ValueType;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::time::Duration;

/// Steps of Ink's machine for one page; a page of a whole evening's story takes some hundreds.
const MAX_STEPS: u64 = 50_000;
/// Paragraphs of a page, and its bytes.
const MAX_LINES: usize = 200;
const MAX_PAGE_BYTES: usize = 64 * 1024;
const MAX_OPTIONS: usize = 40;
/// The largest bookmark, in bytes.
const MAX_BOOKMARK_BYTES: usize = 1 << 20;
/// After so many steps a run's size is looked at. The longest text grows at most 2⁸ times within the shorter stride.
const STRIDE: u64 = 4096;
const STRIDE_IF_TEXTS_GROW: u64 = 48;
/// Parsed stories of this thread.
const MEMO: usize = 4;
/// Ink adds small numbers to the seed, and that must not overflow.
const SEED_BITS: i32 = 0x3fff_ffff;

/// What the teller tells the story: answers to its external functions.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// Archetypes that somebody plays: `has_hero`.
    pub heroes: &'a [&'a str],
    /// What the party carries: `has_item`.
    pub items: &'a [&'a str],
    /// How many they are: `party_size`.
    pub party_size: u32,
    /// The name of the hero who acted last: `actor`.
    pub actor: &'a str,
}

/// Where a run stands: the story's hash, and Ink's own save with its keys in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bookmark(String);

/// Why a story cannot go on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct Broken {
    /// For programs: stable, such as `story/runaway`.
    pub code: &'static str,
    /// For people.
    pub text: String,
}

impl Broken {
    fn new(code: &'static str, text: impl Into<String>) -> Self {
        Self {
            code,
            text: text.into(),
        }
    }
}

/// Begins a run. Ink's RANDOM and shuffles follow from `seed`.
///
/// # Errors
/// `story/runaway`, `story/too_much`, `story/runtime`, `story/crashed`; and `story/not_ink` if `story` did not come from
/// [`super::compile`].
pub fn begin(story: &Story, seed: i32, world: &World) -> Result<(Page, Bookmark), Broken> {
    with_teller(story, |teller| {
        teller.open_at_start(seed)?;
        teller.page(world)
    })
}

/// Takes an option, and goes on to the next decision. The same four arguments give the same page and bookmark, in any process.
///
/// # Errors
/// As [`begin`]; `story/changed` if the bookmark is of another story or of none, `story/no_option` if there is no such option.
pub fn go_on(story: &Story, from: &Bookmark, option: usize, world: &World) -> Result<(Page, Bookmark), Broken> {
    with_teller(story, |teller| {
        teller.open_at(from)?;
        teller.choose(option)?;
        teller.page(world)
    })
}

thread_local! {
    /// The latest last.
    static TELLERS: RefCell<Vec<Teller>> = const { RefCell::new(Vec::new()) };
}

/// A teller that failed is not asked again: it may be in any state.
fn with_teller<T>(story: &Story, work: impl FnOnce(&mut Teller) -> Result<T, Broken>) -> Result<T, Broken> {
    let known = TELLERS.with_borrow_mut(|tellers| {
        let at = tellers.iter().position(|teller| teller.hash == story.hash);
        at.map(|at| tellers.remove(at))
    });
    let told = catch_unwind(AssertUnwindSafe(|| {
        let mut teller = known.map_or_else(|| Teller::parse(&story.hash, &story.json), Ok)?;
        Ok((work(&mut teller)?, teller))
    }));
    let (told, teller) = told.unwrap_or_else(|_| Err(crashed()))?;
    TELLERS.with_borrow_mut(|tellers| keep(tellers, teller));
    Ok(told)
}

fn keep(tellers: &mut Vec<Teller>, teller: Teller) {
    if tellers.len() >= MEMO {
        tellers.remove(0);
    }
    tellers.push(teller);
}

fn crashed() -> Broken {
    Broken::new("story/crashed", "The story made its machine fail.")
}

/// Tags at the top of a story; an error says why it is none.
pub(super) fn head(json: &str) -> Result<Vec<String>, String> {
    let teller = Teller::parse("", json).map_err(|broken| broken.text)?;
    Ok(teller.head)
}

/// What the present world answers.
#[derive(Default)]
struct Answers {
    heroes: Vec<String>,
    items: Vec<String>,
    party_size: i32,
    actor: String,
}

/// A parsed story.
pub(super) struct Teller {
    hash: String,
    ink: Ink,
    /// Ink gives the tags at the top of the file to the first paragraph as well.
    head: Vec<String>,
    answers: Rc<RefCell<Answers>>,
    /// Grows by one for every step: the clock that Ink's machine looks at.
    steps: Rc<Cell<u64>>,
    stride: u64,
    at_start: bool,
    /// Did the last page run out of text without an end?
    pub(super) loose: bool,
}

impl Teller {
    pub(super) fn parse(hash: &str, json: &str) -> Result<Self, Broken> {
        let not_ink = |error: StoryError| Broken::new("story/not_ink", error.to_string());
        let value: Value =
            serde_json::from_str(json).map_err(|error| Broken::new("story/not_ink", error.to_string()))?;
        let ink = Ink::new_with_seed(json, 0).map_err(not_ink)?;
        let mut teller = Self {
            hash: hash.to_owned(),
            head: ink.get_global_tags().unwrap_or_default(),
            ink,
            answers: Rc::default(),
            steps: Rc::default(),
            stride: if ban::grows(&value) {
                STRIDE_IF_TEXTS_GROW
            } else {
                STRIDE
            },
            at_start: true,
            loose: false,
        };
        teller.count_steps();
        teller.answer_externals().map_err(not_ink)?;
        Ok(teller)
    }

    fn count_steps(&mut self) {
        let steps = Rc::clone(&self.steps);
        self.ink.set_time_source(move || {
            steps.set(steps.get() + 1);
            Duration::from_millis(steps.get())
        });
    }

    fn answer_externals(&mut self) -> Result<(), StoryError> {
        self.ink.set_allow_external_function_fallbacks(true);
        words::EXTERNALS.iter().try_for_each(|name| {
            let answers = Rc::clone(&self.answers);
            let answer = move |name: &str, asked: &[ValueType]| answers.borrow().to(name, asked);
            self.ink.bind_external_function(name, answer, true)
        })
    }

    pub(super) fn open_at_start(&mut self, seed: i32) -> Result<(), Broken> {
        self.ink.reset_state().map_err(broken)?;
        let mut state = self.state()?;
        state["storySeed"] = (seed & SEED_BITS).into();
        self.at_start = true;
        self.ink.load_state(&state.to_string()).map_err(broken)
    }

    fn open_at(&mut self, bookmark: &Bookmark) -> Result<(), Broken> {
        let state = bookmark.of(&self.hash)?;
        // What a state does not hold must not remain from another run.
        self.ink.reset_state().map_err(broken)?;
        self.at_start = false;
        self.ink.load_state(state).map_err(|error| changed(&error.to_string()))
    }

    pub(super) fn choose(&mut self, option: usize) -> Result<(), Broken> {
        self.at_start = false;
        let there = self.ink.get_current_choice_infos().len();
        if option >= there {
            let text = format!("There is no option {option}: there are {there}.");
            return Err(Broken::new("story/no_option", text));
        }
        self.ink.choose_choice_index(option).map_err(broken)
    }

    fn page(&mut self, world: &World) -> Result<(Page, Bookmark), Broken> {
        let told = self.tell(world)?;
        let page = page::page(&told, self.options()?);
        Ok((page, self.bookmark()?))
    }

    /// Paragraphs up to the next decision or the end.
    pub(super) fn tell(&mut self, world: &World) -> Result<Vec<Told>, Broken> {
        self.answers.replace(Answers::of(world));
        self.loose = false;
        let before = self.steps.get();
        let mut told: Vec<Told> = Vec::new();
        let mut bytes = 0;
        while self.ink.can_continue() {
            self.run_to_line_end(before)?;
            let line = self.line()?;
            bytes += line.bytes();
            put(&mut told, line);
            if told.len() > MAX_LINES || bytes > MAX_PAGE_BYTES {
                return Err(too_much("tells more than a screen can hold before anybody may decide"));
            }
        }
        Ok(told)
    }

    fn run_to_line_end(&mut self, before: u64) -> Result<(), Broken> {
        loop {
            match self.ink.continue_async(self.stride as f32) {
                Err(error) if is_loose_end(&error) => {
                    self.loose = true;
                    return Ok(());
                }
                ended => ended.map_err(broken)?,
            }
            if self.steps.get() - before > MAX_STEPS {
                let text = format!("The story ran for {MAX_STEPS} steps without coming to a decision.");
                return Err(Broken::new("story/runaway", text));
            }
            if !self.ink.is_async_continue_active() {
                return Ok(());
            }
            self.refuse_large()?;
        }
    }

    fn refuse_large(&self) -> Result<(), Broken> {
        let state = self.ink.save_state().map_err(broken)?;
        if state.len() > MAX_BOOKMARK_BYTES {
            return Err(too_much("remembers too much"));
        }
        Ok(())
    }

    fn line(&mut self) -> Result<Told, Broken> {
        let mut tags = self.ink.get_current_tags().map_err(broken)?;
        if std::mem::take(&mut self.at_start) && tags.starts_with(&self.head) {
            tags.drain(..self.head.len());
        }
        let text = self.ink.get_current_text().map_err(broken)?;
        Ok(Told {
            text: text.trim().to_owned(),
            tags,
        })
    }

    pub(super) fn options(&self) -> Result<Vec<Opt>, Broken> {
        let choices = self.ink.get_current_choice_infos();
        let bytes: usize = choices.iter().map(|choice| choice.text.len()).sum();
        if choices.len() > MAX_OPTIONS || bytes > MAX_PAGE_BYTES {
            return Err(too_much("gives more options than anybody can read"));
        }
        Ok(choices
            .iter()
            .map(|choice| Opt::read(&choice.text, &choice.tags))
            .collect())
    }

    fn state(&self) -> Result<Value, Broken> {
        let state = self.ink.save_state().map_err(broken)?;
        serde_json::from_str(&state).map_err(|error| Broken::new("story/runtime", error.to_string()))
    }

    fn bookmark(&self) -> Result<Bookmark, Broken> {
        let mut state = self.state()?;
        forget_what_is_told(&mut state);
        state.sort_all_objects();
        let bookmark = format!("{}{state}", self.hash);
        if bookmark.len() > MAX_BOOKMARK_BYTES {
            return Err(too_much("remembers too much"));
        }
        Ok(Bookmark(bookmark))
    }
}

/// Text that was told is told. And a choice without a text is Ink's way out if there is no other: it is no option, but
/// `bladeink` does not save that.
fn forget_what_is_told(state: &mut Value) {
    let flows = state["flows"].as_object_mut().into_iter().flatten();
    for (_, flow) in flows {
        flow["outputStream"] = Value::Array(Vec::new());
        if let Some(choices) = flow["currentChoices"].as_array_mut() {
            choices.retain(|choice| choice["text"] != "" || choice["tags"] != Value::Array(Vec::new()));
        }
    }
}

impl Bookmark {
    /// Ink's state, if it is of the story with this hash.
    fn of(&self, hash: &str) -> Result<&str, Broken> {
        let state = self.0.strip_prefix(hash);
        state.ok_or_else(|| changed("the bookmark is of another story"))
    }
}

impl Told {
    fn bytes(&self) -> usize {
        self.text.len() + self.tags.iter().map(String::len).sum::<usize>()
    }
}

/// Tags alone on a line belong to the paragraph before.
fn put(told: &mut Vec<Told>, line: Told) {
    match told.last_mut() {
        Some(last) if line.text.is_empty() => last.tags.extend(line.tags),
        _ if line.text.is_empty() && line.tags.is_empty() => {}
        _ => told.push(line),
    }
}

impl Answers {
    fn of(world: &World) -> Self {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            heroes: owned(world.heroes),
            items: owned(world.items),
            party_size: i32::try_from(world.party_size).unwrap_or(i32::MAX),
            actor: world.actor.to_owned(),
        }
    }

    fn to(&self, function: &str, asked: &[ValueType]) -> ExternalFunctionResult {
        let asked = asked
            .first()
            .and_then(|word| word.coerce_to_string().ok())
            .unwrap_or_default();
        Ok(Some(match function {
            "has_hero" => ValueType::Bool(self.heroes.contains(&asked)),
            "has_item" => ValueType::Bool(self.items.contains(&asked)),
            "party_size" => ValueType::Int(self.party_size),
            _ => ValueType::from(self.actor.as_str()),
        }))
    }
}

fn too_much(what: &str) -> Broken {
    Broken::new("story/too_much", format!("The story {what}."))
}

fn changed(why: &str) -> Broken {
    Broken::new("story/changed", format!("The run cannot go on in this story: {why}."))
}

fn broken(error: StoryError) -> Broken {
    Broken::new("story/runtime", error.to_string())
}

/// Ink complains when a story stops without `-> END`. It is over, all the same.
fn is_loose_end(error: &StoryError) -> bool {
    matches!(error, StoryError::InvalidStoryState(text) if text.contains("ran out of content"))
}
