//! What was asked and what was answered, kept outside of the product. Afterwards the journal must know each acknowledged action
//! once, and no other.

use serde_json::Value;
use snowparty::id::{ActionKey, SeatId};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Whose action it is; nobody's seat is the host's.
pub type Whose = Option<u64>;

/// What became of one id. It may have been asked for through several doors at once.
#[derive(Default)]
struct Asked {
    action: String,
    answer: Option<Value>,
    refused: bool,
    /// One of those who asked never heard an answer.
    unheard: bool,
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    Accepted(Value),
    Refused(String),
    /// The socket went before the answer came.
    Nothing,
}

/// Everything that was asked.
#[derive(Default)]
pub struct Ledger(Mutex<BTreeMap<(Whose, String), Asked>>);

impl Ledger {
    fn all(&self) -> MutexGuard<'_, BTreeMap<(Whose, String), Asked>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes down what came back; says what is wrong with it.
    pub fn note(&self, whose: Whose, id: &str, action: &str, heard: &Heard) -> Result<(), String> {
        let mut all = self.all();
        let asked = all.entry((whose, id.to_owned())).or_default();
        action.clone_into(&mut asked.action);
        match heard {
            Heard::Accepted(answer) => {
                let before = asked.answer.get_or_insert_with(|| answer.clone());
                if before != answer {
                    return Err(format!(
                        "{action} of seat {whose:?} was answered twice and differently: {before} and {answer}"
                    ));
                }
            }
            // What could not be written is not in the journal, and whether it could is not told.
            Heard::Refused(code) if code == "system/internal" => asked.unheard = true,
            Heard::Refused(_) => asked.refused = true,
            Heard::Nothing => asked.unheard = true,
        }
        Ok(())
    }

    /// How many were acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.all().values().filter(|asked| asked.answer.is_some()).count()
    }

    /// Compares with what the journal knows to be accepted.
    pub fn audit(&self, journal: &[(Option<SeatId>, ActionKey)]) -> Vec<String> {
        let mut written: HashMap<(Option<SeatId>, ActionKey), usize> = HashMap::new();
        for action in journal {
            *written.entry(*action).or_default() += 1;
        }
        let mut wrong = Vec::new();
        for ((whose, id), asked) in self.all().iter() {
            let seat = whose.map(|seat| SeatId(seat as u32));
            let times = written.get(&(seat, ActionKey::of(id))).copied().unwrap_or(0);
            let right = match (&asked.answer, asked.unheard) {
                (Some(_), _) => times == 1,
                (None, true) => times <= 1,
                (None, false) => times == 0,
            };
            if !right {
                let told = match (&asked.answer, asked.refused) {
                    (Some(_), _) => "acknowledged",
                    (None, true) => "refused",
                    (None, false) => "not answered",
                };
                let action = &asked.action;
                wrong.push(format!(
                    "{action} {id} of seat {whose:?} was {told} and is in the journal {times} times"
                ));
            }
        }
        wrong
    }
}
