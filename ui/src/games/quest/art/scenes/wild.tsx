// Scenes under the open sky, far from houses: woods, water, rock, heights.
import { area, chance, disc, drift, fade, flicker, light, lights, line, many, put, still, twinkle, type Art, type Paints, type View } from './paint';
import { BARK, BERRY, BLUE, DEEP, DUSK, ELM, HAZE, ICE, LIT, MOONLIT, MORTAR, NIGHT, PLUM, SHADE, SHEEN, SNOW, SOOT } from './palette';
import { aurora, clouds, firs, flank, heap, hill, house, mist, moon, mount, prints, range, ripples, sky, smoke, snowOn, stars, vista, wood } from './land';
import { flame, floe, icicles, lantern, masonry } from './rooms';

/** What an unknown picture shows: a snowy night. */
export const night = (p: Paints): View => ({
  layers: [
    still(vista(p, 4, 1100, 240, 56, 470), firs(1, 240, 490, 170, 340, 500, 240, 1290, 500, 210, 1390, 500, 150), hill(p, 550, 34, 1), flank(1)),
    twinkle(stars(8, 30, 280)),
  ],
  air: 'snow',
});

export const forest = (p: Paints): View => ({
  layers: [
    still(
      sky(p), moon(p, 800, 215, 66), wood('#5363ad', 230, 64, 470, 10, 2), mist(p, 420), wood(DEEP, 290, 46, 500, 30, 5), mist(p, 480, HAZE, 0.5),
      hill(p, 500, 18, 2, ICE), firs(1, 500, 510, 320, 620, 500, 220, 990, 505, 250, 1110, 515, 350, 350, 520, 410, 1260, 520, 420),
      area(fade(p, '#dfe8ff44', '#dfe8ff00'), 'M770 250 480 620H700zm30 0-40 390H890zm30 0 90 370h220z'), hill(p, 580, 26, 4), prints(760, 880, 800, 500),
      firs(0, 180, 640, 590, 1420, 650, 590), trunk(330, 40), trunk(1240, 34), trunk(-20, 150), trunk(1510, 130),
      area(NIGHT, 'M0 0H1600V150q-90 12-160-52-60 16-110-34-70 14-110-30-300 26-520-8-140 40-200 4-40 44-110 30-50 50-120 34Q90 150 0 138z'),
      eyes(452, 440), eyes(1150, 450), eyes(590, 470),
    ),
    drift(mist(p, 540, SHEEN, 0.4)),
  ],
  air: 'snow',
});

const trunk = (x: number, w: number): Art => [area(NIGHT, `M${x} 0h${w}q-14 420 ${w / 3} 720h${-w * 1.6}q${w / 3}-300 ${w * 0.2}-720z`), line(DEEP, 4, `M${x + w * 0.7} 0q-10 400 6 690`), heap(x + w / 2, 722, w * 2.2)];
const eyes = (x: number, y: number): Art => [disc(LIT, x, y, 5, 7), disc(LIT, x + 22, y, 5, 7)];

export const path = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 7, 330, 210, 40, 450), house(p, 1010, 440, 0.85), smoke(p, 1044, 280, 0.8), firs(1, 880, 450, 150, 1140, 446, 170, 1220, 450, 120),
      hill(p, 500, 16, 1.5, SHEEN), area(fade(p, SHADE, BLUE), 'M1040 440q-80 26 0 50t-40 58Q760 610 700 700T560 900h520q-120-160-20-260t50-120q10-38-70-54t22-26z', 0.75),
      firs(1, 340, 520, 230, 240, 530, 170, 1340, 520, 250), prints(800, 900, 1060, 500), signpost(560, 560), flank(2),
    ),
    flicker(lights(p, 1010, 410, 200, 560, 480, 140)),
  ],
  air: 'snow',
});

