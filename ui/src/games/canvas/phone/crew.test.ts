import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from './orders';

/** Takes every call, and gives itself back. */
const anything: object = new Proxy(() => undefined, { get: (_, key) => (key === Symbol.toPrimitive ? () => 0 : anything), apply: () => anything, set: () => true });

class FakeCanvas {
  style = {};
  classList = { add: () => undefined };
  localName = 'canvas';
  removed = false;
  getContext = () => anything;
  appendChild = () => undefined;
  insertBefore = () => undefined;
  remove = () => void (this.removed = true);
  transferControlToOffscreen(): object {
    return {};
  }
}

class FakeWorker {
  static last: FakeWorker;
  static lives = 0;
  onerror: (() => void) | null = null;
  onmessage: ((message: { data: number }) => void) | null = null;
  readonly heard: (Order | { do: 'open' })[] = [];

  constructor() {
    FakeWorker.last = this;
    FakeWorker.lives++;
  }

  postMessage(order: Order): void {
    this.heard.push(order);
  }

  terminate(): void {
    FakeWorker.lives--;
  }
}

const sight = { view: { scale: 1, x: 0, y: 0, turn: 0, mirror: false }, stage: { left: 0, top: 0, width: 9, height: 9 } } as const;
const look: Order = { do: 'look', from: sight, board: { width: 2, height: 2 } };

describe('the crew', () => {
  beforeEach(() => {
    FakeWorker.lives = 0;
    vi.stubGlobal('window', { addEventListener: () => undefined });
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('document', { createElement: () => new FakeCanvas() });
    vi.stubGlobal('HTMLCanvasElement', FakeCanvas);
    vi.stubGlobal('OffscreenCanvas', FakeCanvas);
    vi.stubGlobal('ImageData', class { data = new Uint8ClampedArray(4 * 257 * 257); });
    vi.stubGlobal('Worker', FakeWorker);
    vi.stubGlobal('requestAnimationFrame', () => 1);
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
  });
  afterEach(() => void vi.unstubAllGlobals());

  async function hired() {
    const { Crew } = await import('./crew');
    const rested = vi.fn();
    const hung: FakeCanvas[] = [];
    const host = { appendChild: (one: FakeCanvas) => hung.push(one) } as unknown as HTMLElement;
    return { crew: new Crew(host, { beforeFrame: () => false, rested }), rested, hung };
  }

  it('gives a worker cells of its own', async () => {
    const { crew } = await hired();
    const pixels = { width: 2, height: 2, cells: new Uint8Array([1, 2, 3, 4]) };
    crew.obey({ do: 'board', pixels });
    const items = new Uint32Array([9, 0x05000001, 9]).subarray(1, 2);
    crew.obey({ do: 'cells', items });
    const [, board, cells] = FakeWorker.last.heard;
    pixels.cells[0] = 9;
    expect(board).toEqual({ do: 'board', pixels: { width: 2, height: 2, cells: new Uint8Array([1, 2, 3, 4]) } });
    expect(cells).toEqual({ do: 'cells', items: new Uint32Array([0x05000001]) });
    expect((cells as { items: Uint32Array }).items.buffer.byteLength).toBe(4);
  });

  it('believes that the board rests only if it has not moved on since', async () => {
    const { crew, rested } = await hired();
    crew.obey(look);
    crew.obey(look);
    FakeWorker.last.onmessage?.({ data: 1 });
    expect(rested).not.toHaveBeenCalled();
    FakeWorker.last.onmessage?.({ data: 2 });
    expect(rested).toHaveBeenCalledOnce();
  });

  it('draws on the page when the worker has failed, from the board as it is now', async () => {
    const { crew, hung } = await hired();
    crew.obey({ do: 'board', pixels: { width: 2, height: 2, cells: new Uint8Array(4) } });
    crew.obey({ do: 'look', from: sight, board: { width: 2, height: 2 } });
    expect(hung.length).toBe(1);
    FakeWorker.last.onerror?.();
    expect(FakeWorker.lives).toBe(0);
    expect(hung[0]?.removed).toBe(true);
    expect(hung.length).toBeGreaterThan(1);
    const heard = FakeWorker.last.heard.length;
    crew.obey(look);
    expect(FakeWorker.last.heard.length).toBe(heard);
  });

  it('draws on the page where workers have no canvases', async () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    const { crew } = await hired();
    crew.obey(look);
    expect(FakeWorker.lives).toBe(0);
  });
});
