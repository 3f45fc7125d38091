// A choice of one hero: its player's alone, and anybody's once it has waited too long.
import { useRoom } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import { heroName } from '../lore';
import { askOnce, pending } from './asked';
import type { Deciding } from './Dock';
import { words } from './index';
import { Options } from './Options';

export function Choice({ at, decision, opened }: Deciding) {
  const room = useRoom();
  const said = words().choice;
  const { may } = at.you;
  const { decision_id: id, character_id: who } = decision;
  const asked = pending(room, 'choice');
  const sent = asked?.['decision_id'] === id ? asked['option'] : null;
  const free = typeof who !== 'number' || who === at.you.character_id;
  const mine = at.own !== null && free;
  const take = (option: number): void => {
    buzz(15);
    askOnce(room, 'choice', { decision_id: id, option });
  };
  const cards = decision.options.map((text, option) => {
    const barred = mine && !may.includes(option);
    return { text, on: option === sent, disabled: !opened || !mine || barred || sent !== null, note: barred && opened ? said.forOthers : undefined, share: null };
  });
  return (
    <>
      <Options cards={cards} choose={take} />
      {sent !== null && <p class="qp-quiet">{said.sent}</p>}
      {!mine && opened && typeof who === 'number' && <p class="qp-quiet">{said.waits(heroName(at.party, who))}</p>}
    </>
  );
}
