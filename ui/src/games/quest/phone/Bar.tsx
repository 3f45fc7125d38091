// How much time is left, as a bar and in seconds. The bar moves by itself between frames; only its scale changes.
import { useEffect, useRef } from 'preact/hooks';
import { left, useSecondsLeft } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import type { PartyMs } from '../../../protocol.gen';
import { words } from './index';

const HURRY = 6000;

export function Bar({ opened, deadline }: { opened: PartyMs; deadline: PartyMs }) {
  const { clock } = useRoom();
  const fill = useRef<HTMLDivElement>(null);
  const seconds = useSecondsLeft(clock, deadline);
  useEffect(() => {
    let frame = 0;
    const draw = (): void => {
      const rest = left(clock, deadline);
      const share = deadline > opened ? Math.min(1, rest / (deadline - opened)) : 0;
      if (fill.current) fill.current.style.transform = `scaleX(${share.toFixed(4)})`;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [clock, opened, deadline]);
  return (
    <div class={seconds * 1000 < HURRY ? 'qp-time is-hurry' : 'qp-time'} role="timer">
      <div class="qp-time-track">
        <div class="qp-time-fill" ref={fill} />
      </div>
      <b>{words().wait.seconds(seconds)}</b>
    </div>
  );
}
