//! Who may do what: an action finds its rule here, the party's own or the game's.

use super::core::Core;
use super::journal::Event;
use crate::defect::{Defect, planted};
use crate::game::registry::Played;
use crate::game::{By, LAG_CAP_MS, Meant, Refusal, Viewer};
use crate::id::{ActionKey, PartyMs, SeatId};
use crate::protocol::{ActionRequest, ActionResult, PartyAction, SessionRequest, SessionStatus};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

/// When a move was made, for the fair clock.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// When it arrived at the socket.
    pub arrived: Instant,
    /// Half of the connection's least round trip.
    pub lag: Duration,
}

impl Stamp {
    /// A move that comes over HTTP: now, with nothing known of its way.
    pub fn now() -> Self {
        Self {
            arrived: Instant::now(),
            lag: Duration::ZERO,
        }
    }
}

/// The party's own actions; whatever is not among them is the game's.
const OF_THE_PARTY: [&str; 12] = [
    "ready", "rename", "leave", "feedback", "start", "pause", "resume", "again", "open", "remove", "volume", "close",
];

impl Core {
    /// Judges an action. Accepted ones are remembered with their answer; a repeat gets the same.
    pub(super) fn act(
        &mut self,
        viewer: Viewer,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<ActionResult, Refusal> {
        if request.action_id.is_empty() || request.action_id.len() > 64 {
            return Err(Refusal::ActionIdInvalid);
        }
        let action = ActionKey::of(&request.action_id);
        let result = match self.party.earlier_answer(viewer, action) {
            Some(answer) => answer,
            None => self.act_once(viewer, request, stamp, now)?,
        };
        Ok(ActionResult {
            action_id: Some(request.action_id.clone()),
            action_type: request.action_type.clone(),
            status: "success".to_owned(),
            result,
        })
    }

    /// Judges an action that came by a game's own address: while another game is on the table it is only repeated, not done.
    pub(super) fn act_in(
        &mut self,
        game: &str,
        viewer: Viewer,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<ActionResult, Refusal> {
        let plays = self.party.session.table.as_ref().map(|table| table.slug());
        let known = || self.party.earlier_answer(viewer, ActionKey::of(&request.action_id));
        if plays != Some(game) && known().is_none() {
            return Err(Refusal::SessionNotActive);
        }
        self.act(viewer, request, stamp, now)
    }

    pub(super) fn act_once(
        &mut self,
        viewer: Viewer,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<Value, Refusal> {
        let seat = match viewer {
            Viewer::Tv => return Err(Refusal::PlayerOnly),
            Viewer::Host => None,
            // A message may be under way from a phone that was removed a moment ago.
            Viewer::Player(seat) if !self.party.live.contains(&seat) => return Err(Refusal::SeatRemoved),
            Viewer::Player(seat) => Some(seat),
        };
        self.still_open()?;
        let answer = match OF_THE_PARTY.contains(&request.action_type.as_str()) {
            true => self.decide(seat, request, now)?,
            false => self.play(seat, request, stamp, now)?,
        };
        self.settle(now);
        Ok(answer)
    }

    /// Judges an action of the party's own and, unless it is refused, does it.
    fn decide(&mut self, seat: Option<SeatId>, request: &ActionRequest, now: Instant) -> Result<Value, Refusal> {
        let action = read(request)?;
        match seat {
            Some(seat) => self.decide_for_player(seat, action, now)?,
            None => self.decide_for_host(action, now)?,
        }
        let answer = json!({});
        let answered = Event::Answered {
            seat,
            action_id: request.action_id.clone(),
            answer: answer.clone(),
        };
        self.happen(answered, now);
        Ok(answer)
    }

    fn decide_for_player(&mut self, seat: SeatId, action: PartyAction, now: Instant) -> Result<(), Refusal> {
        match action {
            PartyAction::Ready { ready } => self.confirm(seat, ready, now),
            PartyAction::Rename { name, avatar } => return self.rename_to(seat, &name, avatar.as_deref(), now),
            PartyAction::Leave {} => self.leave(seat, now),
            PartyAction::Feedback { stars, text } => return self.hear(seat, stars, &text, now),
            PartyAction::Start {}
            | PartyAction::Pause {}
            | PartyAction::Resume {}
            | PartyAction::Again {}
            | PartyAction::Open(_)
            | PartyAction::Remove { .. }
            | PartyAction::Volume { .. }
            | PartyAction::Close {} => return Err(Refusal::HostOnly),
        }
        Ok(())
    }

    fn decide_for_host(&mut self, action: PartyAction, now: Instant) -> Result<(), Refusal> {
        match action {
            PartyAction::Start {} => self.start(now),
            PartyAction::Pause {} => self.pause(now),
            PartyAction::Resume {} => self.resume(now),
            PartyAction::Again {} => self.open_session(self.same_again(), now),
            PartyAction::Open(request) => self.open_session(request, now),
            PartyAction::Remove { player_id } => self.remove(player_id, now),
            PartyAction::Volume { volume } => self.set_volume(volume, now),
            PartyAction::Close {} => {
                self.end(now);
                Ok(())
            }
            PartyAction::Ready { .. }
            | PartyAction::Rename { .. }
            | PartyAction::Leave {}
            | PartyAction::Feedback { .. } => Err(Refusal::PlayerOnly),
        }
    }

    fn same_again(&self) -> SessionRequest {
        let session = &self.party.session;
        SessionRequest {
            game: Some(session.game.clone()),
            settings: Some(session.settings.clone()),
        }
    }

    /// Hands an action to the game.
    fn play(
        &mut self,
        seat: Option<SeatId>,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<Value, Refusal> {
        let by = match seat {
            Some(_) if self.party.paused.is_some() => return Err(Refusal::Paused),
            Some(seat) => By::Seat(seat),
            None => By::Host,
        };
        if self.party.session.status != SessionStatus::Active {
            return Err(Refusal::SessionNotActive);
        }
        let (party_now, at) = (self.clock.at(now), self.fair(stamp, now));
        let (kind, payload) = (request.action_type.as_str(), request.payload.clone());
        let meant = Meant {
            run: request.campaign_run_id.as_deref(),
            character: request.character_id,
        };
        let played = self.with_table(party_now, at, |table, ctx| {
            table.meant(by, meant)?;
            table.play(by, kind, payload, ctx)
        });
        let Played { step, answer, kept } = played.ok_or(Refusal::SessionNotActive)??;
        let action = ActionKey::of(&request.action_id);
        self.party.keep_answer(seat, action, answer.to_string());
        let packed = step.packed;
        if planted(Defect::AppliesTwice)
            && let Some(table) = &mut self.party.session.table
        {
            let _ = table.replay(Some(by), &packed, party_now);
        }
        self.take(
            Event::Played {
                seat,
                action,
                answer: kept,
                packed,
            },
            step.told,
            now,
        );
        Ok(answer)
    }

    /// When a move counts as made, in party time: its arrival less what the connection costs, at most the cap.
    pub(super) fn fair(&self, stamp: Stamp, now: Instant) -> PartyMs {
        let lag = i64::try_from(stamp.lag.as_millis())
            .unwrap_or(LAG_CAP_MS)
            .min(LAG_CAP_MS);
        self.clock.at(stamp.arrived.min(now)).plus(-lag)
    }
}

fn read(request: &ActionRequest) -> Result<PartyAction, Refusal> {
    let payload = if request.payload.is_null() {
        json!({})
    } else {
        request.payload.clone()
    };
    let tagged = json!({ "action_type": request.action_type, "payload": payload });
    serde_json::from_value(tagged).map_err(|error| Refusal::Malformed {
        reason: error.to_string(),
    })
}
