// The sign of might, nimbleness, wits or heart.
import { memo } from '../../../widgets/memo';
import { QUALITY, STATS } from './figureEffects';
import { Sign } from './figureSign';

export const StatSign = memo(function StatSign({ id }: { id: string }) {
  return <Sign of={STATS[id] ?? QUALITY} />;
});
