// What was asked for and not yet answered, read from the outbox: a reload or a lost line forgets none of it.
import type { Room } from '../../../lib/room';

export type Payload = Readonly<Record<string, unknown>>;

/** The request of this kind that waits for its answer. Reading it in a view follows it. */
export function pending(room: Room, type: string): Payload | null {
  if (room.outbox.count.value === 0) return null;
  const all = room.outbox.waiting().filter((request) => request.action_type === type);
  return all[all.length - 1]?.payload ?? null;
}

/** Asks for it, once: while one of the kind waits, another is not sent. `done` is called if it is. */
export function askOnce(room: Room, type: string, payload: Record<string, unknown>, done?: () => void): void {
  if (pending(room, type) !== null) return;
  void room.act(type, payload, type).then(({ status }) => status === 'done' && done?.());
}
