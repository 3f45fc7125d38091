//! Wishes that no honest page would have: values made from arbitrary bytes, by the published schemas or against them. A leaf for tests
//! and fuzzing (`tests/fuzz`); the ways in that take such wishes stand beside what they try: `party::hostile`, `web::hostile`,
//! `game::hostile`. No release has any of it.

use serde_json::{Map, Value, json};

/// Deeper is nothing of ours nested.
const DEEPEST: usize = 6;
/// Words that something may stumble over.
const WORDS: [&str; 12] = [
    "",
    " ",
    "Anna",
    "progress",
    "green",
    "\u{202e}\u{1b}[2J",
    "<script>alert(1)</script>",
    "'; DROP TABLE seat; --",
    "👩‍👩‍👧",
    "-1",
    "AAAAAAAAAAA=",
    "\u{0}",
];
const NUMBERS: [i64; 12] = [
    0,
    1,
    -1,
    2,
    3,
    255,
    65_536,
    16_777_216,
    u32::MAX as i64,
    1 << 53,
    i64::MAX,
    i64::MIN,
];

/// Choices drawn from bytes, so that a fuzzer which changes a byte changes a choice. When they are used up, every choice is the first.
pub struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    /// From these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Nothing is left.
    pub fn are_over(&self) -> bool {
        self.0.is_empty()
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or(0)
    }

    /// So many bytes, or as many as are left.
    pub fn bytes(&mut self, most: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(most.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// A number below the bound, which is at most 65,536.
    pub fn below(&mut self, bound: usize) -> usize {
        let high = if bound > 256 { usize::from(self.byte()) << 8 } else { 0 };
        (high | usize::from(self.byte())) % bound.max(1)
    }

    /// One of these.
    pub fn of<'b, T>(&mut self, all: &'b [T]) -> Option<&'b T> {
        all.get(self.below(all.len()))
    }

    /// What is left.
    pub fn rest(self) -> &'a [u8] {
        self.0
    }
}

/// Makes values of the types that a document of schemas describes.
pub struct Wishes {
    definitions: Map<String, Value>,
}

impl Wishes {
    /// By the `$defs` of this document.
    pub fn by(document: &Value) -> Self {
        let definitions = document["$defs"].as_object().cloned().unwrap_or_default();
        Self { definitions }
    }

    /// A value of this type, or nearly: now and then a part of it is anything.
    pub fn one(&self, definition: &str, choices: &mut Choices) -> Value {
        let schema = self.definitions.get(definition);
        self.made(schema.unwrap_or(&Value::Null), choices, DEEPEST)
    }

    fn made(&self, schema: &Value, choices: &mut Choices, deeper: usize) -> Value {
        // Nothing left to choose means that all is as it should be.
        if deeper == 0 || choices.byte() > 247 {
            return odd(choices);
        }
        let named = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next());
        if let Some(definition) = named.and_then(|name| self.definitions.get(name)) {
            return self.made(definition, choices, deeper - 1);
        }
        if let Some(wanted) = schema.get("const") {
            return wanted.clone();
        }
        let one_of = ["enum", "oneOf", "anyOf"].map(|key| schema[key].as_array());
        match one_of {
            [Some(values), ..] => choices.of(values).cloned().unwrap_or_default(),
            [None, Some(schemas), _] | [None, None, Some(schemas)] => match choices.of(schemas) {
                Some(schema) => self.made(schema, choices, deeper),
                None => odd(choices),
            },
            _ => self.of_kind(schema, choices, deeper),
        }
    }

    fn of_kind(&self, schema: &Value, choices: &mut Choices, deeper: usize) -> Value {
        let kind = match &schema["type"] {
            Value::Array(kinds) => choices.of(kinds).and_then(Value::as_str),
            kind => kind.as_str(),
        };
        match kind {
            Some("object") => self.object(schema, choices, deeper),
            Some("array") => {
                let length = choices.below(5);
                (0..length)
                    .map(|_| self.made(&schema["items"], choices, deeper - 1))
                    .collect()
            }
            Some("integer" | "number") => number(choices),
            Some("string") => json!(text(choices)),
            Some("boolean") => json!(choices.below(2) == 1),
            Some("null") => Value::Null,
            _ => anything(choices),
        }
    }

    fn object(&self, schema: &Value, choices: &mut Choices, deeper: usize) -> Value {
        let mut made = Map::new();
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            if choices.byte() < 240 {
                made.insert(name.clone(), self.made(field, choices, deeper - 1));
            }
        }
        Value::Object(made)
    }
}

fn number(choices: &mut Choices) -> Value {
    match choices.below(4) {
        0 | 1 => json!(choices.below(32)),
        2 => json!(choices.below(4_096)),
        _ => odd_number(choices),
    }
}

