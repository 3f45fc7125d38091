// Scenes under a roof: hall, library, workshop, inn, hearth, throne room, attic, feast.
import { arch, area, box, chance, disc, fade, flicker, light, lights, line, many, put, still, twinkle, type Art, type Paints, type View } from './paint';
import { BARK, BERRY, BLUE, BRASS, CREAM, DEEP, DUSK, ELM, GOLD, HAZE, ICE, LIT, MOONLIT, NIGHT, OAK, PLUM, SHADE, SHEEN, SLATE, SNOW, SOOT, STONE, TAN } from './palette';
import { moon, snowOn, stars } from './land';
import { banner, boards, books, candle, flame, garland, icicles, lantern, outlook, pillar, pool, room, stones, timber, torch } from './rooms';

export const hall = (p: Paints): View => ({
  layers: [
    still(
      room(p, BARK, '#4a2b52', 500, BARK, '#7a5263'), stones(200, 120, 1200, 370, 60, SOOT, 3, 0.25),
      many(3, (i) => [area(fade(p, ...p.mood.sky, SHADE), arch(560 + 240 * i, 410, 110, i === 1 ? 270 : 220)), line(BARK, 7, `M${560 + 240 * i} 410V${i === 1 ? 140 : 190}M${505 + 240 * i} 300h110`)]), moon(p, 812, 226, 24),
      area(BERRY, 'M730 500h140l230 400H500z'), line(GOLD, 6, 'M742 500L530 900M858 500l212 400'), area('#4a2b52', box(690, 470, 220, 34)),
      banner(p, 385, 170, 0.9, '#3a5cc0'), banner(p, 1215, 170, 0.9, '#3a5cc0'),
      many(3, (i) => [-1, 1].map((side) => pillar(p, 800 + side * (330 + i * 170), 60 - i * 60, 510 + i * 90, 56 + i * 26, '#8a6a86', BARK))), area(BARK, 'M0 0H1600V60Q800 130 0 60z'), area(SOOT, 'M0 0H1600V30Q800 90 0 30z'),
      torch(470, 300), torch(1130, 300), torch(300, 300, 1.3), torch(1300, 300, 1.3), chandelier(800, 150),
    ),
    flicker(lights(p, 800, 150, 260, 470, 260, 160, 1130, 260, 160, 300, 250, 210, 1300, 250, 210), pool(p, 800, 640, 480)),
  ],
  air: 'dust',
});

const chandelier = (x: number, y: number): Art => [line(SOOT, 5, `M${x} 0V${y}M${x} ${y - 70}L${x - 130} ${y}M${x} ${y - 70}L${x + 130} ${y}`), line(GOLD, 9, `M${x - 140} ${y}Q${x} ${y + 36} ${x + 140} ${y}`), many(7, (i) => candle(x - 132 + i * 44, y + 12 - Math.abs(i - 3) * 5, 26))];

export const library = (p: Paints): View => ({
  layers: [
    still(
      room(p, BARK, PLUM, 560, SOOT, PLUM), shelves(150, 40, 480, 520, 1), shelves(970, 40, 480, 520, 4), shelves(-340, 40, 470, 520, 8), shelves(1470, 40, 480, 520, 9),
      area(SOOT, arch(800, 470, 260, 400)), area(fade(p, ...p.mood.sky), arch(800, 456, 226, 370)), moon(p, 830, 220, 40), line(SOOT, 8, 'M800 456V80M690 300h220M690 400h220M690 200h220'), snowOn(684, 452, 232, 18),
      line(OAK, 9, 'M1080 560 1180 60m-40 500L1240 60M1092 500h60m-48-60h60m-48-60h60m-48-60h60m-48-60h60m-48-60h60m-48-60h60'),
      area(fade(p, ELM, BARK), 'M560 480h480v26h-20v130h-26V520H606v116h-26V506h-20z'), book(p, 780, 478), candle(660, 482, 56), candle(690, 482, 36), area(TAN, 'M900 480V466h90v14zm8-14V452h70v14z'), area('#3f7478', box(914, 440, 60, 12)), disc('#4f8a86', 600, 432, 34), area('#87b070', 'M580 412q20-14 30 0t-10 24-22 6zm26 32q20-14 24 0t-18 14z'), line(GOLD, 5, 'M578 398a42 42 0 0 1 44 70m-22 12V470H576h48'),
    ),
    flicker(lights(p, 674, 420, 240), pool(p, 780, 620, 360), light(p, 800, 430, 140, '#ffe3ae')),
  ],
  air: 'dust',
});

