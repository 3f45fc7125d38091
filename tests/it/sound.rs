//! Sound: what the files are (long enough, small enough, gapless, no two alike, rendered from the scores beside them), and
//! what is really heard: ALSA's `file` plugin writes into a pipe what a loudspeaker would play, and the reader of the pipe
//! is the clock. The player runs in a child process, since ALSA reads its configuration once for a process.

use snowparty::appliance::sound;
use snowparty::game::{Cue, Music};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const RATE: usize = 44_100;
const TUNES: [Music; 10] = [
    Music::Lobby,
    Music::Calm,
    Music::Chase,
    Music::Finale,
    Music::Wonder,
    Music::Tense,
    Music::Danger,
    Music::Sorrow,
    Music::Merry,
    Music::Mystery,
];
const CUES: [Cue; 10] = [
    Cue::Join,
    Cue::Tick,
    Cue::Right,
    Cue::Wrong,
    Cue::Level,
    Cue::Lead,
    Cue::Hurry,
    Cue::Win,
    Cue::Gift,
    Cue::Reveal,
];

fn name(sound: impl serde::Serialize) -> String {
    serde_json::to_value(sound).unwrap().as_str().unwrap().to_owned()
}

/// The left and right samples of one of our sounds.
fn decoded(name: &str) -> Vec<[f32; 2]> {
    let wav = sound::wav(name).unwrap();
    let side = |bytes: &[u8]| f32::from(i16::from_le_bytes([bytes[0], bytes[1]])) / 32_768.0;
    wav[44..]
        .chunks_exact(4)
        .map(|frame| [side(frame), side(&frame[2..])])
        .collect()
}

/// A tune, decoded once for all tests.
fn tune(music: Music) -> &'static [[f32; 2]] {
    static HEARD: [OnceLock<Vec<[f32; 2]>>; TUNES.len()] = [const { OnceLock::new() }; TUNES.len()];
    let place = TUNES.iter().position(|tune| *tune == music).unwrap();
    HEARD[place].get_or_init(|| decoded(&name(music)))
}

fn tunes() -> impl Iterator<Item = (String, &'static [[f32; 2]])> {
    TUNES.into_iter().map(|music| (name(music), tune(music)))
}

fn rms(frames: &[[f32; 2]]) -> f32 {
    let power: f64 = frames.iter().flatten().map(|v| f64::from(v * v)).sum();
    (power / (2.0 * frames.len() as f64)).sqrt() as f32
}

fn sounds_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sounds")
}

#[test]
fn every_score_is_a_tune_or_an_effect_that_is_known_and_every_one_of_those_has_a_score() {
    let known: BTreeSet<String> = TUNES.map(name).into_iter().chain(CUES.map(name)).collect();
    for (folder, ending) in [("scores", "score"), ("ogg", "ogg")] {
        let files = std::fs::read_dir(sounds_folder().join(folder)).unwrap();
        let names = files.map(|file| file.unwrap().path());
        let there: BTreeSet<String> = names
            .filter(|path| path.extension().is_some_and(|end| end == ending))
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(there, known, "sounds/{folder}");
    }
}

fn score(name: &str) -> String {
    std::fs::read_to_string(sounds_folder().join("scores").join(format!("{name}.score"))).unwrap()
}

#[test]
fn every_tune_is_a_minute_of_three_voices_and_two_sections_and_all_together_are_small() {
    for name in TUNES.map(name) {
        let seconds = last_granule(&sound::ogg(&name).unwrap()) as f32 / RATE as f32;
        assert!((60.0..=90.0).contains(&seconds), "{name}: {seconds} s");
        let score = score(&name);
        let voices = score.lines().filter(|line| line.starts_with("voice ")).count();
        let form = score.lines().find_map(|line| line.strip_prefix("form")).unwrap();
        let sections: BTreeSet<&str> = form.split_whitespace().collect();
        assert!(
            voices >= 3 && sections.len() >= 2,
            "{name}: {voices} voices, {sections:?}"
        );
        assert!(
            score.lines().any(|line| line.starts_with("source ")),
            "{name} does not say where it is from"
        );
    }
    let sounds = TUNES.map(name).into_iter().chain(CUES.map(name));
    let bytes: usize = sounds
        .map(|name| sound::ogg(&name).unwrap_or_else(|| panic!("no {name}")).len())
        .sum();
    assert!(bytes < 8_000_000, "{bytes}");
    assert!(sound::ogg("silence").is_none() && sound::file("../README.md").is_none());
    assert_eq!(sound::file("tick.ogg").unwrap()[..4], *b"OggS");
}