fn odd_number(choices: &mut Choices) -> Value {
    match choices.below(3) {
        0 => json!(1e308),
        1 => json!(0.5),
        _ => json!(choices.of(&NUMBERS)),
    }
}

fn text(choices: &mut Choices) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let length = choices.below(24);
    match choices.below(4) {
        0 => String::from_utf8_lossy(choices.bytes(length)).into_owned(),
        1 => STANDARD.encode(choices.bytes(length * 4)),
        2 => "x".repeat(1 << (length / 2)),
        _ => (*choices.of(&WORDS).unwrap_or(&"")).to_owned(),
    }
}

/// What a schema leaves open: a picture for the board is the largest of it.
fn anything(choices: &mut Choices) -> Value {
    if choices.below(2) == 1 {
        return odd(choices);
    }
    let area =
        json!({ "x": number(choices), "y": number(choices), "width": number(choices), "height": number(choices) });
    json!({ "area": area, "cells": text(choices), "question": number(choices), "choice": number(choices) })
}

fn odd(choices: &mut Choices) -> Value {
    match choices.below(7) {
        0 => Value::Null,
        1 => json!(true),
        2 => odd_number(choices),
        3 => json!(text(choices)),
        4 => json!([]),
        5 => (0..100).fold(json!({}), |inside, _| json!([inside])),
        _ => json!({ "action_type": text(choices) }),
    }
}

/// A PNG that these choices decide: its frame is right, and what is in it is anything.
pub fn png(choices: &mut Choices) -> Vec<u8> {
    const SIDES: [u32; 6] = [0, 1, 64, 4_096, 4_097, u32::MAX];
    let side = |choices: &mut Choices| match choices.below(4) {
        3 => SIDES[choices.below(SIDES.len())],
        _ => 1 + choices.below(24) as u32,
    };
    let mut head = [side(choices), side(choices)].map(u32::to_be_bytes).concat();
    head.push([8, 8, 1, 2, 4, 16, 3][choices.below(7)]);
    head.push([6, 2, 0, 3, 4, 5][choices.below(6)]);
    head.extend([0, 0, choices.below(2) as u8]);
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut picture, b"IHDR", &head);
    for kind in [b"PLTE", b"tRNS", b"acTL", b"fcTL", b"gAMA", b"iCCP"] {
        if choices.below(3) == 1 {
            let length = choices.below(48);
            chunk(&mut picture, kind, choices.bytes(length));
        }
    }
    let length = choices.below(1_000);
    let times = 1 + choices.below(64);
    let raw = choices.bytes(length).repeat(times);
    chunk(&mut picture, b"IDAT", &zlib(&raw));
    chunk(&mut picture, b"IEND", &[]);
    picture
}

fn chunk(picture: &mut Vec<u8>, kind: &[u8; 4], body: &[u8]) {
    let whole = [&kind[..], body].concat();
    picture.extend((body.len() as u32).to_be_bytes());
    picture.extend(&whole);
    picture.extend(crc32fast::hash(&whole).to_be_bytes());
}

fn zlib(raw: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    // Into memory: there is nothing that could fail.
    let _ = packed.write_all(raw);
    packed.finish().unwrap_or_default()
}

/// How the properties in `party::hostile`, `web::hostile` and `game::hostile` draw.
#[cfg(test)]
pub mod drawn {
    use proptest::prelude::*;

    /// So many cases, anew each time: what is found becomes a test of its own.
    pub fn cases(cases: u32) -> ProptestConfig {
        ProptestConfig {
            cases,
            failure_persistence: None,
            ..ProptestConfig::default()
        }
    }

    /// Any bytes after this one, fewer than so many.
    pub fn bytes(first: u8, most: usize) -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(any::<u8>(), 0..most).prop_map(move |rest| [vec![first], rest].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_bytes_every_choice_is_the_first_and_with_them_they_differ() {
        let document = json!({ "$defs": {
            "Move": { "oneOf": [
                { "type": "object", "properties": { "a": { "const": "one" }, "n": { "$ref": "#/$defs/N" } } },
                { "type": "string" },
            ] },
            "N": { "type": "integer" },
        } });
        let wishes = Wishes::by(&document);
        assert_eq!(
            wishes.one("Move", &mut Choices::new(&[])),
            json!({ "a": "one", "n": 0 })
        );
        assert!(wishes.one("Move", &mut Choices::new(&[0, 1, 0, 5, 3])).is_string());
        assert!(wishes.one("Nothing", &mut Choices::new(&[255, 1])).is_boolean());
    }
}
