import { beforeEach, describe, expect, it } from 'vitest';
import { FakeKeep, FakeWorld } from '../../../lib/fake';
import { Room } from '../../../lib/room';
import type { CanvasBoard, CanvasYou, Hello, SessionState } from '../../../protocol.gen';
import { Canvas } from './canvas';
import type { Outside } from './http';
import { body, changesBody, ModelServer, same } from './model';

const SIZE = { width: 6, height: 4, ring: 10, snapshotEvery: 4 };
const PREFIX = '/api/session/KWRX/canvas/';

interface Asked {
  path: string;
  tag: string | null;
  token: string | null;
  body: Record<string, unknown>;
}

/** A party machine whose network a test can cut. */
class Site implements Outside {
  readonly asked: Asked[] = [];
  server: ModelServer;
  down = false;
  /** Requests that never end. */
  silent = false;
  over = false;
  /** Its rules cannot be looked at. */
  blind = false;
  endsAt: number | null = null;
  refusal: { http: number; code: string } | null = null;
  /** The party's session, as whoever asks for it is told; null if nobody answers that. */
  told: SessionState | null = null;
  private held: (() => void)[] | null = null;

  constructor(readonly world: FakeWorld) {
    this.server = this.begun();
  }

  begun(): ModelServer {
    return new ModelServer(SIZE, 300, (frame) => this.sockets.forEach((socket) => socket.show(frame)));
  }

  get sockets(): FakeWorld['wires'] {
    return this.world.wires.filter((wire) => wire.readyState === 1);
  }

  now(): number {
    return this.world.now();
  }

  random(): number {
    return 1;
  }

  after(ms: number, task: () => void): () => void {
    return this.world.after(ms, task);
  }

  async fetch(path: string, request: RequestInit): Promise<Response> {
    this.asked.push(noted(path, request));
    if (this.down) throw new TypeError('Failed to fetch');
    if (this.silent) return new Promise(() => undefined);
    const answer = this.answer(new URL(path, 'http://tv'), request);
    const held = this.held;
    if (held) await new Promise<void>((resolve) => held.push(resolve));
    return answer;
  }

  /** Answers are under way from now on, until they are let go. */
  hold(): void {
    this.held = [];
  }

  release(): void {
    const held = this.held ?? [];
    this.held = null;
    held.forEach((go) => go());
  }

  board(): CanvasBoard {
    const { width, height } = SIZE;
    return { epoch: this.server.epoch, width, height, palette: [], cooldown_ms: 0, per_minute: 0, preset: 'party', protected: [], barred: [], slots: 9, teams: 0, ends_at: this.endsAt };
  }

  paths(kind: string): string[] {
    return this.asked.map((one) => one.path).filter((path) => path.indexOf(kind) === 0);
  }

  private answer(url: URL, request: RequestInit): Response {
    const path = url.pathname.slice(PREFIX.length);
    if (this.told && url.pathname === '/api/session/KWRX/state') return json({ session: this.told });
    if (this.over) return refused(409, 'session/not_active');
    if (request.method === 'POST') return this.act(path, request);
    if (path === 'board' && this.blind) return refused(503, 'system/busy');
    if (path === 'board') return new Response(JSON.stringify({ board: this.board(), version: this.server.version }), { headers: { ETag: this.etag } });
    if (path === 'snapshot') return new Response(this.server.snapshot());
    if (path === 'changes') return this.changes(url.searchParams, noted('', request).tag);
    if (path === 'overview') return new Response(body([1, 6], [1, 0], [2, 4], [4, 0], [2, 1], [2, 1], [4, 300], [4, 0], [1, 7]));
    return refused(404, 'request/not_found');
  }

  private changes(query: URLSearchParams, tag: string | null): Response {
    const [epoch, since] = [Number(query.get('epoch')), Number(query.get('since'))];
    const found = this.server.changes(epoch, since);
    if (found === 304) return this.unchanged(epoch, since, tag);
    if (typeof found !== 'number') return new Response(found, { headers: { ETag: this.etag } });
    return refused(found, found === 410 ? 'canvas/version_gone' : 'canvas/version_unknown');
  }

  /** The cells are the same; are the rules? */
  private unchanged(epoch: number, since: number, tag: string | null): Response {
    const headers = { ETag: this.etag };
    if (tag === `"${epoch}-${since}"` || `W/${tag}` === this.etag) return new Response(null, { status: 304, headers });
    return new Response(changesBody(epoch, since, since, []), { headers });
  }

