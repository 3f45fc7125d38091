import { describe, expect, it } from 'vitest';
import { fit } from './fit';

describe('fit', () => {
  it('keeps every guest of a crowd on the screen', () => {
    for (const guests of [1, 25, 30, 47, 60]) {
      const side = fit(guests, 69, 17.3);
      expect(Math.floor(69 / side) * Math.floor(17.3 / side)).toBeGreaterThanOrEqual(guests);
    }
  });

  it('never grows beyond what it is told', () => {
    expect(fit(1, 69, 17.3, 8)).toBe(8);
  });
});
