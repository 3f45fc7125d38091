// The show's sound in the TV page, when the host's own output is not used (`--audio tv`). Music loops without a joint and fades
// from tune to tune; effects duck it. A browser lets a page be heard only after a key or a click, unless its kiosk allows it.
import { effect, signal } from '@preact/signals';
import type { Cue, Music, SoundState } from '../protocol.gen';
import type { Room } from './room';

/** True while the browser waits for a key before it lets us be heard: show "Press OK for sound". */
export const needsGesture = signal(false);

const FADE = 1.6;
const DUCK_TO = 0.35;
const DUCK_DOWN = 0.06;
const DUCK_UP = 0.7;
const CUES: readonly Cue[] = ['join', 'tick', 'right', 'wrong', 'level', 'lead', 'hurry', 'win', 'gift', 'reveal'];

interface Tune {
  music: Music;
  gain: GainNode;
  source: AudioBufferSourceNode;
}

type Constructor = new () => AudioContext;

class Mixer {
  private readonly master: GainNode;
  private readonly duck: GainNode;
  private readonly buffers = new Map<string, Promise<AudioBuffer | null>>();
  private wanted: Music = 'silence';
  private playing: Tune | null = null;

  constructor(private readonly audio: AudioContext) {
    this.master = this.gain(audio.destination);
    this.duck = this.gain(this.master);
    for (const cue of CUES) void this.load(cue);
  }

  volume(percent: number): void {
    // Loudness is heard as the square of the slider.
    this.glide(this.master.gain, Math.pow(percent / 100, 2), 0.1);
  }

  async music(music: Music): Promise<void> {
    if (music === this.wanted) return;
    this.wanted = music;
    const buffer = music === 'silence' ? null : await this.load(music);
    // Another tune may have been asked for while this one was on its way.
    if (this.wanted !== music) return;
    this.fadeOut();
    if (buffer) this.fadeIn(music, buffer);
    else this.wanted = 'silence';
  }

  async cue(cue: Cue): Promise<void> {
    const asked = this.audio.currentTime;
    const buffer = await this.load(cue);
    const late = this.audio.currentTime - asked > 0.5;
    if (!buffer || late || this.audio.state !== 'running') return;
    const source = this.audio.createBufferSource();
    source.buffer = buffer;
    source.connect(this.master);
    source.start();
    this.duckFor(buffer.duration);
  }

  stop(): void {
    this.wanted = 'silence';
    this.fadeOut();
  }

  private duckFor(seconds: number): void {
    const { gain } = this.duck;
    const now = this.audio.currentTime;
    gain.cancelScheduledValues(now);
    gain.setTargetAtTime(DUCK_TO, now, DUCK_DOWN);
    gain.setTargetAtTime(1, now + Math.min(seconds, 2.5), DUCK_UP);
  }

  private fadeIn(music: Music, buffer: AudioBuffer): void {
    const gain = this.gain(this.duck);
    gain.gain.value = 0;
    this.glide(gain.gain, 1, FADE / 3);
    const source = this.audio.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    source.connect(gain);
    source.start();
    this.playing = { music, gain, source };
  }

  private fadeOut(): void {
    const tune = this.playing;
    this.playing = null;
    if (!tune) return;
    this.glide(tune.gain.gain, 0, FADE / 3);
    tune.source.stop(this.audio.currentTime + FADE * 2);
    // A tune unpacked takes some 30 MB, and a television has little: the next time it is unpacked anew.
    this.buffers.delete(tune.music);
  }

  private gain(into: AudioNode): GainNode {
    const made = this.audio.createGain();
    made.connect(into);
    return made;
  }

  private glide(param: AudioParam, to: number, over: number): void {
    const now = this.audio.currentTime;
    param.cancelScheduledValues(now);
    param.setTargetAtTime(to, now, over);
  }

  private load(name: string): Promise<AudioBuffer | null> {
    const known = this.buffers.get(name);
    if (known) return known;
    // Safari before 18 cannot decode ogg; the server makes a plain copy for it.
    const made = this.fetched(`/sounds/${name}.ogg`).catch(() => this.fetched(`/sounds/${name}.wav`)).catch(() => {
      // A failure is not kept: the next time it is asked for anew.
      this.buffers.delete(name);
      return null;
    });
    this.buffers.set(name, made);
    return made;
  }

  private async fetched(url: string): Promise<AudioBuffer> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    // The old form with callbacks is the one that every browser knows.
    return new Promise((done, failed) => void this.audio.decodeAudioData(bytes, done, failed));
  }
}

const GESTURES = ['keydown', 'click', 'touchend'] as const;

/** Follows the party's sound. Nothing is made, and no browser complains, before this page is asked to sound. */
class Player {
  private audio: AudioContext | null = null;
  private mixer: Mixer | null = null;

  constructor(private readonly state: () => SoundState | null) {
    for (const event of GESTURES) window.addEventListener(event, this.unlock, true);
  }

  follow(state: SoundState | null): void {
    const on = state !== null && state.output === 'tv';
    if (on && !this.audio) this.begin();
    const { audio } = this;
    needsGesture.value = on && audio !== null && audio.state !== 'running';
    if (!on || !audio) {
      if (this.mixer) this.mixer.stop();
      return;
    }
    this.mixer = this.mixer ?? new Mixer(audio);
    this.mixer.volume(state.volume);
    void this.mixer.music(audio.state === 'running' ? state.music : 'silence');
  }

  cue(cue: Cue): void {
    const state = this.state();
    if (this.mixer && state && state.output === 'tv') void this.mixer.cue(cue);
  }

  end(): void {
    for (const event of GESTURES) window.removeEventListener(event, this.unlock, true);
    needsGesture.value = false;
    if (this.audio) void this.audio.close();
  }

  private begin(): void {
    const audio = newContext();
    if (!audio) return;
    this.audio = audio;
    audio.onstatechange = () => this.follow(this.state());
    this.unlock();
  }

  private readonly unlock = (): void => {
    // An iPhone also says "interrupted".
    if (this.audio && this.audio.state !== 'running') this.audio.resume().catch(() => undefined);
  };
}

/** Lets the page sound as the party says, from now on; answers with how to stop. */
export function playSound(room: Room): () => void {
  const player = new Player(() => room.topics.topic('sound.state').peek());
  const endFollow = effect(() => player.follow(room.topic('sound.state')));
  const endCues = room.on('sound.cue', ({ cue }) => player.cue(cue));
  return () => {
    endFollow();
    endCues();
    player.end();
  };
}

function newContext(): AudioContext | null {
  const known = window as unknown as { AudioContext?: Constructor; webkitAudioContext?: Constructor };
  const made = known.AudioContext ?? known.webkitAudioContext;
  try {
    return made ? new made() : null;
  } catch {
    return null;
  }
}
