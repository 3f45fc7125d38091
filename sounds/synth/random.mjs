// Seeded randomness, so that the same score always renders to the same samples.

/** mulberry32: a function that returns numbers in [0, 1). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Noise in [-1, 1). */
export const noise = (rng) => rng() * 2 - 1;

/** Normally distributed, deviation 1, cut at ±2.5: nobody plays half a beat late. */
export function gauss(rng) {
  const g = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
  return Math.max(-2.5, Math.min(2.5, g));
}

/** A number that depends on every letter of `text`: the seed of a voice is its name. */
export function hash(text) {
  let h = 2166136261;
  for (const c of text) h = Math.imul(h ^ c.codePointAt(0), 16777619);
  return h >>> 0;
}
