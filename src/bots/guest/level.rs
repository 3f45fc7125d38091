//! How a guest plays a level of the arena: throws, slides tiles, thinks about questions.

use super::{CHECKPOINT, Plan, Seated};
use crate::bots::solver::Board;
use rand::RngExt;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

impl Seated {
    pub(super) fn start_level(&mut self, payload: &Value) {
        self.level = payload["level"].as_str().unwrap_or_default().to_owned();
        let deal = &payload["deal"];
        let seconds = payload["seconds"].as_u64().unwrap_or(20);
        let opened = Instant::now();
        let idle = matches!(self.plan, Plan::Nothing) && !self.outbox.has_given(&self.level, None);
        match deal["mini_game"].as_str() {
            Some("tap") if idle => {
                let whole = opened + Duration::from_secs(seconds);
                let ends = self.bell.map_or(whole, |bell| self.instant(bell));
                // At most seven, which is par: so a report never says that nothing more can be earned, and the TV shows the last one.
                let per_second = self.guest.rng.random_range(3.5..7.4);
                self.plan = Plan::Throw {
                    level: self.level.clone(),
                    opened,
                    checkpoint: opened + CHECKPOINT,
                    ends,
                    per_second,
                    thrown: Vec::new(),
                };
            }
            Some("puzzle") if idle => self.start_puzzle(deal, opened, seconds),
            _ => {}
        }
    }

    fn start_puzzle(&mut self, deal: &Value, opened: Instant, seconds: u64) {
        let Ok(board) = serde_json::from_value::<Vec<u8>>(deal["board"].clone()) else {
            return;
        };
        let moves = self.guest.crew.solver.solve(&board);
        let share = self.guest.rng.random_range(0.3..1.2);
        let every = Duration::from_secs(seconds).mul_f64(share) / (moves.len() as u32 + 1);
        let next = opened + every;
        let board = Board { tiles: board, every };
        self.plan = Plan::Slide {
            level: self.level.clone(),
            moves,
            done: 0,
            next,
            board,
            opened,
        };
    }

    pub(super) fn think_about(&mut self, payload: &Value) {
        let (Some(index), Some(deadline)) = (payload["index"].as_u64(), payload["deadline"].as_i64()) else {
            return;
        };
        if self.outbox.has_given(&self.level, Some(index)) {
            return;
        }
        let open = self.instant(deadline).saturating_duration_since(Instant::now());
        let at = self.within(self.guest.crew.pace.think.min(open.mul_f64(0.95)));
        let choice = self.guest.rng.random_range(0..4);
        let details = json!({ "question": index, "choice": choice });
        self.later.retain(|(_, ask)| ask["action_type"] != "progress");
        self.ask_at(
            at,
            "progress",
            json!({ "level": self.level, "score": 0, "time": 0, "details": details }),
        );
    }

    /// A level is played, until then by party time: what comes late from far away does not put off the end.
    pub(super) fn hear_of_the_bell(&mut self, bell: Option<i64>) {
        self.bell = bell;
        let at = bell.map(|bell| self.instant(bell));
        if let (Plan::Throw { ends, .. }, Some(at)) = (&mut self.plan, at) {
            *ends = at;
        }
    }

    pub(super) fn stop_playing(&mut self) {
        self.report_throws(true);
        self.plan = Plan::Nothing;
        self.bell = None;
    }

    pub(super) async fn throw(&mut self, now: Instant) {
        let Plan::Throw {
            opened,
            per_second,
            thrown,
            ..
        } = &mut self.plan
        else {
            return;
        };
        let second = (now - *opened).as_secs() as usize;
        thrown.resize(second.max(thrown.len()), per_second.round() as u16);
        let count: u16 = thrown.iter().sum();
        self.socket.say("frame", json!({ "kind": "tap", "value": count })).await;
    }

    /// What has been thrown so far; `done` is the last word. Nothing, if nothing is thrown.
    pub(super) fn report_throws(&mut self, done: bool) {
        let Plan::Throw {
            level,
            opened,
            checkpoint,
            ends,
            per_second,
            thrown,
        } = &mut self.plan
        else {
            return;
        };
        let seconds = (*ends.min(&mut Instant::now()) - *opened).as_secs() as usize;
        thrown.resize(seconds.max(thrown.len()), per_second.round() as u16);
        *checkpoint += CHECKPOINT;
        let score: u32 = thrown.iter().copied().map(u32::from).sum();
        let details = json!({ "per_second": thrown, "done": done });
        let progress = json!({ "level": level, "score": score, "time": seconds * 1000, "details": details });
        self.ask_at(Instant::now(), "progress", progress);
    }

    pub(super) async fn slide(&mut self, now: Instant) {
        let Plan::Slide {
            level,
            moves,
            done,
            next,
            board,
            opened,
        } = &mut self.plan
        else {
            return;
        };
        let Some(tile) = moves.get(*done) else {
            self.plan = Plan::Nothing;
            return;
        };
        board.slide(*tile);
        *done += 1;
        *next += board.every;
        let share = board.in_place();
        let report = (*done == moves.len()).then(|| {
            let details = json!({ "moves": moves, "done": true });
            json!({ "level": level, "score": 0, "time": (now - *opened).as_millis() as u64, "details": details })
        });
        self.socket
            .say("frame", json!({ "kind": "puzzle", "value": share }))
            .await;
        if let Some(progress) = report {
            self.ask_at(now, "progress", progress);
        }
    }
}
