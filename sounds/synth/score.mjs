// Reads a score (the notation is described in ../README.md) into notes: which instrument, when, what, how loud.
// It counts every bar, so that a wrong rhythm is an error with a place and never a tune that drifts apart.
// It knows nothing of sound.

import { gauss, hash, random } from './random.mjs';

const DYNAMICS = { ppp: 0.16, pp: 0.25, p: 0.37, mp: 0.49, mf: 0.61, f: 0.75, ff: 0.9 };
const STEPS = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };
const GRACE_SECONDS = 0.075;

/** Score text → `{title, loop, loudness, quality, seconds, bars, voices: [{name, instrument, level, pan, room, notes}]}`. */
export function read(text) {
  const score = { form: [], parts: {}, voices: [], tempo: [[1, 100]], meter: 4, loop: true, loudness: -18, seed: 1 };
  text.split('\n').forEach((line, i) => named(`line ${i + 1}`, () => readLine(score, line.trim())));
  return perform(score);
}

/** Says where a mistake stands. */
function named(place, work) {
  try {
    return work();
  } catch (error) {
    throw new Error(`${place}: ${error.message}`);
  }
}

function readLine(score, line) {
  if (!line || line.startsWith('//')) return;
  const [, word, rest] = line.match(/^(\S+)\s*(.*)$/);
  if (word.endsWith(':')) return readBars(score, word.slice(0, -1), rest);
  const readers = {
    title: () => (score.title = rest),
    source: () => (score.source = `${score.source ?? ''} ${rest}`.trim()),
    tempo: () => (score.tempo = readTempo(rest)),
    meter: () => (score.meter = readMeter(rest)),
    parts: () => rest.split(/\s+/).forEach((p) => (score.parts[p.split('=')[0]] = Number(p.split('=')[1]))),
    form: () => (score.form = rest.split(/\s+/)),
    loop: () => (score.loop = rest === 'yes'),
    loudness: () => (score.loudness = Number(rest)),
    quality: () => (score.quality = Number(rest)),
    seed: () => (score.seed = Number(rest)),
    voice: () => score.voices.push(readVoice(rest)),
  };
  if (!readers[word]) throw new Error(`what is "${word}"?`);
  readers[word]();
}

/** `76` or `1=76 40=72 44=80`: at the start of that bar, in a straight line between them. */
const readTempo = (text) => text.split(/\s+/).map((t) => (t.includes('=') ? t.split('=').map(Number) : [1, Number(t)]));

/** Quarter notes in a bar. */
const readMeter = (text) => (4 * text.split('/')[0]) / text.split('/')[1];

function readVoice(text) {
  const [name, ...pairs] = text.split(/\s+/);
  const voice = { name, is: name, level: 0, pan: 0, room: 20, loose: 4, spread: 0, roll: 0, parts: {} };
  for (let i = 0; i < pairs.length; i += 2) {
    if (!(pairs[i] in voice)) throw new Error(`a voice has no "${pairs[i]}"`);
    voice[pairs[i]] = pairs[i] === 'is' ? pairs[i + 1] : Number(pairs[i + 1]);
  }
  return voice;
}

function readBars(score, part, text) {
  if (!(part in score.parts)) throw new Error(`"parts" does not name ${part}`);
  const bars = (score.voices.at(-1).parts[part] ??= []);
  for (const bar of text.split('|').map((b) => b.trim()).filter(Boolean)) {
    const again = bar.match(/^%(\d*)$/);
    if (again) for (let n = Number(again[1] || 1); n > 0; n--) bars.push(bars.at(-1));
    else bars.push(bar);
  }
  if (bars.length > score.parts[part]) throw new Error(`${part} has only ${score.parts[part]} bars`);
}

/** Quarters of a written length: `4`, `8.`, `16t` (a third of two), and `2~8` tied. */
function quarters(text) {
  return text.split('~').reduce((sum, one) => {
    const [, n, dot, third] = one.match(/^(\d+)(\.?)(t?)$/) ?? [];
    if (!n) throw new Error(`no such length: ${text}`);
    return sum + ((4 / n) * (dot ? 1.5 : 1) * (third ? 2 : 3)) / 3;
  }, 0);
}

