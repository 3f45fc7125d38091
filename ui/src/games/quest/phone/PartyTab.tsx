// For whoever reads along: who plays, and how to come in.
import type { QuestParty } from '../../../protocol.gen';
import { Choose } from './Casting';
import { PartyLines } from './HeroTab';
import { words } from './index';

export function PartyTab({ party }: { party: QuestParty }) {
  return (
    <div class="qp-comein">
      <h1 class="qp-h1">{words().join.text}</h1>
      <Choose party={party} after={<PartyLines party={party} except={null} relieve />} />
    </div>
  );
}
