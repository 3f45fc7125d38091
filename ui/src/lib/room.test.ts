import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hello, Player, SessionState } from '../protocol.gen';
import { FakeKeep, FakeWorld } from './fake';
import { ownStorage, Room } from './room';
import type { Outcome } from './wire';

const running = { now: 50_000, running: true };

const hello = (now = 50_000): Hello => ({
  clock: { now, running: true },
  party: { address: 'a', code: 'KWRX', join_url: 'u', lang: 'en', max_players: 9, name: 'p', other_addresses: [] },
  player_id: 3,
  protocol: 1,
  version: '1',
  viewer: 'player',
  game: 'arena',
  status: 'active',
  run: null,
});

const state = (changes: Partial<SessionState> = {}): SessionState => ({
  clock: running,
  code: 'KWRX',
  game: 'arena',
  phase: 'play',
  round: 1,
  session_id: 1,
  settings: {},
  status: 'active',
  ...changes,
});

const player = (changes: Partial<Player> = {}): Player => ({
  avatar: 'fox',
  color: 0,
  confirmed: false,
  id: 3,
  name: 'Ann',
  online: true,
  progress: 0,
  score: 0,
  status: 'ready',
  ...changes,
});

let world: FakeWorld;
let keep: FakeKeep;

function open(): Room {
  return new Room({ code: 'KWRX', token: 't' }, keep, world, 'ws://tv');
}

/** The server accepts, greets, and answers the first ping. */
function greet(...topics: [string, unknown][]): void {
  world.wire.accept();
  world.wire.say('system.hello', hello());
  for (const [type, payload] of topics) world.wire.say(type, payload);
  pong();
}

function pong(now = 50_000): void {
  const pings = world.wire.of('ping');
  world.wire.say('pong', { sent: pings[pings.length - 1]?.['sent'], clock: { now, running: true } });
}

beforeEach(() => {
  world = new FakeWorld();
  keep = new FakeKeep();
});

