//! The messages that are every game's: the party's own topics, answers, and the REST bodies.

use crate::game::{Cue, Music, PlayerStatus, Run, Timer};
use crate::id::{PartyCode, PartyMs, SeatId, SessionId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The languages of the house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

/// Where sounds are played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum AudioOutput {
    /// The host's own output, through rodio.
    #[default]
    Host,
    /// The TV's page.
    Tv,
    /// Nowhere.
    Off,
}

/// The party clock, from which pages count down by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Clock {
    /// Party time when the message was made, ms.
    pub now: PartyMs,
    /// False while paused.
    pub running: bool,
}

/// Why and how long the session stands still.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pause {
    /// Who or what paused it.
    pub reason: PauseReason,
    /// Once it is about to go on: so many ms after this message was made.
    pub resumes_in: Option<i64>,
}

/// Who or what paused a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PauseReason {
    /// The host.
    Host,
    /// The appliance was restarted in the middle of it.
    Restart,
}

/// A session's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SessionStatus {
    /// Open, not started.
    Pending,
    /// Being played.
    Active,
    /// Over; its ranking is kept.
    Finished,
}

/// `system.hello`: the first message on every socket. What follows it is the whole present state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Hello {
    /// [`super::PROTOCOL`].
    pub protocol: u32,
    /// The appliance's version.
    pub version: String,
    /// `tv`, `host` or `player`.
    pub viewer: String,
    /// The seat, for a player.
    pub player_id: Option<SeatId>,
    /// The party.
    pub party: PartyInfo,
    /// The session's game.
    pub game: String,
    /// Where the session stands.
    pub status: SessionStatus,
    /// The campaign's run with its heroes, in a game that has one.
    pub run: Option<Run>,
    /// The party clock.
    pub clock: Clock,
}

/// What everyone may know of a party. As `party.info`, to the stage: the machine may get another address in the middle of an evening.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartyInfo {
    /// Four letters.
    pub code: PartyCode,
    /// Its name, as the host gave it.
    pub name: String,
    /// The house's language, which the TV speaks.
    pub lang: Lang,
    /// How many seats it holds.
    pub max_players: u32,
    /// What the QR code says: `http://192.168.1.20:8080/play?session=KWRX`.
    pub join_url: String,
    /// The same for people: `192.168.1.20:8080`.
    pub address: String,
    /// Other addresses of this machine, in case the first is not the one that phones reach.
    pub other_addresses: Vec<String>,
}

/// `session.state`: where the session stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SessionState {
    /// The session.
    pub session_id: SessionId,
    /// The party's code.
    pub code: PartyCode,
    /// The game's slug.
    pub game: String,
    /// pending, active, finished.
    pub status: SessionStatus,
    /// The round or level, from 1; 0 before the start.
    pub round: u32,
    /// The game's own name for the moment; `lobby` before the start.
    pub phase: String,
    /// What is being counted down.
    pub timer: Option<Timer>,
    /// Set while the session stands still.
    pub pause: Option<Pause>,
    /// The party clock.
    pub clock: Clock,
    /// The game's settings, as chosen.
    pub settings: Value,
    /// When the host started it, RFC 3339.
    pub started_at: Option<String>,
    /// When it finished, RFC 3339.
    pub ended_at: Option<String>,
}

/// A player, as others see them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Player {
    /// The seat.
    pub id: SeatId,
    /// At most 20 graphemes; text, never markup.
    pub name: String,
    /// One of the 24 animals.
    pub avatar: String,
    /// Index of one of the 24 colours.
    pub color: u8,
    /// ready, playing, done.
    pub status: PlayerStatus,
    /// The level's name while one is played.
    pub current_level: Option<String>,
    /// Points so far.
    pub score: i64,
    /// How far through the present level, 0 to 1.
    pub progress: f32,
    /// Has this player pressed "I am ready" in the lobby?
    pub confirmed: bool,
    /// Is a phone connected?
    pub online: bool,
    /// True once removed or left: the page drops the player.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}

/// `players.list`: the stage gets everyone, a phone its own player.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlayersList {
    /// The session.
    pub session_id: SessionId,
    /// How many there are in all.
    pub count: u32,
    /// Those that this page shows.
    pub players: Vec<Player>,
}

/// `player.update`: one player changed. The stage gets everyone's, a phone its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlayerUpdate {
    /// The session.
    pub session_id: SessionId,
    /// The whole player.
    pub player: Player,
}

/// `room.update`: counts for pages that do not follow everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoomUpdate {
    /// Seats taken.
    pub players: u32,
    /// Of them ready.
    pub confirmed: u32,
    /// Of them connected.
    pub online: u32,
}

