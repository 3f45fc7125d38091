//! A short story with everything that a story may ask, played by a script.

use super::*;
use crate::campaign::Style;
use crate::story::compile;
use std::io::Cursor;

const STORY: &str = "# title: The Gate\n# language: en\n# minutes: 5\n# players: 1-8\n# about: A gate in the snow.\nEXTERNAL actor()\n\
    It is cold. # scene: gate # title: At the Gate # picture: gate # mood: tense\n\
    Who goes there? # say: The Guard\n\
    A second door! # private: scout\n\
    A song in the wind. # private: healer\n\
    So? # vote: 20 # hidden\n\
    + [Sing]\n\
    + [Knock]\n\
    - Take this. # gift: rope @scout # hurt: 2 @all # who: bard\n\
    + [A riddle. # for: bard]\n\
    + [A shove]\n\
    - It will not move. # check: wits hard @scout\n\
    + [It opens. # success]\n\
    + [It creaks. # partial]\n\
    + [It stays. # failure]\n\
    - Wolves! # encounter: wolves\n\
    + [They run. # won]\n\
    + [You run. # fled]\n\
    + [You wake up. # lost]\n\
    - And {actor()} sleeps. # ending: sleep # title: Asleep at Last\n\
    -> END\n";

fn played(source: &str, seed: u64, typed: &[u8]) -> Result<String> {
    let story = compile(source.as_bytes()).unwrap();
    let mut out = Vec::new();
    play(&story, seed, Cursor::new(typed), Screen::new(&mut out, Style::Plain))?;
    Ok(String::from_utf8(out)?)
}

fn holds(text: &str, all: &[&str]) {
    for expected in all {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[test]
fn all_that_a_story_asks_is_asked_and_told() {
    let text = played(STORY, 1, b"2\n1\n\n1\n").unwrap();
    holds(
        &text,
        &[
            "The Gate\n\nA gate in the snow.\n\nAlone with a party of three (Guardian, Scout, Bard).",
            "— At the Gate — (gate, tense)\n\nIt is cold.\n",
            "The Guard: Who goes there?\n",
            "(only for the scout) A second door!\n",
            "(only for the healer, whom nobody plays) A song in the wind.\n",
            "A vote (20 s, hidden until the close):\n  1  Sing\n  2  Knock\n1–2? \n",
            "+ rope: Scout\n\n−2 hp: Guardian, Scout, Bard\n",
            "Bard chooses:\n  1  A riddle. (only for the bard)\n",
            "Scout throws: two dice and wits, hard.\nEnter throws the dice. \n",
            " + wits 1 − hard 1 = ",
            "  4  let the party of three fight by itself (Guardian, Scout, Bard)\n",
            "They run.\n\nAnd Scout sleeps.\n\nThe end: Asleep at Last\n",
        ],
    );
}

#[test]
fn three_heroes_may_fight_by_themselves_and_the_story_takes_it() {
    let text = played(STORY, 1, b"2\n1\n\n4\n").unwrap();
    holds(&text, &[" — a fight: ", " rounds.\n", "The end: Asleep at Last\n"]);
    assert!(
        ["They run.", "You run.", "You wake up."]
            .iter()
            .any(|end| text.contains(end))
    );
}

#[test]
fn the_same_seed_and_answers_give_the_same_text() {
    let answers = b"1\n2\n\n4\n";
    assert_eq!(played(STORY, 5, answers).unwrap(), played(STORY, 5, answers).unwrap());
    let texts: std::collections::BTreeSet<String> = (0..8)
        .map(|seed| {
            played(STORY, seed, answers)
                .unwrap()
                .replace(&format!("--seed {seed}"), "")
        })
        .collect();
    assert!(texts.len() > 1);
}

#[test]
fn what_is_no_answer_is_asked_again_and_one_may_leave_at_any_time() {
    let text = played(STORY, 1, b"0\n3\nno\n\xff\n\n q \n1\n").unwrap();
    assert_eq!(text.matches("A number from 1 to 2, or q to leave.").count(), 5);
    assert!(text.ends_with("You close the book here.\n"), "{text}");
    let dry = "There is no more input: the story waits here.\n";
    for typed in ["", "1\n", "1\n1\n", "1\n1\n\n"] {
        assert!(played(STORY, 1, typed.as_bytes()).unwrap().ends_with(dry), "{typed:?}");
    }
}

#[test]
fn a_long_answer_does_not_fill_the_memory() {
    let text = played(STORY, 1, &[b'1'; 1_000]).unwrap();
    assert!(text.matches("A number from 1 to 2").count() == 5);
}

#[test]
fn a_russian_story_is_asked_in_russian() {
    let text = played(
        &STORY.replace("language: en", "language: ru"),
        1,
        "1\n1\n\nй\n".as_bytes(),
    )
    .unwrap();
    holds(
        &text,
        &[
            "отряд из трёх (Страж, Следопыт, Сказитель)",
            "(видит только следопыт) A second door!",
            "Голосование (20 с, тайное):",
            "Следопыт бросает: два кубика и ум, трудно.",
            "Бой: ",
            "На этом вы закрываете книгу.",
        ],
    );
}

#[test]
fn enemies_whom_nobody_knows_are_settled_by_word() {
    let text = played(&STORY.replace("wolves", "wulves"), 1, b"1\n1\n\n4\n3\n").unwrap();
    holds(
        &text,
        &[
            "The rules do not know these enemies",
            "A number from 1 to 3",
            "You wake up.\n",
        ],
    );
}

#[test]
fn a_story_that_cannot_go_on_says_why() {
    let error = played("# language: en\nOn and on. -> loop\n=== loop\n-> loop\n", 1, b"").unwrap_err();
    assert!(error.to_string().starts_with("story/runaway: "), "{error}");
}
