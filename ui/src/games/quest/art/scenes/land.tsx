// What stands and lies under the open sky: stars, moon, mountains, hills, pines, houses, clouds. Parts of many scenes, of none in particular.
import { pine, woods } from '../../../../widgets/pines';
import { arch, area, box, chance, disc, fade, glow, light, line, many, put, type Art, type Paints } from './paint';
import { BARK, DEEP, DUSK, GOLD, HAZE, ICE, LIT, MOONLIT, NIGHT, PLUM, SHADE, SHEEN, SNOW, SOOT, STONE } from './palette';

const NIGHTFALL = 'M0 0H1600V900H0z';

export const sky = (p: Paints): Art => [area(p.mood.sky[2], NIGHTFALL), area(fade(p, ...p.mood.sky), box(0, 0, 1600, 540))];

/** `count` stars above `low`, between `left` and `right`. */
export function stars(seed: number, count: number, low = 420, left = 0, right = 1600): Art {
  const dots = (size: number) => many(count, (i) => (chance(i, seed + size) < 0.5 ? `M${left + (right - left) * chance(i, seed)} ${low * chance(i, seed + 0.4)}h0` : '')).join('');
  return [line('#fff', 2.4, dots(1), 0.6), line(SHEEN, 4.5, dots(2.7), 0.75)];
}

export const moon = (p: Paints, x: number, y: number, r: number, color = MOONLIT): Art => [
  light(p, x, y, r * 4.4, HAZE),
  disc(color, x, y, r),
  disc('#b9b08f', x - r * 0.3, y - r * 0.25, r * 0.22, r * 0.2, 0.3),
  disc('#b9b08f', x + r * 0.32, y + r * 0.22, r * 0.3, r * 0.26, 0.25),
  disc('#b9b08f', x - r * 0.2, y + r * 0.48, r * 0.14, r * 0.12, 0.25),
];

/** A curtain of rays whose feet follow a wave around `y`. */
export function aurora(p: Paints, y: number, tall: number, seed: number, color = p.mood.aurora): Art {
  const fill = fade(p, `${color}00`, `${color}30`, `${color}88`, `${color}00`);
  return many(100, (i) => {
    const foot = y + tall * (0.28 * Math.sin(i / 13 + seed) + 0.1 * Math.sin(i / 4.7 + seed * 3));
    const high = tall * (0.8 + 0.35 * Math.sin(i / 7 + seed * 2) + 0.12 * chance(i, seed));
    const faint = Math.sin((i / 99) * Math.PI) * (0.55 + 0.45 * Math.sin(i / 9 + seed * 5));
    return <rect x={i * 16} y={foot - high} width="16.6" height={high} fill={fill} opacity={faint * 10 / 10} />;
  });
}

/** One mountain with its summit at (x, y): body, the side in shadow, snow on top. */
export const mount = (p: Paints, x: number, y: number, w: number, h: number, body = SHADE): Art =>
  put(x, y, h / 100, [
    area(fade(p, body, p.mood.sky[2]), 'M-50 100-30 66l6-8 12-36 5-4L0 0 6 16l7 6 9 28 9 10 19 40z'),
    area(NIGHT, 'M0 0 6 16l7 6 9 28 9 10 19 40H12L2 70 7 48-2 30z', 0.22),
    area(SHEEN, 'M0 0 6 16l7 6 5.5 17-5.5-5-2 11-6-15-4 18-6-17-5 11-3-9-6 11 7-22 5-4z', 0.85),
    area(STONE, 'M0 0 6 16l7 6 5.5 17-5.5-5-2 11-6-15-1.5 9 1-15L-1 14z', 0.5),
  ], w / 100);

/** A chain of `count` mountains along `foot`. */
export const range = (p: Paints, seed: number, foot: number, tall: number, count: number, body?: string): Art =>
  many(count, (i) => {
    const h = tall * (0.55 + 0.45 * chance(i, seed));
    return mount(p, (1600 * (i + 0.5)) / count + 120 * (chance(i, seed + 1) - 0.5), foot - h, h * 2.1, h, body);
  });

