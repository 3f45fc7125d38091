// The line at the foot: one fact at a time, with a face where it has one.
import { useEffect, useState } from 'preact/hooks';
import { useRoom, type Room } from '../../../lib/room';
import type { CanvasBoard } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { useLost } from '../../../widgets/held';
import { TeamSign } from '../../../widgets/TeamSign';
import type { Board } from '../sync/board';
import type { Likeness } from './ghost';
import { Reporter } from './reporter';
import { leader, teamLines } from './standing';
import type { Fact, Shown } from './ticker';
import { words } from './words';

const LOOKS = 1000;

interface NewsProps {
  board: Board | null;
  info: CanvasBoard;
  likeness: Likeness | null;
  /** rem. */
  wide: number;
}

export function News({ board, info, likeness, wide }: NewsProps) {
  const room = useRoom();
  const [shown, show] = useState<Shown | null>(null);
  useEffect(() => (board ? report(board, room, likeness, show) : undefined), [board, room, likeness]);
  const lost = useLost();
  const text = shown ? wording(shown.fact, room, info) : null;
  // The banner of the lost line stands at the same place.
  if (lost) return null;
  return (
    <div class="news" style={{ width: `${wide}rem` }}>
      <div key={text && shown ? shown.since : 'idle'} class="news-line">
        {text && shown ? <Sign fact={shown.fact} room={room} info={info} /> : null}
        <p class="news-text">{text ?? words().idle}</p>
      </div>
    </div>
  );
}

function report(board: Board, room: Room, likeness: Likeness | null, show: (shown: Shown | null) => void): () => void {
  const reporter = new Reporter(board, performance.now());
  const deafen = board.on((change) => {
    if (change.kind === 'all') return reporter.cleared();
    if (!change.fresh || !change.seats) return;
    reporter.placed(change.items, change.seats);
  });
  const look = (): void => {
    const now = performance.now();
    reporter.total(board.version, now);
    observe(reporter, room, likeness, now);
    reporter.look(now);
    show(reporter.ticker.line(now));
  };
  look();
  const timer = setInterval(look, LOOKS);
  return () => {
    clearInterval(timer);
    deafen();
  };
}

function observe(reporter: Reporter, room: Room, likeness: Likeness | null, now: number): void {
  const crowd = room.topics.topic('canvas.room').peek();
  const teams = room.topics.topic('canvas.teams').peek();
  reporter.seats(Array.from(room.topics.players.peek().keys()), now);
  if (crowd) reporter.queue(crowd.queued, now);
  if (teams) reporter.leads(leader(teamLines(teams, room.clock.now())), now);
  if (likeness && likeness.total > 0) reporter.percent(Math.floor((100 * likeness.right) / likeness.total), now);
}

/** Null if it is about someone who has gone. */
function wording(fact: Fact, { players }: Room, info: CanvasBoard): string | null {
  const { facts } = words();
  if (fact.kind === 'queue') return facts.queue(fact.count);
  if (fact.kind === 'pixels') return facts.pixels(fact.count);
  if (fact.kind === 'leads') return facts.leads(fact.team);
  if (fact.kind === 'likeness') return facts.likeness(fact.percent);
  const player = players.get(fact.seat);
  if (!player) return null;
  if (fact.kind === 'paints') return facts.paints(player.name, fact.where);
  if (fact.kind === 'island') return facts.island(player.name, info.palette[fact.color]?.name ?? '');
  return fact.kind === 'first' ? facts.first(player.name) : facts.joined(player.name);
}

function Sign({ fact, room, info }: { fact: Fact; room: Room; info: CanvasBoard }) {
  if (fact.kind === 'leads') return <div class="news-sign"><TeamSign team={fact.team} /></div>;
  if (!('seat' in fact)) return null;
  const player = room.players.get(fact.seat);
  if (!player) return null;
  return (
    <>
      <div class="news-sign"><Avatar animal={player.avatar} color={player.color} face="joy" /></div>
      {fact.kind === 'island' && <div class="news-colour" style={{ background: info.palette[fact.color]?.rgb }} />}
    </>
  );
}
