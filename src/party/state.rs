//! A party's state, and the one function that changes it: [`Party::apply`], a fold over the journal. It decides nothing.

use super::journal::{Event, Glimpse, Seen};
use super::roll::Roll;
use super::sitting::{Session, take_up, unreadable};
use crate::defect::{Defect, planted};
use crate::game::registry::{Table, Told};
use crate::game::{By, Deck, PlayerStatus, Viewer};
use crate::id::{ActionKey, PartyCode, PartyMs, SeatId, Seq, SessionId, TokenHash};
use crate::protocol::{Lang, PauseReason, SessionStatus};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use thiserror::Error;

/// So many answers are kept for each seat, so that a repeated action gets the same one. Where thousands act all the time it is what a
/// phone may have under way; a game in which people decide has all of them kept.
const ANSWERS_KEPT: usize = 32;
/// So many host keys are kept: one comes with every start and every right PIN.
const HOST_KEYS_KEPT: usize = 64;

/// A journal that does not fold.
#[derive(Debug, Error)]
pub enum ReplayError {
    /// An event belongs to a game that this build does not have.
    #[error("the journal needs the game {0:?}, which this build does not have")]
    UnknownGame(String),
    /// An event cannot be read.
    #[error("the journal cannot be read at event {seq}: {cause}")]
    Unreadable {
        /// Its position.
        seq: Seq,
        /// Why.
        cause: String,
    },
    /// A game's event stands outside a running session, or the first event is missing.
    #[error("the journal has no beginning")]
    NoBeginning,
}

/// A place in the party.
#[derive(Debug, Serialize, Deserialize)]
pub struct Seat {
    /// Unique within the party.
    pub name: String,
    /// One of the 24 animals.
    pub avatar: String,
    /// Index of the colour.
    pub color: u8,
    /// The token that opens it.
    pub token: TokenHash,
    /// The phone that holds it.
    pub device: TokenHash,
    /// "I am ready", in the lobby.
    pub confirmed: bool,
    /// How often this guest has told the host something.
    pub told: u8,
    /// Given up; kept, because the journal and the board of earlier sessions name it.
    pub removed: bool,
    /// When it was taken, RFC 3339.
    pub joined_at: String,
    answers: Answers,
}

/// The last answers given to one player or to the host, by action; kept as text, which is a tenth of what a tree takes.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Answers(VecDeque<(ActionKey, Box<str>)>);

impl Answers {
    fn of(&self, action: ActionKey) -> Option<Value> {
        let (_, answer) = self.0.iter().find(|(key, _)| *key == action)?;
        serde_json::from_str(answer).ok()
    }

    fn keep(&mut self, action: ActionKey, answer: String, most: usize) {
        while self.0.len() >= most {
            self.0.pop_front();
        }
        self.0.push_back((action, answer.into()));
    }
}

fn by(seat: Option<SeatId>) -> By {
    seat.map_or(By::Host, By::Seat)
}

/// One event of version 1 as a list, which is what games read now.
fn in_a_list(event: &RawValue) -> Vec<u8> {
    format!("[{}]", event.get()).into_bytes()
}

/// The state of a party. Fields are public to the party's own modules only through this crate's `party`. Written as JSON it is the
/// whole of it.
#[derive(Serialize, Deserialize)]
pub struct Party {
    pub(super) code: PartyCode,
    pub(super) name: String,
    pub(super) lang: Lang,
    pub(super) max_players: u32,
    /// It stands beside the evening's party.
    pub(super) beside: bool,
    pub(super) seats: BTreeMap<SeatId, Seat>,
    /// The seats that are not removed; always the keys of those in `seats`.
    pub(super) live: BTreeSet<SeatId>,
    /// Those, all together.
    pub(super) roll: Roll,
    pub(super) host_keys: VecDeque<TokenHash>,
    pub(super) session: Session,
    pub(super) deck: Deck,
    pub(super) paused: Option<PauseReason>,
    pub(super) volume: u8,
    pub(super) ended: bool,
    /// How often guests have told the host something.
    pub(super) told: u32,
    pub(super) seq: Seq,
    by_token: HashMap<TokenHash, SeatId>,
    by_device: HashMap<TokenHash, SeatId>,
    /// Of a guest who left and came again: the seat that the same phone held before.
    pub(super) earlier: BTreeMap<SeatId, SeatId>,
    host_answers: Answers,
}

impl Party {
    /// A party before its first event.
    pub(super) fn unborn() -> Self {
        Self {
            code: PartyCode::parse("ZZZZ").expect("four letters"),
            name: String::new(),
            lang: Lang::En,
            max_players: 0,
            beside: false,
            seats: BTreeMap::new(),
            live: BTreeSet::new(),
            roll: Roll::default(),
            host_keys: VecDeque::new(),
            session: Session::new(SessionId(0), String::new(), Value::Null),
            deck: Deck::default(),
            paused: None,
            volume: 80,
            ended: false,
            told: 0,
            seq: 0,
            by_token: HashMap::new(),
            by_device: HashMap::new(),
            earlier: BTreeMap::new(),
            host_answers: Answers::default(),
        }
    }

