//! What a host may bring in, and anybody may ask a gallery: pictures, stories, queries. Whatever the bytes, nothing panics, and it is
//! taken or refused for a reason that can be told.

use super::registry::{self, Table};
use super::{By, Ctx, Deck, Method, NoLibrary, Past, Question, Refusal, quest};
use crate::hostile::{Choices, png};
use crate::id::{PartyMs, Seq};
use crate::story;
use rand::{SeedableRng, rngs::StdRng};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

const STORY: &str = include_str!("quest/stories/template.en.ink");
/// Pages of a story that are turned.
const MOST_PAGES: usize = 6;
/// Ink that is not in our story, or not in this order.
const INK: [&str; 16] = [
    "\n",
    "\n* ",
    "\n+ ",
    "\n- ",
    "{",
    "}",
    "|",
    "~ x = ",
    "[",
    "]",
    "-> ",
    "\n=== k\n",
    "# check: ",
    "VAR x = 2147483647\n",
    "<- ",
    "{k:",
];

/// A PNG as a ghost and as paint on a board. The first byte says whether the bytes are a PNG, or the choices of which one is made.
///
/// # Panics
/// If what is promised above does not hold.
pub fn picture(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let made = choices.byte() % 2 == 1;
    let (path, action) = [("import", "paint"), ("template", "template")][choices.below(2)];
    let query = query(&mut choices);
    let body = if made {
        png(&mut choices)
    } else {
        choices.rest().to_vec()
    };
    let mut board = board();
    let gallery = board.gallery().expect("a canvas has one");
    match gallery.draft(&question(path, &query, &body), &Nothing) {
        Err(refusal) => judge(&refusal),
        Ok(payload) => drop(with_ctx(|ctx| board.play(By::Host, action, payload, ctx)).inspect_err(judge)),
    }
}

/// A question to the board's gallery.
///
/// # Panics
/// If what is promised above does not hold.
pub fn gallery(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let routes = registry::routes("canvas").iter();
    let paths: Vec<&'static str> = routes
        .filter(|route| route.method == Method::Get || route.path == "preview" || route.path == "rollback")
        .map(|route| route.path)
        .collect();
    let path = paths[choices.below(paths.len())];
    let query = query(&mut choices);
    let body = choices.rest();
    let gallery = board().gallery().expect("a canvas has one");
    let question = question(path, &query, body);
    if let Err(refusal) = gallery.read(&question, &Nothing) {
        judge(&refusal);
    }
    if let Err(refusal) = gallery.draft(&question, &Nothing) {
        judge(&refusal);
    }
}

/// A story: the bytes themselves or, if the first one is odd, ours cut and sewn together by them.
///
/// # Panics
/// If what is promised above does not hold.
pub fn tale(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let source = match choices.byte() % 2 {
        0 => choices.bytes(usize::MAX).to_vec(),
        _ => sewn(&mut choices).into_bytes(),
    };
    if let Err(faults) = quest::bring("mine", &source) {
        let told = |fault: &story::Fault| fault.code.starts_with("story/") && !fault.text.is_empty();
        assert!(!faults.is_empty() && faults.iter().all(told), "{faults:?}");
    }
    if let Ok(story) = story::compile(&source) {
        let reopened = story::reopen(story.json.as_bytes());
        assert_eq!(reopened.as_ref(), Ok(&story), "a story that is kept is the same");
        tell(&story);
    }
}

fn tell(story: &story::Story) {
    let world = story::World {
        heroes: &["scout", "bard"],
        items: &["rope"],
        party_size: 3,
        actor: "Kim",
    };
    let mut at = story::begin(story, 7, &world);
    for turned in 0..MOST_PAGES {
        match at {
            Err(broken) => {
                return assert!(
                    broken.code.starts_with("story/") && !broken.text.is_empty(),
                    "{broken:?}"
                );
            }
            Ok((_, bookmark)) => at = story::go_on(story, &bookmark, turned % 3, &world),
        }
    }
}

fn sewn(choices: &mut Choices) -> String {
    let lines: Vec<&str> = STORY.lines().collect();
    let mut source = String::new();
    let mut next = 0;
    while !choices.are_over() {
        match choices.below(4) {
            0 => source.push_str(choices.of(&INK).unwrap_or(&"")),
            1 => next = choices.below(lines.len()),
            2 => source.push_str(&String::from_utf8_lossy(choices.bytes(3))),
            _ => {
                let some = choices.below(12);
                let piece: Vec<&str> = lines.iter().skip(next).take(some).copied().collect();
                source.push_str(&piece.join("\n"));
                source.push('\n');
                next += some;
            }
        }
    }
    source
}

/// Numbers, nearly always.
fn query(choices: &mut Choices) -> String {
    const VALUES: [&str; 8] = [
        "-1",
        "65535",
        "65536",
        "4294967295",
        "9223372036854775807",
        "x",
        "",
        "0-0",
    ];
    const NAMES: [&str; 12] = [
        "x", "y", "width", "height", "cx", "cy", "epoch", "since", "time", "scale", "player", "version",
    ];
    let pairs = NAMES.map(|name| match choices.below(8) {
        0..4 => String::new(),
        4 | 5 => format!("{name}={}", choices.below(20)),
        _ => format!("{name}={}", choices.of(&VALUES).unwrap_or(&"")),
    });
    pairs.join("&")
}

fn question<'a>(path: &'static str, query: &'a str, body: &'a [u8]) -> Question<'a> {
    Question {
        path,
        query,
        etag: None,
        body,
        names: &|seat| (seat.0 == 1).then(|| "Anna".to_owned()),
    }
}

fn board() -> Box<dyn Table> {
    let settings = json!({ "width": 24, "height": 16 });
    with_ctx(|ctx| registry::open_table("canvas", settings, &mut Deck::default(), ctx)).expect("a small board opens")
}

fn with_ctx<T>(work: impl FnOnce(&mut Ctx) -> T) -> T {
    let nobody = BTreeSet::new();
    let mut ctx = Ctx {
        now: PartyMs(1_000),
        at: PartyMs(1_000),
        rng: &mut StdRng::seed_from_u64(1),
        seats: &nobody,
        present: &nobody,
        lately: &nobody,
        earlier: &BTreeMap::new(),
        load: 0,
        library: &NoLibrary,
    };
    work(&mut ctx)
}

fn judge(refusal: &Refusal) {
    assert!(
        refusal.code().contains('/') && *refusal != Refusal::Internal,
        "{refusal:?}"
    );
}

/// A journal in which nothing has happened.
struct Nothing;

impl Past for Nothing {
    fn tell(&self, _: Seq, _: &mut dyn FnMut(super::Journaled) -> bool) -> Result<(), Refusal> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::hostile::drawn::{bytes, cases};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(cases(400))]

        #[test]
        fn a_picture_is_painted_or_refused(made in bytes(1, 400), raw in bytes(0, 400)) {
            super::picture(&made);
            super::picture(&raw);
        }

        #[test]
        fn a_gallery_answers_or_refuses(bytes in bytes(0, 400)) {
            super::gallery(&bytes);
        }
    }

    proptest! {
        #![proptest_config(cases(48))]

        #[test]
        fn a_story_is_brought_in_or_refused(sewn in bytes(1, 400), raw in bytes(0, 400)) {
            super::tale(&sewn);
            super::tale(&raw);
        }
    }
}
