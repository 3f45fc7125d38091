// The scene: its picture and title, the text to be read again, and what there is to do. In a fight the enemies stand there instead.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useOver } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import type { QuestLine, QuestScene } from '../../../protocol.gen';
import { Picture } from '../art/Picture';
import { Came } from './Came';
import { Combat } from './Combat';
import { Dock } from './Dock';
import { words } from './index';
import { unread } from './seen';
import { Sign } from './Sign';
import { Split } from './Split';
import type { AtTable } from './Table';
import type { Tab } from './Tabs';

interface StoryProps {
  at: AtTable;
  open: (tab: Tab) => void;
}

export function Story({ at, open }: StoryProps) {
  const room = useRoom();
  const combat = room.topic('combat.update');
  if (at.session.phase === 'combat' && combat && !combat.outcome) return <Combat at={at} combat={combat} />;
  return <Page at={at} open={open} />;
}

function Page({ at, open }: StoryProps) {
  const { scene, party, you } = at;
  const { decision } = scene;
  const opened = useOver(useRoom().clock, decision?.opened ?? 0);
  const above = (
    <>
      <Strip scene={scene} />
      <Reading key={scene.page}>
        <Came party={party} scene={scene} />
        <Lines lines={scene.lines} />
        {unread(party, you) > 0 && (
          <button class="qp-alone" onClick={() => open('secrets')}>
            <Sign kind="eye" />
            {words().read.alone}
          </button>
        )}
      </Reading>
    </>
  );
  const reading = !!decision && !opened;
  const about = decision ? String(decision.decision_id) : '';
  return <Split kind={reading ? 'is-reading' : ''} about={about} asked={decision ? `${about} ${opened}` : null} above={above} below={<Dock at={at} open={open} />} />;
}

export function Strip({ scene, word }: { scene: QuestScene; word?: string }) {
  return (
    <header class="qp-strip">
      <Picture id={scene.picture} mood={scene.mood} class="qp-picture" />
      <div class="qp-strip-text">
        {word !== undefined && <p>{word}</p>}
        <h1>{scene.title}</h1>
      </div>
    </header>
  );
}

/** Another page is read from its top. */
function Reading({ children }: { children: preact.ComponentChildren }) {
  const pane = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (pane.current) pane.current.scrollTop = 0;
  }, []);
  return (
    <div class="qp-read" ref={pane} tabIndex={0} role="region" aria-label={words().read.page}>
      {children}
    </div>
  );
}

export function Lines({ lines }: { lines: readonly QuestLine[] }) {
  return (
    <>
      {lines.map((line, at) =>
        typeof line.say === 'string' ? (
          <p key={at} class="qp-said">
            <b>{line.say}</b>
            {line.text}
          </p>
        ) : (
          <p key={at}>{line.text}</p>
        ),
      )}
    </>
  );
}
