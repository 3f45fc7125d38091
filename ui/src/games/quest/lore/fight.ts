// A fight in prose: what enemies are about to do, and what happened last.
import type { Blow, CharacterId, Enemy, Intention, QuestCombatState, QuestParty, Who } from '../../../protocol.gen';
import { effectName, enemyName, heroName, idOf, itemName, listed, moveWords, skillName, stands, whoName } from './names';
import { throwText } from './throws';
import { words } from './words';

interface Seen {
  combat: QuestCombatState;
  party: QuestParty | null;
}

/** Is it aimed at all who stand? */
export function aimsAtAll({ targets }: Intention, { combat }: Seen): boolean {
  return targets.length > 1 && targets.length >= combat.state.heroes.filter(stands).length;
}

/** Whom an intention means, as people say it: "Anna", "everybody"; nothing if it is aimed at nobody. */
export function aimText(intention: Intention, seen: Seen): string {
  if (aimsAtAll(intention, seen)) return words().all;
  return listed(intention.targets.map((hero) => heroName(seen.party, idOf(hero))));
}

/** "bares its teeth (at Anna, 3 harm, chilled)". */
export function intentionText(enemy: Enemy, intention: Intention, seen: Seen): string {
  const said = words();
  const aim = aimText(intention, seen);
  const more = [aim && said.target(aim), intention.harm > 0 && said.harm(intention.harm), intention.effect && effectName(intention.effect)];
  const what = more.filter(Boolean).join(', ');
  const { intention: does } = moveWords(enemy, intention.move);
  return what ? `${does} (${what})` : does;
}

export const aimsAt = (enemy: Enemy, id: CharacterId | null | undefined): boolean =>
  enemy.hp > 0 && enemy.intends.some((one) => one.targets.some((hero) => idOf(hero) === id));

type Told = { [K in Blow['blow']]: (blow: Extract<Blow, { blow: K }>, seen: Seen) => string | null };

const name = (who: Who, { combat, party }: Seen): string => whoName(who, combat.state, party);
const heroCalled = (hero: number, { party }: Seen): string => heroName(party, idOf(hero));
const foe = (index: number, seen: Seen): string => name({ enemy: index }, seen);
const does = (enemy: number, move: string, { combat }: Seen): string => {
  const one = combat.state.enemies[enemy];
  return one ? moveWords(one, move).does : '…';
};

const TOLD: Told = {
  initiative: ({ order }, seen) => words().blow.order(order.map((place) => name(place.who, seen)).join(', ')),
  intends: ({ enemy, intends }, seen) => {
    const one = seen.combat.state.enemies[enemy];
    if (!one || intends.length === 0) return null;
    return words().blow.intends(enemyName(one), listed(intends.map((intention) => intentionText(one, intention, seen))));
  },
  turn: ({ who, again }, seen) => (again ? words().blow.again(name(who, seen)) : words().blow.turn(name(who, seen))),
  threw: ({ who, throw: thrown }, seen) => throwText(name(who, seen), thrown),
  defended: ({ hero }, seen) => words().blow.defended(heroCalled(hero, seen)),
  helped: ({ hero, friend }, seen) => words().blow.helped(heroCalled(hero, seen), heroCalled(friend, seen)),
  haunted: ({ hero, enemy }, seen) => words().blow.haunted(heroCalled(hero, seen), foe(enemy, seen)),
  inspired: ({ hero, friend }, seen) => words().blow.inspired(heroCalled(hero, seen), heroCalled(friend, seen)),
  tried: ({ hero, skill, target }, seen) => {
    const said = words().blow;
    return target ? said.triedFor(heroCalled(hero, seen), skillName(skill), name(target, seen)) : said.tried(heroCalled(hero, seen), skillName(skill));
  },
  used: ({ hero, item, target }, seen) => {
    const said = words().blow;
    return target ? said.usedFor(heroCalled(hero, seen), itemName(item), name(target, seen)) : said.used(heroCalled(hero, seen), itemName(item));
  },
  moved: ({ enemy, move }, seen) => words().blow.moved(foe(enemy, seen), does(enemy, move, seen)),
  spoiled: ({ enemy, why }, seen) => (why ? words().blow.spoiledBy(foe(enemy, seen), effectName(why)) : words().blow.spoiled(foe(enemy, seen))),
  turned: ({ enemy, to }, seen) => (enemy === to ? words().blow.turnedSelf(foe(enemy, seen)) : words().blow.turned(foe(enemy, seen), foe(to, seen))),
  stepped: ({ hero, friend }, seen) => words().blow.stepped(heroCalled(hero, seen), heroCalled(friend, seen)),
  hit: ({ target, damage, left }, seen) => (damage > 0 ? words().blow.hit(name(target, seen), damage, left) : words().blow.heldOff(name(target, seen))),
  missed: ({ by, target }, seen) => words().blow.missed(name(by, seen), name(target, seen)),
  healed: ({ target, amount, left }, seen) => words().blow.healed(name(target, seen), amount, left),
  afflicted: ({ target, effect }, seen) => words().blow.afflicted(name(target, seen), effectName(effect.id), words().turns(effect.turns)),
  warded: ({ target, effect }, seen) => words().blow.warded(name(target, seen), effectName(effect)),
  ended: ({ target, effect }, seen) => words().blow.ended(name(target, seen), effectName(effect)),
  fell: ({ who }, seen) => ('hero' in who ? words().blow.fellHero(name(who, seen)) : words().blow.fellFoe(name(who, seen))),
  rose: ({ hero }, seen) => words().blow.rose(heroCalled(hero, seen)),
  again: ({ hero }, seen) => words().blow.again(heroCalled(hero, seen)),
  fled: ({ hero }, seen) => words().blow.fled(heroCalled(hero, seen)),
  idled: ({ who, effect }, seen) => words().blow.idled(name(who, seen), effectName(effect)),
  // A turn ends, as every turn does.
  passed: () => null,
  over: ({ outcome }) => `${words().outcome[outcome]}.`,
};

/** A blow as a sentence; null for what a newer server may know and this page does not. */
export function blowText(blow: Blow, seen: Seen): string | null {
  const tell = TOLD[blow.blow] as ((blow: Blow, seen: Seen) => string | null) | undefined;
  return tell ? tell(blow, seen) : null;
}

/** What happened last, in order, without what the screen shows anyway: the order, intentions, and whose turn it is. */
export function happened(seen: Seen): string[] {
  const shown = new Set<Blow['blow']>(['initiative', 'intends', 'turn']);
  const told = seen.combat.blows.filter((blow) => !shown.has(blow.blow)).map((blow) => blowText(blow, seen));
  return told.filter((text): text is string => text !== null);
}
