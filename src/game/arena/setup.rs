//! Which settings the arena can be played with. The bounds are those that the wire's documentation promises.

use super::wire::{Level, LevelSetup, MiniGameKind, Setup};
use crate::game::Refusal;
use std::ops::RangeInclusive;

impl Setup {
    /// Refuses settings that cannot be played, saying which and why.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        let order: Vec<Level> = self.levels.iter().map(|level| level.level).collect();
        if order != [Level::Green, Level::Yellow, Level::Red] {
            return Err(invalid(
                "the levels must be green, yellow and red, in this order, each once".to_owned(),
            ));
        }
        within("intro_seconds", self.intro_seconds, 1..=60)?;
        within("board_seconds", self.board_seconds, 1..=120)?;
        within("reveal_seconds", self.reveal_seconds, 1..=60)?;
        within("gift_points", self.gift_points, 0..=5000)?;
        self.levels.iter().try_for_each(check_level)
    }
}

fn check_level(level: &LevelSetup) -> Result<(), Refusal> {
    let longest = if level.mini_game == MiniGameKind::Choose {
        120
    } else {
        600
    };
    within(
        &format!("seconds of {}", level.level.name()),
        level.seconds,
        5..=longest,
    )?;
    within(&format!("points of {}", level.level.name()), level.points, 100..=10_000)
}

fn within(what: &str, value: u32, bounds: RangeInclusive<u32>) -> Result<(), Refusal> {
    if bounds.contains(&value) {
        return Ok(());
    }
    Err(invalid(format!(
        "{what} must be {} to {}, not {value}",
        bounds.start(),
        bounds.end()
    )))
}

fn invalid(reason: String) -> Refusal {
    Refusal::SetupInvalid { reason }
}

impl Level {
    /// Its name on the wire and in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(change: impl FnOnce(&mut Setup)) -> String {
        let mut setup = Setup::default();
        change(&mut setup);
        match setup.check() {
            Err(Refusal::SetupInvalid { reason }) => reason,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_defaults_can_be_played() {
        assert_eq!(Setup::default().check(), Ok(()));
        assert_eq!(serde_json::from_str::<Setup>("{}").unwrap(), Setup::default());
    }

    #[test]
    fn a_wrong_setting_is_named_with_its_bounds() {
        assert_eq!(reason(|s| s.intro_seconds = 0), "intro_seconds must be 1 to 60, not 0");
        assert_eq!(
            reason(|s| s.board_seconds = 121),
            "board_seconds must be 1 to 120, not 121"
        );
        assert_eq!(
            reason(|s| s.reveal_seconds = 0),
            "reveal_seconds must be 1 to 60, not 0"
        );
        assert_eq!(
            reason(|s| s.gift_points = 5001),
            "gift_points must be 0 to 5000, not 5001"
        );
        assert_eq!(
            reason(|s| s.levels[0].seconds = 601),
            "seconds of green must be 5 to 600, not 601"
        );
        assert_eq!(
            reason(|s| s.levels[1].seconds = 121),
            "seconds of yellow must be 5 to 120, not 121"
        );
        assert_eq!(
            reason(|s| s.levels[2].points = 99),
            "points of red must be 100 to 10000, not 99"
        );
    }

    #[test]
    fn the_levels_are_green_yellow_red() {
        let told = "the levels must be green, yellow and red, in this order, each once";
        assert_eq!(reason(|s| s.levels.swap(0, 1)), told);
        assert_eq!(reason(|s| s.levels.truncate(2)), told);
        assert_eq!(reason(|s| s.levels.push(s.levels[2].clone())), told);
        assert_eq!(reason(|s| s.levels.clear()), told);
    }
}
