//! From what a writer hands in to a story that can be told: Ink's source or its compiled JSON, with faults by line. It keeps no
//! source: a run is pinned to the hash of the JSON.

use super::ban;
use super::mend::mend;
use super::source::Source;
use super::tag;
use super::tell;
use bladeink_compiler::{Compiler, CompilerError, CompilerOptions};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

/// The longest file that is read, in bytes.
pub const MAX_SOURCE_BYTES: usize = 10_000_000;
/// A compiled story is at most so large; one that is brought in, no larger than a source.
pub const MAX_COMPILED_BYTES: usize = 32_000_000;
/// The compiler calls itself for everything nested; what is allowed fits in here many times over. Only what is used is real.
const COMPILER_STACK: usize = 256 << 20;
/// Who may play, if the story does not say.
const ANY_PARTY: (u32, u32) = (1, 8);

/// A compiled story: Ink's JSON and its hash. A run is pinned to the hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// SHA-256 of `json`, in hexadecimal.
    pub hash: String,
    /// Ink's JSON with its keys in order, so that the same source always has the same hash.
    pub json: Arc<str>,
    /// What its head says.
    pub about: About,
}

/// What a story's head tags say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its name; may be empty.
    pub title: String,
    /// Such as `en` or `ru`; may be empty.
    pub language: String,
    /// How long it takes; 0 if not said.
    pub minutes: u32,
    /// How many may play: from, to.
    pub players: (u32, u32),
    /// One or two sentences; may be empty.
    pub about: String,
}

/// Something wrong with a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Where, from 1, if it can be told.
    pub line: Option<u32>,
    /// What, for programs: stable, such as `story/unknown_divert`.
    pub code: &'static str,
    /// What, for people.
    pub text: String,
}

impl Fault {
    pub(super) fn at(line: impl Into<Option<u32>>, code: &'static str, text: impl Into<String>) -> Self {
        Self {
            line: line.into(),
            code,
            text: text.into(),
        }
    }
}

/// Compiles `.ink` source, or takes compiled JSON as it is; they are told apart by how they begin.
///
/// # Errors
/// Everything that is wrong with it.
pub fn compile(bytes: &[u8]) -> Result<Story, Vec<Fault>> {
    let text = text(bytes).map_err(|fault| vec![fault])?;
    on_a_deep_stack(|| {
        let ink = if is_json(text) { parsed(text) } else { build(text) };
        story(ink?).map_err(|fault| vec![fault])
    })
}

/// Reads a story that [`compile`] has made: it may be larger than a file that is brought in.
///
/// # Errors
/// What is wrong with it, if it was damaged meanwhile.
pub fn reopen(json: &[u8]) -> Result<Story, Vec<Fault>> {
    let parse = || serde_json::from_slice(json).map_err(|error| vec![not_ink(&error.to_string())]);
    on_a_deep_stack(|| story(parse()?).map_err(|fault| vec![fault]))
}

/// The file as text, without the mark that some editors put before it.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > MAX_SOURCE_BYTES {
        return Err(too_big("The file", "10"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Fault::at(line as u32, "story/not_utf8", "The file is not UTF-8 text.")
    })?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(Fault::at(None, "story/empty", "There is no story in the file."));
    }
    Ok(text)
}

/// Ink may begin with a brace, too, but never with a brace and a quotation mark.
pub(super) fn is_json(text: &str) -> bool {
    let inside = text.trim_start().strip_prefix('{');
    inside.is_some_and(|inside| inside.trim_start().starts_with(['"', '}']))
}

/// The compiler is kept off this stack, and its panics out of this thread.
pub(super) fn on_a_deep_stack<T: Send>(work: impl FnOnce() -> Result<T, Vec<Fault>> + Send) -> Result<T, Vec<Fault>> {
    let crashed = || {
        vec![Fault::at(
            None,
            "story/crashed",
            "The compiler cannot cope with this story.",
        )]
    };
    thread::scope(|scope| {
        let spawned = thread::Builder::new()
            .name("story".to_owned())
            .stack_size(COMPILER_STACK)
            .spawn_scoped(scope, || catch_unwind(AssertUnwindSafe(work)));
        let ended = spawned.map_err(|_| crashed())?.join();
        ended.map_err(|_| crashed())?.map_err(|_| crashed())?
    })
}

