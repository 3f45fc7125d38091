//! What becomes known: topics by audience, things to show once, sounds, rows. An open question's answer stays in its table; no
//! message here has a field for it.
//! Held by a property test: what `greet` says at one time and all topics told since make what `greet` says now.

use super::mini::MiniGame;
use super::wire::{CountMsg, GameEventKind, LevelMsg, LevelResult, Msg, YouMsg};
use super::{Arena, Earned, Event, Phase, Player, Round};
use crate::game::{Audience, Cue, Placed, PlayerStatus, Row, Standing, Tell, Viewer};
use crate::id::SeatId;
use serde::Serialize;
use serde_json::{Value, json};

type Out<'a> = &'a mut Tell<Msg>;

impl Arena {
    pub(super) fn tell_of(&self, event: &Event, out: Out) {
        match event {
            Event::Entered { seats } => self.tell_entered(seats, out),
            Event::Dropped { .. } => self.tell_dropped(out),
            Event::Announced {} => self.tell_announced(out),
            Event::Started {} => self.tell_started(out),
            Event::Turned {} => self.tell_turned(out),
            Event::Closed { .. } => self.tell_closed(out),
            Event::GiftFell {} => self.tell_bonus(out),
            Event::GiftEnded {} => self.tell_gift(out),
            Event::Led { seat } => tell_led(*seat, out),
            Event::Cued { cue } => out.sounds.push(*cue),
            Event::Reported { seat, .. } => self.tell_reported(*seat, out),
            Event::Caught { seat } => self.tell_caught(*seat, out),
            Event::Finished {} => self.tell_finished(out),
        }
    }

    fn tell_entered(&self, seats: &[SeatId], out: Out) {
        seats.iter().for_each(|seat| self.tell_you(*seat, out));
        out.players.extend(seats);
        out.board = true;
        if !matches!(self.phase, Phase::Opening(_)) {
            all(out, self.count());
        }
    }

    /// A seat's traces are in several topics; this is rare enough to tell them all.
    fn tell_dropped(&self, out: Out) {
        self.topics().into_iter().for_each(|msg| all(out, msg));
        out.board = true;
    }

    fn tell_announced(&self, out: Out) {
        out.stage = true;
        all(out, self.level_topic());
        all(out, self.count());
        self.tell_gift(out);
        self.tell_everyone(out);
        show(
            out,
            Audience::All,
            GameEventKind::LevelAnnounced,
            json!({ "level": self.level() }),
        );
        out.sounds.push(Cue::Level);
    }

    fn tell_started(&self, out: Out) {
        out.stage = true;
        all(out, self.level_topic());
        all(out, self.count());
        self.tell_everyone(out);
        let payload = json!({ "level": self.level(), "mini_game": self.round().level.mini_game });
        show(out, Audience::All, GameEventKind::LevelStarted, payload);
        self.table().tell_scene(out);
    }

    fn tell_turned(&self, out: Out) {
        out.stage = true;
        self.table().tell_scene(out);
        all(out, self.count());
        self.tell_everyone(out);
    }

    fn tell_closed(&self, out: Out) {
        out.stage = true;
        out.board = true;
        all(out, self.count());
        self.tell_everyone(out);
        show(
            out,
            Audience::All,
            GameEventKind::LevelFinished,
            json!({ "level": self.level() }),
        );
        out.rows
            .extend(self.players.keys().filter_map(|seat| self.progress_row(*seat)));
        out.rows.push(self.board_row());
    }

    fn tell_bonus(&self, out: Out) {
        self.tell_gift(out);
        if let Some(gift) = self.gift.as_ref().map(|gift| gift.message()) {
            let payload = json!({ "worth": gift.worth, "comeback": gift.comeback });
            show(out, Audience::All, GameEventKind::Bonus, payload);
            out.sounds.push(Cue::Gift);
        }
    }

    fn tell_gift(&self, out: Out) {
        out.topics.extend(self.gift_topic().map(|msg| (Audience::All, msg)));
    }

