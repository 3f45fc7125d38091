// The fight as it is told: the same blows as on the server, applied one at a time, so that a bar falls when its blow is told.
// Only what the TV shows is kept; after the last blow the server's own state takes its place.
import type { Blow, Enemy, Fight, Hero, Who } from '../../../protocol.gen';

type Fighter = Pick<Hero, 'hp' | 'max_hp' | 'effects'>;

export function isHero(who: Who): who is { hero: number } {
  return 'hero' in who;
}

/** Somebody in a fight, as a key to compare by. */
export function keyOf(who: Who): string {
  return isHero(who) ? `hero${who.hero}` : `enemy${who.enemy}`;
}

export function applied(fight: Fight, blow: Blow): Fight {
  switch (blow.blow) {
    case 'initiative': return { ...fight, order: blow.order.map((place) => place.who) };
    case 'intends': return withEnemy(fight, blow.enemy, { intends: blow.intends });
    case 'turn': return { ...fight, now: blow.who, round: blow.round };
    case 'hit':
    case 'healed': return changed(fight, blow.target, (one) => ({ hp: within(blow.left, one) }));
    case 'rose': return changed(fight, { hero: blow.hero }, (one) => ({ hp: within(blow.left, one) }));
    case 'afflicted': return changed(fight, blow.target, (one) => ({ effects: without(one, blow.effect.id).concat([blow.effect]) }));
    case 'ended': return changed(fight, blow.target, (one) => ({ effects: without(one, blow.effect) }));
    case 'fell': return fallen(fight, blow.who);
    case 'fled': return withHero(fight, blow.hero, { fled: true });
    default: return fight;
  }
}

function fallen(fight: Fight, who: Who): Fight {
  const bare = changed(fight, who, () => ({ effects: [] }));
  return isHero(who) ? bare : withEnemy(bare, who.enemy, { intends: [] });
}

function within(hp: number, { max_hp }: Fighter): number {
  return Math.max(0, Math.min(max_hp, hp));
}

function without(one: Fighter, id: string): Fighter['effects'] {
  return one.effects.filter((effect) => effect.id !== id);
}

function changed(fight: Fight, who: Who, change: (one: Fighter) => Partial<Fighter>): Fight {
  if (!isHero(who)) {
    const enemy = fight.enemies[who.enemy];
    return enemy ? withEnemy(fight, who.enemy, change(enemy)) : fight;
  }
  const hero = fight.heroes.find((one) => one.hero === who.hero);
  return hero ? withHero(fight, who.hero, change(hero)) : fight;
}

function withHero(fight: Fight, hero: number, news: Partial<Hero>): Fight {
  return { ...fight, heroes: fight.heroes.map((one) => (one.hero === hero ? { ...one, ...news } : one)) };
}

function withEnemy(fight: Fight, enemy: number, news: Partial<Enemy>): Fight {
  return { ...fight, enemies: fight.enemies.map((one, i) => (i === enemy ? { ...one, ...news } : one)) };
}
