// Scenes under the open sky where people have built: village, square, tower, gate, ruins, graveyard, ship; and the dawn over them all.
import { area, arch, box, chance, disc, drift, flicker, light, line, many, n, put, still, twinkle, type Art, type Paints, type View } from './paint';
import { aurora, firs, hill, house, lit, mist, moon, prints, range, sky, smoke, snowOn, stars, wood } from './land';
import { garland, icicles, lantern, stones, torch } from './rooms';

export const village = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(21, 90, 300), moon(p, 420, 210, 46), range(p, 4, 450, 230, 5), wood('#2b3b88', 90, 70, 440, 14, 1), hill(p, 440, 20, 1, '#b3c2f4', '#8fa3e8'),
      steeple(p, 800, 440), house(p, 610, 446, 0.72, '#5b3350'), house(p, 1000, 440, 0.78, '#3f3a6b'), house(p, 430, 470, 0.9), house(p, 1190, 470, 0.95, '#5b3350'),
      smoke(p, 460, 310, 0.8), smoke(p, 1230, 302, 0.9), firs(1, 320, 480, 160, 710, 450, 110, 1090, 450, 120, 1310, 490, 180),
      hill(p, 500, 18, 2.6, '#e3eaff'), house(p, 690, 520, 1.12, '#6b3a45'), house(p, 930, 530, 1.05), smoke(p, 734, 320, 1),
      area(p.fade('#8ea3ea', '#6f86dc'), 'M800 530Q760 600 840 660T760 900H1000Q940 760 900 660T830 530z', 0.6), prints(860, 880, 815, 540, 18),
      firs(0, 170, 640, 400, 60, 700, 330, 1430, 640, 380, 1550, 700, 400), snowOn(300, 620, 240, 30), snowOn(1080, 640, 260, 30),
    ),
    flicker(light(p, 610, 420, 120), light(p, 1000, 420, 130), light(p, 430, 440, 150), light(p, 1190, 440, 160), light(p, 690, 480, 190), light(p, 930, 490, 180), light(p, 800, 330, 60)),
  ],
  air: 'snow',
});

const steeple = (p: Paints, x: number, y: number): Art =>
  put(x, y, 1, [area(p.fade('#56639f', '#28336e'), box(-34, -210, 68, 210)), area('#2c1a40', 'M-46-206L0-310l46 104z'), area('#f4f8ff', 'M-50-204L-4-306Q0-312 4-306L50-204q-10 8-20 0q-10 9-20 0q-10 8-20 0q-10 9-20 0q-10 8-20 0z'), area('#1b1330', arch(0, -120, 34, 60)), area('#e0b45c', 'M-12-134q2-26 12-26t12 26l5 8h-34z'), lit(0, -30, 24, 44), line('#e0b45c', 4, 'M0-308v-26')]);

const facade = (p: Paints, x: number, foot: number, w: number, h: number, wall: string, seed: number): Art => {
  const [left, eaves] = [x - w / 2, foot - h];
  const rows = many(Math.floor(h / 84), (row) => many(Math.floor(w / 62), (i) => pane(left + 34 + (i * (w - 68)) / (Math.floor(w / 62) - 1), foot - 94 - row * 84, chance(i + row * 3, seed) > 0.25)));
  return [
    area(p.fade(wall, '#1c1440'), `M${left} ${foot}V${eaves}L${x} ${n(eaves - w * 0.5)} ${left + w} ${eaves}V${foot}z`),
    area('#f4f8ff', `M${left - 14} ${eaves + 8}L${x} ${n(eaves - w * 0.5 - 18)} ${left + w + 14} ${eaves + 8}l-10 10L${x} ${n(eaves - w * 0.5 + 12)} ${left + 4} ${eaves + 18}z`),
    line('#1d1236', 5, `M${left} ${eaves + 20}h${w}`, 0.5), pane(x, eaves + 4, true), rows,
  ];
};

const pane = (x: number, foot: number, on: boolean): Art => [on ? lit(x, foot, 32, 46) : [area('#20285e', arch(x, foot, 32, 46)), line('#3a2350', 3, `M${x} ${foot}v-46M${x - 16} ${foot - 20}h32`)], snowOn(x - 22, foot + 4, 44, 9)];

