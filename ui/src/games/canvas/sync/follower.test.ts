import { describe, expect, it } from 'vitest';
import { Follower, type Check, type Found, type Want } from './follower';
import { CALM, dice, item, Line, ModelServer, same, type Weather } from './model';
import { readChanges, readFrame, readSnapshot, type PlacedFrame } from './wire';

const RUNS = 10_000;
const SIZE = { width: 5, height: 4, snapshotEvery: 6 };
const STORMY_TICKS = 70;
const LAST_TICKS = 12;

/** One client and one server, and what a seed does to them. */
class Play {
  readonly follower: Follower;
  readonly server: ModelServer;
  private readonly roll: () => number;
  private readonly requests: Line;
  private frames: Line;
  private weather: Weather;
  private online = false;
  private asked: Want | null = null;
  private now = 0;

  constructor(seed: number, without: Check | null) {
    this.roll = dice(seed);
    this.follower = new Follower(without);
    this.server = new ModelServer({ ...SIZE, ring: 10 + this.below(60) }, 250 + this.below(8), (frame) => this.show(frame));
    this.requests = new Line(this.roll, false);
    this.frames = new Line(this.roll, true);
    this.weather = { lost: this.roll() * 0.3, doubled: this.roll() * 0.3, delay: 1 + this.below(12) };
  }

  /** Bad weather for a while; then a last greeting, after which painting goes on a little while the client heals. */
  run(check: () => void = () => undefined): boolean {
    this.connect();
    for (let i = 0; i < STORMY_TICKS; i++) this.tick(true, check);
    this.weather = CALM;
    this.connect();
    for (let i = 0; i < LAST_TICKS; i++) this.tick(true, check);
    this.server.flush();
    for (let i = 0; i < 200 && !this.quiet; i++) this.tick(false, check);
    return this.agrees;
  }

  get honest(): boolean {
    const board = this.follower.board;
    return !board || this.server.wasEver(board.epoch, board.version, board.cells);
  }

  private get agrees(): boolean {
    const { board, want } = this.follower;
    return !want && board !== null && board.epoch === this.server.epoch && board.version === this.server.version && same(board.cells, this.server.cells);
  }

  private get quiet(): boolean {
    return this.frames.empty && this.requests.empty && !this.follower.want;
  }

  private tick(painting: boolean, check: () => void): void {
    this.now += 1;
    if (painting) this.happen();
    this.frames.tick(this.now);
    this.requests.tick(this.now);
    this.fetch();
    check();
  }

  private happen(): void {
    const drawn = this.roll();
    if (drawn < 0.5) this.paint();
    else if (drawn < 0.53) this.server.rollback(1 + this.below(6));
    else if (drawn < 0.55) this.server.clear();
    else if (drawn < 0.56) this.server.unclear();
    else if (drawn < 0.58 && this.weather !== CALM) this.disconnect();
    else if (!this.online && drawn < 0.75) this.connect();
    if (this.roll() < 0.4) this.server.flush();
  }

  private paint(): void {
    for (let i = this.below(4); i >= 0; i--) this.server.place(this.below(SIZE.width * SIZE.height), this.below(5));
  }

  private show(bytes: ArrayBuffer): void {
    if (!this.online) return;
    this.frames.send(this.now, this.weather, () => {
      const frame = readFrame(bytes);
      if (frame) this.follower.frame(frame);
    });
  }

  private disconnect(): void {
    this.online = false;
    this.frames.cut();
  }

  // A greeting is not lost: without it there is no connection.
  private connect(): void {
    this.disconnect();
    this.online = true;
    const { epoch } = this.server;
    this.frames = new Line(this.roll, true);
    this.frames.send(this.now, { ...this.weather, lost: 0 }, () => this.follower.hello(epoch));
  }

  private fetch(): void {
    const { want } = this.follower;
    if (!want || want === this.asked) return;
    this.asked = want;
    let answered = false;
    this.requests.send(this.now, this.weather, () => {
      const found = this.look(want);
      this.requests.send(this.now, this.weather, () => {
        answered = true;
        this.follower.answer(want, found);
      });
    });
    // The client's own patience ends: it asks for the same again.
    this.requests.send(this.now, { lost: 0, doubled: 0, delay: 30 }, () => {
      if (!answered && this.asked === want) this.asked = null;
    });
  }

