//! What a writer should mend, by line: what the compiler says, tags that mean nothing, buttons too long, and what walking through
//! the story brings to light. A story with such faults can be told all the same, unless it does not compile.

use super::compile::{self, Fault, compile};
use super::source::{self, Source};
use super::tag;
use super::walk;
use super::words::{ARCHETYPES, EFFECTS, EXTERNALS, ITEMS, MOODS, PICTURES};
use super::{Mark, Tag, Who};

/// A button on a phone.
pub(super) const MAX_OPTION_CHARS: usize = 60;
/// Tags that a story begins with.
const HEAD: [&str; 5] = ["title", "language", "minutes", "players", "about"];
/// Tags that a scene's first line carries, too.
const OF_A_SCENE: [&str; 3] = ["title", "picture", "mood"];
/// What our stories do without, and how it looks at the beginning of a row.
const NOT_USED: [(&str, &str); 2] = [("<-", "threads"), ("LIST ", "LIST")];

/// Everything that is wrong with a story, in the order of its lines; each kind once a line.
pub fn check(source: &[u8]) -> Vec<Fault> {
    let mut faults = match compile::text(source) {
        Ok(text) if compile::is_json(text) => walked(source, &Source::read("")),
        Ok(text) => {
            let read = Source::read(text);
            [written(&read), walked(source, &read)].concat()
        }
        Err(fault) => vec![fault],
    };
    faults.sort_by(|a, b| (a.line.is_none(), a.line, a.code).cmp(&(b.line.is_none(), b.line, b.code)));
    faults.dedup_by_key(|fault| {
        (
            fault.line,
            fault.code,
            fault.line.map_or(fault.text.clone(), |_| String::new()),
        )
    });
    faults
}

/// Faults of the compiler; if there are none, those that a walk finds.
fn walked(bytes: &[u8], source: &Source) -> Vec<Fault> {
    match compile(bytes) {
        Ok(story) => compile::on_a_deep_stack(|| Ok(walk::faults(&story, source))).unwrap_or_else(|faults| faults),
        Err(faults) => faults,
    }
}

/// Faults that can be seen in the source.
fn written(source: &Source) -> Vec<Fault> {
    let rows = source.lines().flat_map(|(line, row)| {
        let faults = row_faults(row).into_iter();
        faults.map(move |(code, text)| Fault::at(line, code, text))
    });
    let mut faults: Vec<Fault> = rows.collect();
    faults.extend(missing_head(source));
    faults.extend(strange_externals(source));
    faults.extend(unvisited(source));
    faults
}

