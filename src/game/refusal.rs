//! Every way in which a request can be refused: one enum, one stable code and one sentence each. The page has the words in
//! its own language; the sentence is for those who read the wire.

use thiserror::Error;

/// Why something was not done. A refusal has changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    // Joining
    /// The name has no visible character.
    #[error("Please choose a name with at least one letter or digit.")]
    NameEmpty,
    /// The name is absurdly long (over 300 bytes of a request's name are refused, under that it is cut).
    #[error("That name is too long.")]
    NameTooLong,
    /// No such avatar.
    #[error("There is no such avatar.")]
    AvatarUnknown,
    /// `device_uuid` is not a UUID.
    #[error("The device id is not a UUID.")]
    DeviceInvalid,
    /// All seats are taken.
    #[error("The party is full.")]
    PartyFull,
    /// No open party has this code.
    #[error("There is no party with this code.")]
    PartyUnknown,
    /// The party is over.
    #[error("This party is over.")]
    PartyEnded,
    // Who asks
    /// The token belongs to nobody.
    #[error("This token is not valid.")]
    TokenInvalid,
    /// The token's player was removed.
    #[error("This player was removed from the party.")]
    SeatRemoved,
    /// Only the host may do that.
    #[error("Only the host may do that.")]
    HostOnly,
    /// Only a player may do that.
    #[error("Only a player may do that.")]
    PlayerOnly,
    /// The PIN is wrong.
    #[error("That PIN is wrong.")]
    PinWrong {
        /// Tries left before the door closes.
        left: u32,
    },
    /// Too many wrong PINs.
    #[error("Too many wrong PINs; the door is closed for a while.")]
    PinClosed {
        /// Seconds until it opens.
        retry_after: u64,
    },
    // Sessions
    /// A session is still running.
    #[error("A session is still running.")]
    SessionActive,
    /// Nothing is running.
    #[error("No session is running.")]
    SessionNotActive,
    /// Nobody has joined yet.
    #[error("Nobody has joined yet.")]
    NoPlayers,
    /// No such game.
    #[error("There is no such game.")]
    GameUnknown,
    /// The settings are out of bounds.
    #[error("These settings cannot be used: {reason}.")]
    SetupInvalid {
        /// Which and why, in English.
        reason: String,
    },
    /// Already paused.
    #[error("The session is already paused.")]
    AlreadyPaused,
    /// Not paused.
    #[error("The session is not paused.")]
    NotPaused,
    /// No such player.
    #[error("There is no such player.")]
    PlayerUnknown,
    // Moves
    /// The session is paused.
    #[error("The session is paused.")]
    Paused,
    /// This level is not the one being played.
    #[error("This level is not being played.")]
    LevelNotRunning,
    /// It came after the deadline.
    #[error("That came too late.")]
    TooLate,
    /// It was given already, and counts once.
    #[error("That was already given.")]
    AlreadyGiven,
    /// A score that cannot have been reached.
    #[error("That score is not possible.")]
    ScoreImpossible,
    /// The moves do not fit the board that was dealt.
    #[error("Those moves do not fit the board.")]
    MovesInvalid,
    /// No such question or choice.
    #[error("There is no such question or choice.")]
    ChoiceUnknown,
    /// This mini-game is not the one being played.
    #[error("That does not belong to the mini-game being played.")]
    WrongMiniGame,
    /// This player watches until the next level.
    #[error("You play from the next level on.")]
    NotInLevel,
    /// There is nothing to catch.
    #[error("There is no gift to catch now.")]
    NoGift,
    // The wire
    /// Not JSON, or of the wrong shape.
    #[error("The request has the wrong shape: {reason}.")]
    Malformed {
        /// What was wrong, in English; never an echo of the whole request.
        reason: String,
    },
    /// An action that nobody knows.
    #[error("There is no such action.")]
    ActionUnknown,
    /// `action_id` is missing, empty or longer than 64 bytes.
    #[error("The action id must have 1 to 64 characters.")]
    ActionIdInvalid,
    /// The body is too large.
    #[error("The request is too large.")]
    TooLarge,
    /// The body took too long to arrive.
    #[error("The request took too long to arrive.")]
    TooSlow,
    /// Too many messages from one seat or connection.
    #[error("Too many messages; slow down.")]
    Flood,
    /// No such address.
    #[error("There is nothing at this address.")]
    NotFound,
    /// The address exists, the method does not.
    #[error("This address does not answer to that method.")]
    MethodNotAllowed,
    /// A foreign Host or Origin header.
    #[error("This host name is not served here.")]
    ForeignHost,
    /// Something broke on our side; the log has the cause under the same trace id.
    #[error("Something went wrong on our side. Please try again.")]
    Internal,
}

impl Refusal {
    /// The stable code, as pages and programs know it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NameEmpty => "join/name_empty",
            Self::NameTooLong => "join/name_too_long",
            Self::AvatarUnknown => "join/avatar_unknown",
            Self::DeviceInvalid => "join/device_invalid",
            Self::PartyFull => "join/party_full",
            Self::PartyUnknown => "party/unknown",
            Self::PartyEnded => "party/ended",
            Self::TokenInvalid => "auth/token_invalid",
            Self::SeatRemoved => "auth/removed",
            Self::HostOnly => "auth/host_only",
            Self::PlayerOnly => "auth/player_only",
            Self::PinWrong { .. } => "auth/pin_wrong",
            Self::PinClosed { .. } => "auth/pin_closed",
            Self::SessionActive => "session/active",
            Self::SessionNotActive => "session/not_active",
            Self::NoPlayers => "session/no_players",
            Self::GameUnknown => "session/game_unknown",
            Self::SetupInvalid { .. } => "session/setup_invalid",
            Self::AlreadyPaused => "session/already_paused",
            Self::NotPaused => "session/not_paused",
            Self::PlayerUnknown => "session/player_unknown",
            Self::Paused => "action/paused",
            Self::LevelNotRunning => "action/level_not_running",
            Self::TooLate => "action/too_late",
            Self::AlreadyGiven => "action/already_given",
            Self::ScoreImpossible => "action/score_impossible",
            Self::MovesInvalid => "action/moves_invalid",
            Self::ChoiceUnknown => "action/choice_unknown",
            Self::WrongMiniGame => "action/wrong_mini_game",
            Self::NotInLevel => "action/not_in_level",
            Self::NoGift => "action/no_gift",
            Self::Malformed { .. } => "request/malformed",
            Self::ActionUnknown => "request/action_unknown",
            Self::ActionIdInvalid => "request/action_id_invalid",
            Self::TooLarge => "request/too_large",
            Self::TooSlow => "request/too_slow",
            Self::Flood => "request/flood",
            Self::NotFound => "request/not_found",
            Self::MethodNotAllowed => "request/method_not_allowed",
            Self::ForeignHost => "request/foreign_host",
            Self::Internal => "system/internal",
        }
    }

    /// Figures that a page needs to word the refusal.
    pub fn params(&self) -> serde_json::Value {
        match self {
            Self::PinWrong { left } => serde_json::json!({ "left": left }),
            Self::PinClosed { retry_after } => serde_json::json!({ "retry_after": retry_after }),
            Self::SetupInvalid { reason } | Self::Malformed { reason } => serde_json::json!({ "reason": reason }),
            _ => serde_json::json!({}),
        }
    }
}
