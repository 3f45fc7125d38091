// For tests: a small server of the canvas with its ring, snapshots and epochs, speaking the real binary forms, and a network
// that loses, doubles and delays what its seed says. Time is counted in ticks.
import { cellOf, colourOf } from './wire';

/** Mulberry32: the same seed draws the same numbers. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function item(cell: number, colour: number): number {
  return ((colour << 24) | cell) >>> 0;
}

/** A body from its fields, each with its width in bytes. */
export function body(...fields: readonly (readonly [bytes: 1 | 2 | 4, value: number])[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 1) view.setUint8(at, value);
    else if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return view.buffer as ArrayBuffer;
}

const words = (items: readonly number[]): (readonly [4, number])[] => items.map((value) => [4, value] as const);

export function placedFrame(epoch: number, version: number, items: readonly number[]): ArrayBuffer {
  return body([1, 1], [1, epoch & 0xff], [2, items.length], [4, version], ...words(items));
}

/** With the seats that the TV and the host are told. */
export function placedByFrame(epoch: number, version: number, items: readonly number[], seats: readonly number[]): ArrayBuffer {
  const pairs = items.reduce<number[]>((all, one, i) => all.concat(one, seats[i] ?? 0), []);
  return body([1, 2], [1, epoch & 0xff], [2, items.length], [4, version], ...words(pairs));
}

export function epochFrame(epoch: number): ArrayBuffer {
  return body([1, 3], [1, epoch & 0xff], [2, 0], [4, epoch]);
}

export function changesBody(epoch: number, since: number, version: number, items: readonly number[]): ArrayBuffer {
  return body([1, 4], [1, epoch & 0xff], [2, 0], [4, version], [4, since], [4, items.length], [4, epoch], ...words(items));
}

/** `cells` as they lie in the chunks; row by row if the board is no wider than one. */
export function snapshotBody(epoch: number, version: number, width: number, height: number, cells: ArrayLike<number>, chunk = 64): ArrayBuffer {
  const pixels = Array.from(cells, (colour) => [1, colour] as const);
  return body([1, 5], [1, epoch & 0xff], [2, chunk], [4, version], [2, width], [2, height], [4, epoch], [4, 0], ...pixels);
}

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Placements that the ring holds; more than there are between two snapshots. */
  readonly ring: number;
  readonly snapshotEvery: number;
}

export class ModelServer {
  version = 0;
  cells: Uint8Array;
  private ring: { version: number; item: number }[] = [];
  private unsent: number[] = [];
  private packed: { version: number; cells: Uint8Array };
  private beforeClear: Uint8Array | null = null;
  private readonly past = new Map<string, Uint8Array>();

  constructor(
    readonly size: Size,
    public epoch: number,
    /** Everything that goes to all sockets. */
    private readonly broadcast: (frame: ArrayBuffer) => void,
  ) {
    this.cells = new Uint8Array(size.width * size.height);
    this.packed = { version: 0, cells: this.cells.slice() };
    this.remember();
  }

  place(cell: number, colour: number): void {
    this.cells[cell] = colour;
    this.version += 1;
    this.unsent.push(item(cell, colour));
    this.ring = this.ring.concat({ version: this.version, item: item(cell, colour) }).slice(-this.size.ring);
    if (this.version % this.size.snapshotEvery === 0) this.packed = { version: this.version, cells: this.cells.slice() };
    this.remember();
  }

  /** The operator paints over the latest placements: each is a placement of its own. */
  rollback(count: number): void {
    for (const one of this.ring.slice(-count).reverse()) this.place(cellOf(one.item), (colourOf(one.item) + 1) % 4);
  }

  clear(): void {
    const cleared = this.cells;
    this.begin(new Uint8Array(cleared.length));
    this.beforeClear = cleared;
  }

  unclear(): void {
    if (this.beforeClear) this.begin(this.beforeClear.slice());
    this.beforeClear = null;
  }

  flush(): void {
    if (this.unsent.length > 0) this.broadcast(placedFrame(this.epoch, this.version, this.unsent));
    this.unsent = [];
  }

  snapshot(): ArrayBuffer {
    return snapshotBody(this.epoch, this.packed.version, this.size.width, this.size.height, this.packed.cells);
  }

  /** The changes, or the status that says that there are none to be had. */
  changes(epoch: number, since: number): ArrayBuffer | 304 | 410 | 422 {
    if (epoch !== this.epoch) return 410;
    if (since >= this.version) return since > this.version ? 422 : 304;
    const oldest = this.ring[0];
    if (!oldest || oldest.version > since + 1) return 410;
    const latest = new Map<number, number>();
    for (const one of this.ring) if (one.version > since) latest.set(cellOf(one.item), one.item);
    return changesBody(epoch, since, this.version, Array.from(latest.values()));
  }

  /** Did the board ever look like that at that version? */
  wasEver(epoch: number, version: number, cells: Uint8Array): boolean {
    const then = this.past.get(`${epoch}-${version}`);
    return then !== undefined && same(then, cells);
  }

  private begin(cells: Uint8Array): void {
    this.flush();
    this.epoch += 1;
    this.version = 0;
    this.cells = cells;
    this.ring = [];
    this.packed = { version: 0, cells: cells.slice() };
    this.remember();
    this.broadcast(epochFrame(this.epoch));
  }

  private remember(): void {
    this.past.set(`${this.epoch}-${this.version}`, this.cells.slice());
  }
}

export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((colour, cell) => colour === other[cell]);
}

/** How bad a network is; every figure a probability, delays in ticks. */
export interface Weather {
  readonly lost: number;
  readonly doubled: number;
  readonly delay: number;
}

export const CALM: Weather = { lost: 0, doubled: 0, delay: 5 };

/** One way through the network. */
export class Line {
  private travelling: { due: number; arrive: () => void }[] = [];
  private last = 0;

  constructor(
    private readonly roll: () => number,
    /** Does what was sent later arrive later? A socket's frames do, separate requests do not. */
    private readonly ordered: boolean,
  ) {}

  get empty(): boolean {
    return this.travelling.length === 0;
  }

  send(now: number, weather: Weather, arrive: () => void): void {
    if (this.roll() < weather.lost) return;
    const copies = this.roll() < weather.doubled ? 2 : 1;
    for (let i = 0; i < copies; i++) this.travelling.push({ due: this.due(now, weather), arrive });
  }

  /** All that arrives at this tick. */
  tick(now: number): void {
    const arriving = this.travelling.filter((one) => one.due <= now);
    this.travelling = this.travelling.filter((one) => one.due > now);
    arriving.forEach((one) => one.arrive());
  }

  /** What travels is lost. */
  cut(): void {
    this.travelling = [];
  }

  private due(now: number, weather: Weather): number {
    const drawn = now + 1 + Math.floor(this.roll() * weather.delay);
    this.last = this.ordered ? Math.max(this.last, drawn) : drawn;
    return this.last;
  }
}
