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
    /// More new guests at once than there are seats.
    #[error("Too many new guests at once; try again in a moment.")]
    JoinCrowd,
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
    /// Stars or text of a guest's word to the host are out of bounds.
    #[error("Give one to five stars and at most 500 characters.")]
    FeedbackInvalid,
    /// This guest has told the host enough.
    #[error("The host has heard enough from you for today.")]
    FeedbackEnough,
    /// Too many parties stand beside the evening's.
    #[error("There are too many parties already; close one first.")]
    PartiesFull,
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
    // The canvas
    /// The cell lies outside the board.
    #[error("That cell lies outside the board.")]
    CanvasOutside,
    /// No such colour.
    #[error("There is no such colour.")]
    CanvasColourUnknown,
    /// The colour is another team's.
    #[error("That colour belongs to another team.")]
    CanvasNotYourColour,
    /// The player is away or waits in the queue.
    #[error("You are not playing; press Play first.")]
    CanvasNotPlaying,
    /// The player plays or waits already.
    #[error("You are in already.")]
    CanvasAlreadyIn,
    /// The next placement is not due yet.
    #[error("The next pixel is not ready yet.")]
    CanvasCooldown {
        /// Milliseconds until it is.
        retry_ms: i64,
    },
    /// So many placements within a minute are too many.
    #[error("That were enough pixels for this minute.")]
    CanvasRate {
        /// Milliseconds until the next is accepted.
        retry_ms: i64,
    },
    /// The host has protected the cell.
    #[error("The host has protected this part of the board.")]
    CanvasProtected,
    /// The host has barred the player from placing.
    #[error("The host does not let you paint.")]
    CanvasBarred,
    /// The board that was meant is gone.
    #[error("The board has been cleared meanwhile.")]
    CanvasEpoch,
    /// The version that was asked for is too old.
    #[error("That version is no longer kept; take a snapshot.")]
    CanvasVersionGone,
    /// The version that was asked for has never been.
    #[error("There has been no such version.")]
    CanvasVersionUnknown,
    /// There is no placement to undo.
    #[error("There is nothing to undo.")]
    CanvasNothingToUndo,
    /// There is no clear to take back, or it is too late.
    #[error("There is nothing to take back.")]
    CanvasNothingKept,
    /// The area is empty or lies outside the board.
    #[error("That area does not lie on the board.")]
    CanvasAreaInvalid,
    /// Too many protected areas.
    #[error("There are too many protected areas.")]
    CanvasAreasFull,
    /// The picture cannot be read or is too large.
    #[error("That picture cannot be used: {reason}")]
    CanvasPicture {
        /// Why, in English.
        reason: String,
    },
    /// Size, palette and teams stand as long as the session runs.
    #[error("That would lose pixels; it can be changed for the next board.")]
    CanvasWouldLosePixels,
    /// You play no hero.
    #[error("You play no hero.")]
    QuestNoHero,
    /// Another hero must do that.
    #[error("Another hero must do that.")]
    QuestNotYourHero,
    /// Somebody plays this hero already.
    #[error("Somebody plays this hero already.")]
    QuestHeroTaken,
    /// There is no such hero.
    #[error("There is no such hero.")]
    QuestArchetypeUnknown,
    /// It is not your turn.
    #[error("It is not your turn.")]
    QuestNotYourTurn,
    /// You have no vote in this.
    #[error("You have no vote in this.")]
    QuestNotYourVote,
    /// This vote is closed.
    #[error("This vote is closed.")]
    QuestVoteClosed,
    /// There is no such campaign in this language.
    #[error("There is no such campaign in this language.")]
    QuestCampaignUnknown,
    /// Nothing is saved of this run.
    #[error("Nothing is saved of this run.")]
    QuestRunUnknown,
    /// The run has been told to its end.
    #[error("This story has been told to its end.")]
    QuestRunEnded,
    /// What was saved does not fit the story any more.
    #[error("The story of this run has changed or is damaged; it cannot be continued.")]
    QuestStoryChanged,
    /// The story has gone on.
    #[error("The story has gone on.")]
    QuestOldScene,
    /// There is no such choice here.
    #[error("There is no such choice here.")]
    QuestOptionUnknown,
    /// That cannot be done to this one.
    #[error("That cannot be done to this one.")]
    QuestNoTarget,
    /// You carry no such thing.
    #[error("You carry no such thing.")]
    QuestItemUnknown,
    /// That is of no use now.
    #[error("That is of no use now.")]
    QuestItemUseless,
    /// You have no such skill.
    #[error("You have no such skill.")]
    QuestSkillUnknown,
    /// That skill takes a rest.
    #[error("That skill takes a rest.")]
    QuestSkillRests,
    /// That is not for a spirit, or for spirits only.
    #[error("That is not for a spirit, or for spirits only.")]
    QuestSpirit,
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
    /// The writer of the journal is gone.
    #[error("The writer of the journal is gone.")]
    WriterLost,
    /// The disk has not answered the writer for too long.
    #[error("The disk has not answered for too long.")]
    WriterSlow,
    /// The disk refused what was last written.
    #[error("The disk refused what was last written.")]
    WriterRefused,
    /// The database is damaged.
    #[error("The database is damaged; a backup can be put in its place.")]
    StoreDamaged,
    /// Nobody keeps one of the parties any more.
    #[error("A party is lost and being restored.")]
    PartyLost,
    /// A party has not answered for too long.
    #[error("A party does not answer.")]
    PartySilent,
    /// The disk takes nothing: it is full, or fails.
    #[error("The party's disk takes nothing just now; nothing that was counted is lost.")]
    Disk,
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
            Self::JoinCrowd => "join/crowd",
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
            Self::FeedbackInvalid => "feedback/invalid",
            Self::FeedbackEnough => "feedback/enough",
            Self::PartiesFull => "party/too_many",
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
            Self::CanvasOutside => "canvas/outside",
            Self::CanvasColourUnknown => "canvas/colour_unknown",
            Self::CanvasNotYourColour => "canvas/not_your_colour",
            Self::CanvasNotPlaying => "canvas/not_playing",
            Self::CanvasAlreadyIn => "canvas/already_in",
            Self::CanvasCooldown { .. } => "canvas/cooldown",
            Self::CanvasRate { .. } => "canvas/rate",
            Self::CanvasProtected => "canvas/protected",
            Self::CanvasBarred => "canvas/barred",
            Self::CanvasEpoch => "canvas/epoch",
            Self::CanvasVersionGone => "canvas/version_gone",
            Self::CanvasVersionUnknown => "canvas/version_unknown",
            Self::CanvasNothingToUndo => "canvas/nothing_to_undo",
            Self::CanvasNothingKept => "canvas/nothing_kept",
            Self::CanvasAreaInvalid => "canvas/area_invalid",
            Self::CanvasAreasFull => "canvas/areas_full",
            Self::CanvasPicture { .. } => "canvas/picture",
            Self::CanvasWouldLosePixels => "canvas/would_lose_pixels",
            Self::QuestNoHero => "quest/no_hero",
            Self::QuestNotYourHero => "quest/not_your_hero",
            Self::QuestHeroTaken => "quest/hero_taken",
            Self::QuestArchetypeUnknown => "quest/archetype_unknown",
            Self::QuestNotYourTurn => "quest/not_your_turn",
            Self::QuestNotYourVote => "quest/not_your_vote",
            Self::QuestVoteClosed => "quest/vote_closed",
            Self::QuestCampaignUnknown => "quest/campaign_unknown",
            Self::QuestRunUnknown => "quest/run_unknown",
            Self::QuestRunEnded => "quest/run_ended",
            Self::QuestStoryChanged => "quest/story_changed",
            Self::QuestOldScene => "quest/old_scene",
            Self::QuestOptionUnknown => "quest/option_unknown",
            Self::QuestNoTarget => "quest/no_target",
            Self::QuestItemUnknown => "quest/item_unknown",
            Self::QuestItemUseless => "quest/item_useless",
            Self::QuestSkillUnknown => "quest/skill_unknown",
            Self::QuestSkillRests => "quest/skill_rests",
            Self::QuestSpirit => "quest/spirit",
            Self::Malformed { .. } => "request/malformed",
            Self::ActionUnknown => "request/action_unknown",
            Self::ActionIdInvalid => "request/action_id_invalid",
            Self::TooLarge => "request/too_large",
            Self::TooSlow => "request/too_slow",
            Self::Flood => "request/flood",
            Self::NotFound => "request/not_found",
            Self::MethodNotAllowed => "request/method_not_allowed",
            Self::ForeignHost => "request/foreign_host",
            Self::WriterLost => "health/writer_lost",
            Self::WriterSlow => "health/writer_slow",
            Self::WriterRefused => "health/writer_refused",
            Self::StoreDamaged => "health/damaged",
            Self::PartyLost => "health/party_lost",
            Self::PartySilent => "health/party_silent",
            Self::Disk => "system/disk",
            Self::Internal => "system/internal",
        }
    }

    /// Seconds after which it is worth asking again, for `Retry-After`.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::PinClosed { retry_after } => Some(*retry_after),
            Self::CanvasCooldown { retry_ms } | Self::CanvasRate { retry_ms } => {
                Some(u64::try_from(*retry_ms).unwrap_or(0).div_ceil(1_000))
            }
            Self::Flood | Self::JoinCrowd | Self::Disk => Some(1),
            _ => None,
        }
    }

    /// Figures that a page needs to word the refusal.
    pub fn params(&self) -> serde_json::Value {
        match self {
            Self::PinWrong { left } => serde_json::json!({ "left": left }),
            Self::PinClosed { retry_after } => serde_json::json!({ "retry_after": retry_after }),
            Self::SetupInvalid { reason } | Self::Malformed { reason } | Self::CanvasPicture { reason } => {
                serde_json::json!({ "reason": reason })
            }
            Self::CanvasCooldown { retry_ms } | Self::CanvasRate { retry_ms } => {
                serde_json::json!({ "retry_ms": retry_ms })
            }
            _ => serde_json::json!({}),
        }
    }
}
