// Inside the party: one's own line on top, then the lobby or the game, and over it whatever is in the way just now.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { phoneGame } from '../games/phone';
import { useRoom, type Room } from '../lib/room';
import type { Mood } from '../widgets/Scene';
import { Banner } from './Banner';
import { Backdrop } from './later';
import { Lobby } from './Lobby';
import { Menu } from './Menu';
import { PauseOver } from './PauseOver';
import type { Phone } from './phone';
import { Looking } from './None';
import { refusedWords } from './refused';
import { Rename } from './Rename';
import { Toast } from '../lib/Toast';
import { TopBar } from './TopBar';

type Sheet = 'menu' | 'rename' | null;

export default function RoomView({ phone }: { phone: Phone }) {
  const room = useRoom();
  const [sheet, open] = useState<Sheet>(null);
  const { session, me } = room;
  const Game = session ? phoneGame(session.game) : null;
  useEffect(() => Game?.prefetch(), [Game]);
  const page = useTop(screenOf(room));
  if (!session || !me) return <Unknown />;
  const playing = session.status !== 'pending';
  return (
    <>
      <Backdrop mood={mood(session.phase, room.topic('arena.level')?.level)} />
      <div class="ph" ref={page}>
        <TopBar openMenu={() => open('menu')} />
        {playing && Game ? <Game /> : <Lobby rename={() => open('rename')} />}
      </div>
      {session.pause && <PauseOver pause={session.pause} />}
      {(sheet === 'menu' || phone.leaving.value) && <Menu phone={phone} rename={() => open('rename')} close={() => open(null)} />}
      {sheet === 'rename' && <Rename phone={phone} me={me} close={() => open(null)} />}
      <Toast say={refusedWords} />
      <Banner />
    </>
  );
}

/** What is to be seen: a screen of its own begins at its top. */
function screenOf(room: Room): string {
  const { session } = room;
  return session ? `${session.session_id}/${session.phase}/${session.round}/${room.topic('arena.question')?.index ?? ''}` : '';
}

function useTop(screen: string): { current: HTMLDivElement | null } {
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (page.current) page.current.scrollTop = 0;
  }, [screen]);
  return page;
}

function Unknown() {
  return (
    <>
      <Backdrop mood="calm" />
      <Looking />
      <Banner />
    </>
  );
}

function mood(phase: string, level: 'green' | 'yellow' | 'red' | undefined): Mood {
  if (phase === 'lobby') return 'calm';
  return phase === 'podium' ? 'joy' : (level ?? 'calm');
}
