//! A refusal as an HTTP answer: one exhaustive mapping to status.

use crate::game::Refusal;
use crate::party::system_error;
use http::StatusCode;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use serde_json::json;
use warp::reply::Response;

/// The status of a refusal.
pub fn status(refusal: &Refusal) -> StatusCode {
    use Refusal as R;
    match refusal {
        R::NameEmpty
        | R::NameTooLong
        | R::AvatarUnknown
        | R::DeviceInvalid
        | R::SetupInvalid { .. }
        | R::FeedbackInvalid
        | R::Malformed { .. }
        | R::ActionIdInvalid
        | R::ActionUnknown
        | R::ScoreImpossible
        | R::MovesInvalid
        | R::ChoiceUnknown
        | R::WrongMiniGame
        | R::CanvasOutside
        | R::CanvasColourUnknown
        | R::CanvasNotYourColour
        | R::CanvasVersionUnknown
        | R::CanvasAreaInvalid
        | R::CanvasPicture { .. }
        | R::QuestCampaignUnknown
        | R::QuestRunUnknown
        | R::QuestArchetypeUnknown
        | R::QuestOptionUnknown
        | R::QuestNoTarget
        | R::QuestItemUnknown
        | R::QuestSkillUnknown => StatusCode::UNPROCESSABLE_ENTITY,
        R::TokenInvalid | R::PinWrong { .. } => StatusCode::UNAUTHORIZED,
        R::SeatRemoved | R::HostOnly | R::PlayerOnly | R::CanvasBarred | R::QuestNotYourHero | R::QuestNotYourVote => {
            StatusCode::FORBIDDEN
        }
        R::PartyUnknown | R::GameUnknown | R::PlayerUnknown | R::NotFound => StatusCode::NOT_FOUND,
        R::PartyEnded | R::CanvasVersionGone => StatusCode::GONE,
        R::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        R::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        R::TooSlow => StatusCode::REQUEST_TIMEOUT,
        R::ForeignHost => StatusCode::MISDIRECTED_REQUEST,
        R::PinClosed { .. } | R::Flood | R::JoinCrowd | R::CanvasCooldown { .. } | R::CanvasRate { .. } => {
            StatusCode::TOO_MANY_REQUESTS
        }
        R::PartyFull
        | R::SessionActive
        | R::FeedbackEnough
        | R::PartiesFull
        | R::SessionNotActive
        | R::NoPlayers
        | R::AlreadyPaused
        | R::NotPaused
        | R::Paused
        | R::LevelNotRunning
        | R::TooLate
        | R::AlreadyGiven
        | R::NotInLevel
        | R::NoGift
        | R::CanvasNotPlaying
        | R::CanvasAlreadyIn
        | R::CanvasProtected
        | R::CanvasEpoch
        | R::CanvasNothingToUndo
        | R::CanvasNothingKept
        | R::CanvasAreasFull
        | R::CanvasWouldLosePixels
        | R::QuestNoHero
        | R::QuestHeroTaken
        | R::QuestNotYourTurn
        | R::QuestVoteClosed
        | R::QuestOldScene
        | R::QuestRunEnded
        | R::QuestStoryChanged
        | R::QuestItemUseless
        | R::QuestSkillRests
        | R::QuestSpirit => StatusCode::CONFLICT,
        R::WriterLost
        | R::WriterSlow
        | R::WriterRefused
        | R::StoreDamaged
        | R::PartyLost
        | R::PartySilent
        | R::Disk => StatusCode::SERVICE_UNAVAILABLE,
        R::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The whole answer: `{"error": SystemError}`.
pub fn answer(refusal: &Refusal) -> Response {
    let body = json!({ "error": system_error(refusal, None) }).to_string();
    let mut response = Response::new(body.into());
    *response.status_mut() = status(refusal);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
    if let Some(seconds) = refusal.retry_after() {
        headers.insert(RETRY_AFTER, http::HeaderValue::from(seconds));
    }
    response
}
