// Scenes under a roof: hall, library, workshop, inn, hearth, throne room, attic, feast.
import { area, arch, box, chance, disc, flicker, light, line, many, n, put, still, twinkle, type Art, type Paints, type View } from './paint';
import { moon, snowOn, stars } from './land';
import { banner, books, candle, flame, garland, icicles, lantern, outlook, pillar, pool, room, stones, timber, torch } from './rooms';

export const hall = (p: Paints): View => ({
  layers: [
    still(
      room(p, '#241a48', '#6a4a6a', 500, '#2a1a40', '#7a5263'), stones(200, 120, 1200, 370, 60, '#1b1238', 3, 0.25),
      many(3, (i) => [area(p.fade(...p.mood.sky, '#8fa4e6'), arch(560 + 240 * i, 410, 110, i === 1 ? 270 : 220)), line('#2a1840', 7, `M${560 + 240 * i} 410V${i === 1 ? 140 : 190}M${505 + 240 * i} 300h110`)]), moon(p, 812, 226, 24),
      area('#8c2f4a', 'M730 500h140l230 400H500z'), line('#e0b45c', 6, 'M742 500L530 900M858 500l212 400'), area('#4a2b52', box(690, 470, 220, 34)),
      banner(p, 680, 150, 0.8, '#3f5bb0'), banner(p, 920, 150, 0.8, '#3f5bb0'),
      many(3, (i) => [-1, 1].map((side) => pillar(p, 800 + side * (330 + i * 170), 60 - i * 60, 510 + i * 90, 56 + i * 26, '#8a6a86', '#33204a'))), area('#33204a', 'M0 0H1600V60Q800 130 0 60z'), area('#241538', 'M0 0H1600V30Q800 90 0 30z'),
      torch(470, 300), torch(1130, 300), torch(300, 300, 1.3), torch(1300, 300, 1.3), chandelier(800, 190),
    ),
    flicker(light(p, 800, 175, 260), light(p, 470, 260, 160), light(p, 1130, 260, 160), light(p, 300, 250, 210), light(p, 1300, 250, 210), pool(p, 800, 640, 480)),
  ],
  air: 'dust',
});

const chandelier = (x: number, y: number): Art => [line('#1b1026', 5, `M${x} 0V${y}M${x} ${y - 70}L${x - 130} ${y}M${x} ${y - 70}L${x + 130} ${y}`), line('#e0b45c', 9, `M${x - 140} ${y}Q${x} ${y + 36} ${x + 140} ${y}`), many(7, (i) => candle(x - 132 + i * 44, y + 12 - Math.abs(i - 3) * 5, 26))];

export const library = (p: Paints): View => ({
  layers: [
    still(
      room(p, '#2a1a3c', '#5a3340', 560, '#24142c', '#6b4048'), shelves(150, 40, 480, 520, 1), shelves(970, 40, 480, 520, 4), shelves(-340, 40, 470, 520, 8), shelves(1470, 40, 480, 520, 9),
      area('#1f1230', arch(800, 470, 260, 400)), area(p.fade(...p.mood.sky), arch(800, 456, 226, 370)), moon(p, 830, 220, 40), line('#1f1230', 8, 'M800 456V80M690 300h220M690 400h220M690 200h220'), snowOn(684, 452, 232, 18),
      line('#b0774a', 9, 'M1080 560L1180 60M1140 560L1240 60M1092 500h60M1104 440h60M1116 380h60M1128 320h60M1140 260h60M1152 200h60M1164 140h60'),
      area(p.fade('#8a5446', '#3a2030'), 'M560 480h480v26h-20v130h-26V520H606v116h-26V506h-20z'), book(p, 780, 478), candle(660, 482, 56), candle(690, 482, 36), area('#c39a78', 'M900 480v-14h90v14zM908 466v-14h70v14z'), area('#3f7478', box(914, 440, 60, 12)), disc('#5363ad', 600, 446, 30), line('#e0b45c', 4, 'M572 416q40-10 56 50M600 478v-4'),
    ),
    flicker(light(p, 674, 420, 240), pool(p, 780, 620, 360), light(p, 800, 430, 140, '#ffe3ae')),
  ],
  air: 'dust',
});

