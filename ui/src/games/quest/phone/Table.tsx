// The evening's table: one of a few tabs, and below them the way to the others. Which is open is all that a reload forgets.
import { useEffect, useState } from 'preact/hooks';
import { useOver } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { QuestHero, QuestParty, QuestScene, QuestYou, SessionState } from '../../../protocol.gen';
import { indexOf } from '../lore';
import { BagTab } from './BagTab';
import { HeroTab } from './HeroTab';
import { LogTab } from './LogTab';
import { PartyTab } from './PartyTab';
import { Screen } from './Screen';
import { SecretsTab } from './SecretsTab';
import { hasNewThings, unread } from './seen';
import { Story } from './Story';
import { Tabs, type Tab } from './Tabs';
import { isAsked, isTurnOf } from './table';
import { words } from './index';

export interface AtTable {
  session: SessionState;
  party: QuestParty;
  scene: QuestScene;
  you: QuestYou;
  own: QuestHero | null;
}

const PLAYER: readonly Tab[] = ['story', 'hero', 'bag', 'secrets', 'log'];
const AUDIENCE: readonly Tab[] = ['story', 'party', 'log'];
const CALL = [70, 60, 70];

export function Table(at: AtTable) {
  const [chosen, open] = useState<Tab>('story');
  const tabs = at.own ? PLAYER : AUDIENCE;
  const tab = tabs.includes(chosen) ? chosen : 'story';
  const called = useCalled(at);
  const dots: Tab[] = unread(at.party, at.you) > 0 ? ['secrets'] : [];
  if (at.own && hasNewThings(at.party, at.own)) dots.push('bag');
  if (called && tab !== 'story') dots.push('story');
  return (
    <Screen kind={`qp-table is-${tab}`}>
      <div class="qp-tab" role="tabpanel" id="qp-tab" aria-labelledby={`qp-tab-${tab}`}>
        <Shown tab={tab} at={at} open={open} />
        {called && tab !== 'story' && <Call open={() => open('story')} />}
      </div>
      <Tabs tabs={tabs} tab={tab} dots={dots} open={open} />
    </Screen>
  );
}

function Shown({ tab, at, open }: { tab: Tab; at: AtTable; open: (tab: Tab) => void }) {
  const { party, you, own } = at;
  if (tab === 'hero' && own) return <HeroTab party={party} own={own} />;
  if (tab === 'bag' && own) return <BagTab party={party} own={own} fighting={at.session.phase === 'combat'} />;
  if (tab === 'secrets') return <SecretsTab party={party} you={you} />;
  if (tab === 'party') return <PartyTab party={party} />;
  if (tab === 'log') return <LogTab party={party} />;
  return <Story at={at} open={open} />;
}

/** Something is asked of this guest now; the phone says so once in the hand, too. */
function useCalled({ session, scene, you, own }: AtTable): boolean {
  const room = useRoom();
  const combat = room.topic('combat.update');
  const { decision } = scene;
  const opened = useOver(room.clock, decision?.opened ?? 0);
  const fights = session.phase === 'combat' && !!combat && !combat.outcome;
  const turn = fights && isTurnOf(combat.state, own && indexOf(own.character_id));
  const asked = session.phase === 'scene' && opened && isAsked({ decision, vote: room.topic('vote.started'), you, seat: room.me?.id ?? null });
  const call = turn ? `turn ${combat.fight} ${combat.turn}` : asked && decision ? `decision ${decision.decision_id}` : '';
  useEffect(() => {
    if (call) buzz(CALL);
  }, [call]);
  return call !== '';
}

function Call({ open }: { open: () => void }) {
  return (
    <button class="btn btn-go qp-call enter" onClick={open}>
      {words().call}
    </button>
  );
}
