// The orchestra. Each instrument turns one note `{midi, length, loud}` into samples, mono (an array) or stereo (two),
// as long as the note rings. Instruments know nothing of scores, rooms or each other.

import { noise } from './random.mjs';

const hertz = (midi) => 440 * 2 ** ((midi - 69) / 12);
const TAU = 2 * Math.PI;

/** The gain of a sample that a struck or bowed note of this loudness reaches. */
const force = (loud) => loud ** 1.2;

/** Adds a sine that falls by 60 dB within `t60` seconds: a two-pole resonator, two multiplications a sample. */
function ring(out, rate, { at = 0, hz, gain, t60, phase = 0 }) {
  if (hz > rate * 0.46 || gain < 1e-5) return;
  const r = 10 ** (-3 / (rate * t60));
  const w = (TAU * hz) / rate;
  const [c1, c2] = [2 * r * Math.cos(w), r * r];
  let [y1, y2] = [(gain * Math.sin(phase - w)) / r, (gain * Math.sin(phase - 2 * w)) / (r * r)];
  const end = Math.min(out.length, at + Math.ceil(rate * t60 * 1.1));
  for (let i = at; i < end; i++) {
    const y = c1 * y1 - c2 * y2;
    [y2, y1] = [y1, y];
    out[i] += y;
  }
}

/** Adds noise through a band-pass around `hz`, with a straight attack and an exponential fall. */
function puff(out, rate, rng, { at = 0, hz, q = 1, gain, attack = 0.001, t60 }) {
  const w = (TAU * Math.min(hz, rate * 0.45)) / rate;
  const alpha = Math.sin(w) / (2 * q);
  const [b, a1, a2] = [alpha / (1 + alpha), (-2 * Math.cos(w)) / (1 + alpha), (1 - alpha) / (1 + alpha)];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  const rise = Math.max(1, Math.round(attack * rate));
  const r = 10 ** (-3 / (rate * t60));
  let envelope = 1;
  const end = Math.min(out.length, at + rise + Math.ceil(rate * t60));
  for (let i = at; i < end; i++) {
    const x = noise(rng);
    const y = b * (x - x2) - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    if (i - at >= rise) envelope *= r;
    out[i] += y * gain * (i - at < rise ? (i - at) / rise : envelope);
  }
}

const silence = (seconds, rate) => new Float32Array(Math.ceil(seconds * rate));

/** Rounds the first two milliseconds, so that no strike clicks. */
function soften(out, rate, seconds = 0.002) {
  const n = Math.round(seconds * rate);
  for (let i = 0; i < n && i < out.length; i++) out[i] *= 0.5 - 0.5 * Math.cos((Math.PI * i) / n);
  return out;
}

/** Closes a note that its player damps: half a cosine from `at` for `seconds`. */
function damp(out, rate, at, seconds) {
  const [from, n] = [Math.round(at * rate), Math.round(seconds * rate)];
  for (let i = from; i < out.length; i++) {
    out[i] *= i < from + n ? 0.5 + 0.5 * Math.cos((Math.PI * (i - from)) / n) : 0;
  }
  return out;
}

/** Steel bars over wooden boxes: a round fundamental, quickly fading partials, a felt hammer. */
function celesta({ midi, loud }, rate, rng) {
  const hz = hertz(midi);
  const long = 1.9 * (523 / hz) ** 0.45;
  const out = silence(long * 1.05, rate);
  const g = 0.34 * force(loud);
  const partials = [[1, 1, 1], [2.003, 0.1 + 0.1 * loud, 0.55], [3.01, 0.05 * loud, 0.4], [4.07, 0.26 * loud, 0.3],
    [6.72, 0.1 * loud * loud, 0.16], [9.4, 0.07 * loud * loud, 0.1]];
  for (const [ratio, gain, time] of partials) {
    ring(out, rate, { hz: hz * ratio * (1 + 0.0004 * noise(rng)), gain: g * gain, t60: long * time });
  }
  puff(out, rate, rng, { hz: 1900, q: 0.8, gain: g * 0.12, t60: 0.035 });
  return soften(out, rate, 0.0015);
}

