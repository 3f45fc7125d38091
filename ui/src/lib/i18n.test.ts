import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { refusalWords } from './errors';
import { counted, deviceLang, figure, lang } from './i18n';

const guests = { one: 'гость', few: 'гостя', other: 'гостей' };

describe('counting', () => {
  it('fits the form to the figure in Russian', () => {
    const said = [1, 2, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112].map((n) => counted('ru', n, guests).split('\u00a0')[1]);
    expect(said).toEqual(['гость', 'гостя', 'гостей', 'гостей', 'гостей', 'гостей', 'гость', 'гостя', 'гостей', 'гость', 'гостей', 'гостей']);
  });

  it('sets thousands apart', () => {
    expect(figure('en', 8420)).toBe('8,420');
    expect(figure('ru', 1234567)).toBe('1\u00a0234\u00a0567');
    expect(figure('en', 999)).toBe('999');
  });
});

describe('the language of a phone', () => {
  it('is the first one that the house speaks', () => {
    expect(deviceLang(['de-DE', 'ru', 'en'])).toBe('ru');
    expect(deviceLang(['en-GB', 'ru'])).toBe('en');
    expect(deviceLang(['fr'])).toBe('en');
    expect(deviceLang(['uk-UA'])).toBe('ru');
  });
});

describe('refusals', () => {
  const source = readFileSync(new URL('../../../src/game/refusal.rs', import.meta.url), 'utf8');
  const codes = Array.from(source.matchAll(/=> "([a-z]+\/[a-z_]+)"/g), (match) => match[1] ?? '');

  it('have words of their own for every code of the server, in both languages', () => {
    expect(codes.length).toBeGreaterThan(40);
    for (const language of ['en', 'ru'] as const) {
      lang.value = language;
      const general = refusalWords({ code: 'nobody/knows', message: '' });
      const silent = codes.filter((code) => code !== 'system/internal' && refusalWords({ code, message: '' }) === general);
      expect(silent).toEqual([]);
    }
  });

  it('say how long to wait', () => {
    lang.value = 'en';
    expect(refusalWords({ code: 'auth/pin_closed', message: '', params: { retry_after: 40 } })).toContain('40\u00a0seconds');
    lang.value = 'ru';
    expect(refusalWords({ code: 'auth/pin_closed', message: '', params: { retry_after: 130 } })).toContain('3\u00a0минуты');
  });
});
