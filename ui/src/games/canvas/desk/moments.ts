// From when to when the board's past can be looked at, in party time. Pure.
import type { PartyMs, SessionState, Timer } from '../../../protocol.gen';

/** The slider has so many steps at most, none shorter than a second (ms). */
const STEPS = 1000;
const SHORTEST = 1000;

export interface Span {
  from: PartyMs;
  to: PartyMs;
}

interface Known {
  session: { timer?: Timer | null; started_at?: SessionState['started_at'] };
  /** When the match ends or has ended; null if it stays. */
  endsAt: PartyMs | null;
  /** Party time now. */
  now: PartyMs;
  /** Now by the device's clock. */
  wall: number;
}

/** The match from its start until now or its end. Without a timer the start is guessed, rather too early than too late. */
export function spanOf({ session, endsAt, now, wall }: Known): Span {
  const to = Math.floor(endsAt === null ? now : Math.min(now, endsAt));
  const from = session.timer ? session.timer.opened : now - sinceStart(session.started_at ?? null, wall);
  return { from: Math.min(to, Math.max(0, Math.floor(from))), to };
}

/** ms by the device's clock, which may go wrong by a little and does not stand still in pauses. */
function sinceStart(startedAt: string | null, wall: number): number {
  const started = startedAt === null ? NaN : Date.parse(startedAt);
  return isNaN(started) ? Infinity : Math.max(0, wall - started);
}

/** Where the slider stands: from 0 to `last`, each step `step` ms. */
export function stepsOf({ from, to }: Span): { step: number; last: number } {
  const step = Math.max(SHORTEST, Math.ceil((to - from) / STEPS));
  return { step, last: Math.max(1, Math.ceil((to - from) / step)) };
}

/** The moment at which the slider's place stands. */
export function momentAt(span: Span, place: number): PartyMs {
  return Math.min(span.to, span.from + place * stepsOf(span).step);
}

/** The slider's place that stands for a moment. */
export function placeOf(span: Span, moment: PartyMs): number {
  return Math.ceil((moment - span.from) / stepsOf(span).step);
}