/** Where a hill's ground is at `x`. */
export const groundAt = (y: number, swell: number, seed: number) => (x: number): number => y - swell * (0.65 * Math.sin(x / 300 + seed) + 0.35 * Math.sin(x / 131 + seed * 2.3));

export function hill(p: Paints, y: number, swell: number, seed: number, top = SHEEN, low = SHADE): Art {
  const at = groundAt(y, swell, seed);
  const crest = `M-20 ${at(-20)}L${many(83, (i) => `${i * 20} ${at(i * 20)}`).join(' ')}`;
  return [area(fade(p, top, low), `${crest}V900H-20z`), line('#fff', 4, crest, 0.5)];
}

/** Far woods along a hill's ground. */
export const wood = (fill: string, tall: number, count: number, y: number, swell: number, seed: number): Art => area(fill, woods(-20, 1620, count, tall, groundAt(y, swell, seed)));

const NEEDLES = [[DUSK, SHEEN], [DEEP, HAZE]] as const;

/** A pine; `tone` 0 near, 1 farther. */
export function fir(x: number, foot: number, h: number, tone: 0 | 1 = 0): Art {
  const [body, snow] = NEEDLES[tone];
  const boughs = pine(x, foot, h, chance(x, h)).map((tier) => [area(body, tier.body), area(NIGHT, tier.shade, 0.42), area(snow, tier.snow)]);
  return [disc(DUSK, x + h * 0.08, foot, h * 0.34, h * 0.035, 0.25), area(NIGHT, box(x - h * 0.03, foot - h * 0.2, h * 0.06, h * 0.2)), boughs];
}

/** Pines in [x, foot, height] triples. */
export const firs = (tone: 0 | 1, ...at: number[]): Art => many(at.length / 3, (i) => fir(at[i * 3] as number, at[i * 3 + 1] as number, at[i * 3 + 2] as number, tone));

/** A lit window with its bars; (x, y) is the middle of its foot. */
export const lit = (x: number, y: number, w: number, h: number, bars = BARK): Art => [
  area(LIT, arch(x, y, w, h)),
  area(MOONLIT, arch(x, y, w * 0.5, h * 0.62), 0.6),
  line(bars, Math.max(2, w * 0.09), `M${x} ${y}v${-h}M${x - w / 2} ${y - h * 0.45}h${w}`),
];

/** Snow that lies on an edge from `x`, `w` wide, and hangs over it in scallops. */
export const snowOn = (x: number, y: number, w: number, h = w * 0.12): Art => put(x, y, h / 10, area(SNOW, 'M0 0Q8-10 30-10H70q22 0 30 10-10 14-20 0-9 9-20 0-11 16-21 0-9 11-19 0Q10 13 0 0z'), w / 100);

/** Snow blown against the foot of something, `w` wide around `x`. */
export const heap = (x: number, y: number, w: number, h = w * 0.2): Art => put(x, y, h / 10, area(SNOW, 'M-50 0Q-34-10-8-10T50 0Q0 5-50 0z'), w / 100);

/** A pointed roof under snow; (x, y) is the middle of its eaves. */
export const spire = (x: number, y: number, w: number, h: number): Art => [
  line(GOLD, 5, `M${x} ${y - h}v-34`),
  put(x, y, h / 100, [area(BARK, 'M-50 5H50L0-100z'), area(SNOW, 'M-52 0-3-100q3-5 6 0L52 0Q42 10 32 0 21 12 11 0 0 11-11 0-21 12-32 0-42 10-52 0z'), area(SHADE, 'M3-100 52 0Q42 10 32 0 22-50 3-100z', 0.4)], w / 100),
];

/** The near pines at both sides. */
export const flank = (seed: number): Art => many(4, (i) => fir((i < 2 ? 60 : 1340) + 200 * (i % 2) + 50 * chance(i, seed), i % 3 ? 640 : 690, i % 3 ? 240 + 90 * chance(i, seed + 1) : 410, 0));

