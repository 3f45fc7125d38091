// Scenes under the open sky where people have built: village, square, tower, gate, ruins, graveyard, ship; and the dawn over them all.
import { arch, area, box, chance, disc, drift, fade, flicker, light, lights, line, many, put, still, twinkle, type Art, type Paints, type View } from './paint';
import { BARK, BLUE, CREAM, DEEP, DUSK, GOLD, HAZE, ICE, LIT, MOONLIT, MORTAR, NIGHT, OAK, PLUM, SHADE, SHEEN, SLATE, SNOW, SOOT, STONE } from './palette';
import { aurora, firs, flank, heap, hill, house, lit, mist, moon, prints, range, ripples, sky, smoke, snowOn, spire, stars, vista, wood } from './land';
import { floe, garland, icicles, lantern, masonry, merlons, torch } from './rooms';

export const village = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 4, 420, 210, 46),
      steeple(p, 800, 440), house(p, 610, 446, 0.72, PLUM), house(p, 1000, 440, 0.78, SLATE), house(p, 430, 470, 0.9), house(p, 1190, 470, 0.95, PLUM),
      smoke(p, 460, 310, 0.8), smoke(p, 1230, 302, 0.9), firs(1, 320, 480, 160, 710, 450, 110, 1090, 450, 120, 1310, 490, 180),
      hill(p, 500, 18, 2.6, SHEEN), house(p, 690, 520, 1.12, PLUM), house(p, 930, 530, 1.05), smoke(p, 734, 320, 1),
      area(fade(p, SHADE, BLUE), 'M800 530q-40 70 40 130T760 900h240Q940 760 900 660T830 530z', 0.6), prints(860, 880, 815, 540, 18),
      flank(5), heap(420, 640, 340), heap(1240, 650, 360),
    ),
    flicker(lights(p, 610, 420, 130, 1000, 420, 140, 430, 440, 160, 1190, 440, 170, 690, 490, 200, 930, 500, 190, 800, 330, 60)),
  ],
  air: 'snow',
});

const steeple = (p: Paints, x: number, y: number): Art =>
  put(x, y, 1, [area(fade(p, '#5363ad', SLATE), box(-34, -210, 68, 210)), spire(0, -206, 92, 104), area(SOOT, arch(0, -120, 34, 60)), area(GOLD, 'M-12-134q2-26 12-26t12 26l5 8h-34z'), lit(0, -30, 24, 44)]);

const facade = (p: Paints, x: number, foot: number, w: number, h: number, wall: string): Art => {
  const [left, eaves] = [x - w / 2, foot - h];
  const rows = many(Math.floor((h - 76) / 84), (row) => many(Math.floor(w / 62), (i) => pane(left + 34 + (i * (w - 68)) / (Math.floor(w / 62) - 1), foot - 94 - row * 84)));
  return [
    area(fade(p, wall, SOOT), `M${left} ${foot}V${eaves}L${x} ${eaves - w * 0.5} ${left + w} ${eaves}V${foot}z`),
    area(SNOW, `M${left - 14} ${eaves + 8}L${x} ${eaves - w * 0.5 - 18} ${left + w + 14} ${eaves + 8}l-10 10L${x} ${eaves - w * 0.5 + 12} ${left + 4} ${eaves + 18}z`),
    heap(x, foot + 6, w + 80, 34), pane(x, eaves - 6), rows,
  ];
};

const pane = (x: number, foot: number): Art => [lit(x, foot, 32, 46), snowOn(x - 22, foot + 4, 44, 9)];

