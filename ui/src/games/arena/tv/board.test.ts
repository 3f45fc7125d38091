import { describe, expect, it } from 'vitest';
import type { BoardLine } from '../../../protocol.gen';
import { formerOrder } from './order';

const line = (player_id: number, place: number, moved: number, score: number, gained: number): BoardLine => ({ player_id, place, moved, score, gained, name: `${player_id}`, avatar: 'fox', color: 0 });

describe('the former order', () => {
  it('puts everyone where they were before the level', () => {
    const former = formerOrder([line(7, 1, 2, 900, 700), line(3, 2, -1, 800, 100), line(5, 3, -1, 500, 50)]);
    expect([former.get(3), former.get(5), former.get(7)]).toEqual([0, 1, 2]);
  });

  it('tells shared places apart by what was scored, then by seat', () => {
    const former = formerOrder([line(2, 1, 0, 100, 100), line(1, 1, 0, 100, 100)]);
    expect([former.get(1), former.get(2)]).toEqual([0, 1]);
  });
});