const shelves = (x: number, y: number, w: number, h: number, seed: number): Art => [area('#3a2030', box(x, y, w, h)), many(4, (row) => [area('#1d0f1c', box(x + 14, y + 14 + row * (h / 4), w - 28, h / 4 - 16)), books(x + 18, y + (row + 1) * (h / 4) - 2, w - 36, h / 4 - 28, seed + row * 2.1), area('#7a4c46', box(x + 6, y + (row + 1) * (h / 4) - 4, w - 12, 10))])];
const book = (p: Paints, x: number, y: number): Art => put(x, y, 1, [area('#9c4257', 'M-76 2h152v-8h-152z'), area(p.fade('#fffaf0', '#e3cfa8'), 'M0-4Q-36-30-72-8v-44q36-20 72 6q36-26 72-6v44q-36-22-72 4z'), line('#b59a78', 3, 'M-60-42q26-10 50 4M-60-30q26-10 50 4M10-38q26-14 50-4M10-26q26-14 50-4', 0.7)]);

export const workshop = (p: Paints): View => ({
  layers: [
    still(
      room(p, '#2c1c3c', '#6b4548', 560, '#24142c', '#6b4048'), line('#000', 4, many(9, (i) => `M0 ${60 + i * 56}H1600`).join(''), 0.16), outlook(p, 1010, 150, 220, 200),
      gear('#b98a4a', 470, 240, 96, 14), gear('#8c98b8', 620, 330, 62, 10), gear('#c9744a', 360, 370, 50, 9), tools(), timber(p),
      area(p.fade('#a8694c', '#5a3340'), 'M260 450h1080v34H260z'), area('#4a2b38', 'M300 484h44v230h-44zM1256 484h44v230h-44zM344 560h912v16H344z'), area('#3a2030', 'M420 484h300v70H420z'), line('#e0b45c', 6, 'M556 520h28'), wonder(p, 820, 448), anvil(1130, 448),
      candle(700, 450, 44), area('#fff1d6', 'M350 446l130-10 20 12z'), line('#7a8ac0', 2, 'M370 444l90-6'), books(960, 450, 80, 60, 5),
    ),
    flicker(light(p, 820, 380, 230, '#7ff0cf'), light(p, 700, 400, 170), pool(p, 800, 640, 420)),
    twinkle(light(p, 820, 372, 60, '#eafff8')),
  ],
  air: 'embers',
});

const gear = (color: string, x: number, y: number, r: number, teeth: number): Art => put(x, y, 1, [area(color, many(teeth, (i) => { const a = (i / teeth) * 6.2832; return `M${n(r * Math.cos(a - 0.16))} ${n(r * Math.sin(a - 0.16))}L${n(r * 1.22 * Math.cos(a - 0.1))} ${n(r * 1.22 * Math.sin(a - 0.1))} ${n(r * 1.22 * Math.cos(a + 0.1))} ${n(r * 1.22 * Math.sin(a + 0.1))} ${n(r * Math.cos(a + 0.16))} ${n(r * Math.sin(a + 0.16))}z`; }).join('')), <circle r={r * 0.82} fill="none" stroke={color} stroke-width={r * 0.4} />, line(color, r * 0.16, `M${-r * 0.8} 0h${r * 1.6}M0 ${-r * 0.8}v${r * 1.6}`), disc('#2a1a30', 0, 0, r * 0.16)]);
const tools = (): Art => [line('#8a5446', 10, 'M700 170v120M780 180v110M860 170v90'), area('#9aa6c8', 'M672 160h58v26h-58zM764 170h32l-4 20h-24zM846 240h28l8 70h-44z'), area('#9aa6c8', 'M900 170l80 8-6 26-74 80z'), line('#8a5446', 12, 'M908 166v30'), line('#3a2030', 6, 'M650 150h360')];
const wonder = (p: Paints, x: number, y: number): Art => put(x, y, 1, [area('#b98a4a', 'M-60 0h120v-14h-120zM-10-14h20v-20h-20z'), disc(p.fade('#d9fff4', '#3fc9b0'), 0, -76, 46), disc('#fff', -14, -92, 12, 16, 0.7), line('#e0b45c', 6, 'M-50-76a50 50 0 0 1 100 0M-50-76a50 18 0 0 0 100 0')]);
const anvil = (x: number, y: number): Art => put(x, y, 1, area('#4a5378', 'M-90-70h150q30 0 40-14v36q-40 20-76 20l10 18q20 0 24 10h-120q4-10 24-10l8-18q-40-6-60-42z'));

