// A picture of the board, larger than the screen, that remembers from where it was drawn: it is moved and zoomed along with the board
// without being drawn anew, which a phone does for nothing. What is drawn on it, and when, others know.
import { penOf, type Pen } from '../paper';
import type { Area } from './tiles';
import { seen, middle, type Size, type Stage, type View } from './view';
import type { Sheet, Wall } from './wall';

/** From where something is seen. */
export interface Sight {
  view: View;
  stage: Stage;
}

export class Plate {
  /** CSS pixels, margins and all. */
  size: Size = { width: 0, height: 0 };
  density = 1;
  margin = 0;
  readonly g: Pen;
  private readonly sheet: Sheet;
  private from: Sight | null = null;

  constructor(wall: Wall) {
    this.sheet = wall.sheet(true);
    const g = penOf(this.sheet.paper);
    if (!g) throw new Error('this browser cannot draw');
    this.g = g;
  }

  fit({ width, height }: Size, margin: number, density: number): void {
    this.margin = margin;
    this.density = density;
    this.size = { width: width + 2 * margin, height: height + 2 * margin };
    this.from = null;
    this.sheet.fit(this.size, density);
  }

  /** What is on it is worth nothing any more. */
  forget(): void {
    this.from = null;
  }

  /** From now on it is drawn as the board is seen from here. */
  begin(sight: Sight): void {
    this.from = sight;
  }

  /** From where its own pixels are seen. */
  get sight(): Sight | null {
    if (!this.from) return null;
    const { view, stage } = this.from;
    return { view, stage: { ...stage, left: stage.left + this.margin, top: stage.top + this.margin } };
  }

  /** How much larger what it shows has become since it was drawn; null if it cannot be moved to where one looks now. */
  zoom({ view }: Sight): number | null {
    if (!this.from || this.from.view.turn !== view.turn || this.from.view.mirror !== view.mirror) return null;
    return view.scale / this.from.view.scale;
  }

  /** From where the screen shows just what it shows. */
  get seenFrom(): Sight | null {
    return this.from;
  }

  /** The part of the screen that it takes. */
  cover(sight: Sight): Area | null {
    const zoom = this.zoom(sight);
    if (!this.from || zoom === null) return null;
    const { view, stage } = sight;
    const centre = middle(stage);
    const way = seen(view, { x: this.from.view.x - view.x, y: this.from.view.y - view.y });
    const corner = { x: centre.x * (1 - zoom) + way.x - this.margin * zoom, y: centre.y * (1 - zoom) + way.y - this.margin * zoom };
    return { ...corner, width: this.size.width * zoom, height: this.size.height * zoom };
  }

  /** Lays it where it is to be seen from there. */
  lie(sight: Sight): void {
    const cover = this.cover(sight);
    if (cover) this.sheet.lie([cover.width / this.size.width, 0, 0, cover.height / this.size.height, cover.x, cover.y]);
  }

  show(shown: boolean): void {
    this.sheet.show(shown);
  }
}
