// Is the line to the party gone? Then nothing can be commanded: what waits would be done later, when nobody wants it any more.
import { useRoom } from '../lib/room';

/** Reading it follows it. */
export function useLost(): boolean {
  return useRoom().connection.value.state === 'lost';
}