const shelves = (x: number, y: number, w: number, h: number, seed: number): Art => [area(BARK, box(x, y, w, h)), many(4, (row) => [area(SOOT, box(x + 14, y + 14 + row * (h / 4), w - 28, h / 4 - 16)), books(x + 18, y + (row + 1) * (h / 4) - 2, w - 36, h / 4 - 28, seed + row * 2.1), area(PLUM, box(x + 6, y + (row + 1) * (h / 4) - 4, w - 12, 10))])];
const book = (p: Paints, x: number, y: number): Art => put(x, y, 1, [area(BERRY, 'M-76 2H76V-6H-76z'), area(fade(p, CREAM, '#e3cfa8'), 'M0-4Q-36-30-72-8V-52q36-20 72 6 36-26 72-6V-8Q36-30 0-4z'), line(TAN, 3, 'M-60-42q26-10 50 4m-50 8q26-10 50 4M10-38q26-14 50-4M10-26q26-14 50-4', 0.7)]);

export const workshop = (p: Paints): View => ({
  layers: [
    still(
      room(p, BARK, PLUM, 560, SOOT, PLUM), boards(), outlook(p, 1040, 140, 230, 180),
      gear(BRASS, 470, 240, 96, 14), gear(STONE, 620, 330, 62, 10), gear(OAK, 360, 370, 50, 9), tools(), timber(p),
      area(fade(p, OAK, PLUM), 'M260 450h1080v34H260z'), area(BARK, 'M300 484h44V714H300zm956 0h44V714h-44zM344 560h912v16H344z'), area(BARK, 'M420 484h300v70H420z'), line(GOLD, 6, 'M556 520h28'), wonder(p, 820, 448), anvil(1130, 448),
      candle(700, 450, 44), area(MOONLIT, 'M350 446l130-10 20 12z'), line(STONE, 2, 'M370 444l90-6'), books(960, 450, 80, 60, 5),
    ),
    flicker(light(p, 820, 380, 230, '#79e6b6'), lights(p, 700, 400, 170), pool(p, 800, 640, 420)),
    twinkle(light(p, 820, 372, 60, SNOW)),
  ],
  air: 'embers',
});

const gear = (color: string, x: number, y: number, r: number, teeth: number): Art =>
  put(x, y, 1, [
    <g fill="none" stroke={color}><circle r={r * 0.82} stroke-width={r * 0.4} /><circle r={r * 1.1} stroke-width={r * 0.26} stroke-dasharray={`${(r * 3.456) / teeth}`} /></g>,
    line(color, r * 0.16, `M${-r * 0.8} 0h${r * 1.6}M0 ${-r * 0.8}v${r * 1.6}`), disc(BARK, 0, 0, r * 0.16),
  ]);
const tools = (): Art => [line(ELM, 10, 'M700 170V290m80-110V290m80-120v90'), area('#9aa6c8', 'M672 160h58v26H672zm92 10h32l-4 20H768zm82 70h28l8 70H838z'), area('#9aa6c8', 'M900 170l80 8-6 26-74 80z'), line(ELM, 12, 'M908 166v30'), line(BARK, 6, 'M650 150h360')];
const wonder = (p: Paints, x: number, y: number): Art => put(x, y, 1, [area(BRASS, 'M-60 0H60V-14H-60zm50-14H10V-34H-10z'), disc(fade(p, SHEEN, '#3fc9b0'), 0, -76, 46), disc('#fff', -14, -92, 12, 16, 0.7), line(GOLD, 6, 'M-50-76a50 50 0 0 1 100 0M-50-76a50 18 0 0 0 100 0')]);
const anvil = (x: number, y: number): Art => put(x, y, 1, area(STONE, 'M-90-70H60q30 0 40-14v36Q60-28 24-28L34-10Q54-10 58 0H-62q4-10 24-10l8-18q-40-6-60-42z'));