    /// Folds one event in and, if it is the game's, gives what it had let be known: for the read models.
    pub(super) fn apply_told(&mut self, event: &Event, at: PartyMs) -> Result<Option<Told>, ReplayError> {
        let (by, packed) = match event {
            Event::Game(raw) => (None, in_a_list(raw)),
            Event::Played { seat, packed, .. } => (Some(by(*seat)), packed.clone()),
            Event::Ticked { packed } => (None, packed.clone()),
            _ => return self.apply(event, at).map(|()| None),
        };
        self.seq += 1;
        let seq = self.seq;
        let table = self.session.table.as_mut().ok_or(ReplayError::NoBeginning)?;
        let told = table
            .replay_told(by, &packed, at)
            .map_err(|cause| unreadable(seq, cause))?;
        if let Event::Played {
            seat, action, answer, ..
        } = event
        {
            self.keep_played(*seat, *action, answer.as_deref().map(RawValue::get));
        }
        Ok(Some(told))
    }

    fn replay(&mut self, by: Option<By>, packed: &[u8], at: PartyMs) -> Result<(), ReplayError> {
        let seq = self.seq;
        let table = self.session.table.as_mut().ok_or(ReplayError::NoBeginning)?;
        table.replay(by, packed, at).map_err(|cause| unreadable(seq, cause))
    }

    /// Folds in what still lies in its row: the same as [`Party::apply`], without taking memory for what games packed.
    pub(super) fn apply_seen(&mut self, glimpse: &Glimpse) -> Result<(), ReplayError> {
        match &glimpse.seen {
            Seen::Own(event) => self.apply(event, glimpse.at)?,
            Seen::Ticked { packed } => {
                self.seq += 1;
                self.replay(None, packed, glimpse.at)?;
            }
            Seen::Played {
                seat,
                action,
                answer,
                packed,
            } => {
                self.seq += 1;
                self.replay(Some(by(*seat)), packed, glimpse.at)?;
                let answer = answer.map(str::from_utf8).transpose();
                self.keep_played(*seat, *action, answer.map_err(|cause| unreadable(self.seq, cause))?);
            }
        }
        Ok(())
    }

    /// Keeps what a move in the game answered.
    fn keep_played(&mut self, seat: Option<SeatId>, action: ActionKey, answer: Option<&str>) {
        let text = match (answer, &self.session.table) {
            (Some(answer), _) => answer.to_owned(),
            (None, Some(table)) => table.answer_text(by(seat)),
            (None, None) => return,
        };
        self.keep_answer(seat, action, text);
    }

    /// Folds one event in.
    pub(super) fn apply(&mut self, event: &Event, at: PartyMs) -> Result<(), ReplayError> {
        self.seq += 1;
        match event {
            Event::Opened {
                code,
                name,
                lang,
                max_players,
                beside,
                ..
            } => {
                self.beside = *beside;
                self.code = code.clone();
                self.name.clone_from(name);
                self.lang = *lang;
                self.max_players = *max_players;
            }
            Event::Named { name, lang } => {
                self.name.clone_from(name);
                self.lang = *lang;
            }
            Event::HostKey { token } => self.add_host_key(token),
            Event::Joined { .. } | Event::Returned { .. } | Event::Renamed { .. } => self.apply_to_seats(event),
            Event::Confirmed { seat, ready } => self.change(*seat, |place| place.confirmed = *ready),
            Event::Removed { seat } => self.remove(*seat),
            Event::SessionOpened {
                session,
                game,
                settings,
                ..
            } => self.open_session(*session, game, settings),
            Event::SessionStarted { state, deck, wall } => {
                let table = take_up(&self.session.game, state, self.seq)?;
                self.start_session(table, deck.clone(), wall);
            }
            Event::Game(raw) => self.replay(None, &in_a_list(raw), at)?,
            Event::Ticked { packed } => self.replay(None, packed, at)?,
            Event::Played {
                seat,
                action,
                answer,
                packed,
            } => {
                self.replay(Some(by(*seat)), packed, at)?;
                self.keep_played(*seat, *action, answer.as_deref().map(RawValue::get));
            }
            Event::SessionFinished { wall } => {
                self.session.status = SessionStatus::Finished;
                // The host may have ended it while it stood still.
                self.paused = None;
                self.session.ended_at = Some(wall.clone());
            }
            Event::Paused { reason } => self.paused = Some(*reason),
            Event::Resumed => self.paused = None,
            Event::Answered {
                seat,
                action_id,
                answer,
            } => self.keep_answer(*seat, ActionKey::of(action_id), answer.to_string()),
            Event::Told { seat, .. } => {
                self.told += 1;
                if let Some(place) = self.seats.get_mut(seat) {
                    place.told = place.told.saturating_add(1);
                }
            }
            Event::Volume { volume } => self.volume = *volume,
            Event::Ended { .. } => self.ended = true,
        }
        Ok(())
    }

