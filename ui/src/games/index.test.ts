import { describe, expect, it } from 'vitest';
import { lang } from '../lib/i18n';
import { deskGame } from './desk';
import { gameOf, SLUGS } from './index';
import { phoneGame } from './phone';
import { tvGame } from './tv';

describe('the games of the house', () => {
  it('have a view on every page', () => {
    for (const slug of SLUGS) for (const view of [phoneGame(slug), tvGame(slug), deskGame(slug)]) expect(view).not.toBeNull();
  });

  it('are called something in both languages', () => {
    for (const language of ['en', 'ru'] as const) {
      lang.value = language;
      const titles = SLUGS.map((slug) => gameOf(slug).title());
      expect(new Set(titles).size).toBe(SLUGS.length);
      expect(titles).not.toContain('');
    }
  });

  it('may be unknown to the page', () => {
    expect(gameOf('chess').title()).toBe('');
    expect(gameOf('chess').fills).toEqual({ phone: false, tv: false });
    expect(phoneGame('chess')).toBeNull();
  });
});