/// A code and a sentence; the line is known to whoever asks.
type Found = (&'static str, String);

fn row_faults(row: &str) -> Vec<Found> {
    if row.trim_start().starts_with('=') {
        return Vec::new();
    }
    let tags = tags(row);
    let mut found = if source::is_choice(row) {
        choice_faults(row, &tags)
    } else {
        line_faults(&tags)
    };
    found.extend(not_used(row));
    found.extend(asked(row));
    found
}

/// The tags of a row, as far as they can be read without running it.
fn tags(row: &str) -> Vec<&str> {
    let mut parts = row.split('#');
    let text = parts.next().unwrap_or_default();
    if text.ends_with('\\') {
        return Vec::new();
    }
    let tags = parts.map(|tag| tag.split([']', '}', '|']).next().unwrap_or(tag));
    let tags = tags.map(|tag| tag.split("->").next().unwrap_or(tag).trim());
    tags.filter(|tag| !tag.is_empty()).collect()
}

fn line_faults(tags: &[&str]) -> Vec<Found> {
    let mut found: Vec<Found> = tags.iter().filter_map(|tag| tag_fault(tag)).collect();
    found.extend(scene_fault(tags));
    if has(tags, "private") && tags.iter().any(|tag| tag::mention(tag).decides()) {
        let text = "A line that one hero sees cannot say who decides.";
        found.push(("story/private_decider", text.to_owned()));
    }
    if has(tags, "ending") && !has(tags, "title") {
        found.push(("story/ending_without_title", "An ending has a title.".to_owned()));
    }
    if has(tags, "hidden") && !has(tags, "vote") {
        found.push(("story/hidden_without_vote", "Only a vote can be hidden.".to_owned()));
    }
    found
}

fn has(tags: &[&str], name: &str) -> bool {
    tags.iter().any(|tag| tag::split(tag).0 == name)
}

fn scene_fault(tags: &[&str]) -> Option<Found> {
    if !has(tags, "scene") {
        return None;
    }
    let missing: Vec<&str> = OF_A_SCENE.into_iter().filter(|name| !has(tags, name)).collect();
    let text = || format!("The scene has no {}.", missing.join(", no "));
    (!missing.is_empty()).then(|| ("story/bare_scene", text()))
}

/// Is the tag known, and does it name what there is?
fn tag_fault(written: &str) -> Option<Found> {
    if written.contains('{') {
        return None;
    }
    match tag::mention(written) {
        tag::Mention::Event(tag) => event_fault(&tag),
        tag::Mention::Turn(Some(hero)) => archetype_fault(&hero),
        tag::Mention::Check { who: Some(hero), .. } => archetype_fault(&hero),
        tag::Mention::Encounter(id) => id_fault(&id),
        _ => None,
    }
}

fn event_fault(tag: &Tag) -> Option<Found> {
    match tag {
        Tag::Scene(id) | Tag::Flag(id) | Tag::Ending(id) => id_fault(id),
        Tag::Picture(picture) => unknown("story/unknown_picture", "picture", picture, &PICTURES),
        Tag::Mood(mood) => unknown("story/unknown_mood", "mood", mood, &MOODS),
        Tag::Private(hero) => archetype_fault(hero),
        Tag::Gift { item, who } => item_fault(item).or_else(|| who_fault(who)),
        Tag::Take(item) => item_fault(item),
        Tag::Effect { effect, who } => {
            unknown("story/unknown_effect", "effect", effect, &EFFECTS).or_else(|| who_fault(who))
        }
        Tag::Hurt { who, .. } | Tag::Heal { who, .. } => who_fault(who),
        Tag::Other(written) => other_fault(written),
        Tag::Title(_) | Tag::Say(_) | Tag::Memory(_) => None,
    }
}

fn other_fault(written: &str) -> Option<Found> {
    let (name, value) = tag::split(written);
    if HEAD.contains(&name) && !value.is_empty() {
        return None;
    }
    let known = [
        "scene",
        "title",
        "picture",
        "mood",
        "say",
        "private",
        "gift",
        "take",
        "hurt",
        "heal",
        "effect",
        "flag",
        "memory",
        "ending",
        "vote",
        "hidden",
        "who",
        "encounter",
    ];
    Some(match name {
        "check" => (
            "story/unknown_stat",
            format!("“# {written}” names no stat: might, nimble, wits, heart, then easy or hard."),
        ),
        _ if known.contains(&name) => ("story/bad_tag", format!("“# {written}” cannot be understood.")),
        _ => ("story/unknown_tag", format!("There is no tag “{name}”.")),
    })
}

fn unknown(code: &'static str, kind: &str, word: &str, words: &[&str]) -> Option<Found> {
    (!words.contains(&word)).then(|| {
        (
            code,
            format!("There is no {kind} “{word}”: it is one of {}.", words.join(", ")),
        )
    })
}

fn archetype_fault(hero: &str) -> Option<Found> {
    unknown("story/unknown_archetype", "archetype", hero, &ARCHETYPES)
}

fn item_fault(item: &str) -> Option<Found> {
    unknown("story/unknown_item", "item", item, &ITEMS)
}

fn who_fault(who: &Who) -> Option<Found> {
    match who {
        Who::Hero(hero) => archetype_fault(hero),
        Who::Actor | Who::All => None,
    }
}

fn id_fault(id: &str) -> Option<Found> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let text = || format!("The id “{id}” is not written_so.");
    (!id.chars().all(plain)).then(|| ("story/bad_id", text()))
}

fn choice_faults(row: &str, tags: &[&str]) -> Vec<Found> {
    // Tags within the brackets are the choice's; those after them belong to the text that follows.
    let own = button(row).map_or(tags.len(), |button| button.matches('#').count());
    let (own, after) = tags.split_at(own.min(tags.len()));
    let mut found: Vec<Found> = own.iter().filter_map(|tag| mark_fault(tag)).collect();
    found.extend(after.iter().filter_map(|tag| tag_fault(tag)));
    let engine_takes = own.iter().any(|tag| Mark::read(tag).is_some());
    if engine_takes && row.trim_start().starts_with('*') {
        let text = "An outcome may come again: begin it with +.";
        found.push(("story/not_sticky", text.to_owned()));
    }
    found.extend(button(row).and_then(button_fault));
    found.extend(condition_fault(row));
    found
}

/// The compiler takes a condition on a button for a sequence, and shows its name; inkjs does not.
fn condition_fault(row: &str) -> Option<Found> {
    let mut braces = shown(row).split('{').skip(1);
    let condition = braces.any(|inside| inside.split('}').next().is_some_and(|inside| inside.contains(':')));
    let text = "A condition is not told on a button: write a choice for each case, with the condition before it.";
    condition.then(|| ("story/choice_condition", text.to_owned()))
}

