//! Why a socket is closed. Two kinds, and the page obeys: 40xx come back, 41xx stay away.

/// A WebSocket close code of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseCode {
    /// The phone was too slow to take what was sent. Come back.
    Overflow,
    /// The appliance stops or restarts. Come back.
    Restart,
    /// Nothing was heard for too long. Come back.
    Silent,
    /// Something broke and was healed. Come back.
    Healed,
    /// Too many look on already. Come back.
    Crowded,
    /// The disk takes nothing, so that nothing can be played. Come back.
    Disk,
    /// This phone comes, or has said things, too often. Come back.
    Flood,
    /// Another tab or phone took this seat over. Stay away.
    TakenOver,
    /// The host removed this player, or the player left. Stay away.
    Removed,
    /// The party is over, or there is none with this code. Stay away.
    PartyOver,
    /// The token is not valid. Stay away, and join anew.
    TokenInvalid,
    /// Rubbish, or far too much of it. Stay away.
    Misbehaved,
    /// The player was away from the phone for too long; the page looks on over HTTP until it is told to play. Stay away.
    Afk,
}

impl CloseCode {
    /// The number on the wire.
    pub fn number(self) -> u16 {
        match self {
            Self::Overflow => 4001,
            Self::Restart => 4002,
            Self::Silent => 4003,
            Self::Healed => 4004,
            Self::Crowded => 4005,
            Self::Disk => 4006,
            Self::Flood => 4007,
            Self::TakenOver => 4101,
            Self::Removed => 4102,
            Self::PartyOver => 4103,
            Self::TokenInvalid => 4104,
            Self::Misbehaved => 4105,
            Self::Afk => 4106,
        }
    }

    /// One word for the close frame's reason.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Overflow => "overflow",
            Self::Restart => "restart",
            Self::Silent => "silent",
            Self::Healed => "healed",
            Self::Crowded => "crowded",
            Self::Disk => "disk",
            Self::Flood => "flood",
            Self::TakenOver => "taken_over",
            Self::Removed => "removed",
            Self::PartyOver => "party_over",
            Self::TokenInvalid => "token_invalid",
            Self::Misbehaved => "misbehaved",
            Self::Afk => "afk",
        }
    }
}
