// The sign of a thing that a hero carries.
import { memo } from '../../../widgets/memo';
import { ITEMS, THING } from './figureItems';
import { Sign } from './figureSign';

export const ItemSign = memo(function ItemSign({ id }: { id: string }) {
  return <Sign of={ITEMS[id] ?? THING} />;
});
