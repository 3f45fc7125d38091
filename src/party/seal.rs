//! What is said of a draft once it is durable: changes that were marked are rendered once, as they stand at its end.

use super::core::Core;
use super::draft::{Knock, Marks, Out};
use super::fanout::TopicKey;
use super::journal;
use super::render::{key, text};
use crate::game::{Audience, Viewer};
use crate::id::SeatId;
use crate::protocol::PlayerUpdate;
use crate::store::Batch;
use tokio::time::Instant;

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
        let draft = std::mem::take(&mut self.draft);
        let mut outs = draft.outs;
        outs.extend(draft.last);
        let batch = draft.records.last().map(|last| Batch {
            party: self.party.code.clone(),
            last_seq: self.party.seq,
            n: draft.records.len() as i64,
            at_ms: last.at.0,
            body: journal::encode(&draft.records),
            rows: draft.rows,
        });
        (batch, outs)
    }

    pub(super) fn render_marks(&mut self, now: Instant) {
        let marks: Marks = std::mem::take(&mut self.draft.marks);
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
            self.topic(Audience::All, "room.update", &trace, &self.room());
        }
        for seat in &marks.players {
            self.render_player(*seat, &trace);
        }
        if marks.board {
            self.render_board(&trace);
        }
        self.render_sound(&trace);
    }

    /// Greetings show the state at the end of the draft, so that nothing told before them is missing from them.
    pub(super) fn render_greetings(&mut self, now: Instant) {
        for Knock {
            conn,
            viewer,
            outbox,
            admitted,
        } in std::mem::take(&mut self.draft.knocks)
        {
            let texts = match self.sockets.contains_key(&conn) {
                true => self.greeting(viewer, now),
                // Removed, or taken over, before it was greeted.
                false => continue,
            };
            self.draft.outs.push(Out::Greet {
                conn,
                viewer,
                outbox,
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

    pub(super) fn render_player(&mut self, seat: SeatId, trace: &str) {
        let Some(place) = self.party.seats.get(&seat) else {
            return;
        };
        let update = PlayerUpdate {
            session_id: self.party.session.id,
            player: self.player(seat, place),
        };
        let message = text("player.update", trace, &update);
        for audience in [Audience::Stage, Audience::Seat(seat)] {
            let key = TopicKey {
                audience,
                kind: "player.update".to_owned(),
                player: Some(seat),
            };
            self.draft.outs.push(Out::Topic(key, message.clone()));
        }
    }

    pub(super) fn render_board(&mut self, trace: &str) {
        self.topic(
            Audience::Stage,
            "leaderboard.update",
            trace,
            &self.leaderboard(Viewer::Tv),
        );
        for seat in self.present.clone() {
            self.topic(
                Audience::Seat(seat),
                "leaderboard.update",
                trace,
                &self.leaderboard(Viewer::Player(seat)),
            );
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
