//! Who is connected, and how messages reach them: by audience, gathered within a tick once the room is large, never waiting for
//! anybody. Knows audiences and bytes, no rules and no state of the party.

use super::bulk::BulkStream;
use super::outbox::{Inbox, Outbox, Put};
use super::post::Post;
use super::round;
use super::tick::Tick;
use crate::defect::{Defect, planted};
use crate::game::{Audience, Bulk, Edition, Viewer};
use crate::id::SeatId;
use crate::protocol::CloseCode;
use bytes::Bytes;
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;
use tokio::time::Instant;

/// From so many seats on, small topics are gathered, and sent no more often than once a tick.
const GATHER_FROM: usize = 50;
const TICK: Duration = Duration::from_millis(40);
/// A TV or two cost little, and everybody looks at them; a hall of TVs costs a write for each.
const TICK_OF_FEW_TVS: Duration = Duration::from_millis(20);
const TICK_OF_MANY_TVS: Duration = Duration::from_millis(50);
const FEW: usize = 8;
/// A number that a phone shows by the way need not wake it more often.
const TICK_OF_COUNTS: Duration = Duration::from_millis(250);
/// Topics that change all the time go out so often.
const CALM: Duration = Duration::from_secs(3);
/// Live values go out at 20 Hz.
const FRAMES_EVERY: Duration = Duration::from_millis(50);

/// One connection; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConnId(pub u64);

/// What a new socket is given: who it is, and both ends of its queue.
pub struct Admission {
    /// The connection.
    pub conn: ConnId,
    /// Who looks.
    pub viewer: Viewer,
    /// For closing it.
    pub outbox: Outbox,
    /// What it is to send.
    pub inbox: Inbox,
}

struct Socket {
    viewer: Viewer,
    outbox: Outbox,
}

/// Names a topic within its audience, so that a newer message replaces one that still waits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TopicKey {
    /// Whose topic.
    pub audience: Audience,
    /// The message's type.
    pub kind: String,
    /// The player of a `player.update`.
    pub player: Option<SeatId>,
}

/// The sockets of a party.
#[derive(Default)]
pub struct Fanout {
    /// TVs and pages of the host: few, and most that is told is for them.
    stage: BTreeMap<ConnId, Socket>,
    /// Phones of players.
    phones: BTreeMap<ConnId, Socket>,
    of_seat: HashMap<SeatId, ConnId>,
    for_stage: Tick,
    for_phones: Tick,
    counts_for_phones: Tick,
    frames: BTreeMap<String, BTreeMap<SeatId, f64>>,
    frames_due: Option<Instant>,
    calm: HashMap<TopicKey, Bytes>,
    calm_until: Option<Instant>,
    bulk: BulkStream,
    /// Sockets that have something to send since they were last rung.
    unrung: Vec<Outbox>,
    slow: Vec<ConnId>,
    /// Bytes handed to sockets since somebody last asked.
    sent: u64,
    /// Messages and bytes handed to all sockets, TVs among them, since they were last counted.
    told: (u64, u64),
}

/// Sockets by who looks, and what waits for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sockets {
    /// Phones of players.
    pub players: usize,
    /// TVs.
    pub tvs: usize,
    /// Pages of the host.
    pub hosts: usize,
    /// Messages that wait, all together.
    pub waiting: usize,
    /// Messages that wait for the slowest.
    pub longest: usize,
}

/// However a party ends, its sockets are told to come back: a page must not wait for somebody who is not there.
impl Drop for Fanout {
    fn drop(&mut self) {
        self.close_all(CloseCode::Healed);
    }
}

impl Socket {
    /// What a frame to it counts as load. TVs do not count: anybody may open one, and shut the players out.
    fn weighs(&self, bytes: usize) -> u64 {
        if self.viewer == Viewer::Tv { 0 } else { bytes as u64 }
    }
}

impl Fanout {
    /// Lets a viewer in, with its greeting first.
    pub fn admit(&mut self, conn: ConnId, viewer: Viewer, outbox: Outbox, greeting: &[Bytes]) {
        let greeting = Post::together(greeting.iter());
        let (messages, bytes) = (greeting.messages() as u64, greeting.len() as u64);
        if viewer != Viewer::Tv {
            self.sent += bytes;
        }
        self.told.0 += messages;
        self.told.1 += bytes;
        // Nobody waits at its other end yet.
        if outbox.put(&greeting) != Put::TooSlow {
            let socket = Socket { viewer, outbox };
            match viewer {
                Viewer::Player(seat) => {
                    self.of_seat.insert(seat, conn);
                    self.phones.insert(conn, socket);
                }
                Viewer::Tv | Viewer::Host => drop(self.stage.insert(conn, socket)),
            }
        } else {
            self.slow.push(conn);
        }
    }

