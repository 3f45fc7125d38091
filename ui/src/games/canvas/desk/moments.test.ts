// The slider over a match's past.
import { describe, expect, it } from 'vitest';
import { momentAt, placeOf, spanOf, stepsOf } from './moments';

describe('the span that can be looked at', () => {
  const timer = { opened: 50_000, deadline: 650_000 };
  const known = { session: { timer }, began: null, endsAt: 650_000, now: 110_000.5 };

  it('goes from the start until now', () => {
    expect(spanOf(known)).toEqual({ from: 50_000, to: 110_000 });
    expect(spanOf({ ...known, now: 40_000 })).toEqual({ from: 40_000, to: 40_000 });
  });

  it('begins when the server says, and ends with the match', () => {
    expect(spanOf({ ...known, session: { timer: null }, began: 48_000, now: 700_000 })).toEqual({ from: 48_000, to: 650_000 });
  });

  it('without any start is the whole party', () => {
    expect(spanOf({ ...known, session: {}, endsAt: null })).toEqual({ from: 0, to: 110_000 });
  });
});

describe('the slider', () => {
  it('goes by seconds, and both its ends are the span’s', () => {
    const span = { from: 5000, to: 15_500 };
    expect(stepsOf(span)).toEqual({ step: 1000, last: 11 });
    expect([0, 3, 11].map((place) => momentAt(span, place))).toEqual([5000, 8000, 15_500]);
    expect([5000, 8000, 15_500].map((moment) => placeOf(span, moment))).toEqual([0, 3, 11]);
  });

  it('has no more than a thousand steps over weeks', () => {
    const weeks = { from: 0, to: 3 * 7 * 86_400_000 };
    expect(stepsOf(weeks)).toEqual({ step: 1_814_400, last: 1000 });
    expect(placeOf(weeks, momentAt(weeks, 640))).toBe(640);
  });

  it('has somewhere to go even when nothing has happened', () => {
    expect(stepsOf({ from: 7, to: 7 })).toEqual({ step: 1000, last: 1 });
    expect(momentAt({ from: 7, to: 7 }, 1)).toBe(7);
  });
});
