// One's own hand on the canvas: the colour in it, when it may paint, what is on its way, and what was refused. It knows the room
// and the canvas, and neither the view nor the screen.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { OFFLINE } from '../../../lib/api';
import type { Room } from '../../../lib/room';
import type { CanvasYou, PartyMs, SystemError } from '../../../protocol.gen';
import type { Canvas } from '../sync/canvas';
import type { Change } from '../sync/board';
import type { Pending } from './scene';
import { Spot } from './spot';
import type { Point } from './view';

/** A pixel that is accepted and never shows is given up: the board knows better. */
const GIVE_UP = 8000;
/** So long the board and `canvas.you` may say what became of a pixel without an answer. */
const DOUBT = 3000;
/** How a team's shades are numbered: light, normal, dark. */
const SHADES = 3;

export type Act = 'place' | 'undo' | 'queue';

/** What is said in passing: why something was refused, or a word of the canvas itself. */
export type Saying = { error: SystemError; act: Act } | { word: 'aim' | 'nearer' | 'middle' | 'beside' | 'otherTeam' };

export class Brush {
  /** The colours that this guest may use. */
  readonly colors: ReadonlySignal<readonly number[]>;
  readonly pending = signal<readonly Pending[]>([]);
  /** What `canvas.you` says, each by itself: it comes with every pixel, and most of it is as it was. */
  readonly status: ReadonlySignal<CanvasYou['status'] | null>;
  readonly barred: ReadonlySignal<boolean>;
  readonly placed: ReadonlySignal<number>;
  /** None without teams. */
  readonly team: ReadonlySignal<number | null>;
  readonly undoUntil: ReadonlySignal<PartyMs>;
  /** When this guest counts as away. */
  readonly idleAt: ReadonlySignal<PartyMs>;
  private readonly inHand: ReadonlySignal<number>;
  private readonly nextAt: ReadonlySignal<PartyMs>;
  private isSending = false;
  /** A new object each time, so that the same words can be said again. */
  readonly said = signal<Saying | null>(null);
  private readonly chosen: Signal<number | null>;
  /** What the answer to a placement said, until `canvas.you` says it. */
  private readonly ahead = signal<PartyMs>(0);
  private readonly forgetAhead: () => void;

  constructor(
    private readonly canvas: Canvas,
    readonly room: Room | null,
    private readonly spot = new Spot(null),
  ) {
    this.chosen = signal(spot.color);
    this.status = computed(() => this.you?.status ?? null);
    this.barred = computed(() => this.you?.barred ?? false);
    this.placed = computed(() => this.you?.placed ?? 0);
    this.team = computed(() => this.you?.team ?? null);
    this.undoUntil = computed(() => this.you?.undo_until ?? 0);
    this.idleAt = computed(() => this.you?.idle_at ?? Infinity);
    this.nextAt = computed(() => this.you?.next_at ?? 0);
    this.colors = computed(() => this.allowed());
    this.inHand = computed(() => this.choice());
    this.forgetAhead = room ? room.on('canvas.you', () => (this.ahead.value = 0)) : () => undefined;
  }

  stop(): void {
    this.forgetAhead();
  }

  /** All of it, for what is not drawn with every pixel. */
  get you(): CanvasYou | null {
    return this.room ? this.room.topic('canvas.you') : null;
  }

  get mayPaint(): boolean {
    return this.status.value === 'playing' && !this.barred.value;
  }

  /** The colour in the hand. */
  get color(): number {
    return this.inHand.value;
  }

  /** The same function each time: a palette that is given it is drawn only when it changes. */
  readonly take = (color: number): void => {
    if (this.colors.peek().indexOf(color) < 0) return this.say({ word: 'otherTeam' });
    this.chosen.value = color;
    this.spot.keepColor(color);
  };

  /** The colour so many places on in the palette. */
  step(by: number): void {
    const colors = this.colors.peek();
    const at = colors.indexOf(this.color) + by;
    this.take(colors[(at + colors.length) % colors.length] ?? 0);
  }

  /** When the next pixel may be placed, in party time. */
  get readyAt(): PartyMs {
    return Math.max(this.nextAt.value, this.ahead.value);
  }

  get isReady(): boolean {
    return this.mayPaint && !this.isSending && this.room !== null && this.room.clock.now() >= this.readyAt;
  }

  say(saying: Saying): void {
    this.said.value = saying;
  }

  async place(cell: Point): Promise<void> {
    if (!this.isReady) return;
    const one: Pending = { x: cell.x, y: cell.y, color: this.color };
    const before = this.placed.peek();
    this.pending.value = this.pending.peek().concat(one);
    this.isSending = true;
    const answer = await this.canvas.place(one.x, one.y, one.color);
    this.isSending = false;
    if (answer.ok) this.accepted(one, answer.value.version, answer.value.next_at);
    else if (answer.error.code === OFFLINE.code) this.doubt(one, before, answer.error);
    else this.refused(one, answer.error);
  }

  async undo(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const answer = await this.canvas.undo();
    this.isSending = false;
    if (!answer.ok) this.say({ error: answer.error, act: 'undo' });
  }

  /** What the board shows is no longer on its way. */
  arrived(change: Change): void {
    const board = this.canvas.board.peek();
    const pending = this.pending.peek();
    if (!board || pending.length === 0) return;
    const cells = change.kind === 'all' ? null : new Set(Array.from(change.items, (item) => item & 0xffffff));
    const there = (one: Pending): boolean => {
      const cell = one.y * board.width + one.x;
      return cells === null ? board.cells[cell] === one.color : cells.has(cell);
    };
    this.pending.value = pending.filter((one) => !there(one));
  }

  private accepted(one: Pending, version: number, next: PartyMs): void {
    this.ahead.value = next;
    const board = this.canvas.board.peek();
    if (board && board.version >= version) this.drop(one);
    else setTimeout(() => this.drop(one), GIVE_UP);
  }

  private refused(one: Pending, error: SystemError): void {
    this.drop(one);
    const retry = error.params ? error.params['retry_ms'] : null;
    if (typeof retry === 'number' && this.room) this.ahead.value = this.room.clock.now() + retry;
    this.say({ error, act: 'place' });
  }

  /** Without an answer it may be there all the same: only what neither the board nor the count shows is said to be lost. */
  private doubt(one: Pending, before: number, error: SystemError): void {
    setTimeout(() => {
      const counted = this.placed.peek() > before;
      if (this.pending.peek().indexOf(one) < 0) return;
      this.drop(one);
      if (!counted) this.say({ error, act: 'place' });
    }, DOUBT);
  }

  private drop(one: Pending): void {
    this.pending.value = this.pending.peek().filter((other) => other !== one);
  }

  /** What was chosen, as long as it may be used; at first each guest has another. */
  private choice(): number {
    const colors = this.colors.value;
    const chosen = this.chosen.value;
    if (chosen !== null && colors.indexOf(chosen) >= 0) return chosen;
    if (this.team.value !== null) return colors[1] ?? 0;
    const { you } = this;
    return colors[1 + ((you ? you.player_id * 7 : 6) % Math.max(1, colors.length - 1))] ?? 0;
  }

  private allowed(): readonly number[] {
    const info = this.canvas.info.value;
    if (!info) return [];
    if (info.teams === 0) return info.palette.map((_, color) => color);
    const team = this.team.value;
    if (team === null) return [];
    const first = team * SHADES + 1;
    return [first, first + 1, first + 2];
  }
}