export const square = (p: Paints): View => {
  const [left, right] = [garland(300, 250, 720, 270, 36, 13), garland(880, 270, 1300, 250, 36, 13)];
  return {
    layers: [
      still(
        sky(p), stars(22, 80, 260, 300, 1300), area('#1c2763', 'M380 470V330l60-50 60 50v40l50-44 50 44 40-30 40 30H920l40-34 50 40 60-50 60 50v-40l60-50 60 50v150z'),
        hill(p, 470, 0, 1, '#c3d0fa'), clock(p, 800, 480), facade(p, 460, 490, 190, 170, '#5b3a63', 3), facade(p, 1140, 490, 190, 170, '#3f4a86', 5), facade(p, 260, 540, 260, 260, '#3f3a7b', 7), facade(p, 1350, 540, 270, 260, '#6b3a55', 9), facade(p, 40, 620, 280, 380, '#4a2b52', 2), facade(p, 1570, 620, 280, 380, '#333f80', 4),
        left.cord, right.cord, fountain(p, 800, 590), area('#5a6fc0', many(40, (i) => `M${n(240 + 1120 * chance(i, 1))} ${n(620 + 260 * chance(i, 2))}q26-14 52 0z`).join(''), 0.3), tree(p, 1060, 600), post(560, 600), prints(620, 880, 720, 620),
      ),
      flicker(light(p, 800, 250, 150), light(p, 260, 400, 220), light(p, 1350, 400, 220), light(p, 560, 450, 120)),
      twinkle(left.bulbs, right.bulbs, sparks(1060, 600)),
    ],
    air: 'snow',
  };
};

const clock = (p: Paints, x: number, foot: number): Art =>
  put(x, foot, 1, [
    area(p.fade('#6a74b4', '#2b346f'), box(-74, -320, 148, 320)), stones(-74, -300, 148, 290, 36, '#1b2357', 3, 0.35), area('#8490cc', 'M-86-322h172v16h-172zM-84-150h168v12h-168z'),
    area('#33265c', 'M-92-322L0-470l92 148z'), area('#f4f8ff', 'M-96-320L-4-464Q0-470 4-464L96-320q-16 12-32 0q-16 13-32 0q-16 12-32 0q-16 13-32 0q-16 12-32 0q-16 12-32 0z'), line('#e0b45c', 5, 'M0-466v-34'),
    disc('#2a2050', 0, -232, 60), disc('#ffe9b8', 0, -232, 52), line('#5b3350', 5, many(12, (i) => `M${n(44 * Math.sin(i * 0.5236))} ${n(-232 - 44 * Math.cos(i * 0.5236))}h0`).join('')), line('#33204a', 7, 'M0-232L-22-204'), line('#33204a', 5, 'M0-232l-2-40'), disc('#33204a', 0, -232, 6),
    lit(-34, -84, 26, 46), lit(34, -84, 26, 46), area('#1b1330', arch(0, 0, 50, 74)), snowOn(-90, -318, 180, 14), snowOn(-86, -148, 172, 10),
  ]);

const fountain = (p: Paints, x: number, y: number): Art => put(x, y, 1, [disc('#1b2a63', 10, 10, 180, 22, 0.3), area(p.fade('#8d9ad6', '#3d4a90'), 'M-150-44h300l-24 54q-126 22-252 0z'), disc('#cfe4ff', 0, -44, 150, 20), area('#8fb8f0', 'M-10-40v-90h20v90z'), area('#7c8acb', 'M-64-130h128q-16 30-64 30t-64-30z'), icicles(-60, -122, 120, 64, 3, '#e3f1ff'), snowOn(-66, -126, 132, 20), snowOn(-150, -40, 100, 14), snowOn(60, -40, 92, 12)]);
const tree = (_: Paints, x: number, y: number): Art => [firs(0, x, y, 300), area('#ffdb80', `M${x} ${y - 334}l9 22 24 3-18 16 5 24-20-13-20 13 5-24-18-16 24-3z`)];
const sparks = (x: number, y: number): Art => many(16, (i) => disc(['#ffdb80', '#ff8f8f', '#79e6b6', '#7cc8ff'][i % 4] as string, n(x + (1 - i / 16) * 130 * (chance(i, 4) - 0.5) - 0), n(y - 40 - i * 14), 6));
const post = (x: number, y: number): Art => put(x, y, 1, [line('#141a44', 9, 'M0 0v-190h30'), lantern(30, -180, 1), snowOn(-14, -188, 54, 10), snowOn(-40, 4, 80, 20)]);

