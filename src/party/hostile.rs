//! An evening with guests who send anything: what arbitrary bytes ask for goes through the party's own core, its rules and its
//! games', with time and drops between. Whatever comes, nothing panics, a refusal has a code and changes nothing, and the journal
//! folds to what is on the table.

use super::core::Core;
use super::decide::Stamp;
use super::draft::Out;
use super::fanout::ConnId;
use super::journal;
use super::state::Party;
use super::{Place, Setting, system_error};
use crate::game::{NoLibrary, Refusal, Viewer};
use crate::hostile::{Choices, Wishes};
use crate::id::{PartyCode, PartyMs, SeatId};
use crate::protocol::{ActionRequest, AudioOutput, JoinRequest, StateAnswer, schema};
use crate::store::Format;
use rand::{SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use std::fmt::Debug;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// The games, what an evening of each begins with, and the name of its moves' schema.
const GAMES: [(&str, &str); 3] = [("arena", "Move"), ("canvas", "CanvasMove"), ("quest", "QuestMove")];
const GUESTS: u32 = 3;
/// No evening is longer, however many bytes there are.
const MOST_STEPS: usize = 150;

/// Plays an evening that these bytes decide, the first one which game and how it is set.
///
/// # Panics
/// If what is promised above does not hold.
pub fn evening(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let mut evening = Evening::open(&mut choices);
    for _ in 0..MOST_STEPS {
        if choices.are_over() {
            break;
        }
        evening.step(&mut choices);
    }
    evening.close();
}

/// Reads these bytes as a row of a journal, which a broken disk may bring.
pub fn journal(bytes: &[u8]) {
    let mut party = Party::unborn();
    // Whether it can be read makes no difference here; that it is refused calmly does.
    let _ = journal::decode::<journal::Unreadable>(Format::Packed, bytes, PartyMs(0), &mut |record| {
        let _ = party.apply(&record.event, record.at);
        Ok(())
    });
}

struct Evening {
    core: Core,
    now: Instant,
    moves: &'static str,
    conns: u64,
    asked: u64,
    rows: Vec<(PartyMs, Vec<u8>)>,
}

impl Evening {
    fn open(choices: &mut Choices) -> Self {
        let (game, moves) = GAMES[choices.below(GAMES.len())];
        let setting = Setting::new(None, None, AudioOutput::Off, Place::default());
        let mut core = Core::new(Party::unborn(), PartyMs(0), Arc::new(setting), Arc::new(NoLibrary));
        core.rng = StdRng::seed_from_u64(u64::from(choices.byte()));
        let now = Instant::now();
        let code = PartyCode::parse("KWRX").expect("four letters");
        core.open(code, None, now).expect("a party opens");
        let mut evening = Self {
            core,
            now,
            moves,
            conns: 0,
            asked: 0,
            rows: Vec::new(),
        };
        evening.begin(game, choices);
        evening
    }

    fn begin(&mut self, game: &str, choices: &mut Choices) {
        for guest in 1..=GUESTS {
            self.sit_down(guest);
            self.attach(Viewer::Player(SeatId(guest)));
        }
        self.attach(Viewer::Tv);
        let settings = settings(game, choices);
        self.do_as(Viewer::Host, "open", json!({ "game": game, "settings": settings }));
        self.do_as(Viewer::Host, "start", json!({}));
        if game == "quest" {
            for (guest, hero) in (1..).zip(["guardian", "scout"]) {
                let hero = json!({ "archetype": hero });
                self.do_as(Viewer::Player(SeatId(guest)), "character", hero);
            }
            self.do_as(Viewer::Host, "begin", json!({}));
        }
    }

    fn sit_down(&mut self, guest: u32) {
        let request = JoinRequest {
            name: format!("Guest {guest}"),
            device_uuid: Some(format!("00000000-0000-4000-8000-{guest:012}")),
            avatar: None,
        };
        self.core.join(&request, self.now).expect("there is room");
    }

    fn do_as(&mut self, viewer: Viewer, action_type: &str, payload: Value) {
        let accepted = self.act(viewer, ActionRequest::unnamed(action_type, payload));
        accepted.unwrap_or_else(|refusal| panic!("{action_type} at the beginning: {refusal}"));
    }

    fn attach(&mut self, viewer: Viewer) {
        self.conns += 1;
        let (admitted, _) = oneshot::channel();
        self.core.attach(ConnId(self.conns), viewer, admitted, self.now);
        self.seal();
    }

    fn step(&mut self, choices: &mut Choices) {
        match choices.below(13) {
            0 | 1 => self.wait(Duration::from_millis(1 << choices.below(18))),
            2 => self.wait_until_due(),
            3 => self.come_or_go(choices),
            4 => self.ask_the_party(choices),
            5 => self.ask_in_raw_text(choices),
            6 => self.join(choices),
            7 => self.show_live(choices),
            8 => self.advance(),
            9 => self.break_down(),
            _ => self.ask_the_game(choices),
        }
        self.seal();
    }

    fn wait(&mut self, passed: Duration) {
        self.now += passed;
        self.core.on_time(self.now);
    }

    fn wait_until_due(&mut self) {
        if let Some(due) = self.core.due() {
            self.now = self.now.max(due);
            self.core.on_time(self.now);
        }
    }

    /// The host moves the evening on, so that bytes reach what comes later.
    fn advance(&mut self) {
        for action_type in ["skip", "resume", "again", "start"] {
            let _ = self.act(Viewer::Host, ActionRequest::unnamed(action_type, json!({})));
        }
    }

    /// All is folded anew, as after a rule that panicked; the phones have to come back.
    fn break_down(&mut self) {
        self.seal();
        let (setting, library) = (Arc::clone(&self.core.setting), Arc::clone(&self.core.library));
        let mut healed = Core::new(self.folded(), self.core.written, setting, library);
        healed.take_over(&self.core, self.now);
        healed.rng = StdRng::from_rng(&mut self.core.rng);
        self.core = healed;
    }

    fn come_or_go(&mut self, choices: &mut Choices) {
        let viewer = viewer(choices);
        let socket = self.core.sockets.iter().find(|(_, other)| **other == viewer);
        match (socket.map(|(conn, _)| *conn), viewer) {
            (Some(conn), _) if choices.below(2) == 1 => self.core.detach(conn, self.now),
            (_, Viewer::Player(seat)) if !self.core.party.live.contains(&seat) => {}
            _ => self.attach(viewer),
        }
    }

    fn ask_the_game(&mut self, choices: &mut Choices) {
        let (viewer, wish) = (viewer(choices), wishes().one(self.moves, choices));
        self.ask(viewer, wish, choices);
    }

    fn ask_the_party(&mut self, choices: &mut Choices) {
        let (viewer, wish) = (viewer(choices), wishes().one("PartyAction", choices));
        self.ask(viewer, wish, choices);
    }

    fn ask(&mut self, viewer: Viewer, mut wish: Value, choices: &mut Choices) {
        self.asked += 1;
        // An id that was used already, now and then.
        let used = (choices.below(16) == 15).then(|| choices.below(4) as u64);
        if let Some(fields) = wish.as_object_mut() {
            fields.insert("action_id".into(), json!(format!("a{}", used.unwrap_or(self.asked))));
        }
        if let Ok(request) = serde_json::from_value(wish) {
            let _ = self.act(viewer, request);
        }
    }

    fn ask_in_raw_text(&mut self, choices: &mut Choices) {
        let (viewer, length) = (viewer(choices), choices.below(200));
        if let Ok(request) = serde_json::from_slice(choices.bytes(length)) {
            let _ = self.act(viewer, request);
        }
    }

    fn join(&mut self, choices: &mut Choices) {
        let Ok(request) = serde_json::from_value::<JoinRequest>(wishes().one("JoinRequest", choices)) else {
            return;
        };
        let before = self.fingerprint();
        let joined = self.core.join(&request, self.now);
        let _ = self.judge(joined.map(drop), &before);
    }

    fn show_live(&mut self, choices: &mut Choices) {
        let (seat, value) = (SeatId(choices.below(5) as u32), wishes().one("Frame", choices));
        let kind = value["kind"].as_str().unwrap_or("tap");
        let value = value["value"].as_f64().unwrap_or(0.5);
        let shown = self.core.live(seat, kind, value, self.now);
        assert!(shown.is_none_or(f64::is_finite), "{kind} {value} is shown as {shown:?}");
    }

    /// Acts as a socket or REST would.
    fn act(&mut self, viewer: Viewer, request: ActionRequest) -> Result<Value, Refusal> {
        let before = self.fingerprint();
        let stamp = Stamp {
            arrived: self.now,
            lag: Duration::from_millis(40),
        };
        let result = self.core.act(viewer, &request, stamp, self.now);
        self.judge(result.map(|accepted| accepted.result), &before)
    }

    /// A refusal has a code and its own words, is not our fault, and has changed nothing.
    fn judge<T>(&mut self, result: Result<T, Refusal>, before: &str) -> Result<T, Refusal> {
        if let Err(refusal) = &result {
            let told = system_error(refusal, None);
            assert!(told.code.contains('/') && !told.message.is_empty(), "{told:?}");
            assert_ne!(*refusal, Refusal::Internal);
            assert_eq!(self.fingerprint(), before, "{refusal:?} changed something");
        }
        result
    }

    fn fingerprint(&self) -> String {
        format!("{} {}", self.core.draft.records.len(), fingerprint(&self.core.party))
    }

    /// Somebody looks every time.
    fn seal(&mut self) {
        let since = self.core.written;
        self.core.draft.lookers.push(oneshot::channel().0);
        let (batch, outs) = self.core.seal(self.now);
        for out in outs {
            if let Out::State(_, moment) = out {
                self.compare(moment.state.clone());
            }
        }
        self.rows.extend(batch.map(|batch| (since, batch.body)));
    }

    /// Whoever looks is shown what is, but for the clock.
    fn compare(&self, mut shown: StateAnswer) {
        let present = self.core.state(Viewer::Tv, self.now);
        shown.session.clock.now = present.session.clock.now;
        if let (Some(shown), Some(present)) = (&mut shown.session.pause, &present.session.pause)
            && shown.resumes_in.is_some()
        {
            shown.resumes_in = present.resumes_in;
        }
        assert_eq!(shown, present, "what is over is shown");
    }

    /// The journal folds to the same party.
    fn close(mut self) {
        self.seal();
        assert_eq!(
            fingerprint(&self.folded()),
            fingerprint(&self.core.party),
            "the journal folds to another party"
        );
    }

    fn folded(&self) -> Party {
        let mut folded = Party::unborn();
        for (since, row) in &self.rows {
            let read = journal::decode::<journal::Unreadable>(Format::Packed, row, *since, &mut |record| {
                folded
                    .apply(&record.event, record.at)
                    .unwrap_or_else(|error| panic!("{error}"));
                Ok(())
            });
            read.expect("what was written can be read");
        }
        folded
    }
}

fn fingerprint(party: &Party) -> String {
    let session = &party.session;
    let table = session.table.as_ref().map(|table| table.save());
    let said: [&dyn Debug; 15] = [
        &party.name,
        &party.seats,
        &party.live,
        &party.host_keys,
        &party.deck,
        &party.paused,
        &party.volume,
        &party.ended,
        &party.told,
        &party.seq,
        &party.earlier,
        &session.id,
        &session.status,
        &session.settings,
        &table,
    ];
    format!("{said:?}")
}

fn viewer(choices: &mut Choices) -> Viewer {
    match choices.below(8) {
        0 => Viewer::Tv,
        1 | 2 => Viewer::Host,
        // The last one is nobody's seat, unless somebody has come.
        guest => Viewer::Player(SeatId(guest as u32 - 2)),
    }
}

fn settings(game: &str, choices: &mut Choices) -> Value {
    let kind = |choices: &mut Choices| ["tap", "choose", "puzzle"][choices.below(3)];
    match game {
        "arena" => {
            let levels: Vec<Value> = ["green", "yellow", "red"]
                .map(|level| json!({ "level": level, "mini_game": kind(choices), "seconds": 20, "points": 1000 }))
                .into();
            json!({ "levels": levels, "intro_seconds": 1, "board_seconds": 5, "reveal_seconds": 2 })
        }
        "canvas" => {
            let teams = [0, 2, 3][choices.below(3)];
            let slots = 1 + choices.below(3);
            json!({ "width": 16, "height": 12, "cooldown_ms": 0, "per_minute": 0, "slots": slots, "teams": teams })
        }
        _ => json!({}),
    }
}

fn wishes() -> &'static Wishes {
    static MADE: OnceLock<Wishes> = OnceLock::new();
    MADE.get_or_init(|| Wishes::by(&schema::document()))
}

