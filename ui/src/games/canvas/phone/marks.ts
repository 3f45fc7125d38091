// Where a guest aims, and his pixels on their way: small things over the board, which follow it without a pixel of it being drawn.
import { frameOf, type Pending } from './scene';
import type { Sight } from './plate';
import type { Point } from './view';

/** Pixels around the cell that its crosshair takes. */
const REACH = 24;
/** A cell is never shown smaller than this within the crosshair. */
const LEAST = 14;
/** In motion the crosshair is drawn anew only when it is zoomed by more than this. */
const ZOOMED = 1.4;
/** How large a cell's square is before it is zoomed. */
const STAMP = 32;

export class Marks {
  private readonly cross = document.createElement('canvas');
  /** The colour in hand, on the cell that is aimed at. */
  private readonly hand: HTMLElement;
  private readonly stamps: HTMLElement[] = [];
  private target: Point | null = null;
  private pending: readonly Pending[] = [];
  /** How large the crosshair's inside is drawn. */
  private side = 0;

  constructor(private readonly host: HTMLElement) {
    this.hand = this.square('cv-layer cv-hand');
    this.cross.className = 'cv-layer';
    host.appendChild(this.cross);
  }

  /** The crosshair, with the colour that would be painted. */
  aim(target: Point | null, paint: string | null): void {
    this.target = target;
    this.hand.style.backgroundColor = paint ?? 'transparent';
  }

  pend(pending: readonly Pending[], palette: readonly string[]): void {
    this.pending = pending;
    while (this.stamps.length < pending.length) this.stamps.push(this.square('cv-layer cv-stamp'));
    this.stamps.forEach((stamp, i) => {
      const one = pending[i];
      // Hidden otherwise it would go on beating, and cost every frame.
      stamp.style.display = one ? 'block' : 'none';
      if (one) stamp.style.backgroundColor = palette[one.color] ?? '#fff';
    });
  }

  /** Moves with the board; at rest everything is as sharp as can be. */
  follow(sight: Sight, atRest: boolean): void {
    this.followTarget(sight, atRest);
    this.pending.forEach((one, i) => lay(this.stamps[i] as HTMLElement, sight, one));
  }

  remove(): void {
    this.cross.remove();
    this.hand.remove();
    this.stamps.forEach((stamp) => stamp.remove());
  }

  private followTarget(sight: Sight, atRest: boolean): void {
    this.cross.style.visibility = this.hand.style.visibility = this.target ? 'visible' : 'hidden';
    if (!this.target) return;
    lay(this.hand, sight, this.target);
    const { x, y, width } = frameOf(sight, { ...this.target, width: 1, height: 1 });
    const side = Math.max(width, LEAST);
    if (atRest ? side !== this.side : side > this.side * ZOOMED || side * ZOOMED < this.side) this.draw(side);
    const zoom = side / this.side;
    const reach = (room(this.side) / 2) * zoom;
    this.cross.style.transform = `matrix(${zoom},0,0,${zoom},${x + width / 2 - reach},${y + width / 2 - reach})`;
  }

  private draw(side: number): void {
    const density = window.devicePixelRatio || 1;
    const wide = room(side);
    this.side = side;
    this.cross.style.width = this.cross.style.height = `${wide}px`;
    this.cross.width = this.cross.height = Math.round(wide * density);
    const g = this.cross.getContext('2d');
    if (!g) return;
    g.setTransform(density, 0, 0, density, 0, 0);
    g.translate(wide / 2, wide / 2);
    outline(g, side);
  }

  private square(kind: string): HTMLElement {
    const square = document.createElement('div');
    square.className = kind;
    this.host.appendChild(square);
    return square;
  }
}

/** Lays a square over a cell. */
function lay(square: HTMLElement, sight: Sight, { x, y }: Point): void {
  const frame = frameOf(sight, { x, y, width: 1, height: 1 });
  const zoom = frame.width / STAMP;
  square.style.transform = `matrix(${zoom},0,0,${zoom},${frame.x},${frame.y})`;
}

/** How much room a crosshair around a square of this side takes. */
function room(side: number): number {
  return 2 * Math.ceil(side / 2 + REACH);
}

type Pen = CanvasRenderingContext2D;

function outline(g: Pen, side: number): void {
  for (const [paint, wide] of OUTLINE) {
    g.strokeStyle = paint;
    g.lineWidth = wide;
    g.beginPath();
    crosshair(g, side);
    g.stroke();
  }
}

const OUTLINE: readonly [string, number][] = [
  ['rgba(10,16,48,0.85)', 5.5],
  ['#ffffff', 2.5],
];

function crosshair(g: Pen, side: number): void {
  const [edge, far] = [side / 2 + 3, 12];
  g.rect(-side / 2 - 1.5, -side / 2 - 1.5, side + 3, side + 3);
  for (const [dx, dy] of CROSS) {
    g.moveTo(dx * edge, dy * edge);
    g.lineTo(dx * (edge + far), dy * (edge + far));
  }
}

const CROSS: readonly [number, number][] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];
