//! Simulated guests over real sockets: for trying the show alone, for tests, and for load. They know the wire and nothing of the
//! party behind it, and play by the rules, each at its own pace.

mod client;
mod guest;
mod hero;
mod painter;
mod solver;
mod tv;

use crate::cli::BotArgs;
use anyhow::{Context, Result};
pub use client::Site;
use guest::{Guest, Pace};
use serde_json::{Value, json};
use solver::Solver;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tv::Clock;

/// So many guests knock at the same time; a crowd, not an attack.
const AT_THE_DOOR: usize = 64;

/// What the guests of one run share.
struct Crew {
    site: Site,
    code: String,
    pace: Pace,
    /// Words of options that heroes would rather take.
    prefer: Vec<String>,
    solver: Solver,
    clock: Arc<Clock>,
    once: bool,
    stop: CancellationToken,
}

/// Joins the guests, lets them play until they are told to stop, and says how it went.
pub async fn run(args: BotArgs) -> Result<()> {
    let site = Site::parse(&args.url)?;
    let code = match &args.code {
        Some(code) => code.clone(),
        None => site.open_code().await?,
    };
    let crew = Arc::new(Crew {
        site,
        code,
        pace: Pace {
            think: Duration::from_millis(args.think),
            hurry: args.hurry,
        },
        prefer: args.prefer,
        solver: Solver::default(),
        clock: Arc::new(Clock::default()),
        once: args.once,
        stop: CancellationToken::new(),
    });
    let watching = match args.tv {
        true => Some(tokio::spawn(tv::watch(Arc::clone(&crew)))),
        false => None,
    };
    let guests = seat_all(&crew, args.count).await?;
    println!("{} guests are in {}", args.count, crew.code);
    if let Some(pin) = &args.pin {
        start(&crew, pin, args.game.as_deref(), args.settings.as_deref()).await?;
    }
    guests.close();
    tokio::select! {
        () = guests.wait() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    crew.stop.cancel();
    guests.wait().await;
    if let Some(watching) = watching {
        watching.await??;
        println!("{}", crew.clock.report());
    }
    Ok(())
}

/// Seats everybody; whoever is seated begins to play at once.
async fn seat_all(crew: &Arc<Crew>, count: u32) -> Result<TaskTracker> {
    let playing = TaskTracker::new();
    let door = Arc::new(Semaphore::new(AT_THE_DOOR));
    let mut joining = tokio::task::JoinSet::new();
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
