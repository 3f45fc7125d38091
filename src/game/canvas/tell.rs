//! What becomes known through an event, and what a newcomer is told: the same topics.

use super::board::item;
use super::template::Template;
use super::wire::{BoardMsg, Msg, RoomMsg, TeamLine, TeamsMsg, TemplateInfo, YouMsg};
use super::{Canvas, Event};
use crate::game::{Audience, Bulk, Cue, Placed, Row, Tell, Viewer};
use crate::id::SeatId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What the gallery must know beside the pixels.
#[derive(Debug, Serialize, Deserialize)]
pub struct Notice {
    /// The board's shape and rules, as everyone is told.
    pub board: BoardMsg,
    /// The ghost's cells.
    pub template: Option<Template>,
}

impl Canvas {
    pub(super) fn notice_of(&self) -> Notice {
        Notice {
            board: self.board_msg(),
            template: self.template.clone(),
        }
    }

    pub(super) fn tell_of(&self, event: &Event, out: &mut Tell<Msg>) {
        match event {
            Event::Placed { seat, cell, colour } => {
                out.bulk.push(Bulk::Item {
                    item: item(*cell, *colour),
                    by: Some(*seat),
                    returns: false,
                });
                self.tell_stroke(*seat, out);
            }
            Event::Undone {
                seat,
                cell,
                colour,
                before,
            } => {
                out.bulk.push(Bulk::Item {
                    item: item(*cell, *colour),
                    by: *before,
                    returns: true,
                });
                self.tell_stroke(*seat, out);
            }
            Event::Painted { items } => {
                out.bulk.extend(items.iter().map(|item| Bulk::Item {
                    item: *item,
                    by: None,
                    returns: false,
                }));
                self.tell_teams(out);
            }
            Event::RolledBack { items, owners, .. } => {
                let cells = super::returned(items, owners);
                out.bulk.extend(cells.map(|(cell, colour, by)| Bulk::Item {
                    item: item(cell, colour),
                    by,
                    returns: true,
                }));
                self.painters.keys().for_each(|seat| self.tell_you(*seat, out));
                self.tell_teams(out);
            }
            Event::Cleared {} | Event::Uncleared {} => self.tell_another_board(out),
            Event::Entered { seats, earlier } => {
                if !earlier.is_empty() {
                    // One of them may have been barred.
                    self.tell_board(out);
                }
                let seats = seats.iter().map(|(seat, _)| *seat);
                self.tell_status(seats, out);
            }
            Event::Dropped { seats } => {
                // One of them may have been barred.
                self.tell_board(out);
                self.tell_status(seats.iter().copied(), out);
                self.tell_waiting(out);
            }
            Event::Queued { seat } => self.tell_status(std::iter::once(*seat), out),
            Event::Admitted { seats } => {
                self.tell_status(seats.iter().copied(), out);
                self.tell_waiting(out);
            }
            Event::Idled { seats } => {
                self.tell_status(seats.iter().copied(), out);
                out.away.extend(seats);
            }
            Event::Barred { seat, .. } => {
                self.tell_you(*seat, out);
                self.tell_board(out);
            }
            Event::Protected { .. } | Event::Unprotected { .. } | Event::Templated { .. } | Event::Untemplated {} => {
                self.tell_board(out)
            }
            Event::Paced { .. } => {
                self.tell_board(out);
                self.painters.keys().for_each(|seat| self.tell_you(*seat, out));
                out.topics.push((Audience::All, Msg::Room(self.room_msg())));
            }
            Event::Finished {} => self.tell_end(out),
        }
    }

    fn tell_stroke(&self, seat: SeatId, out: &mut Tell<Msg>) {
        self.tell_you(seat, out);
        self.tell_teams(out);
        out.board = true;
    }

    fn tell_board(&self, out: &mut Tell<Msg>) {
        out.topics.push((Audience::All, Msg::Board(Box::new(self.board_msg()))));
        out.notice = true;
    }

    fn tell_another_board(&self, out: &mut Tell<Msg>) {
        out.bulk.push(Bulk::Reset {
            epoch: self.board.edition().epoch,
            cells: Arc::from(self.board.cells()),
        });
        self.tell_board(out);
        self.tell_teams(out);
        self.painters.keys().for_each(|seat| self.tell_you(*seat, out));
    }

    fn tell_you(&self, seat: SeatId, out: &mut Tell<Msg>) {
        if let Some(you) = self.you(seat) {
            out.topics.push((Audience::Seat(seat), Msg::You(you)));
        }
    }

