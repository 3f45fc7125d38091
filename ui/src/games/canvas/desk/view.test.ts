import { describe, expect, it } from 'vitest';
import { around, boundsOf, cellAt, fit, holds, overlap, placed, span, whole } from './view';

const board = { width: 160, height: 90 };

describe('the board in a box', () => {
  it('is as large as it goes, in the middle', () => {
    expect(fit(whole(board), { width: 320, height: 200 })).toMatchObject({ scale: 2, left: 0, top: 10 });
  });

  it('finds the cell under a finger, and the nearest for one beside it', () => {
    const lies = fit({ x: 40, y: 20, width: 40, height: 20 }, { width: 400, height: 200 });
    expect(cellAt(lies, { x: 0, y: 0 })).toEqual({ x: 40, y: 20 });
    expect(cellAt(lies, { x: 19.9, y: 10 })).toEqual({ x: 41, y: 21 });
    expect(cellAt(lies, { x: 900, y: -3 })).toEqual({ x: 79, y: 20 });
  });
});

describe('areas', () => {
  it('span from any corner to any other', () => {
    const area = { x: 2, y: 3, width: 4, height: 1 };
    expect(span({ x: 2, y: 3 }, { x: 5, y: 3 })).toEqual(area);
    expect(span({ x: 5, y: 3 }, { x: 2, y: 3 })).toEqual(area);
  });

  it('hold all placements, whatever their colours', () => {
    expect(boundsOf([(255 << 24) | (160 * 2 + 7), 160 * 5 + 3], 160)).toEqual({ x: 3, y: 2, width: 5, height: 4 });
    expect(boundsOf([], 160)).toBeNull();
  });

  it('are seen with a margin that stays on the board', () => {
    expect(around({ x: 0, y: 80, width: 10, height: 10 }, board)).toEqual({ x: 0, y: 76, width: 14, height: 14 });
  });

  it('take a picture in without bending it', () => {
    expect(placed({ width: 400, height: 200 }, { x: 10, y: 10, width: 20, height: 30 })).toEqual({ x: 10, y: 20, width: 20, height: 10 });
    expect(placed({ width: 4, height: 2 }, { x: 10, y: 10, width: 20, height: 30 })).toEqual({ x: 18, y: 24, width: 4, height: 2 });
  });

  it('hold what lies within them', () => {
    expect(holds({ x: 0, y: 0, width: 3, height: 3 }, { x: 1, y: 1, width: 2, height: 2 })).toBe(true);
    expect(holds({ x: 0, y: 0, width: 3, height: 3 }, { x: 1, y: 1, width: 3, height: 2 })).toBe(false);
  });

  it('overlap if they share a cell', () => {
    expect(overlap({ x: 0, y: 0, width: 2, height: 2 }, { x: 2, y: 0, width: 2, height: 2 })).toBe(false);
    expect(overlap({ x: 0, y: 0, width: 3, height: 2 }, { x: 2, y: 1, width: 2, height: 2 })).toBe(true);
  });
});
