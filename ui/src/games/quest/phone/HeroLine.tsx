// A hero in a list: who that is, who plays it, and how it is.
import type { ComponentChildren } from 'preact';
import { useRoom } from '../../../lib/room';
import type { QuestHero, SeatId } from '../../../protocol.gen';
import { archetypeName } from '../lore';
import { Effects } from './Effects';
import { Face } from './Face';
import { Health } from './Health';
import { words } from './index';

export function HeroLine({ hero, children }: { hero: QuestHero; children?: ComponentChildren }) {
  return (
    <li class="qp-line">
      <Face id={hero.character_id} archetype={hero.archetype} />
      <div class="qp-line-text">
        <b>{hero.display_name}</b>
        <span>{whoPlays(hero, useRoom().me?.id ?? null)}</span>
        <Health hp={hero.hp} most={hero.max_hp} />
        <Effects all={hero.effects.map((id) => ({ id }))} />
      </div>
      {children}
    </li>
  );
}

/** A phone is told of no other guests: whoever plays another hero is that hero. */
function whoPlays(hero: QuestHero, me: SeatId | null): string {
  const said = words().hero;
  const archetype = archetypeName(hero.archetype);
  const kind = archetype === hero.display_name ? [] : [archetype];
  if (typeof hero.player_id !== 'number') kind.push(said.absent);
  else if (hero.player_id === me) kind.push(said.you);
  return kind.join(' · ');
}
