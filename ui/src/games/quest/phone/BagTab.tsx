// What the hero carries: outside of a fight it may be used on somebody, or given away.
import { useEffect, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import { Sheet } from '../../../lib/Sheet';
import type { QuestHero, QuestParty } from '../../../protocol.gen';
import { ItemSign } from '../art/Item';
import { itemAbout, itemName } from '../lore';
import { items } from '../rules.gen';
import { askOnce, pending } from './asked';
import { Face } from './Face';
import { Health } from './Health';
import { words } from './index';
import { lookIntoBag } from './seen';
import { Sign } from './Sign';
import { bagOf } from './table';

interface Wish {
  what: 'item' | 'give';
  item: string;
}

export function BagTab({ party, own, fighting }: { party: QuestParty; own: QuestHero; fighting: boolean }) {
  const [wish, want] = useState<Wish | null>(null);
  const [done, tell] = useState('');
  const bag = bagOf(own.items);
  const said = words().bag;
  const carried = wish !== null && own.items.includes(wish.item);
  const carries = own.items.join(' ');
  useEffect(() => lookIntoBag(party, own), [party.campaign_run_id, own.character_id, carries]);
  return (
    <div class="qp-scroll" tabIndex={0} role="region" aria-label={words().tabs.bag}>
      <h1 class="qp-h1">{words().tabs.bag}</h1>
      <p class={done ? 'qp-panel qp-done' : 'unseen'} role="status">
        {done}
      </p>
      {bag.length === 0 && <p class="qp-panel qp-quiet">{said.empty}</p>}
      {fighting && bag.length > 0 && <p class="qp-panel qp-quiet">{said.fight}</p>}
      <ul class="qp-things">
        {bag.map(({ id, count }) => (
          <Thing key={id} id={id} count={count} alone={party.heroes.length < 2} fighting={fighting} want={want} />
        ))}
      </ul>
      {wish && carried && !fighting && <Whom party={party} own={own} wish={wish} close={() => want(null)} tell={tell} />}
    </div>
  );
}

interface ThingProps {
  id: string;
  count: number;
  alone: boolean;
  fighting: boolean;
  want: (wish: Wish) => void;
}

function Thing({ id, count, alone, fighting, want }: ThingProps) {
  const room = useRoom();
  const said = words().bag;
  const heals = items[id]?.heals ?? false;
  const busy = fighting || pending(room, 'item') !== null || pending(room, 'give') !== null;
  return (
    <li class="card qp-thing-card">
      <span class="qp-thing">
        <ItemSign id={id} />
      </span>
      <div class="qp-thing-text">
        <b>
          {itemName(id)} {count > 1 && said.times(count)}
        </b>
        <span>{itemAbout(id)}</span>
      </div>
      {!fighting && (heals || !alone) && (
        <div class={heals ? 'qp-thing-ways' : 'qp-thing-ways is-one'}>
          {heals && (
            <button class="btn btn-go" disabled={busy} onClick={() => want({ what: 'item', item: id })}>
              {said.use}
            </button>
          )}
          {!alone && (
            <button class="btn qp-give" disabled={busy} onClick={() => want({ what: 'give', item: id })}>
              <Sign kind="give" />
              {said.give}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

interface WhomProps {
  party: QuestParty;
  own: QuestHero;
  wish: Wish;
  close: () => void;
  /** What came of it, in a sentence. */
  tell: (done: string) => void;
}

function Whom({ party, own, wish, close, tell }: WhomProps) {
  const room = useRoom();
  const said = words().bag;
  const name = itemName(wish.item);
  const giving = wish.what === 'give';
  const forAll = !giving && items[wish.item]?.aim === 'heroes';
  const title = giving ? said.toWhom(name) : forAll ? said.onAll(name) : said.onWhom(name);
  const take = (hero: QuestHero): void => {
    const done = giving ? said.given(name, hero.display_name) : said.used(name);
    askOnce(room, wish.what, { item: wish.item, target: hero.character_id }, () => tell(done));
    close();
  };
  return (
    <Sheet close={close} label={title}>
      <h2>{title}</h2>
      {forAll ? (
        <button class="btn btn-go btn-wide" onClick={() => take(own)}>
          {said.everybody}
        </button>
      ) : (
        <Heroes heroes={party.heroes.filter((hero) => !giving || hero !== own)} own={own} take={take} />
      )}
      <button class="btn btn-quiet btn-wide" onClick={close}>
        {said.back}
      </button>
    </Sheet>
  );
}

function Heroes({ heroes, own, take }: { heroes: readonly QuestHero[]; own: QuestHero; take: (hero: QuestHero) => void }) {
  return (
    <div class="qp-targets is-sheet">
      {heroes.map((hero) => (
        <button key={hero.character_id} class="qp-target" onClick={() => take(hero)}>
          <Face id={hero.character_id} archetype={hero.archetype} />
          <span class="qp-foe-text">
            <b>{hero === own ? `${hero.display_name} (${words().hero.you})` : hero.display_name}</b>
            <Health hp={hero.hp} most={hero.max_hp} />
          </span>
        </button>
      ))}
    </div>
  );
}
