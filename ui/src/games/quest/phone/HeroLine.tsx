// A hero in a list: who that is, who plays it, and how it is.
import type { ComponentChildren } from 'preact';
import { useRoom } from '../../../lib/room';
import type { QuestHero } from '../../../protocol.gen';
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
        <span>{whoPlays(hero, useRoom())}</span>
        <Health hp={hero.hp} most={hero.max_hp} />
        <Effects all={hero.effects.map((id) => ({ id }))} />
      </div>
      {children}
    </li>
  );
}

function whoPlays(hero: QuestHero, { me, players }: ReturnType<typeof useRoom>): string {
  const said = words().hero;
  const player = typeof hero.player_id === 'number' ? players.get(hero.player_id) : undefined;
  const archetype = archetypeName(hero.archetype);
  const kind = archetype === hero.display_name ? '' : `${archetype} · `;
  if (typeof hero.player_id !== 'number') return kind + said.absent;
  if (me && hero.player_id === me.id) return kind + said.you;
  if (!player) return archetype;
  return kind + (player.online ? player.name : `${player.name}, ${said.away}`);
}
