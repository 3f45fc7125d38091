// The host's desk: how people come in, what goes on now and the buttons for it, who is there, and the sound.
import { useState } from 'preact/hooks';
import { Icon } from '../lib/Icon';
import { Toast } from '../lib/Toast';
import { useRoom } from '../lib/room';
import { Ask } from './Ask';
import { Controls } from './Controls';
import { Guests } from './Guests';
import { JoinCard } from './JoinCard';
import { RulesSheet } from './RulesSheet';
import { SoundCard } from './SoundCard';
import { Looking } from './Notes';
import { useLost } from '../widgets/held';
import { words } from './words';

type Open = 'rules' | 'close' | null;

export function DeskView() {
  const room = useRoom();
  const [open, show] = useState<Open>(null);
  const { session, party } = room;
  const lost = useLost();
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
        <Controls session={session} openRules={() => show('rules')} />
        <Guests session={session} />
      </div>
      <div class="desk-side">
        <JoinCard party={party} />
        <SoundCard />
        <button class="btn btn-soft btn-wide" disabled={lost} onClick={() => show('close')}>
          <Icon sign="door" />
          <span class="btn-word">{words().close}</span>
        </button>
      </div>
      {open === 'rules' && <RulesSheet session={session} close={() => show(null)} />}
      {open === 'close' && <Ask said={words().closeAsk} confirm={() => void room.act('close')} close={() => show(null)} />}
      <Toast />
    </>
  );
}
