// The board under the host's finger: a drag chooses an area, a tap takes hold of a cell.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { CanvasArea, Colour } from '../../../protocol.gen';
import type { Board } from '../sync/board';
import { BoardPainter, type Look } from './painter';
import { cellAt, fit, span, type Point, type Size } from './view';
import { words } from './words';

/** A finger that moved less than this (px) has tapped. */
const TREMBLE = 7;
const TALLEST = 460;

interface ScreenProps {
  board: Board;
  palette: readonly Colour[];
  look: Look;
  drag: (area: CanvasArea) => void;
  /** A drag has ended. */
  dropped: () => void;
  tap: (cell: Point) => void;
}

type Touched = Pick<ScreenProps, 'drag' | 'dropped' | 'tap'>;

export function Screen({ board, palette, look, ...touched }: ScreenProps) {
  const screen = useRef<HTMLCanvasElement>(null);
  const painter = useRef<BoardPainter | null>(null);
  useLayoutEffect(() => {
    if (!screen.current) return undefined;
    const made = new BoardPainter(screen.current, board, palette);
    painter.current = made;
    return () => made.stop();
  }, [board, palette]);
  useSize(screen, look.view, painter);
  useEffect(() => painter.current?.show(look), [look, board, palette]);
  return <canvas ref={screen} class="board-screen" role="img" aria-label={words().board.title} {...useFinger(look.view, touched)} />;
}

/** As wide as the card, and as tall as its shape wants, within reason. */
function useSize(screen: { current: HTMLCanvasElement | null }, view: CanvasArea, painter: { current: BoardPainter | null }): void {
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = screen.current;
      if (!element) return;
      const width = element.clientWidth;
      const tallest = Math.min(TALLEST, window.innerHeight * 0.55);
      const height = Math.round(Math.min(tallest, (width * view.height) / view.width));
      element.style.height = `${height}px`;
      painter.current?.resize({ width, height });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [view]);
}

interface Finger {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
  onPointerCancel: () => void;
}

function useFinger(view: CanvasArea, { drag, dropped, tap }: Touched): Finger {
  const from = useRef<Point | null>(null);
  const moved = useRef(false);
  const cell = (event: PointerEvent, point: Point): Point => cellAt(fit(view, sizeOf(event)), point);
  return {
    onPointerDown(event) {
      from.current = pointOf(event);
      moved.current = false;
      elementOf(event).setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      const start = from.current;
      if (!start) return;
      const now = pointOf(event);
      moved.current = moved.current || Math.abs(now.x - start.x) + Math.abs(now.y - start.y) > TREMBLE;
      if (moved.current) drag(span(cell(event, start), cell(event, now)));
    },
    onPointerUp(event) {
      if (from.current && moved.current) dropped();
      else if (from.current) tap(cell(event, pointOf(event)));
      from.current = null;
    },
    onPointerCancel: () => void (from.current = null),
  };
}

function elementOf(event: PointerEvent): HTMLElement {
  return event.currentTarget as HTMLElement;
}

function pointOf(event: PointerEvent): Point {
  const box = elementOf(event).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function sizeOf(event: PointerEvent): Size {
  const { clientWidth: width, clientHeight: height } = elementOf(event);
  return { width, height };
}
