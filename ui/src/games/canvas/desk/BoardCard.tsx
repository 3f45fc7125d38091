// The live board: the host drags an area or takes hold of a cell, and finds below it what can be done about it.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { CanvasArea } from '../../../protocol.gen';
import { AreaBar } from './AreaBar';
import { CellBar } from './CellBar';
import { DeskIcon, type DeskSign } from './DeskIcon';
import type { Draft, Look } from './painter';
import { Past, useThen, useVisit, type Visit } from './Past';
import type { Rollback } from './Preview';
import { Screen } from './Screen';
import { heatPaints, Surface } from './surface';
import type { Bench } from './Tools';
import { around, sameArea, whole, type Point } from './view';
import { words } from './words';

const COUNT_EVERY = 2000;

interface BoardCardProps extends Bench {
  open: boolean;
  area: CanvasArea | null;
  choose: (area: CanvasArea | null) => void;
  draft: Draft | null;
  rollBack: (rollback: Rollback) => void;
}

export function BoardCard({ open, area, choose, draft, rollBack, ...bench }: BoardCardProps) {
  const { board, info } = bench;
  const [view, look] = useState(() => whole(board));
  const [cell, hold] = useState<Point | null>(null);
  const [chosen, count] = useState(0);
  const [hot, heat] = useState(false);
  const [visit, go] = useState<Visit | null>(null);
  const then = useThen(bench, visit && visit.time);
  const warmth = useHeat(bench, hot);
  const shown = useLook({ ...bench, view, area, cell, draft, then: then.picture, warmth: warmth?.picture ?? null });
  const take = (next: CanvasArea | null, held: Point | null): void => {
    choose(next);
    hold(visit ? null : held);
  };
  const travel = (to: Visit | null): void => {
    heat(false);
    hold(null);
    go(to);
  };
  return (
    <section class="card">
      <Head {...bench} cells={then.cells ?? board.cells} />
      <Screen board={board} palette={info.palette} look={shown} drag={(next) => take(next, null)} dropped={() => count(chosen + 1)} tap={(held) => take(null, held)} />
      <div class="chips board-chips">
        <Toggle sign="heat" word={words().board.heat} on={hot} press={() => heat(!hot)} off={visit !== null} />
        <Travel {...bench} visit={visit} go={travel} />
        <Views board={board} area={area} view={view} look={look} />
      </div>
      {visit && <Past bench={bench} visit={visit} missing={then.missing} go={travel} />}
      {area && open && !visit && <AreaBar {...bench} area={area} chosen={chosen} rollBack={rollBack} close={() => choose(null)} />}
      {cell && <CellBar key={`${cell.x}/${cell.y}`} {...bench} cell={cell} open={open} rollBack={rollBack} close={() => hold(null)} />}
      {!area && !cell && !visit && <p class="board-hint">{hot ? words().board.hot(warmth?.cold ?? null) : words().board.hint}</p>}
    </section>
  );
}

interface Shown extends Bench, Pick<Look, 'view' | 'area' | 'cell' | 'draft'> {
  then: HTMLCanvasElement | null;
  warmth: HTMLCanvasElement | null;
}

/** What is marked on the board now was not there then. */
function useLook({ info, view, area, cell, draft, then, warmth }: Shown): Look {
  return useMemo(() => {
    if (then) return { view, instead: then, area, cell: null, guarded: [], template: null, draft: null };
    return { view, instead: warmth, area, cell, guarded: info.protected, template: info.template?.area ?? null, draft };
  }, [info, view, area, cell, draft, then, warmth]);
}

function Travel({ visit, go, ...bench }: Bench & { visit: Visit | null; go: (visit: Visit | null) => void }) {
  const begin = useVisit(bench);
  return <Toggle sign="past" word={words().past.title} on={visit !== null} press={() => (visit ? go(null) : void begin().then(go))} />;
}

interface ViewsProps {
  board: Bench['board'];
  area: CanvasArea | null;
  view: CanvasArea;
  look: (view: CanvasArea) => void;
}

/** Closer to the chosen area, and back to all of it. */
function Views({ board, area, view, look }: ViewsProps) {
  const near = area && around(area, board);
  return (
    <>
      {near && !sameArea(near, view) && <Toggle sign="zoom" word={words().board.closer} press={() => look(near)} />}
      {!sameArea(view, whole(board)) && <Toggle sign="whole" word={words().board.whole} press={() => look(whole(board))} />}
    </>
  );
}

function Head({ canvas, board, cells }: Bench & { cells: Uint8Array }) {
  const said = words();
  const painted = usePainted(cells);
  const lost = useRoom().connection.value.state === 'lost' || canvas.state.value === 'offline';
  return (
    <div class="board-head">
      <h2>{said.board.title}</h2>
      <p role="status">{lost ? said.board.behind : said.painted(painted, board.width * board.height)}</p>
    </div>
  );
}

/** Cells that are not empty, counted now and then. */
function usePainted(cells: Uint8Array): number {
  const [painted, tell] = useState(() => countPainted(cells));
  useEffect(() => {
    tell(countPainted(cells));
    const timer = setInterval(() => tell(countPainted(cells)), COUNT_EVERY);
    return () => clearInterval(timer);
  }, [cells]);
  return painted;
}

/** How many are not nought. */
function countPainted(cells: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < cells.length; i++) if (cells[i] !== 0) count++;
  return count;
}

interface Warmth {
  picture: HTMLCanvasElement;
  /** How many cells nobody has ever painted. */
  cold: number;
}

/** The heat as it is when asked for. */
function useHeat({ canvas }: Bench, wanted: boolean): Warmth | null {
  const [warmth, show] = useState<Warmth | null>(null);
  useEffect(() => {
    let current = wanted;
    if (!wanted) show(null);
    else
      void canvas.heatmap().then((heat) => {
        if (!current || !heat) return;
        const surface = new Surface(heat, heatPaints(heat.most));
        surface.lay(heat.heat);
        show({ picture: surface.element, cold: heat.heat.length - countPainted(heat.heat) });
      });
    return () => void (current = false);
  }, [canvas, wanted]);
  return warmth;
}

interface ToggleProps {
  sign: DeskSign;
  word: string;
  on?: boolean;
  off?: boolean;
  press: () => void;
}

function Toggle({ sign, word, on, off = false, press }: ToggleProps) {
  return (
    <button class="chip chip-sign" aria-pressed={on} disabled={off} onClick={press}>
      <DeskIcon sign={sign} />
      {word}
    </button>
  );
}
