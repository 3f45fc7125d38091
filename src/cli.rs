//! The command line: what can be said to `snowparty`, and nothing of how it is done.

use crate::protocol::{AudioOutput, Lang};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;
use unicode_segmentation::UnicodeSegmentation;

/// Letters of a party's name.
const LONGEST_NAME: usize = 40;

/// A party machine for the TV. Without a command it hosts a party.
#[derive(Debug, Parser)]
#[command(name = "snowparty", version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to host.
    #[command(flatten)]
    pub host: HostArgs,
}

impl Cli {
    /// How the log is written; what is not a host's run talks to people.
    pub fn log_format(&self) -> LogFormat {
        match &self.command {
            None => self.host.log_format,
            Some(Command::Host(args)) => args.log_format,
            Some(_) => LogFormat::Text,
        }
    }
}

/// How the log on stderr is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// A JSON object a line.
    Json,
}

/// What it can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Host a party (this is what no command means)
    Host(HostArgs),
    /// Join simulated guests to a party, over real sockets
    Bots(BotArgs),
    /// Pictures and films of a canvas, and paint from a picture
    Canvas(CanvasArgs),
    /// Stories written in Ink: begin, check, play, bring into the house
    Campaign(CampaignArgs),
    /// Print the JSON Schemas of everything on the wire
    Schema,
    /// Copy the whole database, also while a party is on
    Backup(BackupArgs),
    /// Put a backup in the place of the database, and keep that aside
    Restore(RestoreArgs),
    /// Make all tables anew from the journal
    Rebuild {
        /// The data folder [default: the platform's]
        #[arg(long, value_name = "DIR")]
        data_dir: Option<PathBuf>,
    },
}

/// How to host a party.
#[derive(Clone, Debug, Args)]
pub struct HostArgs {
    /// The port to listen on; if it is taken, the next free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address to listen on [default: all]
    #[arg(long, value_name = "ADDRESS")]
    pub bind: Option<IpAddr>,
    /// Where the party is kept [default: the platform's data folder]
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// The party's name [default: the one it has, or Snowparty]
    #[arg(long, value_parser = party_name)]
    pub name: Option<String>,
    /// The language of the TV and the terminal [default: the one the party has, or en]
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// Who plays music and effects: this machine, the TV's page, or nobody
    #[arg(long, value_enum, default_value_t = AudioOutput::Host)]
    pub audio: AudioOutput,
    /// Play your own music (mp3, ogg, flac) from this folder
    #[arg(long, value_name = "DIR")]
    pub music: Option<PathBuf>,
    /// Do not announce the party on the network
    #[arg(long)]
    pub no_mdns: bool,
    /// The host's PIN, 4 to 12 characters [default: drawn at each start]
    #[arg(long, value_parser = pin)]
    pub pin: Option<String>,
    /// Answer to one more host name, for a name of your own in the router; may be given more than once
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<String>,
    /// Seats of a new party
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub seats: u32,
    /// Seconds of the countdown after a pause
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u64).range(0..=60))]
    pub countdown: u64,
    /// So many backups of the database are kept, made every hour and at the end; 0: none
    #[arg(long, default_value_t = 24, value_name = "N")]
    pub backups: usize,
    /// Print one JSON object with the addresses as the first line, and nothing else on stdout
    #[arg(long)]
    pub json: bool,
    /// How the log on stderr is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
    /// Tell commits before they are on the disk: only to prove that the tests notice
    #[arg(long, hide = true)]
    pub unsafe_no_sync: bool,
    /// After so many events what the journal folds to is kept: another number only to prove that a start finds the same
    #[arg(long, hide = true, default_value_t = 100_000, value_name = "N")]
    pub keep_every: u32,
}

/// What to copy where.
#[derive(Clone, Debug, Args)]
pub struct BackupArgs {
    /// The file to write [default: among the hourly backups in the data folder]
    pub file: Option<PathBuf>,
    /// So many are kept in the data folder
    #[arg(long, default_value_t = 24, value_name = "N")]
    pub backups: usize,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
}

/// What to put back.
#[derive(Clone, Debug, Args)]
pub struct RestoreArgs {
    /// The name of a backup, or a file [default: list what there is]
    pub backup: Option<PathBuf>,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
}