  private get etag(): string {
    return `W/"${this.server.epoch}-${this.server.version}-${this.server.epoch}x${this.endsAt}"`;
  }

  private act(command: string, request: RequestInit): Response {
    if (this.refusal) return refused(this.refusal.http, this.refusal.code);
    const { action_id: id } = noted('', request).body;
    return json({ action_id: id, action_type: command, status: 'success', result: { version: this.server.version + 1, next_at: 1 } });
  }
}

function noted(path: string, request: RequestInit): Asked {
  const headers = new Headers(request.headers);
  const sent = typeof request.body === 'string' ? (JSON.parse(request.body) as Record<string, unknown>) : {};
  return { path: path.slice(PREFIX.length), tag: headers.get('If-None-Match'), token: headers.get('Authorization'), body: sent };
}

function json(value: unknown): Response {
  return new Response(JSON.stringify(value));
}

function refused(status: number, code: string): Response {
  return new Response(JSON.stringify({ error: { code, message: '' } }), { status });
}

const hello: Hello = {
  clock: { now: 50_000, running: true },
  party: { address: 'a', code: 'KWRX', join_url: 'u', lang: 'en', max_players: 9, name: 'p', other_addresses: [] },
  player_id: 3,
  protocol: 1,
  version: '1',
  viewer: 'player',
  game: 'canvas',
  status: 'active',
  run: null,
};

const session = (changes: Partial<SessionState> = {}): SessionState => ({
  clock: { now: 50_000, running: true },
  code: 'KWRX',
  game: 'canvas',
  phase: 'play',
  round: 1,
  session_id: 1,
  settings: {},
  status: 'active',
  ...changes,
});

const you = (status: CanvasYou['status']): CanvasYou => ({ barred: false, next_at: 0, placed: 0, player_id: 3, status });

let world: FakeWorld;
let site: Site;

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** Time goes on in small steps, and what is asked for on the way is answered; the socket, if there is one, lives. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 500) {
    world.pass(Math.min(500, ms - gone));
    await settle();
    for (const socket of site.sockets) pong(socket);
  }
}

function pong(socket: FakeWorld['wires'][number]): void {
  const pings = socket.of('ping');
  socket.say('pong', { sent: pings[pings.length - 1]?.['sent'], clock: { now: 50_000 + world.now(), running: true } });
}

function greet(status: CanvasYou['status'] = 'playing', state: SessionState = session()): void {
  world.wire.accept();
  world.wire.say('system.hello', hello);
  world.wire.say('session.state', state);
  world.wire.say('canvas.board', site.board());
  world.wire.say('canvas.you', you(status));
  pong(world.wire);
}

/** A phone of a player that is in step. */
async function phone(): Promise<{ room: Room; canvas: Canvas }> {
  const room = new Room({ code: 'KWRX', token: 'secret' }, new FakeKeep(), world, 'ws://tv');
  greet();
  const canvas = new Canvas({ code: 'KWRX', token: 'secret', room }, site);
  canvas.start();
  await settle();
  site.asked.length = 0;
  return { room, canvas };
}

/** Its guest was idle too long: it is told, and its socket is closed. */
async function idle(): Promise<void> {
  world.wire.say('canvas.you', you('afk'));
  world.wire.drop(4106);
  await settle();
}

async function anonymous(): Promise<Canvas> {
  const canvas = new Canvas({ code: 'KWRX', token: null, room: null }, site);
  canvas.start();
  await settle();
  return canvas;
}

function showsAll(canvas: Canvas): boolean {
  const board = canvas.board.peek();
  return board !== null && board.version === site.server.version && board.epoch === site.server.epoch && same(board.cells, site.server.cells);
}

function paint(count: number): void {
  for (let i = 0; i < count; i++) site.server.place((site.server.version * 5) % 24, 1 + (site.server.version % 7));
}

beforeEach(() => {
  world = new FakeWorld();
  site = new Site(world);
});

