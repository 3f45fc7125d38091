// Where the board hangs, and how it comes there: at once under a finger, gliding, or on its way to somewhere else. It knows neither
// fingers nor what is painted.
import { calm } from '../../../lib/touch';
import { between, fit, glide, held, onTheWay, pan, turned, type Point, type Size, type Stage, type View } from './view';

const WAY = 280;
/** A glide slower than this has ended. */
const STILL = 0.02;

/** Whom the motion tells. */
interface Follower {
  /** The view is another. */
  moved(): void;
  /** The motion goes on with the next frame. */
  frame(): void;
  /** A fling has come to its end. */
  glided(): void;
}

export class Motion {
  stage: Stage = { left: 0, top: 0, width: 1, height: 1 };
  /** The board's; null until it is known. */
  size: Size | null = null;
  /** Nobody has moved the board yet: it stays whole when there is more or less room for it. */
  untouched = true;
  private now: View = { scale: 1, x: 0, y: 0, turn: 0, mirror: false };
  private way: { from: View; to: View; began: number } | null = null;
  private speed: Point | null = null;
  private lastFrame = 0;

  constructor(private readonly follower: Follower) {}

  get view(): View {
    return this.now;
  }

  get extent(): Size {
    return this.size ?? { width: 1, height: 1 };
  }

  /** Does the board move by itself? */
  get goesOn(): boolean {
    return this.way !== null || this.speed !== null;
  }

  /** Where it will be at last. */
  get goal(): View {
    return this.way ? this.way.to : this.now;
  }

  get whole(): View {
    return fit(this.extent, this.stage, this.now.turn, this.now.mirror);
  }

  /** Another part of the screen is free. */
  lay(stage: Stage): void {
    this.stage = stage;
    this.look(this.untouched ? this.whole : this.now);
  }

  /** A board of another size; with a view from where it was seen before. */
  measure(size: Size, seen: View | null): void {
    this.size = size;
    if (seen) this.touch(false);
    this.look(seen ?? this.whole);
  }

  /** The night behind the board lives while the whole board hangs in it; whoever works on the board pays nothing for it. */
  touch(whole: boolean): void {
    if (this.untouched === whole) return;
    this.untouched = whole;
    document.documentElement.classList.toggle('cv-still', !whole);
  }

  halt(): void {
    this.way = this.speed = null;
  }

  look(view: View): void {
    this.now = held(view, this.extent, this.stage);
    this.follower.moved();
  }

  pan(way: Point): void {
    this.look(pan(this.now, this.extent, this.stage, way));
  }

  go(to: View): void {
    this.speed = null;
    const goal = held(to, this.extent, this.stage);
    if (calm()) return this.look(goal);
    this.way = { from: this.now, to: goal, began: performance.now() };
    this.follower.frame();
  }

  /** To the middle of a cell, at least so near. */
  goTo(cell: Point, near: number): void {
    this.go({ ...this.now, scale: Math.max(near, this.now.scale), x: cell.x + 0.5, y: cell.y + 0.5 });
  }

  fling(speed: Point): void {
    if (calm()) return;
    this.speed = speed;
    this.lastFrame = performance.now();
    this.follower.frame();
  }

  turn(): void {
    this.halt();
    this.look(this.untouched ? fit(this.extent, this.stage, turned(this.now, this.extent, this.stage).turn, this.now.mirror) : turned(this.now, this.extent, this.stage));
  }

  mirror(): void {
    this.halt();
    this.look({ ...this.now, mirror: !this.now.mirror });
  }

  /** A frame's step; true if there is another one. */
  step(now: number): boolean {
    if (this.way) this.goOn(this.way);
    else if (this.speed) this.glideOn(this.speed, now);
    return this.goesOn;
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
    this.pan(step.way);
    if (Math.hypot(step.speed.x, step.speed.y) > STILL) return;
    this.speed = null;
    this.follower.glided();
  }
}
