// What the host can do about one guest on the canvas.
import { signal } from '@preact/signals';
import { noticed } from '../../../host/notice';
import type { SeatId } from '../../../protocol.gen';
import type { Canvas } from '../sync/canvas';
import { Act } from './Act';
import type { Rollback } from './Preview';
import { words } from './words';

/** Whom this page has barred: the server tells only the guest. */
const barred = signal<ReadonlySet<SeatId>>(new Set());

interface PlayerActsProps {
  canvas: Canvas;
  id: SeatId;
  name: string;
  rollBack: (rollback: Rollback) => void;
}

export function PlayerActs({ canvas, id, name, rollBack }: PlayerActsProps) {
  const said = words().player;
  const isBarred = barred.value.has(id);
  return (
    <div class="acts">
      <Act sign="back" word={said.rollback} press={() => rollBack({ title: name, filter: { player_id: id } })} />
      <Act sign={isBarred ? 'unlock' : 'bar'} warn={!isBarred} word={isBarred ? said.unbar : said.bar} press={() => void bar(canvas, id, !isBarred)} />
    </div>
  );
}

async function bar(canvas: Canvas, id: SeatId, bars: boolean): Promise<void> {
  const said = words().player;
  if (!noticed(await canvas.host.bar(id, bars), bars ? said.barred : said.unbarred)) return;
  const now = new Set(barred.value);
  if (bars) now.add(id);
  else now.delete(id);
  barred.value = now;
}
