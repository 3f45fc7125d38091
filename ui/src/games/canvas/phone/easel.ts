// Where a guest aims, and what his fingers and keys mean for it: the crosshair, the eyedropper, who painted what. The board's motion,
// what hangs there and the arrow are others' matters; the brush paints.
import { effect, signal, untracked } from '@preact/signals';
import type { Answer } from '../../../lib/api';
import { buzz } from '../../../lib/touch';
import type { CellAnswer } from '../sync/answers';
import type { Canvas } from '../sync/canvas';
import type { Brush } from './brush';
import { Crew } from './crew';
import { followPointers, type Hears } from './gestures';
import { Guide } from './guide';
import { Hanging } from './hanging';
import type { Command } from './keys';
import { Motion } from './motion';
import type { Spot } from './spot';
import type { Taste } from './taste';
import { between, cellAt, meant, middle, pinch, toScreen, zoomTo, type Point, type Size, type Stage } from './view';

/** A finger cannot choose among cells smaller than this: the first tap comes nearer. */
const TOO_SMALL = 10;
const NEAR = 27;
/** Commands after which another part of the board is seen, or all of it. */
const MOVES: { [command: string]: true | undefined } = { move: true, zoom: true, whole: true };
const HINT_EVERY = 500;
/** The crosshair stays so far from the stage's edge when keys move it. */
const EDGE = 40;

/** A guest asks who placed a cell; the answer is on its way. */
export interface Asked extends Point {
  answer: Answer<CellAnswer> | null;
}