export const tower = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(23, 130), moon(p, 1080, 230, 72), range(p, 8, 500, 200, 6), wood('#25357f', 90, 70, 480, 16, 2), hill(p, 500, 22, 2, '#b3c2f4', '#8fa3e8'),
      area(p.fade('#4c5aa8', '#1b2560'), 'M470 640L560 520 640 500 680 452H930L960 500 1050 530 1160 640z'), snowOn(640, 470, 320, 26), snowOn(530, 536, 110, 20), snowOn(980, 536, 110, 20),
      area(p.fade('#7480c4', '#2a3578'), 'M716 470L734 250H866L884 470z'), stones(734, 262, 132, 200, 40, '#1f2a66', 4, 0.4), area('#0a1030', 'M816 250h50l18 220h-60z', 0.3),
      area(p.fade('#8490d0', '#3f4c98'), 'M716 196h168v40l-18 22H734l-18-22z'), area('#2a1f52', 'M704 200L800 30l96 170z'), area('#f4f8ff', 'M698 202L795 30q5-8 10 0L902 202q-17 13-34 0q-17 14-34 0q-17 13-34 0q-17 14-34 0q-17 13-34 0q-17 13-34 0z'), area('#7f92dc', 'M805 30L902 202q-17 13-34 0q-17 14-34 0q10-90-34-172z', 0.4),
      line('#e0b45c', 5, 'M800 34V4M800 8l34 10-34 10'), lit(760, 246, 24, 32), lit(800, 246, 24, 32), lit(840, 246, 24, 32), lit(770, 330, 22, 38), lit(822, 404, 22, 38), area('#3a2350', arch(790, 470, 46, 60)),
      hill(p, 600, 30, 4), line('#7f92dc', 16, 'M790 474Q760 520 850 560T780 680', 0.7), firs(1, 480, 610, 200, 1120, 610, 220), firs(0, 180, 680, 420, 300, 640, 250, 1420, 680, 430, 1300, 650, 240),
    ),
    flicker(light(p, 800, 228, 170), light(p, 770, 312, 80), light(p, 822, 386, 80)),
  ],
  air: 'snow',
});

const RUBBLE = 'M0 0l18-34 44-8 36 18 14 24z';

export const ruins = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(24, 110), moon(p, 820, 240, 64), range(p, 11, 480, 190, 6), wood('#2b3b88', 70, 70, 470, 14, 5), hill(p, 480, 16, 5, '#b3c2f4', '#8fa3e8'), mist(p, 470, '#b9c9f5', 0.4),
      area(p.fade('#66749f', '#2e3970'), 'M520 540V240l26-30 34 10V300Q640 170 800 160Q880 160 930 190l-20 40Q860 216 800 220Q690 230 650 380V540z'), area(p.fade('#66749f', '#2e3970'), 'M990 540V330l-14-40 30-24 30 30 20-14 34 20V540z'), stones(520, 250, 130, 280, 44, '#1f2a5c', 3, 0.45), stones(990, 340, 100, 190, 44, '#1f2a5c', 6, 0.45),
      area(p.fade('#56649a', '#28336a'), 'M250 560V330l50 14v-50l60 24 14 60 50 10V560zM1180 560V420l40-20 50 10 10-70 60 20V560z'), area('#141c4a', `${arch(330, 560, 60, 150)}${arch(1300, 560, 56, 130)}`), stones(250, 350, 170, 200, 40, '#1a2455', 8, 0.4),
      snowOn(514, 250, 70, 16), snowOn(740, 166, 180, 22), snowOn(980, 300, 110, 18), snowOn(294, 316, 70, 16), snowOn(250, 346, 50, 10), snowOn(1276, 350, 70, 14), icicles(670, 330, 40, 40, 3),
      hill(p, 570, 18, 1.4), column(p, 470, 610), column(p, 1150, 610, 0.7), put(690, 616, 1, [area('#4c5a92', RUBBLE), snowOn(10, -30, 80, 14)]), put(850, 640, 1.2, [area('#3f4c86', RUBBLE), snowOn(12, -30, 76, 14)]), fallen(p, 1010, 660),
      prints(760, 880, 800, 560), firs(0, 110, 660, 360, 1500, 650, 400),
    ),
    drift(mist(p, 580, '#dfe8ff', 0.4)),
  ],
  air: 'snow',
});