export const square = (p: Paints): View => {
  const [left, right] = [garland(300, 250, 720, 270, 36, 13), garland(880, 270, 1300, 250, 36, 13)];
  return {
    layers: [
      still(
        sky(p), stars(22, 80, 260, 300, 1300), hill(p, 430, 90, 2, DUSK, DUSK),
        hill(p, 470, 0, 1, ICE), clock(p, 800, 480), facade(p, 460, 490, 190, 170, '#4a2b52'), facade(p, 1140, 490, 190, 170, SLATE), facade(p, 260, 540, 260, 260, SLATE), facade(p, 1350, 540, 270, 260, PLUM), facade(p, 40, 620, 280, 380, '#4a2b52'), facade(p, 1570, 620, 280, 380, SLATE),
        left.cord, right.cord, fountain(p, 800, 590), area(BLUE, many(40, (i) => `M${240 + 1120 * chance(i, 1)} ${620 + 260 * chance(i, 2)}q26-14 52 0z`).join(''), 0.3), tree(1060, 600), post(560, 600), prints(620, 880, 720, 620),
      ),
      flicker(lights(p, 800, 250, 150, 260, 400, 220, 1350, 400, 220, 590, 480, 130)),
      twinkle(left.bulbs, right.bulbs, sparks(1060, 600)),
    ],
    air: 'snow',
  };
};

const clock = (p: Paints, x: number, foot: number): Art =>
  put(x, foot, 1, [
    masonry(p, box(-74, -320, 148, 320), -74, -300, 148, 290, 36), area(STONE, 'M-86-322H86v16H-86zm2 172H84v12H-84z'),
    spire(0, -320, 184, 140),
    disc(MORTAR, 0, -232, 60), disc('#ffe3ae', 0, -232, 52), line(PLUM, 5, many(12, (i) => `M${44 * Math.sin(i * 0.5236)} ${-232 - 44 * Math.cos(i * 0.5236)}h0`).join('')), line(BARK, 7, 'm0-232-5-28'), line(BARK, 5, 'm0-232-36 21'), disc(BARK, 0, -232, 6),
    lit(-34, -84, 26, 46), lit(34, -84, 26, 46), area(SOOT, arch(0, 0, 50, 74)), snowOn(-90, -318, 180, 14), snowOn(-86, -148, 172, 10),
  ]);

const fountain = (p: Paints, x: number, y: number): Art => put(x, y, 1, [disc(DUSK, 10, 10, 180, 22, 0.3), area(fade(p, STONE, SLATE), 'M-150-44H150L126 10Q0 32-126 10z'), disc(ICE, 0, -44, 150, 20), area(SHADE, 'M-10-40v-90h20v90z'), area(STONE, 'M-64-130H64Q48-100 0-100t-64-30z'), icicles(-60, -122, 120, 64, 3, SHEEN), snowOn(-66, -126, 132, 20), snowOn(-150, -40, 100, 14), snowOn(60, -40, 92, 12)]);
const tree = (x: number, y: number): Art => [firs(0, x, y, 300), area(LIT, `M${x} ${y - 334}l9 22 24 3-18 16 5 24-20-13-20 13 5-24-18-16 24-3z`)];
const sparks = (x: number, y: number): Art => many(16, (i) => disc([LIT, '#ff8f8f', '#79e6b6', '#7cc8ff'][i % 4] as string, x + (1 - i / 16) * 130 * (chance(i, 4) - 0.5), y - 40 - i * 14, 6));
const post = (x: number, y: number): Art => put(x, y, 1, [line(SOOT, 9, 'M0 0v-190h30'), lantern(30, -150), snowOn(-14, -188, 54, 10), heap(0, 6, 100)]);

export const tower = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 8, 1080, 230, 72, 490),
      put(96, 62, 0.88, [
        area(fade(p, '#5363ad', MORTAR), 'M470 640l90-120 80-20 40-48H930l30 48 90 30 110 110z'), snowOn(640, 470, 320, 26), snowOn(530, 536, 110, 20), snowOn(980, 536, 110, 20),
        masonry(p, 'M716 470l18-220H866l18 220z', 734, 262, 132, 200), area(NIGHT, 'M816 250h50l18 220h-60z', 0.3), area(fade(p, STONE, SLATE), 'M716 196h168v40l-18 22H734l-18-22z'), spire(800, 200, 196, 160), area('#ff8f8f', 'M802 6l40 11-40 12z'),
        lit(760, 246, 24, 32), lit(800, 246, 24, 32), lit(840, 246, 24, 32), lit(770, 330, 22, 38), lit(822, 404, 22, 38), area(BARK, arch(790, 470, 46, 60)),
      ]),
      hill(p, 590, 30, 4), firs(1, 480, 600, 210, 1120, 610, 230), flank(6),
    ),
    flicker(lights(p, 800, 260, 170, 774, 336, 80, 820, 402, 80)),
  ],
  air: 'snow',
});

