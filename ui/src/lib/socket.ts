// One connection that heals: it opens, listens, notices when the other side has died, and comes back with a jittered
// back-off, or at once when the page is looked at again. It knows envelopes and close codes, and nothing of what they carry.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { ClientPayloads } from '../protocol.gen';
import { awayReason, decode, encode, type AwayReason, type ClientType } from './wire';

/** How the connection stands. `lost` says how many tries have failed since it was last open. */
export type Connection =
  | { state: 'connecting' }
  | { state: 'open' }
  | { state: 'lost'; tries: number }
  | { state: 'away'; reason: AwayReason };

/** What is used of a WebSocket. */
export interface Wire {
  readyState: number;
  binaryType: BinaryType;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(frame: string): void;
  close(): void;
}

/** The outside world, handed in so that tests own time and chance. */
export interface World {
  open(url: string): Wire;
  now(): number;
  random(): number;
  after(ms: number, task: () => void): () => void;
}

export interface Listener {
  /** The socket is open; `system.hello` comes next. */
  opened(): void;
  message(type: string, payload: unknown): void;
  /** A binary frame: its meaning is the game's own matter. */
  binary(frame: ArrayBuffer): void;
}

/** Nothing was heard for so long after a ping: the other side is gone, whatever the socket believes. */
const SILENCE = 6000;
/** The same while a guest waits: the page has just been looked at again, something was asked for, or a level runs. */
const SHORT_SILENCE = 2500;
const PING_EVERY = 10_000;
/** While a level runs. */
const PING_OFTEN = 4000;
/** A handful of pings at the start finds the clock's offset; (ms apart). */
const BURST = 5;
const BURST_EVERY = 250;
const OPENING = 8000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
const OPEN = 1;

export class Socket {
  private readonly status = signal<Connection>({ state: 'connecting' });
  private wire: Wire | null = null;
  private tries = 0;
  private cancelRetry: (() => void) | null = null;
  private cancelPing: (() => void) | null = null;
  private cancelSilence: (() => void) | null = null;
  private cancelOpening: (() => void) | null = null;
  private silenceDue = 0;
  private watched = false;
  private closed = false;

  constructor(
    private readonly url: () => string,
    private readonly listener: Listener,
    private readonly world: World,
  ) {
    this.connect();
  }

  get connection(): ReadonlySignal<Connection> {
    return this.status;
  }

  /** Sends it now, or says that it cannot. */
  send<T extends ClientType>(type: T, payload: ClientPayloads[T]): boolean {
    const wire = this.wire;
    if (!wire || wire.readyState !== OPEN) return false;
    wire.send(encode(type, payload));
    return true;
  }

  /** The page is looked at again, or the network is back: do not wait any longer. */
  wake(): void {
    const { state } = this.status.peek();
    if (this.closed || state === 'away') return;
    if (state === 'open') {
      // A phone that slept must not be judged by a silence that began before.
      this.calm();
      this.check();
    } else if (this.cancelRetry) this.connect();
  }

  /** A guest waits for an answer: is anybody there? */
  check(): void {
    this.probe(SHORT_SILENCE);
  }

  /** The device says that its network is gone. */
  unplugged(): void {
    if (this.wire) this.lost(null);
  }

  /** Looks closely whether the other side lives, as long as a level runs. */
  watch(closely: boolean): void {
    const sooner = closely && !this.watched;
    this.watched = closely;
    if (sooner && this.status.peek().state === 'open') this.ping(BURST);
  }

  /** The guest wants this page to be the one after all. */
  comeBack(): void {
    this.closed = false;
    this.tries = 0;
    this.connect();
  }

  /** Measures the clock anew: party time was stopped or has begun to run. */
  measure(): void {
    this.ping(BURST);
  }

  /** Ends it for good. */
  close(): void {
    this.closed = true;
    this.abandon();
  }

  private connect(): void {
    this.abandon();
    this.status.value = this.tries === 0 ? { state: 'connecting' } : { state: 'lost', tries: this.tries };
    const wire = this.world.open(this.url());
    this.wire = wire;
    wire.binaryType = 'arraybuffer';
    this.cancelOpening = this.world.after(OPENING, () => this.lost(null));
    wire.onopen = () => this.opened();
    wire.onmessage = (event) => this.heard(event.data);
    wire.onclose = (event) => this.lost(event.code);
  }

  private opened(): void {
    if (this.cancelOpening) this.cancelOpening();
    this.cancelOpening = null;
    this.listener.opened();
  }

  private heard(frame: unknown): void {
    this.calm();
    if (frame instanceof ArrayBuffer) {
      this.listener.binary(frame);
      return;
    }
    const envelope = decode(frame);
    if (!envelope) return;
    if (envelope.type === 'system.hello') this.welcomed();
    this.listener.message(envelope.type, envelope.payload);
  }

  // Only a hello proves that somebody is there: a proxy may accept a socket and close it at once.
  private welcomed(): void {
    this.tries = 0;
    this.status.value = { state: 'open' };
    this.ping(BURST);
  }

  private ping(burst: number): void {
    if (this.cancelPing) this.cancelPing();
    this.probe(this.watched ? SHORT_SILENCE : SILENCE);
    const pause = this.watched ? PING_OFTEN : PING_EVERY;
    this.cancelPing = this.world.after(burst > 1 ? BURST_EVERY : pause, () => this.ping(Math.max(1, burst - 1)));
  }

  // A later probe never gives more time than an earlier one has left.
  private probe(patience: number): void {
    const now = this.world.now();
    if (!this.send('ping', { sent: now })) return;
    if (this.cancelSilence && this.silenceDue <= now + patience) return;
    this.calm();
    this.silenceDue = now + patience;
    this.cancelSilence = this.world.after(patience, () => this.lost(null));
  }

  private calm(): void {
    if (this.cancelSilence) this.cancelSilence();
    this.cancelSilence = null;
  }

  private lost(code: number | null): void {
    this.abandon();
    if (this.closed) return;
    const reason = code === null ? null : awayReason(code);
    if (reason) {
      this.status.value = { state: 'away', reason };
      return;
    }
    this.tries += 1;
    this.status.value = { state: 'lost', tries: this.tries };
    this.cancelRetry = this.world.after(this.wait(), () => this.connect());
  }

  /** After a router's restart a whole party comes back at once: half of the wait is drawn. */
  private wait(): number {
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * Math.pow(2, this.tries - 1));
    return longest / 2 + (longest / 2) * this.world.random();
  }

  /** Lets go of the present socket and of everything that waits for it. */
  private abandon(): void {
    for (const cancel of [this.cancelRetry, this.cancelPing, this.cancelSilence, this.cancelOpening]) if (cancel) cancel();
    this.cancelRetry = this.cancelPing = this.cancelSilence = this.cancelOpening = null;
    const wire = this.wire;
    this.wire = null;
    if (!wire) return;
    wire.onopen = wire.onmessage = wire.onclose = null;
    wire.close();
  }
}

/** The browser's own world. */
export const browser: World = {
  open: (url) => new WebSocket(url),
  now: () => performance.now(),
  random: () => Math.random(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
