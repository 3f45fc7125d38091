//! The mixer: tunes that fade into each other, effects on top that duck them, one volume. Pure: frames come in as iterators,
//! samples go out, orders arrive by a channel; it knows no files, no decoder and no device, so tests pull it by hand.

use super::Slot;
use crate::game::Cue;
use std::f32::consts::FRAC_PI_2;
use std::sync::mpsc::Receiver;

/// Left and right, −1 to 1.
pub type Frame = [f32; 2];

/// A sound at the mixer's rate. It may be endless.
pub type Frames = Box<dyn Iterator<Item = Frame> + Send>;

/// Seconds from one tune to the next.
const CROSS_FADE: f32 = 0.8;
/// Seconds in which a tune rises out of silence: its first stroke is to be heard.
const RISE: f32 = 0.02;
/// Seconds in which everything ends.
const CLOSE: f32 = 0.15;
/// The music under an effect: −9 dB.
const DUCKED: f32 = 0.354_813_4;
/// Seconds down to it and back.
const DUCK_DOWN: f32 = 0.03;
const DUCK_UP: f32 = 0.3;
/// An effect louder than this (−34 dB) keeps the music down.
const AUDIBLE: f32 = 0.02;
/// Seconds that the music stays down after an effect was last audible.
const HOLD: f32 = 0.08;
/// Seconds in which a volume is reached.
const GLIDE: f32 = 0.06;
/// Room for every tune of ours and the host's: the device's thread is not to wait for memory.
const DECKS: usize = 16;
/// Effects at once; more are not heard anyway.
const EFFECTS: usize = 12;
/// The same effect again within so many seconds is one effect: sixty guests join, one chord is struck.
const SAME: f32 = 0.06;
/// Orders are looked for every so many frames, some 1.5 ms.
const GLANCE: u32 = 64;
/// Above this, peaks are rounded off.
const KNEE: f32 = 0.85;

/// What the player asks of the mixer.
pub enum Order {
    /// Fade over to this tune. If it lies where it was left, it goes on from there (but a finale always begins anew).
    Tune(Slot, Frames),
    /// Fade the music out.
    Hush,
    /// Play an effect over it.
    Effect(Cue, Frames),
    /// Percent, 0 to 100.
    Volume(u8),
    /// Fade everything out, for good.
    Close,
}

/// A value on a straight way to its goal.
#[derive(Clone, Copy)]
struct Ramp {
    now: f32,
    goal: f32,
    step: f32,
}

impl Ramp {
    const fn at(now: f32) -> Self {
        Self {
            now,
            goal: now,
            step: 0.0,
        }
    }

    /// Goes to `goal`; from end to end it would take `seconds`.
    fn go(&mut self, goal: f32, span: f32, seconds: f32, rate: f32) {
        self.goal = goal;
        self.step = span / (seconds * rate);
    }

    fn next(&mut self) -> f32 {
        let way = self.goal - self.now;
        self.now += way.clamp(-self.step, self.step);
        self.now
    }

    fn arrived(&self) -> bool {
        self.now == self.goal
    }
}

/// A tune on its turntable: heard, fading, or standing still where it was left.
struct Deck {
    slot: Slot,
    frames: Frames,
    fade: Ramp,
}

impl Deck {
    fn silent(&self) -> bool {
        self.fade.now == 0.0 && self.fade.goal == 0.0
    }

    /// The next frame, faded with equal power; `None` when the tune has ended.
    fn next(&mut self) -> Option<Frame> {
        if self.silent() {
            return Some([0.0; 2]);
        }
        let gain = (self.fade.next() * FRAC_PI_2).sin();
        self.frames.next().map(|frame| frame.map(|v| v * gain))
    }
}

struct Effect {
    cue: Cue,
    frames: Frames,
    age: u32,
}

/// Mixes; an endless iterator of interleaved stereo samples.
pub struct Mixer {
    rate: f32,
    orders: Receiver<Order>,
    decks: Vec<Deck>,
    effects: Vec<Effect>,
    /// In decibels of the duck's depth: 0 is up, 1 is down.
    duck: Ramp,
    hold: u32,
    volume: Ramp,
    closing: bool,
    glance: u32,
    right: Option<f32>,
}

impl Mixer {
    /// A silent mixer at `rate` frames a second, at full volume.
    pub fn new(rate: u32, orders: Receiver<Order>) -> Self {
        Self {
            rate: rate as f32,
            orders,
            decks: Vec::with_capacity(DECKS),
            effects: Vec::with_capacity(EFFECTS),
            duck: Ramp::at(0.0),
            hold: 0,
            volume: Ramp::at(1.0),
            closing: false,
            glance: 0,
            right: None,
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Tune(slot, frames) => self.tune(slot, frames),
            Order::Hush => self.fade_others(None),
            Order::Effect(cue, frames) => self.effect(cue, frames),
            // Loudness is heard as the square of the slider.
            Order::Volume(percent) => self.glide((f32::from(percent.min(100)) / 100.0).powi(2), GLIDE),
            Order::Close => {
                self.closing = true;
                self.glide(0.0, CLOSE);
            }
        }
    }