export class Easel {
  readonly target = signal<Point | null>(null);
  /** The next tap takes up a colour. */
  readonly picking = signal(false);
  readonly asked = signal<Asked | null>(null);
  /** Are cells large enough for a finger? */
  readonly near = signal(false);
  /** Quarter turns and mirrors so far, for the page to move the board along. */
  readonly flips = signal<{ kind: 'turn' | 'mirror'; count: number }>({ kind: 'turn', count: 0 });
  private readonly guide = new Guide();
  private readonly motion = new Motion({ moved: () => this.moved(), frame: () => this.crew?.frame(), glided: () => this.forgetFarTarget() });
  /** A mouse is finer than a finger. */
  private readonly isFine = matchMedia('(pointer: fine)').matches;
  private nearedAt = -1000;
  private crew: Crew | null = null;
  private hanging: Hanging | null = null;
  private ends: (() => void)[] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly brush: Brush,
    private readonly taste: Taste,
    private readonly spot: Spot,
  ) {}

  /** The way to the next cell that the ghost wants otherwise. */
  get arrow(): Guide['arrow'] {
    return this.guide.arrow;
  }

  /** Hangs the board into an element; answers with how to take it down. */
  hang(element: HTMLElement): () => void {
    const crew = new Crew(element, { beforeFrame: (now) => this.motion.step(now), rested: () => this.rested() });
    const hanging = new Hanging(this.canvas, crew, { measured: (size) => untracked(() => this.motion.measure(size, this.spot.viewOf(size))), changed: (change) => this.brush.arrived(change) });
    [this.crew, this.hanging] = [crew, hanging];
    const hint = setInterval(() => this.point(), HINT_EVERY);
    hanging.follow();
    this.ends = [
      followPointers(element, this.hears, (at, factor) => this.wheel(at, factor)),
      effect(() => this.followHand(crew, hanging)),
      effect(() => crew.obey({ do: 'signs', shown: this.taste.signs.value })),
      () => clearInterval(hint),
      () => hanging.stop(),
      () => crew.stop(),
    ];
    return () => this.takeDown();
  }

  /** How large the screen is, and which part of it is free. */
  lay(screen: Size, stage: Stage): void {
    this.crew?.obey({ do: 'fit', size: screen, density: window.devicePixelRatio || 1 });
    this.motion.lay(stage);
  }

  obey(command: Command): void {
    if (MOVES[command.do]) this.motion.touch(command.do === 'whole');
    switch (command.do) {
      case 'move':
        return this.step(command);
      case 'place':
        return this.place();
      case 'zoom':
        return this.zoom(command.factor);
      case 'turn':
        return this.turn();
      case 'mirror':
        return this.mirror();
      case 'whole':
        return this.motion.go(this.motion.whole);
      case 'undo':
        return void this.brush.undo();
      case 'pick':
        return this.pick();
      case 'glyphs':
        return this.toggleSigns();
      case 'color':
        return this.chooseColor(command.at);
      case 'step':
        return this.brush.step(command.by);
    }
  }

  place(): void {
    const cell = this.target.peek();
    if (cell) void this.brush.place(cell);
    else this.brush.say({ word: this.hint });
  }

  /** What to do so that there is a place to paint at. */
  get hint(): 'aim' | 'nearer' | 'middle' {
    if (this.taste.aiming.value !== 'middle') return 'aim';
    return this.near.value ? 'middle' : 'nearer';
  }

  /** Takes up the colour under the crosshair, or with the next tap. */
  pick(): void {
    const cell = this.target.peek();
    if (cell && (this.isInMiddle || usesKeys())) this.takeFrom(cell);
    else this.picking.value = !this.picking.peek();
  }

  turn(): void {
    this.motion.turn();
    this.flips.value = { kind: 'turn', count: this.flips.peek().count + 1 };
  }

  mirror(): void {
    this.motion.mirror();
    this.flips.value = { kind: 'mirror', count: this.flips.peek().count + 1 };
  }

  toggleSigns(): void {
    this.taste.toggle('signs');
  }

  toggleAiming(): void {
    this.taste.toggleAiming();
    this.motion.touch(false);
    if (!this.isInMiddle) return;
    const cell = this.target.peek() ?? this.inMiddle();
    this.aim(cell);
    this.motion.goTo(cell, NEAR);
  }

  /** To the cell that the arrow points to, with the colour that is wanted there. */
  followArrow(): void {
    const arrow = this.arrow.peek();
    const ghost = this.hanging && this.hanging.ghost;
    if (!arrow || !ghost) return;
    this.motion.touch(false);
    const wanted = ghost.wants(arrow.cell);
    if (wanted !== null && this.brush.mayPaint) this.brush.take(wanted);
    this.aim(arrow.cell);
    this.motion.goTo(arrow.cell, NEAR);
  }

  private readonly hears: Hears = {
    touched: () => {
      this.motion.touch(false);
      this.motion.halt();
    },
    panned: (way) => this.motion.pan(way),
    pinched: (from, to, factor) => this.motion.look(pinch(this.view, this.motion.extent, this.motion.stage, from, to, factor)),
    flung: (speed) => this.motion.fling(speed),
    tapped: (at) => this.tap(at),
    doubleTapped: (at) => this.doubleTap(at),
    heldDown: (at) => this.ask(at),
    released: () => this.forgetFarTarget(),
  };

  private get view(): Motion['view'] {
    return this.motion.view;
  }

  private get isInMiddle(): boolean {
    return this.taste.aiming.peek() === 'middle';
  }

  private moved(): void {
    this.guide.hide();
    this.near.value = this.view.scale >= TOO_SMALL;
    if (this.isInMiddle) this.aimAtMiddle();
    const { view, stage, extent } = this.motion;
    this.crew?.obey({ do: 'look', from: { view, stage }, board: extent });
  }

  private rested(): void {
    this.point();
    if (this.motion.size) this.spot.keepView(this.motion.size, this.motion.untouched ? null : this.view);
  }

  private cellAt(at: Point): Point | null {
    return cellAt(this.view, this.motion.stage, this.motion.extent, at);
  }

  private zoomTo(at: Point, scale: number): void {
    this.motion.go(zoomTo(this.view, this.motion.extent, this.motion.stage, at, scale));
  }

  private tap(at: Point): void {
    const cell = this.cellAt(at);
    if (!cell) return this.missed();
    if (this.picking.peek()) return this.takeFrom(cell);
    if (this.brush.mayPaint) this.aim(cell);
    const near = this.view.scale >= TOO_SMALL;
    if (!near) this.nearedAt = performance.now();
    if (this.isInMiddle) this.motion.goTo(cell, near ? 0 : NEAR);
    else if (!near) this.zoomTo(at, NEAR);
  }

  private missed(): void {
    if (this.brush.mayPaint) this.brush.say({ word: 'beside' });
  }

  private doubleTap(at: Point): void {
    if (performance.now() - this.nearedAt < 500) return;
    if (this.view.scale >= NEAR * 0.8) this.motion.go(this.motion.whole);
    else this.zoomTo(at, NEAR);
  }

  private wheel(at: Point, factor: number): void {
    this.motion.touch(false);
    this.motion.halt();
    this.motion.look(zoomTo(this.view, this.motion.extent, this.motion.stage, at, this.view.scale * factor));
    this.forgetFarTarget();
  }

  private zoom(factor: number): void {
    const cell = this.target.peek();
    this.zoomTo(cell ? this.onScreen(cell) : middle(this.motion.stage), this.motion.goal.scale * factor);
  }

  private ask(at: Point): void {
    const cell = this.cellAt(at);
    if (!cell) return;
    buzz(15);
    this.asked.value = { ...cell, answer: null };
    void this.canvas.cell(cell.x, cell.y).then((answer) => {
      const asked = this.asked.peek();
      if (asked && isSame(asked, cell)) this.asked.value = { ...cell, answer };
    });
  }

  private takeFrom(cell: Point): void {
    this.picking.value = false;
    if (this.hanging && this.hanging.board) this.brush.take(this.hanging.colorAt(cell));
  }

  private chooseColor(at: number): void {
    const color = this.brush.colors.peek()[at];
    if (color !== undefined) this.brush.take(color);
  }

  private step(by: Point): void {
    const cell = this.target.peek() ?? this.inMiddle();
    const way = meant({ ...this.view, scale: 1 }, by);
    const { width, height } = this.motion.extent;
    const next = { x: between(cell.x + way.x, 0, width - 1), y: between(cell.y + way.y, 0, height - 1) };
    this.aim(this.target.peek() ? next : cell);
    this.keepInSight(next);
  }

  private keepInSight(cell: Point): void {
    const at = this.onScreen(cell);
    const { left, top, width, height } = this.motion.stage;
    const way = { x: between(at.x, left + EDGE, left + width - EDGE) - at.x, y: between(at.y, top + EDGE, top + height - EDGE) - at.y };
    if (this.isInMiddle) this.motion.look({ ...this.view, x: cell.x + 0.5, y: cell.y + 0.5 });
    else if (way.x !== 0 || way.y !== 0) this.motion.pan(way);
  }

  /** A cell's middle. */
  private onScreen({ x, y }: Point): Point {
    return toScreen(this.view, this.motion.stage, { x: x + 0.5, y: y + 0.5 });
  }

  private aim(cell: Point | null): void {
    const before = this.target.peek();
    if (before !== cell && !(before && cell && isSame(before, cell))) this.target.value = cell;
  }

  private inMiddle(): Point {
    const { width, height } = this.motion.extent;
    return { x: between(Math.floor(this.view.x), 0, width - 1), y: between(Math.floor(this.view.y), 0, height - 1) };
  }

  /** Not where nobody has aimed: a board that nobody has moved, or cells that no finger could choose among. */
  private aimAtMiddle(): void {
    if (!this.brush.mayPaint) return;
    const aims = !this.motion.untouched && (this.view.scale >= TOO_SMALL || this.isFine || usesKeys());
    this.aim(aims ? this.inMiddle() : null);
  }

  /** Nobody paints where he does not look. */
  private forgetFarTarget(): void {
    const cell = this.target.peek();
    if (!cell || this.isInMiddle) return;
    const at = this.onScreen(cell);
    const { left, top, width, height } = this.motion.stage;
    if (at.x < left || at.y < top || at.x > left + width || at.y > top + height) this.aim(null);
  }

  /** The colour in the hand, and whether it may paint, show at the crosshair. */
  private followHand(crew: Crew, { rgbs }: Hanging): void {
    const palette = rgbs.value.split(',');
    const [color, pending] = [this.brush.mayPaint ? this.brush.color : null, this.brush.pending.value];
    if (color === null) this.target.value = null;
    else if (this.isInMiddle) untracked(() => this.aimAtMiddle());
    crew.obey({ do: 'aim', target: this.target.value, paint: color === null ? null : palette[color] || '#fff' });
    crew.obey({ do: 'pend', pending, palette });
  }

  private point(): void {
    const { view, stage, goesOn } = this.motion;
    const { ghost = null, board = null } = this.hanging ?? {};
    if (!ghost || !board || !this.brush.mayPaint || goesOn) return this.guide.hide();
    this.guide.point(ghost, board, { view, stage }, { target: this.target.peek(), middle: this.inMiddle(), color: this.brush.color });
  }

  private takeDown(): void {
    this.ends.forEach((end) => end());
    this.crew = this.hanging = null;
    this.motion.touch(true);
  }
}

function isSame(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}

function usesKeys(): boolean {
  return document.documentElement.hasAttribute('data-keys');
}
