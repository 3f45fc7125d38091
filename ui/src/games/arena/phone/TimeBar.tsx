// How much time is left, as a bar that shrinks. The bar moves by itself between frames; only its scale changes.
import { useEffect, useRef } from 'preact/hooks';
import { left } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import type { Timer } from '../../../protocol.gen';
import { words } from './index';

/** From here on the bar is red: five seconds, or a third of a short time. */
const HURRY = 5000;

export function TimeBar({ timer }: { timer: Timer }) {
  const { clock } = useRoom();
  const bar = useRef<HTMLDivElement>(null);
  const { opened, deadline } = timer;
  useEffect(() => {
    let frame = 0;
    const draw = (): void => {
      const rest = left(clock, deadline);
      const share = deadline > opened ? Math.min(1, rest / (deadline - opened)) : 0;
      const element = bar.current;
      if (element) {
        element.style.transform = `scaleX(${share.toFixed(4)})`;
        element.parentElement?.classList.toggle('is-hurry', rest > 0 && rest < HURRY && share < 1 / 3);
      }
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [clock, opened, deadline]);
  return (
    <div class="time" role="timer" aria-label={words().secondsLeft(Math.ceil(left(clock, deadline) / 1000))}>
      <div class="time-fill" ref={bar} />
    </div>
  );
}