    /// Forgets a socket that is gone.
    pub fn forget(&mut self, conn: ConnId) {
        self.stage.remove(&conn);
        if let Some(Socket {
            viewer: Viewer::Player(seat),
            ..
        }) = self.phones.remove(&conn)
            && self.of_seat.get(&seat) == Some(&conn)
        {
            self.of_seat.remove(&seat);
        }
    }

    /// Closes a socket.
    pub fn close(&mut self, conn: ConnId, code: CloseCode) {
        if let Some(socket) = self.socket(conn) {
            socket.outbox.close(code);
        }
        self.forget(conn);
    }

    /// Closes all sockets.
    pub fn close_all(&mut self, code: CloseCode) {
        let all = self.stage.keys().chain(self.phones.keys());
        for conn in all.copied().collect::<Vec<_>>() {
            self.close(conn, code);
        }
    }

    fn socket(&self, conn: ConnId) -> Option<&Socket> {
        self.phones.get(&conn).or_else(|| self.stage.get(&conn))
    }

    /// The sockets of those who hear what this audience is told, the stage first; one seat has a way of its own.
    fn listening(&self, audience: Audience) -> impl Iterator<Item = (&ConnId, &Socket)> {
        let (stage, phones) = match audience {
            Audience::All => (true, true),
            Audience::Stage => (true, false),
            Audience::Players | Audience::Seat(_) => (false, true),
        };
        let stage = stage.then_some(&self.stage).into_iter().flatten();
        stage.chain(phones.then_some(&self.phones).into_iter().flatten())
    }

    /// Sends to one connection.
    pub fn send(&mut self, conn: ConnId, text: &Bytes) {
        let Some(socket) = self.socket(conn) else { return };
        let post = Post::text(text);
        let weight = socket.weighs(post.len());
        match socket.outbox.put(&post) {
            Put::First => self.unrung.push(socket.outbox.clone()),
            Put::Behind => {}
            Put::TooSlow => self.slow.push(conn),
        }
        self.sent += weight;
        self.told = (self.told.0 + 1, self.told.1 + post.len() as u64);
    }

    /// Sends what changes no topic, now.
    pub fn cue(&mut self, audience: Audience, text: &Bytes) {
        self.deliver(audience, text);
    }

    /// Sends a topic: now in a small room; in a large one with all others of its tick.
    pub fn topic(&mut self, key: TopicKey, text: Bytes, seats: usize, now: Instant) {
        // What waits is older.
        self.calm.remove(&key);
        if self.tells_at_once(key.audience, &text, seats) {
            return;
        }
        if matches!(key.audience, Audience::All | Audience::Players) {
            self.for_phones.take(key.clone(), text.clone(), now);
        }
        if matches!(key.audience, Audience::All | Audience::Stage) {
            self.for_stage.take(key, text, now);
        }
    }

    /// Sends everybody a count: as a topic, but that the phones of a large room have time.
    pub fn count(&mut self, key: TopicKey, text: Bytes, seats: usize, now: Instant) {
        if self.tells_at_once(Audience::All, &text, seats) {
            return;
        }
        self.counts_for_phones.take(key.clone(), text.clone(), now);
        self.for_stage.take(key, text, now);
    }

    /// In a small room, and to one seat, nothing is gathered.
    fn tells_at_once(&mut self, audience: Audience, text: &Bytes, seats: usize) -> bool {
        let is_small = seats < GATHER_FROM;
        if is_small {
            // It may have been large just now: what was gathered then is older.
            self.flush();
        }
        let at_once = is_small || matches!(audience, Audience::Seat(_));
        if at_once {
            self.deliver(audience, text);
        }
        at_once
    }

    /// Takes a topic that is in no hurry: of all that come within a while only the last is sent.
    pub fn calm(&mut self, key: TopicKey, text: Bytes, now: Instant) {
        self.calm_until.get_or_insert(now + CALM);
        self.calm.insert(key, text);
    }

    /// Takes changes of a large thing, which stands at `edition` after them.
    pub fn bulk(&mut self, items: Vec<Bulk>, edition: Edition, now: Instant) {
        let viewers = self.stage.len() + self.phones.len();
        self.bulk.take(items, edition, viewers, now);
    }

