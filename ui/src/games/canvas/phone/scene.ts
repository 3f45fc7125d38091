// What is seen of the board in a rectangle: the lit window, its cells, grid, signs, the ghost and protected areas. It draws what it
// is given; when to draw is the painter's.
import { GlyphSheet } from './glyphs';
import { paper, penOf, type Paper, type Pen } from '../paper';
import type { Sight } from './plate';
import type { Area, Pixels, Tiles } from './tiles';
import { seen, toBoard, toScreen, type Point, type Size } from './view';

/** A pixel that is on its way to the board. */
export interface Pending extends Point {
  color: number;
}

export interface Scene extends Sight {
  board: Size;
  /** Null until the cells are there. */
  pixels: Pixels | null;
  tiles: Tiles | null;
  /** The whole board small, until then. */
  preview: Paper | null;
  palette: readonly string[];
  /** Are signs shown on the colours? */
  signs: boolean;
  shielded: readonly Area[];
  ghost: { picture: Paper; area: Area } | null;
}

/** How a rectangle is to be drawn. */
export interface Haste {
  /** Device pixels a CSS pixel. */
  density: number;
  /** In motion, thousands of signs are left out. */
  hurried: boolean;
  inTime: () => boolean;
}

const GRID_FROM = 12;
const SIGNS_FROM = 14;
const SIGNS_IN_MOTION = 450;
const RIM = 14;

/** What is drawn once and laid on often: the light, the signs, the hatching. Whoever begins to draw has none. */
export function forgetStock(): void {
  lit = sheet = hatching = null;
}

/** Draws this rectangle of the screen anew; false if tiles were missing and it should be drawn again. */
export function drawScene(g: Pen, scene: Scene, rect: Area, haste: Haste): boolean {
  const { density } = haste;
  g.setTransform(density, 0, 0, density, 0, 0);
  const board = frameOf(scene, { x: 0, y: 0, ...scene.board });
  const shown = cellsIn(scene, rect);
  const laid = shown !== null && isLaid(scene, shown, haste);
  if (!laid || !holds(board, rect)) drawWindow(g, board, rect, laid);
  if (!shown) return true;
  const whole = drawCells(g, scene, shown, haste);
  g.setTransform(density, 0, 0, density, 0, 0);
  if (scene.view.scale >= GRID_FROM) drawGrid(g, scene, shown, density);
  if (scene.signs) drawSigns(g, scene, shown, haste);
  g.setTransform(density, 0, 0, density, 0, 0);
  for (const area of scene.shielded) drawShield(g, scene, area, rect);
  return whole;
}

/** Will the board's own pixels cover all of an area? */
function isLaid({ tiles, view }: Scene, shown: Area, { hurried, density }: Haste): boolean {
  return tiles !== null && (tiles.has(shown) || (hurried && tiles.far(view.scale * density) !== null));
}

