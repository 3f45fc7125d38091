//! The events of a party, as they stand in its journal, and how they are written. Private: nothing here is ever sent to a page.
//!
//! A batch is a row of records one after the other, so that two batches put together are a batch. A record begins with its kind and
//! the milliseconds since the record before it, be that in the same row or in an earlier one. Most of the party's own events are
//! JSON; what happens thousands of times in an evening, a move in a game, is packed: the canvas's placement takes 12 to 14 bytes.

use crate::game::Deck;
use crate::id::{ActionKey, PartyCode, PartyMs, SeatId, SessionId, TokenHash};
use crate::protocol::{Lang, PauseReason};
use crate::store::Format;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use thiserror::Error;

/// One line of the journal.
#[derive(Debug, Serialize, Deserialize)]
pub struct Record {
    /// Party time.
    pub at: PartyMs,
    /// What happened.
    pub event: Event,
}

/// What can happen to a party. Wall-clock times (`wall`, RFC 3339) are kept for people to read; nothing is decided by them.
#[derive(Debug, Serialize, Deserialize)]
pub enum Event {
    /// The party begins.
    Opened {
        code: PartyCode,
        name: String,
        lang: Lang,
        max_players: u32,
        wall: String,
        /// It stands beside the evening's party.
        #[serde(default)]
        beside: bool,
    },
    /// The party is called otherwise, or speaks another language.
    Named { name: String, lang: Lang },
    /// Somebody may act as the host by this token.
    HostKey { token: TokenHash },
    /// A guest takes a seat.
    Joined {
        seat: SeatId,
        name: String,
        avatar: String,
        color: u8,
        token: TokenHash,
        device: TokenHash,
        wall: String,
    },
    /// The same phone came back without its token and got a new one.
    Returned { seat: SeatId, token: TokenHash },
    /// A guest has another name or animal.
    Renamed { seat: SeatId, name: String, avatar: String },
    /// A guest pressed "I am ready", or took it back.
    Confirmed { seat: SeatId, ready: bool },
    /// A seat is given up, by the guest or by the host. Its number is never given again.
    Removed { seat: SeatId },
    /// The next session stands open, with all its settings.
    SessionOpened {
        session: SessionId,
        game: String,
        settings: Value,
        wall: String,
    },
    /// Its game begins from this state, with everything random already drawn.
    SessionStarted {
        state: Box<RawValue>,
        deck: Deck,
        wall: String,
    },
    /// An event of the game, as version 1 wrote it.
    Game(Box<RawValue>),
    /// A move in the game was accepted: what followed from it, packed by the game, and what it answered. `seat: None` is the host.
    #[serde(skip)]
    Played {
        seat: Option<SeatId>,
        action: ActionKey,
        /// `None` if it can be read off the state.
        answer: Option<Box<RawValue>>,
        packed: Vec<u8>,
    },
    /// Something followed by itself in the game, packed by it.
    #[serde(skip)]
    Ticked { packed: Vec<u8> },
    /// The game is over.
    SessionFinished { wall: String },
    /// Party time stands still.
    Paused { reason: PauseReason },
    /// Party time goes on.
    Resumed,
    /// An action was accepted and answered; a repeat of it gets the same answer. `seat: None` is the host.
    Answered {
        seat: Option<SeatId>,
        action_id: String,
        answer: Value,
    },
    /// A guest told the host something.
    Told {
        seat: SeatId,
        stars: u8,
        text: String,
        wall: String,
    },
    /// The host chose the volume, 0 to 100.
    Volume { volume: u8 },
    /// The party is over.
    Ended { wall: String },
}

/// A row that is no journal of ours.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// Version 1, or an event within a record.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A record ends in the middle, or is of no kind that we know.
    #[error("a record is cut off or of an unknown kind")]
    Broken,
}

/// The lowest two bits of a record's first byte.
const JSON: u8 = 0;
const PLAYED: u8 = 1;
const ANSWERED: u8 = 2;
const TICKED: u8 = 3;
/// The other six hold the length of what a game packed, or this: then the length follows.
const LONG: u8 = 63;