/// What a choice's button shows, without its bullets, its name and what it depends on.
fn shown(row: &str) -> &str {
    let mut rest = source::after_bullets(row).unwrap_or(row);
    if let Some((_, unnamed)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        rest = unnamed.trim_start();
    }
    while let Some((condition, after)) = rest.strip_prefix('{').and_then(|inside| inside.split_once('}'))
        && !condition.contains(':')
    {
        rest = after.trim_start();
    }
    rest.split(']').next().unwrap_or(rest)
}

/// What stands in the brackets of a choice.
fn button(row: &str) -> Option<&str> {
    let (_, rest) = row.split_once('[')?;
    rest.split_once(']').map(|(button, _)| button)
}

fn button_fault(button: &str) -> Option<Found> {
    let text = button.split('#').next().unwrap_or_default().trim();
    let long = !text.contains('{') && text.chars().count() > MAX_OPTION_CHARS;
    long.then(|| ("story/long_choice", long_choice(text)))
}

pub(super) fn long_choice(text: &str) -> String {
    let long = text.chars().count();
    format!("The choice has {long} characters; a button holds {MAX_OPTION_CHARS}.")
}

fn mark_fault(tag: &str) -> Option<Found> {
    match tag::split(tag) {
        _ if Mark::read(tag).is_some() || tag.contains('{') => None,
        ("for", hero) => archetype_fault(hero),
        _ => Some(("story/unknown_mark", format!("A choice has no tag “{tag}”."))),
    }
}

fn not_used(row: &str) -> Option<Found> {
    let start = row.trim_start();
    let begins = NOT_USED.into_iter().find(|(begin, _)| start.starts_with(begin));
    let word = begins
        .map(|(_, word)| word)
        .or_else(|| row.contains("TURNS_SINCE").then_some("TURNS_SINCE"))?;
    Some(("story/not_used", format!("Our stories do without {word}.")))
}

/// Do questions to the teller name what there is?
fn asked(row: &str) -> Vec<Found> {
    let heroes = arguments(row, "has_hero").filter_map(archetype_fault);
    heroes
        .chain(arguments(row, "has_item").filter_map(item_fault))
        .collect()
}

fn arguments<'a>(row: &'a str, function: &str) -> impl Iterator<Item = &'a str> {
    let calls = row.match_indices(function).map(|(at, name)| &row[at + name.len()..]);
    let quoted = calls
        .collect::<Vec<_>>()
        .into_iter()
        .filter_map(|rest| rest.strip_prefix("(\""));
    quoted.filter_map(|rest| rest.split_once('"').map(|(argument, _)| argument))
}

/// The head is what stands before the first line that is no tag.
fn missing_head(source: &Source) -> Vec<Fault> {
    let rows = source.lines().map(|(_, row)| row.trim()).filter(|row| !row.is_empty());
    let head: Vec<(&str, &str)> = rows
        .map_while(|row| row.strip_prefix('#'))
        .flat_map(|tags| tags.split('#').map(tag::split))
        .collect();
    HEAD.into_iter()
        .filter_map(|name| {
            head_fault(
                name,
                head.iter().find(|(named, _)| *named == name).map(|(_, value)| *value),
            )
        })
        .collect()
}

fn head_fault(name: &str, value: Option<&str>) -> Option<Fault> {
    let good = match (name, value) {
        (_, None) => false,
        ("minutes", Some(value)) => value.parse::<u32>().is_ok_and(|minutes| minutes > 0),
        ("players", Some(value)) => compile::players(value).is_some(),
        (_, Some(value)) => !value.is_empty(),
    };
    (!good).then(|| Fault::at(1, "story/head", format!("The file does not begin with “# {name}: …”.")))
}

fn strange_externals(source: &Source) -> Vec<Fault> {
    source
        .externals()
        .filter_map(|(line, name)| {
            if !EXTERNALS.contains(&name) {
                let text = format!("The engine never answers “{name}”; the story's own function does.");
                return Some(Fault::at(line, "story/strange_external", text));
            }
            let text = || format!("Other editors cannot run the story without a function {name}().");
            (!source.has_function(name)).then(|| Fault::at(line, "story/no_fallback", text()))
        })
        .collect()
}

fn unvisited(source: &Source) -> Vec<Fault> {
    let visited = source.visited();
    let knots = source.knots().filter(|(_, name)| !visited.contains(name));
    knots
        .map(|(line, name)| Fault::at(line, "story/unvisited", format!("Nothing leads to “{name}”.")))
        .collect()
}
