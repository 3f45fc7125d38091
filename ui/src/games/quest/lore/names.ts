// What things and people of the quest are called. What a newer server knows and this page does not is called by its id.
import { lang } from '../../../lib/i18n';
import type { CharacterId, Degree, Enemy, Fight, Hero, QuestHero, QuestParty, Stat, Who } from '../../../protocol.gen';
import { archetypes, creatures, effects, encounters, items, type Skill, type Words } from '../rules.gen';
import { words } from './words';

/** A name or sentence of the rules, in the language spoken now. */
export function named(text: Words): string {
  return text[lang.value];
}

const called = (rule: { readonly name: Words } | undefined, id: string): string => (rule ? named(rule.name) : id);
const told = (rule: { readonly about: Words } | undefined): string => (rule ? named(rule.about) : '');

export const archetypeName = (id: string): string => called(archetypes[id], id);
export const archetypeAbout = (id: string): string => told(archetypes[id]);
export const itemName = (id: string): string => called(items[id], id);
export const itemAbout = (id: string): string => told(items[id]);
export const effectName = (id: string): string => called(effects[id], id);
export const effectAbout = (id: string): string => told(effects[id]);
export const encounterName = (id: string): string => called(encounters[id], id);
export const statName = (stat: Stat): string => words().stat[stat];
export const STATS: readonly Stat[] = ['might', 'nimble', 'wits', 'heart'];

/** A skill by its id, whoever has it. */
export function skillOf(id: string): Skill | undefined {
  for (const key of Object.keys(archetypes)) {
    const skill = (archetypes[key]?.skills ?? []).find((one) => one.id === id);
    if (skill) return skill;
  }
  return undefined;
}

export const skillName = (id: string): string => called(skillOf(id), id);

/** "+2", "0", "−1": with the minus that belongs to figures. */
export const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

export function heroOf(party: QuestParty | null, id: CharacterId | null | undefined): QuestHero | null {
  return (party && party.heroes.find((hero) => hero.character_id === id)) ?? null;
}

/** A fight counts heroes from 0. */
export const idOf = (hero: number): CharacterId => hero + 1;
export const indexOf = (id: CharacterId): number => id - 1;

export function heroName(party: QuestParty | null, id: CharacterId | null | undefined): string {
  return heroOf(party, id)?.display_name ?? words().anybody;
}

/** "Wolf", or "Wolf 2" where there are several. */
export function enemyName(enemy: Enemy): string {
  return typeof enemy.number === 'number' ? `${named(enemy.name)} ${enemy.number}` : named(enemy.name);
}

export function whoName(who: Who, fight: Fight, party: QuestParty | null): string {
  if ('hero' in who) return heroName(party, idOf(who.hero));
  const enemy = fight.enemies[who.enemy];
  return enemy ? enemyName(enemy) : words().anybody;
}

export function fighterOf(fight: Fight, id: CharacterId | null | undefined): Hero | null {
  return fight.heroes.find((hero) => idOf(hero.hero) === id) ?? null;
}

export const isSpirit = (hero: Hero): boolean => hero.hp === 0;
export const stands = (hero: Hero): boolean => hero.hp > 0 && !hero.fled;
/** Nobody can aim at what cannot be seen. */
export const inSight = (enemy: Enemy): boolean => enemy.hp > 0 && !enemy.effects.some((effect) => effect.id === 'hidden');
export const isWho = (one: Who | null | undefined, other: Who): boolean =>
  !!one && ('hero' in one ? 'hero' in other && one.hero === other.hero : 'enemy' in other && one.enemy === other.enemy);

/** What a creature's move looks like before it is made, and when it is. */
export function moveWords(enemy: Enemy, move: string): { intention: string; does: string } {
  const rule = creatures[enemy.creature]?.moves[move];
  return rule ? { intention: named(rule.intention), does: named(rule.does) } : { intention: '…', does: '…' };
}

/** "Anna", "Anna and Kolya", "Anna, Kolya and Vera". */
export function listed(names: readonly string[]): string {
  const last = names[names.length - 1];
  if (last === undefined) return '';
  return names.length === 1 ? last : words().and(names.slice(0, -1).join(', '), last);
}

export const degreeName = (degree: Degree): string => words().degree[degree];

/** The sign of a degree, one stroke in a box of 24: a tick, a tick with a price below it, a cross. */
export const DEGREE_SIGNS: Readonly<Record<Degree, string>> = {
  success: 'm5 13 5 5L20 7',
  partial: 'm6 10 4 4 8-8M5 20h14',
  failure: 'M6 6l12 12M18 6 6 18',
};

/** The heroes' colours, bright enough for ink on them. Told apart by neighbours and by colour-blind eyes, and always with a shape. */
const HERO_COLORS = ['#7cc8ff', '#ffdb80', '#79e6b6', '#ff8f8f', '#d0a5f6', '#f8af6b', '#99fdf5', '#ffc2e4'] as const;

/** Closed paths in a box of 40: drop, star, leaf, shield, moon, heart, flake, bell. */
const HERO_SHAPES = [
  'M20 3C26 12 33 18 33 25.500A13 12.500 0 0 1 7 25.500C7 18 14 12 20 3Z',
  'M20 2.500 25.300 14 38 15.500 28.600 24 31.100 36.500 20 30.300 8.900 36.500 11.400 24 2 15.500 14.700 14Z',
  'M5 35C3 16 14 4 36 4 37 25 26 37 9 35.500L6 38Z',
  'M20 2.500 35 8V19C35 28 29 34.500 20 38 11 34.500 5 28 5 19V8Z',
  'M25 3A17.500 17.500 0 1 0 37 26 14 14 0 0 1 25 3Z',
  'M20 37C9 29 3 22.500 3 14.500A9 9 0 0 1 20 10 9 9 0 0 1 37 14.500C37 22.500 31 29 20 37Z',
  'M15 3H25V11L32 7 37 16 30 20 37 24 32 33 25 29V37H15V29L8 33 3 24 10 20 3 16 8 7 15 11Z',
  'M20 2.500C28 2.500 31 9 31 17 31 24 34 27 37 31H3C6 27 9 24 9 17 9 9 12 2.500 20 2.500ZM14 33H26A6 5 0 0 1 14 33Z',
] as const;

const eighth = (id: CharacterId): number => (((id - 1) % 8) + 8) % 8;

export function heroColor(id: CharacterId): string {
  return HERO_COLORS[eighth(id)] ?? HERO_COLORS[0];
}

export function heroShape(id: CharacterId): string {
  return HERO_SHAPES[eighth(id)] ?? HERO_SHAPES[0];
}
