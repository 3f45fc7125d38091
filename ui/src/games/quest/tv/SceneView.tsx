// A scene of the story: its title, the page, what is to be decided, and the heroes at the edge. While the page is read it has the room
// to itself; when the decision opens, the page makes room for it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { QuestParty, QuestScene } from '../../../protocol.gen';
import { Decision } from './Decision';
import type { Director } from './director';
import { Heroes } from './Heroes';
import { Page } from './Page';
import { LONG_AGO } from './pacing';
import { remOf } from './rem';
import { TitleCard } from './TitleCard';
import { usePassed } from './useParty';
import { decisionView, type DecisionView } from './views';
import { words } from './words';

/** Heights, rem: of a page that is read, of page and decision together, of what is between the two. */
const READING = 42;
const WHOLE = 58;
const GAP = 1.2;

export function SceneView({ scene, party, director }: { scene: QuestScene; party: QuestParty; director: Director }) {
  const room = useRoom();
  const seen = director.seen.value;
  const { decision } = scene;
  const open = usePassed(room.clock, decision ? [decision.opened] : []) > 0;
  const view = decisionView(scene, { started: room.topic('vote.started'), update: room.topic('vote.update') });
  return (
    <div class="q-scene">
      <TitleCard scene={scene} director={director} />
      <Stack key={scene.page} scene={scene} party={party} view={view} open={open} seen={seen.page === scene.page ? seen.at : LONG_AGO} />
      <Heroes party={party} acting={decision?.character_id ?? null} />
      {party.heroes.length === 0 && <p class="q-nobody">{words().nobody}</p>}
    </div>
  );
}

interface StackProps {
  scene: QuestScene;
  party: QuestParty;
  view: DecisionView;
  open: boolean;
  seen: number;
}

function Stack({ scene, party, view, open, seen }: StackProps) {
  const ask = useRef<HTMLDivElement>(null);
  const [height, measure] = useState(0);
  useLayoutEffect(() => measure(ask.current ? ask.current.offsetHeight / remOf(document) + GAP : 0));
  const asked = open && view.view !== 'none';
  return (
    <div class="q-stack" style={{ transform: asked ? 'none' : `translateY(${height}rem)` }}>
      {scene.lines.length > 0 && <Page scene={scene} seen={seen} room={asked ? Math.min(READING, WHOLE - height) : READING} />}
      {view.view !== 'none' && <div ref={ask} class={asked ? 'q-asked' : 'q-asked q-asked-not'}><Decision view={view} party={party} open={open} /></div>}
    </div>
  );
}
