// What this guest has looked at: how many of the secrets, and which things in the bag. The phone remembers, the party need not know.
import { signal } from '@preact/signals';
import { ownStorage } from '../../../lib/room';
import type { QuestHero, QuestParty, QuestYou } from '../../../protocol.gen';
import { bagOf } from './table';

/** Looking at them shows on every tab at once. */
const looks = signal(0);

const secretsKey = (party: QuestParty, hero: number): string => `snowparty.quest.seen.${party.campaign_run_id}.${hero}`;
const bagKey = (party: QuestParty, hero: number): string => `snowparty.quest.bag.${party.campaign_run_id}.${hero}`;

function recall(key: string): string {
  return looks.value < 0 ? '' : (ownStorage().getItem(key) ?? '');
}

function remember(key: string, what: string): void {
  if (recall(key) === what) return;
  try {
    ownStorage().setItem(key, what);
  } catch {
    // A private window forgets: then they stay new.
  }
  looks.value += 1;
}

/** Secrets that were told since this guest looked last. */
export function unread(party: QuestParty | null, you: QuestYou | null): number {
  if (!party || !you || typeof you.character_id !== 'number') return 0;
  const seen = Number(recall(secretsKey(party, you.character_id)) || '0');
  return Math.max(0, you.notes.length - (Number.isFinite(seen) ? seen : 0));
}

/** All secrets that there are have been looked at. */
export function look(party: QuestParty, you: QuestYou): void {
  if (typeof you.character_id === 'number') remember(secretsKey(party, you.character_id), String(you.notes.length));
}

/** Has something come into the bag since this guest looked into it? */
export function hasNewThings(party: QuestParty, hero: QuestHero): boolean {
  return isMore(hero.items, recall(bagKey(party, hero.character_id)).split(' '));
}

/** All that is in the bag has been looked at. */
export function lookIntoBag(party: QuestParty, hero: QuestHero): void {
  remember(bagKey(party, hero.character_id), hero.items.join(' '));
}

/** Is there anything now of which there was less before? What was used or given away is not news. */
export function isMore(now: readonly string[], before: readonly string[]): boolean {
  const had = new Map(bagOf(before).map(({ id, count }) => [id, count]));
  return bagOf(now).some(({ id, count }) => count > (had.get(id) ?? 0));
}
