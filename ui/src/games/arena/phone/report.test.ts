import { h, options, render, type ContainerNode } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeKeep, FakeWorld } from '../../../lib/fake';
import { Room, RoomContext } from '../../../lib/room';
import type { LevelMsg, SessionState } from '../../../protocol.gen';
import { useReport } from './report';

const OPENED = 50_000;
const DEADLINE = OPENED + 30_000;

const state = (changes: Partial<SessionState> = {}): SessionState => ({
  clock: { now: OPENED, running: true },
  code: 'KWRX',
  game: 'arena',
  phase: 'play',
  round: 1,
  session_id: 1,
  settings: {},
  status: 'active',
  timer: { opened: OPENED, deadline: DEADLINE } as SessionState['timer'],
  ...changes,
});
const level = { round: 1, of: 3, level: 'green', mini_game: 'tap', seconds: 30 } as LevelMsg;

/** A place to render into, for views that show nothing. */
const nowhere = (): ContainerNode => ({ nodeType: 1, firstChild: null, childNodes: [] }) as unknown as ContainerNode;

let world: FakeWorld;
let room: Room;
/** Party time less this world's. */
let ahead: number;
let answered: unknown;
let reporting: ReturnType<typeof useReport>;

/** The machine is there, and it is so late by its clock. */
function greet(now: number, told: SessionState): void {
  const clock = { now, running: !told.pause };
  ahead = now - world.now();
  world.wire.accept();
  world.wire.say('system.hello', { clock });
  world.wire.say('session.state', { ...told, clock });
  pong(clock.running);
}

/** The answer to the latest ping, if it has none yet. */
function pong(running = true): void {
  const ping = world.wire.of('ping').slice(-1)[0];
  if (ping === answered) return;
  answered = ping;
  world.wire.say('pong', { sent: ping?.['sent'], clock: { now: world.now() + ahead, running } });
}

/** After a pause party time runs on from here. */
function resume(now: number): void {
  ahead = now - world.now();
  world.wire.say('session.state', state({ clock: { now, running: true } }));
}

/** Time goes on for the page; as long as the machine lives, it answers. */
function pass(ms: number, lives: boolean): void {
  for (let gone = 0; gone < ms; gone += 100) {
    world.pass(100);
    vi.advanceTimersByTime(100);
    if (lives) pong();
  }
}

function play(): void {
  const Game = (): null => {
    reporting = useReport({ session: state(), level, account: (done) => ({ details: { per_second: [4], done }, score: 4 }) });
    return null;
  };
  render(h(RoomContext.Provider, { value: room, children: h(Game, {}) }), nowhere());
  vi.advanceTimersByTime(50);
  reporting.changed();
}

/** What waits in the outbox: is it the last word? */
const waiting = (): unknown[] => room.outbox.waiting().map((request) => (request.payload as { details: { done: boolean } }).details.done);
const sent = (): unknown[] => world.wire.of('action.request').map((request) => (request['payload'] as { details: { done: boolean } }).details.done);

beforeEach(() => {
  vi.useFakeTimers();
  options.requestAnimationFrame = (paint) => void setTimeout(paint);
  world = new FakeWorld();
  room = new Room({ code: 'KWRX', token: 't' }, new FakeKeep(), world, 'ws://tv');
  greet(OPENED, state());
  play();
});

afterEach(() => {
  delete options.requestAnimationFrame;
  vi.useRealTimers();
});

describe('a level’s account', () => {
  it('has its last word at the deadline', () => {
    pass(29_000, true);
    expect(sent()).not.toContain(true);
    pass(1500, true);
    expect(sent().filter((done) => done)).toEqual([true]);
  });

  it('is not closed while the machine is away: party time may stand still', () => {
    pass(40_000, false);
    expect(waiting()).toEqual([false]);
    greet(55_000, state());
    pass(24_000, true);
    expect(sent()).not.toContain(true);
    pass(1500, true);
    expect(sent()).toContain(true);
  });

  it('is opened again when the machine was dead at the deadline before anybody could know', () => {
    pass(29_000, true);
    pass(1500, false);
    expect(room.connection.peek().state).toBe('open');
    expect(waiting()).toEqual([true]);
    pass(10_000, false);
    greet(60_000, state({ pause: { reason: 'restart' } as SessionState['pause'] }));
    expect(waiting()).toEqual([]);
    resume(60_000);
    pass(6000, true);
    expect(sent()).toContain(false);
    expect(sent()).not.toContain(true);
    pass(15_000, true);
    expect(sent().filter((done) => done)).toEqual([true]);
  });

  it('stays closed when it was finished before its time', () => {
    reporting.finish();
    resume(room.clock.now());
    expect(waiting()).toEqual([true]);
  });
});