#[cfg(test)]
mod tests {
    use super::super::fanout::TopicKey;
    use super::*;
    use crate::hostile::drawn::{bytes, cases};
    use crate::protocol::CloseCode;
    use proptest::prelude::*;

    /// An evening in this game that has just begun.
    fn begun(game: u8) -> Evening {
        Evening::open(&mut Choices::new(&[game]))
    }

    #[test]
    fn after_a_fault_they_are_waited_for_who_were_there() {
        let mut evening = begun(2);
        evening.seal();
        let decided = evening.rows.len();
        evening.break_down();
        evening.wait(Duration::from_millis(300));
        evening.attach(Viewer::Player(SeatId(1)));
        assert_eq!(evening.rows.len(), decided, "nobody is gone after a moment");
        evening.wait(Duration::from_secs(20));
        evening.seal();
        assert_eq!(evening.core.lately.iter().collect::<Vec<_>>(), [&SeatId(1)]);
    }

    #[test]
    fn nothing_of_an_old_session_is_told_in_the_next() {
        let mut evening = begun(0);
        for _ in 0..100 {
            let _ = evening.act(Viewer::Host, ActionRequest::unnamed("skip", json!({})));
            evening.seal();
        }
        let of_the_game = |evening: &Evening| {
            let of_it = |key: &TopicKey| key.kind.starts_with("arena.");
            let outs = evening.core.draft.outs.iter();
            outs.filter(|out| matches!(out, Out::Topic(key, _) | Out::Calm(key, _) if of_it(key)))
                .count()
        };
        evening.do_as(Viewer::Player(SeatId(1)), "leave", json!({}));
        assert_ne!(of_the_game(&evening), 0, "who leaves leaves the podium");
        evening.do_as(Viewer::Host, "again", json!({}));
        assert_eq!(of_the_game(&evening), 0);
    }

