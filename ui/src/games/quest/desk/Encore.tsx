// When an evening is over: the story goes on where it was left, if it has not been told to its end; or it is told anew.
import { words as hostWords } from '../../../host/words';
import { Icon } from '../../../lib/Icon';
import { useRoom } from '../../../lib/room';
import { useLost } from '../../../widgets/held';
import type { Playing } from '../../desk';
import { canGoOn, onceMore } from './rules';
import { words } from './words';

export default function Encore({ session }: Playing) {
  const room = useRoom();
  const lost = useLost();
  const party = room.topic('party.state');
  const said = words().encore;
  const goesOn = canGoOn(party, room.topic('scene.update'));
  const open = (run: string | null): void => void room.act('open', { game: session.game, settings: onceMore(session.settings, party, run) }, 'again');
  return (
    <>
      {goesOn && (
        <button class="btn btn-go btn-big" disabled={lost} onClick={() => open(party?.campaign_run_id ?? null)}>
          <Icon sign="play" />
          <span class="btn-word">{said.goOn}</span>
        </button>
      )}
      <button class={goesOn ? 'btn btn-pale btn-wide' : 'btn btn-go btn-big'} disabled={lost} onClick={() => open(null)}>
        <Icon sign="again" />
        <span class="btn-word">{goesOn ? said.anew : hostWords().again}</span>
      </button>
    </>
  );
}
