// The end: its title, the heroes, and what will be told of them, rolling by slowly.
import { useRoom } from '../../../lib/room';
import type { QuestParty, QuestScene } from '../../../protocol.gen';
import { useBeat } from '../../../tv/steps';
import { archetypeName, logOf } from '../lore';
import { Face } from './HeroParts';
import { remembered, rolledTo } from './memories';
import { words } from './words';

const BEAT_MS = 4200;

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
            <p class="q-finale-name">{hero.display_name}</p>
            {hero.display_name !== archetypeName(hero.archetype) && <p class="q-finale-role">{archetypeName(hero.archetype)}</p>}
          </li>
        ))}
      </ul>
      {memories.length > 0 && <Memories lines={memories} />}
    </div>
  );
}

/** The one in the middle is read; after the last it begins again. */
function Memories({ lines }: { lines: readonly string[] }) {
  const now = rolledTo(useBeat(BEAT_MS), lines.length);
  return (
    <div class="q-memories">
      <h2 class="q-memories-title">{words().ending.told}</h2>
      <div class="q-memories-window">
        {lines.map((line, i) => <p key={i} class={i === now ? 'q-memory q-memory-now' : i === now - 1 ? 'q-memory q-memory-past' : i === now + 1 ? 'q-memory q-memory-next' : i < now ? 'q-memory q-memory-gone' : 'q-memory'}>{line}</p>)}
      </div>
    </div>
  );
}
