// Who placed the pixel that the host holds, when, and what can be done about that guest.
import { useEffect, useState } from 'preact/hooks';
import { refusalWords, spanWords } from '../../../lib/errors';
import { Icon } from '../../../lib/Icon';
import { useRoom } from '../../../lib/room';
import { Avatar } from '../../../widgets/Avatar';
import type { CellAnswer } from '../sync/answers';
import { PlayerActs } from './PlayerActs';
import type { Rollback } from './Preview';
import { useInSight } from './sight';
import type { Bench } from './Tools';
import type { Point } from './view';
import { words } from './words';

interface CellBarProps extends Bench {
  cell: Point;
  open: boolean;
  rollBack: (rollback: Rollback) => void;
  close: () => void;
}

type Found = { cell: CellAnswer } | { sorry: string } | null;

export function CellBar({ canvas, info, cell, open, rollBack, close }: CellBarProps) {
  const [found, find] = useState<Found>(null);
  useEffect(() => {
    void canvas.cell(cell.x, cell.y).then((answer) => find(answer.ok ? { cell: answer.value } : { sorry: refusalWords(answer.error) }));
  }, [canvas, cell.x, cell.y]);
  const bar = useInSight<HTMLDivElement>(found);
  const known = found && 'cell' in found ? found.cell : null;
  return (
    <div class="marked" ref={bar}>
      <div class="marked-head">
        {known && <i class="swatch" style={{ background: info.palette[known.color]?.rgb ?? '#000' }} />}
        {known && known.player_id !== null ? <Painter id={known.player_id} name={known.name ?? ''} /> : <b>{found ? headOf(found) : words().cell.looking}</b>}
        <button class="guest-remove" aria-label={words().area.let} onClick={close}>
          <Icon sign="cross" />
        </button>
      </div>
      <p class="marked-when">{known ? <When cell={known} /> : ''}</p>
      {open && known && known.player_id !== null && <PlayerActs canvas={canvas} info={info} id={known.player_id} name={known.name ?? ''} rollBack={rollBack} />}
    </div>
  );
}

function headOf(found: { cell: CellAnswer } | { sorry: string }): string {
  if ('sorry' in found) return found.sorry;
  return found.cell.placed_at === null ? words().cell.nobody : words().cell.host;
}

function Painter({ id, name }: { id: number; name: string }) {
  const player = useRoom().players.get(id);
  return (
    <>
      {player && (
        <span class="guest-face">
          <Avatar animal={player.avatar} color={player.color} face="calm" />
        </span>
      )}
      <b class="marked-name">{name}</b>
    </>
  );
}

function When({ cell }: { cell: CellAnswer }) {
  const now = useRoom().clock.now();
  const where = words().cell.at(cell.x, cell.y);
  if (cell.placed_at === null) return <>{where}</>;
  return <>{`${words().cell.ago(spanWords((now - cell.placed_at) / 1000))} · ${where}`}</>;
}