export const inn = (p: Paints): View => ({
  layers: [
    still(
      room(p, BARK, ELM, 540, BARK, PLUM), stones(120, 110, 1360, 420, 60, BARK, 9, 0.18), outlook(p, 230, 190, 190, 190), outlook(p, 1180, 190, 190, 190),
      area(BARK, box(500, 130, 600, 270)), many(2, (row) => [area(ELM, box(490, 236 + row * 90, 620, 14)), bottles(510, 236 + row * 90, 19, row)]), timber(p),
      area(fade(p, OAK, PLUM), 'M420 400h760v30H420z'), area(fade(p, PLUM, BARK), box(446, 430, 708, 180)), line(BARK, 5, many(8, (i) => `M${520 + i * 80} 436v170`).join(''), 0.5), many(5, (i) => mug(540 + i * 118 + 24 * chance(i, 2), 400)),
      barrel(p, 330, 620), barrel(p, 1270, 620), barrel(p, 1390, 640), lantern(620, 150, 1.15), lantern(980, 150, 1.15), lantern(800, 130, 1.15), stool(560, 690), stool(800, 700), stool(1040, 690), candle(480, 402, 40), candle(1130, 402, 30),
    ),
    flicker(lights(p, 620, 190, 210, 980, 190, 210, 800, 170, 210, 480, 350, 110, 1130, 360, 110), pool(p, 800, 660, 480)),
  ],
  air: 'dust',
});

const bottles = (x: number, foot: number, count: number, seed: number): Art => many(count, (i) => area(['#79e6b6', '#ffb45e', BERRY, '#7cc8ff', '#b98adf'][Math.floor(5 * chance(i, seed))] as string, `M${x + i * 31} ${foot}v${-34 - 16 * chance(i, seed + 2)}q0-8 6-10v-14h8v14q6 2 6 10v${34 + 16 * chance(i, seed + 2)}z`, 0.85));
const mug = (x: number, foot: number): Art => put(x, foot, 1, [line(TAN, 7, 'M24-34q18 2 0 24'), area(TAN, 'M-20 0v-44h44V0z'), area(CREAM, 'M-24-42q4-16 16-10q10-12 20 0q14-6 16 10z')]);
const barrel = (p: Paints, x: number, foot: number): Art => put(x, foot, 1, [disc('#000', 0, 0, 76, 12, 0.35), area(fade(p, OAK, BARK), 'M-56 0q-26-80 0-160H56Q82-80 56 0z'), line(BARK, 9, 'M-64-36H64M-64-124H64'), line(BARK, 3, 'M-22-4q-10-76 0-152M22-4q10-76 0-152', 0.6), disc(BARK, 0, -80, 9)]);
const stool = (x: number, y: number): Art => put(x, y, 1, [line(BARK, 11, 'M-34 90-22 0M34 90 22 0'), disc(ELM, 0, 0, 52, 13), disc(OAK, 0, -5, 52, 12)]);

export const hearth = (p: Paints): View => ({
  layers: [
    still(
      room(p, BARK, ELM, 540, BARK, ELM), boards(), outlook(p, 260, 170, 190, 210), area(fade(p, '#8a6a86', '#4a2b52'), 'M520 560V170H640V100H960v70h120V560z'), stones(524, 180, 552, 370, 60, BARK, 5, 0.5), stones(644, 110, 312, 60, 60, BARK, 8, 0.5),
      area(SOOT, arch(800, 550, 340, 300)), light(p, 800, 470, 190, '#ff7a3c'), area(BARK, 'M690 548l200-34 10 22-190 30zm220 0-200-34-10 22 190 30z'), flame(740, 530, 1.1), flame(864, 530, 1.05), flame(802, 536, 1.75),
      area(fade(p, OAK, PLUM), 'M470 200h660v34H470z'), area(BARK, 'M500 234h600v12H500z'), candle(520, 200, 54), candle(560, 200, 34), candle(1080, 200, 46), books(930, 200, 110, 62, 4), area('#5363ad', 'M640 200q-14-34 0-52h36q14 18 0 52z'), line('#79e6b6', 5, 'M650 148q-14-30-26-34m36 34V104m8 44q12-26 24-30'),
      stocking(570, BERRY), stocking(1000, '#3f7478'), area(BERRY, 'M430 640q370-80 740 0 120 100-370 120-490-20-370-120z', 0.85), line(GOLD, 7, 'M490 650q310-60 620 0 80 64-310 76-390-12-310-76z', 0.7), chair(p, 1240, 600), cat(600, 640), basket(440, 560), timber(p),
    ),
    flicker(light(p, 800, 440, 380, '#ff9a4a'), lights(p, 540, 150, 110, 1080, 140, 90), pool(p, 800, 660, 560)),
  ],
  air: 'embers',
});