describe('with a socket', () => {
  it('takes a snapshot and what came after it, then lives by its frames', async () => {
    paint(6);
    site.server.flush();
    const { canvas } = await phone();
    expect(showsAll(canvas)).toBe(true);
    expect(canvas.state.value).toBe('live');
    paint(2);
    site.server.flush();
    expect(showsAll(canvas)).toBe(true);
    await pass(20_000);
    expect(site.asked).toEqual([]);
  });

  it('loses no frame that comes while it fetches', async () => {
    const { canvas } = await phone();
    site.hold();
    site.server.clear();
    await settle();
    paint(3);
    site.server.flush();
    site.release();
    await settle();
    expect(showsAll(canvas)).toBe(true);
    expect(canvas.board.value?.version).toBe(3);
  });

  it('asks after a new connection for its delta only', async () => {
    paint(2);
    site.server.flush();
    const { canvas } = await phone();
    world.wire.drop(1006);
    expect(canvas.state.value).toBe('offline');
    paint(3);
    site.server.flush();
    await pass(500);
    greet();
    await settle();
    expect(site.asked.map((one) => one.path)).toEqual(['changes?epoch=300&since=2']);
    expect(showsAll(canvas)).toBe(true);
    expect(canvas.state.value).toBe('live');
  });

  it('takes a snapshot if it was away longer than the ring is', async () => {
    const { canvas } = await phone();
    world.wire.drop(1006);
    paint(30);
    site.server.flush();
    await pass(500);
    greet();
    await settle();
    expect(site.asked.map((one) => one.path)).toEqual(['changes?epoch=300&since=0', 'snapshot', 'changes?epoch=300&since=28']);
    expect(showsAll(canvas)).toBe(true);
  });

  it('follows what the host changes', async () => {
    const { canvas } = await phone();
    world.wire.say('canvas.board', { ...site.board(), slots: 2 });
    expect(canvas.info.value?.slots).toBe(2);
  });

  it('forgets the board when another session begins, though epoch and version be the same', async () => {
    paint(2);
    site.server.flush();
    const { canvas } = await phone();
    world.wire.drop(1006);
    site.server = site.begun();
    site.server.place(3, 9);
    site.server.place(4, 9);
    await pass(500);
    greet('playing', session({ session_id: 2, status: 'pending', phase: 'lobby' }));
    expect(canvas.board.value).toBeNull();
    world.wire.say('session.state', session({ session_id: 2 }));
    await settle();
    expect(showsAll(canvas)).toBe(true);
  });

  it('asks nothing more when it is stopped', async () => {
    const { canvas } = await phone();
    canvas.stop();
    paint(3);
    site.server.flush();
    world.wire.drop(4106);
    await pass(20_000);
    expect(site.asked).toEqual([]);
  });

  it('asks for a placement that was accepted and does not show', async () => {
    const { canvas } = await phone();
    await canvas.place(1, 1, 2);
    site.asked.length = 0;
    await pass(1500);
    expect(site.asked).toEqual([]);
    paint(1);
    await pass(500);
    expect(site.paths('changes').length).toBe(1);
    expect(showsAll(canvas)).toBe(true);
  });
});

