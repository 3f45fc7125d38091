// Before the story: its title, the six who may be played, who has taken which, and when it begins. On a later evening, what has been.
import { useRoom } from '../../../lib/room';
import type { Player, QuestHero, QuestParty } from '../../../protocol.gen';
import { useHeldSeconds } from '../../../widgets/held';
import { Portrait } from '../art/Portrait';
import { archetypeAbout, archetypeName, heroColor } from '../lore';
import { HeroSign } from '../HeroSign';
import { archetypes } from '../rules.gen';
import { Moon, useAway } from './Heroes';
import { Name } from './Name';
import { Roll } from './Roll';
import { words } from './words';

export function Casting({ party }: { party: QuestParty }) {
  const text = words().casting;
  const { recap } = party;
  return (
    <div class="q-casting">
      <div class="q-casting-head">
        <p class="q-casting-kicker">{party.begun || recap.length > 0 ? text.again : text.kicker}</p>
        <h1 class="q-casting-title">{party.title}</h1>
      </div>
      <ul class="q-cards">
        {Object.keys(archetypes).map((id) => <Card key={id} id={id} heroes={party.heroes.filter((hero) => hero.archetype === id)} />)}
      </ul>
      <div class="q-casting-foot">
        {recap.length > 0 ? <Recap lines={recap} /> : <Way party={party} />}
        <Begins party={party} />
      </div>
    </div>
  );
}

function Card({ id, heroes }: { id: string; heroes: readonly QuestHero[] }) {
  const taken = heroes.length > 0;
  return (
    <li class={taken ? 'q-cast q-cast-taken' : 'q-cast'}>
      <div class="q-cast-portrait"><div class="q-cast-disc" style={heroes[0] ? { backgroundColor: heroColor(heroes[0].character_id) } : {}}><Portrait archetype={id} /></div></div>
      <h2 class="q-cast-name">{archetypeName(id)}</h2>
      {taken ? heroes.map((hero) => <Taken key={hero.character_id} hero={hero} alone={heroes.length === 1} />) : <p class="q-cast-about">{archetypeAbout(id)}</p>}
    </li>
  );
}

/** A card that two share has no room for words. */
function Taken({ hero, alone }: { hero: QuestHero; alone: boolean }) {
  const away = useAway(hero);
  const player = useRoom().players.get(hero.player_id ?? -1);
  return (
    <div class="q-taken">
      <div class="q-taken-line"><span class="q-taken-sign"><HeroSign id={hero.character_id} /></span>{away && !alone && <Moon />}<Name name={takenBy(hero, player)} kind="q-taken-name" crowd={1} /></div>
      {away && alone && <p class="q-taken-away"><Moon />{away}</p>}
    </div>
  );
}

/** A hero who has no name of its own stands under it already: then it is the guest who is named. */
function takenBy({ display_name, archetype }: QuestHero, player: Player | undefined): string {
  return display_name === archetypeName(archetype) && player ? player.name : display_name;
}

function Recap({ lines }: { lines: readonly string[] }) {
  return (
    <div class="q-recap">
      <Roll title={words().casting.previously} lines={lines} />
    </div>
  );
}

/** How to become a hero, as long as there are some to be had. */
function Way({ party }: { party: QuestParty }) {
  const text = words().casting;
  if (party.heroes.length > 0 && party.free.length === 0) return <p class="q-casting-scan">{text.full}</p>;
  return <p class="q-casting-scan">{text.scan}<Arrow /></p>;
}

function Arrow() {
  return <svg class="q-arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12h15M13 6l6 6-6 6" /></svg>;
}

function Begins({ party }: { party: QuestParty }) {
  const text = words().casting;
  if (typeof party.begins_at !== 'number') return <p class="q-begins q-begins-wait">{text.first}</p>;
  return <Countdown at={party.begins_at} />;
}

function Countdown({ at }: { at: number }) {
  const seconds = useHeldSeconds(useRoom().clock, at);
  const text = words().casting;
  if (seconds === 0) return <p class="q-begins">{text.soon}</p>;
  return <p class="q-begins">{text.begins}<b key={seconds <= 10 ? seconds : 'calm'} class="q-begins-figure">{`${Math.floor(seconds / 60)}:${('0' + (seconds % 60)).slice(-2)}`}</b></p>;
}
