//! What compiled Ink must not hold, because `bladeink` would run it without a bound, or ask what nobody answers. It knows the
//! shape of Ink's JSON (ink's own `Documentation/ink_JSON_runtime_format.md`), not what it means.

use super::compile::Fault;
use super::words;
use serde_json::{Map, Value};

/// The longest text in a story, in bytes: it may be told once in two steps.
const MAX_TEXT_BYTES: usize = 16 * 1024;
/// Containers that run before a story begins, where nothing counts steps.
const DECLARATIONS: &str = "global decl";
/// Keys of things that go elsewhere.
const JUMPS: [&str; 4] = ["->", "f()", "->t->", "x()"];

/// Refuses a story that would not stop by itself before it begins, that has a text beyond all measure, or that calls what
/// nobody answers.
pub(super) fn refuse(ink: &Value) -> Result<(), Fault> {
    let root = ink.get("root").and_then(Value::as_array);
    let root = root.ok_or_else(|| {
        Fault::at(
            None,
            "story/not_ink",
            "This is not a compiled Ink story: it has no root.",
        )
    })?;
    let named = root.last().and_then(Value::as_object);
    if named.and_then(|named| named.get(DECLARATIONS)).is_some_and(jumps) {
        let text = "The story's declarations go elsewhere.";
        return Err(Fault::at(None, "story/not_ink", text));
    }
    let mut all = Vec::new();
    gather(ink, &mut all);
    all.into_iter().try_for_each(|part| refuse_part(part, named))
}

/// Everything inside, in no order.
fn gather<'a>(value: &'a Value, all: &mut Vec<&'a Value>) {
    all.push(value);
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| gather(part, all)),
        Value::Object(parts) => parts.values().for_each(|part| gather(part, all)),
        _ => {}
    }
}

fn refuse_part(part: &Value, named: Option<&Map<String, Value>>) -> Result<(), Fault> {
    if part.as_str().is_some_and(|text| text.len() > MAX_TEXT_BYTES) {
        return Err(Fault::at(None, "story/long_line", "A text is longer than 16 KB."));
    }
    let external = part.get("x()").and_then(Value::as_str);
    let unknown = external
        .filter(|name| !words::EXTERNALS.contains(name) && named.is_none_or(|named| !named.contains_key(*name)));
    match unknown {
        Some(name) => Err(Fault::at(
            None,
            "story/unknown_external",
            format!("Nothing answers “{name}”."),
        )),
        None => Ok(()),
    }
}

fn jumps(declarations: &Value) -> bool {
    let mut all = Vec::new();
    gather(declarations, &mut all);
    all.into_iter()
        .filter_map(Value::as_object)
        .any(|part| JUMPS.iter().any(|jump| part.contains_key(*jump)))
}

/// May texts of the story be doubled by being put together? Such a run's size is looked at more often.
pub(super) fn grows(ink: &Value) -> bool {
    let mut all = Vec::new();
    gather(ink, &mut all);
    let mut containers = all.into_iter().filter_map(Value::as_array);
    containers.any(|parts| (0..parts.len()).any(|at| adds(parts, at) || composes(parts, at)))
}

/// A sum whose last part is no literal: it may be of texts.
fn adds(parts: &[Value], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| parts.get(before));
    parts[at] == "+" && !before.is_some_and(|before| before.is_number() || before == "/str")
}

/// A text made of other texts that is not shown but kept or handed on.
fn composes(parts: &[Value], at: usize) -> bool {
    let kept = |index: usize| {
        let part = parts.get(index);
        part.is_some_and(|part| ["VAR=", "temp=", "f()"].iter().any(|key| part.get(*key).is_some()))
    };
    // A single literal stands alone between its marks.
    let literal = at.checked_sub(2).is_some_and(|begun| parts[begun] == "str");
    parts[at] == "/str" && !literal && (kept(at + 1) || kept(at + 2))
}
