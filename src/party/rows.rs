//! Which rows of the read models follow from an event: at the time of the event, and again when they are rebuilt.

use super::journal::Event;
use super::state::{Party, Seat};
use crate::id::SeatId;
use crate::protocol::{Lang, SessionStatus};
use crate::row::Row;
use crate::store::TableRow;

/// The rows that follow from `event`, which `party` has just applied.
pub fn after(party: &Party, event: &Event) -> Option<TableRow> {
    match event {
        Event::Opened {
            name,
            lang,
            wall,
            beside,
            ..
        } => Some(TableRow::PartyOpened {
            name: name.clone(),
            lang: tag(*lang),
            at: wall.clone(),
            beside: *beside,
        }),
        Event::Told {
            seat,
            stars,
            text,
            wall,
        } => Some(TableRow::Feedback {
            id: party.seq,
            seat: *seat,
            stars: *stars,
            text: text.clone(),
            at: wall.clone(),
        }),
        Event::Named { name, lang } => Some(TableRow::PartyNamed {
            name: name.clone(),
            lang: tag(*lang),
        }),
        Event::Ended { wall } => Some(TableRow::PartyEnded { at: wall.clone() }),
        Event::Joined { seat, .. }
        | Event::Returned { seat, .. }
        | Event::Renamed { seat, .. }
        | Event::Removed { seat } => party.seats.get(seat).map(|place| seat_row(*seat, place)),
        Event::SessionOpened { .. } | Event::SessionStarted { .. } | Event::SessionFinished { .. } => {
            Some(session_row(party))
        }
        Event::HostKey { .. }
        | Event::Confirmed { .. }
        | Event::Game(_)
        | Event::Played { .. }
        | Event::Ticked { .. }
        | Event::Paused { .. }
        | Event::Resumed
        | Event::Answered { .. }
        | Event::Volume { .. } => None,
    }
}

/// A row that a game's event left.
pub fn of_game(party: &Party, row: Row) -> TableRow {
    TableRow::Game {
        game: party.session.game.clone(),
        session: party.session.id,
        seq: party.seq,
        row,
    }
}

fn tag(lang: Lang) -> String {
    if lang == Lang::Ru { "ru" } else { "en" }.to_owned()
}

fn seat_row(seat: SeatId, place: &Seat) -> TableRow {
    TableRow::Seat {
        seat,
        device: place.device.clone(),
        token: place.token.clone(),
        name: place.name.clone(),
        avatar: place.avatar.clone(),
        color: place.color,
        at: place.joined_at.clone(),
        removed: place.removed,
    }
}

fn session_row(party: &Party) -> TableRow {
    let session = &party.session;
    TableRow::Session {
        session: session.id,
        game: session.game.clone(),
        status: match session.status {
            SessionStatus::Pending => "pending",
            SessionStatus::Active => "active",
            SessionStatus::Finished => "finished",
        },
        settings: session.settings.to_string(),
        started_at: session.started_at.clone(),
        ended_at: session.ended_at.clone(),
    }
}
