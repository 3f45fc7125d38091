// Where it is being painted just now: the last placements, fading with time, and the smallest window that holds nearly all of them.
// It knows no camera.
import { sees, type Frame, type Size } from './frame';

/** ms after which a placement no longer counts. */
const KEPT = 8000;
const MOST = 4096;
/** The window holds this share of the weight. */
const SHARE = 0.96;
/** A pixel that has not so many in its neighbourhood (of 5 × 5 bins), itself included, is a stray, and moves nobody. */
const COMPANY = 2;
const NEAR = 2;
/** Where few paint, nobody is a stray. */
const FEW = 24;
/** The search is made on a grid of so many bins on a side, shaped like the frame. */
const GRID = 48;
const STRIDE = GRID + 1;
/** A placement fades within so many ms; when few paint, more slowly, so that about so many placements always count. */
const FADES = 1200;
const FADES_SLOWLY = 6000;
const ENOUGH = 10;

export class Heat {
  private readonly cells = new Uint32Array(MOST);
  private readonly times = new Float64Array(MOST);
  private first = 0;
  private end = 0;
  private readonly sums = new Float64Array(STRIDE * STRIDE);
  private readonly counts = new Uint16Array(STRIDE * STRIDE);

  constructor(
    private readonly board: Size,
    private readonly whole: Frame,
  ) {}

  placed(cell: number, now: number): void {
    this.cells[this.end % MOST] = cell;
    this.times[this.end % MOST] = now;
    this.end += 1;
    this.first = Math.max(this.first, this.end - MOST);
  }

  /** Placements within the last 8 s. */
  count(now: number): number {
    while (this.first < this.end && now - (this.times[this.first % MOST] as number) >= KEPT) this.first += 1;
    return this.end - this.first;
  }

  /** The box around nearly all that is painted now, strays left out; null if nothing else is painted. */
  core(now: number): Frame | null {
    const count = this.count(now);
    if (count === 0) return null;
    this.gather(now, Math.max(FADES, Math.min(FADES_SLOWLY, (ENOUGH * KEPT) / count)));
    return this.sum(this.sums.length - 1) > 0 ? this.box(this.smallest()) : null;
  }

  // Each bin's weight first, then in place the sum of everything above and left of it.
  private gather(now: number, fades: number): void {
    this.countBins();
    this.sums.fill(0);
    for (let i = this.first; i < this.end; i += 1) {
      const at = this.bin(this.cells[i % MOST] as number);
      if (this.neighbours(at) >= this.company) this.sums[at] = this.sum(at) + Math.exp(((this.times[i % MOST] as number) - now) / fades);
    }
    for (let row = 1; row <= GRID; row += 1) {
      for (let column = 1; column <= GRID; column += 1) {
        const at = row * STRIDE + column;
        this.sums[at] = this.sum(at) + this.sum(at - 1) + this.sum(at - STRIDE) - this.sum(at - STRIDE - 1);
      }
    }
  }

  private get company(): number {
    return this.end - this.first < FEW ? 1 : COMPANY;
  }

  private countBins(): void {
    this.counts.fill(0);
    for (let i = this.first; i < this.end; i += 1) {
      const at = this.bin(this.cells[i % MOST] as number);
      this.counts[at] = (this.counts[at] as number) + 1;
    }
  }

  private neighbours(at: number): number {
    const [row, column] = [Math.floor(at / STRIDE), at % STRIDE];
    let count = 0;
    for (let y = Math.max(1, row - NEAR); y <= Math.min(GRID, row + NEAR); y += 1) {
      for (let x = Math.max(1, column - NEAR); x <= Math.min(GRID, column + NEAR); x += 1) count += this.counts[y * STRIDE + x] as number;
    }
    return count;
  }

  private sum(at: number): number {
    return this.sums[at] as number;
  }

  private bin(cell: number): number {
    const column = (((cell % this.board.width) + 0.5 - this.whole.x) / this.whole.width) * GRID;
    const row = ((Math.floor(cell / this.board.width) + 0.5 - this.whole.y) / this.whole.height) * GRID;
    return (Math.floor(row) + 1) * STRIDE + Math.floor(column) + 1;
  }

  private weight(x: number, y: number, wide: number, high: number): number {
    const [top, bottom] = [y * STRIDE + x, (y + high) * STRIDE + x];
    return this.sum(bottom + wide) - this.sum(bottom) - this.sum(top + wide) + this.sum(top);
  }

  private smallest(): Frame {
    const enough = this.sum(this.sums.length - 1) * SHARE;
    for (let side = 1; side < GRID; side += 1) {
      const best = this.heaviest(side);
      if (this.weight(best.x, best.y, side, side) >= enough) return best;
    }
    return { x: 0, y: 0, width: GRID, height: GRID };
  }

  private heaviest(side: number): Frame {
    let [best, most] = [{ x: 0, y: 0, width: side, height: side }, -1];
    for (let y = 0; y + side <= GRID; y += 1) {
      for (let x = 0; x + side <= GRID; x += 1) {
        const weight = this.weight(x, y, side, side);
        if (weight > most) [best, most] = [{ x, y, width: side, height: side }, weight];
      }
    }
    return best;
  }

  /** What was really painted of a window of bins, in cells. */
  private box(window: Frame): Frame {
    const [wide, high] = [this.whole.width / GRID, this.whole.height / GRID];
    const seen = { x: this.whole.x + window.x * wide, y: this.whole.y + window.y * high, width: window.width * wide, height: window.height * high };
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = this.first; i < this.end; i += 1) {
      const cell = this.cells[i % MOST] as number;
      const [x, y] = [cell % this.board.width, Math.floor(cell / this.board.width)];
      if (!sees(seen, x + 0.5, y + 0.5) || this.neighbours(this.bin(cell)) < this.company) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
    return { x: left, y: top, width: right - left, height: bottom - top };
  }
}
