//! What `snowparty host` says in its terminal: the QR code, where to go, and a quiet line for each thing that happens.
//! It only makes text; `app` prints it. Names come from guests, so everything that a terminal could obey is taken out here,
//! whatever the server has done before.

use super::qr::Qr;
use super::sound::NoSongs;
use std::fmt::Write;

/// The language of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Russian.
    Ru,
}

/// Whether stdout shows colours or is a file or a pipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A terminal.
    Colour,
    /// Anything else: no escape codes at all.
    Plain,
}

/// All that the host needs to begin.
#[derive(Clone)]
pub struct Welcome<'a> {
    /// The party's name.
    pub party: &'a str,
    /// The join code in letters.
    pub code: &'a str,
    /// The join code as a picture: the same address as `play_url`.
    pub qr: &'a Qr,
    /// What to open on the TV.
    pub tv_url: &'a str,
    /// Where phones go.
    pub play_url: &'a str,
    /// The host's own page; its fragment carries the token.
    pub host_url: &'a str,
    /// The PIN that opens the host's page on any other device.
    pub pin: &'a str,
    /// The same pages under other addresses of this machine, for guests on another of its networks.
    pub other_urls: &'a [String],
    /// What stands beside the evening's party: name, and what to open on a TV.
    pub walls: &'a [(String, String)],
    /// What the host should know before the guests come.
    pub warnings: &'a [Warning],
}

/// What may spoil the evening. None of it stops the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// There is no network that phones could be on.
    OnlyLoopback,
    /// Windows' Linux has a network of its own, which phones cannot see.
    InsideWsl,
    /// The port asked for was taken, so that the addresses are others than last time.
    PortTaken {
        /// The port asked for.
        wanted: u16,
        /// The port in use.
        got: u16,
    },
    /// The name snowparty.local is not announced.
    NoName {
        /// Why.
        reason: String,
    },
    /// There is no sound device; the TV's page plays instead.
    NoSound,
    /// The hourly backup was not made.
    NoBackup {
        /// Why, one sentence.
        reason: String,
    },
    /// The host's own music cannot be played; ours is.
    NoMusic {
        /// The folder.
        folder: String,
        /// Why.
        reason: NoSongs,
    },
}

/// How the disk is doing in the middle of the evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// It takes what is written again.
    Well,
    /// It has no room.
    Full,
    /// It refuses reads or writes.
    Failing,
    /// The database on it is damaged.
    Damaged,
}

/// What happens during a party, one quiet line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A guest took a seat.
    Joined {
        /// Who.
        name: String,
        /// Seats taken, this one included.
        seats: usize,
    },
    /// A guest gave up the seat, or was removed by the host.
    Left {
        /// Who.
        name: String,
        /// Seats still taken.
        seats: usize,
    },
    /// A round or level begins, counted from 1.
    Round(u32),
    /// The session is over.
    Finished {
        /// Who came first and with how many points; nobody in a session without players.
        winner: Option<(String, i64)>,
    },
    /// The party stands still.
    Paused,
    /// The party goes on.
    Resumed,
    /// The name on the network is settled.
    Named {
        /// Such as `snowparty-2.local`.
        host: String,
        /// The port of the pages.
        port: u16,
    },
    /// The host closed the party.
    Closed,
    /// The disk fails, or has recovered.
    Disk(Disk),
    /// Something went wrong after the start.
    Warning(Warning),
}

/// Everything that is printed at the start.
pub fn welcome(welcome: &Welcome, lang: Lang, style: Style) -> String {
    let mut text = format!("\n{}\n", welcome.qr.terminal(style == Style::Colour));
    let title = format!("{}  {}", clean(welcome.party), clean(welcome.code));
    // Writing into a string cannot fail, here and below.
    let _ = writeln!(text, "  {}\n", bold(&title, style));
    for (label, value) in addresses(welcome, lang) {
        let _ = writeln!(text, "  {label:<10} {}", bold(&clean(value), style));
    }
    for (name, url) in welcome.walls {
        let _ = writeln!(text, "  {:<10} {}", clean(name), clean(url));
    }
    for warning in welcome.warnings {
        let _ = writeln!(text, "\n  ! {}", warning_text(warning, lang));
    }
    let _ = writeln!(text, "\n  {}\n", hint(lang));
    text
}

