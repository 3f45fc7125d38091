// Party time as it passes, for what appears by it. Rendered again only when something changes.
import { useEffect, useState } from 'preact/hooks';
import type { PartyClock } from '../../../lib/clock';
import type { PartyMs } from '../../../protocol.gen';

const LOOK_MS = 120;

/** How many of these moments have passed. */
export function usePassed(clock: PartyClock, moments: readonly PartyMs[]): number {
  const count = (): number => moments.filter((moment) => moment <= clock.now()).length;
  const passed = count();
  const [, show] = useState(passed);
  useEffect(() => {
    const timer = setInterval(() => show(count()), LOOK_MS);
    return () => clearInterval(timer);
  }, [clock, moments.join()]);
  return passed;
}
