// What makes a room or a piece of masonry: walls, floors, beams, stones, flames, candles, books, garlands. Parts of many scenes.
import { area, box, chance, disc, light, line, many, n, put, type Art, type Paints } from './paint';

/** A back wall down to `floor`, and the floor with boards that run towards the eye. */
export const room = (p: Paints, top: string, low: string, floor: number, near: string, far: string): Art => [
  area(p.fade(top, low), `M0 0H1600V${floor}H0z`),
  area(p.fade(far, near), box(0, floor, 1600, 900 - floor)),
  line('#000', 3, many(15, (i) => `M${800 + (i - 7) * 90} ${floor}L${800 + (i - 7) * 250} 900`).join(''), 0.2),
  area(p.fade('#00000060', '#00000000'), box(0, floor, 1600, 70)),
];

const FLAME = 'M0 0C-46 0-54-46-30-76C-28-58-16-54-14-66C-18-102 2-124 12-142C14-112 52-90 47-46C44-16 26 0 0 0z';

export const flame = (x: number, y: number, s: number): Art =>
  put(x, y, s, [area('#ff7a3c', FLAME), put(0, -2, 0.68, area('#ffb648', FLAME), -0.68), put(0, -3, 0.38, area('#fff2c2', FLAME))]);

/** A candle that stands at (x, y). */
export const candle = (x: number, y: number, h = 40): Art => [area('#f3e6cf', box(x - 6, y - h, 12, h)), area('#cbb59c', box(x + 1, y - h, 5, h)), flame(x, y - h - 3, 0.2)];

/** A torch in its bracket on a wall. */
export const torch = (x: number, y: number, s = 1): Art => [put(x, y, s, area('#1b1330', 'M-8 70L-16 0h32L8 70zM-20-8h40v12h-40z')), flame(x, y - 6 * s, s * 0.62)];

/** A lantern that hangs from (x, y). */
export const lantern = (x: number, y: number, s = 1): Art =>
  put(x, y, s, [
    line('#1b1330', 3, 'M0-40v42'),
    area('#1b1330', 'M-20 14L0 0l20 14zM-16 58h32v8h-32z'),
    area('#ffd98a', 'M-15 14h30l-3 44h-24z'), area('#fff6d6', 'M-6 22h12l-1 32h-10z'),
    line('#1b1330', 3, 'M-15 14l3 44M15 14l-3 44'),
  ]);

/** A few courses of stones, as if the light caught only some. */
export function stones(x: number, y: number, w: number, h: number, size: number, color: string, seed: number, opacity = 0.5): Art {
  const across = Math.floor(w / size);
  const cells = many(across * Math.floor((h / size) * 2), (i) => {
    const [column, row] = [i % across, Math.floor(i / across)];
    const left = x + size * (column + (row % 2 ? 0.5 : 0));
    return chance(i, seed) < 0.38 && left + size <= x + w + 1 ? box(left + 3, y + (row * size) / 2 + 3, size * (0.7 + 0.24 * chance(i, seed + 1)), size / 2 - 6) : '';
  });
  return area(color, cells.join(''), opacity);
}

/** Ice that hangs from an edge. */
export const icicles = (x: number, y: number, w: number, long: number, seed: number, color = '#cfe0ff'): Art =>
  area(color, many(Math.floor(w / 16), (i) => `M${n(x + i * 16)} ${y}h14l-7 ${n(long * (0.25 + 0.75 * chance(i, seed)))}z`).join(''), 0.9);

const BINDINGS = ['#9c4257', '#d0784a', '#dba748', '#3f7478', '#5363ad', '#79539a', '#87975f', '#c39a78'];

/** A shelf's books, from (x, foot) to the right. */
export function books(x: number, foot: number, w: number, tall: number, seed: number): Art {
  const spines: Art[] = [];
  for (let at = x, i = 0; at < x + w - 12; i++) {
    const [thick, h] = [12 + 14 * chance(i, seed), tall * (0.66 + 0.34 * chance(i, seed + 3))];
    const color = BINDINGS[Math.floor(8 * chance(i, seed + 5))] as string;
    if (chance(i, seed + 8) > 0.08) spines.push(area(color, box(at, foot - h, thick - 1.5, h)), area('#ffe3ae', box(at + 2, foot - h * 0.8, thick - 5.5, 4), 0.55));
    at += thick;
  }
  return spines;
}

