//! The session and its time: opens, starts, stands still, goes on, ends.

use super::core::{Core, wall_clock};
use super::draft::{BulkDraft, Exhibit, Happening, Out, Show};
use super::journal::Event;
use super::render::{key, text};
use super::sitting::Session;
use crate::game::{Audience, Ctx, Refusal, Viewer, registry};
use crate::id::SessionId;
use crate::protocol::*;
use tokio::time::Instant;

/// How a paused party gets going again.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Resuming {
    /// The countdown is running, until then.
    pub goes_on: Option<Instant>,
    /// After a restart: do not wait longer for the missing ones.
    pub waits_until: Option<Instant>,
}

impl Core {
    /// Opens the next session; the seats come along.
    pub(super) fn open_session(&mut self, request: SessionRequest, now: Instant) -> Result<(), Refusal> {
        if self.party.session.status == SessionStatus::Active {
            return Err(Refusal::SessionActive);
        }
        let game = request.game.unwrap_or_else(|| "arena".to_owned());
        let settings = request.settings.unwrap_or_else(|| serde_json::json!({}));
        let settings = registry::check_settings(&game, settings, self.library.as_ref())?;
        let session = SessionId(self.party.session.id.0 + 1);
        self.happen(
            Event::SessionOpened {
                session,
                game,
                settings,
                wall: wall_clock(),
            },
            now,
        );
        // What the old game has not told yet is nothing to the next.
        self.draft
            .outs
            .retain(|out| !matches!(out, Out::Topic(..) | Out::Calm(..)));
        self.round = 0;
        self.draft.bulk = BulkDraft::default();
        self.draft.first.push(Out::Gallery(None));
        self.mark_all();
        self.draft.marks.list = true;
        Ok(())
    }

    /// Starts the pending session.
    pub(super) fn start(&mut self, now: Instant) -> Result<(), Refusal> {
        match self.party.session.status {
            SessionStatus::Active => return Err(Refusal::SessionActive),
            SessionStatus::Finished => return Err(Refusal::SessionNotActive),
            SessionStatus::Pending
                if self.party.live.is_empty() && !registry::starts_empty(&self.party.session.game) =>
            {
                return Err(Refusal::NoPlayers);
            }
            SessionStatus::Pending => {}
        }
        let at = self.clock.at(now);
        let mut deck = self.party.deck.clone();
        let mut ctx = Ctx {
            now: at,
            at,
            rng: &mut self.rng,
            seats: &self.party.live,
            present: &self.present,
            lately: &self.lately,
            earlier: &self.party.earlier,
            load: self.load,
            library: self.library.as_ref(),
        };
        let (game, settings) = (&self.party.session.game, self.party.session.settings.clone());
        let table = registry::open_table(game, settings, &mut deck, &mut ctx)?;
        let (state, wall) = (table.save(), wall_clock());
        self.party.seq += 1;
        self.party.start_session(table, deck.clone(), &wall);
        self.note(Event::SessionStarted { state, deck, wall }, at);
        self.open_gallery();
        self.clock.start(now);
        self.mark_all();
        self.greet_again();
        Ok(())
    }

    /// From now on the game that is on the table can be read by others.
    pub(super) fn open_gallery(&mut self) {
        self.close_bulk();
        self.draft.first.push(Out::Gallery(self.exhibit()));
    }

    /// What others may read of the game on the table, as it stands.
    pub(super) fn exhibit(&self) -> Option<Exhibit> {
        let Session { id, table, begun, .. } = &self.party.session;
        let table = table.as_ref()?;
        Some(Exhibit {
            session: *id,
            slug: table.slug(),
            begun: *begun,
            gallery: table.gallery()?,
        })
    }

    /// What was changed so far goes out with the edition that it made.
    pub(super) fn close_bulk(&mut self) {
        let edition = self.party.session.table.as_ref().and_then(|table| table.edition());
        let bulk = std::mem::take(&mut self.draft.bulk);
        if !bulk.items.is_empty() || bulk.notice.is_some() {
            // A game without a large thing may have a notice all the same.
            self.draft.first.push(Out::Bulk(bulk, edition.unwrap_or_default()));
        }
    }

