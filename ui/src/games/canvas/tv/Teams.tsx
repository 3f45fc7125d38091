// The teams' standing: points that grow by the area held, second by second; and under few teams the best painters.
import { useRoom } from '../../../lib/room';
import { useBeat } from '../../../tv/steps';
import { useHeld } from '../../../widgets/held';
import { TeamSign, teamColor } from '../../../widgets/TeamSign';
import { linesIn, Painters } from './Painters';
import { teamLines, type TeamLine } from './standing';
import { words } from './words';

/** rem. */
const TALL = 5.2;

/** `high`: the room there is, rem. */
export function Teams({ of, high }: { of: number; high: number }) {
  const lines = useTeamLines();
  const most = lines.reduce((area, line) => Math.max(area, line.area), 1);
  const tall = Math.min(TALL, high / of);
  const painters = linesIn(high - of * tall);
  const sorted = lines.slice().sort((a, b) => a.team - b.team);
  return (
    <>
      <div class="teams" style={{ height: `${of * tall}rem` }}>
        {sorted.map((line) => <Team key={line.team} line={line} at={lines.indexOf(line)} share={line.area / most} tall={tall} />)}
      </div>
      {painters > 1 && <Painters most={painters} />}
    </>
  );
}

/** Best first; renders again every second. */
function useTeamLines(): TeamLine[] {
  const room = useRoom();
  useBeat(1000);
  const now = useHeld(room.clock.now());
  const told = room.topic('canvas.teams');
  return told ? teamLines(told, now) : [];
}

function Team({ line, at, share, tall }: { line: TeamLine; at: number; share: number; tall: number }) {
  return (
    <div class="team" style={{ height: `${tall}rem`, transform: `translateY(${at * 100}%)` }}>
      <div class="team-emblem"><TeamSign team={line.team} /></div>
      <div class="team-words">
        <p class="team-line"><span class="team-name">{words().team(line.team)}</span><b>{words().figure(Math.floor(line.score))}</b></p>
        <div class="team-bar"><div class="team-fill" style={{ transform: `scaleX(${Math.max(0.02, share)})`, background: teamColor(line.team) }} /></div>
      </div>
    </div>
  );
}
