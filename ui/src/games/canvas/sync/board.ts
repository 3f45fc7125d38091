// STUB, to be overwritten by the helper "sync": what a page knows of the pixels.

export interface Placement {
  /** cell | colour << 24. */
  items: Uint32Array;
  seats: Uint32Array | null;
}
export type Change = { kind: 'all' } | ({ kind: 'cells'; fresh: boolean } & Placement);

export class Board {
  readonly cells: Uint8Array;
  epoch = 0;
  version = 0;
  private readonly hears = new Set<(change: Change) => void>();

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.cells = new Uint8Array(width * height);
  }

  on(hear: (change: Change) => void): () => void {
    this.hears.add(hear);
    return () => void this.hears.delete(hear);
  }

  /** Only the stub's: what was painted just now. */
  take(placement: Placement): void {
    for (const item of placement.items) this.cells[item & 0xffffff] = item >>> 24;
    this.version += placement.items.length;
    this.hears.forEach((hear) => hear({ kind: 'cells', fresh: true, ...placement }));
  }
}
