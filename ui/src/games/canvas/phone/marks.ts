// Where a guest aims, and his pixels on their way: small things over the board, which follow it without a pixel of it being drawn.
import { penOf, type Pen } from '../paper';
import { frameOf, type Pending } from './scene';
import type { Sight } from './plate';
import type { Point } from './view';
import { STAMP, type Sheet, type Square, type Wall } from './wall';

/** Pixels around the cell that its crosshair takes. */
const REACH = 24;
/** A cell is never shown smaller than this within the crosshair. */
const LEAST = 14;
/** In motion the crosshair is drawn anew only when it is zoomed by more than this. */
const ZOOMED = 1.4;

export class Marks {
  private readonly cross: Sheet;
  /** The colour in hand, on the cell that is aimed at. */
  private readonly hand: Square;
  private readonly stamps: Square[] = [];
  private target: Point | null = null;
  private pending: readonly Pending[] = [];
  /** How large the crosshair's inside is drawn. */
  private side = 0;
  private density = 1;

  constructor(private readonly wall: Wall) {
    this.hand = wall.square('hand');
    this.cross = wall.sheet(false);
  }

  /** Drawn with so many pixels a CSS pixel from now on. */
  fit(density: number): void {
    this.density = density;
    this.side = 0;
  }

  /** The crosshair, with the colour that would be painted. */
  aim(target: Point | null, paint: string | null): void {
    this.target = target;
    this.hand.tint(paint ?? 'transparent');
  }

  pend(pending: readonly Pending[], palette: readonly string[]): void {
    this.pending = pending;
    while (this.stamps.length < pending.length) this.stamps.push(this.wall.square('stamp'));
    this.stamps.forEach((stamp, i) => {
      const one = pending[i];
      stamp.show(one !== undefined);
      if (one) stamp.tint(palette[one.color] ?? '#fff');
    });
  }

  /** Moves with the board; at rest everything is as sharp as can be. */
  follow(sight: Sight, atRest: boolean): void {
    this.followTarget(sight, atRest);
    this.pending.forEach((one, i) => lay(this.stamps[i] as Square, sight, one));
  }

  private followTarget(sight: Sight, atRest: boolean): void {
    for (const piece of [this.cross, this.hand]) piece.show(this.target !== null);
    if (!this.target) return;
    lay(this.hand, sight, this.target);
    const { x, y, width } = frameOf(sight, { ...this.target, width: 1, height: 1 });
    const side = Math.max(width, LEAST);
    if (atRest ? side !== this.side : side > this.side * ZOOMED || side * ZOOMED < this.side) this.draw(side);
    const zoom = side / this.side;
    const reach = (room(this.side) / 2) * zoom;
    this.cross.lie([zoom, 0, 0, zoom, x + width / 2 - reach, y + width / 2 - reach]);
  }

  private draw(side: number): void {
    const { density } = this;
    const wide = room(side);
    this.side = side;
    this.cross.fit({ width: wide, height: wide }, density);
    const g = penOf(this.cross.paper);
    if (!g) return;
    g.setTransform(density, 0, 0, density, 0, 0);
    g.translate(wide / 2, wide / 2);
    outline(g, side);
  }
}

/** Lays a square over a cell. */
function lay(square: Square, sight: Sight, { x, y }: Point): void {
  const frame = frameOf(sight, { x, y, width: 1, height: 1 });
  const zoom = frame.width / STAMP;
  square.lie([zoom, 0, 0, zoom, frame.x, frame.y]);
}

/** How much room a crosshair around a square of this side takes. */
function room(side: number): number {
  return 2 * Math.ceil(side / 2 + REACH);
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
