//! Music and effects on the host's own output: the tunes kept in `sounds/`, or the host's own files. Handles never block and
//! never fail; a thread of its own follows them, opens the device, survives its loss and says whether there is one.
//! Only this file knows rodio. It knows cues and tunes, and nothing of parties, games or sockets.

mod mixer;
mod shelf;

use crate::game::{Cue, Music};
use mixer::{Frame, Frames, Mixer, Order, fit};
use rodio::cpal::traits::HostTrait;
use rodio::cpal::{Error as DeviceError, ErrorKind};
use rodio::{ChannelCount, Decoder, Device, DeviceSinkBuilder, DeviceSinkError, DeviceTrait, SampleRate, Source};
use rust_embed::RustEmbed;
use serde::Serialize;
use shelf::{Shelf, Shuffle};
use std::any::Any;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// Commands that wait while the device is being opened; beyond them effects are lost, and nothing else.
const WAITING: usize = 64;
/// How long [`start`] waits to learn whether there is a device.
const PATIENCE: Duration = Duration::from_millis(250);
/// How long a closing player waits for its fade to be heard.
const FAREWELL: Duration = Duration::from_millis(350);
/// More device errors than this within a second mean that the device is gone.
const TROUBLE: u32 = 60;
/// Music from a shop is mastered some 7 dB louder than ours.
const HOST_GAIN: f32 = 0.45;
/// A device that takes sound this much faster than it can be heard has no clock (ALSA's `null`): it is given ours.
const AHEAD: Duration = Duration::from_millis(500);

#[derive(RustEmbed)]
#[folder = "sounds/ogg/"]
struct Sounds;

/// A sound of ours as Ogg Vorbis, by the name that [`Cue`] and [`Music`] have on the wire, such as `lobby`.
pub fn ogg(name: &str) -> Option<Cow<'static, [u8]>> {
    Sounds::get(&format!("{name}.ogg")).map(|file| file.data)
}

/// The same, decoded to a 16-bit WAV for browsers that cannot read Ogg.
pub fn wav(name: &str) -> Option<Vec<u8>> {
    let (rate, frames) = own(ogg(name)?)?;
    let samples = frames
        .flatten()
        .flat_map(|v| ((v.clamp(-1.0, 1.0) * 32_767.0).round() as i16).to_le_bytes());
    Some(wave_file(rate, samples.collect()))
}

/// What `/sounds/<file>` serves: `lobby.ogg`, `lobby.wav`.
pub fn file(file: &str) -> Option<Cow<'static, [u8]>> {
    match file.rsplit_once('.')? {
        (name, "ogg") => ogg(name),
        (name, "wav") => wav(name).map(Cow::Owned),
        _ => None,
    }
}

fn wave_file(rate: u32, samples: Vec<u8>) -> Vec<u8> {
    let length = samples.len() as u32;
    let head = [
        b"RIFF".as_slice(),
        &(36 + length).to_le_bytes(),
        b"WAVEfmt ",
        &16u32.to_le_bytes(),
    ];
    let format = [0x0002_0001, rate, rate * 4, 0x0010_0004].map(u32::to_le_bytes);
    [
        &head.concat(),
        format.as_flattened(),
        b"data",
        &length.to_le_bytes(),
        &samples,
    ]
    .concat()
}

/// Which turntable a tune lies on: each has one place, where it is left and goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A tune of ours.
    Own(Music),
    /// The host's songs.
    Host,
    /// What the host chose for the podium.
    HostFinale,
}

impl Slot {
    /// A finale is an event; the others are a room one comes back to.
    fn begins_anew(self) -> bool {
        matches!(self, Self::HostFinale | Self::Own(Music::Finale))
    }
}

/// The show's sound. Clones are the same player; none of the methods blocks; when the last clone is gone, it ends.
#[derive(Clone)]
pub struct Sound {
    player: Option<Arc<Reins>>,
    available: watch::Receiver<bool>,
}

