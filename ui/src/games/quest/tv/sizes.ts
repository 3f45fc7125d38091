// How small a name may be made.

/** rem: less cannot be read from the sofa. */
export const LEAST = 2;
const SHARES = [1, 0.93, 0.86, 0.8, 0.74, 0.68];

/** The sizes to try for a name that is `whole` rem large, the largest first. */
export function sizesOf(whole: number): number[] {
  const smaller = SHARES.map((share) => share * whole).filter((size) => size > LEAST);
  return smaller.concat(Math.min(LEAST, whole));
}
