// Where the edges of what is painted are going: a spot that walks is shown with the way that it is about to walk.
import { within, type Frame } from './frame';

/** ms over which a walk is measured, and for which it is expected to go on. */
const SPAN = 3000;
const AHEAD = 4500;
/** A share of the whole a second. What is faster has not walked but jumped. */
const FASTEST = 0.05;
const FARTHEST = 0.08;
/** So much an edge wavers by chance. */
const NOISE = 0.015;

interface Seen {
  at: number;
  core: Frame;
}

export class Drift {
  private past: Seen[] = [];

  constructor(private readonly whole: Frame) {}

  /** The box of what is painted now, and where it will be in a few seconds if it goes on so. */
  ahead(core: Frame, now: number): Frame {
    this.past.push({ at: now, core });
    while (this.past.length > 1 && now - (this.past[1] as Seen).at >= SPAN) this.past.shift();
    const first = this.past[0] as Seen;
    // What begins grows; it does not walk yet.
    const share = now - first.at >= SPAN ? AHEAD / (now - first.at) : 0;
    const { width, height } = this.whole;
    const left = core.x - outward(first.core.x - core.x, share, width);
    const top = core.y - outward(first.core.y - core.y, share, height);
    const right = core.x + core.width + outward(core.x + core.width - first.core.x - first.core.width, share, width);
    const bottom = core.y + core.height + outward(core.y + core.height - first.core.y - first.core.height, share, height);
    return cut({ x: left, y: top, width: right - left, height: bottom - top }, this.whole);
  }
}

function outward(way: number, share: number, side: number): number {
  const sure = way - NOISE * side;
  return sure < 0 || way > (FASTEST * side * SPAN) / 1000 ? 0 : Math.min(sure * share, FARTHEST * side);
}

function cut(frame: Frame, whole: Frame): Frame {
  return within({ ...frame, width: Math.min(frame.width, whole.width), height: Math.min(frame.height, whole.height) }, whole);
}
