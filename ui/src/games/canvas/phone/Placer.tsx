// What the thumb does: place, take back, pick a colour up, and the sheet with the rest.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useOver, useSecondsLeft, type PartyClock } from '../../../lib/clock';
import { buzz } from '../../../lib/touch';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Brush } from './brush';
import type { Easel } from './easel';
import { contrast } from './glyphs';
import { words } from './index';
import { ColorSign, Palette } from './Palette';
import { Ring } from './Ring';
import { Sign } from './Sign';
import type { Taste } from './taste';

const UNDO = 5000;
/** So long a guest is told first whom he paints for. */
const GREETING = 6000;
/** Who is idle is warned so long before going. */
const WARN = 15_000;

interface Hand {
  easel: Easel;
  brush: Brush;
  taste: Taste;
  info: CanvasBoard;
  clock: PartyClock;
  openTools: () => void;
}

export function Placer(hand: Hand) {
  const { easel, brush, taste, info } = hand;
  return (
    <>
      <Awake brush={brush} clock={hand.clock}>
        <Where {...hand} />
      </Awake>
      <Palette palette={info.palette} colors={brush.colors.value} chosen={brush.color} signs={taste.signs.value} choose={brush.take} />
      <div class="cv-row">
        <Undo {...hand} />
        <button class="cv-tool" aria-label={words().pick} aria-pressed={easel.picking.value} onClick={() => easel.pick()}>
          <Sign kind="pick" />
        </button>
        <Place {...hand} />
        <button class="cv-tool" aria-label={words().aiming} aria-pressed={taste.aiming.value === 'middle'} onClick={() => easel.toggleAiming()}>
          <Sign kind="aim" />
        </button>
        <button class="cv-tool" aria-label={words().tools} onClick={hand.openTools}>
          <Sign kind="tools" />
        </button>
      </div>
    </>
  );
}

/** Who is about to doze off is told that instead. When that will be changes with every pixel, and what stands there does not. */
function Awake({ brush, clock, children }: Pick<Hand, 'brush' | 'clock'> & { children: ComponentChildren }) {
  const dozing = useOver(clock, brush.idleAt.value - WARN);
  return dozing ? <p class="cv-where is-stern">{words().dozing}</p> : <>{children}</>;
}

/** Which colour, and where; or what to do first. */
function Where({ easel, brush, info }: Hand) {
  const said = words();
  const target = easel.target.value;
  const shielded = target !== null && info.protected.some(({ x, y, width, height }) => target.x >= x && target.y >= y && target.x < x + width && target.y < y + height);
  const color = info.palette[brush.color];
  if (easel.picking.value) return <p class="cv-where">{said.pickHint}</p>;
  if (!target) return <Hint easel={easel} team={brush.placed.peek() === 0 ? brush.team.value : null} />;
  if (shielded) return <p class="cv-where is-stern">{said.shielded}</p>;
  return (
    <p class="cv-where">
      {color && said.color(color.name)} <span class="cv-at">{said.at(target.x + 1, target.y + 1)}</span>
    </p>
  );
}

/** What to do so that there is a place; before one's first pixel, whom one paints for goes before that. */
function Hint({ easel, team }: { easel: Easel; team: number | null }) {
  const [greeted, greet] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => greet(true), GREETING);
    return () => clearTimeout(timer);
  }, []);
  const { said, paintsFor } = words();
  return <p class="cv-where">{team !== null && !greeted ? paintsFor(team) : said[easel.hint]}</p>;
}

function Place({ easel, brush, taste, info, clock }: Hand) {
  const until = brush.readyAt;
  const left = useSecondsLeft(clock, until);
  const { color } = brush;
  const rgb = info.palette[color]?.rgb ?? '#ffffff';
  const cooling = left > 0;
  useNotice(left);
  return (
    <button
      class={`cv-place${cooling ? ' is-busy' : ''}${easel.target.value ? '' : ' is-aimless'}`}
      style={{ background: rgb, color: contrast(rgb) }}
      aria-label={cooling ? words().wait(left) : words().place}
      aria-disabled={cooling}
      onClick={() => easel.place()}
    >
      {cooling ? <b class="cv-count">{left}</b> : taste.signs.value && color > 0 ? <ColorSign color={color} rgb={rgb} /> : <Sign kind="brush" />}
      {cooling && <Ring clock={clock} until={until} length={Math.max(info.cooldown_ms, until - clock.now())} />}
    </button>
  );
}

/** The tab and the hand are told when the paint is dry. */
function useNotice(left: number): void {
  const cooled = useRef(left > 0);
  const said = words().title;
  useEffect(() => {
    document.title = `${left > 0 ? said.wait(left) : said.ready} · snowparty`;
    if (cooled.current && left === 0) buzz(35);
    cooled.current = left > 0;
  }, [left, said]);
  useEffect(() => () => void (document.title = 'snowparty'), []);
}

function Undo({ brush, clock }: Hand) {
  const until = brush.undoUntil.value;
  const over = useOver(clock, until);
  return (
    <button class="cv-tool" aria-label={words().undo} disabled={over} onClick={() => void brush.undo()}>
      <Sign kind="undo" />
      {!over && <Ring clock={clock} until={until} length={UNDO} />}
    </button>
  );
}
