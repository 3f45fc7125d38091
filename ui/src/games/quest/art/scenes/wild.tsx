// Scenes under the open sky, far from houses: woods, water, rock, heights.
import { area, chance, disc, drift, flicker, light, line, many, n, put, still, twinkle, type Art, type Paints, type View } from './paint';
import { aurora, clouds, firs, hill, house, mist, moon, mount, prints, range, sky, smoke, snowOn, stars, wood } from './land';
import { icicles, lantern } from './rooms';

/** What an unknown picture shows: a snowy night. */
export const night = (p: Paints): View => ({
  layers: [
    still(sky(p), stars(1, 110), moon(p, 1120, 240, 56), range(p, 4, 500, 220, 5), wood('#26357f', 90, 70, 470, 14, 1), hill(p, 480, 24, 3, '#c3d0fa'), firs(1, 240, 500, 150, 330, 500, 210, 1290, 500, 190, 1390, 500, 140), hill(p, 560, 34, 1), firs(0, 90, 640, 380, 1520, 640, 430)),
    twinkle(stars(8, 30, 380)),
  ],
  air: 'snow',
});

export const forest = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(2, 60, 260), moon(p, 800, 215, 62),
      wood('#3f53a8', 300, 30, 470, 10, 2), mist(p, 420), wood('#2a3a85', 350, 24, 500, 12, 5), mist(p, 470, '#b9c9f5', 0.4),
      hill(p, 500, 18, 2, '#c3d0fa'), firs(1, 500, 510, 300, 620, 500, 220, 990, 505, 250, 1110, 515, 330, 350, 520, 380, 1260, 520, 400),
      hill(p, 580, 26, 4), prints(760, 880, 800, 500),
      firs(0, 180, 640, 560, 1420, 650, 590), trunk(-20, 150), trunk(1530, 120), boughs(),
      eyes(452, 440), eyes(1196, 450), eyes(330, 470),
    ),
    drift(mist(p, 520, '#dfe8ff', 0.35)),
  ],
  air: 'snow',
});

const trunk = (x: number, w: number): Art => [area('#0a1032', `M${x} 0h${w}q-14 500 24 900h${-w - 60}q50-400 36-900z`), line('#1d2a66', 5, `M${x + 30} 0q-8 500 6 900M${x + w - 34} 0q-10 420 8 900`)];
const boughs = (): Art => [area('#0a1032', 'M0 0h520q-60 34-120 22q-40 44-110 30q-50 50-120 34Q90 150 0 138zM1600 0h-500q60 34 120 22q40 44 110 30q50 50 110 34q70 64 160 52z'), line('#e3ebff', 7, 'M30 132Q90 140 168 88M212 88q50-2 76-36M1560 132Q1500 138 1440 88M1396 88q-50-2-66-36', 0.8)];
const eyes = (x: number, y: number): Art => [disc('#ffdb80', x, y, 5, 7), disc('#ffdb80', x + 22, y, 5, 7)];

export const path = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(3, 80), range(p, 7, 450, 200, 5), wood('#2b3b88', 84, 70, 440, 16, 4), hill(p, 450, 22, 4, '#b3c2f4', '#7f95df'),
      house(p, 1010, 436, 0.62), smoke(p, 1034, 320, 0.6), firs(1, 900, 446, 130, 1120, 440, 150, 1190, 446, 110),
      hill(p, 500, 16, 1.5, '#dbe4ff'), area(p.fade('#8ea3ea', '#5d72c6'), 'M1004 440Q960 466 1040 490T1000 548Q760 610 700 700T560 900H1080Q960 740 1060 640T1110 520Q1120 482 1030 466T1016 440z', 0.75),
      firs(1, 380, 520, 230, 270, 530, 170, 1330, 520, 240), prints(800, 900, 1060, 500), signpost(560, 560), firs(0, 110, 640, 400, 1500, 640, 450),
    ),
    flicker(light(p, 1010, 410, 170), light(p, 560, 470, 130)),
  ],
  air: 'snow',
});

const signpost = (x: number, y: number): Art =>
  put(x, y, 1, [disc('#1b2a63', 10, 4, 60, 8, 0.3), area('#4a2b3f', 'M-9-250h18v254h-18z'), area('#8a5646', 'M-20-226h130l26 24-26 24h-130zM20-164h-126l-24 22 24 22h126z'), line('#4a2b3f', 3, 'M0-210h90M0-196h70M-90-148h80M-80-136h60', 0.7), snowOn(-22, -224, 136, 14), snowOn(-108, -162, 126, 12), snowOn(-16, -250, 32, 12), lantern(0, -108, 0.7), snowOn(-60, 8, 120, 24)]);

