// The painters' ranking, best first.
import { useRoom } from '../../../lib/room';
import type { BoardLine } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { words } from './words';

/** rem. */
const LINE = 3.75;
const MOST = 8;

/** How many lines this height (rem) has room for. */
export function linesIn(high: number): number {
  return Math.max(0, Math.min(MOST, Math.floor(high / LINE)));
}

export function Painters({ most }: { most: number }) {
  const board = useRoom().topic('leaderboard.update');
  const lines = board ? board.leaderboard.slice(0, most) : [];
  return <div class="painters">{lines.map((line, at) => <Line key={line.player_id} line={line} at={at} />)}</div>;
}

function Line({ line, at }: { line: BoardLine; at: number }) {
  const first = line.place === 1 && line.score > 0;
  return (
    <div class={first ? 'painter painter-first' : 'painter'} style={{ transform: `translateY(${at * 100}%)` }}>
      <p class="painter-place">{line.place}</p>
      <div class="painter-face"><Avatar animal={line.avatar} color={line.color} face={first ? 'joy' : 'calm'} /></div>
      <p class="painter-name">{line.name}</p>
      <p class="painter-score">{words().figure(line.score)}</p>
    </div>
  );
}
