// What a guest looks at and where he aims: the view, the crosshair, and whatever moves them. It brings the board's changes to the
// painter; the brush paints.
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { Answer } from '../../../lib/api';
import { buzz, calm } from '../../../lib/touch';
import type { CellAnswer } from '../sync/answers';
import type { Board, Change } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import type { Brush } from './brush';
import { followPointers, type Hears } from './gestures';
import { Ghost } from './ghost';
import type { Command } from './keys';
import { Painter } from './painter';
import { frameOf, type Scene } from './scene';
import type { Taste } from './taste';
import { pictureOf, Tiles } from './tiles';
import { between, cellAt, fit, glide, held, meant, middle, onTheWay, pan, pinch, toScreen, turned, zoomTo, type Point, type Size, type Stage, type View } from './view';

/** A finger cannot choose among cells smaller than this: the first tap comes nearer. */
const TOO_SMALL = 10;
const NEAR = 27;
const WAY = 280;
/** Commands after which another part of the board is seen, or all of it. */
const MOVES: { [command: string]: true | undefined } = { move: true, zoom: true, whole: true };
const STILL = 0.02;
const HINT_EVERY = 500;
/** More cells than this at once, and all that is seen is drawn anew. */
const MANY = 500;
/** How far from the stage's edge the arrow stays, and from the cell it points to. */
const ARROW_EDGE = 34;
const ARROW_OFF = 40;

/** A guest asks who placed a cell; the answer is on its way. */
export interface Asked extends Point {
  answer: Answer<CellAnswer> | null;
}

/** The way to a cell that the ghost wants otherwise. */
export interface Arrow {
  at: Point;
  /** Degrees; 0 points to the right. */
  turn: number;
  cell: Point;
}

