// The end: its title, the heroes, and what will be told of them, rolling by slowly.
import { useRoom } from '../../../lib/room';
import type { QuestParty, QuestScene } from '../../../protocol.gen';
import { archetypeName, logOf } from '../lore';
import { Face } from './HeroParts';
import { remembered } from './memories';
import { Name } from './Name';
import { Roll } from './Roll';
import { words } from './words';

export function Finale({ party, scene }: { party: QuestParty; scene: QuestScene | null }) {
  const text = words().ending;
  const memories = remembered(logOf(useRoom()));
  return (
    <div class={memories.length > 0 ? 'q-finale' : 'q-finale q-finale-bare'}>
      <div class="q-finale-head">
        <p class="q-finale-kicker">{scene?.ending ? `${text.kicker} · ${party.title}` : party.title}</p>
        <h1 class="q-finale-title">{scene?.ending ? scene.ending.title : scene?.title || text.thanks}</h1>
      </div>
      <ul class="q-finale-heroes">
        {party.heroes.map((hero, i) => (
          <li key={hero.character_id} class="q-finale-hero" style={{ animationDelay: `${0.3 + i * 0.15}s` }}>
            <div class="q-finale-face"><Face id={hero.character_id} archetype={hero.archetype} fallen={hero.hp <= 0} /></div>
            <Name name={hero.display_name} kind="q-finale-name" crowd={party.heroes.length} />
            {hero.display_name !== archetypeName(hero.archetype) && <p class="q-finale-role">{archetypeName(hero.archetype)}</p>}
          </li>
        ))}
      </ul>
      {memories.length > 0 && <div class="q-memories"><Roll title={text.told} lines={memories} /></div>}
    </div>
  );
}
