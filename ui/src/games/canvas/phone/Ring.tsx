// A ring that closes until a moment of party time. Two halves turn, so that only the compositor works while it runs.
import type { PartyClock } from '../../../lib/clock';
import type { PartyMs } from '../../../protocol.gen';

export interface Span {
  clock: PartyClock;
  until: PartyMs;
  /** Milliseconds from an empty ring to a whole one. */
  length: number;
}

export function Ring({ clock, until, length }: Span) {
  const gone = length - Math.max(0, until - clock.now());
  const turning = { animationDuration: `${length}ms`, animationDelay: `${-gone}ms`, animationPlayState: clock.running.value ? 'running' : 'paused' };
  return (
    <span class="cv-ring" key={until} aria-hidden="true">
      <span class="cv-half cv-half-right">
        <i style={turning} />
      </span>
      <span class="cv-half cv-half-left">
        <i style={turning} />
      </span>
    </span>
  );
}
