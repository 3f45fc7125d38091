import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from './orders';

/** Takes every call, and gives itself back. */
const anything: object = new Proxy(() => undefined, { get: (_, key) => (key === Symbol.toPrimitive ? () => 0 : anything), apply: () => anything, set: () => true });

class FakeCanvas {
  style = {};
  classList = { add: () => undefined };
  localName = 'canvas';
  removed = false;
  /** What hears of each canvas that can be drawn on again. */
  static restored: (() => void)[] = [];
  getContext = () => anything;
  appendChild = () => undefined;
  insertBefore = () => undefined;
  remove = () => void (this.removed = true);
  transferControlToOffscreen(): object {
    return {};
  }
  addEventListener(event: string, told: () => void): void {
    if (event === 'contextrestored') FakeCanvas.restored.push(told);
  }
}

class FakeWorker {
  static last: FakeWorker;
  static lives = 0;
  static forbidden = false;
  onerror: (() => void) | null = null;
  onmessage: ((message: { data: number | 'lost' }) => void) | null = null;
  readonly heard: (Order | { do: 'open' })[] = [];

  constructor() {
    if (FakeWorker.forbidden) throw new Error('a worker is not allowed here');
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
    FakeWorker.forbidden = false;
    FakeCanvas.restored = [];
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

  it('begins anew with another worker when what was drawn is lost, in the order in which all was said last', async () => {
    const { crew, hung } = await hired();
    const board: Order = { do: 'board', pixels: { width: 2, height: 2, cells: new Uint8Array([7, 7, 7, 7]) } };
    const overview = { width: 1, height: 1, cells: new Uint8Array(1) };
    crew.obey(board);
    crew.obey({ do: 'preview', overview });
    crew.obey({ do: 'palette', palette: ['#000000'] });
    crew.obey(look);
    // Another canvas: what is known of the last one is over, and must not come up again.
    crew.obey({ do: 'board', pixels: null });
    const first = FakeWorker.last;
    first.onmessage?.({ data: 'lost' });
    expect([FakeWorker.lives, FakeWorker.last === first, hung.map(({ removed }) => removed)]).toEqual([1, false, [true, false]]);
    expect(FakeWorker.last.heard.map((order) => order.do)).toEqual(['open', 'palette', 'preview', 'look', 'board']);
    expect(FakeWorker.last.heard[4]).toEqual({ do: 'board', pixels: null });
  });

  it('begins anew once on the page, however many canvases are lost', async () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    const { crew, hung } = await hired();
    crew.obey(look);
    const [before, told] = [hung.length, FakeCanvas.restored.slice()];
    expect(told.length).toBeGreaterThan(3);
    told.forEach((tell) => tell());
    expect(hung.length).toBe(2 * before);
    FakeCanvas.restored.at(-1)?.();
    expect(hung.length).toBe(3 * before);
  });

  it('draws on the page where a worker is not allowed', async () => {
    FakeWorker.forbidden = true;
    const { crew, hung } = await hired();
    crew.obey(look);
    expect(FakeWorker.lives).toBe(0);
    expect(hung.length).toBeGreaterThan(1);
  });

  it('draws on the page where workers have no canvases', async () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    const { crew } = await hired();
    crew.obey(look);
    expect(FakeWorker.lives).toBe(0);
  });
});