    fn glide(&mut self, goal: f32, seconds: f32) {
        let goal = if self.closing { 0.0 } else { goal };
        self.volume.go(goal, 1.0, seconds, self.rate);
    }

    fn tune(&mut self, slot: Slot, frames: Frames) {
        let heard = self.decks.iter().any(|deck| deck.slot != slot && !deck.silent());
        let rise = if heard { CROSS_FADE } else { RISE };
        self.fade_others(Some(slot));
        if slot.begins_anew() {
            // The old performance, if it still fades, may not rise again.
            self.decks.retain(|deck| deck.slot != slot);
        }
        if !self.decks.iter().any(|deck| deck.slot == slot) {
            self.decks.push(Deck {
                slot,
                frames,
                fade: Ramp::at(0.0),
            });
        }
        let rate = self.rate;
        for deck in self.decks.iter_mut().filter(|deck| deck.slot == slot) {
            deck.fade.go(1.0, 1.0, rise, rate);
        }
    }

    fn fade_others(&mut self, slot: Option<Slot>) {
        let rate = self.rate;
        for deck in self.decks.iter_mut().filter(|deck| Some(deck.slot) != slot) {
            deck.fade.go(0.0, 1.0, CROSS_FADE, rate);
        }
    }

    fn effect(&mut self, cue: Cue, frames: Frames) {
        let young = (SAME * self.rate) as u32;
        let doubled = self
            .effects
            .iter()
            .any(|effect| effect.cue == cue && effect.age < young);
        if !doubled && self.effects.len() < EFFECTS {
            self.effects.push(Effect { cue, frames, age: 0 });
        }
    }

    fn music(&mut self) -> Frame {
        let mut sum = [0.0; 2];
        self.decks
            .retain_mut(|deck| deck.next().map(|frame| add(&mut sum, frame)).is_some());
        sum
    }

    fn overlay(&mut self) -> Frame {
        let mut sum = [0.0; 2];
        self.effects.retain_mut(|effect| {
            effect.age = effect.age.saturating_add(1);
            effect.frames.next().map(|frame| add(&mut sum, frame)).is_some()
        });
        sum
    }

    /// How far the music is down for what the effects do now: straight in decibels, which is how it is heard.
    fn ducking(&mut self, effects: Frame) -> f32 {
        if effects[0].abs().max(effects[1].abs()) > AUDIBLE {
            self.hold = (HOLD * self.rate) as u32;
        }
        self.hold = self.hold.saturating_sub(1);
        let (goal, seconds) = if self.hold > 0 {
            (1.0, DUCK_DOWN)
        } else {
            (0.0, DUCK_UP)
        };
        if self.duck.goal != goal || !self.duck.arrived() {
            self.duck.go(goal, 1.0, seconds, self.rate);
        }
        DUCKED.powf(self.duck.next())
    }

    fn frame(&mut self) -> Frame {
        if self.glance == 0 {
            self.glance = GLANCE;
            while let Ok(order) = self.orders.try_recv() {
                self.obey(order);
            }
        }
        self.glance -= 1;
        let music = self.music();
        let effects = self.overlay();
        let duck = self.ducking(effects);
        let volume = self.volume.next();
        [0, 1].map(|side| round_off((music[side] * duck + effects[side]) * volume))
    }
}

fn add(sum: &mut Frame, frame: Frame) {
    sum[0] += frame[0];
    sum[1] += frame[1];
}

/// Straight up to the knee, then bent so that nothing passes 1.
fn round_off(v: f32) -> f32 {
    let over = v.abs() - KNEE;
    if over <= 0.0 {
        v
    } else {
        (KNEE + (1.0 - KNEE) * (over / (1.0 - KNEE)).tanh()).copysign(v)
    }
}

impl Iterator for Mixer {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if let Some(right) = self.right.take() {
            return Some(right);
        }
        let [left, right] = self.frame();
        self.right = Some(right);
        Some(left)
    }
}

/// Brings a sound from one rate to another, by cubic interpolation through four neighbours.
pub fn fit(frames: Frames, from: u32, to: u32) -> Frames {
    if from == to {
        frames
    } else {
        Box::new(Fitted::new(frames, f64::from(from) / f64::from(to)))
    }
}

struct Fitted {
    frames: Frames,
    near: [Frame; 4],
    /// Between `near[1]` and `near[2]`.
    at: f64,
    step: f64,
    /// Frames still to be given after the source has ended.
    rest: Option<u8>,
}

