// Snowball rush: two halves of the screen, left and right thumb in turn. It can be played without looking.
import './tap.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { left, useOver } from '../../../lib/clock';
import { useRoom, type Room } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { Deal, Details } from '../../../protocol.gen';
import { unitOf, words } from '../phone';
import type { Played } from '../Play';
import { recall, remember, useReport } from '../phone/report';
import { Mitten } from '../phone/Mitten';
import { TimeBar } from '../phone/TimeBar';
import { NONE, richer, tap, total, type Count, type Side } from './count';

type TapDeal = Extract<Deal, { mini_game: 'tap' }>;

const FRAME = 100;

export default function TapPlay({ session, level, deal }: Played<TapDeal>) {
  const room = useRoom();
  const timer = session.timer;
  const [count, setCount] = useState<Count>(() => ({ ...NONE, perSecond: richer(recall<number[]>(session, level) ?? [], kept(room)) }));
  const [missed, miss] = useState(0);
  const latest = useRef(count);
  const stage = useRef<HTMLDivElement>(null);
  const { changed, finish } = useReport({
    session,
    level,
    account: (done) => ({ details: { per_second: latest.current.perSecond.slice(), done }, score: total(latest.current) }),
  });
  const timing = useRef(timer);
  timing.current = timer;

  const press = (side: Side): void => {
    const open = timing.current;
    if (!open || !room.clock.running.peek() || left(room.clock, open.deadline) === 0) return;
    const next = tap(latest.current, side, room.clock.now() - open.opened, deal.most_per_second);
    if (next === latest.current) {
      miss((n) => n + 1);
      return;
    }
    latest.current = next;
    changed();
    buzz(8);
    setCount(next);
  };
  useThumbs(stage, press);
  useFrames(room, () => total(latest.current));
  useEffect(() => keepAlways(() => remember(session, level, latest.current.perSecond)), []);
  useEffect(() => room.on('session.state', (state) => state.phase !== 'play' && finish()), [room]);

  const thrown = total(count);
  const over = useOver(room.clock, timer ? timer.deadline : Infinity);
  return (
    <main class="tap" aria-label={words().how('tap')}>
      {timer && <TimeBar timer={timer} />}
      <div class="tap-score">
        <p class="tap-count">{thrown}</p>
        <p class="tap-unit">{unitOf(words().snowballs(thrown))}</p>
      </div>
      <Ball share={Math.min(1, thrown / deal.par)} beat={thrown} />
      <p class="tap-say">{over ? words().tapDone : thrown >= deal.par ? words().top : thrown === 0 ? words().both : missed % 4 === 3 ? words().other : '\u00a0'}</p>
      <div class="tap-stage" ref={stage}>
        <Half side="left" next={count.last !== 'left'} thrown={thrown} />
        <Half side="right" next={count.last !== 'right'} thrown={thrown} />
      </div>
    </main>
  );
}

function Half({ side, next, thrown }: { side: Side; next: boolean; thrown: number }) {
  return (
    <div class={`tap-half tap-${side} ${next ? 'is-next' : ''}`}>
      <Mitten side={side} />
      {!next && <i key={thrown} class="tap-puff" />}
      <span>{side === 'left' ? words().left : words().right}</span>
    </div>
  );
}

/** The snowball grows with the count and squeezes at each throw. */
function Ball({ share, beat }: { share: number; beat: number }) {
  return (
    <div class="tap-ball" style={{ transform: `scale(${(0.34 + 0.66 * Math.sqrt(share)).toFixed(3)})` }}>
      <svg key={beat} class={beat ? 'tap-squeeze' : ''} viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="48" fill="#f4f8ff" />
        <path d="M50 98a48 48 0 0 0 46-62c-2 30-26 48-52 48-16 0-28-6-38-16a48 48 0 0 0 44 30Z" fill="#b9c9f5" />
        <circle cx="34" cy="32" r="7" fill="#fff" />
        <circle cx="58" cy="56" r="3" fill="#d5e0ff" />
        <circle cx="40" cy="64" r="4" fill="#d5e0ff" />
      </svg>
    </div>
  );
}

/** Fingers anywhere on the stage count by the half they touch; each finger of several counts. */
function useThumbs(stage: { current: HTMLDivElement | null }, press: (side: Side) => void): void {
  const act = useRef(press);
  act.current = press;
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const sideOf = (x: number): Side => {
      const box = element.getBoundingClientRect();
      return x < box.left + box.width / 2 ? 'left' : 'right';
    };
    // Refusing the touch keeps an old iPhone from zooming and scrolling, and from clicking once more after it.
    const touch = (event: TouchEvent): void => {
      event.preventDefault();
      for (const finger of Array.from(event.changedTouches)) act.current(sideOf(finger.clientX));
    };
    const mouse = (event: MouseEvent): void => act.current(sideOf(event.clientX));
    const key = (event: KeyboardEvent): void => {
      if (event.repeat) return;
      if (event.key === 'ArrowLeft') act.current('left');
      if (event.key === 'ArrowRight') act.current('right');
    };
    element.addEventListener('touchstart', touch, { passive: false });
    element.addEventListener('mousedown', mouse);
    window.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('touchstart', touch);
      element.removeEventListener('mousedown', mouse);
      window.removeEventListener('keydown', key);
    };
  }, []);
}

/** Keeps the count for a reload: twice a second, and at the last moment that a page is given. */
function keepAlways(keep: () => void): () => void {
  const keeper = setInterval(keep, 500);
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);
  return () => {
    clearInterval(keeper);
    window.removeEventListener('pagehide', keep);
    document.removeEventListener('visibilitychange', keep);
  };
}

/** The TV's race is told of every change, ten times a second at most. */
function useFrames(room: Room, value: () => number): void {
  const sent = useRef(-1);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = value();
      if (now === sent.current) return;
      sent.current = now;
      room.frame('tap', now);
    }, FRAME);
    return () => clearInterval(timer);
  }, []);
}

/** What the server holds of this level. */
function kept(room: Room): readonly number[] {
  const details: Details | null | undefined = room.topics.topic('arena.you').peek()?.kept;
  return details && 'per_second' in details ? details.per_second : [];
}
