import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeWorld } from '../../../lib/fake';
import type { CanvasBoard } from '../../../protocol.gen';
import { Canvas } from '../sync/canvas';
import { body } from '../sync/model';
import { FREE } from '../sync/wire';
import type { Crew } from './crew';
import { Hanging } from './hanging';

const picture = (id: number): ArrayBuffer => body([1, 10], [1, 0], [2, 0], [4, id], [2, 2], [2, 1], [2, 11], [2, 12], [2, 5], [2, FREE]);

let world: FakeWorld;
let canvas: Canvas;
let hanging: Hanging;
/** The host's picture that lies there; its requests go as `fetched` says. */
let id: number | null;
let fetched: () => Promise<Response>;
let asked: number;

const rules = (): CanvasBoard => ({ epoch: 1, width: 6, height: 4, palette: [], cooldown_ms: 0, per_minute: 0, preset: 'party', protected: [], barred: [], slots: 9, teams: 0, ends_at: null, template: id === null ? null : { id } }) as unknown as CanvasBoard;

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 500) {
    world.pass(500);
    vi.advanceTimersByTime(500);
    await settle();
  }
}

/** Nothing but the rules and the host's picture is to be had. */
async function fetch(path: string): Promise<Response> {
  if (/\/board$/.test(path)) return new Response(JSON.stringify({ board: rules(), version: 1 }), { headers: { ETag: `W/"1-1-${id}"` } });
  if (!/\/template$/.test(path)) throw new TypeError('Failed to fetch');
  asked++;
  return fetched();
}

const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  world = new FakeWorld();
  id = 1;
  asked = 0;
  fetched = lost;
  canvas = new Canvas({ code: 'KWRX', token: null, room: null }, { now: () => world.now(), random: () => 1, after: (ms, task) => world.after(ms, task), fetch });
  const crew = { obey: () => undefined } as unknown as Crew;
  hanging = new Hanging(canvas, crew, { measured: () => undefined, changed: () => undefined });
  hanging.follow();
  canvas.start();
  await settle();
});

afterEach(() => {
  vi.useRealTimers();
});

it('shows the host’s picture although its first request failed', async () => {
  expect(asked).toBe(1);
  expect(hanging.ghost).toBeNull();
  fetched = () => Promise.resolve(new Response(picture(1)));
  await pass(4000);
  expect(hanging.ghost).not.toBeNull();
  await pass(20_000);
  expect(asked).toBe(2);
});

it('is patient with a large picture on a slow network', async () => {
  let arrive: (response: Response) => void = () => undefined;
  fetched = () => new Promise((resolve) => (arrive = resolve));
  await pass(4000);
  expect(asked).toBe(2);
  await pass(50_000);
  expect(asked).toBe(2);
  arrive(new Response(picture(1)));
  await settle();
  expect(hanging.ghost).not.toBeNull();
});

it('asks no more once it is stopped', async () => {
  hanging.stop();
  await pass(20_000);
  expect(asked).toBe(1);
});
