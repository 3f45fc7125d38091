// The painters' ranking, best first.
import { useRoom } from '../../../lib/room';
import type { BoardLine } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { words } from './words';

export function Painters({ most }: { most: number }) {
  const board = useRoom().topic('leaderboard.update');
  const lines = board ? board.leaderboard.slice(0, most) : [];
  return <div class="painters">{lines.map((line, at) => <Line key={line.player_id} line={line} at={at} />)}</div>;
}

function Line({ line, at }: { line: BoardLine; at: number }) {
  return (
    <div class={at === 0 && line.score > 0 ? 'painter painter-first' : 'painter'} style={{ transform: `translateY(${at * 100}%)` }}>
      <p class="painter-place">{line.place}</p>
      <div class="painter-face"><Avatar animal={line.avatar} color={line.color} face={at === 0 ? 'joy' : 'calm'} /></div>
      <p class="painter-name">{line.name}</p>
      <p class="painter-score">{words().figure(line.score)}</p>
    </div>
  );
}