/** Steel bars struck hard: the partials of a free bar. */
function glockenspiel({ midi, loud }, rate, rng) {
  const hz = hertz(midi);
  const long = 2.2 * (1047 / hz) ** 0.4;
  const out = silence(long * 1.05, rate);
  const g = 0.3 * force(loud);
  for (const [ratio, gain, time] of [[1, 1, 1], [2.756, 0.32 * loud, 0.35], [5.404, 0.16 * loud, 0.14]]) {
    ring(out, rate, { hz: hz * ratio, gain: g * gain, t60: long * time });
  }
  puff(out, rate, rng, { hz: 5200, q: 0.7, gain: g * 0.14, t60: 0.02 });
  return soften(out, rate, 0.0008);
}

/** A Karplus–Strong string. `bright` is how little each round darkens, `pick` where it is plucked, `t60` at middle C. */
function string(hz, seconds, rate, rng, { bright, pick, t60, loud }) {
  const out = silence(seconds, rate);
  const darken = 0.5 * (1 - bright);
  const period = rate / hz - darken;
  const n = Math.floor(period - 0.1);
  const tune = period - n;
  const allpass = (1 - tune) / (1 + tune);
  const loss = 10 ** ((-3 * period) / (rate * t60 * (262 / hz) ** 0.5));
  const line = pluckShape(n, rng, pick, 0.15 + 0.75 * loud * bright);
  let [last, x1, y1] = [0, 0, 0];
  for (let i = 0, at = 0; i < out.length; i++, at = at + 1 === n ? 0 : at + 1) {
    const now = line[at];
    out[i] = now;
    const low = loss * ((1 - darken) * now + darken * last);
    last = now;
    const y = allpass * low + x1 - allpass * y1;
    [x1, y1] = [low, y];
    line[at] = y;
  }
  return out;
}

/** A burst of noise as the finger leaves it: filtered by how hard, hollow where it is plucked, without a mean. */
function pluckShape(n, rng, pick, open) {
  const raw = new Float64Array(n);
  let low = 0;
  for (let i = -n; i < n; i++) {
    low += open * (noise(rng) - low);
    if (i >= 0) raw[i] = low;
  }
  const shift = Math.max(1, Math.round(n * pick));
  const comb = raw.map((v, i) => v - raw[(i + n - shift) % n]);
  const mean = comb.reduce((a, b) => a + b, 0) / n;
  const power = Math.sqrt(comb.reduce((a, b) => a + (b - mean) ** 2, 0) / n);
  return comb.map((v) => (v - mean) / (power || 1));
}

function plucked(note, rate, rng, kind) {
  const hz = hertz(note.midi);
  const seconds = Math.min(kind.t60 * (262 / hz) ** 0.5, 4) * 0.85;
  const out = string(hz, seconds, rate, rng, { ...kind, loud: note.loud });
  const g = kind.gain * force(note.loud);
  for (let i = 0; i < out.length; i++) out[i] *= g;
  for (const [at, q, gain] of kind.body) resonate(out, rate, at, q, gain);
  damp(out, rate, Math.min(seconds - 0.06, Math.max(note.length + kind.hold, 0.08)), 0.06 + kind.hold * 0.2);
  return soften(out, rate, 0.0012);
}

/** A peaking filter in place: the wood around a string. */
function resonate(out, rate, hz, q, db) {
  const a = 10 ** (db / 40);
  const w = (TAU * hz) / rate;
  const alpha = Math.sin(w) / (2 * q);
  const a0 = 1 + alpha / a;
  const [b0, b1, b2, a2] = [(1 + alpha * a) / a0, (-2 * Math.cos(w)) / a0, (1 - alpha * a) / a0, (1 - alpha / a) / a0];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < out.length; i++) {
    const x = out[i];
    const y = b0 * x + b1 * x1 + b2 * x2 - b1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[i] = y;
  }
}

const HARP = { bright: 0.62, pick: 0.42, t60: 3.2, gain: 0.105, hold: 0.9, body: [[190, 1.2, 4], [420, 1.5, 2]] };
const PIZZICATO = { bright: 0.3, pick: 0.22, t60: 0.62, gain: 0.15, hold: 0.35, body: [[280, 1.4, 6], [900, 1.5, 3]] };
const BALALAIKA = { bright: 0.8, pick: 0.13, t60: 1.1, gain: 0.085, hold: 0.12, body: [[520, 1.3, 5], [1500, 1.2, 4]] };
const DOUBLE_BASS = { bright: 0.16, pick: 0.3, t60: 1.15, gain: 0.2, hold: 0.2, body: [[98, 1, 5], [220, 1.2, 2]] };

