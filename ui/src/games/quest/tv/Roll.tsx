// Sentences that roll by slowly under a title: the one in the middle is read. After the last it begins again.
import { useBeat } from '../../../tv/steps';
import { rolledTo } from './memories';

const BEAT_MS = 4200;

export function Roll({ title, lines }: { title: string; lines: readonly string[] }) {
  const now = rolledTo(useBeat(BEAT_MS), lines.length);
  return (
    <>
      <h2 class="q-roll-title">{title}</h2>
      <div class="q-roll">{lines.map((line, i) => <p key={i} class={`q-rolled q-rolled-${place(i - now)}`}>{line}</p>)}</div>
    </>
  );
}

function place(steps: number): 'gone' | 'past' | 'now' | 'next' | 'coming' {
  if (steps === 0) return 'now';
  if (Math.abs(steps) === 1) return steps < 0 ? 'past' : 'next';
  return steps < 0 ? 'gone' : 'coming';
}
