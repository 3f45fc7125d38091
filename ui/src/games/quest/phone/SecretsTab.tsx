// What this hero alone has noticed, the latest first.
import { useEffect } from 'preact/hooks';
import type { QuestParty, QuestYou } from '../../../protocol.gen';
import { words } from './index';
import { look } from './seen';
import { Sign } from './Sign';

export function SecretsTab({ party, you }: { party: QuestParty; you: QuestYou }) {
  const { notes } = you;
  const said = words().secrets;
  useEffect(() => look(party, you), [party.campaign_run_id, you.character_id, notes.length]);
  return (
    <div class="qp-scroll">
      <h1 class="qp-h1">
        <Sign kind="eye" />
        {said.title}
      </h1>
      {notes.length === 0 && <p class="qp-panel qp-quiet">{said.empty}</p>}
      <ul class="qp-notes">
        {notes.map((note, at) => (
          <li key={at} class="card qp-note">
            {note}
          </li>
        )).reverse()}
      </ul>
    </div>
  );
}
