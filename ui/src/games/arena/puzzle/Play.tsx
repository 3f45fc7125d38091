// The sliding picture: a tap on a tile in line with the gap, or a swipe towards it, slides it.
import './puzzle.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useOver } from '../../../lib/clock';
import { useRoom, type Room } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { Deal, Details } from '../../../protocol.gen';
import { Confetti } from '../../../widgets/Confetti';
import { words } from '../phone';
import { recall, remember, useReport } from '../phone/report';
import { TimeBar } from '../phone/TimeBar';
import type { Played } from '../Play';
import { inPlace, isSolved, movesFor, replay, sizeOf, type Tiles } from './board';
import { Picture } from './pictures';

type PuzzleDeal = Extract<Deal, { mini_game: 'puzzle' }>;

const FRAME = 250;

export default function PuzzlePlay({ session, level, deal }: Played<PuzzleDeal>) {
  const room = useRoom();
  const { timer } = session;
  const [moves, setMoves] = useState<readonly number[]>(() => longer(deal.board, recall<number[]>(session, level) ?? [], kept(room)));
  const [numbers, showNumbers] = useState(true);
  const latest = useRef(moves);
  const { changed, finish } = useReport({
    session,
    level,
    account: (done) => ({ details: { moves: latest.current.slice(), done }, score: 0 }),
  });
  const board = replay(deal.board, moves) ?? deal.board;
  const tiles = board.length - 1;
  const solved = isSolved(board);
  const over = useOver(room.clock, timer ? timer.deadline : Infinity);

  const press = (tile: number): void => {
    if (isSolved(replay(deal.board, latest.current) ?? deal.board) || over || !room.clock.running.peek()) return;
    const steps = movesFor(replay(deal.board, latest.current) ?? deal.board, tile);
    if (steps.length === 0) return;
    buzz(10);
    latest.current = latest.current.concat(steps);
    setMoves(latest.current);
    remember(session, level, latest.current);
    changed();
    if (isSolved(replay(deal.board, latest.current) ?? deal.board)) {
      buzz([40, 60, 40, 60, 120]);
      finish();
    }
  };
  useFrames(room, inPlace(board) / tiles);

  return (
    <main class="puzzle">
      {timer && !solved && <TimeBar timer={timer} />}
      <Board board={board} picture={deal.picture} numbers={numbers} solved={solved} press={press} />
      {solved ? (
        <Solved picture={deal.picture} />
      ) : (
        <div class="puzzle-foot">
          <div class="puzzle-goal">
            <Picture name={deal.picture} />
          </div>
          <p class="puzzle-say">
            <b>{words().inPlace(inPlace(board), tiles)}</b>
            <span>{words().moves(moves.length)}</span>
          </p>
          <button class="puzzle-numbers" role="switch" aria-checked={numbers} onClick={() => showNumbers(!numbers)}>
            <i />
            {words().numbers}
          </button>
        </div>
      )}
    </main>
  );
}

function Solved({ picture }: { picture: string }) {
  return (
    <div class="puzzle-solved enter" role="status" key={picture}>
      <h1>{words().solved}</h1>
      <p>{words().waitEnd}</p>
      <Confetti count={40} />
    </div>
  );
}

interface BoardProps {
  board: Tiles;
  picture: string;
  numbers: boolean;
  solved: boolean;
  press: (tile: number) => void;
}

function Board({ board, picture, numbers, solved, press }: BoardProps) {
  const size = sizeOf(board);
  // In the order of their numbers, so that a tile keeps its element and glides when it moves.
  const tiles = Array.from({ length: board.length - 1 }, (_, i) => i + 1);
  const stage = useRef<HTMLDivElement>(null);
  useFingers(stage, board, press);
  return (
    <div class={`puzzle-frame ${solved ? 'is-solved' : ''}`}>
      <div class="puzzle-board" ref={stage}>
        {tiles.map((tile) => (
          <Tile key={tile} tile={tile} at={board.indexOf(tile)} size={size} picture={picture} numbers={numbers && !solved} press={() => press(tile)} />
        ))}
        {solved && (
          <div class="puzzle-whole">
            <Picture name={picture} />
          </div>
        )}
      </div>
    </div>
  );
}

interface TileProps {
  tile: number;
  at: number;
  size: number;
  picture: string;
  numbers: boolean;
  press: () => void;
}

function Tile({ tile, at, size, picture, numbers, press }: TileProps) {
  const home = tile - 1;
  const side = 100 / size;
  const moved = { width: `${side}%`, height: `${side}%`, transform: `translate(${(at % size) * 100}%, ${Math.floor(at / size) * 100}%)` };
  const cut = { width: `${size * 100}%`, height: `${size * 100}%`, left: `${-(home % size) * 100}%`, top: `${-Math.floor(home / size) * 100}%` };
  return (
    <button class={`tile ${at === home ? 'is-home' : ''}`} style={moved} data-tile={tile} aria-label={String(tile)} onClick={(event) => event.detail === 0 && press()}>
      <span class="tile-face">
        <span class="tile-picture" style={cut}>
          <Picture name={picture} />
        </span>
        {numbers && <span class="tile-number">{tile}</span>}
      </span>
    </button>
  );
}

/** A finger slides the tile it came down on: by a tap at once, or by a swipe towards the gap. */
function useFingers(stage: { current: HTMLDivElement | null }, board: Tiles, press: (tile: number) => void): void {
  const now = useRef({ board, press });
  now.current = { board, press };
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const down = (target: EventTarget | null): boolean => {
      const tile = target instanceof Element ? target.closest('[data-tile]') : null;
      if (!tile) return false;
      now.current.press(Number(tile.getAttribute('data-tile')));
      return true;
    };
    // A tile slides as soon as it is touched: a swipe begins with a touch, so both work, and nothing waits for the finger to rise.
    const touch = (event: TouchEvent): void => {
      event.preventDefault();
      for (const finger of Array.from(event.changedTouches)) down(finger.target);
    };
    const mouse = (event: MouseEvent): void => void down(event.target);
    element.addEventListener('touchstart', touch, { passive: false });
    element.addEventListener('mousedown', mouse);
    return () => {
      element.removeEventListener('touchstart', touch);
      element.removeEventListener('mousedown', mouse);
    };
  }, []);
}

function useFrames(room: Room, share: number): void {
  const live = useRef({ share, sent: -1 });
  live.current.share = share;
  useEffect(() => {
    const timer = setInterval(() => {
      const { share: value, sent } = live.current;
      if (value === sent) return;
      live.current.sent = value;
      room.frame('puzzle', value);
    }, FRAME);
    return () => clearInterval(timer);
  }, []);
}

function kept(room: Room): readonly number[] {
  const details: Details | null | undefined = room.topics.topic('arena.you').peek()?.kept;
  return details && 'moves' in details ? details.moves : [];
}

/** Of two accounts the longer one that can be replayed. */
function longer(dealt: Tiles, one: readonly number[], other: readonly number[]): readonly number[] {
  const candidates = [one, other].filter((moves) => replay(dealt, moves) !== null);
  return candidates.reduce<readonly number[]>((best, moves) => (moves.length > best.length ? moves : best), []);
}

