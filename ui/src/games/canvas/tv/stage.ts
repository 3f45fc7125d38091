// The living board: cells, sparks, borders and names in one view that follows the director, at most 30 times a second and only while
// something moves. It is told of changes and of nothing else.
import type { CanvasArea } from '../../../protocol.gen';
import { Borders, type Edge } from './borders';
import { Director } from './director';
import type { Frame, Size } from './frame';
import { drawBorders, drawProtected } from './glow';
import type { Ghost } from './ghost';
import { Names, type Label } from './names';
import { MANY, Painter } from './painter';
import { Sparks } from './sparks';

/** ms between two pictures. */
const PICTURE = 32;
const BORDERS_EVERY = 400;
const NAMES_EVERY = 120;

export interface StageBoard extends Size {
  readonly cells: Uint8Array;
}

/** How the stage looks at seats: it knows no players. */
export interface Seats {
  color(seat: number): string;
  /** px of a label's box. */
  wide(seat: number): number;
  high(): number;
  show(labels: readonly Label[]): void;
}

export interface StageRules {
  palette: readonly string[];
  teams: boolean;
  /** Without motion the whole board is shown, and stands still. */
  still: boolean;
}

type Pen = CanvasRenderingContext2D;

export class Stage {
  readonly painter: Painter;
  private readonly director: Director;
  private readonly sparks: Sparks;
  private readonly borders: Borders | null;
  private readonly names: Names;
  private ghost: Ghost | null = null;
  private areas: readonly CanvasArea[] = [];
  private edges: Edge[] = [];
  private frame: Frame;
  private pending: Uint32Array[] = [];
  private stale = true;
  private overlaid = false;
  private last = 0;
  private bordersAt = 0;
  private namesAt = 0;
  private request = 0;

  constructor(
    private readonly board: StageBoard,
    private readonly rules: StageRules,
    private readonly ground: Pen,
    private readonly air: Pen,
    private readonly seats: Seats,
  ) {
    this.painter = new Painter(board, rules.palette);
    this.director = new Director(board, ground.canvas.width / ground.canvas.height);
    this.frame = this.director.whole;
    this.sparks = new Sparks(board);
    this.names = new Names(board);
    this.borders = rules.teams ? new Borders(board, board.cells) : null;
    this.repaint();
  }

  start(): void {
    const step = (now: number): void => {
      this.request = requestAnimationFrame(step);
      if (now - this.last < PICTURE) return;
      this.last = now;
      this.picture(now);
    };
    this.request = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.request);
  }

  /** Everything may have changed. */
  repaint(): void {
    this.painter.paintAll(this.board.cells);
    if (this.ghost) this.ghost.refresh();
    if (this.borders) this.borders.clear();
    this.stale = true;
  }

  changed(items: Uint32Array): void {
    this.painter.paint(items, this.board.cells);
    if (items.length > MANY) this.stale = true;
    else this.pending.push(items);
    if (this.ghost && this.ghost.changed(items)) this.stale = true;
  }

  /** Just painted. What the host lays (seat 0: a picture, a rollback) is nobody's brush: it is not shown as painted by hand. */
  placed(items: Uint32Array, seats: Uint32Array, now: number): void {
    for (let i = 0; i < items.length; i += 1) {
      const [item, seat] = [items[i] as number, seats[i] as number];
      if (seat === 0) continue;
      const cell = item & 0xffffff;
      this.director.placed(cell, now);
      this.sparks.add(cell, this.seats.color(seat), now);
      this.names.placed(cell, seat, now);
      if (this.borders) this.borders.placed(cell, item >>> 24, now);
    }
  }

  lay(ghost: Ghost | null): void {
    this.ghost = ghost;
    this.stale = true;
  }

  protect(areas: readonly CanvasArea[]): void {
    this.areas = areas;
    this.stale = true;
  }

  private picture(now: number): void {
    const frame = this.rules.still ? this.director.whole : this.director.frame(now);
    const moved = !same(frame, this.frame);
    this.frame = frame;
    this.drawGround(moved);
    this.drawAir(now);
    if (!moved && now - this.namesAt < NAMES_EVERY) return;
    this.namesAt = now;
    const { width, height } = this.ground.canvas;
    this.seats.show(this.names.labels(frame, { width, height }, this.seats.high(), (seat) => this.seats.wide(seat), now));
  }

  private drawGround(moved: boolean): void {
    const changed = this.pending;
    this.pending = [];
    if (!moved && !this.stale) return changed.forEach((items) => this.painter.patch(this.ground, this.frame, items));
    this.stale = false;
    this.painter.draw(this.ground, this.frame);
    if (this.ghost) this.ghost.draw(this.ground, this.frame);
    drawProtected(this.ground, this.frame, this.areas);
  }

  private drawAir(now: number): void {
    if (this.borders && now - this.bordersAt >= BORDERS_EVERY) {
      this.edges = this.borders.contested(now);
      this.bordersAt = now;
    }
    const alive = this.sparks.alive || this.edges.length > 0;
    if (!alive && !this.overlaid) return;
    this.overlaid = alive;
    this.air.clearRect(0, 0, this.air.canvas.width, this.air.canvas.height);
    drawBorders(this.air, this.frame, this.edges, now);
    this.sparks.draw(this.air, this.frame, now);
  }
}

function same(a: Frame, b: Frame): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width;
}