const signpost = (x: number, y: number): Art =>
  put(x, y, 1.15, [area(BARK, 'M-9-250H9V0H-9z'), area(ELM, 'M-20-226H110l26 24-26 24H-20zm40 62H-106l-24 22 24 22H20z'), line(BARK, 4, 'M0-208H90M0-194H70M-90-148h80m-70 12h60'), snowOn(-22, -224, 136, 14), snowOn(-108, -162, 126, 12), snowOn(-16, -250, 32, 12), lantern(0, -108, 0.7), heap(0, 8, 140)]);

export const river = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 2, 860, 205, 50, 430), area(fade(p, BLUE, DEEP, DUSK), 'M840 424q170 22-20 50-260 38-120 92 200 74-280 334H1420q-60-260-330-340-160-54-80-86 80-34-130-50z'),
      ripples(HAZE, 840, 440, 420, 18, 3), ripples(MOONLIT, 866, 448, 30, 9, 5),
      many(11, (i) => floe(640 + 560 * chance(i, 3) - 10 * i, 520 + 34 * i, 0.35 + i * 0.11)),
      area(fade(p, SNOW, SHADE), 'M0 470q300-30 560 10 120 26 80 80 80 80-340 340H0zm1600-10q-300-24-470 10-130 40 30 100 280 90 300 330h140z'),
      firs(1, 500, 480, 180, 410, 484, 240, 1180, 474, 190, 1270, 480, 250), boat(620, 560), flank(3),
    ),
    flicker(lights(p, 676, 468, 140)),
  ],
  air: 'snow',
});

const boat = (x: number, y: number): Art => put(x, y, 1.3, [disc(NIGHT, 0, 16, 100, 12, 0.35), area(PLUM, 'M-100-30Q0-6 104-36 84 14 50 16H-46q-38-6-54-46z'), line(BARK, 4, 'M-92-12Q0 10 94-16'), line(ELM, 6, 'M-20-12H40M50-24v-88H36'), lantern(36, -106, 0.62), snowOn(-100, -26, 70, 10)]);

export const bridge = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 5, 480, 220, 46, 520), mist(p, 540, HAZE), area(fade(p, DEEP, NIGHT), 'M300 560q500 80 1000 0l100 340H200z'), line(HAZE, 5, 'M640 650q60-16 120 0t120 0 120 0M560 720q80-20 160 0t160 0 160 0', 0.5), mist(p, 620, HAZE),
      icicles(470, 400, 640, 90, 2), masonry(p, 'M220 380q580-110 1160 0V760H1230q10-350-430-356-440 6-430 356H220z', 230, 400, 140, 330),
      line(SHADE, 26, 'M366 700q0-288 434-294 434 6 434 294'), line(MORTAR, 3, many(23, (i) => { const a = (0.5 + i) / 23 * 3.14; return `M${800 - 424 * Math.cos(a)} ${684 - 270 * Math.sin(a) ** 0.8}l${-20 * Math.cos(a)} ${-24 * Math.sin(a)}`; }).join(''), 0.8),
      area(SNOW, 'M200 388q600-140 1200 0l-8 18q-192-46-312-54-280-34-560 2-120 6-312 54z'), post(430, 348), post(800, 318), post(1170, 348), area(fade(p, DEEP, NIGHT), 'M0 900V390l240-10 80 90-40 130 80 160-30 140zm1600 0V390l-240-10-80 90 40 130-80 160 30 140z'),
      heap(110, 396, 340, 36), heap(1490, 396, 340, 36), firs(0, 110, 400, 270, 1490, 400, 290, 200, 396, 180, 1400, 396, 170),
    ),
    flicker(lights(p, 452, 270, 130, 822, 240, 130, 1192, 270, 130)),
    drift(mist(p, 660, ICE, 0.7)),
  ],
  air: 'gale',
});

const post = (x: number, y: number): Art => put(x, y, 1, [area('#5363ad', 'M-14-30h28v50h-28z'), line(SOOT, 7, 'M0-30v-94h22'), lantern(22, -96, 0.9), snowOn(-18, -28, 36, 12)]);