const RUBBLE = 'M0 0l18-34 44-8 36 18 14 24z';

export const ruins = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 11, 790, 350, 70, 480), mist(p, 470, HAZE, 0.4),
      masonry(p, 'M540 560V250l20-40q80-60 240-64 80 0 150 34l-14 28 10 30q-66-32-146-30-150 8-160 192V560z', 540, 280, 96, 270), masonry(p, 'M980 560V350l-14-40 34-24 30 30 24-14 36 20V560z', 980, 340, 110, 210), snowOn(546, 226, 60, 14), snowOn(690, 158, 240, 22), snowOn(968, 304, 118, 18),
      masonry(p, 'M240 580V340l50 14V304l70 24 14 60 60 10V580zm940 0V430l40-20 60 10 10-70 70 20V580z', 244, 360, 180, 210), area(SOOT, `${arch(330, 580, 64, 160)}${arch(1300, 580, 60, 130)}`, 0.7), snowOn(284, 318, 80, 18), snowOn(240, 350, 50, 12), snowOn(1284, 356, 80, 16),
      hill(p, 576, 18, 1.4), column(p, 470, 620, 1.1), column(p, 1150, 620, 0.8), put(690, 622, 1.3, [area(SLATE, RUBBLE), snowOn(10, -30, 80, 14)]), put(850, 650, 1.5, [area(SLATE, RUBBLE), snowOn(12, -30, 76, 14)]), fallen(p, 1010, 670),
      prints(760, 880, 800, 570), flank(7),
    ),
    drift(mist(p, 590, SHEEN, 0.45)),
  ],
  air: 'snow',
});

const column = (p: Paints, x: number, foot: number, s = 1): Art => put(x, foot, s, [disc(DUSK, 10, 2, 60, 10, 0.3), area(fade(p, STONE, SLATE), 'M-24 0V-150l12-20L2-154l22-10V0zM-36-12H36V4H-36z'), line(MORTAR, 4, 'M-10-4v-140M6-4v-140', 0.6), snowOn(-28, -156, 56, 14)]);
const fallen = (p: Paints, x: number, y: number): Art => put(x, y, 1, [area(fade(p, STONE, SLATE), 'M0-50l190 20q16 24 0 46L-6 0q-16-30 6-50z'), line(MORTAR, 4, 'M6-34 186-14M4-18 184 2', 0.6), disc('#5363ad', 192, -7, 12, 23), snowOn(0, -40, 180, 16)]);

export const gate = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 12, 330, 210, 40, 470), masonry(p, `${box(0, 330, 1600, 230)}${merlons(10, 331, 16)}`, 0, 350, 1600, 200, 60), snowOn(20, 296, 420, 12), snowOn(1170, 296, 420, 12), masonry(p, `${box(560, 220, 480, 340)}${merlons(620, 221, 4)}`, 640, 230, 320, 320, 48),
      turret(p, 540), turret(p, 1060), area(SOOT, arch(800, 570, 270, 316)), area(fade(p, '#ffb45e', '#ffe3ae'), arch(800, 570, 236, 296)), inside(p),
      area(fade(p, PLUM, BARK), 'M682 570V392q6-58 40-84l10 6V584zm236 0V392q-6-58-40-84l-10 6V584z'), line(BARK, 5, 'M706 330V580M894 330V580M684 420l46-6m-46 96 46 4m186-94-46-6m46 96-46 4'),
      line(SOOT, 9, 'M690 340V280m45 40V270m45 40V264m45 46V264m45 56V270m42 70V280M690 300H912'), hill(p, 566, 4, 1), area(LIT, 'M690 572h220l190 328H500z', 0.4), torch(610, 400), torch(990, 400), prints(740, 880, 790, 580), heap(520, 590, 300), heap(1080, 590, 300), flank(10),
    ),
    flicker(lights(p, 800, 460, 280, 610, 360, 160, 990, 360, 160)),
  ],
  air: 'snow',
});

