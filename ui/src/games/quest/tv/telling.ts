// How the TV tells a fight: the lore's sentences, and its own for what the TV shows with dice beside it.
import type { Blow, QuestCombatState, QuestParty, Who } from '../../../protocol.gen';
import { blowText, listed, named, whoName } from '../lore';
import { archetypes } from '../rules.gen';
import type { Aimed, Teller } from './beats';
import { isHero } from './fold';
import { words } from './words';

const FEW = 2;

export function teller(combat: QuestCombatState, party: QuestParty | null): Teller {
  const name = (who: Who): string => whoName(who, combat.state, party);
  return {
    one: (blow) => (blow.blow === 'threw' ? threw(blow, name, combat) : blowText(blow, { combat, party })),
    many: (row) => rowText(row, name),
  };
}

/** The dice lie beside the sentence: it says only what they are for. */
function threw({ who, for_what }: Extract<Blow, { blow: 'threw' }>, name: (who: Who) => string, combat: QuestCombatState): string {
  if (for_what === 'flee') return words().flees(name(who));
  const fighter = isHero(who) ? combat.state.heroes.find((one) => one.hero === who.hero) : undefined;
  const attack = fighter ? archetypes[fighter.archetype]?.attack.name : undefined;
  return attack ? words().attacks(name(who), named(attack)) : words().tries(name(who));
}

function rowText(row: readonly Aimed[], name: (who: Who) => string): string {
  const harm = row.map((one) => (one.blow === 'hit' ? one.damage : 0));
  const missed = row.every((one) => one.blow === 'missed');
  if (row.length > FEW) return missed ? words().touchesNobody : words().hits(row.length, harm.reduce((sum, n) => sum + n, 0));
  const each = row.map((one, i) => words().loses(name(one.target), harm[i] ?? 0));
  return missed ? words().missesAll(listed(row.map((one) => name(one.target)))) : `${each.join(', ')}.`;
}
