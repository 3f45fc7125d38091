//! Names for things: party codes, seats, sessions, party time, tokens, devices. Newtypes, so that one cannot be taken for another.
//! Knows nothing of games, sockets or storage.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::{Rng, RngExt};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use uuid::Uuid;

/// The letters of a party code: no vowel (nor Y), no S, F or Q, nothing that looks like a digit.
const CODE_LETTERS: &[u8] = b"BCDGHJKLMNPRTVWXZ";

/// Runs of letters that read as a rude word with its vowels left out, in English or in Russian written in Latin letters.
const RUDE: [&str; 14] = [
    "CNT", "DCK", "CCK", "PNS", "NGR", "PRN", "TRD", "BTCH", "PZD", "BLD", "BLT", "XR", "XJ", "HR",
];

/// A party's code: four different consonants that spell no word, such as `KWRX`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct PartyCode(String);

impl PartyCode {
    /// Draws a code.
    pub fn draw(rng: &mut dyn Rng) -> Self {
        loop {
            let code: String = (0..4)
                .map(|_| CODE_LETTERS[rng.random_range(0..CODE_LETTERS.len())] as char)
                .collect();
            if spells_nothing(&code) {
                return Self(code);
            }
        }
    }

    /// Reads what a guest typed: case and surrounding space do not matter. `None` if it is not four letters.
    pub fn parse(typed: &str) -> Option<Self> {
        let code = typed.trim().to_ascii_uppercase();
        (code.len() == 4 && code.bytes().all(|b| b.is_ascii_uppercase())).then_some(Self(code))
    }

    /// The four letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn spells_nothing(code: &str) -> bool {
    let different = code.chars().enumerate().all(|(i, c)| !code[..i].contains(c));
    different && !RUDE.iter().any(|rude| code.contains(rude))
}

impl fmt::Display for PartyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A place in a party, counted from 1 in the order of joining. It is the `player_id` of the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct SeatId(pub u32);

/// One run of one game in a party, counted from 1 within it. It is the `session_id` of the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct SessionId(pub u32);

/// The position of an event in a party's journal, from 1. An `i64`, because SQLite has no unsigned integer.
pub type Seq = i64;

/// Milliseconds of the party's own clock, which stands still while the party is paused, stopped or dead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct PartyMs(pub i64);

impl PartyMs {
    /// This moment and `ms` milliseconds more.
    pub fn plus(self, ms: i64) -> Self {
        Self(self.0 + ms)
    }

    /// Milliseconds from `earlier` to this moment; negative if it lies ahead.
    pub fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

/// A bearer secret of a seat or a host: 144 random bits, URL-safe. It is stored only as a [`TokenHash`] and never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Draws a fresh token from the operating system.
    ///
    /// # Panics
    /// If the operating system has no randomness to give, which no supported system refuses after boot.
    pub fn draw() -> Self {
        let mut bytes = [0u8; 18];
        getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Takes what came over the wire as it is; a wrong one simply matches no hash.
    pub fn from_wire(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The secret itself, for the one answer that hands it out.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What may be stored of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(self.0.as_bytes())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A phone's own id, a UUID: by it the phone finds its seat again, so it is a secret as a token is. However it is spelled, it is one.
#[derive(Clone, Copy)]
pub struct Device(Uuid);

impl Device {
    /// The one that a phone brought, or a new one. `None` if what it brought is no UUID.
    pub fn of(brought: Option<&str>) -> Option<Self> {
        brought
            .map_or_else(|| Some(Uuid::new_v4()), |text| Uuid::try_parse(text).ok())
            .map(Self)
    }

    /// The id itself, for the phone whose it is.
    pub fn reveal(self) -> String {
        self.0.to_string()
    }

    /// What may be stored of it.
    pub fn hash(self) -> TokenHash {
        TokenHash::of(self.reveal().as_bytes())
    }
}

/// The SHA-256 of a secret, base64url without padding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TokenHash(String);

impl TokenHash {
    /// Hashes any secret.
    pub fn of(secret: &[u8]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(Sha256::digest(secret)))
    }

    /// Its text, as stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is kept of an `action_id`: the first 40 bits of its SHA-256. It is compared only with the last few of the same seat, so
/// that one guest in 30 billion actions would be taken at an earlier word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActionKey(pub [u8; 5]);

impl ActionKey {
    /// The key of an id.
    pub fn of(action_id: &str) -> Self {
        let digest = Sha256::digest(action_id.as_bytes());
        Self(std::array::from_fn(|i| digest[i]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{SeedableRng, rngs::StdRng};

    #[test]
    fn a_code_has_four_different_consonants_and_nothing_rude() {
        let mut rng = StdRng::seed_from_u64(1);
        for _ in 0..20_000 {
            let code = PartyCode::draw(&mut rng);
            assert_eq!(code.as_str().len(), 4);
            assert!(!code.as_str().contains(['A', 'E', 'I', 'O', 'U', 'Y', 'S', 'F']));
            assert!(spells_nothing(code.as_str()), "{code}");
        }
    }

    #[test]
    fn a_typed_code_forgives_case_and_space() {
        assert_eq!(PartyCode::parse(" kwtx ").unwrap().as_str(), "KWTX");
        assert!(PartyCode::parse("KWT").is_none());
        assert!(PartyCode::parse("КВТХ").is_none());
    }

    #[test]
    fn a_token_does_not_show_itself() {
        let token = Token::draw();
        assert!(!format!("{token:?}").contains(token.reveal()));
        assert!(!token.hash().as_str().contains(token.reveal()));
    }
}
