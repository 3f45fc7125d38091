// What a page knows of the pixels: the cells at a version of an epoch, and who wants to hear of each change. It knows
// neither frames nor requests; only its follower paints it.
import { cellOf, colourOf, type Snapshot } from './wire';

/** Items are cell | colour << 24, in the order of their placing. */
export interface Placement {
  items: Uint32Array;
  /** Who placed each (0 is the host); null if this page is not told. */
  seats: Uint32Array | null;
}

/** `fresh`: just painted, and not caught up from HTTP. */
export type Change = { kind: 'all' } | ({ kind: 'cells'; fresh: boolean } & Placement);

type Hear = (change: Change) => void;

export class Board {
  readonly width: number;
  readonly height: number;
  /** Colours row by row. */
  readonly cells: Uint8Array;
  epoch: number;
  version: number;
  private readonly hears = new Set<Hear>();

  constructor(snapshot: Snapshot) {
    this.width = snapshot.width;
    this.height = snapshot.height;
    this.cells = snapshot.cells;
    this.epoch = snapshot.epoch;
    this.version = snapshot.version;
  }

  /** Hears every change from now on, after it was made; answers with how to stop. */
  on(hear: Hear): () => void {
    this.hears.add(hear);
    return () => void this.hears.delete(hear);
  }

  /** Could this board show that snapshot? */
  fits(snapshot: Snapshot): boolean {
    return snapshot.width === this.width && snapshot.height === this.height;
  }

  /** Becomes what the snapshot shows. */
  lay(snapshot: Snapshot): void {
    this.cells.set(snapshot.cells);
    this.epoch = snapshot.epoch;
    this.version = snapshot.version;
    this.tell({ kind: 'all' });
  }

  /** Takes placements in that lead to this version. */
  paint(placement: Placement, version: number, fresh: boolean): void {
    const { items, seats } = this.within(placement);
    for (const item of items) this.cells[cellOf(item)] = colourOf(item);
    this.version = version;
    if (items.length > 0) this.tell({ kind: 'cells', fresh, items, seats });
  }

  /** What lies on the board; all of it, unless something is broken. */
  private within(placement: Placement): Placement {
    const { items, seats } = placement;
    const size = this.cells.length;
    if (items.every((item) => cellOf(item) < size)) return placement;
    return {
      items: items.filter((item) => cellOf(item) < size),
      seats: seats && seats.filter((_, i) => cellOf(items[i] ?? size) < size),
    };
  }

  private tell(change: Change): void {
    this.hears.forEach((hear) => hear(change));
  }
}
