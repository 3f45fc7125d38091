//! What must not be known: tokens, device ids and the PIN by nobody, a hero's notes by its player alone, the answer of an open question
//! by nobody yet. Every byte that any viewer hears is searched.

use crate::house::PIN;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::{LazyLock, Mutex, PoisonError, RwLock};

/// The questions as written, whose first choice is the right one.
const QUESTIONS: &str = include_str!("../../src/game/arena/choose/questions.json");
/// In the story that is played: what one archetype alone may read, and how it can be recognised.
const CANARY: &str = "CANARY-";

/// The note under a question's answer, by the question's text.
static NOTES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let all: Vec<Value> = serde_json::from_str(QUESTIONS).expect("the questions are JSON");
    let text = |value: &Value| value["en"].as_str().unwrap_or_default().to_owned();
    all.iter()
        .map(|question| (text(&question["text"]), text(&question["note"])))
        .collect()
});

/// Who may know a hero's notes, and who has heard some.
#[derive(Default)]
struct Notes {
    /// Run, archetype, seat: as the room was told that somebody plays a hero.
    players: BTreeSet<(String, String, u64)>,
    /// Run, archetype, who; nobody's seat is a TV's or the host's.
    heard: BTreeSet<(String, String, Option<u64>)>,
}

/// The planted secrets.
#[derive(Default)]
pub struct Secrets {
    hidden: RwLock<HashSet<String>>,
    notes: Mutex<Notes>,
}

impl Secrets {
    /// From now on nobody may hear this: a token or a device id.
    pub fn hide(&self, secret: &str) {
        self.hidden
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(secret.to_owned());
    }

    /// Searches a text for what nobody may ever hear.
    pub fn search(&self, text: &str) -> Result<(), String> {
        let hidden = self.hidden.read().unwrap_or_else(PoisonError::into_inner);
        let part_of_one = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let words = text.split(|c| !part_of_one(c)).filter(|word| word.len() >= 16);
        for word in words {
            if hidden.contains(word) {
                return Err(format!("a token or a device id was sent: {text}"));
            }
        }
        match text.contains(&format!("\"{PIN}\"")) {
            true => Err(format!("the PIN was sent: {text}")),
            false => Ok(()),
        }
    }

    /// A viewer heard a text of the quest: who plays whom, or a note.
    pub fn hear_quest(&self, seat: Option<u64>, run: Option<&str>, kind: &str, payload: &Value, text: &str) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        if kind == "party.state" {
            let heroes = payload["heroes"].as_array().into_iter().flatten();
            let run = payload["campaign_run_id"].as_str().unwrap_or_default();
            for hero in heroes {
                if let (Some(archetype), Some(player)) = (hero["archetype"].as_str(), hero["player_id"].as_u64()) {
                    notes.players.insert((run.to_owned(), archetype.to_owned(), player));
                }
            }
        }
        for (at, _) in text.match_indices(CANARY) {
            let archetype = text[at + CANARY.len()..].split('-').next().unwrap_or_default();
            notes
                .heard
                .insert((run.unwrap_or_default().to_owned(), archetype.to_owned(), seat));
        }
    }

    /// Whoever heard a note without ever having played its hero. Asked when everybody has been told who plays whom.
    pub fn overheard(&self) -> Vec<String> {
        let notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        let may = |(run, archetype, seat): &(String, String, Option<u64>)| {
            seat.is_some_and(|seat| notes.players.contains(&(run.clone(), archetype.clone(), seat)))
        };
        let others = notes.heard.iter().filter(|heard| !may(heard));
        others
            .map(|(_, archetype, seat)| format!("seat {seat:?} heard what the {archetype} alone may know"))
            .collect()
    }

    /// What can be read without a token holds no note at all.
    pub fn search_public(&self, path: &str, text: &str) -> Result<(), String> {
        self.search(text)?;
        match text.contains(CANARY) {
            true => Err(format!("{path} tells what one hero alone may know")),
            false => Ok(()),
        }
    }
}

/// Does a message tell the answer of the question that is open? `topics` are the viewer's, this message among them.
pub fn told_early(topics: &BTreeMap<String, Value>, kind: &str, payload: &Value, text: &str) -> Result<(), String> {
    let Some(question) = open_question(topics) else {
        return Ok(());
    };
    let index = &question["index"];
    let early = match kind {
        "arena.reveal" => payload["index"] == *index,
        "arena.you" => payload["question"]["index"] == *index && !payload["question"]["right"].is_null(),
        _ => false,
    };
    let asked = question["text"]["en"].as_str().unwrap_or_default();
    let note = NOTES.get(asked).filter(|note| !note.is_empty());
    match early || note.is_some_and(|note| text.contains(note.as_str())) {
        true => Err(format!(
            "the answer of question {index} was told while it was open: {text}"
        )),
        false => Ok(()),
    }
}

/// The question that is open: the session counts down to its deadline. Once it is closed, the session says so before anything else.
fn open_question(topics: &BTreeMap<String, Value>) -> Option<&Value> {
    let (state, question) = (topics.get("session.state")?, topics.get("arena.question")?);
    let timer = &state["timer"];
    let counted = timer["deadline"] == question["deadline"] && timer["opened"] == question["opened"];
    (state["phase"] == "play" && counted).then_some(question)
}