describe('without live frames', () => {
  it('asks every five seconds, at the cost of a 304 or a delta', async () => {
    const { canvas } = await phone();
    await idle();
    expect(canvas.state.value).toBe('polling');
    await pass(10_000);
    expect(site.paths('changes')).toEqual(['changes?epoch=300&since=0', 'changes?epoch=300&since=0']);
    paint(3);
    await pass(5000);
    expect(showsAll(canvas)).toBe(true);
    // Once it looked at the rules, for it cannot know what was changed between its last frame and its first question; and once in
    // fifteen seconds how late it is.
    expect([site.paths('changes').length, site.paths('board').length, site.paths('../state').length, site.asked.length]).toEqual([3, 1, 1, 5]);
  });

  it('takes a snapshot when the ring has passed it by, and after a clear', async () => {
    const { canvas } = await phone();
    await idle();
    paint(30);
    await pass(5000);
    expect(showsAll(canvas)).toBe(true);
    site.server.clear();
    paint(1);
    await pass(5000);
    expect(showsAll(canvas)).toBe(true);
    expect(canvas.info.value?.epoch).toBe(301);
  });

  it('does not pester a network that is gone, and is back with it', async () => {
    const { canvas } = await phone();
    await idle();
    site.down = true;
    await pass(120_000);
    expect(canvas.state.value).toBe('offline');
    expect(site.paths('changes').length).toBeLessThan(10);
    site.down = false;
    paint(2);
    await pass(30_000);
    expect(canvas.state.value).toBe('polling');
    expect(showsAll(canvas)).toBe(true);
  });

  it('does not wait for ever for an answer', async () => {
    const { canvas } = await phone();
    await idle();
    site.silent = true;
    await pass(15_500);
    expect(canvas.state.value).toBe('offline');
    site.silent = false;
    await pass(5000);
    expect(canvas.state.value).toBe('polling');
  });

  it('does not hurry when the server’s answers lead nowhere', async () => {
    const { canvas } = await phone();
    await idle();
    site.server.changes = () => 410;
    await pass(60_000);
    expect(site.asked.length).toBeLessThan(40);
    expect(canvas.board.value).not.toBeNull();
  });

  it('goes back to live frames by the queue', async () => {
    const { canvas } = await phone();
    await idle();
    paint(2);
    expect((await canvas.queue()).ok).toBe(true);
    expect(world.wires.length).toBe(2);
    greet('queue');
    await settle();
    expect(canvas.state.value).toBe('live');
    expect(showsAll(canvas)).toBe(true);
    site.asked.length = 0;
    await pass(20_000);
    expect(site.asked).toEqual([]);
  });

  it('comes back if it is in the queue already, and stays if it is refused', async () => {
    const { canvas } = await phone();
    await idle();
    site.refusal = { http: 409, code: 'action/paused' };
    await canvas.queue();
    expect(world.wires.length).toBe(1);
    site.refusal = { http: 409, code: 'canvas/already_in' };
    await canvas.queue();
    expect(world.wires.length).toBe(2);
  });

  it('comes back to the room when the party has gone on to something else', async () => {
    const { canvas } = await phone();
    await idle();
    site.over = true;
    await pass(5000);
    expect(canvas.state.value).toBe('over');
    expect(world.wires.length).toBe(2);
    greet('afk', session({ session_id: 2, game: 'arena' }));
    site.asked.length = 0;
    await pass(20_000);
    expect(site.asked).toEqual([]);
  });

  it('leaves the seat to the phone that has taken it over', async () => {
    const { canvas } = await phone();
    world.wire.drop(4101);
    site.over = true;
    await pass(20_000);
    expect(canvas.state.value).toBe('over');
    expect(world.wires.length).toBe(1);
  });

  it('does not storm a server that sends it away again', async () => {
    await phone();
    await idle();
    site.over = true;
    for (let i = 0; i < 12; i++) {
      await pass(5000);
      if (world.wire.readyState !== 0) continue;
      greet('afk', session({ status: 'finished', phase: 'finale' }));
      world.wire.drop(4106);
    }
    expect(world.wires.length).toBeLessThan(5);
  });

  it('comes back when it asks to play and there is nothing to play any more', async () => {
    for (const code of ['session/not_active', 'canvas/not_playing', 'canvas/already_in']) {
      world = new FakeWorld();
      site = new Site(world);
      const { canvas } = await phone();
      await idle();
      site.refusal = { http: 409, code };
      await canvas.queue();
      expect([code, world.wires.length]).toEqual([code, 2]);
    }
  });

  it('stays away when it may not play', async () => {
    const { canvas } = await phone();
    await idle();
    site.refusal = { http: 409, code: 'canvas/barred' };
    await canvas.queue();
    expect(world.wires.length).toBe(1);
  });

  it('is not called to a finale while the party stands still', async () => {
    site.endsAt = 65_000;
    await phone();
    await idle();
    site.told = session({ clock: { now: 53_000, running: false } });
    await pass(60_000);
    expect(world.wires.length).toBe(1);
    expect(site.paths('../state').length).toBe(4);
    site.told = session({ clock: { now: 65_000, running: true } });
    await pass(5000);
    expect(world.wires.length).toBe(2);
  });

  it('comes back when the session is over, whatever the rules say', async () => {
    await phone();
    await idle();
    site.told = session({ status: 'finished', phase: 'finale' });
    await pass(5000);
    expect(world.wires.length).toBe(2);
  });

  it('comes back for the finale', async () => {
    site.endsAt = 60_000;
    await phone();
    await idle();
    await pass(10_000);
    expect(world.wires.length).toBe(2);
  });

  it('comes back for the finale that the host has called early', async () => {
    site.endsAt = 3_600_000;
    await phone();
    await idle();
    await pass(30_000);
    // The party's clock, not this world's.
    site.endsAt = 50_000 + world.now();
    await pass(5000);
    expect(world.wires.length).toBe(2);
  });
});

