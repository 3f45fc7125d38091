//! JSON Schemas of everything on the wire, from the Rust types. `snowparty schema` prints them, `/api/schema/` serves them, and
//! the pages' types are made from them.

use super::messages::*;
use crate::game::arena::wire as arena;
use crate::game::canvas::{self, wire as canvas_wire};
use crate::game::quest::{self, wire as quest_wire};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

/// A message's name, its direction, and the definition of its payload.
pub struct MessageSchema {
    /// The `type` of the envelope.
    pub name: &'static str,
    /// True if pages send it.
    pub from_client: bool,
    /// A `$ref` into `definitions`.
    pub payload: Value,
}

struct Collector {
    generator: SchemaGenerator,
    messages: Vec<MessageSchema>,
}

impl Collector {
    fn message<T: JsonSchema>(&mut self, name: &'static str, from_client: bool) {
        let payload = self.generator.subschema_for::<T>().to_value();
        self.messages.push(MessageSchema {
            name,
            from_client,
            payload,
        });
    }

    fn server<T: JsonSchema>(&mut self, name: &'static str) {
        self.message::<T>(name, false);
    }

    fn client<T: JsonSchema>(&mut self, name: &'static str) {
        self.message::<T>(name, true);
    }

    fn body<T: JsonSchema>(&mut self) {
        self.generator.subschema_for::<T>();
    }
}

fn collect() -> Collector {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut all = Collector {
        generator,
        messages: Vec::new(),
    };
    all.server::<Hello>("system.hello");
    all.server::<SystemError>("system.error");
    all.server::<PartyInfo>("party.info");
    all.server::<SessionState>("session.state");
    all.server::<PlayersList>("players.list");
    all.server::<PlayerUpdate>("player.update");
    all.server::<LeaderboardUpdate>("leaderboard.update");
    all.server::<RoomUpdate>("room.update");
    all.server::<GameEvent>("game.event");
    all.server::<SoundState>("sound.state");
    all.server::<SoundCue>("sound.cue");
    all.server::<Frames>("frames");
    all.server::<Pong>("pong");
    all.server::<ActionResult>("action.result");
    all.server::<arena::LevelMsg>("arena.level");
    all.server::<arena::QuestionMsg>("arena.question");
    all.server::<arena::RevealMsg>("arena.reveal");
    all.server::<arena::CountMsg>("arena.count");
    all.server::<arena::GiftMsg>("arena.gift");
    all.server::<arena::YouMsg>("arena.you");
    all.server::<arena::PodiumMsg>("arena.podium");
    all.server::<canvas_wire::BoardMsg>("canvas.board");
    all.server::<canvas_wire::RoomMsg>("canvas.room");
    all.server::<canvas_wire::TeamsMsg>("canvas.teams");
    all.server::<canvas_wire::YouMsg>("canvas.you");
    all.server::<quest_wire::JoinMsg>("party.join");
    all.server::<quest_wire::LeaveMsg>("party.leave");
    all.server::<quest_wire::PartyMsg>("party.state");
    all.server::<quest_wire::SceneMsg>("scene.update");
    all.server::<quest_wire::VoteStartedMsg>("vote.started");
    all.server::<quest_wire::VoteUpdateMsg>("vote.update");
    all.server::<quest_wire::VoteFinishedMsg>("vote.finished");
    all.server::<quest_wire::CombatMsg>("combat.update");
    all.server::<quest_wire::LogMsg>("quest.log");
    all.server::<quest_wire::YouMsg>("quest.you");
    all.client::<ActionRequest>("action.request");
    all.client::<Ping>("ping");
    all.client::<Frame>("frame");
    bodies(&mut all);
    all
}

fn bodies(all: &mut Collector) {
    all.body::<PartyAction>();
    all.body::<SessionRequest>();
    all.body::<JoinRequest>();
    all.body::<JoinAnswer>();
    all.body::<StateAnswer>();
    all.body::<ProgressRequest>();
    all.body::<PinRequest>();
    all.body::<HostAnswer>();
    all.body::<PartyAnswer>();
    all.body::<PartyRequest>();
    all.body::<PartiesAnswer>();
    all.body::<FeedbackRequest>();
    all.body::<FeedbackAnswer>();
    all.body::<arena::Setup>();
    all.body::<arena::Move>();
    all.body::<arena::GameEventKind>();
    all.body::<canvas::Setup>();
    all.body::<canvas_wire::PlaceAnswer>();
    all.body::<canvas_wire::BoardAnswer>();
    all.body::<canvas_wire::Move>();
    all.body::<canvas_wire::CellAnswer>();
    all.body::<canvas_wire::StatsAnswer>();
    all.body::<canvas_wire::Rollback>();
    all.body::<canvas_wire::PreviewAnswer>();
    all.body::<quest::Setup>();
    all.body::<quest_wire::Move>();
    all.body::<quest_wire::ResultMsg>();
    all.body::<quest_wire::LibraryAnswer>();
}

/// Every message with its direction, in reading order.
pub fn messages() -> Vec<MessageSchema> {
    collect().messages
}

/// One document with every type under `$defs`, and the messages by name under `properties`.
pub fn document() -> Value {
    let mut all = collect();
    let by_direction = |from_client: bool| -> serde_json::Map<String, Value> {
        let chosen = all.messages.iter().filter(|m| m.from_client == from_client);
        chosen.map(|m| (m.name.to_owned(), m.payload.clone())).collect()
    };
    let (server, client) = (by_direction(false), by_direction(true));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Wire",
        "type": "object",
        "properties": {
            "server": side("ServerPayloads", server),
            "client": side("ClientPayloads", client),
        },
        "required": ["server", "client"],
        "additionalProperties": false,
        "$defs": all.generator.take_definitions(true),
    })
}

fn side(title: &str, properties: serde_json::Map<String, Value>) -> Value {
    let required: Vec<&String> = properties.keys().collect();
    json!({ "title": title, "type": "object", "required": required, "properties": properties, "additionalProperties": false })
}
