// The reporter watches the match and tells the ticker what is worth telling: who came, who paints where, how many pixels there are, whose
// island is the largest, which team leads. It knows no words.
import type { Size } from './frame';
import { Islands } from './islands';
import { Ticker, type Where } from './ticker';

/** ms between two reports about a painter, and between two looks for islands. */
const PAINTS_EVERY = 9000;
const ISLANDS_EVERY = 23_000;
/** Nobody is reported of twice within this time. */
const AGAIN = 45_000;
const BUSY = 3;
const PIXELS = [100, 250, 500, 1000, 2000, 3000, 5000, 7500, 10_000, 15_000, 20_000, 30_000, 50_000, 75_000, 100_000, 250_000, 500_000, 1_000_000];
const LIKENESS = [25, 50, 75, 90, 100];

interface Work {
  count: number;
  x: number;
  y: number;
}

export interface ReportedBoard extends Size {
  readonly cells: Uint8Array;
}

export class Reporter {
  readonly ticker = new Ticker();
  private readonly islands: Islands;
  private work = new Map<number, Work>();
  private readonly told = new Map<number, number>();
  private known: Set<number> | null = null;
  private paintsAt: number;
  private islandsAt: number;
  private island = '';
  private pixels: number | null = null;
  private first: number | null = null;
  private likeness: number | null = null;
  private leader: number | null = null;
  private queued = 0;

  constructor(
    private readonly board: ReportedBoard,
    now: number,
  ) {
    this.islands = new Islands(board, board.cells);
    [this.paintsAt, this.islandsAt] = [now, now];
  }

  placed(items: Uint32Array, seats: Uint32Array): void {
    for (let i = 0; i < items.length; i += 1) {
      const [cell, seat] = [(items[i] as number) & 0xffffff, seats[i] as number];
      if (seat === 0) continue;
      this.first ??= seat;
      this.islands.placed(cell, seat);
      const before = this.work.get(seat) ?? { count: 0, x: 0, y: 0 };
      this.work.set(seat, { count: before.count + 1, x: before.x + (cell % this.board.width), y: before.y + Math.floor(cell / this.board.width) });
    }
  }

  cleared(): void {
    this.islands.clear();
    this.work.clear();
    this.pixels = this.first = null;
  }

  /** Who is in the party; those whom the reporter finds there at first are no news. */
  seats(seats: readonly number[], now: number): void {
    const { known } = this;
    if (known) seats.filter((seat) => !known.has(seat)).forEach((seat) => this.ticker.tell({ kind: 'joined', seat }, now));
    this.known = new Set(seats);
  }

  queue(count: number, now: number): void {
    if (count > 0 && count !== this.queued) this.ticker.tell({ kind: 'queue', count }, now);
    this.queued = count;
  }

  /** How many pixels were painted in all. */
  total(count: number, now: number): void {
    const before = this.pixels;
    this.pixels = count;
    if (before === null) return;
    if (before === 0 && count > 0 && this.first !== null) this.ticker.tell({ kind: 'first', seat: this.first }, now);
    const passed = crossed(PIXELS, before, count);
    if (passed) this.ticker.tell({ kind: 'pixels', count: passed }, now);
  }

  percent(percent: number, now: number): void {
    const passed = this.likeness === null ? null : crossed(LIKENESS, this.likeness, percent);
    this.likeness = percent;
    if (passed) this.ticker.tell({ kind: 'likeness', percent: passed }, now);
  }

  /** The team in front, if one is. */
  leads(team: number | null, now: number): void {
    if (team !== null && this.leader !== null && team !== this.leader) this.ticker.tell({ kind: 'leads', team }, now);
    if (team !== null) this.leader = team;
  }

  /** Looks around; to be asked about once a second. */
  look(now: number): void {
    if (now - this.paintsAt >= PAINTS_EVERY) this.tellOfPainter(now);
    if (now - this.islandsAt >= ISLANDS_EVERY) this.tellOfIsland(now);
  }

  private tellOfPainter(now: number): void {
    this.paintsAt = now;
    const fresh = Array.from(this.work).filter(([seat, { count }]) => count >= BUSY && now - (this.told.get(seat) ?? -AGAIN) >= AGAIN);
    this.work = new Map();
    const [busiest] = fresh.sort(([, a], [, b]) => b.count - a.count);
    if (!busiest) return;
    const [seat, { count, x, y }] = busiest;
    this.told.set(seat, now);
    this.ticker.tell({ kind: 'paints', seat, where: where(x / count, y / count, this.board) }, now);
  }

  private tellOfIsland(now: number): void {
    this.islandsAt = now;
    const largest = this.islands.largest();
    const name = largest ? `${largest.seat}/${largest.color}` : '';
    if (largest && name !== this.island) this.ticker.tell({ kind: 'island', seat: largest.seat, color: largest.color }, now);
    this.island = name;
  }
}

/** The highest mark that lies above `before` and not above `after`. */
function crossed(marks: readonly number[], before: number, after: number): number | null {
  const passed = marks.filter((mark) => mark > before && mark <= after);
  return passed[passed.length - 1] ?? null;
}

export function where(x: number, y: number, board: Size): Where {
  const third = (at: number, side: number): number => Math.min(2, Math.floor((3 * at) / side));
  return [third(x, board.width), third(y, board.height)];
}
