// The time that is left to decide: whole seconds, large.
import { useRoom } from '../../../lib/room';
import type { PartyMs } from '../../../protocol.gen';
import { useHeldSeconds } from '../../../widgets/held';

const HURRY = 5;

export function Clock({ deadline }: { deadline: PartyMs }) {
  const seconds = useHeldSeconds(useRoom().clock, deadline);
  const text = seconds < 100 ? String(seconds) : `${Math.floor(seconds / 60)}:${('0' + (seconds % 60)).slice(-2)}`;
  const hurry = seconds <= HURRY;
  return (
    <div class={hurry ? 'q-clock q-clock-hurry' : 'q-clock'}>
      <p key={hurry ? seconds : 'calm'} class={text.length > 2 ? 'q-clock-figure q-clock-long' : 'q-clock-figure'}>{text}</p>
    </div>
  );
}
