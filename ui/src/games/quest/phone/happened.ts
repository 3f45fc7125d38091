// What happened in the fight, turn after turn as this page saw it, the latest first. A reload begins anew with the last turn.
import { useEffect, useState } from 'preact/hooks';
import type { Room } from '../../../lib/room';
import type { QuestCombatState, QuestParty } from '../../../protocol.gen';
import { happened } from '../lore';

/** So many sentences are worth a look back. */
const MOST = 14;

export interface Sentence {
  key: string;
  text: string;
}

type Turns = readonly QuestCombatState[];

/** One more turn; the same turn again replaces what was known of it, another fight begins anew. */
export function withTurn(turns: Turns, combat: QuestCombatState): Turns {
  return [combat, ...turns.filter((one) => one.fight === combat.fight && one.turn < combat.turn)].slice(0, MOST);
}

/** In sentences: the latest turn first, each turn in its own order. */
export function told(turns: Turns, party: QuestParty): Sentence[] {
  const all: Sentence[] = [];
  for (const combat of turns) happened({ combat, party }).forEach((text, at) => all.push({ key: `${combat.turn}/${at}`, text }));
  return all.slice(0, MOST);
}

export function useHappened(room: Room, combat: QuestCombatState, party: QuestParty): Sentence[] {
  const [turns, remember] = useState<Turns>([combat]);
  useEffect(() => room.on('combat.update', (next) => remember((known) => withTurn(known, next))), [room]);
  return told(turns, party);
}
