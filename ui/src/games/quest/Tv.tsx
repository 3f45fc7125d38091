// The quest on the TV: the stage. The scene's picture stands behind everything; in front of it heroes are cast, the story is read and
// decided, fights are told, and the end is remembered.
import './tv/quest.css';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useRoom } from '../../lib/room';
import type { QuestParty, QuestScene } from '../../protocol.gen';
import { Message } from '../../tv/Signs';
import { words as tvWords } from '../../tv/words';
import { Backdrop } from './tv/Backdrop';
import { Casting } from './tv/Casting';
import { Combat } from './tv/Combat';
import { Director } from './tv/director';
import { Finale } from './tv/Ending';
import { OverView } from './tv/OverView';
import { SceneView } from './tv/SceneView';
import { Sleep } from './tv/Sleep';
import { viewOf, type View } from './tv/views';
import { isWaiting } from './waiting';

/** Where heroes meet before the story has a picture of its own. */
const BEFORE = { picture: 'hearth', mood: 'calm' };

export default function QuestTv() {
  const room = useRoom();
  const [director] = useState(() => new Director(room));
  // Before anything else is heard, so that no message is missed.
  useLayoutEffect(() => director.start(), [director]);
  const { session } = room;
  const [party, scene] = [room.topic('party.state'), room.topic('scene.update')];
  if (!session || !party) return <Message title={tvWords().almost} />;
  const view = viewOf(session.phase, director.stage.value);
  const over = director.over.value;
  const picture = scene && scene.picture ? scene : BEFORE;
  return (
    <div class="q-tv">
      <Backdrop id={picture.picture} mood={picture.mood} dim={view !== 'scene'} />
      <Front view={view} party={party} scene={scene} director={director} />
      {over && <OverView over={over} party={party} />}
      {isWaiting(session, room.topic('room.update')) && <Sleep />}
    </div>
  );
}

function Front({ view, party, scene, director }: { view: View; party: QuestParty; scene: QuestScene | null; director: Director }) {
  const stage = director.stage.value;
  if (view === 'casting') return <Casting party={party} />;
  if (view === 'finale') return <Finale party={party} scene={scene} />;
  if (view === 'combat' && stage) return <Combat stage={stage} party={party} />;
  if (!scene) return <Message title={tvWords().almost} />;
  return <SceneView scene={scene} party={party} director={director} />;
}
