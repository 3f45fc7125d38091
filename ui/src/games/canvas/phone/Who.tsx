// Who painted a cell, and when: said for a while over the board.
import { useEffect } from 'preact/hooks';
import type { PartyClock } from '../../../lib/clock';
import { refusalWords } from '../../../lib/errors';
import type { Colour, PartyMs } from '../../../protocol.gen';
import type { CellAnswer } from '../sync/answers';
import type { Asked, Easel } from './easel';
import { words } from './index';
import { Sign } from './Sign';

const SHOWN = 5000;

export function Who({ easel, palette, clock }: { easel: Easel; palette: readonly Colour[]; clock: PartyClock | null }) {
  const asked = easel.asked.value;
  const close = (): void => void (easel.asked.value = null);
  useEffect(() => {
    if (!asked || !asked.answer) return undefined;
    const timer = setTimeout(close, SHOWN);
    return () => clearTimeout(timer);
  }, [asked]);
  if (!asked) return null;
  const rgb = asked.answer && asked.answer.ok ? palette[asked.answer.value.color]?.rgb : undefined;
  return (
    <div class="cv-who enter" role="status" key={`${asked.x}/${asked.y}`}>
      <span class="cv-who-paint" style={{ background: rgb ?? 'rgba(244,248,255,0.2)' }} />
      <span class="cv-who-words">
        <b>{nameIn(asked)}</b>
        <span>{whenIn(asked, clock)}</span>
      </span>
      <button class="cv-who-close" aria-label={words().who.close} onClick={close}>
        <Sign kind="cross" />
      </button>
    </div>
  );
}

function nameIn({ answer }: Asked): string {
  const said = words().who;
  if (!answer) return said.asking;
  if (!answer.ok) return refusalWords(answer.error);
  return answer.value.placed_at === null && answer.value.color === 0 ? said.nobody : painter(answer.value);
}

/** Whoever has no seat is the host; so is who painted at no known time. */
function painter({ player_id, name }: CellAnswer): string {
  return player_id === null || player_id === 0 || name === null ? words().who.host : words().who.painted(name);
}

function whenIn({ x, y, answer }: Asked, clock: PartyClock | null): string {
  const at = words().at(x + 1, y + 1);
  const placed: PartyMs | null = answer && answer.ok ? answer.value.placed_at : null;
  return placed === null || !clock ? at : `${words().who.ago(Math.max(0, clock.now() - placed))} · ${at}`;
}
