// The end of the story, or of the evening: its title, the heroes, and what will be told of them, rolling by slowly.
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
  const { kicker, title } = headOf(party, scene, text);
  const memories = remembered(logOf(useRoom()));
  return (
    <div class={memories.length > 0 ? 'q-finale' : 'q-finale q-finale-bare'}>
      <div class="q-finale-head">
        <p class="q-finale-kicker">{kicker}</p>
        <h1 class="q-finale-title">{title}</h1>
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

/** A story that is told, one that goes on another evening, and one that never began. */
function headOf(party: QuestParty, scene: QuestScene | null, text: ReturnType<typeof words>['ending']): { kicker: string; title: string } {
  if (scene?.ending) return { kicker: `${text.kicker} · ${party.title}`, title: scene.ending.title };
  if (scene?.title && party.begun) return { kicker: `${party.title} · ${scene.title}`, title: text.later };
  return { kicker: party.title, title: text.thanks };
}