/** MIDI number of `f#5`; 0 for `x`, which drums strike. */
function pitch(text) {
  if (text === 'x') return 0;
  const [, letter, sign, octave] = text.match(/^([a-g])([#b]?)(\d)$/) ?? [];
  if (!letter) throw new Error(`no such note: ${text}`);
  return 12 * (Number(octave) + 1) + STEPS[letter] + { '#': 1, b: -1, '': 0 }[sign];
}

/** The words of a bar; a chord in brackets is one word. */
const words = (bar) => bar.match(/[^\s[]*\[[^\]]*\]\S*|\S+/g) ?? [];

/** One word of a bar: `>[g3 d4]@121:8'` and simpler ones. */
function readNote(word) {
  const [, marks, chord, single, order, length, short] =
    word.match(/^([>/]*)(?:\[([^\]]*)\]|([a-gx][#b]?\d?|r))(?:@([\d-]+))?(?::([\d.t~]+))?('?)$/) ?? [];
  if (!chord && !single) throw new Error(`cannot read "${word}"`);
  const pitches = single === 'r' ? [] : (chord ?? single).trim().split(/\s+/).map(pitch);
  return { pitches, order, length, short: !!short, accent: marks.includes('>'), grace: marks.includes('/') };
}

/** A bar → events `{at, length, pitches, loud, ...}` in quarters from its start. `hand` carries what stays in force. */
function readBar(bar, hand, meter) {
  const events = [];
  let at = 0;
  for (const word of words(bar)) {
    if (word in DYNAMICS) events.push({ at, dynamic: DYNAMICS[word] });
    else if (word === 'cresc' || word === 'dim') events.push({ at, ramp: true });
    else at = readStrokes(readNote(word), at, hand, events);
  }
  if (Math.abs(at - meter) > 1e-6) throw new Error(`this bar has ${at} quarters, not ${meter}: | ${bar} |`);
  return events;
}

function readStrokes(note, at, hand, events) {
  if (note.grace) {
    events.push({ ...note, at, length: 0 });
    return at;
  }
  if (note.length) hand.length = quarters(note.length);
  for (const finger of note.order ?? '0') {
    const pitches = strings(note.pitches, note.order ? finger : '0');
    if (pitches.length) events.push({ ...note, pitches, at, length: hand.length });
    at += hand.length;
  }
  return at;
}

/** `0` is the whole chord, `1` its lowest note, `-` nothing. */
function strings(pitches, finger) {
  if (finger === '-') return [];
  if (finger === '0') return pitches;
  if (!pitches[finger - 1]) throw new Error(`a chord of ${pitches.length} has no note ${finger}`);
  return [pitches[finger - 1]];
}

/** All that a voice plays, in quarters from the start of the piece. */
function line(score, voice) {
  const events = [];
  let bar = 0;
  for (const part of score.form) {
    const hand = { length: 1 };
    const bars = voice.parts[part] ?? [];
    if (bars.length && bars.length !== score.parts[part]) {
      throw new Error(`${voice.name} plays ${bars.length} bars of ${part}, not ${score.parts[part]}`);
    }
    events.push({ at: bar * score.meter, dynamic: DYNAMICS.mf });
    bars.forEach((text, i) => {
      const heard = named(`${voice.name}, bar ${i + 1} of ${part}`, () => readBar(text, hand, score.meter));
      for (const e of heard) events.push({ ...e, at: e.at + (bar + i) * score.meter });
    });
    bar += score.parts[part];
  }
  return events;
}

/** Loudness in force at each note: steps at dynamic marks, straight ramps from `cresc` or `dim` to the next mark. */
function shade(events) {
  let loud = DYNAMICS.mf;
  let ramp = null;
  events.forEach((event, i) => {
    if (event.dynamic) [loud, ramp] = [event.dynamic, null];
    if (event.ramp) {
      const goal = events.slice(i).find((e) => e.dynamic);
      if (goal) ramp = { from: loud, to: goal.dynamic, start: event.at, end: goal.at };
    }
    if (!event.pitches) return;
    event.loud = ramp ? ramp.from + ((ramp.to - ramp.from) * (event.at - ramp.start)) / (ramp.end - ramp.start) : loud;
  });
  return events.filter((e) => e.pitches?.length);
}

/** A function from quarters to seconds along the tempo marks. */
function clock(score, total) {
  const marks = score.tempo.map(([bar, bpm]) => [(bar - 1) * score.meter, bpm]);
  const bpmAt = (q) => {
    const next = marks.findIndex(([at]) => at > q);
    if (next === 0) return marks[0][1];
    if (next < 0) return marks.at(-1)[1];
    const [[a, x], [b, y]] = [marks[next - 1], marks[next]];
    return x + ((y - x) * (q - a)) / (b - a);
  };
  const step = 1 / 16;
  const seconds = [0];
  for (let q = 0; q < total + 4; q += step) seconds.push(seconds.at(-1) + (60 * step) / bpmAt(q + step / 2));
  return (q) => {
    const i = Math.floor(q / step);
    return seconds[i] + (seconds[i + 1] - seconds[i]) * (q / step - i);
  };
}

function perform(score) {
  const bars = score.form.reduce((sum, part) => sum + score.parts[part], 0);
  const time = clock(score, bars * score.meter);
  const voices = score.voices.map((voice) => ({ ...voice, notes: play(score, voice, time) }));
  return { ...score, voices, bars, seconds: time(bars * score.meter) };
}

/** Events → notes in seconds, with the small unevenness of a player. */
function play(score, voice, time) {
  const rng = random(hash(voice.name) ^ score.seed);
  const events = shade(line(score, voice));
  return events.flatMap((event, i) => {
    const graces = event.grace ? events.slice(i).findIndex((e) => !e.grace) : 0;
    const start = time(event.at) - graces * GRACE_SECONDS + (gauss(rng) * voice.loose) / 1000;
    const written = event.grace ? GRACE_SECONDS : time(event.at + event.length) - time(event.at);
    const length = event.short ? Math.min(written * 0.5, 0.16) : written;
    const loud = event.loud * weight(event, score.meter) * (1 + 0.035 * gauss(rng));
    return event.pitches.map((midi, n) => ({
      start: start + (n * voice.roll) / 1000,
      length,
      midi,
      loud: Math.max(0.05, Math.min(1, loud)),
    }));
  });
}

/** Accents, and the natural weight of a bar's first and middle beat. */
function weight(event, meter) {
  const beat = event.at % meter;
  const metric = beat < 1e-6 ? 1.06 : Math.abs(beat - meter / 2) < 1e-6 ? 1.02 : beat % 1 < 1e-6 ? 1 : 0.95;
  return metric * (event.accent ? 1.22 : 1) * (event.grace ? 0.7 : 1);
}
