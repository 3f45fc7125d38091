// What there is to do on this page, in the lower half: a vote, a choice, a throw, or the end. Before the page is read it waits.
import { useOver, useSecondsLeft } from '../../../lib/clock';
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
    <>
      {ending ? <Ended {...ending} /> : decision ? <Decide key={decision.decision_id} at={at} decision={decision} /> : <p class="qp-quiet qp-next">{words().read.next}</p>}
      {!at.own && !ending && (
        <button class="btn btn-soft btn-wide qp-join" onClick={() => open('party')}>
          {words().join.open}
        </button>
      )}
    </>
  );
}

function Decide({ at, decision }: { at: AtTable; decision: QuestDecision }) {
  const opened = useOver(useRoom().clock, decision.opened);
  const deciding: Deciding = { at, decision, opened };
  return (
    <section class={opened ? 'qp-decide' : 'qp-decide is-reading'} data-asked tabIndex={-1}>
      <header class="qp-decide-top">
        <h2 aria-live="polite">{decisionText(at.party, decision, at.you.character_id)}</h2>
        {opened ? <Bar opened={decision.opened} deadline={decision.deadline} /> : <Reading until={decision.opened} />}
      </header>
      {decision.kind === 'vote' && <Vote {...deciding} />}
      {decision.kind === 'choice' && <Choice {...deciding} />}
      {decision.kind === 'skill-check' && <Check {...deciding} />}
    </section>
  );
}

function Reading({ until }: { until: PartyMs }) {
  const seconds = useSecondsLeft(useRoom().clock, until);
  return (
    <p class="qp-reading" role="timer">
      {words().wait.reading(seconds)}
    </p>
  );
}

function Ended({ title, broke }: { title: string; broke: boolean }) {
  const said = words().ending;
  return (
    <section class="qp-ended enter" data-asked tabIndex={-1} role="status">
      <p>{broke ? said.broke : said.title}</p>
      {!broke && <h2>{title}</h2>}
      <p class="qp-quiet">{broke ? said.brokeText : said.soon}</p>
    </section>
  );
}