/// What handles share with the player. The player reads `wanted` after every command, so that a full channel loses effects
/// only.
struct Reins {
    commands: SyncSender<Command>,
    wanted: Arc<Mutex<Wanted>>,
}

#[derive(Clone, Copy)]
struct Wanted {
    music: Music,
    volume: u8,
}

enum Command {
    /// `wanted` has changed.
    Follow,
    Cue(Cue),
    Lost(DeviceError),
    Stop,
}

impl Drop for Reins {
    fn drop(&mut self) {
        let _ = self.commands.try_send(Command::Stop);
    }
}

/// Starts the player. Without `output_enabled` nothing is ever played. `music_dir` holds the host's own music. Waits at most
/// a quarter of a second for the device; one that takes longer shows in [`Sound::available`] later.
pub fn start(output_enabled: bool, music_dir: Option<&Path>) -> Sound {
    let (ready, available) = watch::channel(false);
    if !output_enabled {
        return Sound {
            player: None,
            available,
        };
    }
    let (commands, receiver) = sync_channel(WAITING);
    let wanted = Arc::new(Mutex::new(Wanted {
        music: Music::Silence,
        volume: 100,
    }));
    let (opened, has_opened) = sync_channel(1);
    let player = Player::new(
        Output::open,
        ready,
        commands.clone(),
        wanted.clone(),
        music_dir.map(Path::to_owned),
    );
    let thread = thread::Builder::new()
        .name("sound".to_owned())
        .spawn(move || player.run(&receiver, &opened));
    if let Err(error) = thread {
        tracing::warn!("no sound on this machine: its thread cannot be started ({error})");
        return Sound {
            player: None,
            available,
        };
    }
    let _ = has_opened.recv_timeout(PATIENCE);
    Sound {
        player: Some(Arc::new(Reins { commands, wanted })),
        available,
    }
}

impl Sound {
    /// Fades over to this tune.
    pub fn music(&self, music: Music) {
        self.want(|wanted| wanted.music = music);
    }

    /// Plays an effect over the music.
    pub fn cue(&self, cue: Cue) {
        self.send(Command::Cue(cue));
    }

    /// Percent; more than 100 is 100.
    pub fn volume(&self, percent: u8) {
        self.want(|wanted| wanted.volume = percent.min(100));
    }

    /// Fades out and lets the device go, for good.
    pub fn stop(&self) {
        self.send(Command::Stop);
    }

    /// Whether a device plays. Where none does, the TV's page may.
    pub fn available(&self) -> bool {
        *self.available.borrow()
    }

    /// The same, for waiting until it changes.
    pub fn watch(&self) -> watch::Receiver<bool> {
        self.available.clone()
    }

    fn want(&self, change: impl FnOnce(&mut Wanted)) {
        if let Some(player) = &self.player {
            change(&mut locked(&player.wanted));
            self.send(Command::Follow);
        }
    }

    fn send(&self, command: Command) {
        if let Some(player) = &self.player {
            let _ = player.commands.try_send(command);
        }
    }
}

/// Two plain values cannot be left half-changed by a panic.
fn locked(wanted: &Mutex<Wanted>) -> MutexGuard<'_, Wanted> {
    wanted.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A device that plays what the mixer mixes.
struct Output {
    orders: SyncSender<Order>,
    rate: u32,
    /// Playing ends when it is dropped.
    _device: Box<dyn Any + Send>,
}

/// Opens the device: [`Output::open`], or a test's own.
type Opener = fn(SyncSender<Command>) -> Result<Output, String>;

/// The player's thread.
struct Player {
    opener: Opener,
    ready: watch::Sender<bool>,
    commands: SyncSender<Command>,
    wanted: Arc<Mutex<Wanted>>,
    music_dir: Option<PathBuf>,
    shelf: Shelf,
    output: Option<Output>,
    /// What the output was last told.
    music: Music,
    volume: Option<u8>,
    /// The host has been told that there is no device.
    warned: bool,
}

