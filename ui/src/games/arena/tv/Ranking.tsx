// Everyone's final place.
import { figure, lang } from '../../../lib/i18n';
import type { BoardLine } from '../../../protocol.gen';
import { useBeat } from '../../../tv/steps';
import { Avatar } from '../../../widgets/Avatar';
import { words } from './words';

interface Grid {
  columns: number;
  rows: number;
}

/** Columns and the lines in each, by how many there are. More than three columns would cut the names: the rest has its turn. */
function gridFor(n: number): Grid {
  if (n <= 8) return { columns: 1, rows: 8 };
  if (n <= 20) return { columns: 2, rows: 10 };
  return n <= 36 ? { columns: 3, rows: 12 } : { columns: 3, rows: 10 };
}

/** ms for which one part of a long ranking stands. */
const PART = 8000;
/** rem. */
const HEIGHT = 48.4;
const WIDTH = 89;

export function Ranking({ lines, count }: { lines: readonly BoardLine[]; count: number }) {
  const grid = gridFor(lines.length);
  const parts = Math.max(1, Math.ceil(lines.length / (grid.columns * grid.rows)));
  const part = useBeat(PART) % parts;
  const shown = lines.slice(part * grid.columns * grid.rows, (part + 1) * grid.columns * grid.rows);
  const hidden = count - lines.length;
  return (
    <div class="ranking tv-enter">
      <p class="ranking-title">{words().ranking}{hidden > 0 && <span> (+{hidden})</span>}</p>
      <div class={`ranking-lines ranking-${grid.columns}`} style={{ height: `${(Math.min(grid.rows, shown.length) * HEIGHT) / grid.rows + 5}rem` }}>
        <div key={part} class="tv-enter">{shown.map((line, i) => <Rank key={line.player_id} line={line} at={i} grid={grid} />)}</div>
      </div>
    </div>
  );
}

function Rank({ line, at, grid: { columns, rows } }: { line: BoardLine; at: number; grid: Grid }) {
  const tall = HEIGHT / rows;
  const side = `${Math.min(5.4, tall * 0.94)}rem`;
  const wide = WIDTH / columns;
  return (
    <div class="rank" style={{ left: `${Math.floor(at / rows) * wide}rem`, top: `${(at % rows) * tall}rem`, width: `${wide - 1.2}rem`, height: `${tall}rem` }}>
      <p class="rank-place">{line.place}</p>
      <div class="rank-face" style={{ width: side, height: side }}><Avatar animal={line.avatar} color={line.color} face="joy" /></div>
      <p class="rank-name">{line.name}</p>
      <p class="rank-score">{figure(lang.value, line.score)}</p>
    </div>
  );
}
