// The match: the board in its window, beside it the time, the standing and the way in, below it what happens.
import { useRoom } from '../../../lib/room';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Canvas } from '../sync/canvas';
import type { Board } from '../sync/board';
import { Column } from './Column';
import { Far } from './Far';
import { LiveBoard } from './LiveBoard';
import { Pane } from './Pane';
import { windowFor } from './size';
import { News } from './News';
import { useBeat } from '../../../tv/steps';
import { useLikeness } from './useLikeness';
import { words } from './words';

/** rem: the stage's margin, the room for the board, and the column beside it. */
const MARGIN = 3;
const ROOM = { width: 82.5, height: 55.4 };
const GAP = 3;
const COLUMN = { least: 28.5, most: 38 };
const STAGE = 120;

export function Painting({ canvas, info }: { canvas: Canvas; info: CanvasBoard }) {
  const board = canvas.board.value;
  const preview = canvas.preview.value;
  const likeness = useLikeness(canvas, info, board);
  const size = windowFor(info, ROOM);
  const wide = Math.max(COLUMN.least, Math.min(COLUMN.most, STAGE - 2 * MARGIN - GAP - size.width));
  const spare = STAGE - 2 * MARGIN - GAP - wide - size.width;
  return (
    <div class="canvas-tv">
      <Pane size={size} left={MARGIN + spare / 2} top={MARGIN + (ROOM.height - size.height) / 2}>
        {board ? <LiveBoard board={board} info={info} likeness={likeness} size={size} /> : <Far preview={preview} info={info} size={size} />}
        {board && <Invite board={board} />}
      </Pane>
      <Column info={info} board={board} likeness={likeness} wide={wide} />
      <News board={board} info={info} likeness={likeness} wide={STAGE - 2 * MARGIN - GAP - wide} />
    </div>
  );
}

/** Nobody has painted yet. */
function Invite({ board }: { board: Board }) {
  useBeat(500);
  const { players } = useRoom();
  if (board.version > 0) return null;
  const { title, text } = words().invite;
  return (
    <div class="invite">
      <svg class="invite-brush" viewBox="0 0 80 80" aria-hidden="true">
        <path d="M67 8q7 3 4 9L48 51l-11-9Z" fill="#9c6b3f" /><path d="m48 51-11-9-6 7 11 9Z" fill="#cfd9f2" /><path d="M31 49q-12 0-13 12-1 8-9 10 20 6 29-4 5-5 4-9Z" fill="#7ff0cf" />
      </svg>
      <p class="invite-title">{title}</p>
      {players.size < 2 && <p class="invite-text">{text}</p>}
    </div>
  );
}
