//! The 24 animals and who gets which. The pictures are the pages'; here they are names.

use crate::game::Refusal;

/// The animals, in the order in which guests get them.
pub const ANIMALS: [&str; 24] = [
    "fox", "bear", "frog", "owl", "octopus", "tiger", "hare", "penguin", "wolf", "cat", "dog", "panda", "moose",
    "seal", "hedgehog", "squirrel", "mouse", "koala", "lion", "pig", "chick", "walrus", "raccoon", "mole",
];

/// How many seat colours there are; neighbours in this order are told apart at a glance.
pub const COLORS: u32 = 24;

/// The animal wished for, or the one that fewest have; asks how many have one.
pub fn choose(wished: Option<&str>, having: impl Fn(&str) -> u32) -> Result<String, Refusal> {
    if let Some(wished) = wished {
        return ANIMALS
            .contains(&wished)
            .then(|| wished.to_owned())
            .ok_or(Refusal::AvatarUnknown);
    }
    let rarest = ANIMALS.iter().min_by_key(|animal| having(animal));
    Ok(rarest.copied().unwrap_or(ANIMALS[0]).to_owned())
}
