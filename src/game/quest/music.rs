//! Which piece is heard: each mood that a scene may have has its own, and so has a fight. It knows where the story stands, and
//! nothing of how music is made.

use super::{Phase, Quest};
use crate::game::Music;

impl Quest {
    /// The piece of the moment. An end sounds as it was told, also when it has been told; an evening that stops before the
    /// story does stops calmly.
    pub(super) fn piece(&self) -> Music {
        match self.phase {
            Phase::Meeting { .. } | Phase::Fighting(_) => Music::Chase,
            Phase::Over if self.tale.ending.is_none() => Music::Calm,
            Phase::Casting { .. } | Phase::Deciding(_) | Phase::Ending { .. } | Phase::Over => {
                of_mood(&self.tale.scene.mood).unwrap_or(Music::Calm)
            }
        }
    }
}

/// A mood's own piece. Before the first scene there is no mood, and a story from elsewhere may have words of its own.
fn of_mood(mood: &str) -> Option<Music> {
    match mood {
        "calm" => Some(Music::Calm),
        "wonder" => Some(Music::Wonder),
        "tense" => Some(Music::Tense),
        "danger" => Some(Music::Danger),
        "sorrow" => Some(Music::Sorrow),
        "merry" => Some(Music::Merry),
        "triumph" => Some(Music::Finale),
        "mystery" => Some(Music::Mystery),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::words::MOODS;
    use std::collections::HashSet;

    #[test]
    fn every_mood_that_a_story_may_name_has_a_piece_of_its_own() {
        let pieces: Vec<Music> = MOODS
            .iter()
            .map(|mood| of_mood(mood).unwrap_or_else(|| panic!("{mood} has no piece")))
            .collect();
        let own: HashSet<Music> = pieces.iter().copied().collect();
        assert_eq!(own.len(), MOODS.len(), "two moods sound alike: {pieces:?}");
        for other in [Music::Lobby, Music::Chase, Music::Silence] {
            assert!(!own.contains(&other), "{other:?} is not a mood's");
        }
        assert_eq!(of_mood("gloomy"), None);
    }
}