/// One line of the leaderboard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BoardLine {
    /// The seat.
    pub player_id: SeatId,
    /// The name.
    pub name: String,
    /// The animal.
    pub avatar: String,
    /// Index of the colour.
    pub color: u8,
    /// From 1; equal scores share a place.
    pub place: u32,
    /// Points.
    pub score: i64,
    /// Points gained since the board was last shown.
    pub gained: i64,
    /// Places climbed since then; negative when fallen.
    pub moved: i32,
}

/// `leaderboard.update`: the stage gets the first 60 lines; a phone the first five and its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeaderboardUpdate {
    /// The session.
    pub session_id: SessionId,
    /// How many lines the whole board has.
    pub count: u32,
    /// Best first.
    pub leaderboard: Vec<BoardLine>,
}

/// `game.event`: something to show once; it changes no topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GameEvent {
    /// The session.
    pub session_id: SessionId,
    /// What happened, by the game's own list.
    pub kind: String,
    /// More about it.
    pub payload: Value,
}

/// `sound.state`, to the stage: what is to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SoundState {
    /// Who plays it.
    pub output: AudioOutput,
    /// The tune.
    pub music: Music,
    /// 0 to 100.
    pub volume: u8,
}

/// `sound.cue`, to the stage: one effect, now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SoundCue {
    /// Which.
    pub cue: Cue,
}

/// `frames`, to the stage at up to 20 Hz: the latest live value of each seat that changed. Never stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Frames {
    /// What is counted, such as `tap` or `puzzle`.
    pub kind: String,
    /// Pairs of seat and value.
    pub values: Vec<(SeatId, f64)>,
}

/// `pong`: the answer to `ping`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pong {
    /// What the page sent.
    pub sent: f64,
    /// The party clock.
    pub clock: Clock,
}

/// `action.result`: a move was accepted, and is on the disk. In a campaign the room gets it as well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActionResult {
    /// The request's id, for whoever asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_id: Option<String>,
    /// The request's type.
    pub action_type: String,
    /// `success`: it was accepted. What came of it is in the result.
    pub status: String,
    /// The game's answer.
    pub result: Value,
}

/// `system.error`: something was refused, and changed nothing. REST answers with the same under `error`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SystemError {
    /// A stable code, such as `action/too_late`.
    pub code: String,
    /// A sentence in English.
    pub message: String,
    /// The action that it answers, if it answers one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_id: Option<String>,
    /// Figures for the wording, such as `retry_after` in seconds.
    #[serde(default)]
    pub params: Value,
}

/// `ping`, from a page: an estimate of its clock's offset, and a sign of life.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Ping {
    /// The page's own clock; comes back untouched.
    pub sent: f64,
}

/// `frame`, from a phone: a live value that only has to be seen. The latest wins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Frame {
    /// What is counted: `tap` (snowballs) or `puzzle` (share of tiles in place, 0 to 1).
    pub kind: String,
    /// The value.
    pub value: f64,
}

/// `action.request`, from a phone or the host: answered by exactly one `action.result` or `system.error`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActionRequest {
    /// Chosen by the page, 1 to 64 characters; the same id acts once and gets the same answer again.
    pub action_id: String,
    /// What is asked for.
    pub action_type: String,
    /// Its parameters.
    #[serde(default)]
    pub payload: Value,
    /// In a campaign: the run that is meant. Refused if another is played.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign_run_id: Option<String>,
    /// In a campaign: the hero who acts. Refused unless it is the sender's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_id: Option<u32>,
}

/// The party's own actions; all others go to the game.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action_type", content = "payload", rename_all = "lowercase")]
pub enum PartyAction {
    /// A player: "I am ready", or not yet.
    Ready {
        /// Which.
        ready: bool,
    },
    /// A player: another name or animal.
    Rename {
        /// The name.
        name: String,
        /// The animal.
        #[serde(default)]
        avatar: Option<String>,
    },
    /// A player: leaves for good.
    Leave {},
    /// A player: tells the host something.
    Feedback {
        /// 1 to 5.
        stars: u8,
        /// At most 500 characters; it may be empty.
        text: String,
    },
    /// The host: start the pending session.
    Start {},
    /// The host: stand still.
    Pause {},
    /// The host: go on, after a countdown.
    Resume {},
    /// The host: open the next session with the same settings and seats.
    Again {},
    /// The host: open the next session with other settings; refused while one is active.
    Open(SessionRequest),
    /// The host: remove a player.
    Remove {
        /// Whom.
        player_id: SeatId,
    },
    /// The host: the volume, 0 to 100.
    Volume {
        /// How loud.
        volume: u8,
    },
    /// The host: end the party; all phones are told. A new one opens with another code.
    Close {},
}

