//! The rules that a host may choose: size, palette, pace, room, length, teams; three presets, and each figure by itself.

use crate::game::Refusal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A side of the largest board.
pub const LARGEST_SIDE: u16 = 4_096;
const SMALLEST_SIDE: u16 = 8;
const MOST_COLOURS: usize = 256;
const MOST_TEAMS: u8 = 6;
/// Each team has so many shades of its colour.
pub const SHADES: u8 = 3;
const LONGEST_NAME: usize = 32;

/// From which rules a canvas begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Preset {
    /// 160×90, a pixel a second, 10 minutes.
    #[default]
    Party,
    /// 256×256 in teams, a pixel in 5 s and 10 a minute, 10 minutes.
    Battle,
    /// 1000×1000, for weeks.
    Wall,
}

/// What the host may choose; whatever is not named is the preset's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename = "CanvasSetup")]
#[schemars(rename = "CanvasSetup")]
pub struct Setup {
    /// From which rules it begins.
    pub preset: Preset,
    /// Columns, 8 to 4096.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u16>,
    /// Rows, 8 to 4096.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u16>,
    /// The colours, 2 to 256, the first being the empty board; not with teams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub palette: Option<Vec<Colour>>,
    /// Between two placements of a player, 0 to 3,600,000 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cooldown_ms: Option<u32>,
    /// Placements of a player within 60 s, up to 6000; 0 means no such limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_minute: Option<u32>,
    /// How many may play at once, 1 to 10,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slots: Option<u32>,
    /// How long it lasts, up to 1440 minutes; 0 means until the host ends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// 0, or 2 to 6.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub teams: Option<u8>,
}

/// A colour of the palette.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Colour {
    /// A word for it: one that the pages know in every language, or the host's own.
    pub name: String,
    /// Red, green and blue, such as `#ff8f8f`.
    pub rgb: Rgb,
}

/// Red, green and blue, as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^#[0-9a-fA-F]{6}$"))]
pub struct Rgb(pub [u8; 3]);

