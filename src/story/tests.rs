//! Stories good and bad. A page is written down as text to be compared; a test opens a story and takes options.

use super::*;
use proptest::prelude::*;
use std::fmt::Write;
use std::time::Instant;

const WORLD: World = World {
    heroes: &["scout", "bard"],
    items: &["rope"],
    party_size: 3,
    actor: "Kim",
};

fn compiled(source: &str) -> Story {
    compile(source.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn begun(source: &str) -> Result<(Page, Bookmark), Broken> {
    begin(&compiled(source), 7, &WORLD)
}

fn page_of(source: &str) -> Page {
    begun(source).unwrap().0
}

fn broken_code(source: &str) -> &'static str {
    begun(source).unwrap_err().code
}

fn codes(faults: &[Fault]) -> Vec<(Option<u32>, &'static str)> {
    faults.iter().map(|fault| (fault.line, fault.code)).collect()
}

fn compile_codes(source: &[u8]) -> Vec<(Option<u32>, &'static str)> {
    codes(&compile(source).unwrap_err())
}

fn texts(page: &Page) -> Vec<&str> {
    page.lines.iter().map(|line| line.text.as_str()).collect()
}

fn decision(page: &Page) -> (&Decider, &[Opt]) {
    match &page.then {
        Then::Decision { decider, options } => (decider, options),
        Then::End { .. } => panic!("the story is over: {page:?}"),
    }
}

fn decider_of(tags: &str, choices: &str) -> Decider {
    decision(&page_of(&format!("A line. {tags}\n{choices}\n- -> END\n")))
        .0
        .clone()
}

const CAMPAIGN: &str = include_str!("../../tests/story/campaign.ink");
const CHANCE: &str = include_str!("../../tests/story/chance.ink");

#[test]
fn a_campaign_is_told_from_its_first_decision_to_its_ending() {
    let story = compiled(CAMPAIGN);
    assert_eq!(story.about.title, "The Lamp on the Ice");
    assert_eq!((story.about.minutes, story.about.players), (5, (2, 8)));
    assert_eq!(story.about.language, "en");
    let (page, bookmark) = begin(&story, 7, &WORLD).unwrap();
    let scene = [
        Tag::Scene("shore".into()),
        Tag::Title("The Dark Lamp".into()),
        Tag::Picture("lake".into()),
        Tag::Mood("calm".into()),
    ];
    assert_eq!(page.lines[0].tags, scene);
    assert_eq!(page.lines[1].tags, [Tag::Say("The keeper".into())]);
    assert_eq!(page.lines[2].tags, [Tag::Private("bard".into())]);
    let (decider, options) = decision(&page);
    assert_eq!(
        *decider,
        Decider::Vote {
            seconds: 20,
            hidden: true
        }
    );
    assert_eq!(options[3].only.as_deref(), Some("scout"));
    let (page, bookmark) = go_on(&story, &bookmark, 2, &WORLD).unwrap();
    assert_eq!(page.lines[0].tags, [Tag::Memory("You went roped together.".into())]);
    assert!(page.lines[1].text.starts_with("In the middle Kim stops"));
    let (page, bookmark) = go_on(&story, &bookmark, page.then.option(Mark::Partial).unwrap(), &WORLD).unwrap();
    let effect = Tag::Effect {
        effect: "chilled".into(),
        who: Who::All,
    };
    assert_eq!(page.lines[0].tags, [Tag::Take("rope".into()), effect]);
    let (page, bookmark) = go_on(&story, &bookmark, page.then.option(Mark::Lost).unwrap(), &WORLD).unwrap();
    assert_eq!(
        *decision(&page).0,
        Decider::Hero {
            who: Some("healer".into())
        }
    );
    let (page, bookmark) = go_on(&story, &bookmark, 1, &WORLD).unwrap();
    let end = Then::End {
        ending: Some("dark".into()),
        title: Some("Stars".into()),
    };
    assert_eq!(page.then, end);
    assert_eq!(go_on(&story, &bookmark, 0, &WORLD).unwrap_err().code, "story/no_option");
}

#[test]
fn every_kind_of_decision_is_read() {
    let two = "+ [A] a\n+ [B] b";
    let check = "+ [A # success] a\n+ [B # partial] b\n+ [C # failure] c";
    let fight = "+ [A # lost] a\n+ [B # won] b\n+ [C # fled] c";
    let hero = |who: Option<&str>| Decider::Hero {
        who: who.map(str::to_owned),
    };
    let stat = |stat, difficulty, who: Option<&str>| Decider::Check {
        stat,
        difficulty,
        who: who.map(str::to_owned),
    };
    for (tags, choices, decider) in [
        ("", two, hero(None)),
        ("# who: next", two, hero(None)),
        ("# who: bard", two, hero(Some("bard"))),
        (
            "# vote: 30",
            two,
            Decider::Vote {
                seconds: 30,
                hidden: false,
            },
        ),
        (
            "# vote",
            two,
            Decider::Vote {
                seconds: 40,
                hidden: false,
            },
        ),
        (
            "# vote: 1 # hidden",
            two,
            Decider::Vote {
                seconds: 5,
                hidden: true,
            },
        ),
        ("# vote: soon", two, hero(None)),
        ("# check: wits", check, stat(Stat::Wits, Difficulty::Fair, None)),
        ("# check: might hard", check, stat(Stat::Might, Difficulty::Hard, None)),
        (
            "# check: heart easy @bard",
            check,
            stat(Stat::Heart, Difficulty::Easy, Some("bard")),
        ),
        ("# check: luck", check, hero(None)),
        ("# check: wits", two, hero(None)),
        ("# encounter: wolves", fight, Decider::Encounter { id: "wolves".into() }),
        ("# encounter: wolves", check, hero(None)),
    ] {
        assert_eq!(decider_of(tags, choices), decider, "{tags}");
    }
}

#[test]
fn tags_are_read_into_words_of_the_game_and_unknown_ones_are_kept() {
    let page = page_of("A. # gift: rope @scout # heal: 2 # hurt: many # flag: x # wind\n# effect: brave\n-> END\n");
    let tags = [
        Tag::Gift {
            item: "rope".into(),
            who: Who::Hero("scout".into()),
        },
        Tag::Heal {
            points: 2,
            who: Who::Actor,
        },
        Tag::Other("hurt: many".into()),
        Tag::Flag("x".into()),
        Tag::Other("wind".into()),
        Tag::Effect {
            effect: "brave".into(),
            who: Who::Actor,
        },
    ];
    assert_eq!(page.lines.len(), 1);
    assert_eq!(page.lines[0].tags, tags);
}

#[test]
fn the_teller_answers_the_four_questions() {
    let source = "EXTERNAL has_hero(a)\nEXTERNAL has_item(i)\nEXTERNAL party_size()\nEXTERNAL actor()\n\
        {has_hero(\"scout\"):S}{has_hero(\"healer\"):H}{has_item(\"rope\"):R}{has_item(\"bell\"):B}{party_size()}{actor()}\n-> END\n";
    assert_eq!(texts(&page_of(source)), ["SR3Kim"]);
}

#[test]
fn what_is_no_story_is_refused_with_a_line() {
    assert_eq!(compile_codes(b""), [(None, "story/empty")]);
    assert_eq!(compile_codes(b" \n\n"), [(None, "story/empty")]);
    assert_eq!(compile_codes(b"// nothing\n"), [(None, "story/empty")]);
    assert_eq!(compile_codes(b"One.\nTwo \xff.\n"), [(Some(2), "story/not_utf8")]);
    assert_eq!(
        compile_codes(&vec![b'a'; MAX_SOURCE_BYTES + 1]),
        [(None, "story/too_big")]
    );
    let grows = format!("{{\"inkVersion\":21,\"root\":[[{}1]]}}", "1e15,".repeat(1_900_000));
    assert_eq!(compile_codes(grows.as_bytes()), [(None, "story/too_big")]);
    assert_eq!(compile_codes(b"{\"a\": 1}"), [(None, "story/not_ink")]);
    assert_eq!(compile_codes(b"{}"), [(None, "story/not_ink")]);
    assert_eq!(
        compile_codes(b"{\"inkVersion\":21,\"root\":[[[\"nonsense\"]]]}"),
        [(None, "story/not_ink")]
    );
    assert_eq!(compile_codes(b"{\"inkVersion\":21"), [(None, "story/not_ink")]);
    assert_eq!(
        compile_codes(b"Hi.\n-> nowhere\n=== k\n-> k.s\n"),
        [(Some(2), "story/unknown_divert"), (Some(4), "story/unknown_divert")]
    );
    assert_eq!(
        compile_codes(b"EXTERNAL fly(x)\nHi. {fly(1)}\n-> END\n"),
        [(Some(1), "story/unknown_external")]
    );
    assert_eq!(
        compile_codes(b"Hi.\n{ a:\nthere\n=== k\n-> END\n"),
        [(Some(2), "story/unclosed_brace")]
    );
    assert_eq!(compile_codes(b"Hi }.\n-> END\n"), [(Some(1), "story/unopened_brace")]);
    assert_eq!(
        compile_codes(b"INCLUDE other.ink\n-> END\n"),
        [(Some(1), "story/include")]
    );
    assert_eq!(
        compile_codes(format!("A.\n{}\n-> END\n", "b".repeat(20_000)).as_bytes()),
        [(Some(2), "story/long_line")]
    );
    assert_eq!(
        compile_codes(format!("A.\n~ x = {}1\n", "(".repeat(9_000)).as_bytes()),
        [(Some(2), "story/too_deep")]
    );
    assert_eq!(
        compile_codes(format!("{} x\n", "* ".repeat(3_000)).as_bytes()),
        [(Some(1), "story/too_deep")]
    );
    assert_eq!(compile_codes(b"Hi.\n-> END\n~ x = \n").len(), 1);
}

#[test]
fn json_that_would_not_stop_or_calls_strangers_is_refused() {
    let endless = r#"{"inkVersion":21,"root":["done",{"global decl":["^a",{"->":"global decl"},null]}],"listDefs":{}}"#;
    assert_eq!(compile_codes(endless.as_bytes()), [(None, "story/not_ink")]);
    let stranger = r#"{"inkVersion":21,"root":["ev",{"x()":"fly","exArgs":0},"out","/ev","done",null],"listDefs":{}}"#;
    assert_eq!(compile_codes(stranger.as_bytes()), [(None, "story/unknown_external")]);
    let deep = format!(
        r#"{{"inkVersion":21,"root":{}{}}}"#,
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert_eq!(compile_codes(deep.as_bytes()), [(None, "story/not_ink")]);
}

#[test]
fn source_and_its_json_are_the_same_story() {
    let story = compiled(CAMPAIGN);
    let again = compile(story.json.as_bytes()).unwrap();
    assert_eq!(again, story);
    let marked = format!("\u{feff}{}", CAMPAIGN.replace('\n', "\r\n"));
    assert_eq!(compiled(&marked), story);
}

#[test]
fn a_story_that_does_not_stop_is_stopped_at_a_counted_step() {
    for source in [
        "-> a\n=== a\n-> a\n",
        "-> a\n=== a\n~ b()\n-> a\n=== function b\n~ return true\n",
        "VAR n = 0\n-> a\n=== a\n~ n++\nx<>\n-> a\n",
        "{f(1)}\n-> END\n=== function f(n)\n~ return f(n + 1) + 1\n",
    ] {
        let first = begun(source).unwrap_err();
        assert_eq!(first.code, "story/runaway", "{source}");
        let again = std::thread::spawn(move || begun(source).unwrap_err()).join().unwrap();
        assert_eq!(again, first);
    }
}

#[test]
fn a_story_that_tells_or_remembers_too_much_is_stopped() {
    for source in [
        "-> a\n=== a\nAgain.\n-> a\n",
        "-> a\n=== a\n<- a\n-> a\n",
        "-> t ->\n-> END\n=== t\nDown.\n-> t ->\n->->\n",
        "VAR s = \"aaaaaaaaaaaaaaaa\"\n-> a\n=== a\n~ s = s + s\n-> a\n",
        "VAR s = \"aaaaaaaaaaaaaaaa\"\n-> a\n=== a\n~ s = \"{s}{s}{s}{s}{s}{s}{s}\"\n-> a\n",
        "{f(\"aaaaaaaaaaaaaaaa\")}\n-> END\n=== function f(s)\n~ return f(s + s)\n",
        "VAR n = 0\n-> a\n=== a\n~ n++\n<- b\n{n < 100: -> a}\n-> DONE\n=== b\n+ [Go on and on] -> END\n",
    ] {
        assert_eq!(broken_code(source), "story/too_much", "{source}");
    }
    let endless = format!("-> a\n=== a\n{}<>\n-> a\n", "x".repeat(16_000));
    assert_eq!(broken_code(&endless), "story/too_much");
}

#[test]
fn a_story_that_fails_breaks_that_run_alone() {
    for source in [
        "{1 / zero()}\n-> END\n=== function zero\n~ return 0\n",
        "VAR n = 1\n{RANDOM(5, n)}\n-> END\n",
    ] {
        let code = broken_code(source);
        assert!(["story/runtime", "story/crashed"].contains(&code), "{source}: {code}");
    }
    assert_eq!(texts(&page_of("Still here.\n-> END\n")), ["Still here."]);
}

#[test]
fn many_threads_at_their_end_fit_on_a_small_stack() {
    let source = "VAR n = 0\n-> a\n=== a\n~ n++\n{n < 6000:\n<- a\n}\n-> DONE\n";
    let told = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(move || begun(source).map(|_| ()));
    let told = told.unwrap().join().unwrap();
    assert!(told.is_ok() || told.is_err_and(|broken| broken.code.starts_with("story/")));
}

#[test]
fn a_story_that_just_stops_is_over() {
    let page = page_of("Hi.\n* [Go]\n    Gone.\n");
    assert_eq!(decision(&page).1.len(), 1);
    let story = compiled("Hi.\n* [Go]\n    Gone.\n");
    let (_, bookmark) = begin(&story, 1, &WORLD).unwrap();
    let (page, _) = go_on(&story, &bookmark, 0, &WORLD).unwrap();
    assert_eq!(texts(&page), ["Gone."]);
    assert_eq!(
        page.then,
        Then::End {
            ending: None,
            title: None
        }
    );
}

#[test]
fn a_bookmark_belongs_to_its_story() {
    let (_, bookmark) = begun(CAMPAIGN).unwrap();
    let other = compiled(&CAMPAIGN.replace("Tuesday", "Monday"));
    assert_eq!(go_on(&other, &bookmark, 0, &WORLD).unwrap_err().code, "story/changed");
    let torn: Bookmark = serde_json::from_str("\"torn\"").unwrap();
    assert_eq!(go_on(&other, &torn, 0, &WORLD).unwrap_err().code, "story/changed");
    let torn: Bookmark = serde_json::from_value(format!("{}{{}}", other.hash).into()).unwrap();
    assert_eq!(go_on(&other, &torn, 0, &WORLD).unwrap_err().code, "story/changed");
    let story = compiled(CAMPAIGN);
    assert_eq!(go_on(&story, &bookmark, 4, &WORLD).unwrap_err().code, "story/no_option");
    assert!(go_on(&story, &bookmark, 2, &WORLD).is_ok());
}

#[test]
fn the_way_out_that_is_not_shown_does_not_appear_after_a_bookmark() {
    let source = "-> a\n=== a\nHere.\n* -> out\n* [Go] Gone.\n* [Stay] Stayed.\n- -> a\n=== out\nOut.\n-> END\n";
    let story = compiled(source);
    let (page, bookmark) = begin(&story, 1, &WORLD).unwrap();
    assert_eq!(decision(&page).1.len(), 2);
    let (page, bookmark) = go_on(&story, &bookmark, 1, &WORLD).unwrap();
    assert_eq!(texts(&page), ["Stayed.", "Here."]);
    let (page, _) = go_on(&story, &bookmark, 0, &WORLD).unwrap();
    assert_eq!(texts(&page), ["Gone.", "Here.", "Out."]);
}

/// The pages of a run, and its last bookmark, as text.
fn run(story: &Story, seed: i32, options: &[usize]) -> String {
    let mut told = String::new();
    let (mut page, mut bookmark) = begin(story, seed, &WORLD).unwrap();
    for option in options {
        let Then::Decision { options, .. } = &page.then else {
            break;
        };
        let option = option % options.len();
        writeln!(told, "{page:?}\n{bookmark:?}").unwrap();
        (page, bookmark) = go_on(story, &bookmark, option, &WORLD).unwrap();
    }
    writeln!(told, "{page:?}\n{bookmark:?}").unwrap();
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_same_arguments_give_the_same_page_and_bookmark(
        seed: i32, others in proptest::collection::vec(0_usize..6, 0..4), options in proptest::collection::vec(0_usize..6, 0..12)
    ) {
        for source in [CHANCE, CAMPAIGN] {
            let story = compiled(source);
            run(&story, seed ^ 5, &others);
            let here = run(&story, seed, &options);
            let options = options.clone();
            let there = std::thread::spawn(move || {
                let story = compiled(source);
                run(&story, seed, &options)
            });
            prop_assert_eq!(here, there.join().unwrap());
        }
    }

    #[test]
    fn no_bytes_bring_the_compiler_down(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = compile(&bytes);
    }

    #[test]
    fn no_ink_brings_the_teller_down(parts in proptest::collection::vec(0..FRAGMENTS.len(), 0..24)) {
        let source: String = parts.iter().map(|part| FRAGMENTS[*part]).collect();
        if let Ok(story) = compile(source.as_bytes()) {
            let _ = begin(&story, 1, &WORLD);
        }
    }
}

const FRAGMENTS: [&str; 24] = [
    "\n",
    "\n* ",
    "\n+ ",
    "\n- ",
    "{",
    "}",
    "|",
    "~",
    "[",
    "]",
    "-> k",
    "\n=== k\n",
    "\n= s\n",
    "<>",
    "# vote: 3",
    "x ",
    "\n~ x = 1",
    "\nVAR x = 2\n",
    "{x:",
    "{&",
    "\n<- k\n",
    "->->",
    "(k)",
    "\"",
];

#[test]
fn seeds_make_a_difference() {
    let story = compiled(CHANCE);
    let runs: std::collections::BTreeSet<String> = (0..20).map(|seed| run(&story, seed, &[0, 0, 0])).collect();
    assert!(runs.len() > 10, "{}", runs.len());
    run(&story, i32::MAX, &[0, 0, 0]);
    run(&story, i32::MIN, &[0, 0, 0]);
}

#[test]
fn a_good_campaign_has_no_faults() {
    assert_eq!(check(CAMPAIGN.as_bytes()), []);
}

/// What `check` says of the campaign with one thing changed.
fn changed(from: &str, to: &str) -> Vec<&'static str> {
    assert!(CAMPAIGN.contains(from), "{from}");
    let faults = check(CAMPAIGN.replacen(from, to, 1).as_bytes());
    assert!(faults.iter().all(|fault| fault.line.is_some()), "{faults:?}");
    faults.iter().map(|fault| fault.code).collect()
}

#[test]
fn each_slip_of_the_pen_has_its_code() {
    for (from, to, code) in [
        ("# language: en\n", "", "story/head"),
        ("# minutes: 5", "# minutes: few", "story/head"),
        ("# picture: lake", "# picture: pond", "story/unknown_picture"),
        ("# mood: calm", "# mood: calmly", "story/unknown_mood"),
        ("# title: The Dark Lamp ", "", "story/bare_scene"),
        ("# scene: lamp", "# scene: Lamp", "story/bad_id"),
        ("# private: bard", "# private: poet", "story/unknown_archetype"),
        ("# say: The keeper", "# says: The keeper", "story/unknown_tag"),
        ("# gift: feather", "# gift: feathers", "story/unknown_item"),
        (
            "# gift: feather @all",
            "# gift: feather @everybody",
            "story/unknown_archetype",
        ),
        ("# effect: chilled", "# effect: cold", "story/unknown_effect"),
        ("# hurt: 2", "# hurt: a lot", "story/bad_tag"),
        ("# check: nimble easy", "# check: luck", "story/unknown_stat"),
        (
            "# check: nimble easy",
            "# vote: 20 # check: nimble",
            "story/two_deciders",
        ),
        ("# check: nimble easy", "", "story/no_decider"),
        ("# partial", "# almost", "story/unknown_mark"),
        ("# partial", "# success", "story/check_choices"),
        ("+ [You run", "* [You run", "story/not_sticky"),
        ("has_item(\"rope\")", "has_item(\"ropes\")", "story/unknown_item"),
        ("# vote: 20 # hidden", "# hidden", "story/hidden_without_vote"),
        (
            "calls you by your name. #",
            "calls you by your name. # vote: 3 #",
            "story/private_decider",
        ),
        ("# private: bard", "# who: bard", "story/decider_not_last"),
        (
            "[It stays]",
            "[It stays where it is, and we all go home without it, whatever they say]",
            "story/long_choice",
        ),
        ("[It stays]", "[It {lit: stays|goes}]", "story/choice_condition"),
        ("# memory: You went straight across the ice.", "", "story/no_memory"),
        (
            "# ending: dark # title: Stars",
            "# ending: dark",
            "story/ending_without_title",
        ),
        ("# ending: dark # title: Stars", "", "story/no_ending"),
        (
            "The night is large",
            &"The night is large ".repeat(20),
            "story/long_paragraph",
        ),
        ("It shows its teeth", &"It yawns.\n".repeat(7), "story/long_page"),
        ("=== dark", "=== nobody\n-> END\n=== dark", "story/unvisited"),
        ("-> dark}", "-> dusk}", "story/unknown_divert"),
        (
            "~ return \"one",
            "~ return \"\"\nEXTERNAL wind()\n=== function wind()\n~ return \"one",
            "story/strange_external",
        ),
        ("=== function party_size()\n~ return 4\n", "", "story/no_fallback"),
        ("-> crack\n\n===", "-> shore\n\n===", "story/unvisited"),
        ("The night is large", "{RANDOM(3, 1)}", "story/runtime"),
        ("-> END\n\n=== function", "\n\n=== function", "story/loose_end"),
    ] {
        let found = changed(from, to);
        assert!(found.contains(&code), "{from} → {to}: {found:?}, not {code}");
    }
}

/// A story of about `bytes` bytes: scenes in a row, each with a vote and a variable.
fn long_story(bytes: usize) -> String {
    let mut source = String::from("VAR n = 0\nVAR name = \"Kim\"\n-> scene_0\n");
    let mut scene = 0;
    while source.len() < bytes {
        write!(
            source,
            "=== scene_{scene} ===\n{} # scene: s{scene} # title: T # picture: lake # mood: calm\nThe {{snow|ice|wind}} of {scene}: {{n > 3:much|little}}, says {{name}}. {{~a|b|c}} # vote: 30\n\
            + [Left {scene}]\n    ~ n = n + 1\n    You go left. {}\n+ {{n > 2}} [Right]\n    ~ name = \"Bo\"\n    You go right. {}\n- -> scene_{}\n",
            "The lamp stands on the ice, and the ice hums. ".repeat(4), "Snow falls on the way. ".repeat(6), "Stars. ".repeat(20), scene + 1,
        )
        .unwrap();
        scene += 1;
    }
    write!(
        source,
        "=== scene_{scene} ===\nThe end. # ending: e # title: E\n-> END\n"
    )
    .unwrap();
    source
}

#[test]
fn ten_megabytes_of_text_are_read_or_refused() {
    let text = "Snow falls and falls, on the lake and on the lamp and on the wolf of glass.\n".repeat(131_000);
    assert!(text.len() < MAX_SOURCE_BYTES && text.len() > 9_900_000);
    let begun = Instant::now();
    let story = compile(text.as_bytes());
    println!(
        "10 MB of prose: {:?} in {:?}",
        story.as_ref().map(|_| ()),
        begun.elapsed()
    );
    let story = story.unwrap();
    assert_eq!(begin(&story, 1, &WORLD).unwrap_err().code, "story/too_much");
    // Compiled it is larger than any file that is taken, and yet what was brought in can be begun.
    assert!(story.json.len() > MAX_SOURCE_BYTES);
    assert_eq!(reopen(story.json.as_bytes()).unwrap().hash, story.hash);
}

#[test]
#[ignore = "prints times; run it in release"]
fn times_of_a_long_story() {
    for bytes in [100_000, 500_000, 2_000_000, 9_900_000] {
        time_a_long_story(bytes);
    }
}

fn time_a_long_story(bytes: usize) {
    let source = long_story(bytes);
    let begun = Instant::now();
    let story = compiled(&source);
    let compiling = begun.elapsed();
    let begun = Instant::now();
    let (_, mut bookmark) = begin(&story, 1, &WORLD).unwrap();
    let first = begun.elapsed();
    let mut steps = Vec::new();
    loop {
        let begun = Instant::now();
        let (page, next) = go_on(&story, &bookmark, 0, &WORLD).unwrap();
        steps.push(begun.elapsed());
        bookmark = next;
        if matches!(page.then, Then::End { .. }) {
            break;
        }
        if steps.len() >= 600 {
            break;
        }
    }
    let saved = serde_json::to_string(&bookmark).unwrap().len();
    steps.sort();
    let (median, worst) = (steps[steps.len() / 2], steps[steps.len() - 1]);
    println!(
        "{} KB source, {} KB JSON: compiled {compiling:?}, first page {first:?}, {} steps: median {median:?}, worst {worst:?}, bookmark {} KB",
        source.len() / 1000,
        story.json.len() / 1000,
        steps.len(),
        saved / 1000
    );
}