const column = (p: Paints, x: number, foot: number, s = 1): Art => put(x, foot, s, [disc('#1b2a63', 10, 2, 60, 10, 0.3), area(p.fade('#8592c8', '#3a477f'), 'M-24 0v-150l12-20 14 16 22-10V0zM-36-12h72v16h-72z'), line('#2a3569', 4, 'M-10-4v-140M6-4v-140', 0.6), snowOn(-28, -156, 56, 14)]);
const fallen = (p: Paints, x: number, y: number): Art => put(x, y, 1, [area(p.fade('#8592c8', '#3a477f'), 'M0-50l190 20q16 24 0 46L-6 0q-16-30 6-50z'), line('#2a3569', 4, 'M6-34l180 20M4-18l180 20', 0.6), disc('#56639c', 192, -7, 12, 23), snowOn(0, -40, 180, 16)]);

export const gate = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(25, 90, 300), moon(p, 330, 210, 40), range(p, 12, 470, 180, 6), hill(p, 470, 8, 2, '#b3c2f4', '#8fa3e8'),
      area(p.fade('#5d69ae', '#28326e'), 'M0 560V330h40v-34h60v34h60v-34h60v34h60v-34h60v34h60v-34h60v34H1200v-34h60v34h60v-34h60v34h60v-34h60v34h60v-34h60v34h40V560z'), stones(0, 350, 1600, 200, 60, '#1b2560', 7, 0.3), snowOn(20, 330, 420, 14), snowOn(1170, 330, 420, 14),
      area(p.fade('#6f7bc0', '#2e3978'), 'M560 560V220h480v340z'), stones(640, 230, 320, 320, 48, '#1f2a66', 2, 0.35), area('#33407f', 'M560 220v-36h60v36h60v-36h60v36h60v-36h60v36h60v-36h60v36h60v-36h60v36z'),
      turret(p, 540), turret(p, 1060), area('#1b1640', arch(800, 570, 270, 316)), area(p.fade('#ffb45e', '#ffe3ae'), arch(800, 570, 236, 296)), inside(p),
      area(p.fade('#6b3a40', '#3a2038'), 'M682 570V392q6-58 40-84l10 6v270zM918 570V392q-6-58-40-84l-10 6v270z'), line('#2a1530', 5, 'M706 330v250M894 330v250M684 420l46-6M684 510l46 4M916 420l-46-6M916 510l-46 4'),
      line('#1b1640', 9, 'M690 340v-60M735 320v-50M780 310v-46M825 310v-46M870 320v-50M912 340v-60M690 300h222'), hill(p, 566, 4, 1), area('#ffd98a', 'M690 572h220l190 328H500z', 0.4), torch(610, 400), torch(990, 400), prints(740, 880, 790, 580), snowOn(440, 574, 200, 34), snowOn(960, 574, 200, 34), firs(0, 200, 640, 330, 90, 660, 260, 1400, 640, 340, 1520, 660, 270),
    ),
    flicker(light(p, 800, 460, 280), light(p, 610, 360, 150), light(p, 990, 360, 150)),
  ],
  air: 'snow',
});

const inside = (p: Paints): Art => [area('#c9744a', 'M700 570V470l40-34 30 26v108zM900 570V480l-36-30-34 26v94z', 0.6), lit(742, 520, 18, 26), lit(866, 526, 18, 26), light(p, 800, 500, 120, '#fff1c0')];
const turret = (p: Paints, x: number): Art => put(x, 580, 1, [area(p.fade('#7985c8', '#303b7c'), 'M-70 0V-390h140V0z'), area('#0a1030', 'M20-390h50V0H30z', 0.25), stones(-70, -380, 140, 370, 44, '#1f2a66', x, 0.35), area('#8490d0', 'M-86-400h172v30h-172z'), area('#2a1f52', 'M-96-398L0-530l96 132z'), area('#f4f8ff', 'M-100-396L-5-526q5-6 10 0L100-396q-16 12-33 0q-16 13-33 0q-17 12-34 0q-17 13-34 0q-17 12-33 0q-17 12-33 0z'), lit(0, -290, 26, 44), line('#e0b45c', 5, 'M0-528v-30'), area('#ff8f8f', 'M2-558l50 12-50 14z')]);

