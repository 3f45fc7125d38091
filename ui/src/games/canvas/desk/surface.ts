// Pictures of cells, a pixel each, kept on a canvas of their own from which the desk draws at any size.
import type { Colour } from '../../../protocol.gen';
import { cellOf, colourOf } from '../sync/wire';
import type { Size } from './view';

/** Colours as the four bytes of an image, by their index. */
export type Paints = Uint32Array;

const BLACK = 0xff000000;
/** More cells than this are laid row by row. */
const MANY = 3000;
const STRIP = 64;

export function paintsOf(palette: readonly Colour[]): Paints {
  const paints = new Uint32Array(256).fill(BLACK);
  palette.forEach(({ rgb }, index) => (paints[index] = bytesOf(rgb)));
  return paints;
}

/** A cell that was painted so often glows as brightly as it can; where none was, none does. */
const GLOWING = 7;

/** From no heat to the most, which is `most` times: night, through violet and red to yellow. */
export function heatPaints(most: number): Paints {
  const brightest = Math.min(1, Math.log(1 + most) / Math.log(1 + GLOWING));
  return Uint32Array.from({ length: 256 }, (_, heat) => (heat === 0 ? 0xff33140f : warm((brightest * heat) / 255)));
}

function warm(heat: number): number {
  const red = Math.round(90 + 165 * Math.min(1, heat * 1.6));
  const green = Math.round(40 + 190 * Math.pow(heat, 1.6));
  const blue = Math.round(150 * (1 - heat) + 60);
  return (BLACK | (blue << 16) | (green << 8) | red) >>> 0;
}

function bytesOf(rgb: string): number {
  const value = parseInt(rgb.slice(1), 16);
  return (BLACK | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

export class Surface {
  readonly element = document.createElement('canvas');
  private readonly brush: CanvasRenderingContext2D;

  constructor(
    private readonly size: Size,
    private readonly paints: Paints,
  ) {
    this.element.width = size.width;
    this.element.height = size.height;
    const brush = this.element.getContext('2d');
    if (!brush) throw new Error('this browser draws no canvas');
    this.brush = brush;
  }

  /** All cells, row by row. */
  lay(cells: Uint8Array): void {
    const { width, height } = this.size;
    for (let top = 0; top < height; top += STRIP) {
      const rows = Math.min(STRIP, height - top);
      const image = this.brush.createImageData(width, rows);
      const pixels = new Uint32Array(image.data.buffer);
      for (let i = 0; i < pixels.length; i++) pixels[i] = this.paints[cells[top * width + i] ?? 0] ?? BLACK;
      this.brush.putImageData(image, 0, top);
    }
  }

  /** Some cells; `cells` is the board after them. */
  touch(items: ArrayLike<number>, cells: Uint8Array): void {
    if (items.length > MANY) this.lay(cells);
    else this.add(items);
  }

  /** Some cells over whatever is there. */
  add(items: ArrayLike<number>): void {
    const { width } = this.size;
    for (let i = 0; i < items.length; i++) {
      const item = items[i] ?? 0;
      const cell = cellOf(item);
      this.brush.fillStyle = css(this.paints[colourOf(item)] ?? BLACK);
      this.brush.fillRect(cell % width, Math.floor(cell / width), 1, 1);
    }
  }
}

function css(paint: number): string {
  return `rgb(${paint & 0xff},${(paint >> 8) & 0xff},${(paint >> 16) & 0xff})`;
}
