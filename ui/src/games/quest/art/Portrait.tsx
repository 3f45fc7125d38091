// A hero as everybody sees them: a friendly bust, or, fallen, the same as a pale spirit with its eyes closed. A pure drawing.
import { memo } from '../../../widgets/memo';
import { ghostly, Marks, type Look } from './figure';
import { HEROES, SOMEBODY } from './figureHeroes';
import './figure.css';

const ALIVE: Look = { box: 120, edge: 3.5 };
const SPIRIT: Look = { ...ALIVE, tint: ghostly };

export const Portrait = memo(function Portrait({ archetype, fallen = false }: { archetype: string; fallen?: boolean }) {
  const [behind, before] = HEROES[archetype] ?? SOMEBODY;
  const look = fallen ? SPIRIT : ALIVE;
  return (
    <svg class={fallen ? 'figure figure-spirit' : 'figure'} viewBox="0 0 120 120" aria-hidden="true">
      <Marks of={behind} look={look} />
      <Marks of={fallen ? ASLEEP : AWAKE} look={look} />
      <Marks of={before} look={look} />
    </svg>
  );
});

const AWAKE = ['|.k o42 77 5 3.500', '|.i o49 67 5 5.600', '|~i3.500 M53 79q3.500 4 7 4', '.w o50.600 65 1.700', '.w o72.600 65 1.700'];
const ASLEEP = ['|~i3.500 M43 67q6 5.500 12 0', '|~i3.500 M56 82q2 2 4 2'];