export const river = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(4, 80), moon(p, 860, 205, 50), range(p, 2, 440, 210, 6), wood('#2a3a85', 80, 70, 430, 10, 2), hill(p, 430, 10, 2, '#b3c2f4', '#8fa3e8'),
      area(p.fade('#5c79d8', '#22388a', '#101c54'), 'M840 424Q1010 446 820 474Q560 512 700 566Q900 640 420 900H1420Q1360 640 1090 560Q930 506 1010 474Q1090 440 880 424z'),
      line('#a9c1ff', 4, 'M850 440h50M880 458h60M820 486h90M760 520h150M850 536h80M780 570h180M900 600h140M800 640h220M960 690h200M760 740h260', 0.55),
      line('#fdf3d0', 5, 'M862 452h44M850 476h60M858 506h70M866 546h60M880 590h70M890 650h90', 0.6),
      many(11, (i) => floe(640 + 560 * chance(i, 3) - 10 * i, 520 + 34 * i, 0.35 + i * 0.11)),
      area(p.fade('#f4f8ff', '#93a7e8'), 'M0 470Q300 440 560 480Q680 506 640 560Q720 640 300 900H0z'), area(p.fade('#f4f8ff', '#93a7e8'), 'M1600 460Q1300 436 1130 470Q1000 510 1160 570Q1440 660 1460 900H1600z'),
      firs(1, 500, 480, 160, 410, 484, 220, 1180, 474, 170, 1270, 480, 230), boat(620, 560), firs(0, 170, 620, 430, 1480, 610, 420), firs(0, 290, 560, 240, 1370, 560, 230),
    ),
    flicker(light(p, 676, 478, 120)),
  ],
  air: 'snow',
});

const floe = (x: number, y: number, s: number): Art => put(n(x), y, s, [area('#7f97e2', 'M-70 0l30-18h70l40 14-26 26h-80z'), area('#e6eeff', 'M-70-6l30-18h70l40 14-26 20h-80z')]);
const boat = (x: number, y: number): Art => put(x, y, 1.1, [disc('#0a1030', 0, 16, 100, 12, 0.35), area('#6b3a45', 'M-100-30Q0-6 104-36Q84 14 50 16h-96Q-84 10-100-30z'), line('#3a2038', 4, 'M-92-12Q0 10 94-16'), line('#8a5646', 6, 'M-20-12h60M50-24V-112h-14'), lantern(36, -106, 0.62), snowOn(-100, -26, 70, 10)]);

export const bridge = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(5, 90), moon(p, 480, 220, 46), range(p, 5, 470, 260, 5), mist(p, 470, '#a9bcf5'), wood('#25357f', 120, 50, 520, 20, 3), mist(p, 560, '#b9c9f5'),
      area(p.fade('#3c4c96', '#0d1540'), 'M0 900V360L250 372 330 420 300 540 380 660 340 900zM1600 900V360L1350 372 1270 420 1300 540 1220 660 1260 900z'),
      area('#0a1030', 'M250 372l80 48-30 120 80 120-40 240h-90l20-220-60-130 50-110zM1350 372l-80 48 30 120-80 120 40 240h60l-10-220 50-130-40-110z', 0.3),
      area(p.fade('#7483c8', '#3a478e'), 'M250 372Q800 268 1350 372V470H1290Q1240 440 1180 442Q980 462 960 900H640Q620 462 420 442Q350 440 310 470H250z'),
      area(p.fade('#202c6e', '#0d1540'), 'M640 900Q640 470 800 452Q960 470 960 900z', 0),
      stonework(), area('#1b2660', 'M250 410Q800 306 1350 410v14Q800 322 250 424z', 0.7),
      area('#f4f8ff', 'M240 374Q800 256 1360 374l-6 16Q1200 358 1080 352Q800 306 520 352Q400 358 246 390z'),
      icicles(430, 440, 170, 60, 2), icicles(1000, 440, 170, 60, 5), post(470, 340), post(800, 314), post(1130, 340), snowOn(-40, 362, 330, 40), snowOn(1310, 362, 330, 40), firs(0, 130, 380, 260, 1470, 380, 280, 60, 390, 180, 1560, 390, 200),
    ),
    flicker(many(3, (i) => light(p, 470 + 330 * i, i === 1 ? 240 : 266, 120))),
    drift(mist(p, 640, '#cfdcff', 0.6)),
  ],
  air: 'gale',
});

