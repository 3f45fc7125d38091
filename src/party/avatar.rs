//! The 24 animals and who gets which. The pictures are the pages'; here they are names.

use crate::game::Refusal;
use std::collections::HashMap;

/// The animals, in the order in which guests get them.
pub const ANIMALS: [&str; 24] = [
    "fox", "bear", "frog", "owl", "octopus", "tiger", "hare", "penguin", "wolf", "cat", "dog", "panda", "moose",
    "seal", "hedgehog", "squirrel", "mouse", "koala", "lion", "pig", "chick", "walrus", "raccoon", "mole",
];

/// How many seat colours there are; neighbours in this order are told apart at a glance.
pub const COLORS: u32 = 24;

/// The animal wished for, or the one that fewest have.
pub fn choose<'a>(wished: Option<&str>, taken: impl Iterator<Item = &'a str>) -> Result<String, Refusal> {
    if let Some(wished) = wished {
        return ANIMALS
            .contains(&wished)
            .then(|| wished.to_owned())
            .ok_or(Refusal::AvatarUnknown);
    }
    let mut had: HashMap<&str, usize> = HashMap::new();
    taken.for_each(|animal| *had.entry(animal).or_default() += 1);
    let rarest = ANIMALS
        .iter()
        .min_by_key(|animal| had.get(*animal).copied().unwrap_or(0));
    Ok(rarest.copied().unwrap_or(ANIMALS[0]).to_owned())
}
