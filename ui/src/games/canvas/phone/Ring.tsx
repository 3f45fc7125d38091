// A ring that closes until a moment of party time. Two halves turn, so that only the compositor works while it runs.
import { useRef } from 'preact/hooks';
import type { PartyClock } from '../../../lib/clock';
import type { PartyMs } from '../../../protocol.gen';

export interface Span {
  clock: PartyClock;
  until: PartyMs;
  /** Milliseconds from an empty ring to a whole one. */
  length: number;
}

export function Ring({ clock, until, length }: Span) {
  const again = useTurn(until);
  const gone = length - Math.max(0, until - clock.now());
  const turning = { animationDuration: `${length}ms`, animationDelay: `${-gone}ms`, animationPlayState: clock.running.value ? 'running' : 'paused' };
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

/** Another answer for each new moment: the same turn under its other name begins anew, and costs less than a new ring. */
function useTurn(until: PartyMs): boolean {
  const turn = useRef({ until, again: false });
  if (turn.current.until !== until) turn.current = { until, again: !turn.current.again };
  return turn.current.again;
}
