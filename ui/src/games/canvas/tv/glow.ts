// Draws what lies over the board without being of it: contested borders, and the areas that the host protects.
import type { CanvasArea } from '../../../protocol.gen';
import type { Edge } from './borders';
import type { Frame } from './frame';

type Pen = CanvasRenderingContext2D;

/** ms of one breath of a border. */
const BREATH = 1500;

export function drawBorders(pen: Pen, frame: Frame, edges: readonly Edge[], now: number): void {
  if (edges.length === 0) return;
  const scale = pen.canvas.width / frame.width;
  trace(pen, frame, scale, edges);
  const breath = 0.5 + 0.5 * Math.sin((now / BREATH) * Math.PI * 2);
  const unit = pen.canvas.width / 1300;
  pen.lineCap = 'round';
  // Night, fire, and light: seen on any two colours.
  stroke(pen, '#14204f', Math.max(9 * unit, scale * 0.85), 0.22);
  stroke(pen, '#ff8a1f', Math.max(7 * unit, scale * 0.65), 0.22 + 0.3 * breath);
  stroke(pen, '#ffb43b', Math.max(4 * unit, scale * 0.36), 0.6 + 0.4 * breath);
  stroke(pen, '#fffbe6', Math.max(1.7 * unit, scale * 0.14), 1);
}

function trace(pen: Pen, frame: Frame, scale: number, edges: readonly Edge[]): void {
  pen.beginPath();
  for (const { x, y, upright } of edges) {
    const [px, py] = [(x - frame.x) * scale, (y - frame.y) * scale];
    pen.moveTo(px, py);
    pen.lineTo(upright ? px : px + scale, upright ? py + scale : py);
  }
}

function stroke(pen: Pen, style: string, width: number, alpha: number): void {
  pen.globalAlpha = alpha;
  pen.strokeStyle = style;
  pen.lineWidth = width;
  pen.stroke();
  pen.globalAlpha = 1;
}

export function drawProtected(pen: Pen, frame: Frame, areas: readonly CanvasArea[]): void {
  const scale = pen.canvas.width / frame.width;
  const dash = pen.canvas.width / 160;
  pen.lineCap = 'butt';
  for (const { x, y, width, height } of areas) {
    pen.beginPath();
    pen.rect((x - frame.x) * scale, (y - frame.y) * scale, width * scale, height * scale);
    stroke(pen, '#f8fbff', dash * 0.42, 0.6);
    pen.setLineDash([dash, dash]);
    stroke(pen, '#14204f', dash * 0.42, 0.6);
    pen.setLineDash([]);
  }
}
