//! The closed lists of words that tags may use: what a picture, a mood, an item may be called. The writer's guide prints them.

/// Backdrops that `# picture:` may name.
pub const PICTURES: [&str; 25] = [
    "village",
    "square",
    "forest",
    "path",
    "river",
    "bridge",
    "cave",
    "mountain",
    "peak",
    "tower",
    "hall",
    "library",
    "workshop",
    "inn",
    "hearth",
    "lake",
    "ship",
    "ruins",
    "gate",
    "throne",
    "sky",
    "attic",
    "graveyard",
    "dawn",
    "feast",
];

/// Moods that `# mood:` may name; music follows them.
pub const MOODS: [&str; 8] = [
    "calm", "wonder", "tense", "danger", "sorrow", "merry", "triumph", "mystery",
];

/// Who a hero may be.
pub const ARCHETYPES: [&str; 6] = ["guardian", "scout", "stargazer", "healer", "bard", "tinker"];

/// Things that a story may give and take.
pub const ITEMS: [&str; 20] = [
    "rope",
    "lantern",
    "honey",
    "tea",
    "bell",
    "mirror",
    "key",
    "map",
    "torch",
    "horn",
    "cloak",
    "amulet",
    "hammer",
    "spyglass",
    "feather",
    "coal",
    "ice_shard",
    "bread",
    "flute",
    "needle",
];

/// What may befall a hero for a while.
pub const EFFECTS: [&str; 8] = [
    "frozen", "chilled", "brave", "hidden", "warm", "cursed", "blessed", "marked",
];

/// Questions that a story may ask its teller: each is `EXTERNAL` in Ink.
pub const EXTERNALS: [&str; 4] = ["has_hero", "has_item", "party_size", "actor"];