impl ActionRequest {
    /// A request that names no id: each one is new.
    pub fn unnamed(action_type: &str, payload: serde_json::Value) -> Self {
        Self {
            action_id: uuid::Uuid::new_v4().to_string(),
            action_type: action_type.to_owned(),
            payload,
            campaign_run_id: None,
            character_id: None,
        }
    }
}

/// The body of `POST /api/session`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionRequest {
    /// The game's slug; `arena` if left out.
    #[serde(default)]
    pub game: Option<String>,
    /// The game's timings and rules; its defaults if left out.
    #[serde(default)]
    #[schemars(with = "Option<serde_json::Map<String, Value>>")]
    pub settings: Option<Value>,
}

/// The body of `POST /api/session/{code}/join`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct JoinRequest {
    /// As typed; normalised, cut at 20 graphemes, made unique.
    pub name: String,
    /// The phone's own id, a UUID that it drew itself or that an earlier join answered; the phone gets its seat back by it.
    #[serde(default)]
    pub device_uuid: Option<String>,
    /// One of the 24 animals; drawn if left out.
    #[serde(default)]
    pub avatar: Option<String>,
}

/// The answer to a join: 201.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct JoinAnswer {
    /// The seat.
    pub player_id: SeatId,
    /// The seat's secret.
    pub token: String,
    /// The phone's own id, to be kept for later evenings.
    pub device_uuid: String,
    /// The player, with the name as it was made unique.
    pub player: Player,
    /// The present state.
    pub state: StateAnswer,
}

/// The answer of `GET /api/session/{code}/state`, for resync. It shows what the TV shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StateAnswer {
    /// The party.
    pub party: PartyInfo,
    /// Where the session stands.
    pub session: SessionState,
    /// Everyone.
    pub players: Vec<Player>,
    /// The board as last shown.
    pub leaderboard: Vec<BoardLine>,
}

/// The body of `POST /api/progress`, as the seed has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProgressRequest {
    /// The seat's secret.
    pub player_token: String,
    /// green, yellow, red.
    pub level: String,
    /// The phone's count.
    pub score: i64,
    /// Milliseconds spent.
    pub time: i64,
    /// The mini-game's own account.
    #[serde(default)]
    pub details: Value,
    /// Makes a repeat of the same request count once; made from seat, session and level if left out.
    #[serde(default)]
    pub action_id: Option<String>,
}

/// The body of `POST /api/host`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PinRequest {
    /// As shown in the terminal.
    pub pin: String,
}

/// The answer to the right PIN.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HostAnswer {
    /// The host's secret: `Authorization: Bearer …`, and `token=` of the socket.
    pub token: String,
    /// The open party.
    pub code: PartyCode,
}

/// The body of `POST /api/session/{code}/feedback`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedbackRequest {
    /// 1 to 5.
    pub stars: u8,
    /// At most 500 characters; it may be empty.
    pub text: String,
}

/// The answer of `GET /api/session/{code}/feedback`, for the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FeedbackAnswer {
    /// Oldest first.
    pub feedback: Vec<FeedbackLine>,
}

/// What a guest told the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FeedbackLine {
    /// Which, in order.
    pub id: i64,
    /// The guest's name.
    pub name: String,
    /// 1 to 5.
    pub stars: u8,
    /// What.
    pub text: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
}

/// The body of `POST /api/party`: a party beside the evening's, with its game started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartyRequest {
    /// What it is called.
    pub name: String,
    /// Its game's slug.
    pub game: String,
    /// Its game's settings; the defaults if left out.
    #[serde(default)]
    #[schemars(with = "Option<serde_json::Map<String, Value>>")]
    pub settings: Option<serde_json::Value>,
}

/// The answer of `GET /api/parties`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartiesAnswer {
    /// The evening's first.
    pub parties: Vec<PartyLine>,
}

/// An open party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartyLine {
    /// Its code.
    pub code: PartyCode,
    /// What it is called.
    pub name: String,
    /// Its game's slug.
    pub game: String,
    /// Seats taken.
    pub players: u32,
    /// Is it the evening's?
    pub evening: bool,
    /// Where phones join it.
    pub join_url: String,
}

/// The answer of `GET /api/party`: the open party of this appliance, for a page that has no code yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartyAnswer {
    /// The party.
    pub party: PartyInfo,
}