export const inn = (p: Paints): View => ({
  layers: [
    still(
      room(p, '#3a2038', '#8a5446', 540, '#2c1626', '#7a4a44'), stones(120, 110, 1360, 420, 60, '#2a1530', 9, 0.18), outlook(p, 230, 190, 190, 190), outlook(p, 1180, 190, 190, 190),
      area('#2a1530', box(500, 130, 600, 270)), many(2, (row) => [area('#8a5446', box(490, 236 + row * 90, 620, 14)), bottles(510, 236 + row * 90, 19, row)]), timber(p),
      area(p.fade('#b9744c', '#6b3a3c'), 'M420 400h760v30H420z'), area(p.fade('#7a4640', '#3a2030'), box(446, 430, 708, 180)), line('#2a1530', 5, many(8, (i) => `M${520 + i * 80} 436v170`).join(''), 0.5), many(5, (i) => mug(540 + i * 118 + 24 * chance(i, 2), 400)),
      barrel(p, 330, 620), barrel(p, 1270, 620), barrel(p, 1390, 640), lantern(620, 150, 1.15), lantern(980, 150, 1.15), lantern(800, 130, 1.15), stool(560, 690), stool(800, 700), stool(1040, 690), candle(480, 402, 40), candle(1130, 402, 30),
    ),
    flicker(light(p, 620, 190, 210), light(p, 980, 190, 210), light(p, 800, 170, 210), light(p, 480, 350, 110), light(p, 1130, 360, 110), pool(p, 800, 660, 480)),
  ],
  air: 'dust',
});

const bottles = (x: number, foot: number, count: number, seed: number): Art => many(count, (i) => area(['#79e6b6', '#ffb648', '#c9475e', '#7cc8ff', '#b98adf'][Math.floor(5 * chance(i, seed))] as string, `M${x + i * 31} ${foot}v${n(-34 - 16 * chance(i, seed + 2))}q0-8 6-10v-14h8v14q6 2 6 10v${n(34 + 16 * chance(i, seed + 2))}z`, 0.85));
const mug = (x: number, foot: number): Art => put(n(x), foot, 1, [line('#c39a78', 7, 'M24-34q18 2 0 24'), area('#c39a78', 'M-20 0v-44h44V0z'), area('#fff6e0', 'M-24-42q4-16 16-10q10-12 20 0q14-6 16 10z')]);
const barrel = (p: Paints, x: number, foot: number): Art => put(x, foot, 1, [disc('#000', 0, 0, 76, 12, 0.35), area(p.fade('#a8694c', '#4a2b38'), 'M-56 0q-26-80 0-160h112q26 80 0 160z'), line('#2a1a30', 9, 'M-64-36h128M-64-124h128'), line('#3a2030', 3, 'M-22-4q-10-76 0-152M22-4q10-76 0-152', 0.6), disc('#3a2030', 0, -80, 9)]);
const stool = (x: number, y: number): Art => put(x, y, 1, [line('#2a1530', 11, 'M-34 90L-22 0M34 90L22 0'), disc('#9a5f48', 0, 0, 52, 13), disc('#b9744c', 0, -5, 52, 12)]);

