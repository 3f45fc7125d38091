// Every picture a story may name is drawn, each as something of its own, and no two pictures on a page can take each other's paint.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sceneOf } from '.';
import { moodOf } from './moods';
import { Paints } from './paint';

const words = readFileSync(new URL('../../../../../../src/story/words.rs', import.meta.url), 'utf8');

function listed(name: string): string[] {
  const list = new RegExp(`${name}: \\[&str; \\d+\\] = \\[([^\\]]*)\\]`).exec(words)?.[1] ?? '';
  return (list.match(/"\w+"/g) ?? []).map((word) => word.slice(1, -1));
}

function drawn(id: string, mood = 'calm', name = 'p-'): string {
  const paints = new Paints(name, moodOf(mood));
  const view = sceneOf(id)(paints);
  return JSON.stringify([view, paints.defs()], (key, value: unknown) => (key.startsWith('__') ? undefined : value));
}

const ids = (art: string, pattern: RegExp) => new Set((art.match(pattern) ?? []).map((hit) => hit.replace(pattern, '$1')));

describe('the pictures of scenes', () => {
  const pictures = listed('PICTURES');

  it('draws something of its own for each of the 25', () => {
    expect(pictures.length).toBe(25);
    expect(new Set(pictures.concat('no such place').map((id) => drawn(id))).size).toBe(26);
  });

  it('draws the snowy night for any other, whatever its name', () => {
    for (const id of ['', 'volcano', 'constructor', '__proto__']) expect(drawn(id)).toBe(drawn('night'));
  });

  it('defines every paint it uses, under its own name', () => {
    for (const id of pictures) {
      const art = drawn(id, 'merry', 'pic-7-');
      const used = ids(art, /url\(#([^)]*)\)/g);
      const made = ids(art, /"id":"([^"]*)"/g);
      expect([...used].filter((paint) => !made.has(paint) || !paint.startsWith('pic-7-'))).toEqual([]);
    }
  });

  it('puts no number down that is none', () => {
    for (const id of pictures) expect(drawn(id)).not.toMatch(/NaN|undefined|Infinity|null null/);
  });

  it('has a sky for each mood, and the calm one for an unknown mood', () => {
    const moods = listed('MOODS');
    expect(new Set(moods.map((mood) => drawn('village', mood))).size).toBe(8);
    expect(drawn('village', 'bored')).toBe(drawn('village', 'calm'));
  });
});
