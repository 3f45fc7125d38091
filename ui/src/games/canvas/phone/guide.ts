// The arrow to the next cell that the ghost wants otherwise: which cell, and where on the screen the arrow stands. It points, and
// moves nothing.
import { signal } from '@preact/signals';
import type { Ghost } from './ghost';
import { frameOf } from './scene';
import type { Sight } from './plate';
import type { Pixels } from './tiles';
import { between, middle, type Point } from './view';

/** How far from the stage's edge the arrow stays, and from the cell it points to. */
const EDGE = 34;
const OFF = 40;

/** The way to a cell that the ghost wants otherwise. */
export interface Arrow {
  at: Point;
  /** Degrees; 0 points to the right. */
  turn: number;
  cell: Point;
}

/** Where a guest aims, and with which colour. */
interface Aim {
  target: Point | null;
  middle: Point;
  color: number;
}

export class Guide {
  readonly arrow = signal<Arrow | null>(null);

  point(ghost: Ghost, pixels: Pixels, sight: Sight, aim: Aim): void {
    const cell = ghost.nextWrong(pixels, aim.target ?? aim.middle);
    if (!cell || isAimedAt(cell, aim, ghost)) return this.hide();
    const next = arrowTo(cell, sight);
    const shown = this.arrow.peek();
    if (!shown || shown.at.x !== next.at.x || shown.at.y !== next.at.y) this.arrow.value = next;
  }

  hide(): void {
    if (this.arrow.peek()) this.arrow.value = null;
  }
}

/** Is the crosshair there already, with the colour that is wanted? */
function isAimedAt(cell: Point, { target, color }: Aim, ghost: Ghost): boolean {
  return target !== null && target.x === cell.x && target.y === cell.y && ghost.wants(cell) === color;
}

function arrowTo(cell: Point, sight: Sight): Arrow {
  const { stage } = sight;
  const frame = frameOf(sight, { ...cell, width: 1, height: 1 });
  const to = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const { left, top, width, height } = stage;
  const above = { x: to.x, y: frame.y - OFF };
  const inSight = to.x > left && to.x < left + width && above.y > top && to.y < top + height;
  if (inSight) return { at: above, turn: 90, cell };
  const centre = middle(stage);
  const at = { x: between(to.x, left + EDGE, left + width - EDGE), y: between(to.y, top + EDGE, top + height - EDGE) };
  return { at, turn: (Math.atan2(to.y - centre.y, to.x - centre.x) * 180) / Math.PI, cell };
}