impl TryFrom<String> for Rgb {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || "a colour is written as #rrggbb".to_owned();
        // A number may have a sign; a colour has none.
        let is_hex = |hex: &&str| hex.len() == 6 && hex.bytes().all(|digit| digit.is_ascii_hexdigit());
        let digits = text.strip_prefix('#').filter(is_hex);
        let number = digits
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .ok_or_else(wrong)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl From<Rgb> for String {
    fn from(Rgb([red, green, blue]): Rgb) -> Self {
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The rules, all of them, as a session plays by them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// From which preset they began.
    pub preset: Preset,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// The colours.
    pub palette: Vec<Colour>,
    /// Between two placements of a player, ms.
    pub cooldown_ms: u32,
    /// Placements of a player within 60 s; 0 means no limit.
    pub per_minute: u32,
    /// How many may play at once.
    pub slots: u32,
    /// How long it lasts, ms of party time; `None` until the host ends it.
    pub length_ms: Option<i64>,
    /// 0, or 2 to 6.
    pub teams: u8,
}

impl Setup {
    /// Fills in what the preset says; refuses what is out of bounds.
    pub fn rules(&self) -> Result<Rules, Refusal> {
        let usual = Usual::of(self.preset);
        let teams = self.teams.unwrap_or(usual.teams);
        let minutes = within("minutes", self.minutes.unwrap_or(usual.minutes), 0, 24 * 60)?;
        let side = |name, wished: Option<u16>, usual| {
            within(
                name,
                u32::from(wished.unwrap_or(usual)),
                SMALLEST_SIDE.into(),
                LARGEST_SIDE.into(),
            )
        };
        Ok(Rules {
            preset: self.preset,
            width: side("width", self.width, usual.size.0)? as u16,
            height: side("height", self.height, usual.size.1)? as u16,
            palette: self.colours(teams)?,
            cooldown_ms: within(
                "cooldown_ms",
                self.cooldown_ms.unwrap_or(usual.cooldown_ms),
                0,
                3_600_000,
            )?,
            per_minute: within("per_minute", self.per_minute.unwrap_or(usual.per_minute), 0, 6_000)?,
            slots: within("slots", self.slots.unwrap_or(usual.slots), 1, 10_000)?,
            length_ms: (minutes > 0).then(|| i64::from(minutes) * 60_000),
            teams,
        })
    }

    fn colours(&self, teams: u8) -> Result<Vec<Colour>, Refusal> {
        if teams == 1 || teams > MOST_TEAMS {
            return Err(invalid(format!("teams is 0 or 2 to {MOST_TEAMS}")));
        }
        match &self.palette {
            Some(_) if teams > 0 => Err(invalid("with teams the palette is theirs".to_owned())),
            None if teams > 0 => Ok(named(&TEAM_COLOURS[..1 + usize::from(teams) * usize::from(SHADES)])),
            None => Ok(named(&WINTER)),
            Some(colours) => {
                within("colours in the palette", colours.len() as u32, 2, MOST_COLOURS as u32)?;
                match colours
                    .iter()
                    .any(|colour| colour.name.is_empty() || colour.name.len() > LONGEST_NAME)
                {
                    true => Err(invalid(format!("a colour's name has 1 to {LONGEST_NAME} bytes"))),
                    false => Ok(colours.clone()),
                }
            }
        }
    }
}

struct Usual {
    size: (u16, u16),
    cooldown_ms: u32,
    per_minute: u32,
    slots: u32,
    minutes: u32,
    teams: u8,
}

impl Usual {
    fn of(preset: Preset) -> Self {
        let (size, cooldown_ms, per_minute, minutes, teams) = match preset {
            Preset::Party => ((160, 90), 1_000, 0, 10, 0),
            Preset::Battle => ((256, 256), 5_000, 10, 10, 2),
            Preset::Wall => ((1_000, 1_000), 5_000, 10, 0, 0),
        };
        Self {
            size,
            cooldown_ms,
            per_minute,
            slots: 1_000,
            minutes,
            teams,
        }
    }
}

fn within(name: &str, value: u32, least: u32, most: u32) -> Result<u32, Refusal> {
    match (least..=most).contains(&value) {
        true => Ok(value),
        false => Err(invalid(format!("{name} is {least} to {most}"))),
    }
}

fn invalid(reason: String) -> Refusal {
    Refusal::SetupInvalid { reason }
}

fn named(colours: &[(&str, [u8; 3])]) -> Vec<Colour> {
    let colour = |(name, rgb): &(&str, [u8; 3])| Colour {
        name: (*name).to_owned(),
        rgb: Rgb(*rgb),
    };
    colours.iter().map(colour).collect()
}

/// 32 colours of a winter evening; their names are known to the pages.
const WINTER: [(&str, [u8; 3]); 32] = [
    ("snow", [0xf8, 0xfb, 0xff]),
    ("frost", [0xd3, 0xde, 0xf2]),
    ("silver", [0x9f, 0xad, 0xc6]),
    ("slate", [0x5f, 0x6d, 0x8c]),
    ("ink", [0x14, 0x20, 0x4f]),
    ("black", [0x07, 0x0a, 0x14]),
    ("wine", [0x6d, 0x0f, 0x2e]),
    ("red", [0xd9, 0x2b, 0x3a]),
    ("coral", [0xff, 0x6f, 0x61]),
    ("rose", [0xff, 0x9f, 0xb2]),
    ("pink", [0xff, 0xc9, 0xd9]),
    ("rust", [0x9b, 0x3b, 0x12]),
    ("orange", [0xff, 0x8a, 0x1f]),
    ("amber", [0xff, 0xb7, 0x2b]),
    ("yellow", [0xff, 0xe1, 0x4d]),
    ("cream", [0xff, 0xf3, 0xc4]),
    ("brown", [0x5a, 0x35, 0x1f]),
    ("wood", [0x9c, 0x6b, 0x3f]),
    ("sand", [0xdd, 0xb9, 0x86]),
    ("moss", [0x3c, 0x5a, 0x1e]),
    ("pine", [0x0d, 0x5c, 0x3a]),
    ("green", [0x2f, 0xa8, 0x4f]),
    ("lime", [0x9a, 0xdb, 0x3c]),
    ("mint", [0x7f, 0xf0, 0xcf]),
    ("teal", [0x0f, 0x8b, 0x8d]),
    ("sky", [0x7c, 0xc8, 0xff]),
    ("blue", [0x2b, 0x76, 0xe5]),
    ("navy", [0x1b, 0x2a, 0x8c]),
    ("indigo", [0x4b, 0x2f, 0xb3]),
    ("violet", [0x9a, 0x5c, 0xf0]),
    ("lilac", [0xcf, 0xb0, 0xff]),
    ("magenta", [0xd4, 0x2f, 0xa8]),
];

/// The empty board, and three shades for each of six teams: red, blue, yellow, green, violet, orange.
const TEAM_COLOURS: [(&str, [u8; 3]); 19] = [
    ("snow", [0xf8, 0xfb, 0xff]),
    ("red-light", [0xff, 0x8f, 0x8f]),
    ("red", [0xe0, 0x3a, 0x46]),
    ("red-dark", [0x8e, 0x14, 0x2a]),
    ("blue-light", [0x7c, 0xc8, 0xff]),
    ("blue", [0x2b, 0x76, 0xe5]),
    ("blue-dark", [0x1b, 0x2a, 0x8c]),
    ("yellow-light", [0xff, 0xef, 0x9f]),
    ("yellow", [0xff, 0xcf, 0x2b]),
    ("yellow-dark", [0xa8, 0x7a, 0x00]),
    ("green-light", [0x9f, 0xf0, 0xb4]),
    ("green", [0x2f, 0xa8, 0x4f]),
    ("green-dark", [0x0d, 0x5c, 0x3a]),
    ("violet-light", [0xcf, 0xb0, 0xff]),
    ("violet", [0x9a, 0x5c, 0xf0]),
    ("violet-dark", [0x4b, 0x1f, 0xa3]),
    ("orange-light", [0xff, 0xc7, 0x8f]),
    ("orange", [0xff, 0x8a, 0x1f]),
    ("orange-dark", [0x9b, 0x4b, 0x00]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(json: serde_json::Value) -> Result<Rules, Refusal> {
        serde_json::from_value::<Setup>(json).unwrap().rules()
    }

    #[test]
    fn the_presets_are_as_they_are_described() {
        let party = setup(serde_json::json!({})).unwrap();
        assert_eq!((party.width, party.height, party.cooldown_ms), (160, 90, 1_000));
        assert_eq!(
            (party.length_ms, party.teams, party.palette.len()),
            (Some(600_000), 0, 32)
        );
        let battle = setup(serde_json::json!({ "preset": "battle", "teams": 6 })).unwrap();
        assert_eq!((battle.width, battle.cooldown_ms, battle.per_minute), (256, 5_000, 10));
        assert_eq!(battle.palette.len(), 19);
        let wall = setup(serde_json::json!({ "preset": "wall" })).unwrap();
        assert_eq!((wall.width, wall.height, wall.length_ms), (1_000, 1_000, None));
    }

    #[test]
    fn what_is_out_of_bounds_is_refused_with_its_name() {
        for (json, name) in [
            (serde_json::json!({ "width": 7 }), "width"),
            (serde_json::json!({ "height": 4097 }), "height"),
            (serde_json::json!({ "teams": 1 }), "teams"),
            (serde_json::json!({ "teams": 7 }), "teams"),
            (serde_json::json!({ "slots": 0 }), "slots"),
            (serde_json::json!({ "minutes": 1441 }), "minutes"),
            (
                serde_json::json!({ "palette": [{ "name": "one", "rgb": "#000000" }] }),
                "palette",
            ),
            (serde_json::json!({ "teams": 2, "palette": [] }), "palette"),
        ] {
            let Err(Refusal::SetupInvalid { reason }) = setup(json) else {
                panic!("{name} was accepted")
            };
            assert!(reason.contains(name), "{reason}");
        }
    }

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        let rgb: Rgb = serde_json::from_str("\"#ff8f01\"").unwrap();
        assert_eq!(rgb, Rgb([0xff, 0x8f, 0x01]));
        assert_eq!(serde_json::to_string(&rgb).unwrap(), "\"#ff8f01\"");
        for wrong in ["\"ff8f01\"", "\"#ff8f0\"", "\"#+f8f01\"", "\"#ff8f0g\"", "\"#ёё8\""] {
            assert!(serde_json::from_str::<Rgb>(wrong).is_err(), "{wrong}");
        }
    }
}
