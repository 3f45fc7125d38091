// The heads of the board, and one's own line below them when it is further down.
import { figure, lang } from '../../../lib/i18n';
import type { BoardLine, SeatId } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';

export function Lines({ lines, me }: { lines: readonly BoardLine[]; me: SeatId }) {
  return (
    <ol class="lines">
      {lines.map((line, index) => {
        const apart = index > 0 && line.place > (lines[index - 1]?.place ?? 0) + 1 && line.player_id === me;
        return (
          <li key={line.player_id} class={`line enter ${line.player_id === me ? 'is-me' : ''} ${apart ? 'is-apart' : ''}`} style={{ animationDelay: `${120 + index * 70}ms` }}>
            <b class="line-place">{line.place}</b>
            <Avatar animal={line.avatar} color={line.color} face={line.place === 1 ? 'joy' : 'calm'} size={36} />
            <span class="line-name">{line.name}</span>
            <span class="line-score">{figure(lang.value, line.score)}</span>
          </li>
        );
      })}
    </ol>
  );
}
