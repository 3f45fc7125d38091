// What a phone can do beyond showing.

/** A short buzz, where phones can; `pattern` in milliseconds. Some browsers refuse before the first tap, which is fine. */
export function buzz(pattern: number | number[]): void {
  try {
    if (typeof navigator.vibrate === 'function') navigator.vibrate(pattern);
  } catch {
    // A phone that cannot buzz plays all the same.
  }
}

/** Does the guest want less motion? */
export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
