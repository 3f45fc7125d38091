// Everyone's final place.
import { figure, lang } from '../../../lib/i18n';
import type { BoardLine } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { words } from './words';

/** Columns and the lines in each, by how many there are. */
function grid(n: number): { columns: number; rows: number } {
  if (n <= 8) return { columns: 1, rows: 8 };
  if (n <= 20) return { columns: 2, rows: 10 };
  if (n <= 39) return { columns: 3, rows: 13 };
  return { columns: 4, rows: 15 };
}

/** rem. */
const HEIGHT = 49;
const WIDTH = 90;

export function Ranking({ lines, count }: { lines: readonly BoardLine[]; count: number }) {
  const { columns, rows } = grid(lines.length);
  const hidden = count - lines.length;
  const tall = HEIGHT / rows;
  return (
    <div class="ranking tv-enter">
      <p class="ranking-title">{words().ranking}{hidden > 0 && <span> (+{hidden})</span>}</p>
      <div class={`ranking-lines ranking-${columns}`}>
        {lines.map((line, i) => (
          <div key={line.player_id} class="rank" style={{ left: `${Math.floor(i / rows) * (WIDTH / columns)}rem`, top: `${(i % rows) * tall}rem`, width: `${WIDTH / columns - 1.2}rem`, height: `${tall}rem` }}>
            <p class="rank-place">{line.place}</p>
            <div class="rank-face" style={{ width: `${Math.min(5, tall * 0.94)}rem`, height: `${Math.min(5, tall * 0.94)}rem` }}><Avatar animal={line.avatar} color={line.color} face="joy" /></div>
            <p class="rank-name">{line.name}</p>
            <p class="rank-score">{figure(lang.value, line.score)}</p>
          </div>
        ))}
      </div>
    </div>
  );
}
