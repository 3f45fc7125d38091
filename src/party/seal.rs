//! What is said of a draft once it is durable: changes that were marked are rendered once, as they stand at its end.

use super::core::Core;
use super::draft::{Knock, Marks, Out};
use super::fanout::TopicKey;
use super::journal;
use super::render::{key, text};
use crate::defect::{Defect, planted};
use crate::game::{Audience, Viewer};
use crate::id::{PartyMs, SeatId};
use crate::protocol::{CloseCode, PlayerUpdate};
use crate::store::{Batch, Format};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::time::Instant;

/// From so many seats on a room is large.
const CROWD: usize = 50;
/// In a large room boards are rendered at most so often: each phone has one of its own.
const BOARDS_EVERY: Duration = Duration::from_millis(100);

impl Core {
    pub(super) fn mark_all(&mut self) {
        self.draft.marks.stage = true;
        self.draft.marks.board = true;
        self.draft.marks.room = true;
        self.draft.marks.players.extend(self.party.live.iter().copied());
    }

    /// Closes the draft: renders what changed, and hands over the batch and what is to be said once it is durable.
    pub(super) fn seal(&mut self, now: Instant) -> (Option<Batch>, Vec<Out>) {
        self.render_marks(now);
        self.render_greetings(now);
        self.close_bulk();
        self.render_moment(now);
        let draft = std::mem::take(&mut self.draft);
        // What was held back is rendered with a later draft.
        self.draft.marks = draft.marks;
        let mut outs = draft.first;
        outs.extend(draft.outs);
        outs.extend(draft.last);
        let batch = draft.records.last().map(|last| Batch {
            party: self.party.code.clone(),
            last_seq: self.party.seq,
            n: draft.records.len() as i64,
            at_ms: last.at.0,
            format: Format::Packed,
            body: journal::encode(&draft.records, self.written),
            rows: draft.rows,
            traces: draft.traces,
        });
        if let Some(batch) = &batch {
            self.written = PartyMs(batch.at_ms);
        }
        (batch, outs)
    }

    pub(super) fn render_marks(&mut self, now: Instant) {
        let mut marks: Marks = std::mem::take(&mut self.draft.marks);
        if marks.board && !marks.stage && self.boards_wait().is_some_and(|until| until > now) {
            // What changes fast in a crowd is shown a little later, once.
            marks.board = false;
            self.draft.marks.board = true;
        }
        let trace = self.trace();
        if marks.stage {
            let state = text("session.state", &trace, &self.session_state(now));
            self.draft
                .outs
                .insert(0, Out::Turn(key(Audience::All, "session.state"), state));
        }
        if marks.list {
            self.render_list(&trace);
        }
        if marks.room {
            let counts = text("room.update", &trace, &self.room());
            self.draft
                .outs
                .push(Out::Count(key(Audience::All, "room.update"), counts));
        }
        self.render_players(&marks.players, &trace);
        if marks.board {
            self.boards_at = Some(now);
            self.render_boards(&trace);
        }
        self.render_sound(&trace);
        self.render_info(&trace);
    }

    /// Is the room a large one?
    pub(super) fn is_crowded(&self) -> bool {
        self.party.live.len() >= CROWD
    }

    /// Until when the boards of a large room wait for more to change.
    fn boards_wait(&self) -> Option<Instant> {
        self.boards_at.filter(|_| self.is_crowded()).map(|at| at + BOARDS_EVERY)
    }

    /// When a change that was held back is to be rendered.
    pub(super) fn marks_due(&self) -> Option<Instant> {
        self.boards_wait().filter(|_| self.draft.marks.board)
    }

    /// Greetings show the state at the end of the draft, so that nothing told before them is missing from them.
    pub(super) fn render_greetings(&mut self, now: Instant) {
        let (mut scene, mut tv) = (None, None);
        for Knock { conn, viewer, admitted } in std::mem::take(&mut self.draft.knocks) {
            if !self.sockets.contains_key(&conn) {
                let removed = matches!(viewer, Viewer::Player(seat) if !self.party.live.contains(&seat));
                let code = match (self.party.ended, removed) {
                    (true, _) => CloseCode::PartyOver,
                    (false, true) => CloseCode::Removed,
                    (false, false) => CloseCode::TakenOver,
                };
                self.draft.outs.push(Out::TurnedAway(admitted, code));
                continue;
            }
            let scene = scene.get_or_insert_with(|| self.scene(now));
            let texts = match viewer {
                Viewer::Tv => tv.get_or_insert_with(|| self.greeting(viewer, scene, now)).clone(),
                _ => self.greeting(viewer, scene, now),
            };
            self.draft.outs.push(Out::Greet {
                conn,
                viewer,
                texts,
                admitted,
            });
        }
    }

    pub(super) fn topic(&mut self, audience: Audience, kind: &str, trace: &str, payload: &impl serde::Serialize) {
        self.draft
            .outs
            .push(Out::Topic(key(audience, kind), text(kind, trace, payload)));
    }

    pub(super) fn render_list(&mut self, trace: &str) {
        self.topic(Audience::Stage, "players.list", trace, &self.players_list(Viewer::Tv));
        for seat in self.present.clone() {
            self.topic(
                Audience::Seat(seat),
                "players.list",
                trace,
                &self.players_list(Viewer::Player(seat)),
            );
        }
    }

    fn render_players(&mut self, changed: &BTreeSet<SeatId>, trace: &str) {
        // A quarter of a crowd at once is a list for those who follow everyone, and not hundreds of messages.
        let many = changed.len() > CROWD.max(self.party.live.len() / 4);
        if many {
            self.topic(Audience::Stage, "players.list", trace, &self.players_list(Viewer::Tv));
        }
        for seat in changed {
            let Some(place) = self.party.seats.get(seat) else {
                continue;
            };
            let update = PlayerUpdate {
                session_id: self.party.session.id,
                player: self.player(*seat, place),
            };
            let message = text("player.update", trace, &update);
            let audiences = [Audience::Seat(*seat), Audience::Stage];
            for audience in audiences.into_iter().take(if many { 1 } else { 2 }) {
                let key = TopicKey {
                    audience,
                    kind: "player.update".to_owned(),
                    player: Some(*seat),
                };
                self.draft.outs.push(Out::Topic(key, message.clone()));
            }
        }
    }

    fn render_boards(&mut self, trace: &str) {
        let board = self.board();
        let shown = self.leaderboard(&board, Viewer::Tv);
        if !planted(Defect::SkipsTheStage) {
            self.topic(Audience::Stage, "leaderboard.update", trace, &shown);
        }
        for seat in self.present.clone() {
            if !self.follows_board(Viewer::Player(seat)) {
                continue;
            }
            let shown = self.leaderboard(&board, Viewer::Player(seat));
            self.topic(Audience::Seat(seat), "leaderboard.update", trace, &shown);
        }
    }

    /// The QR code follows the machine from one address to the next.
    fn render_info(&mut self, trace: &str) {
        let place = self.setting.around().place;
        if self.shown.as_ref() == Some(&place) {
            return;
        }
        let is_first = self.shown.replace(place).is_none();
        if !is_first {
            self.topic(Audience::Stage, "party.info", trace, &self.info());
        }
    }

    pub(super) fn render_sound(&mut self, trace: &str) {
        let sound = self.sound();
        if self.heard.replace(sound) != Some(sound) {
            self.topic(Audience::Stage, "sound.state", trace, &sound);
            self.draft.outs.push(Out::Sound(sound));
        }
    }
}
