// The film of the match: how long it runs, and which placements have been laid when so much of it has run. Pure.

/** s from the end of the match to the podium: until the film is there, while it runs, and while its last picture stands. */
export const LASTS = 20;
export const STAYS = 1.5;
/** However late it comes, nobody could follow it faster. */
const SHORTEST = 8;
/** A match longer than this (ms) is told pixel by pixel: otherwise its nights would be most of the film. */
const LONG = 2 * 3_600_000;

export interface Footage {
  items: Uint32Array;
  /** ms since the match began, rising. */
  times: Uint32Array;
  /** ms. */
  length: number;
}

/** s that it runs if so many have gone by before it was there. */
export function runsAfter(waited: number): number {
  return Math.max(SHORTEST, LASTS - STAYS - waited);
}

/** How many placements are laid at `p` (0 to 1) of the film. */
export function laid({ items, times, length }: Footage, p: number): number {
  if (p >= 1) return items.length;
  return length > LONG ? Math.floor(items.length * p) : upTo(times, length * p);
}

/** What the match's clock shows then, ms. */
export function clockAt(film: Footage, p: number): number {
  if (p >= 1 || film.length <= LONG) return film.length * Math.min(1, p);
  return film.times[Math.max(0, laid(film, p) - 1)] ?? 0;
}

/** How many of the rising times are not later. */
function upTo(times: Uint32Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
