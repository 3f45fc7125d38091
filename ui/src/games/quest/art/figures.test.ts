import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { archetypes, creatures, effects, items } from '../rules.gen';
import { Creature } from './Creature';
import { Die } from './Die';
import { EffectSign } from './Effect';
import { ItemSign } from './Item';
import { Portrait } from './Portrait';
import { StatSign } from './Stat';

type Drawing = (id: string) => string;
const KINDS: [string, string[], Drawing][] = [
  ['hero', Object.keys(archetypes), (id) => drawn(new Portrait({ archetype: id }).render())],
  ['spirit', Object.keys(archetypes), (id) => drawn(new Portrait({ archetype: id, fallen: true }).render())],
  ['creature', Object.keys(creatures), (id) => drawn(new Creature({ id }).render())],
  ['hurt creature', Object.keys(creatures), (id) => drawn(new Creature({ id, hurt: true }).render())],
  ['item', Object.keys(items), (id) => drawn(new ItemSign({ id }).render())],
  ['effect', Object.keys(effects), (id) => drawn(new EffectSign({ id }).render())],
  ['stat', Object.keys(archetypes.guardian?.stats ?? {}), (id) => drawn(new StatSign({ id }).render())],
  ['die', ['1', '2', '3', '4', '5', '6'], (id) => drawn(new Die({ face: Number(id) }).render())],
];

describe.each(KINDS)('every %s', (_, ids, drawing) => {
  it('has a drawing of its own, apart from the plain one', () => {
    const all = [...ids, 'nobody knows this'].map(drawing);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(all).size).toBe(ids.length + 1);
  });

  it('is drawn with nothing but numbers where numbers belong', () => {
    for (const picture of [...ids, 'nobody knows this'].map(drawing)) {
      expect(picture).toMatch(/path|ellipse/);
      expect(picture).not.toMatch(/NaN|undefined|null/);
    }
  });
});

it('shows which creatures are hurt and which heroes have fallen', () => {
  expect(drawn(new Creature({ id: 'wolf' }).render())).not.toBe(drawn(new Creature({ id: 'wolf', hurt: true }).render()));
  expect(drawn(new Portrait({ archetype: 'bard' }).render())).not.toBe(drawn(new Portrait({ archetype: 'bard', fallen: true }).render()));
});

/** What a page would get, as text. */
function drawn(part: unknown): string {
  if (Array.isArray(part)) return part.map(drawn).join('');
  if (typeof part !== 'object' || part === null) return '';
  const { type, props } = part as VNode<{ children?: unknown }>;
  if (typeof type === 'function') return drawn((type as (given: object) => unknown)(props));
  const { children, ...said } = props;
  return `<${type}${JSON.stringify(said)}>${drawn(children)}`;
}
