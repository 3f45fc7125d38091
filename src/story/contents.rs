//! What a story holds, read from its JSON without telling it: how many words there are to read, which scenes, which encounters,
//! which endings. It knows the shape of Ink's JSON, not what it means.

use super::compile::Story;
use super::tag;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a story holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Words of all texts and buttons, counted once, however often they are told.
    pub words: usize,
    /// Ids of its scenes.
    pub scenes: BTreeSet<String>,
    /// Ids of its encounters.
    pub encounters: BTreeSet<String>,
    /// Ids of its endings.
    pub endings: BTreeSet<String>,
}

impl Contents {
    /// Reads a story.
    pub fn of(story: &Story) -> Self {
        let mut contents = Self::default();
        // It has been compiled, so it is JSON.
        if let Ok(ink) = serde_json::from_str::<Value>(&story.json) {
            contents.read(&ink["root"]);
        }
        contents
    }

    fn read(&mut self, value: &Value) {
        match value {
            Value::Array(parts) => self.read_container(parts),
            Value::Object(keys) => {
                if let Some(tag) = keys.get("#").and_then(Value::as_str) {
                    self.note(tag);
                }
                keys.values().for_each(|part| self.read(part));
            }
            _ => {}
        }
    }

    /// From its end: what a text was made for, a button or a variable, is said after it.
    fn read_container(&mut self, parts: &[Value]) {
        let (mut in_tag, mut kept, mut of_choice) = (false, 0_u32, false);
        for part in parts.iter().rev() {
            match part.as_str() {
                Some("/#") => in_tag = true,
                Some("#") => in_tag = false,
                Some("/str") => kept += 1,
                Some("str") => kept = kept.saturating_sub(1),
                Some("ev") if kept == 0 => of_choice = false,
                Some(text) => match text.strip_prefix('^') {
                    Some(tag) if in_tag => self.note(tag),
                    Some(text) if kept == 0 || of_choice => self.words += words(text),
                    _ => {}
                },
                None => {
                    of_choice |= part.get("*").is_some();
                    self.read(part);
                }
            }
        }
    }

    fn note(&mut self, tag: &str) {
        match tag::split(tag) {
            ("scene", id) => drop(self.scenes.insert(id.to_owned())),
            ("encounter", id) => drop(self.encounters.insert(id.to_owned())),
            ("ending", id) => drop(self.endings.insert(id.to_owned())),
            _ => {}
        }
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

#[cfg(test)]
mod tests {
    use super::super::compile;
    use super::*;

    #[test]
    fn what_is_read_is_counted_and_what_is_kept_is_not() {
        let source = "# title: Four words, not counted\n\
            VAR pie = \"round and warm\"\n\
            One two three. # scene: hill # title: no words\n\
            * [Four five]\n\
            ~ pie = \"flat as this\"\n\
            Six — {pie}. # scene: inn # title: Inn\n\
            * [Seven # success]\n\
            A fight. # encounter: wolves\n\
            - Home. # ending: home\n\
            -> END\n";
        let contents = Contents::of(&compile(source.as_bytes()).unwrap());
        assert_eq!(contents.words, 10);
        assert_eq!(contents.scenes.into_iter().collect::<Vec<_>>(), ["hill", "inn"]);
        assert_eq!(contents.encounters.into_iter().collect::<Vec<_>>(), ["wolves"]);
        assert_eq!(contents.endings.into_iter().collect::<Vec<_>>(), ["home"]);
    }
}
