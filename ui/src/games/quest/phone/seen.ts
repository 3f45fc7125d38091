// How many of the secrets this guest has looked at; the phone remembers, the party need not know.
import { signal } from '@preact/signals';
import { ownStorage } from '../../../lib/room';
import type { QuestParty, QuestYou } from '../../../protocol.gen';

/** Looking at them shows on every tab at once. */
const looks = signal(0);

function keyOf(party: QuestParty, you: QuestYou): string {
  return `snowparty.quest.seen.${party.campaign_run_id}.${String(you.character_id)}`;
}

/** Secrets that were told since this guest looked last. */
export function unread(party: QuestParty | null, you: QuestYou | null): number {
  if (looks.value < 0 || !party || !you || typeof you.character_id !== 'number') return 0;
  const seen = Number(ownStorage().getItem(keyOf(party, you)) ?? '0');
  return Math.max(0, you.notes.length - (Number.isFinite(seen) ? seen : 0));
}

/** All that there are have been looked at. */
export function look(party: QuestParty, you: QuestYou): void {
  try {
    ownStorage().setItem(keyOf(party, you), String(you.notes.length));
  } catch {
    // A private window forgets: then they stay new.
  }
  looks.value += 1;
}