export const hearth = (p: Paints): View => ({
  layers: [
    still(
      room(p, '#33203c', '#8a5446', 540, '#2c1626', '#8a5446'), line('#000', 4, many(9, (i) => `M0 ${60 + i * 56}H1600`).join(''), 0.14), outlook(p, 260, 170, 190, 210), area(p.fade('#8c7a92', '#4a3a58'), 'M520 560V170H640V0H960V170H1080V560z'), stones(524, 180, 552, 370, 60, '#33264a', 5, 0.5), stones(644, 10, 312, 150, 60, '#33264a', 8, 0.5),
      area('#1a0d1c', arch(800, 550, 340, 300)), light(p, 800, 470, 190, '#ff7a3c'), area('#2c1626', 'M690 548l200-34 10 22-190 30zM910 548l-200-34-10 22 190 30z'), flame(740, 530, 1.1), flame(864, 530, 1.05), flame(802, 536, 1.75),
      area(p.fade('#b9744c', '#6b3a3c'), 'M470 200h660v34H470z'), area('#3a2030', 'M500 234h600v12H500z'), candle(520, 200, 54), candle(560, 200, 34), candle(1080, 200, 46), books(930, 200, 110, 62, 4), area('#5363ad', 'M640 200q-14-34 0-52h36q14 18 0 52z'), line('#79e6b6', 5, 'M650 148q-14-30-26-34M660 148v-44M668 148q12-26 24-30'),
      stocking(570, '#c9475e'), stocking(1000, '#3f7478'), area('#9c4257', 'M430 640Q800 560 1170 640Q1290 740 800 760Q310 740 430 640z', 0.85), line('#e0b45c', 7, 'M490 650Q800 590 1110 650Q1190 714 800 726Q410 714 490 650z', 0.7), chair(p, 1240, 600), cat(600, 640), basket(440, 560), timber(p),
    ),
    flicker(light(p, 800, 440, 380, '#ff9a4a'), light(p, 540, 150, 110), light(p, 1080, 140, 90), pool(p, 800, 660, 560)),
  ],
  air: 'embers',
});

const stocking = (x: number, color: string): Art => put(x, 240, 1, [area(color, 'M0 20h36v50q30 6 28 26q-4 14-34 8q-30-4-30-30z'), area('#fff6e6', 'M-5 0h46v22h-46z')]);
const chair = (p: Paints, x: number, foot: number): Art => put(x, foot, 1.15, [disc('#000', 0, 4, 130, 16, 0.3), area(p.fade('#4f8a86', '#234a58'), 'M20 0V-190Q30-250 90-250Q130-240 124-170L110 0z'), area(p.fade('#63a39b', '#2c5a66'), 'M-110-10v-80q4-30 34-26q24 6 24 32v20h100v60z'), area('#2c1626', 'M-96-6h20v30h-20zM80-6h20v30h-20z')]);
const cat = (x: number, y: number): Art => put(x, y, 1.1, [area('#1f1226', 'M-60 0q-10-50 40-56q10-30 4-58l16 12q12-4 24 0l16-12q2 36-10 46q40 30 26 68zM-56-4q-50 6-60-30q-2-16 10-16q2 26 52 26z'), line('#ff9a4a', 3, 'M28-60q40 24 28 58M44-112q2 30-8 42', 0.8)]);
const basket = (x: number, y: number): Art => put(x, y, 1, [area('#6b4048', 'M-60 60L-70 0H70L60 60z'), line('#a8694c', 16, 'M-50-6h70M-30-22h80M-10-38h40'), line('#3a2030', 4, 'M-64 20H64M-62 40H62')]);

