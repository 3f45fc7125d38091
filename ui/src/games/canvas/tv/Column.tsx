// The column beside the board: the time, the standing, the way in.
import { useRoom } from '../../../lib/room';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Board } from '../sync/board';
import { useBeat } from '../../../tv/steps';
import { FitLine } from '../../../widgets/FitLine';
import { useHeldSeconds } from '../../../widgets/held';
import { ownName } from '../../../widgets/partyName';
import { clockText } from '../clock';
import type { Likeness } from './ghost';
import { linesIn, Painters } from './Painters';
import { Teams } from './Teams';
import { words } from './words';

const HURRY = 10;
/** rem: the room for the standing, and what a picture's progress takes of it. */
const STANDING = 31.3;
const LIKENING = 5.1;

interface ColumnProps {
  info: CanvasBoard;
  board: Board | null;
  likeness: Likeness | null;
  /** rem. */
  wide: number;
}

export function Column({ info, board, likeness, wide }: ColumnProps) {
  const { party } = useRoom();
  const high = likeness ? STANDING - LIKENING : STANDING;
  return (
    <div class="column" style={{ width: `${wide}rem` }}>
      <div class="column-head tv-enter">
        {typeof info.ends_at === 'number' ? <Left deadline={info.ends_at} /> : <Stays board={board} name={party && ownName(party)} />}
        <Crowd />
      </div>
      {likeness && likeness.total > 0 && <Likening likeness={likeness} />}
      <div class="column-standing">{info.teams > 0 ? <Teams of={info.teams} high={high} /> : <Painters most={linesIn(high)} />}</div>
      {party && <Way address={party.address} />}
    </div>
  );
}

function Left({ deadline }: { deadline: number }) {
  const seconds = useHeldSeconds(useRoom().clock, deadline);
  const hurry = seconds <= HURRY;
  return <p key={hurry ? seconds : 'calm'} class={hurry ? 'left left-hurry' : 'left'}>{clockText(seconds * 1000)}</p>;
}

/** A board that stays has no end to count down to: it says whose it is, and counts its pixels. */
function Stays({ board, name }: { board: Board | null; name: string | null }) {
  useBeat(1000);
  return (
    <div class={name ? 'stays stays-named' : 'stays'}>
      {name && <p class="stays-name">{name}</p>}
      <p class="count">{words().pixels(board ? board.version : 0)}</p>
    </div>
  );
}

function Crowd() {
  const crowd = useRoom().topic('canvas.room');
  if (!crowd) return null;
  return (
    <p class="crowd">
      {crowd.playing > 0 && <span>{words().painting(crowd.playing)}</span>}
      {crowd.queued > 0 && <span class="crowd-queue">{words().waiting(crowd.queued)}</span>}
    </p>
  );
}

function Likening({ likeness }: { likeness: Likeness }) {
  useBeat(700);
  const share = likeness.right / likeness.total;
  const percent = Math.floor(share * 100);
  return (
    <div class="likening tv-enter">
      <p class="likening-text"><span>{words().likeness}</span><b>{words().percent(percent)}</b></p>
      <div class="likening-bar"><div class="likening-fill" style={{ transform: `scaleX(${share})` }} /></div>
    </div>
  );
}

function Way({ address }: { address: string }) {
  return (
    <div class="way">
      <p class="way-address"><FitLine key={address} text={address} /></p>
      <p class="way-scan">{words().scan}</p>
    </div>
  );
}