describe('an anonymous viewer', () => {
  it('sees the board from afar first, then the board, its rules and its changes', async () => {
    site.hold();
    const canvas = await anonymous();
    site.release();
    await settle();
    expect(site.asked.map((one) => one.path)).toEqual(['board', 'overview', 'snapshot', 'changes?epoch=300&since=0']);
    expect(canvas.info.value?.width).toBe(6);
    expect(canvas.state.value).toBe('polling');
    expect(canvas.preview.value).toBeNull();
    paint(3);
    await pass(5000);
    expect(showsAll(canvas)).toBe(true);
  });

  it('looks at the rules when the epoch is another, and when the host has changed them', async () => {
    const canvas = await anonymous();
    site.server.clear();
    await pass(5000);
    expect(canvas.info.value?.epoch).toBe(301);
    site.asked.length = 0;
    await pass(60_000);
    expect(site.paths('board')).toEqual([]);
    site.endsAt = 70_000;
    await pass(5000);
    expect(canvas.info.value?.ends_at).toBe(70_000);
    await pass(20_000);
    expect(site.paths('board').length).toBe(1);
    canvas.stop();
  });

  it('looks again when a look has brought nothing', async () => {
    const canvas = await anonymous();
    site.blind = true;
    site.endsAt = 70_000;
    await pass(10_000);
    site.blind = false;
    await pass(5000);
    expect(canvas.info.value?.ends_at).toBe(70_000);
  });

  it('says that it is over, looks seldom, and goes on with the next canvas', async () => {
    const canvas = await anonymous();
    site.over = true;
    await pass(5000);
    expect(canvas.state.value).toBe('over');
    site.asked.length = 0;
    await pass(60_000);
    expect(site.asked.length).toBeLessThan(4);
    site.over = false;
    paint(2);
    await pass(35_000);
    expect(canvas.state.value).toBe('polling');
    expect(showsAll(canvas)).toBe(true);
  });

  it('is there as soon as the machine is', async () => {
    site.down = true;
    const canvas = await anonymous();
    expect(canvas.state.value).toBe('offline');
    site.down = false;
    await pass(5000);
    expect(canvas.state.value).toBe('polling');
    expect(canvas.info.value).not.toBeNull();
  });
});

describe('actions', () => {
  it('go in the seat’s name, each under an id of its own', async () => {
    const { canvas } = await phone();
    const answer = await canvas.place(2, 3, 4);
    await canvas.place(2, 3, 4);
    const [first, second] = site.asked;
    expect(answer).toEqual({ ok: true, value: { version: 1, next_at: 1 } });
    expect(first).toMatchObject({ path: 'place', token: 'Bearer secret', body: { x: 2, y: 3, color: 4, epoch: 300 } });
    expect(first?.body['action_id']).toMatch(/^[0-9a-f]{24}$/);
    expect(second?.body['action_id']).not.toBe(first?.body['action_id']);
  });

  it('are repeated once under the same id when no answer came', async () => {
    const { canvas } = await phone();
    site.down = true;
    const placed = canvas.place(2, 3, 4);
    await settle();
    site.down = false;
    await pass(500);
    expect((await placed).ok).toBe(true);
    const ids = site.asked.map((one) => one.body['action_id']);
    expect(ids.length).toBe(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('are repeated for longer when a pixel is placed', async () => {
    const { canvas } = await phone();
    site.down = true;
    const placed = canvas.place(2, 3, 4);
    await pass(3500);
    site.down = false;
    await pass(3000);
    expect((await placed).ok).toBe(true);
    expect(new Set(site.asked.map((one) => one.body['action_id'])).size).toBe(1);
  });

  it('are given up after that', async () => {
    const { canvas } = await phone();
    site.down = true;
    const placed = canvas.undo();
    await pass(1000);
    expect(await placed).toMatchObject({ ok: false, error: { code: 'page/offline' } });
    expect(site.asked.length).toBe(2);
  });

  it('are not repeated when they are refused', async () => {
    const { canvas } = await phone();
    site.refusal = { http: 429, code: 'canvas/cooldown' };
    expect(await canvas.place(1, 1, 1)).toMatchObject({ ok: false, error: { code: 'canvas/cooldown' } });
    expect(site.asked.length).toBe(1);
  });

  it('look for what is new when the epoch was an old one', async () => {
    const { canvas } = await phone();
    site.refusal = { http: 409, code: 'canvas/epoch' };
    await canvas.place(1, 1, 1);
    await settle();
    expect(site.paths('changes').length).toBe(1);
  });

  it('of the host carry what they are about', async () => {
    const { canvas } = await phone();
    const area = { x: 1, y: 2, width: 3, height: 4 };
    await canvas.host.protect(area);
    await canvas.host.bar(7, true);
    await canvas.host.preview({ player_id: 7 });
    await canvas.host.layTemplate(new Blob(['png']), area);
    expect(site.asked.map((one) => one.path)).toEqual(['protect', 'bar', 'preview', 'template?x=1&y=2&width=3&height=4']);
    expect(site.asked[0]?.body).toMatchObject({ area });
    expect(site.asked[2]?.body).toEqual({ by: { player_id: 7 } });
  });
});