export const throne = (p: Paints): View => ({
  layers: [
    still(
      room(p, '#10184a', '#4a63b8', 520, '#141c54', '#6f8ada'), many(5, (i) => area(p.fade('#8fb0f055', '#8fb0f000'), `M${620 + i * 90} 0h40l${(i - 2) * 60 + 40} 520h-120z`)), stones(200, 60, 1200, 450, 70, '#0c1240', 5, 0.22),
      many(3, (i) => [-1, 1].map((side) => pillar(p, 800 + side * (290 + i * 190), -20, 520 + i * 90, 60 + i * 26, '#8fb0ea', '#26388c'))), icicles(0, 0, 1600, 120, 3, '#a9c6f5'), banner(p, 330, 130, 1, '#3a4bb0'), banner(p, 1270, 130, 1, '#3a4bb0'),
      area(p.fade('#b9d2ff', '#5d7bd0'), 'M560 560h480v40H560zM600 520h400v44H600zM640 484h320v40H640z'), area('#fff', 'M560 560h480v8H560zM600 520h400v8H600zM640 484h320v8H640z', 0.6), seat(p), area(p.fade('#2f3f9e', '#5a3a9a'), 'M740 484h120l20 116h-160z'), area(p.fade('#5a3a9a', '#3a2a7a'), 'M720 600h160l120 300H600z'), line('#cfe0ff', 5, 'M744 484L720 600 606 900M856 484l24 116 114 300', 0.6), shard(p, 500, 600, 1.2), shard(p, 1100, 600, -1.2), shard(p, 380, 660, 1), shard(p, 1220, 660, -1),
    ),
    flicker(light(p, 800, 220, 300, '#7cc8ff'), light(p, 800, 410, 130, '#bfe8ff')),
    twinkle(stars(31, 40, 500, 400, 1200)),
  ],
  air: 'snow',
});

const seat = (p: Paints): Art => [area(p.fade('#eaf6ff', '#6f9ae8'), 'M690 490V300L660 200 700 230 716 130 752 210 800 76 848 210 884 130 900 230 940 200 910 300V490z'), area('#3a5cc0', 'M726 470V300L800 160l74 140V470z', 0.85), area('#eaf6ff', 'M800 196l14 34 36 4-27 24 8 36-31-18-31 18 8-36-27-24 36-4z'), area(p.fade('#d9ecff', '#6f9ae8'), 'M664 490V390h40v50h192v-50h40v100z'), area('#fff', 'M660 384h48v14h-48zM892 384h48v14h-48z', 0.9), area('#3a2a7a', 'M704 440h192v20H704z', 0.7)];
const shard = (p: Paints, x: number, y: number, s: number): Art => put(x, y, Math.abs(s), area(p.fade('#eaf6ff', '#5d86de'), 'M-40 0l-20-70 18-60 26 50 10-110 34 110-6 30 24-30 10 80z'), s);

export const attic = (p: Paints): View => ({
  layers: [
    still(
      area(p.fade('#1c1430', '#5a3a4a'), 'M0 0H1600V900H0z'), line('#120a20', 4, many(11, (i) => `M0 ${60 + i * 50}H1600`).join(''), 0.4), disc('#2a1733', 800, 250, 128), porthole(p),
      area(p.fade('#cfe0ff48', '#cfe0ff00'), 'M720 330L880 170 1300 640 980 760z'), area(p.fade('#6b4048', '#24142c'), box(0, 520, 1600, 380)), line('#000', 3, many(15, (i) => `M${800 + (i - 7) * 100} 520L${800 + (i - 7) * 270} 900`).join(''), 0.2),
      area(p.fade('#3a2436', '#1c1022'), 'M0 0H760L0 640zM1600 0H840L1600 640z'), line('#6b4048', 34, 'M790-20L-20 660M810-20L1620 660'), line('#4a2b38', 22, 'M560-20L-20 460M1040-20L1620 460M280-20L-20 230M1320-20L1620 230'), line('#6b4048', 26, 'M300 400H480M1120 400H1300', 0), line('#cfd6ef', 2, 'M250 460q60-10 110-90M250 460q30-50 30-60M280 440q-10-30 40-30M306 418l40-46M262 500q90-20 130-160', 0.5),
      chest(p, 610, 560), horse(1020, 570), boxes(400, 570), mirror(p, 1220, 560), candle(760, 556, 50), disc('#3a2030', 760, 558, 26, 6), books(820, 570, 90, 56, 7),
    ),
    flicker(light(p, 760, 490, 220), pool(p, 780, 600, 320)),
    twinkle(light(p, 800, 250, 190, '#bcd0ff')),
  ],
  air: 'dust',
});