impl Player {
    fn new(
        opener: Opener,
        ready: watch::Sender<bool>,
        commands: SyncSender<Command>,
        wanted: Arc<Mutex<Wanted>>,
        music_dir: Option<PathBuf>,
    ) -> Self {
        let (shelf, output, music) = (Shelf::default(), None, Music::Silence);
        Self {
            opener,
            ready,
            commands,
            wanted,
            music_dir,
            shelf,
            output,
            music,
            volume: None,
            warned: false,
        }
    }

    fn run(mut self, commands: &Receiver<Command>, opened: &SyncSender<()>) {
        let _hushed = hush_alsa();
        self.open();
        let _ = opened.send(());
        self.shelf = self.music_dir.take().map(|folder| scanned(&folder)).unwrap_or_default();
        loop {
            self.follow();
            match commands.recv() {
                Ok(Command::Follow) => {}
                Ok(Command::Cue(cue)) => self.cue(cue),
                Ok(Command::Lost(error)) => self.lose(&error),
                Ok(Command::Stop) | Err(_) => return self.close(),
            }
        }
    }

    fn open(&mut self) {
        match (self.opener)(self.commands.clone()) {
            Ok(output) => {
                self.output = Some(output);
                (self.music, self.volume) = (Music::Silence, None);
                self.warned = false;
            }
            Err(error) => self.warn(&error),
        }
        self.ready.send_replace(self.output.is_some());
    }

    fn warn(&mut self, reason: &str) {
        if !self.warned {
            tracing::warn!("no sound on this machine, the TV's page plays it instead: {reason}");
        }
        self.warned = true;
    }

    /// The device has gone. It is tried again at the next tune.
    fn lose(&mut self, error: &DeviceError) {
        if self.output.take().is_some() {
            self.warn(&format!(
                "the sound device is gone ({error}); it is tried again at the next tune"
            ));
            self.ready.send_replace(false);
        }
    }

    /// Brings the output to what is wanted.
    fn follow(&mut self) {
        let Wanted { music, volume } = *locked(&self.wanted);
        if self.output.is_none() && music != self.music {
            self.open();
        }
        let played = self.music;
        self.music = music;
        if self.volume != Some(volume) {
            self.volume = Some(volume);
            self.order(Order::Volume(volume));
        }
        if music != played {
            self.tune(music);
        }
    }

    fn tune(&self, music: Music) {
        let Some(output) = &self.output else { return };
        match self
            .slot(music)
            .and_then(|slot| Some((slot, self.frames(slot, output.rate)?)))
        {
            Some((slot, frames)) => self.order(Order::Tune(slot, frames)),
            None => self.order(Order::Hush),
        }
    }

    fn slot(&self, music: Music) -> Option<Slot> {
        match music {
            Music::Silence => None,
            Music::Finale if !self.shelf.finales.is_empty() => Some(Slot::HostFinale),
            Music::Finale => Some(Slot::Own(music)),
            _ if !self.shelf.songs.is_empty() => Some(Slot::Host),
            own => Some(Slot::Own(own)),
        }
    }

    fn frames(&self, slot: Slot, rate: u32) -> Option<Frames> {
        match slot {
            Slot::Own(music) => looped(&name_of(&music), rate),
            Slot::Host => read_ahead(self.shelf.songs.clone(), Music::Lobby, rate),
            Slot::HostFinale => read_ahead(self.shelf.finales.clone(), Music::Finale, rate),
        }
    }

    fn cue(&self, cue: Cue) {
        let Some(output) = &self.output else { return };
        match ogg(&name_of(&cue)).and_then(own) {
            Some((rate, frames)) => self.order(Order::Effect(cue, fit(frames, rate, output.rate))),
            None => tracing::warn!("the sound of {cue:?} is missing from this build"),
        }
    }

    /// A mixer that does not take its orders is a device that does not play; what it misses is not missed.
    fn order(&self, order: Order) {
        if let Some(output) = &self.output {
            let _ = output.orders.try_send(order);
        }
    }

