//! Sockets: whose they are, and which seats are connected.

use super::core::Core;
use super::draft::{Knock, Out};
use super::fanout::{Admission, ConnId};
use crate::defect::{Defect, planted};
use crate::game::{Refusal, Viewer};
use crate::id::{SeatId, TokenHash};
use crate::protocol::CloseCode;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// Whose phone was connected within so long a time still counts as there.
pub(super) const STILL_THERE: Duration = Duration::from_secs(10);
/// A phone that was away may have a name or a farewell to send; then it is sent away again.
const BEFORE_LEAVING: Duration = Duration::from_secs(3);

impl Core {
    /// Whose token this is, if it may still be used.
    pub(super) fn holder(&self, token: &TokenHash) -> Result<Viewer, Refusal> {
        match self.party.holder(token) {
            None => Err(Refusal::TokenInvalid),
            Some(Viewer::Player(seat)) if !self.party.live.contains(&seat) => Err(Refusal::SeatRemoved),
            Some(viewer) => {
                self.still_open()?;
                Ok(viewer)
            }
        }
    }

    pub(super) fn still_open(&self) -> Result<(), Refusal> {
        if self.party.ended {
            Err(Refusal::PartyEnded)
        } else {
            Ok(())
        }
    }

    /// Lets a viewer in; a second socket of a seat takes it over from the first.
    pub(super) fn attach(
        &mut self,
        conn: ConnId,
        viewer: Viewer,
        admitted: oneshot::Sender<Result<Admission, CloseCode>>,
        now: Instant,
    ) {
        if let Viewer::Player(seat) = viewer {
            if let Some(earlier) = self.of_seat.insert(seat, conn) {
                self.sockets.remove(&earlier);
                self.draft.outs.push(Out::Close(earlier, CloseCode::TakenOver));
            }
            self.present.insert(seat);
            self.lately.insert(seat);
            self.presence_changed(seat);
        }
        self.sockets.insert(conn, viewer);
        self.settle(now);
        self.expect_guests(now);
        self.draft.knocks.push(Knock { conn, viewer, admitted });
        if matches!(viewer, Viewer::Player(seat) if self.must_stay_away(seat)) {
            self.leaving.push((now + BEFORE_LEAVING, conn));
        }
    }

    fn must_stay_away(&self, seat: SeatId) -> bool {
        self.party.session.table.as_ref().is_some_and(|table| table.away(seat))
    }

    /// Whoever came while all stood still, and should look on without a page, is sent away as at any other time.
    pub(super) fn see_off(&mut self, now: Instant) {
        let stays = |viewer: &Viewer| !matches!(viewer, Viewer::Player(seat) if self.must_stay_away(*seat));
        let known = |conn: &ConnId| self.leaving.iter().any(|(_, other)| other == conn);
        let away = self
            .sockets
            .iter()
            .filter(|(conn, viewer)| !stays(viewer) && !known(conn));
        let away: Vec<_> = away.map(|(conn, _)| (now + BEFORE_LEAVING, *conn)).collect();
        self.leaving.extend(away);
    }

    /// Sends those away who came although they should not, and have said by now what they had to say.
    pub(super) fn send_leaving(&mut self, now: Instant) {
        let due: Vec<ConnId> = self
            .leaving
            .extract_if(.., |(at, _)| *at <= now)
            .map(|(_, conn)| conn)
            .collect();
        for conn in due {
            if let Some(Viewer::Player(seat)) = self.sockets.get(&conn).copied()
                && self.must_stay_away(seat)
            {
                self.draft.last.push(Out::Close(conn, CloseCode::Afk));
            }
        }
    }

    /// Closes the socket of a player who went away from the phone, after all that it is told now.
    pub(super) fn send_away(&mut self, seat: SeatId) {
        if let Some(conn) = self.of_seat.get(&seat) {
            self.draft.last.push(Out::Close(*conn, CloseCode::Afk));
        }
    }

    /// A socket is gone.
    pub(super) fn detach(&mut self, conn: ConnId, now: Instant) {
        self.drop_socket(conn, now);
        self.settle(now);
    }

    pub(super) fn drop_socket(&mut self, conn: ConnId, now: Instant) {
        if planted(Defect::KeepsDeadSockets) {
            return;
        }
        if let Some(Viewer::Player(seat)) = self.sockets.remove(&conn) {
            self.of_seat.remove(&seat);
            self.present.remove(&seat);
            self.lost.push_back((now + STILL_THERE, seat));
            self.presence_changed(seat);
        }
    }

    /// Those who have been gone for long enough are not waited for any more.
    pub(super) fn give_up(&mut self, now: Instant) {
        while let Some((at, seat)) = self.lost.front().copied()
            && at <= now
        {
            self.lost.pop_front();
            let again = || self.lost.iter().any(|(_, other)| *other == seat);
            if !self.present.contains(&seat) && !again() {
                self.lately.remove(&seat);
            }
        }
    }

    /// A live value of a player, as far as the game lets it be seen; nothing is live while the party stands still.
    pub(super) fn live(&mut self, seat: SeatId, kind: &str, value: f64, now: Instant) -> Option<f64> {
        if self.party.paused.is_some() {
            return None;
        }
        let at = self.clock.at(now);
        let table = self.party.session.table.as_ref()?;
        table.live(seat, kind, value, at)
    }

    pub(super) fn presence_changed(&mut self, seat: SeatId) {
        self.draft.marks.players.insert(seat);
        self.draft.marks.room = true;
    }

    /// Is this seat's phone connected?
    pub(super) fn is_present(&self, seat: SeatId) -> bool {
        self.present.contains(&seat)
    }
}
