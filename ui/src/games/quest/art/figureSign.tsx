// A small sign of the quest in a box of 48, outlined so that it stands on night and on snow alike.
import { Marks, type Look, type Mark } from './figure';
import './figure.css';

const LOOK: Look = { box: 48, edge: 2.5 };

export function Sign({ of }: { of: readonly Mark[] }) {
  const turn = /^@(.+)/.exec(of[0] ?? '');
  return (
    <svg class="quest-figure" viewBox="0 0 48 48" aria-hidden="true">
      {turn ? <g transform={`rotate(${turn[1]} 24 24)`}><Marks of={of.slice(1)} look={LOOK} /></g> : <Marks of={of} look={LOOK} />}
    </svg>
  );
}
