import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Atelier } from './atelier';
import type { Paper } from '../paper';
import type { Area } from './tiles';
import type { Piece, Wall } from './wall';

const BOARD = { width: 100, height: 80 };
const PALETTE = ['#ffffff', '#ff0000', '#00ff00', '#0000ff'];
/** As the painter has it: the most changes that are kept until they can be drawn. */
const PILE = 5000;
const CORNER = { x: 10, y: 10, width: 20, height: 20 };

/** A canvas of real pixels, as far as boards that stand upright need them: a cell is a pixel. */
class Pixels {
  colors: string[] = [];
  /** The rectangles that have been drawn in. */
  clips: Area[] = [];
  private size = { width: 1, height: 1 };
  private at = { x: 0, y: 0 };
  private path: Area = { x: 0, y: 0, width: 0, height: 0 };
  fillStyle = '';

  addEventListener = (): void => undefined;
  save = (): void => undefined;
  restore = (): void => undefined;
  beginPath = (): void => undefined;
  rect = (x: number, y: number, width: number, height: number): void => void (this.path = { x, y, width, height });
  clip = (): void => void this.clips.push(this.path);
  setTransform = (...[, , , , x, y]: number[]): void => void (this.at = { x: x as number, y: y as number });
  clearRect = (): void => undefined;

  get canvas(): Pixels {
    return this;
  }

  get width(): number {
    return this.size.width;
  }

  set width(width: number) {
    [this.size, this.colors] = [{ ...this.size, width }, []];
  }

  get height(): number {
    return this.size.height;
  }

  set height(height: number) {
    [this.size, this.colors] = [{ ...this.size, height }, []];
  }

  getContext(): Pixels {
    // What only adorns is not drawn.
    return new Proxy(this, { get: (own, name) => Reflect.get(own, name) ?? (() => this) });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.fill({ x: x + this.at.x, y: y + this.at.y, width, height }, () => this.fillStyle);
  }

  drawImage(picture: Pixels, x: number, y: number, ...scaled: number[]): void {
    if (scaled.length > 0) return;
    const to = { x: x + this.at.x, y: y + this.at.y };
    this.fill({ ...to, width: picture.width, height: picture.height }, (px, py) => picture.colors[(py - to.y) * picture.width + px - to.x] ?? '');
  }

  putImageData(image: FakeImage, ...[, , , , width, height]: number[]): void {
    const words = new Uint32Array(image.data.buffer);
    const rgb = (word: number): string => '#' + [word, word >>> 8, word >>> 16].map((part) => ('0' + (part & 255).toString(16)).slice(-2)).join('');
    for (let y = 0; y < (height ?? image.height); y++) for (let x = 0; x < (width ?? image.width); x++) this.colors[y * this.width + x] = rgb(words[y * image.width + x] as number);
  }

  private fill({ x, y, width, height }: Area, colorAt: (x: number, y: number) => string): void {
    for (let py = Math.max(0, y); py < Math.min(this.height, y + height); py++) {
      for (let px = Math.max(0, x); px < Math.min(this.width, x + width); px++) if (this.isSeen(px, py)) this.colors[py * this.width + px] = colorAt(px, py);
    }
  }

  private isSeen(x: number, y: number): boolean {
    const clip = this.clips[this.clips.length - 1];
    return !clip || (x >= clip.x && y >= clip.y && x < clip.x + clip.width && y < clip.y + clip.height);
  }
}

class FakeImage {
  readonly data: Uint8ClampedArray;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}

/** A screen on which nothing is drawn while the page is hidden. */
class Screen {
  readonly cells = new Uint8Array(BOARD.width * BOARD.height);
  readonly atelier: Atelier;
  private readonly sheets: { paper: Pixels; shown: boolean }[] = [];
  private wanted: ((now: number) => void) | null = null;