fn addresses<'a>(welcome: &Welcome<'a>, lang: Lang) -> Vec<(&'static str, &'a str)> {
    let labels = match lang {
        Lang::En => ["TV", "Phones", "Host", "PIN", "Also"],
        Lang::Ru => ["Телевизор", "Телефоны", "Ведущий", "PIN", "Ещё"],
    };
    let [tv, phones, host, pin, also] = labels;
    let mut rows = vec![
        (tv, welcome.tv_url),
        (phones, welcome.play_url),
        (host, welcome.host_url),
        (pin, welcome.pin),
    ];
    rows.extend(welcome.other_urls.iter().map(|url| (also, url.as_str())));
    rows
}

/// An unreachable page cannot explain itself, so the reasons stand here from the start.
fn hint(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "A phone cannot open the page? It must be on the same Wi-Fi (a guest Wi-Fi keeps devices apart),\n  \
             with mobile data off, and this machine's firewall must let phones in."
        }
        Lang::Ru => {
            "Телефон не открывает страницу? Он должен быть в той же сети Wi-Fi (гостевая сеть разделяет устройства),\n  \
             с выключенным мобильным интернетом, а брандмауэр этой машины должен впускать телефоны."
        }
    }
}

/// One line for the log of the evening, without its line break.
pub fn line(line: &Line, lang: Lang) -> String {
    match lang {
        Lang::En => line_en(line),
        Lang::Ru => line_ru(line),
    }
}

fn line_en(line: &Line) -> String {
    match line {
        Line::Joined { name, seats } => format!("+ {} is in ({seats})", clean(name)),
        Line::Left { name, seats } => format!("- {} has left ({seats})", clean(name)),
        Line::Round(number) => format!("> Level {number}"),
        Line::Finished {
            winner: Some((name, points)),
        } => {
            format!("* Finished. {} wins, points: {points}", clean(name))
        }
        Line::Finished { winner: None } => "* Finished.".to_owned(),
        Line::Paused => "= Paused".to_owned(),
        Line::Resumed => "> Playing on".to_owned(),
        Line::Named { host, port } => format!("  Also found as http://{}:{port}", clean(host)),
        Line::Closed => "* The party is over.".to_owned(),
        Line::Disk(disk) => format!("! {}", disk_en(*disk)),
        Line::Warning(warning) => format!("! {}", warning_text(warning, Lang::En)),
    }
}

fn line_ru(line: &Line) -> String {
    match line {
        Line::Joined { name, seats } => format!("+ {}: в игре ({seats})", clean(name)),
        Line::Left { name, seats } => format!("- {}: больше не в игре ({seats})", clean(name)),
        Line::Round(number) => format!("> Уровень {number}"),
        Line::Finished {
            winner: Some((name, points)),
        } => format!("* Финиш. Победа: {}, очки: {points}", clean(name)),
        Line::Finished { winner: None } => "* Финиш.".to_owned(),
        Line::Paused => "= Пауза".to_owned(),
        Line::Resumed => "> Играем дальше".to_owned(),
        Line::Named { host, port } => format!("  Ещё один адрес: http://{}:{port}", clean(host)),
        Line::Closed => "* Вечеринка окончена.".to_owned(),
        Line::Disk(disk) => format!("! {}", disk_ru(*disk)),
        Line::Warning(warning) => format!("! {}", warning_text(warning, Lang::Ru)),
    }
}

fn disk_en(disk: Disk) -> &'static str {
    match disk {
        Disk::Well => "The disk takes what happens again: the party goes on.",
        Disk::Full => "The disk is full: the party waits until there is room. Nothing that was counted is lost.",
        Disk::Failing => "The disk refuses reads or writes: the party waits for it. Nothing that was counted is lost.",
        Disk::Damaged => {
            "The database is damaged. Stop soon; the next start says how to put the last backup in its place."
        }
    }
}

