// The whole board is cleared only when asked twice, and can be taken back for a while.
import { useState } from 'preact/hooks';
import { Ask } from '../../../host/Ask';
import { Command } from '../../../host/Command';
import { noticed } from '../../../host/notice';
import { useRoom } from '../../../lib/room';
import type { PartyMs } from '../../../protocol.gen';
import { useHeldSeconds, useLost } from '../../../widgets/held';
import { clockText } from '../clock';
import { DeskIcon } from './DeskIcon';
import { Keep } from './Keep';
import type { Bench } from './Tools';
import { words } from './words';

export function Clear({ canvas, info }: Bench) {
  const [asking, ask] = useState(false);
  const lost = useLost();
  const said = words().clear;
  const clear = async (): Promise<void> => void noticed(await canvas.host.clear(), said.cleared);
  return (
    <section class="card tool">
      {typeof info.unclear_until === 'number' && <Cleared canvas={canvas} until={info.unclear_until} />}
      <button class="btn btn-quiet btn-wide" disabled={lost} onClick={() => ask(true)}>
        <DeskIcon sign="clear" />
        <span class="btn-word">{said.title}</span>
      </button>
      {asking && <Ask said={said.ask} confirm={() => void clear()} close={() => ask(false)} />}
    </section>
  );
}

/** What was there can be kept, and for a while be taken back. */
function Cleared({ canvas, until }: Pick<Bench, 'canvas'> & { until: PartyMs }) {
  const seconds = useHeldSeconds(useRoom().clock, until);
  const said = words().clear;
  const back = async (): Promise<void> => void noticed(await canvas.host.unclear(), said.restored);
  return (
    <div class="unclear" role="status">
      <b>{said.cleared}</b>
      {seconds > 0 && <p>{said.left(clockText(seconds * 1000))}</p>}
      {seconds > 0 && <Command sign="again" word={said.back} look="btn-go btn-wide" press={() => void back()} />}
      <Keep sign="picture" word={said.picture} path="cleared.png" file="-cleared.png" />
    </div>
  );
}