const porthole = (p: Paints): Art => [disc(p.fade(...p.mood.sky), 800, 250, 108), disc('#fdf3d0', 836, 214, 34), disc('#fff', 760, 190, 3), disc('#fff', 740, 250, 2.5), disc('#fff', 790, 170, 2.5), area('#c9d5fb', 'M704 300Q760 270 800 290T896 300Q866 356 800 358T704 300z'), line('#2a1733', 10, 'M800 140v220M690 250h220'), snowOn(720, 352, 160, 20)];
const chest = (p: Paints, x: number, y: number): Art => put(x, y, 1, [disc('#000', 0, 2, 130, 14, 0.35), area('#8a5446', 'M-104-92L-120-170Q0-214 112-176L104-92z'), area('#3a2030', 'M-104-92h208v14h-208z'), area('#ffd98a', 'M-96-92q40-30 80-10q50-26 112 10z'), area(p.fade('#a8694c', '#5a3340'), box(-110, -84, 220, 84)), line('#e0b45c', 8, 'M-80-80V-4M80-80V-4'), area('#e0b45c', box(-16, -80, 32, 30))]);
const horse = (x: number, y: number): Art => put(x, y, 1.1, [line('#9c4257', 12, 'M-110-20Q0 40 120-24'), line('#c39a78', 14, 'M-54-70L-74-6M-30-66L-40 8M50-66L70 2M66-76L92-12'), area('#d9b48c', 'M-80-90q-24-20-8-44q40 10 90 6q30-50 44-74l12-20 10 18q30 10 42 40l-22 16q-20-14-28-8q-2 60-20 96q-60 20-100 2z'), line('#9c4257', 9, 'M-84-120q-34 20-30 60M60-186q-30 20-40 56'), area('#c9475e', 'M-30-132h56l-6 40h-44z'), disc('#2a1733', 92, -178, 4)]);
const boxes = (x: number, y: number): Art => put(x, y, 1, [area('#8a6a52', box(-90, -90, 150, 90)), area('#a8825f', box(-60, -160, 110, 70)), line('#5a4038', 5, 'M-14-90V0M-90-60h150M-5-160v70'), area('#c9475e', 'M-40-160q-10-40 34-44q44 4 34 44z'), disc('#fff6e6', -6, -206, 13)]);
const mirror = (p: Paints, x: number, y: number): Art => put(x, y, 1, [line('#4a2b38', 12, 'M-60 10L-50-40M60 10L50-40'), disc('#b98a4a', 0, -140, 72, 112), disc(p.fade('#cfe4ff', '#4a5fb4'), 0, -140, 58, 98), line('#fff', 7, 'M-26-170l36-40M-20-130l46-52', 0.6)]);

