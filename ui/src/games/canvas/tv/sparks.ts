// A spark for each pixel that was painted just now. Drawn over the board; it does not know the board.
import { sees, type Frame, type Size } from './frame';

/** ms that a spark lives. */
export const LIVES = 950;
const MOST = 90;
const RAYS = 6;
/** Smaller cells get sparks as of cells this large, in pixels of 1080p. */
const LEAST = 13;
const LARGEST = 30;

interface Spark {
  x: number;
  y: number;
  at: number;
  color: string;
}

type Pen = CanvasRenderingContext2D;

export class Sparks {
  private all: Spark[] = [];

  constructor(private readonly board: Size) {}

  add(cell: number, color: string, now: number): void {
    if (this.all.length >= MOST) this.all.shift();
    this.all.push({ x: (cell % this.board.width) + 0.5, y: Math.floor(cell / this.board.width) + 0.5, at: now, color });
  }

  get alive(): boolean {
    return this.all.length > 0;
  }

  draw(pen: Pen, frame: Frame, now: number): void {
    this.all = this.all.filter((spark) => now - spark.at < LIVES);
    const scale = pen.canvas.width / frame.width;
    const unit = pen.canvas.width / 1300;
    const radius = Math.max(LEAST * unit, Math.min(LARGEST * unit, scale));
    for (const spark of this.all) {
      if (sees(frame, spark.x, spark.y)) one(pen, (spark.x - frame.x) * scale, (spark.y - frame.y) * scale, radius, spark, now);
    }
    pen.globalAlpha = 1;
  }
}

// A ring that opens, and rays that fly off; ink beneath the colour, so that they show on snow as well as on night.
function one(pen: Pen, x: number, y: number, radius: number, { at, color }: Spark, now: number): void {
  // A picture may be timed a little before what it shows.
  const p = Math.max(0, Math.min(1, (now - at) / LIVES));
  const open = 1 - (1 - p) * (1 - p);
  pen.globalAlpha = Math.min(1, (1 - p) * 1.6);
  pen.beginPath();
  pen.arc(x, y, radius * (0.6 + open * 1.3), 0, Math.PI * 2);
  for (let ray = 0; ray < RAYS; ray += 1) {
    const turn = ((ray + (at % 7) / 7) * Math.PI * 2) / RAYS;
    const [from, to] = [radius * (0.9 + open * 1.6), radius * (1.1 + open * 2.1)];
    pen.moveTo(x + Math.cos(turn) * from, y + Math.sin(turn) * from);
    pen.lineTo(x + Math.cos(turn) * to, y + Math.sin(turn) * to);
  }
  const thick = Math.max(1.5, radius * 0.26 * (1 - p * 0.6));
  stroke(pen, '#14204f', thick * 1.9);
  stroke(pen, color, thick);
}

function stroke(pen: Pen, style: string, width: number): void {
  pen.strokeStyle = style;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.stroke();
}
