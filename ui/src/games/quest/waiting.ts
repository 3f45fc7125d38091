// A story is not told to an empty room.
import type { RoomUpdate, SessionState } from '../../protocol.gen';

/** Does it wait, since every phone is away? */
export function isWaiting({ phase, pause }: SessionState, room: RoomUpdate | null): boolean {
  return !pause && (phase === 'scene' || phase === 'combat') && room !== null && room.online === 0;
}