    fn close(mut self) {
        if self.output.is_some() {
            self.order(Order::Close);
            thread::sleep(FAREWELL);
            self.output = None;
        }
        self.ready.send_replace(false);
    }
}

/// The name on the wire, which is the file's.
fn name_of(sound: &impl Serialize) -> String {
    serde_json::to_value(sound)
        .ok()
        .and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// What is on the host's shelf; nothing if there is none, of which the terminal tells at the start.
fn scanned(folder: &Path) -> Shelf {
    Shelf::scan(folder).unwrap_or_default()
}

/// Why a folder gives no music.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSongs {
    /// It cannot be read.
    Unreadable,
    /// Nothing in it is an mp3, ogg or flac.
    Empty,
}

/// Why this folder gives no music, if so.
pub fn without_songs(folder: &Path) -> Option<NoSongs> {
    match Shelf::scan(folder) {
        Ok(shelf) => (shelf == Shelf::default()).then_some(NoSongs::Empty),
        Err(_) => Some(NoSongs::Unreadable),
    }
}

/// ALSA writes its complaints to stderr, ten lines for a missing card; on this thread it keeps them while the value lives.
#[cfg(target_os = "linux")]
fn hush_alsa() -> impl Sized {
    alsa::Output::local_error_handler()
}

#[cfg(not(target_os = "linux"))]
fn hush_alsa() {}

impl Output {
    /// Opens the default device, or else the first card that lets itself be opened (a Raspberry Pi's default may be an HDMI
    /// socket with nothing in it).
    fn open(commands: SyncSender<Command>) -> Result<Self, String> {
        let default = DeviceSinkBuilder::from_default_device().and_then(|device| Self::of(device, commands.clone()));
        default.or_else(|error| {
            let cards = rodio::cpal::default_host()
                .output_devices()
                .into_iter()
                .flatten()
                .filter(is_card);
            let open =
                |card| DeviceSinkBuilder::from_device(card).and_then(|device| Self::of(device, commands.clone()));
            cards.flat_map(open).next().ok_or_else(|| causes(&error))
        })
    }

    fn of(device: DeviceSinkBuilder, commands: SyncSender<Command>) -> Result<Self, DeviceSinkError> {
        let mut sink = device.with_error_callback(watchman(commands)).open_sink_or_fallback()?;
        sink.log_on_drop(false);
        let (orders, receiver) = sync_channel(WAITING);
        let rate = sink.config().sample_rate();
        sink.mixer().add(Feed::new(Mixer::new(rate.get(), receiver), rate));
        Ok(Self {
            orders,
            rate: rate.get(),
            _device: Box::new(sink),
        })
    }
}

/// A sound card as ALSA lists it, with conversion; not `null`, and none of the many other names of the same card.
fn is_card(device: &Device) -> bool {
    let name = device
        .description()
        .ok()
        .and_then(|description| description.driver().map(str::to_owned));
    name.is_none_or(|name| name.starts_with("sysdefault:") || !cfg!(target_os = "linux"))
}

/// An error with all its causes, in one line.
fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text += &format!(": {error}");
        cause = error.source();
    }
    text
}

