// The hero whom a guest plays, in the list of all guests; nothing for who has none.
import './desk.css';
import { useRoom } from '../../../lib/room';
import type { Listed } from '../../desk';
import { HeroSign } from '../HeroSign';
import { archetypeName } from '../lore';

export default function Role({ player }: Listed) {
  const party = useRoom().topic('party.state');
  const hero = party?.heroes.filter((one) => one.player_id === player.id)[0];
  if (!hero) return null;
  return (
    <span class="guest-state quest-role">
      <span class="quest-role-sign">
        <HeroSign id={hero.character_id} />
      </span>
      {hero.display_name === player.name ? archetypeName(hero.archetype) : hero.display_name}
    </span>
  );
}
