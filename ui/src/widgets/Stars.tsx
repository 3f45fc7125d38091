// One to five stars, as shapes: shown, or chosen with a finger or the arrows of a keyboard.
import './stars.css';

const STAR = 'm20 4.500 4.700 9.800a1.500 1.500 0 0 0 1.100.8l10.700 1.500c1.200.2 1.700 1.700.8 2.500l-7.800 7.500a1.500 1.500 0 0 0-.4 1.300l1.900 10.700c.2 1.200-1 2.100-2.100 1.500L20.700 35a1.500 1.500 0 0 0-1.400 0l-9.600 5.100c-1.100.6-2.300-.3-2.100-1.500l1.900-10.700a1.500 1.500 0 0 0-.4-1.300l-7.800-7.500c-.9-.8-.4-2.300.8-2.500l10.700-1.500a1.500 1.500 0 0 0 1.100-.8Z';

const FIVE = [1, 2, 3, 4, 5];

function Star({ lit }: { lit: boolean }) {
  return (
    <svg class={lit ? 'star is-lit' : 'star'} viewBox="0 0 40 44" aria-hidden="true">
      <path d={STAR} />
    </svg>
  );
}

/** So many of five. */
export function Stars({ stars, label }: { stars: number; label: string }) {
  return (
    <span class="stars" role="img" aria-label={label}>
      {FIVE.map((n) => (
        <Star key={n} lit={n <= stars} />
      ))}
    </span>
  );
}

interface PickStarsProps {
  stars: number;
  label: string;
  word: (n: number) => string;
  pick: (n: number) => void;
}

export function PickStars({ stars, label, word, pick }: PickStarsProps) {
  return (
    <div class="stars stars-pick" role="radiogroup" aria-label={label}>
      {FIVE.map((n) => (
        <button key={n} class="stars-one" role="radio" aria-checked={n === stars} aria-label={word(n)} onClick={() => pick(n)}>
          <Star lit={n <= stars} />
        </button>
      ))}
    </div>
  );
}
