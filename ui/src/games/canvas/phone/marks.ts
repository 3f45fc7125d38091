// Where a guest aims, and his pixels on their way: small things over the board, which follow it without a pixel of it being drawn.
import { frameOf, type Pending } from './scene';
import type { Sight } from './plate';
import type { Point } from './view';

/** Pixels around the cell that its crosshair takes. */
const REACH = 24;
/** A cell is never shown smaller than this within the crosshair. */
const LEAST = 14;
/** How large a waiting pixel is before it is zoomed. */
const STAMP = 32;

export class Marks {
  private readonly cross = document.createElement('canvas');
  private readonly stamps: HTMLElement[] = [];
  private target: Point | null = null;
  private paint: string | null = null;
  private pending: readonly Pending[] = [];
  /** How large a cell was when the crosshair was drawn. */
  private cell = 0;

  constructor(private readonly host: HTMLElement) {
    this.cross.className = 'cv-layer';
    host.appendChild(this.cross);
  }

  /** The crosshair, with the colour that would be painted. */
  aim(target: Point | null, paint: string | null): void {
    if (paint !== this.paint) this.cell = 0;
    this.target = target;
    this.paint = paint;
  }

  pend(pending: readonly Pending[], palette: readonly string[]): void {
    this.pending = pending;
    while (this.stamps.length < pending.length) this.stamps.push(this.stamp());
    this.stamps.forEach((stamp, i) => {
      const one = pending[i];
      stamp.style.visibility = one ? 'visible' : 'hidden';
      if (one) stamp.style.backgroundColor = palette[one.color] ?? '#fff';
    });
  }

  /** Moves with the board; at rest everything is as sharp as can be. */
  follow(sight: Sight, atRest: boolean): void {
    this.followTarget(sight, atRest);
    this.pending.forEach((one, i) => {
      const { x, y, width } = frameOf(sight, { x: one.x, y: one.y, width: 1, height: 1 });
      const zoom = width / STAMP;
      (this.stamps[i] as HTMLElement).style.transform = `matrix(${zoom},0,0,${zoom},${x},${y})`;
    });
  }

  remove(): void {
    this.cross.remove();
    this.stamps.forEach((stamp) => stamp.remove());
  }

  private followTarget(sight: Sight, atRest: boolean): void {
    this.cross.style.visibility = this.target ? 'visible' : 'hidden';
    if (!this.target) return;
    const { x, y, width } = frameOf(sight, { ...this.target, width: 1, height: 1 });
    if (this.cell === 0 || (atRest && this.cell !== width)) this.draw(width);
    const zoom = width / this.cell;
    const room = this.room(this.cell);
    const middle = { x: x + width / 2, y: y + width / 2 };
    this.cross.style.transform = `matrix(${zoom},0,0,${zoom},${middle.x - (room / 2) * zoom},${middle.y - (room / 2) * zoom})`;
  }

  private room(cell: number): number {
    return 2 * Math.ceil(Math.max(cell, LEAST) / 2 + REACH);
  }

  private draw(cell: number): void {
    const density = window.devicePixelRatio || 1;
    const room = this.room(cell);
    this.cell = cell;
    this.cross.style.width = this.cross.style.height = `${room}px`;
    this.cross.width = this.cross.height = Math.round(room * density);
    const g = this.cross.getContext('2d');
    if (!g) return;
    g.setTransform(density, 0, 0, density, 0, 0);
    g.translate(room / 2, room / 2);
    if (this.paint !== null) drawCell(g, cell, this.paint);
    outline(g, Math.max(cell, LEAST));
  }

  private stamp(): HTMLElement {
    const stamp = document.createElement('div');
    stamp.className = 'cv-layer cv-stamp';
    this.host.appendChild(stamp);
    return stamp;
  }
}

type Pen = CanvasRenderingContext2D;

function drawCell(g: Pen, cell: number, paint: string): void {
  g.globalAlpha = 0.8;
  g.fillStyle = paint;
  g.fillRect(-cell / 2, -cell / 2, cell, cell);
  g.globalAlpha = 1;
}

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
