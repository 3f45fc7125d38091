import { describe, expect, it } from 'vitest';
import type { BoardLine } from '../../../protocol.gen';
import { beforeLevel, play, type Act } from './order';

const line = (player_id: number, place: number, moved: number, score: number, gained: number): BoardLine => ({ player_id, place, moved, score, gained, name: `${player_id}`, avatar: 'fox', color: 0 });

describe('the order before a level', () => {
  it('puts everyone where they were before the level', () => {
    const former = beforeLevel([line(7, 1, 2, 900, 700), line(3, 2, -1, 800, 100), line(5, 3, -1, 500, 50)]);
    expect([former.get(3), former.get(5), former.get(7)]).toEqual([
      { score: 700, place: 1, at: 0 },
      { score: 450, place: 2, at: 1 },
      { score: 200, place: 3, at: 2 },
    ]);
  });

  it('tells shared places apart by what was scored, then by seat', () => {
    const former = beforeLevel([line(2, 1, 0, 100, 100), line(1, 1, 0, 100, 100)]);
    expect([former.get(1)?.at, former.get(2)?.at]).toEqual([0, 1]);
  });
});

describe('a gift in the middle of the board', () => {
  const LASTS = 1600;
  const level = [line(1, 1, 1, 500, 500), line(2, 2, -1, 450, 150)];
  const caught = [line(2, 1, 0, 550, 250), line(1, 2, 0, 500, 500)];
  const board: Act = { nth: 0, since: 1000, from: null, lines: level, under: null };

  it('stands still under the gift, whatever is caught meanwhile', () => {
    const under = play(board, level, true, 5000, LASTS);
    expect(play(under, caught, true, 6000, LASTS)).toBe(under);
    expect(under.lines).toBe(level);
  });

  it('then starts from what was shown', () => {
    const after = play(play(board, level, true, 5000, LASTS), caught, false, 11_000, LASTS);
    expect(after).toMatchObject({ nth: 1, since: 11_000, lines: caught, under: null });
    expect(after.from?.get(2)).toEqual({ score: 450, place: 2, at: 1 });
    expect(play(after, caught, false, 12_000, LASTS).since).toBe(11_000);
  });

  it('starts from before the level if the gift came first', () => {
    expect(play(play(board, level, true, 1100, LASTS), caught, false, 7000, LASTS).from).toBeNull();
  });
});
