// Who does this guest want to be? A hero of an earlier evening, or one of six. The same on a latecomer's sheet.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { QuestHero, QuestParty } from '../../../protocol.gen';
import { Portrait } from '../art/Portrait';
import { StatSign } from '../art/Stat';
import { archetypeAbout, archetypeName, named, signed, statName, STATS } from '../lore';
import { archetypes, type Archetype } from '../rules.gen';
import { askOnce, pending } from './asked';
import { HeroLine } from './HeroLine';
import { words } from './index';
import { Screen } from './Screen';
import { Sign } from './Sign';
import { firstFree, orphans, takenBy } from './table';

/** The server keeps so many letters of a hero's name. */
const LONGEST_NAME = 20;

export function Casting({ party }: { party: QuestParty }) {
  return (
    <Screen kind="qp-casting">
      <h1>{words().casting.title}</h1>
      <Choose party={party} />
    </Screen>
  );
}

/** Saved heroes first; whoever wants none of them looks at the free archetypes. */
export function Choose({ party, after }: { party: QuestParty; after?: ComponentChildren }) {
  const [chosen, choose] = useState<string | null>(null);
  const [wantsNew, wantNew] = useState(false);
  const saved = orphans(party);
  const free = firstFree(party, chosen);
  const shown = saved.length === 0 || wantsNew ? free : null;
  return (
    <>
      <div class="qp-cast-scroll">
        {shown !== null && (
          <div class="qp-cast">
            <Picks party={party} shown={shown} choose={choose} />
            <Card key={shown} id={shown} />
          </div>
        )}
        {saved.length > 0 && <Saved heroes={saved} />}
        {shown === null && free !== null && (
          <button class="btn btn-wide" onClick={() => wantNew(true)}>
            {words().casting.new}
          </button>
        )}
        {free === null && saved.length === 0 && <p class="qp-panel qp-quiet">{words().casting.full}</p>}
        {after}
      </div>
      {shown !== null && <Take archetype={shown} />}
    </>
  );
}

function Saved({ heroes }: { heroes: readonly QuestHero[] }) {
  const said = words().casting;
  return (
    <section class="qp-saved">
      <h2 class="qp-h2">{said.saved}</h2>
      <p class="qp-quiet">{said.savedText}</p>
      <ul class="qp-lines">
        {heroes.map((hero) => (
          <HeroLine key={hero.character_id} hero={hero}>
            <Handover hero={hero} word={said.take(hero.display_name)} />
          </HeroLine>
        ))}
      </ul>
    </section>
  );
}

/** Plays on for somebody else, from here. */
export function Handover({ hero, word }: { hero: QuestHero; word: string }) {
  const room = useRoom();
  const waits = pending(room, 'handover');
  return (
    <button class="btn btn-go qp-take" disabled={waits !== null} onClick={() => askOnce(room, 'handover', { target: hero.character_id })}>
      {waits?.['target'] === hero.character_id ? words().casting.going : word}
    </button>
  );
}

function Picks({ party, shown, choose }: { party: QuestParty; shown: string; choose: (id: string) => void }) {
  return (
    <div class="qp-picks" role="group" aria-label={words().casting.title}>
      {Object.keys(archetypes).map((id) => (
        <Pick key={id} id={id} party={party} on={id === shown} choose={choose} />
      ))}
    </div>
  );
}

function Pick({ id, party, on, choose }: { id: string; party: QuestParty; on: boolean; choose: (id: string) => void }) {
  const free = party.free.includes(id);
  const names = takenBy(party, id);
  const said = words().casting;
  return (
    <button class={`qp-pick${on ? ' is-on' : ''}${free ? '' : ' is-taken'}`} aria-pressed={on} disabled={!free} onClick={() => choose(id)}>
      <Portrait archetype={id} />
      <b>{archetypeName(id)}</b>
      {!free && (
        <span class="qp-pick-by">
          <Sign kind="lock" />
          <span class="unseen">{said.taken('')}</span>
          <b>{names.join(', ')}</b>
        </span>
      )}
    </button>
  );
}

function Card({ id }: { id: string }) {
  const kind = archetypes[id];
  if (!kind) return null;
  return (
    <section class="card qp-card enter">
      <div class="qp-card-top">
        <Portrait archetype={id} />
        <div>
          <h2>{archetypeName(id)}</h2>
          <p>{archetypeAbout(id)}</p>
        </div>
      </div>
      <Stats kind={kind} />
      <Skills kind={kind} />
    </section>
  );
}

export function Stats({ kind }: { kind: Archetype }) {
  return (
    <ul class="qp-stats">
      {STATS.map((stat) => (
        <li key={stat} class={kind.stats[stat] > 0 ? 'qp-stat is-good' : 'qp-stat'}>
          <StatSign id={stat} />
          <span>{statName(stat)}</span>
          <b>{signed(kind.stats[stat])}</b>
        </li>
      ))}
      <li class="qp-stat is-good">
        <Sign kind="heart" />
        <span>{words().casting.hp(kind.hp)}</span>
      </li>
    </ul>
  );
}

export function Skills({ kind }: { kind: Archetype }) {
  const said = words();
  return (
    <dl class="qp-skills">
      {kind.skills.map((skill) => (
        <div key={skill.id}>
          <dt>
            <Sign kind="skill" />
            {named(skill.name)}
            {skill.rest > 0 && <span>{said.hero.rest(skill.rest)}</span>}
          </dt>
          <dd>{named(skill.about)}</dd>
        </div>
      ))}
      <div class="qp-flaw">
        <dt>
          {said.casting.flaw}: {named(kind.flaw.name)}
        </dt>
        <dd>{named(kind.flaw.about)}</dd>
      </div>
    </dl>
  );
}

function Take({ archetype }: { archetype: string }) {
  const room = useRoom();
  const [name, write] = useState('');
  const said = words().casting;
  const waits = pending(room, 'character') !== null;
  const take = (event: Event): void => {
    event.preventDefault();
    const typed = name.trim();
    askOnce(room, 'character', typed ? { archetype, display_name: typed } : { archetype });
  };
  return (
    <form class="qp-cast-foot" onSubmit={take}>
      <label>
        <span class="unseen">{said.name}</span>
        <input class="field" value={name} maxLength={LONGEST_NAME} placeholder={`${said.name}: ${archetypeName(archetype)}`} autocomplete="off" enterkeyhint="go" onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <button class="btn btn-go btn-big" disabled={waits}>
        {waits ? said.going : said.go(archetypeName(archetype))}
      </button>
    </form>
  );
}
