// What a phone can do beyond showing.

// A browser complains of a buzz before the first tap.
let tapped = false;
for (const tap of ['touchend', 'click']) {
  window.addEventListener(tap, (event) => void (tapped = tapped || event.isTrusted), true);
}

/** A short buzz, where phones can; `pattern` in milliseconds. */
export function buzz(pattern: number | number[]): void {
  try {
    if (tapped && typeof navigator.vibrate === 'function') navigator.vibrate(pattern);
  } catch {
    // A phone that cannot buzz plays all the same.
  }
}

/** Does the guest want less motion? */
export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
