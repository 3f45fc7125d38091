// A figure of the rules, between its bounds.
import { within, type Bounds } from './bounds';
import { words } from './words';

interface FigureProps {
  word: string;
  value: number;
  bounds: Bounds;
  change: (value: number) => void;
}

/** A figure with two big buttons beside it; what is out of bounds says so. */
export function Figure({ word, value, bounds: limits, change }: FigureProps) {
  const good = within(value, limits);
  const step = (by: number): void => {
    const from = Number.isFinite(value) ? value : limits.least;
    change(Math.min(limits.most, Math.max(limits.least, Math.round(from / limits.step) * limits.step + by)));
  };
  return (
    <div class={`figure ${good ? '' : 'is-bad'}`}>
      <span class="figure-word">
        {word}
        {!good && <em>{words().rules.bounds(limits.least, limits.most)}</em>}
      </span>
      <button class="figure-step" aria-label={`${word} −`} disabled={value <= limits.least} onClick={() => step(-limits.step)}>
        −
      </button>
      <input
        class="field figure-field"
        inputMode="numeric"
        value={Number.isFinite(value) ? value : ''}
        aria-label={word}
        aria-invalid={!good}
        onInput={(event) => change(parse(event.currentTarget.value))}
      />
      <button class="figure-step" aria-label={`${word} +`} disabled={value >= limits.most} onClick={() => step(limits.step)}>
        +
      </button>
    </div>
  );
}

function parse(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
}
