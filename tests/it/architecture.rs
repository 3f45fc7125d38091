//! Imports go one way. The table is the design; this test walks the `use` lines and every `crate::` path and holds them to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Module → what it may import of this crate.
const MAY_IMPORT: [(&str, &[&str]); 19] = [
    ("defect", &[]),
    ("hostile", &[]),
    ("id", &[]),
    ("row", &["id"]),
    ("meter", &[]),
    ("picture", &[]),
    ("story", &[]),
    ("game", &["defect", "hostile", "id", "row", "picture", "story"]),
    ("store", &["id", "row", "meter"]),
    ("protocol", &["game", "id"]),
    (
        "party",
        &["defect", "hostile", "protocol", "game", "store", "id", "row", "meter"],
    ),
    ("hub", &["party", "protocol", "game", "store", "id", "meter"]),
    ("web", &["hostile", "hub", "party", "protocol", "game", "id", "meter"]),
    ("appliance", &["party", "id", "game"]),
    ("cli", &["protocol"]),
    ("keeping", &["cli", "store"]),
    ("campaign", &["story", "game", "cli", "store"]),
    ("bots", &["cli"]),
    ("studio", &["bots", "cli", "picture"]),
];

/// What games must not touch: clocks, disks, sockets and threads.
const NOT_IN_GAMES: [&str; 8] = [
    "tokio",
    "std::time",
    "std::fs",
    "std::net",
    "std::thread",
    "std::io",
    "rusqlite",
    "SystemTime",
];

#[test]
fn imports_go_one_way() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> = MAY_IMPORT
        .iter()
        .map(|(module, imports)| (*module, imports.iter().copied().collect()))
        .collect();
    for (file, text) in sources() {
        let module = module_of(&file);
        if ["app", "lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let may = allowed
            .get(module.as_str())
            .unwrap_or_else(|| panic!("{module} is not in the table"));
        for imported in imports(&text) {
            assert!(
                imported == module || may.contains(imported.as_str()),
                "{} imports {imported}",
                file.display()
            );
        }
    }
}

#[test]
fn games_are_pure() {
    for (file, text) in sources().into_iter().filter(|(file, _)| module_of(file) == "game") {
        let rules = without_tests(&text);
        for forbidden in NOT_IN_GAMES {
            assert!(!rules.contains(forbidden), "{} uses {forbidden}", file.display());
        }
    }
}

/// A file up to the tests that stand in it; `mod tests;` is another file.
fn without_tests(text: &str) -> &str {
    let inline = text.match_indices("#[cfg(test)]").find(|(at, mark)| {
        let rest = text[at + mark.len()..].trim_start();
        rest.lines()
            .next()
            .is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
    });
    inline.map_or(text, |(at, _)| &text[..at])
}

#[test]
fn games_do_not_know_each_other() {
    let games = ["arena", "canvas", "quest"];
    let mut looked = 0;
    for (file, text) in sources() {
        let Some(own) = games.iter().find(|game| file.starts_with(format!("src/game/{game}"))) else {
            continue;
        };
        looked += 1;
        for other in games.iter().filter(|other| *other != own) {
            assert!(!text.contains(&format!("{other}::")), "{} uses {other}", file.display());
        }
    }
    assert!(looked > 20, "the games' files were not found");
}

#[test]
fn libraries_stay_in_their_place() {
    for (library, home) in [
        ("warp", "web"),
        ("rusqlite", "store"),
        ("rodio", "appliance"),
        ("mdns_sd", "appliance"),
        ("prometheus", "meter"),
    ] {
        for (file, text) in sources() {
            let used = text
                .lines()
                .any(|line| !line.trim_start().starts_with("//") && line.contains(&format!("{library}::")));
            assert!(!used || module_of(&file) == home, "{} uses {library}", file.display());
        }
    }
}

#[test]
fn a_release_reads_numbers_as_the_tests_do() {
    // What the tests' libraries switch on in ours, no release has unless we ask for it ourselves.
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let (released, _) = manifest.split_once("[dev-dependencies]").unwrap();
    let json = released.lines().find(|line| line.starts_with("serde_json ")).unwrap();
    assert!(json.contains("\"float_roundtrip\""), "{json}");
}

/// The wall clock may jump either way, so nothing may be decided by it: it is read in three places, all for people.
#[test]
fn the_wall_clock_is_for_people_only() {
    let readers: Vec<PathBuf> = sources()
        .into_iter()
        .filter(|(_, text)| text.contains("SystemTime::now"))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(
        readers,
        [
            Path::new("src/party/core.rs"),
            Path::new("src/protocol/mod.rs"),
            Path::new("src/store/shelf.rs")
        ]
    );
}

#[test]
fn the_map_of_the_crate_names_every_module() {
    let map = fs::read_to_string("src/lib.rs").unwrap();
    let comment: String = map.lines().filter(|line| line.starts_with("//!")).collect();
    for (file, _) in sources() {
        let module = module_of(&file);
        assert!(
            ["lib", "main"].contains(&module.as_str()) || comment.contains(&format!("`{module}`")),
            "{module} is not on the map"
        );
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    walk(Path::new("src"), &mut files);
    // Folders are listed in another order on another disk.
    files.sort();
    assert!(files.len() > 30);
    files
        .into_iter()
        .map(|file| (file.clone(), fs::read_to_string(file).unwrap()))
        .collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn module_of(file: &Path) -> String {
    let inside = file.strip_prefix("src").unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The first segments after every `crate::`, grouped imports included.
fn imports(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let group = rest
            .strip_prefix('{')
            .and_then(|group| group.split_once("};"))
            .map(|(inside, _)| inside);
        let heads = match group {
            Some(inside) => top_level(inside),
            None => vec![rest.to_owned()],
        };
        found.extend(heads.iter().map(|head| {
            head.trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        }));
    }
    found.remove("");
    found
}

/// The parts between the commas of a group, not of the groups inside it.
fn top_level(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ => {}
        }
        if c != ',' || depth > 0 {
            parts.last_mut().unwrap().push(c);
        }
    }
    parts
}
