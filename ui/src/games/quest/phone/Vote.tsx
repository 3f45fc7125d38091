// A vote: one's own ballot is marked, and may be changed until the close.
import { useOver } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import { pending } from './asked';
import type { Deciding } from './Dock';
import { words } from './index';
import { Options } from './Options';
import { franchise, shares } from './table';

export function Vote({ at, decision, opened }: Deciding) {
  const room = useRoom();
  const closed = useOver(room.clock, decision.deadline);
  const called = room.topic('vote.started');
  const counted = room.topic('vote.update');
  const { decision_id: id } = decision;
  const vote = called?.vote_id === id ? called : null;
  const right = vote ? franchise(vote, room.me?.id ?? null) : 'none';
  const asked = pending(room, 'choice');
  const sent = asked?.['decision_id'] === id ? asked['option'] : null;
  const ballot = sent ?? at.you.ballot ?? null;
  const votes = counted?.vote_id === id && (ballot !== null || right === 'none') ? (counted.votes ?? null) : null;
  const percent = votes && shares(votes);
  const give = (option: number): void => {
    buzz(15);
    if (option !== ballot) void room.act('choice', { decision_id: id, option }, 'choice');
  };
  const cards = decision.options.map((text, option) => ({ text, on: option === ballot, disabled: !opened || closed || right === 'none', share: percent ? (percent[option] ?? 0) : null }));
  return (
    <>
      <Options cards={cards} choose={give} />
      {opened && <p class="qp-quiet">{footOf(right, ballot !== null, closed, vote?.hidden ?? false)}</p>}
      {opened && vote && counted?.vote_id === id && <p class="qp-quiet">{words().vote.voted(counted.voted, vote.electorate.length)}</p>}
    </>
  );
}

function footOf(right: ReturnType<typeof franchise>, given: boolean, closed: boolean, hidden: boolean): string {
  const said = words().vote;
  if (closed) return said.closing;
  if (right === 'none') return said.watch;
  if (given) return hidden ? said.hidden : said.given;
  return right === 'light' ? said.light : hidden ? said.hidden : '';
}
