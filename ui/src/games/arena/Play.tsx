// The arena on a phone: the level is announced, played, and looked back at; then the podium. Each mini-game is code of its own.
import './play.css';
import { useEffect } from 'preact/hooks';
import { lazy, type Lazy } from '../../lib/lazy';
import { useRoom } from '../../lib/room';
import type { Deal, LevelMsg, MiniGameKind, SessionState } from '../../protocol.gen';
import { Board } from './phone/Board';
import { Intro, Waiting } from './phone/Intro';
import { Podium } from './phone/Podium';
import { Late } from './phone/Late';

/** What a mini-game is given: the level, and the deal that is alike for all. */
export interface Played<D extends Deal> {
  session: SessionState;
  level: LevelMsg;
  deal: D;
}

type DealOf<K extends MiniGameKind> = Extract<Deal, { mini_game: K }>;
type MiniGame<K extends MiniGameKind> = Lazy<Played<DealOf<K>>>;

const Tap: MiniGame<'tap'> = lazy(() => import('./tap/Play'));
const Choose: MiniGame<'choose'> = lazy(() => import('./choose/Play'));
const Puzzle: MiniGame<'puzzle'> = lazy(() => import('./puzzle/Play'));
const GAMES: Record<MiniGameKind, { prefetch: () => void }> = { tap: Tap, choose: Choose, puzzle: Puzzle };

export default function ArenaPlay() {
  const room = useRoom();
  const { session } = room;
  const level = room.topic('arena.level');
  const coming = level?.mini_game;
  useEffect(() => {
    if (coming) GAMES[coming].prefetch();
  }, [coming]);
  if (!session) return null;
  if (session.phase === 'podium' || session.status === 'finished') return <Podium />;
  if (!level) return <Waiting />;
  if (session.phase === 'board') return <Board session={session} />;
  if (session.phase === 'intro' || !level.deal) return <Intro session={session} level={level} />;
  if (room.topic('arena.you')?.in_level === false) return <Late />;
  return <MiniGameView key={`${session.session_id}-${level.round}`} session={session} level={level} deal={level.deal} />;
}

function MiniGameView({ session, level, deal }: Played<Deal>) {
  switch (deal.mini_game) {
    case 'tap':
      return <Tap session={session} level={level} deal={deal} instead={<Waiting />} />;
    case 'choose':
      return <Choose session={session} level={level} deal={deal} instead={<Waiting />} />;
    case 'puzzle':
      return <Puzzle session={session} level={level} deal={deal} instead={<Waiting />} />;
  }
}
