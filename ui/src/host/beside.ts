// The parties that stand beside the evening's, such as a wall that stays for weeks: asked for now and then, opened and closed.
import { signal } from '@preact/signals';
import { call, inParty } from '../lib/bearer';
import type { PartyAnswer, PartyCode } from '../protocol.gen';
import { noticed } from './notice';
import { words } from './words';

export interface PartyLine {
  code: PartyCode;
  name: string;
  /** Its game's slug. */
  game: string;
  /** Seats taken. */
  players: number;
  /** Is it the evening's own? */
  evening: boolean;
  join_url: string;
}

export interface NewParty {
  name: string;
  game: string;
  settings: Record<string, unknown>;
}

/** All open parties, as last told. */
export const parties = signal<readonly PartyLine[]>([]);

export async function askParties(key: string): Promise<void> {
  const answer = await call<{ parties?: PartyLine[] }>('GET', '/api/parties', key);
  if (answer.ok) parties.value = answer.value.parties ?? [];
}

export async function openBeside(key: string, party: NewParty): Promise<void> {
  noticed(await call<PartyAnswer>('POST', '/api/party', key, party), words().beside.opened);
  await askParties(key);
}

export async function closeBeside(key: string, code: PartyCode): Promise<void> {
  noticed(await call('POST', inParty(code, 'close'), key, {}), words().beside.closed);
  await askParties(key);
}
