#!/usr/bin/env node
// Renders sounds/scores/*.score to WAV, and to Ogg Vorbis in sounds/ogg where `oggenc` is present. Plain Node, nothing to
// install; the same scores give the same samples. `node sounds/render.mjs [--wav DIR] [name ...]`

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INSTRUMENTS } from './synth/instruments.mjs';
import { loudness } from './synth/loudness.mjs';
import { hash, noise, random } from './synth/random.mjs';
import { read } from './synth/score.mjs';
import { room } from './synth/space.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const RATE = 44100;
/** Notes may begin a little before the first beat, and ring on after the last. */
const [BEFORE, AFTER] = [0.5, 6];

/** A score → `[left, right]`, exactly `score.seconds` long if it loops. */
export function render(score) {
  const length = Math.round(score.seconds * RATE);
  const frames = length + Math.round((BEFORE + AFTER) * RATE);
  const dry = [new Float32Array(frames), new Float32Array(frames)];
  const send = new Float32Array(frames);
  for (const voice of score.voices) playVoice(voice, score.seed, dry, send);
  const wet = room(send, RATE);
  const mixed = dry.map((side, n) => side.map((v, i) => v + 0.34 * wet[n][i]));
  return level(score.loop ? mixed.map((side) => wrap(side, length)) : trim(mixed), score.loudness);
}

function playVoice(voice, seed, dry, send) {
  const instrument = INSTRUMENTS[voice.is];
  if (!instrument) throw new Error(`there is no ${voice.is} in the orchestra`);
  const rng = random(hash(voice.name) + seed);
  const gain = 10 ** (voice.level / 20);
  for (const note of voice.notes) {
    const sound = instrument(note, RATE, rng);
    const pan = Math.max(-1, Math.min(1, (voice.pan + voice.spread * ((note.midi - 66) / 24)) / 100));
    place(sound, Math.round((note.start + BEFORE) * RATE), { gain, pan, room: voice.room / 100 }, dry, send);
  }
}

/** Adds a sound to the mix: mono ones are panned with equal power, stereo ones are balanced. */
function place(sound, at, { gain, pan, room }, dry, send) {
  const stereo = Array.isArray(sound);
  const [left, right] = stereo ? sound : [sound, sound];
  const scale = stereo ? Math.SQRT2 : 1;
  const gl = gain * scale * Math.cos((Math.PI / 4) * (1 + pan));
  const gr = gain * scale * Math.sin((Math.PI / 4) * (1 + pan));
  const end = Math.min(left.length, send.length - at);
  for (let i = Math.max(0, -at); i < end; i++) {
    dry[0][at + i] += gl * left[i];
    dry[1][at + i] += gr * right[i];
    send[at + i] += gain * room * 0.5 * (left[i] + right[i]);
  }
}

/** Lays what comes before the first beat over the end, and what rings after the last over the beginning: the joint of
 *  the loop is then as continuous as any other place. */
function wrap(side, length) {
  const out = new Float32Array(length);
  const before = Math.round(BEFORE * RATE);
  for (let i = 0; i < side.length; i++) out[(((i - before) % length) + length) % length] += side[i];
  return out;
}

/** An effect begins with its first sample above −70 dB and fades out where it has fallen below −46 dB of its peak. */
function trim(sides) {
  const loud = sides[0].map((v, i) => Math.max(Math.abs(v), Math.abs(sides[1][i])));
  const peak = loud.reduce((a, b) => Math.max(a, b), 0);
  const first = Math.max(0, loud.findIndex((v) => v > peak * 10 ** (-70 / 20)) - 44);
  let last = loud.length - 1;
  while (last > first && loud[last] < peak * 10 ** (-46 / 20)) last--;
  const fade = Math.round(0.12 * RATE);
  return sides.map((side) => side.slice(first, last).map((v, i, all) => v * Math.min(1, (all.length - 1 - i) / fade)));
}

