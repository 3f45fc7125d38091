//! What a guest has asked for and has not heard the answer of. As on a phone it keeps its id, and is asked for once more when the guest
//! has come back and been greeted: so it counts, and counts once. It knows no socket.

use serde_json::{Value, json};

/// Asks that wait for their answer.
#[derive(Default)]
pub struct Outbox {
    waiting: Vec<Value>,
    /// The last result that was accepted: a greeting asks for it again. A checkpoint is none.
    given: Option<Given>,
    session: Value,
    /// The guest has been greeted, and has not heard the end of it.
    greeting: bool,
}

/// What a result is of: a level, and one of its questions if it has any.
#[derive(PartialEq)]
struct Given {
    level: Value,
    question: Value,
}

impl Given {
    fn of(ask: &Value) -> Option<Self> {
        let payload = &ask["payload"];
        let result = ask["action_type"] == "progress" && payload["details"]["done"] != false;
        result.then(|| Self {
            level: payload["level"].clone(),
            question: payload["details"]["question"].clone(),
        })
    }
}

impl Outbox {
    /// Something was asked for.
    pub fn add(&mut self, ask: &Value) {
        self.waiting.push(ask.clone());
    }

    /// Is the result of this level, or of this question, given, or on its way?
    pub fn has_given(&self, level: &str, question: Option<u64>) -> bool {
        let meant = Given {
            level: json!(level),
            question: json!(question),
        };
        let mut waiting = self.waiting.iter().filter_map(Given::of);
        self.given.as_ref() == Some(&meant) || waiting.any(|given| given == meant)
    }

    /// An action was accepted.
    pub fn accepted(&mut self, result: &Value) {
        let done = self.take(result);
        self.given = done.as_ref().and_then(Given::of).or(self.given.take());
    }

    /// An action was refused.
    pub fn refused(&mut self, error: &Value) {
        self.take(error);
    }

    fn take(&mut self, told: &Value) -> Option<Value> {
        let told_of = |ask: &mut Value| ask["action_id"] == told["action_id"];
        self.waiting.extract_if(.., told_of).next()
    }

    /// The party tells its session: what belonged to another one has no meaning any more.
    pub fn enter(&mut self, session: &Value) {
        if self.session != *session {
            self.waiting.clear();
            self.given = None;
            self.session = session.clone();
        }
    }

    /// A greeting begins.
    pub fn greeted(&mut self) {
        self.greeting = true;
    }

    /// A pong has come: the first one ends the greeting, and then all that waits is to be asked for again, oldest first.
    pub fn ponged(&mut self) -> Vec<Value> {
        match std::mem::take(&mut self.greeting) {
            true => self.waiting.clone(),
            false => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(asks: &[Value]) -> Outbox {
        let mut outbox = Outbox::default();
        outbox.enter(&json!(1));
        asks.iter().for_each(|ask| outbox.add(ask));
        outbox
    }

    fn id(id: &str) -> Value {
        json!({ "action_id": id })
    }

    fn again(outbox: &mut Outbox) -> Vec<Value> {
        outbox.greeted();
        outbox.ponged()
    }

    #[test]
    fn what_was_not_answered_is_asked_again_once_a_greeting() {
        let mut outbox = asked(&["a", "b", "c", "d"].map(id));
        outbox.accepted(&id("b"));
        outbox.refused(&id("d"));
        assert!(outbox.ponged().is_empty(), "nobody has come back");
        assert_eq!(again(&mut outbox), ["a", "c"].map(id));
        assert!(outbox.ponged().is_empty(), "they are under way");
    }

    #[test]
    fn what_belonged_to_another_session_is_not() {
        let mut outbox = asked(&[id("a")]);
        outbox.enter(&json!(1));
        assert_eq!(again(&mut outbox).len(), 1);
        outbox.enter(&json!(2));
        assert!(again(&mut outbox).is_empty());
    }

    #[test]
    fn a_result_is_given_while_it_waits_and_once_it_is_accepted() {
        let result = |id: &str, details: Value| json!({ "action_id": id, "action_type": "progress", "payload": { "level": "red", "details": details } });
        let mut outbox = asked(&[
            result("a", json!({ "question": 3, "choice": 1 })),
            result("b", json!({ "done": true })),
            result("c", json!({ "done": false })),
        ]);
        assert!(outbox.has_given("red", Some(3)) && outbox.has_given("red", None));
        assert!(!outbox.has_given("red", Some(4)) && !outbox.has_given("green", None));
        outbox.refused(&id("b"));
        outbox.accepted(&id("a"));
        outbox.accepted(&id("c"));
        assert!(outbox.has_given("red", Some(3)) && !outbox.has_given("red", None));
        outbox.enter(&json!(2));
        assert!(!outbox.has_given("red", Some(3)));
    }
}