/// Tells the player when the device is gone: when it says so, or when nothing but errors come from it.
fn watchman(commands: SyncSender<Command>) -> impl FnMut(DeviceError) + Send + Clone + 'static {
    let mut since = Instant::now();
    let mut count = 0;
    move |error| {
        if since.elapsed() > Duration::from_secs(1) {
            (since, count) = (Instant::now(), 0);
        }
        count += 1;
        let gone = matches!(
            error.kind(),
            ErrorKind::DeviceNotAvailable | ErrorKind::StreamInvalidated
        );
        if gone || count == TROUBLE {
            let _ = commands.try_send(Command::Lost(error));
        } else if count > TROUBLE {
            // Until the player closes the device, its thread would burn a core.
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// The mixer as rodio plays it, kept to the clock where the device has none.
struct Feed {
    mixer: Mixer,
    rate: SampleRate,
    samples: u64,
    began: Option<Instant>,
}

impl Feed {
    fn new(mixer: Mixer, rate: SampleRate) -> Self {
        Self {
            mixer,
            rate,
            samples: 0,
            began: None,
        }
    }

    /// Waits while the device is further ahead than any buffer would explain.
    fn pace(&mut self) {
        let given = Duration::from_secs_f64(self.samples as f64 / 2.0 / f64::from(self.rate.get()));
        let ahead = given.saturating_sub(self.began.get_or_insert_with(Instant::now).elapsed());
        if ahead > AHEAD {
            thread::sleep(ahead - AHEAD);
        }
    }
}

impl Iterator for Feed {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.samples.is_multiple_of(1024) {
            self.pace();
        }
        self.samples += 1;
        self.mixer.next()
    }
}

impl Source for Feed {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> ChannelCount {
        const { ChannelCount::new(2).unwrap() }
    }

    fn sample_rate(&self) -> SampleRate {
        self.rate
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

/// A file being decoded, frame by frame: mono is heard on both sides, further channels are left out.
struct Decoded<R: Read + Seek>(Decoder<R>);

impl<R: Read + Seek + Send + Sync + 'static> Decoded<R> {
    fn new(data: R) -> Result<Self, rodio::decoder::DecoderError> {
        Decoder::builder().with_data(data).with_gapless(true).build().map(Self)
    }

    fn rate(&self) -> u32 {
        self.0.sample_rate().get()
    }

    fn at(self, rate: u32) -> Frames {
        let own = self.rate();
        fit(Box::new(self), own, rate)
    }
}

impl<R: Read + Seek> Iterator for Decoded<R> {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        let left = self.0.next()?;
        let channels = self.0.channels().get();
        let right = if channels > 1 { self.0.next()? } else { left };
        for _ in 2..channels {
            self.0.next();
        }
        Some([left, right])
    }
}

/// A sound of ours: its rate, and exactly the frames that were encoded. (The decoder gives the whole last packet.)
fn own(bytes: Cow<'static, [u8]>) -> Option<(u32, Frames)> {
    let length = length_of(&bytes)?;
    let decoded = Decoded::new(Cursor::new(bytes)).ok()?;
    Some((decoded.rate(), Box::new(decoded.take(length))))
}

/// Frames in an Ogg Vorbis file: the granule position of its last page (RFC 3533, section 6).
fn length_of(ogg: &[u8]) -> Option<usize> {
    let page = ogg.windows(4).rposition(|bytes| bytes == b"OggS")?;
    let granule = ogg.get(page + 6..page + 14)?.try_into().ok()?;
    usize::try_from(u64::from_le_bytes(granule)).ok()
}

/// A tune of ours without end: after its last sample comes its first.
fn looped(name: &str, rate: u32) -> Option<Frames> {
    let bytes = ogg(name)?;
    let (own_rate, mut round) = own(bytes.clone())?;
    let frames = std::iter::from_fn(move || {
        round.next().or_else(|| {
            round = own(bytes.clone())?.1;
            round.next()
        })
    });
    Some(fit(Box::new(frames), own_rate, rate))
}

/// So many frames are read at a time, and so many times ahead: some 0.7 s.
const BLOCK: usize = 4096;
const BLOCKS: usize = 8;

/// The host's songs without end, read by a thread of their own, since disks are slow and files may be anything. If none of
/// them can be played, it is `instead`.
fn read_ahead(songs: Vec<PathBuf>, instead: Music, rate: u32) -> Option<Frames> {
    let (blocks, receiver) = sync_channel(BLOCKS);
    let read = move || read_songs(Shuffle::new(songs), instead, rate, &blocks);
    thread::Builder::new().name("music files".to_owned()).spawn(read).ok()?;
    // The first block is waited for, so that the tune does not begin with a gap.
    let first = match receiver.recv_timeout(Duration::from_millis(500)) {
        Ok(block) => block,
        Err(RecvTimeoutError::Timeout) => Vec::new(),
        Err(RecvTimeoutError::Disconnected) => return None,
    };
    Some(Box::new(Blocks {
        receiver,
        now: first.into_iter(),
    }))
}

struct Blocks {
    receiver: Receiver<Vec<Frame>>,
    now: std::vec::IntoIter<Frame>,
}

impl Iterator for Blocks {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        self.now.next().or_else(|| match self.receiver.try_recv() {
            Ok(block) => {
                self.now = block.into_iter();
                self.now.next()
            }
            // The disk is late: silence, not a wait on the device's thread.
            Err(TryRecvError::Empty) => Some([0.0; 2]),
            Err(TryRecvError::Disconnected) => None,
        })
    }
}

