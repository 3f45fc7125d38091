// The page that is read: its paragraphs come one after the other at the pace of reading, in letters as large as they fit; what does
// not fit rolls softly out at the top.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { PartyMs, QuestLine, QuestScene } from '../../../protocol.gen';
import { onFonts } from '../../../tv/fonts';
import { moments, turnedAt } from './pacing';
import { remOf } from './rem';
import { usePassed } from './useParty';

const SIZES = [3, 2.8, 2.6, 2.4, 2.2];
const SMALLEST = 2.2;
const STAND_MS = 800;
/** Of the page while it is read, and its rims above and below, rem. */
const RIMS = 2.5;
const READING = 42 - RIMS;

/** `room`: how high it may be, rem. It grows with what has been told, so that the picture is seen as long as there is little to read. */
export function Page({ scene, seen, room }: { scene: QuestScene; seen: PartyMs; room: number }) {
  const shown = usePassed(useRoom().clock, moments(scene.lines, turnedAt(scene, seen)));
  const box = useRef<HTMLDivElement>(null);
  const told = useTold(box, { page: scene.page, shown, room });
  const roll = Math.max(0, told + RIMS - room);
  return (
    <div ref={box} class={`q-page ${roll > 0 ? 'q-page-rolled' : ''} ${useStood() ? 'q-page-grows' : ''}`} style={{ height: `${Math.min(room, told + RIMS)}rem` }}>
      <div class="q-page-lines" style={{ transform: `translateY(${-roll}rem)` }}>
        {scene.lines.map((line, i) => <Line key={i} line={line} state={i >= shown ? 'hidden' : i === shown - 1 ? 'last' : 'read'} />)}
      </div>
    </div>
  );
}

/** What is there at first does not grow: it is there. */
function useStood(): boolean {
  const [stood, stand] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => stand(true), STAND_MS);
    return () => clearTimeout(timer);
  }, []);
  return stood;
}

function Line({ line, state }: { line: QuestLine; state: 'hidden' | 'last' | 'read' }) {
  return (
    <p class={`q-line q-line-${state} ${line.say ? 'q-line-said' : ''}`} aria-hidden={state === 'hidden'}>
      {line.say && <b class="q-line-who">{line.say}</b>}
      {line.text}
    </p>
  );
}

interface Read {
  page: number;
  shown: number;
  room: number;
}

/** How high the lines are that have been told, rem. */
function useTold(box: { current: HTMLDivElement | null }, { page, shown, room }: Read): number {
  const [told, setTold] = useState(0);
  useLayoutEffect(() => {
    const fitted = (): void => {
      const lines = box.current?.firstElementChild;
      if (lines instanceof HTMLElement) setTold(heightOf(lines, shown));
    };
    fitted();
    const stop = onFonts(fitted);
    window.addEventListener('resize', fitted);
    return () => {
      stop();
      window.removeEventListener('resize', fitted);
    };
  }, [page, shown, room]);
  return told;
}

function heightOf(lines: HTMLElement, shown: number): number {
  const rem = remOf(document);
  fit(lines, READING * rem);
  const last = lines.children[Math.max(0, shown - 1)] as HTMLElement | undefined;
  return last ? Math.ceil(((last.offsetTop + last.offsetHeight) / rem) * 100) / 100 : 0;
}

/** As large as all of it fits while it is read; it stays so when the decision takes its room. */
function fit(lines: HTMLElement, room: number): void {
  const holds = (size: number): boolean => {
    lines.style.fontSize = `${size}rem`;
    return lines.offsetHeight <= room;
  };
  if (!SIZES.some(holds)) lines.style.fontSize = `${SMALLEST}rem`;
}
