//! What a guest has asked for and has not heard the answer of. As on a phone it keeps its id, and is asked for once more when the guest
//! has come back and been greeted: so it counts, and counts once. It knows no socket.

use serde_json::Value;

/// Asks that wait for their answer.
#[derive(Default)]
pub struct Outbox {
    waiting: Vec<Value>,
    /// Level and question, if there was one, of the last answer that was given: a greeting asks for it again.
    given: (Value, Value),
    session: Value,
    /// The guest has been greeted, and has not heard the end of it.
    greeting: bool,
}

impl Outbox {
    /// Something was asked for.
    pub fn add(&mut self, ask: &Value) {
        let payload = &ask["payload"];
        if ask["action_type"] == "progress" {
            self.given = (payload["level"].clone(), payload["details"]["question"].clone());
        }
        self.waiting.push(ask.clone());
    }

    /// Is this level's result given already?
    pub fn has_finished(&self, level: &str) -> bool {
        self.given.0 == level && self.given.1.is_null()
    }

    /// Is this question answered already?
    pub fn has_answered(&self, level: &str, question: u64) -> bool {
        self.given.0 == level && self.given.1 == question
    }

    /// An answer: a result or a refusal.
    pub fn settle(&mut self, told: &Value) {
        self.waiting.retain(|ask| ask["action_id"] != told["action_id"]);
    }

    /// The party tells its session: what belonged to another one has no meaning any more.
    pub fn enter(&mut self, session: &Value) {
        if self.session != *session {
            self.waiting.clear();
            self.given = Default::default();
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
    use serde_json::json;

    fn asked(ids: &[&str]) -> Outbox {
        let mut outbox = Outbox::default();
        outbox.enter(&json!(1));
        ids.iter().for_each(|id| outbox.add(&json!({ "action_id": id })));
        outbox
    }

    fn again(outbox: &mut Outbox) -> Vec<Value> {
        outbox.greeted();
        outbox.ponged()
    }

    #[test]
    fn what_was_not_answered_is_asked_again_once_a_greeting() {
        let mut outbox = asked(&["a", "b", "c"]);
        outbox.settle(&json!({ "action_id": "b", "status": "success" }));
        assert!(outbox.ponged().is_empty(), "nobody has come back");
        let waiting = [json!({ "action_id": "a" }), json!({ "action_id": "c" })];
        assert_eq!(again(&mut outbox), waiting);
        assert!(outbox.ponged().is_empty(), "they are under way");
    }

    #[test]
    fn a_question_is_answered_and_a_level_played_once_a_session() {
        let mut outbox = asked(&[]);
        let details = json!({ "question": 3, "choice": 1 });
        outbox.add(&json!({ "action_type": "progress", "payload": { "level": "red", "details": details } }));
        assert!(outbox.has_answered("red", 3));
        assert!(!outbox.has_answered("red", 4) && !outbox.has_answered("green", 3));
        outbox.enter(&json!(2));
        assert!(!outbox.has_answered("red", 3));
        outbox.add(&json!({ "action_type": "progress", "payload": { "level": "red", "details": { "done": true } } }));
        assert!(outbox.has_finished("red") && !outbox.has_finished("green"));
    }

    #[test]
    fn what_belonged_to_another_session_is_not() {
        let mut outbox = asked(&["a"]);
        outbox.enter(&json!(1));
        assert_eq!(again(&mut outbox).len(), 1);
        outbox.enter(&json!(2));
        assert!(again(&mut outbox).is_empty());
    }
}
