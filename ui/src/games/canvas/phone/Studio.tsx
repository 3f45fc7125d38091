// The canvas on a phone or a laptop while it is painted: the board, and over it whatever this guest can do now.
import '../canvas.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';
import type { PartyClock } from '../../../lib/clock';
import type { Room } from '../../../lib/room';
import type { Canvas } from '../sync/canvas';
import { Brush } from './brush';
import { Easel } from './easel';
import { Head } from './Head';
import { words } from './index';
import { commandOf } from './keys';
import { Away, Note, Queue } from './Notes';
import { Placer } from './Placer';
import { Said } from './Said';
import { Sign } from './Sign';
import { Spot } from './spot';
import { Taste } from './taste';
import { Tools } from './Tools';
import type { Size, Stage } from './view';
import { Who } from './Who';

/** The panel's upper corners are round: the board shows in them. */
const CORNER = 28;

interface Visit {
  canvas: Canvas;
  /** Null for a viewer without a seat. */
  room: Room | null;
  /** Party time, if it is known. */
  clock: PartyClock | null;
  /** What a viewer without a seat is shown below. */
  instead?: ComponentChildren;
}

// It follows nothing that changes with every pixel: what does is followed by the parts that show it.
export function Studio({ canvas, room, clock, instead }: Visit) {
  const taste = useMemo(() => new Taste(), []);
  const spot = useMemo(() => new Spot(room && room.session ? room.session.session_id : null), [canvas, room]);
  const brush = useMemo(() => new Brush(canvas, room, spot), [canvas, room, spot]);
  const easel = useMemo(() => new Easel(canvas, brush, taste, spot), [canvas, brush, taste, spot]);
  const [tools, openTools] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  useEffect(() => () => brush.stop(), [brush]);
  useLayoutEffect(() => (board.current ? easel.hang(board.current) : undefined), [easel]);
  useFlips(board, easel);
  useOnPage('cv-on', true);
  useOnPage('cv-left', taste.left.value);
  useStage(root, easel, taste.left.value);
  useKeys(easel, !tools);
  const info = canvas.info.value;
  return (
    <main class="cv" ref={root}>
      <div class={info ? 'cv-board' : 'cv-board is-unknown'} ref={board} role="img" aria-label={words().board} />
      {!canvas.board.value && !canvas.preview.value && canvas.state.value !== 'over' && <p class="cv-coming">{words().coming}</p>}
      <ArrowSign easel={easel} />
      <Head room={room} brush={brush} info={info} clock={clock} />
      <div class="cv-foot" onMouseDown={keepFocus}>
        <Who easel={easel} palette={info ? info.palette : []} clock={clock} />
        <Said brush={brush} />
        {room && clock ? <Foot {...{ canvas, room, clock, brush, easel, taste }} openTools={() => openTools(true)} /> : instead}
      </div>
      {tools && <Tools easel={easel} taste={taste} close={() => openTools(false)} />}
    </main>
  );
}

interface Standing {
  canvas: Canvas;
  room: Room;
  clock: PartyClock;
  brush: Brush;
  easel: Easel;
  taste: Taste;
  openTools: () => void;
}

function Foot({ canvas, room, clock, brush, easel, taste, openTools }: Standing) {
  const status = brush.status.value;
  const info = canvas.info.value;
  if (!status || !info) return null;
  if (brush.barred.value) return <Note {...words().barred} me={room.me} />;
  if (status === 'afk') return <Away canvas={canvas} brush={brush} me={room.me} />;
  if (status === 'queue') return <Queue brush={brush} me={room.me} />;
  return (
    <section class="cv-panel">
      <Placer {...{ easel, brush, taste, info, clock, openTools }} />
    </section>
  );
}

function ArrowSign({ easel }: { easel: Easel }) {
  const arrow = easel.arrow.value;
  if (!arrow) return null;
  const at = { transform: `translate(${Math.round(arrow.at.x)}px, ${Math.round(arrow.at.y)}px)` };
  return (
    <button class="cv-arrow" style={at} aria-label={words().arrow} onClick={() => easel.followArrow()}>
      <span style={{ transform: `rotate(${Math.round(arrow.turn)}deg)` }}>
        <Sign kind="arrow" />
      </span>
    </button>
  );
}