const stonework = (): Art => line('#27346f', 4, 'M420 400v30M520 386v40M620 374v50M720 366v40M880 366v40M980 374v50M1080 386v40M1180 400v30M640 520h60M900 540h60M650 600h44M916 620h44M640 470l60 30M960 470l-60 30', 0.6);
const post = (x: number, y: number): Art => put(x, y, 1, [area('#2a3676', 'M-10-30h20v40h-20z'), line('#141a44', 6, 'M0-30v-90h22'), lantern(22, -96, 0.8), snowOn(-15, -28, 30, 10)]);

export const cave = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(6, 60, 400, 500, 1100), moon(p, 900, 220, 44), range(p, 9, 450, 170, 6), wood('#25357f', 70, 70, 450, 8, 2), hill(p, 456, 14, 2, '#c3d0fa'),
      area(p.fade('#3a3f86', '#20245a', '#161a45'), 'M0 0H1600V900H0zM520 470Q440 330 540 240L600 160 690 150 800 100 910 140 990 130 1060 220Q1160 330 1080 470Q1010 520 800 512Q600 520 520 470z'),
      rock(p), icicles(560, 206, 110, 130, 1, '#7f95df'), icicles(690, 150, 230, 110, 4, '#8fa6ee'), icicles(940, 150, 110, 150, 7, '#7f95df'),
      area(p.fade('#cfdcff', '#3f4a94'), 'M520 470Q640 500 800 500T1080 470Q1240 640 1400 900H200Q380 640 520 470z', 0.85), prints(800, 880, 800, 500),
      crystals(p, 400, 520, 1.3), crystals(p, 1210, 500, 1.1), crystals(p, 250, 600, 0.9), crystals(p, 1370, 590, 1.5),
    ),
    flicker(light(p, 400, 470, 240, '#59d8ff'), light(p, 1210, 450, 210, '#59d8ff'), light(p, 1370, 530, 220, '#9a8bff')),
  ],
  air: 'dust',
});

const rock = (p: Paints): Art => [
  area('#4b54a6', 'M520 470Q440 330 540 240L600 160 690 150 800 100 910 140 990 130 1060 220Q1160 330 1080 470L1130 480Q1230 330 1110 190L1010 84 900 100 800 52 680 106 570 120 490 220Q380 330 476 486z', 0.75),
  area('#141840', 'M0 0H1600V160L1480 90 1380 210 1290 60 1160 100 1000 20 800 40 640 10 470 110 360 40 280 190 180 80 60 210 0 150zM0 300l110 120 40 180-60 120 80 180H0zM1600 260l-130 140 30 190-90 130 60 180h130z'),
  area(p.fade('#0a0d2c', '#0a0d2c'), 'M0 0h140l-30 90L60 60 0 150zM1600 0h-160l50 80 60-30 50 90zM0 560l60 90-20 120 70 130H0zM1600 520l-60 110 20 120-90 150h130z'),
];
const crystals = (p: Paints, x: number, y: number, s: number): Art => put(x, y, s, [area(p.fade('#b9f4ff', '#3f7fe0'), 'M-14 0l-16-70 16-36 18 32-2 74zM12 0L20-52 34-74 44-50 34 0zM-50 0l-14-34 10-22 16 20 4 36z'), area('#fff', 'M-14-106l4 30-10 76h-4l-12-70zM34-74l-2 24-12 50H14l6-52z', 0.45)]);

export const mountain = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(7, 100), moon(p, 330, 220, 40), range(p, 3, 520, 220, 6, '#4658ad'), mount(p, 800, 145, 1150, 420, '#7182d0'), mist(p, 520, '#b9c9f5', 0.55),
      line('#ffe3ae', 5, 'M880 560Q1010 520 880 480T930 420T840 372T880 330', 0.65), disc('#fff1c0', 880, 330, 5),
      wood('#22317a', 130, 60, 540, 22, 4), hill(p, 560, 34, 2, '#c9d5fb'), firs(1, 300, 580, 200, 420, 570, 150, 1190, 570, 170, 1300, 580, 230), hill(p, 640, 34, 5), prints(700, 880, 880, 600), firs(0, 120, 680, 380, 1490, 690, 420),
    ),
    drift(plume()),
    flicker(light(p, 880, 330, 50), light(p, 905, 425, 36), light(p, 884, 486, 36)),
  ],
  air: 'gale',
});

const plume = (): Art => area('#eaf0ff', 'M806 147q120-30 250-8q-70 4-110 18q90-6 150 12q-130-4-290 22z', 0.4);