    /// Sends all that was gathered, before anything that must not be overtaken.
    pub fn flush(&mut self) {
        let for_phones = [self.for_phones.pour(), self.counts_for_phones.pour()];
        let for_stage = self.for_stage.pour();
        self.deliver_post(Audience::Stage, &for_stage);
        for post in for_phones {
            self.deliver_post(Audience::Players, &post);
        }
    }

    fn flush_calm(&mut self) {
        self.calm_until = None;
        if planted(Defect::NeverTellsCalmly) {
            self.calm.clear();
        }
        for (key, text) in std::mem::take(&mut self.calm) {
            self.deliver(key.audience, &text);
        }
    }

    fn flush_bulk(&mut self) {
        for frame in self.bulk.flush() {
            self.deliver_post(Audience::Players, &Post::binary(&frame.plain));
            self.deliver_post(Audience::Stage, &Post::binary(&frame.signed));
        }
    }

    /// Sends everything that waits: what comes next must not be overtaken by it.
    pub fn flush_all(&mut self) {
        self.flush();
        self.flush_calm();
        self.flush_bulk();
    }

    /// Rings for each socket that has something to send, once for all that it was told meanwhile: it is one write.
    pub fn ring(&mut self) {
        round::ring(&mut self.unrung);
    }

    /// Has anything been handed to sockets since the last time?
    pub fn has_sent(&self) -> bool {
        self.sent > 0
    }

    /// Bytes handed to sockets since the last time.
    pub fn take_sent(&mut self) -> u64 {
        std::mem::take(&mut self.sent)
    }

    /// Messages and bytes handed to sockets since the last time, if there were any.
    pub fn take_told(&mut self) -> Option<(u64, u64)> {
        let told = std::mem::take(&mut self.told);
        (told.0 > 0).then_some(told)
    }

    /// Who is connected, and what waits for them.
    pub fn sockets(&self) -> Sockets {
        self.listening(Audience::All)
            .fold(Sockets::default(), |mut all, (_, socket)| {
                match socket.viewer {
                    Viewer::Player(_) => all.players += 1,
                    Viewer::Tv => all.tvs += 1,
                    Viewer::Host => all.hosts += 1,
                }
                let waiting = socket.outbox.waiting();
                all.waiting += waiting;
                all.longest = all.longest.max(waiting);
                all
            })
    }

    /// Takes a live value of a seat; the latest wins.
    pub fn frame(&mut self, seat: SeatId, kind: String, value: f64, now: Instant) {
        self.frames.entry(kind).or_default().insert(seat, value);
        self.frames_due.get_or_insert(now + FRAMES_EVERY);
    }

    /// The live values that are due, by kind.
    pub fn take_frames(&mut self, now: Instant) -> BTreeMap<String, BTreeMap<SeatId, f64>> {
        if self.frames_due.is_none_or(|due| due > now) {
            return BTreeMap::new();
        }
        self.frames_due = None;
        std::mem::take(&mut self.frames)
    }

    /// When what is gathered next may be sent, if that is known: until then nobody would see it.
    pub fn next_tick(&self) -> Option<Instant> {
        let tick = if self.stage.is_empty() {
            &self.for_phones
        } else {
            &self.for_stage
        };
        tick.next()
    }

    /// Sends what has waited long enough.
    pub fn flush_if_due(&mut self, now: Instant) {
        let is_due = |until: Option<Instant>| until.is_some_and(|until| until <= now);
        let stage_tick = match self.stage.len() {
            ..=FEW => TICK_OF_FEW_TVS,
            _ => TICK_OF_MANY_TVS,
        };
        if let Some(post) = self.for_stage.pour_if_due(now, stage_tick) {
            self.deliver_post(Audience::Stage, &post);
        }
        let for_phones = [
            self.for_phones.pour_if_due(now, TICK),
            self.counts_for_phones.pour_if_due(now, TICK_OF_COUNTS),
        ];
        for post in for_phones.into_iter().flatten() {
            self.deliver_post(Audience::Players, &post);
        }
        if is_due(self.calm_until) {
            self.flush_calm();
        }
        if is_due(self.bulk.due()) {
            self.flush_bulk();
        }
    }

    /// When something is to be sent that waits now.
    pub fn due(&self) -> Option<Instant> {
        let waiting = [
            self.for_stage.due(),
            self.for_phones.due(),
            self.counts_for_phones.due(),
            self.calm_until,
            self.bulk.due(),
            self.frames_due,
        ];
        waiting.into_iter().flatten().min()
    }

