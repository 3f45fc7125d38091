// The quest on a phone: who one is, the story with what there is to do, and at the end what is kept of it.
import './quest.css';
import { useRoom } from '../../lib/room';
import { heroOf } from './lore';
import { Casting } from './phone/Casting';
import { Finale } from './phone/Finale';
import { words } from './phone';
import { Ready } from './phone/Ready';
import { Screen } from './phone/Screen';
import { Table } from './phone/Table';

export default function QuestPlay() {
  const room = useRoom();
  const { session } = room;
  const party = room.topic('party.state');
  const you = room.topic('quest.you');
  if (!session || !party || !you) return <Coming />;
  const own = heroOf(party, you.character_id);
  if (session.phase === 'finale' || session.status === 'finished') return <Finale party={party} own={own} />;
  if (session.phase === 'casting') return own ? <Ready party={party} hero={own} /> : <Casting party={party} />;
  const scene = room.topic('scene.update');
  return scene ? <Table session={session} party={party} scene={scene} you={you} own={own} /> : <Coming />;
}

function Coming() {
  return (
    <Screen kind="qp-middle">
      <p class="qp-banner">{words().coming}</p>
    </Screen>
  );
}