/// Encodes records as the body of a journal row; `since` is the time of the record before them.
pub fn encode(records: &[Record], since: PartyMs) -> Vec<u8> {
    let mut out = Vec::with_capacity(records.len() * 16);
    let mut before = since;
    for Record { at, event } in records {
        write_record(&mut out, at.since(before), event);
        before = *at;
    }
    out
}

fn write_record(out: &mut Vec<u8>, passed: i64, event: &Event) {
    match event {
        Event::Played {
            seat,
            action,
            answer,
            packed,
        } => {
            let kind = if answer.is_some() { ANSWERED } else { PLAYED };
            write_head(out, kind, passed, packed.len());
            write_number(out, seat.map_or(0, |seat| seat.0.into()));
            out.extend_from_slice(&action.0);
            if let Some(answer) = answer {
                write_bytes(out, answer.get().as_bytes());
            }
            out.extend_from_slice(packed);
        }
        Event::Ticked { packed } => {
            write_head(out, TICKED, passed, packed.len());
            out.extend_from_slice(packed);
        }
        other => {
            let json = serde_json::to_vec(other).expect("events have string keys and finite numbers");
            write_head(out, JSON, passed, json.len());
            out.extend_from_slice(&json);
        }
    }
}

fn write_head(out: &mut Vec<u8>, kind: u8, passed: i64, length: usize) {
    let short = u8::try_from(length).ok().filter(|length| *length < LONG);
    out.push(kind | short.unwrap_or(LONG) << 2);
    if short.is_none() {
        write_number(out, length as u64);
    }
    // Zigzag: time does not go back, but a journal must be readable if it once did.
    write_number(out, ((passed << 1) ^ (passed >> 63)) as u64);
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// LEB128: seven bits a byte, the lowest first.
fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads the body of one journal row, record by record; `since` is the time of the record before it.
pub fn decode<E: From<Unreadable>>(
    format: Format,
    body: &[u8],
    since: PartyMs,
    each: &mut dyn FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    glance(format, body, since, &mut |glimpse| {
        each(glimpse.into_record().map_err(Unreadable::from)?)
    })
}

/// Reads the body of one journal row for those who only look: what games packed stays where it lies. A whole session is read in this
/// way, thousands of moves in a millisecond.
pub fn glance<E: From<Unreadable>>(
    format: Format,
    body: &[u8],
    since: PartyMs,
    each: &mut dyn FnMut(Glimpse) -> Result<(), E>,
) -> Result<(), E> {
    if format == Format::Json {
        let records: Vec<Record> = serde_json::from_slice(body).map_err(Unreadable::from)?;
        let mut glimpses = records.into_iter().map(|Record { at, event }| Glimpse {
            at,
            seen: Seen::Own(event),
        });
        return glimpses.try_for_each(each);
    }
    let mut rest = Rest(body);
    let mut at = since;
    while !rest.0.is_empty() {
        let glimpse = rest.glimpse(at)?;
        at = glimpse.at;
        each(glimpse)?;
    }
    Ok(())
}

/// A record that still lies in its row.
pub struct Glimpse<'a> {
    /// Party time.
    pub at: PartyMs,
    /// What happened.
    pub seen: Seen<'a>,
}

/// What can be seen of it.
pub enum Seen<'a> {
    /// An event of the party's own.
    Own(Event),
    /// [`Event::Played`], the answer as JSON.
    Played {
        seat: Option<SeatId>,
        action: ActionKey,
        answer: Option<&'a [u8]>,
        packed: &'a [u8],
    },
    /// [`Event::Ticked`].
    Ticked { packed: &'a [u8] },
}

impl Glimpse<'_> {
    fn into_record(self) -> Result<Record, serde_json::Error> {
        let event = match self.seen {
            Seen::Own(event) => event,
            Seen::Ticked { packed } => Event::Ticked {
                packed: packed.to_vec(),
            },
            Seen::Played {
                seat,
                action,
                answer,
                packed,
            } => Event::Played {
                seat,
                action,
                answer: answer.map(serde_json::from_slice).transpose()?,
                packed: packed.to_vec(),
            },
        };
        Ok(Record { at: self.at, event })
    }
}

