// What makes an animal of a round head (centre 60,66, radius 42, in a box of 120): parts behind the head, parts on it, and where
// its eyes and mouth are. Data, not views, so that 24 animals weigh little.

/** b: the seat's colour · t: lighter · s: darker · i: ink · w: white · o: beak · k: pink · m: horn. With `~`: a line of that colour. */
type Fill = 'b' | 't' | 's' | 'i' | 'w' | 'o' | 'k' | 'm' | '~i' | '~s' | '~b' | '~k';
/** A path, or an ellipse: cx, cy, rx, ry. */
export type Part = readonly [Fill, string] | readonly [Fill, number, number, number, number];

export interface Animal {
  back: readonly Part[];
  front: readonly Part[];
  /** Half the distance between the eyes, and their height; 17 and 62 if left out. */
  eyes?: readonly [number, number];
  /** White discs of this radius behind the pupils: for dark faces and big eyes. */
  whites?: number;
  /** Height of the mouth, 86 if left out; null for beaks, which speak for themselves. */
  mouth?: number | null;
}

const pair = (fill: Fill, x: number, y: number, rx: number, ry = rx): Part[] => [[fill, 60 - x, y, rx, ry], [fill, 60 + x, y, rx, ry]];
const muzzle = (y = 84, rx = 21, ry = 15): Part => ['t', 60, y, rx, ry];
const nose = (y = 77, rx = 6.5, ry = 4.5): Part => ['i', 60, y, rx, ry];
const cheeks = (y = 77, x = 31): Part[] => pair('k', x, y, 6, 4.5);
const whiskers = (y: number): Part => ['~i', `M37 ${y}l-14-3M37 ${y + 6}l-14 2M83 ${y}l14-3M83 ${y + 6}l14 2`];
const roundEars = (x: number, y: number, r: number, inner: Fill = 't'): Part[] => [...pair('b', x, y, r), ...pair(inner, x, y + 1, r * 0.58)];
const POINTED: readonly Part[] = [['b', 'M22 54 24 12Q25 7 30 10L56 30ZM98 54 96 12Q95 7 90 10L64 30Z']];

