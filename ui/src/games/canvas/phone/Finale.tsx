// The end on the phone: a card with one's own pixels lit up, one's place, and the picture to keep.
import '../canvas.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Room } from '../../../lib/room';
import type { Canvas } from '../sync/canvas';
import { drawCard, type Card } from './card';
import { words } from './index';
import { mine, type Mine } from './mine';
import { Sign } from './Sign';

const AGAIN_AFTER = 2500;

export function Finale({ canvas, room }: { canvas: Canvas; room: Room }) {
  const own = useMine(room);
  const said = words().card;
  const line = own && lineOf(room);
  const { me, session } = room;
  const title = me ? me.name : '';
  const board = canvas.board.value;
  const info = canvas.info.value;
  const lines = own ? linesOf(own, line) : [];
  const card: Card | null = own && board && info ? { name: title, party: room.party?.name ?? '', pixels: board, palette: info.palette.map(({ rgb }) => rgb), cells: own.cells, lines } : null;
  const [sketch, picture] = usePicture(card, card ? [title, card.party, board?.version, card.cells.length].concat(lines).join('/') : '');
  return (
    <main class="cv-finale" key={session?.session_id}>
      <h1>{said.thanks}</h1>
      <div class="cv-card enter">
        <canvas ref={sketch} class={card ? 'cv-card-picture' : 'cv-card-picture is-empty'} role="img" aria-label={`${said.picture}. ${lines.join('. ')}`} />
        {!card && <p>{said.drawing}</p>}
      </div>
      {picture && (
        <a class="btn btn-go btn-big cv-save" href={picture} download={said.file}>
          <Sign kind="save" />
          {said.save}
        </a>
      )}
      <p class="cv-next">{said.next}</p>
    </main>
  );
}

function lineOf(room: Room): { place: number; count: number } | null {
  const board = room.topic('leaderboard.update');
  const own = board && room.me ? board.leaderboard.find((one) => room.me && one.player_id === room.me.id) : undefined;
  return board && own && own.score > 0 ? { place: own.place, count: board.count } : null;
}

function linesOf(own: Mine, line: { place: number; count: number } | null): string[] {
  const said = words().card;
  const counts = own.placed > 0 ? [said.placed(own.placed), said.surviving(own.surviving)] : [said.none];
  return line ? counts.concat(said.place(line.place, line.count)) : counts;
}

/** Asked again until it is answered: the Wi-Fi is busiest when everybody looks. */
function useMine(room: Room): Mine | null {
  const [own, show] = useState<Mine | null>(null);
  const [code, id] = [room.session?.code, room.me?.id];
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async (): Promise<void> => {
      if (!code || id === undefined) return;
      const answer = await mine(code, id);
      if (!wanted) return;
      if (answer) show(answer);
      else timer = setTimeout(() => void ask(), AGAIN_AFTER);
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [code, id]);
  return own;
}

/** Draws the card, again with another key; gives the address of its picture once there is one. */
function usePicture(card: Card | null, key: string): [{ current: HTMLCanvasElement | null }, string | null] {
  const sketch = useRef<HTMLCanvasElement>(null);
  const [picture, keep] = useState<string | null>(null);
  useEffect(() => {
    const canvas = sketch.current;
    if (!card || !canvas) return undefined;
    let made: string | null = null;
    let wanted = true;
    drawCard(canvas, card);
    canvas.toBlob((blob) => {
      if (!blob || !wanted) return;
      made = URL.createObjectURL(blob);
      keep(made);
    });
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [key]);
  return [sketch, picture];
}
