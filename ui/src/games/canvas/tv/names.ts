// Whose name stands where: the newest painters in sight, a few at once, none over another. Pure; it measures nothing.
import { sees, type Frame, type Size } from './frame';

export const MOST_NAMES = 6;
/** ms for which a painter is named after a placement. */
const NAMED = 5000;
/** A name does not jump after each pixel: it is moved when it is this far off, as a share of the view. */
const FAR = 0.09;

/** px in the view. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Label extends Box {
  seat: number;
}

interface Painter {
  seat: number;
  x: number;
  y: number;
  at: number;
  /** Where its label hangs, in cells; it follows the newest placement with patience. */
  anchor: { x: number; y: number } | null;
  /** Which side of the anchor it hung on last. */
  side: number;
}

/** Right above, left above, right below, left below: by how much of its own size it is moved from its anchor. */
const SIDES: readonly (readonly [number, number])[] = [[0, -1], [-1, -1], [0, 0], [-1, 0]];

export class Names {
  private readonly painters = new Map<number, Painter>();

  constructor(private readonly board: Size) {}

  placed(cell: number, seat: number, now: number): void {
    const known = this.painters.get(seat);
    const [x, y] = [(cell % this.board.width) + 0.5, Math.floor(cell / this.board.width) + 0.5];
    this.painters.set(seat, { seat, x, y, at: now, anchor: known ? known.anchor : null, side: known ? known.side : 0 });
  }

  /** Labels for a view of this size; `wide` tells a label's width. Whoever hung there before goes first, so that names stay. */
  labels(frame: Frame, view: Size, height: number, wide: (seat: number) => number, now: number): Label[] {
    this.forget(now);
    const scale = view.width / frame.width;
    const seen = Array.from(this.painters.values()).filter(({ x, y }) => sees(frame, x, y));
    seen.sort((a, b) => Number(b.anchor !== null) - Number(a.anchor !== null) || b.at - a.at);
    const placed: Label[] = [];
    for (const painter of seen) {
      const label = placed.length < MOST_NAMES ? this.hang(painter, frame, scale, view, height, wide(painter.seat), placed) : null;
      if (label) placed.push(label);
      else painter.anchor = null;
    }
    return placed;
  }

  private forget(now: number): void {
    this.painters.forEach(({ at }, seat) => now - at >= NAMED && this.painters.delete(seat));
  }

  private hang(painter: Painter, frame: Frame, scale: number, view: Size, height: number, width: number, placed: readonly Label[]): Label | null {
    this.follow(painter, frame);
    const { anchor, seat } = painter;
    if (!anchor) return null;
    const [x, y] = [(anchor.x - frame.x) * scale, (anchor.y - frame.y) * scale];
    const off = Math.max(scale * 0.6, height * 0.3);
    const sides = [painter.side].concat(SIDES.map((_, i) => i).filter((i) => i !== painter.side));
    for (const side of sides) {
      const [across, down] = SIDES[side] as readonly [number, number];
      const box = { left: x + across * width + (across ? -off : off), top: y + down * height + (down ? -off : off), width, height };
      if (!inView(box, view) || placed.some((other) => overlap(box, other))) continue;
      painter.side = side;
      return { seat, ...box };
    }
    return null;
  }

  private follow(painter: Painter, frame: Frame): void {
    const { anchor, x, y } = painter;
    const far = !anchor || Math.abs(anchor.x - x) > frame.width * FAR || Math.abs(anchor.y - y) > frame.height * FAR;
    if (far) painter.anchor = { x, y };
  }
}

function inView({ left, top, width, height }: Box, view: Size): boolean {
  return left >= 4 && top >= 4 && left + width <= view.width - 4 && top + height <= view.height - 4;
}

/** Do two boxes touch, or nearly? */
export function overlap(a: Box, b: Box, near = 6): boolean {
  const across = a.left < b.left + b.width + near && b.left < a.left + a.width + near;
  return across && a.top < b.top + b.height + near && b.top < a.top + a.height + near;
}