export const PARTS: Record<string, Animal> = {
  fox: {
    back: [...POINTED, ['i', 'M25 22 24 12Q25 7 30 10L37 15ZM95 22 96 12Q95 7 90 10L83 15Z']],
    front: [['w', 'M19 74Q42 66 60 86Q78 66 101 74Q96 108 60 108Q24 108 19 74Z'], ['i', 60, 83, 6.5, 5]],
    mouth: 92,
  },
  bear: { back: roundEars(33, 33, 16), front: [muzzle(), nose()], mouth: 85 },
  frog: {
    back: pair('b', 24, 33, 18),
    front: [...pair('s', 5, 72, 2, 2), ...cheeks(78, 32)],
    eyes: [24, 34],
    whites: 12,
    mouth: 80,
  },
  owl: {
    back: [['b', 'M22 56 21 17Q21 12 26 15L54 30ZM98 56 99 17Q99 12 94 15L66 30Z']],
    front: [['t', 60, 94, 24, 14], ...pair('w', 19, 62, 19), ['o', 'M60 86 52 73Q60 68 68 73Z'], ['~s', 'M48 95q4 4 8 0M64 95q4 4 8 0']],
    eyes: [19, 62],
    mouth: null,
  },
  octopus: {
    back: [['~b', 'M26 88Q6 92 12 108Q18 116 24 106M42 100Q32 110 38 116M94 88Q114 92 108 108Q102 116 96 106M78 100Q88 110 82 116']],
    front: [...pair('s', 34, 62, 4, 5), ['s', 32, 76, 3, 3.5], ['s', 88, 76, 3, 3.5], muzzle(88, 18, 12)],
    mouth: 84,
  },
  tiger: {
    back: roundEars(34, 33, 15, 'k'),
    front: [
      ['i', 'M18 62l15 4-15 5zM19 78l13 1-10 7zM102 62l-15 4 15 5zM101 78l-13 1 10 7zM56 46h8l-4 13zM43 47l7 0-2 9zM77 47l-7 0 2 9z'],
      ['w', 60, 86, 21, 14], ['k', 60, 79, 6.5, 4.5],
    ],
    mouth: 87,
  },
  hare: {
    back: [
      ['b', 'M32 40Q20-6 38-2Q54 4 52 36ZM68 36Q66 4 82-2Q100-6 88 40Z'],
      ['k', 'M38 34Q30 6 39 6Q47 10 46 34ZM74 34Q73 10 81 6Q90 6 82 34Z'],
    ],
    front: [['w', 60, 87, 18, 13], ['k', 60, 78, 6, 4], ['w', 'M55 90h10v9q-5 3-10 0z'], ['~i', 'M60 91v8'], ...cheeks(76, 30)],
    mouth: 84,
  },
  penguin: {
    back: [['s', 'M24 70Q6 84 12 102Q24 100 32 90ZM96 70Q114 84 108 102Q96 100 88 90Z']],
    front: [['w', 'M60 58Q48 44 36 52Q20 66 30 90Q40 106 60 106Q80 106 90 90Q100 66 84 52Q72 44 60 58Z'], ['o', 'M48 77Q60 71 72 77Q60 90 48 77Z'], ...cheeks(80, 26)],
    eyes: [18, 66],
    mouth: null,
  },
  wolf: {
    back: [['b', 'M20 56 26 8Q28 4 32 7L58 30ZM100 56 94 8Q92 4 88 7L62 30Z'], ['s', 'M28 40 30 16 46 30ZM92 40 90 16 74 30Z'], ['b', 'M20 70 8 84 22 86 14 98 34 98ZM100 70 112 84 98 86 106 98 86 98Z']],
    front: [['w', 'M27 82Q42 70 60 72Q78 70 93 82Q86 106 60 107Q34 106 27 82Z'], nose(80, 8, 5.5), ['w', 'M50 94l4 8 4-8z']],
    mouth: 89,
  },
  cat: { back: [...POINTED, ['k', 'M28 40 29 19 45 31ZM92 40 91 19 75 31Z']], front: [muzzle(85, 17, 11), ['k', 'M54 76h12q-1 6-6 7q-5-1-6-7z'], whiskers(78)], mouth: 85 },
  dog: {
    back: [['b', 'M30 34Q4 34 8 74Q12 90 24 82Q30 62 34 48ZM90 34Q116 34 112 74Q108 90 96 82Q90 62 86 48Z']],
    front: [['t', 78, 61, 14, 16], ['s', 'M30 34Q4 34 8 74Q12 90 24 82Q30 62 34 48ZM90 34Q116 34 112 74Q108 90 96 82Q90 62 86 48Z'], ['w', 60, 87, 20, 14], nose(79, 8, 5.5)],
    mouth: 87,
  },
  panda: { back: [...pair('b', 33, 32, 16), ...pair('s', 33, 32, 16)], front: [['i', 'M32 56Q48 46 52 60Q50 76 38 76Q26 72 32 56ZM88 56Q72 46 68 60Q70 76 82 76Q94 72 88 56Z'], muzzle(86, 18, 12), nose(80, 7, 4.5)], whites: 8.5, mouth: 86 },
  moose: {
    back: [['m', 'M36 44Q12 44 4 10Q10 8 14 18Q14 6 20 4Q25 8 24 20Q30 8 36 10Q38 20 32 28Q44 30 46 40ZM84 44Q108 44 116 10Q110 8 106 18Q106 6 100 4Q95 8 96 20Q90 8 84 10Q82 20 88 28Q76 30 74 40Z'], ['s', 'M26 50Q8 48 8 60Q18 66 30 60ZM94 50Q112 48 112 60Q102 66 90 60Z']],
    front: [['t', 60, 92, 27, 18], ...pair('i', 10, 88, 3.5, 4.5)],
    eyes: [15, 61],
    mouth: 97,
  },
  seal: { back: [['s', 'M28 92Q4 96 8 110Q26 114 42 102ZM92 92Q116 96 112 110Q94 114 78 102Z']], front: [...pair('t', 11, 86, 14, 11), nose(77, 8, 5), ['s', 46, 86, 1.8, 1.8], ['s', 52, 90, 1.8, 1.8], ['s', 74, 86, 1.8, 1.8], ['s', 68, 90, 1.8, 1.8], whiskers(84)], mouth: 88 },
  hedgehog: {
    back: [['s', 'M60 8 69 18 80 9 86 22 98 17 100 31 112 31 109 45 119 51 111 61 119 72 109 79 113 92 101 93 100 105H20L19 93 7 92 11 79 1 72 9 61 1 51 11 45 8 31 20 31 22 17 34 22 40 9 51 18Z']],
    front: [['t', 'M60 62Q50 50 38 56Q24 66 32 88Q40 106 60 106Q80 106 88 88Q96 66 82 56Q70 50 60 62Z'], nose(79, 8, 6.5), ...cheeks(82, 25)],
    mouth: 90,
  },
  squirrel: {
    back: [['s', 'M84 104Q126 108 118 66Q116 44 98 40Q114 62 96 74Z'], ['b', 'M26 52 22 14Q26 8 34 16L52 32ZM94 52 98 14Q94 8 86 16L68 32Z'], ['k', 'M30 40 29 24 42 33ZM90 40 91 24 78 33Z']],
    front: [...pair('t', 16, 86, 17, 13), nose(78, 5.5, 4), ['w', 'M54 92h12v9q-6 3-12 0z'], ['~i', 'M60 93v8']],
    mouth: 86,
  },
  mouse: { back: [...pair('b', 38, 34, 22), ...pair('k', 38, 35, 14)], front: [muzzle(88, 15, 10), ['k', 60, 80, 6, 5], whiskers(82)], mouth: 88 },
  koala: { back: [...pair('b', 42, 46, 19), ...pair('w', 42, 48, 11)], front: [['i', 60, 76, 9, 13], ...cheeks(80, 28)], eyes: [22, 62], mouth: 92 },
  lion: {
    back: [['s', 'M60 6Q70 4 76 13Q88 8 94 20Q106 22 106 35Q117 42 112 54Q121 64 113 75Q118 88 107 94Q106 108 92 108Q84 118 72 112Q60 120 48 112Q36 118 28 108Q14 108 13 94Q2 88 7 75Q-1 64 8 54Q3 42 14 35Q14 22 26 20Q32 8 44 13Q50 4 60 6Z'], ...pair('b', 36, 38, 12)],
    front: [muzzle(86), ['i', 'M52 75h16q-2 9-8 9q-6 0-8-9z'], ['i', 47, 88, 1.6, 1.6], ['i', 73, 88, 1.6, 1.6]],
    mouth: 89,
  },
  pig: { back: [['b', 'M24 52Q12 20 24 18Q42 22 50 34ZM96 52Q108 20 96 18Q78 22 70 34Z'], ['k', 'M28 44Q22 28 28 26Q36 30 42 36ZM92 44Q98 28 92 26Q84 30 78 36Z']], front: [['k', 60, 79, 17, 12], ...pair('i', 6, 79, 2.6, 4.4)], mouth: 96 },
  chick: {
    back: [['b', 'M60 30Q50 4 40 12Q42 24 54 32ZM60 30Q58 0 68 2Q74 14 64 32ZM62 32Q76 8 84 16Q80 28 66 34Z'], ['s', 'M22 76Q2 78 6 92Q18 100 32 94ZM98 76Q118 78 114 92Q102 100 88 94Z']],
    front: [['o', 'M46 76Q60 66 74 76Q60 92 46 76Z'], ['~i', 'M48 77q12 4 24 0'], ...cheeks(78, 27)],
    mouth: null,
  },
  walrus: { back: [], front: [['w', 'M44 90Q42 114 48 118Q55 114 55 92ZM76 90Q78 114 72 118Q65 114 65 92Z'], ...pair('t', 14, 86, 17, 13), nose(76, 8, 5), ['s', 40, 85, 2, 2], ['s', 46, 90, 2, 2], ['s', 80, 85, 2, 2], ['s', 74, 90, 2, 2]], mouth: 90 },
  raccoon: {
    back: [...pair('b', 33, 32, 16), ...pair('i', 33, 33, 9)],
    front: [['w', 'M60 54Q40 44 20 60Q22 84 44 78Q56 74 60 70Q64 74 76 78Q98 84 100 60Q80 44 60 54Z'], ['i', 'M57 60Q42 50 25 62Q26 78 42 74Q52 70 57 66ZM63 60Q78 50 95 62Q94 78 78 74Q68 70 63 66Z'], ['w', 60, 88, 17, 12], nose(81, 7, 5)],
    whites: 8,
    mouth: 88,
  },
  mole: {
    back: [['k', 'M16 84Q4 78 6 90Q0 94 8 98Q6 106 16 104Q30 104 30 92ZM104 84Q116 78 114 90Q120 94 112 98Q114 106 104 104Q90 104 90 92Z']],
    front: [['t', 60, 92, 22, 13], ['k', 60, 80, 12, 9], ['~i', 'M30 62a13 13 0 1 0 26 0a13 13 0 1 0-26 0M64 62a13 13 0 1 0 26 0a13 13 0 1 0-26 0M56 61h8']],
    whites: 11,
    mouth: 95,
  },
};