/** One period of a sum of sines; `shape(k)` is the gain of the kth. */
const tables = new Map();
function table(name, hz, rate, shape) {
  const top = Math.max(1, Math.min(48, Math.floor((rate * 0.4) / hz)));
  const key = `${name}/${hz.toFixed(2)}`;
  if (tables.has(key)) return tables.get(key);
  const wave = new Float32Array(2049);
  for (let k = 1; k <= top; k++) {
    const gain = shape(k, hz);
    if (gain > 1e-4) for (let i = 0; i < 2049; i++) wave[i] += gain * Math.sin((TAU * k * i) / 2048);
  }
  tables.set(key, wave);
  return wave;
}

/** Reads a table at `phase` in [0, 1). */
function wave(samples, phase) {
  const at = phase * 2048;
  const i = at | 0;
  return samples[i] + (samples[i + 1] - samples[i]) * (at - i);
}

/** Attack, hold, release of a bowed or blown note. `sink` is where a held note settles. */
function breath(t, length, { attack, release, sink = 1, settle = 0.4 }) {
  const held = Math.min(t, length);
  const up = held < attack ? Math.sin((Math.PI / 2) * (held / attack)) ** 2 : 1;
  const body = sink + (1 - sink) * Math.exp(-Math.max(0, held - attack) / settle);
  return up * body * (t > length ? 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, (t - length) / release)) : 1);
}

/** A desk of players: each a little out of tune, with a vibrato of its own, on a seat of its own. */
function desk({ midi, length, loud }, rate, rng, kind) {
  const hz = hertz(midi);
  const [dark, light] = [table(`${kind.name} dark`, hz, rate, kind.dark), table(`${kind.name} light`, hz, rate, kind.light)];
  const total = Math.ceil((length + kind.release) * rate);
  const [left, right] = [new Float32Array(total), new Float32Array(total)];
  for (let n = 0; n < kind.players; n++) {
    const seat = kind.players === 1 ? 0 : (n / (kind.players - 1)) * 2 - 1;
    const player = { phase: rng(), cents: kind.detune * tuning(n, kind.players) + noise(rng), rate: 4.9 + 0.9 * rng(), start: rng() };
    bow(left, right, dark, light, { hz, length, loud, rate, seat: seat * kind.width, kind, player });
  }
  return [left, right];
}

/** Players spread evenly around the pitch, neighbours apart: together they are in tune. */
const tuning = (n, players) => (players === 1 ? 0 : (((n * 3) % players) / (players - 1)) * 2 - 1);

function bow(left, right, dark, light, { hz, length, loud, rate, seat, kind, player }) {
  const [gl, gr] = [Math.cos((Math.PI / 4) * (1 + seat)), Math.sin((Math.PI / 4) * (1 + seat))];
  const gain = (kind.gain * force(loud)) / Math.sqrt(kind.players);
  const step = (hz * 2 ** (player.cents / 1200)) / rate;
  const held = kind.short ? length * kind.short : length;
  let phase = player.phase;
  for (let i = 0; i < left.length; i++) {
    const t = i / rate;
    const envelope = breath(t, held, kind);
    const swing = Math.min(1, t / 0.5) * kind.vibrato * Math.sin(TAU * (player.start + player.rate * t));
    phase += step * (1 + 0.00058 * swing);
    if (phase >= 1) phase -= 1;
    const open = Math.min(1, kind.open * loud * envelope);
    const y = gain * envelope * (wave(dark, phase) * (1 - open) + wave(light, phase) * open);
    left[i] += y * gl;
    right[i] += y * gr;
  }
}

/** Gain of the kth harmonic of a saw behind a soft low pass at `cut` Hz. */
const saw = (cut) => (k, hz) => 1 / k / (1 + ((k * hz) / cut) ** 2);

const STRINGS = { name: 'strings', players: 5, width: 0.75, detune: 8, vibrato: 6, attack: 0.16, release: 0.42, gain: 0.13,
  open: 0.9, sink: 0.85, dark: saw(900), light: saw(2600) };
