import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Spot } from './spot';

const BOARD = { width: 160, height: 90 };
const VIEW = { scale: 20, x: 3.5, y: 4.5, turn: 1 as const, mirror: true };

describe('the spot', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('window', { sessionStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) } });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('outlives a reload', () => {
    const spot = new Spot(7);
    spot.keepColor(4);
    spot.keepView(BOARD, VIEW);
    const again = new Spot(7);
    expect([again.color, again.viewOf(BOARD)]).toEqual([4, VIEW]);
  });

  it('is of one session, and of a board of that size', () => {
    const spot = new Spot(7);
    spot.keepColor(4);
    spot.keepView(BOARD, VIEW);
    expect(spot.viewOf({ width: 10, height: 10 })).toBeNull();
    expect([new Spot(8).color, new Spot(8).viewOf(BOARD), new Spot(null).color]).toEqual([null, null, null]);
  });

  it('does without a storage that refuses', () => {
    vi.stubGlobal('window', {});
    const spot = new Spot(7);
    spot.keepColor(4);
    expect([spot.color, new Spot(7).color]).toEqual([4, null]);
  });
});