  private look(want: Want): Found {
    if (want.kind === 'snapshot') {
      const snapshot = readSnapshot(this.server.snapshot());
      return snapshot ? { kind: 'snapshot', snapshot } : { kind: 'gone' };
    }
    const answer = this.server.changes(want.epoch, want.since);
    if (answer === 304) return { kind: 'same' };
    const changes = typeof answer === 'number' ? null : readChanges(answer);
    return changes ? { kind: 'changes', changes } : { kind: 'gone' };
  }

  private below(most: number): number {
    return Math.floor(this.roll() * most);
  }
}

function failing(without: Check): number | null {
  for (let seed = 0; seed < RUNS; seed++) if (!new Play(seed, without).run()) return seed;
  return null;
}

describe('a client in bad weather', () => {
  it('ends with the server’s board, cell by cell, in ten thousand evenings, and shows nothing on the way that never was', () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const play = new Play(seed, null);
      const agreed = play.run(() => {
        if (!play.honest) throw new Error(`seed ${seed}: a board that never was`);
      });
      if (!agreed) throw new Error(`seed ${seed}: another board than the server's`);
    }
  }, 60_000);

  it.each<Check>(['gap', 'queue', 'epoch'])('does not without its check: %s', (check) => {
    expect(failing(check)).not.toBeNull();
  }, 60_000);
});

const snapshot = (epoch: number, version: number, width = 4): Found => ({
  kind: 'snapshot',
  snapshot: { epoch, version, width, height: 1, cells: new Uint8Array(width) },
});

const changes = (epoch: number, since: number, version: number, ...items: number[]): Found => ({
  kind: 'changes',
  changes: { epoch, since, version, items: new Uint32Array(items) },
});

const frame = (epoch: number, version: number, ...items: number[]): PlacedFrame => ({
  kind: 'placed',
  epoch: epoch & 0xff,
  version,
  items: new Uint32Array(items),
  seats: null,
});

/** In step at version 5 of epoch 300, nothing painted. */
function inStep(): Follower {
  const follower = new Follower();
  answer(follower, snapshot(300, 3));
  answer(follower, changes(300, 3, 5));
  expect(follower.want).toBeNull();
  return follower;
}

function answer(follower: Follower, found: Found): void {
  if (!follower.want) throw new Error('nothing is wanted');
  follower.answer(follower.want, found);
}

const pixels = (follower: Follower): number[] => Array.from(follower.board?.cells ?? []);

