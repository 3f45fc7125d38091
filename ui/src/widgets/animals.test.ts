import { describe, expect, it } from 'vitest';
import { PARTS } from './animalParts';
import { ANIMALS } from './animals';
import { seatColor } from './seats';

describe('guests', () => {
  it('has a drawing for each of the 24 animals, and no other', () => {
    expect(ANIMALS.length).toBe(24);
    expect(Object.keys(PARTS).sort()).toEqual(ANIMALS.slice().sort());
  });

  it('gives 24 different colours', () => {
    expect(new Set(Array.from({ length: 24 }, (_, i) => seatColor(i))).size).toBe(24);
    expect(seatColor(24)).toBe(seatColor(0));
  });
});
