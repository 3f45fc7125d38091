import { describe, expect, it } from 'vitest';
import { inPlace, isSolved, movesFor, replay, slide } from './board';

//  1 2 3
//  4 _ 6
//  7 5 8
const BOARD = [1, 2, 3, 4, 0, 6, 7, 5, 8];

describe('the sliding board', () => {
  it('slides a tile beside the gap, and no other', () => {
    expect(slide(BOARD, 5)).toEqual([1, 2, 3, 4, 5, 6, 7, 0, 8]);
    for (const tile of [0, 1, 3, 7, 8, 9]) expect(slide(BOARD, tile)).toBeNull();
  });

  it('does not wrap around an edge', () => {
    const gapAtEnd = [1, 2, 0, 4, 3, 6, 7, 5, 8];
    expect(slide(gapAtEnd, 4)).toBeNull();
    expect(movesFor(gapAtEnd, 4)).toEqual([]);
  });

  it('moves a whole row or column towards the gap, nearest first', () => {
    expect(movesFor([1, 2, 3, 4, 5, 6, 7, 8, 0], 3)).toEqual([6, 3]);
    expect(movesFor([1, 2, 3, 4, 5, 6, 7, 8, 0], 7)).toEqual([8, 7]);
    expect(movesFor([0, 2, 3, 4, 5, 6, 7, 8, 1], 3)).toEqual([2, 3]);
    expect(movesFor(BOARD, 2)).toEqual([2]);
    expect(movesFor(BOARD, 1)).toEqual([]);
  });

  it('replays only what is possible', () => {
    expect(replay(BOARD, [5, 8])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 0]);
    expect(replay(BOARD, [8])).toBeNull();
    for (const tile of [1, 2, 3, 4, 5, 6, 7, 8]) {
      expect(replay(BOARD, movesFor(BOARD, tile))).not.toBeNull();
    }
  });

  it('knows how far it is', () => {
    expect(inPlace(BOARD)).toBe(6);
    expect(isSolved(BOARD)).toBe(false);
    expect(isSolved([1, 2, 3, 4, 5, 6, 7, 8, 0])).toBe(true);
  });
});
