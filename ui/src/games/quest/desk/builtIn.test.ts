import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from './builtIn';

/** The head tags of a story. */
function headOf(campaign: string, language: string): (tag: string) => string | undefined {
  const source = readFileSync(`../src/game/quest/stories/${campaign}.${language}.ink`, 'utf8');
  return (tag) => new RegExp(`^# ${tag}: (.*)$`, 'm').exec(source)?.[1];
}

describe('the campaigns that come with the product', () => {
  it('are said as their own heads say them', () => {
    for (const { campaign, language, title, about, minutes, players } of BUILT_IN.campaigns) {
      const head = headOf(campaign, language);
      expect([title, about.replace(/’/g, "'"), String(minutes), players.join('-')]).toEqual([head('title'), head('about')?.replace(/’/g, "'"), head('minutes'), head('players')]);
    }
  });
});