export const cave = (p: Paints): View => ({
  layers: [
    still(
      vista(p, 9, 880, 250, 46, 456), icicles(545, 150, 110, 170, 1, SHADE), icicles(690, 110, 230, 140, 4, HAZE), icicles(960, 120, 110, 190, 7, SHADE), area(fade(p, '#5363ad', MORTAR, SOOT), 'M0 0V900H1600V0zM500 500Q400 330 520 240l70-70 100-14 110-36 110 30 90-10 80 90q120 100 20 270-90 20-300 12-200 8-300-12z'),
      area(BLUE, 'M500 500Q400 330 520 240l70-70 100-14 110-36 110 30 90-10 80 90q120 100 20 270l50 10q120-180-20-310l-110-100-110 12-110-40-120 42-110 14-100 92Q330 330 450 510z', 0.8),
      area('#0c1650', 'M0 0H1600V160l-120-70-100 120-90-150-130 40-160-80-200 20-160-30-170 100-110-70-80 150L180 80 60 210 0 150zM0 300 110 420l40 180L90 720l80 180H0zm1600-40-130 140 30 190-90 130 60 180h130z'), area(NIGHT, 'M0 0H140L110 90 60 60 0 150zM1600 0H1440l50 80 60-30 50 90zM0 560l60 90L40 770l70 130H0zm1600-40-60 110 20 120-90 150h130z'),
      area(fade(p, ICE, '#5363ad'), 'M500 500q140 20 300 12t300-12q140 140 300 400H200Q380 640 500 500z', 0.9), prints(900, 880, 840, 530),
      line(BARK, 20, 'M590 590l120-24m-120 0 120 24'), flame(650, 570, 0.85), crystals(p, 380, 540, 1.5), crystals(p, 1220, 520, 1.3), crystals(p, 240, 620, 1), crystals(p, 1370, 610, 1.7),
    ),
    flicker(lights(p, 650, 520, 260), light(p, 380, 470, 220, '#59d8ff'), light(p, 1220, 450, 220, '#59d8ff'), light(p, 1370, 530, 240, '#9a8bff')),
  ],
  air: 'embers',
});

const crystals = (p: Paints, x: number, y: number, s: number): Art => put(x, y, s, [area(fade(p, '#b9f4ff', '#3f7fe0'), 'M-14 0-30-70l16-36L4-74 2 0zM12 0l8-52L34-74 44-50 34 0zM-50 0-64-34-54-56-38-36-34 0z'), area(SNOW, 'M-14-106-10-76-20 0h-4L-36-70zm48 32-2 24L20 0H14l6-52z', 0.45)]);

export const mountain = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(7, 100), moon(p, 300, 220, 42), range(p, 3, 540, 280, 6), mount(p, 800, 130, 1400, 480, SHADE), mist(p, 520, HAZE, 0.6), wood(DEEP, 80, 70, 520, 22, 4), hill(p, 545, 30, 2, ICE),
      firs(1, 300, 570, 200, 420, 560, 150, 1190, 560, 170, 1300, 570, 230), hill(p, 630, 34, 5), prints(700, 880, 880, 600), flank(4),
    ),
    drift(mist(p, 330, SHEEN, 0.25)),
    flicker(many(26, (i) => [light(p, trail(i), 462 - i * 8, 16), disc(MOONLIT, trail(i), 462 - i * 8, 4.5 - i * 0.1)])),
  ],
  air: 'gale',
});

// Lanterns of those who climb, in a zigzag that narrows with the height.
const trail = (i: number): number => 820 + (100 - i * 3.4) * Math.asin(Math.sin(i * 0.45));