    fn tell_teams(&self, out: &mut Tell<Msg>) {
        if self.rules.teams > 0 {
            out.calm.push((Audience::All, Msg::Teams(self.teams())));
        }
    }

    /// Those who still wait have moved up.
    fn tell_waiting(&self, out: &mut Tell<Msg>) {
        self.room.waiting().for_each(|seat| self.tell_you(seat, out));
    }

    fn tell_status(&self, seats: impl Iterator<Item = SeatId>, out: &mut Tell<Msg>) {
        for seat in seats {
            self.tell_you(seat, out);
            out.players.insert(seat);
        }
        out.topics.push((Audience::All, Msg::Room(self.room_msg())));
        self.tell_teams(out);
        out.board = true;
    }

    fn tell_end(&self, out: &mut Tell<Msg>) {
        self.tell_board(out);
        out.stage = true;
        out.board = true;
        out.players.extend(self.painters.keys());
        self.painters.keys().for_each(|seat| self.tell_you(*seat, out));
        if self.rules.teams > 0 {
            out.topics.push((Audience::All, Msg::Teams(self.teams())));
        }
        out.sounds.push(Cue::Win);
        out.rows.extend(self.rows());
    }

    fn rows(&self) -> Vec<Row> {
        use crate::game::Game;
        let board = self.board();
        let result = |line: &Placed| Row::Result {
            seat: line.seat,
            place: line.place,
            score: line.score,
        };
        let lines = board
            .iter()
            .map(|line| serde_json::json!({ "player_id": line.seat, "place": line.place, "score": line.score }));
        let payload = serde_json::Value::from_iter(lines).to_string();
        let snapshot = Row::BoardSnapshot { payload };
        board.iter().map(result).chain(std::iter::once(snapshot)).collect()
    }

    pub(super) fn topics_for(&self, viewer: Viewer) -> Vec<Msg> {
        let mut topics = vec![Msg::Board(Box::new(self.board_msg())), Msg::Room(self.room_msg())];
        if self.rules.teams > 0 {
            topics.push(Msg::Teams(self.teams()));
        }
        if let Viewer::Player(seat) = viewer {
            topics.extend(self.you(seat).map(Msg::You));
        }
        topics
    }

    fn board_msg(&self) -> BoardMsg {
        let rules = &self.rules;
        BoardMsg {
            epoch: self.board.edition().epoch,
            width: rules.width,
            height: rules.height,
            palette: rules.palette.clone(),
            preset: rules.preset,
            cooldown_ms: rules.cooldown_ms,
            per_minute: rules.per_minute,
            slots: rules.slots,
            teams: rules.teams,
            ends_at: self.ends_at(),
            protected: self.protected.clone(),
            barred: self.barred(),
            template: self.template.as_ref().map(|template| TemplateInfo {
                id: self.templates,
                area: template.area,
                cells: self.asked,
            }),
            unclear_until: self.kept.as_ref().map(|kept| kept.until),
        }
    }

    fn barred(&self) -> Vec<SeatId> {
        let barred = self.painters.iter().filter(|(_, painter)| painter.barred);
        barred.map(|(seat, _)| *seat).collect()
    }

    fn room_msg(&self) -> RoomMsg {
        RoomMsg {
            playing: self.room.players() as u32,
            queued: self.room.queued() as u32,
            slots: self.rules.slots,
        }
    }

    fn teams(&self) -> TeamsMsg {
        let players = |team: usize| {
            let own = self
                .painters
                .values()
                .filter(|painter| painter.team.map(usize::from) == Some(team));
            own.count() as u32
        };
        let lines = self.war.sides().iter().enumerate().map(|(team, side)| TeamLine {
            area: side.area,
            score: side.points_ms / 1_000,
            players: players(team),
        });
        TeamsMsg {
            at: self.war.settled(),
            teams: lines.collect(),
        }
    }

    fn you(&self, seat: SeatId) -> Option<YouMsg> {
        let painter = self.painters.get(&seat)?;
        Some(YouMsg {
            player_id: seat,
            status: self.room.status(seat),
            place: self.room.place(seat),
            idle_at: self.room.idle_at(seat).filter(|_| !self.over()),
            next_at: self.ready_at(painter),
            undo_until: painter.undo.map(|undo| undo.until),
            placed: painter.placed,
            team: painter.team,
            barred: painter.barred,
        })
    }
}
