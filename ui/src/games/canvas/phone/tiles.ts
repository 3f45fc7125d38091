// The board as pictures of one pixel a cell, in tiles, so that a changed cell costs its tile only. Tiles that are not looked at are
// not kept up: they are drawn anew when they come into sight. It knows neither the screen nor the view.
import { Far } from './far';
import { paper, penOf, type Paper, type Pen } from '../paper';
import type { Size } from './view';

/** What is painted: the colours of cells, row by row. */
export interface Pixels extends Size {
  readonly cells: Uint8Array;
}

/** A rectangle of cells. */
export interface Area extends Size {
  x: number;
  y: number;
}

const EDGE = 256;
/** A tile shows one more row and column than its own: where two tiles meet between pixels, no seam shines through. */
const LAP = 1;
/** More changes than this in a tile are not painted one by one. */
const MANY = 400;

interface Tile extends Area {
  picture: Paper;
  g: Pen;
  stale: boolean;
  changed: number[];
}

export class Tiles {
  private readonly tiles: (Tile | undefined)[] = [];
  private readonly across: number;
  private readonly down: number;
  private shades: Uint32Array;
  private readonly distance: Far;
  /** One tile's pixels, used for each in turn. */
  private readonly scratch = new ImageData(EDGE + LAP, EDGE + LAP);
  private readonly words = new Uint32Array(this.scratch.data.buffer);

  constructor(
    private readonly board: Pixels,
    private palette: readonly string[],
  ) {
    this.across = Math.ceil(board.width / EDGE);
    this.down = Math.ceil(board.height / EDGE);
    this.shades = shadesOf(palette);
    this.distance = new Far(board, palette);
  }

  recolor(palette: readonly string[]): void {
    this.palette = palette;
    this.distance.recolor(palette);
    this.shades = shadesOf(palette);
    this.forget();
  }

  /** Everything may be different. */
  forget(): void {
    this.distance.forget();
    for (const tile of this.tiles) if (tile) tile.stale = true;
  }

  /** These cells are different. */
  change(items: Uint32Array): void {
    for (const item of items) {
      const cell = item & 0xffffff;
      this.distance.change(cell);
      const [x, y] = [cell % this.board.width, Math.floor(cell / this.board.width)];
      const [tx, ty] = [Math.floor(x / EDGE), Math.floor(y / EDGE)];
      this.note(tx, ty, cell);
      if (x % EDGE === 0) this.note(tx - 1, ty, cell);
      if (y % EDGE === 0) this.note(tx, ty - 1, cell);
      if (x % EDGE === 0 && y % EDGE === 0) this.note(tx - 1, ty - 1, cell);
    }
  }

  /** Is there a tile for all of this area, be it an old one? */
  has(area: Area): boolean {
    return this.within(area).every((at) => this.tiles[at] !== undefined);
  }

  /** The board as it is drawn in motion where a cell takes so many pixels, if that is far enough away. */
  far(scale: number): Far | null {
    return this.distance.serves(scale) ? this.distance : null;
  }

  /** All of it, coarse or not. */
  get whole(): Far {
    return this.distance;
  }

  /** Draws the tiles that show something of this area; false if the time was up before all were ready. */
  draw(g: Pen, area: Area, inTime: () => boolean): boolean {
    let whole = true;
    for (const at of this.within(area)) {
      const tile = this.ready(at, inTime);
      if (tile) g.drawImage(tile.picture, tile.x, tile.y);
      whole = whole && tile !== null && !tile.stale;
    }
    return whole;
  }

  /** The tiles that show something of an area, by their places in the list. */
  private within(area: Area): number[] {
    const [left, right] = [span(area.x, this.across), span(area.x + area.width - 1e-6, this.across)];
    const [top, bottom] = [span(area.y, this.down), span(area.y + area.height - 1e-6, this.down)];
    const all: number[] = [];
    for (let ty = top; ty <= bottom; ty++) for (let tx = left; tx <= right; tx++) all.push(ty * this.across + tx);
    return all;
  }

  private note(tx: number, ty: number, cell: number): void {
    const tile = tx < 0 || ty < 0 ? undefined : this.tiles[ty * this.across + tx];
    if (!tile || tile.stale) return;
    tile.changed.push(cell);
    if (tile.changed.length > MANY) tile.stale = true;
  }

  private ready(at: number, inTime: () => boolean): Tile | null {
    const known = this.tiles[at];
    if (known && !known.stale) {
      this.touchUp(known);
      return known;
    }
    // What was there before is better than nothing.
    if (!inTime()) return known ?? null;
    const tile = known ?? this.make(at % this.across, Math.floor(at / this.across));
    if (tile) this.paint(tile);
    this.tiles[at] = tile ?? undefined;
    return tile;
  }

  private make(tx: number, ty: number): Tile | null {
    const [x, y] = [tx * EDGE, ty * EDGE];
    const [width, height] = [Math.min(EDGE + LAP, this.board.width - x), Math.min(EDGE + LAP, this.board.height - y)];
    const picture = paper(width, height);
    const g = penOf(picture, { alpha: false });
    return g && { picture, g, x, y, width, height, stale: true, changed: [] };
  }

  private paint(tile: Tile): void {
    const { board, shades, words } = this;
    for (let y = 0; y < tile.height; y++) {
      const from = (tile.y + y) * board.width + tile.x;
      const to = y * (EDGE + LAP);
      for (let x = 0; x < tile.width; x++) words[to + x] = shades[board.cells[from + x] as number] as number;
    }
    tile.g.putImageData(this.scratch, 0, 0, 0, 0, tile.width, tile.height);
    tile.stale = false;
    tile.changed = [];
  }

  private touchUp(tile: Tile): void {
    for (const cell of tile.changed) {
      tile.g.fillStyle = this.palette[this.board.cells[cell] as number] ?? '#000';
      tile.g.fillRect((cell % this.board.width) - tile.x, Math.floor(cell / this.board.width) - tile.y, 1, 1);
    }
    if (tile.changed.length > 0) tile.changed = [];
  }
}

function span(at: number, most: number): number {
  return Math.max(0, Math.min(most - 1, Math.floor(at / EDGE)));
}

/** `#rrggbb` as a canvas keeps it in its memory, for every colour that a cell may hold. */
export function shadesOf(palette: readonly string[]): Uint32Array {
  const shades = new Uint32Array(256).fill(0xff000000);
  palette.forEach((rgb, color) => (shades[color] = shadeOf(rgb)));
  return shades;
}

function shadeOf(rgb: string): number {
  const word = parseInt(rgb.slice(1), 16);
  return (0xff000000 | ((word & 0xff) << 16) | (word & 0xff00) | (word >> 16)) >>> 0;
}

/** A small picture of indexed colours; `free` is left out. */
export function pictureOf(size: Size, colorAt: (i: number) => number, palette: readonly string[], free = -1): Paper {
  const picture = paper(size.width, size.height);
  const g = penOf(picture);
  const pixels = new ImageData(size.width, size.height);
  const words = new Uint32Array(pixels.data.buffer);
  const shades = shadesOf(palette);
  for (let i = 0; i < words.length; i++) {
    const color = colorAt(i);
    if (color !== free) words[i] = shades[color] ?? 0;
  }
  if (g) g.putImageData(pixels, 0, 0);
  return picture;
}
