import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { items } from './rules.gen';

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

describe('the rules that pages show', () => {
  it('are those of the one table', () => {
    const made = execFileSync('node', [path('../../../scripts/rules.mjs')], { input: readFileSync(path('../../../../src/game/quest/rules.toml')), encoding: 'utf8' });
    expect(readFileSync(path('./rules.gen.ts'), 'utf8')).toBe(made);
  });

  it('let nothing heal outside of a fight that is not used up by it', () => {
    const healing = Object.keys(items).filter((id) => items[id]?.heals);
    expect(healing.sort()).toEqual(['bread', 'honey', 'tea']);
  });
});
