// The film of the match: every placement again, on a line of time; twenty seconds after the match the podium comes.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Board } from '../sync/board';
import type { Film } from '../sync/wire';
import { clockText } from '../clock';
import { clockAt, laid, runsAfter, STAYS } from './film';
import { wholeFrame, type Size } from './frame';
import { Pane } from './Pane';
import { MANY, Painter } from './painter';
import { Sheet, useLosses } from './Sheet';
import { pixelsFor, useRem, windowFor } from './size';
import { words } from './words';

/** rem. */
const ROOM = { width: 92, height: 49 };
const TOP = 9;
/** ms between two pictures. */
const PICTURE = 32;

interface FilmSceneProps {
  film: Film | null;
  board: Board | null;
  info: CanvasBoard;
  done: () => void;
}

export function FilmScene({ film, board, info, done }: FilmSceneProps) {
  const size = windowFor(info, ROOM);
  const pixels = pixelsFor(size, useRem());
  const canvas = useRef<HTMLCanvasElement>(null);
  const losses = useLosses();
  const run = useRun(film);
  const line = useRef<HTMLDivElement>(null);
  const clock = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d', { alpha: false });
    if (!pen || !film || !run) return undefined;
    const palette = info.palette.map(({ rgb }) => rgb);
    return show(new Projector(film, board, palette, pen), run, (p) => tell(film, p, line.current, clock.current), done);
  }, [film, pixels.width, losses]);
  return (
    <div class="canvas-tv">
      <h1 class="film-title tv-enter">{words().film.title}</h1>
      <Pane size={size} left={(100 - size.width) / 2} top={TOP + (ROOM.height - size.height) / 2}>
        <Sheet key={losses} of={canvas} size={pixels} />
      </Pane>
      <div class="film-foot tv-enter">
        <div class="film-line"><div ref={line} class="film-done" /></div>
        <p ref={clock} class="film-clock">0:00</p>
      </div>
    </div>
  );
}

/** When it began, by the page's clock, and ms that it runs. */
interface Run {
  began: number;
  ms: number;
}

/** Begins when the film is there, and whatever happens to the picture, goes on. */
function useRun(film: Film | null): Run | null {
  const [since] = useState(() => performance.now());
  return useMemo(() => {
    const began = performance.now();
    return film && { began, ms: runsAfter((began - since) / 1000) * 1000 };
  }, [film]);
}

/** Lays the film's placements as far as they have come. */
class Projector {
  private readonly painter: Painter;
  private readonly frame;
  private readonly cells: Uint8Array;
  private at = 0;

  constructor(
    private readonly film: Film,
    private readonly board: Board | null,
    palette: readonly string[],
    private readonly pen: CanvasRenderingContext2D,
  ) {
    this.painter = new Painter(film, palette);
    this.frame = wholeFrame(film, shape(pen.canvas));
    this.cells = new Uint8Array(film.width * film.height);
    this.painter.clear();
    this.painter.draw(pen, this.frame);
  }

  show(p: number): void {
    const until = laid(this.film, p);
    const items = this.film.items.subarray(this.at, until);
    for (let i = 0; i < items.length; i += 1) this.cells[(items[i] as number) & 0xffffff] = (items[i] as number) >>> 24;
    this.painter.paint(items, this.cells);
    if (items.length > MANY) this.painter.draw(this.pen, this.frame);
    else this.painter.patch(this.pen, this.frame, items);
    this.at = until;
  }

  /** The board as it is: a long film has been thinned out. */
  end(): void {
    const { board, film } = this;
    if (!board || board.width !== film.width || board.height !== film.height) return;
    this.painter.paintAll(board.cells);
    this.painter.draw(this.pen, this.frame);
  }
}

function shape({ width, height }: Size): number {
  return width / height;
}

function show(projector: Projector, { began, ms }: Run, tell: (p: number) => void, done: () => void): () => void {
  let [last, request, ended] = [0, 0, false];
  const step = (now: number): void => {
    const p = (now - began) / ms;
    if (now - began > ms + STAYS * 1000) return done();
    request = requestAnimationFrame(step);
    if (now - last < PICTURE || ended) return;
    last = now;
    projector.show(Math.max(0, p));
    tell(Math.max(0, Math.min(1, p)));
    if (p < 1) return;
    ended = true;
    projector.end();
  };
  request = requestAnimationFrame(step);
  return () => cancelAnimationFrame(request);
}

function tell(film: Film, p: number, line: HTMLElement | null, clock: HTMLElement | null): void {
  if (line) line.style.transform = `scaleX(${p})`;
  if (clock) clock.textContent = clockText(clockAt(film, p));
}