/** Brings the sound to `goal` LUFS; peaks above −3 dBFS are rounded off, sample by sample, so that loops stay loops. */
function level(sides, goal) {
  const gain = 10 ** ((goal - loudness(sides, RATE)) / 20);
  return sides.map((side) => side.map((v) => round(v * gain)));
}

function round(v) {
  const [knee, top] = [0.7, 0.92];
  const a = Math.abs(v);
  return a <= knee ? v : Math.sign(v) * (knee + (top - knee) * Math.tanh((a - knee) / (top - knee)));
}

/** A 16-bit stereo WAV, with a fixed dither. */
function wav([left, right]) {
  const bytes = Buffer.alloc(44 + left.length * 4);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  [16, 0x00020001, RATE, RATE * 4, 0x00100004].forEach((v, i) => bytes.writeUInt32LE(v, 16 + 4 * i));
  bytes.write('data', 36);
  bytes.writeUInt32LE(left.length * 4, 40);
  const rng = random(1);
  const whole = (v) => Math.max(-32768, Math.min(32767, Math.round(v * 32767 + 0.5 * (noise(rng) + noise(rng)))));
  for (let i = 0; i < left.length; i++) {
    bytes.writeInt16LE(whole(left[i]), 44 + 4 * i);
    bytes.writeInt16LE(whole(right[i]), 46 + 4 * i);
  }
  return bytes;
}

function encode(wavFile, name, score) {
  const quality = String(score.quality ?? (score.loop ? 2 : 4));
  const arguments_ = ['-Q', '-q', quality, '--discard-comments', '-s', String(hash(name)), '-t', score.title,
    '-c', 'LICENSE=MIT OR Apache-2.0', '-c', `RENDERED_FROM=${sourceHash(name)}`, '-o', join(HERE, 'ogg', `${name}.ogg`), wavFile];
  execFileSync('oggenc', arguments_);
}

/** Of everything that a sound is made from; a test compares it, so that no file is older than its score. */
function sourceHash(name) {
  const synth = readdirSync(join(HERE, 'synth')).sort().map((file) => join('synth', file));
  const files = [join('scores', `${name}.score`), 'render.mjs', ...synth];
  const bytes = Buffer.concat(files.map((file) => readFileSync(join(HERE, file))));
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

const hasOggenc = () => {
  try {
    execFileSync('oggenc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

function main(words) {
  const keep = words.includes('--wav') ? words.splice(words.indexOf('--wav'), 2)[1] : null;
  const out = keep ?? mkdtempSync(join(tmpdir(), 'snowparty-sounds-'));
  mkdirSync(out, { recursive: true });
  mkdirSync(join(HERE, 'ogg'), { recursive: true });
  const oggenc = hasOggenc();
  if (!oggenc) console.warn('oggenc (vorbis-tools) is missing: only WAV files are written');
  const all = readdirSync(join(HERE, 'scores')).filter((f) => f.endsWith('.score')).map((f) => basename(f, '.score'));
  for (const name of words.length ? words : all) renderOne(name, out, oggenc);
  if (oggenc && !keep) rmSync(out, { recursive: true });
  else console.log(`WAV files in ${out}`);
}

function renderOne(name, out, oggenc) {
  const score = read(readFileSync(join(HERE, 'scores', `${name}.score`), 'utf8'));
  const sides = render(score);
  const file = join(out, `${name}.wav`);
  writeFileSync(file, wav(sides));
  if (oggenc) encode(file, name, score);
  const peak = sides.reduce((p, side) => side.reduce((a, v) => Math.max(a, Math.abs(v)), p), 0);
  const notes = score.voices.reduce((sum, voice) => sum + voice.notes.length, 0);
  console.log(`${name}: ${(sides[0].length / RATE).toFixed(2)} s, ${score.voices.length} voices, ${notes} notes, ` +
    `${loudness(sides, RATE).toFixed(1)} LUFS, peak ${(20 * Math.log10(peak)).toFixed(1)} dB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
