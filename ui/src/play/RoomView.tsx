// Inside the party: one's own line on top, then the lobby or the game, and over it whatever is in the way just now.
import './room.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { gameOf } from '../games';
import { phoneGame } from '../games/phone';
import { useRoom, type Room } from '../lib/room';
import { Banner } from './Banner';
import { Backdrop } from './later';
import { Feedback } from './Feedback';
import { Full } from './Full';
import { Lobby } from './Lobby';
import { Menu } from './Menu';
import { PauseOver } from './PauseOver';
import type { Phone } from './phone';
import { Looking } from './None';
import { Rename } from './Rename';
import { Toast } from '../lib/Toast';
import { TopBar } from './TopBar';

type Sheet = 'menu' | 'rename' | 'feedback' | null;

export default function RoomView({ phone }: { phone: Phone }) {
  const room = useRoom();
  const [sheet, open] = useState<Sheet>(null);
  const { session, me } = room;
  const Game = session ? phoneGame(session.game) : null;
  useEffect(() => Game?.prefetch(), [Game]);
  const page = useTop(screenOf(room));
  if (!session || !me) return <Unknown />;
  const game = gameOf(session.game);
  const Shown = session.status !== 'pending' ? Game : null;
  const openMenu = (): void => open('menu');
  return (
    <>
      <Backdrop mood={game.mood(room)} />
      {Shown && game.fills.phone ? (
        <Full openMenu={openMenu}>
          <Shown />
        </Full>
      ) : (
        <div class="ph" ref={page}>
          <TopBar openMenu={openMenu} />
          {Shown ? <Shown /> : <Lobby rename={() => open('rename')} />}
        </div>
      )}
      {session.pause && <PauseOver pause={session.pause} />}
      {(sheet === 'menu' || phone.leaving.value) && <Menu phone={phone} open={open} close={() => open(null)} />}
      {sheet === 'rename' && <Rename phone={phone} me={me} close={() => open(null)} />}
      {sheet === 'feedback' && <Feedback close={() => open(null)} />}
      <Banner />
      <Toast say={game.refused} />
    </>
  );
}

/** What is to be seen: a screen of its own begins at its top. */
function screenOf(room: Room): string {
  const { session } = room;
  return session ? `${session.session_id}/${session.phase}/${session.round}/${gameOf(session.game).screen(room)}` : '';
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
