// How large a picture of the board is kept: so many pixels a cell. Pure.
import type { Size } from './view';

const SCALES = [1, 2, 4, 8, 16];
/** A picture wider or taller than this is of no use to anybody. */
const LARGEST = 8192;
/** Large enough for a screen. */
const ENOUGH = 1000;

export function scales({ width, height }: Size): number[] {
  return SCALES.filter((scale) => scale === 1 || Math.max(width, height) * scale <= LARGEST);
}

export function usualScale(board: Size): number {
  const fitting = scales(board);
  return fitting.find((scale) => board.width * scale >= ENOUGH) ?? Math.max(...fitting);
}
