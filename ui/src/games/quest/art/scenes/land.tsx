// What stands and lies under the open sky: stars, moon, mountains, hills, pines, houses, clouds. Parts of many scenes, of none in particular.
import { pine, woods } from '../../../../widgets/pines';
import { area, arch, box, chance, disc, light, line, many, n, put, type Art, type Paints } from './paint';

const NIGHTFALL = 'M0 0H1600V900H0z';

export const sky = (p: Paints): Art => [area(p.mood.sky[2], NIGHTFALL), area(p.fade(...p.mood.sky), box(0, 0, 1600, 540))];

/** `count` stars above `low`, between `left` and `right`. */
export function stars(seed: number, count: number, low = 420, left = 0, right = 1600): Art {
  const dots = (size: number) => many(count, (i) => (chance(i, seed + size) < 0.5 ? `M${n(left + (right - left) * chance(i, seed))} ${n(low * chance(i, seed + 0.4))}h0` : '')).join('');
  return [line('#fff', 2.4, dots(1), 0.6), line('#dfe8ff', 4.5, dots(2.7), 0.75)];
}

export const moon = (p: Paints, x: number, y: number, r: number, color = '#fdf3d0'): Art => [
  light(p, x, y, r * 4.4, '#bcd0ff'),
  disc(color, x, y, r),
  disc('#b9b08f', x - r * 0.3, y - r * 0.25, r * 0.22, r * 0.2, 0.3),
  disc('#b9b08f', x + r * 0.32, y + r * 0.22, r * 0.3, r * 0.26, 0.25),
  disc('#b9b08f', x - r * 0.2, y + r * 0.48, r * 0.14, r * 0.12, 0.25),
];

/** A curtain of rays whose feet follow a wave around `y`. */
export function aurora(p: Paints, y: number, tall: number, seed: number, color = p.mood.aurora): Art {
  const fill = p.fade(`${color}00`, `${color}30`, `${color}88`, `${color}00`);
  return many(100, (i) => {
    const foot = y + tall * (0.28 * Math.sin(i / 13 + seed) + 0.1 * Math.sin(i / 4.7 + seed * 3));
    const high = tall * (0.8 + 0.35 * Math.sin(i / 7 + seed * 2) + 0.12 * chance(i, seed));
    const faint = Math.sin((i / 99) * Math.PI) * (0.55 + 0.45 * Math.sin(i / 9 + seed * 5));
    return <rect x={i * 16} y={n(foot - high)} width="16.6" height={n(high)} fill={fill} opacity={n(faint * 10) / 10} />;
  });
}

/** One mountain with its summit at (x, y): body, the side in shadow, snow on top. */
export function mount(p: Paints, x: number, y: number, w: number, h: number, body: string, haze = p.mood.sky[2]): Art {
  const at = (dx: number, dy: number) => `${n(x + dx * w)} ${n(y + dy * h)}`;
  return [
    area(p.fade(body, haze), `M${at(-0.5, 1)}L${at(-0.3, 0.66)} ${at(-0.24, 0.58)} ${at(-0.12, 0.22)} ${at(-0.07, 0.18)} ${at(0, 0)}L${at(0.06, 0.16)} ${at(0.13, 0.22)} ${at(0.22, 0.5)} ${at(0.31, 0.6)} ${at(0.5, 1)}z`),
    area('#0a1030', `M${at(0, 0)}L${at(0.06, 0.16)} ${at(0.13, 0.22)} ${at(0.22, 0.5)} ${at(0.31, 0.6)} ${at(0.5, 1)}H${n(x + w * 0.12)}L${at(0.02, 0.7)} ${at(0.07, 0.48)} ${at(-0.02, 0.3)}z`, 0.22),
    area('#eaf0ff', `M${at(0, 0)}L${at(0.06, 0.16)} ${at(0.13, 0.22)} ${at(0.185, 0.39)} ${at(0.13, 0.34)} ${at(0.11, 0.45)} ${at(0.05, 0.3)} ${at(0.01, 0.48)} ${at(-0.05, 0.31)} ${at(-0.1, 0.42)} ${at(-0.13, 0.33)} ${at(-0.19, 0.44)} ${at(-0.12, 0.22)} ${at(-0.07, 0.18)}z`, 0.85),
    area('#7388d0', `M${at(0, 0)}L${at(0.06, 0.16)} ${at(0.13, 0.22)} ${at(0.185, 0.39)} ${at(0.13, 0.34)} ${at(0.11, 0.45)} ${at(0.05, 0.3)} ${at(0.035, 0.39)} ${at(0.045, 0.24)} ${at(-0.01, 0.14)}z`, 0.5),
  ];
}

/** A chain of `count` mountains along `foot`. */
export const range = (p: Paints, seed: number, foot: number, tall: number, count: number, body = '#5a6dc2'): Art =>
  many(count, (i) => {
    const h = tall * (0.55 + 0.45 * chance(i, seed));
    return mount(p, (1600 * (i + 0.5)) / count + 120 * (chance(i, seed + 1) - 0.5), foot - h, h * 2.1, h, body);
  });

/** Where a hill's ground is at `x`. */
export const groundAt = (y: number, swell: number, seed: number) => (x: number): number => y - swell * (0.65 * Math.sin(x / 300 + seed) + 0.35 * Math.sin(x / 131 + seed * 2.3));

export function hill(p: Paints, y: number, swell: number, seed: number, top = '#eef3ff', low = '#8398de'): Art {
  const at = groundAt(y, swell, seed);
  const crest = `M-20 ${n(at(-20))}L${many(83, (i) => `${i * 20} ${n(at(i * 20))}`).join(' ')}`;
  return [area(p.fade(top, low), `${crest}V900H-20z`), line('#fff', 4, crest, 0.5)];
}

