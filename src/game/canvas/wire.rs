//! What viewers of the canvas may know and ask for. Pixels are not here: they travel in the party's binary frames, and over HTTP in
//! the forms of `bodies`.

use super::setup::{Colour, Preset};
use super::template::Template;
use crate::id::{PartyMs, SeatId};
use base64::{Engine, engine::general_purpose::STANDARD};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// A message of the canvas.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "type", content = "payload")]
pub enum Msg {
    /// The board's shape and rules.
    #[serde(rename = "canvas.board")]
    Board(Box<BoardMsg>),
    /// How many play and wait.
    #[serde(rename = "canvas.room")]
    Room(RoomMsg),
    /// The teams of Pixel Wars.
    #[serde(rename = "canvas.teams")]
    Teams(TeamsMsg),
    /// Where this player stands.
    #[serde(rename = "canvas.you")]
    You(YouMsg),
}

/// What players and the host may ask for.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(tag = "action_type", content = "payload", rename_all = "lowercase")]
#[schemars(rename = "CanvasMove")]
pub enum Move {
    /// A player places a pixel.
    Place(Place),
    /// A player takes the last placement back, within 5 s.
    Undo {},
    /// A player presses Play.
    Queue {},
    /// The host protects an area.
    Protect {
        /// Which.
        area: Area,
    },
    /// The host gives it free again.
    Unprotect {
        /// Which, exactly as it was protected.
        area: Area,
    },
    /// The host bars a player from placing, or no longer.
    Bar {
        /// Whom.
        player_id: SeatId,
        /// From now on?
        barred: bool,
    },
    /// The host clears the board.
    Clear {},
    /// The host takes the last clear back, within 10 minutes.
    Unclear {},
    /// The host paints cells: what an import comes to.
    Paint {
        /// The board that is meant.
        epoch: u32,
        /// Cell in the lower 24 bits, colour in the upper 8.
        items: Words,
    },
    /// The host takes placements back.
    Rollback {
        /// The board that is meant.
        epoch: u32,
        /// Which placements.
        by: Filter,
        /// What comes back in their places: cell in the lower 24 bits, colour in the upper 8.
        items: Words,
        /// Whose each of these cells is again; 0 is nobody's.
        owners: Words,
        /// Whose each of them was when this was worked out: what is another's by now is left alone.
        found: Words,
    },
    /// The host lays a ghost template.
    Template {
        /// Its cells and where they lie.
        #[schemars(with = "serde_json::Value")]
        template: Template,
    },
    /// The host takes it away.
    Untemplate {},
    /// The host changes pace and room.
    Pace(Pace),
    /// The host ends the session.
    Finish {},
}

/// Many numbers of 32 bits, little-endian, in base64: as a list of JSON they would take ten times the memory.
#[derive(Clone, Debug, Default, PartialEq, Eq, JsonSchema)]
#[schemars(with = "String", rename = "CanvasWords")]
pub struct Words(pub Vec<u32>);

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = self.0.iter().flat_map(|word| word.to_le_bytes()).collect();
        STANDARD.encode(bytes).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        let bytes = STANDARD.decode(text.as_bytes()).map_err(serde::de::Error::custom)?;
        let words = bytes.chunks_exact(4);
        if !words.remainder().is_empty() {
            return Err(serde::de::Error::custom("not a whole number of words"));
        }
        let read = |word: &[u8]| u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        Ok(Self(words.map(read).collect()))
    }
}

/// A placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CanvasPlace")]
pub struct Place {
    /// Column, from 0.
    pub x: u16,
    /// Row, from 0.
    pub y: u16,
    /// Index of the colour.
    pub color: u16,
    /// The board that is meant.
    pub epoch: u32,
}

/// What of the rules may change while a session runs. Size, palette and teams are refused unless they are as they were.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "CanvasPace")]
pub struct Pace {
    /// Between two placements of a player, ms.
    pub cooldown_ms: Option<u32>,
    /// Placements of a player within 60 s.
    pub per_minute: Option<u32>,
    /// How many may play at once.
    pub slots: Option<u32>,
    /// Columns.
    pub width: Option<u16>,
    /// Rows.
    pub height: Option<u16>,
    /// Teams.
    pub teams: Option<u8>,
    /// Colours.
    pub palette: Option<Vec<Colour>>,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "CanvasArea")]
pub struct Area {
    /// Left column.
    pub x: u16,
    /// Top row.
    pub y: u16,
    /// Columns, at least 1.
    pub width: u16,
    /// Rows, at least 1.
    pub height: u16,
}

/// `canvas.board`: the board's shape and rules, for everyone; it changes only when the host changes something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "CanvasBoard")]
pub struct BoardMsg {
    /// Raised by every clear and every clear taken back. Frames carry its lowest 8 bits.
    pub epoch: u32,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// The colours by their index; 0 is the empty board.
    pub palette: Vec<Colour>,
    /// Which preset the rules began from.
    pub preset: Preset,
    /// Between two placements of a player, ms.
    pub cooldown_ms: u32,
    /// Placements of a player within any 60 s; 0 means no such limit.
    pub per_minute: u32,
    /// How many may play at once.
    pub slots: u32,
    /// Teams, 0 or 2 to 6. With teams, team `t` (from 0) paints with the colours `3t + 1` to `3t + 3` only.
    pub teams: u8,
    /// When the session ends, ms of party time; `None` if it stays.
    pub ends_at: Option<PartyMs>,
    /// Nobody but the host may change these.
    pub protected: Vec<Area>,
    /// The host lets these players paint no more.
    pub barred: Vec<SeatId>,
    /// The ghost that the host has laid; its cells come from `GET …/canvas/template`.
    pub template: Option<TemplateInfo>,
    /// The last clear can be taken back until then, ms of party time.
    pub unclear_until: Option<PartyMs>,
}

