// What somebody is under: sign, word, and for how long where that is known.
import { EffectSign } from '../art/Effect';
import { effectName } from '../lore';
import { effects } from '../rules.gen';
import { words } from './index';

interface Shown {
  id: string;
  turns?: number;
}

export function Effects({ all }: { all: readonly Shown[] }) {
  if (all.length === 0) return null;
  return (
    <ul class="qp-effects">
      {all.map(({ id, turns }) => (
        <li key={id} class={effects[id]?.bad ? 'qp-effect is-bad' : 'qp-effect'}>
          <EffectSign id={id} />
          <span>{effectName(id)}</span>
          {turns !== undefined && turns > 1 && <span class="qp-effect-turns">{words().hero.left(turns)}</span>}
        </li>
      ))}
    </ul>
  );
}
