// What can be done about the chosen area.
import { useState } from 'preact/hooks';
import { Icon } from '../../../lib/Icon';
import { noticed } from '../../../host/notice';
import type { CanvasArea } from '../../../protocol.gen';
import { Act } from './Act';
import type { Rollback } from './Preview';
import { useInSight } from './sight';
import type { Bench } from './Tools';
import { holds, overlap } from './view';
import { words } from './words';

interface AreaBarProps extends Bench {
  area: CanvasArea;
  /** Counts the areas that were chosen to the end: while one is dragged, nothing moves. */
  chosen: number;
  rollBack: (rollback: Rollback) => void;
  close: () => void;
}

export function AreaBar({ canvas, info, area, chosen, rollBack, close }: AreaBarProps) {
  const said = words().area;
  const [before] = useState(chosen);
  const bar = useInSight<HTMLDivElement>(chosen - before);
  const guarded = info.protected.some((one) => overlap(one, area));
  const closed = info.protected.some((one) => holds(one, area));
  const protect = async (): Promise<void> => void noticed(await canvas.host.protect(area), said.protected);
  const open = async (): Promise<void> => void noticed(await canvas.host.unprotect(area), said.unprotected);
  return (
    <div class="marked" ref={bar}>
      <div class="marked-head">
        <b>{said.title(area.width, area.height)}</b>
        <button class="guest-remove" aria-label={said.let} onClick={close}>
          <Icon sign="cross" />
        </button>
      </div>
      <div class="acts">
        {!closed && <Act sign="lock" word={said.protect} press={() => void protect()} />}
        {guarded && <Act sign="unlock" word={said.unprotect} press={() => void open()} />}
        <Act sign="back" word={said.rollback} press={() => rollBack({ title: words().preview.area, filter: { area } })} />
      </div>
    </div>
  );
}
