// Order on the canvas: rollbacks by player and by time, and who may paint. By area is found at the board itself.
import { useEffect, useState } from 'preact/hooks';
import { Command } from '../../../host/Command';
import { refusalWords } from '../../../lib/errors';
import { useRoom } from '../../../lib/room';
import { Sheet } from '../../../lib/Sheet';
import type { CanvasPlayerStats } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { useLost } from '../../../widgets/held';
import { barredFirst } from './painters';
import { PlayerActs } from './PlayerActs';
import type { Rollback } from './Preview';
import type { Bench } from './Tools';
import { words } from './words';

const MINUTES = [1, 2, 5, 10, 30];
/** More than a host can look through: a field to find them comes up. */
const MANY = 8;
const SHOWN = 60;

interface OrderProps extends Bench {
  rollBack: (rollback: Rollback) => void;
}

export function Order({ rollBack, ...bench }: OrderProps) {
  const [picking, pick] = useState(false);
  const said = words().order;
  const barred = bench.info.barred.length;
  const then = (rollback: Rollback): void => {
    pick(false);
    rollBack(rollback);
  };
  return (
    <section class="card tool">
      <h2>{said.title}</h2>
      <p class="tool-text">{said.text}</p>
      <p class="tool-label">{said.time}</p>
      <LastMinutes rollBack={rollBack} />
      <Command sign="phone" word={said.players} look="btn-pale btn-wide" press={() => pick(true)} />
      {barred > 0 && <p class="tool-label">{said.barred(barred)}</p>}
      <p class="board-hint">{said.area}</p>
      {picking && <Players {...bench} rollBack={then} close={() => pick(false)} />}
    </section>
  );
}

function LastMinutes({ rollBack }: { rollBack: (rollback: Rollback) => void }) {
  const { clock } = useRoom();
  const lost = useLost();
  const last = (minutes: number): void => {
    const now = Math.floor(clock.now());
    rollBack({ title: words().preview.last(minutes), filter: { from_ms: Math.max(0, now - minutes * 60_000), to_ms: now } });
  };
  return (
    <div class="chips">
      {MINUTES.map((minutes) => (
        <button key={minutes} class="chip" disabled={lost} onClick={() => last(minutes)}>
          {words().order.minutes(minutes)}
        </button>
      ))}
    </div>
  );
}

interface PlayersProps extends OrderProps {
  close: () => void;
}

function Players({ rollBack, close, ...bench }: PlayersProps) {
  const { canvas, info } = bench;
  const { players } = useRoom();
  const [lines, list] = useState<CanvasPlayerStats[] | string | null>(null);
  const [sought, seek] = useState('');
  const said = words().order;
  useEffect(() => {
    void canvas.stats().then((answer) => list(answer.ok ? barredFirst(answer.value.players, info.barred, players) : refusalWords(answer.error)));
  }, [canvas]);
  const all = Array.isArray(lines) ? lines : [];
  const found = all.filter(({ name }) => name.toLowerCase().indexOf(sought.toLowerCase()) >= 0).slice(0, SHOWN);
  return (
    <Sheet close={close} label={said.players}>
      <h2>{said.players}</h2>
      {all.length > MANY && <input class="field painters-find" value={sought} placeholder={said.find} aria-label={said.find} onInput={(event) => seek(event.currentTarget.value)} />}
      {lines !== null && all.length === 0 && <p class="sheet-text">{typeof lines === 'string' ? lines : said.nobody}</p>}
      <ul class="painters">
        {found.map((line) => (
          <PainterLine key={line.player_id} {...bench} line={line} rollBack={rollBack} />
        ))}
      </ul>
      <div class="rules-foot">
        <button class="btn btn-go btn-wide" onClick={close}>
          {said.close}
        </button>
      </div>
    </Sheet>
  );
}

function PainterLine({ canvas, info, line, rollBack }: OrderProps & { line: CanvasPlayerStats }) {
  const said = words().player;
  const barred = info.barred.indexOf(line.player_id) >= 0;
  const player = useRoom().players.get(line.player_id);
  return (
    <li class={barred ? 'painter is-barred' : 'painter'}>
      <div class="painter-head">
        {player && (
          <span class="guest-face">
            <Avatar animal={player.avatar} color={player.color} face="calm" />
          </span>
        )}
        <span class="painter-words">
          <b>{line.name}</b>
          <span>{barred ? `${said.isBarred} · ` : ''}{said.figures(line.placed, line.surviving)}</span>
        </span>
      </div>
      <PlayerActs canvas={canvas} info={info} id={line.player_id} name={line.name} rollBack={rollBack} />
    </li>
  );
}
