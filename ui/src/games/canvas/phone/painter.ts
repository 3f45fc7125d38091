// When to draw what. In motion a quick layer of few pixels is drawn whole; at rest a sharp one takes over, drawn band by band, and
// afterwards only rectangles in which something changed. One frame is asked for at a time, and none when nothing has changed.
import { calm } from '../../../lib/touch';
import { CROSSHAIR, drawScene, frameOf, meet, type Scene } from './scene';
import type { Area } from './tiles';
import type { Point, Size } from './view';

/** At most so many pixels in the sharp layer, and in one of the bands that it is drawn in. */
const SHARP_PIXELS = 4_500_000;
const BAND_PIXELS = 260_000;
/** A board that has lain still so long is drawn sharp. */
const REST = 110;
/** Milliseconds of a frame that may go into tiles. */
const TILE_TIME = 2.5;
/** More rectangles than this are drawn as one that holds them all. */
const MANY = 48;

interface Layer {
  canvas: HTMLCanvasElement;
  g: CanvasRenderingContext2D;
  density: number;
}

/** What the painter tells and asks. */
export interface Patron {
  scene(): Scene;
  /** Before each frame; true if another one is wanted after this. */
  beforeFrame(now: number): boolean;
  /** The board moves, told each frame; or lies still and is drawn sharp. */
  motion(moves: boolean): void;
}

