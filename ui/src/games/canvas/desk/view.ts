// Where the board's cells lie in a picture of it, and which cells a finger means. Pure.
import type { CanvasArea } from '../../../protocol.gen';
import { cellOf } from '../sync/wire';

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** How a part of the board lies in a box: a cell is `scale` wide, and the part's left top corner is at `left`, `top`. */
export interface Fit {
  view: CanvasArea;
  scale: number;
  left: number;
  top: number;
}

export function whole({ width, height }: Size): CanvasArea {
  return { x: 0, y: 0, width, height };
}

/** As large as it goes, in the middle. */
export function fit(view: CanvasArea, box: Size): Fit {
  const scale = Math.min(box.width / view.width, box.height / view.height);
  return { view, scale, left: (box.width - view.width * scale) / 2, top: (box.height - view.height * scale) / 2 };
}

/** The cell under a point of the box; one outside is taken to the nearest within the view. */
export function cellAt({ view, scale, left, top }: Fit, point: Point): Point {
  const along = (from: number, length: number, at: number): number => from + Math.min(length - 1, Math.max(0, Math.floor(at / scale)));
  return { x: along(view.x, view.width, point.x - left), y: along(view.y, view.height, point.y - top) };
}

/** The rectangle that holds both cells. */
export function span(a: Point, b: Point): CanvasArea {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x) + 1, height: Math.abs(a.y - b.y) + 1 };
}

/** The rectangle that holds all these placements; null if there are none. */
export function boundsOf(items: ArrayLike<number>, boardWidth: number): CanvasArea | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let i = 0; i < items.length; i++) {
    const cell = cellOf(items[i] ?? 0);
    const x = cell % boardWidth;
    const y = (cell - x) / boardWidth;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The area with a margin around it, so that one sees where it is; it never leaves the board. */
export function around(area: CanvasArea, board: Size): CanvasArea {
  const margin = Math.max(4, Math.round(Math.max(area.width, area.height) * 0.3));
  const x = Math.max(0, area.x - margin);
  const y = Math.max(0, area.y - margin);
  return { x, y, width: Math.min(board.width, area.x + area.width + margin) - x, height: Math.min(board.height, area.y + area.height + margin) - y };
}

/** A picture of this size in the middle of the area: smaller if it must be, never larger, as the server lays it. */
export function placed(picture: Size, area: CanvasArea): CanvasArea {
  const scale = Math.min(1, area.width / picture.width, area.height / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  return { x: area.x + Math.floor((area.width - width) / 2), y: area.y + Math.floor((area.height - height) / 2), width, height };
}

export function sameArea(a: CanvasArea, b: CanvasArea): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

export function overlap(a: CanvasArea, b: CanvasArea): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Does `a` hold all of `b`? */
export function holds(a: CanvasArea, b: CanvasArea): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;
}
