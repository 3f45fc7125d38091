//! One run: a house, a room full of guests, game after game, scene after scene, all drawn from the seed. Between the scenes all stands
//! still and is compared; at the end everybody leaves, and what is left is counted.

use crate::Wanted;
use crate::aftermath::{self, Footprint};
use crate::board::Board;
use crate::disk;
use crate::games::{CAMPAIGN, Wish};
use crate::host::{Host, Screen};
use crate::house::House;
use crate::night::{Night, Tally};
use crate::phone::Phone;
use crate::scenes::{Part, Silent};
use crate::script::{self, Scene, Script};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;
use snowparty::game::quest;
use snowparty::store::Store;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::task::{JoinError, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

const STORY: &[u8] = include_bytes!("../story/cellar.en.ink");
/// So many games follow each other under play.
const SWITCHES: usize = 3;
/// A socket from which nothing comes is ended by the house within this time.
const SILENCE: Duration = Duration::from_secs(60);
/// Once it has ended one, we hear of it within this time.
const END_TAKES: Duration = Duration::from_secs(10);
/// So long a run sees the end of every silent connection.
const LONG: Duration = Duration::from_secs(300);
/// What a host may do at length is thirty things a second.
const A_HAND: Duration = Duration::from_millis(50);

/// A run under way.
pub struct Evening {
    wanted: Wanted,
    server: Handle,
    night: Arc<Night>,
    house: House,
    rng: StdRng,
    host: Host,
    screens: Vec<Screen>,
    phones: Vec<Phone>,
    silent: Vec<Silent>,
    before: Footprint,
    script: Script,
}

/// Plays one run; `Err` is what went wrong first.
pub async fn run(wanted: Wanted, server: Handle) -> Result<String, String> {
    let mut evening = Evening::open(wanted, server).await?;
    let end = Instant::now() + evening.wanted.time;
    while Instant::now() < end && evening.night.first_fault().is_none() {
        evening.play_a_game(end).await;
    }
    match evening.night.first_fault() {
        Some(fault) => Err(fault),
        None => evening.close().await,
    }
}

impl Evening {
    async fn open(wanted: Wanted, server: Handle) -> Result<Self, String> {
        let house = server
            .spawn(House::over(disk::folder(), |_| {}))
            .await
            .map_err(panic_of)?;
        bring_story(&house)?;
        let night = Arc::new(Night::new(house.address.clone(), house.code.clone()));
        let before = Footprint::of(&server);
        let token = house.host_token().await;
        night.secrets.hide(&token);
        let mut rng = StdRng::seed_from_u64(wanted.seed);
        let script = Script::new(wanted.scene.as_deref())?;
        let page = Screen::open(&night, &format!("token={token}"))
            .await
            .ok_or("the host is not let in")?;
        let mut screens = Vec::new();
        for _ in 0..wanted.screens {
            screens.extend(Screen::open(&night, "role=tv").await);
        }
        let mut phones = Vec::new();
        for number in 0..wanted.phones {
            phones.extend(Phone::enter(&night, &format!("Guest {number}"), rng.random()).await);
        }
        Ok(Self {
            host: Host::new(page, StdRng::seed_from_u64(rng.random())),
            wanted,
            server,
            night,
            house,
            rng,
            screens,
            phones,
            silent: Vec::new(),
            before,
            script,
        })
    }

    async fn play_a_game(&mut self, end: Instant) {
        let wish = self.draw_game();
        self.host.play(&wish).await;
        for _ in 0..self.rng.random_range(1..4) {
            if Instant::now() >= end || self.night.first_fault().is_some() {
                return;
            }
            self.play_a_scene().await;
            self.stand_still().await;
        }
    }

    fn draw_game(&mut self) -> Wish {
        Wish::draw(self.wanted.game.as_deref(), &mut self.rng)
    }

    async fn play_a_scene(&mut self) {
        let scene = self.script.next(&mut self.rng);
        let length = Duration::from_millis(self.rng.random_range(1_500..3_500));
        if self.wanted.tells {
            println!(
                "{:6.1} s: {}, {scene:?}",
                self.night.passed().as_secs_f64(),
                self.host.game()
            );
        }
        let (begin, until) = (Instant::now(), Instant::now() + length);
        let storm = begin + length / 3;
        let parts: Vec<Part> = self.phones.iter().map(|_| scene.part(&mut self.rng)).collect();
        let switches = if scene == Scene::Switches { SWITCHES } else { 0 };
        let games = (0..switches).map(|_| self.draw_game()).collect();
        let phones = std::mem::take(&mut self.phones).into_iter().zip(parts);
        let over = CancellationToken::new();
        let ended = over.clone();
        let phones = together(&self.night, phones, move |(mut phone, part)| {
            let ended = ended.clone();
            async move {
                phone.take_part(part, storm, until).await;
                if let Some(page) = &mut phone.page {
                    page.reads_while(ended.cancelled()).await;
                }
                phone
            }
        });
        let ended = over.clone();
        let screens = together(&self.night, std::mem::take(&mut self.screens), move |mut screen| {
            let ended = ended.clone();
            async move {
                screen.look(until).await;
                screen.page.reads_while(ended.cancelled()).await;
                screen
            }
        });
        let others = script::others(
            &self.night,
            self.wanted.churn,
            scene,
            self.rng.random(),
            self.house.folder.path(),
            until,
        );
        // Whoever has played its part reads on, until the last guest has passed by.
        let others = async {
            let silent = others.await;
            over.cancel();
            silent
        };
        let host = async {
            self.host.lead(scene == Scene::BusyHost, games, until).await;
            self.host.screen.page.reads_while(over.cancelled()).await;
        };
        let (phones, screens, silent, ()) = tokio::join!(phones, screens, others, host);
        self.phones = phones;
        self.screens = screens;
        self.silent.extend(silent);
    }

    /// All stands still, and what everybody shows is compared with what a newcomer is told, and with what the journal folds to.
    async fn stand_still(&mut self) {
        self.host.pause().await;
        let phones = std::mem::take(&mut self.phones);
        self.phones = together(&self.night, phones, |mut phone| async move {
            phone.settle().await;
            phone
        })
        .await;
        let open = self.phones.iter().filter(|phone| phone.page.is_some()).count();
        self.host.counts(open).await;
        self.overheard();
        let board = Board::fetch(&self.night).await;
        self.host.screen.inspect(board.as_ref()).await;
        let shown = board.clone();
        let screens = std::mem::take(&mut self.screens);
        self.screens = together(&self.night, screens, move |mut screen| {
            let board = shown.clone();
            async move {
                screen.inspect(board.as_ref()).await;
                screen
            }
        })
        .await;
        let shown = board.clone();
        let phones = std::mem::take(&mut self.phones);
        self.phones = together(&self.night, phones, move |mut phone| {
            let board = shown.clone();
            async move {
                phone.inspect(board.as_ref()).await;
                phone
            }
        })
        .await;
        self.read_in_public().await;
        self.overheard();
        let screens = std::iter::once(&mut self.host.screen).chain(&mut self.screens);
        aftermath::compare_with_journal(&self.night, &self.server, &self.house, screens, &mut self.phones).await;
        self.night.disk_refuses.store(false, Ordering::Relaxed);
        self.end_the_silent(SILENCE).await;
        self.host.ask("resume", json!({})).await;
    }

    /// Everybody has been told who plays whom: who has heard what another one alone may know?
    fn overheard(&self) {
        let overheard = self.night.secrets.overheard();
        overheard.into_iter().for_each(|wrong| self.night.fault(wrong));
    }

    /// What anybody can read without a token.
    async fn read_in_public(&self) {
        for path in ["state", "quest/chronicle.md", "quest/chronicle.html", "canvas/board"] {
            if let Some(answer) = self.night.get(&self.night.path(path)).await {
                let text = String::from_utf8_lossy(&answer.bytes);
                let told = self.night.secrets.search_public(path, &text);
                told.unwrap_or_else(|wrong| self.night.fault(wrong));
            }
        }
    }

    /// Those who have said nothing for so long must have been ended.
    async fn end_the_silent(&mut self, after: Duration) {
        let (due, rest) = std::mem::take(&mut self.silent)
            .into_iter()
            .partition(|silent: &Silent| silent.since.elapsed() > after);
        self.silent = rest;
        let due: Vec<Silent> = due;
        for silent in due {
            match silent.sees_the_end(END_TAKES).await {
                Ok(()) => Tally::one(&self.night.tally.silent),
                Err(wrong) => self.night.fault(wrong),
            }
        }
    }

    /// Who goes on for long enough also waits for the end of the last silent ones.
    async fn outwait_the_silent(&mut self) {
        let Some(last) = self.silent.iter().map(|silent| silent.since).max() else {
            return;
        };
        if self.wanted.time >= LONG {
            let over = last + SILENCE;
            self.host.screen.look(over).await;
            self.end_the_silent(SILENCE).await;
        }
    }

    /// Everybody leaves; nothing is left behind, and the journal knows what was acknowledged.
    async fn close(mut self) -> Result<String, String> {
        self.host.end().await;
        self.stand_still().await;
        let phones = std::mem::take(&mut self.phones);
        let left = together(
            &self.night,
            phones.into_iter().enumerate(),
            |(number, mut phone)| async move {
                // Some simply go; the host gives their seats up.
                if number % 3 > 0 {
                    phone.leave().await;
                }
                phone.page = None;
                phone
            },
        );
        drop(left.await);
        self.host.screen.page.catch_up().await;
        let seats: Vec<u64> = self.host.screen.page.players().keys().copied().collect();
        // However many are left, no faster than a host may.
        let mut pace = tokio::time::interval(A_HAND);
        for seat in seats {
            pace.tick().await;
            self.host.must("remove", json!({ "player_id": seat })).await;
        }
        aftermath::nobody_is_left(&self.night, &mut self.host).await;
        self.outwait_the_silent().await;
        drop((self.host, self.screens, self.silent));
        let after = aftermath::all_is_given_back(&self.night, &self.server, &self.before).await;
        let told = aftermath::report(&self.night, &self.before, &after);
        aftermath::read_the_journal(&self.night, &self.server, self.house).await;
        match self.night.first_fault() {
            Some(fault) => Err(fault),
            None => Ok(told),
        }
    }
}

fn bring_story(house: &House) -> Result<(), String> {
    let (_, work) = quest::bring(CAMPAIGN, STORY).map_err(|faults| format!("{faults:?}"))?;
    Store::bring_in(house.folder.path(), quest::SLUG, &work).map_err(|error| error.to_string())
}

/// All do something at the same time, each in a task of its own. Whoever panics is a fault, and does not come back.
pub async fn together<T, R, F>(night: &Night, all: impl IntoIterator<Item = T>, part: impl Fn(T) -> F) -> Vec<R>
where
    R: Send + 'static,
    F: Future<Output = R> + Send + 'static,
{
    let mut tasks = JoinSet::new();
    let mut order = std::collections::HashMap::new();
    for (number, one) in all.into_iter().enumerate() {
        order.insert(tasks.spawn(part(one)).id(), number);
    }
    let mut done = Vec::new();
    while let Some(ended) = tasks.join_next_with_id().await {
        match ended {
            Ok((id, one)) => done.push((order.get(&id).copied(), one)),
            Err(broken) => night.fault(format!("a page broke: {}", panic_of(broken))),
        }
    }
    // In the order in which they came, so that the seed gives everybody the same part again.
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, one)| one).collect()
}

/// What a task that broke had to say.
pub fn panic_of(broken: JoinError) -> String {
    let said = broken.try_into_panic().ok().and_then(|panic| {
        let owned = panic.downcast_ref::<String>().cloned();
        owned.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
    });
    said.unwrap_or_default()
}