/// What is still to be read of a row.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn glimpse(&mut self, before: PartyMs) -> Result<Glimpse<'a>, Unreadable> {
        let head = self.bytes(1)?[0];
        let length = match head >> 2 {
            LONG => self.length()?,
            short => usize::from(short),
        };
        let zigzag = self.number()?;
        let passed = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
        let at = PartyMs(before.0.checked_add(passed).ok_or(Unreadable::Broken)?);
        let seen = match head & 0b11 {
            JSON => Seen::Own(serde_json::from_slice(self.bytes(length)?)?),
            TICKED => Seen::Ticked {
                packed: self.bytes(length)?,
            },
            kind => self.played(kind == ANSWERED, length)?,
        };
        Ok(Glimpse { at, seen })
    }

    fn played(&mut self, answered: bool, length: usize) -> Result<Seen<'a>, Unreadable> {
        let seat = u32::try_from(self.number()?).map_err(|_| Unreadable::Broken)?;
        let action = ActionKey(self.bytes(5)?.try_into().map_err(|_| Unreadable::Broken)?);
        let answer = match answered {
            true => {
                let length = self.length()?;
                Some(self.bytes(length)?)
            }
            false => None,
        };
        Ok(Seen::Played {
            seat: (seat > 0).then_some(SeatId(seat)),
            action,
            answer,
            packed: self.bytes(length)?,
        })
    }

    fn length(&mut self) -> Result<usize, Unreadable> {
        usize::try_from(self.number()?).map_err(|_| Unreadable::Broken)
    }

    fn number(&mut self) -> Result<u64, Unreadable> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.bytes(1)?[0];
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Unreadable::Broken)
    }

    fn bytes(&mut self, length: usize) -> Result<&'a [u8], Unreadable> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Unreadable::Broken)?;
        self.0 = rest;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn played() -> impl Strategy<Value = Event> {
        let answer = proptest::option::of("[a-z]{0,80}");
        (
            0u32..100_000,
            any::<[u8; 5]>(),
            answer,
            prop::collection::vec(any::<u8>(), 0..200),
        )
            .prop_map(|(seat, action, answer, packed)| Event::Played {
                seat: (seat > 0).then_some(SeatId(seat)),
                action: ActionKey(action),
                answer: answer.map(|text| serde_json::value::to_raw_value(&text).unwrap()),
                packed,
            })
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            4 => played(),
            1 => prop::collection::vec(any::<u8>(), 0..200).prop_map(|packed| Event::Ticked { packed }),
            1 => any::<u8>().prop_map(|volume| Event::Volume { volume }),
        ]
    }

    fn records() -> impl Strategy<Value = Vec<Record>> {
        let record = (-5i64..1_000_000, event()).prop_map(|(at, event)| Record { at: PartyMs(at), event });
        prop::collection::vec(record, 0..20)
    }

    fn read(body: &[u8], since: PartyMs) -> Result<Vec<Record>, Unreadable> {
        let mut records = Vec::new();
        decode::<Unreadable>(Format::Packed, body, since, &mut |record| {
            records.push(record);
            Ok(())
        })?;
        Ok(records)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_and_two_rows_put_together_are_a_row(one in records(), two in records()) {
            let since = PartyMs(77);
            let end = one.last().map_or(since, |record| record.at);
            let body = [encode(&one, since), encode(&two, end)].concat();
            let both: Vec<Record> = one.into_iter().chain(two).collect();
            prop_assert_eq!(format!("{:?}", read(&body, since).unwrap()), format!("{both:?}"));
        }

        #[test]
        fn rubbish_is_refused_and_nothing_else(body in prop::collection::vec(any::<u8>(), 0..100)) {
            let _ = read(&body, PartyMs(0));
        }
    }

    #[test]
    fn a_placement_takes_at_most_14_bytes() {
        let record = Record {
            at: PartyMs(1_000_150),
            event: Event::Played {
                seat: Some(SeatId(1_000)),
                action: ActionKey::of("a"),
                answer: None,
                packed: vec![1, 2, 3, 4],
            },
        };
        assert_eq!(encode(&[record], PartyMs(1_000_000)).len(), 14);
    }
}