export class Easel {
  readonly target = signal<Point | null>(null);
  /** The next tap takes up a colour. */
  readonly picking = signal(false);
  readonly asked = signal<Asked | null>(null);
  readonly arrow = signal<Arrow | null>(null);
  /** Quarter turns and mirrors so far, for the page to move the board along. */
  readonly flips = signal<{ kind: 'turn' | 'mirror'; count: number }>({ kind: 'turn', count: 0 });
  private readonly rgbs: ReadonlySignal<string>;
  private palette: readonly string[] = [];
  private stage: Stage = { left: 0, top: 0, width: 1, height: 1 };
  private view: View = { scale: 1, x: 0, y: 0, turn: 0, mirror: false };
  private size: Size | null = null;
  private board: Board | null = null;
  private tiles: Tiles | null = null;
  private preview: HTMLCanvasElement | null = null;
  private ghost: Ghost | null = null;
  private ghostPicture: HTMLCanvasElement | null = null;
  private way: { from: View; to: View; began: number } | null = null;
  private speed: Point | null = null;
  private lastFrame = 0;
  /** Nobody has moved the board yet: it stays whole when there is more or less room for it. */
  private untouched = true;
  private nearedAt = -1000;
  private painter: Painter | null = null;
  private ends: (() => void)[] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly brush: Brush,
    private readonly taste: Taste,
  ) {
    this.rgbs = computed(() => (canvas.info.value ? canvas.info.value.palette.map(({ rgb }) => rgb).join() : ''));
  }

  /** Hangs the board into an element; answers with how to take it down. */
  hang(element: HTMLElement): () => void {
    this.painter = new Painter(element, { scene: () => this.scene(), beforeFrame: (now) => this.beforeFrame(now), rested: () => this.point() });
    const hint = setInterval(() => this.point(), HINT_EVERY);
    this.ends = [
      followPointers(element, this.hears, (at, factor) => this.wheel(at, factor)),
      effect(() => this.repaint(this.rgbs.value)),
      effect(() => this.followBoard(this.canvas.board.value)),
      effect(() => this.followPreview()),
      effect(() => this.followGhost(this.canvas.info.value?.template?.id ?? null)),
      effect(() => this.followHand()),
      effect(() => this.followShield()),
      () => clearInterval(hint),
    ];
    return () => this.takeDown();
  }

  /** How large the screen is, and which part of it is free. */
  lay(screen: Size, stage: Stage): void {
    this.stage = stage;
    this.painter?.resize(screen);
    this.look(this.untouched ? this.whole() : this.view);
  }

  obey(command: Command): void {
    if (MOVES[command.do]) this.wake(command.do === 'whole');
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
        return this.go(this.whole());
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
    else this.brush.say({ word: 'aim' });
  }

  /** Takes up the colour under the crosshair, or with the next tap. */
  pick(): void {
    const cell = this.target.peek();
    if (cell && (this.taste.aiming.peek() === 'middle' || document.documentElement.hasAttribute('data-keys'))) this.takeFrom(cell);
    else this.picking.value = !this.picking.peek();
  }

  turn(): void {
    this.flip('turn', turned(this.view, this.extent, this.stage));
  }

  mirror(): void {
    this.flip('mirror', { ...this.view, mirror: !this.view.mirror });
  }

  toggleSigns(): void {
    this.taste.signs.value = !this.taste.signs.peek();
    this.taste.keep();
  }

  toggleAiming(): void {
    this.taste.aiming.value = this.taste.aiming.peek() === 'tap' ? 'middle' : 'tap';
    this.taste.keep();
    this.wake(false);
    if (this.taste.aiming.peek() === 'middle') this.comeNear();
  }

  /** To the cell that the arrow points to, with the colour that is wanted there. */
  followArrow(): void {
    const arrow = this.arrow.peek();
    if (!arrow || !this.ghost) return;
    this.wake(false);
    const wanted = this.ghost.wants(arrow.cell);
    if (wanted !== null && this.brush.mayPaint) this.brush.take(wanted);
    this.aim(arrow.cell);
    this.go({ ...this.view, scale: Math.max(NEAR, this.view.scale), x: arrow.cell.x + 0.5, y: arrow.cell.y + 0.5 });
  }

  /** How many pixels a cell takes just now. */
  get scale(): number {
    return this.view.scale;
  }

  private readonly hears: Hears = {
    touched: () => {
      this.wake(false);
      this.way = this.speed = null;
    },
    panned: (way) => this.look(pan(this.view, this.extent, this.stage, way)),
    pinched: (from, to, factor) => this.look(pinch(this.view, this.extent, this.stage, from, to, factor)),
    flung: (speed) => {
      if (calm()) return;
      this.speed = speed;
      this.lastFrame = performance.now();
      this.painter?.frame();
    },
    tapped: (at) => this.tap(at),
    doubleTapped: (at) => this.doubleTap(at),
    heldDown: (at) => this.ask(at),
    released: () => this.forgetFarTarget(),
  };

  private get extent(): Size {
    return this.size ?? { width: 1, height: 1 };
  }

  private whole(): View {
    return fit(this.extent, this.stage, this.view.turn, this.view.mirror);
  }

  /** The night behind the board lives while the whole board hangs in it; whoever works on the board pays nothing for it. */
  private wake(lives: boolean): void {
    if (this.untouched === lives) return;
    this.untouched = lives;
    document.documentElement.classList.toggle('cv-still', !lives);
  }

  private look(view: View): void {
    this.view = held(view, this.extent, this.stage);
    if (this.arrow.peek()) this.arrow.value = null;
    if (this.taste.aiming.peek() === 'middle') this.aimAtMiddle();
    this.painter?.move();
  }

  private go(to: View): void {
    this.speed = null;
    const goal = held(to, this.extent, this.stage);
    if (calm()) return this.look(goal);
    this.way = { from: this.view, to: goal, began: performance.now() };
    this.painter?.frame();
  }

  private flip(kind: 'turn' | 'mirror', view: View): void {
    this.way = this.speed = null;
    this.look(view);
    this.flips.value = { kind, count: this.flips.peek().count + 1 };
  }

  private tap(at: Point): void {
    const cell = cellAt(this.view, this.stage, this.extent, at);
    if (!cell) return;
    if (this.picking.peek()) return this.takeFrom(cell);
    if (this.brush.mayPaint) this.aim(cell);
    if (this.view.scale < TOO_SMALL) {
      this.nearedAt = performance.now();
      this.go(zoomTo(this.view, this.extent, this.stage, at, NEAR));
    } else if (this.taste.aiming.peek() === 'middle') this.go({ ...this.view, x: cell.x + 0.5, y: cell.y + 0.5 });
  }

  private doubleTap(at: Point): void {
    if (performance.now() - this.nearedAt < 500) return;
    const near = this.view.scale >= NEAR * 0.8;
    this.go(near ? this.whole() : zoomTo(this.view, this.extent, this.stage, at, NEAR));
  }

  private wheel(at: Point, factor: number): void {
    this.wake(false);
    this.way = this.speed = null;
    this.look(zoomTo(this.view, this.extent, this.stage, at, this.view.scale * factor));
    this.forgetFarTarget();
  }

  private zoom(factor: number): void {
    const cell = this.target.peek();
    const about = cell ? toScreen(this.view, this.stage, { x: cell.x + 0.5, y: cell.y + 0.5 }) : middle(this.stage);
    this.go(zoomTo(this.view, this.extent, this.stage, about, (this.way ? this.way.to : this.view).scale * factor));
  }

  private ask(at: Point): void {
    const cell = cellAt(this.view, this.stage, this.extent, at);
    if (!cell) return;
    buzz(15);
    this.asked.value = { ...cell, answer: null };
    void this.canvas.cell(cell.x, cell.y).then((answer) => {
      const asked = this.asked.peek();
      if (asked && asked.x === cell.x && asked.y === cell.y) this.asked.value = { ...cell, answer };
    });
  }

  private takeFrom(cell: Point): void {
    this.picking.value = false;
    if (this.board) this.brush.take(this.board.cells[cell.y * this.board.width + cell.x] ?? 0);
  }

  private chooseColor(at: number): void {
    const color = this.brush.colors.peek()[at];
    if (color !== undefined) this.brush.take(color);
  }

  private step(by: Point): void {
    const cell = this.target.peek() ?? this.inMiddle();
    const way = meant({ ...this.view, scale: 1 }, by);
    const { width, height } = this.extent;
    const next = { x: between(cell.x + way.x, 0, width - 1), y: between(cell.y + way.y, 0, height - 1) };
    this.aim(this.target.peek() ? next : cell);
    this.keepInSight(next);
  }

  private keepInSight(cell: Point): void {
    const at = toScreen(this.view, this.stage, { x: cell.x + 0.5, y: cell.y + 0.5 });
    const { left, top, width, height } = this.stage;
    const edge = 40;
    const way = { x: between(at.x, left + edge, left + width - edge) - at.x, y: between(at.y, top + edge, top + height - edge) - at.y };
    if (this.taste.aiming.peek() === 'middle') this.look({ ...this.view, x: cell.x + 0.5, y: cell.y + 0.5 });
    else if (way.x !== 0 || way.y !== 0) this.look(pan(this.view, this.extent, this.stage, way));
  }

  private comeNear(): void {
    const cell = this.target.peek() ?? this.inMiddle();
    this.aim(cell);
    this.go({ ...this.view, scale: Math.max(NEAR, this.view.scale), x: cell.x + 0.5, y: cell.y + 0.5 });
  }

  private aim(cell: Point | null): void {
    const before = this.target.peek();
    if (before && cell && before.x === cell.x && before.y === cell.y) return;
    this.target.value = cell;
  }

  private inMiddle(): Point {
    const { width, height } = this.extent;
    return { x: between(Math.floor(this.view.x), 0, width - 1), y: between(Math.floor(this.view.y), 0, height - 1) };
  }

  private aimAtMiddle(): void {
    const [before, cell] = [this.target.peek(), this.inMiddle()];
    if (this.brush.mayPaint && (!before || before.x !== cell.x || before.y !== cell.y)) this.target.value = cell;
  }

  /** Nobody paints where he does not look. */
  private forgetFarTarget(): void {
    const cell = this.target.peek();
    if (!cell || this.taste.aiming.peek() === 'middle') return;
    const at = toScreen(this.view, this.stage, { x: cell.x + 0.5, y: cell.y + 0.5 });
    const { left, top, width, height } = this.stage;
    if (at.x < left || at.y < top || at.x > left + width || at.y > top + height) this.aim(null);
  }

  private beforeFrame(now: number): boolean {
    if (this.way) this.goOn(this.way);
    else if (this.speed) this.glideOn(this.speed, now);
    return this.way !== null || this.speed !== null;
  }

  private goOn({ from, to, began }: { from: View; to: View; began: number }): void {
    const share = between((performance.now() - began) / WAY, 0, 1);
    this.look(onTheWay(from, to, 1 - Math.pow(1 - share, 3)));
    if (share === 1) this.way = null;
  }

  private glideOn(speed: Point, now: number): void {
    const step = glide(speed, between(now - this.lastFrame, 1, 64));
    this.lastFrame = now;
    this.speed = step.speed;
    this.look(pan(this.view, this.extent, this.stage, step.way));
    if (Math.hypot(step.speed.x, step.speed.y) > STILL) return;
    this.speed = null;
    this.forgetFarTarget();
  }

  private scene(): Scene {
    const { view, stage, board, tiles, preview, palette, ghost, ghostPicture } = this;
    const info = this.canvas.info.peek();
    return {
      view, stage, tiles, preview, palette,
      board: this.extent,
      pixels: board,
      signs: this.taste.signs.peek(),
      shielded: info ? info.protected : [],
      ghost: ghost && ghostPicture ? { picture: ghostPicture, area: ghost.area } : null,
    };
  }

  private repaint(rgbs: string): void {
    this.palette = rgbs === '' ? [] : rgbs.split(',');
    this.tiles?.recolor(this.palette);
    this.ghostPicture = this.ghost ? this.ghost.picture(this.palette) : null;
    this.measureBoard();
    this.painter?.redraw();
  }

  /** The board's size is known before its cells are. */
  private measureBoard(): void {
    const known = this.canvas.board.peek() ?? this.canvas.info.peek();
    if (!known || (this.size && this.size.width === known.width && this.size.height === known.height)) return;
    this.size = { width: known.width, height: known.height };
    untracked(() => this.look(this.whole()));
  }

  private stopHearing: () => void = () => undefined;

  private followBoard(board: Board | null): void {
    if (board === this.board) return;
    this.stopHearing();
    if (!board) this.preview = null;
    this.board = board;
    this.tiles = board && new Tiles(board, this.palette);
    this.stopHearing = board ? board.on((change) => this.changed(board, change)) : () => undefined;
    this.measureBoard();
    this.painter?.redraw();
  }

  private changed(board: Board, change: Change): void {
    this.brush.arrived(change);
    if (change.kind === 'all') {
      this.tiles?.forget();
      this.painter?.redraw();
      return;
    }
    this.tiles?.change(change.items);
    if (change.items.length > MANY) this.painter?.redraw();
    else this.painter?.change(Array.from(change.items, (item) => ({ x: (item & 0xffffff) % board.width, y: Math.floor((item & 0xffffff) / board.width) })));
  }

  private followPreview(): void {
    const overview = this.canvas.preview.value;
    // It stays below the tiles until they are all there.
    if (!overview || !this.rgbs.value) return;
    this.preview = pictureOf(overview, (i) => overview.cells[i] ?? 0, this.palette);
    this.painter?.redraw();
  }

  private followGhost(id: number | null): void {
    this.ghost = this.ghostPicture = null;
    this.painter?.redraw();
    if (id === null) return;
    void this.canvas.template().then((template) => {
      if (!template || this.canvas.info.peek()?.template?.id !== id) return;
      this.ghost = new Ghost(template);
      this.ghostPicture = this.ghost.picture(this.palette);
      this.painter?.redraw();
    });
  }

  /** The colour in the hand, and whether it may paint, show at the crosshair. */
  private followHand(): void {
    void this.rgbs.value;
    const [color, pending] = [this.brush.mayPaint ? this.brush.color : null, this.brush.pending.value];
    if (color === null) this.target.value = null;
    this.painter?.aim(this.target.value, color === null ? null : (this.palette[color] ?? '#fff'));
    this.painter?.pend(pending, this.palette);
  }

  private followShield(): void {
    void JSON.stringify(this.canvas.info.value ? this.canvas.info.value.protected : []);
    void this.taste.signs.value;
    this.painter?.redraw();
  }

  private point(): void {
    const { ghost, board } = this;
    if (!ghost || !board || !this.brush.mayPaint || this.way || this.speed) return this.unpoint();
    const cell = ghost.nextWrong(board, this.target.peek() ?? this.inMiddle());
    if (!cell || this.isAimedAt(cell, ghost)) return this.unpoint();
    const next = this.arrowTo(cell);
    const shown = this.arrow.peek();
    if (!shown || shown.at.x !== next.at.x || shown.at.y !== next.at.y) this.arrow.value = next;
  }

  /** Is the crosshair there already, with the colour that is wanted? */
  private isAimedAt(cell: Point, ghost: Ghost): boolean {
    const target = this.target.peek();
    return target !== null && target.x === cell.x && target.y === cell.y && ghost.wants(cell) === this.brush.color;
  }

  private unpoint(): void {
    if (this.arrow.peek()) this.arrow.value = null;
  }

  private arrowTo(cell: Point): Arrow {
    const frame = frameOf({ view: this.view, stage: this.stage }, { ...cell, width: 1, height: 1 });
    const to = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    const { left, top, width, height } = this.stage;
    const above = { x: to.x, y: frame.y - ARROW_OFF };
    const inSight = to.x > left && to.x < left + width && above.y > top && to.y < top + height;
    if (inSight) return { at: above, turn: 90, cell };
    const centre = middle(this.stage);
    const at = { x: between(to.x, left + ARROW_EDGE, left + width - ARROW_EDGE), y: between(to.y, top + ARROW_EDGE, top + height - ARROW_EDGE) };
    return { at, turn: (Math.atan2(to.y - centre.y, to.x - centre.x) * 180) / Math.PI, cell };
  }

  private takeDown(): void {
    this.ends.forEach((end) => end());
    this.stopHearing();
    this.painter?.stop();
    this.painter = null;
    this.wake(true);
  }
}
