// Where the board hangs on the screen: which cell is under which point, and how it is moved, turned and zoomed. Pure figures;
// it knows neither the page nor the pixels. Screen figures are CSS pixels, board figures are cells and may have fractions.

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The part of the screen that no control covers. */
export interface Stage extends Size {
  left: number;
  top: number;
}

/** Quarter turns, clockwise. */
export type Turn = 0 | 1 | 2 | 3;

export interface View {
  /** Pixels a cell. */
  scale: number;
  /** The board's point in the middle of the stage. */
  x: number;
  y: number;
  turn: Turn;
  /** Seen in a mirror that stands on the screen. */
  mirror: boolean;
}

/** A cell is never larger than this on the screen. */
const LARGEST = 64;
/** The whole board leaves this much of the stage free around it. */
const AIR = 0.92;

export function middle(stage: Stage): Point {
  return { x: stage.left + stage.width / 2, y: stage.top + stage.height / 2 };
}

/** A way on the board as it is seen. */
export function seen(view: View, way: Point): Point {
  const turned = turn(way, view.turn);
  return { x: (view.mirror ? -turned.x : turned.x) * view.scale, y: turned.y * view.scale };
}

/** A way on the screen as it is on the board. */
export function meant(view: View, way: Point): Point {
  const flat = { x: (view.mirror ? -way.x : way.x) / view.scale, y: way.y / view.scale };
  return turn(flat, ((4 - view.turn) % 4) as Turn);
}

function turn({ x, y }: Point, turns: Turn): Point {
  switch (turns) {
    case 0:
      return { x, y };
    case 1:
      return { x: -y, y: x };
    case 2:
      return { x: -x, y: -y };
    case 3:
      return { x: y, y: -x };
  }
}

export function toScreen(view: View, stage: Stage, at: Point): Point {
  const way = seen(view, { x: at.x - view.x, y: at.y - view.y });
  const centre = middle(stage);
  return { x: centre.x + way.x, y: centre.y + way.y };
}

export function toBoard(view: View, stage: Stage, at: Point): Point {
  const centre = middle(stage);
  const way = meant(view, { x: at.x - centre.x, y: at.y - centre.y });
  return { x: view.x + way.x, y: view.y + way.y };
}

/** The cell under a point of the screen; null beside the board. */
export function cellAt(view: View, stage: Stage, board: Size, at: Point): Point | null {
  const on = toBoard(view, stage, at);
  const cell = { x: Math.floor(on.x), y: Math.floor(on.y) };
  return cell.x >= 0 && cell.y >= 0 && cell.x < board.width && cell.y < board.height ? cell : null;
}

/** The whole board in the middle of the stage. */
export function fit(board: Size, stage: Stage, turn: Turn = 0, mirror = false): View {
  return { scale: fitting(board, stage, turn), x: board.width / 2, y: board.height / 2, turn, mirror };
}

function fitting(board: Size, stage: Stage, turn: Turn): number {
  const [across, down] = turn % 2 === 0 ? [board.width, board.height] : [board.height, board.width];
  return AIR * Math.min(stage.width / across, stage.height / down);
}

/** The least and the greatest scale. */
export function scales(board: Size, stage: Stage, turn: Turn): { least: number; most: number } {
  const whole = fitting(board, stage, turn);
  return { least: Math.min(whole, LARGEST), most: LARGEST };
}

/** The view within its limits: the middle of the stage always shows some of the board. */
export function held(view: View, board: Size, stage: Stage): View {
  const { least, most } = scales(board, stage, view.turn);
  const scale = between(view.scale, least, most);
  return { ...view, scale, x: between(view.x, 0, board.width), y: between(view.y, 0, board.height) };
}

export function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Moved by so many pixels. */
export function pan(view: View, board: Size, stage: Stage, way: Point): View {
  const moved = meant(view, way);
  return held({ ...view, x: view.x - moved.x, y: view.y - moved.y }, board, stage);
}

/** Two fingers whose middle went from one point to another, `factor` times as far apart as before. */
export function pinch(view: View, board: Size, stage: Stage, from: Point, to: Point, factor: number): View {
  const under = toBoard(view, stage, from);
  const { least, most } = scales(board, stage, view.turn);
  const zoomed = { ...view, scale: between(view.scale * factor, least, most) };
  const drifted = toBoard(zoomed, stage, to);
  return held({ ...zoomed, x: view.x + under.x - drifted.x, y: view.y + under.y - drifted.y }, board, stage);
}

/** Zoomed to a scale, about a point of the screen. */
export function zoomTo(view: View, board: Size, stage: Stage, at: Point, scale: number): View {
  return pinch(view, board, stage, at, at, scale / view.scale);
}

/** So far on the way from one view to another, 0 to 1. What lies still under a zoom lies still all the way. */
export function onTheWay(from: View, to: View, share: number): View {
  const scale = from.scale * Math.pow(to.scale / from.scale, share);
  const zooms = Math.abs(to.scale / from.scale - 1) > 1e-3;
  const done = zooms ? (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale) : share;
  return { ...to, scale, x: from.x + (to.x - from.x) * done, y: from.y + (to.y - from.y) * done };
}

/** A quarter turn on, clockwise as it is seen. In a mirror that is the other way round on the board. */
export function turned(view: View, board: Size, stage: Stage): View {
  const on = view.mirror ? 3 : 1;
  return held({ ...view, turn: ((view.turn + on) % 4) as Turn }, board, stage);
}

/** How friction slows a board that was let go: the way in `ms` from this speed (pixels a ms), and the speed then. */
export function glide(speed: Point, ms: number): { way: Point; speed: Point } {
  const kept = Math.exp(-ms / FRICTION);
  const far = FRICTION * (1 - kept);
  return { way: { x: speed.x * far, y: speed.y * far }, speed: { x: speed.x * kept, y: speed.y * kept } };
}

const FRICTION = 300;
