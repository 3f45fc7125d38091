//! Wires everything together: the store, the hub, the web, the network's name, the terminal. The only module that knows them all.

mod log;
mod stop;

use crate::appliance::mdns::{Announcement, Notice};
use crate::appliance::net::{self, Reach};
use crate::appliance::qr::Qr;
use crate::appliance::sound::{self, Sound};
use crate::appliance::terminal::{self, Disk, Line, Style, Warning, Welcome};
use crate::campaign;
use crate::cli::{Cli, Command, HostArgs};
use crate::hub::Hub;
use crate::keeping;
use crate::party::{Happening, PartyHandle, Place, RestoreError, Setting, Show};
use crate::protocol::{AudioOutput, Lang, schema};
use crate::store::{Backup, BackupError, Bounds, Condition, OpenError, Store, Synchronous};
use crate::studio;
use crate::web::{self, House, Media, PinDoor};
use crate::{bots, party};
use anyhow::{Context, Result, bail};
use rand::RngExt;
use serde_json::json;
use std::io::{ErrorKind, IsTerminal, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

/// What still runs at the end may go on for so long.
const LEFTOVERS: Duration = Duration::from_millis(500);
/// So many ports are tried after the one asked for.
const PORTS_TRIED: u16 = 50;
/// A cable that is moved, a router that gives another address: noticed so soon.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// Does what the command line says; every failure is one sentence on stderr.
pub fn run(cli: Cli) -> ExitCode {
    let format = cli.log_format();
    log::begin(format);
    let done = match cli.command.unwrap_or(Command::Host(cli.host)) {
        Command::Host(args) => block_on(host(args)),
        Command::Bots(args) => block_on(bots::run(args)),
        Command::Canvas(args) => block_on(studio::run(args)),
        Command::Campaign(args) => campaign::run(args, folder),
        Command::Backup(args) => folder(args.data_dir.clone()).and_then(|folder| keeping::back_up(args, &folder)),
        Command::Restore(args) => folder(args.data_dir.clone()).and_then(|folder| keeping::restore(args, &folder)),
        Command::Rebuild { data_dir } => block_on(rebuild(data_dir)),
        Command::Schema => print_json(&schema::document()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::failed(format, &error);
            error
                .downcast_ref()
                .map_or(ExitCode::FAILURE, |error: &OpenError| error.exit_code().into())
        }
    }
}

fn block_on(work: impl Future<Output = Result<()>>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the system gives no threads")?;
    let done = runtime.block_on(work);
    // Somebody's film, or a disk that hangs, does not keep the process.
    runtime.shutdown_timeout(LEFTOVERS);
    done
}

fn print_json(value: &serde_json::Value) -> Result<()> {
    println!("{}", serde_json::to_string_pretty(value)?);
    Ok(())
}

async fn rebuild(data_dir: Option<PathBuf>) -> Result<()> {
    let store = Store::open(&folder(data_dir)?, Synchronous::Full)?;
    rebuild_all(&store)
        .await
        .map_err(|error| cannot_open(error, store.folder(), store.condition()))
}

async fn rebuild_all(store: &Store) -> Result<(), RestoreError> {
    for code in store.journaled_parties().await? {
        let rows = party::rebuild(store, &code).await?;
        println!("{code}: {rows} rows");
    }
    Ok(())
}

/// The platform's data folder, unless another one is wished for.
fn folder(wished: Option<PathBuf>) -> Result<PathBuf> {
    let platform = || directories::ProjectDirs::from("", "", "snowparty").map(|dirs| dirs.data_dir().to_owned());
    wished
        .or_else(platform)
        .context("no data folder is known here: choose one with --data-dir")
}

/// Hosts a party until it is told to stop.
async fn host(args: HostArgs) -> Result<()> {
    let stop = stop::signal()?;
    let sync = if args.unsafe_no_sync {
        Synchronous::Off
    } else {
        Synchronous::Full
    };
    let store = Store::open(&folder(args.data_dir.clone())?, sync)?;
    let (strike, hours) = mpsc::channel(1);
    let backups = store.clone();
    let listener = bind(&args).await?;
    let port = listener.local_addr()?.port();
    let reach = net::survey();
    let evening = Evening::begin(&args, store, port, &reach).await?;
    let shutdown = CancellationToken::new();
    let most = web::raise_descriptor_limit();
    let serving = tokio::spawn(web::listen(
        listener,
        Arc::clone(&evening.house),
        most,
        shutdown.clone(),
    ));
    evening.welcome(&args, &reach).await?;
    let mut announcement = announce(&args, &evening).await;
    let network = net::follow(reach, LOOK_AGAIN);
    tokio::spawn(follow(
        Arc::clone(&evening.house.hub),
        evening.sound.clone(),
        evening.lang,
        args.json,
    ));
    tokio::spawn(follow_device(
        evening.sound.watch(),
        args.audio,
        Arc::clone(&evening.setting),
    ));
    tokio::spawn(follow_disk(backups.watch(), evening.lang, args.json));
    let clock = tokio::spawn(keeping::strike(strike));
    let (bounds, lang, json) = (Bounds::of(args.backups), evening.lang, args.json);
    let rounds = tokio::spawn(keeping::rounds(backups, bounds, hours, move |made| {
        tell_backup(made, lang, json);
    }));
    tokio::select! {
        () = stop => {}
        () = keep_announced(&args, network, &evening, announcement.as_mut()) => {}
    }
    let closed = stop::close(&evening.house.hub, shutdown, serving, announcement).await;
    // No hour strikes any more: the last backup is made.
    clock.abort();
    stop::last_backup(rounds, keeping::FAREWELL).await?;
    closed
}

/// Listens on the port asked for, or on the next free one.
async fn bind(args: &HostArgs) -> Result<TcpListener> {
    let address = args.bind.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    for port in args.port..=args.port.saturating_add(PORTS_TRIED) {
        match TcpListener::bind(SocketAddr::new(address, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(error).with_context(|| {
                    format!("cannot listen on {address} port {port}: choose another with --bind or --port")
                });
            }
        }
    }
    bail!(
        "the ports {} to {} are all taken: choose another with --port",
        args.port,
        args.port.saturating_add(PORTS_TRIED)
    )
}

/// What one run of the appliance consists of.
struct Evening {
    house: Arc<House>,
    setting: Arc<Setting>,
    port: u16,
    pin: String,
    lang: Lang,
    sound: Sound,
    warnings: Vec<Warning>,
}

impl Evening {
    async fn begin(args: &HostArgs, store: Store, port: u16, reach: &Reach) -> Result<Self> {
        let sound = sound::start(args.audio == AudioOutput::Host, args.music.as_deref());
        let output = output(args.audio, sound.available());
        let place = place(args, port, reach);
        let mut setting = Setting::new(args.name.clone(), args.lang, output, place);
        setting.max_players = args.seats;
        setting.keep_every = args.keep_every;
        setting.countdown = Duration::from_secs(args.countdown);
        let setting = Arc::new(setting);
        let (folder, disk) = (store.folder().to_owned(), store.watch());
        let hub = Hub::open(store, Arc::clone(&setting))
            .await
            .map_err(|error| cannot_open(error, &folder, *disk.borrow()))?;
        let pin = args
            .pin
            .clone()
            .unwrap_or_else(|| format!("{:06}", rand::rng().random_range(0..1_000_000)));
        let lang = hub.current().state().await?.state.party.lang;
        let names = [machine_names(), args.allow_host.clone()].concat();
        let media = Media { sound: sound::file, qr };
        let house = House::new(hub, PinDoor::new(pin.clone()), names, media);
        let warnings = warnings(args, port, reach, output);
        Ok(Self {
            house: Arc::new(house),
            setting,
            port,
            pin,
            lang,
            sound,
            warnings,
        })
    }

    /// The machine has another address: phones that come in from now on are sent there.
    async fn move_to(&self, args: &HostArgs, reach: &Reach) {
        let place = place(args, self.port, reach);
        if place == self.setting.around().place {
            return;
        }
        tracing::info!(address = %place.address, "the network has changed");
        self.setting.change(|around| around.place = place);
        if !args.json
            && let Err(error) = self.welcome(args, reach).await
        {
            tracing::warn!(%error, "the new address cannot be told");
        }
    }

    /// Tells the host where to go.
    async fn welcome(&self, args: &HostArgs, reach: &Reach) -> Result<()> {
        let party = self.house.hub.current();
        let (now, host_token) = (party.state().await?, self.house.hub.host_key().await?);
        let state = &now.state;
        let base = format!("http://{}", state.party.address);
        let (tv, host) = (
            format!("{base}/tv"),
            format!("{base}/host#token={}", host_token.reveal()),
        );
        if args.json {
            let line = json!({
                "url": base, "play_url": state.party.join_url, "tv_url": tv, "host_url": host,
                "code": state.party.code, "pin": self.pin, "port": self.port,
            });
            say(&format!("{line}\n"));
            return Ok(());
        }
        let others: Vec<String> = reach
            .others
            .iter()
            .map(|other| format!("http://{}", SocketAddr::new(other.addr, self.port)))
            .collect();
        let mut walls = Vec::new();
        for wall in self.house.hub.all().iter().filter(|other| other.code() != party.code()) {
            let name = wall.state().await?.state.party.name.clone();
            walls.push((name, format!("{tv}?session={}", wall.code())));
        }
        let qr = Qr::new(&state.party.join_url)?;
        let style = if std::io::stdout().is_terminal() {
            Style::Colour
        } else {
            Style::Plain
        };
        let welcome = Welcome {
            party: &state.party.name,
            code: state.party.code.as_str(),
            qr: &qr,
            tv_url: &tv,
            play_url: &state.party.join_url,
            host_url: &host,
            pin: &self.pin,
            other_urls: &others,
            walls: &walls,
            warnings: &self.warnings,
        };
        say(&terminal::welcome(&welcome, terminal_lang(self.lang), style));
        Ok(())
    }
}

/// Keeps the terminal, the QR code and the announcement true from one party to the next and from one address to the next.
async fn keep_announced(
    args: &HostArgs,
    mut network: watch::Receiver<Reach>,
    evening: &Evening,
    mut announcement: Option<&mut Announcement>,
) {
    let mut parties = evening.house.hub.follow();
    let mut told = evening.house.hub.current().code().clone();
    loop {
        tokio::select! {
            Ok(()) = network.changed() => {
                let reach = network.borrow_and_update().clone();
                evening.move_to(args, &reach).await;
                continue;
            }
            Ok(()) = parties.changed() => {}
            else => return,
        }
        let code = parties.borrow_and_update().code().clone();
        // Lost and restored, it is the same to everybody outside.
        if std::mem::replace(&mut told, code.clone()) == code {
            continue;
        }
        let reach = network.borrow().clone();
        if !args.json
            && let Err(error) = evening.welcome(args, &reach).await
        {
            tracing::warn!(%error, "the next party cannot be told");
        }
        let notice = notice(evening).await;
        if let Some(Err(error)) = announcement.as_mut().map(|announcement| announcement.update(&notice)) {
            let reason = error.to_string();
            tell(&Line::Warning(Warning::NoName { reason }), evening.lang, args.json);
        }
    }
}

/// A sound device that is unplugged, or comes back, in the middle of the evening.
async fn follow_device(mut available: watch::Receiver<bool>, wished: AudioOutput, setting: Arc<Setting>) {
    while available.changed().await.is_ok() {
        let there = *available.borrow_and_update();
        setting.change(|around| around.output = output(wished, there));
    }
}

/// The disk may fill up, or fail, in the middle of the evening.
async fn follow_disk(mut disk: watch::Receiver<Condition>, lang: Lang, json: bool) {
    while disk.changed().await.is_ok() {
        let condition = *disk.borrow_and_update();
        let line = Line::Disk(match condition {
            Condition::Well => Disk::Well,
            Condition::Full => Disk::Full,
            Condition::Failing => Disk::Failing,
            Condition::Damaged => Disk::Damaged,
        });
        tracing::warn!(?condition, "the disk");
        tell(&line, lang, json);
    }
}

fn tell_backup(made: &Result<Backup, BackupError>, lang: Lang, json: bool) {
    match made {
        Ok(backup) => tracing::info!(name = backup.name, bytes = backup.bytes, "backup"),
        Err(error) => {
            tracing::warn!(%error, "no backup");
            let reason = error.to_string();
            tell(&Line::Warning(Warning::NoBackup { reason }), lang, json);
        }
    }
}

/// A journal that cannot be read, or written to, is a damaged folder: the host is told the same as when its first page is damaged.
fn cannot_open(error: RestoreError, folder: &Path, disk: Condition) -> anyhow::Error {
    tracing::info!(%error, "a party cannot be opened");
    match error {
        RestoreError::Disk(cause) => OpenError::from_sqlite(folder, &cause).into(),
        damage if damage.is_damage() || disk == Condition::Damaged => OpenError::damaged(folder, "damaged").into(),
        other => anyhow::Error::new(other).context("the party cannot be opened"),
    }
}

/// Without a sound device the TV's page takes over, as far as its browser lets it.
fn output(wished: AudioOutput, available: bool) -> AudioOutput {
    match wished {
        AudioOutput::Host if !available => AudioOutput::Tv,
        wished => wished,
    }
}

fn place(args: &HostArgs, port: u16, reach: &Reach) -> Place {
    // Bound to one address, phones reach us there or nowhere.
    let best = args.bind.filter(|bound| !bound.is_unspecified()).unwrap_or(reach.best);
    let others = reach
        .others
        .iter()
        .filter(|other| other.addr != best && args.bind.is_none());
    Place {
        address: SocketAddr::new(best, port).to_string(),
        others: others
            .map(|other| SocketAddr::new(other.addr, port).to_string())
            .collect(),
    }
}

fn warnings(args: &HostArgs, port: u16, reach: &Reach, output: AudioOutput) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if args.port != port && args.port != 0 {
        warnings.push(Warning::PortTaken {
            wanted: args.port,
            got: port,
        });
    }
    if reach.only_loopback {
        warnings.push(Warning::OnlyLoopback);
    }
    if output != args.audio {
        warnings.push(Warning::NoSound);
    }
    if let Some(folder) = &args.music
        && let Some(reason) = sound::without_songs(folder)
    {
        let folder = folder.display().to_string();
        warnings.push(Warning::NoMusic { folder, reason });
    }
    if net::inside_wsl() {
        warnings.push(Warning::InsideWsl);
    }
    warnings
}

