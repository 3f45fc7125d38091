// Paints cells as pixels: the board lies in tiles of a pixel a cell, of which a view draws what its frame shows, and then only what
// has changed. It knows no time and no network.
import { page } from '../paper';
import type { Frame, Size } from './frame';

/** A side of a tile. A change touches its tile alone; a weak TV keeps a few large pictures more easily than many small ones. */
const TILE = 512;
/** So many changed cells at once (a picture that was laid) are painted by whole tiles, and drawn with the whole view. */
export const MANY = 4000;
/** What lies outside of the board. */
const NIGHT = '#131c4d';

type Pen = CanvasRenderingContext2D;

export class Painter {
  private readonly tiles: Pen[] = [];
  private readonly across: number;
  private readonly bytes: Uint32Array;

  constructor(
    private readonly board: Size,
    private readonly palette: readonly string[],
  ) {
    this.across = Math.ceil(board.width / TILE);
    this.bytes = Uint32Array.from(palette, littleEndian);
    const down = Math.ceil(board.height / TILE);
    for (let i = 0; i < this.across * down; i += 1) this.tiles.push(blank(TILE, TILE));
  }

  /** The whole board anew. */
  paintAll(cells: Uint8Array): void {
    this.tiles.forEach((pen, i) => this.paintTile(pen, cells, (i % this.across) * TILE, Math.floor(i / this.across) * TILE));
  }

  /** Nothing is painted yet. */
  clear(): void {
    this.tiles.forEach((pen) => {
      pen.fillStyle = this.colour(0);
      pen.fillRect(0, 0, TILE, TILE);
    });
  }

  /** Cells that have changed; `cells` is the board after them. */
  paint(items: Uint32Array, cells: Uint8Array): void {
    if (items.length <= MANY) return this.paintCells(items);
    this.touched(items).forEach((i) => this.paintTile(this.tiles[i] as Pen, cells, (i % this.across) * TILE, Math.floor(i / this.across) * TILE));
  }

  colour(index: number): string {
    return this.palette[index] ?? (this.palette[0] as string);
  }

  /** What the frame shows, filling the view. */
  draw(pen: Pen, frame: Frame): void {
    const { width, height } = pen.canvas;
    const scale = width / frame.width;
    pen.fillStyle = NIGHT;
    pen.fillRect(0, 0, width, height);
    // Smaller than a pixel, cells are mixed rather than left out.
    pen.imageSmoothingEnabled = scale < 1;
    this.tiles.forEach((tile, i) => this.drawTile(pen, frame, scale, tile.canvas, (i % this.across) * TILE, Math.floor(i / this.across) * TILE));
  }

  /** Cells that have changed, into a view that shows the frame already. */
  patch(pen: Pen, frame: Frame, items: Uint32Array): void {
    const scale = pen.canvas.width / frame.width;
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i] as number;
      const [x, y] = [(item & 0xffffff) % this.board.width, Math.floor((item & 0xffffff) / this.board.width)];
      const [left, top] = [Math.round((x - frame.x) * scale), Math.round((y - frame.y) * scale)];
      pen.fillStyle = this.colour(item >>> 24);
      pen.fillRect(left, top, Math.max(1, Math.round((x + 1 - frame.x) * scale) - left), Math.max(1, Math.round((y + 1 - frame.y) * scale) - top));
    }
  }

  private paintCells(items: Uint32Array): void {
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i] as number;
      const [x, y] = [(item & 0xffffff) % this.board.width, Math.floor((item & 0xffffff) / this.board.width)];
      const pen = this.tiles[Math.floor(y / TILE) * this.across + Math.floor(x / TILE)];
      if (!pen) continue;
      pen.fillStyle = this.colour(item >>> 24);
      pen.fillRect(x % TILE, y % TILE, 1, 1);
    }
  }

  private touched(items: Uint32Array): Set<number> {
    const tiles = new Set<number>();
    for (let i = 0; i < items.length; i += 1) {
      const cell = (items[i] as number) & 0xffffff;
      tiles.add(Math.floor(cell / this.board.width / TILE) * this.across + Math.floor((cell % this.board.width) / TILE));
    }
    return tiles;
  }

  private paintTile(pen: Pen, cells: Uint8Array, x0: number, y0: number): void {
    const [width, height] = [Math.min(TILE, this.board.width - x0), Math.min(TILE, this.board.height - y0)];
    const image = pen.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let y = 0; y < height; y += 1) {
      const from = (y0 + y) * this.board.width + x0;
      for (let x = 0; x < width; x += 1) pixels[y * width + x] = this.bytes[cells[from + x] as number] ?? (this.bytes[0] as number);
    }
    pen.putImageData(image, 0, 0);
  }

  // Whole cells and whole pixels only: between tiles there is no seam.
  private drawTile(pen: Pen, frame: Frame, scale: number, tile: HTMLCanvasElement, x0: number, y0: number): void {
    const left = Math.max(x0, Math.floor(frame.x));
    const top = Math.max(y0, Math.floor(frame.y));
    const right = Math.min(x0 + TILE, this.board.width, Math.ceil(frame.x + frame.width));
    const bottom = Math.min(y0 + TILE, this.board.height, Math.ceil(frame.y + frame.height));
    if (right <= left || bottom <= top) return;
    const [px, py] = [Math.round((left - frame.x) * scale), Math.round((top - frame.y) * scale)];
    const [wide, high] = [Math.round((right - frame.x) * scale) - px, Math.round((bottom - frame.y) * scale) - py];
    pen.drawImage(tile, left - x0, top - y0, right - left, bottom - top, px, py, wide, high);
  }
}

/** A canvas that nobody sees. */
export function blank(width: number, height: number): Pen {
  const pen = page(width, height).getContext('2d');
  if (!pen) throw new Error('this browser cannot paint');
  return pen;
}

/** `#rrggbb` as a pixel of an image, opaque. */
export function littleEndian(rgb: string): number {
  const value = parseInt(rgb.slice(1), 16);
  return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >>> 16)) >>> 0;
}