export const graveyard = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(26, 90), moon(p, 960, 240, 82), range(p, 14, 480, 150, 7), wood('#25357f', 60, 80, 470, 12, 3), hill(p, 476, 26, 2.4, '#b3c2f4', '#7f95df'), fence(), mist(p, 480, '#b9d9f5', 0.5),
      area('#0b1030', limbs(420, 600, 92, -1.5, 6)), hill(p, 570, 24, 1.2, '#d3ddfb', '#7a90dc'),
      stoneAt(p, 600, 560, 0.9, 1), stoneAt(p, 760, 540, 0.8, 2), stoneAt(p, 900, 556, 1, 0), stoneAt(p, 1060, 550, 0.8, 1), stoneAt(p, 1210, 570, 1, 2), stoneAt(p, 680, 650, 1.3, 0), stoneAt(p, 990, 660, 1.35, 1), stoneAt(p, 1340, 640, 1.2, 0), stoneAt(p, 250, 640, 1.2, 2),
      put(830, 640, 1, [snowOn(-40, 8, 80, 16), lantern(0, -62, 0.95)]), raven(560, 330), firs(2, 120, 600, 330, 1500, 620, 420),
    ),
    flicker(light(p, 830, 608, 170)), drift(mist(p, 600, '#dfe8ff', 0.45)),
  ],
  air: 'snow',
});

/** A bare tree as tapering limbs. */
function limbs(x: number, y: number, long: number, lean: number, depth: number): string {
  const [x2, y2, w] = [x + long * Math.cos(lean), y + long * Math.sin(lean), depth * depth * 0.62 + 1];
  const limb = `M${n(x - w)} ${n(y)}L${n(x2 - w * 0.7)} ${n(y2)}h${n(w * 1.4)}L${n(x + w)} ${n(y)}z`;
  if (depth === 0) return limb;
  const turn = (i: number) => lean + (i ? 0.62 : -0.5) * (0.6 + 0.7 * chance(depth + i, x));
  return limb + limbs(x2, y2, long * 0.82, turn(0), depth - 1) + limbs(x2, y2, long * 0.72, turn(1), depth - 1);
}

const STONES = ['M-38 0v-74a38 38 0 0 1 76 0V0z', 'M-36 0v-96l12-14h48l12 14V0z', 'M-42 0v-60q0-30 42-48q42 18 42 48V0z'];
const stoneAt = (p: Paints, x: number, y: number, s: number, kind: number): Art =>
  put(x, y, s, [disc('#1b2a63', 14, 2, 54, 9, 0.35), put(7, 0, 1, area('#2a3466', STONES[kind] as string)), area(p.fade('#8f9cd0', '#4a588f'), STONES[kind] as string), line('#333f78', 4, 'M-18-64h36M-18-50h36M-10-36h20', 0.6), snowOn(-34, -92 - (kind ? 6 : 4), 68, 18), snowOn(-56, 6, 112, 20)]);
const fence = (): Art => line('#0f1640', 5, `M0 430H1600M0 470H1600${many(50, (i) => `M${i * 33} 492v-80l0-12`).join('')}`, 0.75);
const raven = (x: number, y: number): Art => put(x, y, 1, area('#070a20', 'M0 0q4-26 26-30q10-12 22-4l14 4-14 6q0 24-24 30l-44 22z'));

export const ship = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(27, 130), aurora(p, 280, 220, 4), moon(p, 1230, 210, 44), range(p, 13, 480, 130, 8),
      area(p.fade('#3a5cc0', '#1b2f80', '#0c1650'), 'M0 476H1600V900H0z'), line('#a9c1ff', 4, 'M120 500h160M330 520h90M1090 500h200M1330 530h120M240 570h180M1150 590h220M470 640h200M980 650h240', 0.45), line('#fdf3d0', 4, 'M1200 500h60M1214 520h40M1190 545h70M1210 580h50', 0.6),
      vessel(p), area(p.fade('#2a4aa8', '#0c1650'), 'M0 600Q200 572 400 600T800 598 1200 600 1600 594V900H0z'), line('#cfe0ff', 5, 'M0 600Q200 572 400 600T800 598 1200 600 1600 594', 0.5), floes(),
    ),
    flicker(light(p, 500, 404, 110), light(p, 1112, 380, 130), light(p, 1040, 480, 90)),
    twinkle(stars(28, 34, 260)),
  ],
  air: 'snow',
});

