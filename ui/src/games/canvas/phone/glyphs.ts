// A sign for each colour, for those who tell colours apart badly: simple shapes, each by its form, its filling and its turn. The
// same sign is drawn on the cells and on the palette. It knows neither the board nor the page.

import { paper, penOf, type Pen } from '../paper';

/** A sign in a box from -10 to 10. */
export interface Glyph {
  path: string;
  /** Degrees. */
  turn: number;
  filled: boolean;
  /** The list of signs is used a second time with one dot beside them, and so on. */
  dots: number;
}

interface Shape {
  path: string;
  turns: readonly number[];
  /** Drawn filled, as a line, or once each. */
  fillings: readonly boolean[];
}

const ONCE = [0];
const HALF = [0, 45, 90, 135];
const ROUND = [0, 90, 180, 270];
const BOTH = [true, false];
const LINE = [false];

const SHAPES: readonly Shape[] = [
  { path: 'M0-6.500a6.500 6.500 0 1 1 0 13a6.500 6.500 0 1 1 0-13Z', turns: ONCE, fillings: BOTH },
  { path: 'M-5.500-5.500h11v11h-11Z', turns: [0, 45], fillings: BOTH },
  { path: 'M0-6.500 6.500 5h-13Z', turns: ROUND, fillings: BOTH },
  { path: 'M0-8V8', turns: HALF, fillings: LINE },
  { path: 'M-7 3a7 7 0 0 1 14 0Z', turns: ROUND, fillings: [true] },
  { path: 'M0-7V7M-7 0H7', turns: [0, 45], fillings: LINE },
  { path: 'M-6.500 4 0-4l6.500 8', turns: ROUND, fillings: LINE },
  { path: 'M-5-7V5H7', turns: ROUND, fillings: LINE },
  { path: 'M-3.500-7V7M3.500-7V7', turns: HALF, fillings: LINE },
  { path: 'M-7-5H7M0-5V7', turns: ROUND, fillings: LINE },
];

const ALL: readonly Omit<Glyph, 'dots'>[] = SHAPES.reduce<Omit<Glyph, 'dots'>[]>(
  (all, { path, turns, fillings }) => all.concat(...fillings.map((filled) => turns.map((turn) => ({ path, turn, filled })))),
  [],
);

/** Neighbours in a palette are often alike in colour, so their signs differ in form. */
const STRIDE = 11;

/** The sign of a colour; the empty board has none. */
export function glyphOf(color: number): Glyph | null {
  if (color === 0) return null;
  const index = color - 1;
  const shape = ALL[(index * STRIDE) % ALL.length];
  return shape ? { ...shape, dots: Math.floor(index / ALL.length) } : null;
}

/** How many signs there are before dots are needed. */
export const SIGNS = ALL.length;

const INK = '#14204f';
const SNOW = '#f8fbff';

/** Ink on bright colours, snow on dark ones. */
export function contrast(rgb: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Math.pow(parseInt(rgb.slice(at, at + 2), 16) / 255, 2.2)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.3 ? INK : SNOW;
}

/** How wide a sign's line is, in its box. */
export const STROKE = 2.6;

/** Draws a sign about a point, in a cell of so many pixels. */
export function drawGlyph(g: Pen, glyph: Glyph, paint: string, x: number, y: number, cell: number): void {
  g.save();
  g.translate(x, y);
  g.scale(cell / 28, cell / 28);
  g.fillStyle = g.strokeStyle = paint;
  for (let dot = 0; dot < glyph.dots; dot++) g.fillRect(-12 + dot * 4, -12, 2.5, 2.5);
  g.rotate((glyph.turn * Math.PI) / 180);
  g.lineWidth = STROKE;
  const path = new Path2D(glyph.path);
  if (glyph.filled) g.fill(path);
  else g.stroke(path);
  g.restore();
}

/** The signs of a palette, drawn once for cells of one size: to be laid on thousands of cells. */
export class GlyphSheet {
  readonly sheet = paper();

  constructor(
    palette: readonly { rgb: string }[],
    /** Device pixels a cell. */
    readonly cell: number,
  ) {
    this.sheet.width = cell * palette.length;
    this.sheet.height = cell;
    const g = penOf(this.sheet);
    if (g) palette.forEach(({ rgb }, color) => this.draw(g, color, contrast(rgb)));
  }

  private draw(g: Pen, color: number, paint: string): void {
    const glyph = glyphOf(color);
    if (glyph) drawGlyph(g, glyph, paint, (color + 0.5) * this.cell, this.cell / 2, this.cell);
  }
}
