// The board as it is painted: two canvases for the stage, and above them the painters' names.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoom, type Room } from '../../../lib/room';
import type { CanvasBoard, Player, SeatId } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { seatColor } from '../../../widgets/seats';
import { still } from '../../../widgets/Snowfall';
import type { Board, Change } from '../sync/board';
import type { Size } from './frame';
import { Ghost, type Likeness } from './ghost';
import type { Label } from './names';
import { blank } from './painter';
import { Sheet, useLosses } from './Sheet';
import { pixelsFor, useRem } from './size';
import { Stage, type Seats } from './stage';

/** rem. */
const LABEL_HIGH = 3;
const LABEL_ROOM = 4.6;
const LABEL_WIDEST = 22;
/** ms for which a measured name is believed. */
const MEASURED = 3000;
const FONT = '600 32px Rubik, system-ui, sans-serif';

interface LiveBoardProps {
  board: Board;
  info: CanvasBoard;
  likeness: Likeness | null;
  size: Size;
}

export function LiveBoard({ board, info, likeness, size }: LiveBoardProps) {
  const room = useRoom();
  const rem = useRem();
  const ground = useRef<HTMLCanvasElement>(null);
  const air = useRef<HTMLCanvasElement>(null);
  const [labels, show] = useState<readonly Label[]>([]);
  const [stage, set] = useState<Stage | null>(null);
  const pixels = pixelsFor(size, rem);
  const losses = useLosses();
  const rules = JSON.stringify([info.palette, info.teams]);
  useEffect(() => {
    const [below, above] = [ground.current?.getContext('2d', { alpha: false }), air.current?.getContext('2d')];
    if (!below || !above) return undefined;
    const palette = info.palette.map(({ rgb }) => rgb);
    const seats = lookAtSeats(room, pixels.width / size.width, show);
    return follow(new Stage(board, { palette, teams: info.teams > 0, still: still() }, below, above, seats), board, set);
  }, [board, rules, pixels.width, pixels.height, losses]);
  useEffect(() => stage?.protect(info.protected), [stage, info.protected]);
  useEffect(() => stage?.lay(likeness && new Ghost(likeness, info.palette.map(({ rgb }) => rgb))), [stage, likeness]);
  return (
    <>
      <Sheet key={`ground ${losses}`} of={ground} size={pixels} />
      <Sheet key={`air ${losses}`} of={air} size={pixels} />
      {labels.map((label) => <Name key={label.seat} label={label} player={room.players.get(label.seat)} scale={size.width / pixels.width} />)}
    </>
  );
}

function follow(stage: Stage, board: Board, set: (stage: Stage | null) => void): () => void {
  const hear = (change: Change): void => {
    if (change.kind === 'all') return stage.repaint();
    stage.changed(change.items);
    if (change.fresh && change.seats) stage.placed(change.items, change.seats, performance.now());
  };
  const deafen = board.on(hear);
  stage.start();
  set(stage);
  return () => {
    deafen();
    stage.stop();
    set(null);
  };
}

/** `scale`: the view's pixels of a rem. */
function lookAtSeats(room: Room, scale: number, show: (labels: readonly Label[]) => void): Seats {
  const player = (seat: SeatId): Player | undefined => room.topics.players.peek().get(seat);
  const ruler = blank(1, 1);
  let widths = new Map<string, number>();
  let [shown, measured] = ['', 0];
  const measure = (name: string): number => {
    ruler.font = FONT;
    const width = Math.min(LABEL_WIDEST, LABEL_ROOM + ruler.measureText(name).width / 16);
    widths.set(name, width);
    return width;
  };
  // The page's own font may come later than a name.
  const refresh = (): void => {
    if (performance.now() - measured < MEASURED) return;
    [widths, measured] = [new Map(), performance.now()];
  };
  return {
    color: (seat) => seatColor(player(seat)?.color ?? 0),
    wide: (seat) => {
      const name = player(seat)?.name ?? '';
      return (widths.get(name) ?? measure(name)) * scale;
    },
    high: () => (refresh(), LABEL_HIGH * scale),
    show: (labels) => {
      const key = labels.map(({ seat, left, top }) => `${seat}/${Math.round(left)}/${Math.round(top)}`).join();
      if (key === shown) return;
      shown = key;
      show(labels);
    },
  };
}

function Name({ label, player, scale }: { label: Label; player: Player | undefined; scale: number }) {
  if (!player) return null;
  const place = `translate(${(label.left * scale).toFixed(3)}rem, ${(label.top * scale).toFixed(3)}rem)`;
  return (
    <div class="name" style={{ transform: place, width: `${label.width * scale}rem` }}>
      <div class="name-tag">
        <div class="name-face"><Avatar animal={player.avatar} color={player.color} /></div>
        <p class="name-text">{player.name}</p>
      </div>
    </div>
  );
}
