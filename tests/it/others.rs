//! Stories by others, told by us and by inkjs: they stand in the tests of other compilers and runtimes of Ink, as texts in Rust.
//! `tests/story/others` pins those packages and Cargo brings them; nothing of them is built or copied. What inkjs does not take
//! for a story is none. Needs what `story` needs, and skips itself as it does.

use crate::literals::texts;
use crate::story::{Tagged, TheirPage, Theirs, WORLD, node, told};
use serde::{Deserialize, Serialize};
use snowparty::story::{Broken, Story, Then, begin, compile, go_on};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Packages whose tests hold stories: Apache-2.0, MIT, MIT.
const CARRIERS: [&str; 3] = ["bladeink-compiler", "brink-compiler", "brink-runtime"];
/// All ways through a story, but no more than so many, and none longer.
const WALKS: usize = 40;
const LENGTH: usize = 8;
/// Fewer stories would mean that they were not found.
const FEWEST: usize = 200;

/// A story of somebody else's.
struct Tale {
    /// Package, file and line.
    name: String,
    ink: String,
}

#[derive(Serialize)]
struct Asked<'a> {
    ink: &'a str,
    runs: Vec<&'a [usize]>,
}

#[derive(Deserialize)]
struct Answer {
    json: String,
    head: Vec<String>,
    runs: Vec<Theirs>,
}

/// A way through a story, as we tell it.
struct Way {
    options: Vec<usize>,
    pages: Vec<TheirPage>,
}

#[test]
fn stories_by_others_go_as_in_inkjs() {
    let Some(tales) = tales() else { return };
    let Some(stories) = stories(&tales) else { return };
    assert!(stories.len() >= FEWEST, "only {} stories were found", stories.len());
    let differ = differences(&stories);
    let known: BTreeMap<&str, &str> = EXCEPTIONS.into_iter().collect();
    let unknown = differ.iter().filter(|(name, _)| !known.contains_key(*name));
    let unknown: Vec<String> = unknown.map(|(name, how)| format!("{name}: {how}")).collect();
    let needless: Vec<_> = known.keys().filter(|name| !differ.contains_key(*name)).collect();
    assert!(unknown.is_empty(), "{} differ:\n{}", unknown.len(), unknown.join("\n"));
    assert!(needless.is_empty(), "these go as in inkjs now: {needless:?}");
    println!("{} stories, {} of them known to differ", stories.len(), known.len());
}

/// Those that inkjs takes for stories, with what it makes of them.
fn stories(tales: &[Tale]) -> Option<Vec<(&Tale, Answer)>> {
    let start: &[usize] = &[];
    let asked = tales.iter().map(|tale| Asked {
        ink: &tale.ink,
        runs: vec![start],
    });
    let answers = many(&asked.collect::<Vec<_>>())?;
    let told = tales
        .iter()
        .zip(answers)
        .filter_map(|(tale, answer)| Some((tale, answer?)));
    Some(told.filter(|(_, answer)| is_told(&answer.runs[0])).collect())
}

fn is_told(run: &Theirs) -> bool {
    let first = run.pages.first();
    run.error.is_none() && first.is_some_and(|page| !page.lines.is_empty() || !page.choices.is_empty())
}

fn many(asked: &[Asked]) -> Option<Vec<Option<Answer>>> {
    let told = node(&["--many".into()], &serde_json::to_string(asked).unwrap())?;
    Some(serde_json::from_slice(&told).unwrap())
}

/// How our telling differs from theirs: of what they compiled, and of what we did.
fn differences<'a>(stories: &[(&'a Tale, Answer)]) -> BTreeMap<&'a str, String> {
    let mut differ = BTreeMap::new();
    let elsewhere = stories.iter().map(|(_, theirs)| ways(&theirs.json));
    compare(stories, elsewhere.collect(), "compiled by inkjs", &mut differ);
    let here = stories.iter().map(|(tale, _)| ways(&tale.ink));
    compare(stories, here.collect(), "compiled here", &mut differ);
    differ
}

