// The two ways out of a rules sheet; they stay in sight while the figures scroll.
import { useLost } from '../widgets/held';
import { words } from './words';

interface RulesFootProps {
  good: boolean;
  word?: string;
  save: () => void;
  close: () => void;
}

export function RulesFoot({ good, word = words().rules.save, save, close }: RulesFootProps) {
  const lost = useLost();
  return (
    <div class="rules-foot">
      <button class="btn btn-go btn-wide" disabled={!good || lost} onClick={save}>
        {word}
      </button>
      <button class="btn btn-quiet btn-wide" onClick={close}>
        {words().rules.cancel}
      </button>
    </div>
  );
}