const SAIL = 'M0 0q46 60 8 128q96-18 168 0q30-64-8-128q-84 16-168 0z';
const sail = (p: Paints, x: number, y: number, s: number, wide = s): Art => put(x, y, s, [area(p.fade('#ffffff', '#aebff0'), SAIL), line('#7f92d6', 3, 'M60 8q24 56 8 112M120 8q22 56 8 110', 0.6), line('#2a1838', 8, 'M-8 0h184')], wide);
const vessel = (p: Paints): Art => [
  line('#2a1838', 12, 'M640 500V150M810 500V110M970 500V160'), line('#2a1838', 8, 'M560 470L380 400M390 404L640 160M560 460L640 170M810 120L970 170M1090 430L970 170', 0.8),
  area(p.fade('#f4f8ff', '#9fb2ea'), 'M400 396L636 176Q600 330 560 440Q470 440 400 396z'),
  sail(p, 570, 190, 0.78), sail(p, 556, 300, 0.98), sail(p, 720, 140, 0.98), sail(p, 704, 276, 1.2), sail(p, 900, 200, 0.78), sail(p, 888, 308, 0.96),
  area('#ff8f8f', 'M812 108l70 14-70 16z'), area(p.fade('#7a4550', '#3a2038'), 'M500 450L540 470H980L1010 420H1130Q1120 540 1080 610H590Q530 540 500 450z'), area('#2a1530', 'M520 492H1110l-6 18H530zM1000 416h136v14H1000z'), line('#3a2038', 4, 'M548 540H1094M566 570H1084', 0.7),
  many(6, (i) => [area('#ffd98a', box(600 + i * 62, 518, 24, 18))]), lit(1040, 486, 20, 30), lit(1080, 486, 20, 30), lantern(500, 390, 0.8), lantern(1120, 372, 1), snowOn(540, 470, 440, 14), snowOn(1004, 420, 130, 12),
];
const floes = (): Art => many(7, (i) => put(n(140 + i * 220 + 80 * chance(i, 2)), n(640 + 120 * chance(i, 6)), 0.7 + 0.6 * chance(i, 4), [area('#7f97e2', 'M-70 0l30-18h70l40 14-26 26h-80z'), area('#e6eeff', 'M-70-6l30-18h70l40 14-26 20h-80z')]));

export const dawn = (p: Paints): View => ({
  layers: [
    still(
      area(p.fade('#33408f', '#7a5aa8', '#f08a7a', '#ffd08a', '#ffd08a'), 'M0 0H1600V900H0z'), stars(29, 50, 160), rays(p), light(p, 800, 430, 420, '#fff1b8'), disc('#fff4cf', 800, 420, 96),
      put(0, 0, 1, cloudlets()), range(p, 15, 480, 170, 7, '#8a6ab4'), wood('#6a5aa8', 70, 80, 452, 14, 2), hill(p, 456, 20, 2, '#ffe3cf', '#c9a4dc'),
      house(p, 590, 470, 0.66), house(p, 500, 486, 0.72, '#5b3350'), smoke(p, 610, 350, 0.7), firs(1, 420, 490, 150, 1150, 480, 180, 1240, 490, 130), hill(p, 520, 26, 4, '#fff1e0', '#b7a5e6'), area('#ffd9a0', 'M770 520q-10 80 60 150t-20 230h160q-20-140-60-230t-120-150z', 0.5), prints(860, 880, 790, 540), firs(0, 150, 640, 400, 270, 610, 240, 1450, 640, 420, 1340, 610, 250),
      line('#3a2a63', 5, 'M1010 230q16-18 30 0q14-18 30 0M1090 270q12-14 24 0q12-14 24 0M1000 290q10-12 20 0q10-12 20 0'),
    ),
    flicker(light(p, 800, 420, 230, '#fff1b8')),
  ],
});

const rays = (p: Paints): Art => area(p.fade('#fff1b800', '#fff1b850'), many(9, (i) => `M800 430L${-200 + i * 235} -100h110z`).join(''));
const cloudlets = (): Art => area('#ffb59a', 'M180 250q60-30 120-10q50-30 110 0q60-8 90 16H150q10-8 30-6zM1100 190q60-30 120-10q50-30 110 0q60-8 90 16H1070q10-8 30-6zM640 150q40-20 80-6q40-20 80 4q30-4 50 10H620q8-8 20-8z', 0.55);
