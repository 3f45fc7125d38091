// The aurora: curtains of light, painted once for each mood on a small canvas and then only moved and faded by the compositor.
// Scaling the small picture up makes it as soft as a blur would, for nothing.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mood } from './Scene';

type Rgb = readonly [number, number, number];

const COLORS: Record<Mood, readonly Rgb[]> = {
  calm: [[61, 240, 181], [89, 184, 255], [154, 107, 255]],
  green: [[61, 255, 170], [90, 240, 200], [50, 200, 255]],
  yellow: [[255, 205, 90], [255, 160, 90], [170, 220, 110]],
  red: [[255, 110, 130], [255, 90, 190], [180, 90, 255]],
  joy: [[255, 200, 100], [255, 110, 180], [90, 200, 255]],
};

const WIDTH = 480;
const HEIGHT = 200;

/** One wave with everything about it fixed by its seed. */
function wave(x: number, seed: number): number {
  return Math.sin(x * 0.011 + seed * 2.1) * 0.5 + Math.sin(x * 0.027 + seed * 5.3) * 0.3 + Math.sin(x * 0.067 + seed * 1.7) * 0.2;
}

function paint(canvas: HTMLCanvasElement, colors: readonly Rgb[], seed: number): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.clearRect(0, 0, WIDTH, HEIGHT);
  colors.forEach((color, ribbon) => {
    for (let x = 0; x < WIDTH; x++) ray(pen, x, color, mix(colors, ribbon), seed + ribbon * 1.9);
  });
}

// Each ray is bright at its foot, where its colour is purest, and passes upwards into the next colour.
function ray(pen: CanvasRenderingContext2D, x: number, color: Rgb, above: Rgb, seed: number): void {
  const foot = HEIGHT * (0.66 + 0.17 * wave(x, seed));
  const height = HEIGHT * (0.42 + 0.16 * wave(x * 1.7, seed + 4));
  const edge = Math.min(1, Math.min(x, WIDTH - x) / 110);
  const glow = edge * edge * Math.max(0.05, 0.3 + 0.22 * wave(x * 2.3, seed + 9) + 0.1 * Math.sin(x * 0.5 + seed));
  const fill = pen.createLinearGradient(0, foot - height, 0, foot + HEIGHT * 0.12);
  fill.addColorStop(0, rgba(above, 0));
  fill.addColorStop(0.45, rgba(above, glow * 0.45));
  fill.addColorStop(0.82, rgba(color, glow));
  fill.addColorStop(1, rgba(color, 0));
  pen.fillStyle = fill;
  pen.fillRect(x, foot - height, 1, height + HEIGHT * 0.12);
}

function mix(colors: readonly Rgb[], ribbon: number): Rgb {
  return colors[(ribbon + 1) % colors.length] as Rgb;
}

function rgba([r, g, b]: Rgb, alpha: number): string {
  return `rgba(${r},${g},${b},${alpha.toFixed(3)})`;
}

function Curtain({ mood, seed }: { mood: Mood; seed: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const on = canvas.current;
    if (!on) return undefined;
    const draw = (): void => paint(on, COLORS[mood], seed);
    draw();
    // A browser may take away what is drawn.
    on.addEventListener('contextrestored', draw);
    return () => on.removeEventListener('contextrestored', draw);
  }, [mood, seed]);
  return <canvas ref={canvas} class={`scene-curtain scene-curtain-${seed}`} width={WIDTH} height={HEIGHT} />;
}

/** Moods fade into each other: those once shown stay, unseen, so that a fade has both ends. */
export function Aurora({ mood, light }: { mood: Mood; light: boolean }) {
  const [shown, show] = useState<readonly Mood[]>([mood]);
  useEffect(() => show((before) => (before.indexOf(mood) >= 0 ? before : before.concat(mood))), [mood]);
  return (
    <div class="scene-aurora">
      {shown.map((one) => (
        <div key={one} class={one === mood ? 'scene-light scene-light-on' : 'scene-light'}>
          <Curtain mood={one} seed={1} />
          {!light && <Curtain mood={one} seed={2} />}
        </div>
      ))}
    </div>
  );
}
