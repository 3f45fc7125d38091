// The count of snowballs: thumbs must take turns, and no second holds more than a thumb can do. Pure, so that tests can play it.

export type Side = 'left' | 'right';

export interface Count {
  /** Snowballs in each second since the level opened. */
  readonly perSecond: readonly number[];
  readonly last: Side | null;
}

export const NONE: Count = { perSecond: [], last: null };

/** All snowballs so far. */
export function total(count: Count): number {
  return count.perSecond.reduce((sum, n) => sum + n, 0);
}

/** A tap at `ms` since the level opened; the same count if it does not count. */
export function tap(count: Count, side: Side, ms: number, mostPerSecond: number): Count {
  if (side === count.last || ms < 0) return count;
  const second = Math.floor(ms / 1000);
  const perSecond = Array.from({ length: Math.max(second + 1, count.perSecond.length) }, (_, i) => count.perSecond[i] ?? 0);
  const already = perSecond[second] ?? 0;
  if (already >= mostPerSecond) return { perSecond: count.perSecond, last: side };
  perSecond[second] = already + 1;
  return { perSecond, last: side };
}

/** Of two accounts of one level, that which knows more: the phone's own may be newer than the server's, or the other way round. */
export function richer(one: readonly number[], other: readonly number[]): readonly number[] {
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  return sum(other) > sum(one) ? other : one;
}