    fn tell_reported(&self, seat: SeatId, out: Out) {
        self.tell_you(seat, out);
        out.players.insert(seat);
        if self.table().done(seat) {
            all(out, self.count());
        }
        if matches!(self.phase, Phase::Board(_)) {
            self.tell_corrected(seat, out);
        } else if self.table().through(seat) {
            show(
                out,
                Audience::Stage,
                GameEventKind::PlayerFinished,
                json!({ "player_id": seat }),
            );
        }
    }

    /// Something changed a player's points after the level was closed.
    fn tell_corrected(&self, seat: SeatId, out: Out) {
        out.board = true;
        out.players.insert(seat);
        out.rows.extend(self.progress_row(seat));
    }

    fn tell_caught(&self, seat: SeatId, out: Out) {
        self.tell_gift(out);
        self.tell_you(seat, out);
        self.tell_corrected(seat, out);
        let points = self.gift.as_ref().and_then(|gift| gift.caught_by(seat));
        let payload = json!({ "player_id": seat, "points": points.unwrap_or(0) });
        show(out, Audience::Stage, GameEventKind::BonusCaught, payload);
    }

    /// The end is told whole, because the host may end a session at any moment of it.
    fn tell_finished(&self, out: Out) {
        out.stage = true;
        out.board = true;
        self.topics().into_iter().for_each(|msg| all(out, msg));
        self.tell_everyone(out);
        show(out, Audience::All, GameEventKind::Finale, json!({}));
        out.sounds.extend([Cue::Reveal, Cue::Win]);
        out.rows.push(self.board_row());
        let result = |line: crate::game::Placed| Row::Result {
            seat: line.seat,
            place: line.place,
            score: line.score,
        };
        out.rows.extend(self.placed().into_iter().map(result));
    }

    fn tell_everyone(&self, out: Out) {
        self.players.keys().for_each(|seat| self.tell_you(*seat, out));
        out.players.extend(self.players.keys());
    }

    fn tell_you(&self, seat: SeatId, out: Out) {
        out.topics
            .extend(self.you(seat).map(|you| (Audience::Seat(seat), Msg::You(you))));
    }

    pub(super) fn topics_for(&self, viewer: Viewer) -> Vec<Msg> {
        let mut topics = self.topics();
        if let Viewer::Player(seat) = viewer {
            topics.extend(self.you(seat).map(Msg::You));
        }
        topics
    }

    /// What everyone may know.
    fn topics(&self) -> Vec<Msg> {
        if matches!(self.phase, Phase::Opening(_)) {
            return Vec::new();
        }
        let mut topics = vec![self.level_topic(), self.count()];
        topics.extend(self.scene_topics());
        topics.extend(self.gift_topic());
        topics.extend((self.phase == Phase::Podium).then(|| Msg::Podium(self.podium())));
        topics
    }

    /// A mini-game's topics stay until a later level replaces them, as they do on the pages.
    fn scene_topics(&self) -> Vec<Msg> {
        let mut topics: Vec<Msg> = Vec::new();
        for msg in self.rounds.iter().flat_map(|round| round.table.game().topics()) {
            topics.retain(|old| std::mem::discriminant(old) != std::mem::discriminant(&msg));
            topics.push(msg);
        }
        topics
    }

    fn level_topic(&self) -> Msg {
        let Round { level, table, begun } = self.round();
        Msg::Level(LevelMsg {
            round: self.current as u32 + 1,
            of: self.rounds.len() as u32,
            level: level.level,
            mini_game: level.mini_game,
            seconds: level.seconds,
            points: level.points,
            deal: begun.then(|| table.game().deal()),
        })
    }

    fn count(&self) -> Msg {
        let of = self.players.values().filter(|player| player.in_level).count();
        Msg::Count(CountMsg {
            done: self.table().done_count() as u32,
            of: of as u32,
        })
    }

    fn gift_topic(&self) -> Option<Msg> {
        self.gift.as_ref().map(|gift| Msg::Gift(gift.message()))
    }

