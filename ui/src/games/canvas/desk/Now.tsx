// What goes on on the canvas just now, as the host reads it.
import { words as hostWords } from '../../../host/words';
import { useRoom } from '../../../lib/room';
import type { Playing } from '../../desk';
import { words } from './words';

export default function Now({ session }: Playing) {
  const room = useRoom();
  const said = words();
  const counts = room.topic('canvas.room');
  if (session.status === 'finished') return <Lines title={said.phase.finale} line={hostWords().guests(room.topic('room.update')?.players ?? 0)} />;
  return <Lines title={said.phase.play} line={counts ? [said.room.playing(counts.playing, counts.slots)].concat(counts.queued > 0 ? said.room.queued(counts.queued) : []).join(' · ') : ''} />;
}

function Lines({ title, line }: { title: string; line: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{line}</p>
    </>
  );
}
