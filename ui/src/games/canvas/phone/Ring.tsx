// A ring that closes until a moment of party time. Two halves turn, so that only the compositor works while it runs.
import { useRef } from 'preact/hooks';
import { left, type PartyClock } from '../../../lib/clock';
import type { PartyMs } from '../../../protocol.gen';

export interface Span {
  clock: PartyClock;
  until: PartyMs;
  /** Milliseconds from an empty ring to a whole one. */
  length: number;
}

export function Ring(span: Span) {
  const { length, gone, again } = useTurn(span);
  const turning = { animationDuration: `${length}ms`, animationDelay: `${-gone}ms`, animationPlayState: span.clock.running.value ? 'running' : 'paused' };
  return (
    <span class={again ? 'cv-ring is-again' : 'cv-ring'} aria-hidden="true">
      <span class="cv-half cv-half-right">
        <i style={turning} />
      </span>
      <span class="cv-half cv-half-left">
        <i style={turning} />
      </span>
    </span>
  );
}

interface Turn {
  until: PartyMs;
  length: number;
  /** Milliseconds of it that had passed when it began. */
  gone: number;
  /** Of two turns one after the other, one is called so: the same animation under its other name begins anew, and costs less than a new ring. */
  again: boolean;
}

/** A turn keeps the length that it began with: who draws it again knows how long there is left. */
function useTurn({ clock, until, length }: Span): Turn {
  const turn = useRef<Turn | null>(null);
  if (turn.current?.until !== until) turn.current = { until, length, gone: length - left(clock, until), again: turn.current ? !turn.current.again : false };
  return turn.current;
}