/// Ends when nobody listens any more.
fn read_songs(mut shuffle: Shuffle, instead: Music, rate: u32, blocks: &SyncSender<Vec<Frame>>) {
    while let Some(song) = shuffle.draw() {
        // A decoder that stumbles over a file must not end the music.
        match catch_unwind(AssertUnwindSafe(|| read_song(&song, rate, blocks))) {
            Ok(Heard::Left) => return,
            Ok(Heard::Played) => {}
            Ok(Heard::Unreadable) | Err(_) => {
                tracing::warn!("{} cannot be played and is left out", song.display());
                shuffle.strike_out();
            }
        }
    }
    tracing::warn!("none of the host's files can be played: our own music plays");
    if let Some(frames) = looped(&name_of(&instead), rate) {
        pour(frames, blocks);
    }
}

/// How a song went.
enum Heard {
    Played,
    Unreadable,
    /// Nobody listens any more.
    Left,
}

fn read_song(song: &Path, rate: u32, blocks: &SyncSender<Vec<Frame>>) -> Heard {
    let Some(decoded) = File::open(song)
        .ok()
        .and_then(|file| Decoded::new(BufReader::new(file)).ok())
    else {
        return Heard::Unreadable;
    };
    let frames = decoded.at(rate).map(|frame| frame.map(|v| v * HOST_GAIN));
    pour(Box::new(frames), blocks)
}