const inside = (p: Paints): Art => [area(OAK, 'M700 570V470l40-34 30 26V570zm200 0V480l-36-30-34 26v94z', 0.6), lit(742, 520, 18, 26), lit(866, 526, 18, 26), light(p, 800, 500, 120, MOONLIT)];
const turret = (p: Paints, x: number): Art => put(x, 580, 1, [masonry(p, box(-70, -370, 140, 370), -70, -330, 140, 320), area(NIGHT, 'M20-370h50V0H30z', 0.25), area(STONE, 'M-86-380H86v30H-86z'), spire(0, -376, 192, 120), lit(0, -280, 26, 44), area('#ff8f8f', 'M2-528l50 12-50 14z')]);

export const graveyard = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 14, 960, 240, 82, 476), fence(), mist(p, 480, ICE, 0.5),
      area(NIGHT, limbs(450, 590, 92, -1.5, 6)), hill(p, 570, 24, 1.2, ICE, SHADE),
      stoneAt(p, 600, 560, 0.9, 1), stoneAt(p, 760, 540, 0.8, 2), stoneAt(p, 900, 556, 1, 0), stoneAt(p, 1060, 550, 0.8, 1), stoneAt(p, 1210, 570, 1, 2), stoneAt(p, 680, 650, 1.3, 0), stoneAt(p, 990, 660, 1.35, 1), stoneAt(p, 1340, 640, 1.2, 0), stoneAt(p, 370, 650, 1.2, 2),
      put(830, 640, 1, [heap(0, 12, 130), lantern(0, -62, 1)]), raven(590, 320), flank(8),
    ),
    flicker(lights(p, 830, 608, 190)), drift(mist(p, 600, SHEEN, 0.45)),
  ],
  air: 'snow',
});

/** A bare tree as tapering limbs. */
function limbs(x: number, y: number, long: number, lean: number, depth: number): string {
  const [x2, y2, w] = [x + long * Math.cos(lean), y + long * Math.sin(lean), depth * depth * 0.62 + 1];
  const limb = `M${x - w} ${y}L${x2 - w * 0.7} ${y2}h${w * 1.4}L${x + w} ${y}z`;
  if (depth === 0) return limb;
  const turn = (i: number) => lean + (i ? 0.62 : -0.5) * (0.6 + 0.7 * chance(depth + i, x));
  return limb + limbs(x2, y2, long * 0.82, turn(0), depth - 1) + limbs(x2, y2, long * 0.72, turn(1), depth - 1);
}

const STONES = ['M-38 0v-74a38 38 0 0 1 76 0V0z', 'M-36 0v-96l12-14h48l12 14V0z', 'M-42 0v-60q0-30 42-48q42 18 42 48V0z'];
const stoneAt = (p: Paints, x: number, y: number, s: number, kind: number): Art =>
  put(x, y, s, [disc(DUSK, 14, 2, 54, 9, 0.35), put(7, 0, 1, area(MORTAR, STONES[kind] as string)), area(fade(p, STONE, SLATE), STONES[kind] as string), line(MORTAR, 4, 'M-18-64h36M-18-50h36M-10-36h20', 0.6), snowOn(-34, -92 - (kind ? 6 : 4), 68, 18), heap(0, 8, 140, 24)]);
const fence = (): Art => line(NIGHT, 5, `M0 430H1600M0 470H1600${many(50, (i) => `M${i * 33} 492v-80l0-12`).join('')}`, 0.75);
const raven = (x: number, y: number): Art => put(x, y, 1, area(NIGHT, 'M0 0Q4-26 26-30q10-12 22-4l14 4-14 6Q48 0 24 6L-20 28z'));

export const ship = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(27, 130), aurora(p, 300, 260, 9), moon(p, 1230, 210, 44), range(p, 13, 500, 200, 7),
      area(fade(p, '#3a5cc0', DEEP, '#0c1650'), 'M0 476H1600V900H0z'), ripples(HAZE, 740, 496, 1500, 24, 2), ripples(MOONLIT, 1215, 490, 50, 9, 4),
      vessel(p), area(fade(p, '#2a4aa8', '#0c1650'), 'M0 600q200-28 400 0t400-2 400 2 400-6V900H0z'), line(ICE, 5, 'M0 600q200-28 400 0t400-2 400 2 400-6', 0.5), floes(),
    ),
    flicker(lights(p, 500, 404, 120, 1112, 380, 140, 1050, 480, 100)),
    twinkle(stars(28, 34, 260)),
  ],
  air: 'snow',
});