impl Fitted {
    fn new(mut frames: Frames, step: f64) -> Self {
        let first = frames.next();
        let second = frames.next().unwrap_or_default();
        let third = frames.next().unwrap_or_default();
        let rest = if first.is_none() { Some(0) } else { None };
        let first = first.unwrap_or_default();
        Self {
            frames,
            near: [first, first, second, third],
            at: 0.0,
            step,
            rest,
        }
    }

    /// Moves one frame on; `None` when nothing is left.
    fn shift(&mut self) -> Option<()> {
        let new = match (self.rest, self.frames.next()) {
            (Some(0), _) => return None,
            (Some(n), _) => {
                self.rest = Some(n - 1);
                [0.0; 2]
            }
            (None, Some(frame)) => frame,
            (None, None) => {
                self.rest = Some(1);
                [0.0; 2]
            }
        };
        self.near.rotate_left(1);
        self.near[3] = new;
        Some(())
    }
}

impl Iterator for Fitted {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        while self.at >= 1.0 {
            self.at -= 1.0;
            self.shift()?;
        }
        if self.rest == Some(0) {
            return None;
        }
        let t = self.at as f32;
        self.at += self.step;
        let [a, b, c, d] = self.near;
        Some([0, 1].map(|side| hermite([a[side], b[side], c[side], d[side]], t)))
    }
}