/// A ghost template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TemplateInfo {
    /// Counted from 1; another number is another template.
    pub id: u32,
    /// Where it lies.
    pub area: Area,
    /// Cells that it asks for (the others are free).
    pub cells: u32,
}

/// `canvas.room`: how many play and wait, for everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasRoom")]
pub struct RoomMsg {
    /// Playing, the stalled ones among them.
    pub playing: u32,
    /// Waiting for a place.
    pub queued: u32,
    /// How many may play at once.
    pub slots: u32,
}

/// `canvas.teams`: for everyone, every few seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasTeams")]
pub struct TeamsMsg {
    /// When the figures held, ms of party time. A team's score grows by `area` each second.
    pub at: PartyMs,
    /// In the order of their numbers.
    pub teams: Vec<TeamLine>,
}

/// One team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasTeam")]
pub struct TeamLine {
    /// Cells held.
    pub area: u32,
    /// Cells held × seconds.
    pub score: i64,
    /// Players.
    pub players: u32,
}

/// Where a player stands. AFK → queue → playing → AFK, and no other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "CanvasStatus")]
pub enum Status {
    /// Looks on, over HTTP.
    Afk,
    /// Has pressed Play and waits for a place.
    Queue,
    /// May place.
    Playing,
}

/// `canvas.you`: one player's own standing.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasYou")]
pub struct YouMsg {
    /// Whose.
    pub player_id: SeatId,
    /// AFK, queue, playing.
    pub status: Status,
    /// The place in the queue, from 1.
    pub place: Option<u32>,
    /// A playing one goes AFK then, ms of party time, unless it places.
    pub idle_at: Option<PartyMs>,
    /// The next placement is accepted from then on, ms of party time.
    pub next_at: PartyMs,
    /// The last placement can be undone until then, ms of party time.
    pub undo_until: Option<PartyMs>,
    /// Pixels placed.
    pub placed: u32,
    /// The team, from 0.
    pub team: Option<u8>,
    /// The host has barred this player from placing.
    pub barred: bool,
}

/// What a placement answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceAnswer {
    /// The board's version that it made.
    pub version: u32,
    /// The next one is accepted from then on, ms of party time.
    pub next_at: PartyMs,
}

/// The answer of `GET …/canvas/cell`: who painted a cell last, and when. Nulls if no player did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasCell")]
pub struct CellAnswer {
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
    /// Index of the colour.
    pub color: u8,
    /// Who.
    pub player_id: Option<SeatId>,
    /// The name.
    pub name: Option<String>,
    /// When, ms of party time, to a tenth of a second.
    pub placed_at: Option<PartyMs>,
}

/// The answer of `GET …/canvas/stats`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasStats")]
pub struct StatsAnswer {
    /// Who placed most comes first.
    pub players: Vec<PlayerStats>,
    /// Placements by players.
    pub placements: u32,
    /// Cells that are not empty.
    pub painted: u32,
    /// Cells that nobody ever painted.
    pub untouched: u32,
    /// Who placed the first pixel.
    pub first: Option<SeatId>,
    /// Who placed the last one.
    pub last: Option<SeatId>,
    /// When the session began, ms of party time.
    pub from_ms: PartyMs,
    /// When it last changed, ms of party time.
    pub to_ms: PartyMs,
}

/// One player's figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasPlayerStats")]
pub struct PlayerStats {
    /// Whose.
    pub player_id: SeatId,
    /// The name.
    pub name: String,
    /// Pixels placed.
    pub placed: u32,
    /// Pixels that nobody has painted over.
    pub surviving: u32,
}

/// Which placements a rollback takes back: those for which all holds that is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "CanvasFilter")]
pub struct Filter {
    /// By this player.
    pub player_id: Option<SeatId>,
    /// In this area.
    pub area: Option<Area>,
    /// From this party time on, ms.
    pub from_ms: Option<PartyMs>,
    /// Until this party time, ms.
    pub to_ms: Option<PartyMs>,
}

/// The body of `POST …/canvas/preview` and `POST …/canvas/rollback`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(rename = "CanvasRollback")]
pub struct Rollback {
    /// What is to be taken back.
    pub by: Filter,
}

/// The answer of `POST …/canvas/preview`: what a rollback would paint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "CanvasPreview")]
pub struct PreviewAnswer {
    /// How many cells.
    pub cells: u32,
    /// Cell in the lower 24 bits, colour in the upper 8.
    pub items: Vec<u32>,
}

/// The answer of `GET …/canvas/board`: all that a viewer without a socket needs to know.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BoardAnswer {
    /// The board.
    pub board: BoardMsg,
    /// Its present version.
    pub version: u32,
}
