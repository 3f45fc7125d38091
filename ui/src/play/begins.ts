// The game takes the screen back when it begins: nothing that was opened while waiting may hide it.
import { useEffect, useRef } from 'preact/hooks';
import { useRoom } from '../lib/room';

/** Calls `begins` when a level is announced or opens, but not for the phase in which the view was mounted. */
export function useBegins(begins: () => void): void {
  const phase = useRoom().session?.phase;
  const seen = useRef(phase);
  useEffect(() => {
    if (phase === seen.current) return;
    seen.current = phase;
    if (phase === 'intro' || phase === 'play') begins();
  }, [phase]);
}
