// What there is to do on this page, in the lower half: a vote, a choice, a throw, or the end. Before the page is read it waits.
import { useLeft } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import type { PartyMs, QuestDecision } from '../../../protocol.gen';
import { decisionText } from '../lore';
import { Bar } from './Bar';
import { Check } from './Check';
import { Choice } from './Choice';
import { words } from './index';
import type { AtTable } from './Table';
import { endingOf } from './table';
import type { Tab } from './Tabs';
import { Vote } from './Vote';

/** What the one who decides is given. */
export interface Deciding {
  at: AtTable;
  decision: QuestDecision;
  /** Only now may one decide. */
  opened: boolean;
}

export function Dock({ at, open }: { at: AtTable; open: (tab: Tab) => void }) {
  const { decision } = at.scene;
  const ending = endingOf(at.scene);
  return (
    <div class="qp-dock">
      {ending ? <Ended {...ending} /> : decision ? <Decide key={decision.decision_id} at={at} decision={decision} /> : <p class="qp-quiet qp-next">{words().read.next}</p>}
      {!at.own && !ending && (
        <button class="btn btn-soft btn-wide qp-join" onClick={() => open('party')}>
          {words().join.open}
        </button>
      )}
    </div>
  );
}

function Decide({ at, decision }: { at: AtTable; decision: QuestDecision }) {
  const reading = useReading(decision.opened);
  const deciding: Deciding = { at, decision, opened: reading === 0 };
  return (
    <section class={reading > 0 ? 'qp-decide is-reading' : 'qp-decide'} aria-live="polite">
      <header class="qp-decide-top">
        <h2>{decisionText(at.party, decision, at.you.character_id)}</h2>
        {reading > 0 ? <p class="qp-reading">{words().wait.reading(reading)}</p> : <Bar opened={decision.opened} deadline={decision.deadline} />}
      </header>
      {decision.kind === 'vote' && <Vote {...deciding} />}
      {decision.kind === 'choice' && <Choice {...deciding} />}
      {decision.kind === 'skill-check' && <Check {...deciding} />}
    </section>
  );
}

/** Seconds of reading left; 0 once it is over. */
function useReading(opened: PartyMs): number {
  return Math.ceil(useLeft(useRoom().clock, opened, 200) / 1000);
}

function Ended({ title, broke }: { title: string; broke: boolean }) {
  const said = words().ending;
  return (
    <section class="qp-ended enter">
      <p>{broke ? said.broke : said.title}</p>
      {!broke && <h2>{title}</h2>}
      <p class="qp-quiet">{broke ? said.brokeText : said.soon}</p>
    </section>
  );
}
