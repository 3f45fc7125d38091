// One face of a die, 1 to 6: snow-white with dark pips, to be read from a sofa. Who throws it, and how it tumbles, is the page's.
import { memo } from '../../../widgets/memo';
import { Marks, type Look, type Mark } from './figure';
import './figure.css';

const LOOK: Look = { box: 100, edge: 5 };
const BODY: readonly Mark[] = [
  'b M24 6H76Q95 6 95 25V77Q95 96 76 96H24Q5 96 5 77V25Q5 6 24 6Z',
  '.w M24 8H76Q93 8 93 25V70Q93 87 76 87H24Q7 87 7 70V25Q7 8 24 8Z',
];
const pip = (x: number, y: number): Mark => `.i o${x} ${y} ${10}`;
const MIDDLE = pip(50, 48);
const FALLING = [pip(27, 25), pip(73, 71)];
const RISING = [pip(73, 25), pip(27, 71)];
const SIDES = [pip(27, 48), pip(73, 48)];
const PIPS: readonly (readonly Mark[])[] = [[], ['.i o50 48 13 13'], FALLING, [...FALLING, MIDDLE], [...FALLING, ...RISING], [...FALLING, ...RISING, MIDDLE], [...FALLING, ...RISING, ...SIDES]];

export const Die = memo(function Die({ face }: { face: number }) {
  return (
    <svg class="quest-figure" viewBox="0 0 100 100" aria-hidden="true">
      <Marks of={BODY} look={LOOK} />
      <Marks of={PIPS[face] ?? []} look={LOOK} />
    </svg>
  );
});
