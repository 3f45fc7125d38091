// The end of the evening: how the story ended, who one was, what will be remembered, and the chronicle to keep.
import { useRoom } from '../../../lib/room';
import type { QuestHero, QuestParty } from '../../../protocol.gen';
import { Confetti } from '../../../widgets/Confetti';
import { archetypeName, logOf, type Entry } from '../lore';
import { Face } from './Face';
import { Health } from './Health';
import { PartyLines } from './HeroTab';
import { words } from './index';
import { Screen } from './Screen';
import { Sign } from './Sign';
import { Strip } from './Story';
import { endingOf } from './table';

export function Finale({ party, own }: { party: QuestParty; own: QuestHero | null }) {
  const room = useRoom();
  const scene = room.topic('scene.update');
  const ending = endingOf(scene);
  const said = words();
  const memories = logOf(room).filter((entry): entry is Extract<Entry, { kind: 'memory' }> => entry.kind === 'memory');
  const title = !ending ? said.finale.left : ending.broke ? said.ending.broke : ending.title;
  const code = room.party?.code ?? '';
  return (
    <Screen kind="qp-finale">
      {ending && !ending.broke && <Confetti count={40} />}
      {scene && scene.page > 0 && <Strip scene={{ ...scene, title }} word={party.title} />}
      <div class="qp-scroll">
        {own && (
          <section class="card qp-card qp-me">
            <div class="qp-card-top">
              <Face id={own.character_id} archetype={own.archetype} />
              <div>
                <h2>{own.display_name}</h2>
                <p>{archetypeName(own.archetype)}</p>
                <Health hp={own.hp} most={own.max_hp} />
              </div>
            </div>
          </section>
        )}
        {memories.length > 0 && (
          <section class="qp-panel">
            <h2 class="qp-h2">{said.finale.memories}</h2>
            {memories.map((memory) => (
              <p key={memory.n}>{memory.text}</p>
            ))}
          </section>
        )}
        <a class="btn btn-go btn-wide qp-chronicle" href={`/api/session/${encodeURIComponent(code)}/quest/chronicle.html`} target="_blank" rel="noopener">
          <Sign kind="log" />
          {said.finale.chronicle}
        </a>
        <p class="qp-panel qp-thanks">{ending ? said.finale.thanks : said.finale.saved}</p>
        <PartyLines party={party} except={own} />
      </div>
    </Screen>
  );
}
