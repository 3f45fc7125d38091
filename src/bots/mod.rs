//! Simulated guests over real sockets: for trying the show alone, for tests, and for load. They know the wire and nothing of the
//! party behind it, and play by the rules, each at its own pace.

mod client;
mod clock;
pub mod gauge;
mod guest;
mod hero;
mod outbox;
mod painter;
mod pulse;
mod report;
mod solver;
mod tally;
mod tv;

use crate::cli::{BotArgs, ReportForm};
use anyhow::{Context, Result};
pub use client::Site;
use gauge::Gauge;
use guest::{Guest, Pace};
use report::{Meter, Report, Storm};
use serde_json::{Value, json};
use solver::Solver;
use std::sync::Arc;
use std::time::Duration;
use tally::Tally;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// So many guests knock at the same time; a crowd, not an attack.
const AT_THE_DOOR: usize = 64;
/// After all are in, before what they take is read.
const SETTLING: Duration = Duration::from_secs(1);
/// TVs watch at most so much longer than guests play: what was answered last is still shown.
const LAST_LOOK: Duration = Duration::from_secs(10);

/// What the guests of one run share.
struct Crew {
    site: Site,
    code: String,
    pace: Pace,
    /// Words of options that heroes would rather take.
    prefer: Vec<String>,
    solver: Solver,
    tally: Tally,
    once: bool,
    /// All phones lose their connection.
    storm: CancellationToken,
    /// Guests leave.
    stop: CancellationToken,
    /// TVs are switched off.
    dark: CancellationToken,
}

/// Joins the guests, lets them play until they are told to stop, and says how it went.
pub async fn run(args: BotArgs) -> Result<()> {
    // What the system allows is what there is; a connection that does not fit says so.
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    let crew = Arc::new(gather(&args).await?);
    let mut meter = gauge_of(&args, &crew.site).and_then(Meter::idle);
    let mut watching = JoinSet::new();
    for _ in 0..args.screens() {
        let crew = Arc::clone(&crew);
        watching.spawn_blocking(move || tv::stand_alone(crew));
    }
    let guests = seat_all(&crew, args.count).await?;
    announce(&args, &format!("{} guests are in {}", args.count, crew.code));
    if args.report.is_some() {
        sleep(SETTLING).await;
        meter.iter_mut().for_each(Meter::all_in);
    }
    let begun = (Instant::now(), crew.site.heard());
    if let Some(pin) = &args.pin {
        start(&crew, pin, args.game.as_deref(), args.settings.as_deref()).await?;
    }
    guests.close();
    until_over(&crew, &args, &guests).await;
    let report = report(&crew, &args, begun, meter);
    crew.stop.cancel();
    guests.wait().await;
    // Whoever is not satisfied by then sees it in the report.
    let _ = timeout(LAST_LOOK, crew.tally.all_shown(args.screens())).await;
    crew.dark.cancel();
    while let Some(watched) = watching.join_next().await {
        watched??;
    }
    say(&crew, &args, report)
}

async fn gather(args: &BotArgs) -> Result<Crew> {
    let site = Site::parse(&args.url)?;
    let code = match &args.code {
        Some(code) => code.clone(),
        None => site.open_code().await?,
    };
    Ok(Crew {
        site,
        code,
        pace: Pace {
            think: Duration::from_millis(args.think),
            hurry: args.hurry,
        },
        prefer: args.prefer.clone(),
        solver: Solver::default(),
        tally: Tally::default(),
        once: args.once,
        storm: CancellationToken::new(),
        stop: CancellationToken::new(),
        dark: CancellationToken::new(),
    })
}

/// The process that serves the party, if it can be watched.
fn gauge_of(args: &BotArgs, site: &Site) -> Option<Gauge> {
    args.report?;
    let named = args.pid.map(|pid| Gauge { pid });
    named.or_else(|| Gauge::listening_at(site.port_here()?))
}

