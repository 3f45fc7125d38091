// Health as a bar with its figure.
import { words } from './index';

export function Health({ hp, most }: { hp: number; most: number }) {
  const share = most > 0 ? Math.max(0, Math.min(1, hp / most)) : 0;
  const low = share <= 1 / 3;
  return (
    <span class={low ? 'qp-hp is-low' : 'qp-hp'}>
      <span class="qp-hp-track">
        <span class="qp-hp-fill" style={{ transform: `scaleX(${share})` }} />
      </span>
      <b>{words().fight.hp(hp, most)}</b>
    </span>
  );
}