/** The board turns over to how it hangs now. */
function useFlips(board: RefObject<HTMLDivElement | null>, easel: Easel): void {
  const flip = easel.flips.value;
  useLayoutEffect(() => {
    if (!board.current || flip.count === 0) return;
    board.current.className = 'cv-board';
    // Read, so that the same animation begins anew.
    void board.current.offsetWidth;
    board.current.className = `cv-board is-${flip.kind}`;
  }, [flip]);
}

/** What lies around the canvas gives way to it, too: a hand takes its side, and snow that falls behind a board is drawn for nobody. */
function useOnPage(name: string, on: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.classList.toggle(name, on);
    return () => document.documentElement.classList.remove(name);
  }, [name, on]);
}

/** What is clicked takes no focus: the keys belong to the board. (To take it and to give it back costs a slow phone two restylings.) */
function keepFocus(event: MouseEvent): void {
  const on = document.activeElement;
  if (!(event.target instanceof Element && event.target.closest('button'))) return;
  event.preventDefault();
  if (on instanceof HTMLElement && on !== document.body) on.blur();
}

/** Tells the easel which part of the screen is free, whenever that changes. To look before the browser lays the page out would have it do so twice. */
function useStage(root: RefObject<HTMLDivElement | null>, easel: Easel, side: boolean): void {
  const laid = useRef('');
  const measure = (): void => {
    if (!root.current) return;
    const { width, height } = inSight(root.current);
    const stage = freeOf(root.current);
    const key = [width, height, stage.left, stage.top, stage.width, stage.height, window.devicePixelRatio].join();
    if (key === laid.current || width === 0) return;
    laid.current = key;
    easel.lay({ width, height }, stage);
  };
  useLayoutEffect(() => {
    laid.current = '';
    measure();
    const watcher = watcherOf(measure);
    const timer = watcher ? undefined : setInterval(measure, 400);
    if (watcher && root.current) root.current.querySelectorAll('.cv-head, .cv-foot').forEach((part) => watcher.observe(part));
    window.addEventListener('resize', measure);
    return () => {
      clearInterval(timer);
      watcher?.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [easel, side]);
}

/** An iPhone of 2019 has none: there the page looks now and then. */
function watcherOf(measure: () => void): ResizeObserver | null {
  // eslint-disable-next-line compat/compat -- it is looked for.
  return typeof ResizeObserver === 'function' ? new ResizeObserver(measure) : null;
}

/** How much of the screen the board is drawn on: what lies below a panel that closes the foot is never seen. */
function inSight(root: HTMLElement): Size {
  const whole = root.getBoundingClientRect();
  const panel = root.querySelector('.cv-panel')?.getBoundingClientRect();
  const closes = panel && panel.left <= whole.left && panel.right >= whole.right && panel.bottom >= whole.bottom;
  return { width: whole.width, height: closes ? Math.ceil(panel.top - whole.top + CORNER) : whole.height };
}

/** Below the head, and above the foot or, lying, beside it. */
function freeOf(root: HTMLElement): Stage {
  const whole = root.getBoundingClientRect();
  const head = root.querySelector('.cv-head')?.getBoundingClientRect();
  const foot = root.querySelector('.cv-foot')?.getBoundingClientRect();
  const top = head ? head.bottom - whole.top : 0;
  if (!foot || foot.height === 0) return { left: 0, top, width: whole.width, height: whole.height - top };
  const [atLeft, atRight] = [foot.left <= whole.left, foot.right >= whole.right];
  if (atLeft === atRight) return { left: 0, top, width: whole.width, height: Math.max(80, foot.top - whole.top - top) };
  return { left: atLeft ? foot.width : 0, top, width: whole.width - foot.width, height: whole.height - top };
}

function useKeys(easel: Easel, listens: boolean): void {
  useEffect(() => {
    if (!listens) return undefined;
    const press = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (!command || isElsewhere(event)) return;
      event.preventDefault();
      easel.obey(command);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [easel, listens]);
}

/** A field is written in, a sheet lies over the board, or a button of the page has the focus and wants its own keys. */
function isElsewhere(event: KeyboardEvent): boolean {
  const on = event.target instanceof Element ? event.target : null;
  if (on && /^(INPUT|TEXTAREA|SELECT)$/.test(on.tagName)) return true;
  if (document.querySelector('.sheet')) return true;
  return on !== null && (on.tagName === 'BUTTON' || on.tagName === 'A') && (event.key === 'Enter' || event.key === ' ');
}
