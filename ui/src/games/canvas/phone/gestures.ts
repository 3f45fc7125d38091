// Fingers and the mouse, read: pan, pinch, fling, tap, double tap, hold, wheel. `Fingers` knows neither the page nor what the
// gestures are for; `followPointers` brings an element's events to it.
import type { Point } from './view';

/** What the fingers mean. Points are pixels from the element's corner, speeds are pixels a millisecond. */
export interface Hears {
  /** Something touches the board: what glided stands still. */
  touched(): void;
  panned(way: Point): void;
  pinched(from: Point, to: Point, factor: number): void;
  flung(speed: Point): void;
  tapped(at: Point): void;
  doubleTapped(at: Point): void;
  /** A finger has lain still for half a second. */
  heldDown(at: Point): void;
  /** All fingers are up. */
  released(): void;
}

/** Does a task later; answers with how to call it off. */
export type After = (ms: number, task: () => void) => () => void;

const SLOP = 9;
const HOLD = 500;
const TWICE = 280;
const TWICE_NEAR = 30;
/** A fling is as fast as the finger was in its last moments. */
const TRAIL = 90;
const SLOWEST_FLING = 0.12;

interface Moment extends Point {
  time: number;
}

export class Fingers {
  private readonly down = new Map<number, Point>();
  private start: Moment | null = null;
  private trail: Moment[] = [];
  /** Not a tap any more: it moved, was held, or had company. */
  private spent = false;
  private lastTap: Moment | null = null;
  private stopHold: () => void = () => undefined;

  constructor(
    private readonly hears: Hears,
    private readonly after: After,
  ) {}

  press(id: number, at: Point, time: number): void {
    this.down.set(id, at);
    this.hears.touched();
    this.stopHold();
    this.trail = [];
    this.spent = this.down.size > 1;
    if (this.spent) return;
    this.start = { ...at, time };
    this.stopHold = this.after(HOLD, () => this.hold(at));
  }

  move(id: number, at: Point, time: number): void {
    const before = this.down.get(id);
    if (!before) return;
    if (this.down.size === 1) this.drag(id, before, at, time);
    else this.spread(id, at);
  }

  lift(id: number, time: number): void {
    const at = this.down.get(id);
    if (!at) return;
    this.down.delete(id);
    this.stopHold();
    if (this.down.size > 0) {
      this.trail = [];
      return;
    }
    if (this.spent) this.fling(time);
    else this.tap(at, time);
    this.hears.released();
  }

  /** The system has taken the finger for something else. */
  cancel(id: number): void {
    this.spent = true;
    this.trail = [];
    if (this.down.delete(id) && this.down.size === 0) this.hears.released();
    this.stopHold();
  }

  private drag(id: number, before: Point, at: Point, time: number): void {
    if (!this.spent && this.start && apart(this.start, at) < SLOP) return;
    this.spent = true;
    this.stopHold();
    this.down.set(id, at);
    this.trail = this.trail.filter((moment) => time - moment.time < TRAIL).concat({ ...at, time });
    this.hears.panned({ x: at.x - before.x, y: at.y - before.y });
  }

  private spread(id: number, at: Point): void {
    const before = this.pair();
    this.down.set(id, at);
    const now = this.pair();
    if (before && now) this.hears.pinched(before.middle, now.middle, now.apart / before.apart);
  }

  private pair(): { middle: Point; apart: number } | null {
    const [one, other] = Array.from(this.down.values());
    if (!one || !other) return null;
    return { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, apart: Math.max(20, apart(one, other)) };
  }

  private hold(at: Point): void {
    this.spent = true;
    this.hears.heldDown(at);
  }

  private tap(at: Point, time: number): void {
    const twice = this.lastTap !== null && time - this.lastTap.time < TWICE && apart(this.lastTap, at) < TWICE_NEAR;
    this.lastTap = twice ? null : { ...at, time };
    if (twice) this.hears.doubleTapped(at);
    else this.hears.tapped(at);
  }

  private fling(time: number): void {
    const fresh = this.trail.filter((moment) => time - moment.time < TRAIL);
    const [first, last] = [fresh[0], fresh[fresh.length - 1]];
    if (!first || !last || last.time === first.time) return;
    const ms = last.time - first.time;
    const speed = { x: (last.x - first.x) / ms, y: (last.y - first.y) / ms };
    if (Math.hypot(speed.x, speed.y) > SLOWEST_FLING) this.hears.flung(speed);
  }
}

function apart(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** One notch of a wheel, and how a trackpad's finer steps compare. */
const WHEEL = 0.0022;
const LINES = 16;

/** Brings the element's pointers and wheel to those who hear; answers with how to stop. */
export function followPointers(element: HTMLElement, hears: Hears, wheeled: (at: Point, factor: number) => void): () => void {
  const fingers = new Fingers(hears, later);
  let corner = { left: 0, top: 0 };
  const measure = (): void => void (corner = element.getBoundingClientRect());
  const at = (event: MouseEvent): Point => ({ x: event.clientX - corner.left, y: event.clientY - corner.top });
  const events: { [type: string]: (event: PointerEvent) => void } = {
    pointerdown: (event) => {
      if (event.button > 0) return;
      // Once a touch: asked at every move, it would lay the page out each time.
      measure();
      element.setPointerCapture(event.pointerId);
      fingers.press(event.pointerId, at(event), event.timeStamp);
    },
    pointermove: (event) => fingers.move(event.pointerId, at(event), event.timeStamp),
    pointerup: (event) => fingers.lift(event.pointerId, event.timeStamp),
    pointercancel: (event) => fingers.cancel(event.pointerId),
    contextmenu: (event) => event.preventDefault(),
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    measure();
    const lines = event.deltaMode === 1 ? LINES : 1;
    wheeled(at(event), Math.exp(-event.deltaY * lines * WHEEL));
  };
  const types = Object.keys(events);
  for (const type of types) element.addEventListener(type, events[type] as EventListener);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    for (const type of types) element.removeEventListener(type, events[type] as EventListener);
    element.removeEventListener('wheel', wheel);
  };
}

function later(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}
