// A hero's own mark, as large as its box: colour and shape together.
import type { CharacterId } from '../../protocol.gen';
import { heroColor, heroShape } from './lore';

export function HeroSign({ id }: { id: CharacterId }) {
  return (
    <svg class="hero-sign" viewBox="0 0 40 40" aria-hidden="true">
      <path d={heroShape(id)} fill={heroColor(id)} />
    </svg>
  );
}
