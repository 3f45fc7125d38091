// What goes on in the arena just now, as the host reads it.
import { useRoom } from '../../../lib/room';
import type { LevelMsg, SessionState } from '../../../protocol.gen';
import { words as hostWords } from '../../../host/words';
import type { Playing } from '../../desk';
import { words } from './words';

export default function Now({ session }: Playing) {
  const level = useRoom().topic('arena.level');
  return (
    <>
      <h1>{headline(session, level)}</h1>
      <p>
        <Detail session={session} level={level} />
      </p>
    </>
  );
}

function headline(session: SessionState, level: LevelMsg | null): string {
  const said = words().phase;
  if (session.status === 'finished' || !level) return said.podium;
  if (session.phase === 'intro') return said.intro(level.level, level.mini_game);
  return session.phase === 'board' ? said.board(level.level) : said.play(level.level, level.mini_game);
}

function Detail({ session, level }: { session: SessionState; level: LevelMsg | null }) {
  const room = useRoom();
  const said = words();
  const counts = room.topic('room.update');
  const count = room.topic('arena.count');
  const question = room.topic('arena.question');
  if (session.status === 'finished' || !level) return <>{counts ? hostWords().guests(counts.players) : ''}</>;
  const parts = [said.round(level.round, level.of)];
  if (session.phase === 'play' && level.mini_game === 'choose' && question) parts.push(said.question(question.index, question.of));
  if (session.phase === 'play' && count) parts.push(said.done(count.done, count.of));
  return <>{parts.join(' · ')}</>;
}