    /// The sockets that were closed because they were too slow, once.
    pub fn take_slow(&mut self) -> Vec<ConnId> {
        let slow = std::mem::take(&mut self.slow);
        for conn in &slow {
            self.forget(*conn);
        }
        slow
    }

    fn deliver(&mut self, audience: Audience, text: &Bytes) {
        if let Audience::Seat(seat) = audience {
            if let Some(conn) = self.of_seat.get(&seat).copied() {
                self.send(conn, text);
            }
            return;
        }
        self.deliver_post(audience, &Post::text(text));
    }

    /// To all of an audience.
    fn deliver_post(&mut self, audience: Audience, post: &Post) {
        if post.is_empty() {
            return;
        }
        let (mut sent, mut told) = (0, 0);
        let (mut unrung, mut slow) = (std::mem::take(&mut self.unrung), Vec::new());
        for (conn, socket) in self.listening(audience) {
            sent += socket.weighs(post.len());
            told += 1;
            match socket.outbox.put(post) {
                Put::First => unrung.push(socket.outbox.clone()),
                Put::Behind => {}
                Put::TooSlow => slow.push(*conn),
            }
        }
        self.unrung = unrung;
        self.sent += sent;
        self.told.0 += told * post.messages() as u64;
        self.told.1 += told * post.len() as u64;
        self.slow.extend(slow);
    }
}

#[cfg(test)]
mod tests {
    use super::super::outbox::outbox;
    use super::super::post::tests::texts;
    use super::*;

    const LARGE: usize = GATHER_FROM;

    struct Room {
        fanout: Fanout,
        inbox: Inbox,
        began: Instant,
    }

    impl Room {
        fn open(viewer: Viewer) -> Self {
            let mut fanout = Fanout::default();
            let (theirs, inbox) = outbox(viewer);
            fanout.admit(ConnId(1), viewer, theirs, &[]);
            let began = Instant::now();
            Self { fanout, inbox, began }
        }

        fn with_a_phone() -> Self {
            Self::open(Viewer::Player(SeatId(1)))
        }

        /// A topic is another so many milliseconds after the beginning; what is due by then goes out.
        fn tell(&mut self, kind: &str, text: &'static str, ms: u64) {
            let now = self.began + Duration::from_millis(ms);
            let (audience, kind, player) = (Audience::All, kind.to_owned(), None);
            let key = TopicKey { audience, kind, player };
            self.fanout.topic(key, Bytes::from_static(text.as_bytes()), LARGE, now);
        }

        /// What has been heard so many milliseconds after the beginning.
        fn heard(&mut self, ms: u64) -> Vec<String> {
            self.fanout.flush_if_due(self.began + Duration::from_millis(ms));
            self.inbox.waiting().flat_map(texts).collect()
        }

        /// What is heard, and when, of a count that is another every millisecond.
        fn ticks(&mut self) -> Vec<(u64, String)> {
            let mut told = Vec::new();
            for ms in 0..=100 {
                self.tell("count", if ms == 100 { "last" } else { "count" }, ms);
                told.extend(self.heard(ms).into_iter().map(|text| (ms, text)));
            }
            told.extend(self.heard(120).into_iter().map(|text| (120, text)));
            told
        }
    }

    #[test]
    fn a_lone_change_in_a_large_room_waits_for_nobody() {
        let mut room = Room::with_a_phone();
        room.tell("one", "1", 0);
        room.tell("two", "2", 0);
        assert_eq!(room.heard(0), ["1", "2"]);
        room.tell("one", "3", 1_000);
        assert_eq!(room.heard(1_000), ["3"]);
    }

    #[test]
    fn what_is_told_last_is_heard_last() {
        let mut room = Room::with_a_phone();
        room.tell("first", "first", 0);
        assert_eq!(room.heard(0), ["first"]);
        room.tell("player.update", "A is here", 1);
        room.tell("players.list", "A and B", 2);
        room.tell("player.update", "A is gone", 3);
        assert_eq!(room.heard(100), ["A and B", "A is gone"]);
    }

    #[test]
    fn changes_one_after_the_other_are_told_once_a_tick_the_last_of_each() {
        let expected = [(0, "count"), (40, "count"), (80, "count"), (120, "last")];
        assert_eq!(
            Room::with_a_phone().ticks(),
            expected.map(|(ms, text)| (ms, text.to_owned()))
        );
    }