/** The rectangle of the screen that an area of the board takes. */
export function frameOf({ view, stage }: Sight, area: Area): Area {
  const one = toScreen(view, stage, area);
  const other = toScreen(view, stage, { x: area.x + area.width, y: area.y + area.height });
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

/** The cells of which something is seen in a rectangle of the screen; null if none. */
function cellsIn({ view, stage, board }: Scene, rect: Area): Area | null {
  const one = toBoard(view, stage, rect);
  const other = toBoard(view, stage, { x: rect.x + rect.width, y: rect.y + rect.height });
  const left = Math.max(0, Math.floor(Math.min(one.x, other.x)));
  const top = Math.max(0, Math.floor(Math.min(one.y, other.y)));
  const right = Math.min(board.width, Math.ceil(Math.max(one.x, other.x)));
  const bottom = Math.min(board.height, Math.ceil(Math.max(one.y, other.y)));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

export function meet(one: Area, other: Area): Area | null {
  const [left, top] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const width = Math.min(one.x + one.width, other.x + other.width) - left;
  const height = Math.min(one.y + one.height, other.y + other.height) - top;
  return width > 0 && height > 0 ? { x: left, y: top, width, height } : null;
}

export function holds(outer: Area, inner: Area): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

export function grown(area: Area, by: number): Area {
  return { x: area.x - by, y: area.y - by, width: area.width + 2 * by, height: area.height + 2 * by };
}

/** The glow and the frame of the lit window that the board is; inside, snow until there are cells. */
function drawWindow(g: Pen, board: Area, rect: Area, laid: boolean): void {
  g.clearRect(rect.x, rect.y, rect.width, rect.height);
  if (!meet(grown(board, REACH), rect)) return;
  drawLight(g, board, rect);
  if (laid) return;
  g.fillStyle = '#dfe7fb';
  g.fillRect(board.x, board.y, board.width, board.height);
}

/** Light drawn anew in each frame is more than a phone can do: it is drawn once, and laid around the board in patches. */
function drawLight(g: Pen, board: Area, rect: Area): void {
  g.imageSmoothingEnabled = false;
  const across = patches(board.x, board.width);
  const down = patches(board.y, board.height);
  across.forEach((x, column) => down.forEach((y, row) => {
    const behind = column === 1 && row === 1;
    if (behind || !meet({ x: x.at, y: y.at, width: x.room, height: y.room }, rect)) return;
    g.drawImage(light(), x.from * FINE, y.from * FINE, x.wide * FINE, y.wide * FINE, x.at, y.at, x.room, y.room);
  }));
}

/** A stretch of the light's picture, and where it comes to lie. */
interface Patch {
  from: number;
  wide: number;
  at: number;
  room: number;
}

/** Before the board, along it, and after it. */
function patches(at: number, length: number): Patch[] {
  return [
    { from: 0, wide: REACH, at: at - REACH, room: REACH },
    { from: REACH, wide: LIT, at, room: length },
    { from: REACH + LIT, wide: REACH, at: at + length, room: REACH },
  ];
}

/** Pixels around the board on which its light falls. */
export const REACH = 34;
/** The light's picture is drawn around a board of this size, so many pixels a pixel. */
const LIT = 80;
const FINE = 2;
let lit: Paper | null = null;

function light(): Paper {
  if (lit) return lit;
  lit = paper((2 * REACH + LIT) * FINE);
  const g = penOf(lit);
  if (!g) return lit;
  g.scale(FINE, FINE);
  g.lineJoin = 'round';
  for (const [wide, paint] of GLOW) {
    g.strokeStyle = paint;
    g.lineWidth = wide * 2;
    g.strokeRect(REACH, REACH, LIT, LIT);
  }
  return lit;
}

/** The light that falls out of the window, fainter and fainter; then its frame. */
const GLOW: readonly [number, string][] = [
  ...Array.from({ length: 12 }, (_, i): [number, string] => [RIM * 2.2 * Math.pow(0.86, i), 'rgba(255,224,150,0.035)']),
  [4, '#2a1d3c'],
  [2.5, '#ffe7b0'],
];

function drawCells(g: Pen, scene: Scene, shown: Area, haste: Haste): boolean {
  const { view, preview, tiles, ghost } = scene;
  lay(g, scene, haste.density);
  // Far away a pixel is finer than the screen's: only then is it smoothed, and only at rest.
  g.imageSmoothingEnabled = !haste.hurried && view.scale * haste.density < 0.9;
  if (preview && !(tiles && tiles.has(shown))) g.drawImage(preview, 0, 0, scene.board.width, scene.board.height);
  const far = tiles && haste.hurried ? tiles.far(view.scale * haste.density) : null;
  if (far) far.draw(g);
  const whole = !far && tiles ? tiles.draw(g, shown, haste.inTime) : true;
  if (ghost && meet(ghost.area, shown)) {
    g.globalAlpha = 0.5;
    g.drawImage(ghost.picture, ghost.area.x, ghost.area.y, ghost.area.width, ghost.area.height);
    g.globalAlpha = 1;
  }
  return whole;
}

/** From now on the pen draws in cells. */
function lay(g: Pen, { view, stage }: Sight, density: number): void {
  const right = seen(view, { x: 1, y: 0 });
  const down = seen(view, { x: 0, y: 1 });
  const corner = toScreen(view, stage, { x: 0, y: 0 });
  g.setTransform(right.x * density, right.y * density, down.x * density, down.y * density, corner.x * density, corner.y * density);
}

function drawGrid(g: Pen, scene: Scene, shown: Area, density: number): void {
  const frame = frameOf(scene, shown);
  const { scale } = scene.view;
  const line = Math.max(1, Math.round(density / 2)) / density;
  g.fillStyle = 'rgba(20,32,79,0.16)';
  for (let x = 0; x <= Math.round(frame.width / scale); x++) g.fillRect(snap(frame.x + x * scale, density), frame.y, line, frame.height);
  for (let y = 0; y <= Math.round(frame.height / scale); y++) g.fillRect(frame.x, snap(frame.y + y * scale, density), frame.width, line);
}

function snap(at: number, density: number): number {
  return Math.round(at * density) / density;
}

let sheet: { made: GlyphSheet; palette: readonly string[] } | null = null;

function sheetOf(palette: readonly string[], cell: number): GlyphSheet {
  if (!sheet || sheet.palette !== palette || sheet.made.cell !== cell) {
    sheet = { palette, made: new GlyphSheet(palette.map((rgb) => ({ rgb })), cell) };
  }
  return sheet.made;
}

// The signs stand upright however the board is turned: their own turn tells colours apart.
function drawSigns(g: Pen, scene: Scene, shown: Area, { density, hurried }: Haste): void {
  const { view, stage, pixels, palette } = scene;
  if (!pixels || view.scale < SIGNS_FROM || (hurried && shown.width * shown.height > SIGNS_IN_MOTION)) return;
  const cell = Math.round(view.scale * density);
  const signs = sheetOf(palette, cell).sheet;
  g.setTransform(1, 0, 0, 1, 0, 0);
  for (let y = shown.y; y < shown.y + shown.height; y++) {
    for (let x = shown.x; x < shown.x + shown.width; x++) {
      const color = pixels.cells[y * pixels.width + x] ?? 0;
      if (color === 0) continue;
      const at = toScreen(view, stage, { x: x + 0.5, y: y + 0.5 });
      g.drawImage(signs, color * cell, 0, cell, cell, Math.round(at.x * density - cell / 2), Math.round(at.y * density - cell / 2), cell, cell);
    }
  }
}

let hatching: Paper | null = null;

/** A tile of slanting lines. */
function hatch(): Paper {
  if (hatching) return hatching;
  hatching = paper(16);
  const g = penOf(hatching);
  if (!g) return hatching;
  g.strokeStyle = 'rgba(20,32,79,0.38)';
  g.lineWidth = 3;
  g.beginPath();
  for (const from of [-16, 0, 16]) {
    g.moveTo(from - 2, 18);
    g.lineTo(from + 18, -2);
  }
  g.stroke();
  return hatching;
}

function drawShield(g: Pen, scene: Scene, area: Area, rect: Area): void {
  const frame = frameOf(scene, area);
  const shown = meet(frame, rect);
  const pattern = shown && g.createPattern(hatch(), 'repeat');
  if (!shown || !pattern) return;
  g.save();
  g.translate(frame.x, frame.y);
  g.fillStyle = pattern;
  g.fillRect(shown.x - frame.x, shown.y - frame.y, shown.width, shown.height);
  g.restore();
  g.strokeStyle = 'rgba(20,32,79,0.7)';
  g.lineWidth = 2;
  g.strokeRect(frame.x, frame.y, frame.width, frame.height);
}
