//! What the terminal says between the pages of a story, in the story's language. Faults are for writers, and English.

use crate::game::quest::fight::Outcome;

/// A language that we speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    En,
    Ru,
}

impl Tongue {
    /// English for one that we do not speak.
    pub fn of(language: &str) -> Self {
        if language == "ru" { Self::Ru } else { Self::En }
    }

    pub fn language(self) -> &'static str {
        self.say("en", "ru")
    }

    fn say(self, en: &'static str, ru: &'static str) -> &'static str {
        match self {
            Self::En => en,
            Self::Ru => ru,
        }
    }

    pub fn greeting(self, party: &str, seed: u64) -> String {
        match self {
            Self::En => format!(
                "Alone with a party of three ({party}). The dice are those of --seed {seed}. A number chooses, q leaves."
            ),
            Self::Ru => {
                format!("В одиночку, отряд из трёх ({party}). Кубики из --seed {seed}. Выбирают числом, q — выход.")
            }
        }
    }

    pub fn vote(self, seconds: u32, hidden: bool) -> String {
        let hidden = if hidden {
            self.say(", hidden until the close", ", тайное")
        } else {
            ""
        };
        match self {
            Self::En => format!("A vote ({seconds} s{hidden}):"),
            Self::Ru => format!("Голосование ({seconds} с{hidden}):"),
        }
    }

    pub fn chooses(self, hero: &str) -> String {
        format!("{hero} {}:", self.say("chooses", "выбирает"))
    }

    pub fn check(self, hero: &str, stat: &str, difficulty: Option<&str>) -> String {
        let throws = self.say("throws: two dice and", "бросает: два кубика и");
        let difficulty = difficulty.map_or_else(String::new, |word| format!(", {word}"));
        format!("{hero} {throws} {stat}{difficulty}.")
    }

    pub fn easy(self) -> &'static str {
        self.say("easy", "легко")
    }

    pub fn hard(self) -> &'static str {
        self.say("hard", "трудно")
    }

    pub fn fight(self, name: &str) -> String {
        format!("{}: {name}", self.say("A fight", "Бой"))
    }

    pub fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => self.say("won", "победа"),
            Outcome::Fled => self.say("fled", "отступление"),
            Outcome::Lost => self.say("lost", "поражение"),
        }
    }

    pub fn by_themselves(self, party: &str) -> String {
        match self {
            Self::En => format!("let the party of three fight by itself ({party})"),
            Self::Ru => format!("пусть отряд из трёх сражается сам ({party})"),
        }
    }

    pub fn nobody_knows_them(self) -> &'static str {
        self.say(
            "The rules do not know these enemies: in a party they would be beaten without a blow.",
            "Правила не знают таких противников: в игре победа была бы без боя.",
        )
    }

    pub fn only_for(self, kind: &str, is_here: bool) -> String {
        let absent = if is_here {
            ""
        } else {
            self.say(", whom nobody plays", ", а такого в отряде нет")
        };
        match self {
            Self::En => format!("(only for the {}{absent})", kind.to_lowercase()),
            Self::Ru => format!("(видит только {}{absent})", kind.to_lowercase()),
        }
    }

    pub fn enter(self) -> &'static str {
        self.say("Enter throws the dice.", "Enter — бросок.")
    }

    pub fn not_understood(self, most: usize) -> String {
        match self {
            Self::En => format!("A number from 1 to {most}, or q to leave."),
            Self::Ru => format!("Число от 1 до {most} или q, чтобы выйти."),
        }
    }

    pub fn left(self) -> &'static str {
        self.say("You close the book here.", "На этом вы закрываете книгу.")
    }

    pub fn ran_dry(self) -> &'static str {
        self.say(
            "There is no more input: the story waits here.",
            "Ввод закончился: история ждёт здесь.",
        )
    }

    pub fn end(self, title: &str) -> String {
        let end = self.say("The end", "Конец");
        if title.is_empty() {
            end.to_owned()
        } else {
            format!("{end}: {title}")
        }
    }

    pub fn strength(self, sign: char, points: u32, who: &str) -> String {
        format!("{sign}{points} {}: {who}", self.say("hp", "здоровья"))
    }
}