/// Catmull–Rom: the curve through four values, between the second and the third.
fn hermite([a, b, c, d]: [f32; 4], t: f32) -> f32 {
    let c1 = 0.5 * (c - a);
    let c2 = a - 2.5 * b + 2.0 * c - 0.5 * d;
    let c3 = 0.5 * (d - a) + 1.5 * (b - c);
    ((c3 * t + c2) * t + c1) * t + b
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::Music;
    use std::sync::mpsc::{SyncSender, sync_channel};

    const RATE: u32 = 44_100;
    const LOBBY: Slot = Slot::Own(Music::Lobby);
    const CHASE: Slot = Slot::Own(Music::Chase);
    const FINALE: Slot = Slot::Own(Music::Finale);

    fn desk() -> (SyncSender<Order>, Mixer) {
        let (orders, receiver) = sync_channel(16);
        (orders, Mixer::new(RATE, receiver))
    }

    fn steady(value: f32) -> Frames {
        Box::new(std::iter::repeat([value; 2]))
    }

    fn lasting(value: f32, seconds: f32) -> Frames {
        Box::new(std::iter::repeat_n([value; 2], (seconds * RATE as f32) as usize))
    }

    /// Counts its frames in its samples, so that a place in it can be read from a sample.
    fn counting() -> Frames {
        Box::new((0..).map(|n| [n as f32 * 1e-6; 2]))
    }

    /// The left samples of the next `seconds`.
    fn hear(mixer: &mut Mixer, seconds: f32) -> Vec<f32> {
        mixer.take(2 * (seconds * RATE as f32) as usize).step_by(2).collect()
    }

    fn largest_jump(samples: &[f32]) -> f32 {
        samples
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).abs())
            .fold(0.0, f32::max)
    }

    #[test]
    fn nothing_sounds_before_it_is_asked_for() {
        let (orders, mut mixer) = desk();
        assert!(hear(&mut mixer, 0.5).iter().all(|v| *v == 0.0));
        orders.send(Order::Tune(LOBBY, steady(0.5))).unwrap();
        assert!((hear(&mut mixer, 0.5).last().unwrap() - 0.5).abs() < 1e-6);
    }

    #[test]
    fn an_effect_ducks_the_music_by_nine_decibels_and_lets_it_up_again() {
        let (orders, mut mixer) = desk();
        orders.send(Order::Tune(LOBBY, steady(0.5))).unwrap();
        hear(&mut mixer, 0.2);
        orders.send(Order::Effect(Cue::Right, lasting(0.1, 0.5))).unwrap();
        let during = hear(&mut mixer, 0.5);
        let after = hear(&mut mixer, 0.5);
        let at = |seconds: f32| during[(seconds * RATE as f32) as usize] - 0.1;
        let decibels = 20.0 * (at(0.1) / 0.5).log10();
        assert!((decibels + 9.0).abs() < 0.1, "{decibels}");
        assert!(
            at(0.005) > at(0.015) && at(0.015) > at(0.028),
            "straight down within 30 ms"
        );
        assert!(at(0.034) < 0.5 * 0.36);
        assert!(after[(0.2 * RATE as f32) as usize] < 0.4, "still on its way up");
        assert!(
            (after[(0.42 * RATE as f32) as usize] - 0.5).abs() < 1e-4,
            "up again after the hold and 300 ms"
        );
    }

    #[test]
    fn tunes_cross_over_with_equal_power_and_without_a_step() {
        let (orders, mut mixer) = desk();
        orders.send(Order::Tune(LOBBY, steady(0.4))).unwrap();
        hear(&mut mixer, 0.2);
        orders.send(Order::Tune(CHASE, steady(-0.4))).unwrap();
        let cross = hear(&mut mixer, 1.0);
        assert!((cross[0] - 0.4).abs() < 1e-3 && (cross.last().unwrap() + 0.4).abs() < 1e-6);
        assert!(
            cross[(0.4 * RATE as f32) as usize].abs() < 0.01,
            "half-way, both are equally loud"
        );
        assert!(cross[(0.78 * RATE as f32) as usize] > -0.4, "not before 0.8 s");
        assert!(largest_jump(&cross) < 1e-4);
    }

    #[test]
    fn a_tune_goes_on_where_it_was_left_and_a_finale_begins_anew() {
        for (slot, resumes) in [(LOBBY, true), (FINALE, false)] {
            let (orders, mut mixer) = desk();
            orders.send(Order::Tune(slot, counting())).unwrap();
            hear(&mut mixer, 1.0);
            orders.send(Order::Hush).unwrap();
            assert_eq!(hear(&mut mixer, 3.0).last(), Some(&0.0));
            orders.send(Order::Tune(slot, counting())).unwrap();
            let place = hear(&mut mixer, 0.1).last().unwrap() * 1e6 / RATE as f32;
            assert!((place - if resumes { 1.9 } else { 0.1 }).abs() < 0.01, "{place}");
        }
    }

    #[test]
    fn a_finale_asked_for_again_while_it_fades_is_heard_once() {
        let (orders, mut mixer) = desk();
        for _ in 0..3 {
            orders.send(Order::Tune(FINALE, steady(0.2))).unwrap();
            hear(&mut mixer, 0.1);
            orders.send(Order::Hush).unwrap();
            hear(&mut mixer, 0.1);
        }
        orders.send(Order::Tune(FINALE, steady(0.2))).unwrap();
        assert!((hear(&mut mixer, 1.0).last().unwrap() - 0.2).abs() < 1e-6);
    }

    #[test]
    fn the_same_effect_at_once_is_one_and_a_crowd_of_effects_is_bounded() {
        let (orders, mut mixer) = desk();
        orders.send(Order::Effect(Cue::Join, lasting(0.1, 1.0))).unwrap();
        orders.send(Order::Effect(Cue::Join, lasting(0.1, 1.0))).unwrap();
        assert!((hear(&mut mixer, 0.05).last().unwrap() - 0.1).abs() < 1e-6);
        for _ in 0..40 {
            orders.send(Order::Effect(Cue::Tick, lasting(0.01, 9.0))).unwrap();
            hear(&mut mixer, 0.07);
        }
        assert!(hear(&mut mixer, 0.01)[0] < 0.01 * EFFECTS as f32 + 0.1);
    }

    #[test]
    fn volume_glides_and_nothing_passes_full_scale() {
        let (orders, mut mixer) = desk();
        orders.send(Order::Tune(LOBBY, steady(0.8))).unwrap();
        hear(&mut mixer, 0.1);
        orders.send(Order::Volume(50)).unwrap();
        let down = hear(&mut mixer, 0.1);
        assert!(largest_jump(&down) < 1e-3);
        assert!(
            (down.last().unwrap() - 0.2).abs() < 1e-6,
            "half the slider is a quarter of the amplitude"
        );
        orders.send(Order::Volume(100)).unwrap();
        orders.send(Order::Effect(Cue::Win, lasting(3.0, 0.3))).unwrap();
        assert!(hear(&mut mixer, 0.4).iter().all(|v| v.abs() <= 1.0));
    }

    #[test]
    fn closing_is_quick_and_final() {
        let (orders, mut mixer) = desk();
        orders.send(Order::Tune(LOBBY, steady(0.5))).unwrap();
        hear(&mut mixer, 0.1);
        orders.send(Order::Close).unwrap();
        orders.send(Order::Volume(100)).unwrap();
        assert_eq!(hear(&mut mixer, 0.2).last(), Some(&0.0));
    }

    #[test]
    fn a_sine_survives_another_rate() {
        let sine = |rate: f64| move |n: u32| [(f64::from(n) * 440.0 * std::f64::consts::TAU / rate).sin() as f32; 2];
        let fitted: Vec<Frame> = fit(Box::new((0..44_100).map(sine(44_100.0))), 44_100, 48_000).collect();
        assert!(fitted.len().abs_diff(48_000) <= 2, "{}", fitted.len());
        let worst = fitted[10..47_900]
            .iter()
            .zip(10..)
            .map(|(frame, n)| (frame[0] - sine(48_000.0)(n)[0]).abs());
        assert!(worst.fold(0.0, f32::max) < 1e-3);
        assert_eq!(fit(Box::new(std::iter::empty()), 44_100, 48_000).count(), 0);
    }
}
