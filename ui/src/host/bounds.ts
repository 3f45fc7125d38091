// The bounds of a figure in the rules. Pure.

/** What a figure may be, and by how much a button changes it. */
export interface Bounds {
  least: number;
  most: number;
  step: number;
}

export function within(value: number, { least, most }: Bounds): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
