// The whole board as one small picture, which shows every so-manieth cell: for a board in motion, so far away that nobody sees more
// of it, and below all else, so that nothing is ever empty where the board is. One picture is drawn much faster than many tiles.
import { paper, penOf, type Paper, type Pen } from '../paper';
import type { Sight } from './plate';
import { shadesOf, type Pixels } from './tiles';
import { seen, toScreen } from './view';
import type { Matrix } from './wall';

/** Pixels of the picture's longer side, at most. */
const SIDE = 512;
/** Its pixels are seen as such when they are larger than this on the screen. */
const COARSE = 1.3;
/** More changes than this are not painted one by one. */
const MANY = 400;

export class Far {
  private readonly step: number;
  private picture: Paper | null = null;
  private changed: number[] | null = null;

  constructor(
    private readonly board: Pixels,
    private palette: readonly string[],
  ) {
    this.step = Math.ceil(Math.max(board.width, board.height) / SIDE);
  }

  recolor(palette: readonly string[]): void {
    this.palette = palette;
    this.forget();
  }

  forget(): void {
    this.changed = null;
  }

  change(cell: number): void {
    if (this.changed) this.changed.push(cell);
    if (this.changed && this.changed.length > MANY) this.changed = null;
  }

  /** Is it good enough where a cell takes so many pixels? */
  serves(scale: number): boolean {
    return this.step > 1 && scale * this.step <= COARSE;
  }

  /** Draws the whole board, in cells. */
  draw(g: Pen): void {
    const { width, height } = this.board;
    g.drawImage(this.fresh(), 0, 0, width / this.step, height / this.step, 0, 0, width, height);
  }

  /** The picture itself, with all changes. */
  fresh(): Paper {
    const picture = this.picture ?? (this.picture = this.make());
    const pen = penOf(picture);
    if (pen) this.keepUp(pen);
    return picture;
  }

  /** Where the picture lies when the board is seen from there. */
  lies({ view, stage }: Sight): Matrix {
    const right = seen(view, { x: this.step, y: 0 });
    const down = seen(view, { x: 0, y: this.step });
    const corner = toScreen(view, stage, { x: 0, y: 0 });
    return [right.x, right.y, down.x, down.y, corner.x, corner.y];
  }

  private make(): Paper {
    return paper(Math.ceil(this.board.width / this.step), Math.ceil(this.board.height / this.step));
  }

  private keepUp(pen: Pen): void {
    if (this.changed) this.changed.forEach((cell) => this.touch(pen, cell));
    else this.paint(pen);
    this.changed = [];
  }

  private touch(pen: Pen, cell: number): void {
    const { board, step } = this;
    const [x, y] = [cell % board.width, Math.floor(cell / board.width)];
    if (x % step !== 0 || y % step !== 0) return;
    pen.fillStyle = this.palette[board.cells[cell] as number] ?? '#000';
    pen.fillRect(x / step, y / step, 1, 1);
  }

  private paint(pen: Pen): void {
    const { board, step } = this;
    const { width, height } = pen.canvas;
    const pixels = new ImageData(width, height);
    const words = new Uint32Array(pixels.data.buffer);
    const shades = shadesOf(this.palette);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++) words[at++] = shades[board.cells[(y * board.width + x) * step] as number] as number;
    }
    pen.putImageData(pixels, 0, 0);
  }
}