/// The machine's own name, bare and as routers and mDNS extend it.
fn machine_names() -> Vec<String> {
    let name = std::fs::read_to_string("/etc/hostname")
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    match name.as_str() {
        "" => Vec::new(),
        name => vec![name.to_owned(), format!("{name}.local")],
    }
}

fn qr(text: &str) -> String {
    Qr::new(text).map(|qr| qr.svg()).unwrap_or_default()
}

fn terminal_lang(lang: Lang) -> terminal::Lang {
    match lang {
        Lang::En => terminal::Lang::En,
        Lang::Ru => terminal::Lang::Ru,
    }
}

/// Announces the party; a network without multicast is a line in the terminal, not an end.
async fn announce(args: &HostArgs, evening: &Evening) -> Option<Announcement> {
    if args.no_mdns {
        return None;
    }
    match Announcement::start(&notice(evening).await) {
        Ok(announcement) => {
            let host = announcement.host();
            tokio::spawn(learn_name(
                host,
                Arc::clone(&evening.house),
                evening.port,
                evening.lang,
                args.json,
            ));
            Some(announcement)
        }
        Err(error) => {
            tell(
                &Line::Warning(Warning::NoName {
                    reason: error.to_string(),
                }),
                evening.lang,
                args.json,
            );
            None
        }
    }
}

