// A vote: one's own ballot is marked, and may be changed until the close.
import { useOver } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import { pending } from './asked';
import type { Deciding } from './Dock';
import { words } from './index';
import { Options } from './Options';
import { franchise, shares, type Franchise } from './table';

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
      <Options cards={cards} counts={!vote?.hidden} choose={give} />
      <p class="qp-quiet" role="status">
        {footOf({ right, given: ballot !== null, closed, hidden: vote?.hidden ?? false, own: at.own !== null })}
      </p>
      {vote && <p class="qp-quiet">{words().vote.voted(counted?.vote_id === id ? counted.voted : 0, vote.electorate.length)}</p>}
    </>
  );
}

interface Standing {
  right: Franchise;
  given: boolean;
  closed: boolean;
  hidden: boolean;
  /** Does this guest play a hero? */
  own: boolean;
}

function footOf({ right, given, closed, hidden, own }: Standing): string {
  const said = words().vote;
  if (closed) return said.closing;
  if (right === 'none') return own ? said.late : said.watch;
  if (given) return hidden ? `${said.given} ${said.hidden}` : said.given;
  return right === 'light' ? said.light : hidden ? said.hidden : said.ask;
}
