import { afterEach, expect, it, vi } from 'vitest';
import { FakeKeep, FakeWorld } from './fake';
import { Room } from './room';
import { playSound } from './sound';

const param = { value: 0, cancelScheduledValues: () => undefined, setTargetAtTime: () => undefined };
const node = { gain: param, connect: () => undefined };
const started = vi.fn();

/** Enough of a browser's audio to start a tune. */
class FakeAudio {
  readonly state = 'running';
  readonly currentTime = 0;
  readonly destination = node;
  createGain = () => node;
  createBufferSource = () => ({ connect: () => undefined, start: started, stop: () => undefined });
  decodeAudioData = (_bytes: ArrayBuffer, done: (buffer: unknown) => void) => done({ duration: 1 });
  close = () => Promise.resolve();
}

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('asks anew for a tune or an effect that could not be had', async () => {
  let down = true;
  vi.stubGlobal('fetch', () => (down ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response('ogg'))));
  vi.stubGlobal('window', { AudioContext: FakeAudio, addEventListener: () => undefined, removeEventListener: () => undefined });
  const world = new FakeWorld();
  const room = new Room({ code: 'KWRX', role: 'tv' }, new FakeKeep(), world, 'ws://tv');
  const stop = playSound(room);
  world.wire.accept();
  const told = { output: 'tv', volume: 50, music: 'lobby' };
  world.wire.say('sound.state', told);
  await settle();
  down = false;
  world.wire.say('sound.cue', { cue: 'join' });
  await settle();
  expect(started).toHaveBeenCalledTimes(1);
  world.wire.say('sound.state', { ...told, volume: 60 });
  await settle();
  expect(started).toHaveBeenCalledTimes(2);
  stop();
});
