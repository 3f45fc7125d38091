// The pieces of a hero that every view of the TV shows alike: portrait in its colour with its shape, health, effects.
import type { CharacterId } from '../../../protocol.gen';
import { EffectSign } from '../art/Effect';
import { Portrait } from '../art/Portrait';
import { heroColor } from '../lore';
import { HeroSign } from '../HeroSign';
import { words } from './words';

const LOW = 0.34;
const MOST_SIGNS = 3;

export function Face({ id, archetype, fallen = false }: { id: CharacterId; archetype: string; fallen?: boolean }) {
  return (
    <div class={fallen ? 'q-face q-face-fallen' : 'q-face'}>
      <div class="q-face-disc" style={{ backgroundColor: heroColor(id) }}><Portrait archetype={archetype} fallen={fallen} /></div>
      <div class="q-face-sign"><HeroSign id={id} /></div>
    </div>
  );
}

/** As a bar and as a number. */
export function Health({ hp, most }: { hp: number; most: number }) {
  const share = most > 0 ? Math.max(0, Math.min(1, hp / most)) : 0;
  return (
    <div class={share <= LOW ? 'q-hp q-hp-low' : 'q-hp'}>
      <div class="q-hp-bar"><div class="q-hp-fill" style={{ transform: `scaleX(${share})` }} /></div>
      <span class="q-hp-figure">{words().hp(hp, most)}</span>
    </div>
  );
}

export function Effects({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return <div class="q-effects">{ids.slice(0, MOST_SIGNS).map((id) => <span key={id} class="q-effect"><EffectSign id={id} /></span>)}</div>;
}
