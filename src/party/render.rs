//! The party's own topics, made from its state: pure functions of what is, for whoever looks.

use super::core::Core;
use super::fanout::TopicKey;
use super::state::Seat;
use crate::defect::{Defect, planted};
use crate::game::{Audience, Music, Placed, Standing, Viewer};
use crate::id::SeatId;
use crate::protocol::*;
use bytes::Bytes;
use serde::Serialize;
use std::collections::HashMap;
use tokio::time::Instant;

/// Lines of the board that the stage gets.
const STAGE_LINES: usize = 60;
/// Lines of the board that a phone gets besides its own.
const PHONE_LINES: usize = 5;

/// Encodes a message of the party for the wire.
pub fn text(kind: &str, trace_id: &str, payload: &impl Serialize) -> Bytes {
    Bytes::from(encode(kind, trace_id, payload))
}

/// The key of a topic that an audience has once.
pub fn key(audience: Audience, kind: &str) -> TopicKey {
    TopicKey {
        audience,
        kind: kind.to_owned(),
        player: None,
    }
}

/// Everyone's line, best first, and where whose is: each of thousands of phones is shown its own.
pub(super) struct Board {
    lines: Vec<Placed>,
    own: HashMap<SeatId, usize>,
}

impl Board {
    fn of(lines: Vec<Placed>) -> Self {
        let own = lines.iter().enumerate().map(|(at, line)| (line.seat, at)).collect();
        Self { lines, own }
    }

    /// The first lines, and a phone's own where it is not among them.
    fn shown(&self, viewer: Viewer) -> impl Iterator<Item = &Placed> {
        let (head, own) = match viewer {
            Viewer::Player(seat) => (PHONE_LINES, self.own.get(&seat).filter(|at| **at >= PHONE_LINES)),
            Viewer::Tv | Viewer::Host => (STAGE_LINES, None),
        };
        self.lines.iter().take(head).chain(own.map(|at| &self.lines[*at]))
    }
}

/// What all who are greeted at one moment see alike: rendered once, for a whole room may come back at once.
pub(super) struct Scene {
    trace: String,
    state: Bytes,
    board: Board,
    room: Bytes,
}

impl Core {
    /// The present moment, for greetings.
    pub(super) fn scene(&self, now: Instant) -> Scene {
        let trace = self.trace();
        Scene {
            state: text("session.state", &trace, &self.session_state(now)),
            board: self.board(),
            room: text("room.update", &trace, &self.room()),
            trace,
        }
    }

    /// `system.hello` and every topic, as this viewer sees them now.
    pub(super) fn greeting(&self, viewer: Viewer, scene: &Scene, now: Instant) -> Vec<Bytes> {
        let trace = &scene.trace;
        let mut texts = vec![
            text("system.hello", trace, &self.hello(viewer, now)),
            scene.state.clone(),
            text("players.list", trace, &self.players_list(viewer)),
            text("leaderboard.update", trace, &self.leaderboard(&scene.board, viewer)),
            scene.room.clone(),
        ];
        if planted(Defect::GreetsWithoutCounts) {
            texts.pop();
        }
        if !matches!(viewer, Viewer::Player(_)) {
            texts.push(text("party.info", trace, &self.info()));
            texts.push(text("sound.state", trace, &self.sound()));
        }
        if let Some(table) = &self.party.session.table {
            texts.extend(
                table
                    .greet(viewer)
                    .iter()
                    .map(|topic| text(&topic.kind, trace, &topic.payload)),
            );
        }
        texts
    }

    fn hello(&self, viewer: Viewer, now: Instant) -> Hello {
        let (name, player_id) = match viewer {
            Viewer::Tv => ("tv", None),
            Viewer::Host => ("host", None),
            Viewer::Player(seat) => ("player", Some(seat)),
        };
        let session = &self.party.session;
        Hello {
            protocol: PROTOCOL,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            viewer: name.to_owned(),
            player_id,
            party: self.info(),
            game: session.game.clone(),
            status: session.status,
            run: session.table.as_ref().and_then(|table| table.run()),
            clock: self.clock_at(now),
        }
    }

    /// What everyone may know of the party.
    pub(super) fn info(&self) -> PartyInfo {
        let party = &self.party;
        let place = self.setting.around().place;
        PartyInfo {
            code: party.code.clone(),
            name: party.name.clone(),
            lang: party.lang,
            max_players: party.max_players,
            join_url: format!("http://{}/play?session={}", place.address, party.code),
            address: place.address,
            other_addresses: place.others,
        }
    }

    /// The party clock, for a page.
    pub(super) fn clock_at(&self, now: Instant) -> Clock {
        Clock {
            now: self.clock.at(now),
            running: self.clock.running(),
        }
    }

