import { describe, expect, it } from 'vitest';
import { NONE, richer, tap, total, type Count, type Side } from './count';

function play(taps: [Side, number][], most = 15): Count {
  return taps.reduce((count, [side, ms]) => tap(count, side, ms, most), NONE);
}

describe('the count of snowballs', () => {
  it('counts thumbs in turn, second by second', () => {
    const count = play([['left', 10], ['right', 900], ['left', 1000], ['right', 3100]]);
    expect(count.perSecond).toEqual([2, 1, 0, 1]);
    expect(total(count)).toBe(4);
  });

  it('does not count the same thumb twice', () => {
    expect(total(play([['left', 10], ['left', 100], ['left', 200], ['right', 300]]))).toBe(2);
  });

  it('never claims what the server would refuse', () => {
    const taps = Array.from({ length: 40 }, (_, i): [Side, number] => [i % 2 ? 'left' : 'right', i * 20]);
    expect(play(taps, 12).perSecond).toEqual([12]);
  });

  it('does not count before the start', () => {
    expect(play([['left', -5]])).toBe(NONE);
  });

  it('goes on from whichever account knows more', () => {
    expect(richer([3, 2], [3])).toEqual([3, 2]);
    expect(richer([], [4])).toEqual([4]);
  });
});
