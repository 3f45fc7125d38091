// STUB, to be overwritten by the helper "sync": what a page knows of the pixels.

export interface Placement {
  items: Uint32Array;
  seats: Uint32Array | null;
}

export type Change = { kind: 'all' } | ({ kind: 'cells'; fresh: boolean } & Placement);

export class Board {
  readonly cells: Uint8Array;
  epoch = 0;
  version = 0;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.cells = new Uint8Array(width * height);
  }

  on(_hear: (change: Change) => void): () => void {
    return () => undefined;
  }
}