export const peak = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(8, 150), aurora(p, 320, 260, 2), mount(p, 260, 320, 460, 260), mount(p, 1330, 300, 520, 290), clouds(p, 470, 120, 2, HAZE, BLUE), mount(p, 1120, 420, 280, 170), clouds(p, 540, 150, 5, ICE, SHADE),
      area(fade(p, SNOW, SHADE, '#5363ad'), 'M330 900 520 640l80-80 60-110 80-70 20-50 90-4 30 46 80 58 40 110 90 100 150 260z'), area('#5363ad', 'M850 326l30 46 80 58 40 110 90 100 150 260H960L900 700l50-100-70-80 20-90-60-50z', 0.55), area('#5363ad', 'M600 560l60-110 30 60-40 90zm-80 80 60-40-20 120zM740 380l40 20-30 60z', 0.8),
      line(BARK, 10, 'M796 340V150'), area(fade(p, '#ff8f8f', BERRY), 'M800 154q50-24 100 0t94-6l-22 38 28 34q-54 18-100 0t-100 6z'), area(DUSK, 'M744 342l20-26 26 6 20-10 34 12 14 20z', 0.7), snowOn(742, 330, 110, 18),
    ),
    drift(clouds(p, 640, 170, 8, SNOW, SHADE)),
    twinkle(stars(9, 40, 280)),
  ],
  air: 'snow',
});

export const lake = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(10, 90, 280), aurora(p, 320, 280, 1), range(p, 6, 450, 270, 6), wood(DEEP, 80, 80, 430, 6, 3), hill(p, 432, 6, 3, ICE),
      area(fade(p, HAZE, BLUE, DEEP), 'M0 452q800-26 1600 0V900H0z'), put(0, 890, -1, [aurora(p, 330, 220, 1), range(p, 6, 450, 270, 6)], 1), area(fade(p, '#8fb4f0b0', '#2f56b4c8', DUSK), 'M0 452q800-26 1600 0V900H0z'),
      many(5, (i) => put(ember(i)[0], ember(i)[1], 0.7 + 0.6 * chance(i, 5), [light(p, 0, 0, 120, '#ff7a3c', 0.45), disc(LIT, 0, 0, 26, 11, 0.8), disc(MOONLIT, 0, -1, 12, 5)])),
      line(SNOW, 3, 'M180 560l240-40 100 60 240-40m-340-20-40-50m140 110-40 120 160 80m800-240-220 40-100-40-180 60m280-20 80 120M760 640l140 60 200-40 140 100', 0.65),
      disc(SHEEN, 100, 530, 400, 44), disc(SHEEN, 1500, 540, 420, 50), firs(1, 420, 470, 150, 1140, 460, 150, 1230, 470, 210), firs(0, 130, 530, 340, 270, 510, 230, 1430, 530, 320, 1540, 560, 260),
    ),
    flicker(many(5, (i) => light(p, ember(i)[0], ember(i)[1], 120, '#ffb45e', 0.5))),
  ],
  air: 'snow',
});

// Fires that sleep under the ice.
const ember = (i: number): [number, number] => [560 + 120 * i, 500 + 110 * chance(i, 3)];

const SLEIGH = [0, 0, 90, 60, 70, 150, 190, 190, 330, 160, 350, 60, 250, 90, 420, 190];

export const heavens = (p: Paints): View => ({
  layers: [
    still(
      sky(p), stars(11, 190, 620), aurora(p, 340, 330, 3), aurora(p, 420, 300, 5, '#9a6bff'), aurora(p, 380, 280, 8), moon(p, 1150, 260, 78),
      put(450, 210, 1, [line(ICE, 3, 'M0 0l90 60-20 90 120 40 140-30L350 60 250 90 90 60M330 160l90 30', 0.5), many(8, (i) => [light(p, SLEIGH[i * 2] as number, SLEIGH[i * 2 + 1] as number, 30, SHEEN), disc(SNOW, SLEIGH[i * 2] as number, SLEIGH[i * 2 + 1] as number, 7)])]),
      clouds(p, 540, 150, 3, SHADE, BLUE), clouds(p, 620, 180, 6, ICE, BLUE),
    ),
    twinkle(stars(12, 60, 460), area(fade(p, '#ffffff00', SNOW), 'M720 130l196 96-6 8z')),
    drift(clouds(p, 710, 200, 9, SNOW, SHADE)),
  ],
});
