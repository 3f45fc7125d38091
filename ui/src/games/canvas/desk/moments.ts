// From when to when the board's past can be looked at, in party time. Pure.
import type { PartyMs, Timer } from '../../../protocol.gen';

/** The slider has so many steps at most, none shorter than a second (ms). */
const STEPS = 1000;
const SHORTEST = 1000;

export interface Span {
  from: PartyMs;
  to: PartyMs;
}

interface Known {
  session: { timer?: Timer | null };
  /** When the session began; null if nobody tells. */
  began: PartyMs | null;
  /** When the match ends or has ended; null if it stays. */
  endsAt: PartyMs | null;
  /** Party time now. */
  now: PartyMs;
}

/** The match from its start until now or its end. A start that nobody tells is the party's. */
export function spanOf({ session, began, endsAt, now }: Known): Span {
  const to = Math.floor(endsAt === null ? now : Math.min(now, endsAt));
  const from = began ?? (session.timer ? session.timer.opened : 0);
  return { from: Math.min(to, Math.max(0, Math.floor(from))), to };
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
