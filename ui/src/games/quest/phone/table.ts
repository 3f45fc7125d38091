// What this guest may do just now, told by the topics alone: pure, and without a screen.
import type { Act, Fight, Hero, QuestDecision, QuestHero, QuestParty, QuestScene, QuestVoteStarted, QuestYou, SeatId, Who } from '../../../protocol.gen';
import { inSight, isSpirit, isWho, stands } from '../lore';
import { archetypes, items, type Aim } from '../rules.gen';

/** So many may play a hero. */
export const MOST_HEROES = 8;

/** Heroes whom nobody plays: of an earlier evening, or of somebody who has left. Whether a player is merely away a phone is not told. */
export function orphans(party: QuestParty): QuestHero[] {
  return party.heroes.filter((hero) => typeof hero.player_id !== 'number');
}

/** Those who play an archetype by now, by name. */
export function takenBy(party: QuestParty, archetype: string): string[] {
  return party.heroes.filter((hero) => hero.archetype === archetype).map((hero) => hero.display_name);
}

/** The hero that is looked at first: the one chosen, else the first that is free. */
export function firstFree(party: QuestParty, chosen: string | null): string | null {
  if (chosen !== null && party.free.includes(chosen)) return chosen;
  return Object.keys(archetypes).find((id) => party.free.includes(id)) ?? null;
}

/** How a guest stands to the vote that is open. */
export type Franchise = 'full' | 'light' | 'none';

export function franchise(vote: QuestVoteStarted, seat: SeatId | null): Franchise {
  if (seat !== null && vote.electorate.includes(seat)) return 'full';
  return seat !== null && vote.audience_weight > 0 ? 'light' : 'none';
}

/** Shares in whole percent; all 0 before the first ballot. */
export function shares(votes: readonly number[]): number[] {
  const all = votes.reduce((sum, vote) => sum + vote, 0);
  return votes.map((vote) => (all > 0 ? Math.round((100 * vote) / all) : 0));
}

/** What a guest can be asked for: the page's decision, the vote that it may be, and who the guest is. */
export interface Asked {
  decision: QuestDecision | null | undefined;
  vote: QuestVoteStarted | null;
  you: QuestYou | null;
  seat: SeatId | null;
}

/** Is there something for this guest alone or among others to do, apart from reading? */
export function isAsked({ decision, vote, you, seat }: Asked): boolean {
  if (!decision || !you) return false;
  const own = you.character_id ?? null;
  switch (decision.kind) {
    case 'vote':
      // Who came in the middle of a vote looks on until the next one.
      return own !== null && typeof you.ballot !== 'number' && vote?.vote_id === decision.decision_id && franchise(vote, seat) === 'full';
    case 'choice':
      return own !== null && you.may.length > 0;
    case 'skill-check':
      return own !== null && decision.character_id === own;
    case 'combat':
      return false;
  }
}

export const isTurnOf = (fight: Fight, hero: number | null): boolean => hero !== null && isWho(fight.now, { hero });

/** How many act before this hero does, in the order that stands; null if it does not act any more. */
export function turnsUntil(fight: Fight, hero: number): number | null {
  const { order, at } = fight;
  let before = 0;
  for (let step = 0; step < order.length; step += 1) {
    const who = order[(at + step) % order.length] as Who;
    if (isWho(who, { hero })) return before;
    if (acts(fight, who)) before += 1;
  }
  return null;
}

function acts(fight: Fight, who: Who): boolean {
  if ('enemy' in who) return (fight.enemies[who.enemy]?.hp ?? 0) > 0;
  const hero = fight.heroes.find((one) => one.hero === who.hero);
  return !!hero && !hero.fled;
}

/** Whom an aim can mean, as the rules have it; null if it needs nobody. */
export function targetsOf(fight: Fight, hero: number, aim: Aim): Who[] | null {
  const heroes = (fits: (one: Hero) => boolean): Who[] => fight.heroes.filter(fits).map((one) => ({ hero: one.hero }));
  switch (aim) {
    case 'self':
    case 'heroes':
    case 'enemies':
      return null;
    case 'friend':
      return heroes((one) => one.hero !== hero && stands(one));
    case 'hero':
      return heroes(stands);
    case 'spirit':
      return heroes(isSpirit);
    case 'enemy':
      return fight.enemies.map((_, enemy) => ({ enemy })).filter(({ enemy }) => inSight(fight.enemies[enemy] as Fight['enemies'][number]));
  }
}