export class Painter {
  private readonly quick: Layer;
  private readonly sharp: Layer;
  private shown: Layer;
  private size: Size = { width: 0, height: 0 };
  private asked = 0;
  private moved = true;
  private movedAt = 0;
  private moving = false;
  /** How far down the sharp layer is drawn; null when it needs no drawing. */
  private band: number | null = null;
  private dirty: Area[] = [];
  private waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly patron: Patron,
  ) {
    this.quick = this.layer();
    this.sharp = this.layer();
    this.shown = this.quick;
  }

  resize(size: Size): void {
    this.size = size;
    this.fit(this.quick, 1);
    this.fit(this.sharp, Math.min(window.devicePixelRatio || 1, Math.sqrt(SHARP_PIXELS / Math.max(1, size.width * size.height))));
    this.move();
  }

  /** The view, or all that is seen, is another. */
  move(): void {
    this.moved = true;
    this.frame();
  }

  /** Something else is to be seen of all cells, though nothing moves. */
  redraw(): void {
    this.dirty = [];
    if (this.shown === this.quick) this.move();
    else this.band = 0;
    this.frame();
  }

  /** These cells are others. */
  change(cells: Iterable<Point>, around = 1): void {
    // Whatever changed is drawn with all the rest.
    if (this.moved) return;
    const scene = this.patron.scene();
    const screen = { x: 0, y: 0, ...this.size };
    for (const { x, y } of cells) {
      const frame = frameOf(scene, { x, y, width: 1, height: 1 });
      const rect = meet({ x: frame.x - around, y: frame.y - around, width: frame.width + 2 * around, height: frame.height + 2 * around }, screen);
      if (rect) this.dirty.push(rect);
    }
    if (this.dirty.length > 0) this.frame();
  }

  /** The crosshair went from one cell to another. */
  aim(...cells: (Point | null)[]): void {
    this.change(cells.filter((cell): cell is Point => cell !== null), CROSSHAIR);
  }

  /** Asks for a frame, if none is asked for. */
  frame(): void {
    if (this.asked === 0) this.asked = requestAnimationFrame((now) => this.draw(now));
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.asked = -1;
    this.quick.canvas.remove();
    this.sharp.canvas.remove();
  }

  private draw(now: number): void {
    this.asked = 0;
    const again = this.patron.beforeFrame(now);
    if (this.moved) this.inMotion(now);
    else this.atRest(now);
    if (again || this.moved || this.dirty.length > 0) this.frame();
    else if (this.band !== null) this.sharpenSoon(now);
  }

  /** Frames that only wait cost a phone as much as others: until the board has rested there are none. */
  private sharpenSoon(now: number): void {
    const rest = this.movedAt + REST - now;
    if (rest <= 0) this.frame();
    else if (this.waiting === null) this.waiting = setTimeout(() => this.waited(), rest + 1);
  }

  private waited(): void {
    this.waiting = null;
    this.frame();
  }

  private inMotion(now: number): void {
    this.patron.motion(true);
    this.moving = true;
    this.moved = false;
    this.movedAt = now;
    this.dirty = [];
    const whole = this.paint(this.quick, { x: 0, y: 0, ...this.size }, true);
    this.show(this.quick);
    this.band = 0;
    if (!whole) this.moved = true;
  }

  private atRest(now: number): void {
    for (const rect of this.takeDirty()) this.touchUp(rect);
    if (this.band === null || now - this.movedAt < REST) return;
    this.sharpen(this.band);
  }

  /** What was not ready in time stays dirty. */
  private touchUp(rect: Area): void {
    const layers = this.band !== null && this.shown !== this.sharp ? [this.shown, this.sharp] : [this.shown];
    const whole = layers.map((layer) => this.paint(layer, rect, false));
    if (whole.indexOf(false) >= 0) this.dirty.push(rect);
  }

  private sharpen(from: number): void {
    const { width, height } = this.size;
    const rows = Math.max(16, Math.floor(BAND_PIXELS / (width * this.sharp.density * this.sharp.density)));
    if (!this.paint(this.sharp, { x: 0, y: from, width, height: Math.min(rows, height - from) }, false)) return;
    this.band = from + rows < height ? from + rows : null;
    if (this.band !== null) return;
    this.show(this.sharp);
    if (this.moving) this.patron.motion(false);
    this.moving = false;
  }

  private takeDirty(): Area[] {
    const rects = this.dirty;
    this.dirty = [];
    return rects.length > MANY ? [rects.reduce(around)] : rects;
  }

  private paint({ g, density }: Layer, rect: Area, hurried: boolean): boolean {
    const began = performance.now();
    const exact = outward(rect, density);
    g.save();
    g.setTransform(density, 0, 0, density, 0, 0);
    g.beginPath();
    g.rect(exact.x, exact.y, exact.width, exact.height);
    g.clip();
    const whole = drawScene(g, this.patron.scene(), exact, { density, hurried, inTime: () => performance.now() - began < TILE_TIME });
    g.restore();
    return whole;
  }

  private show(layer: Layer): void {
    if (layer === this.shown) return;
    this.shown.canvas.style.visibility = 'hidden';
    layer.canvas.style.visibility = 'visible';
    this.shown = layer;
  }

  private layer(): Layer {
    const canvas = document.createElement('canvas');
    canvas.className = 'cv-layer';
    const g = canvas.getContext('2d');
    if (!g) throw new Error('this browser cannot draw');
    this.host.appendChild(canvas);
    canvas.style.visibility = this.host.childElementCount === 1 ? 'visible' : 'hidden';
    return { canvas, g, density: 1 };
  }

  private fit(layer: Layer, density: number): void {
    layer.density = density;
    layer.canvas.style.width = `${this.size.width}px`;
    layer.canvas.style.height = `${this.size.height}px`;
    layer.canvas.width = Math.round(this.size.width * density);
    layer.canvas.height = Math.round(this.size.height * density);
  }
}

/** The rectangle of whole device pixels that holds this one. */
function outward(rect: Area, density: number): Area {
  const [x, y] = [Math.floor(rect.x * density) / density, Math.floor(rect.y * density) / density];
  const [right, bottom] = [Math.ceil((rect.x + rect.width) * density) / density, Math.ceil((rect.y + rect.height) * density) / density];
  return { x, y, width: right - x, height: bottom - y };
}

function around(one: Area, other: Area): Area {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

const STILL = calm();

/** The beat of what is pending; without motion it stays. */
export function beat(now: number): number {
  return STILL ? 1 : 0.5 + 0.5 * Math.sin(now / 130);
}
