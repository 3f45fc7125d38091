// A flick: the finger goes up fast, or far enough. Pure figures; where they come from is the view's.

/** Px that are far enough at any speed. */
const FAR = 90;
/** Px that are enough at a good speed, and that speed in px a ms. */
const NEAR = 28;
const FAST = 0.45;

export interface Stroke {
  /** Px upwards since the finger came down, and ms since then. */
  up: number;
  ms: number;
}

export function isFlick({ up, ms }: Stroke): boolean {
  return up >= FAR || (up >= NEAR && up / Math.max(1, ms) >= FAST);
}