describe('the follower', () => {
  it('begins with a snapshot and what came after it', () => {
    const follower = new Follower();
    expect(follower.want).toEqual({ kind: 'snapshot', epoch: null });
    answer(follower, snapshot(300, 3));
    expect(follower.want).toEqual({ kind: 'changes', epoch: 300, since: 3 });
    answer(follower, { kind: 'same' });
    expect(follower.want).toBeNull();
  });

  it('leaves out of a frame what it already knows', () => {
    const follower = inStep();
    follower.board?.paint({ items: new Uint32Array([item(0, 9)]), seats: null }, 6, true);
    follower.frame(frame(300, 7, item(0, 1), item(0, 2), item(1, 3)));
    expect(pixels(follower)).toEqual([9, 3, 0, 0]);
    follower.frame(frame(300, 6, item(0, 1)));
    expect(pixels(follower)).toEqual([9, 3, 0, 0]);
    expect(follower.board?.version).toBe(7);
  });

  it('asks once for a gap, and lays what came meanwhile over the answer', () => {
    const follower = inStep();
    follower.frame(frame(300, 8, item(2, 8)));
    const { want } = follower;
    expect(want).toEqual({ kind: 'changes', epoch: 300, since: 5 });
    follower.frame(frame(300, 9, item(2, 9)));
    expect(follower.want).toBe(want);
    answer(follower, changes(300, 5, 7, item(0, 7)));
    expect(pixels(follower)).toEqual([7, 0, 9, 0]);
    expect(follower.want).toBeNull();
  });

  it('asks again while a gap remains', () => {
    const follower = inStep();
    follower.frame(frame(300, 9, item(2, 9)));
    answer(follower, changes(300, 5, 6, item(0, 6)));
    expect(follower.want).toEqual({ kind: 'changes', epoch: 300, since: 6 });
  });

  it('paints nothing of an epoch gone by, and nothing of a new one on the old board', () => {
    const follower = inStep();
    follower.frame(frame(299, 6, item(0, 1)));
    expect(follower.want).toBeNull();
    follower.frame(frame(301, 1, item(1, 1)));
    expect(follower.want).toEqual({ kind: 'snapshot', epoch: 301 });
    expect(pixels(follower)).toEqual([0, 0, 0, 0]);
    answer(follower, snapshot(301, 0));
    answer(follower, { kind: 'same' });
    expect(pixels(follower)).toEqual([0, 1, 0, 0]);
  });

  it('takes the word for a new epoch once, and none for an old one', () => {
    const follower = inStep();
    follower.frame({ kind: 'epoch', epoch: 300 });
    expect(follower.want).toBeNull();
    follower.frame({ kind: 'epoch', epoch: 301 });
    const { want } = follower;
    follower.frame({ kind: 'epoch', epoch: 301 });
    expect(follower.want).toBe(want);
    follower.frame({ kind: 'epoch', epoch: 302 });
    expect(follower.want).toEqual({ kind: 'snapshot', epoch: 302 });
  });

  it('follows over the wrap of the epoch’s 8 bits', () => {
    const follower = new Follower();
    answer(follower, snapshot(255, 0));
    answer(follower, { kind: 'same' });
    follower.frame(frame(256, 1, item(3, 3)));
    expect(follower.want).toEqual({ kind: 'snapshot', epoch: 256 });
  });

  it('does not mind answers that nobody waits for', () => {
    const follower = inStep();
    follower.ask();
    const { want } = follower;
    if (!want) throw new Error('nothing is wanted');
    follower.answer(want, changes(300, 5, 6, item(0, 1)));
    follower.frame(frame(300, 7, item(0, 2)));
    follower.answer(want, changes(300, 5, 6, item(0, 1)));
    follower.answer({ kind: 'snapshot', epoch: null }, snapshot(299, 80));
    expect(pixels(follower)).toEqual([2, 0, 0, 0]);
    expect(follower.board?.version).toBe(7);
  });

  it('asks on a greeting for what it has missed, and for a snapshot if the epoch is another', () => {
    const follower = inStep();
    follower.hello(300);
    expect(follower.want).toEqual({ kind: 'changes', epoch: 300, since: 5 });
    const before = follower.want;
    follower.hello(300);
    expect(follower.want).not.toBe(before);
    follower.hello(44);
    expect(follower.want).toEqual({ kind: 'snapshot', epoch: 44 });
  });

  it('does not begin the same snapshot anew on a greeting', () => {
    const follower = new Follower();
    const { want } = follower;
    follower.hello(300);
    expect(follower.want).toBe(want);
  });

  it('takes a snapshot when the changes are gone, also one of a lower version', () => {
    const follower = inStep();
    follower.ask();
    answer(follower, { kind: 'gone' });
    answer(follower, snapshot(300, 2));
    expect(follower.board?.version).toBe(2);
    expect(follower.want).toEqual({ kind: 'changes', epoch: 300, since: 2 });
  });

  it('fetches anew what would be too much to keep', () => {
    const follower = inStep();
    follower.ask();
    const many = new Uint32Array(40_000).fill(item(0, 1));
    follower.frame({ ...frame(300, 40_005), items: many });
    follower.frame({ ...frame(300, 80_005), items: many });
    answer(follower, { kind: 'same' });
    expect(follower.want).toEqual({ kind: 'changes', epoch: 300, since: 5 });
  });

  it('keeps its board for one of the same size, and makes another for another', () => {
    const follower = inStep();
    const { board } = follower;
    follower.frame({ kind: 'epoch', epoch: 301 });
    answer(follower, snapshot(301, 0));
    expect(follower.board).toBe(board);
    follower.frame({ kind: 'epoch', epoch: 302 });
    answer(follower, snapshot(302, 0, 6));
    expect(follower.board).not.toBe(board);
  });
});
