//! A seeded endurance run: many phones and screens over real sockets against a real house, each with a model of what it should see, and
//! exact laws that must hold whenever all stands still. `cargo test --test endurance -- --seed 7 --for 10m --phones 60 --churn 100`.
//! Without arguments it is the short form. `--defects` (with the feature of this name) proves that planted defects are caught.

mod aftermath;
mod board;
mod defects;
mod disk;
mod evening;
mod games;
mod host;
#[path = "../it/house.rs"]
#[allow(dead_code)]
mod house;
mod ledger;
mod night;
mod phone;
mod scenes;
mod script;
mod secrets;
mod viewer;
#[path = "../it/wire.rs"]
#[allow(dead_code)]
mod wire;
mod wits;

use clap::Parser;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// What is wanted of a run.
#[derive(Clone, Debug, Parser)]
#[command(about = "A seeded endurance run over real sockets")]
pub struct Wanted {
    /// The script of the evening; drawn, and told, if left out.
    #[arg(long, default_value_t = rand::random::<u32>().into())]
    seed: u64,
    /// How long it goes on, such as 60s or 2h.
    #[arg(long = "for", value_parser = humantime::parse_duration, default_value = "25s")]
    time: Duration,
    /// Phones that stay all evening.
    #[arg(long, default_value_t = 14)]
    phones: usize,
    /// Screens that look on.
    #[arg(long, default_value_t = 2)]
    screens: usize,
    /// Guests who pass by in a second, while a scene has them.
    #[arg(long, default_value_t = 10)]
    churn: u32,
    /// Only this game.
    #[arg(long)]
    game: Option<String>,
    /// Only this scene.
    #[arg(long)]
    scene: Option<String>,
    /// Tell each scene.
    #[arg(long)]
    tells: bool,
    /// Write what the house logs into this file; an action's trace is its id.
    #[arg(long)]
    log: Option<PathBuf>,
    /// Plant this defect, and be glad when it is caught.
    #[arg(long)]
    defect: Option<String>,
    /// Plant each defect in turn, in a run of its own.
    #[arg(long)]
    defects: bool,
    /// As the test runner asks; there is nothing in here that it could run by name.
    #[arg(long, hide = true)]
    list: bool,
    #[arg(long, hide = true)]
    format: Option<String>,
    #[arg(long, hide = true)]
    ignored: bool,
}

fn main() -> ExitCode {
    let wanted = Wanted::parse();
    if wanted.list {
        return ExitCode::SUCCESS;
    }
    if wanted.defects {
        return defects::prove_all(&wanted);
    }
    if let Some(name) = &wanted.defect
        && let Err(wrong) = defects::plant(name)
    {
        eprintln!("endurance: {wrong}");
        return ExitCode::from(2);
    }
    if let Some(path) = &wanted.log {
        keep_log(path);
    }
    let began = Instant::now();
    let again = format!(
        "--seed {} --phones {} --screens {}",
        wanted.seed, wanted.phones, wanted.screens
    );
    println!("endurance: {again} --for {}", humantime::format_duration(wanted.time));
    let ended = play(wanted);
    let seconds = began.elapsed().as_secs_f64();
    match ended {
        Ok(told) => {
            println!("endurance: all laws held for {seconds:.1} s: {told}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("endurance: broken after {seconds:.1} s ({again}): {fault}");
            ExitCode::FAILURE
        }
    }
}

fn keep_log(path: &Path) {
    let file = Mutex::new(File::create(path).expect("the log can be written"));
    tracing_subscriber::fmt()
        .with_env_filter("snowparty=debug")
        .with_ansi(false)
        .with_writer(file)
        .init();
}

/// The house has threads of its own, so that its tasks can be counted.
fn play(wanted: Wanted) -> Result<String, String> {
    let (server, guests) = (runtime("house")?, runtime("guests")?);
    let told = guests.block_on(evening::run(wanted, server.handle().clone()));
    server.shutdown_background();
    told
}

fn runtime(name: &str) -> Result<Runtime, String> {
    let made = Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name(name)
        .enable_all()
        .build();
    made.map_err(|error| error.to_string())
}
