// The host's desk: how people come in, what goes on now and the buttons for it, the game's own part, who is there, and the sound.
import { useEffect, useState } from 'preact/hooks';
import { deskGame, prefetchDesk, type Settings } from '../games/desk';
import { Icon } from '../lib/Icon';
import { Toast } from '../lib/Toast';
import { useRoom } from '../lib/room';
import { Ask } from './Ask';
import { Controls } from './Controls';
import { Guests } from './Guests';
import { JoinCard } from './JoinCard';
import { openBeside } from './beside';
import { BesideCard } from './BesideCard';
import { FeedbackCard } from './FeedbackCard';
import { useHostKey } from './key';
import { Notice } from './notice';
import { SoundCard } from './SoundCard';
import { Looking } from './Notes';
import type { SessionState } from '../protocol.gen';
import { useLost } from '../widgets/held';
import { words } from './words';

type Open = { rules: string } | 'close' | null;

export function DeskView() {
  const room = useRoom();
  const [open, show] = useState<Open>(null);
  const { session, party } = room;
  const lost = useLost();
  const coming = session?.game ?? '';
  useEffect(() => prefetchDesk(coming), [coming]);
  if (!session || !party) return <Looking />;
  return (
    <>
      {lost && (
        <p class="host-lost" role="status">
          <Icon sign="wifi" />
          {words().lost}
        </p>
      )}
      <div class="desk-main">
        <Controls session={session} openRules={(rules) => show({ rules })} />
        <Tools session={session} />
        <Guests session={session} />
      </div>
      <div class="desk-side">
        <JoinCard party={party} />
        <SoundCard />
        <FeedbackCard code={party.code} />
        <BesideCard own={party.code} />
        <button class="btn btn-soft btn-wide" disabled={lost} onClick={() => show('close')}>
          <Icon sign="door" />
          <span class="btn-word">{words().close}</span>
        </button>
      </div>
      {open !== null && open !== 'close' && <Rules session={session} game={open.rules} close={() => show(null)} />}
      {open === 'close' && <Ask said={words().closeAsk} confirm={() => void room.act('close')} close={() => show(null)} />}
      <Toast />
      <Notice />
    </>
  );
}

/** The game's own part; nothing while people gather. */
function Tools({ session }: { session: SessionState }) {
  const View = session.status === 'pending' ? null : deskGame(session.game)?.Tools;
  return View ? <View key={session.session_id} session={session} /> : null;
}

interface RulesSheetProps {
  session: SessionState;
  game: string;
  close: () => void;
}

function Rules({ session, game, close }: RulesSheetProps) {
  const room = useRoom();
  const key = useHostKey();
  const Sheet = deskGame(game)?.Rules;
  if (!Sheet) return null;
  const save = (settings: Settings): void => {
    void room.act('open', { game, settings }, 'open');
    close();
  };
  const aside = (name: string, settings: Settings): void => {
    void openBeside(key, { name, game, settings });
    close();
  };
  return <Sheet settings={session.game === game ? session.settings : {}} save={save} aside={aside} close={close} />;
}
