import { describe, expect, it } from 'vitest';
import { en } from './en';
import { ru } from './ru';

const now = new Date(2026, 10, 21, 17);
const on = (year: number, month: number, day: number): Date => new Date(year, month - 1, day, 20);

describe('the words of the desk', () => {
  it('say when an evening was', () => {
    const days = [on(2026, 11, 21), on(2026, 11, 20), on(2026, 11, 17), on(2026, 11, 14), on(2026, 10, 3), on(2025, 12, 31)];
    expect(days.map((at) => en.rules.when(at, now))).toEqual(['today', 'yesterday', '4 days ago', 'last week', '3 October', '31 December 2025']);
    expect(days.slice(0, 5).map((at) => ru.rules.when(at, now))).toEqual(['сегодня', 'вчера', '4\u00a0дня назад', 'на прошлой неделе', '3 октября']);
  });

  it('count as Russian counts', () => {
    expect(ru.rules.players(2, 4)).toBe('2\u2060–\u20604\u00a0героя');
    expect([1, 2, 5, 21].map(ru.heroes.title)).toEqual(['1\u00a0герой', '2\u00a0героя', '5\u00a0героев', '21\u00a0герой']);
  });

  it('have words for figures that nobody offers', () => {
    for (const said of [en.rules, ru.rules]) for (const figure of [0, 30, 100]) expect(said.weight(figure)).not.toContain('undefined');
    expect(en.rules.pace(60)).toBe('');
  });
});
