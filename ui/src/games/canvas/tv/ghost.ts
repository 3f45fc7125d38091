// The ghost template: which cells still differ from it, as a translucent picture and as a share. Drawn over the board, cell by cell.
import type { Frame, Size } from './frame';
import { blank, littleEndian } from './painter';

/** A cell that the template leaves free. */
const FREE = 0xffff;
const ALPHA = 0x70;

export interface TemplateCells extends Frame {
  /** Colours, row by row. */
  cells: Uint16Array;
}

/** How far the picture has come; pure. */
export class Likeness {
  readonly total: number;
  right = 0;
  private readonly matches: Uint8Array;

  constructor(
    readonly template: TemplateCells,
    private readonly board: Size,
    private readonly cells: Uint8Array,
  ) {
    this.matches = new Uint8Array(template.cells.length);
    this.total = template.cells.reduce((sum, colour) => sum + (colour === FREE ? 0 : 1), 0);
    this.recount();
  }

  recount(): void {
    for (let at = 0; at < this.matches.length; at += 1) this.look(at);
  }

  /** Looks at a cell of the template again. */
  look(at: number): void {
    const { x, y, width } = this.template;
    const painted = this.cells[(y + Math.floor(at / width)) * this.board.width + x + (at % width)];
    const match = Number(painted === this.wanted(at));
    this.right += match - (this.matches[at] as number);
    this.matches[at] = match;
  }

  /** The cell's index in the template, or −1 if it lies outside. */
  indexOf(cell: number): number {
    const { x, y, width, height } = this.template;
    const [column, row] = [(cell % this.board.width) - x, Math.floor(cell / this.board.width) - y];
    return column < 0 || row < 0 || column >= width || row >= height ? -1 : row * width + column;
  }

  wanted(at: number): number {
    return this.template.cells[at] as number;
  }

  wrong(at: number): boolean {
    return this.wanted(at) !== FREE && this.matches[at] === 0;
  }
}

export class Ghost {
  private readonly picture: CanvasRenderingContext2D;

  constructor(
    readonly likeness: Likeness,
    private readonly palette: readonly string[],
  ) {
    this.picture = blank(likeness.template.width, likeness.template.height);
    this.refresh();
  }

  /** The whole picture anew. */
  refresh(): void {
    const { template } = this.likeness;
    const bytes = this.palette.map((rgb) => ((littleEndian(rgb) & 0xffffff) | (ALPHA << 24)) >>> 0);
    this.likeness.recount();
    const image = this.picture.createImageData(template.width, template.height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let at = 0; at < pixels.length; at += 1) pixels[at] = this.likeness.wrong(at) ? (bytes[this.likeness.wanted(at)] ?? 0) : 0;
    this.picture.putImageData(image, 0, 0);
  }

  /** Cells of the board have changed; was one of the template among them? */
  changed(items: Uint32Array): boolean {
    let touched = false;
    for (let i = 0; i < items.length; i += 1) {
      const at = this.likeness.indexOf((items[i] as number) & 0xffffff);
      if (at < 0) continue;
      this.touch(at);
      touched = true;
    }
    return touched;
  }

  draw(pen: CanvasRenderingContext2D, frame: Frame): void {
    const scale = pen.canvas.width / frame.width;
    const { x, y, width, height } = this.likeness.template;
    pen.imageSmoothingEnabled = scale < 1;
    pen.drawImage(this.picture.canvas, (x - frame.x) * scale, (y - frame.y) * scale, width * scale, height * scale);
  }

  private touch(at: number): void {
    const { width } = this.likeness.template;
    this.likeness.look(at);
    this.picture.clearRect(at % width, Math.floor(at / width), 1, 1);
    if (!this.likeness.wrong(at)) return;
    this.picture.globalAlpha = ALPHA / 255;
    this.picture.fillStyle = this.palette[this.likeness.wanted(at)] ?? '#fff';
    this.picture.fillRect(at % width, Math.floor(at / width), 1, 1);
    this.picture.globalAlpha = 1;
  }
}