const stocking = (x: number, color: string): Art => put(x, 240, 1, [area(color, 'M0 20H36V70q30 6 28 26-4 14-34 8Q0 100 0 74z'), area(CREAM, 'M-5 0H41V22H-5z')]);
const chair = (p: Paints, x: number, foot: number): Art => put(x, foot, 1.15, [disc('#000', 0, 4, 130, 16, 0.3), area(fade(p, '#4f8a86', '#234a58'), 'M20 0V-190q10-60 70-60 40 10 34 80L110 0z'), area(fade(p, '#63a39b', '#234a58'), 'M-110-10V-90q4-30 34-26 24 6 24 32v20H48V-4z'), area(BARK, 'M-96-6h20V24H-96zM80-6h20V24H80z')]);
const cat = (x: number, y: number): Art => put(x, y, 1.1, [area(SOOT, 'M-60 0Q-70-50-20-56q10-30 4-58L0-102q12-4 24 0l16-12q2 36-10 46Q70-38 56 0zm4-4q-50 6-60-30-2-16 10-16 2 26 52 26z'), line('#ff9a4a', 3, 'M28-60Q68-36 56-2M44-112q2 30-8 42', 0.8)]);
const basket = (x: number, y: number): Art => put(x, y, 1, [area(PLUM, 'M-60 60-70 0H70L60 60z'), line(OAK, 16, 'M-50-6h70M-30-22h80M-10-38h40'), line(BARK, 4, 'M-64 20H64M-62 40H62')]);

export const throne = (p: Paints): View => ({
  layers: [
    still(
      room(p, '#0c1650', '#5363ad', 520, DUSK, STONE), many(5, (i) => area(fade(p, '#8fb0f055', '#8fb0f000'), `M${620 + i * 90} 0h40l${(i - 2) * 60 + 40} 520h-120z`)), stones(200, 60, 1200, 450, 70, NIGHT, 5, 0.22),
      many(3, (i) => [-1, 1].map((side) => pillar(p, 800 + side * (290 + i * 190), -20, 520 + i * 90, 60 + i * 26, SHADE, DEEP))), icicles(0, 0, 1600, 120, 3, HAZE), banner(p, 330, 130, 1, '#3a5cc0'), banner(p, 1270, 130, 1, '#3a5cc0'),
      area(fade(p, ICE, BLUE), 'M560 560h480v40H560zm40-40h400v44H600zm40-36H960v40H640z'), area('#fff', 'M560 560h480v8H560zm40-40h400v8H600zm40-36H960v8H640z', 0.6), put(104, 63, 0.87, seat(p)), area(fade(p, '#2a4aa8', '#5a3a9a'), 'M740 484H860l20 116H720z'), area(fade(p, '#5a3a9a', SLATE), 'M720 600h160l120 300H600z'), line(ICE, 5, 'm744 484-24 116L606 900M856 484l24 116L994 900', 0.6), shard(p, 500, 600, 1.2), shard(p, 1100, 600, -1.2), shard(p, 380, 660, 1), shard(p, 1220, 660, -1),
    ),
    flicker(light(p, 800, 220, 300, '#7cc8ff'), light(p, 800, 410, 130, ICE)),
    twinkle(stars(31, 40, 500, 400, 1200)),
  ],
  air: 'snow',
});

const seat = (p: Paints): Art => [area(fade(p, SHEEN, SHADE), 'M690 490V300L660 200l40 30 16-100 36 80L800 76l48 134 36-80 16 100 40-30-30 100V490z'), area('#3a5cc0', 'M726 470V300l74-140 74 140V470z', 0.85), area(SHEEN, 'M800 196l14 34 36 4-27 24 8 36-31-18-31 18 8-36-27-24 36-4z'), area(fade(p, SHEEN, SHADE), 'M664 490V390h40v50h192v-50h40v100z'), area('#fff', 'M660 384h48v14H660zm232 0h48v14H892z', 0.9), area(SLATE, 'M704 440h192v20H704z', 0.7)];
const shard = (p: Paints, x: number, y: number, s: number): Art => put(x, y, Math.abs(s), area(fade(p, SHEEN, BLUE), 'M-40 0-60-70-42-130-16-80-6-190 28-80 22-50 46-80 56 0z'), s);

