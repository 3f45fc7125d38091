// The envelope that every message travels in, and the kinds of close codes. It knows no game and no page.
import type { ClientPayloads, SystemError } from '../protocol.gen';

export type ClientType = keyof ClientPayloads;

/** A message as the server sent it; `type` may be one that this page does not know. */
export interface Envelope {
  type: string;
  timestamp: string;
  trace_id: string;
  payload: unknown;
}

/** The envelope in a text frame, or null for rubbish. */
export function decode(frame: unknown): Envelope | null {
  if (typeof frame !== 'string') return null;
  try {
    const value = JSON.parse(frame) as Partial<Envelope> | null;
    return value && typeof value.type === 'string' ? (value as Envelope) : null;
  } catch {
    return null;
  }
}

/** A message as a text frame. */
export function encode<T extends ClientType>(type: T, payload: ClientPayloads[T]): string {
  return JSON.stringify({ type, timestamp: new Date().toISOString(), trace_id: randomHex(8), payload });
}

/** So many random bytes in hex. crypto.randomUUID is not to be had on plain http. */
export function randomHex(bytes: number): string {
  const drawn = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(drawn, (byte) => ('0' + byte.toString(16)).slice(-2)).join('');
}

/** Why a page's visit has ended. */
export type Farewell = 'taken_over' | 'removed' | 'over' | 'token' | 'misbehaved';
/** Why the page must not come back by itself. An `afk` guest keeps the seat and stands in the room until it asks for something. */
export type AwayReason = Farewell | 'afk';

const AWAY: Record<number, AwayReason> = {
  4101: 'taken_over',
  4102: 'removed',
  4103: 'over',
  4104: 'token',
  4105: 'misbehaved',
  4106: 'afk',
};

/** The reason to stay away that a close code gives; null means come back. */
export function awayReason(code: number): AwayReason | null {
  return AWAY[code] ?? null;
}

/** How an asked-for action ended: done, refused, or replaced by a newer one before it was sent. */
export type Outcome =
  | { status: 'done'; result: unknown }
  | { status: 'refused'; error: SystemError }
  | { status: 'dropped' };
