// How much time is left, as a bar and in seconds. The bar is set going once and moves without the page; in a pause it stands.
import { useEffect, useRef } from 'preact/hooks';
import { left, useSecondsLeft } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import { calm } from '../../../lib/touch';
import type { PartyMs } from '../../../protocol.gen';
import { words } from './index';

const HURRY = 6000;

export function Bar({ opened, deadline }: { opened: PartyMs; deadline: PartyMs }) {
  const { clock } = useRoom();
  const fill = useRef<HTMLDivElement>(null);
  const seconds = useSecondsLeft(clock, deadline);
  const running = clock.running.value;
  useEffect(() => {
    const rest = left(clock, deadline);
    const share = deadline > opened ? Math.min(1, rest / (deadline - opened)) : 0;
    if (fill.current) run(fill.current, share, running ? rest : 0);
  }, [clock, opened, deadline, running]);
  return (
    <div class={seconds * 1000 < HURRY ? 'qp-time is-hurry' : 'qp-time'} role="timer">
      <div class="qp-time-track">
        <div class="qp-time-fill" ref={fill} />
      </div>
      <b>{words().wait.seconds(seconds)}</b>
    </div>
  );
}

/** From this share to nothing within `ms`; 0 stands still. Who wants less motion sees it shrink second by second. */
function run(fill: HTMLElement, share: number, ms: number): void {
  const { style } = fill;
  style.transition = 'none';
  style.transform = `scaleX(${share.toFixed(4)})`;
  if (ms <= 0) return;
  // Only what has been laid out can be moved from.
  fill.getBoundingClientRect();
  style.transition = `transform ${Math.round(ms)}ms ${calm() ? `steps(${Math.ceil(ms / 1000)})` : 'linear'}`;
  style.transform = 'scaleX(0)';
}
