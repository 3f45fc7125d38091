// The page that is read: its paragraphs come one after the other at the pace of reading, in letters as large as they fit; what does
// not fit rolls softly out at the top.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { PartyMs, QuestLine, QuestScene } from '../../../protocol.gen';
import { moments, turnedAt } from './pacing';
import { remOf } from './rem';
import { usePassed } from './useParty';

const SIZES = [3, 2.8, 2.6, 2.4, 2.2];
const SMALLEST = 2.2;

export function Page({ scene, seen }: { scene: QuestScene; seen: PartyMs }) {
  const shown = usePassed(useRoom().clock, moments(scene.lines, turnedAt(scene, seen)));
  const box = useRef<HTMLDivElement>(null);
  const roll = useRolled(box, scene, shown);
  return (
    <div ref={box} class={roll > 0 ? 'q-page q-page-rolled' : 'q-page'}>
      <div class="q-page-lines" style={{ transform: `translateY(${-roll}rem)` }}>
        {scene.lines.map((line, i) => <Line key={i} line={line} state={i >= shown ? 'hidden' : i === shown - 1 ? 'last' : 'read'} />)}
      </div>
    </div>
  );
}

function Line({ line, state }: { line: QuestLine; state: 'hidden' | 'last' | 'read' }) {
  return (
    <p class={`q-line q-line-${state} ${line.say ? 'q-line-said' : ''}`} aria-hidden={state === 'hidden'}>
      {line.say && <b class="q-line-who">{line.say}</b>}
      {line.text}
    </p>
  );
}

/** How far the lines are rolled up, rem, so that the last one shown is seen whole. */
function useRolled(box: { current: HTMLDivElement | null }, scene: QuestScene, shown: number): number {
  const [roll, setRoll] = useState(0);
  const measured = (): void => {
    const { current } = box;
    if (current) setRoll(rolled(current, shown));
  };
  const fitted = (): void => {
    if (box.current) fit(box.current);
    measured();
  };
  useLayoutEffect(() => {
    fitted();
    // The page's own font may come later than the text.
    const timer = setTimeout(fitted, 600);
    window.addEventListener('resize', fitted);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('resize', fitted);
    };
  }, [scene.page, scene.decision?.decision_id, shown]);
  return roll;
}

function fit(box: HTMLElement): void {
  const lines = box.firstElementChild as HTMLElement;
  const holds = (size: number): boolean => {
    box.style.fontSize = `${size}rem`;
    return lines.offsetHeight <= box.clientHeight + 1;
  };
  if (!SIZES.some(holds)) box.style.fontSize = `${SMALLEST}rem`;
}

function rolled(box: HTMLElement, shown: number): number {
  const lines = box.firstElementChild as HTMLElement;
  const last = lines.children[shown - 1] as HTMLElement | undefined;
  const end = last ? last.offsetTop + last.offsetHeight : 0;
  return Math.round((Math.max(0, end - box.clientHeight) / remOf(document)) * 100) / 100;
}
