// The wall of a worker: one canvas, on which all pieces are laid anew in every frame in which one of them has changed. Its frames go
// to the screen past the page, whose main thread has no part in them.
import { paper, penOf, type Paper, type Pen } from '../paper';
import type { Size } from './view';
import { STAMP, type Matrix, type Piece, type Sheet, type Square, type Wall } from './wall';

const FLAT: Matrix = [1, 0, 0, 1, 0, 0];
/** As the page's style has it: how opaque a square is, how long a beat takes, and between what a beating one goes. */
const HAND = 0.8;
const BEAT = 400;
const BEATS = { least: 0.45, most: 0.95 };

interface Pane {
  matrix: Matrix;
  shown: boolean;
  beats: boolean;
  draw: (g: Pen, now: number) => void;
}

export class Glass implements Wall {
  private readonly g: Pen;
  private world = FLAT;
  private readonly inWorld: Pane[] = [];
  private readonly above: Pane[] = [];
  private size: Size = { width: 1, height: 1 };
  private density = 1;
  private stale = true;

  constructor(
    private readonly canvas: OffscreenCanvas,
    /** Nothing beats. */
    private readonly calm: boolean,
  ) {
    const g = penOf(canvas);
    if (!g) throw new Error('this worker cannot draw');
    this.g = g;
  }

  fit(size: Size, density: number): void {
    [this.size, this.density, this.stale] = [size, density, true];
  }

  sheet(inWorld: boolean): Sheet {
    const on = paper();
    let size: Size = { width: 1, height: 1 };
    const fit = (wanted: Size, density: number): void => {
      [on.width, on.height] = [Math.round(wanted.width * density), Math.round(wanted.height * density)];
      size = wanted;
    };
    const list = inWorld ? this.inWorld : this.above;
    const pane = this.pane((g) => g.drawImage(on, 0, 0, size.width, size.height));
    list.push(pane);
    return { paper: on, fit, ...this.pieceOf(pane, list) };
  }

  under(picture: Paper): Piece {
    const pane = this.pane((g) => g.drawImage(picture, 0, 0));
    this.inWorld.unshift(pane);
    return this.pieceOf(pane, this.inWorld);
  }

  square(kind: 'hand' | 'stamp'): Square {
    const beats = kind === 'stamp' && !this.calm;
    let paint = 'transparent';
    const pane = this.pane((g, now) => {
      g.globalAlpha = beats ? beatAt(now) : HAND;
      g.fillStyle = paint;
      g.fillRect(0, 0, STAMP, STAMP);
      g.globalAlpha = 1;
    });
    pane.beats = beats;
    this.above.push(pane);
    const tint = (color: string): void => void ([paint, this.stale] = [color, true]);
    return { tint, ...this.pieceOf(pane, this.above) };
  }

  turn(matrix: Matrix): void {
    [this.world, this.stale] = [matrix, true];
  }

  touched(): void {
    this.stale = true;
  }

  done(now: number): boolean {
    const beats = this.above.some((pane) => pane.shown && pane.beats);
    if (this.stale || beats) this.lay(now);
    return beats;
  }

  remove(): void {
    this.inWorld.length = this.above.length = 0;
  }

  private lay(now: number): void {
    const { g, canvas, size, density, world } = this;
    const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
    this.stale = false;
    // Only now: a canvas of another size is empty.
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, width, height);
    g.imageSmoothingEnabled = false;
    this.inWorld.forEach((pane) => this.put(pane, world, now));
    this.above.forEach((pane) => this.put(pane, FLAT, now));
  }

  private put({ matrix, shown, draw }: Pane, on: Matrix, now: number): void {
    if (!shown) return;
    const { g, density } = this;
    g.setTransform(density, 0, 0, density, 0, 0);
    g.transform(...on);
    g.transform(...matrix);
    draw(g, now);
  }

  private pane(draw: Pane['draw']): Pane {
    return { matrix: FLAT, shown: false, beats: false, draw };
  }

  private pieceOf(pane: Pane, list: Pane[]): Piece {
    return {
      lie: (matrix) => void ([pane.matrix, this.stale] = [matrix, true]),
      show: (shown) => {
        this.stale = this.stale || shown !== pane.shown;
        pane.shown = shown;
      },
      remove: () => void (list.splice(list.indexOf(pane), 1), (this.stale = true)),
    };
  }
}

/** A heart that goes to and fro, softly at both ends. */
function beatAt(now: number): number {
  const share = (1 - Math.cos((now / BEAT) * Math.PI)) / 2;
  return BEATS.least + (BEATS.most - BEATS.least) * share;
}
