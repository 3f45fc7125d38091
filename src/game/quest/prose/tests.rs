//! A short campaign, told in both languages; and texts that would like to be more than text.

use super::*;
use crate::game::quest::dice::{Bonus, Degree};

fn thrown(dice: &[u8], stat: Stat, value: i32, bonus: Vec<Bonus>) -> Throw {
    let mut falling = dice.iter().copied();
    crate::game::quest::dice::throw(Some(stat), value, bonus, dice.len() > 2, &mut || {
        falling.next().unwrap()
    })
}

fn scene(number: u32, title: &str) -> Entry {
    let title = title.to_owned();
    Entry::Scene { number, title }
}

fn joined(name: &str, archetype: &str) -> Entry {
    Entry::Joined {
        name: name.to_owned(),
        archetype: archetype.to_owned(),
    }
}

fn voted(votes: &[u64], tied: bool) -> Entry {
    Entry::Voted {
        option: "To the inn".to_owned(),
        votes: votes.to_vec(),
        tied,
    }
}

fn evening() -> Vec<Entry> {
    vec![
        joined("Mira", "scout"),
        joined("Bard", "bard"),
        scene(1, "Late, as Every Year"),
        Entry::Memory("You carried the pie.".into()),
        Entry::Memory("Nobody saw it.".into()),
        voted(&[100, 300, 0], false),
        scene(2, ""),
        Entry::Chose {
            who: CharacterId(2),
            option: "Sing".into(),
        },
        Entry::Threw {
            who: CharacterId(1),
            throw: thrown(&[4, 5], Stat::Wits, 2, vec![]),
        },
        Entry::Memory("The door opened.".into()),
        Entry::Fought {
            encounter: "wolves".into(),
            outcome: Outcome::Won,
            rounds: 4,
        },
        Entry::Ending("Midnight at last".into()),
    ]
}

fn told(entries: &[Entry], language: &str) -> String {
    let heroes = ["Mira", "Bard"];
    let book = Book {
        title: "The Pie",
        language,
        heroes: &heroes,
        entries,
    };
    book.markdown()
}

/// The words of one row, after its name.
fn row(entry: Entry, language: &str) -> String {
    let text = told(&[entry], language);
    let last = text.lines().last().unwrap();
    last.rsplit("** ").next().unwrap().to_owned()
}

#[test]
fn an_evening_reads_as_chapters_with_all_that_was_done() {
    let wolves = encounter_name("wolves", "en");
    let expected = format!(
        "# The Pie\n\n\
         - **Mira** (Scout) joined the party.\n\
         - **Bard** joined the party.\n\n\
         ## 1. Late, as Every Year\n\n\
         You carried the pie. Nobody saw it.\n\n\
         - **The party** voted for “To the inn” (3 votes to 1).\n\n\
         ## Scene 2\n\n\
         - **Bard** chose: “Sing”.\n\
         - **Mira** threw 4 + 5 + wits 2 = 11, success.\n\n\
         The door opened.\n\n\
         - **{wolves}** — a fight: won after 4 rounds.\n\n\
         ## The end: Midnight at last\n"
    );
    assert_eq!(told(&evening(), "en"), expected);
}