/// Until all guests have left, the time is over, or somebody wants an end; on the way the storm, if there is to be one.
async fn until_over(crew: &Crew, args: &BotArgs, guests: &TaskTracker) {
    let after = async |time: Option<Duration>| match time {
        Some(time) => sleep(time).await,
        None => std::future::pending().await,
    };
    let over = async {
        tokio::select! {
            () = guests.wait() => {}
            () = after(args.lasting) => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    };
    let storm = async {
        after(args.storm).await;
        crew.storm.cancel();
        std::future::pending().await
    };
    tokio::select! {
        () = over => {}
        () = storm => {}
    }
}

/// What is known while all are still in; the answers are counted when the last has been shown.
fn report(crew: &Crew, args: &BotArgs, begun: (Instant, u64), meter: Option<Meter>) -> Report {
    let (since, heard) = begun;
    let deliveries = crew.site.heard() - heard;
    Report {
        phones: args.count,
        tvs: args.screens(),
        seconds: since.elapsed().as_secs_f64(),
        deliveries,
        answers: crew.tally.answers(args.screens()),
        answer_to_tv: None,
        connections_lost: crew.tally.losses(),
        storm: None,
        server: meter.and_then(|meter| meter.cost(deliveries, args.count + args.screens())),
    }
}

fn say(crew: &Crew, args: &BotArgs, report: Report) -> Result<()> {
    let (healed, after) = crew.tally.storm();
    let report = Report {
        answers: crew.tally.answers(args.screens()),
        answer_to_tv: crew.tally.to_tv(),
        storm: args.storm.map(|_| Storm { healed, after }),
        ..report
    };
    match args.report {
        Some(ReportForm::Json) => println!("{}", serde_json::to_string(&report)?),
        Some(ReportForm::Text) => println!("{report}"),
        None => say_in_short(&report),
    }
    Ok(())
}

fn say_in_short(report: &Report) {
    if let Some(times) = report.answer_to_tv.filter(|_| report.tvs > 0) {
        let tally = report.answers;
        println!("answers {} shown {} · answer → TV: {times}", tally.asked, tally.shown);
    }
}

/// Tells how far it is; beside the report, if that is for a program.
fn announce(args: &BotArgs, line: &str) {
    match args.report {
        Some(ReportForm::Json) => eprintln!("{line}"),
        Some(ReportForm::Text) | None => println!("{line}"),
    }
}

/// Seats everybody; whoever is seated begins to play at once.
async fn seat_all(crew: &Arc<Crew>, count: u32) -> Result<TaskTracker> {
    let playing = TaskTracker::new();
    let door = Arc::new(Semaphore::new(AT_THE_DOOR));
    let mut joining = JoinSet::new();
    for number in 0..count {
        let (crew, door, playing) = (Arc::clone(crew), Arc::clone(&door), playing.clone());
        joining.spawn(async move {
            let _turn = door.acquire().await?;
            let guest = Guest::join(&crew, number).await?;
            let seated = guest.connect().await?;
            playing.spawn(async move {
                if let Err(error) = seated.play().await {
                    eprintln!("guest {number}: {error:#}");
                }
            });
            anyhow::Ok(())
        });
    }
    while let Some(joined) = joining.join_next().await {
        joined??;
    }
    Ok(playing)
}

/// Acts as the host: opens a session with these settings, if there are any, and starts it.
async fn start(crew: &Crew, pin: &str, game: Option<&str>, settings: Option<&str>) -> Result<()> {
    let host = crew.site.post("/api/host", None, &json!({ "pin": pin })).await?;
    let token = host["token"].as_str().context("the host's door stays closed")?;
    if game.is_some() || settings.is_some() {
        let settings: Value = serde_json::from_str(settings.unwrap_or("{}")).context("--settings is not JSON")?;
        let session = json!({ "game": game.unwrap_or("arena"), "settings": settings });
        crew.site.post("/api/session", Some(token), &session).await?;
    }
    crew.site
        .post(&format!("/api/session/{}/start", crew.code), Some(token), &json!({}))
        .await?;
    Ok(())
}