/// How to simulate guests.
#[derive(Clone, Debug, Args)]
pub struct BotArgs {
    /// The party machine's address, such as http://192.168.1.20:8080
    #[arg(long)]
    pub url: String,
    /// The party's code [default: the open party's]
    #[arg(long)]
    pub code: Option<String>,
    /// How many guests
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub count: u32,
    /// Start the session with the host's PIN once all are in
    #[arg(long)]
    pub pin: Option<String>,
    /// The game of the session that is started with --pin: arena, canvas or quest [default: the one that is open]
    #[arg(long)]
    pub game: Option<String>,
    /// Settings of the session that is started with --pin, as JSON
    #[arg(long, value_name = "JSON")]
    pub settings: Option<String>,
    /// Guests answer a question within so many milliseconds
    #[arg(long, default_value_t = 8000, value_name = "MS")]
    pub think: u64,
    /// Also open a TV, and report how long an answer takes to reach it
    #[arg(long)]
    pub tv: bool,
    /// Open so many TVs
    #[arg(long, default_value_t = 0, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=1_000), conflicts_with = "tv")]
    pub tvs: u32,
    /// Leave once a session has finished
    #[arg(long)]
    pub once: bool,
    /// Heroes of the quest decide at once, without waiting until a page has been read
    #[arg(long)]
    pub hurry: bool,
    /// Heroes of the quest take the option with these words wherever there is one; may be given more than once, the first counts most
    #[arg(long, value_name = "WORDS")]
    pub prefer: Vec<String>,
    /// Leave after so long a time, such as 30s, counted from when all are in
    #[arg(long = "for", value_name = "TIME", value_parser = humantime::parse_duration)]
    pub lasting: Option<Duration>,
    /// After so long a time all phones lose their connection at once, and come back as phones do
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    pub storm: Option<Duration>,
    /// Say in the end what was delivered and lost, how fast, and what it cost the party machine if it runs on this one
    #[arg(long, value_enum, value_name = "FORM")]
    pub report: Option<ReportForm>,
    /// The party machine's process, for the report [default: whoever listens there, if that is on this machine]
    #[arg(long, value_name = "PID")]
    pub pid: Option<u32>,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportForm {
    /// A few lines.
    Text,
    /// One JSON object, and nothing else on stdout.
    Json,
}

impl BotArgs {
    /// How many TVs are to be opened.
    pub fn screens(&self) -> u32 {
        self.tvs.max(u32::from(self.tv))
    }
}

/// What to do with a canvas.
#[derive(Clone, Debug, Args)]
pub struct CanvasArgs {
    /// What.
    #[command(subcommand)]
    pub command: CanvasCommand,
    /// The party machine's address
    #[arg(long, global = true, default_value = "http://127.0.0.1:8080")]
    pub url: String,
    /// The party's code [default: the evening's]
    #[arg(long, global = true)]
    pub code: Option<String>,
}

/// What can be done with a canvas.
#[derive(Clone, Debug, Subcommand)]
pub enum CanvasCommand {
    /// Write the board as a PNG
    Export {
        /// The file to write
        file: PathBuf,
        /// A cell is a square of so many pixels
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=64))]
        scale: Option<u32>,
        /// As it was after so many seconds of the party's clock [default: now]
        #[arg(long, value_name = "SECONDS")]
        time: Option<u32>,
    },
    /// Write the match as a film: .gif, or .mp4 where ffmpeg is installed
    Film {
        /// The file to write
        file: PathBuf,
        /// How long the film is, with the 3 seconds for which its last picture stands
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(5..=600))]
        seconds: u32,
        /// A cell is a square of so many pixels
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=64))]
        scale: Option<u32>,
    },
    /// Paint a PNG onto the board, in the palette's nearest colours
    Import {
        /// The picture
        file: PathBuf,
        /// The host's PIN
        #[arg(long)]
        pin: String,
        /// The column of its left edge
        #[arg(long, default_value_t = 0)]
        x: u16,
        /// The row of its top edge
        #[arg(long, default_value_t = 0)]
        y: u16,
    },
}

/// What to do with a campaign.
#[derive(Clone, Debug, Args)]
pub struct CampaignArgs {
    /// What.
    #[command(subcommand)]
    pub command: CampaignCommand,
}

/// What can be done with a campaign.
#[derive(Clone, Debug, Subcommand)]
pub enum CampaignCommand {
    /// Write a small campaign of ours into a file, to begin with
    New {
        /// The file to write, such as mystory.en.ink
        file: PathBuf,
    },
    /// Bring a story into the house, so that hosts can choose it; also while a party is on
    Import {
        /// The story: .ink, or compiled .json
        file: PathBuf,
        /// What it is called in settings [default: the file's name up to its first dot]
        #[arg(long)]
        name: Option<String>,
        /// The data folder [default: the platform's]
        #[arg(long, value_name = "DIR")]
        data_dir: Option<PathBuf>,
    },
    /// List the campaigns that can be played, and the runs that can be continued
    List {
        /// The data folder [default: the platform's]
        #[arg(long, value_name = "DIR")]
        data_dir: Option<PathBuf>,
    },
    /// Say what is wrong with a story, by line
    Check {
        /// The story: .ink, or compiled .json
        file: PathBuf,
    },
    /// Play a story in this terminal, alone
    Play {
        /// The story: .ink, or compiled .json
        file: PathBuf,
        /// Throw the same dice as the game that showed this number [default: drawn]
        #[arg(long, value_name = "N")]
        seed: Option<u64>,
    },
}

/// A name as it is shown on the TV: a line of its own.
fn party_name(typed: &str) -> Result<String, String> {
    let name = typed.trim();
    let letters = name.graphemes(true).count();
    if name.chars().any(char::is_control) || !(1..=LONGEST_NAME).contains(&letters) {
        return Err(format!("1 to {LONGEST_NAME} letters, without line breaks"));
    }
    Ok(name.to_owned())
}

fn pin(text: &str) -> Result<String, String> {
    let length = text.chars().count();
    match (4..=12).contains(&length) && text.chars().all(|c| c.is_ascii_alphanumeric()) {
        true => Ok(text.to_owned()),
        false => Err("a PIN has 4 to 12 letters or digits".to_owned()),
    }
}