/** One thing that a hero may do with its turn; what it needs beyond that is asked next. */
export type Deed =
  | { deed: 'attack' | 'help' | 'haunt' | 'inspire'; targets: Who[] }
  | { deed: 'defend' | 'drift' | 'flee' }
  | { deed: 'skill'; id: string; rests: number; targets: Who[] | null }
  | { deed: 'bag'; things: Thing[] };

/** A thing in the bag, in a fight. */
export interface Thing {
  id: string;
  count: number;
  state: 'ready' | 'used' | 'useless';
  targets: Who[] | null;
}

/** The same things together, in the order in which they came. */
export function bagOf(carried: readonly string[]): { id: string; count: number }[] {
  const bag: { id: string; count: number }[] = [];
  for (const id of carried) {
    const known = bag.find((one) => one.id === id);
    if (known) known.count += 1;
    else bag.push({ id, count: 1 });
  }
  return bag;
}

function thingsOf(fight: Fight, hero: Hero): Thing[] {
  return bagOf(hero.items).map(({ id, count }) => {
    const aim = items[id]?.aim ?? null;
    const state = aim === null ? 'useless' : hero.used.includes(id) ? 'used' : 'ready';
    return { id, count, state, targets: aim === null ? null : targetsOf(fight, hero.hero, aim) };
  });
}

/** All that a hero may do in a fight, in the order of the screen. */
export function deedsOf(fight: Fight, hero: Hero): Deed[] {
  const aim = (at: Aim): Who[] => targetsOf(fight, hero.hero, at) ?? [];
  if (isSpirit(hero)) return [{ deed: 'haunt', targets: aim('enemy') }, { deed: 'inspire', targets: aim('hero') }, { deed: 'drift' }];
  const skills = (archetypes[hero.archetype]?.skills ?? []).map((skill): Deed => ({ deed: 'skill', id: skill.id, rests: hero.rests[skill.id] ?? 0, targets: targetsOf(fight, hero.hero, skill.aim) }));
  const bag: Deed[] = hero.items.length > 0 ? [{ deed: 'bag', things: thingsOf(fight, hero) }] : [];
  return [{ deed: 'attack', targets: aim('enemy') }, { deed: 'defend' }, ...skills, { deed: 'help', targets: aim('friend') }, ...bag, { deed: 'flee' }];
}

/** Why a deed cannot be done now; null if it can. */
export function hindrance(deed: Deed): 'rests' | 'nobody' | null {
  if (deed.deed === 'skill' && deed.rests > 0) return 'rests';
  return 'targets' in deed && deed.targets !== null && deed.targets.length === 0 ? 'nobody' : null;
}

/** The deed with its target as the server takes it; null while something is missing. */
export function actOf(deed: Deed, thing: Thing | null, target: Who | null): Act | null {
  const enemy = target && 'enemy' in target ? target.enemy : null;
  const hero = target && 'hero' in target ? target.hero : null;
  switch (deed.deed) {
    case 'attack':
    case 'haunt':
      return enemy === null ? null : { act: deed.deed, target: enemy };
    case 'help':
    case 'inspire':
      return hero === null ? null : { act: deed.deed, hero };
    case 'defend':
    case 'drift':
      return { act: 'defend' };
    case 'flee':
      return { act: 'flee' };
    case 'skill':
      return deed.targets === null ? { act: 'skill', skill: deed.id } : target && { act: 'skill', skill: deed.id, target };
    case 'bag':
      if (!thing) return null;
      return thing.targets === null ? { act: 'item', item: thing.id } : target && { act: 'item', item: thing.id, target };
  }
}

/** Two dice show 2 to 12. */
const [LEAST, MOST] = [2, 12];

/** The sums of two dice from one to another as people write them: "9+", "6–8", "7"; null if no dice show them. */
export function sumsText(from: number, to: number): string | null {
  const [least, most] = [Math.max(LEAST, from), Math.min(MOST, to)];
  if (least > most) return null;
  if (least === most) return String(least);
  return most === MOST ? `${least}+` : `${least}–${most}`;
}

/** The story's end is told, or the story broke off. */
export function endingOf(scene: QuestScene | null): { title: string; broke: boolean } | null {
  const ending = scene?.ending;
  return ending ? { title: ending.title, broke: typeof ending.id !== 'string' } : null;
}