    /// A new table: everyone gets its topics, as a newcomer would.
    pub(super) fn greet_again(&mut self) {
        let Some(table) = &self.party.session.table else { return };
        let trace = self.trace();
        let seats = self
            .present
            .iter()
            .map(|seat| (Audience::Seat(*seat), Viewer::Player(*seat)));
        let everyone = std::iter::once((Audience::Stage, Viewer::Tv)).chain(seats);
        let topics =
            everyone.flat_map(|(audience, viewer)| table.greet(viewer).into_iter().map(move |topic| (audience, topic)));
        let outs = topics
            .map(|(audience, topic)| Out::Topic(key(audience, &topic.kind), text(&topic.kind, &trace, &topic.payload)));
        self.draft.outs.extend(outs.collect::<Vec<_>>());
    }

    /// Stands still.
    pub(super) fn pause(&mut self, now: Instant) -> Result<(), Refusal> {
        if self.party.session.status != SessionStatus::Active {
            return Err(Refusal::SessionNotActive);
        }
        if self.party.paused.is_some() && self.resuming.goes_on.is_none() {
            return Err(Refusal::AlreadyPaused);
        }
        self.resuming = Resuming::default();
        self.clock.stop(now);
        self.happen(
            Event::Paused {
                reason: PauseReason::Host,
            },
            now,
        );
        self.draft.marks.stage = true;
        self.report(Happening::Paused);
        Ok(())
    }

    /// Begins the countdown after which time goes on.
    pub(super) fn resume(&mut self, now: Instant) -> Result<(), Refusal> {
        if self.party.paused.is_none() || self.party.session.status != SessionStatus::Active {
            return Err(Refusal::NotPaused);
        }
        if self.resuming.goes_on.is_none() {
            self.resuming = Resuming {
                goes_on: Some(now + self.setting.countdown),
                waits_until: None,
            };
            self.draft.marks.stage = true;
        }
        Ok(())
    }

    /// After a restart: goes on once everybody is back, or some time after the first.
    pub(super) fn expect_guests(&mut self, now: Instant) {
        let waiting =
            !self.stopping && self.party.paused == Some(PauseReason::Restart) && self.resuming.goes_on.is_none();
        if !waiting || self.present.is_empty() {
            return;
        }
        let until = *self.resuming.waits_until.get_or_insert(now + self.setting.patience);
        if until <= now || self.party.live.len() == self.present.len() {
            // It is paused, so it can be resumed.
            let _ = self.resume(now);
        }
    }

    /// Milliseconds until time goes on, if the countdown runs.
    pub(super) fn resumes_in(&self, now: Instant) -> Option<i64> {
        let left = self.resuming.goes_on?.saturating_duration_since(now);
        i64::try_from(left.as_millis()).ok()
    }

    pub(super) fn go_on(&mut self, now: Instant) {
        if self.resuming.goes_on.is_some_and(|at| at <= now) {
            self.resuming = Resuming::default();
            self.happen(Event::Resumed, now);
            self.clock.start(now);
            self.draft.marks.stage = true;
            self.report(Happening::Resumed);
            self.settle(now);
            self.see_off(now);
        }
    }

    pub(super) fn note_round(&mut self) {
        let round = self.party.session.table.as_ref().map_or(0, |table| table.stage().round);
        if round != self.round {
            self.round = round;
            if round > 0 {
                self.report(Happening::Round(round));
            }
        }
    }

    pub(super) fn finish_if_over(&mut self, now: Instant) {
        let over = self.party.session.table.as_ref().is_some_and(|table| table.finished());
        if over && self.party.session.status == SessionStatus::Active {
            self.happen(Event::SessionFinished { wall: wall_clock() }, now);
            self.clock.stop(now);
            self.resuming = Resuming::default();
            self.mark_all();
            self.report(Happening::Finished { winner: self.leader() });
        }
    }

    /// The host turns the volume.
    pub(super) fn set_volume(&mut self, volume: u8, now: Instant) -> Result<(), Refusal> {
        if volume > 100 {
            return Err(Refusal::Malformed {
                reason: "volume is 0 to 100".to_owned(),
            });
        }
        self.happen(Event::Volume { volume }, now);
        Ok(())
    }

    /// Ends the party.
    pub(super) fn end(&mut self, now: Instant) {
        self.clock.stop(now);
        self.happen(Event::Ended { wall: wall_clock() }, now);
        self.draft.last.push(Out::CloseAll(CloseCode::PartyOver));
        self.draft.last.push(Out::Show(Show::Happening(Happening::Ended)));
        self.sockets.clear();
        self.of_seat.clear();
        self.present.clear();
    }
}