const ROOF = 'M-92-62l40-76q4-6 12-6H40q8 0 12 6L92-62q-11 9-22 0-12 10-24 0-12 11-24 0-11 9-22 0-12 11-24 0-11 9-22 0-12 10-24 0-11 8-22 0z';

/** A house of logs or plaster under a roof of snow; (x, y) is the middle of its foot. */
export const house = (p: Paints, x: number, y: number, s: number, wall = '#4a2b52'): Art =>
  put(x, y, s, [
    area(BARK, 'M28-176H52v60H28z'), area(SNOW, 'M24-186q16-8 32 0v14H24z'),
    area(fade(p, wall, BARK), 'M-74-66H74V0H-74z'),
    line(SOOT, 3, 'M-74-46H74M-74-24H74', 0.5),
    area(SOOT, 'M-92-58H92L74-48H-74z', 0.5),
    area(fade(p, SNOW, HAZE), ROOF),
    lit(-42, -14, 30, 34), lit(8, -14, 30, 34),
    area(PLUM, arch(50, 0, 26, 46)), disc(LIT, 57, -20, 2.5),
    lit(0, -82, 24, 26),
    area(SNOW, 'M-86 4q10-14 34-8t40-2 44 2 42 0l10 8z'),
  ]);

export const smoke = (p: Paints, x: number, y: number, s: number): Art => put(x, y, s, [0, 1, 2, 3].map((i) => disc(glow(p, HAZE), i * 13 + i * i * 3, -i * 34, 20 + i * 11, 18 + i * 8, 0.75)));

/** A bank of clouds from edge to edge, its crest around `y`. */
export function clouds(p: Paints, y: number, size: number, seed: number, top: string, low: string): Art {
  const puffs = many(Math.ceil(1700 / size) + 2, (i) => {
    const r = size * (0.58 + 0.3 * chance(i, seed));
    return `M${i * size - 60 - r} ${y + size * 0.3 * Math.sin(i * 1.3 + seed)}a${r} ${r * 0.8} 0 0 1 ${r * 2} 0V${y + size}h${-r * 2}z`;
  });
  return area(fade(p, top, low), `${puffs.join('')}${box(-80, y + size * 0.3, 1760, 900)}`);
}

/** Low mist. */
export const mist = (p: Paints, y: number, color = ICE, strength = 0.5): Art =>
  many(6, (i) => disc(glow(p, color), -60 + i * 350, y + 34 * Math.sin(i * 2.1), 420, 62 + 20 * chance(i, y), strength));

/** What lies behind most scenes: sky, stars, the moon at (x, y), mountains, woods, the first hill along `foot`. */
export const vista = (p: Paints, seed: number, x: number, y: number, r: number, foot = 440): Art => [
  sky(p), stars(seed, 90, 300), moon(p, x, y, r), range(p, seed, foot + 30, 270, 6), wood(DEEP, 85, 75, foot, 14, seed), hill(p, foot, 16, seed, HAZE, SHADE),
];

/** Ripples that catch the light, wider and longer the nearer they are. */
export const ripples = (color: string, x: number, y: number, wide: number, count: number, seed: number): Art =>
  line(color, 4, many(count, (i) => `M${x + wide * (chance(i, seed) - 0.5) * (0.4 + i / count)} ${y + (i * (800 - y)) / count}h${30 + (i / count) * 130 * chance(i, seed + 1)}`).join(''), 0.55);

/** Prints of boots from (x, y) on, towards (x2, y2), getting smaller. */
export const prints = (x: number, y: number, x2: number, y2: number, count = 14): Art =>
  many(count, (i) => {
    const t = 1 - (1 - i / count) ** 1.6;
    return disc(SHADE, x + (x2 - x) * t + (i % 2 ? 1 : -1) * 14 * (1 - t), y + (y2 - y) * t, 10 * (1.1 - t), 5 * (1.1 - t), 0.55);
  });
