// The sign of what is upon a hero or a creature, on a plate that tells good from bad.
import { memo } from '../../../widgets/memo';
import { BAD, EFFECTS, GOOD, UPON } from './figureEffects';
import { Sign } from './figureSign';

export const EffectSign = memo(function EffectSign({ id }: { id: string }) {
  const marks = EFFECTS[id] ?? UPON;
  return <Sign of={marks[0] === '-' ? [...BAD, ...marks.slice(1)] : [GOOD, ...marks]} />;
});
