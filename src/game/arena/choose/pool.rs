//! The house's questions, and how a level's are drawn from them. They are built into the binary; what was drawn is kept whole in
//! the session, so that a later release with other questions replays an old evening as it was.

use super::Asked;
use crate::game::arena::mini::Dealing;
use crate::game::arena::wire::{Level, Text};
use rand::seq::SliceRandom;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A question as written; its first choice is the right one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    id: String,
    level: Level,
    text: Text,
    choices: Vec<Text>,
    note: Text,
}

static POOL: LazyLock<Vec<Question>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("questions.json")).expect("built in, and read by a test of this file")
});

/// Draws questions for a level, none twice in an evening while there are fresh ones: its own first, then those of the levels next
/// to it; and only when all were shown, its own again.
pub(super) fn draw(level: Level, n: usize, dealing: &mut Dealing) -> Vec<Asked> {
    let mut drawn: Vec<String> = Vec::new();
    for nearest in nearest(level) {
        let fresh = ids(|question| question.level == nearest && !dealing.deck.holds(&question.id));
        drawn.extend(dealing.deck.draw(&fresh, n - drawn.len(), dealing.rng));
    }
    let seen = ids(|question| {
        question.level == level && !drawn.contains(&question.id) && !dealing.dealt.contains(&question.id)
    });
    drawn.extend(dealing.deck.draw(&seen, n - drawn.len(), dealing.rng));
    dealing.dealt.extend(drawn.iter().cloned());
    drawn.iter().filter_map(|id| asked(id, dealing)).collect()
}

/// All levels, this one first, then those nearest to it in difficulty.
fn nearest(level: Level) -> [Level; 3] {
    match level {
        Level::Green => [Level::Green, Level::Yellow, Level::Red],
        Level::Yellow => [Level::Yellow, Level::Green, Level::Red],
        Level::Red => [Level::Red, Level::Yellow, Level::Green],
    }
}

fn ids(wanted: impl Fn(&Question) -> bool) -> Vec<&'static str> {
    POOL.iter()
        .filter(|question| wanted(question))
        .map(|question| question.id.as_str())
        .collect()
}

/// The question with its choices shuffled.
fn asked(id: &str, dealing: &mut Dealing) -> Option<Asked> {
    let question = POOL.iter().find(|question| question.id == id)?;
    let mut order: Vec<usize> = (0..question.choices.len()).collect();
    order.shuffle(dealing.rng);
    Some(Asked {
        text: question.text.clone(),
        choices: order.iter().map(|i| question.choices[*i].clone()).collect(),
        right: order.iter().position(|i| *i == 0)? as u32,
        note: question.note.clone(),
        answers: BTreeMap::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::Deck;
    use crate::game::arena::wire::Setup;
    use rand::{SeedableRng, rngs::StdRng};
    use std::collections::BTreeSet;

    /// A choice is a button on a phone; it must fit on two lines of it.
    const LONGEST_CHOICE: usize = 48;

    fn both(text: &Text) -> [&str; 2] {
        [&text.en, &text.ru]
    }

    #[test]
    fn every_question_can_be_asked() {
        let mut seen = BTreeSet::new();
        for question in POOL.iter() {
            let id = &question.id;
            assert!(seen.insert(id), "{id} is there twice");
            assert_eq!(question.choices.len(), 4, "{id}");
            let texts = question.choices.iter().chain([&question.text]);
            assert!(
                texts
                    .flat_map(both)
                    .all(|text| !text.trim().is_empty() && text.trim() == text),
                "{id}"
            );
            assert!(
                question
                    .choices
                    .iter()
                    .flat_map(both)
                    .all(|c| c.chars().count() <= LONGEST_CHOICE),
                "{id}"
            );
        }
    }

    #[test]
    fn an_evening_of_three_levels_of_questions_can_be_played_thrice() {
        for level in nearest(Level::Green) {
            assert!(ids(|question| question.level == level).len() >= 18, "{level:?}");
        }
        assert!(POOL.len() >= 60);
    }

    #[test]
    fn no_two_choices_read_alike() {
        for question in POOL.iter() {
            for language in 0..2 {
                let choices = question
                    .choices
                    .iter()
                    .map(|choice| both(choice)[language].to_lowercase());
                assert_eq!(choices.collect::<BTreeSet<_>>().len(), 4, "{}", question.id);
            }
        }
    }

    fn session(deck: &mut Deck, seed: u64) -> Vec<Asked> {
        let mut rng = StdRng::seed_from_u64(seed);
        let mut dealing = Dealing::new(&Setup::default(), deck, &mut rng);
        nearest(Level::Green)
            .into_iter()
            .flat_map(|level| draw(level, 6, &mut dealing))
            .collect()
    }

    #[test]
    fn an_evening_repeats_nothing_while_there_is_something_fresh() {
        let mut deck = Deck::default();
        let sessions = POOL.len() / 18;
        let asked: Vec<Asked> = (0..sessions as u64).flat_map(|seed| session(&mut deck, seed)).collect();
        let different: BTreeSet<&str> = asked.iter().map(|asked| asked.text.en.as_str()).collect();
        assert_eq!((asked.len(), different.len()), (sessions * 18, sessions * 18));
        let again = session(&mut deck, 99);
        let different: BTreeSet<&str> = again.iter().map(|asked| asked.text.en.as_str()).collect();
        assert_eq!(different.len(), 18, "even then none twice in one session");
    }

    #[test]
    fn the_right_choice_stands_anywhere() {
        let places = (0..40)
            .flat_map(|seed| session(&mut Deck::default(), seed))
            .map(|asked| asked.right);
        let mut counts = [0; 4];
        places.for_each(|place| counts[place as usize] += 1);
        assert!(counts.iter().all(|count| *count > 120), "{counts:?} of 720");
    }

    #[test]
    fn shuffling_keeps_the_right_one_right() {
        for asked in session(&mut Deck::default(), 7) {
            let question = POOL.iter().find(|question| question.text == asked.text).unwrap();
            assert_eq!(asked.choices[asked.right as usize], question.choices[0]);
        }
    }
}
