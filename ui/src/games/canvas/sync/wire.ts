// STUB, to be overwritten by the helper "sync": the shapes of the canvas's binary answers.

export interface Heatmap {
  readonly most: number;
  readonly width: number;
  readonly height: number;
  readonly heat: Uint8Array;
}

export interface Template {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly cells: Uint16Array;
}

export const FREE = 0xffff;

export function cellOf(item: number): number {
  return item & 0xffffff;
}

export function colourOf(item: number): number {
  return item >>> 24;
}
