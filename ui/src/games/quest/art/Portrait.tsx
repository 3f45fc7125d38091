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
    <svg class={fallen ? 'quest-figure quest-figure-spirit' : 'quest-figure'} viewBox="0 0 120 120" aria-hidden="true">
      <Marks of={behind} look={look} />
      <Marks of={fallen ? ASLEEP : AWAKE} look={look} />
      <Marks of={before} look={look} />
    </svg>
  );
});

const AWAKE = ['|.k o42 77 5 3.5', '|.i o49 67 5 5.6', '|~i3.5 M53 79q3.5 4 7 4', '.w o50.6 65 1.7', '.w o72.6 65 1.7'];
const ASLEEP = ['|~i3.5 M43 67q6 5.5 12 0', '|~i3.5 M56 82q2 2 4 2'];