export const attic = (p: Paints): View => ({
  layers: [
    still(
      area(fade(p, SOOT, PLUM), 'M0 0H1600V900H0z'), boards(0.3), disc(BARK, 800, 250, 128), porthole(p),
      area(fade(p, '#cfe0ff48', '#cfe0ff00'), 'M720 330 880 170l420 470L980 760z'), area(fade(p, PLUM, SOOT), box(0, 520, 1600, 380)), line('#000', 3, many(15, (i) => `M${800 + (i - 7) * 100} 520L${800 + (i - 7) * 270} 900`).join(''), 0.2),
      area(fade(p, BARK, SOOT), 'M0 0H760L0 640zM1600 0H840l760 640z'), line(PLUM, 34, 'M790-20-20 660M810-20l810 680'), line(BARK, 22, 'M560-20-20 460M1040-20l580 480M280-20-20 230M1320-20l300 250'),
      chest(p, 610, 560), horse(1020, 570), boxes(400, 570), mirror(p, 1220, 560), candle(760, 556, 50), disc(BARK, 760, 558, 26, 6), books(820, 570, 90, 56, 7),
    ),
    flicker(lights(p, 760, 490, 220), pool(p, 780, 600, 320)),
    twinkle(light(p, 800, 250, 190, HAZE)),
  ],
  air: 'dust',
});

const porthole = (p: Paints): Art => [disc(fade(p, ...p.mood.sky), 800, 250, 108), disc(MOONLIT, 836, 214, 34), disc('#fff', 760, 190, 3), disc('#fff', 740, 250, 2.5), disc('#fff', 790, 170, 2.5), area(ICE, 'M704 300q56-30 96-10t96 10q-30 56-96 58t-96-58z'), line(BARK, 10, 'M800 140v220M690 250h220'), snowOn(720, 352, 160, 20)];
const chest = (p: Paints, x: number, y: number): Art => put(x, y, 1, [disc('#000', 0, 2, 130, 14, 0.35), area(ELM, 'm-104-92-16-78q120-44 232-6l-8 84z'), area(BARK, 'M-104-92h208v14h-208z'), area(LIT, 'M-96-92q40-30 80-10q50-26 112 10z'), area(fade(p, OAK, PLUM), box(-110, -84, 220, 84)), line(GOLD, 8, 'M-80-80V-4M80-80V-4'), area(GOLD, box(-16, -80, 32, 30))]);
const horse = (x: number, y: number): Art => put(x, y, 1.1, [line(BERRY, 12, 'M-110-20Q0 40 120-24'), line(TAN, 14, 'M-54-70-74-6M-30-66-40 8M50-66 70 2M66-76 92-12'), area('#d9b48c', 'M-80-90q-24-20-8-44 40 10 90 6 30-50 44-74l12-20 10 18q30 10 42 40L88-148q-20-14-28-8-2 60-20 96-60 20-100 2z'), line(BERRY, 9, 'M-84-120q-34 20-30 60M60-186q-30 20-40 56'), area(BERRY, 'M-30-132h56l-6 40h-44z'), disc(BARK, 92, -178, 4)]);
const boxes = (x: number, y: number): Art => put(x, y, 1, [area(ELM, box(-90, -90, 150, 90)), area(BRASS, box(-60, -160, 110, 70)), line(PLUM, 5, 'M-14-90V0M-90-60H60M-5-160v70'), area(BERRY, 'M-40-160q-10-40 34-44q44 4 34 44z'), disc(CREAM, -6, -206, 13)]);
const mirror = (p: Paints, x: number, y: number): Art => put(x, y, 1, [line(BARK, 12, 'M-60 10-50-40M60 10 50-40'), disc(BRASS, 0, -140, 72, 112), disc(fade(p, ICE, '#5363ad'), 0, -140, 58, 98), line('#fff', 7, 'M-26-170l36-40m-30 80 46-52', 0.6)]);

