// Who holds the largest island: cells of one colour that touch each other and were all painted by one guest, as far as this TV has seen
// them painted. Pure.
import type { Size } from './frame';

export interface Island {
  seat: number;
  color: number;
  cells: number;
}

/** Larger boards would keep an old TV busy for longer than a picture lasts. */
const LARGEST_BOARD = 70_000;
/** Smaller ones are no islands. */
const SMALLEST = 12;

export class Islands {
  private readonly owners: Uint16Array | null;
  private readonly queue: Uint32Array;

  constructor(
    private readonly board: Size,
    private readonly cells: Uint8Array,
  ) {
    const size = board.width * board.height;
    this.owners = size <= LARGEST_BOARD ? new Uint16Array(size) : null;
    this.queue = new Uint32Array(this.owners ? size : 0);
  }

  placed(cell: number, seat: number): void {
    if (this.owners) this.owners[cell] = seat;
  }

  clear(): void {
    if (this.owners) this.owners.fill(0);
  }

  largest(): Island | null {
    const { owners } = this;
    if (!owners) return null;
    const visited = new Uint8Array(owners.length);
    let best: Island | null = null;
    for (let cell = 0; cell < owners.length; cell += 1) {
      const color = this.cells[cell] as number;
      if (visited[cell] || color === 0 || owners[cell] === 0) continue;
      const cells = this.flood(cell, owners, visited);
      if (cells >= SMALLEST && cells > (best ? best.cells : 0)) best = { seat: owners[cell] as number, color, cells };
    }
    return best;
  }

  private flood(start: number, owners: Uint16Array, visited: Uint8Array): number {
    const { width } = this.board;
    let [next, end] = [0, 1];
    this.queue[0] = start;
    visited[start] = 1;
    const visit = (cell: number, inside: boolean): void => {
      if (!inside || visited[cell] || owners[cell] !== owners[start] || this.cells[cell] !== this.cells[start]) return;
      visited[cell] = 1;
      this.queue[end++] = cell;
    };
    for (; next < end; next += 1) {
      const cell = this.queue[next] as number;
      visit(cell - 1, cell % width > 0);
      visit(cell + 1, cell % width < width - 1);
      visit(cell - width, cell >= width);
      visit(cell + width, cell + width < owners.length);
    }
    return end;
  }
}