export const peak = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(8, 150), aurora(p, 300, 240, 2), mount(p, 260, 330, 420, 240, '#5a6dc2'), mount(p, 1330, 300, 480, 280, '#5a6dc2'), clouds(p, 470, 120, 2, '#a9bcf2', '#5d72c6'), mount(p, 1080, 420, 260, 160, '#6d80cf'), clouds(p, 540, 150, 5, '#cfdbff', '#7389d6'),
      area(p.fade('#eef3ff', '#8a9fe2', '#4d60b4'), 'M330 900L520 640 600 560 660 450 740 380 760 330 850 326 880 372 960 430 1000 540 1090 640 1240 900z'),
      area('#3a4a9a', 'M850 326l30 46 80 58 40 110 90 100 150 260H960L900 700 950 600 880 520 900 430 840 380z', 0.5), area('#46559f', 'M600 560l60-110 30 60-40 90zM520 640l60-40-20 120zM740 380l40 20-30 60z', 0.8),
      line('#3a2140', 9, 'M796 340V148'), area(p.fade('#ff8f8f', '#c9475e'), 'M800 152q50-24 92 0t84-6l-20 34 26 30q-50 18-92 0t-90 6z'), area('#59669f', 'M744 342l20-26 26 6 20-10 34 12 14 20z'), snowOn(742, 328, 110, 18),
    ),
    drift(clouds(p, 640, 170, 8, '#eef3ff', '#93a7e8')),
    twinkle(stars(9, 40, 300)),
  ],
  air: 'snow',
});

export const lake = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(10, 90, 300), aurora(p, 310, 250, 1), range(p, 6, 436, 190, 6), wood('#22317a', 80, 80, 430, 6, 3), hill(p, 432, 6, 3, '#c3d0fa'),
      area(p.fade('#a9c8f6', '#4a78cc', '#1b2f80'), 'M0 452Q800 426 1600 452V900H0z'), put(0, 880, -1, [aurora(p, 330, 200, 1), range(p, 6, 436, 190, 6)], 1), area(p.fade('#8fb4f0b0', '#2f56b4c8', '#14226a'), 'M0 452Q800 426 1600 452V900H0z'),
      many(5, (i) => ember(p, 520 + 150 * i, 540 + 40 * chance(i, 3), 0.7 + 0.5 * chance(i, 5))),
      line('#eaf3ff', 3, 'M180 560L420 520 520 580 760 540M420 520L380 470M520 580L480 700 640 780M1440 540L1220 580 1120 540 940 600M1220 580L1300 700M760 640L900 700 1100 660 1240 760', 0.65),
      snowOn(-60, 470, 420, 40), snowOn(1230, 466, 440, 40), firs(1, 420, 450, 120, 1150, 450, 130, 1230, 456, 180), firs(0, 130, 520, 330, 260, 500, 220, 1440, 510, 310, 1540, 560, 260),
    ),
    flicker(many(5, (i) => light(p, 520 + 150 * i, 540 + 40 * chance(i, 3), 110, '#ffb45e', 0.5))),
  ],
  air: 'snow',
});

// A fire that sleeps under the ice.
const ember = (p: Paints, x: number, y: number, s: number): Art => put(n(x), n(y), n(s), [light(p, 0, 0, 120, '#ff8a4a', 0.45), disc('#ffd98a', 0, 0, 26, 11, 0.8), disc('#fff6d6', 0, -1, 12, 5)]);

export const heavens = (p: Paints): View => ({
  layers: [
    still(sky(p), stars(11, 190, 620), aurora(p, 330, 330, 3), aurora(p, 420, 280, 5, '#9a6bff'), moon(p, 1150, 250, 74), constellation(p, 470, 210), clouds(p, 560, 150, 3, '#8fa4ea', '#3d4f9e'), clouds(p, 640, 180, 6, '#c3d0fa', '#5d72c6')),
    twinkle(stars(12, 60, 480), line('#fff', 4, 'M760 160l120 60', 0.9)),
    drift(clouds(p, 730, 200, 9, '#eef3ff', '#8ea3e4')),
  ],
});

/** A sleigh of stars. */
const constellation = (p: Paints, x: number, y: number): Art => {
  const joints = 'M0 0L90 60 70 150 190 190 330 160 350 60 250 90 90 60M330 160L420 190';
  const dots = [0, 0, 90, 60, 70, 150, 190, 190, 330, 160, 350, 60, 250, 90, 420, 190];
  return put(x, y, 0.9, [line('#cfe0ff', 2.5, joints, 0.5), many(8, (i) => [light(p, dots[i * 2] as number, dots[i * 2 + 1] as number, 26, '#dfe8ff'), disc('#fff', dots[i * 2] as number, dots[i * 2 + 1] as number, 6)])]);
};