export const feast = (p: Paints): View => {
  const [a, b, c] = [garland(120, 130, 560, 130, 44, 14), garland(560, 130, 1040, 130, 44, 15), garland(1040, 130, 1480, 130, 44, 14)];
  return {
    layers: [
      still(
        room(p, BARK, OAK, 620, BARK, PLUM), stones(120, 110, 1360, 420, 60, BARK, 4, 0.16), outlook(p, 330, 190, 180, 190), outlook(p, 1090, 190, 180, 190), area(BARK, arch(800, 420, 260, 260)), area(fade(p, '#ffb45e', '#ff7a3c'), arch(800, 420, 226, 236), 0.5), flame(800, 420, 1.3), timber(p), a.cord, b.cord, c.cord,
        chairs(), area(fade(p, CREAM, '#e3cfa8'), 'M190 430H1410l70 50V620H120V480z'), area(BERRY, 'M560 430h480l40 50v150H520V480z'), area('#000', 'M120 480H1480v16H120z', 0.12), line(GOLD, 6, 'M520 618h560M560 432l-36 50V630m516-198 36 50V630'),
        roast(p, 800, 448), cake(1010, 446), pie(600, 462), pie(1200, 466), jug(450, 452), fruit(330, 466), mugs(), candle(700, 440, 74), candle(908, 440, 74), candle(500, 452, 54), candle(1110, 452, 54), candle(280, 470, 50), candle(1330, 470, 50),
      ),
      flicker(lights(p, 700, 350, 150, 908, 350, 150, 500, 380, 120, 1110, 380, 120, 280, 400, 120, 1330, 400, 120, 800, 340, 240)),
      twinkle(a.bulbs, b.bulbs, c.bulbs),
    ],
    air: 'embers',
  };
};

const chairs = (): Art => many(6, (i) => put(330 + i * 188, 440, 1, [area(BARK, 'M-50 0V-120q0-30 50-34q50 4 50 34V0z'), area(PLUM, 'M-36 0V-112q0-20 36-22q36 2 36 22V0z')]));
const roast = (p: Paints, x: number, y: number): Art => put(x, y, 1, [disc(ICE, 0, 6, 120, 18), disc('#9aa6c8', 0, 4, 100, 13), area(fade(p, GOLD, '#8a4030'), 'M-84 0q-10-60 40-74q44-18 84 6q36-22 56-10q10 12-10 22q16 40-10 56z'), disc('#ffe3ae', 98, -78, 9), area('#fff', 'M-50-50q30-20 60-10-30 4-52 24z', 0.35), many(6, (i) => disc('#87b070', -96 + i * 38, 4, 14, 8))]);
const cake = (x: number, y: number): Art => put(x, y, 1, [area(OAK, 'M-58 6V-38H58V6zm20-44V-74H38v36z'), area(CREAM, 'M-62-36q4-14 18-14H44q14 0 18 14-10 14-20 0-12 14-22 0-10 14-20 0-12 14-22 0-10 14-20 0-12 12-20 0zm20-36q4-12 14-12H28q10 0 14 12-10 12-20 0-12 12-22 0-10 12-20 0-12 12-22 0z'), many(3, (i) => disc(BERRY, -22 + i * 22, -90, 8))]);
const pie = (x: number, y: number): Art => put(x, y, 1, [area('#9aa6c8', 'M-60 4H60L46 20H-46z'), area(GOLD, 'M-62 4q4-40 62-40T62 4z'), line('#8a4030', 4, 'M-30-8-14-26M0-12V-30M30-8 14-26')]);
const jug = (x: number, y: number): Art => put(x, y, 1, [line(BLUE, 8, 'M28-70q34 10 4 50'), area(BLUE, 'M-26 6q-18-40 4-66l-4-26h54l-6 26q24 26 6 66z'), area('#fff', box(-18, -40, 8, 34), 0.3)]);
const fruit = (x: number, y: number): Art => put(x, y, 1, [disc('#ff9a4a', -26, -26, 22), disc(BERRY, 14, -28, 22), disc(LIT, -4, -50, 20), area(ELM, 'M-62-20H62Q54 14 22 14H-22q-32 0-40-34z')]);
const mugs = (): Art => [225, 390, 545, 945, 1280, 1390].map((x) => mug(x, 480));
