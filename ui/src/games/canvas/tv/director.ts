// The director: from placements and their times, which part of the board is worth showing. It holds what is painted now in the frame,
// leaves it alone as long as it is good, and shows the whole board when all is quiet. Pure: no canvas, no clock of its own.
import { Camera } from './camera';
import { Drift } from './drift';
import { around, holds, wholeFrame, within, type Frame, type Size } from './frame';
import { Heat } from './heat';

/** ms without a placement after which the whole board is shown. */
const QUIET = 8000;
/** So many placements it takes to come nearer. */
const WORTH = 3;
/** ms between two thoughts. */
const THINKS = 250;
/** Room around what is painted, so that a spot may move on: a share of the whole board, and of the spot. */
const ROOM = 0.075;
const ROOM_OF_SPOT = 0.22;
/** A frame nearly as large as the board is the board. */
const NEARLY_WHOLE = 0.82;
/** A frame that has been too wide by this factor for so many ms is made smaller. */
const TOO_WIDE = 1.3;
const PATIENCE = 1000;
/** The nearest: this share of the whole, but cells that are neither giant nor tiny. */
const NEAREST = 0.3;
const FEWEST_CELLS = 32;
const MOST_CELLS = 96;
/** What is painted must not come nearer to the frame's edge than this share of it. */
const EDGE = 0.03;

export class Director {
  readonly whole: Frame;
  private readonly heat: Heat;
  private readonly camera: Camera;
  private readonly drift: Drift;
  private target: Frame;
  private thought = -Infinity;
  private lastPlaced = -Infinity;
  private wideSince: number | null = null;

  /** `shape` is the view's width : height. */
  constructor(board: Size, private readonly shape: number) {
    this.whole = wholeFrame(board, shape);
    this.heat = new Heat(board, this.whole);
    this.camera = new Camera(this.whole);
    this.drift = new Drift(this.whole);
    this.target = this.whole;
  }

  placed(cell: number, now: number): void {
    this.heat.placed(cell, now);
    this.lastPlaced = now;
  }

  /** What to show at `now` (ms, never going back). */
  frame(now: number): Frame {
    if (now - this.thought >= THINKS) this.think(now);
    return this.camera.toward(this.target, now);
  }

  private think(now: number): void {
    this.thought = now;
    if (now - this.lastPlaced >= QUIET) return this.turn(this.whole);
    const core = this.heat.count(now) >= WORTH || this.target !== this.whole ? this.heat.core(now) : null;
    if (!core) return;
    const reach = this.drift.ahead(core, now);
    const wanted = this.roomy(reach);
    if (!holds(this.target, reach, this.target === this.whole ? 0 : EDGE)) return this.turn(wanted);
    this.narrow(wanted, now);
  }

  private narrow(wanted: Frame, now: number): void {
    if (this.target.width < wanted.width * TOO_WIDE) this.wideSince = null;
    // The whole board is left at once: its margin is nobody's wish.
    else if (this.target === this.whole || now - (this.wideSince ??= now) >= PATIENCE) this.turn(wanted);
  }

  private turn(target: Frame): void {
    this.target = target;
    this.wideSince = null;
  }

  private roomy(core: Frame): Frame {
    const across = core.width * (1 + ROOM_OF_SPOT) + 2 * ROOM * this.whole.width;
    const down = core.height * (1 + ROOM_OF_SPOT) + 2 * ROOM * this.whole.height;
    const width = Math.max(across, down * this.shape, this.nearest);
    if (width > this.whole.width * NEARLY_WHOLE) return this.whole;
    return within(around(core.x + core.width / 2, core.y + core.height / 2, width, width / this.shape), this.whole);
  }

  private get nearest(): number {
    return Math.min(this.whole.width, Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, this.whole.width * NEAREST)));
  }
}