const SAIL = 'M0 0Q46 60 8 128q96-18 168 0 30-64-8-128Q84 16 0 0z';
const sail = (p: Paints, x: number, y: number, s: number, wide = s): Art => put(x, y, s, [area(fade(p, SNOW, HAZE), SAIL), line(SHADE, 3, 'M60 8q24 56 8 112M120 8q22 56 8 110', 0.6), line(BARK, 8, 'M-8 0h184')], wide);
const vessel = (p: Paints): Art => [
  line(BARK, 12, 'M640 500V150M810 500V110M970 500V160'), line(BARK, 8, 'm560 470-180-70m10 4L640 160M560 460l80-290m170-50 160 50m120 260L970 170', 0.8),
  area(fade(p, SNOW, HAZE), 'M400 396 636 176q-36 154-76 264-90 0-160-44z'),
  sail(p, 570, 190, 0.78), sail(p, 556, 300, 0.98), sail(p, 720, 140, 0.98), sail(p, 704, 276, 1.2), sail(p, 900, 200, 0.78), sail(p, 888, 308, 0.96),
  area('#ff8f8f', 'M812 108l70 14-70 16z'), area(fade(p, PLUM, BARK), 'M500 450l40 20H980l30-50h120q-10 120-50 190H590q-60-70-90-160z'), area(BARK, 'M520 492h590l-6 18H530zm480-76h136v14H1000z'), line(BARK, 4, 'M548 540h546M566 570h518', 0.7),
  many(6, (i) => [area(LIT, box(600 + i * 62, 518, 24, 18))]), lit(1040, 486, 20, 30), lit(1080, 486, 20, 30), lantern(500, 390, 0.8), lantern(1120, 372, 1), snowOn(540, 470, 440, 14), snowOn(1004, 420, 130, 12),
];
const floes = (): Art => many(7, (i) => floe(140 + i * 220 + 80 * chance(i, 2), 640 + 120 * chance(i, 6), 0.7 + 0.6 * chance(i, 4)));

export const dawn = (p: Paints): View => ({
  layers: [
    still(
      area(fade(p, DEEP, '#79539a', '#ff8f8f', LIT, LIT), 'M0 0H1600V900H0z'), stars(29, 50, 160), rays(p), light(p, 800, 430, 420, '#ffe3ae'), disc(MOONLIT, 800, 420, 96),
      cloudlets(), range(p, 15, 480, 170, 7, '#8a6ab4'), wood('#79539a', 70, 80, 452, 14, 2), hill(p, 456, 20, 2, MOONLIT, '#c9a4dc'),
      house(p, 590, 470, 0.66), house(p, 500, 486, 0.72, PLUM), smoke(p, 610, 350, 0.7), firs(1, 420, 490, 150, 1150, 480, 180, 1240, 490, 130), hill(p, 520, 26, 4, CREAM, '#c9a4dc'), area(LIT, 'M770 520q-10 80 60 150T810 900H970q-20-140-60-230T790 520z', 0.5), prints(860, 880, 790, 540), flank(9),
      line('#4a2b52', 5, 'M1010 230q16-18 30 0 14-18 30 0m20 40q12-14 24 0 12-14 24 0m-138 20q10-12 20 0 10-12 20 0'),
    ),
    flicker(light(p, 800, 420, 230, '#ffe3ae')),
  ],
});

const rays = (p: Paints): Art => area(fade(p, '#fff1b800', '#fff1b850'), many(9, (i) => `M800 430L${-200 + i * 235} -100h110z`).join(''));
const cloudlets = (): Art => [160, 610, 1080].map((x, i) => put(x, 240 - i * 40, 1, area('#ffb59a', 'M0 16q10-8 30-6Q90-20 150 0q50-30 110 0 60-8 90 16z', 0.55)));