fn disk_ru(disk: Disk) -> &'static str {
    match disk {
        Disk::Well => "Диск снова принимает записи: вечеринка продолжается.",
        Disk::Full => "Диск заполнен: вечеринка ждёт, пока освободится место. Всё засчитанное сохранено.",
        Disk::Failing => "Диск не читает или не пишет: вечеринка ждёт. Всё засчитанное сохранено.",
        Disk::Damaged => {
            "База данных повреждена. Остановите игру; при следующем запуске будет сказано, как вернуть копию."
        }
    }
}

fn warning_text(warning: &Warning, lang: Lang) -> String {
    match lang {
        Lang::En => warning_en(warning),
        Lang::Ru => warning_ru(warning),
    }
}

fn warning_en(warning: &Warning) -> String {
    match warning {
        Warning::OnlyLoopback => {
            "No network found: only this machine can open these pages. Connect it to the Wi-Fi of the phones, then start again."
                .to_owned()
        }
        Warning::InsideWsl => "This is Linux inside Windows: phones reach it only with WSL's mirrored network mode.".to_owned(),
        Warning::PortTaken { wanted, got } => format!("Port {wanted} is in use by another program; this party is on {got}."),
        Warning::NoName { reason } => format!("No name on the network, the addresses work without it: {}", clean(reason)),
        Warning::NoBackup { reason } => format!("No backup was made. {}", clean(reason)),
        Warning::NoSound => "No sound device: the TV's page plays the sound instead.".to_owned(),
        Warning::NoMusic { folder, reason } => {
            let reason = match reason {
                NoSongs::Unreadable => "cannot be read",
                NoSongs::Empty => "holds no mp3, ogg or flac",
            };
            format!("The music folder {} {reason}: our own music plays.", clean(folder))
        }
    }
}

fn warning_ru(warning: &Warning) -> String {
    match warning {
        Warning::OnlyLoopback => {
            "Сети нет: эти страницы откроет только сама эта машина. Подключите её к Wi-Fi телефонов и запустите снова."
                .to_owned()
        }
        Warning::InsideWsl => {
            "Это Linux внутри Windows: телефоны увидят его только в режиме WSL «mirrored».".to_owned()
        }
        Warning::PortTaken { wanted, got } => {
            format!("Порт {wanted} занят другой программой; вечеринка идёт на порту {got}.")
        }
        Warning::NoName { reason } => format!("Имени в сети не будет, адреса работают и без него: {}", clean(reason)),
        Warning::NoBackup { reason } => format!("Резервная копия не сделана. {}", clean(reason)),
        Warning::NoSound => "Нет звукового устройства: играть будет страница телевизора.".to_owned(),
        Warning::NoMusic { folder, reason } => {
            let reason = match reason {
                NoSongs::Unreadable => "не читается",
                NoSongs::Empty => "не содержит mp3, ogg или flac",
            };
            format!("Папка с музыкой {} {reason}: играет наша музыка.", clean(folder))
        }
    }
}

fn bold(text: &str, style: Style) -> String {
    match style {
        Style::Colour => format!("\x1b[1m{text}\x1b[0m"),
        Style::Plain => text.to_owned(),
    }
}

/// Takes out what a terminal would obey instead of showing: control characters, line and paragraph breaks, and the marks that
/// turn the direction of writing.
pub fn clean(text: &str) -> String {
    text.chars().filter(|&c| !is_obeyed(c)).collect()
}

