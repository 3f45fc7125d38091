//! Who may do what: an action finds its rule here, the party's own or the game's.

use super::core::{Core, Stamp};
use crate::game::{Refusal, Viewer};
use crate::id::SeatId;
use crate::protocol::{ActionRequest, PartyAction, SessionRequest};
use serde_json::{Value, json};
use tokio::time::Instant;

/// The party's own actions; whatever is not among them is the game's.
const OF_THE_PARTY: [&str; 11] = [
    "ready", "rename", "leave", "start", "pause", "resume", "again", "open", "remove", "volume", "close",
];

impl Core {
    /// Judges an action and, unless it is refused, does it.
    pub(super) fn decide(
        &mut self,
        viewer: Viewer,
        request: &ActionRequest,
        stamp: Stamp,
        now: Instant,
    ) -> Result<Value, Refusal> {
        if !OF_THE_PARTY.contains(&request.action_type.as_str()) {
            return self.play(viewer, request, stamp, now);
        }
        let action = read(request)?;
        match viewer {
            Viewer::Player(seat) => self.decide_for_player(seat, action, now)?,
            Viewer::Host => self.decide_for_host(action, now)?,
            Viewer::Tv => return Err(Refusal::PlayerOnly),
        }
        Ok(json!({}))
    }

    fn decide_for_player(&mut self, seat: SeatId, action: PartyAction, now: Instant) -> Result<(), Refusal> {
        match action {
            PartyAction::Ready { ready } => self.confirm(seat, ready, now),
            PartyAction::Rename { name, avatar } => return self.rename_to(seat, &name, avatar.as_deref(), now),
            PartyAction::Leave {} => self.leave(seat, now),
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
            PartyAction::Ready { .. } | PartyAction::Rename { .. } | PartyAction::Leave {} => Err(Refusal::PlayerOnly),
        }
    }

    fn same_again(&self) -> SessionRequest {
        let session = &self.party.session;
        SessionRequest {
            game: Some(session.game.clone()),
            settings: Some(session.settings.clone()),
        }
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
