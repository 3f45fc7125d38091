//! What is heard from scene to scene: the mood's own piece, the fight's, and nothing new while the mood stays.

use super::{Move, Phase, Play, Setup, campaign};
use crate::game::quest::SLUG;
use crate::game::quest::pin::Pin;
use crate::game::{By, Game, Library, Music, Work};
use crate::story::compile;
use crate::story::words::MOODS;
use std::fmt::Write;

/// A house that keeps one story.
struct Shelf(Work);

impl Library for Shelf {
    fn work(&self, game: &str, name: &str, _: &str) -> Option<Work> {
        (game == SLUG && name == self.0.name).then(|| self.0.clone())
    }

    fn edition(&self, _: &str, _: &str) -> Option<Work> {
        None
    }

    fn saved(&self, _: &str, _: &str) -> Option<Vec<u8>> {
        None
    }
}

/// A story with a scene for each of these moods, in this order.
fn story_of(moods: &[&str]) -> String {
    let mut ink = "# title: Moods\n# language: en\n-> scene_0\n".to_owned();
    for (scene, mood) in moods.iter().enumerate() {
        let head = format!("# scene: s{scene} # title: T # picture: lake # mood: {mood}");
        let next = scene + 1;
        writeln!(
            ink,
            "=== scene_{scene} ===\nHere. {head}\nOn? # vote: 30\n+ [Yes]\n+ [No]\n- -> scene_{next}"
        )
        .unwrap();
    }
    writeln!(ink, "=== scene_{} ===\nDone. # ending: done\n-> END", moods.len()).unwrap();
    ink
}

fn opened(ink: &str) -> Play {
    let story = compile(ink.as_bytes()).unwrap();
    let shelf = Shelf(Pin::new("moods", &story).work(&story, String::new()));
    Play::open_from(&shelf, campaign("moods", "en"), 2, 1)
}

/// What is heard in each scene, in order; more than one piece in a scene are as many lines.
fn heard(play: &mut Play) -> Vec<(String, Music)> {
    let mut heard = Vec::new();
    while !play.game.finished() {
        heard.push((play.game.tale.scene.id.clone(), play.game.music()));
        play.step();
    }
    heard.push((play.game.tale.scene.id.clone(), play.game.music()));
    heard.dedup();
    heard
}

#[test]
fn another_mood_is_another_piece_and_the_same_mood_goes_on_with_its_own() {
    let twice: Vec<&str> = MOODS.iter().flat_map(|mood| [*mood, *mood]).collect();
    let mut play = opened(&story_of(&twice));
    assert_eq!(play.game.music(), Music::Calm, "heroes are chosen");
    play.begin(2);
    let heard = heard(&mut play);
    assert_eq!(heard.len(), twice.len(), "a scene has one piece: {heard:?}");
    for (scene, pair) in heard.windows(2).enumerate() {
        let same = pair[0].1 == pair[1].1;
        assert_eq!(same, twice[scene] == twice[scene + 1], "{pair:?}");
    }
}

#[test]
fn a_fight_has_its_own_piece_and_the_end_keeps_its_mood() {
    let mut play = Play::open(Setup::default(), 4, 3);
    play.begin(4);
    let mut fights = 0;
    while !play.game.finished() {
        let fighting = matches!(play.game.phase, Phase::Fighting(_));
        assert_eq!(play.game.music() == Music::Chase, fighting);
        fights += u32::from(fighting);
        play.step();
    }
    assert!(fights > 0, "midnight has fights");
    let told = play.game.tale.ending.is_some();
    let kept = (play.game.tale.scene.mood.as_str(), play.game.music());
    let endings = [
        ("triumph", Music::Finale),
        ("calm", Music::Calm),
        ("tense", Music::Tense),
    ];
    assert!(told && endings.contains(&kept), "{kept:?}");
}

#[test]
fn an_evening_that_stops_before_the_story_does_stops_calmly() {
    let mut play = opened(&story_of(&["danger", "sorrow"]));
    play.begin(2);
    assert_eq!(play.game.music(), Music::Danger);
    play.act(By::Host, Move::Finish {}).unwrap();
    assert!(play.game.finished());
    assert_eq!(play.game.music(), Music::Calm);
}
