// The heroes at the edge of a scene: who they are, how they are, and who is away.
import { useRoom } from '../../../lib/room';
import type { QuestHero, QuestParty } from '../../../protocol.gen';
import { Effects, Face, Health } from './HeroParts';
import { Name } from './Name';
import { words } from './words';

/** More than that have one line each for their names. */
const MANY = 5;

export function Heroes({ party, acting }: { party: QuestParty; acting: number | null }) {
  if (party.heroes.length === 0) return null;
  return (
    <ul class={party.heroes.length > MANY ? 'q-heroes q-heroes-many' : 'q-heroes'}>
      {party.heroes.map((hero) => <Row key={hero.character_id} hero={hero} acting={hero.character_id === acting} crowd={party.heroes.length} />)}
    </ul>
  );
}

function Row({ hero, acting, crowd }: { hero: QuestHero; acting: boolean; crowd: number }) {
  const away = useAway(hero);
  return (
    <li class={`q-hero ${acting ? 'q-hero-acting' : ''} ${away ? 'q-hero-away' : ''}`}>
      <div class="q-hero-face">
        <Face id={hero.character_id} archetype={hero.archetype} fallen={hero.hp <= 0} />
        {away && <Asleep why={away} />}
      </div>
      <div class="q-hero-text">
        <Name name={hero.display_name} kind="q-hero-name" crowd={crowd} />
        <div class="q-hero-line"><Health hp={hero.hp} most={hero.max_hp} /><Effects ids={hero.effects} /></div>
      </div>
    </li>
  );
}

/** Why a hero is not there just now; null if it is. */
export function useAway({ player_id }: QuestHero): string | null {
  const { players } = useRoom();
  if (typeof player_id !== 'number') return words().unplayed;
  const player = players.get(player_id);
  return player && !player.online ? words().away : null;
}

export function Moon() {
  return <svg class="q-moon" viewBox="0 0 24 24" aria-hidden="true"><path d="M15 2.500A10 10 0 1 0 21.500 16 8 8 0 0 1 15 2.500Z" fill="currentColor" /></svg>;
}

/** The sign at the portrait of a hero whose player is not there. */
export function Asleep({ why }: { why: string }) {
  return <span class="q-asleep" role="img" aria-label={why}><Moon /></span>;
}