/// One test, because the tunes are a quarter of an hour long and reading them takes time.
#[test]
fn every_tune_is_as_long_as_it_says_joins_without_a_click_and_is_as_loud_as_the_others() {
    let mut levels = Vec::new();
    for (name, frames) in tunes() {
        assert_eq!(frames.len(), last_granule(&sound::ogg(&name).unwrap()), "{name}");
        joins_without_a_click(&name, frames);
        assert!(frames.iter().flatten().all(|v| v.abs() < 0.999), "{name} clips");
        levels.push(20.0 * rms(frames).log10());
    }
    let (low, high) = levels
        .iter()
        .fold((0.0f32, -99.0f32), |(low, high), v| (low.min(*v), high.max(*v)));
    assert!(high - low < 4.0, "{levels:?}");
}

/// The step from the last sample to the first is one like those around it.
fn joins_without_a_click(name: &str, frames: &[[f32; 2]]) {
    let step = |a: [f32; 2], b: [f32; 2]| (a[0] - b[0]).abs().max((a[1] - b[1]).abs());
    let joint = step(*frames.last().unwrap(), frames[0]);
    let around = |i: usize| step(frames[i], frames[i + 1]);
    let last = frames.len() - 2;
    let near = (0..400).map(|i| around(i).max(around(last - i))).fold(0.0, f32::max);
    let largest = (0..=last).map(around).fold(0.0, f32::max);
    assert!(
        joint <= near.max(0.002),
        "{name}: a click of {joint} where the music moves by {near}"
    );
    assert!(joint < largest / 4.0, "{name}: {joint} of {largest}");
    let before = rms(&frames[frames.len() - 220..]);
    assert!(
        before > 1e-5 && rms(&frames[..220]) > 1e-5,
        "{name}: the tail is not carried over the joint"
    );
}

fn last_granule(ogg: &[u8]) -> usize {
    let page = ogg.windows(4).rposition(|bytes| bytes == b"OggS").unwrap();
    u64::from_le_bytes(ogg[page + 6..page + 14].try_into().unwrap()) as usize
}

#[test]
fn no_two_effects_are_alike() {
    let prints: Vec<(String, Vec<f32>)> = CUES
        .map(name)
        .map(|name| (name.clone(), print_of(&decoded(&name))))
        .to_vec();
    for (i, (a, x)) in prints.iter().enumerate() {
        for (b, y) in &prints[..i] {
            let alike: f32 = x.iter().zip(y).map(|(x, y)| x * y).sum();
            assert!(alike < 0.9, "{a} and {b} are alike to {alike}");
        }
    }
}

/// Loudness in 36 bands over ten slices of 0.12 s, as a direction.
fn print_of(frames: &[[f32; 2]]) -> Vec<f32> {
    let slice = RATE * 12 / 100;
    let left: Vec<f32> = frames
        .iter()
        .map(|frame| frame[0] + frame[1])
        .chain(std::iter::repeat(0.0))
        .take(10 * slice)
        .collect();
    let bands = (0..36).map(|band| 110.0 * 2f32.powf(band as f32 / 6.0));
    let mut print: Vec<f32> = bands
        .flat_map(|hz| left.chunks(slice).map(move |slice| power_at(slice, hz).powf(0.25)))
        .collect();
    let length = print.iter().map(|v| v * v).sum::<f32>().sqrt();
    print.iter_mut().for_each(|v| *v /= length);
    print
}

/// Goertzel's filter.
fn power_at(samples: &[f32], hz: f32) -> f32 {
    let c = 2.0 * (std::f32::consts::TAU * hz / RATE as f32).cos();
    let (a, b) = samples.iter().fold((0.0, 0.0), |(a, b), v| (v + c * a - b, a));
    (a * a + b * b - c * a * b).max(0.0) / samples.len() as f32
}

/// The renderer writes into each file the hash of what it was rendered from.
#[test]
fn every_file_is_rendered_from_the_score_beside_it() {
    for name in TUNES.map(name).into_iter().chain(CUES.map(name)) {
        let comment = format!("RENDERED_FROM={}", source_hash(&name));
        let ogg = sound::ogg(&name).unwrap();
        let fresh = ogg
            .windows(comment.len())
            .take(4096)
            .any(|bytes| bytes == comment.as_bytes());
        assert!(
            fresh,
            "sounds/ogg/{name}.ogg is older than its score or the renderer: node sounds/render.mjs {name}"
        );
    }
}

