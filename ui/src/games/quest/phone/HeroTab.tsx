// One's own sheet: how the hero is, what it can do, and the party around it.
import { useRoom } from '../../../lib/room';
import type { QuestHero, QuestParty } from '../../../protocol.gen';
import { archetypeAbout, archetypeName, effectAbout, effectName, fighterOf, named, statName } from '../lore';
import { archetypes, effects } from '../rules.gen';
import { EffectSign } from '../art/Effect';
import { Handover, Skills, Stats } from './Casting';
import { Face } from './Face';
import { Health } from './Health';
import { HeroLine } from './HeroLine';
import { words } from './index';
import { Sign } from './Sign';

interface Lasting {
  id: string;
  left: string;
}

export function HeroTab({ party, own }: { party: QuestParty; own: QuestHero }) {
  const room = useRoom();
  const said = words().hero;
  const combat = room.topic('combat.update');
  const you = room.topic('quest.you');
  const fighter = combat && !combat.outcome ? fighterOf(combat.state, own.character_id) : null;
  const kind = archetypes[own.archetype];
  const under = fighter ? fighter.effects : you ? you.effects : [];
  const lasting = under.map(({ id, turns }) => ({ id, left: fighter ? said.left(turns) : said.scenes(turns) }));
  const { hp, max_hp } = fighter ?? own;
  return (
    <div class="qp-scroll" tabIndex={0}>
      <h1 class="qp-h1">{words().tabs.hero}</h1>
      <section class="card qp-card">
        <div class="qp-card-top">
          <Face id={own.character_id} archetype={own.archetype} fallen={fighter !== null && hp === 0} />
          <div>
            <h2>{own.display_name}</h2>
            <p>{archetypeName(own.archetype) === own.display_name ? archetypeAbout(own.archetype) : archetypeName(own.archetype)}</p>
            <Health hp={hp} most={max_hp} />
          </div>
        </div>
        {lasting.length > 0 && <Under all={lasting} />}
        {kind && <Stats kind={kind} />}
        {kind && (
          <p class="qp-attack">
            <Sign kind="attack" />
            {named(kind.attack.name)} · {statName(kind.attack.stat)}
          </p>
        )}
        {kind && <Skills kind={kind} />}
      </section>
      <PartyLines party={party} except={own} />
    </div>
  );
}

function Under({ all }: { all: readonly Lasting[] }) {
  const said = words().hero;
  return (
    <ul class="qp-under" aria-label={said.effects}>
      {all.map(({ id, left }) => (
        <li key={id} class={effects[id]?.bad ? 'is-bad' : ''}>
          <EffectSign id={id} />
          <span>
            <b>{effectName(id)}</b> {effectAbout(id)} {left}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface PartyLinesProps {
  party: QuestParty;
  except: QuestHero | null;
  /** May this guest play on for somebody who is away? */
  relieve?: boolean;
}

export function PartyLines({ party, except, relieve = false }: PartyLinesProps) {
  const others = party.heroes.filter((hero) => hero !== except);
  if (others.length === 0) return null;
  return (
    <section class="qp-panel">
      <h2 class="qp-h2">{words().hero.party}</h2>
      <ul class="qp-lines">
        {others.map((hero) => (
          <HeroLine key={hero.character_id} hero={hero}>
            {relieve && typeof hero.player_id === 'number' && <Handover hero={hero} word={words().join.relieve} />}
          </HeroLine>
        ))}
      </ul>
    </section>
  );
}
