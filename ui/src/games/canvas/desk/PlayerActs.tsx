// What the host can do about one guest on the canvas.
import { noticed } from '../../../host/notice';
import type { CanvasBoard, SeatId } from '../../../protocol.gen';
import type { Canvas } from '../sync/canvas';
import { Act } from './Act';
import type { Rollback } from './Preview';
import { words } from './words';

interface PlayerActsProps {
  canvas: Canvas;
  info: CanvasBoard;
  id: SeatId;
  name: string;
  rollBack: (rollback: Rollback) => void;
}

export function PlayerActs({ canvas, info, id, name, rollBack }: PlayerActsProps) {
  const said = words().player;
  const isBarred = info.barred.indexOf(id) >= 0;
  return (
    <div class="acts">
      <Act sign="back" word={said.rollback} press={() => rollBack({ title: name, filter: { player_id: id } })} />
      <Act sign={isBarred ? 'unlock' : 'bar'} warn={!isBarred} word={isBarred ? said.unbar : said.bar} press={() => void bar(canvas, id, name, !isBarred)} />
    </div>
  );
}

async function bar(canvas: Canvas, id: SeatId, name: string, bars: boolean): Promise<void> {
  const said = words().player;
  noticed(await canvas.host.bar(id, bars), bars ? said.barred(name) : said.unbarred(name));
}
