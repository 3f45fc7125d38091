// Confetti: paper in the guests' colours, thrown up from both lower corners, then falling. One canvas that clears itself away when the
// last piece is down.
import { useEffect, useRef } from 'preact/hooks';
import { seatColor } from './seats';
import { still } from './Snowfall';

interface Piece {
  x: number;
  y: number;
  dx: number;
  dy: number;
  turn: number;
  spin: number;
  wide: number;
  tall: number;
  color: string;
  after: number;
}

const WIDTH = 960;
const GRAVITY = 420;
/** s: a throw comes in three gusts. */
const GUST = 0.9;

function thrown(i: number, height: number): Piece {
  const fromLeft = i % 2 === 0;
  const speed = 0.55 + Math.random() * 0.75;
  return {
    x: fromLeft ? -10 : WIDTH + 10,
    y: height * (0.75 + Math.random() * 0.2),
    dx: (fromLeft ? 1 : -1) * (80 + Math.random() * 420) * speed,
    dy: -Math.sqrt(height * GRAVITY) * (0.7 + speed * 0.55),
    turn: Math.random() * 6,
    spin: 3 + Math.random() * 7,
    wide: 5 + Math.random() * 6,
    tall: 8 + Math.random() * 9,
    color: i % 5 === 0 ? '#ffffff' : seatColor(i % 12),
    after: (i % 3) * GUST + Math.random() * 0.4,
  };
}

// Paper does not fall like a stone: air slows it, and it sways.
function move(piece: Piece, seconds: number): void {
  piece.dy += GRAVITY * seconds;
  piece.dy = Math.min(piece.dy, 95);
  piece.dx *= 1 - 0.9 * seconds;
  piece.x += (piece.dx + Math.sin(piece.turn * 0.8) * 28) * seconds;
  piece.y += piece.dy * seconds;
  piece.turn += piece.spin * seconds;
}

function draw(pen: CanvasRenderingContext2D, piece: Piece): void {
  pen.setTransform(Math.cos(piece.turn * 0.6), Math.sin(piece.turn * 0.6), -Math.sin(piece.turn * 0.6) * Math.cos(piece.turn), Math.cos(piece.turn * 0.6) * Math.cos(piece.turn), piece.x, piece.y);
  pen.fillStyle = piece.color;
  pen.fillRect(-piece.wide / 2, -piece.tall / 2, piece.wide, piece.tall);
}

function throwAll(canvas: HTMLCanvasElement, count: number): () => void {
  const pen = canvas.getContext('2d');
  if (!pen) return () => undefined;
  const height = (canvas.height = Math.round((WIDTH * window.innerHeight) / Math.max(1, window.innerWidth)));
  let pieces = Array.from({ length: count }, (_, i) => thrown(i, height));
  const began = performance.now();
  let [last, frame] = [began, 0];
  const step = (now: number): void => {
    const seconds = Math.min(0.05, (now - last) / 1000);
    last = now;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, WIDTH, height);
    for (const piece of pieces) {
      if ((now - began) / 1000 < piece.after) continue;
      move(piece, seconds);
      draw(pen, piece);
    }
    pieces = pieces.filter((piece) => piece.y < height + 20);
    if (pieces.length > 0) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

/** Thrown once, when it is mounted. Less motion wanted: none. */
export function Confetti({ count = 120 }: { count?: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current && !still() ? throwAll(canvas.current, count) : undefined), [count]);
  return <canvas ref={canvas} class="confetti" width={WIDTH} height={540} aria-hidden="true" style={{ position: 'fixed', top: 0, left: 0, width: '100%', height: '100%', pointerEvents: 'none', zIndex: 5 }} />;
}
