// What goes on on the canvas just now, as the host reads it.
import { useRoom } from '../../../lib/room';
import type { Playing } from '../../desk';
import { words } from './words';

export default function Now({ session }: Playing) {
  const counts = useRoom().topic('canvas.room');
  const said = words();
  return (
    <>
      <h1>{session.status === 'finished' ? said.phase.finale : said.phase.play}</h1>
      <p>{counts ? [said.room.playing(counts.playing), said.room.queued(counts.queued), said.room.slots(counts.slots)].join(' · ') : ''}</p>
    </>
  );
}
