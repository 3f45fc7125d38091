// Makes src/games/quest/rules.gen.ts: what pages show of the quest's rules, in both languages. What a blow does stays with the server.
// Usage: node scripts/rules.mjs < ../src/game/quest/rules.toml > src/games/quest/rules.gen.ts
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';

const rules = parse(readFileSync(0, 'utf8'));

function each(table, show) {
  return Object.fromEntries(Object.entries(table).map(([id, entry]) => [id, show(entry)]));
}

const shown = {
  archetypes: each(rules.archetypes, ({ name, about, stats, hp, attack, flaw, skills }) => ({
    name,
    about,
    stats,
    hp,
    attack: { name: attack.name, stat: attack.stat },
    flaw: { name: flaw.name, about: flaw.about },
    skills: skills.map(({ id, name, about, aim, stat, rest }) => ({ id, name, about, aim, stat, rest })),
  })),
  effects: each(rules.effects, ({ name, about, bad = false, throws = 0, advantage = false }) => ({ name, about, bad, throws, advantage })),
  items: each(rules.items, ({ name, about, aim = null, spent = false, work = {} }) => ({ name, about, aim, heals: spent && (work.heals ?? 0) > 0 })),
  creatures: each(rules.creatures, ({ name, moves }) => ({
    name,
    moves: Object.fromEntries(moves.map(({ id, intention, does }) => [id, { intention, does }])),
  })),
  encounters: each(rules.encounters, ({ name, about }) => ({ name, about })),
};

const HEAD = `/* Generated from src/game/quest/rules.toml by scripts/rules.mjs. Not to be edited. */
export interface Words { readonly en: string; readonly ru: string }
export type Stat = 'might' | 'nimble' | 'wits' | 'heart';
export type Aim = 'friend' | 'self' | 'hero' | 'heroes' | 'spirit' | 'enemy' | 'enemies';
export interface Skill { readonly id: string; readonly name: Words; readonly about: Words; readonly aim: Aim; readonly stat: Stat; readonly rest: number }
export interface Archetype {
  readonly name: Words;
  readonly about: Words;
  readonly stats: Readonly<Record<Stat, number>>;
  readonly hp: number;
  readonly attack: { readonly name: Words; readonly stat: Stat };
  readonly flaw: { readonly name: Words; readonly about: Words };
  readonly skills: readonly Skill[];
}
export interface Effect { readonly name: Words; readonly about: Words; readonly bad: boolean; readonly throws: number; readonly advantage: boolean }
/** It heals: by being used up, so that it may be used outside of a fight, too. */
export interface Item { readonly name: Words; readonly about: Words; readonly aim: Aim | null; readonly heals: boolean }
export interface Creature { readonly name: Words; readonly moves: Readonly<Record<string, { readonly intention: Words; readonly does: Words } | undefined>> }
export interface Encounter { readonly name: Words; readonly about: Words }
export interface Dice { readonly success: number; readonly partial: number; readonly easy: number; readonly hard: number; readonly help: number; readonly pack: number }
type Table<T> = Readonly<Record<string, T | undefined>>;
`;

process.stdout.write(HEAD);
process.stdout.write(`export const dice: Dice = ${JSON.stringify(rules.dice)};\n`);
const TYPES = { archetypes: 'Archetype', effects: 'Effect', items: 'Item', creatures: 'Creature', encounters: 'Encounter' };
for (const [name, type] of Object.entries(TYPES)) {
  process.stdout.write(`export const ${name}: Table<${type}> = ${JSON.stringify(shown[name], null, 1)};\n`);
}