fn is_obeyed(c: char) -> bool {
    let turns_direction = matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    c.is_control() || turns_direction || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lang: Lang, style: Style, warnings: &[Warning]) -> String {
        let url = "http://192.168.1.20:8080/play?session=KWTX";
        let others = ["http://10.42.0.1:8080".to_owned()];
        let walls = [(
            "Our wall".to_owned(),
            "http://192.168.1.20:8080/tv?session=HLNZ".to_owned(),
        )];
        welcome(
            &Welcome {
                party: "Anna's\u{1b}[2J party",
                code: "KWTX",
                qr: &Qr::new(url).unwrap(),
                tv_url: "http://192.168.1.20:8080/tv",
                play_url: url,
                host_url: "http://192.168.1.20:8080/host#token=abc",
                pin: "4711",
                other_urls: &others,
                walls: &walls,
                warnings,
            },
            lang,
            style,
        )
    }

    /// What stands below the QR code.
    fn words(text: &str) -> Vec<&str> {
        text.lines()
            .filter(|line| !line.contains(['█', '▀', '▄']) && !line.trim().is_empty())
            .collect()
    }

    #[test]
    fn the_start_names_the_three_addresses_the_pin_and_the_rest() {
        let text = shown(Lang::En, Style::Plain, &[Warning::PortTaken { wanted: 80, got: 8080 }]);
        assert_eq!(
            words(&text),
            [
                "  Anna's[2J party  KWTX",
                "  TV         http://192.168.1.20:8080/tv",
                "  Phones     http://192.168.1.20:8080/play?session=KWTX",
                "  Host       http://192.168.1.20:8080/host#token=abc",
                "  PIN        4711",
                "  Also       http://10.42.0.1:8080",
                "  Our wall   http://192.168.1.20:8080/tv?session=HLNZ",
                "  ! Port 80 is in use by another program; this party is on 8080.",
                "  A phone cannot open the page? It must be on the same Wi-Fi (a guest Wi-Fi keeps devices apart),",
                "  with mobile data off, and this machine's firewall must let phones in.",
            ]
        );
    }

    #[test]
    fn the_start_speaks_russian() {
        let text = shown(Lang::Ru, Style::Plain, &[Warning::OnlyLoopback]);
        let words = words(&text);
        assert!(words.contains(&"  Телевизор  http://192.168.1.20:8080/tv"), "{words:?}");
        assert!(words.iter().any(|line| line.starts_with("  ! Сети нет")), "{words:?}");
    }

    #[test]
    fn a_file_gets_no_escape_codes_and_a_terminal_gets_only_ours() {
        assert!(!shown(Lang::En, Style::Plain, &[]).contains('\x1b'));
        let colour = shown(Lang::En, Style::Colour, &[]);
        assert!(colour.contains("\x1b[1mhttp://192.168.1.20:8080/tv\x1b[0m"));
        assert!(!colour.contains("\x1b[2J"));
    }

    #[test]
    fn each_thing_that_happens_is_one_line_in_both_languages() {
        let joined = Line::Joined {
            name: "Аня 🦊".into(),
            seats: 3,
        };
        let table = [
            (joined, "+ Аня 🦊 is in (3)", "+ Аня 🦊: в игре (3)"),
            (
                Line::Left {
                    name: "Bo".into(),
                    seats: 2,
                },
                "- Bo has left (2)",
                "- Bo: больше не в игре (2)",
            ),
            (Line::Round(2), "> Level 2", "> Уровень 2"),
            (
                Line::Finished {
                    winner: Some(("Bo".into(), 4200)),
                },
                "* Finished. Bo wins, points: 4200",
                "* Финиш. Победа: Bo, очки: 4200",
            ),
            (Line::Finished { winner: None }, "* Finished.", "* Финиш."),
            (Line::Paused, "= Paused", "= Пауза"),
            (Line::Resumed, "> Playing on", "> Играем дальше"),
            (
                Line::Named {
                    host: "snowparty-2.local".into(),
                    port: 8081,
                },
                "  Also found as http://snowparty-2.local:8081",
                "  Ещё один адрес: http://snowparty-2.local:8081",
            ),
            (Line::Closed, "* The party is over.", "* Вечеринка окончена."),
        ];
        for (what, english, russian) in table {
            assert_eq!(line(&what, Lang::En), english);
            assert_eq!(line(&what, Lang::Ru), russian);
        }
    }

    #[test]
    fn a_name_cannot_command_the_terminal() {
        let nasty = "Eve\x1b]0;owned\x07\r\n\u{9b}31m\u{202e}evil\u{2028}\u{7f}";
        assert_eq!(clean(nasty), "Eve]0;owned31mevil");
        assert_eq!(clean("👩‍👩‍👧 Ёлка ç"), "👩‍👩‍👧 Ёлка ç");
        let warning = Line::Warning(Warning::NoName {
            reason: "mDNS\n\x1b[31mlib".into(),
        });
        assert_eq!(
            line(&warning, Lang::En),
            "! No name on the network, the addresses work without it: mDNS[31mlib"
        );
    }
}
