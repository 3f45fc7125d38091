// The arena on the TV: each phase of the session is a scene of its own.
import './tv/arena.css';
import { useRoom } from '../../lib/room';
import type { Deal, LevelMsg, SessionState } from '../../protocol.gen';
import { words as tvWords } from '../../tv/words';
import { Message } from '../../tv/Signs';
import ChooseTv from './choose/Tv';
import PuzzleTv from './puzzle/Tv';
import TapTv from './tap/Tv';
import { BoardScene } from './tv/Board';
import { Gift } from './tv/Gift';
import { Intro } from './tv/Intro';
import { PodiumScene } from './tv/Podium';

/** What a mini-game's scene is given. */
export interface Scened<D extends Deal> {
  session: SessionState;
  level: LevelMsg;
  deal: D;
}

export default function ArenaTv() {
  const room = useRoom();
  const { session } = room;
  const level = room.topic('arena.level');
  if (!session) return null;
  if (session.phase === 'podium') return <PodiumScene session={session} />;
  if (!level) return <Message title={tvWords().almost} />;
  if (session.phase === 'board') return <Between session={session} level={level} />;
  if (session.phase === 'play' && level.deal) return <Play session={session} level={level} deal={level.deal} />;
  return <Intro session={session} level={level} />;
}

function Play({ session, level, deal }: { session: SessionState; level: LevelMsg; deal: Deal }) {
  if (deal.mini_game === 'tap') return <TapTv session={session} level={level} deal={deal} />;
  if (deal.mini_game === 'choose') return <ChooseTv session={session} level={level} deal={deal} />;
  return <PuzzleTv session={session} level={level} deal={deal} />;
}

// The gift has the stage for itself; the board waits unseen, and then shows what the gift was worth.
function Between({ session, level }: { session: SessionState; level: LevelMsg }) {
  const gift = useRoom().topic('arena.gift');
  const open = gift !== null && gift.open;
  return (
    <>
      <BoardScene key={level.round} level={level} under={open} />
      {open && <Gift gift={gift} still={Boolean(session.pause)} />}
    </>
  );
}