/** Bulbs on a cord that sags between two points. */
export function garland(x: number, y: number, x2: number, y2: number, sag: number, count: number): { cord: Art; bulbs: Art } {
  const colors = ['#ffdb80', '#ff8f8f', '#79e6b6', '#7cc8ff'];
  const spot = (t: number) => [x + (x2 - x) * t, y + (y2 - y) * t + sag * 4 * t * (1 - t)] as const;
  return {
    cord: line('#1b1330', 3, `M${x} ${y}Q${(x + x2) / 2} ${(y + y2) / 2 + sag * 2} ${x2} ${y2}`),
    bulbs: many(count, (i) => {
      const [at, low] = spot((i + 0.5) / count);
      return disc(colors[i % 4] as string, n(at), n(low + 9), 7, 9);
    }),
  };
}

/** A round column from `top` to `foot`. */
export const pillar = (p: Paints, x: number, top: number, foot: number, w: number, color: string, dark: string): Art => [
  area(p.fade(color, dark), box(x - w / 2, top, w, foot - top)),
  area('#000', box(x + w * 0.12, top, w * 0.38, foot - top), 0.22),
  area('#fff', box(x - w * 0.36, top, w * 0.14, foot - top), 0.1),
  area(color, `${box(x - w * 0.7, top, w * 1.4, w * 0.3)}${box(x - w * 0.7, foot - w * 0.3, w * 1.4, w * 0.3)}`),
];

/** A long pennant with a pale star. */
export const banner = (p: Paints, x: number, y: number, s: number, color: string): Art =>
  put(x, y, s, [
    area(p.fade(color, '#1c1030'), 'M-34 0h68v190l-34 40-34-40z'),
    area('#ffdb80', 'M-42-8h84v10h-84zM0 62l9 25 25 9-25 9-9 25-9-25-25-9 25-9z', 0.85),
  ]);

/** Beams under the ceiling, and posts at both sides. */
export const timber = (p: Paints, color = '#3b2140'): Art => [
  area(p.fade(color, '#1a0f26'), 'M0 60h1600v46H0zM60 60h60v840H60zM1480 60h60v840h-60z'),
  area('#000', 'M120 106h130l-130 130zM1480 106h-130l130 130zM0 98h1600v10H0z', 0.35),
  area(color, 'M120 106h104l-104 104zM1480 106h-104l104 104z'),
];

/** A window on to the night, with snow on its sill: the one cool light in a warm room. */
export const outlook = (p: Paints, x: number, y: number, w: number, h: number, frame = '#2a1733'): Art => [
  area(p.fade(...p.mood.sky), box(x, y, w, h)),
  disc('#fdf3d0', x + w * 0.68, y + h * 0.3, w * 0.09, w * 0.09, 0.9),
  area('#8fa4e6', `M${x} ${y + h}v${n(-h * 0.24)}q${n(w * 0.3)} ${n(-h * 0.14)} ${n(w * 0.55)} 0t${n(w * 0.45)} ${n(h * 0.02)}v${n(h * 0.22)}z`),
  area('#1b2a63', `M${n(x + w * 0.2)} ${n(y + h * 0.8)}l${n(w * 0.09)} ${n(-h * 0.38)} ${n(w * 0.09)} ${n(h * 0.38)}z`),
  line(frame, 10, `${box(x, y, w, h)}M${x + w / 2} ${y}v${h}M${x} ${y + h / 2}h${w}`),
  area('#f4f8ff', `M${x} ${y + h - 4}q${n(w * 0.2)} -14 ${n(w * 0.4)} -6t${w * 0.6} 6z`),
];

/** A glow on the floor or a wall in front of a fire. */
export const pool = (p: Paints, x: number, y: number, r: number, color = '#ffb45e'): Art => light(p, x, y, r, color, 0.3);
