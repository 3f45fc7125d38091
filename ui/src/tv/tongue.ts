// Which language the TV speaks: the house's, or the game's own while it is played.
import { gameOf } from '../games';
import type { Room } from '../lib/room';
import type { Lang } from '../protocol.gen';

/** Null before the party is known. Reading it in an effect follows it. */
export function spoken(room: Room): Lang | null {
  const { party, session } = room;
  if (!party) return null;
  const playing = session !== null && session.status !== 'pending';
  return (playing ? gameOf(session.game).speaks(room) : null) ?? party.lang;
}
