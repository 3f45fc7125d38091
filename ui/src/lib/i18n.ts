// English and Russian. Each page and game brings its own texts as a pair `en` and `ru: typeof en`; this knows only which
// language is spoken now, and how to count in it.
import { signal } from '@preact/signals';
import type { Lang, Text } from '../protocol.gen';

/** The language that the page speaks now. */
export const lang = signal<Lang>('en');

/** The texts of a page: `const words = texts(en, ru)`, then `words().join`. Reading it in a view follows the language. */
export function texts<T>(en: T, ru: T): () => T {
  return () => (lang.value === 'ru' ? ru : en);
}

/** A text that came over the wire in both languages. */
export function say(text: Text): string {
  return text[lang.value];
}

/** The phone's own language, if the house speaks it. */
export function deviceLang(languages: readonly string[]): Lang {
  for (const tag of languages) {
    if (/^ru\b/i.test(tag)) return 'ru';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return languages.some((tag) => /^(uk|be|kk|ky|uz|tg|hy|az|ka)\b/i.test(tag)) ? 'ru' : 'en';
}

/** Speaks it from now on, and tells screen readers. */
export function speak(chosen: Lang): void {
  lang.value = chosen;
  document.documentElement.lang = chosen;
}

interface Forms {
  one: string;
  /** 2, 3, 4 in Russian; not needed in English. */
  few?: string;
  /** The rest. */
  other: string;
}

/** "1 guest", "21 гость", "3 гостя", "5 гостей": the figure with the form that fits it. */
export function counted(language: Lang, n: number, forms: Forms): string {
  return figure(language, n) + '\u00a0' + plural(language, n, forms);
}

/** The form alone. */
export function plural(language: Lang, n: number, forms: Forms): string {
  const rule = language === 'ru' ? russian(n) : n === 1 ? 'one' : 'other';
  return (rule === 'few' ? forms.few : rule === 'one' ? forms.one : undefined) ?? forms.other;
}

// Intl.PluralRules came with Chromium 63 and Safari 13; the rule for whole numbers is short enough to have always.
function russian(n: number): 'one' | 'few' | 'other' {
  const [last, lastTwo] = [n % 10, n % 100];
  if (last === 1 && lastTwo !== 11) return 'one';
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? 'few' : 'other';
}

/** A figure with its thousands apart: 8,420 or 8 420. */
export function figure(language: Lang, n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, language === 'ru' ? '\u00a0' : ',');
}