/// What is announced of the party of the evening.
async fn notice(evening: &Evening) -> Notice {
    let party = evening.house.hub.current();
    Notice {
        name: party
            .state()
            .await
            .map_or_else(|_| "Snowparty".to_owned(), |now| now.state.party.name.clone()),
        code: party.code().to_string(),
        port: evening.port,
    }
}

/// The name is settled a moment after the start: the house answers to it from then on.
async fn learn_name(mut host: watch::Receiver<Option<String>>, house: Arc<House>, port: u16, lang: Lang, json: bool) {
    while host.changed().await.is_ok() {
        let name = host.borrow_and_update().clone();
        if let Some(name) = name {
            house.answer_to(name.clone());
            tell(&Line::Named { host: name, port }, lang, json);
        }
    }
}

fn tell(line: &Line, lang: Lang, json: bool) {
    if !json {
        say(&format!("{}\n", terminal::line(line, terminal_lang(lang))));
    }
}

/// A party goes on where nobody can read what is said of it.
fn say(text: &str) {
    // Whoever has stopped listening has heard enough.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Prints and plays what the party of the evening shows, from one party to the next.
async fn follow(hub: Arc<Hub>, sound: Sound, lang: Lang, json: bool) {
    let mut parties = hub.follow();
    loop {
        let party = parties.borrow_and_update().clone();
        tokio::select! {
            // It has ended or was lost; whatever follows it is shown next.
            () = perform_all(&party, &sound, lang, json) => if parties.changed().await.is_err() { return },
            changed = parties.changed() => if changed.is_err() { return },
        }
    }
}

/// Performs one party's show until it is over.
async fn perform_all(party: &PartyHandle, sound: &Sound, lang: Lang, json: bool) {
    let (mut show, mut tune) = (party.show(), party.sound());
    tune.mark_changed();
    loop {
        tokio::select! {
            shown = show.recv() => match shown {
                Ok(Show::Happening(happening)) => tell(&line(happening), lang, json),
                Ok(Show::Cue(cue)) => sound.cue(cue),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            },
            changed = tune.changed() => {
                if changed.is_err() {
                    return;
                }
                let heard = *tune.borrow_and_update();
                sound.volume(heard.volume);
                sound.music(heard.music);
            }
        }
    }
}

fn line(happening: Happening) -> Line {
    match happening {
        Happening::Joined { name, players } => Line::Joined { name, seats: players },
        Happening::Left { name, players } => Line::Left { name, seats: players },
        Happening::Round(number) => Line::Round(number),
        Happening::Paused => Line::Paused,
        Happening::Resumed => Line::Resumed,
        Happening::Finished { winner } => Line::Finished { winner },
        Happening::Ended => Line::Closed,
    }
}
