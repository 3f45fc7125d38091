// A hero is given to another guest: those who have none are asked for, those who are there first.
import { notice } from '../../../host/notice';
import { useRoom } from '../../../lib/room';
import { Sheet } from '../../../lib/Sheet';
import type { Player, QuestHero, QuestParty } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { useLost } from '../../../widgets/held';
import { useHeading } from './focus';
import { withoutHero } from './standing';
import { words } from './words';

interface HandoverProps {
  party: QuestParty;
  hero: QuestHero;
  close: () => void;
}

export function Handover({ party, hero, close }: HandoverProps) {
  const room = useRoom();
  const heading = useHeading();
  const said = words().handover;
  const guests = withoutHero(party, room.players);
  const give = async ({ id, name }: Player): Promise<void> => {
    close();
    const outcome = await room.act('handover', { target: hero.character_id, player_id: id }, `handover-${hero.character_id}`);
    if (outcome.status === 'done') notice(said.done(hero.display_name, name));
  };
  return (
    <Sheet close={close} label={said.title(hero.display_name)}>
      <h2 class="quest-head" ref={heading} tabIndex={-1}>
        {said.title(hero.display_name)}
      </h2>
      <p class="sheet-text">{guests.length ? said.text : said.full}</p>
      {guests.map((player) => (
        <Guest key={player.id} player={player} choose={() => void give(player)} />
      ))}
      <button class="btn btn-quiet btn-wide" onClick={close}>
        {said.close}
      </button>
    </Sheet>
  );
}

function Guest({ player, choose }: { player: Player; choose: () => void }) {
  return (
    <button class="sheet-line quest-guest" disabled={useLost()} onClick={choose}>
      <span class="guest-face">
        <Avatar animal={player.avatar} color={player.color} face={player.online ? 'calm' : 'sleep'} />
      </span>
      <span class="quest-whose">{player.name}</span>
      {!player.online && <span class="guest-state">{words().handover.away}</span>}
    </button>
  );
}
