// A scene of the story: its title, the page, what is to be decided, and the heroes at the edge. The page stands lower while it is read;
// when the decision opens, all of it moves up together.
import type { ComponentChildren } from 'preact';
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
import { decisionView } from './views';
import { words } from './words';

/** Between the page and the decision, rem. */
const GAP = 1.2;

export function SceneView({ scene, party, director }: { scene: QuestScene; party: QuestParty; director: Director }) {
  const room = useRoom();
  const [first] = useState(scene.number);
  const seen = director.seen.value;
  const { decision } = scene;
  const open = usePassed(room.clock, decision ? [decision.opened] : []) > 0;
  const view = decisionView(scene, { started: room.topic('vote.started'), update: room.topic('vote.update') });
  const fresh = scene.number !== first || seen.at !== LONG_AGO;
  return (
    <div class="q-scene">
      <TitleCard scene={scene} fresh={fresh} wait={director.over.value !== null} />
      <Stack key={scene.page} open={open || view.view === 'none'} asks={view.view !== 'none'}>
        {scene.lines.length > 0 && <Page scene={scene} seen={seen.page === scene.page ? seen.at : LONG_AGO} />}
        <Decision view={view} party={party} open={open} />
      </Stack>
      <Heroes party={party} acting={decision?.character_id ?? null} />
      {party.heroes.length === 0 && <p class="q-nobody">{words().nobody}</p>}
    </div>
  );
}

/** The decision has its room from the beginning, below the screen's edge: nothing is laid out anew when it opens. */
function Stack({ open, asks, children }: { open: boolean; asks: boolean; children: ComponentChildren }) {
  const stack = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(0);
  useLayoutEffect(() => {
    const ask = stack.current?.querySelector<HTMLElement>('.q-ask');
    setBelow(ask ? ask.offsetHeight / remOf(document) + GAP : 0);
  }, [asks]);
  return (
    <div ref={stack} class={open ? 'q-stack q-stack-open' : 'q-stack'} style={{ transform: open ? 'none' : `translateY(${below}rem)` }}>
      {children}
    </div>
  );
}