fn compare<'a>(
    stories: &[(&'a Tale, Answer)],
    ours: Vec<Result<Vec<Way>, String>>,
    compiled: &str,
    differ: &mut BTreeMap<&'a str, String>,
) {
    let asked = stories.iter().zip(&ours).map(|((_, theirs), ways)| Asked {
        ink: &theirs.json,
        runs: ways.iter().flatten().map(|way| way.options.as_slice()).collect(),
    });
    let answers = many(&asked.collect::<Vec<_>>()).unwrap();
    for (((tale, _), ours), answer) in stories.iter().zip(ours).zip(answers) {
        let answer = answer.unwrap();
        let how = match ours {
            Ok(ways) => ways
                .iter()
                .zip(&answer.runs)
                .find_map(|(way, run)| differs(way, run, &answer.head)),
            Err(refused) => Some(refused),
        };
        if let Some(how) = how {
            differ.entry(&tale.name).or_insert_with(|| format!("{compiled}: {how}"));
        }
    }
}

fn differs(way: &Way, run: &Theirs, head: &[String]) -> Option<String> {
    let theirs: Vec<TheirPage> = run
        .pages
        .iter()
        .enumerate()
        .map(|(at, page)| as_ours(page, at == 0, head))
        .collect();
    let same = run.error.is_none() && theirs == way.pages;
    (!same).then(|| {
        format!(
            "{:?}\n  ours: {:?}\n  theirs: {theirs:?} {:?}",
            way.options, way.pages, run.error
        )
    })
}

/// Their page as we tell it: tags alone on a line belong to the line before, and the story's head is not told.
fn as_ours(page: &TheirPage, first: bool, head: &[String]) -> TheirPage {
    let mut lines: Vec<Tagged> = Vec::new();
    for (at, line) in page.lines.iter().enumerate() {
        let mut line = line.clone();
        if first && at == 0 && line.tags.starts_with(head) {
            line.tags.drain(..head.len());
        }
        match lines.last_mut() {
            Some(last) if line.text.is_empty() => last.tags.append(&mut line.tags),
            _ if line.text.is_empty() && line.tags.is_empty() => {}
            _ => lines.push(line),
        }
    }
    TheirPage {
        lines: lines.iter().map(told).collect(),
        choices: page.choices.clone(),
    }
}

/// All ways through a story, short ones first; an error is what a writer would be told.
fn ways(ink: &str) -> Result<Vec<Way>, String> {
    let story = compile(ink.as_bytes()).map_err(|faults| format!("refused: {} {}", faults[0].code, faults[0].text))?;
    let (mut open, mut ended) = (VecDeque::from([Vec::new()]), Vec::new());
    while let Some(options) = open.pop_front().filter(|_| ended.len() < WALKS) {
        let (pages, choices) =
            walk(&story, &options).map_err(|broken| format!("{options:?} broke: {}", broken.text))?;
        if choices == 0 || options.len() == LENGTH || open.len() + ended.len() >= WALKS {
            ended.push(Way { options, pages });
        } else {
            open.extend((0..choices).map(|option| [options.as_slice(), &[option]].concat()));
        }
    }
    Ok(ended)
}

/// One way from the start, and how many options there are at its end.
fn walk(story: &Story, options: &[usize]) -> Result<(Vec<TheirPage>, usize), Broken> {
    let (mut page, mut bookmark) = begin(story, 7, &WORLD)?;
    let mut pages = vec![TheirPage::of(&page)];
    for option in options {
        (page, bookmark) = go_on(story, &bookmark, *option, &WORLD)?;
        pages.push(TheirPage::of(&page));
    }
    let choices = match &page.then {
        Then::Decision { options, .. } => options.len(),
        Then::End { .. } => 0,
    };
    Ok((pages, choices))
}

/// Whatever might be a story in the tests of the carriers, each text once; `None` if they cannot be had.
fn tales() -> Option<Vec<Tale>> {
    let mut tales = Vec::new();
    let mut seen = BTreeSet::new();
    for (package, folder) in packages()? {
        for file in rust_files(&folder.join("tests")) {
            let named = format!("{package}/{}", file.file_name().unwrap().to_string_lossy());
            let texts = texts(&fs::read_to_string(&file).unwrap());
            let new = texts
                .into_iter()
                .filter(|(_, ink)| is_ink(ink) && seen.insert(ink.clone()));
            tales.extend(new.map(|(line, ink)| Tale {
                name: format!("{named}:{line}"),
                ink,
            }));
        }
    }
    Some(tales)
}

/// Where the pinned packages are; Cargo fetches them.
fn packages() -> Option<Vec<(String, PathBuf)>> {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let manifest = [
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--manifest-path",
        "tests/story/others/Cargo.toml",
    ];
    let told = Command::new(cargo).args(manifest).output().unwrap();
    if !told.status.success() {
        let why = String::from_utf8_lossy(&told.stderr);
        assert!(std::env::var_os("SNOWPARTY_TEST_ALL").is_none(), "{why}");
        eprintln!("not compared: {why}");
        return None;
    }
    let metadata: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let folder = |carrier: &&str| {
        let package = metadata["packages"]
            .as_array()?
            .iter()
            .find(|package| package["name"] == **carrier)?;
        let manifest = Path::new(package["manifest_path"].as_str()?);
        Some(((*carrier).to_owned(), manifest.parent()?.to_owned()))
    };
    CARRIERS.iter().map(folder).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
        .collect();
    files.sort();
    files
}

/// More than one line, and one at least that is more than a text.
fn is_ink(text: &str) -> bool {
    let signs = ["->", "==", "{", "*", "+", "~", "VAR ", "LIST ", "CONST "];
    text.trim().lines().count() > 1 && signs.iter().any(|sign| text.contains(sign))
}

/// What is known to differ, and why: we refuse it; the compiler or the runtime that we build on fails, which a writer is told; or it
/// is told otherwise.
const EXCEPTIONS: [(&str, &str); 20] = [
    (
        "brink-compiler/driver.rs:2910",
        "compiler: going on elsewhere from a tunnel's gather is refused",
    ),
    (
        "brink-compiler/driver.rs:3338",
        "compiler: a thread with variables handed on by reference is refused",
    ),
    ("brink-compiler/driver.rs:3522", "compiler: the same"),
    (
        "brink-compiler/driver.rs:3960",
        "told: shuffle draws from another generator",
    ),
    (
        "brink-compiler/e0xx_diagnostics.rs:390",
        "compiler: a condition of nothing is refused",
    ),
    (
        "brink-compiler/e0xx_diagnostics.rs:622",
        "ours: an EXTERNAL that nobody answers is refused",
    ),
    (
        "brink-compiler/e0xx_diagnostics.rs:708",
        "told: tags above a VAR are the story's head",
    ),
    (
        "brink-compiler/issue_2960_choice_midline_comment.rs:209",
        "told: a space stands for a choice's brackets",
    ),
    (
        "brink-compiler/issue_3181_flattened_content_source_location.rs:112",
        "told: a condition on a button is a sequence; `campaign check` says so",
    ),
    (
        "brink-compiler/issue_3181_flattened_content_source_location.rs:183",
        "told: the same",
    ),
    (
        "brink-compiler/issue_3354_temp_dominance.rs:245",
        "runtime: a temp that was never set breaks the story",
    ),
    ("brink-compiler/issue_3354_temp_dominance.rs:259", "runtime: the same"),
    (
        "brink-compiler/issue_3354_temp_dominance.rs:500",
        "runtime: taking nothing from a function breaks the story",
    ),
    (
        "brink-compiler/issue_3365_empty_choice_warning.rs:44",
        "compiler: a choice of nothing breaks the story",
    ),
    (
        "brink-compiler/issue_3508_choice_text_whitespace.rs:63",
        "told: a space stands for a choice's brackets",
    ),
    (
        "brink-compiler/issue_3508_choice_text_whitespace.rs:88",
        "told: a tag after a choice's brackets is lost",
    ),
    (
        "brink-compiler/issue_3522_function_end_glue.rs:55",
        "told: glue at a function's end takes the space before it",
    ),
    (
        "brink-compiler/issue_3534_tag_only_line.rs:89",
        "told: a tag before a line of nothing is the next line's",
    ),
    (
        "brink-runtime/renames.rs:217",
        "compiler: a LIST's items in brackets are refused",
    ),
    (
        "brink-runtime/terminal_classification.rs:227",
        "runtime: taking nothing from a function breaks the story",
    ),
];