    fn you(&self, seat: SeatId) -> Option<YouMsg> {
        let player = self.players.get(&seat)?;
        let mut you = YouMsg {
            in_level: player.in_level,
            done: player.in_level && self.table().done(seat),
            kept: None,
            chosen: None,
            question: None,
            levels: self.level_results(player),
            gift: self
                .gift
                .as_ref()
                .filter(|_| matches!(self.phase, Phase::Board(_)) && self.gift_due.is_none())
                .and_then(|gift| gift.caught_by(seat)),
        };
        if player.in_level {
            self.table().fill(seat, &mut you);
        }
        Some(you)
    }

    fn level_results(&self, player: &Player) -> Vec<LevelResult> {
        let result = |(round, earned): (&Round, &Earned)| LevelResult {
            level: round.level.level,
            points: earned.points + earned.gift,
            figure: earned.figure,
            median: earned.median,
        };
        self.rounds.iter().zip(&player.earned).map(result).collect()
    }

    pub(super) fn standing_of(&self, seat: SeatId) -> Option<Standing> {
        let player = self.players.get(&seat)?;
        let playing = player.in_level && matches!(self.phase, Phase::Intro(_) | Phase::Play | Phase::Board(_));
        Some(Standing {
            status: self.status(seat, player.in_level),
            current_level: playing.then(|| self.level().name().to_owned()),
            score: self.score(seat),
            progress: if player.in_level {
                self.table().progress(seat)
            } else {
                0.0
            },
        })
    }

    fn status(&self, seat: SeatId, in_level: bool) -> PlayerStatus {
        match self.phase {
            Phase::Podium => PlayerStatus::Done,
            Phase::Play if in_level && !self.table().through(seat) => PlayerStatus::Playing,
            Phase::Play | Phase::Board(_) if in_level => PlayerStatus::Done,
            _ => PlayerStatus::Ready,
        }
    }

    fn progress_row(&self, seat: SeatId) -> Option<Row> {
        let earned = self.players.get(&seat)?.earned.get(self.current)?;
        let table: &dyn MiniGame = self.table();
        let (spent, details) = match earned.median {
            true => (0, json!({ "median": true })),
            false => (table.score(seat).spent, table.account(seat)),
        };
        Some(Row::Progress {
            seat,
            level: self.level().name(),
            status: "done",
            score: i64::from(earned.points) + i64::from(earned.gift),
            time_spent_ms: spent,
            details: details.to_string(),
        })
    }

    fn board_row(&self) -> Row {
        let lines: Vec<Line> = self.placed().into_iter().map(Line::from).collect();
        Row::BoardSnapshot {
            payload: serde_json::to_string(&lines).unwrap_or_default(), // numbers cannot fail to become JSON
        }
    }
}

/// A line of the board in the tables.
#[derive(Serialize)]
struct Line {
    player_id: SeatId,
    place: u32,
    score: i64,
    gained: i64,
    moved: i32,
}

impl From<Placed> for Line {
    fn from(placed: Placed) -> Self {
        Self {
            player_id: placed.seat,
            place: placed.place,
            score: placed.score,
            gained: placed.gained,
            moved: placed.moved,
        }
    }
}

fn tell_led(seat: SeatId, out: Out) {
    show(
        out,
        Audience::All,
        GameEventKind::LeadChanged,
        json!({ "player_id": seat }),
    );
    out.sounds.push(Cue::Lead);
}

fn all(out: Out, msg: Msg) {
    out.topics.push((Audience::All, msg));
}

/// Something to show once.
pub(super) fn show(out: Out, audience: Audience, kind: GameEventKind, payload: Value) {
    out.events.push((audience, kind.name(), payload));
}

impl GameEventKind {
    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::LevelAnnounced => "level_announced",
            Self::LevelStarted => "level_started",
            Self::LevelFinished => "level_finished",
            Self::QuestionOpened => "question_opened",
            Self::QuestionClosed => "question_closed",
            Self::LeadChanged => "lead_changed",
            Self::PlayerFinished => "player_finished",
            Self::Bonus => "bonus",
            Self::BonusCaught => "bonus_caught",
            Self::Finale => "finale",
        }
    }
}
