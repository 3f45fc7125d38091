// Falling snow on one small canvas that is scaled to the screen: soft, slow, cheap. A slow machine is given fewer flakes until it
// keeps up; who asked for less motion gets none.
import { useEffect, useRef } from 'preact/hooks';

const WIDTH = 960;
const HEIGHT = 540;
const FLAKES = 130;
const FEWEST = 30;
/** ms: a frame that takes longer than this is one that stutters. */
const SLOW = 26;

interface Flake {
  x: number;
  y: number;
  size: number;
  fall: number;
  sway: number;
  phase: number;
}

function born(i: number): Flake {
  const near = Math.pow(Math.random(), 3);
  return { x: Math.random() * WIDTH, y: Math.random() * HEIGHT, size: 1 + near * 3.4, fall: 12 + near * 30, sway: 5 + near * 13, phase: i };
}

/** A soft dot, drawn once and stamped for every flake. */
function stamp(): HTMLCanvasElement {
  const dot = document.createElement('canvas');
  dot.width = dot.height = 16;
  const pen = dot.getContext('2d');
  if (!pen) return dot;
  press(pen);
  // A browser may take away what is drawn.
  dot.addEventListener('contextrestored', () => press(pen));
  return dot;
}

function press(pen: CanvasRenderingContext2D): void {
  const soft = pen.createRadialGradient(8, 8, 1, 8, 8, 8);
  soft.addColorStop(0, 'rgba(255,255,255,.95)');
  soft.addColorStop(0.55, 'rgba(244,248,255,.7)');
  soft.addColorStop(1, 'rgba(244,248,255,0)');
  pen.fillStyle = soft;
  pen.fillRect(0, 0, 16, 16);
}

function snow(canvas: HTMLCanvasElement): () => void {
  const pen = canvas.getContext('2d');
  if (!pen) return () => undefined;
  const dot = stamp();
  let flakes = Array.from({ length: FLAKES }, (_, i) => born(i));
  let [last, slow, frame] = [performance.now(), 0, 0];
  const draw = (now: number): void => {
    const took = now - last;
    last = now;
    slow = took > SLOW && took < 500 ? slow + 1 : Math.max(0, slow - 1);
    if (slow > 40 && flakes.length > FEWEST) [flakes, slow] = [flakes.slice(0, flakes.length * 0.7), 0];
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    for (const flake of flakes) fall(pen, dot, flake, Math.min(took, 100) / 1000, now / 1000);
    frame = requestAnimationFrame(draw);
  };
  frame = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(frame);
}

function fall(pen: CanvasRenderingContext2D, dot: HTMLCanvasElement, flake: Flake, seconds: number, now: number): void {
  flake.y += flake.fall * seconds;
  if (flake.y > HEIGHT + 8) [flake.y, flake.x] = [-8, Math.random() * WIDTH];
  const x = flake.x + Math.sin(now * 0.6 + flake.phase) * flake.sway;
  pen.globalAlpha = 0.35 + Math.min(0.6, flake.size / 6);
  pen.drawImage(dot, x - flake.size, flake.y - flake.size, flake.size * 2, flake.size * 2);
}

export const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export function Snowfall() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current && !still() ? snow(canvas.current) : undefined), []);
  return <canvas ref={canvas} class="scene-snow" width={WIDTH} height={HEIGHT} />;
}
