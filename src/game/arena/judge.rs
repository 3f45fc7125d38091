//! Who may do what, and when. A move is turned into events or refused; what a report is worth is the mini-game's to say.

use super::mini::Report;
use super::wire::{Level, Move, Progress};
use super::{Arena, Event, Phase};
use crate::game::{By, Ctx, Outcome, Refusal};
use crate::id::SeatId;
use serde_json::json;

/// So long after a level's end a result may still arrive from a phone that had it in time.
const UNDER_WAY_MS: i64 = 2_000;

type Judged = Result<(Vec<Event>, Outcome), Refusal>;

impl Arena {
    pub(super) fn judge(&self, by: By, mv: Move, ctx: &Ctx) -> Judged {
        match (by, mv) {
            (By::Seat(seat), Move::Progress(progress)) => self.judge_progress(seat, progress, ctx),
            (By::Seat(seat), Move::Catch {}) => {
                let points = self.judge_catch(seat, ctx)?;
                Ok((vec![Event::Caught { seat }], json!({ "points": points })))
            }
            (By::Host, Move::Skip {}) => accepted(self.next_phase(ctx).map(|event| vec![event])),
            (By::Host, Move::End {}) => accepted(self.shortest_end(ctx)),
            (By::Seat(_), Move::Skip {} | Move::End {}) => Err(Refusal::HostOnly),
            (By::Host, Move::Progress(_) | Move::Catch {}) => Err(Refusal::PlayerOnly),
        }
    }

    fn judge_progress(&self, seat: SeatId, progress: Progress, ctx: &Ctx) -> Judged {
        self.check_running(seat, progress.level, ctx)?;
        if !self.players.get(&seat).is_some_and(|player| player.in_level) {
            return Err(Refusal::NotInLevel);
        }
        let report = self.timed(seat, &progress, ctx);
        let elapsed = report.elapsed;
        let outcome = self.table().judge(&report)?;
        let details = progress.details;
        Ok((vec![Event::Reported { seat, details, elapsed }], outcome))
    }

    fn timed<'a>(&self, seat: SeatId, progress: &'a Progress, ctx: &Ctx) -> Report<'a> {
        let opened = self.table().timer().opened;
        Report {
            seat,
            score: progress.score,
            details: &progress.details,
            elapsed: ctx.at.since(opened).max(0),
            passed: ctx.now.since(opened).max(0),
        }
    }

    /// A level takes reports while it is played, and while its board stands those that were under way: from whoever had lost the
    /// connection, and from everyone a moment later. What is played after the bell, with the others' results in view, is late.
    fn check_running(&self, seat: SeatId, level: Level, ctx: &Ctx) -> Result<(), Refusal> {
        let takes = match self.phase {
            Phase::Play => true,
            Phase::Board(timer) => self.away.contains(&seat) || ctx.at <= timer.opened.plus(UNDER_WAY_MS),
            Phase::Opening(_) | Phase::Intro(_) | Phase::Podium => false,
        };
        if takes && level == self.level() {
            return Ok(());
        }
        let closed = matches!(self.phase, Phase::Board(_)) && level == self.level();
        let over = closed || self.phase == Phase::Podium || level < self.level();
        Err(if over {
            Refusal::TooLate
        } else {
            Refusal::LevelNotRunning
        })
    }
}

fn accepted(events: Option<Vec<Event>>) -> Judged {
    Ok((events.ok_or(Refusal::SessionNotActive)?, json!({})))
}
