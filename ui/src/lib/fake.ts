// A world for tests: sockets that a test opens, feeds and closes by hand, and a clock that moves only when told.
import type { Keep } from './outbox';
import type { Wire, World } from './socket';

export class FakeWire implements Wire {
  readyState = 0;
  binaryType: BinaryType = 'blob';
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly sent: { type: string; payload: Record<string, unknown> }[] = [];
  closed = false;

  constructor(readonly url: string) {}

  send(frame: string): void {
    this.sent.push(JSON.parse(frame) as { type: string; payload: Record<string, unknown> });
  }

  close(): void {
    this.readyState = 3;
    this.closed = true;
  }

  accept(): void {
    this.readyState = 1;
    this.onopen?.({} as Event);
  }

  say(type: string, payload: unknown): void {
    this.onmessage?.({ data: JSON.stringify({ type, timestamp: '', trace_id: '', payload }) } as MessageEvent);
  }

  show(bytes: ArrayBuffer): void {
    this.onmessage?.({ data: bytes } as MessageEvent);
  }

  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }

  of(type: string): Record<string, unknown>[] {
    return this.sent.filter((message) => message.type === type).map((message) => message.payload);
  }
}

export class FakeWorld implements World {
  readonly wires: FakeWire[] = [];
  /** What chance says, from 0 to 1. */
  drawn = 1;
  private time = 1000;
  private tasks: { at: number; task: () => void }[] = [];

  get wire(): FakeWire {
    const last = this.wires[this.wires.length - 1];
    if (!last) throw new Error('no socket was opened');
    return last;
  }

  open(url: string): Wire {
    const wire = new FakeWire(url);
    this.wires.push(wire);
    return wire;
  }

  now(): number {
    return this.time;
  }

  random(): number {
    return this.drawn;
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.time + ms, task };
    this.tasks.push(entry);
    return () => {
      this.tasks = this.tasks.filter((one) => one !== entry);
    };
  }

  /** Moves time on, and does what falls due on the way. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.tasks.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.tasks = this.tasks.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.task();
    }
    this.time = end;
  }
}

export class FakeKeep implements Keep {
  readonly kept = new Map<string, string>();

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }
}
