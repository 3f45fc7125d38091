// Actions that have been asked for and not yet answered. They survive a reload in the page's storage and keep their ids, so
// that an answer given without a connection is sent once it is back and counts once. It knows no socket.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { ActionRequest, SessionId } from '../protocol.gen';
import { randomHex, type Outcome } from './wire';

/** The part of Storage that is needed; a private window may refuse all of it. */
export interface Keep {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface Entry {
  request: ActionRequest;
  session: SessionId | null;
  /** A newer action with the same slot makes this one needless. */
  slot: string | null;
}

type Settle = (outcome: Outcome) => void;

export class Outbox {
  private entries: Entry[];
  private readonly settlers = new Map<string, Settle>();
  private readonly size = signal(0);

  constructor(
    private readonly keep: Keep,
    private readonly key: string,
  ) {
    this.entries = this.load();
    this.size.value = this.entries.length;
  }

  /** How many actions wait for their answer. */
  get count(): ReadonlySignal<number> {
    return this.size;
  }

  /** Notes an action; the promise ends with its answer, whenever that comes. */
  add(type: string, payload: Record<string, unknown>, session: SessionId | null, slot: string | null): { request: ActionRequest; outcome: Promise<Outcome> } {
    if (slot) this.drop((entry) => entry.slot === slot);
    const request: ActionRequest = { action_id: randomHex(12), action_type: type, payload };
    this.entries.push({ request, session, slot });
    this.save();
    const outcome = new Promise<Outcome>((settle) => this.settlers.set(request.action_id, settle));
    return { request, outcome };
  }

  /** All that wait, oldest first. */
  waiting(): readonly ActionRequest[] {
    return this.entries.map((entry) => entry.request);
  }

  find(actionId: string): ActionRequest | null {
    const entry = this.entries.find((one) => one.request.action_id === actionId);
    return entry ? entry.request : null;
  }

  /** The server has answered. */
  settle(actionId: string, outcome: Outcome): void {
    this.finish(actionId, outcome);
    this.entries = this.entries.filter((entry) => entry.request.action_id !== actionId);
    this.save();
  }

  /** Another session has begun: what belonged to an earlier one has no meaning any more. */
  enterSession(session: SessionId): void {
    this.drop((entry) => entry.session !== null && entry.session !== session);
  }

  /** The guest thinks better of it: what waits in this slot is not sent. */
  takeBack(slot: string): void {
    this.drop((entry) => entry.slot === slot);
  }

  clear(): void {
    this.drop(() => true);
  }

  private drop(needless: (entry: Entry) => boolean): void {
    const dropped = this.entries.filter(needless);
    if (dropped.length === 0) return;
    this.entries = this.entries.filter((entry) => !needless(entry));
    this.save();
    for (const entry of dropped) this.finish(entry.request.action_id, { status: 'dropped' });
  }

  private finish(actionId: string, outcome: Outcome): void {
    const settle = this.settlers.get(actionId);
    this.settlers.delete(actionId);
    if (settle) settle(outcome);
  }

  private load(): Entry[] {
    try {
      const kept: unknown = JSON.parse(this.keep.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return [];
    }
  }

  private save(): void {
    this.size.value = this.entries.length;
    try {
      if (this.entries.length === 0) this.keep.removeItem(this.key);
      else this.keep.setItem(this.key, JSON.stringify(this.entries));
    } catch {
      // No storage: the actions live as long as the page.
    }
  }
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null;
  return typeof entry?.request?.action_id === 'string' && typeof entry.request.action_type === 'string';
}