describe('the connection', () => {
  it('is open once the server has said hello, and not before', () => {
    const room = open();
    expect(world.wire.url).toBe('ws://tv/ws?session=KWRX&token=t');
    world.wire.accept();
    expect(room.connection.value.state).toBe('connecting');
    world.wire.say('system.hello', hello());
    expect(room.connection.value.state).toBe('open');
  });

  it('shows at once that it is lost, and comes back with growing waits', () => {
    const room = open();
    greet();
    world.wire.drop(4001);
    expect(room.connection.value).toEqual({ state: 'lost', tries: 1 });
    world.pass(499);
    expect(world.wires.length).toBe(1);
    world.pass(1);
    expect(world.wires.length).toBe(2);
    world.wire.drop(1006);
    world.pass(999);
    expect(world.wires.length).toBe(2);
    world.pass(1);
    expect(world.wires.length).toBe(3);
    greet();
    expect(room.connection.value.state).toBe('open');
  });

  it('comes back from "back in a moment" at a moment of its own, so that a room does not come all at once', () => {
    const waits = [0, 0.25, 0.5, 0.999].map((drawn) => {
      world = new FakeWorld();
      world.drawn = drawn;
      open();
      greet();
      world.wire.drop(4002);
      let waited = 0;
      while (world.wires.length === 1 && waited < 10_000) {
        world.pass(1);
        waited += 1;
      }
      return waited;
    });
    expect(waits).toEqual([250, 313, 375, 500]);
  });

  it('comes back at once when the page is looked at again', () => {
    const room = open();
    for (let i = 0; i < 6; i++) {
      world.wire.drop(1006);
      world.pass(i < 5 ? 8000 : 0);
    }
    expect(world.wires.length).toBe(6);
    room.wake();
    expect(world.wires.length).toBe(7);
  });

  it('notices a side that has died without a word', () => {
    const room = open();
    greet();
    world.pass(15_999);
    expect(room.connection.value.state).toBe('lost');
  });

  it('is lost at once when the device says so', () => {
    const room = open();
    greet();
    room.unplugged();
    room.unplugged();
    expect(room.connection.value).toEqual({ state: 'lost', tries: 1 });
  });

  it('notices a dead side soon after an action, also when more are asked for', () => {
    const room = open();
    greet();
    void room.act('ready');
    world.pass(1500);
    void room.act('ready');
    world.pass(1000);
    expect(room.connection.value.state).toBe('lost');
  });

  it('is watched closely while a level runs', () => {
    const room = open();
    greet(['session.state', state()]);
    world.pass(6500);
    expect(room.connection.value.state).toBe('lost');
  });

  it('stays while the other side answers', () => {
    const room = open();
    greet();
    for (let i = 0; i < 40; i++) {
      world.pass(2500);
      pong(50_000 + (i + 1) * 2500);
    }
    expect(room.connection.value.state).toBe('open');
    expect(world.wires.length).toBe(1);
  });

  it('finds a dead socket soon after waking', () => {
    const room = open();
    greet();
    room.wake();
    world.pass(2500);
    expect(room.connection.value.state).toBe('lost');
  });

  it('gives up a socket that never opens', () => {
    open();
    world.pass(8500);
    expect(world.wires.length).toBe(2);
    expect(world.wires[0]?.closed).toBe(true);
  });

  it('stays away when it is told to, until the guest wants it back', () => {
    const room = open();
    greet();
    world.wire.drop(4101);
    expect(room.connection.value).toEqual({ state: 'away', reason: 'taken_over' });
    world.pass(60_000);
    room.wake();
    expect(world.wires.length).toBe(1);
    room.comeBack();
    expect(world.wires.length).toBe(2);
  });

  it('stays away while its guest is idle, keeps what it knows, and is back when the guest asks for something', () => {
    const room = open();
    greet(['session.state', state({ game: 'canvas' })], ['canvas.room', { playing: 1, queued: 0, slots: 1 }]);
    world.wire.drop(4106);
    expect(room.connection.value).toEqual({ state: 'away', reason: 'afk' });
    expect(room.topic('canvas.room')).not.toBeNull();
    world.pass(60_000);
    room.wake();
    expect(world.wires.length).toBe(1);
    void room.act('rename', { name: 'Bo' });
    expect(world.wires.length).toBe(2);
    greet(['session.state', state({ game: 'canvas' })]);
    expect(world.wire.of('action.request').length).toBe(1);
  });

  it('does not come back for an action once it was taken over', () => {
    const room = open();
    greet();
    world.wire.drop(4101);
    void room.act('ready');
    expect(world.wires.length).toBe(1);
  });

  it('hands binary frames to those who listen', () => {
    const room = open();
    greet();
    expect(world.wire.binaryType).toBe('arraybuffer');
    const heard: ArrayBuffer[] = [];
    const stop = room.onBinary((frame) => heard.push(frame));
    const frame = new ArrayBuffer(8);
    world.wire.show(frame);
    stop();
    world.wire.show(new ArrayBuffer(8));
    expect(heard).toEqual([frame]);
  });

  it('counts a binary frame as a sign of life', () => {
    const room = open();
    greet();
    room.check();
    world.wire.show(new ArrayBuffer(8));
    world.pass(2500);
    expect(room.connection.value.state).toBe('open');
  });

  it('knows its ticket', () => {
    expect(open().ticket).toEqual({ code: 'KWRX', token: 't' });
    const stage = new Room({ code: 'KWRX', role: 'tv' }, keep, world, 'ws://tv');
    expect(stage.ticket).toEqual({ code: 'KWRX', token: null });
  });

  it('does not mind rubbish', () => {
    const room = open();
    greet(['session.state', state()]);
    world.wire.onmessage?.({ data: '{' } as MessageEvent);
    world.wire.onmessage?.({ data: 'null' } as MessageEvent);
    world.wire.say('nobody.knows', { a: 1 });
    expect(room.session?.phase).toBe('play');
  });
});

