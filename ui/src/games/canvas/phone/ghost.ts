// The host's template: which cells are not yet as it wants them, and where the nearest of them is. It knows neither the view nor
// the network.
import { FREE, type Template } from '../sync/wire';
import type { Paper } from '../paper';
import { pictureOf, type Area, type Pixels } from './tiles';
import type { Point } from './view';

/** How far around a point it looks at once, and how many cells elsewhere. */
const RINGS = 40;
const AT_ONCE = 60_000;

export class Ghost {
  readonly area: Area;
  private cursor = 0;

  constructor(private readonly template: Template) {
    const { x, y, width, height } = template;
    this.area = { x, y, width, height };
  }

  picture(palette: readonly string[]): Paper {
    return pictureOf(this.template, (i) => this.template.cells[i] ?? FREE, palette, FREE);
  }

  /** The colour that it wants of a cell; null where it is free. */
  wants({ x, y }: Point): number | null {
    const [column, row] = [x - this.area.x, y - this.area.y];
    if (column < 0 || row < 0 || column >= this.area.width || row >= this.area.height) return null;
    const color = this.template.cells[row * this.area.width + column] ?? FREE;
    return color === FREE ? null : color;
  }

  isWrong(pixels: Pixels, at: Point): boolean {
    const wanted = this.wants(at);
    return wanted !== null && pixels.cells[at.y * pixels.width + at.x] !== wanted;
  }

  /** A cell that is wrong, the nearest if one is near; null if none was found this time (far ones take several calls). */
  nextWrong(pixels: Pixels, near: Point): Point | null {
    for (let ring = 0; ring <= RINGS; ring++) {
      const found = this.onRing(pixels, near, ring);
      if (found) return found;
    }
    return this.elsewhere(pixels);
  }

  private onRing(pixels: Pixels, { x, y }: Point, ring: number): Point | null {
    for (let i = 0; i <= 2 * ring; i++) {
      // From the middle of each side to its ends.
      const step = i % 2 === 0 ? -i / 2 : (i + 1) / 2;
      const around = [{ x: x + step, y: y - ring }, { x: x + step, y: y + ring }, { x: x - ring, y: y + step }, { x: x + ring, y: y + step }];
      for (const at of around) if (this.isWrong(pixels, at)) return at;
    }
    return null;
  }

  private elsewhere(pixels: Pixels): Point | null {
    const { area } = this;
    const all = area.width * area.height;
    for (let left = Math.min(AT_ONCE, all); left > 0; left--) {
      const at = { x: area.x + (this.cursor % area.width), y: area.y + Math.floor(this.cursor / area.width) };
      if (this.isWrong(pixels, at)) return at;
      this.cursor = (this.cursor + 1) % all;
    }
    return null;
  }
}