const SPICCATO = { ...STRINGS, players: 4, attack: 0.018, release: 0.09, short: 0.55, vibrato: 0, gain: 0.17, sink: 0.5,
  settle: 0.12 };
const HORN = { name: 'horn', players: 2, width: 0.3, detune: 4, vibrato: 2, attack: 0.05, release: 0.16, gain: 0.16, open: 1.05,
  sink: 0.8, dark: (k) => [0, 1, 0.5, 0.22, 0.1, 0.04][k] ?? 0, light: (k) => 0.9 ** k / k ** 0.55 / (1 + (k / 9) ** 4) };
const FLUTE = { name: 'flute', players: 1, width: 0, detune: 2, vibrato: 7, attack: 0.07, release: 0.12, gain: 0.2, open: 1,
  dark: (k) => [0, 1, 0.16, 0.06][k] ?? 0, light: (k) => [0, 1, 0.42, 0.2, 0.07, 0.03][k] ?? 0 };
const CLARINET = { name: 'clarinet', players: 1, width: 0, detune: 2, vibrato: 2, attack: 0.035, release: 0.08, gain: 0.19, open: 1,
  sink: 0.9, dark: (k) => [0, 1, 0.02, 0.28, 0.02, 0.08][k] ?? 0,
  light: (k) => [0, 1, 0.05, 0.55, 0.06, 0.3, 0.05, 0.16, 0.04, 0.08][k] ?? 0 };
const BASS = { name: 'bass', players: 1, width: 0, detune: 1, vibrato: 0, attack: 0.012, release: 0.1, gain: 0.36, open: 0.8,
  sink: 0.55, settle: 0.35, dark: (k) => [0, 1, 0.3, 0.08][k] ?? 0, light: saw(520) };

/** A flute has air in it. */
function flute(note, rate, rng) {
  const out = desk(note, rate, rng, FLUTE);
  const air = silence(Math.min(note.length, 1.2) + 0.1, rate);
  puff(air, rate, rng, { hz: hertz(note.midi) * 2, q: 1.2, gain: 0.035 * force(note.loud), attack: 0.03, t60: note.length + 0.1 });
  for (let i = 0; i < Math.min(air.length, out[0].length); i++) {
    out[0][i] += air[i];
    out[1][i] += air[i];
  }
  return out;
}

/** A shaken strap of jingles: each strike is many small bells, none of them in tune. */
function sleigh({ loud }, rate, rng) {
  const out = silence(0.42, rate);
  const g = 0.05 * force(loud);
  for (let n = 0; n < 9; n++) {
    const at = Math.round(rate * (n < 3 ? 0.004 * n * rng() : 0.055 * rng()));
    for (let p = 0; p < 4; p++) {
      const hz = 4300 + 5600 * rng();
      ring(out, rate, { at, hz, gain: g * (0.5 + rng()), t60: 0.09 + 0.16 * rng(), phase: TAU * rng() });
    }
  }
  puff(out, rate, rng, { hz: 7600, q: 0.9, gain: g * 3.2, attack: 0.002, t60: 0.13 });
  return soften(out, rate);
}

/** A soft bass drum. */
function kick({ loud }, rate, rng) {
  const out = silence(0.42, rate);
  const g = 0.75 * force(loud);
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    const t = i / rate;
    phase += (46 + 62 * Math.exp(-t / 0.032)) / rate;
    out[i] = g * Math.sin(TAU * phase) * Math.exp(-t / 0.095);
  }
  puff(out, rate, rng, { hz: 900, q: 0.6, gain: g * 0.12, t60: 0.02 });
  return soften(out, rate, 0.003);
}

/** A brush on a snare drum. */
function brush({ loud }, rate, rng) {
  const out = silence(0.26, rate);
  const g = 0.3 * force(loud);
  puff(out, rate, rng, { hz: 3600, q: 0.5, gain: g, attack: 0.006 + 0.01 * (1 - loud), t60: 0.17 });
  puff(out, rate, rng, { hz: 210, q: 1.5, gain: g * 0.7, t60: 0.09 });
  return out;
}

/** A side drum with its snares. */
function snare({ loud }, rate, rng) {
  const out = silence(0.3, rate);
  const g = 0.26 * force(loud);
  puff(out, rate, rng, { hz: 4200, q: 0.45, gain: g * 1.3, t60: 0.16 });
  ring(out, rate, { hz: 196, gain: g * 0.5, t60: 0.1 });
  ring(out, rate, { hz: 331, gain: g * 0.25, t60: 0.07 });
  return soften(out, rate);
}

