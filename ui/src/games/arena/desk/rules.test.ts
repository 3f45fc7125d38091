import { describe, expect, it } from 'vitest';
import { changeGame, changeLevel, lengthOf, LONG, QUICK, rulesOf, USUAL, valid } from './rules';

describe('the rules', () => {
  it('of every preset can be taken', () => {
    for (const rules of [QUICK, USUAL, LONG]) expect(valid(rules)).toBe(true);
  });

  it('fill in what the session leaves out', () => {
    expect(rulesOf({ gift_points: 0 })).toEqual({ ...USUAL, gift_points: 0 });
  });

  it('are refused outside their bounds, by fractions and by nothing', () => {
    for (const seconds of [4, 601, 7.5, NaN]) expect(valid(changeLevel(USUAL, 0, { seconds }))).toBe(false);
    expect(valid(changeLevel(USUAL, 1, { seconds: 121 }))).toBe(false);
    expect(valid({ ...USUAL, gift_points: -1 })).toBe(false);
  });

  it('give a mini-game its usual time when it is chosen', () => {
    expect(changeGame(USUAL, 0, 'puzzle').levels[0]).toEqual({ level: 'green', mini_game: 'puzzle', seconds: 90, points: 1000 });
    expect(USUAL.levels[0]?.mini_game).toBe('tap');
  });

  it('say how long a game takes', () => {
    expect(lengthOf(USUAL)).toBe(3 * (6 + 14) + 20 + 6 * 20 + 90);
  });
});