#[test]
fn the_same_evening_in_russian() {
    let text = told(&evening(), "ru");
    for expected in [
        "- **Mira** (Следопыт) теперь в отряде.",
        "- **Отряд** голосует: «To the inn» (3 голоса против 1).",
        "## Сцена 2",
        "- **Bard** выбирает: «Sing».",
        "- **Mira** бросает кубики: 4 + 5 + ум 2 = 11, успех.",
        "— бой: победа через 4 раунда.",
        "## Конец: Midnight at last",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[test]
fn numbers_have_the_forms_of_their_nouns() {
    let fight = |rounds, language: &str| {
        let (encounter, outcome) = ("wolves".to_owned(), Outcome::Fled);
        let entry = Entry::Fought {
            encounter,
            outcome,
            rounds,
        };
        row(entry, language)
    };
    assert_eq!(fight(1, "en"), "— a fight: the party got away after 1 round.");
    for (rounds, noun) in [
        (1, "раунд"),
        (3, "раунда"),
        (5, "раундов"),
        (12, "раундов"),
        (21, "раунд"),
    ] {
        assert_eq!(
            fight(rounds, "ru"),
            format!("— бой: отступление через {rounds} {noun}.")
        );
    }
    let votes = |weights: &[u64], tied, language: &str| row(voted(weights, tied), language);
    assert_eq!(votes(&[100], false, "en"), "voted for “To the inn” (1 vote).");
    let fraction = votes(&[150, 25], false, "en");
    assert_eq!(fraction, "voted for “To the inn” (1.5 votes to 0.25).");
    assert_eq!(votes(&[150], false, "ru"), "голосует: «To the inn» (1,5 голоса).");
    let tie = votes(&[500, 500], true, "ru");
    assert_eq!(tie, "голосует: «To the inn» (5 голосов против 5, решил бросок).");
    assert_eq!(votes(&[0, 0], false, "en"), "voted for “To the inn” (nobody voted).");
}

#[test]
fn a_breakdown_adds_up_to_its_total() {
    let bonus = vec![Bonus::new("help", 1), Bonus::new("hard", -1), Bonus::new("odd", 1)];
    let throw = thrown(&[6, 2, 4], Stat::Heart, -1, bonus);
    assert_eq!(throw.degree, Degree::Success);
    let expected = "6 + 4 (without 2) − heart 1 + help 1 − hard 1 + odd 1 = 10, success";
    assert_eq!(breakdown(&throw, "en"), expected);
    let low = thrown(&[1, 1], Stat::Might, -1, vec![Bonus::new("effect:chilled", -2)]);
    let chilled = rules().effects["chilled"].name.of("ru").to_lowercase();
    let expected = format!("1 + 1 − сила 1 − {chilled} 2 = −1, неудача");
    assert_eq!(breakdown(&low, "ru"), expected);
}

#[test]
fn a_hero_whom_nobody_knows_is_somebody() {
    let entry = Entry::Chose {
        who: CharacterId(9),
        option: "Wait".into(),
    };
    assert!(told(&[entry], "en").contains("**Somebody** chose"));
}

#[test]
fn what_guests_and_writers_write_stays_text() {
    let name = "*<script>alert('1')</script>*_[x](y)\n# h";
    let entries = [
        joined(name, "scout"),
        scene(1, "</h2><img src=x> & `code`"),
        Entry::Memory("1. No list\n\n- nor this, \"quoted\"".into()),
        voted(&[100], false),
        Entry::Memory("- no list".into()),
        Entry::Ending("> # \\".into()),
    ];
    let book = Book {
        title: "<b>&amp;",
        language: "\"><x",
        heroes: &[name],
        entries: &entries,
    };
    let text = book.markdown();
    for expected in [
        "# \\<b\\>\\&amp;\n",
        "- **\\*\\<script\\>alert('1')\\</script\\>\\*\\_\\[x\\](y) \\# h** (Scout)",
        "## 1. \\</h2\\>\\<img src=x\\> \\& \\`code\\`\n",
        "\n1\\. No list - nor this, \"quoted\"\n",
        "\n\\- no list\n",
        "## The end: \\> \\# \\\\\n",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    let page = book.html();
    assert!(page.contains("<html lang=\"&quot;&gt;&lt;x\">"));
    assert!(page.contains("<strong>*&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;*_[x](y) # h</strong>"));
    assert!(page.contains("<h2>1. &lt;/h2&gt;&lt;img src=x&gt; &amp; `code`</h2>"));
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"));
}

#[test]
fn a_page_is_whole_and_asks_for_nothing() {
    let entries = evening();
    let heroes = ["Mira", "Bard"];
    let book = Book {
        title: "Пирог",
        language: "ru",
        heroes: &heroes,
        entries: &entries,
    };
    let page = book.html();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ru\">"));
    assert!(page.contains("<title>Пирог</title>") && page.contains("<p>You carried the pie. Nobody saw it.</p>"));
    for element in ["main", "section", "ul", "li", "p", "h2", "strong"] {
        let count = |mark: String| page.matches(&mark).count();
        assert_eq!(
            count(format!("<{element}>")),
            count(format!("</{element}>")),
            "{element}"
        );
    }
    for asks in ["<style", "style=", "script", "src=", "http", "//"] {
        assert!(!page.contains(asks), "{asks}");
    }
}