export const feast = (p: Paints): View => {
  const [a, b, c] = [garland(120, 130, 560, 130, 44, 14), garland(560, 130, 1040, 130, 44, 15), garland(1040, 130, 1480, 130, 44, 14)];
  return {
    layers: [
      still(
        room(p, '#3a1f3c', '#a8604a', 620, '#2c1626', '#7a4a44'), stones(120, 110, 1360, 420, 60, '#2a1530', 4, 0.16), outlook(p, 330, 190, 180, 190), outlook(p, 1090, 190, 180, 190), area('#5a2f3c', arch(800, 420, 260, 260)), area(p.fade('#ffb45e', '#ff8a4a'), arch(800, 420, 226, 236), 0.5), flame(800, 420, 1.3), timber(p), a.cord, b.cord, c.cord,
        chairs(), area(p.fade('#fffaf0', '#e6d4c4'), 'M190 430H1410L1480 480V620H120V480z'), area('#c9475e', 'M560 430h480l40 50v150H520V480z'), area('#000', 'M120 480H1480v16H120z', 0.12), line('#e0b45c', 6, 'M520 618h560M560 432l-36 50V630M1040 432l36 50V630'),
        roast(p, 800, 448), cake(1010, 446), pie(600, 462), pie(1200, 466), jug(450, 452), fruit(330, 466), mugs(), candle(700, 440, 74), candle(908, 440, 74), candle(500, 452, 54), candle(1110, 452, 54), candle(280, 470, 50), candle(1330, 470, 50),
      ),
      flicker(light(p, 700, 350, 150), light(p, 908, 350, 150), light(p, 500, 380, 120), light(p, 1110, 380, 120), light(p, 280, 400, 120), light(p, 1330, 400, 120), light(p, 800, 340, 240)),
      twinkle(a.bulbs, b.bulbs, c.bulbs),
    ],
    air: 'embers',
  };
};

const chairs = (): Art => many(6, (i) => put(330 + i * 188, 440, 1, [area('#4a2438', 'M-50 0V-120q0-30 50-34q50 4 50 34V0z'), area('#7a4640', 'M-36 0V-112q0-20 36-22q36 2 36 22V0z')]));
const roast = (p: Paints, x: number, y: number): Art => put(x, y, 1, [disc('#cfd6ef', 0, 6, 120, 18), disc('#8fa0c8', 0, 4, 100, 13), area(p.fade('#e0904a', '#8a4030'), 'M-84 0q-10-60 40-74q44-18 84 6q36-22 56-10q10 12-10 22q16 40-10 56z'), disc('#ffe3ae', 98, -78, 9), area('#fff', 'M-50-50q30-20 60-10q-30 4-52 24z', 0.35), many(6, (i) => disc('#79b86a', -96 + i * 38, 4, 14, 8))]);
const cake = (x: number, y: number): Art => put(x, y, 1, [area('#b0663f', 'M-58 6v-44h116V6zM-38-38v-36h76v36z'), area('#fff6f0', 'M-62-36q4-14 18-14h88q14 0 18 14q-10 14-20 0q-12 14-22 0q-10 14-20 0q-12 14-22 0q-10 14-20 0q-12 12-20 0zM-42-72q4-12 14-12h56q10 0 14 12q-10 12-20 0q-12 12-22 0q-10 12-20 0q-12 12-22 0z'), many(3, (i) => disc('#c9475e', -22 + i * 22, -90, 8))]);
const pie = (x: number, y: number): Art => put(x, y, 1, [area('#8fa0c8', 'M-60 4h120l-14 16h-92z'), area('#d9944a', 'M-62 4q4-40 62-40t62 40z'), line('#8a4a30', 4, 'M-30-8l16-18M0-12v-18M30-8l-16-18')]);
const jug = (x: number, y: number): Art => put(x, y, 1, [line('#4f7ab8', 8, 'M28-70q34 10 4 50'), area('#5f8ccc', 'M-26 6q-18-40 4-66l-4-26h54l-6 26q24 26 6 66z'), area('#fff', box(-18, -40, 8, 34), 0.3)]);
const fruit = (x: number, y: number): Art => put(x, y, 1, [disc('#ff8f5a', -26, -26, 22), disc('#c9475e', 14, -28, 22), disc('#ffdb80', -4, -50, 20), area('#8a5446', 'M-62-20h124q-8 34-40 34h-44q-32 0-40-34z')]);
const mugs = (): Art => many(7, (i) => mug(240 + i * 182 + 40 * chance(i, 6), 512));
