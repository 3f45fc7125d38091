// A hero as others see it: portrait on its own colour, with its mark.
import type { CharacterId } from '../../../protocol.gen';
import { Portrait } from '../art/Portrait';
import { HeroSign } from '../HeroSign';
import { heroColor } from '../lore';

interface FaceProps {
  id: CharacterId;
  archetype: string;
  fallen?: boolean;
}

export function Face({ id, archetype, fallen = false }: FaceProps) {
  return (
    <span class="qp-face" style={{ backgroundColor: heroColor(id) }}>
      <Portrait archetype={archetype} fallen={fallen} />
      <HeroSign id={id} />
    </span>
  );
}