describe('the topics', () => {
  it('are the last message of each type', () => {
    const room = open();
    greet(['room.update', { players: 1, online: 1, confirmed: 0 }]);
    world.wire.say('room.update', { players: 2, online: 2, confirmed: 1 });
    expect(room.topic('room.update')).toEqual({ players: 2, online: 2, confirmed: 1 });
  });

  it('follow each player and drop those who are gone', () => {
    const room = open();
    greet(['players.list', { players: [player(), player({ id: 4, name: 'Bo' })], count: 2, session_id: 1 }]);
    world.wire.say('player.update', { player: player({ score: 70 }), session_id: 1 });
    expect(room.me?.score).toBe(70);
    world.wire.say('player.update', { player: player({ id: 4, gone: true }), session_id: 1 });
    expect(Array.from(room.players.keys())).toEqual([3]);
  });

  it('forget the arena and the board when a new session begins', () => {
    const room = open();
    greet(['session.state', state()], ['arena.podium', { awards: [] }], ['leaderboard.update', { leaderboard: [], count: 0, session_id: 1 }]);
    world.wire.say('session.state', state({ phase: 'board' }));
    expect(room.topic('arena.podium')).not.toBeNull();
    world.wire.say('session.state', state({ session_id: 2, status: 'pending', phase: 'lobby', round: 0 }));
    expect(room.topic('arena.podium')).toBeNull();
    expect(room.topic('leaderboard.update')).toBeNull();
  });

  it('forget every game’s own when a new session begins, and nothing of the party’s', () => {
    const room = open();
    greet(['session.state', state()], ['canvas.room', { playing: 1, queued: 0, slots: 1 }], ['sound.state', {}], ['room.update', {}], ['players.list', { players: [player()] }]);
    world.wire.say('session.state', state({ session_id: 2 }));
    expect(room.topic('canvas.room')).toBeNull();
    for (const kept of ['system.hello', 'session.state', 'sound.state', 'room.update', 'players.list'] as const) expect(room.topic(kept)).not.toBeNull();
    expect(room.me?.name).toBe('Ann');
  });

  it('do not keep what a new greeting no longer says, and show no gap while it comes', () => {
    const room = open();
    greet(['session.state', state()], ['arena.question', { index: 2 }], ['arena.count', { done: 1, of: 2 }]);
    world.wire.drop(1006);
    world.pass(500);
    world.wire.accept();
    world.wire.say('system.hello', hello());
    expect(room.topic('arena.question')).not.toBeNull();
    world.wire.say('arena.count', { done: 2, of: 2 });
    pong();
    expect(room.topic('arena.question')).toBeNull();
    expect(room.topic('arena.count')).toEqual({ done: 2, of: 2 });
  });

  it('let cues be heard once and keep none', () => {
    const room = open();
    greet();
    const heard: string[] = [];
    const stop = room.on('game.event', (event) => heard.push(event.kind));
    world.wire.say('game.event', { kind: 'finale', payload: {}, session_id: 1 });
    stop();
    world.wire.say('game.event', { kind: 'bonus', payload: {}, session_id: 1 });
    expect(heard).toEqual(['finale']);
    expect(room.topic('game.event')).toBeNull();
  });
});

