// The line above a level's scene: which level, which game, and the time that is left.
import type { ComponentChildren } from 'preact';
import { useRoom } from '../../../lib/room';
import type { Level, LevelMsg, Timer } from '../../../protocol.gen';
import { useHeldLeft, useHeldSeconds } from '../../../widgets/held';
import { words as shared } from '../phone';

const HURRY = 5;

export function LevelSign({ level }: { level: Level }) {
  const drops = { green: 1, yellow: 2, red: 3 }[level];
  return (
    <p class={`sign sign-${level}`}>
      <span class="sign-stars" aria-hidden="true">{Array.from({ length: drops }, (_, i) => <Star key={i} />)}</span>
      {shared().level(level)}
    </p>
  );
}

export function Star() {
  return <svg class="star" viewBox="0 0 24 24" aria-hidden="true"><path d="m12 2 3 6.5 7 .8-5.2 4.8 1.4 7L12 17.6 5.8 21.1l1.4-7L2 9.3l7-.8Z" fill="currentColor" /></svg>;
}

export function Head({ level, title, timer, children }: { level: LevelMsg; title: string; timer?: Timer | null; children?: ComponentChildren }) {
  return (
    <div class="head tv-enter">
      <LevelSign level={level.level} />
      <p class="head-title">{title}</p>
      {children}
      {timer && <Countdown timer={timer} />}
    </div>
  );
}

/** Whole seconds, large; it beats in the last five. */
export function Countdown({ timer }: { timer: Timer }) {
  const seconds = useHeldSeconds(useRoom().clock, timer.deadline);
  const text = seconds < 100 ? String(seconds) : `${Math.floor(seconds / 60)}:${('0' + (seconds % 60)).slice(-2)}`;
  const hurry = seconds <= HURRY;
  return (
    <div class={hurry ? 'clock clock-hurry' : 'clock'}>
      <p key={hurry ? seconds : 'calm'} class={text.length > 2 ? 'clock-figure clock-long' : 'clock-figure'}>{text}</p>
    </div>
  );
}

/** The share of time that is left, as a bar that the compositor shrinks. */
export function TimeBar({ timer }: { timer: Timer }) {
  const left = useHeldLeft(useRoom().clock, timer.deadline, 250);
  const whole = Math.max(1, timer.deadline - timer.opened);
  return <div class="timebar"><div class="timebar-fill" style={{ transform: `scaleX(${Math.min(1, left / whole)})` }} /></div>;
}

/** Is it the last five seconds? */
export function useHurry(timer: Timer | null | undefined): boolean {
  const { clock } = useRoom();
  const seconds = useHeldSeconds(clock, timer ? timer.deadline : 0);
  return timer ? seconds <= HURRY && seconds > 0 : false;
}
