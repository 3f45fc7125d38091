// The heroes as a table: how each of them is, who plays it, and the way to hand it over.
import { useState } from 'preact/hooks';
import { say } from '../../../lib/i18n';
import { useRoom } from '../../../lib/room';
import type { CharacterId, Player, QuestCombatState, QuestHero, QuestParty } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { useLost } from '../../../widgets/held';
import { EffectSign } from '../art/Effect';
import { Portrait } from '../art/Portrait';
import { archetypes, effects } from '../rules.gen';
import { Handover } from './Handover';
import { heroOf, playerOf, standingOf, type Standing } from './standing';
import { words } from './words';

interface HeroesProps {
  party: QuestParty;
  fight: QuestCombatState | null;
  /** Can a hero still change hands? */
  open: boolean;
}

export function Heroes({ party, fight, open }: HeroesProps) {
  const [giving, give] = useState<CharacterId | null>(null);
  const given = open ? heroOf(party, giving) : null;
  const said = words().heroes;
  const free = party.free.map(nameOf);
  return (
    <section class="card quest-party">
      <h2>{party.heroes.length ? said.title(party.heroes.length) : said.none}</h2>
      <ul class="quest-heroes">
        {party.heroes.map((hero) => (
          <Hero key={hero.character_id} hero={hero} standing={standingOf(hero, fight)} give={open ? () => give(hero.character_id) : null} />
        ))}
      </ul>
      {open && free.length > 0 && <p class="quest-free">{said.free(words().names(free))}</p>}
      {given && <Handover party={party} hero={given} close={() => give(null)} />}
    </section>
  );
}

function nameOf(archetype: string): string {
  const known = archetypes[archetype];
  return known ? say(known.name) : archetype;
}

interface HeroProps {
  hero: QuestHero;
  standing: Standing;
  give: (() => void) | null;
}

function Hero({ hero, standing, give }: HeroProps) {
  return (
    <li class="quest-hero">
      <div class="quest-hero-head">
        <span class="quest-portrait">
          <Portrait archetype={hero.archetype} fallen={standing.spirit} />
        </span>
        <span class="quest-hero-words">
          <b>{hero.display_name}</b>
          {hero.display_name !== nameOf(hero.archetype) && <span>{nameOf(hero.archetype)}</span>}
          <Strength {...standing} />
        </span>
      </div>
      <Marks standing={standing} />
      <PlayedBy hero={hero} give={give} />
    </li>
  );
}

function Strength({ hp, max_hp }: Standing) {
  return (
    <span class="quest-hp" role="img" aria-label={words().heroes.hp(hp, max_hp)}>
      <span class="quest-hp-bar">
        <i style={{ transform: `scaleX(${max_hp > 0 ? hp / max_hp : 0})` }} />
      </span>
      {hp}/{max_hp}
    </span>
  );
}

/** What is special about a hero just now. */
function Marks({ standing }: { standing: Standing }) {
  const said = words().heroes;
  const { effects: ids, spirit, fled } = standing;
  if (ids.length === 0 && !spirit && !fled) return null;
  return (
    <p class="quest-marks">
      {spirit && <span class="quest-mark">{said.spirit}</span>}
      {fled && <span class="quest-mark">{said.fled}</span>}
      {ids.map((id) => (
        <Mark key={id} effect={id} />
      ))}
    </p>
  );
}

function Mark({ effect }: { effect: string }) {
  const known = effects[effect];
  return (
    <span class="quest-mark" title={known ? say(known.about) : undefined}>
      <EffectSign id={effect} />
      {known ? say(known.name) : effect}
    </span>
  );
}

function PlayedBy({ hero, give }: { hero: QuestHero; give: (() => void) | null }) {
  const lost = useLost();
  const said = words().heroes;
  const player = playerOf(hero, useRoom().players);
  return (
    <div class="quest-by">
      {player && (
        <span class="guest-face">
          <Avatar animal={player.avatar} color={player.color} face={player.online ? 'calm' : 'sleep'} />
        </span>
      )}
      <Whose player={player} />
      {give && (
        <button class={player?.online ? 'chip quest-give' : 'chip quest-give is-wanted'} disabled={lost} aria-label={said.handTo(hero.display_name)} onClick={give}>
          {said.hand}
        </button>
      )}
    </div>
  );
}

function Whose({ player }: { player: Player | null }) {
  const said = words().heroes;
  if (!player) return <em class="quest-whose">{said.nobody}</em>;
  return (
    <span class="quest-whose">
      {player.name}
      {!player.online && <em> · {said.away}</em>}
    </span>
  );
}
