// This guest has a hero, and the story has not begun: when it does, and who goes along.
import { useSecondsLeft } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import type { PartyMs, QuestHero, QuestParty } from '../../../protocol.gen';
import { archetypes } from '../rules.gen';
import { Skills, Stats } from './Casting';
import { Face } from './Face';
import { HeroLine } from './HeroLine';
import { words } from './index';
import { Screen } from './Screen';

export function Ready({ party, hero }: { party: QuestParty; hero: QuestHero }) {
  const said = words().ready;
  const kind = archetypes[hero.archetype];
  const others = party.heroes.filter((one) => one !== hero && typeof one.player_id === 'number');
  const { recap } = party;
  return (
    <Screen kind="qp-ready">
      <header class="qp-ready-top">
        <Face id={hero.character_id} archetype={hero.archetype} />
        <div>
          <p class="qp-quiet">{party.title}</p>
          <h1>{said.title(hero.display_name)}</h1>
        </div>
      </header>
      {typeof party.begins_at === 'number' ? <Begins at={party.begins_at} /> : <p class="qp-banner">{said.waits}</p>}
      {recap.length > 0 && (
        <section class="qp-panel">
          <h2 class="qp-h2">{said.previously}</h2>
          {recap.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </section>
      )}
      <section class="qp-panel">
        <h2 class="qp-h2">{said.party}</h2>
        {others.length > 0 ? (
          <ul class="qp-lines">
            {others.map((one) => (
              <HeroLine key={one.character_id} hero={one} />
            ))}
          </ul>
        ) : (
          <p class="qp-quiet">{said.alone}</p>
        )}
      </section>
      {kind && (
        <section class="card qp-card">
          <Stats kind={kind} />
          <Skills kind={kind} />
        </section>
      )}
    </Screen>
  );
}

function Begins({ at }: { at: PartyMs }) {
  const seconds = useSecondsLeft(useRoom().clock, at);
  return (
    <p class="qp-banner" role="timer">
      {words().ready.begins(seconds)}
    </p>
  );
}