/** Far woods along a hill's ground. */
export const wood = (fill: string, tall: number, count: number, y: number, swell: number, seed: number): Art => area(fill, woods(-20, 1620, count, tall, groundAt(y, swell, seed)));

const NEEDLES = [['#16245f', '#e3ebff'], ['#22337c', '#b9c8f6'], ['#0b1238', '#8fa2dc']] as const;

/** A pine; `tone` 0 near, 1 farther, 2 a dark one against the light. */
export function fir(x: number, foot: number, h: number, tone: 0 | 1 | 2 = 0): Art {
  const [body, snow] = NEEDLES[tone];
  const boughs = pine(x, foot, h, chance(x, h)).map((tier) => [area(body, tier.body), area('#070d30', tier.shade, 0.42), area(snow, tier.snow)]);
  return [disc('#1b2a63', x + h * 0.08, foot, h * 0.34, h * 0.035, 0.25), area('#0a1238', box(x - h * 0.03, foot - h * 0.2, h * 0.06, h * 0.2)), boughs];
}

/** Pines in [x, foot, height] triples. */
export const firs = (tone: 0 | 1 | 2, ...at: number[]): Art => many(at.length / 3, (i) => fir(at[i * 3] as number, at[i * 3 + 1] as number, at[i * 3 + 2] as number, tone));

/** A lit window with its bars; (x, y) is the middle of its foot. */
export const lit = (x: number, y: number, w: number, h: number, bars = '#3a2350'): Art => [
  area('#ffd98a', arch(x, y, w, h)),
  area('#fff3c4', arch(x, y, w * 0.5, h * 0.62), 0.6),
  line(bars, Math.max(2, w * 0.09), `M${x} ${y}v${-h}M${n(x - w / 2)} ${n(y - h * 0.45)}h${w}`),
];

/** Snow that lies on an edge from `x`, `w` wide, and hangs over in scallops. */
export const snowOn = (x: number, y: number, w: number, h = w * 0.12): Art =>
  area('#f4f8ff', `M${n(x)} ${n(y)}q${n(w * 0.08)} ${n(-h)} ${n(w * 0.3)} ${n(-h)}h${n(w * 0.4)}q${n(w * 0.22)} 0 ${n(w * 0.3)} ${n(h)}${many(5, (i) => `q${n(-w * 0.1)} ${n(h * (0.6 + 0.9 * chance(i, x)))} ${n(-w * 0.2)} 0`).join('')}z`);

const ROOF = 'M-92-62L-52-138q4-6 12-6h80q8 0 12 6L92-62q-11 9-22 0q-12 10-24 0q-12 11-24 0q-11 9-22 0q-12 11-24 0q-11 9-22 0q-12 10-24 0q-11 8-22 0z';

/** A house of logs or plaster under a roof of snow; (x, y) is the middle of its foot. */
export const house = (p: Paints, x: number, y: number, s: number, wall = '#4a2b52'): Art =>
  put(x, y, s, [
    area('#2c1a40', 'M28-176h24v60h-24z'), area('#f4f8ff', 'M24-186q16-8 32 0v14h-32z'),
    area(p.fade(wall, '#241640'), 'M-74-66h148v66h-148z'),
    line('#1d1236', 3, 'M-74-46h148M-74-24h148', 0.5),
    area('#1d1236', 'M-92-58h184l-18 10h-148z', 0.5),
    area(p.fade('#ffffff', '#b6c6f5'), ROOF),
    lit(-42, -14, 30, 34), lit(8, -14, 30, 34),
    area('#6b3a50', arch(50, 0, 26, 46)), disc('#ffd98a', 57, -20, 2.5),
    lit(0, -82, 24, 26),
    area('#f4f8ff', 'M-86 4q10-14 34-8t40-2 44 2 42 0l10 8z'),
  ]);

export const smoke = (p: Paints, x: number, y: number, s: number): Art => put(x, y, s, [0, 1, 2, 3].map((i) => disc(p.glow('#c9d4f5'), i * 13 + i * i * 3, -i * 34, 20 + i * 11, 18 + i * 8, 0.75)));

/** A bank of clouds from edge to edge, its crest around `y`. */
export function clouds(p: Paints, y: number, size: number, seed: number, top: string, low: string): Art {
  const puffs = many(Math.ceil(1700 / size) + 2, (i) => {
    const r = size * (0.45 + 0.4 * chance(i, seed));
    return `M${n(i * size - 60 - r)} ${n(y + size * 0.3 * Math.sin(i * 1.3 + seed))}a${n(r)} ${n(r * 0.8)} 0 0 1 ${n(r * 2)} 0V${n(y + size)}h${n(-r * 2)}z`;
  });
  return area(p.fade(top, low), `${puffs.join('')}${box(-80, y + size * 0.4, 1760, 900)}`);
}

/** Low mist. */
export const mist = (p: Paints, y: number, color = '#cfdcff', strength = 0.5): Art =>
  many(6, (i) => disc(p.glow(color), -60 + i * 350, y + 34 * Math.sin(i * 2.1), 420, 62 + 20 * chance(i, y), strength));

/** Prints of boots from (x, y) on, towards (x2, y2), getting smaller. */
export const prints = (x: number, y: number, x2: number, y2: number, count = 14): Art =>
  many(count, (i) => {
    const t = 1 - (1 - i / count) ** 1.6;
    return disc('#5a6fc0', x + (x2 - x) * t + (i % 2 ? 1 : -1) * 14 * (1 - t), y + (y2 - y) * t, 10 * (1.1 - t), 5 * (1.1 - t), 0.55);
  });
