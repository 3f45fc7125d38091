// What makes a room or a piece of masonry: walls, floors, beams, stones, flames, candles, books, garlands. Parts of many scenes.
import { area, box, chance, disc, fade, light, line, many, put, type Art, type Paints } from './paint';
import { BARK, BERRY, BRASS, CREAM, DUSK, GOLD, ICE, LIT, MOONLIT, MORTAR, SHADE, SHEEN, SLATE, SNOW, SOOT, STONE, TAN } from './palette';

/** A back wall down to `floor`, and the floor with boards that run towards the eye. */
export const room = (p: Paints, top: string, low: string, floor: number, near: string, far: string): Art => [
  area(fade(p, top, low), `M0 0H1600V${floor}H0z`),
  area(fade(p, far, near), box(0, floor, 1600, 900 - floor)),
  line('#000', 3, many(15, (i) => `M${800 + (i - 7) * 90} ${floor}L${800 + (i - 7) * 250} 900`).join(''), 0.2),
  area(fade(p, '#00000060', '#00000000'), box(0, floor, 1600, 70)),
];

const FLAME = 'M0 0C-46 0-54-46-30-76c2 18 14 22 16 10-4-36 16-58 26-76 2 30 40 52 35 96C44-16 26 0 0 0z';

export const flame = (x: number, y: number, s: number): Art =>
  put(x, y, s, [area('#ff7a3c', FLAME), put(0, -2, 0.68, area('#ffb45e', FLAME), -0.68), put(0, -3, 0.38, area(MOONLIT, FLAME))]);

/** A candle that stands at (x, y). */
export const candle = (x: number, y: number, h = 40): Art => [area(CREAM, box(x - 6, y - h, 12, h)), area('#b9b08f', box(x + 1, y - h, 5, h)), flame(x, y - h - 3, 0.2)];

/** A torch in its bracket on a wall. */
export const torch = (x: number, y: number, s = 1): Art => [put(x, y, s, area(SOOT, 'M-8 70-16 0H16L8 70zM-20-8H20V4H-20z')), flame(x, y - 6 * s, s * 0.62)];

/** A lantern that hangs from (x, y). */
export const lantern = (x: number, y: number, s = 1): Art =>
  put(x, y, s, [
    line(SOOT, 3, 'M0-40V2'),
    area(SOOT, 'M-20 14 0 0 20 14zm4 44H16v8H-16z'),
    area(LIT, 'M-15 14h30l-3 44h-24z'), area(MOONLIT, 'M-6 22H6L5 54H-5z'),
    line(SOOT, 3, 'M-15 14l3 44m27-44-3 44'),
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
export const icicles = (x: number, y: number, w: number, long: number, seed: number, color = ICE): Art =>
  area(color, many(Math.floor(w / 16), (i) => `M${x + i * 16} ${y}h14l-7 ${long * (0.25 + 0.75 * chance(i, seed))}z`).join(''), 0.9);

const BINDINGS = [BERRY, BRASS, GOLD, '#3f7478', '#5363ad', '#79539a', '#87975f', TAN];

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
  const colors = [LIT, '#ff8f8f', '#79e6b6', '#7cc8ff'];
  const spot = (t: number) => [x + (x2 - x) * t, y + (y2 - y) * t + sag * 4 * t * (1 - t)] as const;
  return {
    cord: line(SOOT, 3, `M${x} ${y}Q${(x + x2) / 2} ${(y + y2) / 2 + sag * 2} ${x2} ${y2}`),
    bulbs: many(count, (i) => {
      const [at, low] = spot((i + 0.5) / count);
      return disc(colors[i % 4] as string, at, low + 9, 7, 9);
    }),
  };
}

/** A round column from `top` to `foot`. */
export const pillar = (p: Paints, x: number, top: number, foot: number, w: number, color: string, dark: string): Art => [
  area(fade(p, color, dark), box(x - w / 2, top, w, foot - top)),
  area('#000', box(x + w * 0.12, top, w * 0.38, foot - top), 0.22),
  area('#fff', box(x - w * 0.36, top, w * 0.14, foot - top), 0.1),
  area(color, `${box(x - w * 0.7, top, w * 1.4, w * 0.3)}${box(x - w * 0.7, foot - w * 0.3, w * 1.4, w * 0.3)}`),
];

/** A long pennant with a pale star. */
export const banner = (p: Paints, x: number, y: number, s: number, color: string): Art =>
  put(x, y, s, [
    area(fade(p, color, SOOT), 'M-34 0h68v190l-34 40-34-40z'),
    area(LIT, 'M-42-8H42V2H-42zM0 62 9 87l25 9-25 9-9 25-9-25-25-9 25-9z', 0.85),
  ]);

/** Beams under the ceiling, and posts at both sides. */
export const timber = (p: Paints, color = BARK): Art => [
  area(fade(p, color, SOOT), 'M0 60H1600v46H0zm60 0h60V900H60zm1420 0h60V900h-60z'),
  area('#000', 'M120 106H250L120 236zm1360 0H1350l130 130zM0 98H1600v10H0z', 0.35),
  area(color, 'M120 106H224L120 210zm1360 0H1376l104 104z'),
];

/** A window on to the night, with snow on its sill: the one cool light in a warm room. */
export const outlook = (p: Paints, x: number, y: number, w: number, h: number, frame = BARK): Art => [
  area(fade(p, ...p.mood.sky), box(x, y, w, h)),
  disc(MOONLIT, x + w * 0.68, y + h * 0.3, w * 0.09, w * 0.09, 0.9),
  area(SHADE, `M${x} ${y + h}v${-h * 0.24}q${w * 0.3} ${-h * 0.14} ${w * 0.55} 0t${w * 0.45} ${h * 0.02}v${h * 0.22}z`),
  area(DUSK, `M${x + w * 0.2} ${y + h * 0.8}l${w * 0.09} ${-h * 0.38} ${w * 0.09} ${h * 0.38}z`),
  line(frame, 10, `${box(x, y, w, h)}M${x + w / 2} ${y}v${h}M${x} ${y + h / 2}h${w}`),
  area(SNOW, `M${x} ${y + h - 4}q${w * 0.2} -14 ${w * 0.4} -6t${w * 0.6} 6z`),
];

/** Boards of a wall. */
export const boards = (opacity = 0.15): Art => line('#000', 4, many(9, (i) => `M0 ${60 + i * 56}H1600`).join(''), opacity);

/** Teeth of a wall from `x` on, standing on `y`. */
export const merlons = (x: number, y: number, count: number): string => many(count, (i) => box(x + i * 100, y - 36, 60, 37)).join('');

/** Stone-built: `d` in stone's colours, a few courses of it showing in the box. */
export const masonry = (p: Paints, d: string, x: number, y: number, w: number, h: number, size = 42): Art => [area(fade(p, STONE, SLATE), d), stones(x, y, w, h, size, MORTAR, x, 0.38)];

/** A plate of ice on water. */
export const floe = (x: number, y: number, s: number): Art => put(x, y, s, [area(SHADE, 'M-70 0-40-18H30L70-4 44 22H-36z'), area(SHEEN, 'M-70-6l30-18h70l40 14-26 20h-80z')]);

/** A glow on the floor or a wall in front of a fire. */
export const pool = (p: Paints, x: number, y: number, r: number, color = '#ffb45e'): Art => light(p, x, y, r, color, 0.3);
