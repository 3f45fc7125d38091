// Snowball rush on the TV: the phones' counts, live, as a race up the mountain.
import { figure, lang } from '../../../lib/i18n';
import { useRoom } from '../../../lib/room';
import type { Deal } from '../../../protocol.gen';
import { useShow } from '../../../tv/show';
import { words as shared } from '../phone';
import type { Scened } from '../Tv';
import { Climb, Leaders, type Climber, type Mountain } from '../tv/Climb';
import { Head, useHurry } from '../tv/Head';
import { Shout } from '../tv/Shout';

type TapDeal = Extract<Deal, { mini_game: 'tap' }>;

const MOUNTAIN: Mountain = { x0: 11, x1: 93, t0: 27, t1: 84, top: 26 };

export default function TapTv({ session, level, deal }: Scened<TapDeal>) {
  const climbers = useClimbers(deal.par);
  const hurry = useHurry(session.timer);
  return (
    <div class="scene-level">
      <Head level={level} title={shared().game('tap')} timer={session.timer} />
      <Climb climbers={climbers} mountain={MOUNTAIN} hurry={hurry} />
      <Leaders climbers={climbers} most={4} />
      <Shout />
    </div>
  );
}

/** The live count where there is one; else what the server last accepted. */
function useClimbers(par: number): Climber[] {
  const live = useShow().live.value;
  const counts = live.kind === 'tap' ? live.values : null;
  return Array.from(useRoom().players.values()).map((player) => {
    const count = Math.max(counts?.get(player.id) ?? 0, Math.round(player.progress * par));
    return { player, share: Math.min(1, count / Math.max(1, par)), label: figure(lang.value, count) };
  });
}