fn parsed(json: &str) -> Result<Value, Vec<Fault>> {
    serde_json::from_str(json).map_err(|error| vec![not_ink(&error.to_string())])
}

fn build(text: &str) -> Result<Value, Vec<Fault>> {
    let source = Source::read(text);
    let faults = source.faults();
    if !faults.is_empty() {
        return Err(faults);
    }
    if source.is_blank() {
        return Err(vec![Fault::at(None, "story/empty", "There is no story in the file.")]);
    }
    let options = CompilerOptions::default();
    let built = Compiler::with_options(options).compile(&source.text());
    let json = built.map_err(|error| vec![fault(&source, &error)])?;
    parsed(&json).map(mend)
}

/// The compiler's complaint, with a line if one can be found by the name that it quotes.
fn fault(source: &Source, error: &CompilerError) -> Fault {
    let (CompilerError::InvalidSource { message, line, .. } | CompilerError::UnsupportedFeature { message, line, .. }) =
        error;
    let line = line.and_then(|line| u32::try_from(line).ok());
    let line = line.or_else(|| quoted(message).find_map(|name| source.line_of(name)));
    Fault::at(line, "story/syntax", message.clone())
}

/// Names that a message may be about: what stands in quotation marks, and what comes after its last colon.
fn quoted(message: &str) -> impl Iterator<Item = &str> {
    let inside = message.split('\'').skip(1).step_by(2);
    let last = message.rsplit(": ").next();
    inside
        .map(|name| name.trim_start_matches("-> ").trim())
        .chain(last)
        .filter(|name| !name.is_empty())
}

/// Takes Ink's JSON, refuses what cannot be told, and opens it once to see that it is a story.
fn story(mut ink: Value) -> Result<Story, Fault> {
    ban::refuse(&ink)?;
    ink.sort_all_objects();
    let json: Arc<str> = ink.to_string().into();
    if json.len() > MAX_COMPILED_BYTES {
        return Err(too_big("The compiled story", "32"));
    }
    let head = tell::head(&json).map_err(|broken| not_ink(&broken))?;
    Ok(Story {
        hash: hash(&json),
        about: About::read(&head),
        json,
    })
}

fn too_big(what: &str, limit: &str) -> Fault {
    Fault::at(None, "story/too_big", format!("{what} is larger than {limit} MB."))
}

fn not_ink(why: &str) -> Fault {
    Fault::at(
        None,
        "story/not_ink",
        format!("This is not a compiled Ink story: {why}."),
    )
}

fn hash(json: &str) -> String {
    Sha256::digest(json.as_bytes())
        .iter()
        .fold(String::new(), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

impl About {
    fn read(head: &[String]) -> Self {
        let mut about = Self {
            players: ANY_PARTY,
            ..Self::default()
        };
        head.iter().for_each(|tag| about.note(tag));
        about
    }

    fn note(&mut self, tag: &str) {
        let (name, value) = tag::split(tag);
        match name {
            "title" => self.title = value.to_owned(),
            "language" => self.language = value.to_owned(),
            "minutes" => self.minutes = value.parse().unwrap_or(0),
            "players" => self.players = players(value).unwrap_or(ANY_PARTY),
            "about" => self.about = value.to_owned(),
            _ => {}
        }
    }
}

/// `2-8`, or one number.
pub(super) fn players(value: &str) -> Option<(u32, u32)> {
    let (from, to) = value.split_once(['-', '–']).unwrap_or((value, value));
    let players: (u32, u32) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (1 <= players.0 && players.0 <= players.1).then_some(players)
}
