// While the line to the party is gone nobody knows how time goes there: what is counted down stands still, and nothing is commanded,
// since what waits would be done later, when nobody wants it any more.
import { useRef } from 'preact/hooks';
import { useLeft, useSecondsLeft, type PartyClock } from '../lib/clock';
import { useRoom } from '../lib/room';
import type { PartyMs } from '../protocol.gen';

/** Is the line gone? Reading it follows it. */
export function useLost(): boolean {
  return useRoom().connection.value.state === 'lost';
}

/** As `useLeft`, standing still while the line is gone. */
export function useHeldLeft(clock: PartyClock, deadline: PartyMs, every?: number): number {
  return useHeld(useLeft(clock, deadline, every));
}

/** As `useSecondsLeft`, standing still while the line is gone. */
export function useHeldSeconds(clock: PartyClock, deadline: PartyMs): number {
  return useHeld(useSecondsLeft(clock, deadline));
}

/** What it was when the line went. */
export function useHeld(value: number): number {
  const lost = useLost();
  const held = useRef(value);
  if (!lost) held.current = value;
  return held.current;
}