    fn apply_to_seats(&mut self, event: &Event) {
        match event {
            Event::Joined {
                seat,
                name,
                avatar,
                color,
                token,
                device,
                wall,
            } => {
                let taken = Seat {
                    name: name.clone(),
                    avatar: avatar.clone(),
                    color: *color,
                    token: token.clone(),
                    device: device.clone(),
                    confirmed: false,
                    told: 0,
                    removed: false,
                    joined_at: wall.clone(),
                    answers: Answers::default(),
                };
                self.roll.enter(&taken);
                self.seats.insert(*seat, taken);
                self.live.insert(*seat);
                self.by_token.insert(token.clone(), *seat);
                if let Some(before) = self.by_device.insert(device.clone(), *seat) {
                    self.earlier.insert(*seat, before);
                }
            }
            Event::Returned { seat, token } => {
                if let Some(place) = self.seats.get_mut(seat) {
                    if !planted(Defect::KeepsOldTokens) {
                        self.by_token.remove(&place.token);
                    }
                    place.token = token.clone();
                    self.by_token.insert(token.clone(), *seat);
                }
            }
            Event::Renamed { seat, name, avatar } => self.change(*seat, |place| {
                place.name.clone_from(name);
                place.avatar.clone_from(avatar);
            }),
            _ => {}
        }
    }

    /// Changes what the roll knows of a seat.
    fn change(&mut self, seat: SeatId, change: impl FnOnce(&mut Seat)) {
        let Some(place) = self.seats.get_mut(&seat) else { return };
        let counts = self.live.contains(&seat);
        if counts {
            self.roll.strike(place);
        }
        change(place);
        if counts {
            self.roll.enter(place);
        }
    }

    fn add_host_key(&mut self, token: &TokenHash) {
        if self.host_keys.len() == HOST_KEYS_KEPT {
            self.host_keys.pop_front();
        }
        self.host_keys.push_back(token.clone());
    }

    fn remove(&mut self, seat: SeatId) {
        if planted(Defect::KeepsLeftSeats) {
            return;
        }
        let was_live = self.live.remove(&seat);
        if let Some(place) = self.seats.get_mut(&seat) {
            if was_live {
                self.roll.strike(place);
            }
            place.removed = true;
        }
    }

    fn open_session(&mut self, id: SessionId, game: &str, settings: &Value) {
        self.session = Session::new(id, game.to_owned(), settings.clone());
        self.paused = None;
        for seat in self.seats.values_mut() {
            seat.confirmed = false;
        }
        self.roll.unready();
    }

    /// Puts a started game on the table; also used while deciding, where the table is at hand already.
    pub(super) fn start_session(&mut self, table: Box<dyn Table>, deck: Deck, wall: &str) {
        self.session.table = Some(table);
        self.session.begun = self.seq;
        self.session.status = SessionStatus::Active;
        self.session.started_at = Some(wall.to_owned());
        self.deck = deck;
    }

    /// Keeps an answer, so that a repeated action gets the same one.
    pub(super) fn keep_answer(&mut self, seat: Option<SeatId>, action: ActionKey, answer: String) {
        if planted(Defect::ForgetsAnswers) {
            return;
        }
        let answers = match seat {
            None => Some(&mut self.host_answers),
            Some(seat) => self.seats.get_mut(&seat).map(|place| &mut place.answers),
        };
        let table = self.session.table.as_ref();
        let most = table.map_or(ANSWERS_KEPT, |table| table.answers_kept().max(ANSWERS_KEPT));
        if let Some(answers) = answers {
            answers.keep(action, answer, most);
        }
    }

    /// The answer that this action got already.
    pub(super) fn earlier_answer(&self, viewer: Viewer, action: ActionKey) -> Option<Value> {
        match viewer {
            Viewer::Host => self.host_answers.of(action),
            Viewer::Player(seat) => self.seats.get(&seat).and_then(|place| place.answers.of(action)),
            Viewer::Tv => None,
        }
    }

    /// Whose token this is: a seat's (removed ones too) or the host's.
    pub(super) fn holder(&self, token: &TokenHash) -> Option<Viewer> {
        match self.by_token.get(token) {
            Some(seat) => Some(Viewer::Player(*seat)),
            None => self.host_keys.contains(token).then_some(Viewer::Host),
        }
    }

    /// The seat that this phone holds, if it was not removed.
    pub(super) fn seat_of_device(&self, device: &TokenHash) -> Option<SeatId> {
        self.by_device
            .get(device)
            .copied()
            .filter(|seat| self.live.contains(seat))
    }

    /// A player's status when no game says otherwise.
    pub(super) fn idle_status(&self) -> PlayerStatus {
        match self.session.status {
            SessionStatus::Finished => PlayerStatus::Done,
            SessionStatus::Pending | SessionStatus::Active => PlayerStatus::Ready,
        }
    }
}