describe('the outbox', () => {
  it('sends at once and ends with the answer', async () => {
    const room = open();
    greet(['session.state', state()]);
    const outcome = room.act('catch');
    const [request] = world.wire.of('action.request');
    expect(request).toMatchObject({ action_type: 'catch', payload: {} });
    world.wire.say('action.result', { action_id: request?.['action_id'], action_type: 'catch', status: 'success', result: { worth: 5 } });
    expect(await outcome).toEqual({ status: 'done', result: { worth: 5 } } satisfies Outcome);
    expect(room.outbox.count.value).toBe(0);
  });

  it('keeps an answer that was given without a connection, and sends it under the same id after the greeting', () => {
    const room = open();
    greet(['session.state', state()]);
    world.wire.drop(1006);
    void room.act('progress', { level: 'green' });
    const id = room.outbox.waiting()[0]?.action_id;
    world.pass(500);
    world.wire.accept();
    world.wire.say('system.hello', hello());
    expect(world.wire.of('action.request')).toEqual([]);
    world.wire.say('session.state', state());
    pong();
    expect(world.wire.of('action.request').map((request) => request['action_id'])).toEqual([id]);
  });

  it('survives a reload', () => {
    const room = open();
    greet(['session.state', state()]);
    world.wire.drop(1006);
    void room.act('progress', { level: 'green' });
    room.close();
    const again = open();
    expect(again.outbox.count.value).toBe(1);
    greet(['session.state', state()]);
    expect(world.wire.of('action.request').length).toBe(1);
  });

  it('repeats what was sent and never answered', () => {
    const room = open();
    greet(['session.state', state()]);
    void room.act('progress', {});
    const before = world.wire.of('action.request');
    world.wire.drop(1006);
    world.pass(500);
    greet(['session.state', state()]);
    expect(world.wire.of('action.request')).toEqual(before);
  });

  it('drops what belongs to an earlier session', async () => {
    const room = open();
    greet(['session.state', state()]);
    const outcome = room.act('catch');
    world.wire.say('session.state', state({ session_id: 2 }));
    expect(await outcome).toEqual({ status: 'dropped' });
    expect(room.outbox.count.value).toBe(0);
  });

  it('keeps what belongs to the party when the next session begins', () => {
    const room = open();
    greet(['session.state', state()]);
    world.wire.drop(1006);
    void room.act('leave', {}, 'leave');
    void room.act('rename', { name: 'Bo' }, 'rename');
    world.pass(500);
    greet(['session.state', state({ session_id: 2 })]);
    expect(world.wire.of('action.request').map((request) => request['action_type'])).toEqual(['leave', 'rename']);
  });

  it('keeps only the newest of a slot', async () => {
    const room = open();
    greet(['session.state', state()]);
    world.wire.drop(1006);
    const first = room.act('progress', { score: 10 }, 'tap');
    void room.act('progress', { score: 20 }, 'tap');
    expect(await first).toEqual({ status: 'dropped' });
    expect(room.outbox.waiting().map((request) => request.payload)).toEqual([{ score: 20 }]);
  });

  it('does not send what was taken back', async () => {
    const room = open();
    greet(['session.state', state()]);
    world.wire.drop(1006);
    const outcome = room.act('leave', {}, 'leave');
    room.outbox.takeBack('leave');
    expect(await outcome).toEqual({ status: 'dropped' });
    world.pass(500);
    greet(['session.state', state()]);
    expect(world.wire.of('action.request')).toEqual([]);
    expect(keep.kept.size).toBe(0);
  });

  it('holds an answer that came during a pause until play goes on', () => {
    const room = open();
    greet(['session.state', state({ pause: { reason: 'restart' } })]);
    void room.act('progress', {});
    const id = room.outbox.waiting()[0]?.action_id;
    world.wire.say('system.error', { action_id: id, code: 'action/paused', message: '' });
    expect(room.outbox.count.value).toBe(1);
    world.wire.say('session.state', state());
    expect(world.wire.of('action.request').map((request) => request['action_id'])).toEqual([id, id]);
  });

  it('asks again after a passing trouble, and ends after some tries', async () => {
    const room = open();
    greet(['session.state', state({ phase: 'board' })]);
    const outcome = room.act('catch');
    const id = room.outbox.waiting()[0]?.action_id;
    const error = { action_id: id, code: 'request/flood', message: '' };
    for (let i = 0; i < 4; i++) {
      world.wire.say('system.error', error);
      world.pass(5000);
    }
    expect(await outcome).toEqual({ status: 'refused', error });
    expect(world.wire.of('action.request').length).toBe(4);
  });

  it('tells of a refusal', async () => {
    const room = open();
    greet(['session.state', state()]);
    const outcome = room.act('catch');
    const error = { action_id: room.outbox.waiting()[0]?.action_id ?? '', code: 'action/no_gift', message: '' };
    world.wire.say('system.error', error);
    expect(await outcome).toEqual({ status: 'refused', error });
  });

  it('is not stopped by storage that cannot be read or written', () => {
    keep.setItem('snowparty.outbox.KWRX', '[{"request":null}, 7');
    keep.setItem = () => {
      throw new Error('full');
    };
    const room = open();
    greet(['session.state', state()]);
    void room.act('catch');
    expect(world.wire.of('action.request').length).toBe(1);
  });
});

describe('the storage', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('keeps nothing where the browser has none', () => {
    vi.stubGlobal('window', { localStorage: null });
    ownStorage().setItem('a', 'b');
    expect(ownStorage().getItem('a')).toBeNull();
  });
});