    /// `session.state`.
    pub(super) fn session_state(&self, now: Instant) -> SessionState {
        let session = &self.party.session;
        let stage = session.table.as_ref().map(|table| table.stage());
        SessionState {
            session_id: session.id,
            code: self.party.code.clone(),
            game: session.game.clone(),
            status: session.status,
            round: stage.as_ref().map_or(0, |stage| stage.round),
            phase: stage
                .as_ref()
                .map_or_else(|| "lobby".to_owned(), |stage| stage.phase.clone()),
            timer: stage.and_then(|stage| stage.timer),
            pause: self.party.paused.map(|reason| Pause {
                reason,
                resumes_in: self.resumes_in(now),
            }),
            clock: self.clock_at(now),
            settings: session.settings.clone(),
            started_at: session.started_at.clone(),
            ended_at: session.ended_at.clone(),
        }
    }

    /// `players.list`: everyone for the stage, a phone's own player for a phone.
    pub(super) fn players_list(&self, viewer: Viewer) -> PlayersList {
        let live = &self.party.live;
        let shown = match viewer {
            Viewer::Player(own) => live.range(own..=own),
            Viewer::Tv | Viewer::Host => live.range(..),
        };
        PlayersList {
            session_id: self.party.session.id,
            count: live.len() as u32,
            players: shown.map(|id| self.player(*id, &self.party.seats[id])).collect(),
        }
    }

    /// One player, as others see them.
    pub(super) fn player(&self, id: SeatId, seat: &Seat) -> Player {
        let table = self.party.session.table.as_ref();
        let standing = table.and_then(|table| table.standing(id)).unwrap_or(Standing {
            status: self.party.idle_status(),
            current_level: None,
            score: 0,
            progress: 0.0,
        });
        Player {
            id,
            name: seat.name.clone(),
            avatar: seat.avatar.clone(),
            color: seat.color,
            status: standing.status,
            current_level: standing.current_level,
            score: standing.score,
            progress: standing.progress,
            confirmed: seat.confirmed,
            online: self.is_present(id),
            gone: seat.removed,
        }
    }

    /// `leaderboard.update`: the head of this board, and a phone's own line.
    pub(super) fn leaderboard(&self, board: &Board, viewer: Viewer) -> LeaderboardUpdate {
        let board = Some(board).filter(|_| self.follows_board(viewer));
        let shown = board.into_iter().flat_map(|board| board.shown(viewer));
        LeaderboardUpdate {
            session_id: self.party.session.id,
            count: board.map_or(0, |board| board.lines.len() as u32),
            leaderboard: shown.filter_map(|line| self.line(line)).collect(),
        }
    }

    /// Does this viewer follow the leaderboard now?
    pub(super) fn follows_board(&self, viewer: Viewer) -> bool {
        let table = self.party.session.table.as_ref();
        table.is_none_or(|table| table.follows_board(viewer))
    }

    /// The names of all seats, removed ones too.
    pub(super) fn names(&self) -> HashMap<SeatId, String> {
        let seats = self.party.seats.iter();
        seats.map(|(id, seat)| (*id, seat.name.clone())).collect()
    }

    /// The board as it stands.
    pub(super) fn board(&self) -> Board {
        let table = self.party.session.table.as_ref();
        Board::of(table.map_or_else(Vec::new, |table| table.board()))
    }

    fn line(&self, placed: &Placed) -> Option<BoardLine> {
        let seat = self.party.seats.get(&placed.seat)?;
        Some(BoardLine {
            player_id: placed.seat,
            name: seat.name.clone(),
            avatar: seat.avatar.clone(),
            color: seat.color,
            place: placed.place,
            score: placed.score,
            gained: placed.gained,
            moved: placed.moved,
        })
    }

    /// Who leads, and with how many points.
    pub(super) fn leader(&self) -> Option<(String, i64)> {
        let board = self.board();
        let first = board.lines.first()?;
        self.party
            .seats
            .get(&first.seat)
            .map(|seat| (seat.name.clone(), first.score))
    }

    /// `room.update`.
    pub(super) fn room(&self) -> RoomUpdate {
        RoomUpdate {
            players: self.party.live.len() as u32,
            confirmed: self.party.roll.ready(),
            online: self.present.len() as u32,
        }
    }

    /// `sound.state`.
    pub(super) fn sound(&self) -> SoundState {
        SoundState {
            output: self.setting.around().output,
            music: self.music(),
            volume: self.party.volume,
        }
    }

    fn music(&self) -> Music {
        match &self.party.session.table {
            _ if self.party.paused.is_some() => Music::Silence,
            Some(table) => table.music(),
            None => Music::Lobby,
        }
    }

    /// The answer for resync: everything for the stage, what a phone shows for a phone.
    pub(super) fn state(&self, viewer: Viewer, now: Instant) -> StateAnswer {
        StateAnswer {
            party: self.info(),
            session: self.session_state(now),
            players: self.players_list(viewer).players,
            leaderboard: self.leaderboard(&self.board(), viewer).leaderboard,
        }
    }
}
