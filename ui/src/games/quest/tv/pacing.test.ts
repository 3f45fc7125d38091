import { describe, expect, it } from 'vitest';
import type { QuestLine, QuestScene } from '../../../protocol.gen';
import { LONG_AGO, moments, readingMs, turnedAt } from './pacing';

const line = (letters: number): QuestLine => ({ text: 'x'.repeat(letters) });
const scene = (lines: QuestLine[], opened: number | null): QuestScene => ({
  number: 1, id: 'a', title: 'A', picture: 'path', mood: 'calm', page: 1, lines, ending: null,
  decision: opened === null ? null : { decision_id: 1, kind: 'vote', options: ['a', 'b'], opened, deadline: opened + 40_000 },
});

describe('the pace of reading', () => {
  it('counts as the server does: 22 letters a second, and 350 ms a paragraph', () => {
    expect(readingMs([line(220), line(110)])).toBe(10_350 + 5_350);
    expect(readingMs([])).toBe(0);
  });

  it('shows a paragraph when those before it have been read, and the last before the decision opens', () => {
    const lines = [line(220), line(110), line(44)];
    const at = moments(lines, turnedAt(scene(lines, 50_000), 0));
    expect(at).toEqual([50_000 - 18_050, 50_000 - 7_700, 50_000 - 2_350]);
  });

  it('reads a long page faster, so that nobody waits for more than 45 s', () => {
    const lines = Array.from({ length: 6 }, () => line(280));
    const at = moments(lines, turnedAt(scene(lines, 45_000), 0));
    expect(readingMs(lines)).toBe(45_000);
    expect(at[0]).toBe(0);
    expect(at[5]).toBeCloseTo(37_500);
  });

  it('counts Russian letters and signs beyond the basic plane once', () => {
    expect(readingMs([{ text: 'ёлка' }])).toBe(readingMs([{ text: 'tree' }]));
    expect(readingMs([{ text: '𝄞' }])).toBe(readingMs([{ text: 'x' }]));
  });

  it('takes the time it was seen for a page without a decision; one that was there before is read', () => {
    const lines = [line(220), line(110)];
    expect(moments(lines, turnedAt(scene(lines, null), 7_000))).toEqual([7_000, 17_350]);
    expect(moments(lines, turnedAt(scene(lines, null), LONG_AGO)).every((at) => at < 0)).toBe(true);
  });
});