/** A kettledrum: the partials of its skin, and the stick. */
function timpani({ midi, loud }, rate, rng) {
  const hz = hertz(midi);
  const out = silence(1.6, rate);
  const g = 0.42 * force(loud);
  for (const [ratio, gain, t60] of [[1, 1, 1.5], [1.504, 0.5, 1.1], [1.742, 0.16, 0.5], [2, 0.26, 0.8], [2.44, 0.12, 0.4]]) {
    ring(out, rate, { hz: hz * ratio, gain: g * gain, t60 });
  }
  puff(out, rate, rng, { hz: 240, q: 0.7, gain: g * 0.6, t60: 0.07 });
  return soften(out, rate, 0.003);
}

/** A pair of cymbals. */
function cymbal({ loud }, rate, rng) {
  const out = silence(2.6, rate);
  const g = 0.17 * force(loud);
  for (let n = 0; n < 26; n++) {
    ring(out, rate, { hz: 420 * (1 + 24 * rng() ** 1.4), gain: g * 0.16, t60: 0.7 + 1.6 * rng(), phase: TAU * rng() });
  }
  puff(out, rate, rng, { hz: 6800, q: 0.5, gain: g * 0.9, attack: 0.004, t60: 1.7 });
  return soften(out, rate, 0.004);
}

/** A cymbal that grows for the note's length and is caught: the breath before something. */
function swell({ length, loud }, rate, rng) {
  const out = silence(length + 0.3, rate);
  puff(out, rate, rng, { hz: 5200, q: 0.45, gain: 0.16 * force(loud), attack: length, t60: 0.25 });
  for (let i = 0; i < length * rate; i++) out[i] *= (i / (length * rate)) ** 1.6;
  return out;
}

/** A triangle. */
function triangle({ loud }, rate, rng) {
  const out = silence(1.5, rate);
  const g = 0.09 * force(loud);
  for (const hz of [2790, 4173, 5511, 7030, 8890]) {
    ring(out, rate, { hz, gain: g * (0.5 + 0.5 * rng()), t60: 1.4 * (2790 / hz) ** 0.5 });
  }
  return soften(out, rate, 0.001);
}

/** A hollow block of wood, tuned. */
function block({ midi, loud }, rate, rng) {
  const hz = hertz(midi);
  const out = silence(0.16, rate);
  const g = 0.5 * force(loud);
  ring(out, rate, { hz, gain: g, t60: 0.11 });
  ring(out, rate, { hz: hz * 2.71, gain: g * 0.3, t60: 0.045 });
  puff(out, rate, rng, { hz: hz * 1.5, q: 1, gain: g * 0.2, t60: 0.02 });
  return soften(out, rate, 0.001);
}

/** A marimba: rosewood over tubes. */
function marimba({ midi, loud }, rate, rng) {
  const hz = hertz(midi);
  const long = 0.95 * (262 / hz) ** 0.5;
  const out = silence(long * 1.05, rate);
  const g = 0.46 * force(loud);
  for (const [ratio, gain, time] of [[1, 1, 1], [3.93, 0.22 * loud, 0.22], [9.2, 0.07 * loud, 0.08]]) {
    ring(out, rate, { hz: hz * ratio, gain: g * gain, t60: long * time });
  }
  puff(out, rate, rng, { hz: 700, q: 0.8, gain: g * 0.1, t60: 0.03 });
  return soften(out, rate, 0.002);
}

const of = (play, kind) => (note, rate, rng) => play(note, rate, rng, kind);

/** Every instrument by the name that scores call it. */
export const INSTRUMENTS = {
  celesta, glockenspiel, flute, sleigh, kick, brush, snare, timpani, cymbal, swell, triangle, block, marimba,
  harp: of(plucked, HARP),
  pizzicato: of(plucked, PIZZICATO),
  balalaika: of(plucked, BALALAIKA),
  double_bass: of(plucked, DOUBLE_BASS),
  strings: of(desk, STRINGS),
  spiccato: of(desk, SPICCATO),
  horn: of(desk, HORN),
  clarinet: of(desk, CLARINET),
  bass: of(desk, BASS),
};
