// What happened on earlier evenings; a server that does not tell it yet tells nothing.
import type { QuestParty } from '../../../protocol.gen';

export function recapOf(party: QuestParty | null): readonly string[] {
  const told = party as (QuestParty & { recap?: readonly string[] }) | null;
  return told?.recap ?? [];
}
