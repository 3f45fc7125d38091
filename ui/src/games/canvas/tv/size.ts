// How large the lit window is: all lengths in rem of the TV's stage of 120 × 67.5.
import { useEffect, useState } from 'preact/hooks';
import type { Size } from './frame';

/** A very long or very tall board hangs in a window of a usual shape, with night beside it. */
const NARROWEST = 0.8;
const WIDEST = 2.4;
/** A view has at most so many pixels across: more is no use at 3 m and too much for a weak TV. */
const MOST_PIXELS = 1400;

/** The window for a board within a room of this size. */
export function windowFor(board: Size, room: Size): Size {
  const shape = Math.max(NARROWEST, Math.min(WIDEST, board.width / board.height));
  const width = Math.min(room.width, room.height * shape);
  return { width, height: width / shape };
}

/** Pixels of a rem: for what is drawn; follows the window. */
export function useRem(): number {
  const [rem, set] = useState(remNow);
  useEffect(() => {
    const again = (): void => set(remNow());
    window.addEventListener('resize', again);
    return () => window.removeEventListener('resize', again);
  }, []);
  return rem;
}

function remNow(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The pixels of a canvas that is shown as large as this (rem). */
export function pixelsFor({ width, height }: Size, rem: number): Size {
  const scale = Math.min((window.devicePixelRatio || 1) * rem, MOST_PIXELS / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
