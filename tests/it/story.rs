//! Our stories told by us and by inkjs: the same options give the same texts, choices and tags, whether inkjs compiled what we tell
//! or we did. Needs node and `npm ci` in `tests/story`; without them it says so and passes.

use serde::Deserialize;
use snowparty::story::{Opt, Page, Tag, Then, Who, World, begin, compile, go_on};
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// As in `inkjs.mjs`.
pub const WORLD: World = World {
    heroes: &["scout", "bard"],
    items: &["rope"],
    party_size: 3,
    actor: "Kim",
};
const RUNS: u32 = 40;
const LENGTH: u32 = 25;
/// Who decides is told apart from what happens.
const DECIDING: [&str; 5] = ["vote", "hidden", "who", "check", "encounter"];
const HEAD: [&str; 4] = ["language", "minutes", "players", "about"];

/// A run as inkjs tells it.
#[derive(Deserialize)]
pub struct Theirs {
    pub pages: Vec<TheirPage>,
    pub error: Option<String>,
}

/// A page as inkjs tells it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TheirPage {
    pub lines: Vec<Tagged>,
    pub choices: Vec<Tagged>,
}

/// A line or a choice.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Tagged {
    pub text: String,
    pub tags: Vec<String>,
}

/// Who turned the source into JSON for us; inkjs always compiles for itself.
#[derive(Clone, Copy)]
enum Compiled {
    Here,
    ByInkjs,
}

#[test]
fn sequences_go_as_in_inkjs() {
    compare("sequences.ink");
}

#[test]
fn conditions_and_functions_go_as_in_inkjs() {
    compare("conditions.ink");
}

#[test]
fn tunnels_go_as_in_inkjs() {
    compare("tunnels.ink");
}

#[test]
fn weaves_go_as_in_inkjs() {
    compare("weave.ink");
}

#[test]
fn campaigns_go_as_in_inkjs() {
    compare("campaign.ink");
}

#[test]
fn our_own_campaigns_go_as_in_inkjs() {
    for name in ["midnight.en", "midnight.ru", "ember.en", "ember.ru", "template.en"] {
        compare(&format!("../../src/game/quest/stories/{name}.ink"));
    }
}

/// What only inkjs compiles well goes well here once it is compiled: a writer may hand in JSON.
#[test]
fn compiled_elsewhere_all_of_it_goes_as_in_inkjs() {
    compare_compiled("beyond.ink", Compiled::ByInkjs);
}

/// Both draw from the seed, but not by the same generator: what is drawn differs, what may be drawn does not.
#[test]
fn chance_keeps_to_its_bounds_as_in_inkjs() {
    let Some(walk) = walked("chance.ink", Compiled::Here) else {
        return;
    };
    for (ours, theirs) in walk.ours.iter().zip(&walk.theirs) {
        assert_eq!(theirs.error, None);
        let lines = |page: &[Tagged]| page.iter().map(|line| unlucky(&line.text)).collect::<Vec<_>>();
        for (our, their) in ours.iter().zip(&theirs.pages) {
            assert_eq!(lines(&our.lines), lines(&their.lines));
            assert_eq!(our.choices, their.choices);
        }
    }
}

/// A text without what was left to chance.
fn unlucky(text: &str) -> String {
    let drawn = ["Snow", "Hail", "Wind", "Stars", "A hare", "An owl"];
    let text = drawn.iter().fold(text.to_owned(), |text, word| text.replace(word, "?"));
    text.replace(|c: char| c.is_ascii_digit(), "")
}

fn compare(file: &str) {
    compare_compiled(file, Compiled::ByInkjs);
    compare_compiled(file, Compiled::Here);
}

fn compare_compiled(file: &str, compiled: Compiled) {
    let Some(walk) = walked(file, compiled) else { return };
    for ((options, ours), theirs) in walk.options.iter().zip(&walk.ours).zip(&walk.theirs) {
        assert_eq!(theirs.error, None, "{file} {options:?}");
        assert_eq!(ours.len(), theirs.pages.len(), "{file} {options:?}");
        for (index, (our, their)) in ours.iter().zip(&theirs.pages).enumerate() {
            let told: Vec<Tagged> = their.lines.iter().map(told).collect();
            assert_eq!(our.lines, told, "{file} {options:?}, page {index}");
            assert_eq!(our.choices, their.choices, "{file} {options:?}, page {index}");
        }
    }
}

/// Random runs through a story, and what inkjs makes of the same options.
struct Walk {
    options: Vec<Vec<usize>>,
    ours: Vec<Vec<TheirPage>>,
    theirs: Vec<Theirs>,
}

/// `None` if inkjs is not there.
fn walked(file: &str, compiled: Compiled) -> Option<Walk> {
    let path = story_path(file);
    let handed_in = match compiled {
        Compiled::Here => fs::read(&path).unwrap(),
        Compiled::ByInkjs => node(&["--compile".into(), path.clone().into()], "")?,
    };
    let (options, ours): (Vec<_>, Vec<_>) = (0..RUNS).map(|run| random_run(&handed_in, run)).unzip();
    let theirs = inkjs(&path, &options)?;
    Some(Walk { options, ours, theirs })
}

