// How large things may be, so that all of them are on the screen.

/** The largest side (rem, in tenths) at which `n` squares fill at most width × height. */
export function fit(n: number, width: number, height: number, most = 8): number {
  for (let side = most; side > 1; side -= 0.1) {
    if (Math.floor(width / side) * Math.floor(height / side) >= n) return Math.round(side * 10) / 10;
  }
  return 1;
}
