// The end: how the picture came to be in twenty seconds, then who made it.
import { useEffect, useState } from 'preact/hooks';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Canvas } from '../sync/canvas';
import type { Film } from '../sync/wire';
import { FilmScene } from './FilmScene';
import { Podium } from './Podium';

/** Attempts to get the film, and ms between them; without it there is the podium at once. */
const TRIES = 4;
const AGAIN = 1500;

/** What there is of a film: not known yet, none, or the film. */
type Reel = 'asked' | 'none' | Film;

interface FinaleProps {
  canvas: Canvas;
  info: CanvasBoard;
  /** Without the film everything that follows is there at once. */
  film: boolean;
}

export function Finale({ film, ...shown }: FinaleProps) {
  return film ? <FilmFirst {...shown} /> : <Podium {...shown} done />;
}

function FilmFirst({ canvas, info }: Omit<FinaleProps, 'film'>) {
  const [reel, set] = useState<Reel>('asked');
  const [shown, done] = useState(false);
  useEffect(() => fetchFilm(canvas, set), [canvas]);
  const film = typeof reel === 'string' ? null : reel;
  if (!shown && reel !== 'none') return <FilmScene film={film} board={canvas.board.value} info={info} done={() => done(true)} />;
  return <Podium canvas={canvas} info={info} />;
}

function fetchFilm(canvas: Canvas, set: (reel: Reel) => void): () => void {
  let [wanted, tries] = [true, 0];
  const attempt = async (): Promise<void> => {
    const film = await canvas.film();
    if (!wanted) return;
    if (film) set(film.items.length > 0 ? film : 'none');
    else if (++tries >= TRIES) set('none');
    else setTimeout(() => void attempt(), AGAIN);
  };
  void attempt();
  return () => void (wanted = false);
}