fn random_run(source: &[u8], run: u32) -> (Vec<usize>, Vec<TheirPage>) {
    let story = compile(source).unwrap();
    let (mut page, mut bookmark) = begin(&story, 7, &WORLD).unwrap();
    let (mut options, mut pages) = (Vec::new(), vec![TheirPage::of(&page)]);
    let mut dice = run * 2_654_435 + 1;
    for _ in 0..LENGTH {
        let Then::Decision { options: open, .. } = &page.then else {
            break;
        };
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let option = (dice >> 16) as usize % open.len();
        (page, bookmark) = go_on(&story, &bookmark, option, &WORLD).unwrap();
        options.push(option);
        pages.push(TheirPage::of(&page));
    }
    (options, pages)
}

/// A file of ours, or one that is named in full.
fn story_path(file: &str) -> PathBuf {
    folder().join(file)
}

fn folder() -> PathBuf {
    PathBuf::from("tests/story")
}

fn inkjs(file: &Path, runs: &[Vec<usize>]) -> Option<Vec<Theirs>> {
    let runs = runs.iter().map(|run| match run.as_slice() {
        [] => "-".into(),
        run => run.iter().map(usize::to_string).collect::<Vec<_>>().join(",").into(),
    });
    let told = node(&std::iter::once(file.into()).chain(runs).collect::<Vec<_>>(), "")?;
    Some(serde_json::from_slice(&told).unwrap())
}

/// What `inkjs.mjs` prints when it reads `input`; `None` if inkjs is not there.
pub fn node(arguments: &[OsString], input: &str) -> Option<Vec<u8>> {
    if !folder().join("node_modules/inkjs").exists() {
        assert!(
            std::env::var_os("SNOWPARTY_TEST_ALL").is_none(),
            "run `npm ci` in tests/story"
        );
        eprintln!("not compared: run `npm ci` in tests/story");
        return None;
    }
    let mut node = Command::new("node");
    node.arg(folder().join("inkjs.mjs")).args(arguments);
    let piped = node.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut telling = piped.spawn().unwrap();
    telling.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let told = telling.wait_with_output().unwrap();
    let complaint = String::from_utf8_lossy(&told.stderr);
    assert!(
        told.status.success(),
        "{}",
        complaint.lines().last().unwrap_or_default()
    );
    Some(told.stdout)
}

#[test]
#[ignore = "compares the story that SNOWPARTY_STORY names"]
fn any_story_goes_as_in_inkjs() {
    compare(&std::env::var("SNOWPARTY_STORY").unwrap());
}

/// A line of inkjs without what we tell otherwise: who decides, and the story's head.
pub fn told(line: &Tagged) -> Tagged {
    let name = |tag: &str| tag.split(':').next().unwrap_or_default().trim().to_owned();
    let titles = line.tags.iter().filter(|tag| name(tag) == "title").count();
    let head = usize::from(line.tags.iter().any(|tag| HEAD.contains(&name(tag).as_str())) && titles > 1);
    let mut tags = line.tags.clone();
    tags.drain(..head);
    tags.retain(|tag| !DECIDING.contains(&name(tag).as_str()) && !HEAD.contains(&name(tag).as_str()));
    let tags = tags.iter().map(|tag| tag.trim_end_matches(" @actor").to_owned());
    Tagged {
        text: line.text.clone(),
        tags: tags.collect(),
    }
}

impl TheirPage {
    /// Our page, in their words.
    pub fn of(page: &Page) -> Self {
        let lines = page.lines.iter().map(|line| Tagged {
            text: line.text.clone(),
            tags: line.tags.iter().map(written).collect(),
        });
        let choices = match &page.then {
            Then::Decision { options, .. } => options.iter().map(choice).collect(),
            Then::End { .. } => Vec::new(),
        };
        Self {
            lines: lines.collect(),
            choices,
        }
    }
}

fn choice(option: &Opt) -> Tagged {
    let mark = option.mark.map(|mark| format!("{mark:?}").to_lowercase());
    let only = option.only.as_ref().map(|hero| format!("for: {hero}"));
    Tagged {
        text: option.text.clone(),
        tags: mark.into_iter().chain(only).chain(option.tags.clone()).collect(),
    }
}

/// A tag as a writer writes it.
fn written(tag: &Tag) -> String {
    match tag {
        Tag::Scene(id) => format!("scene: {id}"),
        Tag::Title(title) => format!("title: {title}"),
        Tag::Picture(picture) => format!("picture: {picture}"),
        Tag::Mood(mood) => format!("mood: {mood}"),
        Tag::Say(name) => format!("say: {name}"),
        Tag::Private(hero) => format!("private: {hero}"),
        Tag::Gift { item, who } => format!("gift: {item}{}", aimed(who)),
        Tag::Take(item) => format!("take: {item}"),
        Tag::Hurt { points, who } => format!("hurt: {points}{}", aimed(who)),
        Tag::Heal { points, who } => format!("heal: {points}{}", aimed(who)),
        Tag::Effect { effect, who } => format!("effect: {effect}{}", aimed(who)),
        Tag::Flag(name) => format!("flag: {name}"),
        Tag::Memory(sentence) => format!("memory: {sentence}"),
        Tag::Ending(id) => format!("ending: {id}"),
        Tag::Other(tag) => tag.clone(),
    }
}

fn aimed(who: &Who) -> String {
    match who {
        Who::Actor => String::new(),
        Who::All => " @all".to_owned(),
        Who::Hero(hero) => format!(" @{hero}"),
    }
}
