// The camera moves from frame to frame as something with weight: it starts gently, stops gently, and has a highest speed. It knows
// not why it moves.
import { around, within, type Frame } from './frame';

/** s within which most of a way is done. */
const EASE = 0.42;
/** The centre crosses at most this share of the whole in a second. */
export const TOP_SPEED = 0.7;
/** The size changes at most by the factor e to this power in a second. */
export const TOP_ZOOM = 1.6;
const LONGEST_STEP = 0.05;
/** Nearer than this share of the frame it has arrived; a camera that stands still costs nothing. */
const ARRIVED = 0.0004;

interface Axis {
  at: number;
  speed: number;
}

export class Camera {
  private readonly x: Axis;
  private readonly y: Axis;
  private readonly zoom: Axis;
  private readonly shape: number;
  private last: number | null = null;

  constructor(private readonly whole: Frame) {
    this.shape = whole.width / whole.height;
    this.x = { at: whole.x + whole.width / 2, speed: 0 };
    this.y = { at: whole.y + whole.height / 2, speed: 0 };
    this.zoom = { at: Math.log(whole.width), speed: 0 };
  }

  /** What is seen at `now` (ms), on the way to `target`. */
  toward(target: Frame, now: number): Frame {
    let seconds = this.last === null ? 0 : Math.min(1, (now - this.last) / 1000);
    this.last = now;
    for (; seconds > 0; seconds -= LONGEST_STEP) this.step(target, Math.min(seconds, LONGEST_STEP));
    // Back at the whole it is exactly that, whatever logarithms make of it.
    if (this.zoom.at === Math.log(this.whole.width)) return this.whole;
    const width = Math.min(Math.exp(this.zoom.at), this.whole.width);
    return within(around(this.x.at, this.y.at, width, width / this.shape), this.whole);
  }

  private step(target: Frame, seconds: number): void {
    const near = target.width * ARRIVED;
    const top = this.whole.width * TOP_SPEED;
    ease(this.x, target.x + target.width / 2, top, near, seconds);
    ease(this.y, target.y + target.height / 2, top, near, seconds);
    ease(this.zoom, Math.log(target.width), TOP_ZOOM, ARRIVED, seconds);
  }
}

// A critically damped spring with a limit to its speed; the usual approximation of exp (Game Programming Gems 4, 1.10).
function ease(axis: Axis, goal: number, top: number, near: number, seconds: number): void {
  const stiff = 2 / EASE;
  const x = stiff * seconds;
  const fade = 1 / (1 + x + 0.48 * x * x + 0.235 * x * x * x);
  const farthest = top * EASE;
  const away = Math.max(-farthest, Math.min(farthest, axis.at - goal));
  const start = axis.at - away;
  const pull = (axis.speed + stiff * away) * seconds;
  axis.speed = (axis.speed - stiff * pull) * fade;
  axis.at = start + (away + pull) * fade;
  if (Math.abs(axis.at - goal) < near && Math.abs(axis.speed) < near * 10) [axis.at, axis.speed] = [goal, 0];
}