fn pour(mut frames: Frames, blocks: &SyncSender<Vec<Frame>>) -> Heard {
    let mut heard = Heard::Unreadable;
    loop {
        let block: Vec<Frame> = frames.by_ref().take(BLOCK).collect();
        if block.is_empty() {
            return heard;
        }
        heard = Heard::Played;
        if blocks.send(block).is_err() {
            return Heard::Left;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};

    thread_local! {
        /// Whether the test's device can be opened, and what its mixer was last told.
        static PLUGGED: Cell<bool> = const { Cell::new(false) };
        static TOLD: RefCell<Option<Receiver<Order>>> = const { RefCell::new(None) };
    }

    fn test_device(_: SyncSender<Command>) -> Result<Output, String> {
        if !PLUGGED.get() {
            return Err("unplugged".to_owned());
        }
        let (orders, receiver) = sync_channel(WAITING);
        TOLD.set(Some(receiver));
        Ok(Output {
            orders,
            rate: 44_100,
            _device: Box::new(()),
        })
    }

    fn player() -> (Player, Receiver<Command>, watch::Receiver<bool>) {
        let (ready, available) = watch::channel(false);
        let (commands, receiver) = sync_channel(WAITING);
        let wanted = Arc::new(Mutex::new(Wanted {
            music: Music::Silence,
            volume: 100,
        }));
        (
            Player::new(test_device, ready, commands, wanted, None),
            receiver,
            available,
        )
    }

    fn want(player: &mut Player, music: Music) {
        locked(&player.wanted).music = music;
        player.follow();
    }

    fn told() -> Vec<String> {
        let name = |order| match order {
            Order::Tune(slot, _) => format!("{slot:?}"),
            Order::Hush => "hush".to_owned(),
            Order::Effect(cue, _) => format!("{cue:?}"),
            Order::Volume(percent) => percent.to_string(),
            Order::Close => "close".to_owned(),
        };
        TOLD.with_borrow(|orders| {
            orders
                .iter()
                .flat_map(|orders| orders.try_iter().map(name).collect::<Vec<_>>())
                .collect()
        })
    }

    #[test]
    fn a_device_that_goes_is_told_and_the_next_tune_tries_again() {
        let (mut player, _commands, available) = player();
        PLUGGED.set(true);
        player.open();
        want(&mut player, Music::Lobby);
        assert!(*available.borrow());
        assert_eq!(told(), ["100", "Own(Lobby)"]);

        PLUGGED.set(false);
        player.lose(&DeviceError::new(ErrorKind::DeviceNotAvailable));
        assert!(!*available.borrow());
        player.cue(Cue::Win);
        player.follow();
        want(&mut player, Music::Chase);
        assert!(!*available.borrow(), "tried again, in vain");

        PLUGGED.set(true);
        want(&mut player, Music::Chase);
        assert!(!*available.borrow(), "the same tune is no reason to try");
        want(&mut player, Music::Finale);
        assert!(*available.borrow());
        assert_eq!(
            told(),
            ["100", "Own(Finale)"],
            "volume and tune are told to the new device"
        );
    }

    #[test]
    fn the_player_follows_the_last_wish_and_not_every_step_to_it() {
        let (mut player, _commands, _) = player();
        PLUGGED.set(true);
        player.open();
        want(&mut player, Music::Lobby);
        want(&mut player, Music::Lobby);
        want(&mut player, Music::Silence);
        player.cue(Cue::Reveal);
        locked(&player.wanted).volume = 30;
        want(&mut player, Music::Silence);
        assert_eq!(told(), ["100", "Own(Lobby)", "hush", "Reveal", "30"]);
    }

    #[test]
    fn one_clear_loss_or_a_storm_of_errors_mean_that_the_device_is_gone() {
        let (commands, lost) = sync_channel(WAITING);
        let mut watch = watchman(commands.clone());
        watch(DeviceError::new(ErrorKind::Xrun));
        assert!(lost.try_recv().is_err(), "one late buffer is nothing");
        watch(DeviceError::new(ErrorKind::DeviceNotAvailable));
        assert!(matches!(lost.try_recv(), Ok(Command::Lost(_))));
        let mut watch = watchman(commands);
        for _ in 0..TROUBLE + 2 {
            watch(DeviceError::new(ErrorKind::Xrun));
        }
        assert_eq!(lost.try_iter().count(), 1);
    }

    #[test]
    fn handles_never_wait_even_if_nobody_follows() {
        let (commands, _receiver) = sync_channel(WAITING);
        let wanted = Arc::new(Mutex::new(Wanted {
            music: Music::Silence,
            volume: 100,
        }));
        let (_, available) = watch::channel(false);
        let sound = Sound {
            player: Some(Arc::new(Reins {
                commands,
                wanted: wanted.clone(),
            })),
            available,
        };
        for _ in 0..3 * WAITING {
            sound.cue(Cue::Tick);
            sound.volume(200);
            sound.music(Music::Calm);
        }
        let last = *locked(&wanted);
        assert_eq!((last.music, last.volume), (Music::Calm, 100));
    }

    #[test]
    fn a_loop_goes_from_its_last_sample_to_its_first() {
        let (_, frames) = own(ogg("tick").unwrap()).unwrap();
        let once: Vec<Frame> = frames.collect();
        let twice: Vec<Frame> = looped("tick", 44_100).unwrap().take(2 * once.len()).collect();
        assert!(!once.is_empty() && twice[..once.len()] == once && twice[once.len()..] == once);
        assert!(once.len() == length_of(&ogg("tick").unwrap()).unwrap());
    }
}
