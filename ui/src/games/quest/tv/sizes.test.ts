import { describe, expect, it } from 'vitest';
import { LEAST, sizesOf } from './sizes';

describe('a name that is made smaller', () => {
  it('begins at its own size and never goes below what can be read from the sofa', () => {
    for (const whole of [2, 2.1, 2.4, 3.4]) {
      const sizes = sizesOf(whole);
      expect(sizes[0]).toBe(whole);
      expect(Math.min(...sizes)).toBe(LEAST);
      expect(sizes).toEqual(sizes.slice().sort((a, b) => b - a));
    }
  });
});
