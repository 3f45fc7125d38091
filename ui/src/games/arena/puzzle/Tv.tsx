// The sliding picture on the TV: the whole picture, the board as dealt to all, and how much of it everyone has in place.
import { useRoom } from '../../../lib/room';
import type { Deal } from '../../../protocol.gen';
import { useShow } from '../../../tv/show';
import { words as shared } from '../phone';
import type { Scened } from '../Tv';
import { Climb, Leaders, type Climber, type Mountain } from '../tv/Climb';
import { Head, useHurry } from '../tv/Head';
import { Shout } from '../tv/Shout';
import { words } from '../tv/words';
import { Picture, PictureTile } from './pictures';

type PuzzleDeal = Extract<Deal, { mini_game: 'puzzle' }>;

const MOUNTAIN: Mountain = { x0: 47, x1: 95, t0: 53, t1: 88, top: 26 };

export default function PuzzleTv({ session, level, deal }: Scened<PuzzleDeal>) {
  const climbers = useClimbers();
  const hurry = useHurry(session.timer);
  const solved = climbers.filter(({ share }) => share >= 1).length;
  return (
    <div class="scene-level">
      <Head level={level} title={shared().game('puzzle')} timer={session.timer} />
      <Climb climbers={climbers} mountain={MOUNTAIN} hurry={hurry} />
      <div class="puzzle-goal tv-enter"><Picture name={deal.picture} /></div>
      <p class="puzzle-label">{words().goal}</p>
      <Dealt deal={deal} />
      <div class="puzzle-solved">
        <p class="tally"><b>{solved}</b>/{climbers.length}</p>
        <p>{words().solved}</p>
      </div>
      <Leaders climbers={climbers} most={3} />
      <Shout />
    </div>
  );
}

function Dealt({ deal: { size, board, picture } }: { deal: PuzzleDeal }) {
  const side = `${100 / size}%`;
  return (
    <div class="puzzle-dealt tv-enter">
      {board.map((tile, cell) => (
        <div key={cell} class="puzzle-cell" style={{ width: side, height: side }}>
          {tile > 0 && <div class="puzzle-tile"><PictureTile name={picture} size={size} index={tile - 1} /></div>}
        </div>
      ))}
    </div>
  );
}

function useClimbers(): Climber[] {
  const live = useShow().live.value;
  const shares = live.kind === 'puzzle' ? live.values : null;
  return Array.from(useRoom().players.values()).map((player) => {
    const share = Math.max(player.status === 'done' ? player.progress : 0, shares?.get(player.id) ?? player.progress);
    return { player, share, label: `${Math.floor(share * 100)}%` };
  });
}