  constructor() {
    vi.stubGlobal('requestAnimationFrame', (draw: (now: number) => void) => ((this.wanted = draw), 1));
    this.atelier = new Atelier(this.wall(), { beforeFrame: () => false, rested: () => undefined });
    this.atelier.obey({ do: 'palette', palette: PALETTE });
    this.atelier.obey({ do: 'fit', size: BOARD, density: 1 });
    const from = { view: { scale: 1, x: BOARD.width / 2, y: BOARD.height / 2, turn: 0, mirror: false }, stage: { left: 0, top: 0, ...BOARD } } as const;
    this.atelier.obey({ do: 'look', from, board: BOARD });
    this.atelier.obey({ do: 'board', pixels: { ...BOARD, cells: this.cells } });
    this.isSeen();
  }

  /** Frames come until none is asked for any more. */
  isSeen(): void {
    for (let i = 0; i < 100; i++) {
      const draw = this.wanted;
      this.wanted = null;
      vi.advanceTimersByTime(20);
      if (draw) draw(performance.now());
    }
    expect(this.wanted).toBeNull();
  }

  /** Others paint so many cells of the corner, over and over. */
  paint(count: number): void {
    const items = Uint32Array.from({ length: count }, (_, i) => {
      const cell = (CORNER.y + (Math.floor(i / CORNER.width) % CORNER.height)) * BOARD.width + CORNER.x + (i % CORNER.width);
      return ((1 + (i % 3)) << 24) | cell;
    });
    for (let from = 0; from < count; from += 100) this.atelier.obey({ do: 'cells', items: items.subarray(from, from + 100) });
  }

  /** The colours that are shown. */
  get shown(): string[] {
    return this.picture.colors;
  }

  /** In which rectangles the shown picture was drawn since this was asked last. */
  drawn(): Area[] {
    return this.picture.clips.splice(0);
  }

  /** How many changes wait for a frame. */
  get waiting(): number {
    return (Reflect.get(Reflect.get(this.atelier, 'painter') as object, 'dirty') as unknown[]).length;
  }

  private get picture(): Pixels {
    return (this.sheets.find(({ shown }) => shown) as { paper: Pixels }).paper;
  }

  private wall(): Wall {
    const piece: Piece = { lie: () => undefined, show: () => undefined, remove: () => undefined };
    const sheet: Wall['sheet'] = (inWorld) => {
      const one = { paper: new Pixels(), shown: false };
      if (inWorld) this.sheets.push(one);
      const fit: ReturnType<Wall['sheet']>['fit'] = (size) => Object.assign(one.paper, size);
      return { ...piece, paper: one.paper as unknown as Paper, fit, show: (shown) => void (one.shown = shown) };
    };
    const nothing = (): void => undefined;
    return { fit: nothing, sheet, under: () => piece, square: () => ({ ...piece, tint: nothing }), turn: nothing, touched: nothing, done: () => false, remove: nothing };
  }
}

describe('the painter of a hidden page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    vi.stubGlobal('document', { createElement: () => new Pixels() });
    vi.stubGlobal('ImageData', FakeImage);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function isRight(screen: Screen): void {
    expect(screen.shown).toEqual(Array.from(screen.cells, (color) => PALETTE[color]));
  }

  it('keeps what little has changed, and draws only that', () => {
    const screen = new Screen();
    isRight(screen);
    screen.drawn();
    screen.paint(PILE);
    expect(screen.waiting).toBe(PILE);
    screen.isSeen();
    isRight(screen);
    expect(screen.drawn()).toEqual([{ x: CORNER.x - 1, y: CORNER.y - 1, width: CORNER.width + 2, height: CORNER.height + 2 }]);
  });

  it('keeps no more than a pile of changes, however long it is hidden, and draws all anew instead', () => {
    const screen = new Screen();
    screen.drawn();
    let most = 0;
    for (let hour = 0; hour < 24; hour++) {
      screen.paint(hour * 97);
      most = Math.max(most, screen.waiting);
    }
    expect(most).toBeLessThanOrEqual(PILE);
    screen.isSeen();
    isRight(screen);
    const rows = screen.drawn().filter(({ x, width }) => x === 0 && width === BOARD.width);
    expect(rows.reduce((sum, { height }) => sum + height, 0)).toBe(BOARD.height);
  });
});