fn source_hash(name: &str) -> String {
    use sha2::Digest;
    let synth = ["instruments", "loudness", "random", "score", "space"].map(|part| format!("synth/{part}.mjs"));
    let files = [format!("scores/{name}.score"), "render.mjs".to_owned()]
        .into_iter()
        .chain(synth);
    let bytes: Vec<u8> = files
        .flat_map(|file| std::fs::read(sounds_folder().join(file)).unwrap())
        .collect();
    sha2::Sha256::digest(bytes)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn without_output_everything_is_silent_and_says_so() {
    let sound = sound::start(false, None);
    sound.music(Music::Lobby);
    sound.cue(Cue::Win);
    sound.volume(50);
    sound.stop();
    assert!(!sound.available() && !*sound.watch().borrow());
}

#[cfg(target_os = "linux")]
mod heard {
    use super::{Music, Path, PathBuf, decoded, rms, sound};
    use std::fs::{File, OpenOptions};
    use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
    use std::os::unix::fs::OpenOptionsExt;
    use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
    use std::time::{Duration, Instant};

    /// What the device may have taken in before an order reaches the mixer: the pipe, ALSA's buffers, the mixer's lead.
    const SLACK: f32 = 1.5;
    /// How long the player may say nothing before the test gives up.
    const PATIENCE: Duration = Duration::from_secs(30);
    const O_NONBLOCK: i32 = 0o4000;
    /// The device has a rate of its own, as most have; the player brings the tunes to it.
    const RATE: usize = 48_000;
    const RECORDER: &str = "{ type plug slave { pcm file format S16_LE channels 2 rate 48000 } }";

    /// A tune as this device should play it.
    fn tune(music: Music) -> Vec<[f32; 2]> {
        at_device_rate(super::tune(music))
    }

    /// From 44.1 to 48 kHz, by the straight line between two neighbours: another way than the player's.
    fn at_device_rate(frames: &[[f32; 2]]) -> Vec<[f32; 2]> {
        let between = |n: usize| {
            let (i, t) = (n * 147 / 160, (n * 147 % 160) as f32 / 160.0);
            [0, 1].map(|side| frames[i][side] * (1.0 - t) + frames[i + 1][side] * t)
        };
        (0..(frames.len() - 1) * 160 / 147).map(between).collect()
    }

    /// A loudspeaker that writes down what it plays.
    struct Loudspeaker {
        _folder: tempfile::TempDir,
        ear: File,
        player: Child,
        orders: ChildStdin,
        answers: BufReader<ChildStdout>,
        heard: Vec<[f32; 2]>,
    }

    impl Loudspeaker {
        fn new(device: &str, music: Option<&Path>) -> Self {
            let folder = tempfile::tempdir().unwrap();
            let pipe = folder.path().join("pipe");
            assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
            let config = folder.path().join("alsa.conf");
            let file = format!("pcm.file {{ type file slave.pcm null file {:?} format raw }}", pipe);
            std::fs::write(
                &config,
                format!("pcm.null {{ type null }}\n{file}\npcm.default {device}\n"),
            )
            .unwrap();
            let ear = listen(&pipe);
            let mut player = player(&config, music);
            let (orders, answers) = (
                player.stdin.take().unwrap(),
                BufReader::new(player.stdout.take().unwrap()),
            );
            Self {
                _folder: folder,
                ear,
                player,
                orders,
                answers,
                heard: Vec::new(),
            }
        }

        fn order(&mut self, order: &str) {
            writeln!(self.orders, "{order}").unwrap();
        }

        /// Whether the player says that it has a device.
        fn available(&mut self) -> bool {
            self.order("available");
            let answers = self.answers.by_ref().lines().map(Result::unwrap);
            let answer = answers.filter_map(|line| line.split_once("available: ").map(|(_, answer)| answer == "true"));
            answer.take(1).next().expect("the player has ended")
        }

        /// Reads the next `seconds` from the pipe and gives their place in all that was heard.
        fn hear(&mut self, seconds: f32) -> std::ops::Range<usize> {
            let start = self.heard.len();
            let mut bytes = vec![0; (seconds * RATE as f32) as usize * 4];
            read_patiently(&mut self.ear, &mut bytes);
            let side = |bytes: &[u8]| f32::from(i16::from_le_bytes([bytes[0], bytes[1]])) / 32_768.0;
            self.heard
                .extend(bytes.chunks_exact(4).map(|frame| [side(frame), side(&frame[2..])]));
            start..self.heard.len()
        }

        /// Takes from the pipe whatever comes, which may be nothing any more, until the player has no device.
        fn hear_out(&mut self) {
            let began = Instant::now();
            while self.available() {
                assert!(began.elapsed() < PATIENCE, "it goes on");
                let _: std::io::Result<usize> = self.ear.read(&mut [0; 16 * 1024]);
                std::thread::sleep(Duration::from_millis(2));
            }
        }
    }

    impl Drop for Loudspeaker {
        fn drop(&mut self) {
            let _ = self.player.kill();
            let _ = self.player.wait();
        }
    }

    /// Held open for writing too, so that the pipe does not end between two openings of the device.
    fn listen(pipe: &Path) -> File {
        OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(O_NONBLOCK)
            .open(pipe)
            .unwrap()
    }

    fn read_patiently(ear: &mut File, mut bytes: &mut [u8]) {
        let mut last = Instant::now();
        while !bytes.is_empty() {
            match ear.read(bytes) {
                Ok(n) => {
                    bytes = &mut bytes[n..];
                    last = Instant::now();
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock && last.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(2));
                }
                Err(error) => panic!("nothing is played: {error}"),
            }
        }
    }

    /// This test binary again, as the player: see `player_of_the_tests`.
    fn player(config: &Path, music: Option<&Path>) -> Child {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([
            "--exact",
            "sound::heard::player_of_the_tests",
            "--ignored",
            "--nocapture",
        ]);
        command
            .env("ALSA_CONFIG_PATH", config)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(folder) = music {
            command.env("SNOWPARTY_TEST_MUSIC", folder);
        }
        command.spawn().unwrap()
    }

    /// Not a test: the other process. It follows the lines that it is told.
    #[test]
    #[ignore = "is started by the other tests"]
    fn player_of_the_tests() {
        let music = std::env::var_os("SNOWPARTY_TEST_MUSIC").map(PathBuf::from);
        let sound = sound::start(true, music.as_deref());
        for line in std::io::stdin().lines().map_while(Result::ok) {
            let said: Vec<&str> = line.split(' ').collect();
            let word = |i: usize| serde_json::Value::from(said[i]);
            match said[0] {
                "music" => sound.music(serde_json::from_value(word(1)).unwrap()),
                "cue" => sound.cue(serde_json::from_value(word(1)).unwrap()),
                "volume" => sound.volume(said[1].parse().unwrap()),
                "stop" => sound.stop(),
                "available" => println!("\navailable: {}", sound.available()),
                other => panic!("{other}?"),
            }
        }
    }

    fn dot(a: &[[f32; 2]], b: &[[f32; 2]]) -> f64 {
        a.iter().zip(b).map(|(a, b)| f64::from(a[0] * b[0] + a[1] * b[1])).sum()
    }

    /// How alike two stretches are, whatever their loudness: 1 for the same, about 0 for strangers.
    fn likeness(a: &[[f32; 2]], b: &[[f32; 2]]) -> f64 {
        let b = &b[..a.len()];
        dot(a, b) / (dot(a, a) * dot(b, b)).sqrt().max(1e-12)
    }

    /// Where in `tune` the stretch `piece` is from, among its first `seconds`: the clearest of the likely places.
    fn place(piece: &[[f32; 2]], tune: &[[f32; 2]], seconds: f32) -> (usize, f64) {
        let clue = &piece[..300];
        let offsets = 0..at(seconds).min(tune.len() - piece.len());
        let mut likely: Vec<(usize, f64)> = offsets.map(|from| (from, likeness(clue, &tune[from..]))).collect();
        likely.sort_by(|a, b| b.1.total_cmp(&a.1));
        let clear = likely
            .iter()
            .take(60)
            .map(|(from, _)| (*from, likeness(piece, &tune[*from..])));
        clear.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap()
    }

    /// How loud `a` and `b` are in `mix`, by least squares.
    fn gains(mix: &[[f32; 2]], a: &[[f32; 2]], b: &[[f32; 2]]) -> (f64, f64) {
        let (a, b) = (&a[..mix.len()], &b[..mix.len()]);
        let (aa, bb, ab, ma, mb) = (dot(a, a), dot(b, b), dot(a, b), dot(mix, a), dot(mix, b));
        let d = aa * bb - ab * ab;
        ((ma * bb - mb * ab) / d, (mb * aa - ma * ab) / d)
    }

    const fn at(seconds: f32) -> usize {
        (seconds * RATE as f32) as usize
    }

    #[test]
    fn the_lobby_is_heard_then_an_effect_over_it_then_the_finale_at_half_volume_then_nothing() {
        let (lobby, finale) = (tune(Music::Lobby), tune(Music::Finale));
        let win = at_device_rate(&decoded("win"));
        let mut speaker = Loudspeaker::new(RECORDER, None);
        let before = speaker.hear(0.5);
        assert!(speaker.available());
        assert_eq!(
            rms(&speaker.heard[before]),
            0.0,
            "nothing is heard before it is asked for"
        );

        speaker.order("music lobby");
        speaker.hear(SLACK + 1.5);
        let start = speaker
            .heard
            .iter()
            .position(|frame| *frame != [0.0; 2])
            .expect("silence");
        let (place_in_lobby, alike) = place(&speaker.heard[start + at(0.1)..][..at(1.0)], &lobby, 0.3);
        assert!(alike > 0.99, "what is heard is not the lobby: {alike}");
        let start = start + at(0.1) - place_in_lobby;

        speaker.order("cue win");
        let struck = speaker.hear(SLACK + 1.5);
        // What remains when a lobby nine decibels down is taken away: where the effect's first second lies in it.
        let rest: Vec<[f32; 2]> = struck
            .clone()
            .map(|i| [0, 1].map(|side| speaker.heard[i][side] - 0.355 * lobby[i - start][side]))
            .collect();
        let (offset, alike) = place(&win[at(0.2)..at(1.0)], &rest, SLACK + 0.5);
        assert!(alike > 0.99, "what is heard over the lobby is not the effect: {alike}");
        let from = struck.start + offset;
        let window = &speaker.heard[from..from + at(0.5)];
        let (music, effect) = gains(window, &lobby[from - start..], &win[at(0.2)..]);
        let duck = 20.0 * music.log10();
        assert!(
            (effect - 1.0).abs() < 0.05 && (duck + 9.0).abs() < 0.7,
            "ducked by {duck:.2} dB under {effect:.3}"
        );

        speaker.order("volume 50");
        speaker.order("music finale");
        let changed = speaker.hear(SLACK + 5.0);
        let end = &speaker.heard[changed.end - at(1.0)..];
        let (place_in_finale, alike) = place(end, &finale, 6.0);
        assert!(alike > 0.99, "what is heard is not the finale: {alike}");
        let gain = dot(end, &finale[place_in_finale..]) / dot(end, end);
        assert!(
            (gain - 4.0).abs() < 0.05,
            "half the volume is a quarter of the amplitude, not 1/{gain:.2}"
        );
        let still_lobby = likeness(end, &lobby[changed.end - at(1.0) - start..]);
        assert!(still_lobby.abs() < 0.3, "the lobby is still heard: {still_lobby}");

        speaker.order("stop");
        speaker.hear_out();
    }

    #[test]
    fn the_hosts_own_songs_replace_ours_and_what_cannot_be_played_is_skipped() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("1 broken.mp3"), [0xff; 3000]).unwrap();
        std::fs::write(folder.path().join("2 empty.flac"), []).unwrap();
        std::fs::write(folder.path().join("3 song.ogg"), &*sound::ogg("calm").unwrap()).unwrap();
        let mut speaker = Loudspeaker::new(RECORDER, Some(folder.path()));
        speaker.order("music lobby");
        let heard = speaker.hear(SLACK + 3.0);
        let piece = &speaker.heard[heard.end - at(1.0)..];
        let (_, alike) = place(piece, &tune(Music::Calm), 6.0);
        assert!(alike > 0.99, "the host's song is not heard: {alike}");
    }

    #[test]
    fn a_machine_without_a_device_says_so_and_goes_on() {
        let mut speaker = Loudspeaker::new("{ type hw card 7 }", None);
        speaker.order("music lobby");
        speaker.order("cue win");
        assert!(!speaker.available());
        speaker.order("music finale");
        assert!(!speaker.available());
    }
}