    #[test]
    fn counts_reach_the_phones_of_a_large_room_less_often_and_tvs_with_all_the_rest() {
        let told = |viewer: Viewer| {
            let mut room = Room::open(viewer);
            let (audience, player) = (Audience::All, None);
            let times = (0..=600).filter(|ms| {
                let now = room.began + Duration::from_millis(*ms);
                let kind = "counts".to_owned();
                let key = TopicKey { audience, kind, player };
                let count = Bytes::from(format!("{ms}"));
                room.fanout.count(key, count, LARGE, now);
                let heard = room.heard(*ms);
                assert!(
                    heard.is_empty() || heard == [ms.to_string()],
                    "it is told the last: {heard:?}"
                );
                !heard.is_empty()
            });
            times.collect::<Vec<u64>>()
        };
        assert_eq!(told(Viewer::Player(SeatId(1))), [0, 250, 500]);
        assert_eq!(told(Viewer::Tv), (0..=600).step_by(20).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_gathered_while_the_room_was_large_does_not_come_after_what_is_newer() {
        for viewer in [Viewer::Player(SeatId(1)), Viewer::Tv] {
            let mut room = Room::open(viewer);
            let mut tell = |count: &'static str, seats: usize, ms: u64| {
                let now = room.began + Duration::from_millis(ms);
                for kind in ["room.update", "party.info"] {
                    let (audience, kind, player) = (Audience::All, kind.to_owned(), None);
                    let (key, text) = (TopicKey { audience, kind, player }, Bytes::from(count));
                    match key.kind.as_str() {
                        "room.update" => room.fanout.count(key, text, seats, now),
                        _ => room.fanout.topic(key, text, seats, now),
                    }
                }
                room.fanout.flush_if_due(now);
            };
            tell("51", LARGE + 1, 0);
            tell("50", LARGE, 1);
            tell("49", LARGE - 1, 2);
            let told = room.heard(1_000);
            assert_eq!(told[told.len() - 2..], ["49", "49"], "{viewer:?} heard {told:?}");
        }
    }

    #[test]
    fn a_few_tvs_are_told_more_often_and_many_less() {
        let told = |room: &mut Room| room.ticks().into_iter().map(|(ms, _)| ms).collect::<Vec<_>>();
        let mut room = Room::open(Viewer::Tv);
        assert_eq!(told(&mut room), [0, 20, 40, 60, 80, 100]);
        let mut room = Room::open(Viewer::Tv);
        for number in 2..=9 {
            room.fanout.admit(ConnId(number), Viewer::Tv, outbox(Viewer::Tv).0, &[]);
        }
        assert_eq!(told(&mut room), [0, 50, 100]);
    }

    #[test]
    fn what_must_not_be_overtaken_is_told_early_and_the_tick_goes_on() {
        let mut room = Room::with_a_phone();
        room.tell("count", "1", 0);
        assert_eq!(room.heard(0), ["1"]);
        room.tell("count", "2", 10);
        room.fanout.flush();
        assert_eq!(room.heard(10), ["2"]);
        room.tell("count", "3", 11);
        assert_eq!(room.heard(39), Vec::<String>::new());
        assert_eq!(room.heard(40), ["3"]);
        room.tell("count", "4", 41);
        assert_eq!(room.heard(79), Vec::<String>::new());
        assert_eq!(room.heard(80), ["4"]);
    }

    #[test]
    fn what_was_gathered_reaches_each_socket_in_order_and_only_what_it_hears() {
        let mut fanout = Fanout::default();
        let (theirs, phone) = outbox(Viewer::Player(SeatId(7)));
        let (stage, tv) = outbox(Viewer::Tv);
        fanout.admit(ConnId(1), Viewer::Player(SeatId(7)), theirs, &[]);
        fanout.admit(ConnId(2), Viewer::Tv, stage, &[]);
        let now = Instant::now();
        let told = [
            (Audience::All, "a"),
            (Audience::Stage, "b"),
            (Audience::Players, "c"),
            (Audience::All, "d"),
        ];
        for (audience, kind) in told {
            let (kind, player) = (kind.to_owned(), None);
            let text = Bytes::from(kind.clone());
            fanout.topic(TopicKey { audience, kind, player }, text, LARGE, now);
        }
        fanout.flush();
        let heard = |inbox: &Inbox| -> String { inbox.waiting().flat_map(texts).collect() };
        assert_eq!((heard(&phone), heard(&tv)), ("acd".to_owned(), "abd".to_owned()));
    }
}
