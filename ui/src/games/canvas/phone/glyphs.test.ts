import { describe, expect, it } from 'vitest';
import { contrast, glyphOf, SIGNS } from './glyphs';

describe('the signs of colours', () => {
  it('are all different, for as many colours as there may be', () => {
    const signs = Array.from({ length: 255 }, (_, i) => JSON.stringify(glyphOf(i + 1)));
    expect(new Set(signs).size).toBe(255);
    expect(SIGNS).toBeGreaterThanOrEqual(32);
  });

  it('differ in form between neighbours', () => {
    for (let color = 1; color < 32; color++) expect(glyphOf(color)?.path).not.toBe(glyphOf(color + 1)?.path);
  });

  it('leave the empty board empty', () => {
    expect(glyphOf(0)).toBeNull();
  });

  it('are ink on bright colours and snow on dark ones', () => {
    expect(contrast('#ffe14d')).toBe('#14204f');
    expect(contrast('#1b2a8c')).toBe('#f8fbff');
  });
});
