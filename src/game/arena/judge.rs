//! Who may do what, and when. A move is turned into events or refused; what a report is worth is the mini-game's to say.

use super::mini::Report;
use super::wire::{Level, Move, Progress};
use super::{Arena, Event, Phase};
use crate::game::{By, Ctx, Outcome, Refusal};
use crate::id::SeatId;
use serde_json::json;

type Judged = Result<(Vec<Event>, Outcome), Refusal>;

impl Arena {
    pub(super) fn judge(&self, by: By, mv: Move, ctx: &Ctx) -> Judged {
        match (by, mv) {
            (By::Seat(seat), Move::Progress(progress)) => self.judge_progress(seat, progress, ctx),
            (By::Seat(seat), Move::Catch {}) => {
                let points = self.judge_catch(seat, ctx)?;
                Ok((vec![Event::Caught { seat }], json!({ "points": points })))
            }
            (By::Host, Move::Skip {}) => accepted(self.next_phase().map(|event| vec![event])),
            (By::Host, Move::End {}) => accepted(self.shortest_end()),
            (By::Seat(_), Move::Skip {} | Move::End {}) => Err(Refusal::HostOnly),
            (By::Host, Move::Progress(_) | Move::Catch {}) => Err(Refusal::PlayerOnly),
        }
    }

    fn judge_progress(&self, seat: SeatId, progress: Progress, ctx: &Ctx) -> Judged {
        self.check_running(progress.level)?;
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

    /// A level takes reports while it is played and while its board stands.
    fn check_running(&self, level: Level) -> Result<(), Refusal> {
        let takes = matches!(self.phase, Phase::Play | Phase::Board(_));
        if takes && level == self.level() {
            return Ok(());
        }
        let over = self.phase == Phase::Podium || level < self.level();
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