    #[test]
    fn who_knocks_while_the_party_ends_is_told_that_it_is_over() {
        let mut evening = begun(0);
        let (admitted, _) = oneshot::channel();
        evening.core.attach(ConnId(99), Viewer::Tv, admitted, evening.now);
        evening.do_as(Viewer::Host, "close", json!({}));
        let (_, outs) = evening.core.seal(evening.now);
        let told = outs.iter().find_map(|out| match out {
            Out::TurnedAway(_, code) => Some(*code),
            _ => None,
        });
        assert_eq!(told, Some(CloseCode::PartyOver));
    }

    /// Bytes of an evening in this game.
    fn one_of(game: u8) -> impl Strategy<Value = Vec<u8>> {
        bytes(game, 1_500)
    }

    proptest! {
        #![proptest_config(cases(60))]

        #[test]
        fn in_the_arena_whatever_is_asked_is_done_or_refused(bytes in one_of(0)) {
            evening(&bytes);
        }

        #[test]
        fn on_the_canvas_whatever_is_asked_is_done_or_refused(bytes in one_of(1)) {
            evening(&bytes);
        }

        #[test]
        fn in_the_quest_whatever_is_asked_is_done_or_refused(bytes in one_of(2)) {
            evening(&bytes);
        }
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn a_row_of_rubbish_is_refused_calmly(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            super::journal(&bytes);
        }
    }
}
